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

  init(_ range: Range<Int>) {
    next = range.lowerBound
    limit = range.upperBound
  }

  /// - Parameter end: tells where the descendants of an element end.
  mutating func step(_ end: (Int) -> Int) -> WalkStep? {
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
    return .enter(index)
  }

  /// Passes over the descendants of the element just entered.
  mutating func skipDescendants() {
    if let last = open.last { next = max(next, last.end) }
  }

  /// The elements that are open, the outermost first.
  var ancestors: [Int] { open.map(\.index) }

  /// The element that holds the one just entered.
  var parent: Int? { open.count > 1 ? open[open.count - 2].index : nil }
  var grandparent: Int? { open.count > 2 ? open[open.count - 3].index : nil }
}
