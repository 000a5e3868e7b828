extension Check {
  /// Holds claims against the user's reference files, and says what is missing.
  public static let reference = Check(
    id: "reference",
    summary: "Claims against the reference files",
    tier: 1,
    documentation: """
      ## What it examines

      Claims whose subject, metric, time and unit meet a row of a reference file. Where no row fits,
      it says which one is needed.

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
  for reader in input.readers {
    for index in reader.analysis.claims.indices {
      guard let sought = sought(index, reader, input) else { continue }
      if let met = meet(sought, reader, input) {
        relations.append(met)
      } else if reader.index == 0, wanted.insert(sought.words).inserted {
        relations.append(missing(sought, reader))
      }
    }
  }
  return relations
}

/// A claim that a reference could judge.
private struct Sought {
  let claim: Int
  let entity: Entity
  let metric: String
  let time: Period?

  /// "TAO price on 2026-04-10".
  var words: String {
    let when = time.map { " \($0.precision == .day ? "on" : "in") \($0.iso)" } ?? ""
    return "\(entity.name) \(metric)\(when)"
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
  case .vague, .date: return nil
  }
  return Sought(claim: index, entity: input.entities[subject], metric: metric, time: claim.time)
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
  guard let intervals = reader.intervals(sought.claim) else { return nil }
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

private func relation(
  _ sought: Sought, _ table: ReferenceTable, _ row: ReferenceTable.Row, _ verdict: Verdict,
  _ reader: PartReader
) -> Relation {
  let operand = reader.operand("value", sought.claim)
  let time = row.time.isEmpty ? "" : ", \(row.time)"
  return Relation(
    check: Check.reference.id, operands: [operand],
    formula: "\(row.entity), \(row.metric)\(time)", computed: Interval(row.value),
    stated: reader.intervals(sought.claim)?.strict, verdict: verdict,
    explanation:
      "\(row.entity) \(row.metric)\(time) is \(Sum.plain(row.value)) \(row.unit) in "
      + "\(table.path):\(row.line), stated \(operand.text)",
    notes: [
      "source: \(table.source ?? "not named")", "retrieved: \(table.retrieved ?? "not dated")",
    ])
}

private func missing(_ sought: Sought, _ reader: PartReader) -> Relation {
  Relation(
    check: Check.reference.id, operands: [reader.operand("value", sought.claim)],
    formula: sought.words, stated: reader.intervals(sought.claim)?.strict,
    verdict: .needsReference, explanation: "needs \(sought.words)",
    notes: ["no row of a reference file has this entity, metric and time"],
    needed: NeededReference(
      entity: sought.entity.name, metric: sought.metric, time: sought.time?.iso ?? "",
      unit: reader.quantity(sought.claim).unit.name))
}
