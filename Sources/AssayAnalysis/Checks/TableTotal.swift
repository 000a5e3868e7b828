extension Check {
  /// Flags a total that its rows or columns do not add up to.
  public static let tableTotal = Check(
    id: "table-total",
    summary: "Totals of a table against their parts",
    tier: 1,
    documentation: """
      ## What it examines

      Rows labelled as totals against the rows above them, and columns labelled as totals against
      the columns beside them. Which rows belong to a total is tried out: a reading counts where it
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

/// One total with the cells that are taken to make it up.
private struct Addition {
  let total: NumberTable.Cell
  /// A sign of -1 for what is written as "Less: …".
  let parts: [(cell: NumberTable.Cell, isSubtracted: Bool)]

  var sum: DecimalNumber? {
    var sum = DecimalNumber.zero
    for part in parts {
      guard let value = part.cell.value else { continue }
      guard let next = DecimalNumber.adding(sum, part.isSubtracted ? value.negated : value) else {
        return nil
      }
      sum = next
    }
    return sum
  }

  var statedParts: [DecimalNumber] { parts.compactMap { $0.cell.value } }

  /// Half a unit of the coarsest cell for each cell: what rounding can do.
  var slack: DecimalNumber {
    let cells = [total.value].compactMap { $0 } + statedParts
    let exponent = cells.map(\.exponent).max() ?? 0
    return DecimalNumber(mantissa: Int128(5 * cells.count), exponent: min(0, exponent) - 1)
  }

  /// Numbers of one unit; percentages only under a total of 100 %: any other is an average.
  var isTestable: Bool {
    guard let stated = total.value, statedParts.count >= 2 else { return false }
    let numbers = parts.map(\.cell).filter { $0.value != nil }
    guard numbers.allSatisfy({ $0.unit == total.unit || $0.unit.isEmpty || total.unit.isEmpty })
    else { return false }
    guard total.isPercent else { return !numbers.contains(where: \.isPercent) }
    return stated == DecimalNumber(100) && numbers.allSatisfy(\.isPercent)
  }

  /// Total less sum; nil where digits ran out.
  var gap: DecimalNumber? {
    guard let stated = total.value, let sum else { return nil }
    return DecimalNumber.subtracting(stated, sum)
  }

  var fits: Bool {
    guard let gap else { return false }
    return gap.magnitude <= slack
  }

  /// Within one unit of the coarsest cell: what speaks for a reading of the table.
  var fitsClosely: Bool {
    guard let gap, fits else { return false }
    let exponent = ([total.value].compactMap { $0 } + statedParts).map(\.exponent).max() ?? 0
    return gap.magnitude <= DecimalNumber(mantissa: 1, exponent: min(0, exponent))
  }

  /// A total between its parts may be an average.
  var looksLikeAverage: Bool {
    guard let stated = total.value, let low = statedParts.min(), let high = statedParts.max() else {
      return false
    }
    return low <= stated && stated <= high
  }

  /// Four digits or more in the total, so that a gap of one digit seldom comes by chance.
  var hasManyDigits: Bool {
    guard let stated = total.value?.magnitude else { return false }
    return DecimalNumber(mantissa: 1000, exponent: stated.exponent) <= stated
  }

  /// The gap that one mistyped digit leaves, or two that changed places: 30, 0.2, 5,000; 27, 450.
  var looksLikeTypo: Bool {
    guard let gap, !gap.isZero, slack.shifted(by: 1) < gap.magnitude || slack.exponent < 0 else {
      return false
    }
    let normal = gap.magnitude.normalized
    return normal.mantissa < 10 || (normal.mantissa < 82 && normal.mantissa % 9 == 0)
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
      readings, headings: { table.heading($0, in: part.analysis.words.text) }, part)
  }
  return relations
}

private typealias Parts = [(row: NumberTable.Row, isSubtracted: Bool)]

/// Which rows may make up a total: those since the last total, all that are no totals, those since
/// the last heading, the totals before it.
private func partSets(of place: Int, in table: NumberTable) -> [Parts] {
  let above = table.rows[..<place].filter { !$0.isHeader }
  let plain = above.filter { !$0.isTotal && !isInside($0) && $0.hasNumbers && !$0.label.isEmpty }
  let afterTotal = above.lastIndex { $0.isTotal || ($0.label.isEmpty && $0.hasNumbers) }
  let since = above.suffix(from: afterTotal.map { $0 + 1 } ?? above.startIndex)
    .filter { !isInside($0) && $0.hasNumbers }
  let afterHeading = above.lastIndex { !$0.hasNumbers }
  let section = above.suffix(from: afterHeading.map { $0 + 1 } ?? above.startIndex)
    .filter { !$0.isTotal && !isInside($0) && $0.hasNumbers }
  let totals = above.filter(\.isTotal)
  let withLast = afterTotal.map { Array(above[$0...]) } ?? []
  var sets: [Parts] = []
  for rows in [Array(since), Array(plain), Array(section), Array(totals), withLast]
  where rows.count >= 2 {
    sets.append(rows.map { ($0, false) })
    let signed = rows.map { ($0, $0.label.lowercased().hasPrefix("less")) }
    if signed.contains(where: \.1) { sets.append(signed) }
  }
  return sets
}

/// "of which", "including": counted in another row already.
private func isInside(_ row: NumberTable.Row) -> Bool {
  let label = row.label.lowercased()
  return label.hasPrefix("of which") || label.hasPrefix("including") || label.hasPrefix("thereof")
}

private func addition(
  of column: Int, total: NumberTable.Row, rows: Parts
) -> (column: Int, addition: Addition)? {
  guard total.cells.indices.contains(column) else { return nil }
  let parts = rows.compactMap { part in
    part.row.cells.indices.contains(column)
      ? (cell: part.row.cells[column], isSubtracted: part.isSubtracted) : nil
  }
  guard parts.allSatisfy({ $0.cell.value != nil || $0.cell.isBlank }) else { return nil }
  let addition = Addition(total: total.cells[column], parts: parts)
  return addition.isTestable ? (column, addition) : nil
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
  _ readings: [[(column: Int, addition: Addition)]], headings: (Int) -> String, _ part: PartReader
) -> [Relation] {
  var best: (fits: Int, additions: [(column: Int, addition: Addition)]) = (0, [])
  for reading in readings {
    let fits = reading.count { $0.addition.fitsClosely }
    if fits > best.fits { best = (fits, reading) }
  }
  guard best.fits > 0 else { return loneTypo(readings, headings: headings, part) }
  // Where more columns break the reading than keep it, it is no reading of the table.
  let breaks = best.additions.count { !$0.addition.fits && !$0.addition.looksLikeAverage }
  guard breaks <= best.fits else { return relationsThatFit(best.additions, best.fits, part) }
  return best.additions.compactMap { column, addition in
    if addition.fits { return relation(addition, .consistent, fits: best.fits, part) }
    guard !isAveraged(headings(column)), addition.looksLikeTypo || !addition.looksLikeAverage else {
      return nil
    }
    let isSure = addition.looksLikeTypo || best.fits >= 3
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
    "average", "%", "percent", "per ", "price", "rate", "ratio", "margin", "rank",
  ]
  .contains { heading.contains($0) }
}

private func relation(
  _ addition: Addition, _ verdict: Verdict, fits: Int, _ part: PartReader
) -> Relation? {
  guard let sum = addition.sum, let stated = addition.total.value else { return nil }
  let values = addition.statedParts
  let shown = values.prefix(8).map { $0.isNegative ? "(\(Sum.plain($0)))" : Sum.plain($0) }
  let formula =
    values.count <= 8
    ? shown.joined(separator: " + ") : "sum of \(values.count) parts"
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
