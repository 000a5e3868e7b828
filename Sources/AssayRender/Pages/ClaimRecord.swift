public import AssayAnalysis

/// A claim as pages show it: the words and their place, freed from the text they stand in.
public struct ClaimRecord: Sendable {
  /// Ten letters and digits made of the article's slug, the sentence and the words: it stays when
  /// lines move, and changes when the words do.
  public let id: String
  /// The number of its mark: the article's claims in reading order, then the comments'.
  public let mark: Int
  /// 0 is the article, n the n-th comment of its thread.
  public let part: Int
  /// As written, the noun that it counts included: "$332", "128 active subnets".
  public let words: String
  public let value: Quantity.Value
  public let unit: Unit
  public let kind: Quantity.Kind
  public let qualifier: Quantity.Qualifier
  public let role: Claim.Role
  public let direction: Claim.Direction?
  /// Index in `Briefing.entities`.
  public let subject: Int?
  public let metric: String?
  public let time: Period?
  /// Who is said to have said it.
  public let attribution: String?
  public let excerpt: Excerpt
  /// In the file, from 1.
  public let line: Int
  public let column: Int
  /// What its mark shows; nil where no check spoke of it.
  public let verdict: Verdict?
  /// Indices in `Briefing.relations` of those that judge it, the one that its mark shows first.
  public let judgedBy: [Int]
  /// Indices in `Briefing.relations` of those that it is another operand of.
  public let usedBy: [Int]

  /// Whether it has a page of its own. Only claims that a check has judged do: a page for each
  /// number that nothing is known of would be tens of thousands that say nothing. The others are
  /// rows in their article's ledger.
  public let hasPage: Bool
  /// Where a click on its number leads: its page, the page of the sum it is part of, or its row.
  public let path: String
}

/// Numbers that were held against each other, as pages show it.
public struct RelationRecord: Sendable {
  public let check: String
  public let verdict: Verdict
  public let formula: String
  public let explanation: String
  public let computed: Interval?
  public let stated: Interval?
  public let operands: [Operand]
  public let notes: [String]

  public struct Operand: Sendable {
    public let role: String
    public let words: String
    /// Index in `Briefing.claims`.
    public let claim: Int?
    /// 0 is the article, n the n-th comment of its thread.
    public let part: Int
  }
}

/// A sentence with the words that matter in it, cut at words where it is long.
public struct Excerpt: Sendable {
  public let before: String
  public let words: String
  public let after: String

  /// The most bytes of a sentence on either side of the words.
  static let longestSide = 220

  public init(before: String, words: String, after: String) {
    self.before = before
    self.words = words
    self.after = after
  }

  /// - Parameter sentence: the range shown, unless it is too long.
  init(_ text: DocumentText, words range: TextRange, in sentence: TextRange, side: Int? = nil) {
    let longest = side ?? Excerpt.longestSide
    let bytes = text.bytes
    let low = min(Int(sentence.start), Int(range.start))
    let high = min(max(Int(sentence.end), Int(range.end)), bytes.count)
    let start = Excerpt.start(bytes, low: low, words: Int(range.start), longest: longest)
    let end = Excerpt.end(bytes, high: high, words: Int(range.end), longest: longest)
    before =
      (start > low ? "… " : "")
      + Excerpt.string(bytes, start, min(Int(range.start), bytes.count))
    words = text[range]
    after =
      Excerpt.string(bytes, min(Int(range.end), bytes.count), end) + (end < high ? " …" : "")
  }

  /// The sentence in one piece.
  var plain: String { before + words + after }

  private static func start(_ bytes: [UInt8], low: Int, words: Int, longest: Int) -> Int {
    guard words - low > longest else { return low }
    var start = words - longest
    while start < words, bytes[start] != UInt8(ascii: " ") { start += 1 }
    return start < words ? start + 1 : words
  }

  private static func end(_ bytes: [UInt8], high: Int, words: Int, longest: Int) -> Int {
    guard high - words > longest else { return high }
    var end = words + longest
    while end > words, bytes[end] != UInt8(ascii: " ") { end -= 1 }
    return end
  }

  /// Words without line ends.
  private static func string(_ bytes: [UInt8], _ low: Int, _ high: Int) -> String {
    guard low < high, high <= bytes.count else { return "" }
    return String(decoding: bytes[low..<high].lazy.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }

  /// With the words marked.
  func append(to html: inout HTMLBytes) {
    html.text(before)
    html.raw("<mark>")
    html.text(words)
    html.raw("</mark>")
    html.text(after)
  }
}
