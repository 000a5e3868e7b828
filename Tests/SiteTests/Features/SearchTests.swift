import Foundation
import Testing

@Suite struct SearchTests {
  private func site() async throws -> BuiltSite {
    try await BuiltSite([
      "content/gazetteer.yml": "- {id: tao, name: TAO, type: token, aliases: [Bittensor]}\n",
      "content/a.md": article(
        "title: Crash <day>\ntags: [markets]\nauthors: [Ann]", "TAO fell 5%."),
    ])
  }

  @Test func `lists all there is to find without a script`() async throws {
    let page = try await site()["search/index.html"]
    #expect(page.contains("<a href=\"../a/index.html\">Crash &lt;day&gt;</a>"))
    #expect(page.contains("<a href=\"../entities/tao.html\">TAO</a>"))
    #expect(page.contains("<a href=\"../tags/markets.html\">markets</a>"))
    #expect(page.contains("role=\"search\" data-index=\"../search/index.json\" hidden>"))
  }

  @Test func `allows the scripts that stand in the page, each by its hash`() async throws {
    let site = try await site()
    let page = site["search/index.html"]
    let policy = try #require(page.split(separator: "script-src ").dropFirst().first)
    #expect(policy.hasPrefix("&#39;sha256-"))
    let sources = policy.components(separatedBy: "connect-src")[0]
    let hashes = sources.components(separatedBy: "sha256-").count - 1
    #expect(hashes == 2, "the theme's and its own")
    #expect(page.components(separatedBy: "<script").count - 1 == hashes)
    let home = site["index.html"]
    #expect(home.components(separatedBy: "<script>").count == 2, "only the theme's")
    #expect(home.contains("script-src &#39;sha256-") && !home.contains("connect-src"))
  }

  @Test func `gives the script a compact index`() async throws {
    let bytes = Data(try await site()["search/index.json"].utf8)
    let json = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    let items = try #require(json["items"] as? [[String]])
    #expect(items.contains(["Crash <day>", "a/index.html", "", "TAO markets Ann"]))
    #expect(items.contains(["TAO", "entities/tao.html", "token", "Bittensor"]))
  }
}
