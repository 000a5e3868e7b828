/// Why a mention was taken for a name, or its name for a type; `assay explain` shows it.
enum NameRule: String, Sendable {
  case gazetteer
  case tagger = "trained tagger"
  case knownName = "known name"
  case firstName = "first name"
  case initials
  case title = "title beside the name"
  case lastWord = "telling last word"
  case firstWord = "telling first word"
  case headWord = "telling word before of"
  case nounBefore = "noun before"
  case nounAfter = "noun after"
  case apposition
  case parameterCount = "parameter count"
  case modelNumber = "model number"
  case ticker
  case countedUnit = "counted unit"
  case speechVerb = "verb of saying"
  case companyVerb = "verb of business"
  case ownedProduct = "owner of a product"
  case launched = "launched or released"
  case officeOf = "office or share of it"
  case preposition = "preposition of place"
  case relativeWho = "followed by who"
  case age = "followed by an age"
  case spelling = "telling spelling"
  case twoWords = "two capitalised words"
  case takenUp = "taken up by a noun"
  case scored = "score on it"
  case fixture = "result of a match"
  case population = "its population"
  case accounts = "its profits or sales"
  case players = "its players or fans"
  case dateline
  case coinedName = "coined name in a text about ledgers"
  case handle = "name of an account"
  case namedElsewhere = "named elsewhere"
  case surname
  case shortForm = "short form"
  case acronym

  /// Whether words around the name say it, not its own words or the tagger.
  var isFromContext: Bool {
    switch self {
    case .tagger, .coinedName: false
    default: !isIntrinsic
    }
  }

  /// A cue inside the name: it says no more by being repeated.
  var isIntrinsic: Bool {
    switch self {
    case .knownName, .firstName, .initials, .lastWord, .firstWord, .headWord, .parameterCount,
      .modelNumber, .spelling, .twoWords:
      true
    default: false
    }
  }
}

/// One cue's opinion on what a name names.
struct TypeVote {
  let type: EntityType
  let weight: Float
  let rule: NameRule
}

extension TaggedName {
  /// The tagger's opinion: for every type of its kind, so that cues decide among those, and a little
  /// more for the first. It weighs the more, the surer the tagger is; a single cue seldom outweighs
  /// it. The numbers are those that served the development sets best.
  var votes: [TypeVote] {
    let weight = min(3, max(0.65, 0.8 + 0.4 * margin))
    return kind.types.enumerated().map { place, type in
      TypeVote(type: type, weight: place == 0 ? weight + 0.1 : weight, rule: .tagger)
    }
  }
}

/// What all cues of a document say of one name.
struct NameVotes {
  private var weights: [Float] = Array(repeating: 0, count: EntityType.allCases.count)
  private var strongest: [(weight: Float, rule: NameRule)?] =
    Array(repeating: nil, count: EntityType.allCases.count)

  mutating func add(_ vote: TypeVote) {
    guard let index = EntityType.allCases.firstIndex(of: vote.type) else { return }
    weights[index] += vote.weight
    if vote.weight > strongest[index]?.weight ?? 0 {
      strongest[index] = (vote.weight, vote.rule)
    }
  }

  mutating func add(_ other: NameVotes) {
    for index in weights.indices {
      weights[index] += other.weights[index]
      if let theirs = other.strongest[index], theirs.weight > strongest[index]?.weight ?? 0 {
        strongest[index] = theirs
      }
    }
  }

  /// The type that leads, its weight, its strongest cue and how clear the lead is (0 to 1).
  var winner: (type: EntityType, weight: Float, rule: NameRule, margin: Float)? {
    var best = 0
    for index in weights.indices where weights[index] > weights[best] { best = index }
    guard weights[best] > 0, let rule = strongest[best]?.rule else { return nil }
    var second: Float = 0
    for index in weights.indices where index != best { second = max(second, weights[index]) }
    return (
      EntityType.allCases[best], weights[best], rule, (weights[best] - second) / weights[best]
    )
  }
}
