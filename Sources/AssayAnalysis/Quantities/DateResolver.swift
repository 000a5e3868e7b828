/// A date with its place, before its year is known.
struct FoundDate {
  let reading: DateReading
  let range: TextRange
  let sentence: Int
  let tokens: Range<Int>
}

/// Gives every date its days. A year that the words leave out is that of another date of the text
/// with the same month, else the one that brings it nearest to the full date before it, or to the
/// document's own; a date for which none is known is dropped.
func resolveDates(_ dates: [FoundDate], documentDate: CalendarDate?) -> [Quantity] {
  var years = YearReader(dates, documentDate: documentDate)
  return dates.compactMap { date in
    let form = date.reading.form
    // "this year" is as good as the document's date that it is read off.
    let stated = date.reading.yearOffset.flatMap { offset in documentDate.map { $0.year + offset } }
    let isInferred = form.isRelative || (form.leavesYearOut && stated == nil)
    let year = stated ?? (isInferred ? years.year(of: date) : nil)
    guard
      let period = period(
        date.reading, year: year, documentDate: documentDate, isInferred: isInferred)
    else { return nil }
    years.note(date, period)
    return Quantity(
      range: date.range, value: .date(period), unit: .none, qualifier: date.reading.qualifier,
      kind: .date, lastPlace: DecimalNumber(1), sentence: date.sentence, tokens: date.tokens,
      rule: date.reading.rule)
  }
}

/// Finds the years that words leave out, in the order of the text.
private struct YearReader {
  /// A date that states its year, and whether it is a day.
  private struct Anchor {
    let date: CalendarDate
    let isDay: Bool
    let sentence: Int
  }

  private let documentDate: CalendarDate?
  /// The years of the text's dates by month; of days alone where the document has a date of its own.
  private var known: [Int: Int] = [:]
  private var first: CalendarDate?
  private var latest: Anchor?

  /// For so many sentences a story goes on in the year of a day that it has told.
  private static let reach = 8

  init(_ dates: [FoundDate], documentDate: CalendarDate?) {
    self.documentDate = documentDate
    for date in dates {
      guard let (year, month) = statedMonth(date.reading.form) else { continue }
      if known[month] == nil, documentDate == nil || date.reading.form.isDay { known[month] = year }
      if first == nil { first = CalendarDate(year: year, month: month, day: 1) }
    }
  }

  mutating func note(_ date: FoundDate, _ period: Period) {
    guard statedMonth(date.reading.form) != nil else { return }
    latest = Anchor(
      date: period.start, isDay: date.reading.form.isDay, sentence: date.sentence)
  }

  func year(of date: FoundDate) -> Int? {
    guard let month = month(date.reading.form) else { return nil }
    let told = known[month] ?? yearOfStory(month, date)
    let own = yearOfDocument(month, date.reading)
    guard let told, let own, told != own else { return told ?? own ?? first?.year(of: month, date) }
    // Where the two differ, a weekday says which is meant.
    return fits(date.reading, own) && !fits(date.reading, told) ? own : told
  }

  /// "On April 10, 2024 … By April 12": a month alone ("in May 2024") is a comparison as often, so that
  /// it leads no further than its sentence where the document has a date.
  private func yearOfStory(_ month: Int, _ date: FoundDate) -> Int? {
    guard let latest else { return nil }
    let distance = date.sentence - latest.sentence
    guard documentDate == nil || distance == 0 || (latest.isDay && distance <= Self.reach) else {
      return nil
    }
    return latest.date.year(of: month, date)
  }

  private func yearOfDocument(_ month: Int, _ reading: DateReading) -> Int? {
    guard let documentDate else { return nil }
    if latest == nil, reading.looksBack {
      return month > documentDate.month ? documentDate.year - 1 : documentDate.year
    }
    return nearestYear(of: month, to: documentDate, looksAhead: reading.looksAhead)
  }

  private func fits(_ reading: DateReading, _ year: Int) -> Bool {
    guard let weekday = reading.statedWeekday, case .day(_, let month, let day) = reading.form,
      let date = CalendarDate(year: year, month: month, day: day)
    else { return false }
    return date.weekday == weekday
  }
}

extension CalendarDate {
  fileprivate func year(of month: Int, _ date: FoundDate) -> Int {
    nearestYear(of: month, to: self, looksAhead: date.reading.looksAhead)
  }
}

/// The year that puts a month nearest to a date; the past counts as nearer than the future, unless
/// the words look ahead.
private func nearestYear(of month: Int, to anchor: CalendarDate, looksAhead: Bool) -> Int {
  let ahead = (month - anchor.month + 12) % 12
  if ahead == 0 { return anchor.year }
  let isAhead = looksAhead || ahead * 3 < (12 - ahead) * 2
  return isAhead == (month > anchor.month) ? anchor.year : anchor.year + (isAhead ? 1 : -1)
}

/// Year and month of a date that states both.
private func statedMonth(_ form: DateReading.Form) -> (Int, Int)? {
  switch form {
  case .day(let year, let month, _), .month(let year, let month), .days(let year, let month, _, _):
    year.map { ($0, month) }
  case .quarter(let year, let quarter): year.map { ($0, quarter * 3 - 2) }
  case .half(let year, let half): year.map { ($0, half * 6 - 5) }
  default: nil
  }
}

private func month(_ form: DateReading.Form) -> Int? {
  switch form {
  case .day(_, let month, _), .month(_, let month), .days(_, let month, _, _): month
  case .quarter(_, let quarter): quarter * 3 - 2
  case .half(_, let half): half * 6 - 5
  default: nil
  }
}

private func period(
  _ reading: DateReading, year: Int?, documentDate: CalendarDate?, isInferred: Bool
) -> Period? {
  switch reading.form {
  case .day(let stated, let month, let day):
    guard let year = stated ?? year,
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return Period(
      start: date, end: date, precision: .day, statedWeekday: reading.statedWeekday,
      isYearInferred: isInferred, iso: date.iso)
  case .month(let stated, let month):
    return (stated ?? year).flatMap { monthPeriod($0, month, isInferred: isInferred) }
  case .quarter(let stated, let quarter):
    return (stated ?? year).flatMap { quarterPeriod($0, quarter, isInferred: isInferred) }
  case .half(let stated, let half):
    return (stated ?? year).flatMap { halfPeriod($0, half, isInferred: isInferred) }
  case .days(let stated, let month, let first, let last):
    guard let year = stated ?? year, let start = CalendarDate(year: year, month: month, day: first),
      let end = CalendarDate(year: year, month: month, day: last)
    else { return nil }
    return Period(
      start: start, end: end, precision: .range, isYearInferred: isInferred,
      iso: "\(start.iso)/\(end.iso)")
  case .year(let year): return yearsPeriod(year, year, precision: .year, iso: isoYear(year))
  case .years(let first, let last):
    return yearsPeriod(first, last, precision: .range, iso: "\(isoYear(first))/\(isoYear(last))")
  case .season(let year, let season):
    // ISO 8601-2 counts seasons on from the months; which months they are, the hemisphere says.
    return yearsPeriod(year, year, precision: .range, iso: "\(isoYear(year))-\(20 + season)")
  case .decade(let year):
    return yearsPeriod(
      year, year + 9, precision: .decade, iso: "\(isoYear(year))/\(isoYear(year + 9))")
  case .dayOffset, .weekOffset, .monthOffset, .quarterOffset, .yearOffset, .weekday:
    return documentDate.flatMap { relativePeriod(reading.form, from: $0) }
  }
}

private func relativePeriod(_ form: DateReading.Form, from date: CalendarDate) -> Period? {
  switch form {
  case .dayOffset(let days):
    return CalendarDate(dayNumber: date.dayNumber + days).map(dayPeriod)
  case .monthOffset(let months):
    let count = date.year * 12 + date.month - 1 + months
    return monthPeriod(count / 12, count % 12 + 1, isInferred: true)
  case .weekOffset(let weeks):
    let monday = date.dayNumber - (date.weekday - 1) + weeks * 7
    guard let start = CalendarDate(dayNumber: monday), let end = CalendarDate(dayNumber: monday + 6)
    else { return nil }
    return Period(
      start: start, end: end, precision: .range, isYearInferred: true,
      iso: "\(start.iso)/\(end.iso)")
  case .quarterOffset(let quarters):
    let count = date.year * 4 + (date.month - 1) / 3 + quarters
    return quarterPeriod(count / 4, count % 4 + 1, isInferred: true)
  case .yearOffset(let years):
    let year = date.year + years
    return yearsPeriod(year, year, precision: .year, iso: isoYear(year), isInferred: true)
  case .weekday(let weekday, let isAfter):
    let back = (date.weekday - weekday + 7) % 7
    let days = isAfter ? (back == 0 ? 7 : 7 - back) : -back
    return CalendarDate(dayNumber: date.dayNumber + days).map(dayPeriod)
  default: return nil
  }
}

private func dayPeriod(_ date: CalendarDate) -> Period {
  Period(start: date, end: date, precision: .day, isYearInferred: true, iso: date.iso)
}

private func monthPeriod(_ year: Int, _ month: Int, isInferred: Bool) -> Period? {
  guard let start = CalendarDate(year: year, month: month, day: 1),
    let end = CalendarDate(
      year: year, month: month, day: CalendarDate.dayCount(year: year, month: month))
  else { return nil }
  return Period(
    start: start, end: end, precision: .month, isYearInferred: isInferred,
    iso: String(start.iso.dropLast(3)))
}

private func quarterPeriod(_ year: Int, _ quarter: Int, isInferred: Bool) -> Period? {
  let month = quarter * 3
  guard let start = CalendarDate(year: year, month: month - 2, day: 1),
    let end = CalendarDate(
      year: year, month: month, day: CalendarDate.dayCount(year: year, month: month))
  else { return nil }
  return Period(
    start: start, end: end, precision: .quarter, isYearInferred: isInferred,
    iso: "\(isoYear(year))-Q\(quarter)")
}

private func halfPeriod(_ year: Int, _ half: Int, isInferred: Bool) -> Period? {
  guard let first = quarterPeriod(year, half * 2 - 1, isInferred: isInferred),
    let last = quarterPeriod(year, half * 2, isInferred: isInferred)
  else { return nil }
  return Period(
    start: first.start, end: last.end, precision: .range, isYearInferred: isInferred,
    iso: "\(first.start.iso.dropLast(3))/\(last.end.iso.dropLast(3))")
}

private func yearsPeriod(
  _ first: Int, _ last: Int, precision: Period.Precision, iso: String, isInferred: Bool = false
) -> Period? {
  guard let start = CalendarDate(year: first, month: 1, day: 1),
    let end = CalendarDate(year: last, month: 12, day: 31)
  else { return nil }
  return Period(
    start: start, end: end, precision: precision, isYearInferred: isInferred, iso: iso)
}

private func isoYear(_ year: Int) -> String {
  let digits = String(year)
  return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}
