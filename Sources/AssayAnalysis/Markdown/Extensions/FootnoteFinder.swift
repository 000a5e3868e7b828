/// Finds the lines that begin footnote definitions: `[^label]: words`.
struct FootnoteFinder {
  let bytes: UnsafeBufferPointer<UInt8>
  let lines: MarkdownLines
  /// Lines of code and HTML, in order.
  let literalLines: [ClosedRange<Int>]
  /// Lines of list items, in order of their first.
  let itemLines: [ClosedRange<Int>]

  struct Definition {
    let line: Int
    let label: String
    /// From the indentation before `[^label]:` to the words.
    let mark: Range<Int>
    /// True where no words follow on the line.
    let isEmpty: Bool
    /// What a line before it must begin with to stand in the same containers; nil where a
    /// container begins on the line itself.
    let separatorPrefix: Range<Int>?
  }

  func definitions() -> [Definition] {
    var found: [Definition] = []
    var nextLiteral = 0
    var nextItem = 0
    var lastItemLine = 0
    for line in candidates() {
      while nextLiteral < literalLines.count, literalLines[nextLiteral].upperBound < line {
        nextLiteral += 1
      }
      while nextItem < itemLines.count, itemLines[nextItem].lowerBound <= line {
        lastItemLine = max(lastItemLine, itemLines[nextItem].upperBound)
        nextItem += 1
      }
      if nextLiteral < literalLines.count, literalLines[nextLiteral].contains(line) { continue }
      if let definition = definition(onLine: line, isInItem: line <= lastItemLine) {
        found.append(definition)
      }
    }
    return found
  }

  /// The lines that hold `[^`.
  private func candidates() -> [Int] {
    var found: [Int] = []
    for index in bytes.indices.dropFirst()
    where bytes[index] == UInt8(ascii: "^") && bytes[index - 1] == UInt8(ascii: "[") {
      let line = lines.line(of: index)
      if found.last != line { found.append(line) }
    }
    return found
  }

  private func definition(onLine line: Int, isInItem: Bool) -> Definition? {
    let start = lines.start(of: line)
    var cursor = LineCursor(bytes, lineStart: start)
    var opensItem = false
    while true {
      var probe = cursor
      probe.skipSpace()
      if probe.byte == UInt8(ascii: "[") { break }
      if cursor.skipQuoteMark() { continue }
      guard cursor.skipItemMark() != nil else { return nil }
      opensItem = true
    }
    let indent = cursor.indent
    guard indent < 4 || isInItem else { return nil }
    var mark = cursor
    mark.skipSpace()
    guard let (label, end) = label(at: mark.offset) else { return nil }
    // Inside an item the indentation belongs to it.
    let markStart = isInItem ? mark.offset : cursor.offset
    var content = LineCursor(bytes, lineStart: end)
    content.skipSpace()
    return Definition(
      line: line, label: label, mark: markStart..<content.offset, isEmpty: content.isAtLineEnd,
      separatorPrefix: opensItem ? nil : start..<markStart)
  }

  private func label(at offset: Int) -> (String, end: Int)? {
    guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "^") else { return nil }
    var end = offset + 2
    while end < bytes.count, end - offset < Footnotes.maximumLabelCount,
      !bytes[end].isMarkdownSpace, bytes[end] != UInt8(ascii: "["), bytes[end] != UInt8(ascii: "]")
    {
      end += 1
    }
    guard end > offset + 2, end + 1 < bytes.count, bytes[end] == UInt8(ascii: "]"),
      bytes[end + 1] == UInt8(ascii: ":")
    else { return nil }
    return (String(decoding: bytes[offset + 2..<end], as: UTF8.self), end + 2)
  }
}
