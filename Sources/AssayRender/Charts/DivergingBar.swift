/// How many texts feel which way, per row, with neutral at the centre.
public struct DivergingBar: Chart {
  public let id: String
  /// What the rows count: "comments".
  public let unit: String
  public let rows: [Row]

  public struct Row: Sendable {
    public let name: String
    public let negative: Int
    public let mixed: Int
    public let neutral: Int
    public let positive: Int
    public let link: String?

    public init(
      name: String, negative: Int, mixed: Int, neutral: Int, positive: Int, link: String? = nil
    ) {
      self.name = name
      self.negative = negative
      self.mixed = mixed
      self.neutral = neutral
      self.positive = positive
      self.link = link
    }

    var count: Int { negative + mixed + neutral + positive }
    /// Mixed and neutral stand together at the centre.
    var middle: Int { mixed + neutral }
  }

  public init(id: String, unit: String, rows: [Row]) {
    self.id = id
    self.unit = unit
    self.rows = rows.filter { $0.count > 0 }
  }

  public var title: String {
    guard let row = rows.first else { return "" }
    let (larger, word) =
      row.negative >= row.positive ? (row.negative, "negative") : (row.positive, "positive")
    if row.negative == row.positive {
      return "\(row.negative) of \(row.count) \(unit) are negative, as many positive"
    }
    return "\(larger) of \(row.count) \(unit) are \(word)"
  }

  public var subtitle: String {
    "Number of \(unit) by tone; neutral, mixed and untold at the centre · N = "
      + rows.map { String($0.count) }.joined(separator: ", ")
  }

  public var description: String {
    rows.map {
      "\($0.name): \($0.negative) negative, \($0.mixed) mixed, \($0.neutral) neutral, "
        + "\($0.positive) positive, of \($0.count)."
    }.joined(separator: " ")
  }

  public var table: ChartTable {
    ChartTable(
      columns: ["", "Negative", "Mixed", "Neutral", "Positive", "N"],
      rows: rows.map {
        [
          $0.name, String($0.negative), String($0.mixed), String($0.neutral), String($0.positive),
          String($0.count),
        ]
      }, numericColumns: [1, 2, 3, 4, 5])
  }

  public func draw(width: Double, id: String) -> SafeHTML? {
    guard !rows.isEmpty else { return nil }
    let rowHeight = 58.0
    let height = Double(rows.count) * rowHeight + 10
    let half = rows.map { Double(max($0.negative, $0.positive)) + Double($0.middle) / 2 }.max() ?? 1
    let x = Scale(domain: -half...half, pixels: (6, width - 6))
    var svg = SVG(
      id: id, width: width, height: height, className: "chart-svg", title: title,
      description: description)
    for (index, row) in rows.enumerated() {
      draw(row, top: Double(index) * rowHeight, x: x, in: &svg)
    }
    return svg.finish()
  }

  private func draw(_ row: Row, top: Double, x: Scale, in svg: inout SVG) {
    let middle = Double(row.middle) / 2
    let left = -middle - Double(row.negative)
    let right = middle + Double(row.positive)
    let y = top + 8
    let bars = [
      (left, -middle, row.negative, "c-negative"), (-middle, middle, row.middle, "c-neutral"),
      (middle, right, row.positive, "c-positive"),
    ]
    for (start, end, count, className) in bars where count > 0 {
      svg.rect(
        x: x(start) + 1, y: y, width: x(end) - x(start) - 2, height: 24, className: className)
    }
    svg.label(
      "\(row.negative) negative", x: 6, y: y + 42, className: "c-label c-negative-text")
    svg.label(
      "\(row.middle) neither", x: svg.width / 2, y: y + 42, anchor: .middle,
      className: "c-tick")
    svg.label(
      "\(row.positive) positive", x: svg.width - 6, y: y + 42, anchor: .end,
      className: "c-label c-positive-text")
  }
}
