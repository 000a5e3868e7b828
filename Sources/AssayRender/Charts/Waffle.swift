/// A square a claim, grouped by verdict, each linked to its claim.
public struct Waffle: Chart {
  public let id: String
  public let groups: [Group]

  public struct Group: Sendable {
    /// "consistent"; also the class that colours it.
    public let verdict: String
    public let label: String
    public let cells: [Cell]

    public init(verdict: String, label: String, cells: [Cell]) {
      self.verdict = verdict
      self.label = label
      self.cells = cells
    }
  }

  public struct Cell: Sendable {
    /// The claim's words.
    public let name: String
    public let link: String?

    public init(name: String, link: String?) {
      self.name = name
      self.link = link
    }
  }

  /// - Parameter groups: in the order shown; empty ones are left out.
  public init(id: String, groups: [Group]) {
    self.id = id
    self.groups = groups.filter { !$0.cells.isEmpty }
  }

  private var count: Int { groups.reduce(0) { $0 + $1.cells.count } }

  public var title: String {
    let parts = groups.map { "\($0.cells.count) \($0.label)" }
    return "\(count) numeric claims: " + parts.joined(separator: ", ")
  }

  public var subtitle: String { "One square a claim, by verdict · N = \(count)" }

  public var description: String { title + "." }

  public var table: ChartTable {
    ChartTable(
      columns: ["Verdict", "Claims", "Share"],
      rows: groups.map {
        [
          $0.label, String($0.cells.count),
          chartNumber(Double($0.cells.count) / Double(max(1, count)) * 100) + "\u{A0}%",
        ]
      }, numericColumns: [1, 2])
  }
}

extension Waffle {
  private static let cellPixels = 15.0
  private static let gapPixels = 3.0
  private static let cellsPerRow = 17
  /// A group draws no more squares than this; its label has the count.
  private static let mostCells = 170

  public var isNarrowAlways: Bool { true }

  public func draw(on canvas: ChartCanvas) -> ChartDrawing? {
    guard !groups.isEmpty else { return nil }
    let pitch = Waffle.cellPixels + Waffle.gapPixels
    let heights = groups.map { group in
      24 + Double(
        (min(group.cells.count, Waffle.mostCells) + Waffle.cellsPerRow - 1) / Waffle.cellsPerRow)
        * pitch + 10
    }
    var svg = SVG(
      canvas, height: heights.reduce(0, +), of: self, isGroup: groups.contains(where: isLinked))
    var top = 0.0
    for (group, height) in zip(groups, heights) {
      let rest = group.cells.count - Waffle.mostCells
      svg.label(
        "\(group.cells.count) \(group.label)"
          + (rest > 0 ? ", the first \(Waffle.mostCells) drawn" : ""), x: 1, y: top + 14,
        className: "c-label c-strong")
      let cells = group.cells.prefix(Waffle.mostCells)
      let places = cells.indices.map { index in
        (
          x: 1 + Double(index % Waffle.cellsPerRow) * pitch,
          y: top + 23 + Double(index / Waffle.cellsPerRow) * pitch
        )
      }
      draw(group, at: places, &svg)
      top += height
    }
    return svg.finish()
  }

  private func draw(_ group: Group, at places: [(x: Double, y: Double)], _ svg: inout SVG) {
    guard isLinked(group) else {
      return svg.squares(
        at: places, pixels: Waffle.cellPixels, className: "c-cell v-" + group.verdict)
    }
    for (cell, place) in zip(group.cells, places) {
      svg.link(cell.link, name: group.label + ": " + cell.name) { svg in
        Waffle.cell(group.verdict, x: place.x, y: place.y, in: &svg)
      }
    }
  }

  /// Among many squares nobody looks for one claim, unless something was found.
  private func isLinked(_ group: Group) -> Bool {
    count <= Waffle.mostLinks || group.verdict == "contradicted" || group.verdict == "doubtful"
  }

  private static let mostLinks = 60

  /// Squares differ by shape as badges do: contradicted has its cross, doubtful its stroke.
  private static func cell(_ verdict: String, x: Double, y: Double, in svg: inout SVG) {
    svg.rect(
      x: x, y: y, width: cellPixels, height: cellPixels, radius: 2,
      className: "c-cell v-" + verdict)
    let (low, high) = (4.0, cellPixels - 4)
    switch verdict {
    case "contradicted":
      svg.line(x + low, y + low, x + high, y + high, className: "c-scratch")
      svg.line(x + low, y + high, x + high, y + low, className: "c-scratch")
    case "doubtful", "unsupported":
      svg.line(x + low, y + high, x + high, y + low, className: "c-scratch")
    default: break
    }
  }
}
