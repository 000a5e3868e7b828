import AssayAnalysis
import Testing

@Suite struct SourceTextTests {
  @Test func `replaces ill-formed bytes and says where they were`() throws {
    let (text, diagnostics) = try SourceText.decode(
      path: "a.md", bytes: [0x61, 0x0A, 0x62, 0xFF, 0x63])
    #expect(String(decoding: text.bytes, as: UTF8.self) == "a\nb\u{FFFD}c")
    #expect(diagnostics.map(\.line) == [2])
    #expect(diagnostics.map(\.column) == [2])
  }

  @Test func `drops a byte order mark and keeps offsets of the file`() throws {
    let (text, diagnostics) = try SourceText.decode(
      path: "a.md", bytes: [0xEF, 0xBB, 0xBF, 0x61])
    #expect(text.bytes == [0x61])
    #expect(text.origin.offset == 3)
    #expect(diagnostics.isEmpty)
  }

  @Test func `refuses UTF-16 with a hint`() {
    #expect(throws: Failure.self) {
      try SourceText.decode(path: "a.md", bytes: [0xFF, 0xFE, 0x61, 0])
    }
  }

  @Test func `counts columns in scalars`() {
    let text = SourceText(path: "a.md", "é x\nü y")
    #expect(text.location(of: 3) == SourceLocation(line: 1, column: 3))
    #expect(LineIndex(text).location(of: 8) == SourceLocation(line: 2, column: 3))
  }
}
