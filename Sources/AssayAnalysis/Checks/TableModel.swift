/// A table as sentences speak of it: what its rows are, what each column measures, and of what time.
struct TableModel {
  let table: NumberTable
  let columns: [Column]
  /// The rows that sentences may name: neither headings nor totals.
  let items: [Int]
  /// The stems of the heading over the labels: "route".
  let kinds: Set<WordKey>
  /// The stems of the sentence right before the table: "electricity generation by source, in TWh".
  let lead: Set<WordKey>
  /// Columns that measure one thing at several times, oldest first.
  let series: [[Int]]
  /// Rows whose labels are times, oldest first; empty where they are things.
  let timeline: [Int]

  struct Column {
    /// What its heading says, without times, units and brackets; any of the readings will do.
    var readings: [[WordKey]] = []
    /// All stems of its heading.
    var stems: Set<WordKey> = []
    var time: TableTime?
    var isNumeric = false
    var isPercent = false
    var isMoney = false
    /// "Per resident": residents are not what it counts.
    var isPerThing = false
    /// "Change", "Rise (%)": what other columns make.
    var isChange = false
  }
}

/// A year, or a quarter or month of one, as headings and labels name it.
struct TableTime: Hashable, Comparable {
  let year: Int
  /// The month that it begins in, from 1; 0 where only the year is named.
  let month: Int

  static func < (left: TableTime, right: TableTime) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}

// MARK: Reading

private let weakStems = Stem.set(
  """
  the a of in per and total number no million millions thousand thousands bn m usd eur gbp cent
  percent percentage for to vs by at on n with
  """)
private let moneyStems = Stem.set(
  "dollars dollar euros euro pounds pound crowns kronor yen usd eur gbp $m £m €m francs rupees")
private let scaleStems = Stem.set("thousand million billion trillion bn m mn k tn hundred")
private let changeStems = Stem.set(
  "change rise increase growth difference diff gap gain swing decrease fall decline chg")
private let monthNames = [
  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
]

/// What heads the columns of league tables.
private let abbreviations: [(heading: String, readings: [String])] = [
  ("pts", ["points"]), ("gf", ["scored", "goals"]), ("ga", ["conceded", "goals conceded"]),
  ("gd", ["goal difference"]), ("w", ["won", "wins", "win", "winning"]),
  ("d", ["drawn", "draws", "drew"]), ("l", ["lost", "losses", "defeats", "lose"]),
  ("p", ["played", "matches", "games"]), ("pld", ["played", "matches", "games"]),
  ("won", ["won", "wins", "winning"]), ("drawn", ["drawn", "draws", "drew"]),
  ("lost", ["lost", "losses", "defeats"]), ("for", ["scored", "goals"]),
  ("against", ["conceded", "goals conceded"]),
]

extension TableModel {
  /// A table and the words right before it.
  init(_ table: NumberTable, lead: String, in text: DocumentText) {
    self.table = table
    let corner = table.labelHeading(in: text)
    let columns = (0..<table.columnCount).map {
      TableModel.readColumn($0, of: table, lead: lead, corner: corner, in: text)
    }
    let items = table.rows.indices.filter {
      !table.rows[$0].isHeader && !table.rows[$0].isTotal && table.rows[$0].hasNumbers
    }
    self.items = items
    self.columns = columns
    kinds = Set(Stem.keys(corner)).subtracting(weakStems)
    self.lead = Set(Stem.keys(lead)).subtracting(weakStems)
    series = TableModel.readSeries(columns)
    let times = items.compactMap { item -> (row: Int, time: TableTime)? in
      let label = table.rows[item].label.lowercased()
      guard Stem.keys(label).allSatisfy(TableModel.isTimeStem) else { return nil }
      return TableTime(label).map { (item, $0) }
    }
    timeline =
      items.count >= 3 && times.count == items.count
      ? times.sorted { $0.time < $1.time }.map(\.row) : []
  }

  /// The rows between the totals that a row stands between: sources of income are none of cost.
  func section(of row: Int) -> [Int] {
    var (low, high) = (row, row + 1)
    while low > 0, !table.rows[low - 1].isTotal, !table.rows[low - 1].isHeader { low -= 1 }
    while high < table.rows.count, !table.rows[high].isTotal { high += 1 }
    return items.filter { (low..<high).contains($0) }
  }

  /// The columns of numbers that a row has.
  func numeric(_ row: Int) -> [Int] {
    let cells = table.rows[row].cells
    return columns.indices.filter {
      columns[$0].isNumeric && cells.indices.contains($0) && cells[$0].value != nil
    }
  }

  /// The only series of the table; nil where it has none or several.
  var onlySeries: [Int]? { series.count == 1 ? series[0] : nil }

  /// Whether a quantity's own unit is one that heading or lead give: 2 is yes, 1 is perhaps, 0 is no.
  func unitMatch(_ index: Int, _ column: Int, _ reader: PartReader, _ stems: StemmedText) -> Int {
    let quantity = reader.quantity(index)
    let measured = columns[column]
    if quantity.kind.isFraction { return measured.isPercent ? 2 : 0 }
    if measured.isPercent { return 0 }
    if quantity.kind == .money { return measured.isMoney ? 2 : 1 }
    if measured.isMoney { return quantity.unit.dimension == .none ? 1 : 0 }
    if measured.isPerThing, reader.perUnit(quantity).isEmpty { return 0 }
    let end = reader.text.end(of: quantity)
    let words = (quantity.tokens.lowerBound..<end).filter {
      reader.text.isWord($0) && !scaleStems.contains(stems.keys[$0])
    }.map { stems.keys[$0] }
    guard !words.isEmpty else { return quantity.unit.dimension == .none ? 1 : 0 }
    return words.allSatisfy {
      measured.stems.contains($0) || measured.readings.joined().contains($0) || lead.contains($0)
        || kinds.contains($0)
    } ? 2 : 0
  }

  private static func readColumn(
    _ index: Int, of table: NumberTable, lead: String, corner: String, in text: DocumentText
  ) -> Column {
    var column = Column()
    let cells = table.rows.filter { !$0.isHeader }.compactMap {
      $0.cells.indices.contains(index) ? $0.cells[index] : nil
    }
    let numbers = cells.filter { $0.value != nil }
    let heading = table.heading(index, in: text)
    let plain = splitBrackets(heading).plain
    let stems = Stem.keys(heading)
    column.stems = Set(stems)
    column.isNumeric = index > 0 && !numbers.isEmpty
    column.time = TableTime(plain)
    column.isChange = !column.stems.isDisjoint(with: changeStems)
    column.isPerThing = ["per ", "Per "].contains { heading.range(ofWord: $0) != nil }
    let headsPercent = ["%", "percent", "per cent", "percentage"].contains {
      heading.range(ofWord: $0) != nil
    }
    column.isMoney =
      numbers.contains { text[$0.range].utf8.contains { $0 == UInt8(ascii: "$") } }
      || ["$", "£", "€"].contains { sign in
        heading.range(ofWord: sign) != nil || lead.range(ofWord: sign) != nil
          || numbers.contains { text[$0.range].range(ofWord: sign) != nil }
      } || !column.stems.isDisjoint(with: moneyStems)
      || (!headsPercent
        && (!Set(Stem.keys(lead)).isDisjoint(with: moneyStems)
          || ["$", "£", "€"].contains { corner.range(ofWord: $0) != nil }))
    column.isPercent =
      headsPercent || numbers.count { $0.isPercent } * 2 > numbers.count
      || (!column.isMoney
        && ["percentage", "per cent", "percent"].contains {
          lead.range(ofWord: $0) != nil
        } && column.time != nil)
    let named = Stem.keys(plain).filter { !weakStems.contains($0) && !isTimeStem($0) }
    if !named.isEmpty { column.readings.append(named) }
    for row in abbreviations where trimmed(plain) == row.heading {
      column.readings = row.readings.map { Stem.keys($0) }
    }
    return column
  }

  /// "relunisib (n=320)": what stands outside and inside of brackets.
  private static func splitBrackets(_ heading: String) -> (plain: String, bracketed: String) {
    var (plain, bracketed): ([UInt8], [UInt8]) = ([], [])
    var depth = 0
    for byte in heading.utf8 {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if depth > 0 { bracketed.append(byte) } else { plain.append(byte) }
      if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
    }
    return (
      String(decoding: plain, as: UTF8.self), String(decoding: bracketed, as: UTF8.self)
    )
  }

  /// The whole that a heading gives in brackets: 320 of "relunisib (n=320)".
  static func wholeOf(heading: String) -> DecimalNumber? {
    wholeOf(splitBrackets(heading).bracketed)
  }

  /// The number in "(n=320)", "(n = 1,204)".
  private static func wholeOf(_ bracketed: String) -> DecimalNumber? {
    let bytes = bracketed.utf8.filter { $0 > 0x20 && $0 != UInt8(ascii: ",") }
    guard bytes.starts(with: "(n=".utf8), bytes.last == UInt8(ascii: ")") else { return nil }
    return DecimalNumber(digits: String(decoding: bytes.dropFirst(3).dropLast(), as: UTF8.self))
  }

  private static func isTimeStem(_ key: WordKey) -> Bool { timeStems.contains(key) }

  private static let timeStems: Set<WordKey> = {
    var stems = Stem.set("fy fiscal year q1 q2 q3 q4 quarter h1 h2")
    for name in monthNames { stems.insert(Stem.key(name)) }
    for name in [
      "january", "february", "march", "april", "june", "july", "august", "september", "october",
      "november", "december", "sept",
    ] {
      stems.insert(Stem.key(name))
    }
    for year in 1900...2100 {
      stems.insert(Stem.key(String(year)))
      stems.insert(Stem.key("fy\(year)"))
    }
    return stems
  }()

  private static func readSeries(_ columns: [Column]) -> [[Int]] {
    var groups: [[WordKey]: [(column: Int, time: TableTime)]] = [:]
    for (index, column) in columns.enumerated() where column.isNumeric && !column.isChange {
      if let time = column.time {
        groups[column.readings.first ?? [], default: []].append((index, time))
      }
    }
    return groups.values.filter { $0.count >= 2 && Set($0.map(\.time)).count == $0.count }
      .map { group in group.sorted { $0.time < $1.time }.map(\.column) }
      .sorted { $0[0] < $1[0] }
  }
}

extension TableTime {
  /// The only year of a line in small letters, with the quarter or month beside it.
  init?(_ line: String) {
    let bytes = Array(line.utf8)
    var years: [Int] = []
    var start = 0
    for index in 0...bytes.count where index == bytes.count || !bytes[index].isASCIIDigit {
      if index - start == 4, let year = Int(String(decoding: bytes[start..<index], as: UTF8.self)),
        (1900...2100).contains(year)
      {
        years.append(year)
      }
      start = index + 1
    }
    guard years.count == 1 else { return nil }
    year = years[0]
    var month = 0
    let words = bytes.split { !($0.isASCIILetter || $0.isASCIIDigit) }
    for word in words {
      if word.count == 2, word.first == UInt8(ascii: "q"), let digit = word.last,
        (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(digit)
      {
        month = Int(digit - UInt8(ascii: "1")) * 3 + 1
      }
      guard word.count >= 3 else { continue }
      let begin = String(decoding: word.prefix(3), as: UTF8.self)
      if let place = monthNames.firstIndex(of: begin), word.allSatisfy(\.isASCIILetter) {
        month = place + 1
      }
    }
    self.month = month
  }
}

extension NumberTable {
  /// What stands over the labels, in small letters.
  func labelHeading(in text: DocumentText) -> String {
    guard let header = rows.first(where: \.isHeader) else { return "" }
    let column = rows.first { !$0.isHeader }.flatMap { row in
      row.cells.firstIndex { trimmed(text[$0.range]) == row.label }
    }
    guard let column, header.cells.indices.contains(column) else { return "" }
    return text[header.cells[column].range].lowercased()
  }
}
