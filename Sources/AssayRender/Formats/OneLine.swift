/// With runs of white space and control characters as one space, and none at the ends.
func oneLine(_ text: String) -> String {
  if isOneLine(text.utf8) { return text }
  return text.unicodeScalars.split { $0.value <= 0x20 || $0.value == 0x2028 || $0.value == 0x2029 }
    .map { String($0) }.joined(separator: " ")
}

/// True where there is nothing to change: no control character, no line separator (E2 80 A8 and E2 80
/// A9), single blanks, none at the ends.
private func isOneLine(_ text: String.UTF8View) -> Bool {
  var last: (UInt8, UInt8) = (0, 0x20)
  for byte in text {
    if byte < 0x20 || (byte == 0x20 && last.1 == 0x20) { return false }
    if byte == 0xA8 || byte == 0xA9, last == (0xE2, 0x80) { return false }
    last = (last.1, byte)
  }
  return last.1 != 0x20
}
