/// A step through the inlines of one block, as extensions cut and join them.
enum InlinePiece {
  case text(TextRange)
  /// An inline without others in it.
  case leaf(Inline)
  case open(Inline)
  case close
  /// A run of `~`, until its partner is found.
  case tildes(TextRange, canOpen: Bool, canClose: Bool)
  case openStrikethrough(TextRange)
  case closeStrikethrough(TextRange)
  case autolink(Inline.Link, TextRange)
  case footnote(label: String, TextRange)
}

/// Cuts the inlines of one block at what extensions know.
struct InlineCutter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let tail: WordsBuilder.Tail
  private let footnotes: FootnoteNumbers
  private(set) var pieces: [InlinePiece] = []
  private var segment = 0
  private var linkDepth = 0
  private var imageDepth = 0

  /// - Parameters:
  ///   - bytes: the words of the block, at the offsets they had.
  init(tail: WordsBuilder.Tail, bytes: UnsafeBufferPointer<UInt8>, footnotes: FootnoteNumbers) {
    self.tail = tail
    self.bytes = bytes
    self.footnotes = footnotes
  }

  mutating func cut(_ inlines: ArraySlice<Inline>) {
    var open: [(end: Int, isLink: Bool, isImage: Bool)] = []
    for (index, inline) in zip(inlines.indices, inlines) {
      while let last = open.last, last.end <= index {
        close(last)
        open.removeLast()
      }
      switch inline.kind {
      case .text: cutText(inline.text)
      case .softBreak, .lineBreak, .code, .html, .footnoteReference: pieces.append(.leaf(inline))
      case .emphasis, .strong, .strikethrough, .link, .image:
        let entry = (inline.end, inline.kind.isLink, inline.kind.isImage)
        if entry.1 { linkDepth += 1 }
        if entry.2 { imageDepth += 1 }
        open.append(entry)
        pieces.append(.open(inline))
      }
    }
    for entry in open.reversed() { close(entry) }
  }

  private mutating func close(_ entry: (end: Int, isLink: Bool, isImage: Bool)) {
    if entry.isLink { linkDepth -= 1 }
    if entry.isImage { imageDepth -= 1 }
    pieces.append(.close)
  }

  private func local(_ offset: UInt32) -> Int { Int(offset) - tail.start }

  private func range(_ local: Range<Int>) -> TextRange {
    TextRange(local.lowerBound + tail.start..<local.upperBound + tail.start)
  }

  private mutating func cutText(_ text: TextRange) {
    guard imageDepth == 0 else { return pieces.append(.text(text)) }
    let end = local(text.end)
    var start = local(text.start)
    let scanner = AutolinkScanner(bytes: bytes, range: start..<end)
    var index = start
    while index < end {
      guard let (piece, taken) = piece(at: index, floor: start, scanner), isWritten(taken) else {
        index += 1
        continue
      }
      if taken.lowerBound > start { pieces.append(.text(range(start..<taken.lowerBound))) }
      pieces.append(piece)
      start = taken.upperBound
      index = start
    }
    if start < end { pieces.append(.text(range(start..<end))) }
  }

  /// True where the marks at both ends stand in the source as they are, not escaped.
  private mutating func isWritten(_ taken: Range<Int>) -> Bool {
    isVerbatim(taken.lowerBound)
  }

  private mutating func isVerbatim(_ local: Int) -> Bool {
    let offset = UInt32(truncatingIfNeeded: local + tail.start)
    while segment < tail.segments.count, tail.segments[segment].text.end <= offset { segment += 1 }
    guard segment < tail.segments.count, tail.segments[segment].text.start <= offset else {
      return false
    }
    return tail.segments[segment].isVerbatim
  }

  private func piece(
    at index: Int, floor: Int, _ scanner: AutolinkScanner
  ) -> (InlinePiece, Range<Int>)? {
    switch bytes[index] {
    case UInt8(ascii: "~"): tildes(at: index, end: scanner.range.upperBound)
    case UInt8(ascii: "[") where linkDepth == 0 && !footnotes.isEmpty:
      footnote(at: index, end: scanner.range.upperBound)
    case UInt8(ascii: "w") where linkDepth == 0: link(scanner.web(at: index))
    case UInt8(ascii: ":") where linkDepth == 0: link(scanner.address(at: index, floor: floor))
    case UInt8(ascii: "@") where linkDepth == 0: link(scanner.mail(at: index, floor: floor))
    default: nil
    }
  }

  private func link(_ match: AutolinkScanner.Match?) -> (InlinePiece, Range<Int>)? {
    guard let match else { return nil }
    let address = match.prefix + String(decoding: bytes[match.range], as: UTF8.self)
    let link = Inline.Link(destination: address, title: "", isAutolink: true)
    return (.autolink(link, range(match.range)), match.range)
  }

  private func footnote(at index: Int, end: Int) -> (InlinePiece, Range<Int>)? {
    guard index + 2 < end, bytes[index + 1] == UInt8(ascii: "^") else { return nil }
    var close = index + 2
    while close < end, close - index < Footnotes.maximumLabelCount,
      !bytes[close].isMarkdownSpace, bytes[close] != UInt8(ascii: "["),
      bytes[close] != UInt8(ascii: "]")
    {
      close += 1
    }
    guard close < end, bytes[close] == UInt8(ascii: "]"), close > index + 2 else { return nil }
    let label = String(decoding: bytes[index + 2..<close], as: UTF8.self)
    guard footnotes.isDefined(label) else { return nil }
    return (.footnote(label: label, range(index..<close + 1)), index..<close + 1)
  }

  private func tildes(at index: Int, end: Int) -> (InlinePiece, Range<Int>)? {
    var stop = index
    while stop < end, bytes[stop] == UInt8(ascii: "~") { stop += 1 }
    let before = index > 0 ? bytes[index - 1] : UInt8(ascii: " ")
    let after = stop < bytes.count ? bytes[stop] : UInt8(ascii: " ")
    let isBeforeSpace = before.isMarkdownSpace
    let isAfterSpace = after.isMarkdownSpace
    let isBeforeMark = before.isASCIIPunctuation
    let isAfterMark = after.isASCIIPunctuation
    let isShort = stop - index <= 2
    return (
      .tildes(
        range(index..<stop),
        canOpen: isShort && !isAfterSpace && (!isAfterMark || isBeforeSpace || isBeforeMark),
        canClose: isShort && !isBeforeSpace && (!isBeforeMark || isAfterSpace || isAfterMark)),
      index..<stop
    )
  }
}

extension Inline.Kind {
  var isLink: Bool { if case .link = self { true } else { false } }
  var isImage: Bool { if case .image = self { true } else { false } }
}
