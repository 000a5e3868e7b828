extension Check {
  /// Flags the amount of a change that its ends, or its rate, contradict.
  public static let difference = Check(
    id: "difference",
    summary: "Amount of a change against its two ends, or its end and its rate",
    tier: 1,
    documentation: """
      ## What it examines

      By d to b from a: d must be |b − a|. Where the start is not given but the rate is, d to b by
      p %: p must be d / (b ∓ d); the rate may stand in the sentence before or behind ("The rise of 28
      per cent"). "By 11 votes, 2,316 to 2,305" is held against both figures. "£85 more than a year ago, when it was £950" and "a shortfall of
      £70,000" are held against the two figures that the words compare, and so are "That is £350 more" and
      "so 147 more" against figures up to two sentences before; where the words leave open
      which are meant, one that fits is enough, and what does not fit is doubtful at most. A difference of figures in
      two paragraphs ("17.6 points worse off") is doubtful only where a misprint explains the gap; a swing
      from a loss to a profit is the sum of both, and the middle of a range is held against its ends.

      ## Why it matters

      Amount, end and rate are three views of one change; one that was altered alone shows.

      ## Example

      "Net sales were $93,662, a decrease of $5,813 or 9.4 %": 5,813 / (93,662 + 5,813) = 5.8 %.

      ## When to ignore it

      Where the amount is a part of the change only, such as what one acquisition brought.
      """,
    run: relateDifferences)
}

func relateDifferences(_ input: CheckInput) -> [Relation] {
  input.readers.flatMap { reader in
    let changes = reader.changes.indices.compactMap { place in
      relateDifference(reader.changes[place], reader)
        ?? relateAcross(place > 0 ? reader.changes[place - 1] : nil, reader.changes[place], reader)
        ?? relateTakenUp(
          reader.changes[..<place].suffix(3).last { !$0.by.isEmpty }, reader.changes[place], reader)
    }
    let compared = changes + reader.relateComparisons(.amount, judged: changes)
    let gaps = compared + reader.relateGaps(judged: compared)
    let margins = gaps + reader.relateMargins(judged: gaps)
    let told = margins + reader.relateTold(.amount, judged: margins) + reader.relateStandings()
    return told + reader.relateDistances(judged: told)
  }
}

private typealias Pair = (strict: Interval, lenient: Interval)

private func relateDifference(_ change: Change, _ reader: PartReader) -> Relation? {
  guard change.by.count == 1, let amount = change.by.first else { return nil }
  let pairs = reader.pairs(change).filter {
    isAmount(amount, of: $0.to, reader)
      || reader.quantity(amount).kind == .percentagePoint && isAmount(amount, of: $0.from, reader)
  }
  if !pairs.isEmpty { return relateEnds(amount, pairs, change, reader) }
  return relateRate(amount, change, reader)
}

/// An amount in the unit of the end; points fit a bare index and a percentage.
private func isAmount(_ amount: Int, of end: Int, _ reader: PartReader) -> Bool {
  let (a, b) = (reader.quantity(amount), reader.quantity(end))
  guard !a.isPart else { return false }
  if a.kind == .percentagePoint {
    return b.kind.isFraction && (a.unit == .percentagePoint || a.unit == .basisPoint)
  }
  if b.kind.isFraction { return a.unit.name == "point" && a.unit.dimension != .currency }
  if a.unit.name == "point" || b.unit.name == "point" {
    return a.unit.dimension != .currency && b.unit.dimension != .currency
  }
  // "The average age rose by 5 years, from 24.6 to 29.6."
  if a.kind == .duration, b.kind == .count, b.unit.dimension == .none { return true }
  return haveSameUnit(a, b)
    && (reader.perUnit(a) == reader.perUnit(b) || reader.perUnit(a).isEmpty)
}

private func relateEnds(
  _ amount: Int, _ pairs: [(from: Int, to: Int)], _ change: Change, _ reader: PartReader
) -> Relation? {
  var best: (verdict: Verdict, pair: (from: Int, to: Int), computed: Interval)?
  for pair in pairs {
    guard let from = reader.intervals(pair.from), let to = reader.intervals(pair.to),
      let stated = reader.intervals(amount),
      let strict = Interval.subtracting(to.strict, from.strict)?.magnitude,
      let lenient = Interval.subtracting(to.lenient, from.lenient)?.magnitude
    else { continue }
    let verdict = compare(
      stated: (stated.strict.magnitude, stated.lenient.magnitude), computed: (strict, lenient))
    let isBlurred =
      verdict == .consistent && !holdsSharply(amount, from: pair.from, to: pair.to, reader)
    let sharp: Verdict = isBlurred ? .doubtful : verdict
    if sharp.goodness < best?.verdict.goodness ?? 9 { best = (sharp, pair, strict) }
  }
  guard let best, let a = reader.quantity(best.pair.from).middle,
    let b = reader.quantity(best.pair.to).middle, let d = DecimalNumber.subtracting(b, a)
  else { return nil }
  if best.verdict != .consistent {
    guard change.cautions.isEmpty, pairs.count == 1,
      !reader.missesScale(best.pair.from, best.pair.to),
      !reader.missesScale(amount, best.pair.to), isOfEnds(amount, best.pair, d, reader)
    else { return nil }
  }
  let shown = Sum.together([b, a, d])
  let operand = reader.operand("by", amount)
  return Relation(
    check: Check.difference.id,
    operands: [
      operand, reader.operand("from", best.pair.from), reader.operand("to", best.pair.to),
    ],
    formula: "\(shown[0]) − \(shown[1])", computed: best.computed,
    stated: reader.intervals(amount)?.strict, verdict: best.verdict,
    explanation: "\(shown[0]) − \(shown[1]) = \(shown[2]), stated \(operand.text)",
    notes: notes(change.cautions, candidates: pairs.count, verdict: best.verdict))
}

/// "14,300 of the votes, against 13,930, a gain of 3 seats": a noun that neither end has, and another
/// order of size, is an amount of something else.
func isOfEnds(
  _ amount: Int, _ pair: (from: Int, to: Int), _ difference: DecimalNumber, _ reader: PartReader
) -> Bool {
  let unit = reader.quantity(amount).unit
  guard unit.dimension == .count,
    reader.quantity(pair.from).unit != unit, reader.quantity(pair.to).unit != unit,
    let value = reader.quantity(amount).middle
  else { return true }
  return reader.areNear(value, difference)
}

/// "£83.30 more than the £1,700": beside pence a round number is hardly rounded to a hundred. Where the
/// amount does not fit the numbers as exact as the finest of the three, it is doubtful.
func holdsSharply(_ amount: Int, from: Int, to: Int, _ reader: PartReader) -> Bool {
  let (a, b, d) = (reader.quantity(from), reader.quantity(to), reader.quantity(amount))
  let place = d.unit.name == "basis point" ? d.lastPlace.shifted(by: -2) : d.lastPlace
  guard let start = reader.exactValue(from), let end = reader.exactValue(to),
    reader.exactValue(amount) != nil, reader.isScaled(a) == reader.isScaled(b),
    reader.isScaled(a) == reader.isScaled(d), let stated = reader.intervals(amount)?.lenient,
    let low = sharpened(start, a.lastPlace, min(b.lastPlace, place)),
    let high = sharpened(end, b.lastPlace, min(a.lastPlace, place)),
    let change = Interval.subtracting(high, low)
  else { return true }
  return change.magnitude.overlaps(stated.magnitude)
}

/// Amount, end and rate without the start: p = d / (b − d) after a rise, d / (b + d) after a fall.
private func relateRate(_ amount: Int, _ change: Change, _ reader: PartReader) -> Relation? {
  let rates = change.rates.filter { reader.quantity($0).kind.isFraction }
  let ends = change.ends.filter { isAmount(amount, of: $0, reader) }
  guard rates.count == 1, ends.count == 1, let rate = rates.first, let end = ends.first,
    let d = reader.intervals(amount), let b = reader.intervals(end),
    let stated = reader.intervals(rate), d.lenient.isPositive, b.lenient.isPositive
  else { return nil }
  let claims = reader.analysis.claims
  let direction = claims[amount].direction ?? claims[rate].direction
  let ways = direction.map { [$0] } ?? [.up, .down]
  var best: (verdict: Verdict, way: Claim.Direction, computed: Interval)?
  for way in ways {
    guard let strict = shareOfStart(d.strict, b.strict, way),
      let lenient = shareOfStart(d.lenient, b.lenient, way)
    else { continue }
    let verdict = compare(
      stated: (stated.strict.magnitude, stated.lenient.magnitude), computed: (strict, lenient))
    if verdict.goodness < best?.verdict.goodness ?? 9 { best = (verdict, way, strict) }
  }
  guard let best else { return nil }
  if best.verdict != .consistent {
    // "runs 14 ferries, would drop 22 sailings": a number named before is the end only in its unit.
    let isSurelyTheEnd =
      !change.to.isEmpty || reader.quantity(end).unit == reader.quantity(amount).unit
      || isToldRightBehind(amount, end, reader)
    guard change.cautions.isEmpty, direction != nil, isSurelyTheEnd,
      !reader.missesScale(amount, end)
    else { return nil }
  }
  return relation(amount, end, rate, best.way, best.verdict, best.computed, change, reader)
}

/// "412,000 visitors last year, 90,000 more than in 2024": the noun is said once.
private func isToldRightBehind(_ amount: Int, _ end: Int, _ reader: PartReader) -> Bool {
  let next = reader.text.end(of: reader.quantity(amount))
  return reader.quantity(amount).unit.dimension == .none && end + 1 == amount
    && ["more", "fewer", "less"].contains(reader.text.lower(next))
    && reader.text.lower(next + 1) == "than"
}

/// "Shares rose 8.1 % on Friday. They closed at $73.52, a gain of $5.51": the rate of the sentence
/// before, where the next one takes it up with a pronoun. Doubtful at most.
private func relateAcross(_ first: Change?, _ second: Change, _ reader: PartReader) -> Relation? {
  guard let first, let rate = first.rates.first, first.rates.count == 1, first.by.isEmpty,
    first.from.isEmpty, second.rates.isEmpty, second.from.isEmpty, let amount = second.by.first,
    second.by.count == 1, reader.quantity(rate).kind.isFraction,
    reader.quantity(rate).sentence + 1 == reader.quantity(amount).sentence,
    let tokens = reader.sentence(of: amount)?.tokens,
    reader.text.cue(tokens.lowerBound).contains(.pronoun),
    reader.analysis.claims[rate].direction == reader.analysis.claims[amount].direction
  else { return nil }
  return relateJoined(amount, rate, of: second, with: first, reader)
}

/// "412,000 visitors, 90,000 more than in 2024. The rise of 28 % came from": a sentence that begins with
/// the change of the one before, and gives nothing but its rate. Doubtful at most.
private func relateTakenUp(
  _ first: Change?, _ second: Change, _ reader: PartReader
) -> Relation? {
  guard let first else { return nil }
  let told = second.rates + second.by + second.values
  guard let rate = told.first, told.count == 1, first.rates.isEmpty, first.by.count == 1,
    let amount = first.by.first, second.from.isEmpty, second.to.isEmpty,
    reader.quantity(rate).kind.isFraction,
    reader.quantity(amount).sentence + 1 == reader.quantity(rate).sentence,
    let tokens = reader.sentence(of: rate)?.tokens
  else { return nil }
  let start = reader.quantity(rate).tokens.lowerBound
  guard isAgainstTime(amount, reader),
    !["in", "of", "for"].contains(reader.text.lower(reader.text.end(of: reader.quantity(rate)))),
    start - tokens.lowerBound == 3, reader.text.cue(start - 1).contains(.of),
    reader.text.cue(start - 2).contains(.noun),
    ["the", "that", "this"].contains(reader.text.lower(tokens.lowerBound)),
    let direction = reader.analysis.claims[amount].direction,
    reader.text.cue(start - 2).contains(direction == .up ? .up : .down)
  else { return nil }
  return relateJoined(amount, rate, of: first, with: second, reader)
}

/// A change with the rate that another sentence gives of it. Doubtful at most.
private func relateJoined(
  _ amount: Int, _ rate: Int, of change: Change, with other: Change, _ reader: PartReader
) -> Relation? {
  var joined = change
  joined.rates = [rate]
  joined.cautions.formUnion(other.cautions)
  guard let relation = relateRate(amount, joined, reader) else { return nil }
  guard relation.verdict == .contradicted else { return relation }
  return relation.with(verdict: .doubtful, note: softened)
}

/// "more than in 2024", "more than a year ago": not "more than expected".
private func isAgainstTime(_ amount: Int, _ reader: PartReader) -> Bool {
  let end = reader.text.end(of: reader.quantity(amount))
  guard reader.text.lower(end + 1) == "than" else { return true }
  return (end + 2..<end + 5).contains { index in
    reader.text.cue(index).contains(.period)
      || reader.analysis.quantities.contains { $0.isDate && $0.tokens.contains(index) }
  }
}

private func shareOfStart(
  _ amount: Interval, _ end: Interval, _ way: Claim.Direction
) -> Interval? {
  let start = way == .up ? Interval.subtracting(end, amount) : Interval.adding(end, amount)
  guard let start, let share = Interval.dividing(amount, by: start) else { return nil }
  return Interval.multiplying(share, Interval(DecimalNumber(100)))
}

private func relation(
  _ amount: Int, _ end: Int, _ rate: Int, _ way: Claim.Direction, _ verdict: Verdict,
  _ computed: Interval, _ change: Change, _ reader: PartReader
) -> Relation? {
  guard let d = reader.quantity(amount).middle, let b = reader.quantity(end).middle,
    let exact = shareOfStart(Interval(d.magnitude), Interval(b), way)?.low
  else { return nil }
  let shown = Sum.together([d.magnitude, b])
  let formula = "\(shown[0]) / (\(shown[1]) \(way == .up ? "−" : "+") \(shown[0]))"
  let result = Sum.rounded(exact, places: Sum.places(beyond: reader.quantity(rate)))
  let stated = reader.operand("rate", rate)
  return Relation(
    check: Check.difference.id,
    operands: [reader.operand("by", amount), reader.operand("to", end), stated],
    formula: formula, computed: computed, exact: exact, stated: reader.intervals(rate)?.strict,
    verdict: verdict,
    explanation: "\(formula) = \(result) %, stated \(stated.text)",
    notes: notes(change.cautions, candidates: 1, verdict: verdict))
}
