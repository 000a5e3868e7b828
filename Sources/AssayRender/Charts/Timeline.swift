public import AssayAnalysis

/// The reported values of one metric of one entity, by date: dots only where something was reported,
/// joined by dashes.
public struct Timeline: Chart {
  public let id: String
  /// Whose metric it is, as a page names it.
  public let entity: String
  public let metric: String
  /// "US dollars"; empty where the values have no unit.
  public let unit: String
  public let points: [Point]

  public struct Point: Sendable {
    /// The first day of the time it is about.
    public let date: CalendarDate
    /// How exactly the text gives the time: a year is shown as a year.
    public let precision: Period.Precision
    public let value: Double
    /// The value as the text writes it: "$332".
    public let label: String
    /// The number of the claim's mark on the page.
    public let mark: String
    public let link: String?

    public init(
      date: CalendarDate, precision: Period.Precision = .day, value: Double, label: String,
      mark: String, link: String?
    ) {
      self.date = date
      self.precision = precision
      self.value = value
      self.label = label
      self.mark = mark
      self.link = link
    }
  }

  /// - Parameter points: in the order of the text; they are put in the order of their dates. Values
  ///   beyond what a drawing can hold are left out.
  public init(id: String, entity: String, metric: String, unit: String, points: [Point]) {
    self.id = id
    self.entity = entity
    self.metric = metric
    self.unit = unit
    self.points = points.filter { isDrawable($0.value) }.enumerated().sorted {
      ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
    }.map(\.element)
  }

  public var title: String {
    let name = "\(entity)’s reported \(metric)"
    let legs = turningPoints
    guard let first = legs.first, let last = legs.last, legs.count > 1 else { return name }
    let phrases = zip(legs, legs.dropFirst()).prefix(2).map { start, end in
      "\(end.value < start.value ? "fell" : "rose") \(percentText(from: start.value, to: end.value))"
        + " to \(end.label)"
    }
    if legs.count <= 3 { return name + " " + phrases.joined(separator: ", then ") }
    return "\(name) went from \(first.label) to \(last.label)"
  }

  public var subtitle: String {
    let what = unit.isEmpty ? metric.capitalizedFirst : "\(metric.capitalizedFirst), \(unit)"
    return "\(what) · \(points.count) reported values · the text says nothing of the time between"
  }

  public var description: String {
    guard let low = points.min(by: { $0.value < $1.value }),
      let high = points.max(by: { $0.value < $1.value }), let first = points.first,
      let last = points.last
    else { return "" }
    return "\(points.count) values from \(first.time()) to \(last.time()). "
      + "Lowest \(low.label), highest \(high.label); first \(first.label), last \(last.label)."
  }

  public var table: ChartTable {
    ChartTable(
      columns: ["Time", metric.capitalizedFirst, "Mark"],
      rows: points.map { [$0.time(), $0.label, $0.mark] }, numericColumns: [1])
  }

  /// The values between which the direction changes, ends included.
  private var turningPoints: [Point] {
    var kept: [Point] = []
    for point in points {
      if let last = kept.last, last.value == point.value { continue }
      if kept.count > 1, let last = kept.last {
        let before = kept[kept.count - 2]
        let goesOn = (last.value > before.value) == (point.value > last.value)
        if goesOn { kept.removeLast() }
      }
      kept.append(point)
    }
    return kept
  }
}

extension Timeline {
  private static let fewestPoints = 3
  private static let mostTicks = 4

  public func draw(on canvas: ChartCanvas) -> ChartDrawing? {
    guard points.count >= Timeline.fewestPoints else { return nil }
    let height = canvas.isNarrow ? 230.0 : 280.0
    let values = points.map(\.value)
    guard let low = values.min(), let high = values.max() else { return nil }
    let margin = max(abs(high - low) * 0.18, abs(high) * 0.01)
    let y = Scale(domain: (low - margin)...(high + margin), pixels: (height - 34, 18))
    let ticks = y.ticks(atMost: Timeline.mostTicks)
    let left = 8 + (ticks.map { textWidth(tickText($0), size: 12) }.max() ?? 30)
    let days = positions
    let x = Scale(
      domain: (days.first ?? 0)...(days.last ?? 1), pixels: (left + 22, canvas.width - 34))
    var svg = SVG(canvas, height: height, of: self, isGroup: true)
    for tick in ticks {
      svg.line(left, y(tick), canvas.width, y(tick), className: "c-grid")
      svg.label(tickText(tick), x: left - 6, y: y(tick) + 4, anchor: .end, className: "c-tick")
    }
    svg.line(left, height - 30, canvas.width, height - 30, className: "c-axis")
    let places = zip(points, days).map { (point: $0, x: x($1), y: y($0.value)) }
    svg.path(places.map { (x: $0.x, y: $0.y) }, className: "c-join")
    drawDates(&svg, xs: places.map(\.x), y: height - 12)
    drawPoints(&svg, places: places)
    return svg.finish()
  }

  /// Days since the first point; values of one day stand side by side in the order of the text.
  private var positions: [Double] {
    guard let first = points.first, let last = points.last else { return [] }
    let span = Double(max(1, last.date.dayNumber - first.date.dayNumber))
    let step = max(0.35, span * 0.12)
    var result: [Double] = []
    for (index, point) in points.enumerated() {
      var place = Double(point.date.dayNumber - first.date.dayNumber)
      if index > 0, points[index - 1].date == point.date, let before = result.last {
        place = before + step
      }
      result.append(max(place, result.last ?? place))
    }
    return result
  }

  private func drawDates(_ svg: inout SVG, xs: [Double], y: Double) {
    var lastEnd = -Double.infinity
    for (index, point) in points.enumerated() {
      if index > 0, points[index - 1].date == point.date { continue }
      let words = point.time(withYear: index == 0)
      let half = textWidth(words, size: 12) / 2
      let center = min(max(xs[index], half + 2), svg.width - half - 2)
      guard center - half > lastEnd + 8 else { continue }
      svg.line(xs[index], y - 18, xs[index], y - 13, className: "c-axis")
      svg.label(words, x: center, y: y, anchor: .middle, className: "c-tick")
      lastEnd = center + half
    }
  }

  /// Where all labels would not fit, the ends and the extremes have one.
  private func labelledPoints(mostLabels: Int) -> Set<Int> {
    if points.count <= mostLabels { return Set(points.indices) }
    let low = points.indices.min { points[$0].value < points[$1].value }
    let high = points.indices.max { points[$0].value < points[$1].value }
    return Set([0, points.count - 1, low ?? 0, high ?? 0])
  }

  private func drawPoints(
    _ svg: inout SVG, places: [(point: Point, x: Double, y: Double)]
  ) {
    var placer = LabelPlacer(width: svg.width, height: svg.height - 32)
    for place in places { placer.block(x: place.x, y: place.y, radius: 6) }
    for (start, end) in zip(places, places.dropFirst()) {
      placer.block(from: (start.x, start.y), to: (end.x, end.y))
    }
    let labelled = labelledPoints(mostLabels: Int(svg.width / 50))
    for (index, place) in places.enumerated() {
      let words = place.point.label
      let isValley = index > 0 ? places[index - 1].y < place.y : false
      let label =
        labelled.contains(index)
        ? placer.place(
          words,
          at: placer.around(x: place.x, y: place.y, words: words, prefersBelow: isValley)) : nil
      svg.link(
        place.point.link, name: "\(words), \(place.point.time()), claim \(place.point.mark)"
      ) { svg in
        svg.circle(x: place.x, y: place.y, radius: 5, className: "c-dot s1")
        if let label {
          svg.label(
            words, x: label.x, y: label.y, anchor: label.anchor, className: "c-label c-strong")
        }
      }
    }
  }
}

extension Timeline.Point {
  /// The time as exactly as it is known: "10 Apr 2026", "Apr 2026", "2026 Q2", "2026".
  func time(withYear: Bool = true) -> String {
    switch precision {
    case .day, .range: shortDate(date, withYear: withYear)
    case .month: "\(CalendarDate.monthNames[date.month - 1].prefix(3)) \(date.year)"
    case .quarter: "\(date.year) Q\((date.month + 2) / 3)"
    case .year: String(date.year)
    case .decade: "\(date.year)s"
    }
  }
}

extension String {
  /// With its first letter as a capital.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
