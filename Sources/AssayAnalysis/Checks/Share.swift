extension Check {
  /// Flags a percentage that its own part and whole contradict.
  public static let share = Check(
    id: "share",
    summary: "Share against the part and the whole beside it",
    tier: 1,
    documentation: """
      ## What it examines

      A part, its whole and the percentage, side by side: "k of n (p %)", "p %, or k of the n",
      "k, or p %, of n", "p % of the n (k)", "of the n, k (p %)", "p %: of n, k". The percentage, or
      "a quarter", "one in five", must be 100 k / n. "k wins in n matches (p %)" is doubtful at most,
      and so is "a quarter of that" or "of the total" where the whole stands further away, even in a
      paragraph before. A share told behind the clause or the sentence of its part and whole ("Of 7,850
      tickets, 1,570 went to children, or one in five", "That gives a pass rate of 70 %") and an amount
      beside its share of what the text names elsewhere ("27 % of net sales, or $923 million") are
      doubtful at most too.

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
    let relations = reader.sentences.flatMap { sentence in
      readShares(sentence, in: reader.text).compactMap { relate($0, reader) }
    }
    let near = relations + reader.relateDistantShares(judged: relations)
    let told = near + reader.relateToldShares(judged: near)
    let named = told + reader.relateNamedShares(judged: told)
    return named + reader.relateWordedWholes(judged: named)
  }
}

private func relate(_ share: ShareReading, _ reader: PartReader) -> Relation? {
  let claims = reader.analysis.claims
  guard let rate = share.rate, claims.indices.contains(max(rate, share.part, share.whole)),
    let reading = reader.readShare(share.part, share.whole, rate)
  else { return nil }
  var verdict = reading.verdict
  if share.isLoose, verdict == .contradicted { verdict = .doubtful }
  if verdict != .consistent, reader.isLoosePart(rate) { return nil }
  return reader.shareRelation(share.part, share.whole, rate, reading.computed, verdict)
}
