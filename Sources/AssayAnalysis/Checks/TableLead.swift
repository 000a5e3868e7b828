// "61 points, three more than second-placed Harwick": a figure and how far another row is from it. Part of
// `table-cell`.

private let moreWords = WordSet("more ahead above clear higher larger better longer older")
private let clearWords = WordSet("clear ahead")
private let clearAllowed = Stem.set("ahead of by against before first")
private let lessWords = WordSet("fewer less behind below lower smaller short adrift shorter")

extension TableProse {
  /// Figures that say how far the figure before them is from the row named behind them.
  func relateLeads(
    _ sentence: Int, _ named: [RowMention], judged: [Relation]
  ) -> [Relation] {
    let run = reader.quantities(inSentence: sentence)
    return run.dropFirst().compactMap { gap in
      relateLead(gap, from: gap - 1, named)
    } + run.compactMap { relateClear($0, named) }
  }

  /// "Aldermoor finished five points clear": against the row that has the next most.
  private func relateClear(_ gap: Int, _ named: [RowMention]) -> Relation? {
    guard let stated = reader.plainValue(gap), !reader.isDenied(gap), !isOfWriter(gap),
      !reader.analysis.claims[gap].isHedged, Set(named.map(\.row)).count == 1,
      let mention = named.first, mention.isWhole,
      mention.tokens.upperBound <= reader.quantity(gap).tokens.lowerBound
    else { return nil }
    let model = index.models[mention.table]
    let end = text.end(of: reader.quantity(gap))
    let isClear = text.isAny(end, of: clearWords)
    guard isClear || text.lower(end) == "adrift", !text.isWord(end + 1), model.timeline.isEmpty,
      !isSetApart(mention.tokens.lowerBound..<end, allowing: clearAllowed, beside: mention)
    else { return nil }
    let noun = reader.quantity(gap).tokens.lowerBound..<end
    let columns = model.numeric(mention.row).filter { column in
      model.columns[column].readings.contains { reading in
        reading.allSatisfy { key in noun.contains { stem($0) == key } }
      }
    }
    guard columns.count == 1, let column = columns.first else { return nil }
    let own = model.table.rows[mention.row].cells[column]
    let others = model.items.filter { $0 != mention.row }.compactMap { row -> NumberTable.Cell? in
      let cells = model.table.rows[row].cells
      return cells.indices.contains(column) && cells[column].value != nil ? cells[column] : nil
    }
    guard let mine = own.value,
      let rival = others.max(by: { ($0.value ?? .zero) < ($1.value ?? .zero) }),
      let best = rival.value,
      let difference = DecimalNumber.subtracting(isClear ? mine : best, isClear ? best : mine)
    else { return nil }
    let holds = difference == stated
    let shown = Sum.together(isClear ? [mine, best] : [best, mine])
    let operand = reader.operand("by", gap)
    return Relation(
      check: Check.tableCell.id, operands: [operand, cellOperand(own), cellOperand(rival)],
      formula: "\(shown[0]) − \(shown[1])", computed: Interval(difference),
      stated: reader.intervals(gap)?.strict, verdict: holds ? .consistent : .doubtful,
      explanation: "\(shown[0]) − \(shown[1]) = \(Sum.plain(difference)), stated \(operand.text)",
      notes: holds ? [] : ["the row that has the most otherwise is taken for the next one"])
  }

  private func relateLead(_ gap: Int, from value: Int, _ named: [RowMention]) -> Relation? {
    guard let stated = reader.plainValue(gap), let own = reader.plainValue(value),
      !reader.isDenied(gap), !reader.analysis.claims[gap].isHedged, !isOfWriter(gap),
      reader.quantity(gap).kind == reader.quantity(value).kind
        || reader.quantity(gap).kind == .percentagePoint || reader.quantity(gap).kind == .count
    else { return nil }
    let end = text.end(of: reader.quantity(gap))
    let word = (end..<end + 2).first {
      text.isAny($0, of: moreWords) || text.isAny($0, of: lessWords)
    }
    guard let word,
      let than = (word + 1...word + 2).first(where: {
        text.lower($0) == "than" || text.lower($0) == "of"
      }) ?? (text.lower(word) == "behind" || text.lower(word) == "above" ? word : nil),
      let other = named.first(where: {
        $0.tokens.lowerBound > than && $0.tokens.lowerBound - than <= 4
      }),
      reader.quantity(gap).tokens.lowerBound - text.end(of: reader.quantity(value)) <= 2
    else { return nil }
    let model = index.models[other.table]
    let isMore = text.isAny(word, of: moreWords)
    // The column is the one that has the first figure in another row.
    let columns = model.numeric(other.row).filter { column in
      model.items.contains { row in
        row != other.row && model.table.rows[row].cells.indices.contains(column)
          && isSameKind(value, model.table.rows[row].cells[column], column, model)
          && fits(value, model.table.rows[row].cells[column])
      }
    }
    let heads = (reader.quantity(value).tokens.lowerBound..<end)
    let headed = columns.filter { column in
      model.columns[column].readings.contains { reading in
        reading.allSatisfy { key in heads.contains { stem($0) == key } }
      }
    }
    let chosen = headed.isEmpty ? columns : headed
    guard chosen.count == 1, let column = chosen.first else { return nil }
    let cell = model.table.rows[other.row].cells[column]
    guard let known = cell.value, let difference = DecimalNumber.subtracting(own, known) else {
      return nil
    }
    let computed = isMore ? difference : difference.negated
    let holds = computed == stated
    guard
      holds || known.exponent >= stated.exponent
        || reader.intervals(gap)?.lenient.overlaps(Interval(computed)) == false
    else { return nil }
    let shown = Sum.together(isMore ? [own, known] : [known, own])
    let operand = reader.operand("by", gap)
    return Relation(
      check: Check.tableCell.id,
      operands: [operand, reader.operand("value", value), cellOperand(cell)],
      formula: "\(shown[0]) − \(shown[1])", computed: Interval(computed),
      stated: reader.intervals(gap)?.strict,
      verdict: holds ? .consistent : verdict(isSure: other.isWhole && !headed.isEmpty),
      explanation: "\(shown[0]) − \(shown[1]) = \(Sum.plain(computed)), stated \(operand.text)",
      notes: holds
        ? []
        : [
          "the table has \(Sum.plain(known)) under \(name(model.table.rows[other.row], column, model))"
        ])
  }
}
