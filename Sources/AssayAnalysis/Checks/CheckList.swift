extension Check {
  /// Every check, in the order that reports show them.
  public static let all: [Check] = [
    percentChange, direction, difference, times, share, tableTotal, nameImplied, weekday, recovery,
    reference, commentClaim,
  ]
}

/// Runs the checks over one article and its thread, and sorts what they found by place.
///
/// A check says no more than its tier allows.
public func relate(_ input: CheckInput, checks: [Check] = Check.all) -> [Relation] {
  var found: [(order: Int, relation: Relation)] = []
  for (order, check) in checks.enumerated() {
    for relation in check.run(input) { found.append((order, capped(relation, tier: check.tier))) }
  }
  found.sort { first, second in
    let (a, b) = (first.relation.operands.first?.place, second.relation.operands.first?.place)
    if let a, let b, a != b { return a < b }
    if first.order != second.order { return first.order < second.order }
    return first.relation.explanation < second.relation.explanation
  }
  return found.map(\.relation)
}

private func capped(_ relation: Relation, tier: Int) -> Relation {
  guard tier == 2, relation.verdict == .contradicted else { return relation }
  return Relation(
    check: relation.check, operands: relation.operands, formula: relation.formula,
    computed: relation.computed, stated: relation.stated, verdict: .doubtful,
    explanation: relation.explanation,
    notes: relation.notes + ["a check of the second tier says doubtful at most"])
}
