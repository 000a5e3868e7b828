/// How many texts feel which way, per row, with neutral at the centre.
public struct DivergingBar: Chart {
  public let id: String
  /// What the rows count: "comments".
  public let unit: String
  /// How a row's name stands behind its unit: comments "on", mentions "in".
  public let preposition: String
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

    init(name: String, _ tones: ToneCounts, link: String?) {
      self.init(
        name: name, negative: tones.negative, mixed: tones.mixed,
        neutral: tones.neutral + tones.untold, positive: tones.positive, link: link)
    }

    var count: Int { negative + mixed + neutral + positive }
    /// Mixed and neutral stand together at the centre.
    var middle: Int { mixed + neutral }
  }

  public init(id: String, unit: String, preposition: String = "on", rows: [Row]) {
    self.id = id
    self.unit = unit
    self.preposition = preposition
    self.rows = rows.filter { $0.count > 0 }
  }

  public var title: String {
    guard let row = rows.first else { return "" }
    if rows.count > 1 { return severalTitle }
    let (larger, word) =
      row.negative >= row.positive ? (row.negative, "negative") : (row.positive, "positive")
    if row.negative == row.positive {
      return "\(row.negative) of \(row.count) \(unit) are negative, as many positive"
    }
    return "\(larger) of \(row.count) \(unit) are \(word)"
  }

  /// Of several rows, the one that is most negative, and the one that is most positive.
  private var severalTitle: String {
    func share(_ row: Row, _ count: Int) -> Double { Double(count) / Double(max(1, row.count)) }
    let low = rows.max { share($0, $0.negative) < share($1, $1.negative) }
    let high = rows.max { share($0, $0.positive) < share($1, $1.positive) }
    guard let low, let high else { return "" }
    let (worst, best) = (share(low, low.negative), share(high, high.positive))
    return worst >= best
      ? "\(unit.capitalizedFirst) \(preposition) \(low.name) are the most negative: \(low.negative) of \(low.count)"
      : "\(unit.capitalizedFirst) \(preposition) \(high.name) are the most positive: \(high.positive) of \(high.count)"
  }

  public var subtitle: String {
    "Number of \(unit) by tone; neutral, mixed and untold at the centre · N = "
      + String(rows.reduce(0) { $0 + $1.count })
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
}

extension DivergingBar {
  /// More rows than this are in the data, not in the drawing.
  private static let mostRows = 20

  public func draw(on canvas: ChartCanvas) -> ChartDrawing? {
    let shown = rows.prefix(DivergingBar.mostRows)
    guard !shown.isEmpty else { return nil }
    let isSingle = shown.count == 1
    let rowHeight = isSingle ? 64.0 : 50
    let half =
      shown.map { Double(max($0.negative, $0.positive)) + Double($0.middle) / 2 }.max() ?? 1
    let x = Scale(domain: -half...half, pixels: (2, canvas.width - 2))
    var svg = SVG(
      canvas, height: Double(shown.count) * rowHeight + 4, of: self,
      isGroup: shown.contains { $0.link != nil })
    for (index, row) in shown.enumerated() {
      draw(row, top: Double(index) * rowHeight, x: x, isSingle: isSingle, in: &svg)
    }
    svg.line(x(0), 0, x(0), isSingle ? 38 : svg.height, className: "c-grid c-dash")
    return svg.finish()
  }

  private func draw(_ row: Row, top: Double, x: Scale, isSingle: Bool, in svg: inout SVG) {
    let middle = Double(row.middle) / 2
    let left = -middle - Double(row.negative)
    let right = middle + Double(row.positive)
    let y = isSingle ? top + 4 : top + 22
    let height = isSingle ? 30.0 : 20
    if !isSingle {
      svg.label(
        fitted("\(row.name) (\(row.count))", width: svg.width - 8), x: 2, y: top + 15,
        className: "c-label c-halo")
    }
    svg.link(row.link, name: "\(row.name): \(words(row))") { svg in
      for (start, end, className) in [
        (left, -middle, "c-part c-negative"), (-middle, middle, "c-part c-neutral"),
        (middle, right, "c-part c-positive"),
      ] where end > start {
        svg.rect(
          x: x(start), y: y, width: x(end) - x(start), height: height, className: className)
      }
    }
    if isSingle { drawCounts(row, x: (x(left), x(right)), y: y + height + 18, in: &svg) }
  }

  /// The counts stand under the ends of the bar, neutral at the centre.
  private func drawCounts(
    _ row: Row, x: (left: Double, right: Double), y: Double, in svg: inout SVG
  ) {
    let (negative, positive) = ("− \(row.negative) negative", "+ \(row.positive) positive")
    let center = "\(row.middle) neither"
    let half = textWidth(center, size: 12) / 2 + 8
    let middle = svg.width / 2
    let left = min(x.left, middle - half - textWidth(negative))
    let right = max(x.right, middle + half + textWidth(positive))
    svg.label(negative, x: max(2, left), y: y, className: "c-label c-strong c-negative-text")
    svg.label(center, x: middle, y: y, anchor: .middle, className: "c-tick c-halo")
    svg.label(
      positive, x: min(svg.width - 2, right), y: y, anchor: .end,
      className: "c-label c-strong c-positive-text")
  }

  private func words(_ row: Row) -> String {
    "\(row.negative) negative, \(row.middle) neither, \(row.positive) positive"
  }
}
