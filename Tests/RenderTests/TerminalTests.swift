import AssayAnalysis
import AssayRender
import Testing

@Suite struct TerminalTests {
  private func shown(_ text: String, _ words: String, hint: String? = nil) throws -> String {
    let source = SourceText(path: "a.md", text)
    let range = try #require(text.utf8Range(of: words))
    let diagnostic = Diagnostic(
      .warning, in: source, at: SourceRange(range), "'\(words)' is odd", hint: hint, rule: "share")
    return String(decoding: terminalText([diagnostic], isColored: false), as: UTF8.self)
  }

  @Test func `points at the words with a caret`() throws {
    #expect(
      try shown("x\nCafé: TAO fell 30% today", "30%", hint: "say 23%") == """
        a.md:2:16: warning: '30%' is odd [share]
          Café: TAO fell 30% today
                         ^~~
          hint: say 23%

        """)
  }

  @Test func `keeps the caret in place behind tabs and wide characters`() throws {
    let lines = try shown("\t日本 30%", "30%").split(separator: "\n")
    #expect(lines[1] == "   日本 30%")
    #expect(lines[2] == "        ^~~")
  }

  @Test func `shows a stranger's control characters instead of sending them`() throws {
    let text = try shown("\u{1B}[2J\u{202E}evil 30%", "30%")
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    #expect(text.contains("<U+001B>[2J<U+202E>evil"))
  }

  @Test func `shows a part of a very long line`() throws {
    let text = try shown(String(repeating: "a ", count: 50_000) + "30%", "30%")
    #expect(text.utf8.count < 500)
    #expect(text.contains("^~~"))
  }
}

extension String {
  func utf8Range(of words: String) -> Range<Int>? {
    guard let range = firstRange(of: words) else { return nil }
    let start = utf8.distance(from: startIndex, to: range.lowerBound)
    return start..<start + words.utf8.count
  }
}
