extension Check {
  /// Flags a percentage that the two values beside it contradict.
  public static let percentChange = Check(
    id: "percent-change",
    summary: "Percentage against the two values it is computed from",
    tier: 1,
    documentation: """
      ## What it examines

      A change that states its rate and both its ends: from a to b, p %. The rate must lie in
      100 (b/a − 1), where each number stands for all that rounds to it. The rate may stand in an
      aside ("from 12.4 to 9.9, about 20 %"), compare ("70 % above the average of 84 mm"), or be told
      behind two figures ("had 3,900; today it has 2,730, a cut of 30 %"): those are doubtful at most. So is a rate from a start whose
      end stands before ("$2.31 a gallon. Its bill thus fell 15.7 % from $2.74"), and a difference of two
      percentages that is told in per cent instead of points.

      ## Why it matters

      A rate and its ends are the pair that readers remember and quote; one of them is often typed
      anew for a headline.

      ## Example

      "Sales rose 31 % to 63.1 million from 57.5 million": (63.1 − 57.5) / 57.5 = 9.7 %.

      ## When to ignore it

      Where the rate has another base than the two values, such as constant currencies, and the text
      says so elsewhere.
      """,
    run: relatePercentChanges)
}

func relatePercentChanges(_ input: CheckInput) -> [Relation] {
  input.readers.flatMap { reader in
    let changes = reader.changes.indices.compactMap { index -> Relation? in
      let change = reader.changes[index]
      if let found = relateRate(change, reader) { return found }
      guard index > 0, let joined = join(reader.changes[index - 1], change, reader) else {
        return nil
      }
      return relateRate(joined, reader)
    }
    let told = changes + reader.relateTrailingRates(judged: changes)
    let compared = told + reader.relateComparisons(.rate, judged: told)
    let near = compared + reader.relateTold(.rate, judged: compared) + reader.deriveBases()
    // What was derived is no judgement.
    let judged = near.filter { $0.verdict != .derived }
    let apart = judged + reader.relateRatesApart(judged: judged)
    return apart + near.filter { $0.verdict == .derived } + reader.relatePointsTold(judged: apart)
  }
}

/// "lost 3 percent and fell to 3,395 from 3,500": two verbs for one change, with nothing but "and"
/// between the rate and the second verb.
private func join(_ first: Change, _ second: Change, _ reader: PartReader) -> Change? {
  guard first.from.isEmpty, first.to.isEmpty, first.by.isEmpty, let rate = first.rates.last,
    second.rates.isEmpty, second.by.isEmpty, let end = second.from.first ?? second.to.first,
    !second.from.isEmpty, !second.to.isEmpty,
    reader.quantity(rate).sentence == reader.quantity(end).sentence,
    let cue = reader.analysis.claims[end].cue,
    reader.analysis.claims[rate].direction == reader.analysis.claims[end].direction
  else { return nil }
  let start = reader.text.end(of: reader.quantity(rate))
  guard reader.text.lower(start) == "and", start + 1 < reader.analysis.words.tokens.count,
    reader.analysis.words.tokens[start + 1].range == cue
  else { return nil }
  var joined = second
  joined.rates = [rate]
  joined.cautions.formUnion(first.cautions)
  return joined
}

/// A reading of one rate against one pair of ends.
/// A rate and the two ends that it is held against.
struct RateReading {
  let rate: Int
  let from: Int
  let to: Int
  let verdict: Verdict
  let computed: Interval
  let stated: Interval
  /// The rate counts points: "2 % to 30 % from 28 %".
  var isPoints = false
}

private func relateRate(_ change: Change, _ reader: PartReader) -> Relation? {
  let rates =
    change.rates.filter { reader.quantity($0).kind.isFraction }
    + change.by.filter { reader.quantity($0).isPart }
  guard !rates.isEmpty else { return nil }
  let pairs = reader.pairs(change)
  guard !pairs.isEmpty else { return nil }
  var readings: [RateReading] = []
  for rate in rates {
    for pair in pairs {
      if let reading = read(rate, pair, reader) { readings.append(reading) }
    }
  }
  guard let best = readings.min(by: { $0.verdict.goodness < $1.verdict.goodness }) else {
    return nil
  }
  var cautions = change.cautions
  if reader.quantity(best.from).kind.isFraction { cautions.insert(.pointsOrPercent) }
  if reader.missesScale(best.from, best.to) { cautions.insert(.scale) }
  if best.verdict != .consistent {
    guard cautions.isEmpty, rates.count == 1, pairs.count == 1,
      !hasOtherRate(best, change, reader), !reader.isLoosePart(best.rate)
    else { return nil }
  }
  guard let relation = reader.rateRelation(best, cautions, candidates: readings.count) else {
    return nil
  }
  return isPointsSlip(best, reader)
    ? relation.with(verdict: .doubtful, note: "the difference is in points, stated in per cent")
    : relation
}

/// Whether another percentage stands among the three: it may be the one that belongs to the ends.
private func hasOtherRate(_ best: RateReading, _ change: Change, _ reader: PartReader) -> Bool {
  let places = [best.rate, best.from, best.to]
  guard let first = places.min(), let last = places.max() else { return false }
  return (first...last).contains { !places.contains($0) && reader.quantity($0).kind.isFraction }
}

private func read(_ rate: Int, _ pair: (from: Int, to: Int), _ reader: PartReader) -> RateReading? {
  guard let from = reader.intervals(pair.from), let to = reader.intervals(pair.to),
    let stated = reader.percentIntervals(rate), from.lenient.isPositive, to.lenient.isNonNegative
  else { return nil }
  if reader.quantity(pair.from).kind.isFraction || reader.quantity(pair.to).kind.isFraction {
    return readPoints(rate, pair, from: from, to: to, stated: stated)
  }
  guard let strict = percentChange(from: from.strict, to: to.strict),
    let lenient = percentChange(from: from.lenient, to: to.lenient)
  else { return nil }
  let sizes = (strict: stated.strict.magnitude, lenient: stated.lenient.magnitude)
  var verdict = compare(
    stated: sizes, computed: (strict: strict.magnitude, lenient: lenient.magnitude))
  if verdict == .doubtful, isMultiple(rate, pair, reader) { verdict = .contradicted }
  if verdict == .consistent, !holdsSharply(rate, pair, reader, stated.lenient) {
    verdict = .doubtful
  }
  return RateReading(
    rate: rate, from: pair.from, to: pair.to, verdict: verdict, computed: strict,
    stated: stated.strict)
}

/// "2.5 % to 98,500 from 100,000": beside a number of three digits and more a round one in the same
/// style is hardly rounded to a tenth of itself. Where the rate does not even fit the round number
/// within half a hundredth, it is doubtful; the words bear no more than that.
func holdsSharply(
  _ rate: Int, _ pair: (from: Int, to: Int), _ reader: PartReader, _ stated: Interval
) -> Bool {
  let (from, to) = (reader.quantity(pair.from), reader.quantity(pair.to))
  guard let a = reader.exactValue(pair.from), let b = reader.exactValue(pair.to),
    reader.exactValue(rate) != nil, reader.isScaled(from) == reader.isScaled(to),
    let start = sharpened(a, from.lastPlace, to.lastPlace),
    let end = sharpened(b, to.lastPlace, from.lastPlace),
    let change = percentChange(from: start, to: end)
  else { return true }
  return change.magnitude.overlaps(stated.magnitude)
}

/// A number as exact as the one beside it, but no more exact than half a hundredth of itself.
func sharpened(
  _ value: DecimalNumber, _ own: DecimalNumber, _ other: DecimalNumber
) -> Interval? {
  let share = DecimalNumber.multiplying(value.magnitude, DecimalNumber(5))?.shifted(by: -3) ?? own
  let width = min(own, max(other, share))
  guard let low = DecimalNumber.subtracting(value, width),
    let high = DecimalNumber.adding(value, width)
  else { return nil }
  return Interval(low: low, high: high)
}

/// "grew 1,000 % from 120,000 to 1.2 million": ten times as many are 900 % more. From 200 % on a
/// rate that is the multiple to the last digit was taken for it.
private func isMultiple(_ rate: Int, _ pair: (from: Int, to: Int), _ reader: PartReader) -> Bool {
  guard let stated = reader.exactValue(rate), DecimalNumber(200) <= stated,
    let from = reader.exactValue(pair.from), let to = reader.exactValue(pair.to),
    let product = DecimalNumber.multiplying(stated, from)
  else { return false }
  return product == to.shifted(by: 2)
}

/// "5 % to 30 % from 25 %" may mean points: it is confirmed where either reading fits.
private func readPoints(
  _ rate: Int, _ pair: (from: Int, to: Int), from: (strict: Interval, lenient: Interval),
  to: (strict: Interval, lenient: Interval), stated: (strict: Interval, lenient: Interval)
) -> RateReading? {
  let readings = [
    (Interval.subtracting(to.strict, from.strict), true),
    (percentChange(from: from.strict, to: to.strict), false),
  ]
  for case (let computed?, let isPoints) in readings
  where computed.magnitude.overlaps(stated.strict.magnitude) {
    return RateReading(
      rate: rate, from: pair.from, to: pair.to, verdict: .consistent, computed: computed,
      stated: stated.strict, isPoints: isPoints)
  }
  return nil
}

/// "from 52 % to 78 %, a rise of 26 per cent": the difference is one of points, and as a share of the start
/// it is another number.
private func isPointsSlip(_ reading: RateReading, _ reader: PartReader) -> Bool {
  guard reading.isPoints, reader.quantity(reading.rate).kind != .percentagePoint,
    reader.quantity(reading.from).kind.isFraction, reader.quantity(reading.to).kind.isFraction,
    let from = reader.intervals(reading.from), let to = reader.intervals(reading.to),
    let stated = reader.intervals(reading.rate)?.lenient, from.lenient.isPositive,
    let change = percentChange(from: from.lenient, to: to.lenient)
  else { return false }
  return !change.magnitude.overlaps(stated.magnitude)
}

/// 100 (b/a − 1), rounded outwards.
func percentChange(from: Interval, to: Interval) -> Interval? {
  guard let ratio = Interval.dividing(to, by: from),
    let change = Interval.subtracting(ratio, Interval(DecimalNumber(1)))
  else { return nil }
  return Interval.multiplying(change, Interval(DecimalNumber(100)))
}

extension PartReader {
  /// What a reading of a rate comes to, with its sum.
  func rateRelation(
    _ reading: RateReading, _ cautions: Cautions, candidates: Int
  ) -> Relation? {
    let rate = quantity(reading.rate)
    guard let a = quantity(reading.from).middle, let b = quantity(reading.to).middle,
      let exact = percentChange(from: Interval(a), to: Interval(b))?.low
    else { return nil }
    let shown = Sum.together([b, a])
    let difference = DecimalNumber.subtracting(b, a).map { Sum.plain($0) + " points" }
    let formula =
      reading.isPoints
      ? "\(shown[0]) − \(shown[1])" : "(\(shown[0]) − \(shown[1])) / \(shown[1])"
    let rounded = Sum.rounded(exact, places: Sum.percentPlaces(beyond: rate)) + " %"
    let result = reading.isPoints ? difference ?? rounded : rounded
    let stated = operand("rate", reading.rate)
    return Relation(
      check: Check.percentChange.id,
      operands: [stated, operand("from", reading.from), operand("to", reading.to)],
      formula: formula, computed: reading.computed,
      exact: reading.isPoints ? nil : exact, stated: reading.stated, verdict: reading.verdict,
      explanation: "\(formula) = \(result), stated \(stated.text)",
      notes: notes(cautions, candidates: candidates, verdict: reading.verdict))
  }
}

extension Verdict {
  /// 0 is the best: the reading that speaks for the text is preferred.
  var goodness: Int {
    switch self {
    case .consistent: 0
    case .doubtful: 1
    case .contradicted: 3
    case .unsupported, .needsReference, .needsContext, .derived, .notCheckable: 2
    }
  }
}

extension Quantity {
  /// The number itself, or the middle of a span; nil for dates and open bounds.
  var middle: DecimalNumber? {
    switch value {
    case .exact(let number): return number
    case .span(let low, let high):
      guard let sum = DecimalNumber.adding(low, high) else { return nil }
      return DecimalNumber.multiplying(sum, DecimalNumber(mantissa: 5, exponent: -1))
    case .vague, .date, .clock: return nil
    }
  }
}
