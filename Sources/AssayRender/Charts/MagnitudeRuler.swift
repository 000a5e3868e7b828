/// Quantities of one unit on a ruler of powers of ten: a slip of scale, millions for billions, lies
/// far from the rest.
public struct MagnitudeRuler: Chart {
  public let id: String
  /// "dollars"
  public let unit: String
  public let marks: [Mark]

  public struct Mark: Sendable {
    public let value: Double
    /// As the text writes it: "$900 million".
    public let label: String
    public let link: String?

    public init(value: Double, label: String, link: String?) {
      self.value = value
      self.label = label
      self.link = link
    }
  }

  /// Values that are not positive have no place on the ruler; equal ones share a mark.
  public init(id: String, unit: String, marks: [Mark]) {
    self.id = id
    self.unit = unit
    var seen: Set<Double> = []
    self.marks = marks.filter {
      $0.value > 0 && isDrawable($0.value) && seen.insert($0.value).inserted
    }
    .enumerated().sorted { ($0.element.value, $0.offset) < ($1.element.value, $1.offset) }
    .map(\.element)
  }

  public var title: String {
    guard let low = marks.first, let high = marks.last, low.value > 0 else { return "" }
    let times = high.value / low.value
    let words = times < 1e6 ? chartNumber(times, decimals: times < 10 ? 1 : 0) : tickText(times)
    return "From \(low.label) to \(high.label), \(words) times as much"
  }

  public var subtitle: String {
    "Amounts in \(unit) on a scale of powers of ten · N = \(marks.count)"
  }

  public var description: String {
    "\(marks.count) amounts in \(unit): " + marks.map(\.label).joined(separator: ", ") + "."
  }

  public var table: ChartTable {
    ChartTable(
      columns: ["As written", unit.capitalizedFirst],
      rows: marks.map { [$0.label, chartNumber($0.value, decimals: 2)] }, numericColumns: [1])
  }
}

extension MagnitudeRuler {
  private static let fewestMarks = 4
  private static let mostMarks = 60
  private static let mostTicks = 5
  private static let axis = 74.0

  public func draw(on canvas: ChartCanvas) -> ChartDrawing? {
    let shown = marks.prefix(MagnitudeRuler.mostMarks)
    guard shown.count >= MagnitudeRuler.fewestMarks, let low = shown.first, let high = shown.last
    else { return nil }
    let x = Scale(
      domain: (low.value / 1.5)...(high.value * 1.5), pixels: (6, canvas.width - 6),
      kind: .logarithmic)
    var svg = SVG(canvas, height: 148, of: self, isGroup: true)
    let axis = MagnitudeRuler.axis
    svg.line(0, axis, canvas.width, axis, className: "c-axis")
    for tick in x.ticks(atMost: MagnitudeRuler.mostTicks) {
      svg.line(x(tick), axis - 26, x(tick), axis + 30, className: "c-grid")
      let words = tickText(tick)
      let half = textWidth(words, size: 12) / 2
      svg.label(
        words, x: min(max(x(tick), half), canvas.width - half), y: 142, anchor: .middle,
        className: "c-tick")
    }
    drawMarks(Array(shown), x: x, in: &svg)
    return svg.finish()
  }

  private func drawMarks(_ shown: [Mark], x: Scale, in svg: inout SVG) {
    let axis = MagnitudeRuler.axis
    var placer = LabelPlacer(width: svg.width, height: 128)
    for mark in shown { placer.block(x: x(mark.value), y: axis, radius: 6) }
    // The ends first: they are what the title speaks of.
    let order = [0, shown.count - 1] + Array(1..<(shown.count - 1))
    var labels = [LabelPlacer.Place?](repeating: nil, count: shown.count)
    for index in order {
      let words = shown[index].label
      let half = textWidth(words) / 2
      let center = min(max(x(shown[index].value), half + 1), svg.width - half - 1)
      labels[index] = placer.place(
        words,
        at: [axis - 16, axis + 24, axis - 34, axis + 42, axis - 52].filter {
          // A line leads from a label to its mark, through no other label.
          placer.isFree(x: x(shown[index].value), from: axis + ($0 < axis ? -8 : 8), to: $0)
        }.map { LabelPlacer.Place(x: center, y: $0, anchor: .middle) })
    }
    for (index, mark) in shown.enumerated() {
      svg.link(mark.link, name: mark.label) { svg in
        if let label = labels[index] {
          let isAbove = label.y < axis
          svg.line(
            x(mark.value), axis, x(mark.value), isAbove ? label.y + 4 : label.y - 12,
            className: "c-axis")
        }
        svg.circle(x: x(mark.value), y: axis, radius: 5, className: "c-dot s1")
        if let label = labels[index] {
          svg.label(
            mark.label, x: label.x, y: label.y, anchor: .middle, className: "c-label c-halo")
        }
      }
    }
  }
}
