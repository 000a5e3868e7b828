// "X lost more games than Y", "more patients had it on A than on B". Part of `table-cell`.

private let moreStems = Stem.set("more bigger larger higher greater")
private let lessStems = Stem.set("fewer less smaller lower")
private let sizeStems = Stem.set("bigger larger smaller")

extension TableProse {
  /// A comparison of two rows, or of one row under two headings.
  func relateComparisons(
    _ sentence: Int, _ tokens: Range<Int>, _ named: [RowMention]
  ) -> [Relation] {
    guard text.mark(tokens.upperBound - 1) != UInt8(ascii: "?"),
      let token = tokens.first(where: { isComparing($0) }),
      let than = (token + 1..<min(tokens.upperBound, token + longestComparison))
        .first(where: { text.lower($0) == "than" }),
      !(max(tokens.lowerBound, token - 2)..<token).contains(where: { text.isCounted($0) }),
      !isSetApart(tokens.lowerBound..<token, allowing: comparedAllowed),
      !tokens.contains(where: { cue($0).contains(.negation) })
    else { return [] }
    let model = index.models[named[0].table]
    let isMore = moreStems.contains(stem(token))
    if let rows = rows(named, around: than) {
      return relateRows(rows, token, than, tokens, isMore, model).map { [$0] } ?? []
    }
    return relateHeadings(named, token, than, tokens, isMore, model).map { [$0] } ?? []
  }

  private func isComparing(_ index: Int) -> Bool {
    let key = stem(index)
    return moreStems.contains(key) || lessStems.contains(key)
  }

  /// The only row before "than" and the only one right behind it.
  private func rows(_ named: [RowMention], around than: Int) -> (
    first: RowMention, second: RowMention
  )? {
    let before = named.filter { $0.tokens.upperBound <= than }
    let behind = named.filter { $0.tokens.lowerBound > than }
    guard let first = before.last, let second = behind.first, Set(before.map(\.row)).count == 1,
      behind.count == 1, first.row != second.row, second.tokens.lowerBound - than <= 3
    else { return nil }
    return (first, second)
  }

  private func relateRows(
    _ rows: (first: RowMention, second: RowMention), _ token: Int, _ than: Int,
    _ tokens: Range<Int>,
    _ isMore: Bool, _ model: TableModel
  ) -> Relation? {
    let numeric = model.numeric(rows.first.row).filter {
      model.numeric(rows.second.row).contains($0) && !model.columns[$0].isChange
    }
    let stretch = tokens.lowerBound..<than
    let named = numeric.filter { column in
      model.columns[column].readings.contains { reading in
        reading.allSatisfy { word in stretch.contains { stem($0) == word } }
      }
    }
    let columns = named.isEmpty ? numeric : named
    guard !named.isEmpty || isOfSize(token, than, model) else { return nil }
    let pairs = columns.map { column in
      (
        column, model.table.rows[rows.first.row].cells[column],
        model.table.rows[rows.second.row].cells[column]
      )
    }
    return judge(
      pairs, token, isMore,
      (
        "“\(model.table.rows[rows.first.row].label)”",
        "“\(model.table.rows[rows.second.row].label)”"
      ))
  }

  /// "bigger than", "makes more than", "more power than": no noun that the table does not have.
  private func isOfSize(_ token: Int, _ than: Int, _ model: TableModel) -> Bool {
    if than == token + 1 { return true }
    guard !sizeStems.contains(stem(token)) else { return false }
    return (token + 1..<than).allSatisfy { index in
      model.lead.contains(stem(index))
        || model.columns.contains { $0.stems.contains(stem(index)) }
    }
  }

  /// "more patients had serious adverse events on A than on B": one row, two headings.
  private func relateHeadings(
    _ named: [RowMention], _ token: Int, _ than: Int, _ tokens: Range<Int>, _ isMore: Bool,
    _ model: TableModel
  ) -> Relation? {
    guard Set(named.map(\.row)).count == 1, let mention = named.first else { return nil }
    let numeric = model.numeric(mention.row)
    func only(_ range: Range<Int>) -> Int? {
      let found = numeric.filter { column in
        model.columns[column].time == nil
          && model.columns[column].readings.contains { reading in
            reading.allSatisfy { word in range.contains { stem($0) == word } }
          }
      }
      return found.count == 1 ? found[0] : nil
    }
    guard let first = only(tokens.lowerBound..<than),
      let second = only(than..<min(tokens.upperBound, than + 5)), first != second,
      isCountOf(token, mention, than)
    else { return nil }
    let row = model.table.rows[mention.row]
    return judge(
      [(first, row.cells[first], row.cells[second])], token, isMore,
      ("“\(heading(first, model))”", "“\(heading(second, model))”"))
  }

  /// "more patients had X": what is compared is how many.
  private func isCountOf(_ token: Int, _ mention: RowMention, _ than: Int) -> Bool {
    mention.tokens.upperBound <= than && !cue(token + 1).contains(.adverb)
      && !cue(token + 1).contains(.modifier)
  }

  private func judge(
    _ pairs: [(column: Int, first: NumberTable.Cell, second: NumberTable.Cell)], _ token: Int,
    _ isMore: Bool, _ names: (String, String)
  ) -> Relation? {
    let ways = pairs.compactMap { pair -> Bool? in
      guard let a = pair.first.value, let b = pair.second.value else { return nil }
      return isMore ? b < a : a < b
    }
    guard let pair = pairs.first, ways.count == pairs.count, let a = pair.first.value,
      let b = pair.second.value
    else { return nil }
    let holds = ways.contains(true)
    let shown = Sum.together([a, b])
    let word = reader.operand("comparison", words: reader.analysis.words.tokens[token].range)
    return Relation(
      check: Check.tableCell.id,
      operands: [word, cellOperand(pair.first), cellOperand(pair.second)],
      formula: "\(shown[0]) : \(shown[1])", verdict: holds ? .consistent : .doubtful,
      explanation:
        "the table has \(shown[0]) for \(names.0) and \(shown[1]) for \(names.1), stated “\(word.text)”",
      notes: holds ? [] : ["the sentence compares two cells, and they stand the other way round"])
  }
}

/// How far behind a word that compares "than" may stand, in tokens.
private let longestComparison = 14

private let comparedAllowed = Stem.set("more fewer less than of by only last")
