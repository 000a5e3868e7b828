public import AssayAnalysis

/// A dot a comment: its place in the thread across, its tone up and down; the extremes are labelled.
public struct DotPlot: Chart {
  public let id: String
  public let points: [Point]

  public struct Point: Sendable {
    /// Who wrote it, or its number.
    public let name: String
    /// −1 to 1.
    public let score: Double
    public let polarity: Polarity
    public let link: String?

    public init(name: String, score: Double, polarity: Polarity, link: String?) {
      self.name = name
      self.score = score
      self.polarity = polarity
      self.link = link
    }
  }

  /// - Parameter points: in the order of the thread.
  public init(id: String, points: [Point]) {
    self.id = id
    self.points = points.filter { isDrawable($0.score) }
  }

  public var title: String {
    let first = mean(points.prefix(points.count / 2))
    let second = mean(points.suffix(points.count - points.count / 2))
    if points.count < 8 || abs(second - first) < 0.2 {
      return "Tone of \(points.count) comments, from first to last"
    }
    return second > first
      ? "The thread grew friendlier: its second half is more positive than its first"
      : "The thread soured: its second half is more negative than its first"
  }

  public var subtitle: String {
    "Tone from −1 to 1 in the order of the thread · N = \(points.count) · mean "
      + chartNumber(mean(points[...]), decimals: 2)
  }

  public var description: String {
    guard let low = points.min(by: { $0.score < $1.score }),
      let high = points.max(by: { $0.score < $1.score })
    else { return "" }
    return
      "\(points.count) comments; lowest \(chartNumber(low.score, decimals: 2)) by \(low.name), "
      + "highest \(chartNumber(high.score, decimals: 2)) by \(high.name), mean "
      + "\(chartNumber(mean(points[...]), decimals: 2))."
  }

  public var table: ChartTable {
    ChartTable(
      columns: ["Comment", "By", "Tone", "Score"],
      rows: points.enumerated().map {
        [
          String($0.offset + 1), $0.element.name, $0.element.polarity.rawValue,
          chartNumber($0.element.score, decimals: 2),
        ]
      }, numericColumns: [0, 3])
  }

  private func mean(_ part: ArraySlice<Point>) -> Double {
    part.isEmpty ? 0 : part.reduce(0) { $0 + $1.score } / Double(part.count)
  }
}

extension DotPlot {
  private static let fewestPoints = 3
  /// More dots than this and their links are too many for a page; the table has them all.
  private static let mostPoints = 400

  public func draw(width: Double, id: String) -> SafeHTML? {
    guard points.count >= DotPlot.fewestPoints else { return nil }
    let shown = points.prefix(DotPlot.mostPoints)
    let height = 210.0
    let left = width < 480 ? 58.0 : 70.0
    let y = Scale(domain: -1...1, pixels: (height - 18, 18))
    let x = Scale(domain: 0...Double(max(1, shown.count - 1)), pixels: (left + 10, width - 14))
    var svg = SVG(
      id: id, width: width, height: height, className: "chart-svg", title: title,
      description: description, isGroup: true)
    for (value, word) in [(1.0, "positive"), (0, "neutral"), (-1, "negative")] {
      svg.line(left, y(value), width - 4, y(value), className: value == 0 ? "c-axis" : "c-grid")
      svg.label(word, x: left - 6, y: y(value) + 4, anchor: .end, className: "c-tick")
    }
    for (index, point) in shown.enumerated() {
      let name = "\(point.name): \(point.polarity.rawValue)"
      svg.link(point.link, name: "Comment \(index + 1), \(name)") { svg in
        svg.circle(
          x: x(Double(index)), y: y(point.score), radius: 5,
          className: "c-dot c-\(point.polarity.rawValue)")
      }
    }
    labelExtremes(&svg, shown: Array(shown), x: x, y: y)
    return svg.finish()
  }

  private func labelExtremes(_ svg: inout SVG, shown: [Point], x: Scale, y: Scale) {
    let order = shown.indices.sorted {
      (-abs(shown[$0].score), $0) < (-abs(shown[$1].score), $1)
    }
    var taken: [(left: Double, right: Double, y: Double)] = []
    for index in order.prefix(3) where shown[index].score != 0 {
      let words = fitted(shown[index].name, width: 110, size: 12)
      let half = textWidth(words, size: 12) / 2
      let center = min(max(x(Double(index)), half + 60), svg.width - half - 2)
      let place = y(shown[index].score) + (shown[index].score > 0 ? 20 : -11)
      let collides = taken.contains {
        abs($0.y - place) < 15 && $0.left < center + half && center - half < $0.right
      }
      if collides { continue }
      svg.label(words, x: center, y: place, anchor: .middle, className: "c-tick c-ink")
      taken.append((center - half - 4, center + half + 4, place))
    }
  }
}
