/// A table's cells as numbers, with the way back to their words.
struct NumberTable {
  struct Cell {
    let range: TextRange
    /// Nil where the cell is no number.
    let value: DecimalNumber?
    let isPercent: Bool
    /// A dash or nothing: counts as zero in a sum, but states no number.
    let isBlank: Bool
    /// The word behind the number, in lower case: "km"; empty where there is none. A scale such as
    /// "bn" is in the value instead.
    var unit = ""
    /// The percentage in brackets behind a count: "61 (19.1%)".
    var share: DecimalNumber?

    /// The same with the other sign.
    var negated: Cell {
      Cell(
        range: range, value: value?.negated, isPercent: isPercent, isBlank: isBlank, unit: unit,
        share: share)
    }

    /// All that rounds to the number as written.
    var interval: Interval? {
      guard let value else { return nil }
      let half = DecimalNumber(mantissa: 5, exponent: value.exponent - 1)
      guard let low = DecimalNumber.subtracting(value, half),
        let high = DecimalNumber.adding(value, half)
      else { return nil }
      return Interval(low: low, high: high)
    }
  }

  struct Row {
    let label: String
    let isHeader: Bool
    let cells: [Cell]
    /// Its numbers are those of the rows above, added up.
    var isSummed = false

    /// The row sums up others.
    var isTotal: Bool { isSummed || isNamedTotal }

    /// "Total", "Total revenue", "Sub-total".
    var isNamedTotal: Bool {
      let words = label.lowercased()
      return NumberTable.totalWords.contains { words.hasPrefix($0) } || words.hasSuffix(" total")
        || words.hasSuffix(" combined") || NumberTable.totalLabels.contains(words)
        || (words.hasPrefix("all ") && !words.hasPrefix("all other"))
    }

    var hasNumbers: Bool { cells.dropFirst().contains { $0.value != nil } }
  }

  static let totalWords = ["total", "subtotal", "sub-total", "grand total", "sum of", "in total"]
  static let totalLabels: Set<String> = [
    "sum", "all", "overall", "together", "combined", "altogether",
  ]

  let rows: [Row]
  /// The block of the document that it is, or begins with.
  let block: Int
  /// A list whose items are a name and a figure.
  var isList = false
  var columnCount: Int { rows.map(\.cells.count).max() ?? 0 }

  /// The words above a column, of all header rows and of rows without numbers before the first
  /// with some.
  func heading(_ column: Int, in text: DocumentText) -> String {
    var words: [String] = []
    for row in rows {
      if !row.isHeader, row.hasNumbers { break }
      if row.cells.indices.contains(column) { words.append(text[row.cells[column].range]) }
    }
    return words.joined(separator: " ").lowercased()
  }
}

/// The tables of a document: rows of bars in plain text, those of Markdown, and lists of figures.
func readTables(_ document: Document) -> [NumberTable] {
  var tables = readPlainTables(document)
  for (index, block) in document.blocks.enumerated() {
    switch block.kind {
    case .table: tables.append(readTable(index, document))
    case .list:
      if let rows = readList(index, document) {
        tables.append(NumberTable(rows: summed(rows), block: index, isList: true))
      }
    default: continue
    }
  }
  return tables
}

private func readTable(_ table: Int, _ document: Document) -> NumberTable {
  var rows: [NumberTable.Row] = []
  var index = table + 1
  while index < document.blocks[table].end {
    let block = document.blocks[index]
    if case .tableRow(let isHeader) = block.kind {
      let cells = (index + 1..<max(index + 1, block.end)).compactMap { cell -> NumberTable.Cell? in
        guard case .tableCell = document.blocks[cell].kind else { return nil }
        return readCell(document.blocks[cell].text, document.text)
      }
      let label = cells.first.map { document.text[$0.range] } ?? ""
      rows.append(NumberTable.Row(label: trimmed(label), isHeader: isHeader, cells: cells))
      index = max(index + 1, block.end)
    } else {
      index += 1
    }
  }
  return NumberTable(rows: summed(labelled(rows, document.text)), block: table)
}

/// Where the first column only counts the rows, the second has their labels.
private func labelled(_ rows: [NumberTable.Row], _ text: DocumentText) -> [NumberTable.Row] {
  let body = rows.filter { !$0.isHeader }
  let ranks = body.compactMap { $0.cells.first?.value }
  guard body.count >= 3, ranks.count == body.count, ranks[0] == DecimalNumber(1),
    zip(ranks, ranks.dropFirst()).allSatisfy({ pair in
      pair.0 <= pair.1 && pair.1 <= DecimalNumber(body.count)
    }),
    body.allSatisfy({ $0.cells.count > 2 && $0.cells[1].value == nil && !$0.cells[1].isBlank })
  else { return rows }
  return rows.map {
    NumberTable.Row(
      label: $0.cells.count > 1 ? trimmed(text[$0.cells[1].range]) : $0.label,
      isHeader: $0.isHeader, cells: $0.cells)
  }
}

/// Rows such as `| a | 1 |` that stand as paragraphs of their own: a table in plain text. The second
/// must be a rule of dashes.
private func readPlainTables(_ document: Document) -> [NumberTable] {
  var tables: [NumberTable] = []
  var rows: [NumberTable.Row] = []
  var hasRule = false
  var start = 0
  func close() {
    if hasRule, rows.count >= 2 {
      tables.append(NumberTable(rows: summed(labelled(rows, document.text)), block: start))
    }
    rows = []
    hasRule = false
  }
  for (index, block) in document.blocks.enumerated() {
    guard case .paragraph = block.kind, let cells = splitBars(block.text, document.text) else {
      close()
      continue
    }
    if cells.allSatisfy({ isRule($0, document.text) }) {
      hasRule = rows.count == 1
      continue
    }
    let label = cells.first.map { trimmed(document.text[$0]) } ?? ""
    if rows.isEmpty { start = index }
    rows.append(
      NumberTable.Row(
        label: label, isHeader: rows.isEmpty, cells: cells.map { readCell($0, document.text) }))
  }
  close()
  return tables
}

/// The cells of a line that begins with a bar; nil for any other.
private func splitBars(_ range: TextRange, _ text: DocumentText) -> [TextRange]? {
  let bytes = text.bytes
  let offsets = range.offsets.clamped(to: bytes.indices)
  guard let first = offsets.first(where: { bytes[$0] > 0x20 }), bytes[first] == UInt8(ascii: "|")
  else { return nil }
  var cells: [TextRange] = []
  var start = first + 1
  for index in start..<max(start, offsets.upperBound) where bytes[index] == UInt8(ascii: "|") {
    cells.append(TextRange(start..<index))
    start = index + 1
  }
  return cells.count >= 2 ? cells : nil
}

private func isRule(_ range: TextRange, _ text: DocumentText) -> Bool {
  let bytes = text.bytes[range.offsets]
  return bytes.contains(UInt8(ascii: "-"))
    && bytes.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 <= 0x20 }
}

func trimmed(_ label: String) -> String {
  var bytes = Array(label.utf8)[...]
  while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
  while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self)
}

/// "$ 1,234", "(16.5)", "−3", "40.0%", "(6)%", "—".
func readCell(_ range: TextRange, _ text: DocumentText) -> NumberTable.Cell {
  var offsets = range.offsets.clamped(to: text.bytes.indices)
  while let first = offsets.first, text.bytes[first] <= 0x20 { offsets.removeFirst() }
  while let last = offsets.last, text.bytes[last] <= 0x20 { offsets.removeLast() }
  let range = TextRange(offsets)
  if let cell = readShareCell(range, text) { return cell }
  var reader = CellReader(bytes: text.bytes[offsets])
  return reader.read(range)
}

/// "61 (19.1%)": a count with its share in brackets.
private func readShareCell(_ range: TextRange, _ text: DocumentText) -> NumberTable.Cell? {
  let bytes = text.bytes[range.offsets]
  guard bytes.last == UInt8(ascii: ")"), bytes.dropLast().last == UInt8(ascii: "%"),
    let open = bytes.firstIndex(of: UInt8(ascii: "(")), open > bytes.startIndex
  else { return nil }
  var count = CellReader(bytes: bytes[bytes.startIndex..<open])
  var share = CellReader(bytes: bytes[open + 1..<bytes.endIndex - 1])
  let (whole, part) = (count.read(range), share.read(range))
  guard let value = whole.value, !whole.isPercent, let percent = part.value else { return nil }
  return NumberTable.Cell(
    range: range, value: value, isPercent: false, isBlank: false, unit: whole.unit, share: percent)
}

private struct CellReader {
  let bytes: ArraySlice<UInt8>
  private var digits: [UInt8] = []
  private var isNegative = false
  private var isPercent = false
  private var hasDash = false
  private var isClosed = false
  private var isText = false
  private var word: [UInt8] = []

  init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  mutating func read(_ range: TextRange) -> NumberTable.Cell {
    var index = bytes.startIndex
    while index < bytes.endIndex, !isText { index += readByte(index) }
    var number = isText ? nil : DecimalNumber(digits: String(decoding: digits, as: UTF8.self))
    var unit = String(decoding: word, as: UTF8.self)
    if let places = CellReader.scales[unit] {
      number = number?.shifted(by: places)
      unit = ""
    } else if unit == "percent" || unit == "pct" {
      isPercent = true
      unit = ""
    }
    return NumberTable.Cell(
      range: range, value: isNegative ? number?.negated : number, isPercent: isPercent,
      isBlank: !isText && digits.isEmpty, unit: unit)
  }

  /// What a word behind a number multiplies it by, as a power of ten.
  private static let scales = [
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9, "tn": 12,
    "trillion": 12,
  ]

  /// The longest word that counts as a unit.
  private static let longestWord = 10

  /// Reads what begins at a byte; its length.
  private mutating func readByte(_ index: Int) -> Int {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
      if isClosed { isText = true }
      digits.append(byte)
    case UInt8(ascii: ","):
      if digits.isEmpty { isText = true }
      if !isGroup(behind: index), !digits.contains(UInt8(ascii: ".")), isLastComma(index) {
        digits.append(UInt8(ascii: "."))
      }
    case UInt8(ascii: "("), UInt8(ascii: "-"):
      if digits.isEmpty { isNegative = true } else { isText = true }
    case UInt8(ascii: ")"):
      isClosed = true
    case UInt8(ascii: "%"):
      isPercent = true
      isClosed = true
    case UInt8(ascii: "$"), UInt8(ascii: "+"), 0x09, 0x0A, 0x0D:
      break
    case 0x20:
      if !digits.isEmpty, !isGroup(behind: index) { isClosed = true }
    case 0xC2 where index + 1 < bytes.endIndex && [0xA0, 0xA3, 0xA5].contains(bytes[index + 1]):
      return 2
    case 0xE2 where index + 2 < bytes.endIndex: return readMark(index)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      readLetter(byte, at: index)
    default: isText = true
    }
    return 1
  }

  /// "130 000", "1,204": three digits and no more stand behind a space or comma, and one to three
  /// before it, or another group.
  private func isGroup(behind index: Int) -> Bool {
    var start = index
    while start > bytes.startIndex, bytes[start - 1].isASCIIDigit { start -= 1 }
    guard (1...3).contains(index - start), !digits.contains(UInt8(ascii: ".")), !isClosed else {
      return false
    }
    let next = min(bytes.endIndex, index + 1)
    let digits = bytes[next...].prefix(4)
    return digits.prefix(3).count == 3 && digits.prefix(3).allSatisfy(\.isASCIIDigit)
      && digits.dropFirst(3).first?.isASCIIDigit != true
  }

  private func isLastComma(_ index: Int) -> Bool {
    !bytes[..<index].contains(UInt8(ascii: ","))
      && !bytes[(index + 1)...].contains(UInt8(ascii: ","))
      && index + 1 < bytes.endIndex && bytes[index + 1].isASCIIDigit
  }

  /// One word may stand behind the number, with nothing behind it: "4.2bn", "12 km".
  private mutating func readLetter(_ byte: UInt8, at index: Int) {
    let goesOn = !word.isEmpty && bytes[index - 1].isASCIILetter
    guard !digits.isEmpty, word.isEmpty || goesOn, word.count < CellReader.longestWord else {
      isText = true
      return
    }
    word.append(byte.lowercasedASCII)
    isClosed = true
  }

  /// € and the dashes, whose first byte is E2.
  private mutating func readMark(_ index: Int) -> Int {
    switch (bytes[index + 1], bytes[index + 2]) {
    case (0x82, 0xAC): break
    // Narrow spaces between groups of digits.
    case (0x80, 0x89), (0x80, 0xAF): break
    case (0x88, 0x92), (0x80, 0x90...0x95):
      if digits.isEmpty { isNegative = true } else { isText = true }
    default: isText = true
    }
    return 3
  }
}
