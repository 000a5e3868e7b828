/// Two values a row on one scale, joined: how far each is from the other.
///
/// `Dumbbell` compares changes of different things in percent; this compares the values of like ones.
public struct RangeChart: Chart {
  public let id: String
  public let words: ChartWords
  /// What the two values are: "FY 2026", "FY 2027".
  public let ends: (String, String)
  public let rows: [Row]

  public struct Row: Sendable {
    public let name: String
    public let from: Double
    public let to: Double

    public init(name: String, from: Double, to: Double) {
      self.name = name
      self.from = from
      self.to = to
    }
  }

  public init(id: String, words: ChartWords, ends: (String, String), rows: [Row]) {
    self.id = id
    self.words = words
    self.ends = ends
    self.rows = rows.filter { isDrawable($0.from) && isDrawable($0.to) }
  }

  public var title: String {
    if let title = words.title { return title }
    guard let most = rows.max(by: { abs($0.to - $0.from) < abs($1.to - $1.from) }) else {
      return ""
    }
    let verb = most.to < most.from ? "fell" : "rose"
    return "\(most.name) \(verb) most, from \(words.value(most.from)) to \(words.value(most.to))"
  }

  public var subtitle: String {
    words.subtitle
      ?? ["\(ends.0) and \(ends.1)", words.unit].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  public var source: String { words.source }

  public var description: String {
    rows.map { "\($0.name): \(words.value($0.from)) to \(words.value($0.to))." }
      .joined(separator: " ")
  }

  public var table: ChartTable {
    ChartTable(
      columns: [words.axis, ends.0, ends.1],
      rows: rows.map {
        [$0.name, chartNumber($0.from, decimals: 4), chartNumber($0.to, decimals: 4)]
      }, numericColumns: [1, 2])
  }
}

extension RangeChart {
  private static let fewestRows = 3
  private static let mostRows = 40

  public func draw(on canvas: ChartCanvas) -> ChartDrawing? {
    guard rows.count >= RangeChart.fewestRows else { return nil }
    let shown = rows.prefix(RangeChart.mostRows)
    let values = shown.flatMap { [$0.from, $0.to] }
    guard let low = values.min(), let high = values.max() else { return nil }
    let names = canvas.isNarrow ? 0 : min(260, shown.map { textWidth($0.name) }.max() ?? 0) + 12
    let number = (values.map { textWidth(words.value($0), size: 12) }.max() ?? 0) + 12
    let x = Scale(
      domain: min(0, low)...high, pixels: (names + (low < 0 ? number : 6), canvas.width - number))
    let pitch = canvas.isNarrow ? 46.0 : 30.0
    var svg = SVG(canvas, height: 26 + Double(shown.count) * pitch, of: self)
    drawKey(&svg, left: names)
    svg.line(x(0), 24, x(0), svg.height, className: "c-axis")
    for (index, row) in shown.enumerated() {
      let top = 26 + Double(index) * pitch
      let y = canvas.isNarrow ? top + 30 : top + 15
      svg.label(
        fitted(row.name, width: canvas.isNarrow ? canvas.width : names - 8),
        x: canvas.isNarrow ? 1 : names - 8, y: canvas.isNarrow ? top + 14 : y + 5,
        anchor: canvas.isNarrow ? .start : .end, className: "c-label")
      draw(row, y: y, x: x, in: &svg)
    }
    return svg.finish()
  }

  private func draw(_ row: Row, y: Double, x: Scale, in svg: inout SVG) {
    let (from, to) = (x(row.from), x(row.to))
    let series = row.to < row.from ? "s2" : "s1"
    svg.line(from, y, to, y, className: "c-bar " + series)
    svg.circle(x: from, y: y, radius: 4, className: "c-hollow")
    svg.circle(x: to, y: y, radius: 6, className: "c-dot " + series)
    svg.label(
      words.value(row.to), x: max(from, to) + 10, y: y + 4, className: "c-label c-strong")
  }

  /// Which end is which, once, over the rows.
  private func drawKey(_ svg: inout SVG, left: Double) {
    let start = left + 6
    svg.circle(x: start, y: 10, radius: 4, className: "c-hollow")
    let first = fitted(ends.0, width: svg.width / 4, size: 12)
    svg.label(first, x: start + 9, y: 14, className: "c-tick")
    let next = start + 9 + textWidth(first, size: 12) + 22
    svg.line(next - 14, 10, next, 10, className: "c-bar s1")
    svg.circle(x: next, y: 10, radius: 5, className: "c-dot s1")
    svg.label(
      fitted(ends.1, width: svg.width / 4, size: 12), x: next + 10, y: 14, className: "c-tick c-ink"
    )
  }
}
