/// Reads the values of a JSON text in order, each with the index of the one after its descendants.
func scanJSON(_ bytes: [UInt8]) throws(JSONError) -> [JSONValue.Node] {
  guard bytes.count < UInt32.max else {
    throw JSONError(offset: 0, message: "a JSON text must be smaller than 4 GiB")
  }
  var scanner = JSONScanner(capacity: bytes.count / 12 + 8)
  let failure = bytes.withUnsafeBufferPointer { buffer in scanner.scan(buffer) }
  if let failure { throw failure }
  return scanner.nodes
}

/// Reads all JSON values of a text, one after the other: one document, or JSON Lines.
///
/// What breaks JSON's rules is recorded and read past where the meaning is plain: control characters
/// in strings, a comma too many or too few. A document that is cut off keeps all that came before.
func scanJSONValues(
  _ bytes: [UInt8]
) -> (nodes: [JSONValue.Node], roots: [Int], defects: [JSONError]) {
  guard bytes.count < UInt32.max else {
    let defect = JSONError(offset: 0, message: "a JSON text must be smaller than 4 GiB")
    return ([], [], [defect])
  }
  var scanner = JSONScanner(capacity: bytes.count / 12 + 8)
  scanner.isLenient = true
  let roots = bytes.withUnsafeBufferPointer { scanner.scanAll($0) }
  return (scanner.nodes, roots, scanner.defects)
}

private struct JSONScanner {
  /// Whether slips that leave no doubt are read past, and recorded in `defects`.
  var isLenient = false
  private(set) var defects: [JSONError] = []
  private(set) var nodes: [JSONValue.Node] = []
  /// Indices of the containers that are open.
  private var open: [Int] = []
  private var index = 0

  private enum Expected {
    case value, valueOrEnd, keyOrEnd, key, colon, commaOrEnd, nothing
  }

  init(capacity: Int) { nodes.reserveCapacity(capacity) }

  mutating func scan(_ text: UnsafeBufferPointer<UInt8>) -> JSONError? {
    var expected = Expected.value
    while true {
      while index < text.count, JSONScanner.isSpace(text[index]) { index += 1 }
      guard nodes.count < JSONValue.Node.maximumExtent else {
        return error("a JSON text must hold fewer than 268 million values")
      }
      guard index < text.count else {
        dropDanglingKey(expected)
        return expected == .nothing ? nil : error(JSONScanner.rule(expected))
      }
      if isLenient, expected == .nothing { return nil }
      guard let next = step(text, text[index], expected) else {
        dropDanglingKey(expected)
        return failure ?? error(JSONScanner.rule(expected))
      }
      expected = next
    }
  }

  /// Reads values until the text ends. After one that cannot be read, the next begins with the next
  /// line that opens an object.
  mutating func scanAll(_ text: UnsafeBufferPointer<UInt8>) -> [Int] {
    var roots: [Int] = []
    skipToValue(text)
    while index < text.count {
      let root = nodes.count
      if let problem = scan(text) {
        closeAll()
        failure = nil
        if defects.count < JSONScanner.maximumDefects { defects.append(problem) }
        while index < text.count, text[index] != UInt8(ascii: "\n") { index += 1 }
      }
      if nodes.count > root { roots.append(root) }
      skipToValue(text)
    }
    return roots
  }

  /// Goes on to the next `{` or `[`; between two values only blanks and commas are no slip.
  private mutating func skipToValue(_ text: UnsafeBufferPointer<UInt8>) {
    var isTold = false
    while index < text.count, text[index] != UInt8(ascii: "{"), text[index] != UInt8(ascii: "[") {
      if !JSONScanner.isSpace(text[index]), text[index] != UInt8(ascii: ","), !isTold {
        record("a value must begin with { or [")
        isTold = true
      }
      index += 1
    }
  }

  /// A key whose value never came is no member.
  private mutating func dropDanglingKey(_ expected: Expected) {
    if expected == .colon || expected == .value && isInObject, nodes.last?.kind == .string {
      nodes.removeLast()
    }
  }

  private mutating func closeAll() {
    while let container = open.popLast() {
      nodes[container].extent = nodes.count - container - 1
    }
  }

  /// Set where a step can say more than what was expected.
  private var failure: JSONError?

  private mutating func step(
    _ text: UnsafeBufferPointer<UInt8>, _ byte: UInt8, _ expected: Expected
  ) -> Expected? {
    switch (expected, byte) {
    case (.colon, UInt8(ascii: ":")):
      index += 1
      return .value
    case (.commaOrEnd, UInt8(ascii: ",")):
      index += 1
      return isInObject ? .key : .value
    case (.key, UInt8(ascii: "\"")), (.keyOrEnd, UInt8(ascii: "\"")):
      return string(text) ? .colon : nil
    case (.valueOrEnd, UInt8(ascii: "]")): return close(.array)
    case (.keyOrEnd, UInt8(ascii: "}")): return close(.object)
    case (.commaOrEnd, UInt8(ascii: "]")): return close(.array)
    case (.commaOrEnd, UInt8(ascii: "}")): return close(.object)
    case (.value, UInt8(ascii: "]")) where isLenient && !isInObject:
      record("a comma before ']' is one too many")
      return close(.array)
    case (.key, UInt8(ascii: "}")) where isLenient:
      record("a comma before '}' is one too many")
      return close(.object)
    case (.value, _), (.valueOrEnd, _): return value(text, byte)
    case (.commaOrEnd, UInt8(ascii: "\"")), (.commaOrEnd, UInt8(ascii: "{")):
      guard isLenient else { return nil }
      record("a comma is missing")
      return isInObject ? .key : .value
    default: return nil
    }
  }

  private mutating func value(
    _ text: UnsafeBufferPointer<UInt8>, _ byte: UInt8
  ) -> Expected? {
    switch byte {
    case UInt8(ascii: "{"): return begin(.object)
    case UInt8(ascii: "["): return begin(.array)
    case UInt8(ascii: "\""): return string(text) ? after : nil
    case UInt8(ascii: "t"): return word(text, "true", .boolean)
    case UInt8(ascii: "f"): return word(text, "false", .boolean)
    case UInt8(ascii: "n"): return word(text, "null", .null)
    default: return number(text) ? after : nil
    }
  }

  private var after: Expected { open.isEmpty ? .nothing : .commaOrEnd }

  private var isInObject: Bool {
    open.last.map { nodes[$0].kind == .object } ?? false
  }

  private mutating func begin(_ kind: JSONValue.Kind) -> Expected {
    open.append(nodes.count)
    nodes.append(JSONValue.Node(kind: kind, start: index))
    index += 1
    return kind == .array ? .valueOrEnd : .keyOrEnd
  }

  private mutating func close(_ kind: JSONValue.Kind) -> Expected? {
    guard let container = open.last, nodes[container].kind == kind else { return nil }
    open.removeLast()
    index += 1
    nodes[container].extent = nodes.count - container - 1
    return after
  }

  private mutating func append(_ kind: JSONValue.Kind, from start: Int, to end: Int) {
    var node = JSONValue.Node(kind: kind, start: start)
    node.extent = end - start
    nodes.append(node)
  }

  private mutating func word(
    _ text: UnsafeBufferPointer<UInt8>, _ word: StaticString, _ kind: JSONValue.Kind
  ) -> Expected? {
    let end = index + word.utf8CodeUnitCount
    let fits =
      end <= text.count
      && word.withUTF8Buffer { letters in
        letters.indices.allSatisfy { letters[$0] == text[index + $0] }
      }
    guard fits else { return nil }
    append(kind, from: index, to: end)
    index = end
    return after
  }

  private mutating func number(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = index
    var end = index
    func digits() -> Int {
      let first = end
      while end < text.count, (0x30...0x39).contains(text[end]) { end += 1 }
      return end - first
    }
    func skip(_ letters: ClosedRange<UInt8>...) -> Bool {
      guard end < text.count, letters.contains(where: { $0.contains(text[end]) }) else {
        return false
      }
      end += 1
      return true
    }
    _ = skip(0x2D...0x2D)
    let first = end
    let count = digits()
    guard count > 0, count == 1 || text[first] != 0x30 else { return false }
    if skip(0x2E...0x2E), digits() == 0 { return false }
    if skip(0x65...0x65, 0x45...0x45) {
      _ = skip(0x2B...0x2B, 0x2D...0x2D)
      guard digits() > 0 else { return false }
    }
    guard end - start <= JSONValue.Node.maximumExtent else { return false }
    append(.number, from: start, to: end)
    index = end
    return true
  }

  private mutating func string(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = index + 1
    var end = start
    var hasEscapes = false
    while end < text.count, text[end] != UInt8(ascii: "\"") {
      if text[end] < 0x20 {
        guard slip("a control character in a string must be escaped", at: end) else {
          return false
        }
        end += 1
        continue
      }
      guard text[end] == UInt8(ascii: "\\") else {
        end += 1
        continue
      }
      hasEscapes = true
      if let length = JSONScanner.escapeLength(text, at: end) {
        end += length
        continue
      }
      let rule = "a backslash must be followed by one of \"\\/bfnrt or uXXXX"
      guard slip(rule, at: end) else { return false }
      end += min(2, text.count - end)
    }
    guard end < text.count else {
      failure = JSONError(offset: start - 1, message: "the string that opens here is never closed")
      return false
    }
    guard end - start <= JSONValue.Node.maximumExtent else {
      failure = JSONError(offset: start - 1, message: "a string must be shorter than 256 MiB")
      return false
    }
    append(.string, from: start, to: end)
    nodes[nodes.count - 1].hasEscapes = hasEscapes
    index = end + 1
    return true
  }

  /// False, with the failure set, where the rule is to be kept.
  private mutating func slip(_ rule: String, at offset: Int) -> Bool {
    guard isLenient else {
      failure = JSONError(offset: offset, message: rule)
      return false
    }
    if defects.count < JSONScanner.maximumDefects {
      defects.append(JSONError(offset: offset, message: rule))
    }
    return true
  }

  private mutating func record(_ rule: String) { _ = slip(rule, at: index) }

  private static let maximumDefects = 1000

  private static func escapeLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard index + 1 < text.count else { return nil }
    switch text[index + 1] {
    case UInt8(ascii: "u"):
      guard index + 6 <= text.count else { return nil }
      return text[index + 2..<index + 6].allSatisfy { hexDigit($0) != nil } ? 6 : nil
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return 2
    default: return nil
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private func error(_ message: String) -> JSONError { JSONError(offset: index, message: message) }

  private static func rule(_ expected: Expected) -> String {
    switch expected {
    case .value: "a value must stand here: a string, a number, true, false, null, [ or {"
    case .valueOrEnd: "a value or ']' must stand here"
    case .keyOrEnd: "a name in double quotes or '}' must stand here"
    case .key: "a name in double quotes must stand here"
    case .colon: "':' must stand here"
    case .commaOrEnd: "',' or the end of the list must stand here"
    case .nothing: "nothing may follow the value"
    }
  }
}

private func hexDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x30...0x39: UInt32(byte - 0x30)
  case 0x41...0x46: UInt32(byte - 0x41 + 10)
  case 0x61...0x66: UInt32(byte - 0x61 + 10)
  default: nil
  }
}

/// The UTF-8 that a checked JSON string stands for; half of a surrogate pair and NUL become U+FFFD.
func decodeJSONString(_ raw: ArraySlice<UInt8>) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(raw.count)
  var index = raw.startIndex
  func unit(at index: Int) -> UInt32? {
    guard index + 6 <= raw.endIndex, raw[index] == UInt8(ascii: "\\"),
      raw[index + 1] == UInt8(ascii: "u")
    else { return nil }
    return raw[index + 2..<index + 6].reduce(0) { $0 << 4 | (hexDigit($1) ?? 0) }
  }
  while index < raw.endIndex {
    guard raw[index] == UInt8(ascii: "\\"), index + 1 < raw.endIndex else {
      out.append(raw[index])
      index += 1
      continue
    }
    if let high = unit(at: index) {
      index += 6
      var scalar = high
      if (0xD800...0xDBFF).contains(high), let low = unit(at: index),
        (0xDC00...0xDFFF).contains(low)
      {
        scalar = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
        index += 6
      }
      let character = scalar == 0 ? nil : Unicode.Scalar(scalar)
      out.append(
        contentsOf: UTF8.encode(character ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
    } else {
      out.append(unescaped(raw[index + 1]))
      index += 2
    }
  }
  return out
}

private func unescaped(_ letter: UInt8) -> UInt8 {
  switch letter {
  case UInt8(ascii: "b"): 0x08
  case UInt8(ascii: "f"): 0x0C
  case UInt8(ascii: "n"): 0x0A
  case UInt8(ascii: "r"): 0x0D
  case UInt8(ascii: "t"): 0x09
  default: letter
  }
}
