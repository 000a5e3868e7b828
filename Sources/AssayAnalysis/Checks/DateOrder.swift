extension Check {
  /// Flags what is told as to come but lies before the document's date, and spans that end before
  /// they begin.
  public static let dateOrder = Check(
    id: "date-order",
    summary: "Upcoming and past events against the document's date; spans against their order",
    tier: 2,
    documentation: """
      ## What it examines

      "Will open on 3 May 2025" in a document of a later date, "was held on 3 May 2027" in one of an
      earlier, and "from A to B" where B lies before A. Only dates that state their year count.
      Confirmed are dates told in order ("On April 10 … By April 12"), what is projected for a day that
      is to come, and one event named twice ("the December halving").

      ## Why it matters

      An old announcement that is published again still says "will".

      ## Example

      "The bridge will open in March 2024", in an article of April 2026.

      ## When to ignore it

      In quotations of what was said before, and in histories.
      """,
    run: relateDateOrders)
}

func relateDateOrders(_ input: CheckInput) -> [Relation] {
  var relations: [Relation] = []
  if let article = input.readers.first {
    relations = article.relateSequences() + article.relateUpcoming(input.date)
    relations += article.relateEvents()
  }
  for reader in input.readers {
    for sentence in reader.sentences {
      let dates = sentence.filter { reader.quantity($0).isDate }
      guard !dates.isEmpty else { continue }
      relations += zip(dates, dates.dropFirst()).compactMap { relateSpan($0, $1, reader) }
      guard reader.index == 0, let today = input.date else { continue }
      relations += dates.compactMap { relateTense($0, today, reader) }
    }
  }
  return relations
}

private func statedPeriod(_ index: Int, _ reader: PartReader) -> Period? {
  guard case .date(let period) = reader.quantity(index).value, !period.isYearInferred else {
    return nil
  }
  return period
}

/// "from 12 May 2025 to 3 April 2025".
private func relateSpan(_ first: Int, _ second: Int, _ reader: PartReader) -> Relation? {
  guard second == first + 1, let start = statedPeriod(first, reader),
    let end = statedPeriod(second, reader), end.end < start.start,
    reader.text.lower(reader.quantity(first).tokens.lowerBound - 1) == "from"
  else { return nil }
  let gap = reader.gap(first, second).map { reader.text.lower($0) }
  guard gap == ["to"] || gap == ["until"] else { return nil }
  return Relation(
    check: Check.dateOrder.id,
    operands: [reader.operand("to", second), reader.operand("from", first)],
    formula: "\(start.iso) ≤ \(end.iso)", verdict: .doubtful,
    explanation: "\(end.iso) lies before \(start.iso), from which it is said to go on",
    notes: ["both dates state their year"])
}

/// Words between "will" and its date that make it another's date, or another's words.
private let breaks: Set<String> = [
  "since", "after", "before", "until", "than", "had", "would", "from", "was", "were", "which",
  "who", "that", "between",
]

/// How many tokens may stand between the verb and its date.
private let reach = 9

private func relateTense(_ index: Int, _ today: CalendarDate, _ reader: PartReader) -> Relation? {
  guard let period = statedPeriod(index, reader) else { return nil }
  let start = reader.quantity(index).tokens.lowerBound
  let isPast = period.end < today
  let isAhead = today < period.start
  guard isPast || isAhead, ["on", "in"].contains(reader.text.lower(start - 1)),
    let tokens = reader.sentence(of: index)?.tokens,
    !tokens.contains(where: { isQuote($0, reader) })
  else { return nil }
  let before = max(tokens.lowerBound, start - reach)..<start - 1
  guard let verb = before.last(where: { isTense($0, ahead: isPast, reader) }),
    !reader.holds(verb + 1..<start - 1, anyOf: breaks),
    !(verb + 1..<start - 1).contains(where: { reader.text.mark($0) == UInt8(ascii: ",") })
  else { return nil }
  let operand = reader.operand("date", index)
  let word = reader.analysis.words.text[reader.analysis.words.tokens[verb].range]
  return Relation(
    check: Check.dateOrder.id, operands: [operand],
    formula: isPast ? "\(today.iso) ≤ \(period.iso)" : "\(period.iso) ≤ \(today.iso)",
    verdict: .doubtful,
    explanation:
      "\(period.iso) lies \(isPast ? "before" : "after") the document's date \(today.iso), "
      + "stated “\(word) … \(operand.text)”",
    notes: ["the date states its year"])
}

private func isQuote(_ index: Int, _ reader: PartReader) -> Bool {
  if reader.text.mark(index) == UInt8(ascii: "\"") { return true }
  let tokens = reader.analysis.words.tokens
  return tokens[index].kind != .word && ["“", "”"].contains(reader.text.lower(index))
}

/// "will" for what is to come; "was held", "took place" for what was.
private func isTense(_ index: Int, ahead: Bool, _ reader: PartReader) -> Bool {
  let word = reader.text.lower(index)
  if ahead { return word == "will" }
  return ["held", "took", "died", "opened", "occurred", "happened", "ended"].contains(word)
    && reader.text.lower(index - 1) != "be"
}
