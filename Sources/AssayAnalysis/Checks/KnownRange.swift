extension Check {
  /// Flags figures that lie outside all that they can be.
  public static let knownRange = Check(
    id: "known-range",
    summary: "Shares, scores and clock times against what they can be",
    tier: 1,
    documentation: """
      ## What it examines

      Percentages of people (of voters, of patients, of those asked) and scores on benchmarks that
      end at 100; times of day with a zone, "a.m." or "p.m." behind them. Days of the month belong to
      `weekday`. It speaks only of what cannot be: a figure within its range confirms nothing.

      ## Why it matters

      A digit too many makes 76 % into 176 %, and no other number need stand beside it to tell.

      ## Example

      "Some 176 % of respondents agreed": a share of respondents lies between 0 and 100 %.

      ## When to ignore it

      Where answers are counted and each person may give several.
      """,
    run: relateKnownRanges)
}

func relateKnownRanges(_ input: CheckInput) -> [Relation] {
  input.readers.flatMap { reader in
    reader.analysis.quantities.indices.compactMap { relateFigure($0, reader) }
      + findImpossibleTimes(reader)
  }
}

private let hundred = DecimalNumber(100)

private func relateFigure(_ index: Int, _ reader: PartReader) -> Relation? {
  let quantity = reader.quantity(index)
  switch quantity.kind {
  case .percent, .score: break
  default: return nil
  }
  if quantity.kind == .score, let within = relateWithin(index, quantity, reader) { return within }
  guard let interval = quantity.interval(.lenient), let low = interval.low, hundred < low,
    let value = quantity.middle, !reader.isDenied(index)
  else { return nil }
  let claim = reader.analysis.claims[index]
  if quantity.kind == .percent {
    guard claim.role == .value || claim.role == .rate, claim.direction == nil,
      let whole = people(behind: quantity, reader)
    else { return nil }
    return relation(index, value, "a share of \(whole) lies between 0 and 100 %", reader)
  }
  guard let metric = claim.metric, let name = benchmark(in: metric) else { return nil }
  return relation(index, value, "a score on \(name) lies between 0 and 100", reader)
}

/// A score on a benchmark that is a percentage, as it should be.
private func relateWithin(_ index: Int, _ quantity: Quantity, _ reader: PartReader) -> Relation? {
  guard let value = quantity.exactValue, !value.isNegative, value <= hundred,
    let metric = reader.analysis.claims[index].metric, let name = benchmark(in: metric)
  else { return nil }
  let operand = reader.operand("value", index)
  return Relation(
    check: Check.knownRange.id, operands: [operand], formula: "0 ≤ \(Sum.plain(value)) ≤ 100",
    computed: Interval(low: .zero, high: hundred), stated: reader.intervals(index)?.strict,
    verdict: .consistent,
    explanation: "a score on \(name) lies between 0 and 100, stated \(operand.text)")
}

/// Nouns for people of whom each counts once.
private let people: Set<String> = [
  "voters", "respondents", "people", "patients", "participants", "adults", "women", "men",
  "children", "students", "pupils", "residents", "households", "americans", "britons", "employees",
  "workers", "customers", "users", "readers", "subscribers", "members", "citizens", "teachers",
]

/// "of the respondents", "of all eligible voters": the noun, at most two words in.
private func people(behind quantity: Quantity, _ reader: PartReader) -> String? {
  let start = reader.text.end(of: quantity)
  guard reader.text.lower(start) == "of" else { return nil }
  for index in start + 1..<start + 4 {
    let word = reader.text.lower(index)
    if people.contains(word) { return word }
    guard reader.text.isWord(index) else { return nil }
  }
  return nil
}

/// Benchmarks whose score is a percentage.
private let benchmarks = [
  "mmlu", "hellaswag", "gsm8k", "humaneval", "arc-challenge", "gpqa", "truthfulqa", "winogrande",
  "swe-bench", "mbpp", "boolq", "piqa",
]

private func benchmark(in metric: String) -> String? {
  let words = metric.lowercased().split(separator: " ")
  return benchmarks.first { name in words.contains { $0.hasPrefix(name) } }.map {
    $0.uppercased()
  }
}

private func relation(
  _ index: Int, _ value: DecimalNumber, _ rule: String, _ reader: PartReader
) -> Relation {
  let operand = reader.operand("value", index)
  return Relation(
    check: Check.knownRange.id, operands: [operand], formula: "0 ≤ \(Sum.plain(value)) ≤ 100",
    computed: Interval(low: .zero, high: hundred), stated: reader.intervals(index)?.strict,
    verdict: .contradicted, explanation: "\(rule), stated \(operand.text)",
    notes: ["nothing in the words makes it a change or a multiple"])
}

// MARK: Times of day

/// "at 25:30 GMT", "9:75 a.m.": hours to 24, minutes to 59.
private func findImpossibleTimes(_ reader: PartReader) -> [Relation] {
  let tokens = reader.analysis.words.tokens
  var relations: [Relation] = []
  for index in tokens.indices.dropLast(3)
  where tokens[index].kind == .number && tokens[index].count <= 2
    && reader.text.mark(index + 1) == UInt8(ascii: ":")
    && tokens[index + 1].shape.contains(.isJoined) && tokens[index + 2].kind == .number
    && tokens[index + 2].count == 2 && tokens[index + 2].shape.contains(.isJoined)
    && isZone(index + 3, reader)
  {
    guard index == 0 || !tokens[index].shape.contains(.isJoined),
      let hour = Int(reader.analysis.words.text[tokens[index].range]),
      let minute = Int(reader.analysis.words.text[tokens[index + 2].range]),
      hour > 24 || minute > 59
    else { continue }
    let words = tokens[index].range.union(tokens[index + 2].range)
    let operand = reader.operand("time", words: words)
    relations.append(
      Relation(
        check: Check.knownRange.id, operands: [operand], formula: "hour ≤ 24, minute ≤ 59",
        verdict: .contradicted, explanation: "no day has a time \(operand.text)",
        notes: ["a zone, a.m. or p.m. behind it says that it is a time of day"]))
  }
  return relations
}

private let zones: Set<String> = [
  "am", "pm", "gmt", "utc", "cet", "cest", "bst", "est", "edt", "pst", "pdt", "ist", "jst", "ct",
  "et", "pt",
]

/// "GMT", "pm", "a.m.", "local time".
private func isZone(_ index: Int, _ reader: PartReader) -> Bool {
  let word = reader.text.lower(index)
  if zones.contains(word) { return true }
  if word == "local" { return reader.text.lower(index + 1) == "time" }
  return (word == "a" || word == "p") && reader.text.mark(index + 1) == UInt8(ascii: ".")
    && reader.text.lower(index + 2) == "m"
}
