/// The line that starts a comment in the native format: `## name {#id key=value key="value"}`.
struct CommentHeading {
  /// The line without its end.
  let line: Range<Int>
  private let nameRange: Range<Int>
  /// Between the braces.
  private let attributeRange: Range<Int>

  /// Where the `{` stands.
  var braceOffset: Int { attributeRange.lowerBound - 1 }

  /// All such lines of a text, those that stand in fenced code and so start nothing, and those that
  /// are meant as such and lack the brace at their end.
  static func all(
    in bytes: [UInt8], from start: Int
  ) -> (shown: [CommentHeading], hidden: [Range<Int>], unclosed: [Range<Int>]) {
    var shown: [CommentHeading] = []
    var hidden: [Range<Int>] = []
    var unclosed: [Range<Int>] = []
    let fences = FencedCode(in: bytes[start...]).ranges
    var fence = 0
    var lineStart = start
    while lineStart < bytes.count {
      let lineEnd = bytes[lineStart...].firstIndex(of: 0x0A) ?? bytes.count
      while fence < fences.count, fences[fence].upperBound <= lineStart { fence += 1 }
      let isCode = fence < fences.count && fences[fence].lowerBound <= lineStart
      if let heading = CommentHeading(in: bytes, lineStart..<lineEnd) {
        if isCode { hidden.append(heading.line) } else { shown.append(heading) }
      } else if !isCode, isUnclosed(bytes[lineStart..<lineEnd]) {
        unclosed.append(lineStart..<lineEnd)
      }
      lineStart = lineEnd + 1
    }
    return (shown, hidden, unclosed)
  }

  /// `## name {#id …` without `}`.
  private static func isUnclosed(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: "## ".utf8) else { return false }
    let braces = line.indices.filter { index in
      line[index] == UInt8(ascii: "{") && line[index - 1] == UInt8(ascii: " ")
        && index + 1 < line.endIndex && line[index + 1] == UInt8(ascii: "#")
    }
    return braces.last.map { !line[$0...].contains(UInt8(ascii: "}")) } ?? false
  }

  /// Nil where the line does not begin with `## ` and end in `{#…}`.
  init?(in bytes: [UInt8], _ line: Range<Int>) {
    guard line.count >= 6, bytes[line.lowerBound] == UInt8(ascii: "#"),
      bytes[line.lowerBound + 1] == UInt8(ascii: "#"),
      bytes[line.lowerBound + 2] == UInt8(ascii: " ")
    else { return nil }
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
    guard bytes[end - 1] == UInt8(ascii: "}") else { return nil }
    var brace = line.lowerBound + 2
    while brace + 3 < end,
      !(bytes[brace] == UInt8(ascii: " ") && bytes[brace + 1] == UInt8(ascii: "{")
        && bytes[brace + 2] == UInt8(ascii: "#"))
    { brace += 1 }
    guard brace + 3 < end else { return nil }
    self.line = line.lowerBound..<end
    nameRange = line.lowerBound + 3..<max(line.lowerBound + 3, brace)
    attributeRange = brace + 2..<end - 1
  }

  /// The name, trimmed, with backslash escapes of punctuation resolved as in Markdown.
  func name(in bytes: [UInt8]) -> String {
    var name: [UInt8] = []
    var index = nameRange.lowerBound
    while index < nameRange.upperBound {
      let isEscape =
        bytes[index] == UInt8(ascii: "\\") && index + 1 < nameRange.upperBound
        && isPunctuation(bytes[index + 1])
      if isEscape { index += 1 }
      name.append(bytes[index])
      index += 1
    }
    let trimmed = name.drop { $0 <= 0x20 }
    let end = trimmed.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? trimmed.startIndex
    return String(decoding: trimmed[..<end], as: UTF8.self)
  }
}

/// ASCII punctuation, all of which a backslash escapes in Markdown.
func isPunctuation(_ byte: UInt8) -> Bool {
  (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
    || (0x7B...0x7E).contains(byte)
}

// MARK: Attributes

extension CommentHeading {
  struct Attribute {
    enum Content {
      case id(String)
      case pair(name: String, value: String)
      /// The rule that the words here break.
      case flaw(String)
    }

    let range: Range<Int>
    let content: Content
  }

  func attributes(in bytes: [UInt8]) -> [Attribute] {
    var found: [Attribute] = []
    var index = attributeRange.lowerBound
    let end = attributeRange.upperBound
    while index < end {
      if bytes[index] <= 0x20 {
        index += 1
        continue
      }
      let start = index
      let content = attribute(in: bytes, &index)
      found.append(Attribute(range: start..<index, content: content))
    }
    return found
  }

  private func attribute(in bytes: [UInt8], _ index: inout Int) -> Attribute.Content {
    let start = index
    let end = attributeRange.upperBound
    func skipWord(to stop: UInt8?) {
      while index < end, bytes[index] > 0x20, bytes[index] != stop { index += 1 }
    }
    func words(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    if bytes[start] == UInt8(ascii: "#") {
      skipWord(to: nil)
      guard index > start + 1 else { return .flaw("an id must follow '#'") }
      return .id(words(start + 1..<index))
    }
    skipWord(to: UInt8(ascii: "="))
    let name = words(start..<index)
    guard index < end, bytes[index] == UInt8(ascii: "="), !name.isEmpty else {
      skipWord(to: nil)
      return .flaw("an attribute must read name=value")
    }
    index += 1
    guard index < end, bytes[index] == UInt8(ascii: "\"") else {
      let valueStart = index
      skipWord(to: nil)
      guard index > valueStart else { return .flaw("'\(shortened(name))' must have a value") }
      return .pair(name: name, value: words(valueStart..<index))
    }
    guard let value = quoted(in: bytes, &index) else {
      return .flaw("the quote of '\(shortened(name))' is never closed")
    }
    return .pair(name: name, value: value)
  }

  /// Reads `"…"`, in which a backslash escapes a quote or a backslash.
  private func quoted(in bytes: [UInt8], _ index: inout Int) -> String? {
    var value: [UInt8] = []
    index += 1
    while index < attributeRange.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: value, as: UTF8.self)
      case UInt8(ascii: "\\") where index + 1 < attributeRange.upperBound:
        index += 1
        fallthrough
      default:
        value.append(bytes[index])
        index += 1
      }
    }
    return nil
  }
}
