extension Check {
  /// Notes changes of percentages that are told in percent where points are meant.
  public static let precisionStyle = Check(
    id: "precision-style",
    summary: "Percent for percentage points, and more digits than the numbers bear",
    tier: 2,
    documentation: """
      ## What it examines

      A change of a percentage whose size is the difference of both ends but is called percent; and a
      rate with more digits than its two ends can bear. Only where the site's settings switch it on:

          checks:
            precision-style: true

      ## Why it matters

      From 50 % to 55 % is five points and 10 percent. Readers cannot know which of the two was meant.

      ## Example

      "The rate rose 5 % to 55 % from 50 %": 55 − 50 = 5 percentage points.

      ## When to ignore it

      Where a style guide uses percent for both.
      """,
    isOptional: true, run: relateStyles)
}

func relateStyles(_ input: CheckInput) -> [Relation] {
  input.readers.flatMap { reader in
    reader.changes.compactMap { change in
      relatePoints(change, reader) ?? relateDigits(change, reader)
    }
  }
}

private func relatePoints(_ change: Change, _ reader: PartReader) -> Relation? {
  let rates = change.rates.filter {
    reader.quantity($0).kind.isFraction && reader.quantity($0).kind != .percentagePoint
  }
  guard rates.count == 1, let rate = rates.first, let pair = reader.pairs(change).first,
    reader.quantity(pair.from).kind.isFraction, let stated = reader.intervals(rate)?.strict,
    let from = reader.intervals(pair.from)?.strict, let to = reader.intervals(pair.to)?.strict,
    let difference = Interval.subtracting(to, from)?.magnitude,
    difference.overlaps(stated.magnitude),
    percentChange(from: from, to: to)?.magnitude.overlaps(stated.magnitude) == false,
    let a = reader.quantity(pair.from).middle, let b = reader.quantity(pair.to).middle,
    let exact = DecimalNumber.subtracting(b, a)
  else { return nil }
  let shown = Sum.together([b, a, exact.magnitude])
  let operand = reader.operand("rate", rate)
  return Relation(
    check: Check.precisionStyle.id,
    operands: [operand, reader.operand("from", pair.from), reader.operand("to", pair.to)],
    formula: "\(shown[0]) − \(shown[1])", computed: difference, stated: stated,
    verdict: .needsContext,
    explanation: "the change is \(shown[2]) percentage points, stated \(operand.text)",
    notes: ["write 'percentage points' where the difference of two percentages is meant"])
}

/// How many units of its last digit a rate's ends may leave open before it has too many digits.
private let widest = DecimalNumber(20)

private func relateDigits(_ change: Change, _ reader: PartReader) -> Relation? {
  let rates = change.rates.filter { reader.quantity($0).kind.isFraction }
  guard rates.count == 1, let rate = rates.first, let pair = reader.pairs(change).first,
    !reader.quantity(pair.from).kind.isFraction, let value = reader.exactValue(rate),
    value.exponent < 0, let from = reader.intervals(pair.from)?.strict,
    let to = reader.intervals(pair.to)?.strict,
    let computed = percentChange(from: from, to: to), let low = computed.low,
    let high = computed.high, let width = DecimalNumber.subtracting(high, low),
    let bound = DecimalNumber.multiplying(widest, reader.quantity(rate).lastPlace), bound < width
  else { return nil }
  let operand = reader.operand("rate", rate)
  let span = "\(Sum.rounded(low, places: 0)) to \(Sum.rounded(high, places: 0)) %"
  return Relation(
    check: Check.precisionStyle.id,
    operands: [operand, reader.operand("from", pair.from), reader.operand("to", pair.to)],
    formula: span, computed: computed, stated: reader.intervals(rate)?.strict,
    verdict: .needsContext,
    explanation: "both ends as written bear \(span), stated \(operand.text)",
    notes: ["write no more digits than the numbers beside it bear, or give those more exactly"])
}
