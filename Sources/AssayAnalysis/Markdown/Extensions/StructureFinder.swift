/// Finds tables and footnote definitions in a text that cmark has parsed without knowing them, and
/// the edits that put them into a form it knows.
///
/// A table's cells become headings, one a line, since a heading holds inlines whatever they begin
/// with. A footnote definition becomes an item of an ordered list whose content begins at column
/// four, as a footnote's does.
struct StructureFinder {
  let bytes: UnsafeBufferPointer<UInt8>
  let lines: MarkdownLines
  private(set) var containers: ContainerStack
  private var tables: [FoundTable] = []
  /// Lines of code and HTML, and those of list items; both in order.
  private var literalLines: [ClosedRange<Int>] = []
  private var itemLines: [ClosedRange<Int>] = []

  init(bytes: UnsafeBufferPointer<UInt8>, lines: MarkdownLines) {
    self.bytes = bytes
    self.lines = lines
    containers = ContainerStack(bytes: bytes, lines: lines)
  }

  /// True where a text holds what a table's second row or a footnote's definition must have.
  static func mayFindAny(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: "|") {
        if isBesideDash(bytes, index) { return true }
      } else if byte == UInt8(ascii: "^"), index > 0, bytes[index - 1] == UInt8(ascii: "[") {
        return true
      }
    }
    return false
  }

  private static func isBesideDash(_ bytes: UnsafeBufferPointer<UInt8>, _ pipe: Int) -> Bool {
    func isDash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") }
    var after = pipe + 1
    while after < bytes.count, after < pipe + 64, bytes[after].isSpaceOrTab { after += 1 }
    if after < bytes.count, isDash(bytes[after]) { return true }
    var before = pipe - 1
    while before >= 0, before > pipe - 64, bytes[before].isSpaceOrTab { before -= 1 }
    return before >= 0 && isDash(bytes[before])
  }

  mutating func find(in root: CommonMarkNode) -> StructuralEdits {
    var node = root.firstChild
    while let current = node {
      visit(current)
      if let child = firstBlock(in: current) {
        node = child
        continue
      }
      containers.close(current)
      node = following(current)
    }
    return edits()
  }

  private func firstBlock(in node: CommonMarkNode) -> CommonMarkNode? {
    switch node.kind {
    case .blockQuote, .list, .item: node.firstChild
    default: nil
    }
  }

  private mutating func following(_ node: CommonMarkNode) -> CommonMarkNode? {
    var current = node
    while true {
      if let next = current.next { return next }
      guard let parent = current.parent, parent.kind != .document else { return nil }
      containers.close(parent)
      current = parent
    }
  }

  private mutating func visit(_ node: CommonMarkNode) {
    let nodeLines = node.startLine...max(node.startLine, node.endLine)
    switch node.kind {
    case .item:
      itemLines.append(nodeLines)
      containers.open(node)
    case .blockQuote: containers.open(node)
    case .codeBlock, .htmlBlock: literalLines.append(nodeLines)
    case .paragraph, .heading:
      if nodeLines.count > 1, let table = findTable(in: node) { tables.append(table) }
    default: break
    }
  }
}

// MARK: Tables

/// A table as it stands in the source.
private struct FoundTable {
  let alignments: [Block.Alignment]
  /// The lines of the header, the row of dashes, and the body.
  let lines: [TableLine]
}

/// A line with what comes before its content.
private struct TableLine {
  let number: Int
  let start: Int
  /// Past the marks of containers.
  let prefixEnd: Int
  /// Columns of a tab that belong to the marks.
  let tabColumns: Int
  /// Where its content ends, before the line end.
  let end: Int

  var content: Range<Int> { prefixEnd..<max(prefixEnd, end) }
}

extension StructureFinder {
  private func findTable(in node: CommonMarkNode) -> FoundTable? {
    var first = node.startLine
    let start = lines.start(of: first) + node.startColumn - 1
    if start < bytes.count, bytes[start] == UInt8(ascii: "[") {
      let end = lines.end(of: node.endLine)
      first = lines.line(of: LinkScanner(containers, end: end).definitionsEnd(from: start))
    }
    guard first < node.endLine, var header = line(first, in: node) else { return nil }
    for number in first + 1...node.endLine {
      guard let dashes = line(number, in: node) else { return nil }
      if let alignments = TableRow.alignments(bytes, dashes.content),
        TableRow(bytes, header.content).cells.count == alignments.count
      {
        let body = bodyLines(after: number, in: node, columns: alignments.count)
        return FoundTable(alignments: alignments, lines: [header, dashes] + body)
      }
      header = dashes
    }
    return nil
  }

  /// A line of a paragraph; nil where it lacks the marks of a container.
  private func line(_ number: Int, in node: CommonMarkNode) -> TableLine? {
    let start = lines.start(of: number)
    var cursor: LineCursor
    if number == node.startLine {
      cursor = containers.cursor(onLine: number)
    } else {
      let (matched, isWhole) = containers.match(lineStart: start)
      guard isWhole else { return nil }
      cursor = matched
    }
    let prefixEnd = cursor.offset
    let tabColumns = cursor.usedTabColumns
    cursor.skipSpace()
    var end = lines.end(of: number)
    while end > start, bytes[end - 1].isLineEnd { end -= 1 }
    return TableLine(
      number: number, start: start, prefixEnd: prefixEnd, tabColumns: tabColumns, end: end)
  }

  /// Rows go on until a line would begin another block.
  ///
  /// Cells that rows lack are made: short rows under a wide head could ask for the square of their
  /// size, so the table ends where they ask for more than their bytes warrant.
  private func bodyLines(after number: Int, in node: CommonMarkNode, columns: Int) -> [TableLine] {
    var rows: [TableLine] = []
    var next = number + 1
    let start = lines.start(of: number)
    var missing = 0
    while next <= node.endLine, let row = line(next, in: node), !beginsBlock(row) {
      missing += max(0, columns - TableRow(bytes, row.content).cells.count)
      if missing > StructureFinder.missingCells + 4 * (row.end - start) { break }
      rows.append(row)
      next += 1
    }
    return rows
  }

  /// More than any author leaves out.
  private static let missingCells = 5_000

  /// A list item, or a line that is a break; other blocks have ended the paragraph already.
  private func beginsBlock(_ line: TableLine) -> Bool {
    var cursor = LineCursor(bytes, lineStart: line.start)
    cursor.advanceMark(line.prefixEnd - line.start)
    let indent = cursor.indent
    if indent >= 4 { return false }
    let isBreak = bytes[line.content].allSatisfy { $0 == UInt8(ascii: "-") || $0.isSpaceOrTab }
    return isBreak || cursor.skipItemMark() != nil
  }
}

// MARK: Edits

/// What was found, and the edits of the parsed text that go with it.
struct StructuralEdits {
  fileprivate(set) var edits: [SourceEdit] = []
  fileprivate(set) var extensions = StructuralExtensions()
  /// Rows with more cells than their table has columns: the source of what is left out.
  fileprivate(set) var surplusCells: [SourceRange] = []
  /// Lines that the edits have added so far.
  fileprivate var addedLines = 0
}

extension StructureFinder {
  private func edits() -> StructuralEdits {
    var result = StructuralEdits()
    var nextTable = tables.startIndex
    let footnotes = FootnoteFinder(
      bytes: bytes, lines: lines, literalLines: literalLines, itemLines: itemLines
    ).definitions()
    for footnote in footnotes {
      while nextTable < tables.endIndex, tables[nextTable].lines[0].number < footnote.line {
        append(tables[nextTable], to: &result)
        nextTable += 1
      }
      if nextTable > 0, let last = tables[nextTable - 1].lines.last, last.number >= footnote.line {
        continue
      }
      append(footnote, to: &result)
    }
    for table in tables[nextTable...] { append(table, to: &result) }
    return result
  }

  private func append(_ footnote: FootnoteFinder.Definition, to result: inout StructuralEdits) {
    if let prefix = footnote.separatorPrefix {
      result.addedLines += 1
      result.extensions.separatorLines.insert(footnote.line + result.addedLines - 1)
      let separator = Array(bytes[prefix]) + Array("<!---->\n".utf8)
      result.edits.append(SourceEdit(at: lines.start(of: footnote.line), inserting: separator))
    }
    result.extensions.footnotes[footnote.line + result.addedLines] = footnote.label
    result.extensions.footnoteLabels.insert(Footnotes.folded(footnote.label))
    // The mark and the space after it are four columns wide.
    result.edits.append(
      SourceEdit(
        at: footnote.mark.lowerBound, deleting: footnote.mark.count,
        inserting: Array((footnote.isEmpty ? "10)" : "10) ").utf8)))
  }

  private func append(_ table: FoundTable, to result: inout StructuralEdits) {
    let header = table.lines[0]
    let dashes = table.lines[1]
    let rows = [header] + table.lines[2...]
    let firstLine = header.number + result.addedLines
    for row in rows {
      // A header may share its line with the mark of a list item; its other cells may not.
      appendCells(of: row, further: row.number == header.number ? dashes : row, table, to: &result)
      guard row.number == header.number else { continue }
      let next = lines.end(of: dashes.number)
      result.edits.append(SourceEdit(at: dashes.start, deleting: next - dashes.start))
    }
    let columns = table.alignments.count
    result.addedLines += rows.count * (columns - 1) - 1
    result.extensions.tables.append(
      MarkdownTable(
        alignments: table.alignments,
        rows: rows.map { SourceRange(parsed: $0.prefixEnd, $0.end) },
        range: SourceRange(parsed: header.prefixEnd, table.lines[table.lines.count - 1].end),
        cellLines: firstLine..<firstLine + rows.count * columns))
  }

  private func appendCells(
    of row: TableLine, further: TableLine, _ table: FoundTable, to result: inout StructuralEdits
  ) {
    let cells = TableRow(bytes, row.content).cells
    let columns = table.alignments.count
    let prefix = Array(bytes[further.start..<further.prefixEnd])
    let padding = Array(repeating: UInt8(ascii: " "), count: further.tabColumns)
    let own = Array(repeating: UInt8(ascii: " "), count: row.tabColumns)
    var place = row.prefixEnd
    var inserted = own + Array("# ".utf8)
    for column in 0..<columns {
      if column > 0 { inserted += Array(" #\n".utf8) + prefix + padding + Array("# ".utf8) }
      guard column < cells.count, !cells[column].isEmpty else { continue }
      let cell = cells[column]
      result.edits.append(
        SourceEdit(at: place, deleting: cell.lowerBound - place, inserting: inserted))
      for pipe in escapedPipes(in: cell) { result.edits.append(SourceEdit(at: pipe, deleting: 1)) }
      place = cell.upperBound
      inserted = []
    }
    inserted += Array(" #".utf8)
    result.edits.append(SourceEdit(at: place, deleting: row.end - place, inserting: inserted))
    if cells.count > columns, let last = cells.last {
      result.surplusCells.append(SourceRange(parsed: cells[columns].lowerBound, last.upperBound))
    }
  }

  /// The backslashes before pipes: they are gone before the cell's inlines are read.
  private func escapedPipes(in cell: Range<Int>) -> [Int] {
    guard cell.count > 1 else { return [] }
    return (cell.lowerBound..<cell.upperBound - 1).filter {
      bytes[$0] == UInt8(ascii: "\\") && bytes[$0 + 1] == UInt8(ascii: "|")
    }
  }
}
