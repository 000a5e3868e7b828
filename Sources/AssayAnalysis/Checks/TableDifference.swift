/// Flags one row in which a column is not the difference or the sum of the two before it, where all
/// other rows say that it is. Part of `table-total`.
///
/// At least three other rows must hold, with all three numbers stated, and the gap must be what one
/// mistyped digit leaves: columns may stand side by side by chance.
func columnDifferences(_ table: NumberTable, _ part: PartReader) -> [Relation] {
  guard table.columnCount >= 4 else { return [] }
  return (1..<max(1, table.columnCount - 2)).compactMap { column in
    Combination.allCases.lazy.compactMap { relate(table, column, $0, part) }.first
  }
}

private enum Combination: CaseIterable {
  /// The first less the second, the second less the first, and both together.
  case difference, increase, sum

  func result(_ a: DecimalNumber, _ b: DecimalNumber) -> DecimalNumber? {
    switch self {
    case .difference: DecimalNumber.subtracting(a, b)
    case .increase: DecimalNumber.subtracting(b, a)
    case .sum: DecimalNumber.adding(a, b)
    }
  }
}

private func relate(
  _ table: NumberTable, _ column: Int, _ combination: Combination, _ part: PartReader
) -> Relation? {
  var holding = 0
  var broken: (cells: [NumberTable.Cell], gap: DecimalNumber, result: DecimalNumber)?
  for row in table.rows where row.cells.indices.contains(column + 2) && !row.isHeader {
    let cells = Array(row.cells[column...column + 2])
    guard !cells.contains(where: \.isPercent), let a = cells[0].value, let b = cells[1].value,
      let stated = cells[2].value
    else { continue }
    guard let result = combination.result(a, b), let gap = DecimalNumber.subtracting(stated, result)
    else { return nil }
    let step = DecimalNumber(mantissa: 1, exponent: min(0, max(a.exponent, b.exponent)))
    if gap.magnitude <= step {
      if !a.isZero, !b.isZero { holding += 1 }
    } else if broken == nil {
      broken = (cells, gap, result)
    } else {
      return nil
    }
  }
  guard let broken, holding >= 3, holding >= 6 || isSlip(broken.gap) else { return nil }
  let shown = broken.cells.compactMap(\.value).map(Sum.plain)
  guard shown.count == 3 else { return nil }
  let formula =
    combination == .increase
    ? "\(shown[1]) − \(shown[0])"
    : "\(shown[0]) \(combination == .sum ? "+" : "−") \(shown[1])"
  return Relation(
    check: Check.tableTotal.id,
    operands: [
      part.operand("total", words: broken.cells[2].range),
      part.operand("part", words: broken.cells[0].range),
      part.operand(combination == .sum ? "part" : "subtracted", words: broken.cells[1].range),
    ],
    formula: formula, computed: Interval(broken.result),
    stated: broken.cells[2].value.map { Interval($0) }, verdict: .contradicted,
    explanation: "\(formula) = \(Sum.plain(broken.result)), stated \(shown[2])",
    notes: [
      "the same holds in \(holding) other rows of the table",
      "the gap is what one mistyped digit or two that changed places leave",
    ])
}

/// 30, 0.2, 5,000; 27, 450, 3.6.
private func isSlip(_ gap: DecimalNumber) -> Bool {
  let digits = gap.magnitude.normalized.mantissa
  return digits < 10 || (digits < 82 && digits % 9 == 0)
}
