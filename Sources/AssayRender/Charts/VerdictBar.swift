/// One bar of all numbers, parted by verdict: for more of them than squares can be told apart.
public struct VerdictBar: Chart {
  public let id: String
  public let parts: [Part]

  public struct Part: Sendable {
    /// "consistent"; also the class that colours it.
    public let verdict: String
    public let label: String
    public let count: Int

    public init(verdict: String, label: String, count: Int) {
      self.verdict = verdict
      self.label = label
      self.count = count
    }
  }

  /// - Parameter parts: in the order shown; empty ones are left out.
  public init(id: String, parts: [Part]) {
    self.id = id
    self.parts = parts.filter { $0.count > 0 }
  }

  private var count: Int { parts.reduce(0) { $0 + $1.count } }

  private func count(of verdicts: String...) -> Int {
    parts.lazy.filter { verdicts.contains($0.verdict) }.reduce(0) { $0 + $1.count }
  }

  private func share(_ count: Int) -> String {
    chartNumber(Double(count) / Double(max(1, self.count)) * 100) + "\u{A0}%"
  }

  public var title: String {
    let agreeing = count(of: "consistent")
    let disputed = count(of: "contradicted", "doubtful")
    let head = "\(share(agreeing)) of \(groupedDigits(count)) numbers agree with others"
    if disputed == 0 { return head + ", and none is disputed" }
    return head + "; \(groupedDigits(disputed)) \(disputed == 1 ? "is" : "are") disputed"
  }

  public var subtitle: String {
    "Numbers by what came of checking them · N = \(groupedDigits(count))"
  }

  public var description: String {
    parts.map { "\(groupedDigits($0.count)) \($0.label)" }.joined(separator: ", ") + "."
  }

  public var table: ChartTable {
    ChartTable(
      columns: ["Verdict", "Numbers", "Share"],
      rows: parts.map { [$0.label, groupedDigits($0.count), share($0.count)] },
      numericColumns: [1, 2])
  }
}

extension VerdictBar {
  private static let barHeight = 30.0
  private static let rowHeight = 24.0
  /// A part is never too small to be seen.
  private static let leastPixels = 4.0
  private static let gapPixels = 2.0

  public func draw(on canvas: ChartCanvas) -> ChartDrawing? {
    guard !parts.isEmpty else { return nil }
    let names = namePlaces(width: canvas.width)
    let rows = (names.last?.row ?? 0) + 1
    var svg = SVG(
      canvas, height: VerdictBar.barHeight + 12 + Double(rows) * VerdictBar.rowHeight, of: self)
    let gaps = Double(parts.count - 1) * VerdictBar.gapPixels
    let least = Double(parts.count) * VerdictBar.leastPixels
    let pixels = max(0, canvas.width - 2 - gaps - least) / Double(count)
    var x = 1.0
    for part in parts {
      let width = VerdictBar.leastPixels + Double(part.count) * pixels
      svg.rect(
        x: x, y: 1, width: width, height: VerdictBar.barHeight - 2,
        className: "c-cell v-" + part.verdict)
      x += width + VerdictBar.gapPixels
    }
    for (part, name) in zip(parts, names) {
      let y = VerdictBar.barHeight + 12 + Double(name.row) * VerdictBar.rowHeight
      svg.rect(x: name.x, y: y + 2, width: 12, height: 12, className: "c-cell v-" + part.verdict)
      svg.label(name.words, x: name.x + 18, y: y + 13)
    }
    return svg.finish()
  }

  private func namePlaces(width: Double) -> [(x: Double, row: Int, words: String)] {
    var places: [(x: Double, row: Int, words: String)] = []
    var (x, row) = (1.0, 0)
    for part in parts {
      let words = fitted("\(groupedDigits(part.count)) \(part.label)", width: width - 20)
      let length = textWidth(words) + 42
      if x > 1, x + length - 24 > width { (x, row) = (1, row + 1) }
      places.append((x, row, words))
      x += length
    }
    return places
  }
}
