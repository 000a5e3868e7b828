extension Check {
  /// Flags a rise from a larger value to a smaller one, and a fall the other way.
  public static let direction = Check(
    id: "direction",
    summary: "Words of rise and fall against the order of the two values",
    tier: 1,
    documentation: """
      ## What it examines

      A word that says which way something went (rose, fell, up, a decrease) and the values it went
      from and to.

      ## Why it matters

      Swapped ends and a wrong verb turn the story round, and no spelling checker sees it.

      ## Example

      "Profit fell to 133.7 million from 94 million": from 94 to 133.7 is a rise.

      ## When to ignore it

      Where a smaller number means more, as with ranks, depths and exchange rates, and the text does
      not show it.
      """,
    run: relateDirections)
}

func relateDirections(_ input: CheckInput) -> [Relation] {
  input.readers.flatMap { reader in reader.changes.compactMap { relateDirection($0, reader) } }
}

private func relateDirection(_ change: Change, _ reader: PartReader) -> Relation? {
  let pairs = reader.pairs(change)
  guard let first = pairs.first else { return nil }
  let sayings = sayings(of: change, reader)
  guard !sayings.isEmpty else { return nil }
  let verdicts = pairs.map { pair in sayings.map { verdict($0.direction, pair, reader) } }
  if let place = verdicts.firstIndex(where: { $0.allSatisfy { $0 == .consistent } }) {
    return relation(sayings[0], pairs[place], .consistent, change, pairs.count, reader)
  }
  guard change.cautions.isEmpty, pairs.count == 1, !reader.missesScale(first.from, first.to),
    let worst = verdicts[0].indices.max(by: {
      goodness(verdicts[0][$0]) < goodness(verdicts[0][$1])
    }),
    let verdict = verdicts[0][worst]
  else { return nil }
  return relation(sayings[worst], first, verdict, change, 1, reader)
}

private func goodness(_ verdict: Verdict?) -> Int { verdict?.goodness ?? -1 }

/// A word that says which way, once for each word.
private struct Saying {
  let direction: Claim.Direction
  let cue: TextRange
}

private func sayings(of change: Change, _ reader: PartReader) -> [Saying] {
  var sayings: [Saying] = []
  for index in change.to + change.from + change.rates + change.by {
    let claim = reader.analysis.claims[index]
    guard let direction = claim.direction, let cue = claim.cue,
      !sayings.contains(where: { $0.cue == cue })
    else { continue }
    sayings.append(Saying(direction: direction, cue: cue))
  }
  return sayings
}

/// Rounding keeps the order of two numbers, so exact figures are compared as written.
///
/// Nil where an end is negative or open: what rises then is a matter of wording.
private func verdict(
  _ direction: Claim.Direction, _ pair: (from: Int, to: Int), _ reader: PartReader
) -> Verdict? {
  guard let from = reader.intervals(pair.from), let to = reader.intervals(pair.to),
    from.strict.isNonNegative, to.strict.isNonNegative
  else { return nil }
  if let a = reader.exactValue(pair.from), let b = reader.exactValue(pair.to) {
    return (direction == .up ? a <= b : b <= a) ? .consistent : .contradicted
  }
  let (small, large) = direction == .up ? (from, to) : (to, from)
  if reaches(large.strict, small.strict) { return .consistent }
  return reaches(large.lenient, small.lenient) ? .doubtful : .contradicted
}

/// Whether the first can be at least as large as the second.
private func reaches(_ large: Interval, _ small: Interval) -> Bool {
  guard let high = large.high, let low = small.low else { return true }
  return low <= high
}

private func relation(
  _ saying: Saying, _ pair: (from: Int, to: Int), _ verdict: Verdict, _ change: Change,
  _ candidates: Int, _ reader: PartReader
) -> Relation? {
  guard let a = reader.quantity(pair.from).middle, let b = reader.quantity(pair.to).middle else {
    return nil
  }
  let shown = Sum.together([a, b])
  let word = reader.operand("direction", words: saying.cue)
  let way = a < b ? "a rise" : b < a ? "a fall" : "no change"
  return Relation(
    check: Check.direction.id,
    operands: [word, reader.operand("from", pair.from), reader.operand("to", pair.to)],
    formula: "\(shown[1]) − \(shown[0])",
    computed: Interval.subtracting(
      reader.intervals(pair.to)?.strict ?? Interval(b),
      reader.intervals(pair.from)?.strict ?? Interval(a)),
    verdict: verdict,
    explanation: "from \(shown[0]) to \(shown[1]) is \(way), stated “\(word.text)”",
    notes: notes(change.cautions, candidates: candidates, verdict: verdict))
}
