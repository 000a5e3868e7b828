import AssayAnalysis

extension DocumentHTML {
  mutating func openTable() {
    output.freshLine()
    if let page = style.page, page.wrapsTables {
      output.markup("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
      output.escaped(page.tableLabel.utf8)
      output.markup("\">\n")
    }
    output.markup("<table>\n")
  }

  mutating func closeTable(_ index: Int) {
    if bodyRow(of: index) != nil { output.markup("</tbody>\n") }
    output.markup("</table>\n")
    if let page = style.page, page.wrapsTables { output.markup("</div>\n") }
  }

  /// The table's first row that is no header.
  private func bodyRow(of table: Int) -> Int? {
    let header = table + 1
    guard header < document.blocks.count else { return nil }
    let row = document.blocks[header].end
    return row < document.blocks[table].end ? row : nil
  }

  mutating func openRow(_ index: Int, of table: Int?) {
    if isInHeader(index) {
      output.markup("<thead>\n")
    } else if let table, bodyRow(of: table) == index {
      output.markup("<tbody>\n")
    }
    output.markup("<tr>\n")
  }

  func isInHeader(_ row: Int?) -> Bool {
    guard let row, case .tableRow(let isHeader) = document.blocks[row].kind else { return false }
    return isHeader
  }

  mutating func openCell(_ alignment: Block.Alignment, isHeader: Bool) {
    output.markup(isHeader ? "<th" : "<td")
    let isPage = style.page != nil
    if isHeader, isPage { output.markup(" scope=\"col\"") }
    if alignment != .none {
      // HTML has no `align` any more; the style sheet knows the class.
      output.markup(isPage ? " class=\"align-" : " align=\"")
      output.raw(alignment.rawValue.utf8)
      output.markup("\"")
    }
    output.markup(">")
  }
}
