// Figures of comments that the row they name does not have, and fractions in words: "two thirds full",
// "cut by a fifth". Part of `table-cell`.

extension TableProse {
  /// What a comment says of a row and neither table nor article says: a note, no contradiction.
  func relateStranger(_ number: Int, _ saying: Saying) -> Relation? {
    guard isComment, saying.isOnly, saying.mention.isWhole, isValue(number), !isOpen(number),
      !isOfWriter(number), !isOwner(saying),
      let stated = reader.plainValue(number), stated.exponent < 0 || DecimalNumber(9) < stated,
      !reader.isQuestion(number), !isInTables(number), !isInArticle(number)
    else { return nil }
    let (model, row) = (model(saying), row(saying))
    let clause = clause(of: number, in: saying.region)
    guard !isOfOther(clause, beside: saying.mention) else { return nil }
    let columns = model.numeric(saying.mention.row).filter {
      isSameKind(number, row.cells[$0], $0, model) && isNear(number, row.cells[$0])
        && model.unitMatch(number, $0, reader, stems) == 2
    }
    guard let column = columns.first else { return nil }
    let (operand, known) = (reader.operand("text", number), cellOperand(row.cells[column]))
    let name = name(row, column, model)
    return Relation(
      check: Check.tableCell.id, operands: [operand, known], formula: "cell \(name)",
      computed: row.cells[column].interval, stated: reader.intervals(number)?.strict,
      verdict: .unsupported,
      explanation: "neither table nor text gives \(operand.text): the table has \(known.text) "
        + "under \(name)",
      notes: ["the comment names this row, and it may speak of something else"])
  }

  private func isInArticle(_ number: Int) -> Bool {
    guard let stated = reader.intervals(number)?.lenient else { return true }
    let isFraction = reader.quantity(number).kind.isFraction
    return article.analysis.claims.indices.contains { other in
      article.quantity(other).kind.isFraction == isFraction
        && article.intervals(other)?.strict.overlaps(stated) == true
    }
  }

  // MARK: Fractions

  /// Fractions in words that the sentence says of a row: a percentage of it, or its change.
  func relateFractions(
    _ sentence: Int, _ tokens: Range<Int>, _ named: [RowMention]
  ) -> [Relation] {
    reader.quantities(inSentence: sentence).compactMap { number in
      guard reader.quantity(number).isPart, !reader.isDenied(number), !isOfWriter(number),
        !reader.isQuestion(number), let saying = saying(of: number, tokens, named), saying.isOnly,
        saying.mention.isWhole, let percent = reader.percentIntervals(number)
      else { return nil }
      if isChanged(by: number) { return relateChange(by: number, percent, saying) }
      return isMadeUp(by: number)
        ? relateShare(number, percent, saying) : relateLevel(number, percent, saying)
    }
  }

  /// "accounting for almost half of", "45% of the dead and almost half of"
  private func isMadeUp(by number: Int) -> Bool {
    guard cue(reader.quantity(number).tokens.upperBound).contains(.of),
      let sentence = reader.sentence(of: number)
    else { return false }
    let start = reader.quantity(number).tokens.lowerBound
    return (max(sentence.tokens.lowerBound, start - farthestVerb)..<start).contains {
      makingStems.contains(stem($0))
    }
  }

  private func relateShare(
    _ number: Int, _ percent: TwoIntervals, _ saying: Saying
  ) -> Relation? {
    let (model, row) = (model(saying), row(saying))
    guard let total = model.table.rows.last(where: \.isTotal) else { return nil }
    let shares = model.numeric(saying.mention.row).compactMap {
      column -> (column: Int, share: Interval)? in
      guard !model.columns[column].isPercent, !model.columns[column].isChange,
        total.cells.indices.contains(column),
        let share = share(of: row.cells[column], in: total.cells[column])
      else { return nil }
      return (column, share)
    }
    let fitting = shares.first { $0.share.overlaps(percent.lenient) }
    guard let told = fitting ?? shares.last else { return nil }
    return shareRelation(
      number, row, total, told, fitting == nil ? .doubtful : .consistent, saying)
  }

  /// "by a fifth", and nothing behind it that says where or of what.
  private func isChanged(by number: Int) -> Bool {
    let end = reader.quantity(number).tokens.upperBound
    return cue(reader.quantity(number).tokens.lowerBound - 1).contains(.by)
      && (!text.isWord(end) || closingStems.contains(stem(end)))
  }

  private func relateChange(
    by number: Int, _ percent: TwoIntervals, _ saying: Saying
  ) -> Relation? {
    let model = model(saying)
    let pairs = model.pairs(ofRow: saying.mention.row)
    guard let last = model.latestPair(ofRow: saying.mention.row), let a = last.from.value,
      let b = last.to.value, !a.isZero, !a.isNegative, !b.isNegative,
      let change = change(last)
    else { return nil }
    let changes = pairs.compactMap { self.change($0) }
    let holds = changes.contains { $0.magnitude.overlaps(percent.lenient) }
    let clause = clause(of: number, in: saying.region)
    guard holds || !isOfOther(clause, beside: saying.mention) && !isOwner(saying),
      !clause.contains(where: { plannedStems.contains(stem($0)) }),
      !(saying.mention.tokens.lowerBound - 2..<saying.mention.tokens.lowerBound).contains(where: {
        cue($0).contains(.relative)
      })
    else { return nil }
    let operand = reader.operand("rate", number)
    let shown = Sum.together([a, b])
    let formula = "(\(shown[1]) − \(shown[0])) / \(shown[0])"
    return Relation(
      check: Check.tableCell.id,
      operands: [operand, cellOperand(last.from, "from"), cellOperand(last.to, "to")],
      formula: formula, computed: change, stated: percent.strict,
      verdict: holds ? .consistent : .doubtful,
      explanation: "“\(row(saying).label)”: \(formula) = "
        + "\(change.low.map { Sum.rounded($0, places: 1) } ?? "") %, stated \(operand.text)",
      notes: holds ? [] : ["the sentence names this row, and no change of it is so large"])
  }

  private func change(_ pair: CellPair) -> Interval? {
    guard let from = pair.from.interval, let to = pair.to.interval, from.isPositive else {
      return nil
    }
    return percentChange(from: from, to: to)
  }

  /// "is only two thirds full", under a column "% full".
  private func relateLevel(
    _ number: Int, _ percent: TwoIntervals, _ saying: Saying
  ) -> Relation? {
    let (model, row) = (model(saying), row(saying))
    let start = reader.quantity(number).tokens.lowerBound
    let near = start..<text.end(of: reader.quantity(number)) + 1
    let columns = model.numeric(saying.mention.row).filter { column in
      model.columns[column].isPercent
        && model.columns[column].readings.contains { reading in
          reading.contains { key in near.contains { stem($0) == key } }
        }
    }
    guard columns.count == 1, let column = columns.first, let known = row.cells[column].interval
    else { return nil }
    let holds = percent.lenient.overlaps(known)
    let operand = reader.operand("text", number)
    let name = name(row, column, model)
    return Relation(
      check: Check.tableCell.id, operands: [operand, cellOperand(row.cells[column])],
      formula: "cell \(name)", computed: known, stated: percent.strict,
      verdict: holds ? .consistent : .doubtful,
      explanation: "the table has \(cellOperand(row.cells[column]).text) under \(name), stated "
        + operand.text,
      notes: holds ? [] : ["a fraction in words counts as rounded by a twentieth either way"])
  }
}

private let closingStems = Stem.set("to from as this and while but")
private let plannedStems = Stem.set("will would shall should may might")
private let makingStems = Stem.set("accounting account accounted accounts")
/// How many tokens before a fraction the verb may stand that says what it is a share of.
private let farthestVerb = 9

extension PartReader {
  /// Whether the sentence of a figure is a question.
  func isQuestion(_ index: Int) -> Bool {
    guard let tokens = sentence(of: index)?.tokens else { return false }
    return text.mark(tokens.upperBound - 1) == UInt8(ascii: "?")
  }
}
