/// Compares the host that a link's text shows with the one it leads to.
enum LinkHost {
  /// The host a link leads to, where its text shows the address of another; nil where it does not.
  static func unlike(_ text: ArraySlice<UInt8>, address: [UInt8]) -> ArraySlice<UInt8>? {
    guard let target = host(of: address[...]) else { return nil }
    for word in text.split(whereSeparator: { $0 <= 0x20 }) {
      if let shown = shownHost(word), !isSame(shown, target) { return target }
    }
    return nil
  }

  /// The host of an address with a scheme: after `//` and a user's name, or after the `@` of
  /// `mailto:`.
  private static func host(of address: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let colon = address.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let rest = address[(colon + 1)...].drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    let authority = rest.prefix { !isDelimiter($0) }
    guard let at = authority.lastIndex(of: UInt8(ascii: "@")) else {
      return authority.prefix { $0 != UInt8(ascii: ":") }
    }
    return authority[(at + 1)...].prefix { $0 != UInt8(ascii: ":") }
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
      || byte == UInt8(ascii: "\\")
  }

  /// The host in a word that looks like an address: `https://a.org/x`, `www.a.org`, `a.org`.
  private static func shownHost(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var word = word
    while let first = word.first, !isHostByte(first) { word.removeFirst() }
    if let colon = word.firstIndex(of: UInt8(ascii: ":")), word[colon...].starts(with: "://".utf8) {
      return host(of: word)
    }
    var name = word.prefix { isHostByte($0) || $0 == UInt8(ascii: "@") }
    if let at = name.lastIndex(of: UInt8(ascii: "@")) { name = name[(at + 1)...] }
    while name.last == UInt8(ascii: ".") { name.removeLast() }
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return nil }
    let ending = name[(dot + 1)...]
    let isName = ending.count >= 2 && ending.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 }
    return isName ? name : nil
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// `www.` makes no difference; neither does case.
  private static func isSame(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    func folded(_ host: ArraySlice<UInt8>) -> [UInt8] {
      let lower = host.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      return lower.starts(with: "www.".utf8) ? Array(lower.dropFirst(4)) : lower
    }
    return folded(left) == folded(right)
  }
}
