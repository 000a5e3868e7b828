/// One value a row, as a bar from zero.
public struct BarChart: Chart {
  public let id: String
  public let words: ChartWords
  /// The name of what is measured: "FY 2027".
  public let measure: String
  public let rows: [Row]

  public struct Row: Sendable {
    public let name: String
    public let value: Double

    public init(name: String, value: Double) {
      self.name = name
      self.value = value
    }
  }

  public init(id: String, words: ChartWords, measure: String, rows: [Row]) {
    self.id = id
    self.words = words
    self.measure = measure
    self.rows = rows.filter { isDrawable($0.value) }
  }

  public var title: String {
    if let title = words.title { return title }
    guard let most = rows.max(by: { $0.value < $1.value }) else { return "" }
    return
      "\(most.name) is the largest of \(rows.count) by “\(measure)”: \(words.value(most.value))"
  }

  public var subtitle: String {
    words.subtitle ?? [measure, words.unit].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  public var source: String { words.source }

  public var description: String {
    guard let low = rows.min(by: { $0.value < $1.value }),
      let high = rows.max(by: { $0.value < $1.value })
    else { return "" }
    return "\(rows.count) bars; largest \(high.name), \(words.value(high.value)); "
      + "smallest \(low.name), \(words.value(low.value))."
  }

  public var table: ChartTable {
    ChartTable(
      columns: [words.axis, measure],
      rows: rows.map { [$0.name, chartNumber($0.value, decimals: 4)] }, numericColumns: [1])
  }
}

extension BarChart {
  private static let fewestRows = 3
  /// More rows than this are in the table, not in the drawing.
  private static let mostRows = 40

  public func draw(on canvas: ChartCanvas) -> ChartDrawing? {
    guard rows.count >= BarChart.fewestRows else { return nil }
    let shown = rows.prefix(BarChart.mostRows)
    let low = min(0, shown.map(\.value).min() ?? 0)
    let high = max(0, shown.map(\.value).max() ?? 0)
    // A narrow chart has its names over the bars, a wide one beside them.
    let names = canvas.isNarrow ? 0 : min(260, shown.map { textWidth($0.name) }.max() ?? 0) + 12
    let numbers = (shown.map { textWidth(words.value($0.value)) }.max() ?? 0) + 10
    let pitch = canvas.isNarrow ? 44.0 : 30.0
    let x = Scale(
      domain: low...high,
      pixels: (names + (low < 0 ? numbers : 1), canvas.width - (high > 0 ? numbers : 1)))
    var svg = SVG(canvas, height: Double(shown.count) * pitch + 4, of: self)
    svg.line(x(0), 0, x(0), svg.height, className: "c-axis")
    for (index, row) in shown.enumerated() {
      let top = Double(index) * pitch
      let y = canvas.isNarrow ? top + 20 : top + 4
      svg.label(
        fitted(row.name, width: canvas.isNarrow ? canvas.width : names - 8),
        x: canvas.isNarrow ? 1 : names - 8, y: canvas.isNarrow ? top + 14 : y + 15,
        anchor: canvas.isNarrow ? .start : .end, className: "c-label c-halo")
      let (start, end) = (x(min(0, row.value)), x(max(0, row.value)))
      svg.rect(
        x: start, y: y, width: max(1, end - start), height: 20,
        className: row.value < 0 ? "c-fill s2" : "c-fill s1")
      svg.label(
        words.value(row.value), x: row.value < 0 ? start - 6 : end + 6, y: y + 15,
        anchor: row.value < 0 ? .end : .start, className: "c-label c-strong")
    }
    return svg.finish()
  }
}
