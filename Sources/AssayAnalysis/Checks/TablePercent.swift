/// Holds columns of percentages against the columns they are computed from: the change between two
/// others, one as a share of another, or a share of the column's total. Part of `table-total`.
///
/// Which formula a column follows is read off the table: it must hold in at least three rows and
/// fail in one at most, so that columns that stand side by side by chance are left alone.
func percentColumns(_ table: NumberTable, _ part: PartReader) -> [Relation] {
  guard table.columnCount >= 3, table.rows.count >= 4 else { return [] }
  return (1..<table.columnCount).flatMap { column -> [Relation] in
    guard isPercentColumn(column, table, part) else { return [] }
    let readings = formulas(for: column, in: table).map { read($0, column, table) }
    guard let best = readings.max(by: { $0.holding.count < $1.holding.count }),
      best.holding.count >= leastRows, best.broken.count <= 1
    else { return [] }
    return (best.holding + best.broken).map { relation($0, best.holding.count, part) }
  }
}

/// How many rows must follow a formula before it counts.
private let leastRows = 3

/// The most columns to the left that a percentage is computed from.
private let columnReach = 4

private enum Formula {
  case change(from: Int, to: Int)
  case share(of: Int, in: Int)
  case shareOfTotal(column: Int, total: NumberTable.Cell)
}

private struct RowReading {
  let stated: NumberTable.Cell
  let operands: [NumberTable.Cell]
  let computed: Interval
  let formula: String
  let verdict: Verdict
}

private func isPercentColumn(_ column: Int, _ table: NumberTable, _ part: PartReader) -> Bool {
  let cells = table.rows.filter { !$0.isHeader }.compactMap {
    $0.cells.indices.contains(column) ? $0.cells[column] : nil
  }.filter { $0.value != nil }
  guard cells.count >= leastRows else { return false }
  if cells.count(where: \.isPercent) * 2 > cells.count { return true }
  let heading = table.heading(column, in: part.analysis.words.text)
  return heading.contains("%") || heading.contains("per cent") || heading.contains("percent")
}

private func formulas(for column: Int, in table: NumberTable) -> [Formula] {
  let columns = (max(1, column - columnReach)..<column).reversed()
  var formulas: [Formula] = []
  for (place, first) in columns.enumerated() {
    for second in columns.dropFirst(place + 1) {
      formulas += [.change(from: first, to: second), .change(from: second, to: first)]
      formulas += [.share(of: first, in: second), .share(of: second, in: first)]
    }
    let total = table.rows.last { $0.isTotal && $0.cells.indices.contains(first) }?.cells[first]
    if let total, total.value != nil { formulas.append(.shareOfTotal(column: first, total: total)) }
  }
  return formulas
}

private func read(
  _ formula: Formula, _ column: Int, _ table: NumberTable
) -> (holding: [RowReading], broken: [RowReading]) {
  var holding: [RowReading] = []
  var broken: [RowReading] = []
  for row in table.rows where !row.isHeader && row.cells.indices.contains(column) {
    guard let reading = read(formula, row, row.cells[column]) else { continue }
    switch reading.verdict {
    case .consistent: holding.append(reading)
    // Shares are rounded up or down by one so that they make up 100.
    case .doubtful: continue
    default: broken.append(reading)
    }
    if broken.count > 1 { return ([], broken) }
  }
  return (holding, broken)
}

private func read(
  _ formula: Formula, _ row: NumberTable.Row, _ stated: NumberTable.Cell
) -> RowReading? {
  func cell(_ column: Int) -> NumberTable.Cell? {
    guard row.cells.indices.contains(column) else { return nil }
    let cell = row.cells[column]
    return cell.value == nil || cell.isPercent ? nil : cell
  }
  switch formula {
  case .change(let from, let to):
    guard let a = cell(from), let b = cell(to) else { return nil }
    return reading(stated, [b, a]) { end, start in
      percentChange(from: start, to: end)
    } words: {
      "(\($0[0]) − \($0[1])) / \($0[1])"
    }
  case .share(let part, let whole):
    guard let a = cell(part), let b = cell(whole) else { return nil }
    return reading(stated, [a, b], hundredfold) { "\($0[0]) / \($0[1])" }
  case .shareOfTotal(let column, let total):
    guard let a = cell(column), a.range != total.range else { return nil }
    return reading(stated, [a, total], hundredfold) { "\($0[0]) / \($0[1])" }
  }
}

private func hundredfold(_ share: Interval, _ whole: Interval) -> Interval? {
  Interval.dividing(share, by: whole).flatMap {
    Interval.multiplying($0, Interval(DecimalNumber(100)))
  }
}

private func reading(
  _ stated: NumberTable.Cell, _ operands: [NumberTable.Cell],
  _ formula: (Interval, Interval) -> Interval?, words: ([String]) -> String
) -> RowReading? {
  guard let given = stated.interval, let first = operands[0].interval,
    let second = operands[1].interval, second.isPositive,
    let computed = formula(first, second)
  else { return nil }
  // A fall may be written without its sign, under a heading that says so.
  let isSame = given.overlaps(computed) || given.magnitude.overlaps(computed.magnitude)
  let isNear = [given, given.magnitude].contains {
    near($0, computed) || near($0, computed.magnitude)
  }
  let verdict: Verdict = isSame ? .consistent : isNear ? .doubtful : .contradicted
  let shown = operands.compactMap(\.value).map(Sum.plain)
  return RowReading(
    stated: stated, operands: operands, computed: computed, formula: words(shown), verdict: verdict)
}

/// Whether a figure misses another by no more than its own width.
private func near(_ stated: Interval, _ computed: Interval) -> Bool {
  guard let low = stated.low, let high = stated.high,
    let width = DecimalNumber.subtracting(high, low),
    let least = DecimalNumber.subtracting(low, width), let most = DecimalNumber.adding(high, width)
  else { return false }
  return Interval(low: least, high: most).overlaps(computed)
}

private func relation(_ reading: RowReading, _ holding: Int, _ part: PartReader) -> Relation {
  let stated = part.operand("share", words: reading.stated.range)
  let places = min(6, max(0, -(reading.stated.value?.exponent ?? 0)) + 1)
  let result = reading.computed.low.map { Sum.rounded($0, places: places) } ?? ""
  let most = reading.computed.high.map { Sum.rounded($0, places: places) } ?? ""
  let shown = result == most ? result : "\(result) to \(most)"
  return Relation(
    check: Check.tableTotal.id,
    operands: [stated] + reading.operands.map { part.operand("part", words: $0.range) },
    formula: reading.formula, computed: reading.computed, stated: reading.stated.interval,
    verdict: reading.verdict,
    explanation: "\(reading.formula) = \(shown) %, stated \(stated.text)",
    notes: ["the same formula holds in \(holding) rows of the table"])
}
