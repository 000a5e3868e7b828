public import AssayAnalysis

/// Changes from one value to another, a row each, with the stated change beside the computed one.
/// Rows are sorted by the size of the change and drawn in percent of their start, so that changes of
/// different things can stand under each other.
public struct Dumbbell: Chart {
  public let id: String
  public let rows: [Row]

  public struct Row: Sendable {
    /// What changed: "TAO, price".
    public let name: String
    public let from: Double
    public let to: Double
    public let fromLabel: String
    public let toLabel: String
    /// The change as the text states it; nil where it states none.
    public let stated: String?
    /// The same in percent, without a sign; nil where it is no percentage.
    public let statedPercent: Double?
    public let verdict: Verdict?
    public let link: String?

    public init(
      name: String, from: Double, to: Double, fromLabel: String, toLabel: String, stated: String?,
      statedPercent: Double? = nil, verdict: Verdict?, link: String?
    ) {
      self.name = name
      self.from = from
      self.to = to
      self.fromLabel = fromLabel
      self.toLabel = toLabel
      self.stated = stated
      self.statedPercent = statedPercent
      self.verdict = verdict
      self.link = link
    }

    /// In percent of the start.
    var change: Double { from == 0 ? 0 : (to - from) / abs(from) * 100 }
    var changeLabel: String { (change > 0 ? "+" : "") + chartNumber(change) + "\u{A0}%" }

    /// Where the stated change lies, where a check found it elsewhere than the computed one.
    var dissent: Double? {
      guard let statedPercent, isDrawable(statedPercent), let verdict,
        verdict.rank < Verdict.consistent.rank
      else { return nil }
      return change < 0 ? -statedPercent : statedPercent
    }
  }

  public init(id: String, rows: [Row]) {
    self.id = id
    self.rows = rows.filter {
      $0.from != 0 && isDrawable($0.from) && isDrawable($0.to) && isDrawable($0.change)
    }
    .enumerated().sorted {
      (-abs($0.element.change), $0.offset) < (-abs($1.element.change), $1.offset)
    }.map(\.element)
  }

  public var title: String {
    guard let first = rows.first else { return "" }
    if let wrong = rows.first(where: { $0.dissent != nil }), let stated = wrong.stated {
      return "One change is stated as \(stated), but its numbers give \(wrong.changeLabel)"
    }
    // Where the text names no subject, the name is a quotation, which makes no sentence.
    if first.name.hasPrefix("“") {
      return "The largest of \(rows.count) changes is \(first.changeLabel)"
    }
    let others = rows.count == 1 ? "" : ", the largest of \(rows.count) changes"
    let verb = first.change < 0 ? "fell" : "rose"
    return "\(first.name) \(verb) \(percentText(from: first.from, to: first.to))\(others)"
  }

  public var subtitle: String {
    "Change in percent of the first value, computed from both · \(rows.count) changes"
  }

  public var description: String {
    rows.map { "\($0.name): \($0.fromLabel) to \($0.toLabel), \($0.changeLabel)." }
      .joined(separator: " ")
  }

  public var table: ChartTable {
    ChartTable(
      columns: ["What", "From", "To", "Computed", "Stated", "Verdict"],
      rows: rows.map {
        [
          $0.name, $0.fromLabel, $0.toLabel, $0.changeLabel, $0.stated ?? "–",
          $0.verdict?.words ?? "–",
        ]
      }, numericColumns: [1, 2, 3, 4])
  }
}

extension Dumbbell {
  /// More rows than this are in the table, not in the drawing.
  private static let mostRows = 12
  private static let rowHeight = 52.0

  public func draw(on canvas: ChartCanvas) -> ChartDrawing? {
    let shown = rows.prefix(Dumbbell.mostRows)
    guard !shown.isEmpty else { return nil }
    let reach = shown.map(\.change) + shown.compactMap(\.dissent) + [0]
    guard let low = reach.min(), let high = reach.max() else { return nil }
    let side =
      shown.reduce(66) { side, row in
        row.dissent == nil ? side : max(side, 22 + textWidth("stated " + (row.stated ?? "")))
      }
    let x = Scale(
      domain: low...high,
      pixels: (low < 0 ? side : 8, canvas.width - (high > 0 ? side : 8)))
    let height = Double(shown.count) * Dumbbell.rowHeight + 2
    var svg = SVG(canvas, height: height, of: self, isGroup: true)
    for (index, row) in shown.enumerated() {
      draw(row, y: Double(index) * Dumbbell.rowHeight + 34, x: x, in: &svg)
    }
    return svg.finish()
  }

  private func draw(_ row: Row, y: Double, x: Scale, in svg: inout SVG) {
    let dissent = row.dissent
    let change = dissent == nil ? "" : ", \(row.changeLabel)"
    let ends = "\(row.fromLabel) → \(row.toLabel)\(change)"
    let room = svg.width - 16 - textWidth(ends, size: 12)
    svg.label(fitted(row.name, width: max(60, room)), then: ends, x: 1, y: y - 18)
    let series = row.change < 0 ? "s2" : "s1"
    svg.line(x(0), y - 9, x(0), y + 9, className: "c-axis")
    svg.link(row.link, name: "\(row.name): \(ends), \(row.changeLabel)") { svg in
      svg.line(x(0), y, x(row.change), y, className: "c-bar \(series)")
      svg.circle(x: x(0), y: y, radius: 4, className: "c-hollow")
      svg.circle(x: x(row.change), y: y, radius: 6, className: "c-dot \(series)")
    }
    if let dissent, let stated = row.stated {
      return drawDissent(at: x(dissent), stated, y: y, isLeft: dissent < 0, in: &svg)
    }
    let isLeft = row.change < 0
    svg.label(
      row.changeLabel, x: x(row.change) + (isLeft ? -10 : 10), y: y + 4,
      anchor: isLeft ? .end : .start, className: "c-label c-strong")
  }

  /// The stated change where the numbers give another: a diamond, as on the claim's badge.
  private func drawDissent(
    at x: Double, _ stated: String, y: Double, isLeft: Bool, in svg: inout SVG
  ) {
    svg.diamond(x: x, y: y, radius: 7, className: "c-dissent")
    let words = "stated \(stated)"
    svg.label(
      words, x: x + (isLeft ? -12 : 12), y: y + 4, anchor: isLeft ? .end : .start,
      className: "c-label c-dissent-text c-halo")
  }
}
