extension TokenizedText {
  /// Cuts a document's words into tokens and sentences, in one walk over its bytes each.
  public convenience init(_ document: Document) {
    let tokens = tokenize(document.text)
    self.init(
      text: document.text, tokens: tokens,
      sentences: splitSentences(document: document, tokens: tokens))
  }
}

/// Cuts words, numbers and marks out of a text.
///
/// A word runs over letters, digits and non-ASCII letters, and over an apostrophe, hyphen, or
/// underscore between two of those. A number runs over digits, and over a comma, point or
/// apostrophe between two digits; it ends where letters begin ("72B" is `72` and a joined `B`).
func tokenize(_ text: DocumentText) -> [Token] {
  var tokens: [Token] = []
  tokens.reserveCapacity(text.bytes.count / 5 + 8)
  text.bytes.withUnsafeBufferPointer { bytes in
    var scanner = TokenScanner(bytes: bytes, opaque: text.opaque)
    while let token = scanner.next() { tokens.append(token) }
  }
  return tokens
}

private struct TokenScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let opaque: [TextRange]
  var index = 0
  var lastEnd = -1
  var opaqueIndex = 0

  init(bytes: UnsafeBufferPointer<UInt8>, opaque: [TextRange]) {
    self.bytes = bytes
    self.opaque = opaque
  }

  mutating func next() -> Token? {
    skipSpace()
    guard index < bytes.count else { return nil }
    let start = index
    var shape: Token.Shape = start == lastEnd ? .isJoined : []
    let kind: Token.Kind
    let byte = bytes[start]
    if byte == UInt8(ascii: "\n") {
      kind = .blockEnd
      index += 1
    } else if byte.isASCIIDigit {
      kind = .number
      scanNumber()
    } else if byte.isASCIILetter || (byte >= 0x80 && letterLength(at: start) > 0) {
      kind = .word
      shape.formUnion(scanWord())
    } else if byte < 0x80 {
      kind = byte.isASCIISymbol ? .symbol : .punctuation
      index += 1
    } else {
      kind = isGeneralPunctuation(at: start) ? .punctuation : .symbol
      shape.insert(.isNonASCII)
      index += max(1, utf8Length(byte))
    }
    if isOpaque(start) { shape.insert(.isOpaque) }
    lastEnd = index
    return Token(start: UInt32(start), end: UInt32(index), kind: kind, shape: shape)
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x20 || byte == 0x09 || byte == 0x0D {
        index += 1
      } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
        index += 2
      } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
        (0x80...0x8B).contains(bytes[index + 2]) || bytes[index + 2] == 0xAF
      {
        index += 3
      } else {
        return
      }
    }
  }

  private mutating func scanNumber() {
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isASCIIDigit {
        index += 1
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."), index + 1 < bytes.count,
        bytes[index + 1].isASCIIDigit
      {
        index += 2
      } else {
        return
      }
    }
  }

  private mutating func scanWord() -> Token.Shape {
    var shape: Token.Shape = []
    var isFirst = true
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isASCIIUppercase {
        shape.insert(isFirst ? .isCapitalised : .hasUppercaseInside)
        index += 1
      } else if byte.isASCIILetter {
        shape.insert(.hasLowercase)
        index += 1
      } else if byte.isASCIIDigit {
        // "USD10", "RM79": a currency code lets its number go.
        if !shape.contains(.hasDigit), isCurrencyPrefix(start..<index) { return shape }
        shape.insert(.hasDigit)
        index += 1
      } else if byte >= 0x80, let length = letterLengthOrNil(at: index) {
        shape.insert(.isNonASCII)
        if isFirst, isNonASCIIUppercase(at: index) { shape.insert(.isCapitalised) }
        index += length
      } else if let joint = jointLength(at: index) {
        // "minus-1.4", "sub-7": a sign in letters lets its number go.
        if bytes[index + joint].isASCIIDigit, isSignWord(start..<index) { return shape }
        if byte == UInt8(ascii: "-") { shape.insert(.hasHyphen) }
        index += joint
      } else {
        return shape
      }
      isFirst = false
    }
    return shape
  }

  /// Codes and signs of currencies that are written right before their digits.
  private func isCurrencyPrefix(_ range: Range<Int>) -> Bool {
    switch range.count {
    case 2:
      let (first, second) = (bytes[range.lowerBound], bytes[range.lowerBound + 1])
      switch (first, second) {
      case (0x55, 0x53), (0x52, 0x4D), (0x52, 0x73), (0x52, 0x70): return true
      default: return false
      }
    case 3:
      var code: UInt32 = 0
      for byte in bytes[range] { code = code << 8 | UInt32(byte) }
      return prefixCodes.contains(code)
    default: return false
    }
  }

  /// "minus", "sub", "plus", "over", "under", "mid".
  private func isSignWord(_ range: Range<Int>) -> Bool {
    guard (3...5).contains(range.count) else { return false }
    var code: UInt64 = 0
    for byte in bytes[range] { code = code << 8 | UInt64(byte.lowercasedASCII) }
    switch code {
    case 0x6D_696E_7573, 0x73_7562, 0x706C_7573, 0x6F76_6572, 0x75_6E64_6572, 0x6D_6964: return true
    default: return false
    }
  }

  /// The length of an apostrophe, hyphen or underscore that stands between two letters or digits.
  private func jointLength(at place: Int) -> Int? {
    let byte = bytes[place]
    let length: Int
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "_"): length = 1
    case 0xE2 where place + 2 < bytes.count && bytes[place + 1] == 0x80 && bytes[place + 2] == 0x99:
      length = 3
    default: return nil
    }
    let after = place + length
    guard after < bytes.count else { return nil }
    let next = bytes[after]
    let continues = next.isASCIILetter || next.isASCIIDigit || letterLength(at: after) > 0
    return continues ? length : nil
  }

  private func letterLengthOrNil(at place: Int) -> Int? {
    let length = letterLength(at: place)
    return length > 0 ? length : nil
  }

  /// The length of a non-ASCII letter, 0 where the bytes are a mark or a symbol.
  private func letterLength(at place: Int) -> Int {
    let byte = bytes[place]
    guard byte >= 0xC2 else { return 0 }
    let length = utf8Length(byte)
    guard place + length <= bytes.count else { return 0 }
    let scalar = decode(at: place, length: length)
    return isLetter(scalar) ? length : 0
  }

  private func isNonASCIIUppercase(at place: Int) -> Bool {
    let length = utf8Length(bytes[place])
    guard place + length <= bytes.count,
      let scalar = Unicode.Scalar(decode(at: place, length: length))
    else { return false }
    return scalar.properties.isUppercase
  }

  private func decode(at place: Int, length: Int) -> UInt32 {
    switch length {
    case 2: return UInt32(bytes[place] & 0x1F) << 6 | UInt32(bytes[place + 1] & 0x3F)
    case 3:
      return UInt32(bytes[place] & 0x0F) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6
        | UInt32(bytes[place + 2] & 0x3F)
    case 4:
      return UInt32(bytes[place] & 0x07) << 18 | UInt32(bytes[place + 1] & 0x3F) << 12
        | UInt32(bytes[place + 2] & 0x3F) << 6 | UInt32(bytes[place + 3] & 0x3F)
    default: return UInt32(bytes[place])
    }
  }

  /// Latin, Greek and Cyrillic by range; the rest by Unicode's property.
  private func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x370...0x373, 0x386...0x3FF,
      0x400...0x481, 0x48A...0x52F, 0x1E00...0x1FFF:
      return true
    case 0x80...0xBF, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3000...0x3004, 0xFE00...0xFE0F,
      0x1F000...0x1FFFF:
      return false
    default:
      return Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
    }
  }

  private func isGeneralPunctuation(at place: Int) -> Bool {
    (bytes[place] == 0xE2 && place + 1 < bytes.count && bytes[place + 1] == 0x80)
      || (bytes[place] == 0xC2 && place + 1 < bytes.count
        && [0xA1, 0xAB, 0xBB, 0xBF, 0xB7].contains(bytes[place + 1]))
  }

  private mutating func isOpaque(_ start: Int) -> Bool {
    while opaqueIndex < opaque.count, Int(opaque[opaqueIndex].end) <= start { opaqueIndex += 1 }
    return opaqueIndex < opaque.count && Int(opaque[opaqueIndex].start) <= start
  }
}

/// ISO 4217 codes that texts write right before digits, as three bytes.
private let prefixCodes: Set<UInt32> = Set(
  [
    "USD", "EUR", "GBP", "AUD", "CAD", "NZD", "JPY", "CHF", "SEK", "NOK", "DKK", "INR", "CNY",
    "RMB",
    "HKD", "SGD", "TWD", "KRW", "MYR", "THB", "IDR", "PHP", "VND", "PKR", "LKR", "BDT", "ZAR",
    "NGN",
    "KES", "GHS", "EGP", "AED", "SAR", "QAR", "ILS", "NIS", "TRY", "RUB", "UAH", "PLN", "CZK",
    "HUF",
    "RON", "BRL", "MXN", "ARS", "CLP", "COP", "PEN", "KSh",
  ].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } })

func utf8Length(_ lead: UInt8) -> Int {
  lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
}

extension UInt8 {
  @inline(__always) var isASCIIDigit: Bool { self &- 0x30 < 10 }
  @inline(__always) var isASCIIUppercase: Bool { self &- 0x41 < 26 }
  @inline(__always) var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// $ % + < = > ^ ` | ~ and the like count as symbols, the rest of ASCII as punctuation.
  var isASCIISymbol: Bool {
    switch self {
    case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "<"),
      UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "|"),
      UInt8(ascii: "~"), UInt8(ascii: "#"):
      true
    default: false
    }
  }
}
