/// Strikethrough, autolinks, footnote references and task boxes: a pass over the inlines of one
/// block, made only where it holds a mark of one of them.
extension DocumentBuilder {
  /// - Returns: whether a task is done; nil where the block is none.
  mutating func applyInlineExtensions(
    firstInline: Int, firstWord: Int, canBeTask: Bool
  ) -> Bool? {
    guard words.count > firstWord, hasMark(from: firstWord, canBeTask: canBeTask) else {
      return nil
    }
    let old = Array(inlines[firstInline...])
    let tail = words.removeTail(from: firstWord)
    inlines.removeSubrange(firstInline...)
    var pieces = tail.bytes.withUnsafeBufferPointer { bytes in
      var cutter = InlineCutter(tail: tail, bytes: bytes, footnotes: footnotes)
      cutter.cut(old.reindexed(by: -firstInline))
      return cutter.pieces
    }
    let task = canBeTask ? takeTaskBox(&pieces, tail) : nil
    Strikethrough.pair(&pieces)
    var joiner = InlineJoiner(tail: tail)
    for piece in pieces { joiner.append(piece, to: &self) }
    return task
  }

  /// A quick look for the bytes that an extension may begin with.
  private func hasMark(from start: Int, canBeTask: Bool) -> Bool {
    if canBeTask, words.bytes[start] == UInt8(ascii: "[") { return true }
    let hasFootnotes = !footnotes.isEmpty
    return words.bytes.withUnsafeBufferPointer { bytes in
      for index in start..<bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "~"), UInt8(ascii: "@"): return true
        case UInt8(ascii: "["): if hasFootnotes { return true }
        case UInt8(ascii: ":"):
          if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "/") { return true }
        case UInt8(ascii: "w"):
          if index + 3 < bytes.count, bytes[index + 3] == UInt8(ascii: "."),
            bytes[index + 1] == UInt8(ascii: "w")
          {
            return true
          }
        default: continue
        }
      }
      return false
    }
  }

  /// Takes `[ ] ` or `[x] ` off the start.
  private func takeTaskBox(_ pieces: inout [InlinePiece], _ tail: WordsBuilder.Tail) -> Bool? {
    guard case .text(let range)? = pieces.first, range.count > 3, let first = tail.segments.first,
      first.isVerbatim, first.text.count > 3
    else { return nil }
    let words = tail.bytes
    guard words[0] == UInt8(ascii: "["), words[2] == UInt8(ascii: "]"), words[3].isSpaceOrTab else {
      return nil
    }
    let isChecked: Bool
    switch words[1] {
    case UInt8(ascii: " "): isChecked = false
    case UInt8(ascii: "x"), UInt8(ascii: "X"): isChecked = true
    default: return nil
    }
    var length = 4
    while length < range.count, words[length].isSpaceOrTab { length += 1 }
    pieces[0] = .text(
      TextRange(start: range.start + UInt32(truncatingIfNeeded: length), end: range.end))
    return isChecked
  }
}

/// Lays pieces out as inlines again.
private struct InlineJoiner {
  let tail: WordsBuilder.Tail
  private let places: DocumentText
  private var open: [(index: Int, inline: Inline, textStart: Int)] = []
  private var segment = 0
  /// True where the last inline is text that more text may be joined to.
  private var endsInText = false

  init(tail: WordsBuilder.Tail) {
    self.tail = tail
    places = DocumentText(bytes: [], segments: tail.segments)
  }

  mutating func append(_ piece: InlinePiece, to builder: inout DocumentBuilder) {
    switch piece {
    case .text(let range), .tildes(let range, _, _): appendText(range, to: &builder)
    case .leaf(let inline): appendLeaf(inline, to: &builder)
    case .open(let inline): push(inline, to: &builder)
    case .openStrikethrough(let range):
      push(
        Inline(kind: .strikethrough, range: places.sourceRange(of: range), text: range, end: 0),
        to: &builder)
    case .close: pop(end: nil, in: &builder)
    case .closeStrikethrough(let range):
      pop(end: places.sourceRange(of: range).end, in: &builder)
    case .autolink(let link, let range):
      push(
        Inline(kind: .link(link), range: places.sourceRange(of: range), text: range, end: 0),
        to: &builder)
      appendText(range, to: &builder)
      pop(end: nil, in: &builder)
    case .footnote(let label, let range):
      // Its number is no word of the text: "23%" stays "23%" before a reference.
      let (number, occurrence) = builder.footnotes.reference(label)
      add(
        .footnoteReference(label: label, number: number, occurrence: occurrence),
        range: places.sourceRange(of: range), textStart: builder.words.count, to: &builder)
    }
  }

  private mutating func add(
    _ kind: Inline.Kind, range: SourceRange, textStart: Int, to builder: inout DocumentBuilder
  ) {
    builder.inlines.append(
      Inline(
        kind: kind, range: range, text: builder.words.range(from: textStart),
        end: builder.inlines.count + 1))
    endsInText = false
  }

  private mutating func appendText(_ range: TextRange, to builder: inout DocumentBuilder) {
    guard !range.isEmpty else { return }
    let textStart = builder.words.count
    builder.words.restore(range, of: tail, hint: &segment)
    let source = places.sourceRange(of: range)
    if endsInText, let last = builder.inlines.popLast() {
      builder.inlines.append(
        Inline(
          kind: .text, range: SourceRange(start: last.range.start, end: source.end),
          text: builder.words.range(from: Int(last.text.start)), end: last.end))
    } else {
      add(.text, range: source, textStart: textStart, to: &builder)
      endsInText = true
    }
  }

  private mutating func appendLeaf(_ inline: Inline, to builder: inout DocumentBuilder) {
    let textStart = builder.words.count
    builder.words.restore(inline.text, of: tail, hint: &segment)
    if case .code = inline.kind { builder.words.markOpaque(from: textStart) }
    if case .html = inline.kind { builder.words.markOpaque(from: textStart) }
    add(inline.kind, range: inline.range, textStart: textStart, to: &builder)
  }

  private mutating func push(_ inline: Inline, to builder: inout DocumentBuilder) {
    open.append((builder.inlines.count, inline, builder.words.count))
    add(inline.kind, range: inline.range, textStart: builder.words.count, to: &builder)
  }

  private mutating func pop(end: UInt32?, in builder: inout DocumentBuilder) {
    guard let (index, inline, textStart) = open.popLast() else { return }
    var isOpaque = inline.kind.isImage
    if case .link(let link) = inline.kind { isOpaque = link.isAutolink }
    if isOpaque { builder.words.markOpaque(from: textStart) }
    builder.inlines[index] = Inline(
      kind: inline.kind,
      range: SourceRange(start: inline.range.start, end: max(inline.range.end, end ?? 0)),
      text: builder.words.range(from: textStart), end: builder.inlines.count)
    endsInText = false
  }
}

extension [Inline] {
  /// The same inlines with their ends moved.
  fileprivate func reindexed(by shift: Int) -> ArraySlice<Inline> {
    map { Inline(kind: $0.kind, range: $0.range, text: $0.text, end: $0.end + shift) }[...]
  }
}
