/// A word, a number, or a mark, as offsets into `DocumentText.bytes`.
@frozen
public struct Token: Sendable {
  public let start: UInt32
  public let end: UInt32
  public let kind: Kind
  public let shape: Shape

  @frozen
  public enum Kind: UInt8, Sendable {
    /// Letters, with apostrophes, hyphens and digits between them as written.
    case word
    /// Begins with a digit; holds only digits and single separators between digits.
    case number
    /// One ASCII or general punctuation mark.
    case punctuation
    /// One other symbol: a currency sign, an emoji, a mathematical sign.
    case symbol
    /// The newline that ends a block.
    case blockEnd
  }

  /// What the letters of a word look like.
  @frozen
  public struct Shape: OptionSet, Sendable {
    public let rawValue: UInt8

    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let isCapitalised = Shape(rawValue: 1)
    public static let hasLowercase = Shape(rawValue: 2)
    public static let hasUppercaseInside = Shape(rawValue: 4)
    public static let hasDigit = Shape(rawValue: 8)
    public static let hasHyphen = Shape(rawValue: 16)
    public static let isNonASCII = Shape(rawValue: 32)
    /// No white space between this token and the one before it.
    public static let isJoined = Shape(rawValue: 64)
    /// Inside code, HTML or an address: shown, but no prose.
    public static let isOpaque = Shape(rawValue: 128)
  }

  @inlinable
  public init(start: UInt32, end: UInt32, kind: Kind, shape: Shape) {
    self.start = start
    self.end = end
    self.kind = kind
    self.shape = shape
  }

  @inlinable public var range: TextRange { TextRange(start: start, end: end) }
  @inlinable public var count: Int { Int(end - start) }
}

/// A sentence, or a heading, cell or list item that holds none.
public struct Sentence: Sendable {
  /// From its first word to its last mark, white space at the ends excluded.
  public let range: TextRange
  /// Indices in `TokenizedText.tokens`.
  public let tokens: Range<Int>
  /// Index in `Document.blocks` of the leaf block it stands in.
  public let block: Int

  public init(range: TextRange, tokens: Range<Int>, block: Int) {
    self.range = range
    self.tokens = tokens
    self.block = block
  }
}

/// A document's words, cut once and shared by all that reads them.
///
/// A class, so that each reader holds one thing and not five arrays.
public final class TokenizedText: Sendable {
  public let text: DocumentText
  public let tokens: [Token]
  public let sentences: [Sentence]

  public init(text: DocumentText, tokens: [Token], sentences: [Sentence]) {
    self.text = text
    self.tokens = tokens
    self.sentences = sentences
  }

  /// A token's words, as a `String`; for messages and tables, not for hot loops.
  public func string(_ token: Token) -> String { text[token.range] }
}
