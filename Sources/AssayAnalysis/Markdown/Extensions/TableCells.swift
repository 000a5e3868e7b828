/// Lays out the cells of tables, which were handed to cmark as headings, one each.
extension DocumentBuilder {
  mutating func appendCell(_ node: CommonMarkNode, of table: MarkdownTable, index: Int) {
    let column = index % table.columnCount
    let row = index / table.columnCount
    if index == 0 {
      openTable = blocks.count
      appendBlock(.table, table.range, textStart: words.count)
    }
    if column == 0 {
      openRow = blocks.count
      appendBlock(
        .tableRow(isHeader: row == 0), table.rows[min(row, table.rows.count - 1)],
        textStart: words.count)
    }
    appendCellContent(node, alignment: table.alignments[column])
    if column + 1 == table.columnCount { finishBlock(openRow) }
    if index + 1 == table.cellLines.count { finishBlock(openTable) }
  }

  private mutating func appendCellContent(_ node: CommonMarkNode, alignment: Block.Alignment) {
    // cmark's end of a heading leaves out the closing " #" that the table's reader put there.
    let (start, end) = parsedRange(of: node)
    let contentStart = min(start + 2, end)
    let contentEnd = max(contentStart, end)
    let textStart = words.count
    let inlineStart = inlines.count
    _ = appendInlines(of: node, from: contentStart, to: contentEnd, canBeTask: false)
    words.appendSeparator(UInt8(ascii: "\n"))
    blocks.append(
      Block(
        kind: .tableCell(alignment: alignment),
        range: SourceRange(parsed: contentStart, contentEnd),
        end: blocks.count + 1, inlines: inlineStart..<inlines.count,
        text: words.range(from: textStart)))
  }
}
