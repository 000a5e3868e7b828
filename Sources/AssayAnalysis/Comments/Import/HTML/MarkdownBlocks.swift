/// Writes Markdown blocks inside any number of quotations and list items.
struct MarkdownBlocks {
  private(set) var out: [UInt8] = []
  private var containers: [Container] = []
  /// Whether the next block needs a blank line before it.
  private var needsBlank = false

  private struct Container {
    /// Before its first line, then before each other.
    let first: [UInt8]
    let rest: [UInt8]
    var isBegun = false
  }

  /// Each line repeats the marks of all its containers.
  private static let maximumDepth = 12

  mutating func push(first: String, rest: String) {
    let isItem = first != rest
    guard containers.count < MarkdownBlocks.maximumDepth else {
      return containers.append(Container(first: [], rest: []))
    }
    if isItem, let outer = containers.last, outer.first != outer.rest || !outer.isBegun {
      // A list inside an item follows its words closely.
      isAfterItem = true
      if !outer.isBegun { needsBlank = false }
    }
    containers.append(Container(first: Array(first.utf8), rest: Array(rest.utf8)))
    isAfterItem = isAfterItem && isItem
  }

  mutating func pop() {
    guard let last = containers.popLast() else { return }
    isAfterItem = last.first != last.rest && last.isBegun
  }

  /// Items of one list stand without blank lines between them.
  private var isAfterItem = false

  mutating func addParagraph(_ lines: [[UInt8]]) {
    // A quotation inside a paragraph begins and ends it.
    var previousIsQuote: Bool?
    begin()
    for (index, line) in lines.enumerated() {
      let isQuote = line.starts(with: "> ".utf8)
      if let previous = previousIsQuote, previous != isQuote { addBlankLine() }
      let isEnd = index + 1 == lines.count || lines[index + 1].starts(with: "> ".utf8) != isQuote
      addLine(isEnd ? withoutBreak(line) : line)
      previousIsQuote = isQuote
    }
    needsBlank = true
  }

  mutating func addHeading(_ words: [UInt8], level: Int) {
    begin()
    var line = [UInt8](repeating: UInt8(ascii: "#"), count: level) + [0x20]
    line += words.map { $0 == 0x0A ? 0x20 : $0 }
    // "## Comments" begins a thread in Assay's own format.
    let isComments = words.map { $0 | 0x20 }.elementsEqual("comments".utf8)
    if isComments { line.replaceSubrange(level + 1..<level + 2, with: Array("&#67;".utf8)) }
    addLine(line)
    needsBlank = true
  }

  mutating func addLine(_ text: String) {
    begin()
    addLine(Array(text.utf8))
    needsBlank = true
  }

  mutating func addCode(_ words: [UInt8], language: String) {
    var lines = words.split(separator: 0x0A, omittingEmptySubsequences: false)
    while let last = lines.last, last.allSatisfy({ $0 <= 0x20 }) { lines.removeLast() }
    guard !lines.isEmpty else { return }
    begin()
    let count = max(3, longestRun(of: 0x60, in: words) + 1)
    let fence = [UInt8](repeating: UInt8(ascii: "`"), count: count)
    addLine(fence + Array(language.utf8))
    for line in lines { addLine(Array(line.last == 0x0D ? line.dropLast() : line)) }
    addLine(fence)
    needsBlank = true
  }

  mutating func addTable(_ table: TableText) {
    let lines = table.lines
    guard !lines.isEmpty else { return }
    begin()
    for line in lines { addLine(line) }
    needsBlank = true
  }

  private mutating func begin() {
    let isNextItem = isAfterItem && (containers.last.map { !$0.isBegun } ?? false)
    if needsBlank, !isNextItem { addBlankLine() }
    isAfterItem = false
    needsBlank = false
  }

  private mutating func addBlankLine() {
    for container in containers {
      out += container.isBegun ? container.rest : []
    }
    while out.last == 0x20 { out.removeLast() }
    out.append(0x0A)
  }

  private mutating func addLine(_ line: [UInt8]) {
    for index in containers.indices {
      out += containers[index].isBegun ? containers[index].rest : containers[index].first
      containers[index].isBegun = true
    }
    out += line
    while out.last == 0x20 { out.removeLast() }
    out.append(0x0A)
  }

  private func withoutBreak(_ line: [UInt8]) -> [UInt8] {
    let isBreak =
      line.last == UInt8(ascii: "\\") && line.dropLast().last != UInt8(ascii: "\\")
    return isBreak ? Array(line.dropLast()) : line
  }
}

/// A table of inlines, as GitHub's Markdown writes it.
struct TableText {
  private var rows: [[[UInt8]]] = []
  private var hasHead = false

  /// Wider ones are pages laid out in a table.
  private static let maximumColumns = 64

  mutating func beginRow() { rows.append([]) }

  mutating func add(_ cell: [UInt8], isHead: Bool) {
    if rows.isEmpty { beginRow() }
    if rows.count == 1, isHead { hasHead = true }
    guard rows[rows.count - 1].count < TableText.maximumColumns else { return }
    rows[rows.count - 1].append(cell.map { $0 == 0x0A ? 0x20 : $0 })
  }

  var lines: [[UInt8]] {
    let rows = rows.filter { row in row.contains { !$0.isEmpty } }
    let width = rows.map(\.count).max() ?? 0
    guard width > 0 else { return [] }
    let head = hasHead ? rows[0] : []
    let body = hasHead ? rows[1...] : rows[...]
    let rule = [[UInt8]](repeating: Array("---".utf8), count: width)
    return [line(head, width), line(rule, width)] + body.map { line($0, width) }
  }

  private func line(_ cells: [[UInt8]], _ width: Int) -> [UInt8] {
    var line: [UInt8] = [UInt8(ascii: "|")]
    for column in 0..<width {
      line.append(0x20)
      if column < cells.count { line += cells[column] }
      line += [0x20, UInt8(ascii: "|")]
    }
    return line
  }
}
