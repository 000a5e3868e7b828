import CModels

/// How a sentence feels towards one thing that it mentions.
public struct TargetTone: Sendable, Hashable {
  public let polarity: Polarity
  /// −1 to 1.
  public let score: Double
  /// 0 to 1: the probability of the polarity.
  public let confidence: Double
  /// True where the words do not suffice to tell; `polarity` is then neutral.
  public let isAbstaining: Bool

  public init(polarity: Polarity, score: Double, confidence: Double, isAbstaining: Bool = false) {
    self.polarity = polarity
    self.score = score
    self.confidence = confidence
    self.isAbstaining = isAbstaining
  }

  static let untold = TargetTone(polarity: .neutral, score: 0, confidence: 0, isAbstaining: true)
}

/// Reads how a text feels towards one thing that it mentions, with the words that say so.
///
/// Only the sentence of the mention speaks.
public func scoreSentiment(towards target: TextRange, in words: TokenizedText) -> Sentiment {
  guard let sentence = words.sentence(holding: target) else {
    return Sentiment(range: target, polarity: .neutral, score: 0, isAbstaining: true)
  }
  let reader = FeelingReader(words: words, lexicon: FeelingLexicon.shared)
  let reading = reader.read(sentence)
  let judge = FeelingJudge()
  let odds = judge.judge([reading], in: words).whole
  let place = words.tokens(in: target, of: sentence)
  let targetJudge = TargetJudge()
  let whole = TargetSentence(reading, in: words)
  let tone = targetJudge.tone(
    towards: place, in: whole, sentence: odds, wordSums: targetJudge.wordSums(of: whole))
  let isPositive = tone.score > 0
  var cues = reading.cues.filter { !$0.tokens.overlaps(place) && ($0.weight > 0) == isPositive }
  if tone.polarity == .positive || tone.polarity == .negative, cues.isEmpty {
    cues = targetJudge.learntCues(towards: place, in: whole, positive: isPositive)
  }
  return Sentiment(
    range: target, polarity: tone.polarity, score: tone.score, confidence: tone.confidence,
    isAbstaining: tone.isAbstaining, cues: cues.map { $0.shown(in: words) })
}

/// Weighs what a sentence says of a thing by the words and cues on either side of it.
struct TargetJudge {
  private let model: LinearModel?

  /// In talk, whose sentences the model has not met, the sentence as a whole counts so much.
  private static let shareOfTalk = 0.5
  private static let shareOfNews = 0.0
  private static let shareOfBusiness = 0.7
  private static let leastProbability = 0.36
  private static let learntWeight = 0.35

  init() {
    let bytes = assay_targets_model()
    model = LinearModel(UnsafeRawBufferPointer(start: bytes.bytes, count: bytes.count))
  }

  /// - Parameters:
  ///   - tokens: those that the mention covers.
  ///   - sentence: how the whole sentence feels.
  ///   - wordSums: what this judge says of the sentence's words.
  func tone(
    towards tokens: Range<Int>, in target: TargetSentence, sentence: FeelingOdds,
    wordSums: LinearModel.Sums
  ) -> TargetTone {
    let odds = odds(towards: tokens, in: target, sentence: sentence, wordSums: wordSums)
    let side = max(odds.positive, odds.negative)
    let score = (odds.score * 10_000).rounded() / 10_000
    guard side > odds.neutral, side >= Self.leastProbability else {
      let isUnsure = odds.neutral < Self.leastProbability
      return TargetTone(
        polarity: .neutral, score: score, confidence: rounded(odds.neutral), isAbstaining: isUnsure)
    }
    return TargetTone(
      polarity: odds.positive > odds.negative ? .positive : .negative, score: score,
      confidence: rounded(side))
  }

  private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

  /// What words weigh wherever in the sentence they stand; of a whole sentence the same for each
  /// thing that it mentions.
  func wordSums(of sentence: TargetSentence) -> LinearModel.Sums {
    wordSums(of: sentence.traits.indices, in: sentence)
  }

  private func wordSums(
    of items: Range<Int>, in sentence: TargetSentence
  ) -> LinearModel.Sums {
    var sums = LinearModel.Sums()
    guard let model else { return sums }
    model.add(to: &sums) { note in
      for index in items { TargetFeatures.forEachOfWord(index, in: sentence, note) }
    }
    return sums
  }

  private func odds(
    towards tokens: Range<Int>, in target: TargetSentence, sentence: FeelingOdds,
    wordSums: LinearModel.Sums
  ) -> FeelingOdds {
    guard let model else { return sentence }
    let reading = target.reading
    let place = reading.items(tokens)
    var sums = wordSums
    sums &-= self.wordSums(of: place, in: target)
    model.add(to: &sums) { note in
      TargetFeatures.forEachAround(place, in: target) { feature, _ in note(feature) }
    }
    let odds = FeelingOdds(scores: model.threeScores(sums))
    let share =
      reading.register.isBusiness
      ? Self.shareOfBusiness : reading.register.talk > 0 ? Self.shareOfTalk : Self.shareOfNews
    return odds.scaled(by: 1 - share) + sentence.scaled(by: share)
  }

  /// The words that speak most for one side.
  func learntCues(
    towards tokens: Range<Int>, in target: TargetSentence, positive: Bool
  ) -> [FeelingCue] {
    guard let model else { return [] }
    let reading = target.reading
    var weights = [Double](repeating: 0, count: reading.items.count)
    TargetFeatures.forEach(of: reading.items(tokens), in: target) { feature, index in
      guard let index else { return }
      let good = model.weight(of: feature, for: 2)
      weights[index] += Double(good - model.weight(of: feature, for: 0))
    }
    let side = positive ? 1.0 : -1.0
    let strong = weights.indices.filter {
      weights[$0] * side >= Self.learntWeight && reading.items[$0].isWord
    }
    return strong.sorted { abs(weights[$0]) > abs(weights[$1]) }.prefix(2).map {
      let token = reading.items[$0].token
      return FeelingCue(tokens: token..<token + 1, weight: weights[$0], rule: .learnt)
    }
  }
}

extension FeelingReading {
  /// Tokens of the text as indices of this reading's items.
  func items(_ tokens: Range<Int>) -> Range<Int> {
    let first = sentence.tokens.lowerBound
    let low = min(max(0, tokens.lowerBound - first), items.count)
    return low..<min(max(low, tokens.upperBound - first), items.count)
  }
}

extension TokenizedText {
  /// The sentence in which a range begins; found by halving.
  func sentence(holding range: TextRange) -> Sentence? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].range.end > range.start { high = middle } else { low = middle + 1 }
    }
    guard low < sentences.count, sentences[low].range.start <= range.start else { return nil }
    return sentences[low]
  }

  /// The tokens that a range covers, in a sentence; found by halving.
  func tokens(in range: TextRange, of sentence: Sentence) -> Range<Int> {
    var low = sentence.tokens.lowerBound
    var high = sentence.tokens.upperBound
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end > range.start { high = middle } else { low = middle + 1 }
    }
    var last = low
    while last < sentence.tokens.upperBound, tokens[last].start < range.end { last += 1 }
    return low..<last
  }
}
