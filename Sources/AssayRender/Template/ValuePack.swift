/// Writes template values into one run of bytes, so that what a page shows can wait outside memory
/// until the page is rendered.
///
/// A value is a byte that names its kind, then its content: integers and lengths in the variable
/// length of LEB128, text as UTF-8, HTML as its bytes and the hashes of its ids where those are known, a
/// list as its count and its values, a map as the number of its shape and its values. A shape that was
/// not met before follows its number with its names. Bytes are written and read by the same program; a
/// reader of bytes that anything else wrote gets nil.
struct ValuePacker {
  private(set) var bytes: [UInt8] = []
  private var shapes: [ObjectIdentifier: Int] = [:]

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Appends a value that can be read alone, and says where it lies.
  mutating func add(_ value: TemplateValue) -> PackedRange {
    let start = bytes.count
    shapes.removeAll(keepingCapacity: true)
    append(value)
    return PackedRange(bytes[start...])
  }

  /// Appends finished bytes, and says where they lie.
  mutating func add(raw content: [UInt8]) -> PackedRange {
    let start = bytes.count
    bytes.append(contentsOf: content)
    return PackedRange(bytes[start...])
  }

  /// Appends a value whose shapes may have been met in values before.
  mutating func append(_ value: TemplateValue) {
    switch value {
    case .nothing: bytes.append(PackedKind.nothing)
    case .boolean(let isTrue): bytes.append(isTrue ? PackedKind.yes : PackedKind.no)
    case .integer(let integer):
      bytes.append(PackedKind.integer)
      append(UInt64(bitPattern: Int64(integer)))
    case .number(let number):
      bytes.append(PackedKind.number)
      append(number.bitPattern)
    case .string(let text):
      bytes.append(PackedKind.string)
      append(text)
    case .html(let html):
      bytes.append(PackedKind.html)
      append(UInt64(html.bytes.count))
      bytes.append(contentsOf: html.bytes)
      append(UInt64(html.anchors.map { $0.count + 1 } ?? 0))
      for anchor in html.anchors ?? [] {
        withUnsafeBytes(of: anchor.littleEndian) { bytes.append(contentsOf: $0) }
      }
    case .list(let values):
      bytes.append(PackedKind.list)
      append(UInt64(values.count))
      for value in values { append(value) }
    case .map(let map):
      bytes.append(PackedKind.map)
      append(map.shape)
      for value in map.values { append(value) }
    }
  }

  private mutating func append(_ shape: TemplateShape) {
    let known = shapes.count
    let number = shapes[ObjectIdentifier(shape)] ?? known
    append(UInt64(number))
    guard number == known else { return }
    shapes[ObjectIdentifier(shape)] = number
    append(UInt64(shape.names.count))
    for name in shape.names { append(name) }
  }

  private mutating func append(_ text: String) {
    append(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func append(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

/// Reads what `ValuePacker` wrote.
struct ValueUnpacker {
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0
  private var shapes: [TemplateShape] = []

  /// Values of ours nest four deep at most.
  private static let deepest = 16

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that the bytes begin with; nil where they hold none.
  mutating func value() -> TemplateValue? {
    guard place < bytes.count, depth < ValueUnpacker.deepest else { return nil }
    let kind = bytes[place]
    place += 1
    switch kind {
    case PackedKind.nothing: return .nothing
    case PackedKind.yes: return .boolean(true)
    case PackedKind.no: return .boolean(false)
    case PackedKind.integer: return number().map { .integer(Int(truncatingIfNeeded: $0)) }
    case PackedKind.number: return number().map { .number(Double(bitPattern: $0)) }
    case PackedKind.string: return text().map { .string($0) }
    case PackedKind.html:
      guard let content = slice(), let count = number() else { return nil }
      let html = Array(content)
      if count == 0 { return .html(SafeHTML(trusted: html)) }
      return anchors(count - 1).map { .html(SafeHTML(trusted: html, anchors: $0)) }
    case PackedKind.list: return number().flatMap { values(Int(clamping: $0)) }.map { .list($0) }
    case PackedKind.map:
      guard let shape = shape(), let values = values(shape.names.count) else { return nil }
      return .map(TemplateMap(shape: shape, values: values))
    default: return nil
    }
  }

  private mutating func anchors(_ count: UInt64) -> [UInt64]? {
    guard count <= UInt64((bytes.count - place) / 8) else { return nil }
    defer { place += 8 * Int(count) }
    return bytes.withUnsafeBytes { buffer in
      (0..<Int(count)).map {
        UInt64(
          littleEndian: buffer.loadUnaligned(fromByteOffset: place + 8 * $0, as: UInt64.self))
      }
    }
  }

  private mutating func values(_ count: Int) -> [TemplateValue]? {
    guard count <= bytes.count - place else { return nil }
    depth += 1
    defer { depth -= 1 }
    var values: [TemplateValue] = []
    values.reserveCapacity(count)
    for _ in 0..<count {
      guard let value = value() else { return nil }
      values.append(value)
    }
    return values
  }

  private mutating func shape() -> TemplateShape? {
    guard let number = number() else { return nil }
    if number < shapes.count { return shapes[Int(number)] }
    guard number == shapes.count, let count = self.number(), count <= bytes.count - place else {
      return nil
    }
    var names: [String] = []
    for _ in 0..<count {
      guard let name = text() else { return nil }
      names.append(name)
    }
    let shape = TemplateShape(names)
    shapes.append(shape)
    return shape
  }

  private mutating func text() -> String? { slice().map { String(decoding: $0, as: UTF8.self) } }

  private mutating func slice() -> ArraySlice<UInt8>? {
    guard let count = number(), count <= bytes.count - place else { return nil }
    defer { place += Int(count) }
    return bytes[place..<place + Int(count)]
  }

  private mutating func number() -> UInt64? {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return result }
      shift += 7
    }
    return nil
  }
}

/// Where something lies in a pack, and a hash of its bytes: two of one hash are the same, and bytes
/// of another are damaged.
struct PackedRange: Sendable, Hashable {
  let range: Range<Int>
  let hash: UInt64

  static let none = PackedRange(range: 0..<0, hash: 0)

  init(range: Range<Int>, hash: UInt64) {
    self.range = range
    self.hash = hash
  }

  /// - Parameter bytes: a slice of the pack.
  init(_ bytes: ArraySlice<UInt8>) {
    range = bytes.startIndex..<bytes.endIndex
    hash = PackedRange.hash(bytes)
  }

  static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = ContentHash()
    bytes.withUnsafeBytes { hash.combine($0) }
    return hash.value
  }
}

private enum PackedKind {
  static let nothing: UInt8 = 0
  static let no: UInt8 = 1
  static let yes: UInt8 = 2
  static let integer: UInt8 = 3
  static let number: UInt8 = 4
  static let string: UInt8 = 5
  static let html: UInt8 = 6
  static let list: UInt8 = 7
  static let map: UInt8 = 8
}
