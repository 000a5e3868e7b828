/// What of people is taken over, and under which names.
public struct ImportPrivacy: Sendable {
  /// Leaves e-mail addresses that stand in the words of a text.
  public var keepsAddresses = false
  /// The name that stands for another; nil keeps names as they are. The same name always gives the
  /// same.
  public var pseudonym: (@Sendable (String) -> String)?

  public init() {}

  /// What stands for an address: one word, no mark of Markdown.
  static let addressMark = Array("…@…".utf8)
  static let pictureMark = Array("(avatar)".utf8)
}

extension ImportPrivacy {
  /// The name a comment is shown under: no address, no IP.
  func name(_ author: String?) -> String? {
    guard let author else { return nil }
    let words = author.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    guard !words.isEmpty, !isNetworkAddress(words) else { return nil }
    if let pseudonym { return pseudonym(words) }
    var tally = Tally()
    let bytes = Array(words.utf8)
    // Who signs with an address is known by what stands before the "@".
    let shown = withoutAddresses(bytes, &tally, isName: true)
    return shown.isEmpty ? nil : String(decoding: shown, as: UTF8.self)
  }

  /// Words without addresses of people and of their pictures.
  ///
  /// - Parameter names: what authors were called, and are to be called where words speak of them.
  func words(
    _ bytes: [UInt8], renaming names: AuthorNames = AuthorNames(), _ tally: inout Tally
  ) -> [UInt8] {
    var words = bytes
    if mayHoldAvatar(words) { words = withoutAvatars(words, &tally) }
    if !keepsAddresses, words.contains(UInt8(ascii: "@")) {
      words = withoutAddresses(words, &tally, isName: false)
    }
    return names.renamed(words)
  }

  private func withoutAddresses(
    _ bytes: [UInt8], _ tally: inout Tally, isName: Bool
  ) -> [UInt8] {
    var out: [UInt8] = []
    var copied = 0
    var index = 0
    while let at = bytes[index...].firstIndex(of: UInt8(ascii: "@")) {
      index = at + 1
      guard let range = address(in: bytes, around: at), range.lowerBound >= copied else { continue }
      var start = range.lowerBound
      let before = bytes[copied..<start]
      if before.reversed().starts(with: ":otliam".utf8) { start -= "mailto:".utf8.count }
      out += bytes[copied..<start]
      out += isName ? Array(bytes[range.lowerBound..<at]) : ImportPrivacy.addressMark
      copied = range.upperBound
      index = copied
      tally.add("e-mail addresses in texts")
    }
    guard copied > 0 else { return bytes }
    return out + bytes[copied...]
  }

  /// The range of an address around an `@`; nil for `@name@server` and for `git@server:path`.
  private func address(in bytes: [UInt8], around at: Int) -> Range<Int>? {
    var start = at
    while start > 0, at - start < 64, isLocal(bytes[start - 1]) { start -= 1 }
    while start < at, bytes[start] == UInt8(ascii: ".") { start += 1 }
    guard start < at, start == 0 || bytes[start - 1] != UInt8(ascii: "@") else { return nil }
    var end = at + 1
    var lastPoint = 0
    while end < bytes.count, end - at < 255, isDomain(bytes[end]) {
      if bytes[end] == UInt8(ascii: ".") { lastPoint = end }
      end += 1
    }
    // A point at the end closes a sentence.
    while end > at, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") {
      end -= 1
    }
    if lastPoint >= end {
      lastPoint = bytes[at..<end].lastIndex(of: UInt8(ascii: ".")) ?? 0
    }
    let ending = bytes[max(at, lastPoint + 1)..<end]
    let isEnding = ending.count >= 2 && ending.allSatisfy { isLetter($0) }
    guard lastPoint > at + 1, isEnding else { return nil }
    let isGit = bytes[start..<at].elementsEqual("git".utf8)
    return isGit && end < bytes.count && bytes[end] == UInt8(ascii: ":") ? nil : start..<end
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private func isLocal(_ byte: UInt8) -> Bool {
    isDomain(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "%")
  }

  private func isDomain(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }
}

// MARK: Pictures and networks

private let avatarMarks: [StaticString] = [
  "/avatar/", "/avatars/", "gravatar.com", "libravatar.org", "/user_avatar/", "/letter_avatar",
  "avatars.githubusercontent.com", "avatars0.githubusercontent.com",
  "avatars1.githubusercontent.com", "avatars2.githubusercontent.com",
  "avatars3.githubusercontent.com", "yt3.ggpht.com", "/profile_images/", "/snoovatar",
  "/profileIcon_", "disquscdn.com/uploads/users/",
]

private func mayHoldAvatar(_ bytes: [UInt8]) -> Bool {
  contains("http", in: bytes) && avatarMarks.contains { contains($0, in: bytes) }
}

/// Whether an address is that of a person's picture.
func isAvatarAddress(_ address: String) -> Bool {
  let bytes = Array(address.utf8)
  return avatarMarks.contains { contains($0, in: bytes) }
}

private func withoutAvatars(_ bytes: [UInt8], _ tally: inout Tally) -> [UInt8] {
  var out: [UInt8] = []
  var index = 0
  while index < bytes.count {
    guard bytes[index] == UInt8(ascii: "h"), bytes[index...].starts(with: "http".utf8) else {
      out.append(bytes[index])
      index += 1
      continue
    }
    let stops = Array(")]>\"'".utf8)
    let end =
      bytes[index...].firstIndex { $0 <= 0x20 || stops.contains($0) } ?? bytes.count
    let word = Array(bytes[index..<end])
    if avatarMarks.contains(where: { contains($0, in: word) }) {
      out += ImportPrivacy.pictureMark
      tally.add("avatars in texts")
    } else {
      out += word
    }
    index = end
  }
  return out
}

/// Whether a name is an IP address, as wikis and boards call those who do not sign.
private func isNetworkAddress(_ name: String) -> Bool {
  let groups = name.split(separator: ".", omittingEmptySubsequences: false)
  if groups.count == 4, groups.allSatisfy({ UInt8($0) != nil || $0 == "x" || $0 == "xxx" }) {
    return true
  }
  let isHex = name.utf8.allSatisfy {
    (0x30...0x3A).contains($0) || (0x61...0x66).contains($0 | 0x20) || $0 == UInt8(ascii: ".")
  }
  return isHex && name.split(separator: ":", omittingEmptySubsequences: false).count > 3
}
