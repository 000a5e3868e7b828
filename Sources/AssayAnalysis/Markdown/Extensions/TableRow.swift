/// A row of a table, as it stands in a line of the source.
struct TableRow {
  /// Each cell's content, without the white space around it.
  let cells: [Range<Int>]

  /// Cuts a line's content at its pipes; one after a backslash is no border.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) {
    var cells: [Range<Int>] = []
    var start = content.lowerBound
    var end = content.upperBound
    while start < end, bytes[start].isMarkdownSpace { start += 1 }
    while end > start, bytes[end - 1].isMarkdownSpace { end -= 1 }
    if start < end, bytes[start] == UInt8(ascii: "|") { start += 1 }
    var index = start
    while index < end {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < end, bytes[index + 1].isASCIIPunctuation {
        index += 2
      } else if bytes[index] == UInt8(ascii: "|") {
        cells.append(TableRow.trimmed(bytes, start..<index))
        index += 1
        start = index
      } else {
        index += 1
      }
    }
    if start < end { cells.append(TableRow.trimmed(bytes, start..<end)) }
    self.cells = cells
  }

  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start].isMarkdownSpace { start += 1 }
    while end > start, bytes[end - 1].isMarkdownSpace { end -= 1 }
    return start..<end
  }

  /// The alignments that a row of dashes and colons gives; nil where the line is none.
  static func alignments(
    _ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>
  ) -> [Block.Alignment]? {
    var hasPipe = false
    for byte in bytes[content] {
      switch byte {
      case UInt8(ascii: "|"): hasPipe = true
      case UInt8(ascii: "-"), UInt8(ascii: ":"): break
      default: guard byte.isMarkdownSpace else { return nil }
      }
    }
    guard hasPipe else { return nil }
    var alignments: [Block.Alignment] = []
    for cell in TableRow(bytes, content).cells {
      guard let alignment = alignment(bytes[cell]) else { return nil }
      alignments.append(alignment)
    }
    return alignments.isEmpty ? nil : alignments
  }

  private static func alignment(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Block.Alignment? {
    var dashes = cell[...]
    let isLeft = dashes.first == UInt8(ascii: ":")
    if isLeft { dashes.removeFirst() }
    let isRight = dashes.last == UInt8(ascii: ":")
    if isRight { dashes.removeLast() }
    guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
    return isLeft
      ? (isRight ? Block.Alignment.center : .left) : (isRight ? .right : Block.Alignment.none)
  }
}
