import AssayAnalysis
import AssaySite
import Testing
import TestSupport

@Suite struct EntityPageTests {
  private static let port = article(
    "title: Port\ndate: 2026-01-02",
    """
    The minister, Tomas Reyes, praised Delvin Marine on Monday. Delvin Marine won. Delvin Marine, a \
    company of 40 people, is happy.
    """)
  private static let strike = article(
    "title: Strike\ndate: 2026-01-03",
    "Mr Reyes met the dockers on Friday. Delvin Marine, a company of 45 people, lost 12 ships.")

  @Test func `takes a lone surname for the one person who has it where the matter is the same`()
    async throws
  {
    let site = try await BuiltSite(["content/p.md": Self.port, "content/s.md": Self.strike])
    let page = site["entities/tomas-reyes.html"]
    #expect(page.contains("2 mentions in 2 briefings"))
    #expect(page.contains("Also Reyes"))
    #expect(site["entities/reyes.html"].isEmpty)
    #expect(site["s/index.html"].contains("../entities/tomas-reyes.html"))
  }

  @Test func `keeps a surname apart that two persons have`() async throws {
    let novel = article(
      "title: Novel\ndate: 2026-01-01", "The novelist, Ana Reyes, wrote it. Ana Reyes is 41.")
    let site = try await BuiltSite([
      "content/p.md": Self.port, "content/s.md": Self.strike, "content/n.md": novel,
    ])
    #expect(!site["entities/tomas-reyes.html"].contains("2 briefings"))
    #expect(!site["s/index.html"].contains("tomas-reyes"))
  }

  @Test func `keeps a surname apart where the articles have nothing in common`() async throws {
    let chess = article(
      "title: Chess\ndate: 2026-01-03", "Mr Reyes lost the game on Friday. Reyes is 19.")
    let site = try await BuiltSite(["content/p.md": Self.port, "content/c.md": chess])
    #expect(!site["c/index.html"].contains("tomas-reyes"))
  }

  @Test func `shows relations, and the tone of the articles beside that of the comments`()
    async throws
  {
    let site = try await BuiltSite([
      "content/p.md": Self.port, "content/s.md": Self.strike,
      "content/gazetteer.yml": """
      - {id: delvin, name: Delvin Marine, type: org, relations: {led_by: ann, part_of: tomas-reyes}}
      """,
    ])
    let page = site["entities/delvin.html"]
    #expect(page.contains("Led by: ann"))
    #expect(page.contains("Part of: <a href=\"../entities/tomas-reyes.html\">Tomas Reyes</a>"))
    #expect(page.contains("Tone of the articles towards it"))
  }

  @Test func `leaves readers' names as they write them`() async throws {
    let site = try await BuiltSite([
      "content/p.md": Self.port,
      "content/p.thread.md": "## degen42 {#a}\n\nDelvin Marine owes me 500 dollars.\n",
    ])
    let page = site["entities/delvin-marine.html"]
    #expect(page.contains(">degen42</a>"))
    #expect(!page.contains("Degen42"))
  }

  @Test func `warns of names that two entries claim, and of articles that are gone`() async throws {
    let site = try await BuiltSite([
      "content/p.md": Self.port,
      "content/gazetteer.yml": """
      - {id: a, name: Delvin Marine, type: org}
      - {id: b, name: Delvin, type: org, aliases: [Delvin Marine]}
      - {id: c, name: Port, type: place, in: [no-such-article]}
      """,
    ])
    let messages = site.report.diagnostics.map(\.message)
    #expect(messages.contains { $0.hasPrefix("'Delvin Marine' is a name of 'a' and of 'b'") })
    #expect(messages.contains("stale 'in' of 'c': no article is 'no-such-article'"))
  }
}
