/// The outcome of holding numbers against each other. A closed set; the words speak of what was
/// checked, never of truth.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  case contradicted
  case doubtful
  case unsupported
  case consistent
  case needsReference = "needs-reference"
  case needsContext = "needs-context"
  case derived
  case notCheckable = "not-checkable"

  /// 0 is the worst. The verdict of a text is that of its relation with the lowest rank: what was
  /// held against something outranks what had nothing to be held against.
  public var rank: Int { Verdict.allCases.firstIndex(of: self) ?? Verdict.allCases.count }

  public var severity: Severity? {
    switch self {
    case .contradicted: .error
    case .doubtful, .unsupported: .warning
    case .needsReference, .needsContext: .note
    case .consistent, .derived, .notCheckable: nil
    }
  }
}

/// Where in an analysis some words stand.
public struct Place: Sendable, Hashable, Comparable {
  /// 0 is the article; n is the n-th comment of its thread, from 1.
  public let part: Int
  public let range: TextRange

  public init(part: Int, range: TextRange) {
    self.part = part
    self.range = range
  }

  public static func < (left: Place, right: Place) -> Bool {
    (left.part, left.range) < (right.part, right.range)
  }
}

/// Numbers that bear on each other, and what came of holding them together.
///
/// A class: it is large, and lists of relations are sorted and filtered.
public final class Relation: Sendable {
  /// The check's name, such as `percent-change`.
  public let check: String
  /// The first is the one the verdict marks: the stated figure that the others were held against.
  public let operands: [Operand]
  /// With numbers in it: "(254 − 332) / 332".
  public let formula: String
  /// What the formula gives over the operands' strict intervals; nil where nothing is computed.
  public let computed: Interval?
  /// What it gives over the numbers as they are written, where that is not the middle of `computed`:
  /// a quotient of rounded numbers.
  public let exact: DecimalNumber?
  /// What the stated figure can mean.
  public let stated: Interval?
  public let verdict: Verdict
  /// One sentence for a reader: "(254 − 332) / 332 = −23.5 %, stated 23 %".
  public let explanation: String
  /// The guards that were asked and what they said, and why the verdict is no stronger or weaker.
  public let notes: [String]
  /// The row of a reference that would judge it, where it needs one.
  public let needed: NeededReference?
  /// What a person decided about it, where somebody signs for that.
  public let review: SignedReview?

  public struct Operand: Sendable {
    public let role: String
    public let place: Place
    /// The words, as written.
    public let text: String
    /// Index in the part's `claims`, where the operand is one.
    public let claim: Int?
    /// Where the words stand in the file, for those that are no words of the text: a title.
    public let source: SourceRange?

    public init(
      role: String, place: Place, text: String, claim: Int? = nil, source: SourceRange? = nil
    ) {
      self.role = role
      self.place = place
      self.text = text
      self.claim = claim
      self.source = source
    }
  }

  public init(
    check: String, operands: [Operand], formula: String, computed: Interval? = nil,
    exact: DecimalNumber? = nil, stated: Interval? = nil, verdict: Verdict, explanation: String,
    notes: [String] = [],
    needed: NeededReference? = nil, review: SignedReview? = nil
  ) {
    self.check = check
    self.operands = operands
    self.formula = formula
    self.computed = computed
    self.exact = exact
    self.stated = stated
    self.verdict = verdict
    self.explanation = explanation
    self.notes = notes
    self.needed = needed
    self.review = review
  }

  /// The same with another verdict, and a note that says why.
  public func with(verdict: Verdict, note: String, review: SignedReview? = nil) -> Relation {
    Relation(
      check: check, operands: operands, formula: formula, computed: computed, exact: exact,
      stated: stated, verdict: verdict, explanation: explanation, notes: notes + [note],
      needed: needed,
      review: review ?? self.review)
  }
}

/// A named person's word on a relation: what a site may publish as a ClaimReview.
public struct SignedReview: Sendable, Hashable {
  public let reviewer: String
  /// Whether the text is right as it stands.
  public let isAccepted: Bool
  public let reason: String
  public let date: CalendarDate?

  public init(reviewer: String, isAccepted: Bool, reason: String, date: CalendarDate?) {
    self.reviewer = reviewer
    self.isAccepted = isAccepted
    self.reason = reason
    self.date = date
  }
}

/// A row that no reference has: what to look up.
public struct NeededReference: Sendable, Hashable, Comparable {
  public let entity: String
  public let metric: String
  /// ISO 8601; empty where the text names no time.
  public let time: String
  public let unit: String

  public init(entity: String, metric: String, time: String, unit: String) {
    self.entity = entity
    self.metric = metric
    self.time = time
    self.unit = unit
  }

  public static func < (left: NeededReference, right: NeededReference) -> Bool {
    (left.entity, left.metric, left.time, left.unit)
      < (right.entity, right.metric, right.time, right.unit)
  }
}
