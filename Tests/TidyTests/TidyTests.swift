import Foundation
import Testing

/// The rules of this house that a compiler does not know. CONTRIBUTING.md gives the reasons.
@Suite struct TidyTests {
  @Test(arguments: try sources())
  func `keeps files and functions short`(_ file: SourceFile) {
    #expect(file.lines.count <= 600, "\(file.path) has \(file.lines.count) lines; the limit is 600")
    for function in file.functions where function.lineCount > 70 {
      Issue.record("\(file.path):\(function.line): \(function.lineCount) lines; the limit is 70")
    }
  }

  @Test(arguments: try sources())
  func `never crashes on purpose`(_ file: SourceFile) {
    let banned = [
      "try!", "as!", "fatalError(", "@unchecked", "nonisolated(unsafe)", "TODO", "FIXME",
    ]
    file.expectNone(of: banned)
  }

  @Test(arguments: try sources(in: ["AssayAnalysis", "AssayRender"]))
  func `keeps the core free of effects`(_ file: SourceFile) {
    let banned = [
      "FileManager", "Date()", " print(", "ProcessInfo", "getenv", "URLSession", "Task {", "async ",
      "Locale", "DateFormatter", "NumberFormatter", "import Glibc", ".random(",
    ]
    file.expectNone(of: banned)
  }

  @Test(arguments: try sources())
  func `lets one file own each C library`(_ file: SourceFile) {
    let owners = [
      "CCmark": "CommonMark.swift", "CYaml": "YAMLEvents.swift", "CExpat": "XMLEvents.swift",
      "CGumbo": "HTMLEvents.swift",
    ]
    for (library, owner) in owners where file.imports.contains(library) {
      #expect(file.name == owner, "\(file.path) imports \(library); only \(owner) may")
    }
  }

  @Test(arguments: try sources())
  func `documents every public declaration`(_ file: SourceFile) {
    for line in file.undocumentedPublicTypes {
      Issue.record("\(file.path):\(line): a public type without ///")
    }
  }

  @Test func `shows each row of the feature table by a test that there is`() throws {
    let page = try text("docs/content/guide/features.md")
    let table = try #require(page.components(separatedBy: "## Where each is shown").last)
    let rows = table.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
    let named = rows.compactMap { row in
      row.split(separator: "|").dropFirst().first?.trimmingCharacters(in: .whitespaces)
    }
    #expect(named.count > 30)
    let tests = try FileManager.default.subpathsOfDirectory(atPath: package.path + "/Tests")
      .filter { $0.hasSuffix(".swift") }.map { try text("Tests/" + $0) }.joined()
    for name in named {
      #expect(tests.contains("func `\(name)`"), "docs/content/guide/features.md names '\(name)'")
    }
  }
}

private let package = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// A file of this package.
private func text(_ path: String) throws -> String {
  try String(contentsOf: package.appending(path: path), encoding: .utf8)
}

/// A Swift file of this package, as lines.
struct SourceFile: Sendable, CustomTestStringConvertible {
  let path: String
  let lines: [String]

  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  var testDescription: String { path }

  var imports: Set<String> {
    Set(
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index <= 1, index + 1 < words.count
        else { return nil }
        return String(words[index + 1])
      })
  }

  func expectNone(of banned: [String]) {
    for (index, line) in lines.enumerated() {
      let code = line.trimmingCharacters(in: .whitespaces)
      if code.hasPrefix("//") { continue }
      for word in banned where (" " + code).contains(word) {
        Issue.record("\(path):\(index + 1): '\(word)' does not belong here: \(code)")
      }
    }
  }

  struct Function {
    let line: Int
    let lineCount: Int
  }

  /// Each `func` or `init` with the line of its closing brace, which stands at its own indentation.
  var functions: [Function] {
    var found: [Function] = []
    for (index, line) in lines.enumerated() {
      let code = line.trimmingCharacters(in: .whitespaces)
      guard code.contains("func ") || code.contains("init"),
        code.range(of: #"^([a-z@()]+ )*(func |init[?(<])"#, options: .regularExpression) != nil
      else { continue }
      let indentation = line.prefix { $0 == " " }
      let closing = lines[index...].firstIndex { $0 == indentation + "}" }
      if let closing { found.append(Function(line: index + 1, lineCount: closing - index + 1)) }
    }
    return found
  }

  var undocumentedPublicTypes: [Int] {
    lines.indices.filter { index in
      let code = lines[index]
      let isType = ["struct ", "enum ", "protocol ", "final class ", "func "].contains {
        code.hasPrefix("public " + $0)
      }
      guard isType else { return false }
      var above = index - 1
      while above >= 0, lines[above].hasPrefix("@") { above -= 1 }
      return above < 0 || !lines[above].hasPrefix("///")
    }.map { $0 + 1 }
  }
}

/// All Swift files of the package's sources, or of some of its modules.
func sources(in modules: [String]? = nil) throws -> [SourceFile] {
  let root = package.appending(path: "Sources")
  let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
  return try names.filter { $0.hasSuffix(".swift") }.filter { name in
    guard let modules else { return true }
    return modules.contains { name.hasPrefix($0 + "/") }
  }.map { name in
    let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
    return SourceFile(
      path: "Sources/" + name,
      lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }
}
