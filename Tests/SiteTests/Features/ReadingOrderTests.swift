import AssayAnalysis
import Foundation
import Testing

@Suite struct ReadingOrderTests {
  @Test func `leads from an article to the one before and the one after`() async throws {
    var files: [String: String] = [:]
    for number in 1...3 {
      files["content/a\(number).md"] = article("title: A\(number)\ndate: 2026-01-0\(number)")
    }
    let site = try await BuiltSite(files)
    #expect(site["a2/index.html"].contains("rel=\"prev\" href=\"../a1/index.html\""))
    #expect(site["a2/index.html"].contains("rel=\"next\" href=\"../a3/index.html\""))
    #expect(!site["a3/index.html"].contains("rel=\"next\""))
  }

  @Test func `leads on from an article to others about the same names`() async throws {
    let site = try await BuiltSite([
      "content/gazetteer.yml": "- {id: sandholm, name: Sandholm, type: place}\n",
      "content/a.md": article("title: Ferry", "Sandholm keeps its ferry."),
      "content/b.md": article("title: Harbour", "Sandholm rebuilds its harbour."),
      "content/c.md": article("title: Elsewhere", "Nothing is said of any town."),
    ])
    #expect(site["a/index.html"].contains("href=\"../b/index.html\">Harbour</a>"))
    let related = site["a/index.html"].split(separator: "id=\"related\"").last ?? ""
    #expect(!related.split(separator: "</section>")[0].contains("Elsewhere"))
  }

  @Test func `shows a table of contents of two levels`() async throws {
    let text = "## One\n\n### Detail\n\n## Two\n\n## Three\n\n## Four\n\nEnd.\n"
    let site = try await BuiltSite(["content/a.md": article("title: A", text)])
    let contents = try #require(
      site["a/index.html"].split(separator: "<nav class=\"contents\"").dropFirst().first?
        .split(separator: "</nav>").first)
    #expect(
      contents.contains("<li><a href=\"#one\">One</a><ol>\n<li><a href=\"#detail\">Detail</a>"))
    #expect(contents.contains("<a href=\"#four\">Four</a>"))
  }

  @Test func `gives each section its list, order and templates, and shows some texts unread`()
    async throws
  {
    let site = try await BuiltSite([
      "assay.yml": """
      sections:
        guide: {title: The guide, order: weight, analyse: false, template: step.html}
        news: {list-template: newslist.html}
      """,
      "content/guide/_index.md": article("summary: How to", "Read this *first*."),
      "content/guide/b.md": article("title: Install\nweight: 1", "It takes 5 minutes."),
      "content/guide/a.md": article("title: Use\nweight: 2", "## A\n"),
      "content/news/n.md": article("title: News", "It rose 5%."),
      "templates/step.html":
        "{% extends \"page.html\" %}{% block head %}<!-- step -->{% endblock %}",
      "templates/newslist.html":
        "{% extends \"list.html\" %}{% block head %}<!-- news -->{% endblock %}",
    ])
    let list = site["guide/index.html"]
    #expect(list.contains("<h1>The guide</h1>"))
    #expect(list.contains("<em>first</em>"))
    let install = try #require(list.range(of: "Install")?.lowerBound)
    let use = try #require(list.range(of: ">Use<")?.lowerBound)
    #expect(install < use)
    let page = site["b/index.html"]
    #expect(page.contains("<!-- step -->"))
    #expect(page.contains("rel=\"next\" href=\"../a/index.html\""))
    #expect(!page.contains("id=\"n1\""), "its numbers are not read")
    #expect(site["b/report.md"].isEmpty)
    #expect(site["news/index.html"].contains("<!-- news -->"))
    #expect(site["n/index.html"].contains("id=\"n1\""))
  }

  @Test func `refuses templates that are not there`() async throws {
    let failure = await #expect(throws: Failure.self) {
      try await BuiltSite(["content/a.md": article("title: A\ntemplate: artcle.html")])
    }
    #expect(failure?.diagnostics.first?.hint == "did you mean 'article.html'?")
  }
}
