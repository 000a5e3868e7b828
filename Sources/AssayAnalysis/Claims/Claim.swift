/// A quantity with its place in a statement.
public struct Claim: Sendable {
  /// Index in `PartAnalysis.quantities`.
  public let quantity: Int
  public let role: Role
  /// Whether the words say that the quantity rose or fell; nil where they say neither.
  public let direction: Direction?
  /// Index in `Analysis.entities` of what the quantity is about.
  public let subject: Int?
  /// What of the subject: "price", "market capitalisation"; lower case, as the text names it.
  public let metric: String?
  public let time: Period?
  /// Who is said to have said it, as the words name them.
  public let attribution: TextRange?
  public let isNegated: Bool
  public let isHedged: Bool
  /// Claims of one part that share it belong to one statement, such as a change with its ends.
  public let statement: Int?
  /// The word that says that the quantity changed, and which way.
  public let cue: TextRange?
  /// What keeps a finding about the statement from being stronger.
  public let cautions: Cautions
  /// How sure the reading of subject and metric is, 0 to 1.
  public let confidence: Double

  public enum Role: String, Sendable, Hashable, CaseIterable {
    case from, to, by, part, whole, rate, bound, value
  }

  public enum Direction: String, Sendable, Hashable, CaseIterable {
    case up, down
  }

  public init(
    quantity: Int, role: Role, direction: Direction? = nil, subject: Int? = nil,
    metric: String? = nil, time: Period? = nil, attribution: TextRange? = nil,
    isNegated: Bool = false, isHedged: Bool = false, statement: Int? = nil,
    cue: TextRange? = nil, cautions: Cautions = [], confidence: Double = 1
  ) {
    self.quantity = quantity
    self.role = role
    self.direction = direction
    self.subject = subject
    self.metric = metric
    self.time = time
    self.attribution = attribution
    self.isNegated = isNegated
    self.isHedged = isHedged
    self.statement = statement
    self.cue = cue
    self.cautions = cautions
    self.confidence = confidence
  }
}
