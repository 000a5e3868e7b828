/// Reads the quantities, dates and times of a text, in the order of their words.
///
/// `date` is the document's own date, against which "last March" and "Friday" are read; without it
/// such words are left alone. Rule-based, in one pass over each sentence.
public func extractQuantities(_ words: TokenizedText, date: CalendarDate?) -> [Quantity] {
  words.text.bytes.withUnsafeBufferPointer { bytes in
    words.tokens.withUnsafeBufferPointer { tokens in
      var extractor = QuantityExtractor(bytes: bytes, documentDate: date)
      for (index, sentence) in words.sentences.enumerated() {
        extractor.read(sentence, at: index, tokens: tokens)
      }
      return settleCurrencies(extractor.finish(), words)
    }
  }
}

/// Gives currencies with a shared name the country that the text tells.
private func settleCurrencies(_ quantities: [Quantity], _ words: TokenizedText) -> [Quantity] {
  // The table is made for the first currency that comes, not for texts without money.
  guard quantities.contains(where: { CurrencyHomes.isShared($0.unit) }) else { return quantities }
  let homes = CurrencyHomes.shared
  return quantities.map { quantity in
    homes.currency(of: quantity, in: words).map { quantity.measured(in: $0) } ?? quantity
  }
}

private struct QuantityExtractor {
  var reader: SentenceReader
  let cutter: PieceCutter
  let documentDate: CalendarDate?
  var quantities: [Quantity] = []
  var dates: [FoundDate] = []
  var clocks: [FoundClock] = []

  init(bytes: UnsafeBufferPointer<UInt8>, documentDate: CalendarDate?) {
    reader = SentenceReader(bytes: bytes)
    cutter = PieceCutter(lexicon: reader.lexicon)
    self.documentDate = documentDate
  }

  mutating func read(
    _ sentence: Sentence, at index: Int, tokens: UnsafeBufferPointer<Token>
  ) {
    guard
      cutter.cut(sentence.tokens, of: tokens, bytes: reader.bytes, into: &reader.pieces)
    else { return }
    reader.sentence = index
    reader.readSentence()
    for reading in reader.readings { quantities.append(quantity(reading)) }
    for date in reader.dates { dates.append(found(date)) }
    for clock in reader.clocks { clocks.append(found(clock)) }
  }

  mutating func finish() -> [Quantity] {
    guard !dates.isEmpty || !clocks.isEmpty else { return quantities }
    let days = resolveDates(dates, documentDate: documentDate)
    quantities.append(contentsOf: clocks.compactMap { $0.quantity(among: days) })
    quantities.append(contentsOf: days)
    quantities.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    return quantities
  }

  private func quantity(_ reading: Reading) -> Quantity {
    let value: Quantity.Value
    if let vague = reading.vague {
      value = .vague(low: vague.low, high: vague.high)
    } else if let high = reading.high {
      value = .span(low: reading.amount.value, high: high.value)
    } else {
      value = .exact(reading.amount.value)
    }
    let unitRange = reader.textRange(reading.unitPieces)
    let range = reader.textRange(reading.pieces)
    return Quantity(
      range: range,
      unitRange: reading.unitPieces.isEmpty || range.contains(unitRange) ? nil : unitRange,
      qualifierRange: reading.qualifierPieces.isEmpty
        ? nil : reader.textRange(reading.qualifierPieces),
      value: value, unit: reading.unit, qualifier: reading.qualifier, kind: reading.kind,
      direction: reading.direction, lastPlace: lastPlace(reading), isWord: reading.amount.isWord,
      sentence: reader.sentence, tokens: reader.tokenRange(reading.pieces), rule: reading.rule)
  }

  /// Percentages, points, scores, ages and years keep one unit for zeros at their end.
  private func lastPlace(_ reading: Reading) -> DecimalNumber {
    let keepsUnits: Bool
    switch reading.kind {
    case .percent, .percentChange, .percentagePoint, .score, .date, .time, .rank: keepsUnits = true
    case .duration: keepsUnits = !reading.amount.isScaled
    default: keepsUnits = false
    }
    return (reading.high ?? reading.amount).lastPlace(keepsUnits: keepsUnits)
  }

  private func found(_ date: DateReading) -> FoundDate {
    FoundDate(
      reading: date, range: reader.textRange(date.pieces), sentence: reader.sentence,
      tokens: reader.tokenRange(date.pieces))
  }

  private func found(_ clock: ClockReading) -> FoundClock {
    FoundClock(
      reading: clock, range: reader.textRange(clock.pieces),
      dayRange: reader.dayBeside(clock).map { reader.textRange($0.pieces) },
      sentence: reader.sentence, tokens: reader.tokenRange(clock.pieces))
  }
}

extension SentenceReader {
  func textRange(_ range: Range<Int>) -> TextRange {
    guard let first = range.first, let last = range.last else { return TextRange(start: 0, end: 0) }
    return TextRange(start: piece(first).start, end: piece(last).end)
  }

  func tokenRange(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return Int(piece(first).token)..<Int(piece(last).token) + 1
  }

  /// Fills `readings`, `dates` and `clocks` with what the pieces say.
  mutating func readSentence() {
    readings.removeAll(keepingCapacity: true)
    dates.removeAll(keepingCapacity: true)
    clocks.removeAll(keepingCapacity: true)
    nameEnd = -1
    var index = 0
    while index < pieces.count {
      index = max(index + 1, readOne(at: index))
    }
    if !dates.isEmpty {
      let isAhead = looksAhead()
      let isBack = !isAhead && looksBack()
      for place in dates.indices {
        dates[place].looksAhead = isAhead
        dates[place].looksBack = isBack
      }
    }
    shareUnits()
    joinTolerances()
    joinRanges()
    for place in readings.indices { readings[place] = withContext(place) }
  }

  /// Reads what begins at a piece; the index behind it, or the same where nothing does.
  private mutating func readOne(at index: Int) -> Int {
    let piece = pieces[index]
    if piece.isOpaque || piece.isInName { return index + 1 }
    if let (clock, end) = clock(at: index) {
      if let clock { clocks.append(clock) }
      return end
    }
    if let end = skipped(at: index) { return end }
    if let (date, end) = date(at: index) {
      if let date { dates.append(date) }
      return stampEnd(at: end)
    }
    if let end = readVague(at: index) ?? readMultiple(at: index) ?? readSuperlative(at: index) {
      return end
    }
    guard canBegin(index), let amount = amount(at: index) else { return index }
    var reading = Reading(amount: amount, pieces: amount.pieces)
    readSign(&reading)
    readUnit(&reading)
    readBelowZero(&reading)
    if let after = readRatio(&reading) {
      readings.append(reading)
      return after
    }
    if isNoNumber(reading, at: index) {
      nameEnd = amount.pieces.upperBound
      return namedListEnd(reading)
    }
    readings.append(reading)
    // "64 cents a dozen": the dozen is part of the unit.
    let isRate = reading.unit.dimension == .rate
    return max(reading.pieces.upperBound, isRate ? reading.unitPieces.upperBound : 0)
  }

  /// Reads the time of "2026-04-10T10:14:00Z" behind its date; the index behind all of it.
  private mutating func stampEnd(at index: Int) -> Int {
    guard dates.last?.rule == "iso-date", isWord(index), piece(index).isJoined,
      let clock = stampClock(at: index)
    else { return index }
    clocks.append(clock)
    return clock.pieces.upperBound
  }

  private func canBegin(_ index: Int) -> Bool {
    let piece = pieces[index]
    switch piece.kind {
    case .number: return true
    case .mark: return piece.mark == 0x2E || vulgarFraction(piece.mark) != nil
    case .word:
      if roles(index).contains(.cardinal) { return true }
      switch keyword(index) {
      case .half, .quarter: return true
      case .a, .an:
        let next = isHyphen(index + 1) ? index + 2 : index + 1
        return !roles(next).isDisjoint(with: [.cardinal, .scale, .ordinal])
      default: return false
      }
    case .end: return false
    }
  }

  /// "-5", "−0.4", "minus 387", "minus-130".
  private func readSign(_ reading: inout Reading) {
    var before = reading.pieces.lowerBound - 1
    if isHyphen(before), piece(before).isJoined, keyword(before - 1) == .minus { before -= 1 }
    // "plus or minus 3 points" is no sign.
    let isWordSign =
      keyword(before) == .minus && keyword(before - 2) != .plus || keyword(before) == .negative
    let isSign =
      (isMark(before, "-") || isMark(before, "−"))
      && (piece(before + 1).isJoined || isTemperatureAhead(reading))
      && !isBetween(before)
      && !isNumber(before - 1)
    guard isWordSign || isSign else { return }
    reading.amount.value = reading.amount.value.negated
    reading.pieces = before..<reading.pieces.upperBound
  }

  private func isTemperatureAhead(_ reading: Reading) -> Bool {
    let next = reading.pieces.upperBound
    return keyword(next) == .degrees || keyword(next) == .degree || piece(next).mark == 0xB0
  }
}
