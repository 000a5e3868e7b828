/// What block quotes and list items put before the content of a line.
///
/// CommonMark measures indentation in columns with tab stops of four, so these follow its columns.
enum MarkdownContainer {
  case blockQuote
  /// `width` is how many columns a line must be indented to belong to the item.
  case item(width: Int)
}

/// A place in a line, with its column.
struct LineCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  var offset: Int
  var column: Int
  /// Columns of the tab at `offset` that were used up.
  var usedTabColumns = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, lineStart: Int) {
    self.bytes = bytes
    offset = lineStart
    column = 0
  }

  var byte: UInt8 { offset < bytes.count ? bytes[offset] : UInt8(ascii: "\n") }
  var isAtLineEnd: Bool { byte.isLineEnd }

  /// The columns of white space from here.
  var indent: Int {
    var probe = self
    probe.skipSpace()
    return probe.column - column
  }

  mutating func skipSpace() {
    while byte.isSpaceOrTab {
      column += byte == UInt8(ascii: "\t") ? 4 - column % 4 : 1
      offset += 1
      usedTabColumns = 0
    }
  }

  /// Moves over columns of white space; a tab may be used up in part.
  mutating func advance(columns: Int) {
    var left = columns
    while left > 0, byte.isSpaceOrTab {
      if byte == UInt8(ascii: "\t") {
        let width = 4 - column % 4
        let taken = min(width, left)
        column += taken
        left -= taken
        if taken < width {
          usedTabColumns += taken
          return
        }
        usedTabColumns = 0
        offset += 1
      } else {
        offset += 1
        column += 1
        left -= 1
      }
    }
  }

  mutating func advanceMark(_ count: Int) {
    offset += count
    column += count
  }

  /// Moves over the marks of containers as far as the line has them.
  ///
  /// - Returns: true where it has all of them.
  mutating func match(_ containers: [MarkdownContainer]) -> Bool {
    for container in containers {
      guard match(container) else { return false }
    }
    return true
  }

  /// Moves over the marks of one container; stays where the line has none.
  mutating func match(_ container: MarkdownContainer) -> Bool {
    switch container {
    case .blockQuote: return skipQuoteMark()
    case .item(let width):
      if indent >= width {
        advance(columns: width)
        return true
      }
      var probe = self
      probe.skipSpace()
      guard probe.isAtLineEnd else { return false }
      self = probe
      return true
    }
  }

  /// Moves over `>` and the space after it.
  mutating func skipQuoteMark() -> Bool {
    var probe = self
    probe.skipSpace()
    guard probe.column - column <= 3, probe.byte == UInt8(ascii: ">") else { return false }
    probe.advanceMark(1)
    probe.advance(columns: 1)
    self = probe
    return true
  }

  /// Moves over a list item's mark and the space after it.
  ///
  /// - Returns: the columns that further lines of the item must be indented; nil without a mark.
  mutating func skipItemMark() -> Int? {
    var probe = self
    probe.skipSpace()
    let markOffset = probe.column - column
    let length = probe.itemMarkLength
    guard length > 0 else { return nil }
    probe.advanceMark(length)
    var after = probe
    after.skipSpace()
    let space = after.column - probe.column
    guard space > 0 || after.isAtLineEnd else { return nil }
    let padding = space >= 5 || after.isAtLineEnd ? 1 : space
    probe.advance(columns: min(space, padding))
    self = probe
    return markOffset + length + padding
  }

  /// The bytes of a bullet or a number with its delimiter here, 0 where there is none.
  private var itemMarkLength: Int {
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "*") {
      return 1
    }
    var end = offset
    while end < bytes.count, end - offset < 10, bytes[end].isASCIIDigit { end += 1 }
    guard (1...9).contains(end - offset), end < bytes.count else { return 0 }
    let isDelimiter = bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")")
    return isDelimiter ? end - offset + 1 : 0
  }
}

/// The containers that are open at a place of the tree, and what they put before each line.
struct ContainerStack {
  let bytes: UnsafeBufferPointer<UInt8>
  let lines: MarkdownLines
  private var containers: [MarkdownContainer] = []
  private var openings: [Opening] = []

  private struct Opening {
    let line: Int
    /// Past the container's mark, where the content of its first line begins.
    let content: LineCursor
  }

  init(bytes: UnsafeBufferPointer<UInt8>, lines: MarkdownLines) {
    self.bytes = bytes
    self.lines = lines
  }

  var isEmpty: Bool { containers.isEmpty }

  /// True where the innermost container is a list item.
  var isInItem: Bool {
    if case .item = containers.last { true } else { false }
  }

  mutating func open(_ node: CommonMarkNode) {
    var cursor: LineCursor
    switch node.kind {
    case .blockQuote:
      cursor = self.cursor(onLine: node.startLine)
      _ = cursor.skipQuoteMark()
      containers.append(.blockQuote)
    case .item:
      cursor = self.cursor(onLine: node.startLine)
      containers.append(.item(width: cursor.skipItemMark() ?? 2))
    default: return
    }
    openings.append(Opening(line: node.startLine, content: cursor))
  }

  mutating func close(_ node: CommonMarkNode) {
    guard node.kind == .blockQuote || node.kind == .item else { return }
    containers.removeLast()
    openings.removeLast()
  }

  /// Past the marks that the open containers have on a line.
  func cursor(onLine line: Int) -> LineCursor {
    if let last = openings.last, last.line == line { return last.content }
    return match(lineStart: lines.start(of: line)).cursor
  }

  /// True where a container begins on the line.
  func opens(onLine line: Int) -> Bool { openings.last?.line == line }

  /// Past the marks that a further line has; `isWhole` where it has those of all containers.
  func match(lineStart: Int) -> (cursor: LineCursor, isWhole: Bool) {
    var cursor = LineCursor(bytes, lineStart: lineStart)
    let isWhole = cursor.match(containers)
    return (cursor, isWhole)
  }

  /// The offset of the byte of a paragraph's content after one; past a line end, the marks of
  /// containers and the indentation of the next line are skipped.
  @inline(__always)
  func offset(after offset: Int) -> Int {
    guard offset < bytes.count, bytes[offset].isLineEnd else { return offset + 1 }
    return offsetPastLineEnd(offset)
  }

  private func offsetPastLineEnd(_ offset: Int) -> Int {
    let isPair =
      bytes[offset] == UInt8(ascii: "\r") && offset + 1 < bytes.count
      && bytes[offset + 1] == UInt8(ascii: "\n")
    var next = offset + (isPair ? 2 : 1)
    if !isEmpty { next = match(lineStart: next).cursor.offset }
    while next < bytes.count, bytes[next].isSpaceOrTab { next += 1 }
    return next
  }
}

extension UInt8 {
  @inline(__always) var isLineEnd: Bool { self == 0x0A || self == 0x0D }
  @inline(__always) var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
  /// Space, tab, line end, vertical tab or form feed.
  @inline(__always) var isMarkdownSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  /// A mark that a backslash may stand before.
  @inline(__always) var isASCIIPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
