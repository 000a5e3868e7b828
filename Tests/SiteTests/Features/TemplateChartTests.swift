import AssayAnalysis
import AssaySite
import Foundation
import Testing

@Suite struct TemplateChartTests {
  private static let gazetteer = "- id: tao\n  name: TAO\n  type: token\n"
  private static let text = """
    On April 10, 2026, TAO's price was $332. On April 12, 2026, TAO's price was $254. \
    On April 20, 2026, TAO's price was $273.
    """

  private func site(_ call: String) async throws -> BuiltSite {
    try await BuiltSite([
      "content/a.md": article("title: A\ndate: 2026-04-21", Self.text),
      "content/gazetteer.yml": Self.gazetteer,
      "data/cities.csv": "city,people\nVeere,1200\nSandholm,3400\nHolm,900\n",
      "templates/partials/foot.html": "<footer>{{ \(call) }}</footer>",
    ])
  }

  @Test(arguments: [
    (#"chart("timeline", entity="tao", metric="price")"#, "$254"),
    (#"chart("bar", data=site.data.cities, y="people")"#, "Sandholm"),
  ])
  func `draws what a template asks for, with its data as a table`(
    call: String, label: String
  ) async throws {
    let page = try await site(call)["index.html"]
    let foot = try #require(page.range(of: "<footer>"))
    let figure = page[foot.upperBound...]
    #expect(figure.contains("<svg class=\"chart-svg\""))
    #expect(figure.contains("<details class=\"chart-data\">"))
    #expect(figure.contains(label))
  }

  @Test(arguments: [
    (#"chart("timelin", entity="tao")"#, "did you mean 'timeline'?"),
    (#"chart("timeline", entity="tau")"#, "did you mean 'tao'?"),
    (#"chart("bar", data=site.data.cities, y="peple")"#, "did you mean 'people'?"),
  ])
  func `says what a template mistyped in a call for a chart`(
    call: String, hint: String
  ) async throws {
    let failure = await #expect(throws: Failure.self) { try await site(call) }
    let told = try #require(failure?.diagnostics.first)
    #expect(told.path.hasSuffix("foot.html") && told.line == 1)
    #expect(told.hint == hint)
  }

  @Test func `shows code plainly, with the class by which a script may colour it`() async throws {
    let site = try await BuiltSite([
      "content/a.md": article("title: A", "```swift\nlet a = \"<b>\"\n```")
    ])
    #expect(
      site["a/index.html"].contains(
        "<code class=\"language-swift\">let a = &quot;&lt;b&gt;&quot;\n</code>"))
  }
}
