/// Reads the rows of a CSV text (RFC 4180): commas divide, double quotes hold commas, line ends and
/// doubled quotes. Lines that begin with `#` before the first row are remarks; empty ones are left
/// out.
public func readCSV(_ bytes: [UInt8]) -> [[String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var field: [UInt8] = []
  var isQuoted = false
  var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  func endField() {
    row.append(String(decoding: field, as: UTF8.self))
    field = []
  }
  func endRow() {
    if row.isEmpty, field.isEmpty { return }
    endField()
    if !rows.isEmpty || row.first?.hasPrefix("#") != true { rows.append(row) }
    row = []
  }
  while index < bytes.count {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "\"") where isQuoted:
      if index + 1 < bytes.count, bytes[index + 1] == byte {
        field.append(byte)
        index += 1
      } else {
        isQuoted = false
      }
    case _ where isQuoted: field.append(byte)
    case UInt8(ascii: "\"") where field.isEmpty: isQuoted = true
    case UInt8(ascii: ","): endField()
    case 0x0A, 0x0D: endRow()
    default: field.append(byte)
    }
    index += 1
  }
  endRow()
  return rows
}
