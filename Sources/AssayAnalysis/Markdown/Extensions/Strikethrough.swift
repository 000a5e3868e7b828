/// Pairs runs of one or two `~` that stand beside each other in the tree.
enum Strikethrough {
  static func pair(_ pieces: inout [InlinePiece]) {
    // The openers at each depth, the innermost depth last.
    var openers: [[Int]] = [[]]
    for index in pieces.indices {
      switch pieces[index] {
      case .open: openers.append([])
      case .close: if openers.count > 1 { openers.removeLast() }
      case .tildes(let range, let canOpen, let canClose):
        let depth = openers.count - 1
        if canClose, let opener = openers[depth].popLast() {
          if case .tildes(let opening, _, _) = pieces[opener], opening.count == range.count {
            pieces[opener] = .openStrikethrough(opening)
            pieces[index] = .closeStrikethrough(range)
          }
        } else if canOpen {
          openers[depth].append(index)
        }
      case .text, .leaf, .openStrikethrough, .closeStrikethrough, .autolink, .footnote: break
      }
    }
  }
}
