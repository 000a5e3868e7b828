import AssayAnalysis
import AssaySite
import Foundation
import Testing
import TestSupport

/// Runs what the user guide says.
@Suite struct DocumentationTests {
  @Test(arguments: try Chapter.all())
  func `prints what the guide says it prints`(_ chapter: Chapter) throws {
    try withTemporaryFolder { folder in
      for block in chapter.blocks {
        if let file = block.file {
          try Files.write(Array(block.text.utf8), to: folder + "/" + file)
        } else if block.language == "console" {
          try run(block, of: chapter, in: folder)
        }
      }
    }
  }

  private func run(_ block: Chapter.Block, of chapter: Chapter, in folder: String) throws {
    for step in block.steps {
      let printed = try Program.shell(step.command, in: folder)
      for line in step.expected {
        #expect(
          Chapter.contains(printed, line),
          "\(chapter.name): '\(step.command)' should print '\(line)' and prints:\n\(printed)")
      }
    }
  }

  @Test func `lists every name of the templates`() async throws {
    let chapter = try Chapter.read("template-names")
    try withTemporaryFolder { folder in
      try writeFullSite(in: folder)
      let listed = try Program.run(["doctor", "templates", "--markdown"], in: folder).output
      guard ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == nil else {
        let head = chapter.text.components(separatedBy: "## ")[0]
        return try Files.write(Array((head + listed).utf8), to: chapter.path)
      }
      // What lies within a name depends on the words of the site; the names themselves do not.
      let known = Set(chapter.text.split(separator: "\n"))
      for line in listed.split(separator: "\n") where line.hasPrefix("- `") {
        let name = line.dropFirst(3).prefix { $0 != "`" }
        guard !name.dropFirst(5).contains("."), !name.contains("[") else { continue }
        #expect(
          known.contains { $0.hasPrefix("- `\(name)`") },
          "\(name) is missing: UPDATE_SNAPSHOTS=1 swift test --filter DocumentationTests adds it")
      }
    }
  }

  /// The small site with all that a page may show.
  private func writeFullSite(in folder: String) throws {
    _ = try Program.run(["init", "."], in: folder)
    let settings = """
      title: T
      base-url: https://site.example
      languages: {en: {name: English}, de: {name: Deutsch}}
      sections: {notes: {title: Notes}}
      page-size: 1
      menu: [{name: N, path: "https://example.org"}]
      feeds: {for: [site, tags, sections, entities]}
      """
    let front = "title: T\ndate: 2026-02-01\ntags: [budget]\nimage: p.svg\nsummary: S\n"
    let words = "The Grete Lund carried 8,200 of Sandholm's people, up 5% from 7,810."
    let count = "The population of Harwick was"
    let files = [
      "content/old.md": "---\ndate: 2026-01-01\n---\n\(count) 48,200 in 2024.\n",
      "content/new.md": "---\ndate: 2026-01-02\n---\n\(count) 48,900 in 2024.\n",
      "assay.yml": settings, "content/_index.md": "Welcome.\n",
      "content/p.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
      "content/second.md": "---\n\(front)---\n\(words)\n",
      "content/second.de.md": "---\n\(front)---\n\(words)\n",
      "content/notes/about.md": "---\ntitle: About\nanalyse: false\n---\nWe are.\n",
    ]
    for (path, text) in files { try Files.write(Array(text.utf8), to: folder + "/" + path) }
  }

  @Test func `builds as a site in which nothing is amiss`() throws {
    try withTemporaryFolder { folder in
      let built = try Program.run(["build", Chapter.root + "/docs", "-o", "out"], in: folder)
      #expect(built.code == 0)
      #expect(!built.errors.contains("warning"), "\(built.errors)")
      #expect(Files.exists(folder + "/out/guide/themes/index.html"))
    }
  }
}

/// A chapter of the guide: its blocks of code, in order.
struct Chapter: Sendable, CustomTestStringConvertible {
  let name: String
  let path: String
  let text: String

  var testDescription: String { name }

  struct Block {
    let language: String
    /// What stands after the language: the file to write it to.
    let file: String?
    let text: String

    /// Commands, each with the lines that must be in what it prints.
    var steps: [(command: String, expected: [String])] {
      var steps: [(command: String, expected: [String])] = []
      for line in text.split(separator: "\n") {
        if line.hasPrefix("$ ") {
          steps.append((String(line.dropFirst(2)), []))
        } else if !steps.isEmpty {
          steps[steps.count - 1].expected.append(String(line))
        }
      }
      return steps
    }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static func all() throws -> [Chapter] {
    try Files.names(root + "/docs/content/guide").filter { $0.hasSuffix(".md") }
      .map { try read(String($0.dropLast(3))) }
  }

  static func read(_ name: String) throws -> Chapter {
    let path = "\(root)/docs/content/guide/\(name).md"
    return Chapter(
      name: name, path: path, text: String(decoding: try Files.read(path), as: UTF8.self))
  }

  var blocks: [Block] {
    let document = readArticle(SourceText(path: name + ".md", text)).article
    return document.blocks.compactMap { block in
      guard case .codeBlock(let language) = block.kind else { return nil }
      let source = document.source[block.range]
      let info = source.prefix { $0 != "\n" }.drop { $0 == "`" }.split(separator: " ")
      let words = document.text.bytes[block.text.offsets]
      return Block(
        language: language, file: info.count > 1 ? String(info[1]) : nil,
        text: String(decoding: words, as: UTF8.self))
    }
  }

  /// True where a line is printed, `…` standing for anything.
  static func contains(_ printed: String, _ line: String) -> Bool {
    let parts = line.components(separatedBy: "…").map { $0.trimmingCharacters(in: .whitespaces) }
    return printed.components(separatedBy: "\n").contains { candidate in
      var rest = candidate[...]
      return parts.allSatisfy { part in
        guard !part.isEmpty else { return true }
        guard let found = rest.range(of: part) else { return false }
        rest = rest[found.upperBound...]
        return true
      }
    }
  }
}
