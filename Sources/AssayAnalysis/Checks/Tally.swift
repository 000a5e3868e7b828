// Totals of what a paragraph told before: "$54.9m … $53.2m … $21.9m. That took revenue to $130m".

private let bringing = WordSet(
  "took takes taking brings brought bringing puts put putting lifts lifted")
private let subjects = WordSet("that this which it")
private let gathering = WordSet("altogether together combined")
private let totalWords = WordSet("total sum bill")

/// How far before a total its cue may stand, in tokens.
private let cueReach = 9

/// How many figures may make up a total.
private let mostParts = 8

extension PartReader {
  /// Totals against the figures of their paragraph; those judged already left out.
  func relateTallies(judged: [Relation]) -> [Relation] {
    let known = Set(judged.compactMap { $0.operands.first?.claim })
    return sentences.flatMap { sentence in
      sentence.compactMap { total in
        guard !known.contains(total), isPlainFigure(total), isTally(total) else { return nil }
        return relateTally(total)
      }
    }
  }

  /// "That took revenue to", "all told, it cost", "in all", "the total comes to".
  private func isTally(_ total: Int) -> Bool {
    if isSummedUp(total) { return true }
    let (start, end) = (quantity(total).tokens.lowerBound, text.end(of: quantity(total)))
    if text.isAny(end, of: gathering) { return true }
    guard let tokens = sentence(of: total)?.tokens else { return false }
    for place in stride(from: start - 1, through: max(tokens.lowerBound, start - cueReach), by: -1)
    {
      if text.isCounted(place) { return false }
      if text.isAny(place, of: bringing) {
        return ["to", "at"].contains(text.lower(start - 1)) && text.isAny(place - 1, of: subjects)
      }
      if text.lower(place) == "told" || text.lower(place) == "all" {
        return ["all", "in"].contains(text.lower(place - 1))
      }
      if text.isAny(place, of: gathering) { return true }
      if text.isAny(place, of: totalWords), text.cue(place - 1).contains(.determiner) {
        return text.cue(place + 1).contains(.of) || text.lower(start - 1) == "to"
      }
    }
    return false
  }

  private func relateTally(_ total: Int) -> Relation? {
    let parts = field(before: total) { index in
      isPlainFigure(index) && areAlike(index, total) && !isGuardedPart(index)
        && analysis.claims[index].role != .from && analysis.claims[index].role != .by
    }.paragraph
    guard parts.count >= 2, let stated = countedIntervals(total), let value = plainValue(total),
      !isGuardedPart(total)
    else { return nil }
    var close: [(parts: [Int], computed: TwoIntervals, verdict: Verdict)] = []
    for count in 2...min(mostParts, parts.count) {
      let some = Array(parts.suffix(count))
      guard let computed = sum(some.compactMap { countedIntervals($0) }),
        let sum = self.total(some.compactMap { plainValue($0) }), areClose(sum, value)
      else { continue }
      close.append((some, computed, compare(stated: stated, computed: computed)))
    }
    if let told = close.first(where: { $0.verdict == .consistent }) {
      guard let a = stated.strict.width, let b = told.computed.strict.width,
        let width = DecimalNumber.adding(a, b),
        isTelling(width: width, readings: close.count, beside: value)
      else { return nil }
      return sumRelation(total, of: told.parts, told.computed.strict, .consistent)
    }
    guard !close.contains(where: { $0.verdict == .consistent }) else { return nil }
    let wrong = close.first { reading in
      let addends = reading.parts.compactMap { plainValue($0) }
      guard let digits = misprintDigits(addends, total: value) else { return false }
      return isTellingMisprint(digits: digits, readings: close.count)
    }
    return wrong.flatMap { sumRelation(total, of: $0.parts, $0.computed.strict, .doubtful) }
  }
}
