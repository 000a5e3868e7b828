// Lists of names and figures, read as tables of one column: "1. Hollin Castle – 702,300",
// "Tern Island: 4.2 km".

/// The items of a list as rows; nil where they are no figures, or fewer than three.
func readList(_ list: Int, _ document: Document) -> [NumberTable.Row]? {
  let blocks = document.blocks
  var rows: [NumberTable.Row] = []
  var index = list + 1
  while index < blocks[list].end {
    // An item holds one line, or nothing that counts.
    guard case .item = blocks[index].kind, blocks[index].end <= index + 2,
      let row = readItem(blocks[index].text, document.text)
    else { return nil }
    rows.append(row)
    index = max(index + 1, blocks[index].end)
  }
  return rows.count >= leastItems ? rows : nil
}

private let leastItems = 3

/// A name, a mark, and a figure that may have words behind it.
private func readItem(_ range: TextRange, _ text: DocumentText) -> NumberTable.Row? {
  let offsets = range.offsets.clamped(to: text.bytes.indices)
  guard let first = offsets.first(where: { text.bytes[$0] > 0x20 }),
    let mark = (first..<offsets.upperBound).first(where: { isSeparator($0, text.bytes) }),
    mark > first
  else { return nil }
  let start = mark + separatorLength(mark, text.bytes)
  guard
    let digit = (start..<offsets.upperBound).first(where: { text.bytes[$0].isASCIIDigit }),
    digit - start <= mostSigns
  else { return nil }
  let label = TextRange(first..<mark)
  let name = trimmed(text[label])
  guard name.utf8.contains(where: \.isASCIILetter) else { return nil }
  var cell = readCell(TextRange(start..<offsets.upperBound), text)
  if cell.value == nil {
    let end = (digit..<offsets.upperBound).first { isEnd($0, text.bytes) } ?? offsets.upperBound
    cell = readCell(TextRange(start..<end), text)
  }
  guard cell.value != nil else { return nil }
  return NumberTable.Row(
    label: name, isHeader: false, cells: [readCell(label, text), cell])
}

/// How many bytes may stand between the mark and the first digit: a space and "£".
private let mostSigns = 5

/// A colon, a dash between spaces, or a comma before a digit.
private func isSeparator(_ index: Int, _ bytes: [UInt8]) -> Bool {
  guard index + 1 < bytes.count else { return false }
  switch bytes[index] {
  case UInt8(ascii: ":"): return bytes[index + 1] == 0x20
  case UInt8(ascii: "-"), 0xE2:
    guard index > 0, bytes[index - 1] == 0x20 else { return false }
    let end = index + separatorLength(index, bytes)
    return separatorLength(index, bytes) > 0 && end < bytes.count && bytes[end] == 0x20
  default: return false
  }
}

/// Bytes of a colon, a hyphen or a dash; 0 for other marks.
private func separatorLength(_ index: Int, _ bytes: [UInt8]) -> Int {
  guard bytes[index] == 0xE2 else { return 1 }
  guard index + 2 < bytes.count, bytes[index + 1] == 0x80,
    (0x92...0x95).contains(bytes[index + 2])
  else { return 0 }
  return 3
}

/// Where the figure of an item ends: before a space, a bracket or a comma that no digit follows.
private func isEnd(_ index: Int, _ bytes: [UInt8]) -> Bool {
  switch bytes[index] {
  case 0x20, UInt8(ascii: "("), UInt8(ascii: ";"): return true
  case UInt8(ascii: ","): return index + 1 >= bytes.count || !bytes[index + 1].isASCIIDigit
  default: return false
  }
}
