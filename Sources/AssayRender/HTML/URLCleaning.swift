/// Which addresses a page may lead to.
struct URLPolicy: Sendable {
  /// Lower case.
  let schemes: [String]
  /// True where an address without a scheme, which leads into the site, may stand.
  let allowsRelative: Bool

  /// For what the site's owner wrote.
  static let article = URLPolicy(
    schemes: ["http", "https", "mailto", "tel"], allowsRelative: true)
  /// For what strangers wrote: their relative addresses were meant for another site.
  static let comment = URLPolicy(schemes: ["http", "https", "mailto"], allowsRelative: false)
}

extension URLPolicy {
  /// The address as it may stand in an attribute, percent-encoded but not yet escaped; nil where
  /// its scheme is not allowed.
  ///
  /// Browsers drop leading controls and spaces, and TAB, CR and LF anywhere, before they look for
  /// a scheme; so that is done first.
  func clean(_ destination: String) -> [UInt8]? {
    var bytes = destination.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    bytes = Array(bytes.drop { $0 <= 0x20 })
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    guard isAllowed(bytes) else { return nil }
    return percentEncoded(bytes)
  }

  private func isAllowed(_ bytes: [UInt8]) -> Bool {
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: ":"):
        let scheme = String(decoding: bytes[..<index], as: UTF8.self).lowercased()
        return schemes.contains(scheme)
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        return allowsRelative
      default: continue
      }
    }
    return allowsRelative
  }
}

/// Percent-encodes what may not stand in an address; what is encoded already stays.
func percentEncoded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
  var encoded: [UInt8] = []
  for byte in bytes {
    if byte.isURLByte {
      encoded.append(byte)
    } else {
      encoded.append(UInt8(ascii: "%"))
      encoded.append(hexadecimalDigits[Int(byte >> 4)])
      encoded.append(hexadecimalDigits[Int(byte & 15)])
    }
  }
  return encoded
}

private let hexadecimalDigits = Array("0123456789ABCDEF".utf8)

extension UInt8 {
  /// The bytes that cmark leaves as they are in an address.
  fileprivate var isURLByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"),
      UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: ","), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "@"),
      UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "~"), UInt8(ascii: "&"),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
