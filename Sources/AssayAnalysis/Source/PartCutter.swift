/// Cuts many parts out of one text in passing: each takes up counting lines where the last stood,
/// so that a thread of 100,000 comments is walked once, on however few lines it stands.
struct PartCutter: Sendable {
  private let source: SourceText
  private var offset = 0
  private var line: Int
  private var column: Int

  init(_ source: SourceText) {
    self.source = source
    line = source.origin.line
    column = source.origin.column
  }

  /// The same as `SourceText.part`; quick where ranges come in order.
  mutating func part(_ range: SourceRange) -> SourceText {
    let low = min(Int(range.start), source.bytes.count)
    let high = max(low, min(Int(range.end), source.bytes.count))
    return SourceText(
      path: source.path, bytes: Array(source.bytes[low..<high]), origin: origin(at: low))
  }

  /// A text that was decoded from a range of the source.
  mutating func part(_ range: SourceRange, decodedAs bytes: [UInt8]) -> SourceText {
    let place = origin(at: min(Int(range.start), source.bytes.count))
    return SourceText(
      path: source.path, bytes: bytes,
      origin: .init(
        offset: place.offset, line: place.line, column: place.column, isVerbatim: false))
  }

  private mutating func origin(at target: Int) -> SourceText.Origin {
    guard source.origin.isVerbatim else { return source.origin }
    if target < offset { self = PartCutter(source) }
    source.bytes.withUnsafeBufferPointer { buffer in
      while offset < target {
        if buffer[offset] == 0x0A {
          line += 1
          column = 1
        } else if buffer[offset] & 0xC0 != 0x80 {
          column += 1
        }
        offset += 1
      }
    }
    return .init(offset: source.origin.offset + target, line: line, column: column)
  }
}
