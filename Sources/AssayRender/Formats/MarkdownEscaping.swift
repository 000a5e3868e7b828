/// Text as it must stand in GitHub's Markdown to be shown and nothing more: on one line, every mark
/// escaped, no address or name made into a link, no character that turns the direction of text.
func markdownEscaped(_ text: String) -> String {
  if isPlainMarkdown(text.utf8) { return text }
  var line = oneLine(text)
  var escaped: [UInt8] = []
  escaped.reserveCapacity(line.utf8.count + 16)
  let isDone = line.withUTF8 { appendMarkdownEscaped($0, to: &escaped) }
  return isDone ? String(decoding: escaped, as: UTF8.self) : markdownEscaped(scalars: line)
}

/// Byte by byte; false where a character is met that must be looked at as a whole.
private func appendMarkdownEscaped(
  _ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
) -> Bool {
  var isNumber = true
  for (index, byte) in text.enumerated() {
    let next = index + 1 < text.count ? text[index + 1] : 0x20
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x20: break
    case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xEF: return false
    // Beside dashes and quotation marks, what turns the direction of text.
    case 0xE2 where next == 0x80 || next == 0x81:
      guard index + 2 < text.count, isPlainPunctuation(next, text[index + 2]) else { return false }
    case UInt8(ascii: "@"):
      if next >= 0x80 { return false }
      output.append(byte)
      if next.isLetterOrDigit { output.append(contentsOf: "<!-- -->".utf8) }
      isNumber = false
      continue
    default:
      if isMarkdownMark(byte) || isMarkAtPlace(byte, next, text, index, isNumber: isNumber) {
        output.append(UInt8(ascii: "\\"))
      }
    }
    isNumber = isNumber && (0x30...0x39).contains(byte)
    output.append(byte)
  }
  return true
}

/// – — ‘ ’ “ ” • … and their like, but no character that cannot be seen.
private func isPlainPunctuation(_ second: UInt8, _ third: UInt8) -> Bool {
  second == 0x80 && ((0x90...0xA7).contains(third) || (0xB0...0xBF).contains(third))
}

private func isMarkdownMark(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
    UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
    UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "&"),
    UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "{"), UInt8(ascii: "}"):
    true
  default: false
  }
}

/// True for marks that mean something where they stand: a scheme's colon, the point after "www", what
/// begins a list, a heading or a rule.
private func isMarkAtPlace(
  _ byte: UInt8, _ next: UInt8, _ text: UnsafeBufferPointer<UInt8>, _ index: Int, isNumber: Bool
) -> Bool {
  switch byte {
  case UInt8(ascii: ":"): next == UInt8(ascii: "/")
  case UInt8(ascii: "."):
    (index >= 3 && text[(index - 3)..<index].allSatisfy { $0 | 0x20 == UInt8(ascii: "w") })
      || (index > 0 && isNumber)
  case UInt8(ascii: ")"): index > 0 && isNumber
  case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="): index == 0
  default: false
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20)
  }
}

/// The same for text of any characters.
private func markdownEscaped(scalars line: String) -> String {
  var result = String.UnicodeScalarView()
  let scalars = Array(line.unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    let next = index + 1 < scalars.count ? scalars[index + 1] : " "
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "!", "$", "{", "}":
      result.append(contentsOf: ["\\", scalar])
    case ":" where next == "/", "." where endsInWWW(scalars[..<index]):
      result.append(contentsOf: ["\\", scalar])
    case "-", "+", "=", ".", ")":
      // At the start of a line these begin a list, a heading or a rule.
      if beginsBlock(scalars[..<index], scalar) { result.append("\\") }
      result.append(scalar)
    case "@":
      result.append(scalar)
      // GitHub tells the person so named; a comment between keeps the word whole to the eye.
      if isNamePart(next) { result.append(contentsOf: "<!-- -->".unicodeScalars) }
    case _ where isDangerous(scalar):
      result.append(
        contentsOf: "U+\(String(scalar.value, radix: 16, uppercase: true))".unicodeScalars)
    default: result.append(scalar)
    }
  }
  return String(result)
}

/// True for words that are the same in Markdown, wherever they stand: letters, digits, commas and
/// percent signs, with single blanks between them.
private func isPlainMarkdown(_ text: String.UTF8View) -> Bool {
  var last: UInt8 = 0x20
  for byte in text {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: break
    case 0x30...0x39, UInt8(ascii: ","), UInt8(ascii: "%"): break
    case 0x20 where last != 0x20: break
    default: return false
    }
    last = byte
  }
  return last != 0x20
}

private func beginsBlock(_ before: ArraySlice<Unicode.Scalar>, _ mark: Unicode.Scalar) -> Bool {
  if mark == "." || mark == ")" {
    return !before.isEmpty && before.allSatisfy { (48...57).contains($0.value) }
  }
  return before.isEmpty
}

/// GitHub makes a link of what begins with "www.".
private func endsInWWW(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
  before.count >= 3 && before.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
}

private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || (48...57).contains(scalar.value)
}

/// Text as code: shown as it is, and no name in it is a link.
func markdownCode(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy {
    (0x21..<0x7F).contains($0) && $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "|")
  }
  if isPlain { return "`\(text)`" }
  let words = String(
    String.UnicodeScalarView(
      oneLine(text).unicodeScalars.map { isDangerous($0) ? "\u{FFFD}" : $0 == "|" ? "¦" : $0 }))
  guard words.contains("`") else { return "`\(words)`" }
  var longest = 0
  var run = 0
  for byte in words.utf8 {
    run = byte == UInt8(ascii: "`") ? run + 1 : 0
    longest = max(longest, run)
  }
  let fence = String(repeating: "`", count: longest + 1)
  return "\(fence) \(words) \(fence)"
}

/// At most so many characters, cut between words.
func shortened(_ text: String, to length: Int) -> String {
  let scalars = Array(oneLine(text).unicodeScalars)
  guard scalars.count > length else { return oneLine(text) }
  let kept = scalars[..<length]
  let cut = kept.lastIndex(of: " ").map { kept[..<$0] } ?? kept
  var view = String.UnicodeScalarView()
  view.append(contentsOf: cut)
  return String(view) + " …"
}
