/// Reads the rows of a CSV text (RFC 4180): commas divide, double quotes hold commas, line ends and
/// doubled quotes. Lines that begin with `#` before the first row are remarks; empty ones are left
/// out.
public func readCSV(_ bytes: [UInt8]) -> [[String]] { scanCSV(bytes).rows.map(\.cells) }

/// What in a CSV is surely not meant: a quote that never closes, rows of more cells than the first.
public func csvProblems(in source: SourceText) -> [Diagnostic] {
  let (rows, quote) = scanCSV(source.bytes)
  var problems: [Diagnostic] = []
  if let quote {
    problems.append(
      Diagnostic(
        .error, in: source, at: SourceRange(quote..<quote + 1),
        "the quote that opens here is never closed",
        hint: "a quote that is meant is written twice, within quotes", rule: "csv"))
  }
  let count = rows.first?.cells.count ?? 0
  for row in rows where row.cells.count > count && problems.count < mostCSVProblems {
    problems.append(
      Diagnostic(
        .warning, in: source, at: SourceRange(row.range),
        "this row has \(row.cells.count) cells, the first row \(count)",
        hint: "a cell with a comma in it stands in quotes", rule: "csv"))
  }
  return problems
}

/// After so many rows of one file the rest are alike.
private let mostCSVProblems = 5

/// The rows with their places, and the place of a quote that never closes.
private func scanCSV(
  _ bytes: [UInt8]
) -> (rows: [(cells: [String], range: Range<Int>)], openQuote: Int?) {
  var rows: [(cells: [String], range: Range<Int>)] = []
  var row: [String] = []
  var field: [UInt8] = []
  var isQuoted = false
  var quote = 0
  var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  var start = index
  func endField() {
    row.append(String(decoding: field, as: UTF8.self))
    field = []
  }
  func endRow() {
    defer { start = index + 1 }
    if row.isEmpty, field.isEmpty { return }
    endField()
    if !rows.isEmpty || row.first?.hasPrefix("#") != true { rows.append((row, start..<index)) }
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
    case UInt8(ascii: "\"") where field.isEmpty: (isQuoted, quote) = (true, index)
    case UInt8(ascii: ","): endField()
    case 0x0A, 0x0D: endRow()
    default: field.append(byte)
    }
    index += 1
  }
  endRow()
  return (rows, isQuoted ? quote : nil)
}
