/// One record of an XML export, such as a post, with all that is inside it.
///
/// Elements stand in one flat array in document order, each knowing where it ends; names are local:
/// `wp:comment_id` is `comment_id`, for exports differ in prefixes and namespaces.
struct XMLRecord {
  struct Element {
    let name: String
    let attributes: [(name: String, value: String)]
    var text: [UInt8] = []
    /// Index one past its last descendant.
    var end = 0
  }

  fileprivate(set) var elements: [Element] = []
  /// Where it begins, from 1.
  fileprivate(set) var line = 1

  var name: String { elements.first?.name ?? "" }

  /// The children of an element that have a name.
  func children(of parent: Int = 0, named name: String) -> [Int] {
    guard elements.indices.contains(parent) else { return [] }
    var found: [Int] = []
    var index = parent + 1
    while index < elements[parent].end {
      if elements[index].name == name { found.append(index) }
      index = max(index + 1, elements[index].end)
    }
    return found
  }

  /// The words of a child, without blanks around them; nil where they are none.
  func text(_ name: String, of parent: Int = 0) -> String? {
    guard let bytes = bytes(name, of: parent) else { return nil }
    let text = String(decoding: trimmedBlanks(bytes[...]), as: UTF8.self)
    return text.isEmpty ? nil : text
  }

  /// The words of a child as they stand.
  func bytes(_ name: String, of parent: Int = 0) -> [UInt8]? {
    children(of: parent, named: name).first.map { elements[$0].text }
  }

  func attribute(_ name: String, of element: Int = 0) -> String? {
    guard elements.indices.contains(element) else { return nil }
    return elements[element].attributes.first { $0.name == name }?.value
  }
}

/// Without blanks at either end.
func trimmedBlanks(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var bytes = bytes.drop { $0 <= 0x20 }
  while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
  return bytes
}

/// Reads the records of an XML export one by one, past what is broken in it.
///
/// What is no XML is mended where that leaves no doubt (a stray `&`, a control character, junk
/// before the first tag); else the record that holds it is given as far as it was read, and reading
/// goes on with the next one. Each byte is read a bounded number of times.
struct XMLRecordReader {
  /// The elements to give, by local name.
  private let names: Set<String>
  private let source: SourceText
  private(set) var defects: [XMLEvents.Defect] = []

  init(_ source: SourceText, records names: Set<String>) {
    self.source = source
    self.names = names
  }

  private static let maximumDefects = 1000
  /// Each takes a copy of the text.
  private static let maximumRepairs = 100
  /// How many lines end before an offset that moves little but forwards.
  private var counted = (offset: 0, lines: 0)

  mutating func read(_ take: (XMLRecord) -> Void) {
    // The builder is gone when this function returns.
    withoutActuallyEscaping(take) { read(into: XMLRecordBuilder(names, $0)) }
  }

  private mutating func read(into builder: XMLRecordBuilder) {
    var bytes = source.bytes
    let first = bytes.firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    if first > 0, bytes[..<first].contains(where: { $0 > 0x20 }) {
      let message = "what stands before the first '<' is passed over"
      defects.append(XMLEvents.Defect(offset: 0, line: 1, message: message))
    }
    var start = first
    var frame = ""
    var isMended = false
    var repairs = 0
    while true {
      let lineBefore = lines(in: bytes, to: start)
      builder.begin(at: lineBefore)
      guard let defect = XMLEvents.read(bytes, from: start, within: frame, builder) else { break }
      add(defect, lineBefore)
      if defect.isDoctype { break }
      let opening = builder.openRecordName.flatMap { name in
        lastTag([name], in: bytes, before: defect.offset)
      }
      if !isMended {
        // The record that the fault lies in is read again, with all that follows it, mended.
        isMended = true
        builder.dropRecord()
        let inside = tag(around: defect.offset, in: bytes)
        start = opening ?? inside ?? nextRecord(in: bytes, from: defect.offset) ?? bytes.count
        bytes = mendXML(bytes, from: start)
      } else if let opening, repairs < XMLRecordReader.maximumRepairs,
        let repaired = closing(bytes, at: defect.offset, open: builder.openNames)
      {
        repairs += 1
        builder.dropRecord()
        start = opening
        bytes = repaired
      } else {
        builder.closeRecord()
        start = nextRecord(in: bytes, from: max(defect.offset, start + 1)) ?? bytes.count
      }
      frame = "<mended>"
      if start >= bytes.count { break }
    }
    builder.closeRecord()
  }

  private mutating func add(_ defect: XMLEvents.Defect, _ linesBefore: Int) {
    // A frame never closes: its end is no fault of the text.
    let isEnd = defect.message == "no element found" || defect.message == "unclosed token"
    if isEnd, !defects.isEmpty { return }
    guard defects.count < XMLRecordReader.maximumDefects else { return }
    defects.append(
      XMLEvents.Defect(
        offset: defect.offset, line: defect.line + linesBefore, message: defect.message,
        isDoctype: defect.isDoctype))
  }

  /// The text with the end tag at an offset made to fit: what it leaves open is closed before it;
  /// where it closes nothing that is open, it goes.
  private func closing(_ bytes: [UInt8], at fault: Int, open names: [String]) -> [UInt8]? {
    // expat points at the name.
    let offset = fault >= 2 && bytes[fault - 1] == UInt8(ascii: "/") ? fault - 2 : fault
    guard offset + 2 < bytes.count, bytes[offset] == UInt8(ascii: "<"),
      bytes[offset + 1] == UInt8(ascii: "/"),
      let end = bytes[offset...].prefix(256).firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let name = String(decoding: trimmedBlanks(bytes[(offset + 2)..<end]), as: UTF8.self)
    var repaired = bytes
    if let place = names.lastIndex(of: name) {
      let missing = names[(place + 1)...].reversed().map { "</\($0)>" }.joined()
      guard !missing.isEmpty else { return nil }
      repaired.insert(contentsOf: missing.utf8, at: offset)
    } else {
      for index in offset...end where bytes[index] != 0x0A { repaired[index] = 0x20 }
    }
    return repaired
  }

  private mutating func lines(in bytes: [UInt8], to end: Int) -> Int {
    if end < counted.offset {
      counted.lines -= bytes[end..<counted.offset].count { $0 == 0x0A }
    } else {
      counted.lines += bytes[counted.offset..<end].count { $0 == 0x0A }
    }
    counted.offset = end
    return counted.lines
  }

  private func nextRecord(in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), isTag(of: names, in: bytes, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// The start of the record whose own tag holds the fault.
  private func tag(around offset: Int, in bytes: [UInt8]) -> Int? {
    let start = bytes[..<min(offset, bytes.count)].lastIndex(of: UInt8(ascii: "<"))
    return start.flatMap { isTag(of: names, in: bytes, at: $0) ? $0 : nil }
  }

  private func lastTag(_ names: Set<String>, in bytes: [UInt8], before end: Int) -> Int? {
    var index = min(end, bytes.count - 1)
    while index >= 0 {
      if bytes[index] == UInt8(ascii: "<"), isTag(of: names, in: bytes, at: index) { return index }
      index -= 1
    }
    return nil
  }

  /// Whether `<name` or `<prefix:name` begins here.
  private func isTag(of names: Set<String>, in bytes: [UInt8], at index: Int) -> Bool {
    var start = index + 1
    var end = start
    while end < bytes.count, end - start < 64, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">"),
      bytes[end] != UInt8(ascii: "/")
    {
      end += 1
      if bytes[end - 1] == UInt8(ascii: ":") { start = end }
    }
    return end > start && names.contains(String(decoding: bytes[start..<end], as: UTF8.self))
  }
}

/// Makes records of what expat finds. A class, because expat's callbacks change it.
private final class XMLRecordBuilder: XMLEvents.Handler {
  private let names: Set<String>
  private let take: (XMLRecord) -> Void
  private var record = XMLRecord()
  /// Indices of the elements that are open inside the record.
  private var open: [Int] = []

  init(_ names: Set<String>, _ take: @escaping (XMLRecord) -> Void) {
    self.names = names
    self.take = take
  }

  private var linesBefore = 0

  func begin(at lines: Int) { linesBefore = lines }

  var openRecordName: String? { open.isEmpty ? nil : record.name }

  /// As written, the outermost first.
  private(set) var openNames: [String] = []

  func start(_ name: String, _ attributes: [(name: String, value: String)], line: Int) {
    let written = name
    let name = localName(name)
    let isRecord = names.contains(name)
    guard isRecord || !open.isEmpty else { return }
    // One record inside another of its kind: the end of the first was lost.
    if isRecord, record.name == name { closeRecord() }
    if open.isEmpty { record.line = linesBefore + line }
    open.append(record.elements.count)
    openNames.append(written)
    record.elements.append(
      XMLRecord.Element(
        name: name, attributes: attributes.map { (localName($0.name), $0.value) }))
  }

  func end(_ name: String) {
    guard let index = open.popLast() else { return }
    openNames.removeLast()
    record.elements[index].end = record.elements.count
    if open.isEmpty { give() }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let index = open.last else { return }
    record.elements[index].text.append(contentsOf: bytes)
  }

  /// Gives the record that is open, as far as it was read.
  func closeRecord() {
    guard !open.isEmpty else { return }
    while let index = open.popLast() { record.elements[index].end = record.elements.count }
    openNames.removeAll()
    give()
  }

  func dropRecord() {
    open.removeAll()
    openNames.removeAll()
    record.elements.removeAll(keepingCapacity: true)
  }

  private func give() {
    take(record)
    record.elements.removeAll(keepingCapacity: true)
  }

  /// WordPress tells a post's text and its excerpt apart by the prefix alone.
  private func localName(_ name: String) -> String {
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return name }
    let local = name[name.utf8.index(after: colon)...]
    if local == "encoded", name[..<colon] == "excerpt" { return "excerpt" }
    return String(local)
  }
}

/// The same text from an offset on, with what certainly is no markup escaped: `&` that begins no
/// reference XML knows, and characters that XML forbids. Line ends stay where they are.
private func mendXML(_ bytes: [UInt8], from start: Int) -> [UInt8] {
  var mended = Array(bytes[..<start])
  mended.reserveCapacity(bytes.count + 1024)
  var index = start
  while index < bytes.count {
    let byte = bytes[index]
    if byte == UInt8(ascii: "<"), bytes[index...].starts(with: "<![CDATA[".utf8) {
      let end = find("]]>", in: bytes, from: index) ?? bytes.count
      for byte in bytes[index..<end] { mended.append(isForbidden(byte) ? 0x20 : byte) }
      index = end
    } else if byte == UInt8(ascii: "&"), !isReference(bytes, at: index) {
      mended.append(contentsOf: "&amp;".utf8)
      index += 1
    } else if byte == UInt8(ascii: "<"), isStartTag(bytes, at: index) {
      index = mendTag(bytes, from: index, &mended)
    } else if byte == UInt8(ascii: "<"), !isMarkup(bytes, at: index) {
      mended.append(contentsOf: "&lt;".utf8)
      index += 1
    } else {
      mended.append(isForbidden(byte) ? 0x20 : byte)
      index += 1
    }
  }
  return mended
}

private func isForbidden(_ byte: UInt8) -> Bool {
  byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
}

private func isMarkup(_ bytes: [UInt8], at index: Int) -> Bool {
  guard index + 1 < bytes.count else { return false }
  let next = bytes[index + 1]
  return next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20)
}

private func isStartTag(_ bytes: [UInt8], at index: Int) -> Bool {
  guard index + 1 < bytes.count else { return false }
  return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index + 1] | 0x20)
}

/// Copies a start tag, with quotes around values that lack them.
private func mendTag(_ bytes: [UInt8], from start: Int, _ mended: inout [UInt8]) -> Int {
  var index = start
  var quote: UInt8 = 0
  while index < bytes.count {
    let byte = bytes[index]
    if quote == 0, byte == UInt8(ascii: "<"), index > start { return index }
    mended.append(isForbidden(byte) ? 0x20 : byte)
    index += 1
    if quote != 0 {
      if byte == quote { quote = 0 }
    } else if byte == UInt8(ascii: ">") {
      return index
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      quote = byte
    } else if byte == UInt8(ascii: "="), index < bytes.count {
      index = mendValue(bytes, from: index, &mended)
    }
  }
  return index
}

/// Quotes the value that begins here, unless it is quoted or none.
private func mendValue(_ bytes: [UInt8], from start: Int, _ mended: inout [UInt8]) -> Int {
  let stops: [UInt8] = [0x22, 0x27, 0x2F, 0x3C, 0x3E]
  guard bytes[start] > 0x20, !stops.contains(bytes[start]) else { return start }
  var end = start
  while end < bytes.count, bytes[end] > 0x20, !stops.contains(bytes[end]) { end += 1 }
  mended += [0x22] + bytes[start..<end] + [0x22]
  return end
}

private func isReference(_ bytes: [UInt8], at index: Int) -> Bool {
  let words = bytes[(index + 1)..<min(bytes.count, index + 12)]
  guard let end = words.firstIndex(of: UInt8(ascii: ";")) else { return false }
  let name = words[..<end]
  if ["amp", "lt", "gt", "quot", "apos"].contains(where: { name.elementsEqual($0.utf8) }) {
    return true
  }
  guard name.first == UInt8(ascii: "#"), name.count > 1 else { return false }
  let digits = name.dropFirst()
  let text = String(decoding: digits, as: UTF8.self)
  let value =
    digits.first == UInt8(ascii: "x") ? UInt32(text.dropFirst(), radix: 16) : UInt32(text)
  guard let value, Unicode.Scalar(value) != nil else { return false }
  return value >= 0x20 || value == 9 || value == 10 || value == 13
}

/// The offset after the next occurrence.
private func find(_ mark: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
  mark.withUTF8Buffer { wanted in
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) {
        return index + wanted.count
      }
      index += 1
    }
    return nil
  }
}
