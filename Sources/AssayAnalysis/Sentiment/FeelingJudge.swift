import CModels

/// The probabilities of three feelings.
struct FeelingOdds {
  var negative = 0.0
  var neutral = 0.0
  var positive = 0.0

  var score: Double { positive - negative }

  /// Whether one side is likelier than none.
  var isFelt: Bool { neutral < max(positive, negative) }

  init(negative: Double = 0, neutral: Double = 0, positive: Double = 0) {
    self.negative = negative
    self.neutral = neutral
    self.positive = positive
  }

  /// Of scores in natural logarithms.
  init(scores: SIMD3<Double>) {
    let highest = max(scores.x, scores.y, scores.z)
    negative = exponential(scores.x - highest)
    neutral = exponential(scores.y - highest)
    positive = exponential(scores.z - highest)
    let sum = negative + neutral + positive
    negative /= sum
    neutral /= sum
    positive /= sum
  }

  static func + (left: FeelingOdds, right: FeelingOdds) -> FeelingOdds {
    FeelingOdds(
      negative: left.negative + right.negative, neutral: left.neutral + right.neutral,
      positive: left.positive + right.positive)
  }

  func scaled(by factor: Double) -> FeelingOdds {
    FeelingOdds(negative: negative * factor, neutral: neutral * factor, positive: positive * factor)
  }
}

/// What the cues of a stretch add up to.
struct FeelingMass {
  private(set) var good = 0.0
  private(set) var bad = 0.0
  /// Of cues that the model does not know: movements, deeds, emoji.
  private(set) var domainGood = 0.0
  private(set) var domainBad = 0.0
  private(set) var isBusiness = false

  /// How much of an emoji's weight is added to the model's scores, whose texts had few.
  private static let emoticonShare = 0.6

  init(_ stretch: some Sequence<FeelingReading>) {
    var register = SentenceRegister([])
    var domainCues = 0
    for reading in stretch {
      register.add(reading.register)
      for cue in reading.cues {
        let weight = abs(cue.weight)
        if cue.weight > 0 { good += weight } else { bad += weight }
        let share = cue.rule.isOfDomain ? 1 : cue.rule == .emoticon ? Self.emoticonShare : 0
        if cue.rule.isOfDomain { domainCues += 1 }
        if cue.weight > 0 { domainGood += weight * share } else { domainBad += weight * share }
      }
    }
    isBusiness = register.isBusiness(withDomainCues: domainCues)
  }
}

/// Weighs what rules and model say of a stretch of sentences.
///
/// News of business is judged by the rules alone, for the model was trained on talk and on news of
/// people. Everywhere else the model judges words and word pairs together with the rules' cues, and
/// cues of a domain ("costs fell") are added to its scores.
struct FeelingJudge {
  private let model: LinearModel?

  /// Classes of the model, in the order of its training.
  static let classes = ["negative", "neutral", "positive"]

  /// How much a unit of a domain's cue adds to the score of its side, in natural logarithms.
  private static let domainWeight = 1.1
  /// Where rules judge: how much a unit of any cue adds, and what speaks for neutral.
  private static let ruleWeight = 1.3
  private static let ruleNeutral = 1.0
  /// How much the rules count beside the model, which errs otherwise.
  private static let shareOfRules = 0.1

  init() {
    let bytes = assay_sentiment_model()
    model = LinearModel(UnsafeRawBufferPointer(start: bytes.bytes, count: bytes.count))
  }

  /// How a stretch feels as one, and how each of its sentences does.
  struct Judgement {
    let whole: FeelingOdds
    let sentences: [FeelingOdds]
  }

  func judge(_ stretch: [FeelingReading], in words: TokenizedText) -> Judgement {
    var sums = LinearModel.Sums()
    var balance = FeelingFeatures.Balance()
    var sentences: [FeelingOdds] = []
    for reading in stretch {
      let own = wordSums(of: reading)
      sums &+= own
      balance.add(reading, in: words)
      guard stretch.count > 1 else { continue }
      var alone = FeelingFeatures.Balance()
      alone.add(reading, in: words)
      sentences.append(odds(own, alone, FeelingMass(CollectionOfOne(reading))))
    }
    let whole = odds(sums, balance, FeelingMass(stretch))
    return Judgement(whole: whole, sentences: stretch.count > 1 ? sentences : [whole])
  }

  private func odds(
    _ wordSums: LinearModel.Sums, _ balance: FeelingFeatures.Balance, _ mass: FeelingMass
  ) -> FeelingOdds {
    let lean = (mass.good - mass.bad) * Self.ruleWeight
    let ruled = odds(negative: -lean, neutral: Self.ruleNeutral, positive: lean)
    guard !mass.isBusiness, let model else { return ruled }
    var sums = wordSums
    model.add(to: &sums) { balance.forEach($0) }
    let scores = model.threeScores(sums)
    let learnt = odds(
      negative: scores.x + mass.domainBad * Self.domainWeight, neutral: scores.y,
      positive: scores.z + mass.domainGood * Self.domainWeight)
    return learnt.scaled(by: 1 - Self.shareOfRules) + ruled.scaled(by: Self.shareOfRules)
  }

  private func wordSums(of reading: FeelingReading) -> LinearModel.Sums {
    var sums = LinearModel.Sums()
    guard let model else { return sums }
    model.add(to: &sums) { note in
      FeelingFeatures.forEachWord(of: reading) { feature, _ in note(feature) }
    }
    return sums
  }

  private func odds(negative: Double, neutral: Double, positive: Double) -> FeelingOdds {
    FeelingOdds(scores: SIMD3(negative, neutral, positive))
  }

  /// The words of a sentence that the model takes for a side, heaviest first.
  func learntCues(of reading: FeelingReading, positive: Bool, atMost limit: Int) -> [FeelingCue] {
    guard let model, !reading.register.isBusiness else { return [] }
    var weights = [Double](repeating: 0, count: reading.items.count)
    FeelingFeatures.forEachWord(of: reading) { feature, index in
      guard index < weights.count else { return }
      let good = model.weight(of: feature, for: 2)
      let bad = model.weight(of: feature, for: 0)
      weights[index] += Double(good - bad)
    }
    let side = positive ? 1.0 : -1.0
    let strong = weights.indices.filter { weights[$0] * side >= Self.leastLearntWeight }
    let order = strong.sorted { abs(weights[$0]) > abs(weights[$1]) }
    return order.prefix(limit).map {
      let token = reading.items[$0].token
      return FeelingCue(
        tokens: token..<token + 1, weight: weights[$0] / Self.domainWeight, rule: .learnt)
    }
  }

  /// A word that moves the scores less, in natural logarithms, is no cue.
  private static let leastLearntWeight = 0.6
}
