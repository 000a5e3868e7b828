// What a sentence says of a row and the table's total, of the total alone, and of the mean of some rows.
// Part of `table-cell`.

// MARK: A row's share of the total

/// What a share may be of where the table gives the whole.
let wholeStems = Stem.set(
  """
  total all revenue sales spending budget output production power electricity income vote votes turnover
  population staff workforce market overall costs
  """)

extension TableProse {
  /// "40% of revenue" against the row's cell and the cell of the total.
  func relateShare(_ number: Int, _ clause: Range<Int>, _ saying: Saying) -> Relation? {
    let (model, row) = (model(saying), row(saying))
    guard reader.quantity(number).kind == .percent, isValue(number) || isPart(number),
      saying.mention.tokens.upperBound <= reader.quantity(number).tokens.lowerBound,
      let total = model.table.rows.last(where: \.isTotal)
    else { return nil }
    let columns = model.numeric(saying.mention.row).filter { column in
      !model.columns[column].isPercent && !model.columns[column].isChange
        && total.cells.indices.contains(column) && total.cells[column].value != nil
    }
    let shares = columns.compactMap { column -> (column: Int, share: Interval)? in
      share(of: row.cells[column], in: total.cells[column]).map { (column, $0) }
    }
    guard let stated = reader.intervals(number)?.lenient else { return nil }
    if let fitting = shares.last(where: { $0.share.overlaps(stated) }) {
      return shareRelation(number, row, total, fitting, .consistent, saying)
    }
    guard let last = model.onlySeries?.last ?? (columns.count == 1 ? columns[0] : nil),
      let wrong = shares.first(where: { $0.column == last }), isOfWhole(number, clause, model),
      !isOpen(number), !isOwner(saying), !isOfWriter(number), !isInTables(number),
      !isSetApart(inner(clause, number), allowing: looseStems),
      let value = reader.plainValue(number),
      let known = wrong.share.low, reader.areNear(value, known)
    else { return nil }
    return shareRelation(number, row, total, wrong, .doubtful, saying)
  }

  /// The last part of a clause, from the mark or "and" before a figure.
  private func inner(_ clause: Range<Int>, _ number: Int) -> Range<Int> {
    var low = reader.quantity(number).tokens.lowerBound
    while low > clause.lowerBound, !isBoundary(low - 1) { low -= 1 }
    return low..<max(low, clause.upperBound)
  }

  private func isPart(_ number: Int) -> Bool {
    let role = reader.analysis.claims[number].role
    return role == .part || role == .rate || role == .whole
  }

  func share(of cell: NumberTable.Cell, in total: NumberTable.Cell) -> Interval? {
    guard let part = cell.interval, let whole = total.interval, whole.isPositive else { return nil }
    return Interval.dividing(part, by: whole).flatMap {
      Interval.multiplying($0, Interval(DecimalNumber(100)))
    }
  }

  /// "of revenue", "of the country's power": what the share is of is what the table adds up.
  private func isOfWhole(_ number: Int, _ clause: Range<Int>, _ model: TableModel) -> Bool {
    let end = text.end(of: reader.quantity(number))
    guard cue(end).contains(.of) else { return false }
    return (end + 1..<min(clause.upperBound, end + 5)).contains {
      wholeStems.contains(stem($0)) || model.lead.contains(stem($0))
    }
  }

  func shareRelation(
    _ number: Int, _ row: NumberTable.Row, _ total: NumberTable.Row,
    _ share: (column: Int, share: Interval), _ verdict: Verdict, _ saying: Saying
  ) -> Relation? {
    let (cell, whole) = (row.cells[share.column], total.cells[share.column])
    guard let a = cell.value, let b = whole.value else { return nil }
    let operand = reader.operand("share", number)
    let places = Sum.percentPlaces(beyond: reader.quantity(number))
    let formula = "\(Sum.plain(a)) / \(Sum.plain(b))"
    let result = DecimalNumber.quotient(a.shifted(by: 2), b, isUp: false)
    return Relation(
      check: Check.tableCell.id,
      operands: [operand, cellOperand(cell, "part"), cellOperand(whole, "whole")],
      formula: formula, computed: share.share, stated: reader.intervals(number)?.strict,
      verdict: verdict,
      explanation: "“\(row.label)”: \(formula) = "
        + "\(result.map { Sum.rounded($0, places: places) } ?? "") %, stated \(operand.text)",
      notes: verdict == .consistent ? [] : ["the table's total is taken for what the share is of"])
  }
}

// MARK: The total alone, and means

private let formerWords = WordSet("last previous prior")
/// How far from a figure the words of its column may stand, in tokens.
private let slipReach = 7
private let yearWords = WordSet("year season quarter month")

extension TableProse {
  /// What sentences that name no row say of the table as a whole.
  static func relateTotals(
    _ models: [TableModel], _ article: PartReader, _ reader: PartReader
  ) -> [Relation] {
    reader.sentences.flatMap { run in
      run.compactMap { number in
        models.lazy.compactMap {
          relateMore(number, $0, models, article, reader)
            ?? relateMean(number, run, $0, article, reader)
            ?? relateSlip(number, $0, models, article, reader)
        }.first
      }
    }
  }

  /// "8.5 million more to spend than last year": the change of the total.
  private static func relateMore(
    _ number: Int, _ model: TableModel, _ models: [TableModel], _ article: PartReader,
    _ reader: PartReader
  ) -> Relation? {
    let text = reader.text
    let end = text.end(of: reader.quantity(number))
    guard reader.quantity(number).kind == .money, model.onlySeries?.count == 2,
      let columns = model.onlySeries, model.columns[columns[1]].isMoney,
      let row = model.table.rows.lastIndex(where: \.isTotal),
      let pair = model.pairs(ofRow: row).first, let a = pair.from.value, let b = pair.to.value,
      let sentence = reader.sentence(of: number)
    else { return nil }
    let isMore = text.lower(end) == "more"
    guard isMore || text.lower(end) == "less",
      let than = (end + 1..<min(sentence.tokens.upperBound, end + 5)).first(where: {
        text.lower($0) == "than"
      }), text.isAny(than + 1, of: formerWords) && text.isAny(than + 2, of: yearWords),
      let stated = reader.plainValue(number), !reader.isDenied(number),
      let gap = DecimalNumber.subtracting(b, a)
    else { return nil }
    let computed = isMore ? gap : gap.negated
    guard
      let places = [0, 3, 6, 9].first(where: { reader.areNear(stated, computed.shifted(by: $0)) })
    else { return nil }
    let holds =
      reader.intervals(number)?.lenient.overlaps(Interval(computed.shifted(by: places))) ?? true
    // Some row, or the text, may have changed by just so much.
    let isOther =
      model.items.contains { item in
        model.pairs(ofRow: item).contains { pair in
          guard let a = pair.from.value, let b = pair.to.value else { return false }
          return DecimalNumber.subtracting(b, a)?.shifted(by: places).magnitude == stated
        }
      }
      || article.analysis.claims.indices.contains {
        article.plainValue($0) == stated && !(article.index == reader.index && $0 == number)
      }
    guard holds || !isOther else { return nil }
    let shown = Sum.together(isMore ? [a, b] : [b, a])
    let operand = reader.operand("by", number)
    let formula = "\(shown[1]) − \(shown[0])"
    return Relation(
      check: Check.tableCell.id,
      operands: [
        operand, article.operand("from", words: pair.from.range),
        article.operand("to", words: pair.to.range),
      ],
      formula: formula, computed: Interval(computed), stated: reader.intervals(number)?.strict,
      verdict: holds ? .consistent : .doubtful,
      explanation: "“\(model.table.rows[row].label)”: \(formula) = \(Sum.plain(computed)), "
        + "stated \(operand.text)",
      notes: holds ? [] : ["the sentence names no row, so the table's total is what it can mean"])
  }

  /// "7,050 metres of climbing" beside a total of 7,500 under "Climbing (m)": the digits of the total with
  /// two of them changed round, which stand nowhere else.
  private static func relateSlip(
    _ number: Int, _ model: TableModel, _ models: [TableModel], _ article: PartReader,
    _ reader: PartReader
  ) -> Relation? {
    guard let stated = reader.plainValue(number)?.magnitude,
      let total = model.table.rows.last(where: \.isTotal),
      !reader.quantity(number).isCalendar, !reader.quantity(number).kind.isFraction,
      let sentence = reader.sentence(of: number)
    else { return nil }
    func isSlipOf(_ cell: NumberTable.Cell) -> Bool {
      guard let known = cell.value?.magnitude else { return false }
      return [0, 3, 6, 9].contains { places in
        haveSameDigits(stated, known.shifted(by: places))
          && isSlip(stated, known.shifted(by: places))
      }
    }
    let columns = total.cells.indices.dropFirst().filter { isSlipOf(total.cells[$0]) }
    guard columns.count == 1, let column = columns.first,
      model.columns.indices.contains(column)
    else { return nil }
    let start = reader.quantity(number).tokens.lowerBound
    let near =
      max(
        sentence.tokens.lowerBound, start - slipReach)..<min(
        sentence.tokens.upperBound, start + slipReach)
    let isHeaded = model.columns[column].readings.contains { reading in
      !reading.isEmpty
        && reading.allSatisfy { key in near.contains { Stem.key(reader.text.lower($0)) == key } }
    }
    let isElsewhere =
      models.contains { model in
        model.table.rows.contains { row in
          row.cells.contains { cell in
            [0, 3, 6, 9].contains { cell.value?.magnitude.shifted(by: $0) == stated }
          }
        }
      }
      || article.analysis.claims.indices.contains {
        article.plainValue($0) == stated && !(article.index == reader.index && $0 == number)
      }
    guard isHeaded, !isElsewhere, let known = total.cells[column].value else { return nil }
    let operand = reader.operand("text", number)
    let heading = trimmed(model.table.heading(column, in: article.analysis.words.text))
    return Relation(
      check: Check.tableCell.id,
      operands: [operand, article.operand("cell", words: total.cells[column].range)],
      formula: "cell “\(total.label)”, “\(heading)”", computed: total.cells[column].interval,
      stated: reader.intervals(number)?.strict, verdict: .doubtful,
      explanation: "the table has \(Sum.plain(known)) under “\(total.label)”, “\(heading)”, stated "
        + operand.text,
      notes: ["the words name the column, and the digits are those of its total"])
  }

  /// "the average of the previous five vintages, 1.68 million", of a table whose rows are years.
  private static func relateMean(
    _ number: Int, _ run: Range<Int>, _ model: TableModel, _ article: PartReader,
    _ reader: PartReader
  ) -> Relation? {
    let text = reader.text
    guard model.timeline.count >= 3, number > run.lowerBound,
      let columns = model.timeline.first.map(model.numeric), columns.count == 1,
      let column = columns.first, let stated = reader.plainValue(number),
      let count = reader.plainValue(number - 1), count.exponent == 0,
      let many = Int(exactly: count.mantissa), (2...model.timeline.count).contains(many),
      text.mark(reader.quantity(number).tokens.lowerBound - 1) == UInt8(ascii: ","),
      reader.quantity(number).tokens.lowerBound - text.end(of: reader.quantity(number - 1)) <= 2
    else { return nil }
    let start = reader.quantity(number - 1).tokens.lowerBound
    let unit = text.lower(text.end(of: reader.quantity(number - 1)) - 1)
    guard
      model.kinds.contains(Stem.key(unit))
        || text.isAny(text.end(of: reader.quantity(number - 1)) - 1, of: WordSet("years")),
      (start - 5..<start).contains(where: { ["average", "mean"].contains(text.lower($0)) })
    else { return nil }
    let isFormer = (start - 3..<start).contains { text.isAny($0, of: formerWords) }
    let rows = model.timeline
    let sets = [rows.dropLast().suffix(many), rows.suffix(many)].filter { $0.count == many }
    let means = sets.compactMap { set -> DecimalNumber? in
      let values = set.compactMap { model.table.rows[$0].cells[column].value }
      guard values.count == many,
        let sum = values.dropFirst().reduce(
          values.first,
          { total, next in
            total.flatMap { DecimalNumber.adding($0, next) }
          })
      else { return nil }
      return DecimalNumber.quotient(sum, DecimalNumber(many), isUp: false)
    }
    guard let mean = means.first, means.count == sets.count,
      let places = [0, 3, 6, 9].first(where: { reader.areNear(stated, mean.shifted(by: $0)) }),
      let known = reader.intervals(number)?.lenient
    else { return nil }
    let holds = means.contains { known.overlaps(Interval($0.shifted(by: places))) }
    guard holds || isFormer else { return nil }
    let operand = reader.operand("mean", number)
    let formula = "mean of \(many) rows"
    return Relation(
      check: Check.tableCell.id, operands: [operand, reader.operand("count", number - 1)],
      formula: formula, computed: Interval(mean.shifted(by: places)),
      stated: reader.intervals(number)?.strict, verdict: holds ? .consistent : .doubtful,
      explanation:
        "\(formula) = \(Sum.rounded(mean, places: max(0, -(model.table.rows[rows[0]].cells[column].value?.exponent ?? 0)))), stated \(operand.text)",
      notes: [])
  }
}
