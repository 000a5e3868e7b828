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
    isNegated: Bool = false, isHedged: Bool = false, confidence: Double = 1
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
    self.confidence = confidence
  }
}
