// "61 points, three more than second-placed Harwick": a figure and how far another row is from it. Part of
// `table-cell`.

private let moreWords = WordSet("more ahead above clear higher larger better longer older")
private let lessWords = WordSet("fewer less behind below lower smaller short adrift shorter")

extension TableProse {
  /// Figures that say how far the figure before them is from the row named behind them.
  func relateLeads(
    _ sentence: Int, _ named: [RowMention], judged: [Relation]
  ) -> [Relation] {
    let run = reader.quantities(inSentence: sentence)
    return run.dropFirst().compactMap { gap in
      relateLead(gap, from: gap - 1, named)
    }
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
