/// "Leeds had the most goals" against the column of goals. Part of `table-cell`.
func relateSuperlative(
  _ sentence: Int, _ place: TableRowPlace, _ table: NumberTable, _ reader: PartReader
) -> Relation? {
  guard let saying = superlative(in: sentence, table, reader) else { return nil }
  let rows = table.rows.filter { row in
    !row.isHeader && !row.isTotal && row.cells.indices.contains(saying.column)
      && row.cells[saying.column].value != nil
  }
  let row = table.rows[place.row]
  guard rows.count >= 3, row.cells.indices.contains(saying.column),
    let value = row.cells[saying.column].value
  else { return nil }
  let values = rows.compactMap { $0.cells[saying.column].value }
  guard let extreme = saying.isMost ? values.max() : values.min(),
    let best = rows.first(where: { $0.cells[saying.column].value == extreme })
  else { return nil }
  let isTrue = value == extreme
  let word = reader.operand("superlative", words: saying.words)
  let heading = trimmed(table.heading(saying.column, in: reader.analysis.words.text))
  return Relation(
    check: Check.tableCell.id,
    operands: [
      word, reader.operand("cell", words: row.cells[saying.column].range),
      reader.operand("extreme", words: best.cells[saying.column].range),
    ],
    formula: "\(saying.isMost ? "max" : "min")(\(heading)) = \(Sum.plain(extreme))",
    computed: Interval(extreme), stated: Interval(value),
    verdict: isTrue ? .consistent : .contradicted,
    explanation:
      "“\(row.label)” has \(Sum.plain(value)) under “\(heading)”, the \(word.text) is "
      + "\(Sum.plain(extreme)) (“\(best.label)”)",
    notes: ["the sentence names one row, and the superlative stands right before the heading"])
}

private struct Saying {
  let words: TextRange
  let isMost: Bool
  let column: Int
}

private let most: Set<String> = ["most", "highest", "largest", "biggest", "greatest"]
private let least: Set<String> = ["least", "fewest", "lowest", "smallest"]
private let ordinals: Set<String> = [
  "second", "third", "fourth", "fifth", "joint", "not", "among", "next", "nth", "one", "of", "its",
  "their", "his", "her", "at", "than",
]
private let others: Set<String> = [
  "since", "ever", "record", "yet", "history", "decade", "years", "far", "season", "never", "no",
  "not", "previous", "last", "half", "quarter", "if", "would", "could", "may", "per",
]

/// "the most goals": a superlative right before all words of one heading, and nothing behind that
/// narrows it.
private func superlative(
  in sentence: Int, _ table: NumberTable, _ reader: PartReader
) -> Saying? {
  let tokens = reader.analysis.words.sentences[sentence].tokens
  guard !reader.holds(tokens, anyOf: others),
    let place = tokens.first(where: {
      most.contains(reader.text.lower($0)) || least.contains(reader.text.lower($0))
    }),
    place > tokens.lowerBound, reader.text.lower(place - 1) == "the",
    !(max(tokens.lowerBound, place - 3)..<place).contains(where: {
      ordinals.contains(reader.text.lower($0))
    })
  else { return nil }
  let word = reader.text.lower(place)
  let text = reader.analysis.words.text
  let columns = (1..<max(1, table.columnCount)).filter { column in
    let heading = table.heading(column, in: text).split(separator: " ").map(String.init)
    guard !heading.isEmpty, heading.count <= 4 else { return false }
    return heading.indices.allSatisfy { reader.text.lower(place + 1 + $0) == heading[$0] }
  }
  guard columns.count == 1, let column = columns.first else { return nil }
  let length = table.heading(column, in: text).split(separator: " ").count
  let after = place + 1 + length
  let isClosed =
    after >= tokens.upperBound || reader.text.mark(after) != 0
    || ["with", "at", "and", "in"].contains(reader.text.lower(after))
      && (reader.text.lower(after) != "in" || reader.text.lower(after + 2) == "table")
  guard isClosed else { return nil }
  let words = reader.analysis.words.tokens[place].range.union(
    reader.analysis.words.tokens[after - 1].range)
  return Saying(words: words, isMost: most.contains(word), column: column)
}
