/// Reads how a part of a document feels: as a whole, and each of its paragraphs, headings, cells and
/// items with words, in order.
///
/// A score is the mean over the sentences that carry feeling, with its spread; never a sum, which
/// would make every long text extreme. Where the words do not suffice it abstains.
public func scoreSentiment(
  _ words: TokenizedText, of document: Document
) -> (whole: Sentiment, blocks: [Sentiment]) {
  let reader = FeelingReader(words: words, lexicon: FeelingLexicon.shared)
  var all = FeelingSum()
  var blocks: [Sentiment] = []
  var next = 0
  while next < words.sentences.count {
    let block = words.sentences[next].block
    var sum = FeelingSum()
    while next < words.sentences.count, words.sentences[next].block == block {
      let cues = reader.cues(in: words.sentences[next])
      sum.add(cues)
      all.add(cues)
      next += 1
    }
    let range =
      block < document.blocks.count
      ? document.blocks[block].text : words.sentences[next - 1].range
    blocks.append(sum.sentiment(of: range, in: words))
  }
  let range = TextRange(0..<words.text.bytes.count)
  return (all.sentiment(of: range, in: words), blocks)
}

/// The feeling of one text, gathered sentence by sentence.
struct FeelingSum {
  private var scores: [Double] = []
  private var cues: [FeelingCue] = []
  private var good = 0.0
  private var bad = 0.0

  /// How much feeling makes a sentence's score half of what it can be.
  private static let halfway = 2.5
  /// Less feeling than this is none.
  private static let leastMass = 0.5
  /// Scores nearer to zero than this are neutral.
  private static let neutralBand = 0.12
  /// Each side's feeling in a text that is mixed, and the lesser side's share of the greater.
  private static let leastMixedMass = 2.4
  private static let leastMixedShare = 0.45
  private static let greatestMixedScore = 0.25

  mutating func add(_ cues: [FeelingCue]) {
    var sum = 0.0
    var mass = 0.0
    for cue in cues {
      sum += cue.weight
      mass += abs(cue.weight)
      if cue.weight > 0 { good += cue.weight } else { bad -= cue.weight }
    }
    guard mass >= Self.leastMass else { return }
    scores.append(sum / (abs(sum) + Self.halfway))
    self.cues += cues
  }

  func sentiment(of range: TextRange, in words: TokenizedText) -> Sentiment {
    guard !scores.isEmpty else {
      return Sentiment(range: range, polarity: .neutral, score: 0, isAbstaining: true)
    }
    let mean = scores.reduce(0, +) / Double(scores.count)
    let variance =
      scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(scores.count)
    let polarity = polarity(mean)
    return Sentiment(
      range: range, polarity: polarity, score: rounded(mean),
      spread: rounded(variance.squareRoot()),
      confidence: rounded(confidence(polarity, mean)), cues: cues.map { $0.shown(in: words) })
  }

  private func polarity(_ mean: Double) -> Polarity {
    let lesser = min(good, bad)
    if lesser >= Self.leastMixedMass, lesser >= Self.leastMixedShare * max(good, bad),
      abs(mean) < Self.greatestMixedScore
    {
      return .mixed
    }
    if abs(mean) < Self.neutralBand { return .neutral }
    return mean > 0 ? .positive : .negative
  }

  /// Grows with the feeling there is and with its agreement.
  private func confidence(_ polarity: Polarity, _ mean: Double) -> Double {
    let mass = good + bad
    let amount = mass / (mass + 2)
    let agreement = abs(good - bad) / max(mass, 0.001)
    switch polarity {
    case .positive, .negative: return amount * (0.4 + 0.6 * agreement)
    case .mixed: return amount * (1 - 0.5 * agreement)
    case .neutral: return 0.3 * (1 - agreement * 0.5)
    }
  }

  /// To four decimals, so that equal texts give equal bytes on every machine.
  private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}

extension FeelingCue {
  fileprivate func shown(in words: TokenizedText) -> Sentiment.Cue {
    let first = words.tokens[tokens.lowerBound]
    let last = words.tokens[tokens.upperBound - 1]
    return Sentiment.Cue(
      range: TextRange(start: first.start, end: last.end),
      weight: (weight / 4 * 1_000).rounded() / 1_000, rule: rule.rawValue)
  }
}
