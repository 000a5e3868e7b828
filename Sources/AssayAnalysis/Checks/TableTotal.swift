extension Check {
  /// Flags a total that its rows or columns do not add up to.
  public static let tableTotal = Check(
    id: "table-total",
    summary: "Totals of a table against their parts",
    tier: 1,
    documentation: """
      ## What it examines

      Rows labelled as totals against the rows above them, and columns labelled as totals against
      the columns beside them. A row of another label ("Year", "Turnover", "Loss") is a total too where
      a column of it is the exact sum of the rows above, or the first of them less the rest. Which rows belong to a total is tried out: a reading counts where it
      holds for another column (or row) of the same table. Likewise columns that are the difference
      or the sum of the two before them, and columns of percentages that are the change between two
      others, the share of one in another, or the share of a total: what holds for the other rows
      must hold for each. So with the shares in brackets, "61 (19.1%)", of a column headed "(n=320)".

      ## Why it matters

      One mistyped cell in a table of a hundred is found by nobody but the reader who needs it.

      ## Example

      A column of 9.3, (16.5), 0.7 and 1,227.0 over a total of 1,222.5: the sum is 1,220.5.

      ## When to ignore it

      Where a column leaves out a row that the total counts.
      """,
    run: relateTableTotals)
}

func relateTableTotals(_ input: CheckInput) -> [Relation] {
  guard let part = input.readers.first else { return [] }
  return readTables(input.article).flatMap { table in
    columnTotals(table, part) + rowTotals(table, part) + columnDifferences(table, part)
      + percentColumns(table, part) + shareColumns(table, part)
  }
}

// MARK: Columns

private func columnTotals(_ table: NumberTable, _ part: PartReader) -> [Relation] {
  var relations: [Relation] = []
  for (place, row) in table.rows.enumerated() where row.isTotal && !row.isHeader {
    let readings = partSets(of: place, in: table).map { rows in
      (1..<max(1, table.columnCount)).compactMap { addition(of: $0, total: row, rows: rows) }
    }
    relations += judge(
      readings, headings: { table.heading($0, in: part.analysis.words.text) }, part,
      isNamed: row.isNamedTotal)
  }
  return relations
}

// MARK: Rows

private func rowTotals(_ table: NumberTable, _ part: PartReader) -> [Relation] {
  let text = part.analysis.words.text
  guard let header = table.rows.first(where: \.isHeader) else { return [] }
  for column in header.cells.indices.dropFirst() {
    let heading = trimmed(text[header.cells[column].range]).lowercased()
    guard heading == "total" || heading == "sum" || heading == "overall" else { continue }
    let others = header.cells.indices.filter { $0 > 0 && $0 != column }
    let sets = [others, others.filter { $0 < column }, others.filter { $0 > column }]
    let readings = sets.filter { $0.count >= 2 }.map { set in
      table.rows.enumerated().compactMap { place, row -> (column: Int, addition: Addition)? in
        guard !row.isHeader, row.cells.indices.contains(column) else { return nil }
        let parts = set.compactMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }
        guard parts.allSatisfy({ $0.value != nil || $0.isBlank }) else { return nil }
        let addition = Addition(
          total: row.cells[column], parts: parts.map { (cell: $0, isSubtracted: false) })
        return addition.isTestable ? (place, addition) : nil
      }
    }
    return judge(readings, headings: { _ in "" }, part)
  }
  return []
}

// MARK: Verdicts

/// Takes the reading that holds for most columns; a column that breaks it is contradicted where
/// enough others hold.
private func judge(
  _ readings: [[(column: Int, addition: Addition)]], headings: (Int) -> String, _ part: PartReader,
  isNamed: Bool = true
) -> [Relation] {
  var best: (fits: Int, additions: [(column: Int, addition: Addition)]) = (0, [])
  for reading in readings {
    let fits = reading.count { $0.addition.fitsClosely }
    if fits > best.fits { best = (fits, reading) }
  }
  guard best.fits > 0 else {
    return isNamed ? loneTypo(readings, headings: headings, part) : []
  }
  // Where more columns break the reading than keep it, it is no reading of the table.
  let breaks = best.additions.count { !$0.addition.fits && !$0.addition.looksLikeAverage }
  guard breaks <= best.fits else { return relationsThatFit(best.additions, best.fits, part) }
  return best.additions.compactMap { column, addition in
    if addition.fits {
      let isDoubtful = addition.isUnlikely && best.fits >= 2
      return relation(addition, isDoubtful ? .doubtful : .consistent, fits: best.fits, part)
    }
    guard !isAveraged(headings(column)), addition.looksLikeTypo || !addition.looksLikeAverage else {
      return nil
    }
    let isSure = isNamed ? addition.looksLikeTypo || best.fits >= 3 : best.fits >= 2
    return relation(addition, isSure ? .contradicted : .doubtful, fits: best.fits, part)
  }
}

/// A table with one column of numbers has no other to tell which rows make up the total: a gap that
/// one mistyped digit leaves in a number of four digits or more is no chance.
private func loneTypo(
  _ readings: [[(column: Int, addition: Addition)]], headings: (Int) -> String, _ part: PartReader
) -> [Relation] {
  guard let first = readings.first, first.count == 1, let (column, addition) = first.first,
    !isAveraged(headings(column)), addition.looksLikeTypo,
    addition.hasManyDigits
  else { return [] }
  return [relation(addition, .contradicted, fits: 0, part)].compactMap { $0 }
}

private func relationsThatFit(
  _ additions: [(column: Int, addition: Addition)], _ fits: Int, _ part: PartReader
) -> [Relation] {
  additions.filter(\.addition.fitsClosely).compactMap {
    relation($0.addition, .consistent, fits: fits, part)
  }
}

/// Columns whose total is no sum.
private func isAveraged(_ heading: String) -> Bool {
  [
    "average", "%", "percent", "per ", "price", "rate", "ratio", "margin", "rank", "factor",
    "index",
    "mean", "median",
  ]
  .contains { heading.contains($0) }
}

private func relation(
  _ addition: Addition, _ verdict: Verdict, fits: Int, _ part: PartReader
) -> Relation? {
  guard let sum = addition.sum, let stated = addition.total.value else { return nil }
  let values = addition.statedParts
  let formula = values.count <= 8 ? shown(addition) : "sum of \(values.count) parts"
  let total = part.operand("total", words: addition.total.range)
  let operands = addition.parts.filter { $0.cell.value != nil }.prefix(40).map {
    part.operand($0.isSubtracted ? "subtracted" : "part", words: $0.cell.range)
  }
  let slack = addition.slack
  return Relation(
    check: Check.tableTotal.id, operands: [total] + operands, formula: formula,
    computed: Interval(
      low: DecimalNumber.subtracting(sum, slack), high: DecimalNumber.adding(sum, slack)),
    stated: Interval(stated), verdict: verdict,
    explanation: "\(formula) = \(Sum.plain(sum)), stated \(Sum.plain(stated))",
    notes: [
      fits > 0 ? "the same reading of the table holds for \(fits) of its columns or rows" : "",
      addition.looksLikeTypo ? "the gap is what one mistyped digit leaves" : "",
    ].filter { !$0.isEmpty })
}

/// "9.3 + (−16.5) + 0.7", "17.1 − 14.0 − 11.0".
private func shown(_ addition: Addition) -> String {
  var formula = ""
  for part in addition.parts {
    guard let value = part.cell.value else { continue }
    if !formula.isEmpty { formula += part.isSubtracted ? " − " : " + " }
    formula += value.isNegative ? "(\(Sum.plain(value)))" : Sum.plain(value)
  }
  return formula
}
