/// The text of one file, or of a part of one, as valid UTF-8.
///
/// A part (a comment under an article) knows where in its file it begins, so that every message and
/// every offset can speak of the file.
public struct SourceText: Sendable {
  /// The path as the user gave it, for messages; `<stdin>` for standard input.
  public let path: String
  /// Valid UTF-8 without a byte order mark or NUL. Line ends are kept as written.
  public let bytes: [UInt8]
  /// Where `bytes[0]` stands in the file: byte offset from 0, line and column from 1.
  public let origin: Origin

  /// The place in the file where a text begins.
  public struct Origin: Sendable, Hashable {
    public let offset: Int
    public let line: Int
    public let column: Int
    /// False where the bytes stand otherwise in the file, such as a JSON string with escapes:
    /// every place in the text is then shown as the place where it begins.
    public let isVerbatim: Bool

    public init(offset: Int = 0, line: Int = 1, column: Int = 1, isVerbatim: Bool = true) {
      self.offset = offset
      self.line = line
      self.column = column
      self.isVerbatim = isVerbatim
    }
  }

  public init(path: String, bytes: [UInt8], origin: Origin = Origin()) {
    self.path = path
    self.bytes = bytes
    self.origin = origin
  }

  public init(path: String = "<text>", _ text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The words of a range, as a `String`.
  public subscript(range: SourceRange) -> String {
    String(decoding: bytes[clamp(range)], as: UTF8.self)
  }

  /// A part of this text that remembers where it came from.
  public func part(_ range: SourceRange) -> SourceText {
    let place = location(of: Int(range.start))
    return SourceText(
      path: path, bytes: Array(bytes[clamp(range)]),
      origin: Origin(
        offset: origin.isVerbatim ? origin.offset + Int(range.start) : origin.offset,
        line: place.line, column: place.column, isVerbatim: origin.isVerbatim))
  }

  private func clamp(_ range: SourceRange) -> Range<Int> {
    let low = min(Int(range.start), bytes.count)
    return low..<max(low, min(Int(range.end), bytes.count))
  }
}

extension SourceText.Origin {
  fileprivate var location: SourceLocation { SourceLocation(line: line, column: column) }
}

/// A line and a column for people: both from 1, the column in Unicode scalars.
public struct SourceLocation: Sendable, Hashable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension SourceText {
  /// The line and column in the file of a byte offset into this text.
  ///
  /// Walks the bytes before it; for many look-ups build a `LineIndex`.
  public func location(of offset: Int) -> SourceLocation {
    guard origin.isVerbatim else { return origin.location }
    let end = min(offset, bytes.count)
    var line = origin.line
    var lineStart = 0
    bytes.withUnsafeBufferPointer { buffer in
      for index in 0..<end where buffer[index] == UInt8(ascii: "\n") {
        line += 1
        lineStart = index + 1
      }
    }
    return SourceLocation(line: line, column: column(of: end, lineStart: lineStart))
  }

  /// The line, without its end, in which a byte offset lies.
  public func line(at offset: Int) -> SourceRange {
    let place = min(offset, bytes.count)
    var start = place
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    var end = place
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceRange(start..<max(start, end))
  }

  fileprivate func column(of offset: Int, lineStart: Int) -> Int {
    var column = lineStart == 0 ? origin.column : 1
    for byte in bytes[lineStart..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return column
  }
}

/// Where the lines of a text begin, for many look-ups of places.
///
/// Scalars are counted once, at every 256th byte, so that a look-up costs the same in a line of any
/// length.
public struct LineIndex: Sendable {
  private let source: SourceText
  private let starts: [UInt32]
  /// Scalars before each 256th byte.
  private let counts: [UInt32]

  private static let stepBits = 8

  public init(_ source: SourceText) {
    self.source = source
    var starts: [UInt32] = [0]
    var counts: [UInt32] = []
    counts.reserveCapacity(source.bytes.count >> LineIndex.stepBits + 1)
    var scalars: UInt32 = 0
    source.bytes.withUnsafeBufferPointer { buffer in
      for index in buffer.indices {
        if index & (1 << LineIndex.stepBits - 1) == 0 { counts.append(scalars) }
        if buffer[index] & 0xC0 != 0x80 { scalars += 1 }
        if buffer[index] == UInt8(ascii: "\n") { starts.append(UInt32(index + 1)) }
      }
    }
    self.starts = starts
    self.counts = counts
  }

  /// The line and column in the file of a byte offset into the text.
  public func location(of offset: Int) -> SourceLocation {
    guard source.origin.isVerbatim else { return source.origin.location }
    let target = UInt32(min(max(0, offset), source.bytes.count))
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= target { low = middle } else { high = middle }
    }
    let lineStart = Int(starts[low])
    let first = lineStart == 0 ? source.origin.column : 1
    return SourceLocation(
      line: source.origin.line + low,
      column: first + scalars(before: Int(target)) - scalars(before: lineStart))
  }

  private func scalars(before offset: Int) -> Int {
    guard !counts.isEmpty else { return 0 }
    let step = min(offset >> LineIndex.stepBits, counts.count - 1)
    var count = Int(counts[step])
    for byte in source.bytes[(step << LineIndex.stepBits)..<offset] where byte & 0xC0 != 0x80 {
      count += 1
    }
    return count
  }
}
