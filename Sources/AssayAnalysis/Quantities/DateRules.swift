// Dates as words name them; `DateResolver` gives them their years.

/// A date in the making.
struct DateReading {
  var pieces: Range<Int>
  var form: Form
  var statedWeekday: Int?
  /// "5 February this year", "in May last year": years from the document's own.
  var yearOffset: Int?
  var qualifier: Quantity.Qualifier = .exact
  var rule: String
  /// The sentence speaks of what is to come: "will", "upcoming", "projected".
  var looksAhead = false
  /// The sentence speaks of what was: its verbs are in the past.
  var looksBack = false

  enum Form {
    case day(year: Int?, month: Int, day: Int)
    case month(year: Int?, month: Int)
    case quarter(year: Int?, quarter: Int)
    case half(year: Int?, half: Int)
    /// "summer 2024": 1 is spring, 4 is winter.
    case season(Int, season: Int)
    case year(Int)
    case years(Int, Int)
    case decade(Int)
    /// A day of the month that ends another date: "April 10–12" is two days of one month.
    case days(year: Int?, month: Int, first: Int, last: Int)
    /// "yesterday": days from the document's own.
    case dayOffset(Int)
    /// "last year", "next month": months or years from the document's own.
    case monthOffset(Int)
    case yearOffset(Int)
    /// "last week": weeks, from Monday, from the document's own.
    case weekOffset(Int)
    case quarterOffset(Int)
    /// "on Friday": the nearest before, or after for 1.
    case weekday(Int, after: Bool)

    /// A day, a month or a part of a year whose words name no year.
    var leavesYearOut: Bool {
      switch self {
      case .day(let year, _, _), .month(let year, _), .quarter(let year, _),
        .days(let year, _, _, _),
        .half(let year, _):
        year == nil
      default: false
      }
    }

    var isDay: Bool {
      switch self {
      case .day, .days: true
      default: false
      }
    }

    /// Counted from the document's date.
    var isRelative: Bool {
      switch self {
      case .dayOffset, .weekOffset, .monthOffset, .quarterOffset, .yearOffset, .weekday: true
      default: false
      }
    }
  }
}

extension SentenceReader {
  /// The date that begins at a piece and the piece behind it; a nil date where the words are a date
  /// that states nothing to keep ("9/11").
  func date(at index: Int) -> (DateReading?, Int)? {
    guard let found = plainDate(at: index) else { return nil }
    guard var date = found.0, date.form.leavesYearOut,
      let year = relativeYear(at: date.pieces.upperBound)
    else { return found }
    date.yearOffset = year.offset
    date.pieces = date.pieces.lowerBound..<year.end
    return (date, year.end)
  }

  /// "this year", "of last year", right behind a day or a month.
  private func relativeYear(at index: Int) -> (offset: Int, end: Int)? {
    let next = keyword(index) == .of ? index + 1 : index
    guard keyword(next + 1) == .year, !isHyphen(next + 2) else { return nil }
    switch keyword(next) {
    case .last: return (-1, next + 2)
    case .this: return (0, next + 2)
    case .next: return (1, next + 2)
    default: return nil
    }
  }

  private func plainDate(at index: Int) -> (DateReading?, Int)? {
    let entry = roles(index)
    if isWord(index) {
      if entry.contains(.weekday) { return weekdayDate(at: index) }
      if entry.contains(.month), let found = monthDate(at: index) {
        return (found, found.pieces.upperBound)
      }
      if let found = quarterDate(at: index) ?? halfDate(at: index) ?? relativeDate(at: index)
        ?? fiscalDate(at: index) ?? seasonDate(at: index)
      {
        return (found, found.pieces.upperBound)
      }
      return nil
    }
    guard isNumber(index) else { return nil }
    if piece(index - 1).kind == .mark, units.currency(mark: piece(index - 1).mark) != nil {
      return nil
    }
    if piece(index).isJoined, !isMark(index - 1, "("), !isMark(index - 1, "\""), !isDash(index - 1),
      !isMark(index - 1, "“"), !isMark(index - 1, "'"), !isMark(index - 1, "/"),
      !isMark(index - 1, "’")
    {
      return nil
    }
    if let found = isoDate(at: index) ?? slashDate(at: index) ?? dayFirstDate(at: index) {
      return (found, found.pieces.upperBound)
    }
    if let found = yearDate(at: index) { return (found, found.pieces.upperBound) }
    return nil
  }

  /// A word of the sentence speaks of the future.
  func looksAhead() -> Bool {
    let words: [StaticString] = [
      "will", "upcoming", "projected", "scheduled", "expected", "next", "planned", "due", "ahead",
      "shall", "forecast", "plans", "coming",
    ]
    for index in pieces.indices where isWord(index) {
      for word in words where spells(index, word) { return true }
    }
    return false
  }

  /// A word of the sentence is a verb in the past.
  func looksBack() -> Bool {
    for index in pieces.indices where isWord(index) && endsIn("ed", index) { return true }
    let words: [StaticString] = [
      "was", "were", "had", "did", "fell", "rose", "grew", "won", "lost", "said", "told", "saw",
      "hit", "made", "took", "sold", "bought", "paid", "became", "began", "came", "went", "left",
    ]
    for index in pieces.indices where isWord(index) {
      for word in words where spells(index, word) { return true }
    }
    return false
  }

  // MARK: Months and days

  /// "April 10, 2026", "Apr. 10", "March 2026", "December".
  private func monthDate(at index: Int) -> DateReading? {
    let month = wordValue(index)
    guard piece(index).isCapitalised || isSmallMonth(index) else { return nil }
    guard !isHyphen(index + 1) || isNumber(index + 2) || roles(index + 2).contains(.month) else {
      return nil
    }
    var next = index + 1
    if isMark(next, "."), piece(next).isJoined { next += 1 }
    if let day = dayNumber(at: next), day.end > next {
      var end = day.end
      // "April 10–12"
      var lastDay: Int?
      if isDash(end), let last = dayNumber(at: end + 1), last.value > day.value {
        lastDay = last.value
        end = last.end
      }
      let year = followingYear(at: end)
      if let year { end = year.end }
      if let lastDay {
        return DateReading(
          pieces: index..<end,
          form: .days(year: year?.value, month: month, first: day.value, last: lastDay),
          rule: "month-days")
      }
      return DateReading(
        pieces: index..<end, form: .day(year: year?.value, month: month, day: day.value),
        rule: "month-day")
    }
    if keyword(next) == .of { next += 1 }
    if let year = followingYear(at: next), month > 0 {
      return DateReading(
        pieces: index..<year.end, form: .month(year: year.value, month: month), rule: "month-year")
    }
    guard isBareMonth(index) else { return nil }
    let isShort = piece(index).count <= 4 && month != 5 && month != 6 && month != 7
    return isShort
      ? nil
      : DateReading(pieces: index..<index + 1, form: .month(year: nil, month: month), rule: "month")
  }

  /// Small letters name a month where a day or a year follows and the word means nothing else.
  private func isSmallMonth(_ index: Int) -> Bool {
    switch keyword(index) {
    case .may, .march: return isNumber(index + 1) && roles(index - 1).contains(.datePreposition)
    default: return piece(index).count > 3 || isNumber(index + 1) || isMark(index + 1, ".")
    }
  }

  private func isBareMonth(_ index: Int) -> Bool {
    guard piece(index).isCapitalised, !piece(index).isAllCapitals else { return false }
    if isHyphen(index - 1) { return false }
    let before = keyword(index - 1)
    if before == .the, isWord(index + 1), !roles(index + 1).contains(.function) {
      return keyword(index) != .may && keyword(index) != .march
        && !isCapitalisedName(index + 1)
    }
    if roles(index - 1).contains(.datePreposition), before != .the,
      before != .for || !isCapitalisedName(index + 1)
    {
      return !isCapitalisedName(index + 1) || roles(index + 1).contains(.month)
    }
    return false
  }

  private func dayNumber(at index: Int) -> (value: Int, end: Int)? {
    guard let day = plainInteger(index, digits: 2), (1...31).contains(day) else { return nil }
    var end = index + 1
    if isWord(end), piece(end).isJoined {
      let suffixes: [StaticString] = ["st", "nd", "rd", "th"]
      guard suffixes.contains(where: { spells(end, $0) }) else { return nil }
      return (day, end + 1)
    }
    // "May 5.5", "June 10 %", "March 20 million"
    if isMark(end, "%") || keyword(end) == .percent || roles(end).contains(.scale) { return nil }
    if isMark(end, ":"), isNumber(end + 1), piece(end).isJoined { return nil }
    if isMark(end, "/"), piece(end).isJoined { return nil }
    end = index + 1
    return (day, end)
  }

  /// ", 2026", " 2026", " '26".
  private func followingYear(at index: Int) -> (value: Int, end: Int)? {
    var next = index
    if isMark(next, ",") { next += 1 }
    if let year = plainInteger(next, digits: 4), piece(next).count == 4,
      (1000...2999).contains(year),
      !(isWord(next + 1) && piece(next + 1).isJoined), !isMark(next + 1, "%")
    {
      return (year, next + 1)
    }
    if isMark(next, "'") || isMark(next, "’"), let short = plainInteger(next + 1, digits: 2),
      piece(next + 1).count == 2, piece(next + 1).isJoined
    {
      return (short < 50 ? 2000 + short : 1900 + short, next + 2)
    }
    return nil
  }

  /// "10 April 2026", "12th of April", "the 4th of July".
  private func dayFirstDate(at index: Int) -> DateReading? {
    guard let day = plainInteger(index, digits: 2), (1...31).contains(day) else { return nil }
    var next = index + 1
    var hasSuffix = false
    if isWord(next), piece(next).isJoined {
      let suffixes: [StaticString] = ["st", "nd", "rd", "th"]
      guard suffixes.contains(where: { spells(next, $0) }) else { return nil }
      hasSuffix = true
      next += 1
    }
    // "10–12 April", "from 3 to 14 June", "on 3 and 4 June"
    var lastDay: Int?
    let isSpan =
      isDash(next) || (keyword(next) == .to && keyword(index - 1) == .from)
      || (keyword(next) == .and && !hasSuffix)
    if isSpan, let last = plainInteger(next + 1, digits: 2), last > day, last <= 31,
      roles(next + 2).contains(.month)
    {
      lastDay = last
      next += 2
    }
    if keyword(next) == .of, hasSuffix { next += 1 }
    guard roles(next).contains(.month),
      piece(next).isCapitalised || piece(next).count > 3 || keyword(next) == .may,
      keyword(next) != .may || piece(next).isCapitalised || keyword(index - 1) == .on,
      keyword(next) != .march || piece(next).isCapitalised
    else { return nil }
    let month = wordValue(next)
    next += 1
    let isAbbreviated = piece(next - 1).count == 3 || spells(next - 1, "sept")
    if isMark(next, "."), piece(next).isJoined, isAbbreviated, piece(next + 1).kind != .end {
      next += 1
    }
    let year = followingYear(at: next)
    let end = year?.end ?? next
    if let lastDay {
      return DateReading(
        pieces: index..<end,
        form: .days(year: year?.value, month: month, first: day, last: lastDay),
        rule: "days-month")
    }
    return DateReading(
      pieces: index..<end, form: .day(year: year?.value, month: month, day: day), rule: "day-month")
  }

  // MARK: Digits

  /// "2026-04-10"
  func isoDate(at index: Int) -> DateReading? {
    guard piece(index).count == 4, let year = plainInteger(index, digits: 4), year > 999,
      isMark(index + 1, "-") || isMark(index + 1, "/"), piece(index + 1).isJoined,
      let month = plainInteger(index + 2, digits: 2), (1...12).contains(month),
      piece(index + 2).count == 2, piece(index + 2).isJoined
    else { return nil }
    guard isMark(index + 3, "-") || isMark(index + 3, "/"), piece(index + 3).isJoined,
      let day = plainInteger(index + 4, digits: 2), (1...31).contains(day),
      piece(index + 4).isJoined
    else { return nil }
    return DateReading(
      pieces: index..<index + 5, form: .day(year: year, month: month, day: day), rule: "iso-date")
  }

  /// "5/17/2018" where only one order makes a date.
  func slashDate(at index: Int) -> DateReading? {
    guard let first = plainInteger(index, digits: 2),
      isMark(index + 1, "/") || isMark(index + 1, "."),
      piece(index + 1).isJoined, let second = plainInteger(index + 2, digits: 2),
      isMark(index + 3, "/") || isMark(index + 3, "."), piece(index + 3).isJoined,
      piece(index + 4).count == 4, let year = plainInteger(index + 4, digits: 4), year > 999
    else { return nil }
    let isMonthFirst = (1...12).contains(first) && (13...31).contains(second)
    let isDayFirst = (1...12).contains(second) && (13...31).contains(first)
    let isSame = first == second && (1...12).contains(first)
    guard isMonthFirst || isDayFirst || isSame else { return nil }
    return DateReading(
      pieces: index..<index + 5,
      form: .day(
        year: year, month: isMonthFirst ? first : second, day: isMonthFirst ? second : first),
      rule: "slash-date")
  }

  /// "2026" where the words around say that it is a year; "2012-13"; "1990s".
  private func yearDate(at index: Int) -> DateReading? {
    if let decade = decadeDate(at: index) { return decade }
    guard piece(index).count == 4, let year = plainInteger(index, digits: 4),
      (1500...2199).contains(year)
    else { return nil }
    let next = index + 1
    if isDash(next) || isMark(next, "/"), piece(next).isJoined, piece(next + 1).isJoined,
      let span = yearSpan(year, at: next + 1)
    {
      return DateReading(pieces: index..<next + 2, form: span, rule: "year-span")
    }
    if isWord(next), piece(next).isJoined { return nil }
    if isMark(next, "%") || keyword(next) == .percent || roles(next).contains(.scale)
      || piece(next).mark == 0xB0
    {
      return nil
    }
    if isMark(next, "-"), piece(next).isJoined { return nil }
    guard isYearByContext(index) else { return nil }
    return DateReading(pieces: index..<next, form: .year(year), rule: "year")
  }

  private func yearSpan(_ year: Int, at index: Int) -> DateReading.Form? {
    guard let second = plainInteger(index, digits: 4) else { return nil }
    if isWord(index + 1), piece(index + 1).isJoined { return nil }
    if piece(index).count == 2, second == (year + 1) % 100 { return .years(year, year + 1) }
    if piece(index).count == 2, year / 100 * 100 + second > year, second - year % 100 < 30,
      second > 12
    {
      return .years(year, year / 100 * 100 + second)
    }
    if piece(index).count == 4, second > year, second - year < 300 { return .years(year, second) }
    return nil
  }

  /// "1990s", "the 1920s", "mid-1980s".
  private func decadeDate(at index: Int) -> DateReading? {
    if let short = shortDecade(at: index) { return short }
    guard spells(index + 1, "s"), piece(index + 1).isJoined, piece(index).count == 4,
      let year = plainInteger(index, digits: 4), year % 10 == 0, (1000...2199).contains(year)
    else { return nil }
    return DateReading(pieces: index..<index + 2, form: .decade(year), rule: "decade")
  }

  /// "the 90s", "the early ’80s", "the 90's".
  private func shortDecade(at index: Int) -> DateReading? {
    guard let year = plainInteger(index, digits: 2), year >= 20, year % 10 == 0 else { return nil }
    let isMarked = isMark(index - 1, "'") || isMark(index - 1, "’")
    let lead = isMarked ? index - 2 : index - 1
    let isLed =
      keyword(lead) == .the || keyword(lead) == .early || keyword(lead) == .late
      || keyword(lead) == .mid
    guard isLed, isMarked || year >= 50 else { return nil }
    let hasApostrophe = isMark(index + 1, "'") || isMark(index + 1, "’")
    let end = hasApostrophe ? index + 2 : index + 1
    guard spells(end, "s"), piece(end).isJoined else { return nil }
    let decade = year < 30 ? 2000 + year : 1900 + year
    return DateReading(pieces: index..<end + 1, form: .decade(decade), rule: "decade")
  }

  /// Behind a preposition, or alone at a mark; not in front of a plural that it counts.
  private func isYearByContext(_ index: Int) -> Bool {
    let before = index - 1
    let year = plainInteger(index, digits: 4) ?? 0
    if roles(before).contains(.datePreposition) || keyword(before) == .year {
      if keyword(before) == .to || keyword(before) == .of || keyword(before) == .and
        || keyword(before) == .around || keyword(before) == .for || keyword(before) == .between
      {
        // "from 2015 to 2019 exports grew"
        if isYearSpanEnd(index) { return true }
        return (1800...2099).contains(year) && !isPlural(index + 1)
          && !hasUnit(index + 1)
          && !isChangeBefore(index)
      }
      if keyword(before) == .the, isPlural(index + 1), year % 100 == 0 { return false }
      // "the 2019 cup", "the 1988 quarter"; but "the 1500 metre race"
      let isOfYear =
        keyword(before) == .the && year % 50 != 0 && (1900...2099).contains(year)
        && !isPlural(index + 1)
      return !hasUnit(index + 1) || keyword(before) == .in || isOfYear
    }
    guard (1900...2099).contains(year), !hasUnit(index + 1) else { return false }
    // "1988 sales" and "2019 elections", but "2000 people".
    if isPlural(index + 1), year % 50 == 0 { return false }
    // "(2019)", "2020 Escape", "sales 2018", "Act 1974"
    return !roles(before).contains(.about) && keyword(before) != .than && !isMark(before, "=")
  }

  /// "2019" in "from 2015 to 2019" and "between 2015 and 2019".
  private func isYearSpanEnd(_ index: Int) -> Bool {
    let lead = keyword(index - 3)
    guard lead == .from || lead == .between, let first = plainInteger(index - 2, digits: 4),
      let last = plainInteger(index, digits: 4)
    else { return false }
    return (1800...2099).contains(first) && first < last && last < 2100
  }

  /// A unit in small letters, so that "2016 Stone" stays a year.
  private func hasUnit(_ index: Int) -> Bool {
    guard let (id, _) = tableUnit(at: index) else { return false }
    return !piece(index).isCapitalised || units.units[id].dimension == .currency
  }

  private func isChangeBefore(_ index: Int) -> Bool {
    for back in 2...4 where roles(index - back).contains(.up) || roles(index - back).contains(.down)
    {
      return true
    }
    return false
  }
}

// MARK: Quarters, weekdays, relative dates

extension SentenceReader {
  /// "summer 2024", "the winter of 2025"; "fall" where a preposition or an article says that it is one.
  private func seasonDate(at index: Int) -> DateReading? {
    guard piece(index).count >= 4, piece(index).count <= 6 else { return nil }
    let names: [(StaticString, Int)] = [
      ("spring", 1), ("summer", 2), ("autumn", 3), ("winter", 4), ("fall", 3),
    ]
    guard let (_, season) = names.first(where: { spells(index, $0.0) }) else { return nil }
    let next = keyword(index + 1) == .of ? index + 2 : index + 1
    guard let year = plainInteger(next, digits: 4), (1800...2099).contains(year),
      !isDash(next + 1), !isMark(next + 1, "/")
    else { return nil }
    if spells(index, "fall") {
      switch keyword(index - 1) {
      case .in, .the, .of, .by, .since, .until, .from, .last, .next, .this: break
      default: return nil
      }
    }
    return DateReading(
      pieces: index..<next + 1, form: .season(year, season: season), rule: "season")
  }

  /// "Q3 2026", "the third quarter of 2026".
  private func quarterDate(at index: Int) -> DateReading? {
    let word = piece(index)
    var quarter = 0
    var next = index + 1
    if word.count == 2, bytes[Int(word.start)].lowercasedASCII == UInt8(ascii: "q"),
      (0x31...0x34).contains(bytes[Int(word.start) + 1])
    {
      quarter = Int(bytes[Int(word.start) + 1] - 0x30)
    } else if roles(index).contains(.ordinal), (1...4).contains(wordValue(index)),
      keyword(index) != .quarter, keyword(index) != .half
    {
      if isHyphen(next) { next += 1 }
      guard keyword(next) == .quarter else { return nil }
      quarter = wordValue(index)
      next += 1
    } else {
      return nil
    }
    if keyword(next) == .of { next += 1 }
    if spells(next, "fiscal") { return nil }
    if let year = followingYear(at: next) {
      return DateReading(
        pieces: index..<year.end, form: .quarter(year: year.value, quarter: quarter),
        rule: "quarter")
    }
    guard word.shape.contains(.hasDigit) else { return nil }
    return DateReading(
      pieces: index..<index + 1, form: .quarter(year: nil, quarter: quarter), rule: "quarter")
  }

  /// "H1 2025", "the first half of 2025".
  private func halfDate(at index: Int) -> DateReading? {
    var half = 0
    var next = index + 1
    if isExactly(index, "H1") || isExactly(index, "H2") {
      half = isExactly(index, "H1") ? 1 : 2
    } else if keyword(index) == .first || keyword(index) == .second, keyword(next) == .half {
      half = keyword(index) == .first ? 1 : 2
      next += 1
    } else {
      return nil
    }
    if keyword(next) == .of { next += 1 }
    guard let year = followingYear(at: next) else { return nil }
    return DateReading(
      pieces: index..<year.end, form: .half(year: year.value, half: half), rule: "half-year")
  }

  /// "FY2025", "fiscal 2026", "fiscal year 2026".
  private func fiscalDate(at index: Int) -> DateReading? {
    guard spells(index, "fiscal") || spells(index, "fy") else { return nil }
    let next = keyword(index + 1) == .year ? index + 2 : index + 1
    guard let year = followingYear(at: next), !isMark(next, ",") else { return nil }
    return DateReading(pieces: index..<year.end, form: .year(year.value), rule: "fiscal-year")
  }

  /// "Friday, April 10, 2026"; "on Friday".
  private func weekdayDate(at index: Int) -> (DateReading?, Int)? {
    guard piece(index).isCapitalised else { return nil }
    let weekday = wordValue(index)
    var next = index + 1
    if isMark(next, "."), piece(next).isJoined, piece(index).count <= 5 { next += 1 }
    if isMark(next, ",") { next += 1 }
    if keyword(next) == .the { next += 1 }
    let found: DateReading?
    if roles(next).contains(.month) {
      found = monthDate(at: next)
    } else {
      found = isNumber(next) ? dayFirstDate(at: next) ?? isoDate(at: next) : nil
    }
    if var found, case .day = found.form {
      found.statedWeekday = weekday
      found.pieces = index..<found.pieces.upperBound
      return (found, found.pieces.upperBound)
    }
    guard piece(index).count > 5, !isPlural(index) else { return (nil, index + 1) }
    let isAfter = keyword(index - 1) == .next
    return (
      DateReading(
        pieces: index..<index + 1, form: .weekday(weekday, after: isAfter), rule: "weekday"),
      index + 1
    )
  }

  /// "yesterday", "last year", "next month".
  private func relativeDate(at index: Int) -> DateReading? {
    switch keyword(index) {
    case .today: return day(index, 0)
    case .yesterday: return day(index, -1)
    case .tomorrow: return day(index, 1)
    case .last, .next, .this: break
    default: return nil
    }
    let step = keyword(index) == .last ? -1 : keyword(index) == .next ? 1 : 0
    let form: DateReading.Form
    switch keyword(index + 1) {
    case .year: form = .yearOffset(step)
    case .month: form = .monthOffset(step)
    case .week: form = .weekOffset(step)
    case .quarter: form = .quarterOffset(step)
    default: return nil
    }
    if isHyphen(index + 2) || keyword(index - 1) == .the || spells(index + 2, "of") { return nil }
    return DateReading(pieces: index..<index + 2, form: form, rule: "relative-date")
  }

  private func day(_ index: Int, _ offset: Int) -> DateReading? {
    guard !isHyphen(index + 1) else { return nil }
    return DateReading(pieces: index..<index + 1, form: .dayOffset(offset), rule: "relative-date")
  }
}
