/// What the readers of an article make of it: what they take up, where they agree, and whose words
/// stand for most.
///
/// Every share has its count, and its interval where the count is small. Comments that are not shown
/// count nowhere.
public struct ThreadSummary: Sendable {
  /// Comments that were read.
  public let count: Int
  /// In the order of `Thread.comments`; none for comments that are not shown.
  public let stances: [Stance]
  /// What each comment's words say to its parent; `untold` for those that answer none.
  public let replies: [ReplyTone]
  /// What readers take up, most comments first.
  public let reactions: [Reaction]
  /// Shares of the answers that say so: of those that agree or dispute.
  public let agreement: Proportion
  /// Indices of the comments most like all others, best first, with their likeness.
  public let representative: [Ranked]
  /// Indices of the comments that part readers most, best first.
  public let divisive: [Ranked]
  public let groups: [OpinionGroup]
  /// Groups of people who voted alike; nil where it is not known who voted.
  public let votes: VoteGroups?

  /// Comments about one thing or one number of the article.
  public struct Reaction: Sendable {
    public enum Subject: Sendable, Hashable {
      /// Index in `Analysis.entities`.
      case entity(Int)
      /// Index of a claim of the article.
      case claim(Int)
    }

    public let subject: Subject
    /// Indices of the comments.
    public let comments: [Int]
    public let positive: Proportion
    public let negative: Proportion
  }

  /// A comment and what it was ranked by.
  public struct Ranked: Sendable, Hashable {
    public let comment: Int
    public let value: Double
  }

  /// Comments of one stance, with the words that tell them from the rest.
  public struct OpinionGroup: Sendable {
    public let stance: Stance.Kind
    public let share: Proportion
    /// The member most like the others of its group.
    public let spokesman: Int
    /// Where one of the words that set the group apart first stands: part and range.
    public let words: [Word]

    public struct Word: Sendable, Hashable {
      public let comment: Int
      public let range: TextRange
    }
  }

  /// The formula of `representative`, as pages state it.
  public static let representativeFormula = """
    mean cosine of a comment's words, weighed by how rare they are in the thread, with those of \
    every other comment
    """
  /// The formula of `divisive`, as pages state it.
  public static let divisiveFormula = """
    (for + against) to the power of lesser ÷ greater, of votes where there are any, else of answers \
    that agree and dispute
    """
}

extension ThreadSummary {
  /// A subject that fewer comments take up is no topic.
  private static let leastReaction = 2
  private static let mostReactions = 20
  private static let mostRanked = 5
  /// Shorter comments stand for nobody.
  private static let leastWords = 4

  /// Nil where nobody commented.
  ///
  /// - Parameter ranksComments: false leaves out what needs every comment held against every other:
  ///   `representative`, `groups` and `votes` are empty then.
  public init?(_ analysis: Analysis, ranksComments: Bool = true) {
    guard let thread = analysis.thread else { return nil }
    let comments = thread.comments
    let shown = comments.indices.filter {
      comments[$0].isRead && analysis.parts.indices.contains($0 + 1)
    }
    guard !shown.isEmpty else { return nil }
    let (stances, replies) = ThreadSummary.positions(shown, analysis, comments)
    count = shown.count
    self.stances = stances
    self.replies = replies
    let agreeing = replies.count { $0 == .agrees }
    let disputing = replies.count { $0 == .disputes }
    agreement = Proportion(hits: agreeing, of: agreeing + disputing)
    reactions = ThreadSummary.reactions(shown, analysis)
    divisive = ThreadSummary.divisive(shown, comments, replies)
    guard ranksComments else {
      representative = []
      groups = []
      votes = nil
      return
    }
    let likeness = CommentLikeness(shown, analysis)
    representative = Array(
      likeness.ranked(shown, leastWords: ThreadSummary.leastWords).prefix(ThreadSummary.mostRanked))
    groups = ThreadSummary.groups(shown, stances, likeness, analysis)
    votes = VoteGroups(shown, comments)
  }

  private static func positions(
    _ shown: [Int], _ analysis: Analysis, _ comments: [Comment]
  ) -> (stances: [Stance], replies: [ReplyTone]) {
    var stances = [Stance](repeating: .none, count: comments.count)
    var replies = [ReplyTone](repeating: .untold, count: comments.count)
    let reader = StanceReader(
      thesis: analysis.thesis, article: analysis.parts[0], entities: analysis.entities)
    for index in shown {
      let part = analysis.parts[index + 1]
      let parent = comments[index].parent
      if parent != nil { replies[index] = replyTone(of: part) }
      var stance = reader.stance(of: part, isReply: parent != nil)
      // Whoever agrees with a comment takes its side, and whoever disputes it the other.
      if stance.kind == .none, let parent, replies[index] != .untold {
        stance = stances[parent].taken(up: replies[index])
      }
      stances[index] = stance
    }
    return (stances, replies)
  }

  private static func reactions(_ shown: [Int], _ analysis: Analysis) -> [Reaction] {
    var tallies: [Reaction.Subject: Tally] = [:]
    let article = analysis.parts[0]
    var claimsOfValue: [ClaimValue: Int] = [:]
    claimsOfValue.reserveCapacity(article.claims.count)
    for index in article.claims.indices {
      if let value = ClaimValue(article.quantities[index]), claimsOfValue[value] == nil {
        claimsOfValue[value] = index
      }
    }
    for index in shown {
      let part = analysis.parts[index + 1]
      var tones: [Int: Double] = [:]
      for (mention, tone) in zip(part.mentions, part.mentionTones)
      where analysis.entities[mention.entity].type != .handle {
        tones[mention.entity, default: 0] += tone.signedWeight
      }
      for (entity, sum) in tones { tallies[.entity(entity), default: Tally()].add(index, sum) }
      let own = part.sentiment.isAbstaining ? 0 : part.sentiment.score
      let claims = Set(part.quantities.compactMap { ClaimValue($0).flatMap { claimsOfValue[$0] } })
      for claim in claims { tallies[.claim(claim), default: Tally()].add(index, own) }
    }
    return tallies.filter { $0.value.comments.count >= leastReaction }
      .map { $0.value.reaction($0.key) }
      .sorted { ($1.comments.count, $0.subject.order) < ($0.comments.count, $1.subject.order) }
      .prefix(mostReactions).map { $0 }
  }

  private struct Tally {
    var comments: [Int] = []
    var positive = 0
    var negative = 0

    /// A mean nearer to zero is of neither side.
    private static let leastScore = 0.1

    mutating func add(_ comment: Int, _ score: Double) {
      comments.append(comment)
      if score > Self.leastScore { positive += 1 }
      if score < -Self.leastScore { negative += 1 }
    }

    func reaction(_ subject: Reaction.Subject) -> Reaction {
      Reaction(
        subject: subject, comments: comments,
        positive: Proportion(hits: positive, of: comments.count),
        negative: Proportion(hits: negative, of: comments.count))
    }
  }

  /// A number as readers repeat it: its value and its unit.
  private struct ClaimValue: Hashable {
    let value: DecimalNumber
    let unit: String

    init?(_ quantity: Quantity) {
      guard case .exact(let value) = quantity.value, !quantity.isCalendar else { return nil }
      // "2" and "10" are repeated by chance.
      guard !quantity.unit.name.isEmpty || value > DecimalNumber(99) else { return nil }
      self.value = value
      unit = quantity.unit.name
    }
  }

  private static func divisive(
    _ shown: [Int], _ comments: [Comment], _ replies: [ReplyTone]
  ) -> [Ranked] {
    var agreeing = [Int](repeating: 0, count: comments.count)
    var disputing = agreeing
    for index in shown {
      guard let parent = comments[index].parent else { continue }
      if replies[index] == .agrees { agreeing[parent] += 1 }
      if replies[index] == .disputes { disputing[parent] += 1 }
    }
    let ranked = shown.compactMap { index -> Ranked? in
      let votes = (comments[index].upvotes ?? 0, comments[index].downvotes ?? 0)
      let (pro, contra) = votes.0 + votes.1 > 0 ? votes : (agreeing[index], disputing[index])
      let (lesser, greater) = (min(pro, contra), max(pro, contra))
      guard lesser > 0 else { return nil }
      return Ranked(
        comment: index,
        value: power(Double(lesser + greater), Double(lesser) / Double(greater)))
    }
    return Array(
      ranked.sorted { (-$0.value, $0.comment) < (-$1.value, $1.comment) }.prefix(mostRanked))
  }

  /// A number of at least 1 to a power of at most 1, the same on every machine: by square roots.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    guard exponent < 1 else { return base }
    var result = 1.0
    var root = base
    var rest = exponent
    for _ in 0..<20 {
      root = root.squareRoot()
      rest *= 2
      if rest >= 1 {
        result *= root
        rest -= 1
      }
    }
    return (result * 10_000).rounded() / 10_000
  }
}

extension ThreadSummary.Reaction.Subject {
  /// Things before numbers, each in the order of the text.
  var order: Int {
    switch self {
    case .entity(let index): index
    case .claim(let index): index + 1_000_000
    }
  }
}

extension TargetTone {
  /// What it adds to how a comment feels towards a thing.
  var signedWeight: Double {
    switch polarity {
    case .positive: confidence
    case .negative: -confidence
    case .neutral, .mixed: 0
    }
  }
}

extension Stance {
  func taken(up reply: ReplyTone) -> Stance {
    switch (kind, reply) {
    case (.support, .agrees), (.oppose, .disputes): Stance(kind: .support, basis: .reply)
    case (.oppose, .agrees), (.support, .disputes): Stance(kind: .oppose, basis: .reply)
    default: .none
    }
  }
}

extension Comment {
  /// Whether its words count among those of the readers.
  public var isRead: Bool {
    (state == .visible || state == .minimised) && body.text.bytes.contains { $0 > 0x20 }
  }
}

extension Analysis {
  /// What the article argues: its front matter's line, else its title, else its first heading.
  public var thesis: String {
    if let thesis = article.frontMatter.thesis ?? article.frontMatter.title { return thesis }
    guard let words = parts.first?.words, let first = words.sentences.first else { return "" }
    return words.text[first.range]
  }
}
