import Foundation
import Testing

@testable import AssayAnalysis

/// Runs every case of `Tests/Cases`: an article and the findings it must give, no more and no less.
///
/// `UPDATE_SNAPSHOTS=1 swift test --filter CaseTests` writes what the checks say now; read the
/// difference before it is committed.
struct CaseTests {
  @Test(arguments: CaseFile.all)
  func `gives the findings that the case file lists`(_ file: CaseFile) throws {
    var text = try String(contentsOfFile: file.path, encoding: .utf8)
    let cases = CaseFile.cases(in: text)
    #expect(!cases.isEmpty, "\(file) holds no case")
    for one in cases.reversed() {
      let found = findings(of: one)
      if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
        text.replaceSubrange(one.findings, with: found)
      } else {
        #expect(String(text[one.findings]) == found, "\(file), case “\(one.title)”")
      }
    }
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
      try text.write(toFile: file.path, atomically: true, encoding: .utf8)
    }
  }

  @Test func `has a case that must be flagged and one that must not for each check`() throws {
    var verdicts: [String: Set<String>] = [:]
    var silent: Set<String> = []
    for file in CaseFile.all {
      let text = try String(contentsOfFile: file.path, encoding: .utf8)
      for one in CaseFile.cases(in: text) {
        for line in text[one.findings].split(separator: "\n") {
          let words = line.split(separator: " ")
          guard words.count > 1 else { continue }
          verdicts[String(words[1]), default: []].insert(String(words[0]))
        }
        if text[one.findings].isEmpty { silent.formUnion(one.checks) }
      }
    }
    for check in Check.all where !check.isSiteWide {
      let found = verdicts[check.id] ?? []
      #expect(
        found.contains("consistent") || silent.contains(check.id),
        "\(check.id) has no case that must not be flagged")
      #expect(
        !found.subtracting(["consistent", "derived"]).isEmpty, "\(check.id) has no flagged case")
    }
  }

  @Test(arguments: Check.all.map(\.id))
  func `documents a check under its four headings`(_ id: String) throws {
    let check = try #require(Check.all.first { $0.id == id })
    let headings = check.documentation.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(
      headings == [
        "## What it examines", "## Why it matters", "## Example", "## When to ignore it",
      ])
  }

  private func findings(of one: CaseFile.Case) -> String {
    let source = SourceText(path: "case.md", one.article)
    let article =
      one.article.hasPrefix("---\n")
      ? readArticle(source, options: ReadingOptions(format: .markdown)).article
      : Document(markdown: source)
    let comments = one.comments.enumerated().map { index, body in
      Comment(
        id: "c\(index + 1)", author: nil, parent: nil, depth: 0,
        body: Document(markdown: SourceText(path: "case.md", body)))
    }
    let thread = comments.isEmpty ? nil : AssayAnalysis.Thread(path: "case.md", comments: comments)
    let references = one.references.map { ReferenceTable(SourceText(path: "reference.csv", $0)) }
    let analysis = Analysis(
      article: article, thread: thread,
      options: AnalysisOptions(checks: Check.all, references: references.map { [$0] } ?? []))
    return analysis.relations.filter { one.checks.contains($0.check) }.map { relation in
      let words = relation.operands.first?.text ?? ""
      return
        "\(relation.verdict.rawValue) \(relation.check) \"\(words)\": \(relation.explanation)\n"
    }.joined()
  }
}

/// One file of cases: Markdown in which each `##` heading is a case, with fenced blocks `article`,
/// perhaps `comment` and `reference`, and `findings` at its end. Its first line names the checks
/// that it lists.
struct CaseFile: Sendable, CustomTestStringConvertible {
  let path: String
  var testDescription: String { path.split(separator: "/").last.map(String.init) ?? path }

  struct Case {
    let title: String
    let checks: [String]
    var article = ""
    var comments: [String] = []
    var references: String?
    let findings: Range<String.Index>
  }

  static let all: [CaseFile] = {
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/\(folder)/Cases")) ?? []
    return names.filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted()
      .map { CaseFile(path: "/\(folder)/Cases/\($0)") }
  }()

  static func cases(in text: String) -> [Case] {
    var cases: [Case] = []
    var title = ""
    var checks: [String] = []
    var blocks: [(name: String, body: Range<String.Index>)] = []
    var open: (name: String, start: String.Index)?
    var index = text.startIndex
    while index < text.endIndex {
      let end = text[index...].firstIndex(of: "\n").map { text.index(after: $0) } ?? text.endIndex
      let line = text[index..<end]
      if let block = open {
        if line.hasPrefix("````") {
          blocks.append((block.name, block.start..<index))
          if block.name == "findings" {
            cases.append(make(title, checks, blocks, in: text, index: block.start..<index))
            blocks = []
          }
          open = nil
        }
      } else if line.hasPrefix("````") {
        open = (line.dropFirst(4).trimmingCharacters(in: .whitespacesAndNewlines), end)
      } else if line.hasPrefix("## ") {
        title = line.dropFirst(3).trimmingCharacters(in: .whitespacesAndNewlines)
      } else if line.hasPrefix("Checks: ") {
        checks = line.dropFirst(8).split(separator: ",").map {
          $0.trimmingCharacters(in: .whitespacesAndNewlines)
        }
      }
      index = end
    }
    return cases
  }

  private static func make(
    _ title: String, _ checks: [String], _ blocks: [(name: String, body: Range<String.Index>)],
    in text: String, index: Range<String.Index>
  ) -> Case {
    var one = Case(title: title, checks: checks, findings: index)
    for block in blocks {
      switch block.name {
      case "article": one.article = String(text[block.body])
      case "comment": one.comments.append(String(text[block.body]))
      case "reference": one.references = String(text[block.body])
      default: break
      }
    }
    return one
  }
}
