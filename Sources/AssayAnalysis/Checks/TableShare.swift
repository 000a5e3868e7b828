/// Holds cells such as "61 (19.1%)" against the whole in their column's heading, "(n=320)". Part of
/// `table-total`.
///
/// Two other rows of the column must hold: a heading may count something else than the cells.
func shareColumns(_ table: NumberTable, _ part: PartReader) -> [Relation] {
  let text = part.analysis.words.text
  return (1..<max(1, table.columnCount)).flatMap { column -> [Relation] in
    guard let whole = TableModel.wholeOf(heading: table.heading(column, in: text)), !whole.isZero
    else { return [] }
    let readings = table.rows.compactMap { row -> (cell: NumberTable.Cell, computed: Interval)? in
      guard !row.isHeader, row.cells.indices.contains(column) else { return nil }
      let cell = row.cells[column]
      guard cell.share != nil, let count = cell.value,
        let share = Interval.dividing(Interval(count), by: Interval(whole)).flatMap({
          Interval.multiplying($0, Interval(DecimalNumber(100)))
        })
      else { return nil }
      return (cell, share)
    }
    let broken = readings.filter { !fits($0.cell, $0.computed) }
    let holding = readings.count - broken.count
    guard holding >= leastHolding, broken.count * 3 <= holding + 1 else { return [] }
    return readings.map { reading in
      relation(
        reading.cell, whole, reading.computed, holding,
        isBroken: !fits(reading.cell, reading.computed), part)
    }
  }
}

private let leastHolding = 2

private func fits(_ cell: NumberTable.Cell, _ computed: Interval) -> Bool {
  cell.share.map { Interval(rounded: $0).overlaps(computed) } ?? true
}

private func relation(
  _ cell: NumberTable.Cell, _ whole: DecimalNumber, _ computed: Interval, _ holding: Int,
  isBroken: Bool, _ part: PartReader
) -> Relation {
  let count = cell.value.map { Sum.plain($0) } ?? ""
  let formula = "\(count) / \(Sum.plain(whole))"
  let places = min(6, max(0, -(cell.share?.exponent ?? 0)))
  let result = computed.low.map { Sum.rounded($0, places: places + 1) } ?? ""
  return Relation(
    check: Check.tableTotal.id, operands: [part.operand("share", words: cell.range)],
    formula: formula, computed: computed, stated: cell.share.map { Interval(rounded: $0) },
    verdict: isBroken ? .contradicted : .consistent,
    explanation: "\(formula) = \(result) %, stated \(cell.share.map { Sum.plain($0) } ?? "")%",
    notes: ["the whole stands in the heading, and \(holding) other rows hold"])
}
