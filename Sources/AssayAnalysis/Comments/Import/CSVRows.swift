/// The rows of a CSV text with a head, as RFC 4180 has them: quoted cells may hold commas, quotes
/// doubled and line ends.
struct CSVRows {
  struct Row {
    fileprivate let columns: [String: Int]
    let cells: [[UInt8]]
    /// From 1.
    let line: Int

    /// The first of these columns that holds words. Names match without case, blanks and marks.
    func text(_ names: String...) -> String? {
      for name in names {
        guard let column = columns[name], cells.indices.contains(column) else { continue }
        let text = String(decoding: trimmedBlanks(cells[column][...]), as: UTF8.self)
        if !text.isEmpty { return text }
      }
      return nil
    }

    func bytes(_ names: String...) -> [UInt8]? {
      for name in names {
        guard let column = columns[name], cells.indices.contains(column) else { continue }
        return cells[column]
      }
      return nil
    }
  }

  /// As they are looked up: lower case, letters and digits only.
  let columns: Set<String>
  private(set) var rows: [Row] = []
  /// Lines on which a quote opens that never closes.
  private(set) var unclosedLine: Int?
  /// Rows with more cells than the head.
  private(set) var raggedLines: [Int] = []
  /// Rows with fewer.
  private(set) var shortLines: [Int] = []
  /// Of the last row, where no line end follows it.
  private(set) var openLine: Int?

  /// Only the head, to see what a file is.
  static func head(of bytes: [UInt8]) -> Set<String> {
    var scanner = CSVScanner(bytes: bytes)
    return Set((scanner.next()?.cells ?? []).map(normalised))
  }

  init(_ bytes: [UInt8]) {
    var scanner = CSVScanner(bytes: bytes)
    let head = scanner.next()?.cells ?? []
    var index: [String: Int] = [:]
    for (column, cell) in head.enumerated() where index[CSVRows.normalised(cell)] == nil {
      index[CSVRows.normalised(cell)] = column
    }
    columns = Set(index.keys)
    while let (cells, line) = scanner.next() {
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      if cells.count > head.count { raggedLines.append(line) }
      if cells.count < head.count { shortLines.append(line) }
      rows.append(Row(columns: index, cells: cells, line: line))
    }
    unclosedLine = scanner.unclosedLine
    if let last = bytes.last, last != 0x0A, last != 0x0D { openLine = rows.last?.line }
  }

  private static func normalised(_ cell: [UInt8]) -> String {
    let kept = cell.compactMap { byte -> UInt8? in
      if (0x41...0x5A).contains(byte) { return byte | 0x20 }
      return (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) ? byte : nil
    }
    return String(decoding: kept, as: UTF8.self)
  }
}

private struct CSVScanner {
  let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private(set) var unclosedLine: Int?

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> (cells: [[UInt8]], line: Int)? {
    guard index < bytes.count else { return nil }
    let start = line
    var cells: [[UInt8]] = []
    while true {
      cells.append(cell())
      guard index < bytes.count, bytes[index] == UInt8(ascii: ",") else { break }
      index += 1
    }
    if index < bytes.count, bytes[index] == 0x0D { index += 1 }
    if index < bytes.count, bytes[index] == 0x0A {
      index += 1
      line += 1
    }
    return (cells, start)
  }

  private mutating func cell() -> [UInt8] {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return plainCell() }
    let opened = line
    var cell: [UInt8] = []
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        guard index < bytes.count, bytes[index] == byte else { return cell + plainCell() }
        index += 1
      } else if byte == 0x0A {
        line += 1
      }
      cell.append(byte)
    }
    unclosedLine = unclosedLine ?? opened
    return cell
  }

  /// Up to a comma or a line's end.
  private mutating func plainCell() -> [UInt8] {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: ","), bytes[index] != 0x0A {
      if bytes[index] == 0x0D, index + 1 == bytes.count || bytes[index + 1] == 0x0A { break }
      index += 1
    }
    return Array(bytes[start..<index])
  }
}
