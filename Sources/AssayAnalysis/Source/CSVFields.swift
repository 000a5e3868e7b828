/// The fields of one line of CSV: commas divide, double quotes hold commas and doubled quotes.
func csvFields(_ line: String) -> [String] {
  var fields: [String] = []
  var field: [UInt8] = []
  var isQuoted = false
  var wasQuote = false
  for byte in line.utf8 {
    let isQuote = byte == UInt8(ascii: "\"")
    defer { wasQuote = isQuote && !wasQuote }
    switch byte {
    case UInt8(ascii: "\""):
      // Two in a row are one that is meant.
      if wasQuote, !isQuoted { field.append(byte) }
      isQuoted.toggle()
    case UInt8(ascii: ",") where !isQuoted:
      fields.append(trimmed(String(decoding: field, as: UTF8.self)))
      field = []
    default: field.append(byte)
    }
  }
  fields.append(trimmed(String(decoding: field, as: UTF8.self)))
  return fields
}
