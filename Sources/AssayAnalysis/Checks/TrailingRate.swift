// Rates told behind a change in an aside: "from 12.4 to 9.9 per 1,000, about 20 %", "from $69,000 to
// $15,500 in a year, losing 78 % of its value".

/// Words between the comma and the rate of an aside.
private let asideWords = WordSet(
  """
  about or a an drop fall rise increase decrease decline gain jump loss reduction cut up down by
  some roughly nearly losing gaining which is was almost more less than only just of approximately
  around over shedding adding improvement growth
  """)
/// What a rate "of" something may be of, to be that of the change.
private let ownWords = WordSet("its their the his her value price that")

/// The most tokens between the comma and the rate.
private let longestAside = 6

extension PartReader {
  /// Rates in asides behind changes whose both ends are given; figures judged already left out.
  func relateTrailingRates(judged: [Relation]) -> [Relation] {
    let known = Set(judged.flatMap { $0.operands.compactMap(\.claim) })
    return changes.compactMap { change in
      guard !change.from.isEmpty, !change.to.isEmpty else { return nil }
      let pairs = pairs(change)
      guard pairs.count == 1, let pair = pairs.first, !known.contains(pair.to),
        let rate = trailingRate(behind: pair), !known.contains(rate)
      else { return nil }
      return relate(rate, pair, change)
    }
  }

  /// The figure behind both ends, dates and lapses left out, if it is a rate in an aside.
  private func trailingRate(behind pair: (from: Int, to: Int)) -> Int? {
    let last = max(pair.from, pair.to)
    let number = quantity(last).sentence
    var next = last + 1
    var end = text.end(of: quantity(last))
    while next < analysis.quantities.count, quantity(next).sentence == number, text.isTime(next) {
      end = text.end(of: quantity(next))
      next += 1
    }
    guard next < analysis.quantities.count, quantity(next).sentence == number,
      quantity(next).kind.isFraction || quantity(next).isPart, quantity(next).exactValue != nil
    else { return nil }
    let start = quantity(next).tokens.lowerBound
    guard let comma = (end..<max(end, start)).last(where: { isBreak($0) }),
      start - comma <= longestAside + 1,
      (comma + 1..<start).allSatisfy({ text.isAny($0, of: asideWords) }),
      (end..<comma).allSatisfy({ text.isWord($0) || isBreak($0) }), comma - end <= longestAside,
      !(end..<comma).contains(where: { isBreak($0) && text.mark($0) == UInt8(ascii: ";") })
    else { return nil }
    return isOfItself(next) ? next : nil
  }

  private func isBreak(_ index: Int) -> Bool {
    text.mark(index) == UInt8(ascii: ",") || text.mark(index) == UInt8(ascii: "(")
      || text.lower(index) == "–" || text.lower(index) == "—"
  }

  /// Not "30 % of the vote", "40 % more than", "5 % a year", "12 % and 3 % in Asia".
  private func isOfItself(_ rate: Int) -> Bool {
    let end = quantity(rate).tokens.upperBound
    if text.cue(end).contains(.of) {
      return text.isAny(end + 1, of: ownWords) && text.lower(end + 1) != "the"
        || text.isAny(end + 2, of: ownWords)
    }
    guard text.isWord(end) else { return true }
    return ["in", "over", "since", "within", "on", "from", "off"].contains(text.lower(end))
  }

  private func relate(_ rate: Int, _ pair: (from: Int, to: Int), _ change: Change) -> Relation? {
    guard let from = intervals(pair.from), let to = intervals(pair.to), from.lenient.isPositive,
      to.lenient.isNonNegative, !quantity(pair.from).kind.isFraction,
      let stated = percentIntervals(rate),
      let computed = combine(from, to, { percentChange(from: $0, to: $1) })
    else { return nil }
    let sizes = (strict: computed.strict.magnitude, lenient: computed.lenient.magnitude)
    let verdict = compare(stated: stated, computed: sizes)
    if verdict != .consistent {
      guard change.cautions.isEmpty, change.rates.isEmpty, !isGuarded(rate), !isLoosePart(rate),
        !missesScale(pair.from, pair.to), isNearRate(stated.strict, sizes.strict)
      else { return nil }
    }
    let reading = RateReading(
      rate: rate, from: pair.from, to: pair.to, verdict: verdict, computed: computed.strict,
      stated: stated.strict)
    return rateRelation(reading, change.cautions, candidates: 1)
  }

  /// A rate more than twenty times as large or small is one of something else.
  private func isNearRate(_ stated: Interval, _ computed: Interval) -> Bool {
    let twenty = Interval(low: DecimalNumber(mantissa: 5, exponent: -2), high: DecimalNumber(20))
    return Interval.multiplying(computed, twenty)?.overlaps(stated) ?? false
  }
}
