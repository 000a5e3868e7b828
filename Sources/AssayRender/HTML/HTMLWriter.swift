import AssayAnalysis

/// Appends markup and escaped text to one buffer, and notes the ids that it writes.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []
  /// Hashes of the ids so far; nil once markup came in whose ids nobody noted.
  private var anchors: [UInt64]? = []

  /// - Parameter capacity: how many bytes there will be, roughly.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Markup of our own; ids are written by `id(_:)`.
  mutating func markup(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Markup written in this program's source, or names it made itself.
  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Bytes that are markup already.
  mutating func raw(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }

  mutating func raw(_ html: SafeHTML) {
    bytes.append(contentsOf: html.bytes)
    guard html.anchors?.isEmpty != true else { return }
    if let own = html.anchors { anchors?.append(contentsOf: own) } else { anchors = nil }
  }

  /// The attribute `id`, with a blank before it.
  mutating func id(_ write: (inout HTMLWriter) -> Void) {
    markup(" id=\"")
    let start = bytes.count
    write(&self)
    anchors?.append(LinkHash(bytes[start...]).value)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func number(_ value: Int) { appendInteger(value, to: &bytes) }

  /// In full, thousands apart.
  mutating func number(_ value: DecimalNumber) { value.appendGrouped(to: &bytes) }

  mutating func coordinate(_ value: Double) { appendCoordinate(value, to: &bytes) }

  /// Text for element content or a quoted attribute: & < > " and ' become entities.
  mutating func text(_ words: String) { appendEscaped(words.utf8, to: &bytes) }

  mutating func text(_ words: ArraySlice<UInt8>) { appendEscaped(words, to: &bytes) }

  consuming func finish() -> SafeHTML { SafeHTML(trusted: bytes, anchors: anchors) }

  /// Text as CommonMark's own HTML has it: `'` stays.
  mutating func escaped(_ text: some Collection<UInt8>) {
    let isDone: Void? = text.withContiguousStorageIfAvailable { appendRuns($0) }
    if isDone == nil { Array(text).withUnsafeBufferPointer { appendRuns($0) } }
  }

  /// Appends runs without marks at once: most text has few.
  private mutating func appendRuns(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in text.indices where text[index].isHTMLMark {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      start = index + 1
      switch text[index] {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      default: markup("&quot;")
      }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// A stranger's text: escaped, and what would turn the direction of the text around it is shown
  /// by its code point.
  mutating func visible(_ text: some Collection<UInt8>) {
    guard text.contains(0xE2) else { return escaped(text) }
    var rest = text[...]
    while let lead = rest.firstIndex(of: 0xE2) {
      escaped(rest[..<lead])
      let character = rest[lead...].prefix(3)
      if let code = HTMLWriter.bidirectionalControl(Array(character)) {
        raw("[U+\(code)]".utf8)
      } else {
        raw(character)
      }
      rest = rest[lead...].dropFirst(3)
    }
    escaped(rest)
  }

  private static func bidirectionalControl(_ bytes: [UInt8]) -> String? {
    guard bytes.count == 3 else { return nil }
    return bidirectionalControl((UInt32(bytes[1] & 0x3F) << 6 | UInt32(bytes[2] & 0x3F)) + 0x2000)
  }

  /// The code point, in hexadecimal, of an embedding, override or isolate; nil for any other.
  static func bidirectionalControl(_ scalar: UInt32) -> String? {
    switch scalar {
    case 0x202A...0x202E, 0x2066...0x2069: String(scalar, radix: 16, uppercase: true)
    default: nil
    }
  }

  /// An address that is percent-encoded already, for a quoted attribute.
  mutating func attribute(address: [UInt8]) {
    for byte in address {
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "'"): markup("&#x27;")
      default: bytes.append(byte)
      }
    }
  }

  mutating func open(_ list: Block.List) {
    freshLine()
    if !list.isOrdered {
      markup("<ul>\n")
    } else if list.start == 1 {
      markup("<ol>\n")
    } else {
      markup("<ol start=\"")
      number(list.start)
      markup("\">\n")
    }
  }

  mutating func close(_ list: Block.List) {
    if list.isOrdered { markup("</ol>\n") } else { markup("</ul>\n") }
  }

  /// Begins a new line unless one has just begun.
  mutating func freshLine() {
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
  }
}

extension UInt8 {
  @inline(__always) fileprivate var isHTMLMark: Bool {
    self == UInt8(ascii: "&") || self == UInt8(ascii: "<") || self == UInt8(ascii: ">")
      || self == UInt8(ascii: "\"")
  }
}
