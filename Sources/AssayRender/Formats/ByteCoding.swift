/// Appends values to one run of bytes, to be read back by the same program: integers in the variable
/// length of LEB128, text as its length and UTF-8.
public struct ByteWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  /// - Parameter capacity: how many bytes there will be, roughly.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  public mutating func append(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Small numbers of either sign take few bytes.
  public mutating func append(_ number: Int) {
    append(UInt64(bitPattern: Int64(number << 1 ^ number >> (Int.bitWidth - 1))))
  }

  public mutating func append(_ isTrue: Bool) { bytes.append(isTrue ? 1 : 0) }

  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 {
      append(UInt64($0.count))
      bytes.append(contentsOf: $0)
    }
  }

  public mutating func append(_ content: [UInt8]) {
    append(UInt64(content.count))
    append(raw: content)
  }

  /// Bytes without their count.
  mutating func append(raw content: [UInt8]) { bytes.append(contentsOf: content) }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  /// Markup, and the hashes of its ids where they are known.
  mutating func append(_ html: SafeHTML) {
    append(html.bytes)
    append(html.anchors) { $1.append(fixed: $0) }
  }

  /// Eight bytes, for numbers that are large as a rule.
  public mutating func append(fixed number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Numbers that are large as a rule.
  public mutating func append(fixed numbers: [UInt64]) {
    append(UInt64(numbers.count))
    for number in numbers { append(fixed: number) }
  }

  public mutating func append<Value>(
    _ value: Value?, _ write: (Value, inout ByteWriter) -> Void
  ) {
    append(value != nil)
    if let value { write(value, &self) }
  }

  public mutating func append(_ text: String?) { append(text) { $1.append($0) } }

  public mutating func append(_ number: Int?) { append(number) { $1.append($0) } }

  public mutating func append<Value>(
    list values: [Value], _ write: (Value, inout ByteWriter) -> Void
  ) {
    append(UInt64(values.count))
    for value in values { write(value, &self) }
  }

  public mutating func append(_ texts: [String]) { append(list: texts) { $1.append($0) } }
}

/// Reads what `ByteWriter` wrote. Bytes that anything else wrote are damage: from there on it gives
/// empty values, and says so once at the end.
public struct ByteReader: Sendable {
  private let bytes: [UInt8]
  private var place: Int
  /// True where something was read that nobody wrote.
  public private(set) var isDamaged = false

  public init(_ bytes: [UInt8], at place: Int = 0) {
    self.bytes = bytes
    self.place = place
  }

  /// True where all was read and nothing was wrong.
  public var isWhole: Bool { !isDamaged && place == bytes.count }

  public mutating func number() -> UInt64 {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return result }
      shift += 7
    }
    isDamaged = true
    return 0
  }

  public mutating func integer() -> Int {
    let number = number()
    return Int(truncatingIfNeeded: number >> 1) ^ -Int(truncatingIfNeeded: number & 1)
  }

  public mutating func boolean() -> Bool {
    guard place < bytes.count, bytes[place] < 2 else {
      isDamaged = true
      return false
    }
    place += 1
    return bytes[place - 1] == 1
  }

  /// A number of elements that take a byte each at least, so that damage asks for no memory.
  mutating func count(ofBytes width: Int = 1) -> Int {
    let count = number()
    guard count <= UInt64((bytes.count - place) / width) else {
      isDamaged = true
      return 0
    }
    return Int(count)
  }

  mutating func byte() -> UInt8 {
    guard place < bytes.count else {
      isDamaged = true
      return 0
    }
    place += 1
    return bytes[place - 1]
  }

  mutating func html() -> SafeHTML {
    SafeHTML(trusted: content(), anchors: optional { $0.fixedNumbers() })
  }

  public mutating func text() -> String { String(decoding: slice(), as: UTF8.self) }

  public mutating func content() -> [UInt8] { Array(slice()) }

  private mutating func slice() -> ArraySlice<UInt8> {
    let count = count()
    defer { place += count }
    return bytes[place..<place + count]
  }

  public mutating func fixed() -> UInt64 {
    guard place + 8 <= bytes.count else {
      isDamaged = true
      return 0
    }
    defer { place += 8 }
    return bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
  }

  public mutating func fixedNumbers() -> [UInt64] {
    let count = count(ofBytes: 8)
    var numbers: [UInt64] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count { numbers.append(fixed()) }
    return numbers
  }

  public mutating func optional<Value>(_ read: (inout ByteReader) -> Value) -> Value? {
    boolean() ? read(&self) : nil
  }

  public mutating func optionalText() -> String? { optional { $0.text() } }

  public mutating func optionalInteger() -> Int? { optional { $0.integer() } }

  public mutating func list<Value>(_ read: (inout ByteReader) -> Value) -> [Value] {
    let count = count()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count {
      guard !isDamaged else { return [] }
      values.append(read(&self))
    }
    return values
  }

  public mutating func texts() -> [String] { list { $0.text() } }

  /// What a text names, such as a case of an `enum`.
  public mutating func named<Value: RawRepresentable>(_ fallback: Value) -> Value
  where Value.RawValue == String {
    guard let value = Value(rawValue: text()) else {
      isDamaged = true
      return fallback
    }
    return value
  }

  /// Says that a value that was read makes no sense.
  public mutating func refuse() { isDamaged = true }
}
