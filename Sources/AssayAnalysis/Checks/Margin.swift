// Margins told with both figures: "beat him by 11 votes, 2,316 to 2,305".

private let counted: Set<String> = [
  "vote", "point", "goal", "seat", "run", "try", "ballot", "stroke", "game", "set", "frame",
]

private let opposing = WordSet("to against")
private let forWord = WordSet("for")
private let standing = WordSet("was is stood")
private let marginNouns = WordSet("margin majority lead")
/// How many tokens may stand between two counts of votes and the margin behind them.
private let mostWords = 8

extension PartReader {
  /// Margins behind "by" or "a margin of" against the two figures right behind or before them.
  func relateMargins(judged: [Relation]) -> [Relation] {
    let known = Set(judged.compactMap { $0.operands.first?.claim })
    return sentences.flatMap { sentence in
      sentence.compactMap { margin in
        known.contains(margin) ? nil : relateMargin(margin, sentence)
      }
    }
  }

  private func relateMargin(_ margin: Int, _ sentence: Range<Int>) -> Relation? {
    let unit = quantity(margin).unit
    guard isWholeFigure(margin), unit.dimension == .none || counted.contains(unit.name),
      isMargin(margin)
    else { return nil }
    let behind = (margin + 1, margin + 2)
    let before = (margin - 2, margin - 1)
    let pair = [behind, before].first { pair in
      sentence.contains(pair.0) && sentence.contains(pair.1) && isScore(pair.0, pair.1)
        && isBeside(margin, pair)
    }
    guard let pair, let a = countedIntervals(pair.0), let b = countedIntervals(pair.1),
      let stated = countedIntervals(margin), let computed = combine(a, b, Interval.subtracting),
      let high = plainValue(pair.0), let low = plainValue(pair.1),
      let difference = DecimalNumber.subtracting(max(high, low), min(high, low)), !isGuarded(margin)
    else { return nil }
    let verdict = compare(
      stated: stated, computed: (computed.strict.magnitude, computed.lenient.magnitude))
    guard verdict == .consistent || areNear(high, low) else { return nil }
    let shown = Sum.together([max(high, low), min(high, low), difference])
    let operand = operand("by", margin)
    return Relation(
      check: Check.difference.id,
      operands: [operand, self.operand("first", pair.0), self.operand("second", pair.1)],
      formula: "\(shown[0]) − \(shown[1])", computed: computed.strict.magnitude,
      stated: intervals(margin)?.strict, verdict: verdict,
      explanation: "\(shown[0]) − \(shown[1]) = \(shown[2]), stated \(operand.text)",
      notes: notes([], candidates: 1, verdict: verdict))
  }

  private func isWholeFigure(_ index: Int) -> Bool {
    let quantity = quantity(index)
    guard quantity.kind == .count || quantity.kind == .score, let value = plainValue(index) else {
      return false
    }
    return value.normalized.exponent >= 0 && !value.isNegative && !quantity.isPart
  }

  private func isMargin(_ index: Int) -> Bool {
    let start = quantity(index).tokens.lowerBound
    if text.cue(start - 1).contains(.by) { return true }
    if text.isAny(start - 1, of: standing), text.isAny(start - 2, of: marginNouns) { return true }
    return text.cue(start - 1).contains(.of) && text.isAny(start - 2, of: marginNouns)
  }

  /// "2,316 to 2,305".
  private func isScore(_ first: Int, _ second: Int) -> Bool {
    guard isWholeFigure(first), isWholeFigure(second), areAlike(first, second) else { return false }
    let gap = gap(first, second)
    if gap.count == 1, text.isAny(gap.lowerBound, of: opposing) { return true }
    // "27 for and 19 against", "12,310 votes to Ms Hale's 11,106"
    if gap.count == 2, text.isAny(gap.lowerBound, of: forWord),
      text.isAny(text.end(of: quantity(second)), of: opposing)
    {
      return true
    }
    return (1...4).contains(gap.count) && text.cue(gap.lowerBound).contains(.to)
      && text.isPossessive(gap.upperBound - 1)
  }

  private func isBeside(_ margin: Int, _ pair: (Int, Int)) -> Bool {
    let gap = pair.0 > margin ? gap(margin, pair.0) : gap(pair.1, margin)
    guard let first = gap.first else { return false }
    if pair.0 > margin, gap.count <= 3, text.mark(first) == UInt8(ascii: ":") { return true }
    // "With 27 for and 19 against, the motion passed by eight votes"
    if pair.1 + 1 == margin, text.isAny(first, of: opposing), gap.count <= mostWords,
      gap.filter({ !text.isWord($0) }).count == 1
    {
      return true
    }
    let isClosed =
      text.mark(first) == UInt8(ascii: ",") || text.mark(first) == UInt8(ascii: "(")
    return pair.0 > margin ? gap.count == 1 && isClosed : gap.count == 2 && isClosed
  }
}
