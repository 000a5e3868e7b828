/// What the sentences of one part say of the article's tables.
struct TableProse {
  let index: RowIndex
  /// Whose tables they are.
  let article: PartReader
  /// Whose sentences are read: the article, or a comment.
  let reader: PartReader
  let stems: StemmedText
  /// By token, of the sentences that name a row.
  let cues: [Cue]
  /// The rows that each sentence names, in order; sentences that name none are left out.
  let named: [(sentence: Int, mentions: [RowMention])]

  init(_ index: RowIndex, article: PartReader, reader: PartReader, outside tables: [TextRange]) {
    self.index = index
    self.article = article
    self.reader = reader
    let words = reader.analysis.words
    let stems = StemmedText(words)
    self.stems = stems
    named = words.sentences.enumerated().compactMap { place, sentence in
      // A row of a table in plain text.
      if reader.text.mark(sentence.tokens.lowerBound) == UInt8(ascii: "|") { return nil }
      let table = tables.partitioningIndex { $0.end > sentence.range.start }
      if table < tables.count, tables[table].start <= sentence.range.start { return nil }
      let mentions = index.mentions(in: sentence.tokens, reader.text, stems)
      // Rows of two tables: which one is meant is open.
      guard let first = mentions.first, mentions.allSatisfy({ $0.table == first.table }) else {
        return nil
      }
      return (place, mentions)
    }
    cues = CueLexicon.english.cues(of: words, in: named.map(\.sentence)).cues
  }

  func cue(_ index: Int) -> Cue { cues.indices.contains(index) ? cues[index] : [] }

  func stem(_ index: Int) -> WordKey {
    stems.keys.indices.contains(index) ? stems.keys[index] : StemmedText.none
  }

  var isComment: Bool { reader.index > 0 }
  var text: ClauseText { reader.text }

  /// A row that a sentence names, and the stretch of the sentence that tells of it.
  struct Saying {
    let mention: RowMention
    let region: Range<Int>
    /// No other row of the table is named in the sentence.
    let isOnly: Bool
  }

  func model(_ saying: Saying) -> TableModel { index.models[saying.mention.table] }

  func row(_ saying: Saying) -> NumberTable.Row { model(saying).table.rows[saying.mention.row] }

  /// The words of a cell's row and column, as a finding names them.
  func name(_ row: NumberTable.Row, _ column: Int, _ model: TableModel) -> String {
    let heading = trimmed(model.table.heading(column, in: article.analysis.words.text))
    return heading.isEmpty ? "“\(row.label)”" : "“\(row.label)”, “\(heading)”"
  }

  func heading(_ column: Int, _ model: TableModel) -> String {
    trimmed(model.table.heading(column, in: article.analysis.words.text))
  }

  /// A verdict that the part may have: what a comment says is doubtful at most.
  func verdict(isSure: Bool) -> Verdict { isSure && !isComment ? .contradicted : .doubtful }

  func cellOperand(_ cell: NumberTable.Cell, _ role: String = "cell") -> Relation.Operand {
    article.operand(role, words: cell.range)
  }
}

// MARK: Numbers of a sentence

extension TableProse {
  /// The figures of a stretch that can stand in a cell, or tell how cells differ.
  func numbers(in region: Range<Int>, of sentence: Int) -> [Int] {
    reader.quantities(inSentence: sentence).filter {
      region.contains(reader.quantity($0).tokens.lowerBound) && isTelling($0)
    }
  }

  private func isTelling(_ index: Int) -> Bool {
    let quantity = reader.quantity(index)
    switch quantity.kind {
    case .money, .percent, .count, .measure, .score, .duration, .percentChange, .rate,
      .percentagePoint:
      return quantity.exactValue != nil && !quantity.isPart
    case .date, .time, .ratio, .multiple, .rank: return false
    }
  }

  /// The tokens from the begin of a stretch to the end of the clause that a figure stands in.
  func clause(of number: Int, in region: Range<Int>) -> Range<Int> {
    let start = text.end(of: reader.quantity(number))
    var end = start
    while end < region.upperBound, !isBoundary(end), !cue(end).contains(.level) { end += 1 }
    return region.lowerBound..<max(region.lowerBound, end)
  }

  func isBoundary(_ index: Int) -> Bool {
    switch text.mark(index) {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("),
      UInt8(ascii: ")"):
      return true
    default: return boundaryStems.contains(stem(index))
    }
  }

  /// The time that the words give a figure, where they name a year.
  func time(of number: Int, in clause: Range<Int>) -> TableTime? {
    if let time = reader.analysis.claims[number].time { return TableTime(time) }
    let dates = reader.quantities(inSentence: reader.quantity(number).sentence).filter {
      reader.quantity($0).kind == .date && clause.contains(reader.quantity($0).tokens.lowerBound)
    }
    guard dates.count == 1, case .date(let period) = reader.quantity(dates[0]).value else {
      return nil
    }
    return TableTime(period)
  }

  /// Whether the words leave open what the figure is: hedged, denied, or wider than its digits.
  func isOpen(_ number: Int) -> Bool {
    reader.plainValue(number) == nil || reader.isDenied(number)
      || reader.analysis.claims[number].isHedged
  }

  /// "in the first half", "would", "alone": the figure may be of another time or part.
  ///
  /// What stands right at the row's own name sets nothing apart from it: "by May", "in April alone".
  func isSetApart(
    _ clause: Range<Int>, allowing words: Set<WordKey> = [], beside row: RowMention? = nil
  ) -> Bool {
    clause.contains { index in
      let key = stems.keys[index]
      guard apartStems.contains(key), !words.contains(key) else { return false }
      guard let row else { return true }
      if index == row.tokens.lowerBound - 1 { return !besideStems.contains(key) }
      if index == row.tokens.upperBound { return key != aloneStem }
      return !row.tokens.contains(index)
    }
  }

  /// The same, but for words that stand in sentences of the whole as well.
  func isOfOther(_ clause: Range<Int>, beside row: RowMention? = nil) -> Bool {
    isSetApart(clause, allowing: looseStems, beside: row)
  }

  /// In a comment, "I pay 860", "we had 64": its writer tells of himself.
  func isOfWriter(_ number: Int) -> Bool {
    guard isComment else { return false }
    let sentence = reader.analysis.words.sentences[reader.quantity(number).sentence].tokens
    let start = reader.quantity(number).tokens.lowerBound
    var (low, high) = (start, start + 1)
    while low > sentence.lowerBound, !isBoundary(low - 1) { low -= 1 }
    while high < sentence.upperBound, !isBoundary(high) { high += 1 }
    return (low..<high).contains { writerStems.contains(stem($0)) }
  }

  /// "including $3 million", "another 4": right before the figure.
  func isAddition(_ number: Int) -> Bool {
    let start = reader.quantity(number).tokens.lowerBound
    return (start - 3..<start).contains { index in
      index >= 0 && additionStems.contains(stems.keys[index])
    }
  }
}

private let boundaryStems = Stem.set("and while whilst but whereas although though yet")
private let apartStems = Stem.set(
  """
  last previous earlier ago next first second half before by since target forecast expected almost
  nearly about around away home alone initially originally if would could each per more fewer less
  than another further extra additional of need needs needed when until short required
  wanted hoped paid spent owed against behind ahead might may must should after average
  half-time interval away conceded planned budgeted requested asked usually normally typically
  """)
private let besideStems = Stem.set("by of")
private let aloneStem = Stem.key("alone")
private let writerStems = Stem.set("i we my our mine ours me us i'm i've we've we're")
let timelineStems = Stem.set("of only when first last by since in against before")
let looseStems = Stem.set("of only against paid spent by each per last about around")
private let additionStems = Stem.set(
  "including includes included another extra additional further plus worth without "
    + "excluding except")

extension TableTime {
  init(_ period: Period) {
    year = Int(period.start.year)
    month = period.precision == .year || period.precision == .decade ? 0 : Int(period.start.month)
  }

  /// Whether one may be the other: a year and a month of it may.
  func mayBe(_ other: TableTime) -> Bool {
    year == other.year && (month == other.month || month == 0 || other.month == 0)
  }
}

// MARK: Cells and figures

/// The scales that a table may leave to its heading.
private let scales = [0, 3, 6, 9]

extension TableProse {
  /// Whether a figure of the text can be the number of a cell.
  func fits(_ number: Int, _ cell: NumberTable.Cell) -> Bool {
    guard let stated = reader.intervals(number) else { return false }
    if let share = cell.share, reader.quantity(number).kind.isFraction {
      return stated.strict.magnitude.overlaps(Interval(rounded: share))
    }
    guard let known = cell.interval, let value = cell.value else { return false }
    let shifts = scales(reader.quantity(number).middle?.magnitude, value.magnitude)
    // Two numbers of one precision are one number or two.
    if let plain = reader.plainValue(number), !reader.quantity(number).isWord {
      let place = reader.quantity(number).lastPlace
      let unit = DecimalNumber(mantissa: 1, exponent: value.exponent)
      if let places = shifts.first(where: { unit.shifted(by: $0) == place }) {
        return plain.magnitude == value.magnitude.shifted(by: places)
      }
    }
    return shifts.contains { stated.strict.magnitude.overlaps(known.magnitude.shifted(by: $0)) }
  }

  /// None where either is nought, since all scales of nothing are nothing, or where the text's number is
  /// too small to have left one out.
  private func scales(_ stated: DecimalNumber?, _ known: DecimalNumber?) -> [Int] {
    guard let stated, let known, !stated.isZero, !known.isZero, known < stated else { return [0] }
    return AssayAnalysis.scales
  }

  /// Whether the number can be a slip of the cell's: the same scale, and no more than double or half.
  func isNear(_ number: Int, _ cell: NumberTable.Cell) -> Bool {
    guard let stated = reader.plainValue(number)?.magnitude, let known = value(cell, like: number),
      !known.isZero, reader.intervals(number)?.lenient.magnitude.overlaps(Interval(known)) == false
    else { return false }
    return AssayAnalysis.scales.contains { places in
      let scaled = known.shifted(by: places)
      guard let double = DecimalNumber.adding(scaled, scaled),
        let twice = DecimalNumber.adding(stated, stated)
      else { return false }
      return stated <= double && scaled <= twice
    }
  }

  /// The cell's number, or the share in its brackets where the figure is one.
  func value(_ cell: NumberTable.Cell, like number: Int) -> DecimalNumber? {
    reader.quantity(number).kind.isFraction && cell.share != nil
      ? cell.share?.magnitude : cell.value?.magnitude
  }

  /// Two digits of the cell that changed places.
  func isSlipped(_ number: Int, _ cell: NumberTable.Cell) -> Bool {
    guard let stated = reader.plainValue(number), let known = value(cell, like: number),
      isSlip(stated, known)
    else { return false }
    return AssayAnalysis.scales.contains { reader.areNear(stated, known.shifted(by: $0)) }
  }

  /// Whether some cell of the article's tables has the figure.
  func isInTables(_ number: Int) -> Bool {
    index.models.contains { model in
      model.table.rows.contains { row in
        row.cells.indices.dropFirst().contains { column in
          isSameKind(number, row.cells[column], column, model) && fits(number, row.cells[column])
        }
      }
    }
  }

  func isSameKind(
    _ number: Int, _ cell: NumberTable.Cell, _ column: Int, _ model: TableModel
  ) -> Bool {
    let isPercent = cell.isPercent || model.columns[column].isPercent
    return reader.quantity(number).kind.isFraction
      ? isPercent || cell.share != nil
      : !isPercent || reader.quantity(number).unit.dimension == .none
  }
}

extension Interval {
  /// All that rounds to a number as written.
  init(rounded number: DecimalNumber) {
    let half = DecimalNumber(mantissa: 5, exponent: number.exponent - 1)
    self = Interval(
      low: DecimalNumber.subtracting(number, half) ?? number,
      high: DecimalNumber.adding(number, half) ?? number)
  }
}
