import AssayAnalysis
import AssayRender
import Glibc
import Testing
import TestSupport

@testable import AssaySite

@Suite struct BuildCacheTests {
  private func removeFile(_ path: String) { #expect(unlink(path) == 0, "\(path)") }

  private let files = [
    "assay.yml": "title: Kept\nauthors: [Ann]\n",
    "content/a.md":
      "---\ntitle: Alpha\ndate: 2026-01-05\ntags: [tax]\n---\n"
      + "Sales of Harrow Ltd rose 50%, from $100 to $150. See [b](b.md#two).\n",
    "content/a.thread.md": "---\n---\n## Ann {#c1}\n\nGood.\n\n## Bob {#c2 re=c1}\n\nI paid $7.\n",
    "content/b.md":
      "---\ndate: 2026-01-06\n---\n# Beta\n\n## Two\n\nHarrow Ltd lost 40 of 80 votes, or 55%.\n",
    "content/c.txt": "Gamma\n\nThe price fell 10% from $50 to $45.\n",
    "content/later.md": "---\ndate: 2026-03-01\n---\nLater.\n",
    "content/d.md":
      "---\ndate: 2026-01-07\nimage: dot.svg\n---\n# Delta\n\n```chart\ntype: bar\ndata: d.csv\nx: name\ny: [value]\n```\n",
    "content/d.csv": "name,value\na,1\nb,2\nc,4\n",
    "content/dot.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>",
    "static/own.txt": "mine\n",
  ]

  private func write(_ folder: String, _ changes: [String: String] = [:]) throws {
    for (path, text) in files.merging(changes, uniquingKeysWith: { $1 }) {
      try Files.write(Array(text.utf8), to: folder + "/" + path)
    }
  }

  private func contents(_ folder: String) throws -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    for entry in try Files.tree(folder) where entry.kind == .file {
      result[entry.path] = try Files.read(Files.join(folder, entry.path))
    }
    return result
  }

  @discardableResult
  private func build(
    _ folder: String, isCached: Bool = true, to output: String? = nil
  ) async throws -> BuildReport {
    let day = CalendarDate(iso: "2026-02-01")
    let site = try Site.open([folder])
    var build = Build(site, output: output, publication: Publication(today: day))
    if isCached { build.cacheFolder = site.cacheFolder }
    return try await build.run()
  }

  /// Builds with what is in the cache, and holds the site and what was told against a clean build.
  @discardableResult
  private func expectCleanBuild(
    _ folder: String, _ what: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) async throws -> BuildReport {
    let warm = try await build(folder)
    let clean = try await build(folder, isCached: false, to: folder + "/clean")
    let (left, right) = (try contents(folder + "/output"), try contents(folder + "/clean"))
    let differing = Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
    #expect(differing == [], "\(what)", sourceLocation: sourceLocation)
    #expect(warm.diagnostics == clean.diagnostics, "\(what)", sourceLocation: sourceLocation)
    #expect(warm.counts == clean.counts, "\(what)", sourceLocation: sourceLocation)
    return warm
  }

  @Test func `gives the bytes of a clean build after every kind of change`() async throws {
    try await withTemporaryFolder { folder in
      try write(folder)
      try await build(folder)
      let changes: [(String, [String: String])] = [
        ("nothing", [:]),
        ("an article", ["content/b.md": "# Beta\n\n## Two\n\nNow 44 of 80 voted, or 55%.\n"]),
        ("an address", ["content/b.md": "---\nslug: bee\n---\n# Beta\n\n## Two\n\nNothing.\n"]),
        ("a thread", ["content/a.thread.md": "---\n---\n## Cy {#c9}\n\nBad, $9 is too much.\n"]),
        ("a new article", ["content/e.md": "# Epsilon\n\nHarrow Ltd sold 9 ships.\n"]),
        ("a chart's table", ["content/d.csv": "name,value\na,1\nb,9\nc,4\n"]),
        ("a picture", ["content/dot.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"]),
        ("the settings", ["assay.yml": "title: Kept too\n"]),
        ("a name", ["content/gazetteer.yml": "- id: harrow\n  name: Harrow Ltd\n  type: org\n"]),
        ("a template", ["templates/404.html": "<title>x</title><h1>{{ site.totals }}</h1>"]),
        ("a static file", ["static/own.txt": "other\n"]),
        ("a warning", ["content/b.md": "---\ncolour: red\n---\n# Beta\n\n## Two\n\nNo.\n"]),
      ]
      var all: [String: String] = [:]
      for (what, change) in changes {
        all.merge(change, uniquingKeysWith: { $1 })
        try write(folder, all)
        try await expectCleanBuild(folder, what)
        try await expectCleanBuild(folder, what + ", again")
      }
    }
  }

  @Test func `makes again only what depends on a change`() async throws {
    try await withTemporaryFolder { folder in
      try write(folder)
      try await build(folder)
      let idle = try await build(folder)
      #expect(idle.changedCount == 0)
      #expect(idle.times[.analyse] == .zero && idle.times[.brief] == .zero)
      try write(folder, ["content/c.txt": "Gamma\n\nThe price fell 10% from $60 to $54.\n"])
      let warm = try await build(folder)
      let cold = try await build(folder, isCached: false, to: folder + "/clean")
      #expect(warm.cachedCount > 0 && warm.cachedCount < idle.cachedCount)
      #expect(warm.pageCount == cold.pageCount)
    }
  }

  @Test func `tells of a link to an article that has gone`() async throws {
    try await withTemporaryFolder { folder in
      try write(folder)
      try await build(folder)
      let held = try Files.read(folder + "/content/b.md")
      removeFile(folder + "/content/b.md")
      let failure = await #expect(throws: Failure.self) { try await build(folder) }
      #expect(failure?.diagnostics.first?.rule == "link")
      try Files.write(held, to: folder + "/content/b.md")
      try await expectCleanBuild(folder, "the article is back")
    }
  }

  @Test func `writes again what somebody changed in the output`() async throws {
    try await withTemporaryFolder { folder in
      try write(folder)
      try await build(folder)
      try Files.write(Array("mine".utf8), to: folder + "/output/a/ledger.html")
      removeFile(folder + "/output/b/index.html")
      try await expectCleanBuild(folder, "two pages were touched")
    }
  }

  @Test func `forgets articles that have gone, and does not grow without end`() async throws {
    try await withTemporaryFolder { folder in
      try write(folder)
      try await build(folder)
      removeFile(folder + "/content/c.txt")
      try await expectCleanBuild(folder, "an article has gone")
      let site = try Site.open([folder])
      let kept = try #require(CacheFolder(folder + "/.assay-cache"))
        .read(SettingsKey(site, version: ""), output: folder + "/output")
      #expect(kept.articles["content/b.md"] != nil && kept.articles["content/c.txt"] == nil)
      let packs = try Files.names(folder + "/.assay-cache").filter { $0.hasPrefix("packs-") }
      #expect(packs.count == 1)
    }
  }

  @Test func `reads everything again where the cache is damaged`() async throws {
    try await withTemporaryFolder { folder in
      try write(folder)
      try await build(folder)
      let cache = folder + "/.assay-cache/"
      for name in try Files.names(cache) where !name.hasPrefix(".") {
        let whole = try Files.read(cache + name)
        // Flipped bytes all over, a missing end, nothing, and what another program left.
        var damaged = stride(from: 0, to: whole.count, by: max(1, whole.count / 40)).map { place in
          var bytes = whole
          bytes[place] ^= 0x55
          return bytes
        }
        damaged += [
          Array(whole.dropLast(1)), Array(whole.prefix(whole.count / 2)), [],
          [UInt8](repeating: 0x7F, count: whole.count),
        ]
        for bytes in damaged {
          try Files.write(bytes, to: cache + name)
          removeFile(folder + "/output/a/index.html")
          try await build(folder)
          try Files.write(whole, to: cache + name)
        }
        try await expectCleanBuild(folder, name)
      }
    }
  }

  @Test func `builds without a cache where another build holds it, or it cannot be written`()
    async throws
  {
    try await withTemporaryFolder { folder in
      try write(folder)
      try await build(folder)
      let site = try Site.open([folder])
      let held = CacheFolder(try #require(site.cacheFolder))
      #expect(held != nil)
      let report = try await expectCleanBuild(folder, "the cache is held")
      #expect(report.cachedCount == 0)
      try Files.removeTree(folder + "/.assay-cache")
      try Files.write([1], to: folder + "/.assay-cache")
      try await expectCleanBuild(folder, "a file stands in its place")
    }
  }

  @Test func `lets the next build have the cache, whoever still holds on to it`() throws {
    try withTemporaryFolder { folder in
      let held = try #require(CacheFolder(folder + "/cache"))
      #expect(CacheFolder(folder + "/cache") == nil)
      held.release()
      #expect(CacheFolder(folder + "/cache") != nil)
      withExtendedLifetime(held) {}
    }
  }

  @Test func `leaves nothing beside a few files`() throws {
    try withTemporaryFolder { folder in
      try Files.write(Array("# One\n\nIt cost $7.\n".utf8), to: folder + "/notes/one.md")
      #expect(try Site.open([folder + "/notes"]).cacheFolder == nil)
    }
  }
}
