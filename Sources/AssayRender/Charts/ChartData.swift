import AssayAnalysis

/// A table of words to draw from: read from a CSV, from JSON, or from a table of an article.
struct ChartData: Sendable {
  let columns: [String]
  let rows: [[String]]

  /// The index of a column, by its name or its number from 1.
  func column(_ name: String) -> Int? {
    if let index = columns.firstIndex(of: name) { return index }
    let folded = name.lowercased()
    if let index = columns.firstIndex(where: { $0.lowercased() == folded }) { return index }
    guard let number = Int(name), columns.indices.contains(number - 1) else { return nil }
    return number - 1
  }

  func values(_ column: Int) -> [Double?] { rows.map { chartValue($0[column]) } }

  /// True where every row that has words in this column has a number.
  func isNumeric(_ column: Int) -> Bool {
    var found = 0
    for row in rows where !ChartData.isBlank(row[column]) {
      guard chartValue(row[column]) != nil else { return false }
      found += 1
    }
    return found > 0
  }

  static func isBlank(_ cell: String) -> Bool {
    cell.utf8.allSatisfy { $0 <= 0x20 }
      || ["–", "-", "—", "nan", "na", "n/a", "null"].contains(cell.lowercased())
  }
}

// MARK: Reading

extension ChartData {
  /// The most rows a chart is made of.
  private static let mostRows = 5000

  /// A CSV with its names in the first row; lines that begin with `#` are its head. Rows are cut or
  /// filled to as many cells as there are names.
  init(csv bytes: [UInt8]) {
    let records = readCSV(bytes)
    self.init(columns: records.first ?? [], cells: records.dropFirst())
  }

  init(columns: [String], cells: some Sequence<[String]>) {
    self.columns = columns.map { $0.trimmedBlanks }
    rows = cells.prefix(ChartData.mostRows).map { cells in
      columns.indices.map { cells.indices.contains($0) ? cells[$0].trimmedBlanks : "" }
    }
  }

  /// JSON: a list of objects that share their names, or of lists whose first is the names; nil for
  /// anything else.
  init?(json value: JSONValue) {
    guard value.kind == .array else { return nil }
    var columns: [String] = []
    var rows: [[String]] = []
    for item in value.elements {
      switch item.kind {
      case .object:
        let members = item.members.map { (key: $0.key.string ?? "", value: $0.value) }
        for member in members where !columns.contains(member.key) { columns.append(member.key) }
        rows.append(
          columns.map { name in
            members.first { $0.key == name }.map { ChartData.words($0.value) } ?? ""
          })
      case .array:
        let words = item.elements.map(ChartData.words)
        if columns.isEmpty { columns = words } else { rows.append(words) }
      default: return nil
      }
    }
    self.init(columns: columns, cells: rows)
  }

  private static func words(_ value: JSONValue) -> String {
    switch value.kind {
    case .string: value.string ?? ""
    case .number: value.numeral ?? ""
    case .boolean: value.boolean == true ? "true" : "false"
    case .null, .array, .object: ""
    }
  }

  /// A table of an article; nil where the block is none.
  init?(table index: Int, of document: Document) {
    guard document.blocks.indices.contains(index), document.blocks[index].kind == .table else {
      return nil
    }
    var rows: [[String]] = []
    for block in document.blocks[index + 1..<document.blocks[index].end] {
      switch block.kind {
      case .tableRow: rows.append([])
      case .tableCell:
        if !rows.isEmpty { rows[rows.count - 1].append(document.text[block.text]) }
      default: break
      }
    }
    guard let columns = rows.first else { return nil }
    self.init(columns: columns, cells: rows.dropFirst())
  }
}

extension String {
  /// Without blanks at either end.
  fileprivate var trimmedBlanks: String {
    guard let first = utf8.firstIndex(where: { $0 > 0x20 }),
      let last = utf8.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(self[first...last])
  }
}

// MARK: Values

/// The number that a cell writes: thousands apart by commas or blanks, a sign, a currency's sign
/// before, a percent sign or a unit after; nil where it writes none that can be drawn.
func chartValue(_ cell: String) -> Double? {
  if let plain = Double(cell), cell.utf8.allSatisfy({ $0 < 0x66 }) {
    // "1.5e3", but neither "inf" nor "nan".
    return isDrawable(plain) ? plain : nil
  }
  var digits: [UInt8] = []
  var isNegative = false
  var isDone = false
  for scalar in cell.unicodeScalars {
    switch scalar {
    case "0"..."9", ".":
      guard !isDone else { return nil }
      digits.append(UInt8(scalar.value))
    case ",", "\u{A0}", "\u{202F}", "\u{2009}": break
    case "-", "\u{2212}":
      guard digits.isEmpty, !isNegative else { return nil }
      isNegative = true
    case "+", "$", "€", "£", "¥", "₹", "~", "≈":
      guard digits.isEmpty else { return nil }
    default:
      // Words before a number make it a name: "Q1", "Area 51".
      guard !digits.isEmpty || scalar == " " else { return nil }
      isDone = isDone || !digits.isEmpty
    }
  }
  guard let value = Double(String(decoding: digits, as: UTF8.self)), isDrawable(value) else {
    return nil
  }
  return isNegative ? -value : value
}

/// A day, a month or a year as a page says it: "10 Apr 2026", "Apr 2026"; other words as they are.
func chartDayWords(_ cell: String) -> String {
  if let date = CalendarDate(iso: cell) { return shortDate(date) }
  if cell.utf8.count == 7, let date = CalendarDate(iso: cell + "-01") {
    return "\(CalendarDate.monthNames[date.month - 1].prefix(3)) \(date.year)"
  }
  return cell
}

/// A place on an axis of time: a day, the middle of a month or a quarter, a year; in days since 1970.
func chartDay(_ cell: String) -> Int? {
  if let date = CalendarDate(iso: cell) { return date.dayNumber }
  let parts = cell.split(separator: "-", omittingEmptySubsequences: false)
  guard let first = parts.first, first.utf8.count == 4, let year = Int(first) else { return nil }
  switch parts.count {
  case 1: return CalendarDate(year: year, month: 1, day: 1)?.dayNumber
  case 2:
    if parts[1].hasPrefix("Q"), let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter) {
      return CalendarDate(year: year, month: quarter * 3 - 2, day: 1)?.dayNumber
    }
    return Int(parts[1]).flatMap { CalendarDate(year: year, month: $0, day: 1)?.dayNumber }
  default: return nil
  }
}
