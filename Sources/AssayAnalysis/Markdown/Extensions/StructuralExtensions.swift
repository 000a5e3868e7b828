/// Blocks that cmark does not know, found before the text was handed to it in a form it knows:
/// table cells as headings, footnote definitions as list items.
struct StructuralExtensions {
  /// In order of place.
  var tables: [MarkdownTable] = []
  /// The labels of footnote definitions by the line, in the parsed text, of their list item.
  var footnotes: [Int: String] = [:]
  /// The folded labels that have a definition.
  var footnoteLabels: Set<String> = []
  /// Lines of the parsed text that only keep a definition apart from what stands before it.
  var separatorLines: Set<Int> = []
  private var nextTable = 0

  init() {}

  /// The same with the places of tables led from the text they were found in to its source.
  func mapped(by map: SourceMap) -> StructuralExtensions {
    var mapped = self
    for index in mapped.tables.indices {
      mapped.tables[index].range = map.source(of: tables[index].range)
      mapped.tables[index].rows = tables[index].rows.map { map.source(of: $0) }
    }
    return mapped
  }

  func footnoteLabel(onLine line: Int) -> String? {
    footnotes.isEmpty ? nil : footnotes[line]
  }

  /// The table and the index of the cell that a heading on a line of the parsed text stands for.
  mutating func cell(onLine line: Int) -> (table: MarkdownTable, index: Int)? {
    while nextTable < tables.count, tables[nextTable].cellLines.upperBound <= line {
      nextTable += 1
    }
    guard nextTable < tables.count, tables[nextTable].cellLines.contains(line) else { return nil }
    return (tables[nextTable], line - tables[nextTable].cellLines.lowerBound)
  }
}

/// A table, with the lines of the parsed text that hold its cells, one each.
struct MarkdownTable {
  let alignments: [Block.Alignment]
  /// The source of each row, the header before the others.
  var rows: [SourceRange]
  /// The source of all of it.
  var range: SourceRange
  /// In the parsed text, from 1.
  let cellLines: Range<Int>

  var columnCount: Int { alignments.count }
}
