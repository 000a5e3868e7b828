import AssayAnalysis

/// The reference rows that findings ask for, each once, as a CSV to be filled in.
public func neededReferencesCSV(_ findings: [Finding]) -> [UInt8] {
  var output: [UInt8] = []
  appendCSVRow(["entity", "metric", "time", "value", "unit"], to: &output)
  for row in Set(findings.compactMap(\.needed)).sorted() {
    appendCSVRow([row.entity, row.metric, row.time, "", row.unit], to: &output)
  }
  return output
}

/// Appends a row of CSV and a newline; nil is an empty cell.
///
/// A cell that begins with = + - @, a tab or a carriage return gets an apostrophe before it, so that
/// no spreadsheet runs a stranger's text as a formula. Plain numbers are kept.
public func appendCSVRow(_ cells: [String?], to output: inout [UInt8]) {
  for (index, cell) in cells.enumerated() {
    if index > 0 { output.append(UInt8(ascii: ",")) }
    if let cell { appendCSVCell(cell, to: &output) }
  }
  output.append(UInt8(ascii: "\n"))
}

private func appendCSVCell(_ cell: String, to output: inout [UInt8]) {
  let isFormula = couldBeFormula(cell)
  var cell = cell
  cell.withUTF8 { bytes in
    guard isFormula || bytes.contains(where: needsQuotes) else {
      return output.append(contentsOf: bytes)
    }
    output.append(UInt8(ascii: "\""))
    if isFormula { output.append(UInt8(ascii: "'")) }
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    output.append(UInt8(ascii: "\""))
  }
}

private func needsQuotes(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
}

private func couldBeFormula(_ cell: String) -> Bool {
  guard let first = cell.unicodeScalars.first else { return false }
  switch first {
  case "=", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
  case "+", "-": return !isPlainNumber(cell.utf8.dropFirst())
  default: return false
  }
}

/// Digits with at most one point and no more.
private func isPlainNumber(_ digits: Substring.UTF8View) -> Bool {
  var points = 0
  for byte in digits {
    if byte == UInt8(ascii: ".") {
      points += 1
    } else if !(48...57).contains(byte) {
      return false
    }
  }
  return points <= 1 && digits.count > points
}
