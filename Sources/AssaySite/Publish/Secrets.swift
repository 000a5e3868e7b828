import Glibc

/// Keeps what must not be seen out of every text that a person or a log sees.
enum Secrets {
  /// Whether an address holds a password: `https://name:word@host`.
  static func hasPassword(_ address: String) -> Bool {
    guard let scheme = address.firstRange(of: "://") else { return false }
    let authority = address[scheme.upperBound...].prefix { $0 != "/" }
    guard let at = authority.lastIndex(of: "@") else { return false }
    return authority[..<at].contains(":")
  }

  /// The same text without passwords in addresses and without values of secret variables.
  static func removed(from text: String) -> String {
    var text = withoutUsers(text)
    for secret in values where text.contains(secret) {
      text = text.replacing(secret, with: "***")
    }
    return text
  }

  /// `https://token@host/` and `https://name:token@host/` lose what stands before the `@`.
  private static func withoutUsers(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    while let scheme = rest.firstRange(of: "://") {
      out += rest[..<scheme.upperBound]
      rest = rest[scheme.upperBound...]
      let authority = rest.prefix { !$0.isWhitespace && $0 != "/" && $0 != "'" && $0 != "\"" }
      if let at = authority.lastIndex(of: "@") {
        out += "***@"
        rest = rest[rest.index(after: at)...]
      }
    }
    return out + rest
  }

  private static let marks = [
    "TOKEN", "SECRET", "PASSWORD", "PASSWD", "_KEY", "_PASS", "CREDENTIAL",
  ]
  /// Shorter values are words that texts may hold.
  private static let minimumLength = 6

  private static var values: [String] {
    var found: [String] = []
    var entry = environ
    while let pointer = entry.pointee {
      let pair = String(cString: pointer).split(separator: "=", maxSplits: 1)
      if pair.count == 2, pair[1].utf8.count >= minimumLength,
        marks.contains(where: { pair[0].uppercased().contains($0) })
      {
        found.append(String(pair[1]))
      }
      entry += 1
    }
    return found.sorted { $0.utf8.count > $1.utf8.count }
  }
}
