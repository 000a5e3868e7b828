import Foundation
import Testing

@Suite struct FeedTests {
  private func site(_ feeds: String) async throws -> BuiltSite {
    try await BuiltSite([
      "assay.yml": "title: News\nbase-url: https://site.example/n\n" + feeds,
      "content/gazetteer.yml": "- {id: tao, name: TAO, type: token}\n",
      "content/a.md": article(
        "title: A & <b>\ndate: 2026-04-12\ntags: [x]\nauthors: [Ann]\nsummary: Short",
        "TAO fell 23%, from $332 to $254. [b](b.md) [here](#h)\n\n## H\n"),
      "content/b.md": article("title: B\ndate: 2026-04-11\nupdated: 2026-05-01", "TAO rose."),
      "content/c.md": article("title: C", "Undated."),
    ])
  }

  @Test func `tells its news as Atom, RSS and JSON`() async throws {
    let site = try await site("")
    #expect(site["feed.xml"].contains("<title>A &amp; &lt;b&gt;</title>"))
    #expect(site["feed.xml"].contains("<updated>2026-05-01T00:00:00Z</updated>"))
    #expect(site["rss.xml"].contains("<pubDate>Sun, 12 Apr 2026 00:00:00 GMT</pubDate>"))
    #expect(site["rss.xml"].contains("<guid isPermaLink=\"true\">https://site.example/n/a/</guid>"))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(site["feed.json"].utf8)) as? [String: Any])
    #expect(json["version"] as? String == "https://jsonfeed.org/version/1.1")
    let items = try #require(json["items"] as? [[String: Any]])
    #expect(items.map { $0["title"] as? String } == ["A & <b>", "B"])
    #expect(items.allSatisfy { $0["content_text"] is String })
    #expect(site["tags/x.xml"].contains("<title>X – News</title>"))
    #expect(
      site["tags/x.html"].contains(
        "type=\"application/atom+xml\" title=\"X – News\" href=\"../tags/x.xml\""))
    #expect(site["a/index.html"].contains("href=\"../feed.json\""))
  }

  @Test func `limits feeds, puts whole texts into them, and follows what is named`() async throws {
    let site = try await site(
      "feeds: {limit: 1, full-content: true, formats: [rss], for: [site, entities]}\n")
    #expect(site["feed.xml"].isEmpty)
    let feed = site["rss.xml"]
    #expect(!feed.contains("<title>B</title>"))
    #expect(feed.contains("href=&quot;https://site.example/n/b/index.html&quot;"))
    #expect(feed.contains("href=&quot;https://site.example/n/a/#h&quot;"))
    #expect(!feed.contains("class=&quot;note"), "notes in the margin repeat what the text says")
    #expect(site["entities/tao.rss.xml"].contains("<title>TAO – News</title>"))
    #expect(site["tags/x.rss.xml"].isEmpty)
  }

  @Test func `has no feeds and no site map without an address`() async throws {
    let site = try await BuiltSite(["content/a.md": article("title: A\ndate: 2026-01-01")])
    #expect(site.paths.allSatisfy { !$0.hasSuffix(".xml") && $0 != "feed.json" })
    #expect(site["robots.txt"].contains("Allow: /"))
  }

  @Test func `maps its pages for search engines`() async throws {
    let map = try await site("")["sitemap.xml"]
    #expect(map.contains("<loc>https://site.example/n/a/</loc><lastmod>2026-04-12</lastmod>"))
    #expect(map.contains("<loc>https://site.example/n/tags/x.html</loc>"))
    #expect(!map.contains("404"))
  }
}
