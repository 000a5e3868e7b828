extension Check {
  /// Holds claims against the user's reference files, and says what is missing.
  public static let reference = Check(
    id: "reference",
    summary: "Claims against the reference files",
    tier: 1,
    documentation: """
      ## What it examines

      Claims whose subject, metric, time and unit meet a row of a reference file. Where no row fits,
      it says which one is needed. Superlatives ("the largest ever"), bounds ("up to 85 %") that nobody
      is named for, dates to come and the score of a rival that the text does not give need one too.

      ## Why it matters

      A text can agree with itself and still be wrong; only a source outside it can tell.

      ## Example

      "TAO traded at $265 on April 12, 2026" against the row `tao,price,2026-04-12,273,dollar`.

      ## When to ignore it

      Where the file measures something else by the same name, or is older than the text.
      """,
    run: relateReferences)
}

func relateReferences(_ input: CheckInput) -> [Relation] {
  var relations: [Relation] = []
  var wanted: Set<String> = []
  var metrics = MetricMemory()
  for reader in input.readers {
    for index in reader.analysis.claims.indices {
      guard let sought = sought(index, reader, input) else { continue }
      if let met = meet(sought, reader, input) {
        relations.append(met)
      } else if reader.index == 0, isWorthwhile(sought, reader, &metrics),
        wanted.insert(sought.words).inserted
      {
        relations.append(missing(sought, reader))
      }
    }
  }
  return relations + relateUnsourced(input)
}

/// A claim that a reference could judge.
private struct Sought {
  let claim: Int
  let entity: Entity
  let metric: String
  let time: Period?

  /// A counted noun is a metric in the plural: "active subnets".
  let isCounted: Bool
  var shownMetric: String { isCounted ? plural(of: metric) : metric }

  /// "TAO price on 2026-04-10".
  var words: String {
    let when = time.map { " \($0.precision == .day ? "on" : "in") \($0.iso)" } ?? ""
    return "\(entity.name) \(shownMetric)\(when)"
  }
}

private func sought(_ index: Int, _ reader: PartReader, _ input: CheckInput) -> Sought? {
  let claim = reader.analysis.claims[index]
  let quantity = reader.quantity(index)
  guard claim.role == .value || claim.role == .to || claim.role == .from,
    !claim.isNegated, !claim.cautions.contains(.brokenNumber),
    let subject = claim.subject, input.entities.indices.contains(subject),
    let metric = claim.metric, claim.confidence >= 0.7
  else { return nil }
  switch quantity.kind {
  case .money, .count, .score, .measure, .percent: break
  default: return nil
  }
  switch quantity.value {
  case .exact, .span: break
  case .vague, .date, .clock: return nil
  }
  return Sought(
    claim: index, entity: input.entities[subject], metric: metric, time: claim.time,
    isCounted: quantity.kind == .count && quantity.unit.name == metric)
}

/// Below this a count is seldom looked up: "two senators", "nine countries".
private let leastCount = DecimalNumber(25)

/// Whether somebody could look it up: a number of some size, of a measure that such a thing has. What
/// would read oddly is not asked for.
private func isWorthwhile(
  _ sought: Sought, _ reader: PartReader, _ metrics: inout MetricMemory
) -> Bool {
  let (claim, quantity) = (reader.analysis.claims[sought.claim], reader.quantity(sought.claim))
  guard !claim.isHedged || claim.time != nil, isPlainMetric(sought, &metrics) else { return false }
  if quantity.kind == .count {
    guard let value = quantity.middle?.magnitude, leastCount <= value else { return false }
  }
  switch sought.entity.type {
  case .org, .agency, .product, .model, .token, .network, .subnet, .place: return true
  case .person: return !metrics.words(of: sought.metric).isDisjoint(with: personalMetrics)
  case .group, .law, .event, .metric, .technology, .handle: return false
  }
}

/// What is counted of people: stems, as `metricWords` gives them.
private let personalMetrics: Set<String> = [
  "vote", "goal", "point", "run", "wicket", "win", "medal", "title", "salary", "income", "wage",
  "fortune", "pay", "wealth", "share", "stake", "lead",
]

/// Nouns that are counted and no measure of anything.
private let idleMetrics: Set<String> = [
  "day", "year", "time", "night", "week", "month", "hour", "minute", "start", "end", "other",
  "reason",
  "thing", "way", "question", "letter", "term", "kind", "type", "part", "place", "stop", "hand",
  "man",
  "woman", "child", "nation", "country", "state", "people", "person", "page", "word", "line",
  "halving",
  "http", "percent", "percentage", "guy", "metric", "item", "one",
]

/// The words of metrics and names: a text speaks of a few again and again.
private struct MetricMemory {
  private var known: [String: Set<String>] = [:]

  mutating func words(of metric: String) -> Set<String> {
    if let words = known[metric] { return words }
    let words = metricWords(metric)
    known[metric] = words
    return words
  }
}

private func isPlainMetric(_ sought: Sought, _ metrics: inout MetricMemory) -> Bool {
  let words = metrics.words(of: sought.metric)
  guard !words.isEmpty, words.count <= 3, words.isDisjoint(with: idleMetrics),
    words.isDisjoint(with: metrics.words(of: sought.entity.name))
  else { return false }
  return words.allSatisfy { word in word.utf8.allSatisfy { $0.isASCIILetter || $0 >= 0x80 } }
}

/// "subnets", "companies", "boxes"; "people" as it is.
private func plural(of noun: String) -> String {
  if noun.hasSuffix("people") || noun.hasSuffix("staff") || noun.hasSuffix("s") { return noun }
  if noun.hasSuffix("man") { return noun.dropLast(3) + "men" }
  if noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before) {
    return noun.dropLast() + "ies"
  }
  return noun + (["x", "ch", "sh"].contains { noun.hasSuffix($0) } ? "es" : "s")
}

/// How well a row fits a claim.
private enum Fit: Int {
  /// The metric or the time fits in part: the row may confirm, never contradict.
  case partial
  case full
}

private func meet(_ sought: Sought, _ reader: PartReader, _ input: CheckInput) -> Relation? {
  var candidates: [(table: ReferenceTable, row: ReferenceTable.Row, fit: Fit)] = []
  for table in input.references {
    for row in table.rows(about: sought.entity) {
      if let fit = fit(row, sought, reader.quantity(sought.claim)) {
        candidates.append((table, row, fit))
      }
    }
  }
  guard !candidates.isEmpty, let intervals = reader.intervals(sought.claim) else { return nil }
  for candidate in candidates where intervals.strict.overlaps(Interval(candidate.row.value)) {
    return relation(sought, candidate.table, candidate.row, .consistent, reader)
  }
  let claim = reader.analysis.claims[sought.claim]
  let full = candidates.filter { $0.fit == .full }
  guard full.count == 1, let best = full.first, claim.confidence >= 0.9, claim.cautions.isEmpty,
    !claim.isHedged, claim.role != .from, namesOneTime(sought, reader)
  else { return nil }
  let verdict: Verdict =
    intervals.lenient.overlaps(Interval(best.row.value)) ? .doubtful : .contradicted
  return relation(sought, best.table, best.row, verdict, reader)
}

/// Whether the claim's sentence speaks of no time but the claim's: "from November to January" names
/// two, and which one a number is of is then not sure enough to contradict it.
private func namesOneTime(_ sought: Sought, _ reader: PartReader) -> Bool {
  let sentence = reader.quantity(sought.claim).sentence
  let dates = reader.analysis.quantities.filter { $0.sentence == sentence && $0.kind == .date }
  guard dates.count == 1, let only = dates.first, case .date(let period) = only.value else {
    return false
  }
  return period.iso == sought.time?.iso
}

private func fit(
  _ row: ReferenceTable.Row, _ sought: Sought, _ quantity: Quantity
) -> Fit? {
  guard unitFits(row.unit, quantity) else { return nil }
  let (stated, known) = (metricWords(sought.metric), metricWords(row.metric))
  guard !stated.isEmpty, stated == known || stated.isSubset(of: known) || known.isSubset(of: stated)
  else { return nil }
  let isSameTime = sought.time?.iso == row.time
  if let time = sought.time, !isSameTime, !row.time.isEmpty,
    !time.iso.hasPrefix(row.time), !row.time.hasPrefix(time.iso)
  {
    return nil
  }
  return stated == known && isSameTime ? .full : .partial
}

private func unitFits(_ unit: String, _ quantity: Quantity) -> Bool {
  let name = unit.lowercased()
  let stated = quantity.unit.name.lowercased()
  if name == stated || stated.hasSuffix(" " + name) { return true }
  switch quantity.kind {
  case .money: return quantity.unit.code?.lowercased() == name
  case .percent: return name == "percentage" || name == "percent" || name == "%"
  case .score: return name == "point" || name == "-" || name.isEmpty
  // "13,500 leased bikes" against the unit "bike" is caught above; a bare number fits any count.
  case .count: return quantity.unit.dimension == .none || metricWords(unit) == metricWords(stated)
  default: return false
  }
}

private func time(_ row: ReferenceTable.Row) -> String {
  if row.time.isEmpty { return "" }
  let isDay = row.time.utf8.count == 10
  return (isDay ? " on " : " in ") + row.time
}

private func relation(
  _ sought: Sought, _ table: ReferenceTable, _ row: ReferenceTable.Row, _ verdict: Verdict,
  _ reader: PartReader
) -> Relation {
  let operand = reader.operand("value", sought.claim)
  let named = "\(sought.entity.name) \(row.metric)" + time(row)
  let file = table.path.split(separator: "/").last ?? table.path[...]
  return Relation(
    check: Check.reference.id, operands: [operand],
    formula: named, computed: Interval(row.value),
    stated: reader.intervals(sought.claim)?.strict, verdict: verdict,
    explanation:
      "\(named) is \(Sum.plain(row.value)) by \(file):\(row.line), stated \(operand.text)",
    notes: [
      "source: \(table.source ?? "not named")", "retrieved: \(table.retrieved ?? "not dated")",
      "file: \(table.path):\(row.line)",
    ])
}

private func missing(_ sought: Sought, _ reader: PartReader) -> Relation {
  Relation(
    check: Check.reference.id, operands: [reader.operand("value", sought.claim)],
    formula: sought.words, stated: reader.intervals(sought.claim)?.strict,
    verdict: .needsReference, explanation: "needs \(sought.words)",
    notes: ["no row of a reference file has this entity, metric and time"],
    needed: NeededReference(
      entity: sought.entity.name, metric: sought.shownMetric, time: sought.time?.iso ?? "",
      unit: reader.quantity(sought.claim).unit.name))
}
