/// Reads how a text feels towards one thing that it mentions.
///
/// Only the sentence of the mention speaks. A cue counts the less the farther it stands from the
/// mention, and least behind a mark or a word that begins another clause.
public func scoreSentiment(towards target: TextRange, in words: TokenizedText) -> Sentiment {
  guard let sentence = words.sentence(holding: target) else {
    return Sentiment(range: target, polarity: .neutral, score: 0, isAbstaining: true)
  }
  let reader = FeelingReader(words: words, lexicon: FeelingLexicon.shared)
  let place = words.tokens(in: target, of: sentence)
  let cues = reader.cues(in: sentence).compactMap { cue -> FeelingCue? in
    guard !cue.tokens.overlaps(place) else { return nil }
    var cue = cue
    cue.weight *= reader.nearness(of: cue.tokens, to: place)
    return cue
  }
  var sum = FeelingSum()
  sum.add(cues)
  return sum.sentiment(of: target, in: words)
}

extension FeelingReader {
  /// At this distance in tokens a cue counts half.
  private static let halfDistance = 8.0
  private static let acrossClause = 0.6

  fileprivate func nearness(of cue: Range<Int>, to target: Range<Int>) -> Double {
    let between =
      cue.upperBound <= target.lowerBound
      ? cue.upperBound..<target.lowerBound
      : target.upperBound..<max(target.upperBound, cue.lowerBound)
    var factor = Self.halfDistance / (Self.halfDistance + Double(between.count))
    let bytes = words.text.bytes
    for index in between where words.tokens[index].kind == .punctuation {
      let mark = bytes[Int(words.tokens[index].start)]
      if mark == UInt8(ascii: ",") || mark == UInt8(ascii: ";") || mark == UInt8(ascii: ":") {
        factor *= Self.acrossClause
      }
    }
    return factor
  }
}

extension TokenizedText {
  /// The sentence in which a range begins; found by halving.
  fileprivate func sentence(holding range: TextRange) -> Sentence? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].range.end > range.start { high = middle } else { low = middle + 1 }
    }
    guard low < sentences.count, sentences[low].range.start <= range.start else { return nil }
    return sentences[low]
  }

  /// The tokens that a range covers, in a sentence.
  fileprivate func tokens(in range: TextRange, of sentence: Sentence) -> Range<Int> {
    var first = sentence.tokens.lowerBound
    while first < sentence.tokens.upperBound, tokens[first].end <= range.start { first += 1 }
    var last = first
    while last < sentence.tokens.upperBound, tokens[last].start < range.end { last += 1 }
    return first..<last
  }
}
