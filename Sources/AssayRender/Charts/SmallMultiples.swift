/// Small lines side by side, one a name, on one scale of shares of their own range; the last value
/// stands in words.
public struct SmallMultiples: Chart {
  public let id: String
  public let title: String
  public let unit: String
  public let series: [Series]

  public struct Series: Sendable {
    /// "TAO, price".
    public let name: String
    /// In the order of time.
    public let values: [Double]
    public let firstLabel: String
    public let lastLabel: String
    public let link: String?

    public init(
      name: String, values: [Double], firstLabel: String, lastLabel: String, link: String?
    ) {
      self.name = name
      self.values = values
      self.firstLabel = firstLabel
      self.lastLabel = lastLabel
      self.link = link
    }
  }

  /// - Parameter title: the finding; the one with the largest change where it is nil.
  public init(id: String, title: String? = nil, unit: String, series: [Series]) {
    self.id = id
    self.unit = unit
    self.series = series.filter { $0.values.count >= 3 && $0.values.allSatisfy(isDrawable) }
    self.title = title ?? SmallMultiples.finding(self.series)
  }

  private static func finding(_ series: [Series]) -> String {
    func change(_ series: Series) -> Double {
      guard let first = series.values.first, let last = series.values.last, first != 0 else {
        return 0
      }
      return (last - first) / abs(first)
    }
    guard let most = series.max(by: { abs(change($0)) < abs(change($1)) }),
      let first = most.values.first, let last = most.values.last
    else { return "" }
    let verb = last < first ? "fell" : "rose"
    return "\(most.name) \(verb) most: \(percentText(from: first, to: last))"
  }

  public var subtitle: String {
    "Reported values in the order of time, each from its lowest to its highest · "
      + "\(series.count) \(unit)"
  }

  public var description: String {
    series.map {
      "\($0.name): \($0.values.count) values, first \($0.firstLabel), last \($0.lastLabel)."
    }.joined(separator: " ")
  }

  public var table: ChartTable {
    ChartTable(
      columns: ["Name", "Values", "First", "Last"],
      rows: series.map { [$0.name, String($0.values.count), $0.firstLabel, $0.lastLabel] },
      numericColumns: [1, 2, 3])
  }

  private static let cellHeight = 96.0
  private static let leastWidth = 150.0

  public func draw(on canvas: ChartCanvas) -> ChartDrawing? {
    guard !series.isEmpty else { return nil }
    let columns = max(1, Int(canvas.width / SmallMultiples.leastWidth))
    let width = canvas.width / Double(columns)
    let rows = (series.count + columns - 1) / columns
    var svg = SVG(
      canvas, height: Double(rows) * SmallMultiples.cellHeight, of: self, isGroup: true)
    for (index, one) in series.enumerated() {
      draw(
        one, left: Double(index % columns) * width,
        top: Double(index / columns) * SmallMultiples.cellHeight, width: width - 20, in: &svg)
    }
    return svg.finish()
  }

  private func draw(
    _ series: Series, left: Double, top: Double, width: Double, in svg: inout SVG
  ) {
    guard let low = series.values.min(), let high = series.values.max() else { return }
    let x = Scale(
      domain: 0...Double(series.values.count - 1), pixels: (left + 4, left + width - 6))
    let y = Scale(domain: low...high, pixels: (top + 64, top + 28))
    svg.link(series.link, name: "\(series.name): \(series.firstLabel) to \(series.lastLabel)") {
      svg in
      svg.label(
        fitted(series.name, width: width), x: left + 1, y: top + 14, className: "c-label c-strong")
    }
    svg.line(left + 1, top + 70, left + width, top + 70, className: "c-grid")
    let places = series.values.enumerated().map { (x: x(Double($0.offset)), y: y($0.element)) }
    svg.path(places, className: "c-spark")
    if let first = places.first, let last = places.last {
      svg.circle(x: first.x, y: first.y, radius: 3, className: "c-hollow")
      svg.circle(x: last.x, y: last.y, radius: 3.5, className: "c-dot s1")
    }
    let half = width / 2 - 4
    svg.label(
      fitted(series.firstLabel, width: half, size: 12), x: left + 1, y: top + 85,
      className: "c-tick")
    svg.label(
      fitted(series.lastLabel, width: half, size: 12), x: left + width, y: top + 85, anchor: .end,
      className: "c-tick c-ink")
  }
}
