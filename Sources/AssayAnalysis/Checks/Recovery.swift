extension Check {
  /// Flags a partial recovery that lies outside the fall it recovers from.
  public static let recovery = Check(
    id: "recovery",
    summary: "Partial recovery against the fall before it",
    tier: 2,
    documentation: """
      ## What it examines

      A fall from a to b, and a recovery to c told within the next sentences of the paragraph: c must
      lie between b and a.

      ## Why it matters

      "Recovered" after a number below the trough, or above the start, tells another story.

      ## Example

      "crashed from $332 to $254 … recovered to $273": 254 < 273 < 332, 24.4 % of the fall.

      ## When to ignore it

      Where the recovery is of something else, or went beyond the start and the text says so.
      """,
    run: relateRecoveries)
}

/// How many sentences a recovery may come after its fall.
private let sentenceReach = 3

func relateRecoveries(_ input: CheckInput) -> [Relation] {
  input.readers.flatMap { reader -> [Relation] in
    var relations: [Relation] = []
    var fall: (from: Int, to: Int)?
    for change in reader.changes {
      if let fall, let recovery = recovered(change, reader), let end = change.to.first {
        if let relation = relate(fall, end, recovery, reader) { relations.append(relation) }
      }
      if let pair = reader.pairs(change).first, reader.pairs(change).count == 1,
        change.cautions.isEmpty, !change.to.isEmpty,
        reader.analysis.claims[pair.to].direction == .down
      {
        fall = pair
      }
    }
    return relations
  }
}

/// The word of a recovery, where a change is told by one and has no start of its own.
private func recovered(_ change: Change, _ reader: PartReader) -> TextRange? {
  guard change.from.isEmpty, change.to.count == 1, let end = change.to.first,
    let cue = reader.analysis.claims[end].cue
  else { return nil }
  let word = reader.analysis.words.text[cue].lowercased()
  return word.hasPrefix("recover") || word.hasPrefix("rebound") ? cue : nil
}

private func relate(
  _ fall: (from: Int, to: Int), _ end: Int, _ cue: TextRange, _ reader: PartReader
) -> Relation? {
  let distance = reader.quantity(end).sentence - reader.quantity(fall.to).sentence
  let claims = reader.analysis.claims
  guard (0...sentenceReach).contains(distance), isOneBlock(fall.to, end, reader),
    reader.areComparable(fall.to, end), claims[end].subject == claims[fall.to].subject,
    let start = reader.quantity(fall.from).middle, let trough = reader.quantity(fall.to).middle,
    let now = reader.quantity(end).middle, let range = reader.intervals(end), trough < start
  else { return nil }
  let isInside = range.strict.overlaps(Interval(low: trough, high: start))
  let shown = Sum.together([trough, now, start])
  var explanation = "\(shown[1]) does not lie between \(shown[0]) and \(shown[2])"
  if isInside, let back = DecimalNumber.subtracting(now, trough),
    let whole = DecimalNumber.subtracting(start, trough),
    let share = DecimalNumber.quotient(back.shifted(by: 2), whole, isUp: false)
  {
    explanation =
      "\(shown[0]) < \(shown[1]) < \(shown[2]): \(Sum.rounded(share, places: 1)) % of the fall "
      + "was made good"
  }
  return Relation(
    check: Check.recovery.id,
    operands: [
      reader.operand("to", end), reader.operand("from", fall.from),
      reader.operand("trough", fall.to), reader.operand("word", words: cue),
    ],
    formula: "(\(shown[1]) − \(shown[0])) / (\(shown[2]) − \(shown[0]))", stated: range.strict,
    verdict: isInside ? .consistent : .doubtful, explanation: explanation,
    notes: ["the recovery is told \(distance) sentences after the fall, of the same subject"])
}

private func isOneBlock(_ first: Int, _ second: Int, _ reader: PartReader) -> Bool {
  let sentences = reader.analysis.words.sentences
  let (a, b) = (reader.quantity(first).sentence, reader.quantity(second).sentence)
  guard sentences.indices.contains(a), sentences.indices.contains(b) else { return false }
  return sentences[a].block == sentences[b].block
}
