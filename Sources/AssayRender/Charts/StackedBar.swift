/// A bar a row, made of parts; shares of the row, or amounts.
public struct StackedBar: Chart {
  public let id: String
  public let words: ChartWords
  /// The names of the parts, in the order in which they are stacked.
  public let parts: [String]
  public let rows: [Row]
  /// True where each bar has the full width and its parts are shares of it.
  public let isShares: Bool

  public struct Row: Sendable {
    public let name: String
    /// One for each part; none is negative.
    public let values: [Double]

    public init(name: String, values: [Double]) {
      self.name = name
      self.values = values
    }

    var total: Double { values.reduce(0, +) }
  }

  public init(
    id: String, words: ChartWords, parts: [String], rows: [Row], isShares: Bool = false
  ) {
    self.id = id
    self.words = words
    self.parts = Array(parts.prefix(LineChart.mostSeries))
    self.rows = rows.map { row in
      Row(
        name: row.name,
        values: row.values.prefix(LineChart.mostSeries).map {
          isDrawable($0) ? max(0, $0) : 0
        })
    }.filter { $0.total > 0 }
    self.isShares = isShares
  }

  public var title: String {
    if let title = words.title { return title }
    guard let row = rows.max(by: { $0.total < $1.total }),
      let most = row.values.indices.max(by: { row.values[$0] < row.values[$1] }),
      parts.indices.contains(most)
    else { return "" }
    let share = chartNumber(row.values[most] / row.total * 100) + "\u{A0}%"
    return "\(parts[most]) makes up \(share) of \(row.name)"
  }

  public var subtitle: String {
    words.subtitle
      ?? [parts.joined(separator: ", "), isShares ? "shares" : words.unit]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  public var source: String { words.source }

  public var description: String {
    rows.map { row in
      "\(row.name): "
        + zip(parts, row.values).map { "\($0) \(words.value($1))" }.joined(separator: ", ") + "."
    }.joined(separator: " ")
  }

  public var table: ChartTable {
    ChartTable(
      columns: [words.axis] + parts,
      rows: rows.map { [$0.name] + $0.values.map { chartNumber($0, decimals: 4) } },
      numericColumns: Set(1...max(1, parts.count)))
  }
}

extension StackedBar {
  private static let mostRows = 40
  private static let legendHeight = 22.0

  public func draw(on canvas: ChartCanvas) -> ChartDrawing? {
    guard !rows.isEmpty, parts.count > 1 else { return nil }
    let shown = rows.prefix(StackedBar.mostRows)
    let legend = legendPlaces(width: canvas.width)
    let top = Double((legend.last?.row ?? 0) + 1) * StackedBar.legendHeight + 8
    let names = canvas.isNarrow ? 0 : min(240, shown.map { textWidth($0.name) }.max() ?? 0) + 12
    let pitch = canvas.isNarrow ? 46.0 : 32.0
    let widest = isShares ? 1 : shown.map(\.total).max() ?? 1
    let room = isShares ? 2 : (shown.map { textWidth(words.value($0.total)) }.max() ?? 0) + 10
    let x = Scale(domain: 0...widest, pixels: (names + 1, canvas.width - room))
    var svg = SVG(canvas, height: top + Double(shown.count) * pitch, of: self)
    for (index, place) in legend.enumerated() {
      let y = Double(place.row) * StackedBar.legendHeight
      svg.rect(x: place.x, y: y + 3, width: 12, height: 12, className: "c-fill s\(index + 1)")
      svg.label(place.words, x: place.x + 17, y: y + 14, className: "c-label")
    }
    for (index, row) in shown.enumerated() {
      draw(row, top: top + Double(index) * pitch, names: names, x: x, on: canvas, in: &svg)
    }
    return svg.finish()
  }

  private func draw(
    _ row: Row, top: Double, names: Double, x: Scale, on canvas: ChartCanvas, in svg: inout SVG
  ) {
    let y = canvas.isNarrow ? top + 20 : top + 4
    svg.label(
      fitted(row.name, width: canvas.isNarrow ? canvas.width : names - 8),
      x: canvas.isNarrow ? 1 : names - 8, y: canvas.isNarrow ? top + 14 : y + 16,
      anchor: canvas.isNarrow ? .start : .end, className: "c-label")
    let unit = isShares ? row.total : 1
    var start = 0.0
    for (index, value) in row.values.enumerated() where value > 0 {
      svg.rect(
        x: x(start / unit), y: y, width: x((start + value) / unit) - x(start / unit), height: 22,
        className: "c-part c-fill s\(index + 1)")
      start += value
    }
    if !isShares {
      svg.label(
        words.value(row.total), x: x(row.total) + 6, y: y + 16, className: "c-label c-strong")
    }
  }

  private func legendPlaces(width: Double) -> [(x: Double, row: Int, words: String)] {
    var places: [(x: Double, row: Int, words: String)] = []
    var (x, row) = (1.0, 0)
    for part in parts {
      let words = fitted(part, width: width - 24)
      let length = textWidth(words) + 34
      if x > 1, x + length > width { (x, row) = (1, row + 1) }
      places.append((x, row, words))
      x += length
    }
    return places
  }
}
