/// The direction of feeling.
public enum Polarity: String, Sendable, Hashable, CaseIterable {
  case positive, negative, neutral, mixed
}

/// How a stretch of words feels, and the words that say so.
public struct Sentiment: Sendable {
  public let range: TextRange
  public let polarity: Polarity
  /// −1 to 1: a mean over the sentences that carry feeling, never a sum.
  public let score: Double
  /// How far the sentences' scores lie apart (standard deviation); 0 for one sentence.
  public let spread: Double
  /// 0 to 1.
  public let confidence: Double
  /// True where the words do not suffice to tell; `polarity` is then neutral.
  public let isAbstaining: Bool
  public let cues: [Cue]
  /// Words by which it may mean the opposite: a flag, which never turns the polarity.
  public let sarcasm: [TextRange]
  /// Where a person set the polarity.
  public let edit: Edit?

  /// Words that carried the score.
  public struct Cue: Sendable {
    public let range: TextRange
    /// What it adds, after negation and intensifiers; about −1 to 1.
    public let weight: Double
    /// The name of the rule: "lexicon", "negated", "direction × metric"…
    public let rule: String

    public init(range: TextRange, weight: Double, rule: String) {
      self.range = range
      self.weight = weight
      self.rule = rule
    }
  }

  public init(
    range: TextRange, polarity: Polarity, score: Double, spread: Double = 0,
    confidence: Double = 0, isAbstaining: Bool = false, cues: [Cue] = [],
    sarcasm: [TextRange] = [], edit: Edit? = nil
  ) {
    self.range = range
    self.polarity = polarity
    self.score = score
    self.spread = spread
    self.confidence = confidence
    self.isAbstaining = isAbstaining
    self.cues = cues
    self.sarcasm = sarcasm
    self.edit = edit
  }
}
