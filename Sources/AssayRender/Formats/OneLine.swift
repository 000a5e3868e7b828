/// With runs of white space and control characters as one space, and none at the ends.
func oneLine(_ text: String) -> String {
  text.unicodeScalars.split { $0.value <= 0x20 || $0.value == 0x2028 || $0.value == 0x2029 }
    .map { String($0) }.joined(separator: " ")
}
