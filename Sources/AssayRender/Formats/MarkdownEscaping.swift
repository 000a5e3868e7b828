/// Text as it must stand in GitHub's Markdown to be shown and nothing more: on one line, every mark
/// escaped, no address or name made into a link, no character that turns the direction of text.
func markdownEscaped(_ text: String) -> String {
  if isPlainMarkdown(text.utf8) { return text }
  var result = String.UnicodeScalarView()
  let scalars = Array(oneLine(text).unicodeScalars)
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
