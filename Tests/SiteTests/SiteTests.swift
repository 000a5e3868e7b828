import AssayAnalysis
import Glibc
import Testing
import TestSupport

@testable import AssaySite

@Suite struct SiteTests {
  /// Writes files beneath a folder and opens it as a site.
  private func site(
    _ files: [String: String], in folder: String, _ checks: [String] = []
  ) throws -> Site {
    for (path, text) in files { try Files.write(Array(text.utf8), to: folder + "/" + path) }
    return try Site.open([folder], checks: checks)
  }

  @Test func `joins each thread to its article`() throws {
    try withTemporaryFolder { folder in
      let site = try site(
        [
          "content/a.md": "A", "content/a.thread.md": "---\n---\n",
          "content/deep/b.md": "B", "content/comments/b.json": "[]",
          "content/c.md": "C", "content/other.thread.md": "---\narticle: deep/../c.md\n---\n",
          "content/d.txt": "D",
        ], in: folder)
      #expect(site.diagnostics == [])
      #expect(
        site.articles.map { [$0.file.name, $0.thread?.name] } == [
          ["content/a.md", "content/a.thread.md"],
          ["content/c.md", "content/other.thread.md"],
          ["content/d.txt", nil],
          ["content/deep/b.md", "content/comments/b.json"],
        ])
      #expect(site.articles.map(\.format) == [.markdown, .markdown, .paste, .markdown])
    }
  }

  @Test func `tells of threads that have no article, or one that has two`() throws {
    try withTemporaryFolder { folder in
      let site = try site(
        [
          "content/a.md": "A", "content/a.thread.md": "", "content/a.comments.json": "[]",
          "content/b.thread.md": "", "content/c.thread.md": "---\narticle: aa.md\n---\n",
        ], in: folder)
      #expect(
        site.diagnostics.map(\.message).sorted() == [
          "'article: aa.md' names no article",
          "'content/a.md' has a thread already: \(folder)/content/a.comments.json",
          "a thread without an article",
        ])
      #expect(site.diagnostics.compactMap(\.hint).contains("did you mean 'a.md'?"))
    }
  }

  @Test func `stays inside the content and says what it leaves out`() throws {
    try withTemporaryFolder { folder in
      try Files.write(Array("secret".utf8), to: folder + "/outside.md")
      try Files.write(Array("A".utf8), to: folder + "/content/a.md")
      try Files.write(Array("x".utf8), to: folder + "/content/.hidden.md")
      try Files.write(Array("x".utf8), to: folder + "/content/model.bin")
      symlink("../outside.md", folder + "/content/out.md")
      symlink("a.md", folder + "/content/same.md")
      symlink("nowhere.md", folder + "/content/broken.md")
      symlink("..", folder + "/content/loop")
      mkfifo(folder + "/content/pipe.md", 0o600)
      let site = try Site.open([folder])
      #expect(site.articles.map(\.file.name) == ["content/a.md", "content/same.md"])
      let told = site.diagnostics.map { "\(Files.name(of: $0.path)) \($0.severity.rawValue)" }
      #expect(
        told.sorted() == [
          "broken.md warning", "loop error", "model.bin warning", "out.md error", "pipe.md error",
        ])
    }
  }

  @Test func `reads single files with the threads beside them, named alike wherever they lie`()
    throws
  {
    try withTemporaryFolder { folder in
      try Files.write(Array("A".utf8), to: folder + "/a.md")
      try Files.write(Array("[]".utf8), to: folder + "/a.comments.json")
      try Files.write(Array("B".utf8), to: folder + "/b")
      let site = try Site.open([folder + "/b", folder + "/a.md"])
      #expect(site.articles.map(\.file.name) == ["a.md", "b"])
      #expect(site.articles.map(\.thread?.name) == ["a.comments.json", nil])
      #expect(site.articles.last?.format == .automatic)
      #expect(throws: Failure.self) { try Site.open([folder + "/missing.md"]) }
    }
  }

  @Test func `reads a configuration strictly`() throws {
    let configuration = try Configuration(
      SourceText(
        path: "assay.yml",
        """
        title: Ledger
        base-url: https://example.org/news/
        checks: {share: false, weekday: true}
        handle-names: own-author
        today: 2026-04-01
        """), checks: ["share", "weekday"])
    #expect(configuration.title == "Ledger")
    #expect(configuration.baseURL == "https://example.org/news")
    #expect(configuration.disabledChecks == ["share"])
    #expect(configuration.handleNames == .ownAuthor)
    #expect(configuration.today?.iso == "2026-04-01")
  }

  @Test(arguments: [
    ("titel: x", "did you mean 'title'?"),
    ("checks: {shares: false}", "did you mean 'share'?"),
    ("output: content/out", nil),
    ("content: ../elsewhere", nil),
    ("base-url: example.org", nil),
    ("feeds: {limit: 0}", nil), ("permalink: ':yaer/:slug'", "did you mean ':year'?"),
    ("taxonomies: [title]", nil), ("theme: {linkk: red}", "did you mean 'link'?"),
    ("theme: {link: 'red;}'}", nil),
    ("theme: {link: '#zzz'}", "'#' and 3, 4, 6 or 8 hexadecimal digits"),
  ])
  func `refuses what it does not know`(_ text: String, _ hint: String?) throws {
    let failure = #expect(throws: Failure.self) {
      try Configuration(SourceText(path: "assay.yml", text), checks: ["share"])
    }
    #expect(failure?.kind == .usage)
    #expect(failure?.diagnostics.map(\.severity) == [.error])
    if let hint { #expect(failure?.diagnostics.first?.hint == hint) }
  }
}
