public import AssayAnalysis

/// Who answers whom: comments from left to right in the order of the thread, replies below what they
/// answer.
public struct ReplyTree: Chart {
  public let id: String
  public let nodes: [Node]

  public struct Node: Sendable {
    public let name: String
    /// Index of the comment that it answers, smaller than its own; nil for one that begins a talk.
    public let parent: Int?
    public let polarity: Polarity
    public let link: String?

    public init(name: String, parent: Int?, polarity: Polarity, link: String?) {
      self.name = name
      self.parent = parent
      self.polarity = polarity
      self.link = link
    }
  }

  private let depths: [Int]

  /// - Parameter nodes: in the order of reading, each after what it answers.
  public init(id: String, nodes: [Node]) {
    self.id = id
    self.nodes = nodes.enumerated().map { index, node in
      let isKnown = node.parent.map { (0..<index).contains($0) } ?? true
      return isKnown
        ? node : Node(name: node.name, parent: nil, polarity: node.polarity, link: node.link)
    }
    var depths: [Int] = []
    for node in self.nodes { depths.append(node.parent.map { depths[$0] + 1 } ?? 0) }
    self.depths = depths
  }

  private var talks: Int { nodes.count { $0.parent == nil } }
  private var replies: Int { nodes.count - talks }
  private var deepest: Int { depths.max() ?? 0 }

  /// How many comments each comment that begins a talk has under it.
  private var sizes: [Int: Int] {
    var roots: [Int] = []
    var sizes: [Int: Int] = [:]
    for (index, node) in nodes.enumerated() {
      roots.append(node.parent.map { roots[$0] } ?? index)
      sizes[roots[index], default: 0] += 1
    }
    return sizes
  }

  public var title: String {
    let largest = sizes.min { (-$0.value, $0.key) < (-$1.value, $1.key) }
    guard let largest, largest.value > 1 else { return "Nobody answered another reader" }
    let share = "\(largest.value - 1) of \(replies) replies"
    return "\(nodes[largest.key].name) set off the longest talk: \(share)"
  }

  public var subtitle: String {
    "A mark a comment, in the order of reading; replies stand below what they answer · "
      + "N = \(nodes.count), in \(talks) talk\(talks == 1 ? "" : "s")"
  }

  public var description: String {
    "\(nodes.count) comments, \(replies) of them replies, in \(talks) talks; "
      + "the deepest reply stands \(deepest) below its beginning."
  }

  public var table: ChartTable {
    ChartTable(
      columns: ["Comment", "By", "Answers", "Depth", "Tone"],
      rows: nodes.enumerated().map { index, node in
        [
          String(index + 1), node.name, node.parent.map { String($0 + 1) } ?? "–",
          String(depths[index]), node.polarity.rawValue,
        ]
      }, numericColumns: [0, 2, 3])
  }
}

extension ReplyTree {
  private static let fewestNodes = 3
  /// Replies deeper than this are counted, not drawn.
  private static let deepestDrawn = 6
  private static let rowHeight = 26.0
  /// The least room for a mark.
  private static let leastPitch = 7.0

  public func draw(on canvas: ChartCanvas) -> ChartDrawing? {
    guard nodes.count >= ReplyTree.fewestNodes, replies > 0 else { return nil }
    let drawn = min(nodes.count, Int((canvas.width - 12) / ReplyTree.leastPitch))
    let levels = min(deepest, ReplyTree.deepestDrawn)
    let below = nodes.indices.prefix(drawn).count { depths[$0] > levels }
    let isCut = drawn < nodes.count || below > 0
    let height = Double(levels) * ReplyTree.rowHeight + 20 + (isCut ? 24 : 0)
    let x = Scale(domain: 0...Double(max(1, drawn - 1)), pixels: (8, canvas.width - 8))
    var svg = SVG(canvas, height: height, of: self, isGroup: true)
    let places = (0..<drawn).map { index in
      (x: x(Double(index)), y: 10 + Double(min(depths[index], levels)) * ReplyTree.rowHeight)
    }
    for index in 0..<drawn where depths[index] <= levels {
      guard let parent = nodes[index].parent else { continue }
      let (from, to) = (places[parent], places[index])
      svg.path([(from.x, from.y), (from.x, to.y), (to.x, to.y)], className: "c-branch")
    }
    for index in 0..<drawn where depths[index] <= levels {
      let node = nodes[index]
      svg.link(
        node.link, name: "Comment \(index + 1), \(node.name): \(node.polarity.rawValue)"
      ) { svg in
        DotPlot.mark(
          node.polarity, x: places[index].x, y: places[index].y, radius: 4.5, in: &svg)
      }
    }
    if isCut {
      var rest: [String] = []
      if drawn < nodes.count { rest.append("the first \(drawn) of \(nodes.count) comments") }
      if below > 0 { rest.append("\(below) deeper than \(levels) levels not drawn") }
      svg.label(
        fitted(rest.joined(separator: "; ").capitalizedFirst, width: canvas.width - 4, size: 12),
        x: 2, y: height - 5, className: "c-tick")
    }
    return svg.finish()
  }
}
