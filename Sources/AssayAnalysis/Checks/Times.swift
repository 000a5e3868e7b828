extension Check {
  /// Flags "doubled", "tripled" and their like where the two values beside it say another multiple.
  public static let times = Check(
    id: "times",
    summary: "Doubled, halved, n-fold against the two values",
    tier: 1,
    documentation: """
      ## What it examines

      A multiple in words or digits (doubled, halved, threefold, five times) and the values that the
      thing went from and to: b / a must be the multiple. Words are taken for rounder than digits.
      "Twice as much as the old one's 2 tonnes" is held against what it is compared with, "half as many"
      against the two figures before it.

      ## Why it matters

      "Tripled" is a headline's word; the numbers that should bear it stand paragraphs below.

      ## Example

      "Output tripled to 18.4 tonnes from 9.2": 18.4 / 9.2 = 2.

      ## When to ignore it

      Where the word is meant loosely and the text says so.
      """,
    run: relateMultiples)
}

func relateMultiples(_ input: CheckInput) -> [Relation] {
  input.readers.flatMap { reader in
    let changes = reader.changes.compactMap { relateMultiple($0, reader) }
    let compared = changes + reader.relateComparisons(.multiple, judged: changes)
    return compared + reader.relateTold(.multiple, judged: compared)
  }
}

/// A verb such as "doubled" is used for what is a tenth off; only beyond a fifth is it wrong.
private let looseness = Interval(
  low: DecimalNumber(mantissa: 8, exponent: -1), high: DecimalNumber(mantissa: 12, exponent: -1))

private func relateMultiple(_ change: Change, _ reader: PartReader) -> Relation? {
  let multiples = change.rates.filter { reader.quantity($0).kind == .multiple }
  guard multiples.count == 1, let multiple = multiples.first,
    let stated = reader.intervals(multiple), stated.lenient.isPositive
  else { return nil }
  let isFall = reader.analysis.claims[multiple].direction == .down
  let pairs = reader.pairs(change)
  var best: (verdict: Verdict, pair: (from: Int, to: Int), computed: Interval)?
  for pair in pairs {
    guard let from = reader.intervals(pair.from), let to = reader.intervals(pair.to),
      let strict = ratio(from.strict, to.strict, stated.strict, isFall: isFall),
      let lenient = ratio(from.lenient, to.lenient, stated.lenient, isFall: isFall),
      let wide = Interval.multiplying(stated.lenient, looseness)
    else { continue }
    var verdict = compare(stated: stated, computed: (strict, lenient))
    if verdict == .contradicted, wide.overlaps(lenient) { verdict = .doubtful }
    if verdict.goodness < best?.verdict.goodness ?? 9 { best = (verdict, pair, strict) }
  }
  guard let best, let a = reader.quantity(best.pair.from).middle,
    let b = reader.quantity(best.pair.to).middle
  else { return nil }
  var cautions = change.cautions
  if reader.missesScale(best.pair.from, best.pair.to) { cautions.insert(.scale) }
  if best.verdict != .consistent, !cautions.isEmpty || pairs.count > 1 { return nil }
  let shown = Sum.together([a, b])
  guard let exact = DecimalNumber.quotient(b, a, isUp: false) else { return nil }
  let operand = reader.operand("times", multiple)
  return Relation(
    check: Check.times.id,
    operands: [
      operand, reader.operand("from", best.pair.from), reader.operand("to", best.pair.to),
    ],
    formula: "\(shown[1]) / \(shown[0])", computed: best.computed, exact: exact,
    stated: stated.strict,
    verdict: best.verdict,
    explanation:
      "\(shown[1]) / \(shown[0]) = \(Sum.rounded(exact, places: 2)), stated “\(operand.text)”",
    notes: notes(cautions, candidates: pairs.count, verdict: best.verdict))
}

/// b / a, or a / b where a fall is told by a multiple above one: "fell fivefold", "halved" read as 2.
private func ratio(
  _ from: Interval, _ to: Interval, _ stated: Interval, isFall: Bool
) -> Interval? {
  let isInverse = isFall && (stated.low.map { $0 > DecimalNumber(1) } ?? false)
  return isInverse ? Interval.dividing(from, by: to) : Interval.dividing(to, by: from)
}
