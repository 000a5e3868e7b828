import AssayAnalysis
import Testing
import TestSupport

@testable import AssaySite

@Suite struct BuildTests {
  private let files = [
    "content/a.md":
      "---\ntitle: Alpha\ndate: 2026-01-05\n---\nSales rose 50%, from $100 to $150. See [b](b.md#two).\n",
    "content/a.thread.md": "---\n---\n## Ann {#c1}\n\nGood.\n\n## Bob {#c2 re=c1}\n\nI paid $7.\n",
    "content/b.md": "# Beta\n\n## Two\n\nOn Monday, January 5, 2026, 40 of 80 voted, or 50%.\n",
    "content/c.txt": "Gamma\n\nThe price fell 10% from $50 to $45.\n",
    "content/later.md": "---\ndate: 2026-03-01\n---\nLater.\n",
    "content/draft.md": "---\ndraft: true\n---\nDraft.\n",
  ]

  private func write(_ folder: String) throws {
    for (path, text) in files { try Files.write(Array(text.utf8), to: folder + "/" + path) }
  }

  private func contents(_ folder: String) throws -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    for entry in try Files.tree(folder) where entry.kind == .file {
      result[entry.path] = try Files.read(Files.join(folder, entry.path))
    }
    return result
  }

  private func build(
    _ folder: String, to output: String, workers: Int? = nil, cache: BuildCache = BuildCache()
  ) async throws -> BuildReport {
    let day = CalendarDate(iso: "2026-02-01")
    let site = try Site.open([folder])
    var build = Build(
      site, output: output, publication: Publication(today: day), workers: workers)
    build.isRepeated = true
    return try await build.run(cache: cache)
  }

  @Test func `makes a site of articles and threads`() async throws {
    try await withTemporaryFolder { folder in
      try write(folder)
      let report = try await build(folder, to: folder + "/out")
      let made = try contents(folder + "/out")
      for path in ["index.html", "a/index.html", "a/thread.html", "b/index.html", "c/index.html"] {
        #expect(made[path] != nil, "\(path)")
      }
      #expect(made["later/index.html"] == nil)
      #expect(made["draft/index.html"] == nil)
      #expect(report.counts.articles == 3)
      #expect(report.counts.comments == 2)
      #expect(report.diagnostics.map(\.severity) == [.note, .note])
      let page = String(decoding: made["a/index.html"] ?? [], as: UTF8.self)
      #expect(page.contains("href=\"../b/index.html#two\""))
      #expect(!page.contains(folder), "A page must not tell where it was made")
    }
  }

  @Test func `gives the same bytes whatever the number of workers`() async throws {
    try await withTemporaryFolder { folder in
      try write(folder)
      _ = try await build(folder, to: folder + "/one", workers: 1)
      _ = try await build(folder, to: folder + "/four", workers: 4)
      #expect(try contents(folder + "/one") == contents(folder + "/four"))
    }
  }

  @Test func `gives the same bytes when it takes over what has not changed`() async throws {
    try await withTemporaryFolder { folder in
      try write(folder)
      let first = try await build(folder, to: folder + "/out")
      let text = "---\nslug: bee\n---\n# Beta\n\n## Two\n\nNothing.\n"
      try Files.write(Array(text.utf8), to: folder + "/content/b.md")
      let second = try await build(folder, to: folder + "/out", cache: first.cache)
      #expect(second.changedCount > 0)
      _ = try await build(folder, to: folder + "/clean")
      #expect(try contents(folder + "/out") == contents(folder + "/clean"))
      let third = try await build(folder, to: folder + "/out", cache: second.cache)
      #expect(third.changedCount == 0)
    }
  }

  @Test func `stops where two articles would have one address`() async throws {
    try await withTemporaryFolder { folder in
      try write(folder)
      try Files.write(Array("A\n".utf8), to: folder + "/content/deep/a.md")
      let failure = await #expect(throws: Failure.self) {
        try await build(folder, to: folder + "/out")
      }
      #expect(failure?.kind == .input)
      #expect(!Files.exists(folder + "/out"))
    }
  }
}
