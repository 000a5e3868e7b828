/// What the model of feeling is told of a stretch of sentences.
///
/// Training and reading call the same functions, so a weight found in training is the weight met in
/// a text. Names of templates are numbers, for a feature is a hash.
enum FeelingFeatures {
  private enum Template {
    static let word: UInt64 = 101
    static let pair: UInt64 = 102
    static let triple: UInt64 = 103
    static let negated: UInt64 = 104
    static let sign: UInt64 = 105
    static let good: UInt64 = 106
    static let bad: UInt64 = 107
    static let balance: UInt64 = 108
    static let valence: UInt64 = 109
    static let last: UInt64 = 110
    static let marks: UInt64 = 111
    static let idiom: UInt64 = 112
  }

  /// Hands out the features of a sentence's words, each with the index of the last item it is of.
  @inline(__always)
  static func forEachWord(
    of reading: FeelingReading, _ body: (FeatureHash, Int) -> Void
  ) {
    var previous: UInt64 = 1
    var beforePrevious: UInt64 = 2
    for index in reading.items.indices {
      let item = reading.items[index]
      let key = item.key.value
      switch item.idiom {
      case .none: body(FeatureHash(Template.word, key), index)
      case .plain: break
      case .feeling:
        // The phrase feels as a whole: "thanks for nothing" is no thanks.
        body(FeatureHash(Template.idiom, key, previous), index)
        (beforePrevious, previous) = (previous, key)
        continue
      }
      body(FeatureHash(Template.pair, previous, key), index)
      body(FeatureHash(Template.triple, beforePrevious, previous, key), index)
      if item.isNegated { body(FeatureHash(Template.negated, key), index) }
      (beforePrevious, previous) = (previous, key)
    }
    body(FeatureHash(Template.pair, previous, 3), max(0, reading.items.count - 1))
  }

  /// What the cues of a stretch add up to, as features.
  struct Balance {
    private var good = 0.0
    private var bad = 0.0
    private var goodValence = 0
    private var badValence = 0
    private var lastSign: UInt64 = 0
    private var exclamations: UInt64 = 0
    private var questions: UInt64 = 0

    init() {}

    mutating func add(_ reading: FeelingReading, in words: TokenizedText) {
      for cue in reading.cues where !cue.rule.isOfDomain {
        if cue.weight > 0 { good += cue.weight } else { bad -= cue.weight }
        lastSign = cue.weight > 0 ? 1 : 2
      }
      let bytes = words.text.bytes
      for item in reading.items {
        let valence = Int(item.entry.valence)
        if valence != 0 {
          // VADER takes three quarters of a valence back where it is negated.
          let turned = item.isNegated ? -valence * 3 / 4 : valence
          if turned > 0 { goodValence += turned } else { badValence -= turned }
        }
        guard item.isBreak else { continue }
        switch bytes[Int(words.tokens[item.token].start)] {
        case UInt8(ascii: "!"): exclamations = min(3, exclamations + 1)
        case UInt8(ascii: "?"): questions = min(2, questions + 1)
        default: break
        }
      }
    }

    func forEach(_ body: (FeatureHash) -> Void) {
      body(FeatureHash(Template.good, step(good)))
      body(FeatureHash(Template.bad, step(bad)))
      body(FeatureHash(Template.balance, centred(good - bad)))
      body(FeatureHash(Template.balance, step(good), step(bad)))
      body(FeatureHash(Template.valence, centred(Double(goodValence - badValence) / 10)))
      body(
        FeatureHash(
          Template.valence, step(Double(goodValence) / 10), step(Double(badValence) / 10)))
      body(FeatureHash(Template.last, lastSign))
      body(FeatureHash(Template.marks, exclamations, questions))
    }

    private func step(_ mass: Double) -> UInt64 { UInt64(min(6, (mass + 0.5).rounded(.down))) }

    private func centred(_ difference: Double) -> UInt64 {
      UInt64(max(-6, min(6, (difference * 1.5).rounded())) + 8)
    }
  }
}

extension FeelingCue.Rule {
  /// Told by what moves or is done in a domain; the model has hardly met such and is not asked.
  var isOfDomain: Bool {
    switch self {
    case .movement, .comparison, .level, .deed: true
    default: false
    }
  }
}
