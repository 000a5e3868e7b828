extension Check {
  /// Flags a percentage that its own part and whole contradict.
  public static let share = Check(
    id: "share",
    summary: "Share against the part and the whole beside it",
    tier: 1,
    documentation: """
      ## What it examines

      A part, its whole and the percentage, side by side: "k of n (p %)", "p %, or k of the n",
      "k, or p %, of n", "p % of the n (k)", "of the n, k (p %)". The percentage must be 100 k / n.
      "k wins in n matches (p %)" is doubtful at most.

      ## Why it matters

      Surveys and studies are quoted by their percentages; the counts beside them are copied from
      elsewhere.

      ## Example

      "A total of 17 %, or 107 of the 951 respondents": 107 / 951 = 11.3 %.

      ## When to ignore it

      Where the percentage is weighted, or of another whole than the one it stands beside.
      """,
    run: relateShares)
}

func relateShares(_ input: CheckInput) -> [Relation] {
  input.readers.flatMap { reader -> [Relation] in
    let quantities = reader.analysis.quantities
    var relations: [Relation] = []
    var first = 0
    while first < quantities.count {
      var last = first + 1
      while last < quantities.count, quantities[last].sentence == quantities[first].sentence {
        last += 1
      }
      relations += readShares(first..<last, in: reader.text).compactMap { relate($0, reader) }
      first = last
    }
    return relations
  }
}

private func relate(_ share: ShareReading, _ reader: PartReader) -> Relation? {
  let claims = reader.analysis.claims
  guard let rate = share.rate, claims.indices.contains(max(rate, share.part, share.whole)),
    let part = counted(share.part, reader), let whole = counted(share.whole, reader),
    let stated = reader.intervals(rate), whole.lenient.isPositive,
    let strict = hundredfold(part.strict, of: whole.strict),
    let lenient = hundredfold(part.lenient, of: whole.lenient),
    let k = reader.quantity(share.part).exactValue, let n = reader.quantity(share.whole).exactValue,
    let exact = hundredfold(Interval(k), of: Interval(n))?.low
  else { return nil }
  var verdict = compare(stated: stated, computed: (strict, lenient))
  if share.isLoose, verdict == .contradicted { verdict = .doubtful }
  let operand = reader.operand("rate", rate)
  let shown = Sum.together([k, n])
  let formula = "\(shown[0]) / \(shown[1])"
  let result = Sum.rounded(exact, places: Sum.places(beyond: reader.quantity(rate)))
  return Relation(
    check: Check.share.id,
    operands: [
      operand, reader.operand("part", share.part), reader.operand("whole", share.whole),
    ],
    formula: formula, computed: strict, stated: stated.strict, verdict: verdict,
    explanation: "\(formula) = \(result) %, stated \(operand.text)",
    notes: notes([], candidates: 1, verdict: verdict))
}

/// A count of people or things under 1,000 is exact; the lenient reading allows for half a one, so
/// that a share rounded twice is doubtful at most.
private func counted(_ claim: Int, _ reader: PartReader) -> (strict: Interval, lenient: Interval)? {
  guard let intervals = reader.intervals(claim) else { return nil }
  guard let value = reader.exactValue(claim), value < DecimalNumber(1000), value.exponent >= 0
  else {
    return intervals
  }
  return (Interval(value), intervals.strict)
}

private func hundredfold(_ part: Interval, of whole: Interval) -> Interval? {
  Interval.dividing(part, by: whole).flatMap {
    Interval.multiplying($0, Interval(DecimalNumber(100)))
  }
}
