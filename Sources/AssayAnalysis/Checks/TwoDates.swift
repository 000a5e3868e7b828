// Lapses told behind the two days that they lie between: "referred on 12 March 2024 and operated on 5
// February 2025, a wait of 47 weeks", "on August 25, 12 days earlier than in 2024, when it was September 6".

/// What lies between two days.
private let lapseNouns = WordSet(
  "wait gap span interval delay slip stretch reign career tenure spell journey absence hiatus lag break "
    + "period difference term")
/// Words that may stand between a comma and a lapse, or before its number.
let lapseOpenings = WordSet(
  "a an the little just over under more than about almost nearly some still only exactly roughly "
    + "around of or not quite")
private let laterWords = WordSet("later afterwards after apart")

extension PartReader {
  func relateTwoDays(_ lapse: Int, _ sentence: Range<Int>, _ dates: [Int]) -> Relation? {
    guard let unit = LapseUnit(quantity(lapse).unit.name), !isDenied(lapse),
      let stated = LapseReading(quantity(lapse), unit)
    else { return nil }
    return relateTrailing(lapse, stated, sentence, dates)
      ?? relateSeasons(lapse, stated, dates)
  }

  // MARK: Told behind both

  private func relateTrailing(
    _ lapse: Int, _ stated: LapseReading, _ sentence: Range<Int>, _ dates: [Int]
  ) -> Relation? {
    guard dates.count == 2, dates[1] < lapse, isTrailing(lapse, behind: dates[1]),
      let first = datePeriod(dates[0], self), let second = datePeriod(dates[1], self),
      first.isPoint, second.isPoint, first.end < second.start,
      !sentence.contains(where: { $0 != lapse && quantity($0).kind == .duration }),
      !(first.isYearInferred && second.isYearInferred)
        || stated.unit.isShort && second.start.year - first.start.year <= 1
    else { return nil }
    let least = second.start.dayNumber - first.end.dayNumber
    let days = least...second.end.dayNumber - first.start.dayNumber
    guard let isFitting = stated.judges(days) else { return nil }
    return twoDays(lapse, (dates[0], dates[1]), (first.iso, second.iso), days, isFitting)
  }

  /// ", a wait of 47 weeks", ", a little over 21 months later": up to the clause's end.
  private func isTrailing(_ lapse: Int, behind date: Int) -> Bool {
    let gap = gap(date, lapse)
    guard gap.count <= mostWordsBehind,
      let mark = gap.last(where: { !text.isWord($0) }), !text.isCounted(mark),
      gap.first.map({ $0 == mark || text.isWord($0) }) ?? false
    else { return false }
    let words = mark + 1..<gap.upperBound
    let names = words.filter { text.isAny($0, of: lapseNouns) }
    guard words.allSatisfy({ text.isAny($0, of: lapseOpenings) || names.contains($0) }) else {
      return false
    }
    let end = text.end(of: quantity(lapse))
    let isNamed = names.count == 1 && text.cue(names[0] + 1).contains(.of)
    if isNamed { return !text.isWord(end) || text.cue(end).contains(.preposition) }
    return text.isAny(end, of: laterWords) && !text.isWord(end + 1)
  }

  /// "Planned for October 2024, it is now set for March 2027. That is a slip of 29 months."
  func relateTakenUp(_ place: Int) -> Relation? {
    let sentence = sentences[place]
    guard let lapse = sentence.first, sentence.count == 1, quantity(lapse).kind == .duration,
      takesUp(lapse), !isDenied(lapse), isLapseTold(lapse),
      let unit = LapseUnit(quantity(lapse).unit.name),
      let stated = LapseReading(quantity(lapse), unit), let former = formerSentence(place)
    else { return nil }
    let dates = sentences[former].filter { quantity($0).isDate }
    guard dates.count == 2, dates.count == sentences[former].count,
      let first = datePeriod(dates[0], self), let second = datePeriod(dates[1], self),
      first.isPoint, second.isPoint, first.end < second.start,
      !first.isYearInferred || !second.isYearInferred
    else { return nil }
    let least = second.start.dayNumber - first.end.dayNumber
    let days = least...second.end.dayNumber - first.start.dayNumber
    guard let isFitting = stated.judges(days) else { return nil }
    return twoDays(lapse, (dates[0], dates[1]), (first.iso, second.iso), days, isFitting)
  }

  /// "a slip of 29 months", "29 months later"
  private func isLapseTold(_ lapse: Int) -> Bool {
    let (start, end) = (firstToken(of: lapse), text.end(of: quantity(lapse)))
    if text.cue(start - 1).contains(.of) { return text.isAny(start - 2, of: lapseNouns) }
    return text.isAny(end, of: laterWords) && !text.isWord(end + 1)
  }

  // MARK: Days of two years

  /// Against a day of another year, by month and day alone.
  private func relateSeasons(_ lapse: Int, _ stated: LapseReading, _ dates: [Int]) -> Relation? {
    let days = dates.filter { datePeriod($0, self)?.precision == .day }
    let end = text.end(of: quantity(lapse))
    let word = text.lower(end)
    guard days.count == 2, days[0] < lapse, lapse < days[1], stated.unit.isShort,
      word == "earlier" || word == "later", text.lower(end + 1) == "than",
      isCommaOnly(gap(days[0], lapse)) || gap(days[0], lapse).count <= 3,
      let first = datePeriod(days[0], self)?.start, let second = datePeriod(days[1], self)?.start,
      let other = CalendarDate(year: first.year, month: second.month, day: second.day)
    else { return nil }
    let signed =
      word == "earlier" ? other.dayNumber - first.dayNumber : first.dayNumber - other.dayNumber
    let half = 183
    guard abs(signed) < half else { return nil }
    guard let isFitting = signed > 0 ? stated.judges(signed...signed) : false else { return nil }
    return twoDays(
      lapse, (days[0], days[1]), (first.dayOfYear, other.dayOfYear), abs(signed)...abs(signed),
      isFitting)
  }

  private func twoDays(
    _ lapse: Int, _ ends: (from: Int, to: Int), _ names: (from: String, to: String),
    _ days: ClosedRange<Int>, _ isFitting: Bool
  ) -> Relation {
    let operand = operand("lapse", lapse)
    let shown = LapseUnit(quantity(lapse).unit.name)?.told(days) ?? ""
    return Relation(
      check: Check.dateArithmetic.id,
      operands: [operand, self.operand("from", ends.from), self.operand("to", ends.to)],
      formula: "\(names.to) − \(names.from)",
      computed: Interval(low: DecimalNumber(days.lowerBound), high: DecimalNumber(days.upperBound)),
      stated: intervals(lapse)?.strict, verdict: isFitting ? .consistent : .doubtful,
      explanation: "\(names.from) to \(names.to) is \(shown), stated \(operand.text)",
      notes: ["the lapse is told behind the only two dates of its sentence or the one before"])
  }
}

/// How many tokens may stand between a date and the lapse behind it.
private let mostWordsBehind = 9

extension Period {
  /// A day, a month or a year: something begins or ends then.
  fileprivate var isPoint: Bool { precision == .day || precision == .month || precision == .year }
}

extension CalendarDate {
  /// "August 25"
  fileprivate var dayOfYear: String { "\(CalendarDate.monthNames[month - 1]) \(day)" }
}

/// A unit of time in hundredths of a day.
enum LapseUnit: Int {
  case day = 100
  case week = 700
  case month = 3044
  case year = 36525

  init?(_ name: String) {
    switch name {
    case "day": self = .day
    case "week": self = .week
    case "month": self = .month
    case "year": self = .year
    default: return nil
    }
  }

  /// "14 days (2 weeks)", "330 days (47 to 48 weeks)".
  func told(_ days: ClosedRange<Int>) -> String {
    let shown = "\(LapseUnit.span(days)) days"
    guard self != .day else { return shown }
    let low = days.lowerBound * LapseUnit.day.rawValue / rawValue
    let high = (days.upperBound * LapseUnit.day.rawValue + rawValue - 1) / rawValue
    return "\(shown) (\(LapseUnit.span(low...high)) \(name)\(high == 1 ? "" : "s"))"
  }

  private static func span(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
  }

  private var name: String {
    switch self {
    case .day: "day"
    case .week: "week"
    case .month: "month"
    case .year: "year"
    }
  }

  /// Counted in days, so that the years do not matter.
  var isShort: Bool { self == .day || self == .week }
}

/// A lapse as its words can be meant: rounded or cut to whole units, with its first or last day or
/// without. Hundredths of a day.
struct LapseReading {
  let unit: LapseUnit
  private let fitting: ClosedRange<Int>
  private let possible: ClosedRange<Int>

  /// Nil where the number is no whole or half one, or open to one side.
  init?(_ quantity: Quantity, _ unit: LapseUnit) {
    guard let value = quantity.exactValue,
      let twice = DecimalNumber.multiplying(value, DecimalNumber(2))?.normalized,
      twice.exponent >= 0, !twice.isNegative, !twice.isZero, twice < DecimalNumber(4000),
      let count = Int(twice.description)
    else { return nil }
    self.unit = unit
    let size = unit.rawValue
    let number = count * size / 2
    let (below, above, slack): (Int, Int, Int)
    switch quantity.qualifier {
    case .exact, .up, .down: (below, above, slack) = (size / 2, size, size / 4)
    case .about: (below, above, slack) = (number / 10 + size / 2, number / 10 + size / 2, size)
    case .over: (below, above, slack) = (0, number / 10 + size, size)
    case .nearly: (below, above, slack) = (number / 10 + size, 0, size)
    case .under: (below, above, slack) = (number / 10 + size, 0, size)
    case .atLeast, .upTo: return nil
    }
    let day = LapseUnit.day.rawValue
    // Both ends may be counted, or neither.
    fitting = max(0, number - below - day)...number + max(above, day)
    possible = max(0, fitting.lowerBound - slack)...fitting.upperBound + slack
  }

  /// Whether some days are what the words say; nil where they may be.
  func judges(_ days: ClosedRange<Int>) -> Bool? {
    let day = LapseUnit.day.rawValue
    let found = days.lowerBound * day...days.upperBound * day
    if fitting.overlaps(found) { return true }
    return possible.overlaps(found) ? nil : false
  }
}
