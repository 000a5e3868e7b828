/// Writes template values into one run of bytes, so that what a page shows can wait outside memory
/// until the page is rendered.
///
/// A value is a byte that names its kind, then its content as `ByteWriter` has it: HTML as its bytes
/// and the hashes of its ids where those are known, a list as its count and its values, a map as the
/// number of its shape and its values. A shape that was not met before follows its number with its
/// names. Bytes are written and read by the same program; a reader of bytes that anything else wrote
/// gets nil.
struct ValuePacker {
  private var writer: ByteWriter
  private var shapes: [ObjectIdentifier: Int] = [:]

  init(capacity: Int = 0) { writer = ByteWriter(capacity: capacity) }

  var bytes: [UInt8] { writer.bytes }

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
    writer.append(raw: content)
    return PackedRange(bytes[start...])
  }

  /// Appends a value whose shapes may have been met in values before.
  mutating func append(_ value: TemplateValue) {
    switch value {
    case .nothing: writer.append(byte: PackedKind.nothing)
    case .boolean(let isTrue): writer.append(byte: isTrue ? PackedKind.yes : PackedKind.no)
    case .integer(let integer):
      writer.append(byte: PackedKind.integer)
      writer.append(integer)
    case .number(let number):
      writer.append(byte: PackedKind.number)
      writer.append(fixed: number.bitPattern)
    case .string(let text):
      writer.append(byte: PackedKind.string)
      writer.append(text)
    case .html(let html):
      writer.append(byte: PackedKind.html)
      writer.append(html)
    case .list(let values):
      writer.append(byte: PackedKind.list)
      writer.append(UInt64(values.count))
      for value in values { append(value) }
    case .map(let map):
      writer.append(byte: PackedKind.map)
      append(map.shape)
      for value in map.values { append(value) }
    }
  }

  private mutating func append(_ shape: TemplateShape) {
    let known = shapes.count
    let number = shapes[ObjectIdentifier(shape)] ?? known
    writer.append(UInt64(number))
    guard number == known else { return }
    shapes[ObjectIdentifier(shape)] = number
    writer.append(shape.names)
  }
}

/// Reads what `ValuePacker` wrote.
struct ValueUnpacker {
  private var reader: ByteReader
  private var depth = 0
  private var shapes: [TemplateShape] = []

  /// Values of ours nest four deep at most.
  private static let deepest = 16

  init(_ bytes: [UInt8]) { reader = ByteReader(bytes) }

  /// The value that the bytes begin with; nil where they hold none.
  mutating func value() -> TemplateValue? {
    let value = next()
    return reader.isDamaged ? nil : value
  }

  private mutating func next() -> TemplateValue {
    guard depth < ValueUnpacker.deepest else { return refused() }
    switch reader.byte() {
    case PackedKind.nothing: return .nothing
    case PackedKind.yes: return .boolean(true)
    case PackedKind.no: return .boolean(false)
    case PackedKind.integer: return .integer(reader.integer())
    case PackedKind.number: return .number(Double(bitPattern: reader.fixed()))
    case PackedKind.string: return .string(reader.text())
    case PackedKind.html: return .html(reader.html())
    case PackedKind.list: return .list(values(reader.count()))
    case PackedKind.map:
      guard let shape = shape() else { return refused() }
      let values = values(shape.names.count)
      return reader.isDamaged ? .nothing : .map(TemplateMap(shape: shape, values: values))
    default: return refused()
    }
  }

  private mutating func refused() -> TemplateValue {
    reader.refuse()
    return .nothing
  }

  private mutating func values(_ count: Int) -> [TemplateValue] {
    depth += 1
    defer { depth -= 1 }
    var values: [TemplateValue] = []
    values.reserveCapacity(count)
    while values.count < count, !reader.isDamaged { values.append(next()) }
    return values
  }

  private mutating func shape() -> TemplateShape? {
    let number = reader.number()
    if number < shapes.count { return shapes[Int(number)] }
    guard number == shapes.count else { return nil }
    let shape = TemplateShape(reader.texts())
    shapes.append(shape)
    return shape
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
