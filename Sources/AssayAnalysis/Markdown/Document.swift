/// A parsed text: its blocks and inlines, and its words.
///
/// A class, for whoever holds a copy of a struct holds each of its arrays, and documents are handed
/// about in loops.
public final class Document: Sendable {
  public let source: SourceText
  public let frontMatter: FrontMatter
  /// In document order; see `Block.end`.
  public let blocks: [Block]
  /// In document order; see `Inline.end`.
  public let inlines: [Inline]
  public let text: DocumentText
  /// What was found while reading it.
  public let diagnostics: [Diagnostic]

  public init(
    source: SourceText, frontMatter: FrontMatter = FrontMatter(), blocks: [Block],
    inlines: [Inline], text: DocumentText, diagnostics: [Diagnostic] = []
  ) {
    self.source = source
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.inlines = inlines
    self.text = text
    self.diagnostics = diagnostics
  }

  /// The bytes of the source that a range of words stands for.
  public func sourceRange(of range: TextRange) -> SourceRange { text.sourceRange(of: range) }
}

extension Document {
  /// Plain text without markup: each line that is not blank is a paragraph.
  public convenience init(plain source: SourceText) {
    var blocks: [Block] = []
    var inlines: [Inline] = []
    var start = 0
    let bytes = source.bytes
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if bytes[start..<end].contains(where: { $0 > 0x20 }) {
        let text = TextRange(start..<end)
        let range = SourceRange(start..<end)
        blocks.append(
          Block(
            kind: .paragraph, range: range, end: blocks.count + 1,
            inlines: inlines.count..<inlines.count + 1, text: text))
        inlines.append(Inline(kind: .text, range: range, text: text, end: inlines.count + 1))
      }
      start = end + 1
    }
    let all = TextRange(0..<bytes.count)
    let segment = DocumentText.Segment(text: all, source: SourceRange(0..<bytes.count))
    self.init(
      source: source, blocks: blocks, inlines: inlines,
      text: DocumentText(bytes: bytes, segments: [segment]))
  }
}
