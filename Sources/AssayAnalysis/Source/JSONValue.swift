/// A value of a JSON text, with the place it stands at.
///
/// The text is read once into one flat array, in which each value knows where the next begins: deep
/// nesting costs no stack, and strings are decoded only where they are asked for.
///
///     let value = try JSONValue.parse(bytes)
///     let names = value["people"]?.elements.compactMap { $0["name"]?.string } ?? []
public struct JSONValue: Sendable {
  public enum Kind: UInt8, Sendable, Hashable {
    case null, boolean, number, string, array, object
  }

  /// A class, so that passing a value on counts one reference and not two arrays.
  final class Text: Sendable {
    let bytes: [UInt8]
    let nodes: [Node]

    init(bytes: [UInt8], nodes: [Node]) {
      self.bytes = bytes
      self.nodes = nodes
    }
  }

  /// Eight bytes: an export holds as many values as a thirtieth of its bytes, or more.
  struct Node: Sendable {
    let start: UInt32
    /// From the lowest bit: kind, whether a string must be decoded, extent.
    private var bits: UInt32

    private static let kindBits: UInt32 = 3
    private static let extentShift: UInt32 = 4
    /// Beyond this neither a scalar's length nor a container's count fits.
    static let maximumExtent = 1 << 28 - 1

    init(kind: Kind, start: Int) {
      self.start = UInt32(start)
      bits = UInt32(kind.rawValue)
    }

    var kind: Kind { Kind(rawValue: UInt8(bits & (1 << Node.kindBits - 1))) ?? .null }

    var hasEscapes: Bool {
      get { bits & 1 << Node.kindBits != 0 }
      set { bits = bits & ~(1 << Node.kindBits) | (newValue ? 1 << Node.kindBits : 0) }
    }

    /// Of a scalar its bytes, without a string's quotes; of a container the values within it.
    var extent: Int {
      get { Int(bits >> Node.extentShift) }
      set { bits = bits & (1 << Node.extentShift - 1) | UInt32(newValue) << Node.extentShift }
    }

    var isContainer: Bool { kind == .array || kind == .object }
  }

  let text: Text
  let index: Int

  private var node: Node { text.nodes[index] }

  /// Index one past the last node within that of an index.
  private func next(after index: Int) -> Int {
    let node = text.nodes[index]
    return index + 1 + (node.isContainer ? node.extent : 0)
  }

  /// Reads one JSON value (RFC 8259) and nothing after it. Bytes must be UTF-8.
  public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    let nodes = try scanJSON(bytes)
    return JSONValue(text: Text(bytes: bytes, nodes: nodes), index: 0)
  }

  /// Reads every value of a text, past slips where their meaning is plain, and tells the slips.
  static func parseAll(_ bytes: [UInt8]) -> (values: [JSONValue], defects: [JSONError]) {
    let (nodes, roots, defects) = scanJSONValues(bytes)
    let text = Text(bytes: bytes, nodes: nodes)
    return (roots.map { JSONValue(text: text, index: $0) }, defects)
  }
}

/// Why a text is no JSON, and where.
public struct JSONError: Error, Sendable, Hashable {
  /// In bytes, from the start of the text.
  public let offset: Int
  /// The rule it breaks.
  public let message: String

  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }
}

extension JSONValue {
  public var kind: Kind { node.kind }

  /// The bytes of the value; of a string, those between its quotes; of an array or an object, the
  /// bracket that opens it.
  public var range: SourceRange {
    let node = node
    let length = node.isContainer ? 1 : node.extent
    return SourceRange(start: node.start, end: node.start + UInt32(length))
  }

  public var isNull: Bool { node.kind == .null }

  public var boolean: Bool? {
    node.kind == .boolean ? text.bytes[Int(node.start)] == UInt8(ascii: "t") : nil
  }

  /// A whole number that fits; `1.0` and `1e3` are none.
  public var integer: Int? {
    guard node.kind == .number else { return nil }
    var value = 0
    var digits = text.bytes[range.offsets]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits.removeFirst() }
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let digit = Int(byte - 0x30)
      let (sum, sumOverflow) = product.addingReportingOverflow(isNegative ? -digit : digit)
      guard !overflow, !sumOverflow else { return nil }
      value = sum
    }
    return value
  }

  /// A number as it is written.
  public var numeral: String? {
    node.kind == .number ? String(decoding: text.bytes[range.offsets], as: UTF8.self) : nil
  }

  public var string: String? {
    stringBytes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// A string's UTF-8, decoded.
  public var stringBytes: [UInt8]? {
    guard node.kind == .string else { return nil }
    let raw = text.bytes[range.offsets]
    return node.hasEscapes ? decodeJSONString(raw) : Array(raw)
  }

  /// Whether the string's bytes stand in the text as they are.
  public var isVerbatim: Bool { !node.hasEscapes }

  /// The values of an array; empty for anything else.
  public var elements: [JSONValue] {
    guard node.kind == .array else { return [] }
    var found: [JSONValue] = []
    var child = index + 1
    let end = next(after: index)
    while child < end {
      found.append(JSONValue(text: text, index: child))
      child = next(after: child)
    }
    return found
  }

  /// The members of an object in order; empty for anything else.
  public var members: [(key: JSONValue, value: JSONValue)] {
    guard node.kind == .object else { return [] }
    var found: [(key: JSONValue, value: JSONValue)] = []
    var child = index + 1
    let end = next(after: index)
    while child < end {
      found.append(
        (JSONValue(text: text, index: child), JSONValue(text: text, index: child + 1)))
      child = next(after: child + 1)
    }
    return found
  }

  /// The value of an object's first member of that name.
  public subscript(key: StaticString) -> JSONValue? {
    guard node.kind == .object else { return nil }
    var child = index + 1
    let end = next(after: index)
    while child < end {
      if JSONValue(text: text, index: child).spells(key) {
        return JSONValue(text: text, index: child + 1)
      }
      child = next(after: child + 1)
    }
    return nil
  }

  private func spells(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { wanted in
      if node.hasEscapes { return stringBytes?.elementsEqual(wanted) ?? false }
      return range.count == wanted.count && text.bytes[range.offsets].elementsEqual(wanted)
    }
  }
}
