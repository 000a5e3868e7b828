extension Check {
  /// Flags a lapse of time that the dates beside it contradict.
  public static let dateArithmetic = Check(
    id: "date-arithmetic",
    summary: "Lapses of time and ages against the dates they lie between",
    tier: 1,
    documentation: """
      ## What it examines

      "Two days later, on April 12" against the only date before it; "since 2014, for eleven years"
      and "39, born in 1986" against the document's date; "30 months, until April 2029"; "40 years after the 1986
      accident, in 2026"; "the six years from 2010 to 2015"; two dates that are "15 weeks apart"; "in
      1954, 72 years ago" against the document's date; the age of someone whose birth and death
      the sentence gives, or is told of a year ("81 … in 1985, when he was 41"); "a 28-year wait" over "for the first time since
      1997"; "on 12 March 2024 and on 5 February 2025, a wait of 47 weeks"; "on August 25, 12 days
      earlier than in 2024, when it was September 6". Dates that leave out the day count as all the days they may mean, and the
      first and the last day of a span may be counted or not.

      ## Why it matters

      Dates are moved when a story is rewritten; the words between them stay.

      ## Example

      "On April 10 the offer lapsed. Two days later, on April 15, it was back": five days later.

      ## When to ignore it

      Where the lapse is counted from something that the text does not date.
      """,
    run: relateLapses)
}

func relateLapses(_ input: CheckInput) -> [Relation] {
  input.readers.flatMap { reader -> [Relation] in
    let today = reader.index == 0 ? input.date : nil
    let timed =
      reader.relateClocks() + reader.relateRaces() + (today.map { reader.relateWaits($0) } ?? [])
    return timed + reader.sentences.indices.compactMap { reader.relateTakenUp($0) }
      + reader.sentences.flatMap { sentence -> [Relation] in
        let dates = sentence.filter { reader.quantity($0).isDate }
        guard !dates.isEmpty else { return [] }
        let ages = today.map { relateAges(sentence, dates, $0, reader) } ?? []
        return ages
          + sentence.filter { reader.quantity($0).kind == .duration }.compactMap {
            relateLapse($0, sentence, dates, today, reader)
          }
      }
  }
}

/// The first construction that ties a lapse to its dates.
private func relateLapse(
  _ lapse: Int, _ sentence: Range<Int>, _ dates: [Int], _ today: CalendarDate?,
  _ reader: PartReader
) -> Relation? {
  let found =
    relateAge(lapse, dates, reader) ?? relateSpan(lapse, dates, reader)
    ?? relateLater(lapse, sentence, dates, reader) ?? relateAgo(lapse, dates, today, reader)
    ?? reader.relateRange(lapse, dates) ?? reader.relateTwoDays(lapse, sentence, dates)
  if let found { return found }
  if let today, let away = reader.relateAway(lapse, dates, today) { return away }
  let since = today.flatMap { reader.lapseSince(lapse, dates, $0) }
  let counted = since ?? reader.lapseUntil(lapse, dates, today)
  return relateCounted(lapse, counted, today, reader)
}

func datePeriod(_ index: Int, _ reader: PartReader) -> Period? {
  guard case .date(let period) = reader.quantity(index).value else { return nil }
  return period
}

/// Days in a unit of time; nil for units that no date is counted in.
func days(in unit: Unit) -> Int? {
  switch unit.name {
  case "day": 1
  case "week": 7
  case "month": 30
  case "year": 365
  case "decade": 3652
  default: nil
  }
}

/// The number of a lapse in whole units.
func lapseCount(_ lapse: Int, _ reader: PartReader) -> Int? {
  guard let value = reader.plainValue(lapse)?.normalized, value.exponent >= 0, !value.isNegative,
    value < DecimalNumber(2000)
  else { return nil }
  return Int(value.description)
}

/// Whole units from one period to another: the least and the most that can be meant.
func distance(_ first: Period, _ second: Period, in unit: Unit) -> ClosedRange<Int>? {
  switch unit.name {
  case "year", "year of age":
    let years = second.start.year - first.start.year
    return years...years
  case "decade":
    let years = second.start.year - first.start.year
    return (years / 10)...((years + 9) / 10)
  case "month":
    guard first.precision != .year, second.precision != .year else { return nil }
    let months =
      (second.start.year - first.start.year) * 12 + second.start.month - first.start.month
    return months...months
  default:
    guard first.precision == .day, second.precision == .day, let size = days(in: unit) else {
      return nil
    }
    let lapse = second.start.dayNumber - first.start.dayNumber
    return size == 1 ? lapse...lapse : (lapse / size)...((lapse + size - 1) / size)
  }
}

// MARK: "two days later"

private func relateLater(
  _ lapse: Int, _ sentence: Range<Int>, _ dates: [Int], _ reader: PartReader
) -> Relation? {
  let quantity = reader.quantity(lapse)
  guard days(in: quantity.unit) != nil, let number = lapseCount(lapse, reader), number > 0 else {
    return nil
  }
  let end = reader.text.end(of: quantity)
  let word = reader.text.lower(end)
  let ends: (from: Int, to: Int)?
  switch word {
  case "apart":
    guard dates.count == 2, dates[1] < lapse else { return nil }
    ends = (dates[0], dates[1])
  case "later", "afterwards":
    ends =
      laterEnds(lapse, end, sentence, dates, reader) ?? trailingEnds(lapse, dates, reader)
  case "after", "before":
    guard dates.count == 2, let near = dates.first(where: { $0 > lapse }),
      let far = dates.first(where: { $0 != near }), isClose(lapse, near, reader)
    else { return nil }
    ends = word == "after" ? (near, far) : (far, near)
  default: return nil
  }
  guard let ends, let first = datePeriod(ends.from, reader),
    let second = datePeriod(ends.to, reader),
    let found = distance(first, second, in: quantity.unit), found.upperBound >= 0
  else { return nil }
  return judgeLapse(lapse, number, found, ends, reader)
}

/// The date behind "later", and the one between it and the start of the sentence before; of several
/// one that fits, else none.
private func laterEnds(
  _ lapse: Int, _ word: Int, _ sentence: Range<Int>, _ dates: [Int], _ reader: PartReader
) -> (from: Int, to: Int)? {
  guard let to = dates.first(where: { $0 > lapse }),
    reader.quantity(to).tokens.lowerBound - word <= 4
  else { return nil }
  let own = dates.filter { $0 < lapse }
  let before = own + datesBefore(lapse, isNeeded: own.isEmpty, reader)
  let unit = reader.quantity(lapse).unit
  let fitting = before.first { date in
    guard let first = datePeriod(date, reader), let second = datePeriod(to, reader),
      let found = distance(first, second, in: unit), let number = lapseCount(lapse, reader)
    else { return false }
    return found.contains(number)
  }
  guard let from = fitting ?? (before.count == 1 ? before.first : nil) else { return nil }
  return (from, to)
}

/// "It opened in 1987. It shut in 2024, 37 years later": the only date of its sentence, and the only one
/// of the sentence before.
private func trailingEnds(
  _ lapse: Int, _ dates: [Int], _ reader: PartReader
) -> (from: Int, to: Int)? {
  guard dates.count == 1, let to = dates.first, to + 1 == lapse,
    reader.isCommaOnly(reader.gap(to, lapse))
  else { return nil }
  let before = datesBefore(lapse, isNeeded: true, reader)
  return before.count == 1 ? (before[0], to) : nil
}

/// The dates of the sentence before, in the same paragraph.
private func datesBefore(_ lapse: Int, isNeeded: Bool, _ reader: PartReader) -> [Int] {
  let number = reader.quantity(lapse).sentence
  let sentences = reader.analysis.words.sentences
  guard isNeeded, number > 0, sentences[number - 1].block == sentences[number].block else {
    return []
  }
  return reader.quantities(inSentence: number - 1).filter { reader.quantity($0).isDate }
}

/// A few words at most between a lapse and the date that it is counted from.
private func isClose(_ lapse: Int, _ date: Int, _ reader: PartReader) -> Bool {
  let gap = reader.gap(lapse, date)
  return gap.count <= 7 && gap.allSatisfy { reader.text.isWord($0) }
}

// MARK: "in 1954, 72 years ago"

/// A lapse right behind a date, counted back from the document's own.
private func relateAgo(
  _ lapse: Int, _ dates: [Int], _ today: CalendarDate?, _ reader: PartReader
) -> Relation? {
  let quantity = reader.quantity(lapse)
  let end = reader.text.end(of: quantity)
  let isBefore = dates.contains(lapse + 1) && isDated(lapse + 1, behind: end, reader)
  guard let today,
    let date = dates.first(where: { $0 + 1 == lapse }) ?? (isBefore ? lapse + 1 : nil),
    reader.text.lower(end) == "ago",
    let number = lapseCount(lapse, reader), number > 0, quantity.unit.name == "year",
    let first = datePeriod(date, reader), !first.isYearInferred
  else { return nil }
  let gap = date < lapse ? reader.gap(date, lapse) : 0..<0
  guard
    date > lapse || (gap.count == 1 && reader.text.mark(gap.lowerBound) == UInt8(ascii: ","))
  else { return nil }
  let years = today.year - first.start.year
  // A birthday may not have come yet, and people round up.
  guard number < years - 1 || number > years + 1 || years == number else { return nil }
  let verdict: Verdict = years == number ? .consistent : .contradicted
  let operand = reader.operand("lapse", lapse)
  return Relation(
    check: Check.dateArithmetic.id, operands: [operand, reader.operand("from", date)],
    formula: "\(today.year) − \(first.start.year)", computed: Interval(DecimalNumber(years)),
    stated: Interval(DecimalNumber(number)), verdict: verdict,
    explanation:
      "\(first.iso) is \(years) years before the document's date \(today.iso), stated "
      + operand.text,
    notes: ["the lapse stands right behind the date and is counted back from the document's own"])
}

/// "three years ago, in 2022": the date right behind "ago".
private func isDated(_ date: Int, behind ago: Int, _ reader: PartReader) -> Bool {
  let start = reader.quantity(date).tokens.lowerBound
  return start - ago <= 3 && start > ago && reader.text.mark(ago + 1) == UInt8(ascii: ",")
    && ["in", "on"].contains(reader.text.lower(start - 1))
}

// MARK: "since 2014, for eleven years"

private func relateAges(
  _ sentence: Range<Int>, _ dates: [Int], _ today: CalendarDate, _ reader: PartReader
) -> [Relation] {
  sentence.filter { !reader.quantity($0).isCalendar }.compactMap { age in
    relateCounted(age, reader.lapseOfAge(age, dates, today), today, reader)
      ?? reader.relateAgeThen(age, sentence, dates, today) ?? reader.relateDeath(age, dates)
  }
}

/// A lapse that the words tie to one date, and to another or the document's own.
private func relateCounted(
  _ lapse: Int, _ counted: CountedLapse?, _ today: CalendarDate?, _ reader: PartReader
) -> Relation? {
  guard let counted, let number = lapseCount(lapse, reader), number > 0 else { return nil }
  if let end = counted.to {
    guard
      let relation = judgeLapse(
        lapse, number, counted.found, (counted.from, end), reader, isSure: true)
    else { return nil }
    // A year that the words leave out may be another.
    let isOpen = datePeriod(counted.from, reader)?.isYearInferred ?? true
    guard isOpen, relation.verdict == .contradicted else { return relation }
    return relation.with(
      verdict: .doubtful, note: "guard: the year of the start is read off the date")
  }
  guard let today, let first = datePeriod(counted.from, reader), !reader.isDenied(lapse) else {
    return nil
  }
  let verdict: Verdict = counted.found.contains(number) ? .consistent : .contradicted
  let years = today.year - first.start.year
  let operand = reader.operand("lapse", lapse)
  return Relation(
    check: Check.dateArithmetic.id, operands: [operand, reader.operand("from", counted.from)],
    formula: "\(today.year) − \(first.start.year)",
    computed: Interval(
      low: DecimalNumber(counted.found.lowerBound), high: DecimalNumber(counted.found.upperBound)),
    stated: Interval(DecimalNumber(number)), verdict: verdict,
    explanation:
      "\(first.iso) is \(counted.found.count == 1 ? counted.found.lowerBound : years) years before "
      + "the document's date \(today.iso), stated " + operand.text,
    notes: ["the words count from the date up to the document's own"])
}

// MARK: "from 2010 to 2015, six years"

private func relateSpan(_ lapse: Int, _ dates: [Int], _ reader: PartReader) -> Relation? {
  let quantity = reader.quantity(lapse)
  guard dates.count == 2, dates[1] == dates[0] + 1, let number = lapseCount(lapse, reader),
    number > 0,
    days(in: quantity.unit) != nil, isSpan(dates[0], dates[1], reader),
    isBeside(lapse, dates, reader) || isTold(lapse, behind: dates[1], reader),
    let first = datePeriod(dates[0], reader),
    let second = datePeriod(dates[1], reader),
    let found = distance(first, second, in: quantity.unit), found.lowerBound >= 0
  else { return nil }
  let size = days(in: quantity.unit) ?? 1
  let isFar = !isBeside(lapse, dates, reader)
  // Both ends may be counted, or neither.
  let wide = max(0, found.lowerBound - (size == 1 ? 0 : 1))...found.upperBound + 1
  let relation = judgeLapse(lapse, number, wide, (dates[0], dates[1]), reader)
  guard isFar, relation?.verdict == .contradicted else { return relation }
  return relation?.with(verdict: .doubtful, note: softened)
}

/// "from 3 March to 14 April while scaffolders dealt with the roof, six weeks in which": a comma right
/// before the lapse, and no other mark between.
private func isTold(_ lapse: Int, behind date: Int, _ reader: PartReader) -> Bool {
  guard date < lapse else { return false }
  let gap = reader.gap(date, lapse)
  guard let mark = gap.last, gap.count <= mostWordsBetween,
    reader.text.mark(mark) == UInt8(ascii: ",")
  else { return false }
  let end = reader.text.end(of: reader.quantity(lapse))
  return gap.dropLast().allSatisfy { reader.text.isWord($0) }
    && (!reader.text.isWord(end) || reader.text.lower(end + 1) == "which")
}

/// How many tokens may stand between the end of a span and its length.
private let mostWordsBetween = 10

/// "from A to B", "between A and B", "A until B".
private func isSpan(_ first: Int, _ second: Int, _ reader: PartReader) -> Bool {
  let gap = reader.gap(first, second).map { reader.text.lower($0) }
  let start = reader.quantity(first).tokens.lowerBound
  switch gap {
  case ["to"], ["until"], ["through"], ["till"]: return reader.text.lower(start - 1) == "from"
  case ["and"]: return reader.text.lower(start - 1) == "between"
  default: return false
  }
}

/// "six years from", "six-year period from", or ", six years" right behind.
private func isBeside(_ lapse: Int, _ dates: [Int], _ reader: PartReader) -> Bool {
  if lapse < dates[0] {
    let gap =
      reader.text.end(of: reader.quantity(lapse))..<reader.quantity(dates[0]).tokens.lowerBound
    // "took four years to build, from 2021 to 2025"
    if gap.count <= 5, let from = gap.last, reader.text.mark(from - 1) == UInt8(ascii: ","),
      gap.dropLast(2).allSatisfy({ reader.text.isWord($0) })
    {
      return true
    }
    let words = reader.text.mark(gap.lowerBound) == UInt8(ascii: ",") ? gap.dropFirst() : gap
    return words.count >= 1 && words.count <= 2 && words.allSatisfy { reader.text.isWord($0) }
  }
  let gap = reader.gap(dates[1], lapse)
  guard let mark = gap.first.map({ reader.text.mark($0) }) else { return false }
  let words = gap.dropFirst().map { reader.text.lower($0) }
  return (mark == UInt8(ascii: ",") || mark == UInt8(ascii: "("))
    && (words.isEmpty || words == ["a"] || words == ["or"])
}

// MARK: Ages

/// "He died on March 3, 2020, aged 84": with the year of birth in the same sentence.
private func relateAge(_ lapse: Int, _ dates: [Int], _ reader: PartReader) -> Relation? {
  let quantity = reader.quantity(lapse)
  guard quantity.unit.name == "year of age", dates.count == 2,
    let number = lapseCount(lapse, reader),
    let tokens = reader.sentence(of: lapse)?.tokens,
    let born = tokens.first(where: { reader.text.lower($0) == "born" }),
    let died = tokens.first(where: { ["died", "dies", "dead"].contains(reader.text.lower($0)) })
  else { return nil }
  let birth = dates.min { distance(of: $0, to: born, reader) < distance(of: $1, to: born, reader) }
  guard let birth, let death = dates.first(where: { $0 != birth }),
    distance(of: death, to: died, reader) < distance(of: birth, to: died, reader),
    let first = datePeriod(birth, reader), let second = datePeriod(death, reader),
    first.end < second.start
  else { return nil }
  let years = second.start.year - first.start.year
  let found: ClosedRange<Int>
  if first.precision == .day, second.precision == .day {
    let isBefore =
      (second.start.month, second.start.day) < (first.start.month, first.start.day)
    found = isBefore ? years - 1...years - 1 : years...years
  } else {
    found = years - 1...years
  }
  return judgeLapse(lapse, number, found, (birth, death), reader)
}

private func distance(of date: Int, to token: Int, _ reader: PartReader) -> Int {
  let start = reader.quantity(date).tokens.lowerBound
  return start > token ? start - token : 2 * (token - start)
}

// MARK: Verdicts

/// What lies in the range is consistent, what misses it by one doubtful, more is contradicted.
func judgeLapse(
  _ lapse: Int, _ number: Int, _ found: ClosedRange<Int>, _ ends: (from: Int, to: Int),
  _ reader: PartReader, isSure isCertain: Bool = false
) -> Relation? {
  let verdict: Verdict
  if found.contains(number) {
    verdict = .consistent
  } else if found.lowerBound - 1 <= number, number <= found.upperBound + 1 {
    verdict = .doubtful
  } else {
    verdict = .contradicted
  }
  guard let first = datePeriod(ends.from, reader), let second = datePeriod(ends.to, reader),
    verdict == .consistent || isCertain || isSure(first, second, lapse, reader)
  else { return nil }
  let operand = reader.operand("lapse", lapse)
  let unit = reader.quantity(lapse).unit.name
  let shown =
    found.lowerBound == found.upperBound
    ? "\(found.lowerBound)" : "\(found.lowerBound) to \(found.upperBound)"
  return Relation(
    check: Check.dateArithmetic.id,
    operands: [operand, reader.operand("from", ends.from), reader.operand("to", ends.to)],
    formula: "\(second.iso) − \(first.iso)",
    computed: Interval(low: DecimalNumber(found.lowerBound), high: DecimalNumber(found.upperBound)),
    stated: Interval(DecimalNumber(number)), verdict: verdict,
    explanation: "\(first.iso) to \(second.iso) is \(shown) × \(unit), stated \(operand.text)",
    notes: ["the words tie the lapse to these two dates, and no other date stands between"])
}

/// A year that was read off the document's date may be the wrong one, unless both were.
private func isSure(_ first: Period, _ second: Period, _ lapse: Int, _ reader: PartReader) -> Bool {
  guard !reader.isDenied(lapse) else { return false }
  let unit = reader.quantity(lapse).unit.name
  if unit == "day" || unit == "week" || unit == "month" {
    return first.start.year == second.start.year
      || (!first.isYearInferred && !second.isYearInferred)
  }
  return !first.isYearInferred && !second.isYearInferred
}
