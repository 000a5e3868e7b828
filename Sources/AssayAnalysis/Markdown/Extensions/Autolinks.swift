/// Finds addresses that stand in a text without any marks, by GitHub's rules.
struct AutolinkScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The text to look at; what lies before it may be looked at, what lies after may not.
  let range: Range<Int>

  struct Match {
    let range: Range<Int>
    /// What goes before the words to make the address.
    let prefix: String
  }

  private func byte(_ offset: Int) -> UInt8 { range.contains(offset) ? bytes[offset] : 0 }

  /// An address that begins with `www.` here.
  func web(at start: Int) -> Match? {
    guard hasWord("www.", at: start), isBoundary(before: start) else { return nil }
    guard let domain = domainEnd(from: start, mayBeShort: false) else { return nil }
    return match(start, extended(domain), prefix: "http://")
  }

  /// An address around the `://` here; it begins no earlier than `floor`.
  func address(at colon: Int, floor: Int) -> Match? {
    guard byte(colon + 1) == UInt8(ascii: "/"), byte(colon + 2) == UInt8(ascii: "/") else {
      return nil
    }
    var start = colon
    while start > floor, bytes[start - 1].isASCIILetter { start -= 1 }
    guard isKnownScheme(start..<colon), isHostByte(byte(colon + 3)),
      let domain = domainEnd(from: colon + 3, mayBeShort: true)
    else { return nil }
    return match(start, extended(domain), prefix: "")
  }

  /// A mail address around the `@` here; it begins no earlier than `floor`.
  func mail(at sign: Int, floor: Int) -> Match? {
    var start = sign
    while start > floor, isMailByte(bytes[start - 1]) { start -= 1 }
    guard start < sign else { return nil }
    var end = sign + 1
    var dots = 0
    while end < range.upperBound {
      let byte = bytes[end]
      if byte == UInt8(ascii: "."), isAlphanumeric(self.byte(end + 1)) {
        dots += 1
      } else if !isAlphanumeric(byte), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
        break
      }
      end += 1
    }
    guard dots > 0, bytes[end - 1].isASCIILetter, byte(end) != UInt8(ascii: "@") else {
      return nil
    }
    return match(start, end, prefix: "mailto:")
  }

  private func match(_ start: Int, _ end: Int, prefix: String) -> Match? {
    let end = trimmed(start, end)
    return end > start ? Match(range: start..<end, prefix: prefix) : nil
  }

  /// At the start, after white space, or after a mark that opens something.
  private func isBoundary(before start: Int) -> Bool {
    guard start > range.lowerBound else { return true }
    let byte = bytes[start - 1]
    return byte.isMarkdownSpace || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "(")
  }

  private func hasWord(_ word: StaticString, at start: Int) -> Bool {
    guard start + word.utf8CodeUnitCount <= range.upperBound else { return false }
    return UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
      .elementsEqual(bytes[start..<start + word.utf8CodeUnitCount])
  }

  private func isKnownScheme(_ range: Range<Int>) -> Bool {
    switch range.count {
    case 3...5:
      let name = bytes[range].map { $0 | 0x20 }
      return name.elementsEqual("http".utf8) || name.elementsEqual("https".utf8)
        || name.elementsEqual("ftp".utf8)
    default: return false
    }
  }

  /// The end of a domain name; nil where there is none. Its last two parts have no underscore.
  private func domainEnd(from start: Int, mayBeShort: Bool) -> Int? {
    var end = start
    var dots = 0
    var underscoresBefore = 0
    var underscores = 0
    while end < range.upperBound {
      let byte = bytes[end]
      if byte == UInt8(ascii: "_") {
        underscores += 1
      } else if byte == UInt8(ascii: ".") {
        underscoresBefore = underscores
        underscores = 0
        dots += 1
      } else if !isHostByte(byte), byte != UInt8(ascii: "-") {
        break
      }
      end += 1
    }
    // GitHub's limit: with more dots than this it does not look at underscores.
    if underscores + underscoresBefore > 0, dots <= 10 { return nil }
    return end > start && (mayBeShort || dots > 0) ? end : nil
  }

  /// Up to the next white space or `<`.
  private func extended(_ start: Int) -> Int {
    var end = start
    while end < range.upperBound, !bytes[end].isMarkdownSpace, bytes[end] != UInt8(ascii: "<") {
      end += 1
    }
    return end
  }

  /// Without the marks of the sentence around it: closing parentheses of others, final points.
  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    var surplus = 0
    for byte in bytes[start..<end] {
      if byte == UInt8(ascii: "(") { surplus -= 1 }
      if byte == UInt8(ascii: ")") { surplus += 1 }
    }
    while end > start {
      switch bytes[end - 1] {
      case UInt8(ascii: ")"):
        guard surplus > 0 else { return end }
        surplus -= 1
        end -= 1
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
        UInt8(ascii: "'"), UInt8(ascii: "\""):
        end -= 1
      case UInt8(ascii: ";"): end = withoutEntity(start, end)
      default: return end
      }
    }
    return end
  }

  /// Before `&name;`, or only before the semicolon.
  private func withoutEntity(_ start: Int, _ end: Int) -> Int {
    var name = end - 1
    while name > start, isAlphanumeric(bytes[name - 1]) { name -= 1 }
    let isEntity = name < end - 1 && name > start && bytes[name - 1] == UInt8(ascii: "&")
    return isEntity ? name - 1 : end - 1
  }

  private func isAlphanumeric(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit }

  private func isHostByte(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || byte >= 0x80 }

  private func isMailByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
