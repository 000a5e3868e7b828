import AssayAnalysis
import Testing
import TestSupport

@testable import AssaySite

@Suite struct RedactionTests {
  private func build(_ redactions: String, thread: String) async throws -> String {
    try await withTemporaryFolder { folder in
      let article = "# Story\n\nJane Doe paid $40 of $80, or 50%.\n"
      try Files.write(Array(article.utf8), to: folder + "/content/a.md")
      let name = thread.hasPrefix("[") ? "a.thread.json" : "a.thread.md"
      try Files.write(Array(thread.utf8), to: folder + "/content/" + name)
      try Files.write(Array(redactions.utf8), to: folder + "/content/redactions.yml")
      let site = try Site.open([folder])
      _ = try await Build(site, output: folder + "/out").run()
      var all = ""
      for entry in try Files.tree(folder + "/out") where entry.kind == .file {
        all += String(decoding: try Files.read(folder + "/out/" + entry.path), as: UTF8.self)
      }
      return all
    }
  }

  private let thread = """
    ## Jane Doe {#c1}

    I live at 12 Elm
    Street and earned $90.

    ## Bob {#c2 re=c1}

    > I live at 12 Elm
    > Street and earned $90.

    So says jane doe. Janet Doel differs.
    """

  @Test func `takes a name and a phrase out of every page`() async throws {
    let all = try await build(
      "names: [Jane Doe]\nphrases: [\"live at 12 Elm Street\"]\n", thread: thread)
    #expect(!all.lowercased().contains("jane doe") && !all.contains("Elm"))
    #expect(all.contains("Janet Doel") && all.contains("$90"))
  }

  @Test func `takes a comment out, and quotations of it`() async throws {
    let all = try await build("comments: [\"a.thread.md#c1\"]\n", thread: thread)
    #expect(!all.contains("Elm") && all.contains("differs") && !all.contains("<bdi>Jane Doe<"))
  }

  @Test func `finds words that JSON spells with escapes`() async throws {
    let json =
      "[{\"id\": \"c1\", \"author\": \"J\\u0061ne Doe\", \"body\": \"x \\u00e9t\\u00e9 y\"}]"
    let all = try await build("names: [Jane Doe]\nphrases: [été]\n", thread: json)
    #expect(!all.contains("Jane Doe") && !all.contains("été"))
  }

  @Test func `stops where the list cannot be read`() async throws {
    await #expect(throws: Failure.self) { try await build("name: [Jane]\n", thread: thread) }
  }
}
