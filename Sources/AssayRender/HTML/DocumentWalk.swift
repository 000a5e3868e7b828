import AssayAnalysis

/// One step of a walk over a flat tree: into an element, or out of it.
enum WalkStep {
  case enter(Int)
  case leave(Int)
}

/// Walks blocks or inlines in document order, without recursion.
///
/// An element without descendants is entered and left at once.
struct Walk {
  private let limit: Int
  private var next: Int
  private var open: [(index: Int, end: Int)] = []
  /// True where the last step was into an element.
  private var isInside = false

  init(_ range: Range<Int>) {
    next = range.lowerBound
    limit = range.upperBound
  }

  /// - Parameter end: tells where the descendants of an element end.
  mutating func step(_ end: (Int) -> Int) -> WalkStep? {
    isInside = false
    if let last = open.last, last.end <= next {
      open.removeLast()
      return .leave(last.index)
    }
    guard next < limit else {
      return open.popLast().map { .leave($0.index) }
    }
    let index = next
    open.append((index, end(index)))
    next += 1
    isInside = true
    return .enter(index)
  }

  /// Passes over the descendants of the element just entered.
  mutating func skipDescendants() {
    if let last = open.last { next = max(next, last.end) }
  }

  /// An element around the one just entered or left: 1 is its parent.
  func ancestor(_ level: Int) -> Int? {
    let index = open.count - level - (isInside ? 1 : 0)
    return open.indices.contains(index) ? open[index].index : nil
  }

  var parent: Int? { ancestor(1) }

  /// Whether the block just entered or left stands in a list whose items stand close together.
  func isInTightList(of document: Document) -> Bool {
    guard let grandparent = ancestor(2),
      case .list(let list) = document.blocks[grandparent].kind
    else { return false }
    return list.isTight
  }
}
