// Years counted up to the document's date, and stretches up to a date: "for eleven years, since 2014",
// "30 months, until April 2029", "39, born in 1986".

/// What a lapse is counted over, read off the words beside it.
struct CountedLapse {
  let from: Int
  /// Nil where it is counted up to the document's own date.
  let to: Int?
  /// Whole units that may be meant.
  let found: ClosedRange<Int>
}

extension PartReader {
  /// "the mayor for twelve years, since 2013", "since 2014, for eleven years": up to today.
  func lapseSince(_ lapse: Int, _ dates: [Int], _ today: CalendarDate) -> CountedLapse? {
    guard quantity(lapse).unit.name == "year", dates.count == 1, let date = dates.first,
      case .date(let period) = quantity(date).value, !period.isYearInferred,
      period.precision != .decade, period.precision != .range,
      isSince(lapse, date)
    else { return nil }
    let years = today.year - period.start.year
    guard years > 0 else { return nil }
    // Both years may be counted, or the first anniversary may not have come.
    return CountedLapse(from: date, to: nil, found: max(0, years - 1)...years + 1)
  }

  private func isSince(_ lapse: Int, _ date: Int) -> Bool {
    let start = quantity(date).tokens.lowerBound
    let number = quantity(lapse).tokens.lowerBound
    if lapse + 1 == date {
      let gap = gap(lapse, date)
      guard gap.count <= 3, text.lower(start - 1) == "since",
        ["for", "in", "the"].contains(text.lower(number - 1))
      else { return false }
      return gap.dropLast().allSatisfy { text.mark($0) == UInt8(ascii: ",") }
    }
    guard date + 1 == lapse else { return false }
    let gap = gap(date, lapse)
    return text.lower(start - 1) == "since" && gap.count == 2
      && text.mark(gap.lowerBound) == UInt8(ascii: ",")
      && ["for", "now"].contains(text.lower(gap.lowerBound + 1))
  }

  /// "in October and is to take 30 months, until April 2029": the only date before, and the one
  /// behind "until".
  func lapseUntil(_ lapse: Int, _ dates: [Int], _ today: CalendarDate?) -> CountedLapse? {
    guard dates.count == 2, dates[0] < lapse, dates[1] == lapse + 1,
      case .date(let first) = quantity(dates[0]).value,
      case .date(let second) = quantity(dates[1]).value,
      ["until", "till"].contains(text.lower(quantity(dates[1]).tokens.lowerBound - 1)),
      gap(lapse, dates[1]).count <= 2,
      isStart(dates[0]), quantity(lapse).unit.name == "month" || quantity(lapse).unit.name == "year"
    else { return nil }
    let isYears = quantity(lapse).unit.name == "year"
    guard isYears || (first.precision != .year && second.precision != .year) else { return nil }
    var years = second.start.year - first.start.year
    if first.isYearInferred {
      // "starts in October": the next one after the document's date.
      guard let today, isAhead(dates[0]), !isYears else { return nil }
      years = second.start.year - today.year - (first.start.month < today.month ? 1 : 0)
    }
    let units = isYears ? years : years * 12 + second.start.month - first.start.month
    guard units > 0 else { return nil }
    return CountedLapse(from: dates[0], to: dates[1], found: units...units + 1)
  }

  /// Something begins at the date: "starts in October", "from May".
  private func isStart(_ date: Int) -> Bool {
    let start = quantity(date).tokens.lowerBound
    let words: Set<String> = [
      "start", "starts", "started", "begin", "begins", "began", "from", "opens", "opened",
      "launched",
    ]
    return (max(0, start - 5)..<start).contains { words.contains(text.lower($0)) }
  }

  private func isAhead(_ date: Int) -> Bool {
    let start = quantity(date).tokens.lowerBound
    let words: Set<String> = ["start", "starts", "begin", "begins", "opens"]
    return (max(0, start - 5)..<start).contains { words.contains(text.lower($0)) }
  }

  /// "The 26-year-old, born in 1998", "is 39 and was born in 1986": on the document's date.
  func lapseOfAge(_ age: Int, _ dates: [Int], _ today: CalendarDate) -> CountedLapse? {
    if let then = lapseOfAge(age, dates) { return then }
    guard let form = ageForm(age),
      let date = dates.count == 1 ? dates.first : birth(before: age, dates) ?? birth(in: dates),
      case .date(let period) = quantity(date).value,
      !period.isYearInferred, let tokens = sentence(of: age)?.tokens
    else { return nil }
    let start = quantity(date).tokens.lowerBound
    guard
      isBirth(date) && isOfOne(age, date, form)
        || form == .plain
          && (max(0, start - 3)..<start).contains(where: { beginnings.contains(text.lower($0)) }),
      !tokens.contains(where: { pastLife.contains(text.lower($0)) }),
      form != .plain || !tokens.contains(where: { otherTimes.contains(text.lower($0)) })
    else { return nil }
    let years = today.year - period.start.year
    guard years > 0 else { return nil }
    let isExact = period.precision == .day
    let hasCome =
      (period.start.month, period.start.day) <= (today.month, today.day)
    let found = isExact ? (hasCome ? years...years : years - 1...years - 1) : years - 1...years
    return CountedLapse(from: date, to: nil, found: found)
  }

  /// "who was born in 1958, turned 67 last summer and retires in May": the date right before the age.
  private func birth(before age: Int, _ dates: [Int]) -> Int? {
    guard let date = dates.last(where: { $0 < age }), date + 1 == age, gap(date, age).count <= 3
    else { return nil }
    return date
  }

  /// "who turned 84 in June and was born in 1941": the only date behind "born".
  private func birth(in dates: [Int]) -> Int? {
    let births = dates.filter { isBirth($0) }
    return births.count == 1 ? births[0] : nil
  }

  /// ", 24, who was born in", "born on 3 March 1934 and, at 90, still": one person's age and birth.
  private func isOfOne(_ age: Int, _ date: Int, _ form: AgeForm) -> Bool {
    switch form {
    case .plain: return true
    case .still: return date < age && gap(date, age).count <= 4
    case .apposition:
      let end = quantity(age).tokens.upperBound
      return age < date
        && (end + 1..<min(end + 4, quantity(date).tokens.lowerBound)).contains {
          text.lower($0) == "born"
        }
    }
  }

  /// "born in 1941", "born in Ghent on 14 February 2001": nothing but a place between.
  private func isBirth(_ date: Int) -> Bool {
    let start = quantity(date).tokens.lowerBound
    let reach = max(0, start - farthestBirth)..<start
    guard let born = reach.last(where: { text.lower($0) == "born" }) else { return false }
    return (born + 1..<start).allSatisfy { index in
      text.isCapitalised(index) || text.mark(index) == UInt8(ascii: ",")
        || text.isAny(index, of: birthWords)
    }
  }

  /// "born in 1987, began the work as a 27-year-old student in 2014": at the date behind the age.
  private func lapseOfAge(_ age: Int, _ dates: [Int]) -> CountedLapse? {
    guard dates.count == 2, quantity(age).unit.name == "year of age", dates[0] < age,
      dates[1] == age + 1, gap(age, dates[1]).count <= 4,
      case .date(let birth) = quantity(dates[0]).value,
      case .date(let then) = quantity(dates[1]).value, !birth.isYearInferred, !then.isYearInferred,
      text.lower(quantity(dates[1]).tokens.lowerBound - 1) == "in"
    else { return nil }
    let start = quantity(dates[0]).tokens.lowerBound
    let years = then.start.year - birth.start.year
    guard years > 0, (max(0, start - 3)..<start).contains(where: { text.lower($0) == "born" })
    else {
      return nil
    }
    return CountedLapse(from: dates[0], to: dates[1], found: years - 1...years)
  }

  private enum AgeForm { case plain, apposition, still }

  /// "aged 39"; ", 24, who was born"; "at 90, still".
  private func ageForm(_ index: Int) -> AgeForm? {
    if isAge(index) { return .plain }
    let quantity = quantity(index)
    guard quantity.kind == .count, quantity.unit.dimension == .none,
      let value = plainValue(index), ages.contains(value)
    else { return nil }
    let (before, behind) = (quantity.tokens.lowerBound - 1, quantity.tokens.upperBound)
    guard text.mark(behind) == UInt8(ascii: ",") else { return nil }
    if text.mark(before) == UInt8(ascii: ","), text.isCapitalised(before - 1) { return .apposition }
    return text.cue(before).contains(.at) && text.isAny(behind + 1, of: stillWords) ? .still : nil
  }

  /// "aged 39", "39-year-old", "is 39 and", "turned 67 last summer".
  private func isAge(_ index: Int) -> Bool {
    let quantity = quantity(index)
    if quantity.unit.name == "year of age" { return true }
    if quantity.kind == .count, text.lower(quantity.tokens.lowerBound - 1) == "turned" {
      let next = quantity.tokens.upperBound
      return ["last", "this", "today", "yesterday"].contains(text.lower(next))
        || text.lower(next) == "in" && text.cue(next + 1).contains(.period)
    }
    guard quantity.kind == .count, quantity.unit.dimension == .none,
      text.lower(quantity.tokens.lowerBound - 1) == "is"
    else { return false }
    let next = quantity.tokens.upperBound
    return text.lower(next) == "and" || text.mark(next) == UInt8(ascii: ",")
      || text.mark(next) == UInt8(ascii: ".")
  }
}

/// What a life, or that of a building or a firm, begins with.
private let beginnings: Set<String> = [
  "born", "opened", "built", "founded", "established", "launched", "completed", "created",
]

/// Words by which an age is not that of today.
private let pastLife: Set<String> = ["died", "dead", "would"]

/// Words by which an age may be that of another day, where nothing says that it is today's.
private let otherTimes: Set<String> = ["when", "at", "became", "then", "later"]

private let stillWords = WordSet("still now is remains says")
private let birthWords = WordSet("in on at near outside the of")
/// How many tokens before its date "born" may stand.
private let farthestBirth = 7
