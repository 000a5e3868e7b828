import AssayAnalysis

extension Document {
  /// The first table of the article that makes a chart without being told how; nil where there is
  /// none.
  func firstTableChart(id: String) -> (any Chart)? {
    for index in blocks.indices where blocks[index].kind == .table {
      guard let data = ChartData(table: index, of: self), let chart = data.plainChart(id: id)
      else { continue }
      return chart
    }
    return nil
  }
}

extension ChartData {
  private static let fewestRows = 3
  private static let mostRows = 16

  /// A chart of a table whose form says what it shows: values over time make lines, two columns of
  /// like values are compared, one column makes bars. Rows that sum up the others are left out.
  func plainChart(id: String) -> (any Chart)? {
    guard let names = columns.first, columns.count >= 2 else { return nil }
    let kept = rows.filter { !ChartData.isTotal($0[0]) }
    let data = ChartData(columns: columns, cells: kept)
    guard (ChartData.fewestRows...ChartData.mostRows).contains(kept.count) else { return nil }
    let numeric = columns.indices.dropFirst().filter { data.isComplete($0) }
    guard let first = numeric.first else { return nil }
    var words = ChartWords()
    words.axis = names
    words.unit = ChartData.unit(data.rows.map { $0[first] })
    return data.chart(id: id, words: words, columns: numeric)
  }

  private func chart(id: String, words: ChartWords, columns numeric: [Int]) -> (any Chart)? {
    guard let first = numeric.first else { return nil }
    let alike = numeric.filter { isAlike($0, first) }
    let days = rows.compactMap { chartDay($0[0]) }
    if days.count == rows.count, zip(days, days.dropFirst()).allSatisfy(<) {
      return LineChart(
        id: id, words: words,
        series: alike.prefix(4).map { LineChart.Series(name: columns[$0], values: values($0)) },
        axis: .days(days, rows.map { chartDayWords($0[0]) }))
    }
    if rows.count >= 5, ChartData.isRising(rows.map { $0[0] }) {
      return LineChart(
        id: id, words: words,
        series: [LineChart.Series(name: columns[first], values: values(first))],
        axis: .names(rows.map { $0[0] }))
    }
    if let second = alike.dropFirst().first, ChartData.namesTime(columns[first]),
      ChartData.namesTime(columns[second])
    {
      return RangeChart(
        id: id, words: words, ends: (columns[first], columns[second]),
        rows: rows.compactMap { row in
          guard let from = chartValue(row[first]), let to = chartValue(row[second]) else {
            return nil
          }
          return RangeChart.Row(name: row[0], from: from, to: to)
        })
    }
    return BarChart(
      id: id, words: words, measure: columns[first],
      rows: rows.compactMap { row in
        chartValue(row[first]).map { BarChart.Row(name: row[0], value: $0) }
      })
  }

  /// True where every row has a number.
  private func isComplete(_ column: Int) -> Bool {
    rows.allSatisfy { chartValue($0[column]) != nil }
  }

  /// True where two columns write their numbers with the same sign, so that one scale serves both.
  private func isAlike(_ left: Int, _ right: Int) -> Bool {
    ChartData.unit(rows.map { $0[left] }) == ChartData.unit(rows.map { $0[right] })
      && columns[left].contains { $0.isNumber } == columns[right].contains { $0.isNumber }
  }

  /// The sign that all cells bear: "$", "%"; empty where they bear none or several.
  static func unit(_ cells: [String]) -> String {
    let signs = cells.map { cell in
      cell.unicodeScalars.first { "$€£¥₹%".unicodeScalars.contains($0) }.map { String($0) } ?? ""
    }
    guard let first = signs.first, signs.allSatisfy({ $0 == first }) else { return "" }
    return first
  }

  /// True for spans of years in a row: "1926–1935", "1936–1945".
  private static func isRising(_ names: [String]) -> Bool {
    let years = names.compactMap { name in
      name.utf8.count > 4 ? Int(name.prefix(4)) : nil
    }
    return years.count == names.count && zip(years, years.dropFirst()).allSatisfy(<)
  }

  /// A heading such as "FY 2026" or "1975".
  private static func namesTime(_ heading: String) -> Bool {
    let digits = heading.unicodeScalars.split { !("0"..."9").contains($0) }
    return digits.contains { $0.count == 4 }
  }

  private static func isTotal(_ name: String) -> Bool {
    let folded = name.lowercased()
    return ["total", "sum", "all", "overall", "average", "mean"].contains { folded.hasPrefix($0) }
  }
}
