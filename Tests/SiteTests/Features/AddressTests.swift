import AssayAnalysis
import AssaySite
import Testing
import TestSupport

@Suite struct AddressTests {
  @Test func `puts articles where a pattern says, their links and pictures with them`() async throws
  {
    let settings = """
      permalink: ":year/:month/:slug"
      sections: {notes: {permalink: ":section/:slug"}}
      """
    let site = try await BuiltSite([
      "assay.yml": settings,
      "content/a.md": article(
        "title: Alpha\ndate: 2026-04-12",
        "Sales rose 80%, from $100 to $150. See [n](notes/n.md).\n\n## Two\n"),
      "content/notes/n.md": article("title: Note\nslug: other", "See [a](../a.md#two)\n"),
      "content/b.md": article("title: Undated"),
    ])
    let page = site["2026/04/a/index.html"]
    #expect(page.contains("href=\"../../../assets/assay."))
    #expect(page.contains("href=\"../../../notes/other/index.html\""))
    #expect(page.contains("href=\"../../../claims/"))
    #expect(!page.contains("=\"../a"), "no link may keep its short form")
    #expect(site["notes/other/index.html"].contains("href=\"../../2026/04/a/index.html#two\""))
    #expect(site["undated/index.html"].isEmpty)
    #expect(!site["b/index.html"].isEmpty, "a part that an article lacks leaves no trace")
    #expect(site["briefings/index.html"].contains("href=\"../2026/04/a/index.html\""))
  }

  @Test func `names an article after its folder where its file is index.md`() async throws {
    let site = try await BuiltSite([
      "content/trip/index.md": article("title: Trip", "![Map](map.svg)"),
      "content/trip/map.svg":
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>",
    ])
    #expect(site["trip/index.html"].contains("width=\"4\" height=\"3\""))
  }

  @Test func `leads on from an article's old addresses`() async throws {
    let site = try await BuiltSite([
      "content/a.md": article("title: Alpha\naliases: [old/place, /2019/a.html]")
    ])
    #expect(site["old/place/index.html"].contains("content=\"0; url=../../a/index.html\""))
    #expect(site["2019/a-html/index.html"].contains("href=\"../../a/index.html\""))
  }

  @Test func `leaves out drafts, the future and the past, and counts them`() async throws {
    let files = [
      "content/a.md": article("title: A"), "content/d.md": article("title: D\ndraft: true"),
      "content/f.md": article("title: F\ndate: 2027-01-01"),
      "content/e.md": article("title: E\nexpires: 2026-01-01"),
    ]
    let site = try await BuiltSite(files)
    #expect(site.report.leftOut == ["draft": 1, "future": 1, "expired": 1])
    #expect(site.report.counts.articles == 1)
    let all = try await BuiltSite(files) {
      $0.includesDrafts = true
      $0.includesFuture = true
      $0.includesExpired = true
    }
    #expect(all.report.counts.articles == 4)
    #expect(all.report.leftOut.isEmpty)
  }

  @Test func `copies static files as they are, also in the place of its own robots.txt`()
    async throws
  {
    let site = try await BuiltSite([
      "content/a.md": article("title: A"), "static/robots.txt": "User-agent: none\n",
      "static/.well-known/x": "hidden", "static/files/a.bin": "bytes",
    ])
    #expect(site["robots.txt"] == "User-agent: none\n")
    #expect(site["files/a.bin"] == "bytes")
  }

  @Test func `stops where a static file would hide a page`() async throws {
    await #expect(throws: Failure.self) {
      try await BuiltSite(["content/a.md": article("title: A"), "static/a/index.html": "x"])
    }
  }
}
