import AssayAnalysis
import AssaySite
import Foundation
import Testing

@Suite struct StructuredDataTests {
  /// The nodes of a page's JSON-LD, by type.
  private func nodes(_ page: String) throws -> [String: [String: Any]] {
    let script = page.components(separatedBy: "<script type=\"application/ld+json\">").last ?? ""
    let text = script.components(separatedBy: "</script>").first ?? ""
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let graph = try #require(json?["@graph"] as? [[String: Any]])
    return Dictionary(
      graph.map { ($0["@type"] as? String ?? "", $0) }, uniquingKeysWith: { first, _ in first })
  }

  private let files = [
    "assay.yml": "title: News\nbase-url: https://site.example\n",
    "content/blog/a.md": article(
      "title: \"Crash </script>\"\ndate: 2026-04-12\nauthors: [Ann]\nimage: m.png",
      "TAO fell 23%, from $332 to $254."),
    "content/blog/m.png": "not a real picture",
    "content/b.md": article("title: About\nanalyse: false", "Who we are."),
    "content/c.md": article("title: No date", "It rose 5%."),
  ]

  @Test func `describes an article, its data and the way to it`() async throws {
    let site = try await BuiltSite(files)
    let article = try nodes(site["a/index.html"])
    #expect(article["NewsArticle"]?["headline"] as? String == "Crash </script>")
    let image = try #require(article["NewsArticle"]?["image"] as? String)
    #expect(image.hasPrefix("https://site.example/assets/blog/m."))
    #expect(site["a/index.html"].contains("<meta property=\"og:image\" content=\"\(image)\">"))
    #expect(article["Dataset"]?["url"] as? String == "https://site.example/a/")
    let trail = try #require(article["BreadcrumbList"]?["itemListElement"] as? [[String: Any]])
    #expect(trail.map { $0["name"] as? String } == ["News", "Blog", "Crash </script>"])
    #expect(try nodes(site["b/index.html"])["WebPage"]?["name"] as? String == "About")
    #expect(try nodes(site["c/index.html"])["Report"]?["name"] as? String == "No date")
    #expect(try nodes(site["index.html"])["Dataset"] != nil)
  }

  @Test func `describes a claim on its page`() async throws {
    var files = files
    files["content/blog/a.md"] = files["content/blog/a.md"]?.replacing("23%", with: "30%")
    let site = try await BuiltSite(files)
    let path = try #require(site.paths.first { $0.hasPrefix("claims/") })
    let claim = try #require(try nodes(site[path])["Claim"])
    #expect((claim["text"] as? String)?.contains("30%") == true)
    #expect((claim["appearance"] as? [String: Any])?["name"] as? String == "Crash </script>")
  }

  @Test func `draws a card for each article where that is asked for`() async throws {
    var files = files
    files["assay.yml"] = "title: News\nbase-url: https://site.example\ncards: true\n"
    files["content/blog/a.md"] = article("title: Crash", "TAO fell 23%, from $332 to $254.")
    let site = try await BuiltSite(files)
    let card = try #require(site.paths.first { $0.hasPrefix("assets/cards/a.") })
    #expect(
      site["a/index.html"].contains(
        "<meta property=\"og:image\" content=\"https://site.example/\(card)\">"))
    // A machine without the converter says once that cards stay SVG.
    let notes = site.report.diagnostics.filter { $0.message.hasPrefix("cards stay SVG") }
    #expect(card.hasSuffix(".png") ? notes.isEmpty : notes.count == 1)
    #expect(site.paths.allSatisfy { !$0.hasPrefix("assets/cards/b.") }, "b is only shown")
  }
}
