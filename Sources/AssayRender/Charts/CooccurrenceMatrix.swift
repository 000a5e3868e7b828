/// How often pairs of names stand in one text: a triangle of squares, the darker the more often.
public struct CooccurrenceMatrix: Chart {
  public let id: String
  /// In an order that brings together who is named together.
  public let names: [String]
  /// What is counted: "briefings".
  public let unit: String
  private let links: [String?]
  private let counts: [[Int]]

  /// More names than this are no picture.
  public static let mostNames = 15
  private static let fewestNames = 3
  private static let mostNarrowNames = 10

  /// - Parameters:
  ///   - names: the most important first; at most fifteen are kept.
  ///   - counts: for each name, how often it stands with each other; symmetric.
  public init(
    id: String, unit: String, names: [(name: String, link: String?)], counts: [[Int]]
  ) {
    let kept = Array(
      names.indices.prefix(CooccurrenceMatrix.mostNames).filter { counts.indices.contains($0) })
    let order = CooccurrenceMatrix.chain(kept, counts)
    self.id = id
    self.unit = unit
    self.names = order.map { names[$0].name }
    links = order.map { names[$0].link }
    self.counts = order.map { row in
      order.map { counts[row].indices.contains($0) ? counts[row][$0] : 0 }
    }
  }

  /// The first name, then always the one that stands most often with the last.
  private static func chain(_ names: [Int], _ counts: [[Int]]) -> [Int] {
    guard var last = names.first else { return [] }
    var order = [last]
    var rest = Array(names.dropFirst())
    while !rest.isEmpty {
      let next =
        rest.indices.min {
          let (left, right) = (counts[last], counts[last])
          let a = left.indices.contains(rest[$0]) ? left[rest[$0]] : 0
          let b = right.indices.contains(rest[$1]) ? right[rest[$1]] : 0
          return (-a, $0) < (-b, $1)
        } ?? rest.startIndex
      last = rest.remove(at: next)
      order.append(last)
    }
    return order
  }

  private var pairs: [(row: Int, column: Int, count: Int)] {
    names.indices.flatMap { row in
      (0..<row).map { (row, $0, counts[row][$0]) }
    }
  }

  private var top: (row: Int, column: Int, count: Int)? {
    pairs.min { (-$0.count, $0.row, $0.column) < (-$1.count, $1.row, $1.column) }
  }

  public var title: String {
    guard let top, top.count > 0 else { return "No two of these names stand together" }
    return
      "\(names[top.column]) and \(names[top.row]) are named together most: in \(top.count) \(unit)"
  }

  public var subtitle: String {
    "Number of \(unit) that name both · \(names.count) names"
  }

  public var description: String {
    let together = pairs.filter { $0.count > 0 }
    return "\(names.count) names; \(together.count) of \(pairs.count) pairs stand together. "
      + (top.map { "Most often \(names[$0.column]) and \(names[$0.row]), \($0.count) times." } ?? "")
  }

  public var table: ChartTable {
    ChartTable(
      columns: ["Name", "With", unit.capitalizedFirst],
      rows: pairs.filter { $0.count > 0 }.map {
        [names[$0.column], names[$0.row], String($0.count)]
      }, numericColumns: [2])
  }
}

extension CooccurrenceMatrix {
  private static let steps = 4

  public func draw(on canvas: ChartCanvas) -> ChartDrawing? {
    let shown = canvas.isNarrow ? min(names.count, CooccurrenceMatrix.mostNarrowNames) : names.count
    guard shown >= CooccurrenceMatrix.fewestNames, let top, top.count > 0 else { return nil }
    let longest = canvas.isNarrow ? 120.0 : 210.0
    let labels = names.prefix(shown).map { fitted($0, width: longest) }
    let left = (labels.map { textWidth($0) }.max() ?? 60) + 30
    let pitch = min(32, (canvas.width - left - 2) / Double(shown - 1))
    var svg = SVG(
      canvas, height: Double(shown) * pitch + 4, of: self, isGroup: links.contains { $0 != nil })
    for row in 0..<shown {
      let y = Double(row) * pitch + 2
      svg.link(links[row], name: names[row]) { svg in
        svg.label(
          labels[row], x: left - 30, y: y + pitch / 2 + 4, anchor: .end, className: "c-label")
      }
      svg.label(
        String(row + 1), x: left - 8, y: y + pitch / 2 + 4, anchor: .end, className: "c-tick")
      for column in 0..<row {
        drawCell(
          counts[row][column], of: top.count, x: left + Double(column) * pitch, y: y, pitch: pitch,
          in: &svg)
      }
      if row < shown - 1 {
        svg.label(
          String(row + 1), x: left + (Double(row) + 0.5) * pitch, y: y + pitch / 2 + 4,
          anchor: .middle, className: "c-tick")
      }
    }
    return svg.finish()
  }

  private func drawCell(
    _ count: Int, of most: Int, x: Double, y: Double, pitch: Double, in svg: inout SVG
  ) {
    let steps = CooccurrenceMatrix.steps
    let step = count == 0 ? 0 : max(1, (count * steps + most - 1) / most)
    svg.rect(
      x: x + 1, y: y + 1, width: pitch - 2, height: pitch - 2, className: "c-heat h\(step)")
    guard count > 0, pitch >= 18 else { return }
    svg.label(
      String(count), x: x + pitch / 2, y: y + pitch / 2 + 4, anchor: .middle,
      className: step > 2 ? "c-tick c-on-heat" : "c-tick c-ink")
  }
}
