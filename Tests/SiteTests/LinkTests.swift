import AssayAnalysis
import Testing
import TestSupport

@testable import AssaySite

@Suite struct LinkTests {
  /// Resolves the links of `content/a.md` in a site that also has `content/b.md` and a picture.
  private func resolve(_ text: String) throws -> LinkResolver.Resolution {
    try withTemporaryFolder { folder in
      let files = [
        "content/a.md": text, "content/deep/b.md": "---\nslug: bee\n---\n# B\n\n## Two\n",
        "content/i.png": "", "content/draft.md": "---\ndraft: true\n---\nD\n",
      ]
      for (path, text) in files { try Files.write(Array(text.utf8), to: folder + "/" + path) }
      let site = try Site.open([folder])
      let links = LinkResolver(site, assets: AssetIndex(site)) { !$0.isDraft }
      let source = SourceText(path: "content/a.md", text)
      return links.resolve(readArticle(source).article, name: "content/a.md")
    }
  }

  private func destinations(_ document: Document) -> [String] {
    document.inlines.compactMap { inline in
      switch inline.kind {
      case .link(let link), .image(let link): link.destination
      default: nil
      }
    }
  }

  @Test func `leads links to pages and pictures to their copies`() throws {
    let found = try resolve(
      """
      # A

      [b](deep/b.md) [two](/deep/b.md#two) ![i](i.png) [self](#a) [out](https://example.org/x.md)
      """)
    #expect(found.diagnostics == [])
    #expect(
      destinations(found.document) == [
        "../bee/index.html", "../bee/index.html#two", "../assets/i.a8u2iu79i3.png", "#a",
        "https://example.org/x.md",
      ])
    #expect(found.anchors.map(\.anchor) == ["two"])
  }

  @Test(arguments: [
    ("[x](deep/bb.md)", "'deep/bb.md' is no file of the site", "did you mean 'deep/b.md'?"),
    ("[x](#aa)\n\n# A", "'#aa' is no heading of this article", "did you mean '#a'?"),
    ("[x](../../x.md)", "'../../x.md' leads out of the site", nil),
    ("[x](draft.md)", "'draft.md' is not published: a draft, or not its time", nil),
    ("![x](no.png)", "'no.png' is no file of the site", nil),
  ])
  func `tells of links that lead nowhere`(
    _ text: String, _ message: String, _ hint: String?
  ) throws {
    let found = try resolve("Words. " + text)
    let diagnostic = try #require(found.diagnostics.first)
    #expect(diagnostic.message == message)
    #expect(diagnostic.severity == .error)
    #expect((diagnostic.line, diagnostic.column) == (1, 8))
    if let hint { #expect(diagnostic.hint == hint) }
  }
}
