import AssayAnalysis

/// What an author asks to be drawn, read from a block of an article or from a template's call.
struct ChartRequest: Sendable {
  var kind = Kind.line
  /// The column along the axis or down the rows; the first where it is nil.
  var x: String?
  /// The columns that are drawn; all with numbers where there are none.
  var y: [String] = []
  var isLogarithmic = false
  var isSorted = false
  var words = ChartWords()

  /// The vocabulary: small on purpose.
  enum Kind: String, Sendable, CaseIterable {
    /// Values along time, numbers or names, joined; a gap where one is missing.
    case line
    /// A bar a row.
    case bar
    /// Bars made of parts.
    case stacked
    /// Bars of full width made of shares.
    case shares
    /// Two values a row on one scale.
    case dumbbell
    /// Values of one kind on a scale of powers of ten.
    case ruler
  }

  /// A rule that the data breaks, in words for its author.
  struct Problem: Error {
    let message: String
    var hint: String?
  }

  /// The chart.
  ///
  /// - Parameter name: what the data is called in messages: "prices.csv", "table 1".
  func chart(of data: ChartData, id: String, name: String) throws(Problem) -> any Chart {
    guard data.rows.count >= ChartRequest.fewestRows || kind == .stacked || kind == .shares else {
      throw Problem(
        message: "a chart needs at least \(ChartRequest.fewestRows) rows, \(name) has"
          + " \(data.rows.count)", hint: "say fewer numbers in a sentence")
    }
    let axis = try x.map { column throws(Problem) in try index(of: column, data, name) } ?? 0
    let columns = try valueColumns(data, axis: axis, name: name)
    var words = words
    if words.axis.isEmpty, data.columns.indices.contains(axis) { words.axis = data.columns[axis] }
    if words.unit.isEmpty, let first = columns.first {
      words.unit = ChartData.unit(data.rows.map { $0[first] })
    }
    let sorted = isSorted ? data.sorted(by: columns[0]) : data
    return try chart(sorted, id: id, axis: axis, columns: columns, words: words)
  }

  private static let fewestRows = 3

  private func chart(
    _ data: ChartData, id: String, axis: Int, columns: [Int], words: ChartWords
  ) throws(Problem) -> any Chart {
    let names = data.rows.map { $0[axis] }
    switch kind {
    case .line:
      return LineChart(
        id: id, words: words,
        series: columns.map {
          LineChart.Series(name: data.columns[$0], values: data.values($0))
        }, axis: data.axis(axis), isLogarithmic: isLogarithmic)
    case .bar:
      return BarChart(
        id: id, words: words, measure: data.columns[columns[0]],
        rows: zip(names, data.values(columns[0])).compactMap { name, value in
          value.map { BarChart.Row(name: name, value: $0) }
        })
    case .stacked, .shares:
      guard columns.count > 1 else {
        throw Problem(
          message: "'\(kind.rawValue)' needs at least two columns of numbers",
          hint: "name them: y: [first, second]")
      }
      return StackedBar(
        id: id, words: words, parts: columns.map { data.columns[$0] },
        rows: data.rows.map { row in
          StackedBar.Row(name: row[axis], values: columns.map { chartValue(row[$0]) ?? 0 })
        }, isShares: kind == .shares)
    case .dumbbell:
      guard columns.count >= 2 else {
        throw Problem(
          message: "'dumbbell' needs two columns of numbers", hint: "name them: y: [from, to]")
      }
      return RangeChart(
        id: id, words: words, ends: (data.columns[columns[0]], data.columns[columns[1]]),
        rows: data.rows.compactMap { row in
          guard let from = chartValue(row[columns[0]]), let to = chartValue(row[columns[1]]) else {
            return nil
          }
          return RangeChart.Row(name: row[axis], from: from, to: to)
        })
    case .ruler:
      return MagnitudeRuler(
        id: id, unit: words.unit.isEmpty ? data.columns[columns[0]] : words.unit,
        marks: zip(names, data.values(columns[0])).compactMap { name, value in
          value.map { MagnitudeRuler.Mark(value: $0, label: name, link: nil) }
        })
    }
  }

  private func valueColumns(
    _ data: ChartData, axis: Int, name: String
  ) throws(Problem) -> [Int] {
    var columns: [Int] = []
    for column in y { columns.append(try index(of: column, data, name)) }
    if columns.isEmpty {
      let others = data.columns.indices.filter { $0 != axis }
      columns = others.filter { data.isNumeric($0) }
      // A column that has numbers in some rows is most likely meant, and its error the help.
      if columns.isEmpty {
        columns = others.filter { data.values($0).contains { $0 != nil } }
      }
    }
    guard !columns.isEmpty else {
      throw Problem(
        message: "\(name) has no column of numbers",
        hint: "its columns are \(data.columns.joined(separator: ", "))")
    }
    for column in columns where !data.isNumeric(column) {
      let row = data.rows.firstIndex {
        !ChartData.isBlank($0[column]) && chartValue($0[column]) == nil
      }
      let words = row.map { data.rows[$0][column] } ?? ""
      throw Problem(
        message: "'\(data.columns[column])' must be a column of numbers, row"
          + " \((row ?? 0) + 1) has '\(words)'")
    }
    let limit = kind == .bar || kind == .ruler ? 1 : kind == .dumbbell ? 2 : LineChart.mostSeries
    return Array(columns.prefix(limit))
  }

  private func index(of column: String, _ data: ChartData, _ name: String) throws(Problem) -> Int {
    if let index = data.column(column) { return index }
    let near = suggestion(for: column, among: data.columns)
    throw Problem(
      message: "'\(column)' is no column of \(name)",
      hint: near.map { "did you mean '\($0)'?" }
        ?? "its columns are \(data.columns.joined(separator: ", "))")
  }
}

extension ChartData {
  /// What runs along the axis: time where every cell is one, numbers where every cell is one.
  func axis(_ column: Int) -> LineChart.Axis {
    let cells = rows.map { $0[column] }
    let days = cells.compactMap(chartDay)
    if days.count == cells.count { return .days(days, cells.map(chartDayWords)) }
    let numbers = cells.compactMap(chartValue)
    if numbers.count == cells.count { return .numbers(numbers) }
    return .names(cells)
  }

  /// The same with the largest value first; rows without one stay last.
  func sorted(by column: Int) -> ChartData {
    let order = rows.indices.sorted {
      (-(chartValue(rows[$0][column]) ?? -.infinity), $0)
        < (-(chartValue(rows[$1][column]) ?? -.infinity), $1)
    }
    return ChartData(columns: columns, cells: order.map { rows[$0] })
  }
}
