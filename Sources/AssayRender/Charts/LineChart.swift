import AssayAnalysis

/// Values of one or more series over time, over numbers, or over names in a row. A missing value is
/// a gap, never a zero.
public struct LineChart: Chart {
  public let id: String
  public let words: ChartWords
  public let series: [Series]
  public let axis: Axis
  public let isLogarithmic: Bool

  public struct Series: Sendable {
    public let name: String
    /// One for each place on the axis.
    public let values: [Double?]

    public init(name: String, values: [Double?]) {
      self.name = name
      self.values = values.map { $0.flatMap { isDrawable($0) ? $0 : nil } }
    }
  }

  /// What runs along the bottom.
  public enum Axis: Sendable {
    /// Days since 1970, with the words of each.
    case days([Int], [String])
    case numbers([Double])
    case names([String])

    var places: [Double] {
      switch self {
      case .days(let days, _): days.map(Double.init)
      case .numbers(let numbers): numbers
      case .names(let names): names.indices.map(Double.init)
      }
    }

    func words(_ index: Int) -> String {
      switch self {
      case .days(_, let words): words[index]
      case .numbers(let numbers): number(numbers[index])
      case .names(let names): names[index]
      }
    }

    /// Whole numbers of four digits are years as often as not, and read well without a comma.
    func number(_ value: Double) -> String {
      let isYear = places.allSatisfy { (1000...2999).contains($0) && $0 == $0.rounded() }
      return isYear ? String(Int(value.rounded())) : chartNumber(value, decimals: 2)
    }
  }

  /// - Parameter words: a title or a subtitle given by hand, the unit, the source.
  public init(
    id: String, words: ChartWords, series: [Series], axis: Axis, isLogarithmic: Bool = false
  ) {
    self.id = id
    self.words = words
    self.series = Array(series.prefix(LineChart.mostSeries))
    self.axis = axis
    self.isLogarithmic = isLogarithmic
  }

  /// As many as there are colours that differ.
  static let mostSeries = 6

  public var title: String {
    if let title = words.title { return title }
    guard let first = series.first, let (start, end) = ends(first) else { return "" }
    let (from, to) = (first.values[start] ?? 0, first.values[end] ?? 0)
    let verb = to < from ? "fell" : to > from ? "rose" : "stayed at"
    let change =
      from == to
      ? words.value(to)
      : "from \(words.value(from)) to \(words.value(to))"
    return "\(first.name) \(verb) \(change) between \(axis.words(start)) and \(axis.words(end))"
  }

  public var subtitle: String {
    words.subtitle
      ?? [
        series.map(\.name).joined(separator: ", "), words.unit,
        isLogarithmic ? "scale of powers of ten" : "",
      ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  public var source: String { words.source }

  public var description: String {
    series.map { series in
      let values = series.values.compactMap { $0 }
      guard let low = values.min(), let high = values.max(), let (start, end) = ends(series) else {
        return "\(series.name): no values."
      }
      return "\(series.name): \(values.count) values from \(axis.words(start)) to "
        + "\(axis.words(end)), lowest \(words.value(low)), highest \(words.value(high))."
    }.joined(separator: " ")
  }

  public var table: ChartTable {
    ChartTable(
      columns: [words.axis] + series.map(\.name),
      rows: axis.places.indices.map { index in
        [axis.words(index)]
          + series.map { $0.values[index].map { chartNumber($0, decimals: 4) } ?? "" }
      }, numericColumns: Set(1...max(1, series.count)))
  }

  /// The first and the last place that has a value.
  private func ends(_ series: Series) -> (Int, Int)? {
    guard let first = series.values.firstIndex(where: { $0 != nil }),
      let last = series.values.lastIndex(where: { $0 != nil })
    else { return nil }
    return (first, last)
  }
}

extension LineChart {
  private static let fewestPlaces = 3
  private static let mostTicks = 5

  public func draw(on canvas: ChartCanvas) -> ChartDrawing? {
    let values = series.flatMap { $0.values.compactMap { $0 } }
    let places = axis.places
    guard places.count >= LineChart.fewestPlaces, let low = values.min(), let high = values.max(),
      let start = places.min(), let end = places.max()
    else { return nil }
    let height = canvas.isNarrow ? 240.0 : 320.0
    let y = valueScale(low, high, height: height)
    let ticks = y.ticks(atMost: LineChart.mostTicks)
    let left = 8 + (ticks.map { textWidth(tickText($0), size: 12) }.max() ?? 20)
    let right = canvas.width - labelRoom(canvas)
    let x = Scale(domain: start...end, pixels: (left + 6, right))
    var svg = SVG(canvas, height: height, of: self)
    for tick in ticks {
      svg.line(
        left, y(tick), canvas.width, y(tick), className: tick == 0 ? "c-axis" : "c-grid")
      svg.label(tickText(tick), x: left - 6, y: y(tick) + 4, anchor: .end, className: "c-tick")
    }
    svg.line(left, height - 28, canvas.width, height - 28, className: "c-axis")
    drawAxis(&svg, x: x, y: height - 10)
    for (index, one) in series.enumerated() {
      let points = zip(places, one.values).map { (x: x($0), y: $1.map { y($0) }) }
      svg.path(points, className: "c-line s\(index + 1)")
      drawDots(points, index, in: &svg)
    }
    drawLabels(&svg, y: y, right: right, height: height)
    return svg.finish()
  }

  private func valueScale(_ low: Double, _ high: Double, height: Double) -> Scale {
    let pixels = (start: height - 34, end: 16.0)
    if isLogarithmic, low > 0 {
      return Scale(domain: low * 0.9...high * 1.1, pixels: pixels, kind: .logarithmic)
    }
    // A line may leave out the zero, unless it comes near it anyway.
    let pad = max((high - low) * 0.08, 1e-9)
    let floor = low >= 0 && low < (high - low) * 0.6 ? 0 : low - pad
    return Scale(domain: floor...(high + pad), pixels: pixels)
  }

  /// Room at the right for the names of several series, or for the last value.
  private func labelRoom(_ canvas: ChartCanvas) -> Double {
    let widths = series.map { textWidth(endLabel($0, canvas)) }
    return min(widths.max() ?? 0, canvas.isNarrow ? 96 : 170) + 14
  }

  private func endLabel(_ series: Series, _ canvas: ChartCanvas) -> String {
    let last = ends(series).flatMap { series.values[$0.1] }.map { words.value($0) } ?? ""
    return self.series.count == 1 ? last : canvas.isNarrow ? series.name : "\(series.name) \(last)"
  }

  /// Dots where values are few, and where one stands alone between gaps.
  private func drawDots(
    _ points: [(x: Double, y: Double?)], _ index: Int, in svg: inout SVG
  ) {
    let isSparse = points.count <= 16
    for (place, point) in points.enumerated() {
      guard let y = point.y else { continue }
      let isAlone =
        (place == 0 || points[place - 1].y == nil)
        && (place + 1 == points.count || points[place + 1].y == nil)
      if isSparse || isAlone || place + 1 == points.count {
        svg.circle(x: point.x, y: y, radius: 3.5, className: "c-dot s\(index + 1)")
      }
    }
  }

  private func drawLabels(_ svg: inout SVG, y: Scale, right: Double, height: Double) {
    let canvas = ChartCanvas(width: svg.width, id: "")
    let wanted = series.map { series in
      y(ends(series).flatMap { series.values[$0.1] } ?? 0)
    }
    let places = spreadLabels(wanted, gap: 16, within: 12...(height - 36))
    for (index, one) in series.enumerated() {
      svg.label(
        fitted(endLabel(one, canvas), width: svg.width - right - 8), x: right + 9,
        y: places[index] + 4, className: "c-label c-strong c-halo t\(index + 1)")
    }
  }

  private func drawAxis(_ svg: inout SVG, x: Scale, y: Double) {
    let most = svg.width < 480 ? 4 : LineChart.mostTicks
    var ticks: [(place: Double, words: String)] = []
    switch axis {
    case .days(let days, _):
      guard let first = days.min(), let last = days.max() else { return }
      ticks = DayTicks.ticks(from: first, to: last, atMost: most).map {
        (Double($0.day), $0.words)
      }
    case .numbers:
      ticks = x.ticks(atMost: most).map { ($0, axis.number($0)) }
    case .names(let names):
      let step = max(1, (names.count + most - 1) / most)
      ticks = stride(from: 0, to: names.count, by: step).map { (Double($0), names[$0]) }
    }
    var lastEnd = -Double.infinity
    for tick in ticks {
      let words = fitted(tick.words, width: svg.width / 4, size: 12)
      let half = textWidth(words, size: 12) / 2
      let center = min(max(x(tick.place), half + 1), svg.width - half - 1)
      svg.line(x(tick.place), y - 18, x(tick.place), y - 13, className: "c-axis")
      guard center - half > lastEnd + 8 else { continue }
      svg.label(words, x: center, y: y, anchor: .middle, className: "c-tick")
      lastEnd = center + half
    }
  }
}
