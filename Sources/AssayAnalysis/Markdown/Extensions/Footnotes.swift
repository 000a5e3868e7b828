/// Numbers footnotes in the order of their first reference.
struct FootnoteNumbers {
  private let labels: Set<String>
  private var counts: [String: (number: Int, references: Int)] = [:]

  init(labels: Set<String>) { self.labels = labels }

  var isEmpty: Bool { labels.isEmpty }

  func isDefined(_ label: String) -> Bool { labels.contains(Footnotes.folded(label)) }

  /// Counts a reference.
  mutating func reference(_ label: String) -> (number: Int, occurrence: Int) {
    let label = Footnotes.folded(label)
    let entry = counts[label] ?? (number: counts.count + 1, references: 0)
    counts[label] = (entry.number, entry.references + 1)
    return (entry.number, entry.references + 1)
  }

  /// Gives each definition its number; the first of a label has it, a second one none.
  func apply(to blocks: inout [Block]) {
    guard !labels.isEmpty else { return }
    var seen: Set<String> = []
    for (index, block) in blocks.enumerated() {
      guard case .footnoteDefinition(let footnote) = block.kind else { continue }
      let label = Footnotes.folded(footnote.label)
      guard seen.insert(label).inserted, let entry = counts[label] else { continue }
      let numbered = Block.Footnote(
        label: footnote.label, number: entry.number, referenceCount: entry.references)
      blocks[index] = block.with(kind: .footnoteDefinition(numbered))
    }
  }
}

enum Footnotes {
  /// GitHub's limit for a label, with its marks.
  static let maximumLabelCount = 1000

  /// Labels are compared without regard to case.
  static func folded(_ label: String) -> String { label.lowercased() }

  /// Takes footnote definitions, which were handed to cmark as list items, out of their list.
  ///
  /// Items of the author's own that cmark put into the same list become lists of their own.
  static func unwrapDefinitions(list: Int, in blocks: inout [Block]) {
    guard case .list(let kind) = blocks[list].kind else { return }
    var items: [Int] = []
    var child = list + 1
    while child < blocks.count {
      items.append(child)
      child = blocks[child].end
    }
    guard items.contains(where: { blocks[$0].isFootnoteDefinition }) else { return }
    rebuild(items, of: kind, list: list, in: &blocks)
  }

  private static func rebuild(
    _ items: [Int], of kind: Block.List, list: Int, in blocks: inout [Block]
  ) {
    let old = Array(blocks[list...])
    blocks.removeSubrange(list...)
    var openList: Int?
    func close(_ blocks: inout [Block]) {
      guard let index = openList, let last = blocks.last else { return }
      let first = blocks[index]
      blocks[index] = Block(
        kind: first.kind, range: SourceRange(start: first.range.start, end: last.range.end),
        end: blocks.count, inlines: first.inlines,
        text: TextRange(start: first.text.start, end: max(first.text.end, last.text.end)))
      openList = nil
    }
    for item in items {
      let block = old[item - list]
      if block.isFootnoteDefinition {
        close(&blocks)
      } else if openList == nil {
        openList = blocks.count
        blocks.append(block.with(kind: .list(kind)))
      }
      let shift = blocks.count - item
      for moved in old[item - list..<block.end - list] {
        blocks.append(moved.with(end: moved.end + shift))
      }
    }
    close(&blocks)
  }
}

extension Block {
  var isFootnoteDefinition: Bool {
    if case .footnoteDefinition = kind { true } else { false }
  }

  func with(kind: Kind) -> Block {
    Block(kind: kind, range: range, end: end, inlines: inlines, text: text)
  }

  func with(range: SourceRange) -> Block {
    Block(kind: kind, range: range, end: end, inlines: inlines, text: text)
  }

  func with(end: Int) -> Block {
    Block(kind: kind, range: range, end: end, inlines: inlines, text: text)
  }
}
