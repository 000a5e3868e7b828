/// Reads how a part of a document feels: as a whole, and each of its paragraphs, headings, cells and
/// items with words, in order.
///
/// A text is judged in stretches of a few sentences. Its score is the mean over those that carry
/// feeling, with its spread; never a sum, which would make every long text extreme. Where the words
/// do not suffice it abstains.
///
/// - Parameter mentions: in the order of the text; each is judged in its sentence.
public func scoreSentiment(
  _ words: TokenizedText, of document: Document, mentions: [Mention] = []
) -> (whole: Sentiment, blocks: [Sentiment], mentions: [TargetTone]) {
  let reader = FeelingReader(words: words, lexicon: FeelingLexicon.shared)
  let judge = FeelingJudge()
  var all = FeelingMean()
  var blocks: [Sentiment] = []
  var targets = MentionedTones(mentions)
  var next = 0
  while next < words.sentences.count {
    let block = words.sentences[next].block
    var own = FeelingMean()
    while next < words.sentences.count, words.sentences[next].block == block {
      let stretch = nextStretch(from: &next, in: words, reader)
      let judged = JudgedStretch(stretch, in: words, judge)
      own.add(judged)
      all.add(judged)
      targets.judge(stretch, judged.sentences, in: words)
    }
    let range =
      block < document.blocks.count
      ? document.blocks[block].text : words.sentences[next - 1].range
    blocks.append(own.sentiment(of: range, in: words))
  }
  let range = TextRange(0..<words.text.bytes.count)
  return (all.sentiment(of: range, in: words), blocks, targets.tones)
}

/// The tones of a part's mentions, gathered stretch by stretch.
private struct MentionedTones {
  private let mentions: [Mention]
  private let targetJudge = TargetJudge()
  private var next = 0
  private var found: [TargetTone]

  init(_ mentions: [Mention]) {
    self.mentions = mentions
    found = Array(repeating: .untold, count: mentions.count)
  }

  var tones: [TargetTone] { found }

  mutating func judge(
    _ stretch: [FeelingReading], _ sentences: [FeelingOdds], in words: TokenizedText
  ) {
    for (reading, sentence) in zip(stretch, sentences) {
      let range = reading.sentence.range
      guard next < mentions.count, mentions[next].range.start < range.end else { continue }
      let target = TargetSentence(reading, in: words)
      let wordSums = targetJudge.wordSums(of: target)
      while next < mentions.count, mentions[next].range.start < range.end {
        let mention = mentions[next].range
        if mention.start >= range.start {
          let tokens = words.tokens(in: mention, of: reading.sentence)
          found[next] = targetJudge.tone(
            towards: tokens, in: target, sentence: sentence, wordSums: wordSums)
        }
        next += 1
      }
    }
  }
}

/// So many tokens are judged as one: about the length of the comments that the model learnt from.
private let stretchTokens = 60

func nextStretch(
  from next: inout Int, in words: TokenizedText, _ reader: FeelingReader
) -> [FeelingReading] {
  let block = words.sentences[next].block
  var stretch: [FeelingReading] = []
  var count = 0
  while next < words.sentences.count, words.sentences[next].block == block {
    let sentence = words.sentences[next]
    guard stretch.isEmpty || count + sentence.tokens.count <= stretchTokens else { break }
    count += sentence.tokens.count
    stretch.append(reader.read(sentence))
    next += 1
  }
  return stretch
}

/// A few sentences with what they feel.
struct JudgedStretch {
  let odds: FeelingOdds
  /// Of each sentence by itself.
  let sentences: [FeelingOdds]
  let cues: [FeelingCue]
  let sarcasm: [TextRange]
  let hasWords: Bool

  private static let learntCues = 2
  /// A side's own cues weigh so much that the model's words need not be named.
  private static let plainWeight = 2.0

  init(_ stretch: [FeelingReading], in words: TokenizedText, _ judge: FeelingJudge) {
    let judgement = judge.judge(stretch, in: words)
    odds = judgement.whole
    sentences = judgement.sentences
    hasWords = stretch.contains { $0.items.contains { $0.isWord } }
    var cues = stretch.flatMap(\.cues)
    let isPositive = odds.positive > odds.negative
    let carried = cues.reduce(0) { $0 + max(0, isPositive ? $1.weight : -$1.weight) }
    if max(odds.positive, odds.negative) > odds.neutral, carried < Self.plainWeight {
      let learnt = stretch.flatMap {
        judge.learntCues(of: $0, positive: isPositive, atMost: Self.learntCues)
      }
      cues += learnt.filter { one in !cues.contains { $0.tokens.overlaps(one.tokens) } }
      cues.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
    self.cues = cues
    sarcasm = stretch.flatMap { SarcasmReader.shared.cues(in: $0, of: words) }
  }
}

/// The feeling of one text, gathered stretch by stretch.
struct FeelingMean {
  private var odds: [FeelingOdds] = []
  private var sentences: [FeelingOdds] = []
  private var cues: [FeelingCue] = []
  private var sarcasm: [TextRange] = []
  private var hasWords = false

  /// A side must be so probable, or its words do not suffice.
  private static let leastProbability = 0.4
  /// Each side's cues in a text that is mixed, and the lesser side's share of the greater.
  private static let leastMixedMass = 2.4
  private static let leastMixedShare = 0.42
  private static let greatestMixedScore = 0.7

  mutating func add(_ stretch: JudgedStretch) {
    hasWords = hasWords || stretch.hasWords
    guard stretch.hasWords || !stretch.cues.isEmpty else { return }
    odds.append(stretch.odds)
    FeelingMean.join(stretch.sentences, to: &sentences)
    FeelingMean.join(stretch.cues, to: &cues)
    FeelingMean.join(stretch.sarcasm, to: &sarcasm)
  }

  /// Most paragraphs are one stretch, whose list is then theirs.
  private static func join<Element>(_ list: [Element], to all: inout [Element]) {
    if all.isEmpty { all = list } else { all += list }
  }

  func sentiment(of range: TextRange, in words: TokenizedText) -> Sentiment {
    guard !odds.isEmpty else {
      return Sentiment(range: range, polarity: .neutral, score: 0, isAbstaining: true)
    }
    let mean = FeelingMean.mean(of: odds)
    let polarity = polarity(mean)
    let scores = FeelingMean.felt(sentences).map(\.score)
    let count = scores.reduce(0.0) { count, _ in count + 1 }
    let own = scores.reduce(0, +) / max(1, count)
    // The stretch sees what its sentences apart do not; where they disagree, it is right.
    let score = own * mean.score > 0 ? own : mean.score
    let variance = scores.reduce(0) { $0 + ($1 - own) * ($1 - own) } / max(1, count)
    let isUnsure = polarity == .neutral && mean.neutral < Self.leastProbability
    return Sentiment(
      range: range, polarity: polarity, score: rounded(score),
      spread: rounded(variance.squareRoot()), confidence: rounded(confidence(polarity, mean)),
      isAbstaining: isUnsure || (polarity == .neutral && cues.isEmpty && !hasWords),
      cues: cues.map { $0.shown(in: words) }, sarcasm: sarcasm)
  }

  /// Those that feel anything, or all where none does.
  private static func felt(_ odds: [FeelingOdds]) -> LazyFilterSequence<[FeelingOdds]> {
    let isFelt = odds.contains { $0.isFelt }
    return odds.lazy.filter { !isFelt || $0.isFelt }
  }

  private static func mean(of odds: [FeelingOdds]) -> FeelingOdds {
    let counted = felt(odds)
    let count = counted.reduce(0.0) { count, _ in count + 1 }
    return counted.reduce(FeelingOdds(), +).scaled(by: 1 / count)
  }

  private func polarity(_ mean: FeelingOdds) -> Polarity {
    if isMixed(mean) { return .mixed }
    let side = max(mean.positive, mean.negative)
    guard side > mean.neutral, side >= Self.leastProbability, !cues.isEmpty else { return .neutral }
    return mean.positive > mean.negative ? .positive : .negative
  }

  private func isMixed(_ mean: FeelingOdds) -> Bool {
    var good = 0.0
    var bad = 0.0
    for cue in cues {
      if cue.weight > 0 { good += cue.weight } else { bad -= cue.weight }
    }
    let lesser = min(good, bad)
    return lesser >= Self.leastMixedMass && lesser >= Self.leastMixedShare * max(good, bad)
      && abs(mean.score) < Self.greatestMixedScore
  }

  private func confidence(_ polarity: Polarity, _ mean: FeelingOdds) -> Double {
    switch polarity {
    case .positive: mean.positive
    case .negative: mean.negative
    case .neutral: mean.neutral
    case .mixed: min(1, 2 * min(mean.positive, mean.negative))
    }
  }

  /// To four decimals, so that equal texts give equal bytes on every machine.
  private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}

extension FeelingCue {
  func shown(in words: TokenizedText) -> Sentiment.Cue {
    let first = words.tokens[tokens.lowerBound]
    let last = words.tokens[tokens.upperBound - 1]
    return Sentiment.Cue(
      range: TextRange(start: first.start, end: last.end),
      weight: (weight / 4 * 1_000).rounded() / 1_000, rule: rule.rawValue)
  }
}
