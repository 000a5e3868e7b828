/// The words of a document as a reader sees them, in one buffer, with the way back to the source.
///
/// Markup is gone, escapes and entities are resolved; a soft or hard break is one space; each leaf
/// block (a table cell too) ends in a newline. Extraction reads this and nothing else.
public struct DocumentText: Sendable {
  public let bytes: [UInt8]
  /// In order, without gaps that matter: a byte outside every segment has no source of its own.
  public let segments: [Segment]
  /// Code, raw HTML, autolinks and image descriptions: shown, but no prose. Sorted, disjoint.
  public let opaque: [TextRange]

  /// A run of words and the run of source it stands for.
  public struct Segment: Sendable {
    public let text: TextRange
    public let source: SourceRange

    public init(text: TextRange, source: SourceRange) {
      self.text = text
      self.source = source
    }

    /// True where the words are the source, byte for byte.
    public var isVerbatim: Bool { text.count == source.count }
  }

  public init(bytes: [UInt8], segments: [Segment], opaque: [TextRange] = []) {
    self.bytes = bytes
    self.segments = segments
    self.opaque = opaque
  }

  /// The words of a range, as a `String`.
  public subscript(range: TextRange) -> String {
    let low = min(range.offsets.lowerBound, bytes.count)
    let high = max(low, min(range.offsets.upperBound, bytes.count))
    return String(decoding: bytes[low..<high], as: UTF8.self)
  }

  /// The bytes of the source that a range of words stands for, markup between them included.
  public func sourceRange(of range: TextRange) -> SourceRange {
    let start = sourceOffset(of: range.start, isEnd: false)
    let end = range.isEmpty ? start : sourceOffset(of: range.end, isEnd: true)
    return SourceRange(start: start, end: max(start, end))
  }

  /// The words that a range of the source stands for; empty where it holds none.
  public func textRange(of range: SourceRange) -> TextRange {
    TextRange(
      start: textOffset(of: range.start, isEnd: false), end: textOffset(of: range.end, isEnd: true))
  }

  private func textOffset(of offset: UInt32, isEnd: Bool) -> UInt32 {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      let isPast =
        isEnd ? segments[middle].source.end >= offset : segments[middle].source.end > offset
      if isPast { high = middle } else { low = middle + 1 }
    }
    guard low < segments.count else { return segments.last?.text.end ?? 0 }
    let segment = segments[low]
    if offset <= segment.source.start {
      return isEnd && low > 0 ? segments[low - 1].text.end : segment.text.start
    }
    guard segment.isVerbatim else { return isEnd ? segment.text.end : segment.text.start }
    return segment.text.start + min(offset - segment.source.start, UInt32(segment.text.count))
  }

  /// An end lies in the segment of the byte before it, so that markup after the words stays out.
  private func sourceOffset(of offset: UInt32, isEnd: Bool) -> UInt32 {
    let probe = isEnd && offset > 0 ? offset - 1 : offset
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].text.end > probe { high = middle } else { low = middle + 1 }
    }
    guard low < segments.count else { return segments.last?.source.end ?? 0 }
    let segment = segments[low]
    guard offset > segment.text.start else { return segment.source.start }
    if offset >= segment.text.end { return segment.source.end }
    guard segment.isVerbatim else {
      return isEnd ? segment.source.end : segment.source.start
    }
    return segment.source.start + (offset - segment.text.start)
  }
}
