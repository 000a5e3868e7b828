import CModels

/// A hash of a word's bytes, without regard to the case of its letters.
///
/// Word lists are looked up by it, so that no `String` is made for a token. Sixty-four bits leave
/// one chance in a million million that a stranger's word meets one of a list.
@frozen
public struct WordKey: Sendable, Hashable {
  public let value: UInt64

  @inlinable
  public init(value: UInt64) { self.value = value }

  /// The key of a range of bytes: ASCII and Latin-1 letters count as lower case, the typographic
  /// apostrophe as the plain one.
  @inlinable
  public init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var hash = WordKey.seed
    var index = range.lowerBound
    var last: UInt8 = 0
    while index < range.upperBound {
      var byte = bytes[index]
      if byte &- 0x41 < 26 {
        byte |= 0x20
      } else if byte >= 0x80 {
        if byte == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80,
          bytes[index + 2] == 0x99
        {
          byte = UInt8(ascii: "'")
          index += 2
        } else if last == 0xC3, byte < 0x9F, byte != 0x97 {
          byte |= 0x20
        }
      }
      hash = (hash ^ UInt64(byte)) &* WordKey.prime
      last = byte
      index += 1
    }
    self.value = hash == 0 ? 1 : hash
  }

  /// The key of a word in a list.
  public init(_ word: String) {
    let bytes = Array(word.utf8)
    self = bytes.withUnsafeBufferPointer { WordKey($0, 0..<bytes.count) }
  }

  /// The key that no word has.
  static var none: WordKey { WordKey(value: 0) }

  /// The key of this word followed by another.
  @inlinable
  public func followed(by next: WordKey) -> WordKey {
    WordKey(value: ((value &* WordKey.prime) ^ next.value) &* WordKey.prime | 1)
  }

  /// FNV-1a's offset basis and prime for 64 bits.
  @usableFromInline static var seed: UInt64 { 0xCBF2_9CE4_8422_2325 }
  @usableFromInline static var prime: UInt64 { 0x0000_0100_0000_01B3 }
}

/// A fixed table from words to values, looked up by key: one multiplication and about one probe.
struct WordTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value]
  private var mask: Int
  private var shift: UInt64
  private(set) var count = 0
  private let empty: Value

  /// An empty table; `empty` is what a look-up of a missing word gives.
  init(empty: Value, capacity: Int = 16) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    self.keys = Array(repeating: 0, count: size)
    self.values = Array(repeating: empty, count: size)
    self.mask = size - 1
    self.shift = UInt64(64 - size.trailingZeroBitCount)
    self.empty = empty
  }

  subscript(key: WordKey) -> Value {
    @inline(__always)
    get {
      var slot = place(of: key.value)
      while true {
        let found = keys[slot]
        if found == key.value { return values[slot] }
        if found == 0 { return empty }
        slot = (slot + 1) & mask
      }
    }
    set {
      var slot = place(of: key.value)
      while keys[slot] != 0, keys[slot] != key.value { slot = (slot + 1) & mask }
      if keys[slot] == 0 { count += 1 }
      keys[slot] = key.value
      values[slot] = newValue
      if count * 2 > keys.count { grow() }
    }
  }

  /// Asks memory for a word that will soon be looked up.
  @inline(__always)
  func prefetch(_ key: WordKey) {
    let slot = place(of: key.value)
    keys.withUnsafeBufferPointer { if let base = $0.baseAddress { assay_prefetch(base + slot) } }
    values.withUnsafeBufferPointer { if let base = $0.baseAddress { assay_prefetch(base + slot) } }
  }

  @inline(__always)
  private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  private mutating func grow() {
    var larger = WordTable(empty: empty, capacity: keys.count)
    for slot in keys.indices where keys[slot] != 0 {
      larger[WordKey(value: keys[slot])] = values[slot]
    }
    self = larger
  }
}

/// Which words a dictionary may hold: a small table of bits in front of it, since most words of a
/// text are not in it.
struct WordFilter: Sendable {
  private var bits: [UInt64] = Array(repeating: 0, count: 256)

  mutating func insert(_ key: WordKey) {
    bits[Int(key.value >> 6 & 255)] |= 1 << (key.value & 63)
  }

  /// False for a word that surely was not inserted.
  func mayHold(_ key: WordKey) -> Bool {
    bits[Int(key.value >> 6 & 255)] & 1 << (key.value & 63) != 0
  }
}

/// Calls `body` with each word of a list whose words stand apart by white space.
func forEachWord(in list: String, _ body: (WordKey) -> Void) {
  let bytes = Array(list.utf8)
  bytes.withUnsafeBufferPointer { buffer in
    var start = 0
    for index in 0...buffer.count where index == buffer.count || buffer[index] <= 0x20 {
      if index > start { body(WordKey(buffer, start..<index)) }
      start = index + 1
    }
  }
}
