/// Adds words to a line of Markdown so that they are read as those words.
///
/// Only what Markdown would take for a mark gets a backslash: an escape too many is one a person who
/// edits the file must read.
struct MarkdownEscapes {
  /// Inside a link's text a bracket would end it; inside a table's cell a bar would.
  var isInLink = false
  var isInCell = false

  func append(_ words: [UInt8], to line: inout [UInt8]) {
    for (index, byte) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : 0
      if needsEscape(byte, previous: line.last ?? 0, next: next, words[index...]) {
        line.append(UInt8(ascii: "\\"))
      }
      line.append(byte)
    }
  }

  private func needsEscape(
    _ byte: UInt8, previous: UInt8, next: UInt8, _ rest: ArraySlice<UInt8>
  ) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"): return next <= 0x20 || isPunctuation(next)
    case UInt8(ascii: "`"), UInt8(ascii: "["): return true
    case UInt8(ascii: "]"): return isInLink
    case UInt8(ascii: "|"): return isInCell
    case UInt8(ascii: "*"): return !(isSpaceOrEdge(previous) && isSpaceOrEdge(next))
    case UInt8(ascii: "_"): return !(isWord(previous) && isWord(next))
    case UInt8(ascii: "~"):
      return !(isSpaceOrEdge(previous) && (0x30...0x39).contains(next))
        && !(isSpaceOrEdge(previous) && isSpaceOrEdge(next))
    case UInt8(ascii: "<"):
      return isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
        || next == UInt8(ascii: "?")
    case UInt8(ascii: "&"): return isReference(rest)
    default: return false
    }
  }

  private func isSpaceOrEdge(_ byte: UInt8) -> Bool { byte <= 0x20 }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  /// Whether Markdown would read a character reference here: `&amp;`, `&#38;`.
  private func isReference(_ words: ArraySlice<UInt8>) -> Bool {
    let name = words.dropFirst().prefix(32).prefix { isWord($0) && $0 < 0x80 || $0 == 0x23 }
    let end = name.endIndex
    return !name.isEmpty && end < words.endIndex && words[end] == UInt8(ascii: ";")
  }
}

/// A paragraph whose lines begin no block: a backslash before what would.
///
/// - Parameter keepsQuotes: leaves a `>` at the start of a line, for sources in which people quote
///   that way and nothing else marks a quotation.
func paragraphLines(_ line: [UInt8], keepsQuotes: Bool = false) -> [[UInt8]] {
  line.split(separator: 0x0A, omittingEmptySubsequences: false).map { words in
    let words = trimmedBlanks(words)
    if keepsQuotes, words.first == UInt8(ascii: ">") {
      let quoted = words.drop { $0 == UInt8(ascii: ">") || $0 == 0x20 }
      return Array("> ".utf8) + escapedLineStart(quoted)
    }
    return escapedLineStart(words)
  }
}

private func escapedLineStart(_ words: ArraySlice<UInt8>) -> [UInt8] {
  guard let mark = blockMark(words) else { return Array(words) }
  var escaped = Array(words)
  escaped.insert(UInt8(ascii: "\\"), at: mark)
  return escaped
}

/// The offset of the character that a backslash must stand before; nil where the line begins no
/// block.
private func blockMark(_ words: ArraySlice<UInt8>) -> Int? {
  guard let first = words.first else { return nil }
  func isBlank(_ index: Int) -> Bool {
    words.startIndex + index >= words.endIndex || words[words.startIndex + index] <= 0x20
  }
  switch first {
  case UInt8(ascii: ">"): return 0
  case UInt8(ascii: "#"):
    let count = words.prefix { $0 == first }.count
    return count <= 6 && isBlank(count) ? 0 : nil
  case UInt8(ascii: "+"): return isBlank(1) ? 0 : nil
  case UInt8(ascii: "-"), UInt8(ascii: "="):
    let isRule = words.allSatisfy { $0 == first || $0 <= 0x20 }
    return first == UInt8(ascii: "-") && isBlank(1) || isRule || isTableRule(words) ? 0 : nil
  case UInt8(ascii: "|"), UInt8(ascii: ":"): return isTableRule(words) ? 0 : nil
  case 0x30...0x39:
    let digits = words.prefix { (0x30...0x39).contains($0) }.count
    guard digits <= 9, words.startIndex + digits < words.endIndex else { return nil }
    let mark = words[words.startIndex + digits]
    let isItem = mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
    return isItem && isBlank(digits + 1) ? digits : nil
  default: return nil
  }
}

/// The row that makes a table of the line above it: `---|:--`.
private func isTableRule(_ words: ArraySlice<UInt8>) -> Bool {
  words.contains(UInt8(ascii: "-"))
    && words.allSatisfy { $0 <= 0x20 || $0 == 0x2D || $0 == 0x3A || $0 == 0x7C }
}

/// Plain text as Markdown: a blank line ends a paragraph, any other line end is a hard break.
func markdown(plain text: [UInt8], keepsQuotes: Bool = false) -> [UInt8] {
  var out: [UInt8] = []
  var paragraph: [[UInt8]] = []
  func flush() {
    guard !paragraph.isEmpty else { return }
    if !out.isEmpty { out.append(contentsOf: [0x0A, 0x0A]) }
    for (index, line) in paragraph.enumerated() {
      out.append(contentsOf: line)
      guard index + 1 < paragraph.count else { continue }
      let isQuote = keepsQuotes && (line.first == 0x3E) != (paragraph[index + 1].first == 0x3E)
      if isQuote { out.append(0x0A) } else { out.append(UInt8(ascii: "\\")) }
      out.append(0x0A)
    }
    paragraph.removeAll(keepingCapacity: true)
  }
  let escapes = MarkdownEscapes()
  for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
    let words = trimmedBlanks(line)
    guard !words.isEmpty else {
      flush()
      continue
    }
    var escaped: [UInt8] = []
    escapes.append(Array(words), to: &escaped)
    paragraph.append(contentsOf: paragraphLines(escaped, keepsQuotes: keepsQuotes))
  }
  flush()
  return out
}
