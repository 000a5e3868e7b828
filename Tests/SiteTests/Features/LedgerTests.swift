import AssayAnalysis
import AssaySite
import Testing
import TestSupport

@Suite struct LedgerTests {
  @Test func `parts the claims of a unit into pages that all exist`() async throws {
    let sentences = (1...200).map { "The price of lot \($0) was $\($0 + 20).\n\n" }.joined()
    let site = try await BuiltSite(["content/a.md": article("title: A", sentences)])
    #expect(site.report.diagnostics.isEmpty)
    #expect(site["ledger/unit-dollar.html"].contains("unit-dollar-2.html"))
    #expect(site["ledger/unit-dollar-2.html"].contains("$220"))
  }

  @Test func `gives units with few claims one page together`() async throws {
    let site = try await BuiltSite([
      "content/a.md": article("title: A", "They sold 12 pumps, 14 valves and 9 hoses.")
    ])
    #expect(site.files["ledger/unit-pump.html"] == nil)
    let rarer = site["ledger/unit-rarer.html"]
    for words in ["12 pumps", "14 valves", "9 hoses"] { #expect(rarer.contains(words)) }
  }
}
