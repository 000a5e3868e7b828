public import AssayAnalysis

/// Diagnostics as a terminal shows them, sorted by place:
///
///     content/a.md:12:24: warning: '30%' is 23.5% by the stated values [percent-change]
///       TAO crashed 30% from $332 to $254 in hours.
///                   ^~~
///       hint: $332 to $254 is a fall of 23.5%
///
/// Control and bidirectional characters of the source are shown as code points, so that a
/// stranger's comment cannot drive the terminal.
public func terminalText(_ diagnostics: [Diagnostic], isColored: Bool) -> [UInt8] {
  var output: [UInt8] = []
  for diagnostic in diagnostics.sorted() {
    append(diagnostic, isColored: isColored, to: &output)
  }
  return output
}

private enum Colour: String {
  case red = "\u{1B}[31m"
  case yellow = "\u{1B}[33m"
  case cyan = "\u{1B}[36m"
  case bold = "\u{1B}[1m"
  case reset = "\u{1B}[0m"
}

private func append(_ diagnostic: Diagnostic, isColored: Bool, to output: inout [UInt8]) {
  func paint(_ text: String, _ colour: Colour) -> String {
    isColored ? colour.rawValue + text + Colour.reset.rawValue : text
  }
  var place = visible(diagnostic.path)
  if diagnostic.line > 0 { place += ":\(diagnostic.line)" }
  if diagnostic.line > 0, diagnostic.column > 0 { place += ":\(diagnostic.column)" }
  let colour = colour(of: diagnostic.severity)
  var headline = place.isEmpty ? "" : paint(place + ":", .bold) + " "
  headline += paint(diagnostic.severity.rawValue + ":", colour) + " "
  headline += visible(diagnostic.message)
  if let rule = diagnostic.rule { headline += " [\(rule)]" }
  output.append(contentsOf: (headline + "\n").utf8)
  if let line = diagnostic.sourceLine, diagnostic.column > 0 {
    let (shown, caret) = excerpt(line, column: diagnostic.column, length: diagnostic.length)
    output.append(contentsOf: "  \(shown)\n  \(paint(caret, colour))\n".utf8)
  }
  if let hint = diagnostic.hint { output.append(contentsOf: "  hint: \(visible(hint))\n".utf8) }
}

private func colour(of severity: Severity) -> Colour {
  switch severity {
  case .error: .red
  case .warning: .yellow
  case .note: .cyan
  }
}

/// How much of a line is shown, in cells, before and after the place.
private let cellsBefore = 60
private let cellsAfter = 90

/// The line around a place, and a line of the same layout with a caret under it.
private func excerpt(_ line: String, column: Int, length: Int) -> (shown: String, caret: String) {
  let scalars = Array(line.unicodeScalars)
  let target = min(max(0, column - 1), scalars.count)
  var first = target
  var cells = 0
  while first > 0, cells < cellsBefore {
    first -= 1
    cells += cellCount(scalars[first])
  }
  var shown = first > 0 ? "…" : ""
  var caret = first > 0 ? " " : ""
  cells = 0
  var index = first
  while index < scalars.count, index < target || cells < cellsAfter {
    let (words, width) = visible(scalars[index])
    shown += words
    let mark = index == target ? "^" : index > target && index < target + length ? "~" : " "
    caret += mark
    if width > 1 {
      caret += String(repeating: mark == "^" ? "~" : mark, count: width - 1)
    }
    if index >= target { cells += width }
    index += 1
  }
  if index < scalars.count { shown += "…" }
  if target >= scalars.count { caret += "^" }
  while caret.hasSuffix(" ") { caret.removeLast() }
  return (shown, caret)
}

private func visible(_ text: String) -> String {
  text.unicodeScalars.reduce(into: "") { $0 += visible($1).words }
}

/// What a scalar looks like in a terminal and how many cells it takes. Tabs become one space.
private func visible(_ scalar: Unicode.Scalar) -> (words: String, width: Int) {
  if scalar == "\t" { return (" ", 1) }
  if isDangerous(scalar) {
    let words = "<U+" + paddedHex(scalar.value) + ">"
    return (words, words.utf8.count)
  }
  return (String(Character(scalar)), cellCount(scalar))
}

/// Controls, and what changes the direction of text (Trojan Source, CVE-2021-42574).
func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x61C,
    0xFEFF, 0x2028, 0x2029:
    true
  default: false
  }
}

private func paddedHex(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}

/// Two for East Asian wide characters and emoji, none for combining marks.
private func cellCount(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0..<0x300: 1
  case 0x300...0x36F, 0x200D, 0xFE00...0xFE0F: 0
  case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    2
  default: 1
  }
}
