/// The same HTML with its depth bounded, so that parsing it stays linear: start tags of elements
/// that would nest too deep are left out, their words kept. A tag that is cut off at the end of the
/// text is no tag but words.
func guardedHTML(_ bytes: [UInt8]) -> [UInt8] {
  var scan = HTMLGuard(bytes: bytes)
  return scan.run()
}

private struct HTMLGuard {
  let bytes: [UInt8]
  private var out: [UInt8] = []
  private var index = 0
  private var depth = 0
  private var formattingDepth = 0
  /// How many of each element are open, so that a stray end tag closes nothing.
  private var open: [TagName: Int] = [:]
  /// Where the last `>` of the text is: no tag can end after it.
  private let lastEnd: Int
  /// Where the last `-->` begins.
  private let lastCommentEnd: Int
  /// Tags that never end; after some, no long search for an end is worth it.
  private var unendedCount = 0

  private static let maximumLongSearches = 16
  private static let shortSearchBytes = 4096

  /// Deeper than any page; gumbo takes a step for each level at each element.
  private static let maximumDepth = 128
  /// HTML opens these again in each paragraph that follows, so many of them multiply.
  private static let maximumFormattingDepth = 8

  init(bytes: [UInt8]) {
    self.bytes = bytes
    lastEnd = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    var comment = lastEnd
    while comment >= 2,
      !(bytes[comment] == UInt8(ascii: ">") && bytes[comment - 1] == UInt8(ascii: "-")
        && bytes[comment - 2] == UInt8(ascii: "-"))
    { comment -= 1 }
    lastCommentEnd = comment - 2
    out.reserveCapacity(bytes.count + 16)
  }

  mutating func run() -> [UInt8] {
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") {
        tag()
      } else {
        out.append(byte == 0 ? 0x20 : byte)
        index += 1
      }
    }
    return out
  }

  private mutating func tag() {
    let isEnd = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
    let nameStart = index + (isEnd ? 2 : 1)
    let first = nameStart < bytes.count ? bytes[nameStart] | 0x20 : 0
    let isTag = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
    if isTag, index > lastEnd { return escapeBracket() }
    if isComment { return comment() }
    guard isTag else { return escapeBracket() }
    let name = TagName(bytes, at: nameStart)
    let end = tagEnd()
    guard let end else {
      unendedCount += 1
      return escapeBracket()
    }
    if TagName.skipped.contains(name) { return index = end }
    if isEnd { close(name) } else if !mayOpen(name) { return index = end }
    out.append(contentsOf: bytes[index..<end])
    index = end
  }

  private var isComment: Bool {
    index + 6 < bytes.count && index + 4 <= lastCommentEnd
      && bytes[index + 1] == UInt8(ascii: "!") && bytes[index + 2] == UInt8(ascii: "-")
      && bytes[index + 3] == UInt8(ascii: "-")
  }

  /// Leaves a comment out. It has an end, for one stands after it.
  private mutating func comment() {
    index += 4
    while index < lastCommentEnd,
      !(bytes[index] == UInt8(ascii: "-") && bytes[index + 1] == UInt8(ascii: "-")
        && bytes[index + 2] == UInt8(ascii: ">"))
    { index += 1 }
    index += 3
  }

  private mutating func escapeBracket() {
    out.append(contentsOf: "&lt;".utf8)
    index += 1
  }

  /// The offset after the tag's `>`; quoted values may hold one. Nil where it never comes.
  private func tagEnd() -> Int? {
    var quote: UInt8 = 0
    var end = index + 1
    let isLong = unendedCount < HTMLGuard.maximumLongSearches
    let limit = isLong ? lastEnd : min(lastEnd, index + HTMLGuard.shortSearchBytes)
    while end <= limit {
      let byte = bytes[end]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return end + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
        bytes[end - 1] == UInt8(ascii: "=")
      {
        quote = byte
      }
      end += 1
    }
    return nil
  }

  private mutating func mayOpen(_ name: TagName) -> Bool {
    if TagName.void.contains(name) || TagName.closedByOthers.contains(name) { return true }
    if TagName.formatting.contains(name) {
      guard formattingDepth < HTMLGuard.maximumFormattingDepth else { return false }
      formattingDepth += 1
    } else {
      guard depth < HTMLGuard.maximumDepth else { return false }
      depth += 1
    }
    open[name, default: 0] += 1
    return true
  }

  private mutating func close(_ name: TagName) {
    guard let count = open[name], count > 0 else { return }
    open[name] = count - 1
    if TagName.formatting.contains(name) { formattingDepth -= 1 } else { depth -= 1 }
  }
}

/// An element's name in lower case; of a longer one its first 15 letters and its length.
private struct TagName: Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ bytes: [UInt8], at start: Int) {
    var count = 0
    while start + count < bytes.count, count < 255 {
      let byte = bytes[start + count]
      if byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      let letter = UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      if count < 8 { low = low << 8 | letter } else if count < 15 { high = high << 8 | letter }
      count += 1
    }
    high = high << 8 | UInt64(count)
  }

  private static func set(_ names: String) -> Set<TagName> {
    Set(names.split(separator: " ").map { TagName(Array($0.utf8), at: 0) })
  }

  static let void = set("area base br col embed hr img input link meta param source track wbr")
  /// Their end tags may be left out, so an open one means nothing.
  static let closedByOthers = set("p li dd dt tr td th thead tbody tfoot option optgroup")
  /// What would swallow the words after it, or take the place of the body.
  static let skipped = set(
    "body frameset head html noembed noframes noscript plaintext textarea title xmp")
  static let formatting = set("a b big code em font i nobr s small strike strong tt u")
}
