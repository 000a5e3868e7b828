import AssayAnalysis
import Testing
import TestSupport

@testable import AssaySite

@Suite struct ImportRunTests {
  private func export(_ comments: [(id: String, words: String)]) -> [UInt8] {
    let list = comments.map { id, words in
      """
      {"commentHex": "\(id)", "domain": "e.org", "url": "/story/", "commenterHex": "u1", "markdown":
      "\(words)", "parentHex": "root", "score": 1, "state": "approved", "creationDate":
      "2021-03-12T11:21:56Z", "deleted": false}
      """
    }.joined(separator: ",")
    let people = "[{\"commenterHex\": \"u1\", \"email\": \"x@y.org\", \"name\": \"Ann\"}]"
    return Array("{\"version\": 1, \"comments\": [\(list)], \"commenters\": \(people)}".utf8)
  }

  @discardableResult
  private func run(
    _ folder: String, _ comments: [(id: String, words: String)],
    _ change: (inout ImportRun.Options) -> Void = { _ in }
  ) throws -> ImportRun.Report {
    try Files.write(export(comments), to: folder + "/export.json")
    var options = ImportRun.Options()
    options.content = folder + "/content"
    change(&options)
    return try ImportRun(format: nil, options).run([folder + "/export.json"])
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Files.read(path), as: UTF8.self)
  }

  @Test func `writes a thread and a page for its article, and the same again`() throws {
    try withTemporaryFolder { folder in
      let report = try run(folder, [("c1", "one"), ("c2", "two")])
      #expect(report.unmatched == [folder + "/content/story.md"])
      let first = try text(folder + "/content/story.thread.md")
      let again = try run(folder, [("c1", "one"), ("c2", "two")])
      #expect(again.items.allSatisfy { $0.change == .unchanged })
      #expect(try text(folder + "/content/story.thread.md") == first)
      let site = try Site.open([folder])
      #expect(site.diagnostics.isEmpty && site.articles.count == 1)
    }
  }

  @Test func `takes over what the source changed and keeps what a person changed`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/content/story.thread.md"
      try run(folder, [("c1", "one"), ("c2", "two"), ("c3", "three")])
      let edited = try text(path).replacing("one", with: "ONE")
        .replacing(
          "\n\n## Ann {#c3 time=2021-03-12T11:21:56Z score=1 score-kind=votes}\n\nthree", with: "")
      try Files.write(Array(edited.utf8), to: path)
      let report = try run(
        folder, [("c1", "uno"), ("c2", "zwei"), ("c2b", "new"), ("c3", "three")])
      let now = try text(path)
      #expect(now.contains("ONE") && !now.contains("uno"))
      #expect(now.contains("zwei") && now.contains("new") && !now.contains("three"))
      #expect(report.keptEdits == ["\(path)#c1"])
      let places = ["ONE", "zwei", "new"].compactMap { now.firstRange(of: $0)?.lowerBound }
      #expect(places == places.sorted() && places.count == 3)
    }
  }

  @Test(arguments: [
    "---\nsource: http://www.e.org/story\n---\nX", "---\nslug: story\n---\nX",
    "---\naliases: [/story/]\n---\nX",
  ])
  func `finds the article a thread belongs to`(_ article: String) throws {
    try withTemporaryFolder { folder in
      try Files.write(Array(article.utf8), to: folder + "/content/mine.md")
      let report = try run(folder, [("c1", "one")])
      #expect(report.items.map(\.path) == [folder + "/content/mine.thread.md"])
      #expect(report.unmatched.isEmpty)
    }
  }

  @Test func `puts a thread under the article that is named`() throws {
    try withTemporaryFolder { folder in
      try Files.write(Array("X".utf8), to: folder + "/content/other.md")
      let report = try run(folder, [("c1", "one")]) { $0.article = "other.md" }
      #expect(report.items.map(\.path) == [folder + "/content/other.thread.md"])
      #expect(throws: Failure.self) { try run(folder, [("c1", "x")]) { $0.article = "no.md" } }
    }
  }

  @Test func `gives one person one pseudonym and tells nobody the name`() throws {
    try withTemporaryFolder { folder in
      try run(folder, [("c1", "one @Ann"), ("c2", "two")]) { $0.salt = "s" }
      let now = try text(folder + "/content/story.thread.md")
      let names = now.split(separator: "\n").filter { $0.hasPrefix("## ") }
        .map { $0.prefix { $0 != "{" } }
      #expect(Set(names).count == 1 && names.count == 2 && !now.contains("Ann"))
    }
  }

  @Test func `plans without writing`() throws {
    try withTemporaryFolder { folder in
      let report = try run(folder, [("c1", "one")]) { $0.isPlan = true }
      #expect(report.items.count == 2 && !Files.exists(folder + "/content"))
    }
  }
}
