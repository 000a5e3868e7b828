import CModels

/// Calls `body` with each word of VADER's list and its valence in tenths.
///
/// The list is text: a word, a tab, and a number on each line.
func forEachValence(_ body: (WordKey, Int) -> Void) {
  let list = assay_valence_list()
  let bytes = UnsafeBufferPointer(start: list.bytes, count: list.count)
  var start = 0
  var tab = 0
  for index in bytes.indices {
    switch bytes[index] {
    case UInt8(ascii: "\t"): tab = index
    case UInt8(ascii: "\n"):
      if tab > start { body(WordKey(bytes, start..<tab), number(bytes[(tab + 1)..<index])) }
      start = index + 1
    default: break
    }
  }
}

private func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
  var value = 0
  for byte in digits where byte.isASCIIDigit { value = value * 10 + Int(byte - 0x30) }
  return digits.first == UInt8(ascii: "-") ? -value : value
}
