/// A hash of 64 bits that walks eight bytes a step: tells whether bytes are the same as before.
///
/// It guards against accidents, of disks and of programs, not against who seeks two texts of one
/// hash; what must stand up to that is hashed by SHA-256. The same on every machine.
public struct ContentHash: Sendable, Hashable {
  private var state: UInt64

  /// Odd numbers with bits all over: the fractional parts of the square roots of 2, 3, 5 and 7.
  private static let keys: (UInt64, UInt64, UInt64, UInt64) = (
    0x6a09_e667_f3bc_c909, 0xbb67_ae85_84ca_a73b, 0x3c6e_f372_fe94_f82b, 0xa54f_f53a_5f1d_36f1
  )

  public init() { state = ContentHash.keys.0 }

  /// What was combined so far.
  public var value: UInt64 { mixed(state, ContentHash.keys.3) }

  public mutating func combine(_ number: UInt64) {
    state = mixed(state ^ number, ContentHash.keys.1)
  }

  public mutating func combine(_ number: Int) { combine(UInt64(bitPattern: Int64(number))) }

  public mutating func combine(_ text: String) {
    var text = text
    text.withUTF8 { combine(UnsafeRawBufferPointer($0)) }
  }

  public mutating func combine(_ bytes: [UInt8]) { bytes.withUnsafeBytes { combine($0) } }

  public mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    var (first, second) = (state ^ ContentHash.keys.1, state ^ ContentHash.keys.2)
    // Two walks at once, so that one multiplication does not wait for the other.
    while index + 32 <= bytes.count {
      first = mixed(first ^ word(bytes, index), word(bytes, index + 8) ^ ContentHash.keys.1)
      second = mixed(second ^ word(bytes, index + 16), word(bytes, index + 24) ^ ContentHash.keys.2)
      index += 32
    }
    while index + 8 <= bytes.count {
      first = mixed(first ^ word(bytes, index), ContentHash.keys.3)
      index += 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    // The length keeps runs apart that follow each other.
    second = mixed(second ^ rest, UInt64(bytes.count) ^ ContentHash.keys.3)
    state = mixed(first, second | 1)
  }
}

@inline(__always) private func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
  UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
}

/// Both halves of a product, folded.
@inline(__always) private func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
  let (high, low) = left.multipliedFullWidth(by: right)
  return high ^ low ^ left
}
