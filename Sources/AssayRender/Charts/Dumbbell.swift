public import AssayAnalysis

/// Changes from one value to another, a row each, with the stated change beside the computed one.
/// Rows are sorted by the size of the change; each has a scale of its own, in percent of its start.
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
    public let verdict: Verdict?
    public let link: String?

    public init(
      name: String, from: Double, to: Double, fromLabel: String, toLabel: String, stated: String?,
      verdict: Verdict?, link: String?
    ) {
      self.name = name
      self.from = from
      self.to = to
      self.fromLabel = fromLabel
      self.toLabel = toLabel
      self.stated = stated
      self.verdict = verdict
      self.link = link
    }

    /// In percent of the start.
    var change: Double { from == 0 ? 0 : (to - from) / abs(from) * 100 }
    var changeLabel: String { (change > 0 ? "+" : "") + chartNumber(change) + "\u{A0}%" }
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
          $0.verdict?.rawValue ?? "–",
        ]
      }, numericColumns: [1, 2, 3, 4])
  }
}

extension Dumbbell {
  /// More rows than this are in the table, not in the drawing.
  private static let mostRows = 12

  public func draw(width: Double, id: String) -> SafeHTML? {
    let shown = rows.prefix(Dumbbell.mostRows)
    guard !shown.isEmpty else { return nil }
    let rowHeight = 56.0
    let height = Double(shown.count) * rowHeight + 12
    let changes = shown.map(\.change) + [0]
    guard let low = changes.min(), let high = changes.max() else { return nil }
    let side = width < 480 ? 62.0 : 74.0
    let x = Scale(domain: low...high, pixels: (low < 0 ? side : 10, width - (high > 0 ? side : 10)))
    var svg = SVG(
      id: id, width: width, height: height, className: "chart-svg", title: title,
      description: description, isGroup: true)
    for (index, row) in shown.enumerated() {
      let y = Double(index) * rowHeight + 40
      let ends = ": \(row.fromLabel) → \(row.toLabel)"
      let heading = row.name + ends
      svg.line(x(0), y - 12, x(0), y + 12, className: "c-axis")
      svg.label(
        fitted(row.name, width: width - 8 - textWidth(ends)) + ends, x: 4, y: y - 20,
        className: "c-label")
      svg.link(row.link, name: "\(heading), \(row.changeLabel)") { svg in
        svg.line(x(0), y, x(row.change), y, className: "c-bar \(Dumbbell.series(row))")
        svg.circle(x: x(0), y: y, radius: 4, className: "c-hollow")
        svg.circle(x: x(row.change), y: y, radius: 6, className: "c-dot \(Dumbbell.series(row))")
        let isLeft = row.change < 0
        svg.label(
          row.changeLabel, x: x(row.change) + (isLeft ? -10 : 10), y: y + 4,
          anchor: isLeft ? .end : .start, className: "c-label c-strong")
      }
    }
    return svg.finish()
  }

  private static func series(_ row: Row) -> String { row.change < 0 ? "s2" : "s1" }
}
