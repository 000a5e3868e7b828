extension Check {
  /// Every check, in the order that reports show them.
  public static let all: [Check] = [
    percentChange, direction, difference, times, share, perUnit, partsWhole, listLength,
    hundredPercent, arithmetic, unitConversion, productIdentity, knownRange, tableTotal, tableCell,
    nameImplied, weekday, dateArithmetic, dateOrder, sameQuantity, recovery, reference,
    commentClaim, crossDocument, statistics, precisionStyle,
  ]

  /// Those that run unless the user says otherwise.
  public static let standard = all.filter { !$0.isOptional }
}

/// Runs the checks over one article and its thread, and sorts what they found by place.
///
/// A check says no more than its tier allows.
public func relate(_ input: CheckInput, checks: [Check] = Check.standard) -> [Relation] {
  var found: [(order: Int, relation: Relation)] = []
  for (order, check) in checks.enumerated() {
    for relation in check.run(input) { found.append((order, capped(relation, tier: check.tier))) }
  }
  let fitting = placesThatFit(found.map(\.relation))
  let inTables = placesInTables(found.map(\.relation))
  found.removeAll {
    isOneReadingOfSeveral($0.relation, fitting: fitting) || isInTable($0.relation, inTables)
  }
  found.sort { first, second in
    let (a, b) = (first.relation.operands.first?.place, second.relation.operands.first?.place)
    if let a, let b, a != b { return a < b }
    if first.order != second.order { return first.order < second.order }
    return first.relation.explanation < second.relation.explanation
  }
  return found.map(\.relation)
}

/// The checks that pair numbers of a sentence by its words, and may pair them wrongly.
private let pairingChecks: Set<String> = [
  "percent-change", "difference", "times", "share", "recovery",
]

/// Where the numbers stand that some pairing explains.
private func placesThatFit(_ relations: [Relation]) -> Set<Place> {
  var places: Set<Place> = []
  for relation in relations
  where relation.verdict == .consistent && pairingChecks.contains(relation.check) {
    places.formUnion(relation.operands.map(\.place))
  }
  return places
}

/// A stated figure that one pairing explains is not held against another: where several candidates
/// stand beside each other and any fits, the text has said nothing wrong.
private func isOneReadingOfSeveral(_ relation: Relation, fitting: Set<Place>) -> Bool {
  guard relation.verdict == .contradicted || relation.verdict == .doubtful,
    pairingChecks.contains(relation.check), let stated = relation.operands.first?.place
  else { return false }
  return fitting.contains(stated)
}

/// The figures of comments that the article's tables speak of.
private func placesInTables(_ relations: [Relation]) -> Set<Place> {
  Set(
    relations.lazy.filter { $0.check == Check.tableCell.id }
      .compactMap { $0.operands.first?.place }.filter { $0.part > 0 })
}

/// What a comment takes from a table is not missing from the article.
private func isInTable(_ relation: Relation, _ places: Set<Place>) -> Bool {
  guard relation.check == Check.commentClaim.id, relation.verdict != .consistent,
    let stated = relation.operands.first?.place
  else { return false }
  return places.contains(stated)
}

private func capped(_ relation: Relation, tier: Int) -> Relation {
  guard tier == 2, relation.verdict == .contradicted else { return relation }
  return relation.with(
    verdict: .doubtful, note: "a check of the second tier says doubtful at most")
}
