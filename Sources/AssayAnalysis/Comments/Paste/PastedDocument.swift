/// A piece of a pasted text, as its reader saw it.
enum PastedPiece {
  /// The words of a heading.
  case heading(Range<Int>, level: Int)
  /// A paragraph's lines.
  case paragraph([Range<Int>])
  /// Lines with Markdown's marks, read as such.
  case markdown(Range<Int>)
}

/// Reads plain words as a document: a line is a paragraph, unless lines were wrapped; lines with
/// Markdown's own marks are read as Markdown.
func pastedDocument(_ source: SourceText, width: Int? = nil) -> Document {
  let lines = PastedLines(source.bytes, width: width)
  return pastedDocument(source, lines.pieces(lines.paragraphs.indices, headings: [:]))
}

/// Lays pieces out as a document, each byte of its words where it stands in the source.
func pastedDocument(
  _ source: SourceText, _ pieces: [PastedPiece], frontMatter: FrontMatter = FrontMatter()
) -> Document {
  var builder = PastedDocumentBuilder(source)
  for piece in pieces { builder.append(piece) }
  return builder.document(frontMatter)
}

extension PastedLines {
  /// The pieces of some paragraphs; `headings` gives the levels of those that are headings.
  func pieces(
    _ indices: Range<Int>, headings: [Int: Int], skipping skipped: Set<Int> = []
  ) -> [PastedPiece] {
    var pieces: [PastedPiece] = []
    var index = indices.lowerBound
    while index < indices.upperBound {
      let paragraph = paragraphs[index]
      if skipped.contains(index) {
        index += 1
        continue
      }
      if let level = headings[index] {
        pieces.append(.heading(paragraph.range, level: level))
        index += 1
        continue
      }
      let end = markdownEnd(from: index, in: indices)
      if end > index {
        pieces.append(.markdown(paragraph.range.lowerBound..<paragraphs[end - 1].range.upperBound))
        index = end
      } else {
        pieces.append(.paragraph(paragraph.lines))
        index += 1
      }
    }
    return pieces
  }

  /// One past the last paragraph of a run that Markdown reads as one; `index` where it reads none.
  private func markdownEnd(from index: Int, in indices: Range<Int>) -> Int {
    func mark(_ index: Int) -> PastedMark? {
      paragraphs[index].lines.first.flatMap { PastedMark(bytes, $0) }
    }
    guard let first = mark(index) else { return index }
    var end = index + 1
    guard first.continues else { return end }
    while end < indices.upperBound, !paragraphs[end].followsBlank, mark(end) == first { end += 1 }
    // A number and a point begin a list only where a second one follows.
    return first == .number && end == index + 1 ? index : end
  }
}

/// What Markdown would make of a line.
enum PastedMark: Equatable {
  case heading, bullet, number, quote, row
  /// Words with emphasis, code, a link or an address in them.
  case inline

  /// Whether lines of this kind belong together.
  var continues: Bool { self != .heading && self != .inline }

  init?(_ bytes: [UInt8], _ line: Range<Int>) {
    let words = bytes[line]
    guard let first = words.first else { return nil }
    let hashes = words.prefix { $0 == UInt8(ascii: "#") }.count
    let digits = words.prefix { (48...57).contains($0) }.count
    let second = words.dropFirst().first ?? 0
    switch first {
    case UInt8(ascii: "#") where hashes <= 6 && words.dropFirst(hashes).first == 0x20:
      self = .heading
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      guard second != 0x20 else {
        self = .bullet
        return
      }
      guard PastedMark.hasInlineMarks(words) else { return nil }
      self = .inline
    case UInt8(ascii: ">"): self = .quote
    case UInt8(ascii: "|"): self = .row
    case _ where (1...3).contains(digits) && words.dropFirst(digits).starts(with: ". ".utf8):
      self = .number
    default:
      guard PastedMark.hasInlineMarks(words) else { return nil }
      self = .inline
    }
  }

  /// `**`, a code span, `](` or the start of a web address.
  private static func hasInlineMarks(_ words: ArraySlice<UInt8>) -> Bool {
    words.withUnsafeBufferPointer { bytes in
      var ticks = 0
      for index in bytes.indices {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        switch (bytes[index], next) {
        case (UInt8(ascii: "*"), UInt8(ascii: "*")), (UInt8(ascii: "]"), UInt8(ascii: "(")),
          (UInt8(ascii: ":"), UInt8(ascii: "/")):
          return true
        case (UInt8(ascii: "w"), UInt8(ascii: "w")):
          if index + 3 < bytes.count, bytes[index + 3] == UInt8(ascii: ".") { return true }
        case (UInt8(ascii: "`"), _): ticks += 1
        default: break
        }
      }
      return ticks >= 2
    }
  }
}

private struct PastedDocumentBuilder {
  private let source: SourceText
  private var blocks: [Block] = []
  private var inlines: [Inline] = []
  private var words: [UInt8] = []
  private var segments: [DocumentText.Segment] = []
  private var opaque: [TextRange] = []
  private var headingIDs = HeadingIDs()

  init(_ source: SourceText) {
    self.source = source
    words.reserveCapacity(source.bytes.count + 16)
  }

  func document(_ frontMatter: FrontMatter) -> Document {
    Document(
      source: source, frontMatter: frontMatter, blocks: blocks, inlines: inlines,
      text: DocumentText(bytes: words, segments: segments, opaque: opaque))
  }

  mutating func append(_ piece: PastedPiece) {
    switch piece {
    case .heading(let range, let level):
      let id = headingIDs.next(for: source.bytes[range])
      append([range], kind: .heading(level: level, id: id))
    case .paragraph(let lines): append(lines, kind: .paragraph)
    case .markdown(let range): appendMarkdown(range)
    }
  }

  private mutating func append(_ lines: [Range<Int>], kind: Block.Kind) {
    guard let first = lines.first, let last = lines.last else { return }
    let textStart = words.count
    let inlineStart = inlines.count
    var previousEnd = first.lowerBound
    for (index, line) in lines.enumerated() {
      if index > 0 {
        let space = words.count
        words.append(0x20)
        appendInline(.softBreak, SourceRange(previousEnd..<line.lowerBound), from: space)
      }
      let start = words.count
      words += source.bytes[line]
      segments.append(
        .init(text: TextRange(start..<words.count), source: SourceRange(line)))
      appendInline(.text, SourceRange(line), from: start)
      previousEnd = line.upperBound
    }
    let text = TextRange(textStart..<words.count)
    words.append(0x0A)
    blocks.append(
      Block(
        kind: kind, range: SourceRange(first.lowerBound..<last.upperBound), end: blocks.count + 1,
        inlines: inlineStart..<inlines.count, text: text))
  }

  private mutating func appendInline(_ kind: Inline.Kind, _ range: SourceRange, from start: Int) {
    inlines.append(
      Inline(
        kind: kind, range: range, text: TextRange(start..<words.count), end: inlines.count + 1))
  }

  /// Reads a run of lines on its own and moves it to its place in the whole.
  private mutating func appendMarkdown(_ range: Range<Int>) {
    let part = Document(markdown: SourceText(path: "", bytes: Array(source.bytes[range])))
    let text = UInt32(words.count)
    let origin = UInt32(range.lowerBound)
    let (blockStart, inlineStart) = (blocks.count, inlines.count)
    for block in part.blocks {
      blocks.append(
        Block(
          kind: renamed(block, in: part), range: block.range.moved(by: origin),
          end: block.end + blockStart,
          inlines: block.inlines.lowerBound + inlineStart..<block.inlines.upperBound + inlineStart,
          text: block.text.moved(by: text)))
    }
    for inline in part.inlines {
      inlines.append(
        Inline(
          kind: inline.kind, range: inline.range.moved(by: origin),
          text: inline.text.moved(by: text), end: inline.end + inlineStart))
    }
    segments += part.text.segments.map {
      .init(text: $0.text.moved(by: text), source: $0.source.moved(by: origin))
    }
    opaque += part.text.opaque.map { $0.moved(by: text) }
    words += part.text.bytes
  }

  /// Anchors must be unique in the whole document.
  private mutating func renamed(_ block: Block, in part: Document) -> Block.Kind {
    guard case .heading(let level, _) = block.kind else { return block.kind }
    return .heading(level: level, id: headingIDs.next(for: part.text.bytes[block.text.offsets]))
  }
}

extension SourceRange {
  fileprivate func moved(by offset: UInt32) -> SourceRange {
    SourceRange(start: start + offset, end: end + offset)
  }
}

extension TextRange {
  fileprivate func moved(by offset: UInt32) -> TextRange {
    TextRange(start: start + offset, end: end + offset)
  }
}
