extension Check {
  /// Flags numbers and superlatives in the text that the article's own tables contradict.
  public static let tableCell = Check(
    id: "table-cell",
    summary: "Numbers and superlatives in the text against the article's tables",
    tier: 1,
    documentation: """
      ## What it examines

      Sentences that name a row of one of the article's tables by its whole label, and a column by
      its heading (or where the table has only one column of numbers): their number must be the one
      in the table. It is contradicted where a word of the heading stands right at the number. Where no
      column is named, or several rows are, a number is doubtful at most, and that only
      where it has a cell's digits with two of them changed round, or
      where the row named before has its number in the one column that this number misses. "X had
      the most goals" must be the row with the largest number under that heading.

      ## Why it matters

      Text and table come from two hands, and readers take the text for a summary of the table.

      ## Example

      "Leeds scored 68 goals" above a table in which the row Leeds has 86 under Goals.

      ## When to ignore it

      Where the sentence speaks of another season or another part than the table.
      """,
    run: relateTableCells)
}

func relateTableCells(_ input: CheckInput) -> [Relation] {
  guard let reader = input.readers.first else { return [] }
  let tables = readTables(input.article)
  guard !tables.isEmpty else { return [] }
  let index = RowIndex(tables, reader)
  guard !index.isEmpty else { return [] }
  let inTables = input.article.blocks.filter { $0.kind == .table }.map(\.text)
  return reader.analysis.words.sentences.indices.flatMap { sentence -> [Relation] in
    let (range, tokens) = (
      reader.analysis.words.sentences[sentence].range,
      reader.analysis.words.sentences[sentence].tokens
    )
    // A row of a table in plain text.
    if reader.text.mark(tokens.lowerBound) == UInt8(ascii: "|") { return [] }
    let place = inTables.partitioningIndex { $0.end > range.start }
    if place < inTables.count, inTables[place].start <= range.start { return [] }
    let named = index.rows(in: sentence, reader)
    guard !named.isEmpty else { return [] }
    let numbers = named.indices.compactMap { place -> Relation? in
      let start = place == 0 ? tokens.lowerBound : named[place].start
      let end = place + 1 < named.count ? named[place + 1].start : tokens.upperBound
      return relateNumber(
        sentence, within: start..<end, named[place].place, index.tables[named[place].place.table],
        isOnly: named.count == 1, reader)
    }
    guard named.count == 1, let row = named.first?.place else {
      return numbers
        + relateInParallel(sentence, named, tokens, numbers, index.tables, reader)
    }
    return numbers
      + [
        relateSuperlative(sentence, row, index.tables[row.table], reader)
      ].compactMap { $0 }
  }
}

// MARK: Rows by their labels

struct TableRowPlace: Hashable {
  let table: Int
  let row: Int
}

/// The rows of an article's tables by the first word of their labels.
struct RowIndex {
  let tables: [NumberTable]
  private var rows: [WordKey: [TableRowPlace]] = [:]
  private var labels: [TableRowPlace: [WordKey]] = [:]

  var isEmpty: Bool { rows.isEmpty }

  /// More rows than this with one first word are looked up no further.
  private static let mostRows = 64

  init(_ tables: [NumberTable], _ reader: PartReader) {
    self.tables = tables
    for (number, table) in tables.enumerated() {
      for (place, row) in table.rows.enumerated() where !row.isHeader && row.hasNumbers {
        let words = RowIndex.keys(row.label)
        guard let first = words.first, words.count <= 6, !row.isTotal else { continue }
        let known = TableRowPlace(table: number, row: place)
        guard rows[first, default: []].count < RowIndex.mostRows else { continue }
        rows[first, default: []].append(known)
        labels[known] = words
      }
    }
  }

  private static func keys(_ label: String) -> [WordKey] {
    var keys: [WordKey] = []
    forEachWord(in: label) { keys.append($0) }
    return keys
  }

  /// The rows that a sentence names, in order, each with the token that its label begins at. Labels
  /// that are part of a longer one are left out, and those that several rows have.
  func rows(in sentence: Int, _ reader: PartReader) -> [(place: TableRowPlace, start: Int)] {
    let words = reader.analysis.words
    let tokens = words.sentences[sentence].tokens
    var found: [(place: TableRowPlace, start: Int, length: Int)] = []
    words.text.bytes.withUnsafeBufferPointer { bytes in
      func key(_ index: Int) -> WordKey {
        WordKey(bytes, Int(words.tokens[index].start)..<Int(words.tokens[index].end))
      }
      for index in tokens where words.tokens[index].kind == .word {
        for place in rows[key(index)] ?? [] {
          guard let label = labels[place], index + label.count <= tokens.upperBound,
            label.indices.dropFirst().allSatisfy({ key(index + $0) == label[$0] })
          else { continue }
          found.append((place, index, label.count))
        }
      }
    }
    let kept = found.filter { one in
      !found.contains { other in
        (other.length > one.length && other.start <= one.start
          && one.start + one.length <= other.start + other.length)
          || (other.start == one.start && other.length == one.length && other.place != one.place)
      }
    }
    return kept.map { ($0.place, $0.start) }
  }
}

// MARK: Columns by their headings

/// Words of headings that name no column by themselves.
private let weakWords: Set<String> = [
  "the", "a", "of", "in", "per", "and", "total", "number", "no", "million", "millions", "thousand",
  "thousands", "bn", "m", "usd", "eur", "gbp", "cent", "percent", "percentage", "for", "to", "vs",
]

private func headingWords(_ column: Int, _ table: NumberTable, _ text: DocumentText) -> [String] {
  table.heading(column, in: text).utf8.split {
    !($0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80)
  }
  .map { String(decoding: $0, as: UTF8.self) }.filter { !weakWords.contains($0) }
}

/// The columns of numbers whose headings a sentence names, or the stretch of it that belongs to a
/// row; all where there is one.
private func columns(
  in region: Range<Int>?, _ sentence: Int, _ table: NumberTable, _ row: NumberTable.Row,
  _ reader: PartReader
) -> [Int] {
  let numeric = numericColumns(row)
  guard numeric.count > 1 else { return numeric }
  let tokens = region ?? reader.analysis.words.sentences[sentence].tokens
  let words = Set(tokens.map { stem(reader.text.lower($0)) })
  return numeric.filter { column in
    let heading = headingWords(column, table, reader.analysis.words.text)
    return !heading.isEmpty && heading.allSatisfy { words.contains(stem($0)) }
  }
}

private func stem(_ word: String) -> String {
  word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss")
    ? String(word.dropLast()) : word
}

// MARK: Numbers

private func relateNumber(
  _ sentence: Int, within region: Range<Int>, _ place: TableRowPlace, _ table: NumberTable,
  isOnly: Bool, _ reader: PartReader
) -> Relation? {
  let numbers = reader.quantities(inSentence: sentence).filter {
    region.contains(reader.quantity($0).tokens.lowerBound) && isTelling($0, reader)
  }
  guard !numbers.isEmpty else { return nil }
  let row = table.rows[place.row]
  let named = columns(in: isOnly ? nil : region, sentence, table, row, reader)
  let candidates = named.isEmpty ? numericColumns(row) : named
  for column in candidates {
    for number in numbers where fits(number, row.cells[column], reader) {
      return relation(number, row, column, .consistent, table, reader)
    }
  }
  guard numbers.count == 1, let number = numbers.first, reader.plainValue(number) != nil,
    isValue(number, reader), !reader.isDenied(number), !reader.analysis.claims[number].isHedged,
    !holds(number, table, reader), !hasOtherTime(region, reader)
  else { return nil }
  let wrong = candidates.filter { column in
    let cell = row.cells[column]
    guard isSameKind(number, cell, reader) else { return false }
    // Where the words name no column, or several rows, only a slip of the pen is likely enough.
    return named.count == 1
      ? isNear(number, cell, reader) : isLikelySlip(number, cell, table, reader)
  }
  guard wrong.count == 1, let column = wrong.first else { return nil }
  let isPlain = named.count == 1 && isHeaded(number, column, table, reader)
  return relation(number, row, column, isPlain ? .contradicted : .doubtful, table, reader)
}

/// Whether a word of the column's heading stands right at the number: "68 goals", "a rent of £950".
private func isHeaded(
  _ index: Int, _ column: Int, _ table: NumberTable, _ reader: PartReader
) -> Bool {
  let heading = Set(headingWords(column, table, reader.analysis.words.text).map(stem))
  let quantity = reader.quantity(index)
  let near =
    quantity.tokens.lowerBound - headingReach..<reader.text.end(of: quantity) + 1
  return near.contains { heading.contains(stem(reader.text.lower($0))) }
}

/// How far before its number the word of a heading may stand, in tokens.
private let headingReach = 5

/// Two digits of the cell that changed places, in a number that has no noun of its own, or three digits.
private func isLikelySlip(
  _ index: Int, _ cell: NumberTable.Cell, _ table: NumberTable, _ reader: PartReader
) -> Bool {
  guard let stated = reader.plainValue(index), let value = cell.value, isSlip(stated, value),
    let known = scales.lazy.map({ value.shifted(by: $0) }).first(where: {
      reader.areNear(stated, $0)
    })
  else { return false }
  return reader.quantity(index).unit.dimension == .none || haveSameDigits(stated, known)
}

/// "Wind delivered 8.4, gas 8.7": where one row's number is in a column, the next row's is meant to be
/// in it too. Doubtful at most, since the words do not name the column.
private func relateInParallel(
  _ sentence: Int, _ named: [(place: TableRowPlace, start: Int)], _ tokens: Range<Int>,
  _ known: [Relation], _ tables: [NumberTable], _ reader: PartReader
) -> [Relation] {
  func region(_ place: Int) -> Range<Int> {
    let end = place + 1 < named.count ? named[place + 1].start : tokens.upperBound
    return named[place].start..<max(named[place].start, end)
  }
  func numbers(_ place: Int) -> [Int] {
    reader.quantities(inSentence: sentence).filter {
      region(place).contains(reader.quantity($0).tokens.lowerBound) && isTelling($0, reader)
    }
  }
  var found: [Relation] = []
  for place in named.indices.dropFirst() where named[place].place.table == named[0].place.table {
    let table = tables[named[place].place.table]
    let (before, row) = (table.rows[named[place - 1].place.row], table.rows[named[place].place.row])
    let own = numbers(place)
    guard let first = numbers(place - 1).first, own.count == 1, let number = own.first,
      reader.quantity(number).tokens.lowerBound - named[place].start <= 3,
      !known.contains(where: { $0.operands.first?.claim == number }), isValue(number, reader),
      !reader.isDenied(number), reader.plainValue(number) != nil, !holds(number, table, reader),
      !hasOtherTime(region(place), reader)
    else { continue }
    let shared = numericColumns(row).filter { column in
      before.cells.indices.contains(column) && fits(first, before.cells[column], reader)
        && isNear(number, row.cells[column], reader)
    }
    guard shared.count == 1, let column = shared.first else { continue }
    found.append(relation(number, row, column, .doubtful, table, reader))
  }
  return found
}

private func numericColumns(_ row: NumberTable.Row) -> [Int] {
  row.cells.indices.dropFirst().filter { row.cells[$0].value != nil }
}

private func isTelling(_ index: Int, _ reader: PartReader) -> Bool {
  let quantity = reader.quantity(index)
  switch quantity.kind {
  case .money, .percent, .count, .measure, .score, .duration, .percentChange, .rate:
    return quantity.exactValue != nil
  case .date, .time, .ratio, .multiple, .rank, .percentagePoint: return false
  }
}

private func isValue(_ index: Int, _ reader: PartReader) -> Bool {
  switch reader.analysis.claims[index].role {
  case .value, .to: return true
  case .from, .by, .rate, .part, .whole, .bound: return false
  }
}

private func isSameKind(_ index: Int, _ cell: NumberTable.Cell, _ reader: PartReader) -> Bool {
  reader.quantity(index).kind.isFraction == cell.isPercent
}

/// The scales that a table may leave to its heading.
private let scales = [0, 3, 6, 9]

/// The scales between a cell and a number of the text: none where either is nought, since all scales
/// of nothing are nothing, or where the text's number is too small to have left one out.
private func scales(_ stated: DecimalNumber?, _ known: DecimalNumber?) -> [Int] {
  guard let stated, let known, !stated.isZero, !known.isZero, known < stated else { return [0] }
  return scales
}

private func fits(_ index: Int, _ cell: NumberTable.Cell, _ reader: PartReader) -> Bool {
  guard let stated = reader.intervals(index), let known = cell.interval else { return false }
  let size = stated.strict.magnitude
  let shifts = scales(reader.quantity(index).middle?.magnitude, cell.value?.magnitude)
  return shifts.contains { places in
    guard let low = known.magnitude.low, let high = known.magnitude.high else { return false }
    return size.overlaps(Interval(low: low.shifted(by: places), high: high.shifted(by: places)))
  }
}

/// Whether the number can be a slip of the cell's: the same scale, and no more than double or half.
private func isNear(_ index: Int, _ cell: NumberTable.Cell, _ reader: PartReader) -> Bool {
  guard let stated = reader.plainValue(index)?.magnitude, let known = cell.value?.magnitude,
    !known.isZero, reader.intervals(index)?.lenient.overlaps(Interval(known)) == false
  else { return false }
  return scales.contains { places in
    let scaled = known.shifted(by: places)
    guard let double = DecimalNumber.adding(scaled, scaled),
      let twice = DecimalNumber.adding(stated, stated)
    else { return false }
    return stated <= double && scaled <= twice
  }
}

/// Whether another cell of the table has the number.
private func holds(_ index: Int, _ table: NumberTable, _ reader: PartReader) -> Bool {
  table.rows.contains { row in row.cells.dropFirst().contains { fits(index, $0, reader) } }
}

/// "in the first half", "last year", "a year earlier": the sentence may speak of another time.
private func hasOtherTime(_ tokens: Range<Int>, _ reader: PartReader) -> Bool {
  let words: Set<String> = [
    "last", "previous", "earlier", "ago", "next", "first", "second", "half", "before", "by",
    "since",
    "target", "forecast", "expected", "almost", "nearly", "about", "around", "away", "home",
    "alone",
    "initially", "originally", "if", "would", "could", "each", "per", "more", "fewer", "less",
    "than", "only", "another", "further", "extra", "additional", "of", "need", "needs", "needed",
    "conceded", "when", "while", "until", "short", "required", "wanted", "hoped", "paid",
    "spent", "owed", "against", "behind", "ahead", "might", "may", "must", "should",
    "after",
  ]
  return reader.holds(tokens, anyOf: words)
}

private func relation(
  _ number: Int, _ row: NumberTable.Row, _ column: Int, _ verdict: Verdict, _ table: NumberTable,
  _ reader: PartReader
) -> Relation {
  let cell = row.cells[column]
  let operand = reader.operand("text", number)
  let known = reader.operand("cell", words: cell.range)
  let heading = trimmed(table.heading(column, in: reader.analysis.words.text))
  let name = heading.isEmpty ? "“\(row.label)”" : "“\(row.label)”, “\(heading)”"
  return Relation(
    check: Check.tableCell.id, operands: [operand, known], formula: "cell \(name)",
    computed: cell.interval, stated: reader.intervals(number)?.strict, verdict: verdict,
    explanation: "the table has \(known.text) under \(name), stated \(operand.text)",
    notes: verdict == .consistent
      ? []
      : ["the sentence names this row and column only, and no cell of the table has its number"])
}
