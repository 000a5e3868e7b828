// Lapses counted from the document's date, over a span written as one, and over a life: "on 23 September,
// two weeks from today", "eleven days from 9 to 20 June", "(1888–1969), who died at 81".

/// The ages that people in the news have.
let ages = DecimalNumber(14)..<DecimalNumber(111)

extension PartReader {
  // MARK: "two weeks from today"

  /// A lapse right behind a date, counted from the document's own, back or ahead.
  func relateAway(_ lapse: Int, _ dates: [Int], _ today: CalendarDate) -> Relation? {
    guard let date = dates.last(where: { $0 + 1 == lapse }), isAppended(gap(date, lapse)),
      let isAhead = isAhead(behind: text.end(of: quantity(lapse))),
      let unit = LapseUnit(quantity(lapse).unit.name),
      let stated = LapseReading(quantity(lapse), unit), let period = datePeriod(date, self),
      period.precision == .day, !isDenied(lapse),
      let day = nearest(period, isAhead: isAhead, today)
    else { return nil }
    let days = abs(day.dayNumber - today.dayNumber)
    guard let isFitting = stated.judges(days...days) else { return nil }
    let operand = operand("lapse", lapse)
    return Relation(
      check: Check.dateArithmetic.id, operands: [operand, self.operand("from", date)],
      formula: isAhead ? "\(day.iso) − \(today.iso)" : "\(today.iso) − \(day.iso)",
      computed: Interval(DecimalNumber(days)), stated: intervals(lapse)?.strict,
      verdict: isFitting ? .consistent : .doubtful,
      explanation: "\(day.iso) lies \(unit.told(days...days)) from the document's date "
        + "\(today.iso), stated \(operand.text)",
      notes: ["the words count from the document's own date"])
  }

  /// "ago" or "from now"; nil for other words, and where a day follows that is meant instead.
  private func isAhead(behind end: Int) -> Bool? {
    switch text.lower(end) {
    case "ago": return text.lower(end + 1) == "on" || text.lower(end + 1) == "this" ? nil : false
    case "from": return ["now", "today"].contains(text.lower(end + 1)) ? true : nil
    case "away": return true
    default: return nil
    }
  }

  /// The day in the year that the words leave out: the last such day, or the next.
  private func nearest(_ period: Period, isAhead: Bool, _ today: CalendarDate) -> CalendarDate? {
    let day = period.start
    guard period.isYearInferred else {
      return (isAhead ? today < day : day < today) ? day : nil
    }
    let years = isAhead ? [today.year, today.year + 1] : [today.year, today.year - 1]
    return years.lazy.compactMap { CalendarDate(year: $0, month: day.month, day: day.day) }
      .first { isAhead ? today < $0 : $0 < today }
  }

  /// A comma, and at most words that open a number: ", a little over seven weeks away".
  private func isAppended(_ gap: Range<Int>) -> Bool {
    guard let first = gap.first, text.mark(first) == UInt8(ascii: ",") else { return false }
    return gap.dropFirst().allSatisfy { text.isAny($0, of: lapseOpenings) }
  }

  /// Nothing but a comma between.
  func isCommaOnly(_ gap: Range<Int>) -> Bool {
    gap.count == 1 && text.mark(gap.lowerBound) == UInt8(ascii: ",")
  }

  // MARK: "eleven days from 9 to 20 June"

  /// A number of days right before or behind a span of days that is written as one date.
  func relateRange(_ lapse: Int, _ dates: [Int]) -> Relation? {
    guard quantity(lapse).unit.name == "day", let number = lapseCount(lapse, self), number > 0,
      let date = dates.first(where: { abs($0 - lapse) == 1 }), dates.count == 1,
      let period = datePeriod(date, self), period.precision == .range, !isDenied(lapse),
      isRightBeside(lapse, date)
    else { return nil }
    let days = period.end.dayNumber - period.start.dayNumber
    guard days > 0, days < 100 else { return nil }
    // Both ends may be counted, or one.
    let isFitting = (days...days + 1).contains(number)
    let operand = operand("lapse", lapse)
    return Relation(
      check: Check.dateArithmetic.id, operands: [operand, self.operand("from", date)],
      formula: "\(period.end.iso) − \(period.start.iso)",
      computed: Interval(low: DecimalNumber(days), high: DecimalNumber(days + 1)),
      stated: Interval(DecimalNumber(number)), verdict: isFitting ? .consistent : .doubtful,
      explanation: "\(period.start.iso) to \(period.end.iso) is \(days) to \(days + 1) × day, "
        + "stated \(operand.text)",
      notes: ["the words tie the lapse to this span, whose first and last day may count"])
  }

  private func isRightBeside(_ lapse: Int, _ date: Int) -> Bool {
    if lapse < date {
      let gap = gap(lapse, date)
      return gap.count <= 1 && gap.allSatisfy { text.cue($0).contains(.from) }
    }
    return isCommaOnly(gap(date, lapse))
  }

  // MARK: Ages

  /// "Ellerby, 52, took over the farm in 2001, when he was 28": two ages and the year between.
  func relateAgeThen(
    _ age: Int, _ sentence: Range<Int>, _ dates: [Int], _ today: CalendarDate
  ) -> Relation? {
    guard dates.count == 1, let date = dates.first, date + 1 == age, let then = ageValue(age),
      isWasAge(age), let period = datePeriod(date, self), period.precision != .range,
      let now = sentence.first(where: { $0 < date && isAppositiveAge($0) }) ?? ageBefore(age),
      let value = ageValue(now), then < value, !period.isYearInferred || period.precision == .year
    else { return nil }
    let years = today.year - period.start.year
    guard years > 0, let difference = DecimalNumber.subtracting(value, DecimalNumber(years)) else {
      return nil
    }
    let found = Interval(
      low: DecimalNumber.subtracting(difference, DecimalNumber(1)),
      high: DecimalNumber.adding(difference, DecimalNumber(1)))
    let operand = operand("lapse", age)
    return Relation(
      check: Check.dateArithmetic.id,
      operands: [operand, self.operand("age", now), self.operand("from", date)],
      formula: "\(Sum.plain(value)) − (\(today.year) − \(period.start.year))",
      computed: found, stated: Interval(then),
      verdict: found.overlaps(Interval(then)) ? .consistent : .doubtful,
      explanation:
        "who is \(Sum.plain(value)) in \(today.year) was about \(Sum.plain(difference)) in "
        + "\(period.start.year), stated \(operand.text)",
      notes: ["a birthday may lie between, so one year more or less fits"])
  }

  /// "Wilf Garner was the oldest finisher at 81. He ran his first race in 1985, when he was 41": the only
  /// age of the sentence before, where this one goes on with a pronoun.
  private func ageBefore(_ age: Int) -> Int? {
    let number = quantity(age).sentence
    let sentences = analysis.words.sentences
    guard number > 0, sentences[number - 1].block == sentences[number].block,
      ["he", "she"].contains(text.lower(sentences[number].tokens.lowerBound))
    else { return nil }
    let found = quantities(inSentence: number - 1).filter { isAppositiveAge($0) || isAgeAt($0) }
    return found.count == 1 ? found[0] : nil
  }

  /// "at 81,", "aged 81", "the 81-year-old"
  private func isAgeAt(_ index: Int) -> Bool {
    guard ageValue(index) != nil else { return false }
    if quantity(index).unit.name == "year of age" { return true }
    return text.cue(quantity(index).tokens.lowerBound - 1).contains(.at)
      && !text.isWord(quantity(index).tokens.upperBound)
  }

  private func ageValue(_ index: Int) -> DecimalNumber? {
    let quantity = quantity(index)
    guard
      quantity.unit.name == "year of age"
        || quantity.kind == .count && quantity.unit.dimension == .none,
      let value = plainValue(index), ages.contains(value)
    else { return nil }
    return value
  }

  /// "when he was 28", "aged 28".
  private func isWasAge(_ index: Int) -> Bool {
    let start = quantity(index).tokens.lowerBound
    if quantity(index).unit.name == "year of age" || text.lower(start - 1) == "aged" { return true }
    return text.lower(start - 1) == "was" && ["he", "she"].contains(text.lower(start - 2))
      && !text.isWord(text.end(of: quantity(index)))
  }

  /// ", 52," behind a name.
  private func isAppositiveAge(_ index: Int) -> Bool {
    let quantity = quantity(index)
    guard ageValue(index) != nil else { return false }
    return text.mark(quantity.tokens.lowerBound - 1) == UInt8(ascii: ",")
      && text.mark(quantity.tokens.upperBound) == UInt8(ascii: ",")
      && text.isCapitalised(quantity.tokens.lowerBound - 2)
  }

  /// "(1888–1969), who died at 81": the age at death against the years in the bracket.
  func relateDeath(_ age: Int, _ dates: [Int]) -> Relation? {
    guard let number = ageValue(age), dates.count == 1, let date = dates.first, date + 1 == age,
      let period = datePeriod(date, self), period.precision == .range,
      text.mark(quantity(date).tokens.lowerBound - 1) == UInt8(ascii: "("),
      period.iso.utf8.count == "1888/1969".utf8.count,
      gap(date, age).contains(where: { ["died", "dying", "dies"].contains(text.lower($0)) })
    else { return nil }
    let years = period.end.year - period.start.year
    let found = Interval(low: DecimalNumber(years - 1), high: DecimalNumber(years))
    let operand = operand("lapse", age)
    return Relation(
      check: Check.dateArithmetic.id, operands: [operand, self.operand("from", date)],
      formula: "\(period.end.year) − \(period.start.year)", computed: found,
      stated: Interval(number),
      verdict: found.overlaps(Interval(number)) ? .consistent : .doubtful,
      explanation: "\(period.start.year) to \(period.end.year) is \(years - 1) to \(years) years, "
        + "stated \(operand.text)",
      notes: ["the birthday of the last year may not have come"])
  }
}
