import AssayAnalysis

/// A claim as pages show it: what was read of it, where it stands and what came of checking it.
///
/// A class because pages hand claims around: copying a dozen references each time cost more than
/// reading them.
final class ClaimRecord: Sendable {
  /// Ten letters and digits made of the article's slug, the sentence and the words: it stays when
  /// lines move, and changes when the words do.
  let id: String
  /// The number of its mark: the article's claims in reading order, then the comments'.
  let mark: Int
  /// 0 is the article, n the n-th comment of its thread.
  let part: Int
  /// As written, the noun that it counts included: "$332", "128 active subnets".
  let words: String
  /// Where `words` stand in the part's text.
  let range: TextRange
  /// Where the number alone stands.
  let numberRange: TextRange
  /// Index of the sentence in the part's, and its place.
  let sentence: Int
  let sentenceRange: TextRange
  /// What pages show it in: its sentence; for a cell of a table the whole row, since a cell says
  /// little alone.
  let contextRange: TextRange
  let value: Quantity.Value
  let unit: Unit
  let kind: Quantity.Kind
  let qualifier: Quantity.Qualifier
  let role: Claim.Role
  let direction: Claim.Direction?
  /// Index in the analysis's entities.
  let subject: Int?
  let metric: String?
  let time: Period?
  /// Who is said to have said it.
  let attribution: TextRange?
  let isNegated: Bool
  let isHedged: Bool
  /// The number's bytes in the file, from the file's start.
  let source: Range<Int>
  /// In the file, from 1.
  let line: Int
  let column: Int
  /// What its mark shows; nil where no check spoke of it.
  let verdict: Verdict?
  /// Indices in `ClaimReading.relations` of those that judge it, the one that its mark shows first.
  let judgedBy: [Int]
  /// Indices in `ClaimReading.relations` of those that it is another operand of.
  let usedBy: [Int]
  /// The id of the claim whose page tells of it: its own, that of the sum it is part of, or nil
  /// where its row in the article's ledger tells all.
  let page: String?

  init(
    id: String, mark: Int, part: Int, words: String, range: TextRange, numberRange: TextRange,
    sentence: Int, sentenceRange: TextRange, contextRange: TextRange, value: Quantity.Value,
    unit: Unit,
    kind: Quantity.Kind, qualifier: Quantity.Qualifier, role: Claim.Role,
    direction: Claim.Direction?, subject: Int?, metric: String?, time: Period?,
    attribution: TextRange?, isNegated: Bool, isHedged: Bool, source: Range<Int>, line: Int,
    column: Int, verdict: Verdict?, judgedBy: [Int], usedBy: [Int], page: String?
  ) {
    self.id = id
    self.mark = mark
    self.part = part
    self.words = words
    self.range = range
    self.numberRange = numberRange
    self.sentence = sentence
    self.sentenceRange = sentenceRange
    self.contextRange = contextRange
    self.value = value
    self.unit = unit
    self.kind = kind
    self.qualifier = qualifier
    self.role = role
    self.direction = direction
    self.subject = subject
    self.metric = metric
    self.time = time
    self.attribution = attribution
    self.isNegated = isNegated
    self.isHedged = isHedged
    self.source = source
    self.line = line
    self.column = column
    self.verdict = verdict
    self.judgedBy = judgedBy
    self.usedBy = usedBy
    self.page = page
  }

  /// Whether it stands in a sentence, not in a row of a table.
  var isInSentence: Bool { contextRange == sentenceRange }

  /// Whether it has a page of its own: see `RelationRecord.deservesPage`.
  var hasPage: Bool { page == id }
}

/// Numbers that were held against each other, as pages show it.
///
/// A class for the same reason as `ClaimRecord`.
final class RelationRecord: Sendable {
  let check: String
  let verdict: Verdict
  let formula: String
  let explanation: String
  let computed: Interval?
  /// See `Relation.exact`.
  let exact: DecimalNumber?
  let stated: Interval?
  let operands: [Operand]
  let notes: [String]
  /// What a named person decided about it.
  let review: SignedReview?

  struct Operand: Sendable {
    let role: String
    let words: String
    /// Index in `ClaimReading.claims`.
    let claim: Int?
    let place: Place
  }

  init(_ relation: Relation, operands: [Operand]) {
    check = relation.check
    verdict = relation.verdict
    formula = relation.formula
    explanation = relation.explanation
    computed = relation.computed
    exact = relation.exact
    stated = relation.stated
    self.operands = operands
    notes = relation.notes
    review = relation.review
  }

  /// The claim that it judges, an index in `ClaimReading.claims`: that of its first operand. A finding
  /// about a word ("climbs from 12.5 to 11.5") is told at the nearest number of the same part that it
  /// was held against; what holds needs no telling there.
  var judged: Int? {
    guard let first = operands.first else { return nil }
    if let claim = first.claim { return claim }
    guard verdict == .contradicted || verdict == .doubtful else { return nil }
    func distance(_ operand: Operand) -> Int {
      abs(Int(operand.place.range.start) - Int(first.place.range.start))
    }
    return operands.filter { $0.claim != nil && $0.place.part == first.place.part }
      .min { distance($0) < distance($1) }?.claim
  }

  /// Whether it is a finding of the article that no number's mark tells: "April 31".
  var isOfWordsAlone: Bool {
    (verdict == .contradicted || verdict == .doubtful) && judged == nil
      && operands.first?.place.part == 0
  }

  /// Whether the claim that it judges has a page of its own: a number that another disputes, that a
  /// reference was found for, or that somebody signed a review of. Of the others there is no more to
  /// say than a row of the ledger does: how the number was read, and the sum that holds.
  var deservesPage: Bool {
    if review != nil { return true }
    return switch verdict {
    case .contradicted, .doubtful: true
    case .consistent: check == Check.reference.id
    case .unsupported, .needsReference, .needsContext, .derived, .notCheckable: false
    }
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
    let bytes = text.bytes
    let cut = Cut(bytes, words: range, in: sentence, longest: side ?? Excerpt.longestSide)
    let start = Excerpt.string(bytes, cut.before)
    before = cut.isCutBefore ? "… " + start : start
    words = text[range]
    let end = Excerpt.string(bytes, cut.after)
    after = cut.isCutAfter ? end + " …" : end
  }

  /// What stands before and after some words in their sentence, cut where it is long.
  private struct Cut {
    let before: Range<Int>
    let after: Range<Int>
    let isCutBefore: Bool
    let isCutAfter: Bool

    init(_ bytes: [UInt8], words range: TextRange, in sentence: TextRange, longest: Int) {
      let low = min(Int(sentence.start), Int(range.start))
      let high = min(max(Int(sentence.end), Int(range.end)), bytes.count)
      let start = Excerpt.start(bytes, low: low, words: Int(range.start), longest: longest)
      let end = Excerpt.end(bytes, high: high, words: Int(range.end), longest: longest)
      let (first, last) = (min(Int(range.start), bytes.count), min(Int(range.end), bytes.count))
      before = min(start, first)..<first
      after = last..<max(last, end)
      isCutBefore = start > low
      isCutAfter = end < high
    }
  }

  /// Appends the sentence with the words marked, without making texts of it.
  static func append(
    _ bytes: [UInt8], words range: TextRange, in sentence: TextRange, side: Int,
    isRow: Bool = false, to html: inout HTMLWriter
  ) {
    let cut = Cut(bytes, words: range, in: sentence, longest: side)
    if cut.isCutBefore { html.markup("… ") }
    html.line(bytes[cut.before], ofRow: isRow)
    html.markup("<mark>")
    html.text(bytes[clamped: range])
    html.markup("</mark>")
    html.line(bytes[cut.after], ofRow: isRow)
    if cut.isCutAfter { html.markup(" …") }
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
  private static func string(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    let words = bytes[range]
    return words.contains { $0 < 0x20 }
      ? String(decoding: words.lazy.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
      : String(decoding: words, as: UTF8.self)
  }

  /// With the words marked.
  func append(to html: inout HTMLWriter) {
    html.text(before)
    html.markup("<mark>")
    html.text(words)
    html.markup("</mark>")
    html.text(after)
  }
}
