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
  private static let cellPixels = 16.0
  private static let gapPixels = 3.0
  /// A group draws no more squares than this; its label has the count.
  private static let mostCells = 300

  public func draw(width: Double, id: String) -> SafeHTML? {
    guard !groups.isEmpty else { return nil }
    let pitch = Waffle.cellPixels + Waffle.gapPixels
    let perRow = max(1, Int((width - 8) / pitch))
    let heights = groups.map { group in
      26 + Double((min(group.cells.count, Waffle.mostCells) + perRow - 1) / perRow) * pitch + 8
    }
    var svg = SVG(
      id: id, width: width, height: heights.reduce(0, +), className: "chart-svg", title: title,
      description: description, isGroup: true)
    var top = 0.0
    for (group, height) in zip(groups, heights) {
      svg.label(
        "\(group.cells.count) \(group.label)", x: 4, y: top + 16, className: "c-label c-strong")
      for (index, cell) in group.cells.prefix(Waffle.mostCells).enumerated() {
        let x = 4 + Double(index % perRow) * pitch
        let y = top + 26 + Double(index / perRow) * pitch
        svg.link(cell.link, name: "\(group.label): \(cell.name)") { svg in
          svg.rect(
            x: x, y: y, width: Waffle.cellPixels, height: Waffle.cellPixels, radius: 2,
            className: "c-cell v-\(group.verdict)")
        }
      }
      top += height
    }
    return svg.finish()
  }
}
