public import AssayAnalysis

/// One stated figure against what it should be: the band is what the other numbers allow, the tick
/// is what the text says.
public struct Bullet: Chart {
  public let id: String
  /// What is stated: "TAO, price change".
  public let name: String
  public let stated: Double
  public let statedLabel: String
  public let allowed: ClosedRange<Double>
  public let allowedLabel: String
  public let difference: String
  public let verdict: Verdict?

  /// Nil where a value cannot be drawn.
  public init?(
    id: String, name: String, stated: Double, statedLabel: String, allowed: (Double, Double),
    allowedLabel: String, difference: String, verdict: Verdict?
  ) {
    let (low, high) = (min(allowed.0, allowed.1), max(allowed.0, allowed.1))
    guard isDrawable(stated), isDrawable(low), isDrawable(high) else { return nil }
    self.id = id
    self.name = name
    self.stated = stated
    self.statedLabel = statedLabel
    self.allowed = low...high
    self.allowedLabel = allowedLabel
    self.difference = difference
    self.verdict = verdict
  }

  private var isInside: Bool { allowed.contains(stated) }

  public var title: String {
    isInside
      ? "\(statedLabel) lies within what the other numbers allow"
      : "\(statedLabel) lies outside of what the other numbers allow"
  }

  public var subtitle: String { "Stated \(statedLabel), computed \(allowedLabel)" }

  public var description: String {
    "\(name): stated \(statedLabel), computed \(allowedLabel), difference \(difference)."
  }

  public var table: ChartTable {
    ChartTable(
      columns: ["What", "Stated", "Computed", "Difference"],
      rows: [[name, statedLabel, allowedLabel, difference]], numericColumns: [1, 2, 3])
  }

  public func draw(on canvas: ChartCanvas) -> ChartDrawing? {
    let x = scale(from: 8, to: canvas.width - 8)
    let left = x(allowed.lowerBound)
    let right = x(allowed.upperBound)
    var svg = SVG(canvas, height: 78, of: self)
    svg.line(8, 38, canvas.width - 8, 38, className: "c-axis")
    svg.rect(
      x: min(left, right - 3), y: 28, width: max(3, right - left), height: 20, className: "c-band")
    svg.line(x(stated), 22, x(stated), 54, className: "c-pointer v-\(mark)")
    put("computed " + allowedLabel, at: (left + right) / 2, y: 68, "c-tick c-ink", in: &svg)
    put("stated " + statedLabel, at: x(stated), y: 15, "c-label c-strong", in: &svg)
    return svg.finish()
  }

  /// The chart as a mark in a table's cell; its numbers stand beside it.
  func drawInline() -> SafeHTML {
    let x = scale(from: 3, to: 117)
    let left = x(allowed.lowerBound)
    var html = HTMLWriter()
    html.markup("<svg class=\"bullet")
    VerdictMark.appendClass(verdict, to: &html)
    html.markup("\" aria-hidden=\"true\" width=\"120\" height=\"20\"><path d=\"M")
    html.coordinate(left)
    html.markup(" 4h")
    html.coordinate(max(3, x(allowed.upperBound) - left))
    html.markup("v12H")
    html.coordinate(left)
    html.markup("Z\"/><path d=\"M")
    html.coordinate(x(stated))
    html.markup(" 1V19\"/></svg>")
    return html.finish()
  }

  private var mark: String { String(VerdictMark.className(verdict).dropFirst(2)) }

  /// The band in the middle with room on both sides, so that a near miss is seen as one.
  private func scale(from start: Double, to end: Double) -> Scale {
    let middle = (allowed.lowerBound + allowed.upperBound) / 2
    let width = allowed.upperBound - allowed.lowerBound
    let reach = max(abs(stated - middle) * 1.25, width * 1.6, abs(middle) * 0.02, 1e-9)
    return Scale(domain: (middle - reach)...(middle + reach), pixels: (start, end))
  }

  private func put(
    _ words: String, at x: Double, y: Double, _ className: String, in svg: inout SVG
  ) {
    let half = textWidth(words) / 2
    svg.label(
      words, x: min(max(x, half + 2), max(svg.width - half - 2, half + 2)), y: y, anchor: .middle,
      className: className)
  }
}
