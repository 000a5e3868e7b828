/// Keeps from cmark the inputs that would take it time quadratic in their size: containers nested
/// without end, and image openers without end in one paragraph. What exceeds is escaped, so it is
/// read as text; nothing is left out.
struct NestingGuard {
  /// More than any author nests, few enough that matching them on each line costs little.
  static let maximumDepth = 32
  /// More than any paragraph has images.
  static let maximumImages = 2_000

  private let bytes: UnsafeBufferPointer<UInt8>
  /// What is open before the current line, as far as this scan, which knows no leaves, can tell:
  /// never less than cmark has.
  private var containers: [MarkdownContainer] = []
  private var followsText = false
  private var edits: [SourceEdit] = []

  /// The edits that escape what exceeds, in order.
  static func edits(
    for bytes: UnsafeBufferPointer<UInt8>
  ) -> (nesting: [SourceEdit], images: [SourceEdit]) {
    var scan = NestingGuard(bytes: bytes)
    scan.run()
    return (scan.edits, imageEdits(bytes))
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func run() {
    var start = 0
    while start < bytes.count {
      if containers.isEmpty, bytes[start].isPlainStart {
        followsText = true
      } else {
        scanLine(at: start)
      }
      start = nextLine(after: start)
    }
  }

  private func nextLine(after start: Int) -> Int {
    var end = start
    while end < bytes.count, !bytes[end].isLineEnd { end += 1 }
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
    return end + 1
  }

  private mutating func scanLine(at start: Int) {
    var cursor = LineCursor(bytes, lineStart: start)
    let matched = matchContainers(&cursor)
    var probe = cursor
    probe.skipSpace()
    guard !probe.isAtLineEnd else {
      containers.removeSubrange(matched...)
      followsText = false
      return
    }
    if !openContainers(&cursor, matched: matched), !followsText {
      containers.removeSubrange(matched...)
    }
    followsText = true
  }

  /// - Returns: how many of the open containers the line goes on with.
  private func matchContainers(_ cursor: inout LineCursor) -> Int {
    for (index, container) in containers.enumerated() {
      guard cursor.match(container) else { return index }
    }
    return containers.count
  }

  /// - Returns: true where the line begins a container.
  private mutating func openContainers(_ cursor: inout LineCursor, matched: Int) -> Bool {
    var isFirst = true
    while cursor.indent < 4, !isThematicBreak(cursor) {
      let before = cursor
      let container: MarkdownContainer
      if cursor.skipQuoteMark() {
        container = .blockQuote
      } else if let width = cursor.skipItemMark() {
        container = .item(width: width)
      } else {
        break
      }
      if isFirst { containers.removeSubrange(matched...) }
      isFirst = false
      guard containers.count < NestingGuard.maximumDepth else {
        escapeMark(at: before)
        return true
      }
      containers.append(container)
    }
    return !isFirst
  }

  private mutating func escapeMark(at cursor: LineCursor) {
    var cursor = cursor
    cursor.skipSpace()
    var offset = cursor.offset
    while offset < bytes.count, bytes[offset].isASCIIDigit { offset += 1 }
    edits.append(SourceEdit(at: offset, inserting: [UInt8(ascii: "\\")]))
  }

  private func isThematicBreak(_ cursor: LineCursor) -> Bool {
    var place = cursor
    place.skipSpace()
    let mark = place.byte
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") else { return false }
    var count = 0
    var offset = place.offset
    while offset < bytes.count, !bytes[offset].isLineEnd {
      if bytes[offset] == mark { count += 1 } else if !bytes[offset].isSpaceOrTab { return false }
      offset += 1
    }
    return count >= 3
  }
}

extension NestingGuard {
  /// Escapes the bracket of each `![` past the limit of a run of lines without a blank one.
  private static func imageEdits(_ bytes: UnsafeBufferPointer<UInt8>) -> [SourceEdit] {
    guard imageOpeners(bytes) > maximumImages else { return [] }
    var edits: [SourceEdit] = []
    var count = 0
    var isBlank = true
    for index in 0..<bytes.count - 1 {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        if isBlank { count = 0 }
        isBlank = true
      } else if byte > 0x20 {
        isBlank = false
        guard byte == UInt8(ascii: "!"), bytes[index + 1] == UInt8(ascii: "[") else { continue }
        count += 1
        if count > maximumImages {
          edits.append(SourceEdit(at: index + 1, inserting: [UInt8(ascii: "\\")]))
        }
      }
    }
    return edits
  }
}

extension NestingGuard {
  /// How many `![` there are; without a branch, since all of every text is looked at.
  private static func imageOpeners(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var last: UInt8 = 0
    for byte in bytes {
      count &+= last == UInt8(ascii: "!") && byte == UInt8(ascii: "[") ? 1 : 0
      last = byte
    }
    return count
  }
}

extension UInt8 {
  /// True for a byte at the start of a line that begins no container, nor indentation.
  fileprivate var isPlainStart: Bool {
    switch self {
    case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "#"), UInt8(ascii: "|"),
      UInt8(ascii: "["), UInt8(ascii: "`"), UInt8(ascii: "_"), UInt8(ascii: "\""):
      true
    default: false
    }
  }
}
