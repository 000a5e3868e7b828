import AssayAnalysis
import AssaySite
import Testing

@Suite struct TaxonomyTests {
  @Test func `lists tags, authors and the site's own taxonomies, with a page for each term`()
    async throws
  {
    let site = try await BuiltSite([
      "assay.yml": "taxonomies: [series]\nauthors: [Desk]\n",
      "content/a.md": article(
        "title: Alpha\ntags: [Health, budget]\nauthors: [Ann Lee]\nseries: Harbour"),
      "content/b.md": article("title: Beta\ntags: budget, rail"),
    ])
    #expect(site["tags/index.html"].contains("href=\"../tags/budget.html\">"))
    #expect(site["tags/budget.html"].contains("Alpha"))
    #expect(site["tags/budget.html"].contains("Beta"))
    #expect(!site["tags/health.html"].contains("Beta"))
    #expect(site["authors/ann-lee.html"].contains("Alpha"))
    #expect(site["authors/desk.html"].contains("Beta"))
    #expect(site["series/harbour.html"].contains("Alpha"))
    #expect(site["series/index.html"].contains("Harbour"))
    #expect(site.report.diagnostics.isEmpty)
  }

  @Test func `warns of a key that is no taxonomy of the site`() async throws {
    let site = try await BuiltSite(["content/a.md": article("title: A\nseries: Harbour")])
    #expect(site.report.diagnostics.map(\.message) == ["'series' is no key of front matter"])
  }

  @Test func `divides long lists into pages that lead to each other`() async throws {
    var files = ["assay.yml": "page-size: 2\n"]
    for number in 1...5 {
      files["content/a\(number).md"] = article(
        "title: Article \(number)\ndate: 2026-01-0\(number)\ntags: [budget]")
    }
    let site = try await BuiltSite(files)
    #expect(site["briefings/index.html"].contains("Article 5"))
    #expect(!site["briefings/index.html"].contains("Article 3"))
    #expect(site["briefings/3.html"].contains("Article 1"))
    #expect(site["tags/budget-2.html"].contains("Article 2"))
    #expect(site["tags/budget-2.html"].contains("href=\"../tags/budget-3.html\""))
    #expect(site["tags/budget-4.html"].isEmpty)
  }
}
