// Which rows of a table are totals by their numbers, whatever their label says: "Year" under four
// quarters, "Turnover" under three sources of it, a club's name under its teams. Part of `table-total`.

/// Marks the rows that sum up those above them.
func summed(_ rows: [NumberTable.Row]) -> [NumberTable.Row] {
  guard rows.count >= leastRows else { return rows }
  var rows = rows
  for place in rows.indices.dropFirst(2)
  where !rows[place].isHeader && !rows[place].isNamedTotal && rows[place].hasNumbers {
    rows[place].isSummed = isSum(place, of: rows)
  }
  return rows
}

/// A heading, two parts and their sum, or three rows of a list.
private let leastRows = 3

private func isSum(_ place: Int, of rows: [NumberTable.Row]) -> Bool {
  let row = rows[place]
  let table = NumberTable(rows: Array(rows[...place]), block: 0)
  let isLast = !rows[(place + 1)...].contains(where: \.hasNumbers)
  let isNamed = NumberTable.isResult(row.label)
  return partSets(of: place, in: table).contains { parts in
    let columns = (1..<max(1, table.columnCount)).compactMap {
      addition(of: $0, total: row, rows: parts)?.addition
    }
    let exact = columns.count { $0.isExact(digits: isNamed ? 2 : 3) }
    let close = columns.count(where: \.fitsClosely)
    let broken = columns.count { !$0.fits && !$0.looksLikeAverage }
    guard exact >= 1, broken < close || broken == 1 && (isLast || isNamed) else { return false }
    return isLast || isNamed || exact >= 2 && broken == 0
  }
}

extension NumberTable {
  /// What sums up others or is left of them, by the last word of its label or the first.
  private static let resultWords = Stem.set(
    """
    turnover revenue revenues income sales profit loss surplus deficit result balance net gross operating
    ebitda ebit earnings assets liabilities equity year quarter half season week month day electorate
    shortfall margin cash both
    """)

  static func isResult(_ label: String) -> Bool {
    let words = Stem.keys(label)
    return [words.first, words.last].contains { $0.map(resultWords.contains) ?? false }
  }
}

extension NumberTable.Row {
  /// "Loss", "Net deficit": more of it is less.
  var isLoss: Bool { Stem.keys(label).contains(where: lossStems.contains) }
}

private let lossStems = Stem.set("loss deficit shortfall")
