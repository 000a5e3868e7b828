extension Check {
  /// Flags what the text says of the article's own tables and they contradict.
  public static let tableCell = Check(
    id: "table-cell",
    summary: "What the text says of the article's tables",
    tier: 1,
    documentation: """
      ## What it examines

      Sentences, comments' too, that name a row of one of the article's tables by its label: the
      whole label, or a word of a name that no other row has. A list of names and figures
      ("1. Hollin Castle – 702,300") counts as a table. Their figures must be those of the
      row: a cell's number, the change between two columns of times, and which way it went. "X had
      the most goals", "the steepest fall was in X", "only X fell" must hold of the rows, and so
      must "X lost more than Y". "X came second" must hold by some column, whichever is meant.

      A figure is contradicted where a word of the heading stands right at it, or where time and unit
      name the cell. Where the words leave the column open, a figure is doubtful at most, and that
      only where it has a cell's digits with two of them changed round, or where another figure of
      the sentence shows which column is meant. Words such as "alone", "would" or "in the
      first half" set a figure apart from the row, and it is left alone. What a comment says is
      doubtful at most.

      ## Why it matters

      Text and table come from two hands, and readers take the text for a summary of the table.

      ## Example

      "Leeds scored 68 goals" above a table in which the row Leeds has 86 under Goals; "the Vale
      grew by 12" beside 460 under 2024 and 448 under 2025.

      ## When to ignore it

      Where the sentence speaks of another season or another part than the table.
      """,
    run: relateTableCells)
}

func relateTableCells(_ input: CheckInput) -> [Relation] {
  guard let article = input.readers.first else { return [] }
  let models = readModels(input.article, article)
  guard !models.isEmpty else { return [] }
  let index = RowIndex(models)
  guard !index.isEmpty else { return [] }
  let lists = Set(models.filter(\.table.isList).map(\.table.block))
  let tables = input.article.blocks.enumerated()
    .filter { $0.element.kind == .table || lists.contains($0.offset) }.map(\.element.text)
  return input.readers.flatMap { reader in
    TableProse(
      index, article: article, reader: reader, outside: reader.index == 0 ? tables : []
    ).relate() + TableProse.relateCounts(models, reader)
      + TableProse.relateTotals(models, article, reader)
  }
}

/// The article's tables with the words that stand right before them.
func readModels(_ document: Document, _ article: PartReader) -> [TableModel] {
  let text = document.text
  return readTables(document).map { table in
    let before = table.block > 0 ? article.sentences(ofBlock: table.block - 1).last : nil
    let lead = before.map { text[article.analysis.words.sentences[$0].range].lowercased() } ?? ""
    return TableModel(table, lead: isLead(lead) ? lead : "", in: text)
  }
}

/// Whether a sentence leads over to what stands below it.
private func isLead(_ sentence: String) -> Bool {
  sentence.utf8.last == UInt8(ascii: ":")
    || !Set(Stem.keys(sentence)).isDisjoint(with: leadStems)
}

private let leadStems = Stem.set("table below following figures millions thousands percentage")

extension TableProse {
  /// All that the sentences of the part say of tables.
  func relate() -> [Relation] {
    named.flatMap { sentence, mentions in
      let tokens = reader.analysis.words.sentences[sentence].tokens
      return relate(sentence, tokens, mentions)
    }
  }

  private func relate(_ sentence: Int, _ tokens: Range<Int>, _ named: [RowMention]) -> [Relation] {
    let told = numbers(in: tokens, of: sentence).compactMap { number in
      saying(of: number, tokens, named).map { (number: number, saying: $0) }
    }
    var found = told.compactMap {
      relateNumber($0.number, $0.saying) ?? relateStranger($0.number, $0.saying)
    }
    found += relateInParallel(told, judged: found)
    found += relateLeads(sentence, named, judged: found)
    found += relateSuperlatives(sentence, tokens, named)
    found += relateRanks(tokens, named)
    found += relateFractions(sentence, tokens, named)
    found += relateComparisons(sentence, tokens, named)
    return found
  }

  /// The row that a figure is told of: the one named right behind it ("60 for Leeds"), else the last one
  /// before it.
  func saying(of number: Int, _ tokens: Range<Int>, _ named: [RowMention]) -> Saying? {
    let start = reader.quantity(number).tokens.lowerBound
    let end = text.end(of: reader.quantity(number))
    let isOnly = Set(named.map(\.row)).count == 1
    let model = index.models[named[0].table]
    let place: Int
    if let behind = named.firstIndex(where: { $0.tokens.lowerBound >= end }),
      isJoined(end..<named[behind].tokens.lowerBound, model)
    {
      place = behind
    } else if let before = named.lastIndex(where: { $0.tokens.upperBound <= start }) {
      place = before
    } else {
      return nil
    }
    let next = named[(place + 1)...].first { $0.row != named[place].row }
    let isBehind = named[place].tokens.lowerBound >= end
    let low =
      place == 0
      ? tokens.lowerBound
      : isBehind ? min(start, named[place - 1].tokens.upperBound) : named[place].tokens.lowerBound
    let high = isOnly ? tokens.upperBound : next?.tokens.lowerBound ?? tokens.upperBound
    return Saying(mention: named[place], region: low..<max(low, high), isOnly: isOnly)
  }

  /// "for", "at the", "on time on the": a preposition and no more than words of the headings.
  private func isJoined(_ between: Range<Int>, _ model: TableModel) -> Bool {
    guard between.count <= 5, let last = between.last(where: { !cue($0).contains(.determiner) }),
      placingStems.contains(stem(last))
    else { return false }
    return between.allSatisfy { index in
      placingStems.contains(stem(index)) || cue(index).contains(.determiner)
        || model.columns.contains { $0.stems.contains(stem(index)) }
    }
  }

  private func relateNumber(_ number: Int, _ saying: Saying) -> Relation? {
    let role = reader.analysis.claims[number].role
    let quantity = reader.quantity(number)
    let isChange =
      role == .by || role == .rate || quantity.kind == .percentagePoint
      || quantity.kind == .percentChange
    // "lost six" counts what a column counts, where no column tells a change.
    let clause = clause(of: number, in: saying.region)
    let isCounted =
      role == .by && model(saying).series.isEmpty && !quantity.kind.isFraction
      && meantColumns(number, clause, saying).kind == .headed
    if isChange, !isCounted { return relateChange(number, saying) }
    if role == .from || isCompared(number), let relation = relateStart(number, saying) {
      return relation
    }
    return relateValue(number, saying)
  }
}

// MARK: Values

extension TableProse {
  private func relateValue(_ number: Int, _ saying: Saying) -> Relation? {
    let (model, row) = (model(saying), row(saying))
    let clause = clause(of: number, in: saying.region)
    let meant = meantColumns(number, clause, saying)
    let known = meant.columns.isEmpty ? model.numeric(saying.mention.row) : meant.columns
    if let column = known.first(where: { holds(number, row.cells[$0], $0, model) }) {
      return relateWay(number, column, saying) ?? relation(number, row, column, .consistent, saying)
    }
    if let column = model.numeric(saying.mention.row).first(where: {
      holds(number, row.cells[$0], $0, model)
    }), meant.kind != .headed, meant.kind != .none || isTellingByItself(number) {
      return relation(number, row, column, .consistent, saying)
    }
    if isChangeOfRow(number, saying) { return nil }
    if let share = relateShare(number, clause, saying) { return share }
    return relateWrong(number, clause, meant, saying)
  }

  /// "compared with $157 million a year ago": what the value before it leads to must stand in the column
  /// before that of the value.
  private func relateStart(_ number: Int, _ saying: Saying) -> Relation? {
    let (model, row) = (model(saying), row(saying))
    guard let series = model.onlySeries, series.count >= 2, saying.isOnly, !isOpen(number),
      !isOfWriter(number), !isOwner(saying), !isInTables(number)
    else { return nil }
    let (last, before) = (series[series.count - 1], series[series.count - 2])
    guard row.cells.indices.contains(last), row.cells.indices.contains(before),
      (ends(of: number) + [number - 1]).contains(where: {
        reader.analysis.claims.indices.contains($0)
          && reader.quantity($0).sentence == reader.quantity(number).sentence
          && fits($0, row.cells[last])
      }),
      isSameKind(number, row.cells[before], before, model), isNear(number, row.cells[before])
    else { return nil }
    let isSure = series.count == 2 && saying.mention.isWhole
    return relation(number, row, before, verdict(isSure: isSure), saying)
  }

  /// A number of so many digits that it stands in a row by no chance.
  private func isTellingByItself(_ number: Int) -> Bool {
    guard let value = reader.quantity(number).exactValue else { return false }
    return value.exponent < 0 || DecimalNumber(9) < value.magnitude
  }

  /// "compared with", "against": the figure is what the one before it is measured by.
  private func isCompared(_ number: Int) -> Bool {
    let start = reader.quantity(number).tokens.lowerBound
    return cue(start - 1).contains(.compare) || cue(start - 2).contains(.compare)
  }

  private func holds(
    _ number: Int, _ cell: NumberTable.Cell, _ column: Int, _ model: TableModel
  ) -> Bool {
    isSameKind(number, cell, column, model) && fits(number, cell)
  }

  private enum Naming {
    /// A word of the heading stands right at the figure; somewhere in the clause; its time does; or
    /// nothing names it and it is the only one.
    case headed, named, timed, only, none
  }

  /// The columns that the words can mean for a figure.
  private func meantColumns(
    _ number: Int, _ clause: Range<Int>, _ saying: Saying
  ) -> (columns: [Int], kind: Naming) {
    let model = model(saying)
    let numeric = model.numeric(saying.mention.row)
    let time = model.timeline.isEmpty ? time(of: number, in: clause) : nil
    func timed(_ columns: [Int]) -> [Int] {
      guard let time else { return columns }
      return columns.filter { model.columns[$0].time.map { $0.mayBe(time) } ?? true }
    }
    let row = row(saying)
    let alike = numeric.filter { isSameKind(number, row.cells[$0], $0, model) }
    for (range, kind) in nearby(number, clause).map({ ($0, Naming.headed) }) + [(clause, .named)] {
      let found = timed(alike.filter { isNamed($0, model, in: range) })
      let most = found.map { longestReading($0, model, in: range) }.max() ?? 0
      let best = found.filter { longestReading($0, model, in: range) == most }
      if best.count == 1 || (!best.isEmpty && kind == .named) { return (best, kind) }
    }
    if let time {
      return (numeric.filter { model.columns[$0].time.map { $0.mayBe(time) } ?? false }, .timed)
    }
    return numeric.count == 1 ? (numeric, .only) : ([], .none)
  }

  /// Where the words of a heading stand at a figure: around it, and behind a preposition.
  private func nearby(_ number: Int, _ clause: Range<Int>) -> [Range<Int>] {
    let start = reader.quantity(number).tokens.lowerBound
    let end = text.end(of: reader.quantity(number))
    var low = start
    while low > max(clause.lowerBound, start - headingReach), !isBoundary(low - 1) { low -= 1 }
    let behind = end..<min(max(end, clause.upperBound), end + 4)
    return (placingStems.contains(stem(end)) ? [behind] : []) + [low..<end + 2]
  }

  private func isNamed(_ column: Int, _ model: TableModel, in range: Range<Int>) -> Bool {
    longestReading(column, model, in: range) > 0
  }

  /// How many words of a column's heading stand in a stretch: all of one reading, or none.
  private func longestReading(_ column: Int, _ model: TableModel, in range: Range<Int>) -> Int {
    let readings = model.columns[column].readings.filter { reading in
      reading.allSatisfy { word in
        range.contains { stem($0) == word }
      }
    }
    return readings.map(\.count).max() ?? 0
  }

  private func relateWrong(
    _ number: Int, _ clause: Range<Int>, _ meant: (columns: [Int], kind: Naming), _ saying: Saying
  ) -> Relation? {
    let (model, row) = (model(saying), row(saying))
    guard isValue(number) || (meant.kind == .headed && model.series.isEmpty), !isOpen(number),
      !isAddition(number), !isOwner(saying)
    else {
      return nil
    }
    guard !isOfWriter(number), !isShare(number) else { return nil }
    if meant.kind == .headed, let column = meant.columns.first {
      let heading = Set(model.columns[column].readings.joined())
      guard isSameKind(number, row.cells[column], column, model),
        isNear(number, row.cells[column]) || isSlipped(number, row.cells[column]),
        !isSetApart(clause, allowing: heading, beside: saying.mention)
      else { return nil }
      return relation(
        number, row, column, verdict(isSure: saying.mention.isWhole), saying)
    }
    guard !isInTables(number) else { return nil }
    if meant.kind == .timed, meant.columns.count == 1 {
      let column = meant.columns[0]
      guard isNear(number, row.cells[column]), !isOfOther(clause, beside: saying.mention) else {
        return nil
      }
      let unit = model.unitMatch(number, column, reader, stems)
      let isSure = unit == 2 && saying.isOnly && saying.mention.isWhole && !isSetApart(clause)
      guard unit == 2 || isLikelySlip(number, row.cells[column]) else { return nil }
      return relation(number, row, column, verdict(isSure: isSure), saying)
    }
    if meant.kind == .only, !model.timeline.isEmpty || saying.isOnly {
      let column = meant.columns[0]
      guard isNear(number, row.cells[column]),
        !isSetApart(clause, allowing: model.timeline.isEmpty ? looseStems : timelineStems),
        isLikelySlip(number, row.cells[column])
          || (model.unitMatch(number, column, reader, stems) == 2
            && isOfTable(clause, but: number, model))
      else { return nil }
      let isSure =
        !model.timeline.isEmpty && model.unitMatch(number, column, reader, stems) == 2
        && isLikelySlip(number, row.cells[column]) && saying.isOnly
      return relation(number, row, column, verdict(isSure: isSure), saying)
    }
    guard !isOfOther(clause) else { return nil }
    let slips = (meant.columns.isEmpty ? model.numeric(saying.mention.row) : meant.columns).filter {
      isSameKind(number, row.cells[$0], $0, model)
        && model.unitMatch(number, $0, reader, stems) > 0 && isLikelySlip(number, row.cells[$0])
    }
    guard slips.count == 1 else { return nil }
    return relation(number, row, slips[0], .doubtful, saying)
  }

  /// "53% of all the storage": a share of something is no percentage that a column gives each row.
  private func isShare(_ number: Int) -> Bool {
    let quantity = reader.quantity(number)
    return quantity.kind.isFraction && cue(text.end(of: quantity)).contains(.of)
  }

  /// Whether the words around a figure are of the table's heading or of the sentence before it.
  private func isOfTable(_ clause: Range<Int>, but number: Int, _ model: TableModel) -> Bool {
    let figure = reader.quantity(number).tokens.lowerBound..<text.end(of: reader.quantity(number))
    return clause.contains { index in
      !figure.contains(index)
        && (model.lead.contains(stem(index))
          || model.columns.contains { $0.readings.joined().contains(stem(index)) })
    }
  }

  /// "The captain of Leeds scored 28": the row's name only says whose.
  func isOwner(_ saying: Saying) -> Bool {
    let start = saying.mention.tokens.lowerBound
    let place = cue(start - 1).contains(.determiner) ? start - 2 : start - 1
    guard cue(place).contains(.of), place > saying.region.lowerBound else { return false }
    let model = model(saying)
    let owned = stem(place - 1)
    return !model.lead.contains(owned) && !model.columns.contains { $0.stems.contains(owned) }
  }

  func isValue(_ number: Int) -> Bool {
    switch reader.analysis.claims[number].role {
    case .value, .to: true
    case .from, .by, .rate, .part, .whole, .bound: false
    }
  }

  /// Two digits of the cell that changed places, in a number that has no noun of its own, or three
  /// digits.
  private func isLikelySlip(_ number: Int, _ cell: NumberTable.Cell) -> Bool {
    guard isSlipped(number, cell), let stated = reader.plainValue(number),
      let known = value(cell, like: number)
    else { return false }
    let quantity = reader.quantity(number)
    return quantity.unit.dimension == .none || known.exponent < 0
      || (0...9).contains { haveSameDigits(stated, known.shifted(by: $0)) }
  }

  /// "Wind delivered 8.4, gas 8.7": where one row's number is in a column, the next row's is meant to be
  /// in it too. Doubtful at most, since the words do not name the column.
  private func relateInParallel(
    _ told: [(number: Int, saying: Saying)], judged: [Relation]
  ) -> [Relation] {
    zip(told, told.dropFirst()).compactMap { before, after in
      let (number, saying) = after
      let model = model(saying)
      let (former, row) = (self.row(before.saying), self.row(saying))
      guard before.saying.mention.row != saying.mention.row,
        reader.quantity(number).tokens.lowerBound - saying.mention.tokens.lowerBound <= 3,
        told.count(where: { $0.saying.mention.row == saying.mention.row }) == 1,
        !judged.contains(where: { $0.operands.first?.claim == number }), isValue(number),
        !isOpen(number), !isInTables(number), !isSetApart(saying.region)
      else { return nil }
      let shared = model.numeric(saying.mention.row).filter { column in
        former.cells.indices.contains(column) && fits(before.number, former.cells[column])
          && isNear(number, row.cells[column])
      }
      guard shared.count == 1, let column = shared.first else { return nil }
      return relation(number, row, column, .doubtful, saying)
    }
  }

  private func relation(
    _ number: Int, _ row: NumberTable.Row, _ column: Int, _ verdict: Verdict, _ saying: Saying
  ) -> Relation {
    let cell = row.cells[column]
    let (operand, known) = (reader.operand("text", number), cellOperand(cell))
    let name = name(row, column, model(saying))
    return Relation(
      check: Check.tableCell.id, operands: [operand, known], formula: "cell \(name)",
      computed: cell.interval, stated: reader.intervals(number)?.strict, verdict: verdict,
      explanation: "the table has \(known.text) under \(name), stated \(operand.text)",
      notes: verdict == .consistent
        ? [] : ["the sentence names this row, and the row does not have its number"])
  }
}

/// How far before its number the word of a heading may stand, in tokens.
private let headingReach = 5

private let placingStems = Stem.set("at for in on from under among")
