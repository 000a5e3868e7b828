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
  /// More dots than this and their links are too many for a page; the data has them all.
  private static let mostPoints = 400

  public func draw(on canvas: ChartCanvas) -> ChartDrawing? {
    guard points.count >= DotPlot.fewestPoints else { return nil }
    let shown = Array(points.prefix(DotPlot.mostPoints))
    let height = 210.0
    let left = 58.0
    // What the thread reaches, so that mild tones do not lie on one line.
    let reach = max(0.5, shown.reduce(0) { max($0, abs($1.score)) })
    let y = Scale(domain: -reach...reach, pixels: (height - 22, 22))
    let x = Scale(
      domain: 0...Double(max(1, shown.count - 1)), pixels: (left + 12, canvas.width - 12))
    var svg = SVG(canvas, height: height, of: self, isGroup: true)
    for (value, word) in [(reach, "positive"), (0, "neutral"), (-reach, "negative")] {
      svg.line(
        left, y(value), canvas.width, y(value), className: value == 0 ? "c-axis" : "c-grid")
      svg.label(word, x: left - 6, y: y(value) + 4, anchor: .end, className: "c-tick")
    }
    let radius = min(5, max(3, (canvas.width - left) / Double(shown.count) / 2.2))
    for (index, point) in shown.enumerated() {
      let place = (x: x(Double(index)), y: y(point.score))
      svg.link(
        point.link, name: "Comment \(index + 1), \(point.name): \(point.polarity.rawValue)"
      ) { svg in
        DotPlot.mark(point.polarity, x: place.x, y: place.y, radius: radius, in: &svg)
      }
    }
    labelExtremes(&svg, shown: shown, x: x, y: y)
    return svg.finish()
  }

  /// Negative is a diamond, so that tone does not hang on colour.
  static func mark(
    _ polarity: Polarity, x: Double, y: Double, radius: Double, in svg: inout SVG
  ) {
    switch polarity {
    case .positive: svg.circle(x: x, y: y, radius: radius, className: "c-dot c-positive")
    case .negative:
      svg.diamond(x: x, y: y, radius: radius * 1.25, className: "c-dot c-negative")
    case .neutral, .mixed: svg.circle(x: x, y: y, radius: radius * 0.8, className: "c-hollow")
    }
  }

  private func labelExtremes(_ svg: inout SVG, shown: [Point], x: Scale, y: Scale) {
    let order = shown.indices.sorted {
      (-abs(shown[$0].score), $0) < (-abs(shown[$1].score), $1)
    }
    var placer = LabelPlacer(width: svg.width, height: svg.height)
    placer.block(from: (0, y(0)), to: (svg.width, y(0)))
    for (index, point) in shown.enumerated() {
      placer.block(x: x(Double(index)), y: y(point.score), radius: 6)
    }
    for index in order.prefix(3) where shown[index].score != 0 {
      let words = fitted(shown[index].name, width: 130, size: 12)
      let places = placer.around(
        x: x(Double(index)), y: y(shown[index].score), words: words, size: 12,
        prefersBelow: shown[index].score < 0)
      guard let place = placer.place(words, size: 12, at: places) else { continue }
      svg.label(
        words, x: place.x, y: place.y, anchor: place.anchor, className: "c-tick c-ink c-halo")
    }
  }
}
