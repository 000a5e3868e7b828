/// A piece of a source text, as UTF-8 byte offsets into it, end exclusive.
///
/// Offsets count from the first byte of `SourceText.bytes`. Line and column are worked out only
/// where a person reads them.
@frozen
public struct SourceRange: Sendable, Hashable, Comparable {
  public let start: UInt32
  public let end: UInt32

  @inlinable
  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = max(start, end)
  }

  @inlinable
  public init(_ offsets: Range<Int>) {
    self.init(start: UInt32(offsets.lowerBound), end: UInt32(offsets.upperBound))
  }

  /// The same range as `Int` offsets, for subscripting bytes.
  @inlinable public var offsets: Range<Int> { Int(start)..<Int(end) }
  @inlinable public var count: Int { Int(end - start) }
  @inlinable public var isEmpty: Bool { start == end }

  @inlinable
  public static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

/// A piece of a document's words, as UTF-8 byte offsets into `DocumentText.bytes`, end exclusive.
///
/// Every fact carries one of these. `Document.sourceRange(of:)` leads back to the file, so the two
/// kinds of offsets are two types and cannot be mixed up.
@frozen
public struct TextRange: Sendable, Hashable, Comparable {
  public let start: UInt32
  public let end: UInt32

  @inlinable
  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = max(start, end)
  }

  @inlinable
  public init(_ offsets: Range<Int>) {
    self.init(start: UInt32(offsets.lowerBound), end: UInt32(offsets.upperBound))
  }

  /// The same range as `Int` offsets, for subscripting bytes.
  @inlinable public var offsets: Range<Int> { Int(start)..<Int(end) }
  @inlinable public var count: Int { Int(end - start) }
  @inlinable public var isEmpty: Bool { start == end }

  @inlinable
  public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }

  @inlinable
  public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }

  /// The smallest range that holds both.
  @inlinable
  public func union(_ other: TextRange) -> TextRange {
    TextRange(start: min(start, other.start), end: max(end, other.end))
  }

  @inlinable
  public static func < (left: TextRange, right: TextRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
