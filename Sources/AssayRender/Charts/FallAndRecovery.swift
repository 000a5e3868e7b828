/// A fall and what was made good of it: three reported values in the order in which the text puts
/// them, joined by dashes, with both changes between them.
///
/// A time line needs dates; this needs only the text's own "from, to, back at".
public struct FallAndRecovery: Chart {
  public let id: String
  /// "TAO’s reported price"
  public let name: String
  public let start: Value
  public let trough: Value
  public let now: Value

  public struct Value: Sendable {
    public let value: Double
    /// As the text writes it: "$332".
    public let label: String
    /// The claim's mark and link on the page.
    public let mark: String
    public let link: String?

    public init(value: Double, label: String, mark: String, link: String?) {
      self.value = value
      self.label = label
      self.mark = mark
      self.link = link
    }
  }

  /// Nil where the values are no fall, or cannot be drawn.
  public init?(id: String, name: String, start: Value, trough: Value, now: Value) {
    guard [start, trough, now].allSatisfy({ isDrawable($0.value) }), trough.value < start.value,
      start.value != 0, trough.value != 0
    else { return nil }
    self.id = id
    self.name = name
    self.start = start
    self.trough = trough
    self.now = now
  }

  private var fall: String { percentText(from: start.value, to: trough.value) }
  private var share: Double {
    (now.value - trough.value) / (start.value - trough.value) * 100
  }

  public var title: String {
    let back = chartNumber(share) + "\u{A0}%"
    return share >= 0
      ? "\(name) fell \(fall) to \(trough.label), then regained \(back) of the fall"
      : "\(name) fell \(fall) to \(trough.label), and went on falling to \(now.label)"
  }

  public var subtitle: String {
    "Three reported values in the order of the text, which says nothing of the time between"
  }

  public var description: String {
    "From \(start.label) to \(trough.label), a fall of \(fall); then \(now.label)."
  }

  private var steps: [(value: Value, words: String)] {
    [(start, "before the fall"), (trough, "after it"), (now, "later")]
  }

  public var table: ChartTable {
    ChartTable(
      columns: ["When", "Value", "Mark"],
      rows: steps.map { [$0.words, $0.value.label, $0.value.mark] }, numericColumns: [1])
  }

  public func draw(on canvas: ChartCanvas) -> ChartDrawing? {
    let height = canvas.isNarrow ? 220.0 : 260.0
    let values = steps.map(\.value.value)
    guard let low = values.min(), let high = values.max() else { return nil }
    let y = Scale(domain: low...high, pixels: (height - 70, 34))
    let edge = canvas.isNarrow ? 46.0 : 90
    let x = Scale(domain: 0...2, pixels: (edge, canvas.width - edge))
    var svg = SVG(canvas, height: height, of: self, isGroup: true)
    svg.line(0, height - 30, canvas.width, height - 30, className: "c-axis")
    let places = steps.enumerated().map { (x: x(Double($0.offset)), y: y($0.element.value.value)) }
    svg.path(places, className: "c-join")
    drawChanges(places, in: &svg)
    for (step, place) in zip(steps, places) {
      let isLow = step.value.value == low
      svg.line(place.x, height - 30, place.x, height - 25, className: "c-axis")
      svg.label(
        step.words, x: place.x, y: height - 10, anchor: .middle, className: "c-tick")
      svg.link(step.value.link, name: "\(step.value.label), claim \(step.value.mark)") { svg in
        svg.circle(x: place.x, y: place.y, radius: 6, className: "c-dot s1")
        svg.label(
          step.value.label, x: place.x, y: place.y + (isLow ? 25 : -14), anchor: .middle,
          className: "c-label c-strong c-halo")
      }
    }
    return svg.finish()
  }

  private func drawChanges(_ places: [(x: Double, y: Double)], in svg: inout SVG) {
    for (index, pair) in zip(places, places.dropFirst()).enumerated() {
      let (from, to) = (steps[index].value.value, steps[index + 1].value.value)
      let sign = to < from ? "−" : "+"
      svg.label(
        sign + percentText(from: from, to: to),
        x: (pair.0.x + pair.1.x) / 2 + (to < from ? 8 : -4),
        y: (pair.0.y + pair.1.y) / 2 - 7, anchor: to < from ? .start : .end,
        className: "c-tick c-ink c-halo")
    }
  }
}
