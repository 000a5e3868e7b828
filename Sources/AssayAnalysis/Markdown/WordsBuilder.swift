/// Gathers the words of a document, with the segments that lead back to the parsed text.
struct WordsBuilder {
  private(set) var bytes: [UInt8] = []
  private(set) var segments: [DocumentText.Segment] = []
  private(set) var opaque: [TextRange] = []
  private let map: SourceMap

  init(map: SourceMap, capacity: Int) {
    self.map = map
    bytes.reserveCapacity(capacity)
    segments.reserveCapacity(capacity / 40 + 8)
  }

  var count: Int { bytes.count }

  /// Adds words that the parsed text holds byte for byte at an offset.
  mutating func appendVerbatim(_ words: UnsafeBufferPointer<UInt8>, parsedAt offset: Int) {
    guard !map.isUniform else {
      return appendRun(words, SourceRange(parsed: offset, offset + words.count))
    }
    var index = 0
    while index < words.count {
      let count = map.contiguousCount(from: offset + index, limit: words.count - index)
      // What a guard put into code or HTML is no part of it.
      if !map.isInserted(offset + index) {
        let part = UnsafeBufferPointer(rebasing: words[index..<index + count])
        appendRun(part, SourceRange(parsed: offset + index, offset + index + count))
      }
      index += count
    }
  }

  /// Adds words that stand for other bytes: an escape, an entity.
  mutating func append(_ words: UnsafeBufferPointer<UInt8>, standingFor start: Int, _ end: Int) {
    let place = SourceRange(parsed: start, end)
    guard words.count == place.count, words.count > 1 else { return appendRun(words, place) }
    // Equal counts would pass for equal bytes: the first byte stands for all, the rest for none.
    appendRun(UnsafeBufferPointer(rebasing: words[..<1]), place)
    appendRun(UnsafeBufferPointer(rebasing: words[1...]), SourceRange(parsed: end, end))
  }

  private mutating func appendRun(_ words: UnsafeBufferPointer<UInt8>, _ source: SourceRange) {
    guard !words.isEmpty else { return }
    let start = UInt32(truncatingIfNeeded: bytes.count)
    bytes.append(contentsOf: words)
    let text = TextRange(start: start, end: UInt32(truncatingIfNeeded: bytes.count))
    add(DocumentText.Segment(text: text, source: source))
  }

  /// Adds a segment, joined to the one before where both are verbatim neighbours.
  private mutating func add(_ segment: DocumentText.Segment) {
    if let last = segments.last, last.isVerbatim, segment.isVerbatim,
      last.text.end == segment.text.start, last.source.end == segment.source.start
    {
      segments[segments.count - 1] = DocumentText.Segment(
        text: last.text.union(segment.text),
        source: SourceRange(start: last.source.start, end: segment.source.end))
    } else {
      segments.append(segment)
    }
  }

  /// Adds a byte that has no source of its own: the space of a line break, the end of a block.
  mutating func appendSeparator(_ byte: UInt8) { bytes.append(byte) }

  /// Says that the words from an offset on are no prose.
  mutating func markOpaque(from start: Int) {
    guard start < bytes.count else { return }
    let range = TextRange(start..<bytes.count)
    // An image's description may hold code: the outer range takes its place.
    while let last = opaque.last, last.start >= range.start { opaque.removeLast() }
    opaque.append(range)
  }

  func range(from start: Int) -> TextRange {
    TextRange(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: bytes.count))
  }
}

extension WordsBuilder {
  /// The words from an offset on, taken out so that an extension can put them back changed.
  struct Tail {
    let start: Int
    let bytes: [UInt8]
    let segments: [DocumentText.Segment]
  }

  mutating func removeTail(from start: Int) -> Tail {
    var firstSegment = segments.count
    while firstSegment > 0, Int(segments[firstSegment - 1].text.end) > start { firstSegment -= 1 }
    let tail = Tail(
      start: start, bytes: Array(bytes[start...]), segments: Array(segments[firstSegment...]))
    bytes.removeSubrange(start...)
    segments.removeSubrange(firstSegment...)
    while let last = opaque.last, Int(last.end) > start { opaque.removeLast() }
    return tail
  }

  /// Puts a part of a tail back. `hint` is the segment to begin looking at; parts come in order.
  mutating func restore(_ range: TextRange, of tail: Tail, hint: inout Int) {
    let shift = bytes.count - Int(range.start)
    let local = Int(range.start) - tail.start..<Int(range.end) - tail.start
    bytes.append(contentsOf: tail.bytes[local])
    while hint < tail.segments.count, tail.segments[hint].text.end <= range.start { hint += 1 }
    var index = hint
    while index < tail.segments.count, tail.segments[index].text.start < range.end {
      add(tail.segments[index].clipped(to: range).moved(by: shift))
      index += 1
    }
  }
}

extension SourceRange {
  /// Offsets that are at most those of a file.
  init(parsed start: Int, _ end: Int) {
    self.init(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: max(start, end)))
  }
}

extension DocumentText.Segment {
  /// The part of a segment within a range of words; one that is not verbatim keeps all its source.
  fileprivate func clipped(to range: TextRange) -> DocumentText.Segment {
    let low = max(text.start, range.start)
    let high = min(text.end, range.end)
    let words = TextRange(start: low, end: high)
    guard isVerbatim else { return DocumentText.Segment(text: words, source: source) }
    return DocumentText.Segment(
      text: words,
      source: SourceRange(
        start: source.start + (low - text.start), end: source.start + (high - text.start)))
  }

  fileprivate func moved(by shift: Int) -> DocumentText.Segment {
    let start = UInt32(truncatingIfNeeded: Int(text.start) + shift)
    return DocumentText.Segment(
      text: TextRange(start: start, end: start + UInt32(text.count)), source: source)
  }
}
