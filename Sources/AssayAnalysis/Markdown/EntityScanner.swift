/// Measures character references: `&amp;`, `&#38;`, `&#x26;`.
enum EntityScanner {
  /// The length of what has the form of a reference at an offset, 0 where there is none. A named
  /// one need not exist.
  static func length(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> Int {
    func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }
    var index = offset + 1
    if byte(index) == UInt8(ascii: "#") {
      index += 1
      let isHexadecimal = byte(index) | 0x20 == UInt8(ascii: "x")
      if isHexadecimal { index += 1 }
      let digits = index
      while isHexadecimal ? byte(index).isHexadecimalDigit : byte(index).isASCIIDigit {
        index += 1
      }
      let isLong = index - digits > (isHexadecimal ? 6 : 7)
      guard index > digits, !isLong else { return 0 }
    } else {
      let name = index
      while byte(index).isASCIILetter || byte(index).isASCIIDigit, index - name < 32 { index += 1 }
      guard index > name + 1 else { return 0 }
    }
    return byte(index) == UInt8(ascii: ";") ? index + 1 - offset : 0
  }

  /// How many UTF-8 bytes a reference of a known form becomes; 0 where a name is unknown.
  static func expandedCount(_ entity: UnsafeBufferPointer<UInt8>) -> Int {
    if entity.count > 2, entity[1] == UInt8(ascii: "#") { return numericCount(entity) }
    switch entity.count {
    case 4 where entity.elementsEqual("&lt;".utf8) || entity.elementsEqual("&gt;".utf8): return 1
    case 5 where entity.elementsEqual("&amp;".utf8): return 1
    case 6 where entity.elementsEqual("&quot;".utf8): return 1
    case 6 where entity.elementsEqual("&nbsp;".utf8): return 2
    default:
      let expansion = CommonMarkTree.expansion(of: entity)
      return expansion.elementsEqual(entity) ? 0 : expansion.count
    }
  }

  private static func numericCount(_ entity: UnsafeBufferPointer<UInt8>) -> Int {
    let isHexadecimal = entity[2] | 0x20 == UInt8(ascii: "x")
    var value: UInt32 = 0
    for byte in entity[(isHexadecimal ? 3 : 2)..<entity.count - 1] {
      let digit = byte.isASCIIDigit ? byte &- 0x30 : (byte | 0x20) &- 0x57
      value = value &* (isHexadecimal ? 16 : 10) &+ UInt32(digit)
    }
    // What is no character becomes U+FFFD.
    guard value != 0, let scalar = Unicode.Scalar(value) else { return 3 }
    return UTF8.width(scalar)
  }
}

extension UInt8 {
  @inline(__always) var isHexadecimalDigit: Bool {
    isASCIIDigit || (0x61...0x66).contains(self | 0x20)
  }
}
