/// A number with its unit, as the words state it.
///
/// A class: every check takes up every quantity, and a copy of a struct would move 300 bytes.
public final class Quantity: Sendable {
  /// The number with its sign, scale, currency and percent sign: "$900 million", "23%", "128",
  /// "April 10, 2026". A unit that is a noun ("128 active subnets") stays outside.
  public let range: TextRange
  /// The words that name the unit where they lie outside `range`; empty otherwise.
  public let unitRange: TextRange
  /// The words that qualify it ("nearly", "up to"); empty where there are none.
  public let qualifierRange: TextRange
  public let value: Value
  public let unit: Unit
  public let qualifier: Qualifier
  public let kind: Kind
  /// Set where the words right around say that it is the size of a rise or fall: "fell 23%".
  public let direction: Direction?
  /// One unit in the last written place times the scale: "$1.2 billion" has 100,000,000.
  /// CHECKS.md, Tolerance, says how trailing zeros count.
  public let lastPlace: DecimalNumber
  /// True for words such as "a third", "half" and "doubled", which are rounder than digits.
  public let isWord: Bool
  /// Index in `TokenizedText.sentences`.
  public let sentence: Int
  /// The tokens of `range`, in `TokenizedText.tokens`.
  public let tokens: Range<Int>
  /// The name of the rule that read it, for `assay explain`.
  public let rule: String

  public enum Value: Sendable {
    case exact(DecimalNumber)
    /// "15-20", "between 5 and 6"; a change "from A to B" is two quantities instead.
    case span(low: DecimalNumber, high: DecimalNumber)
    /// "dozens", "hours", "a few": bounds, either may be missing.
    case vague(low: DecimalNumber?, high: DecimalNumber?)
    case date(Period)
    case clock(ClockTime)

    /// ISO 8601 for a date or a time of day; nil for amounts.
    public var iso: String? {
      switch self {
      case .date(let period): period.iso
      case .clock(let time): time.iso
      case .exact, .span, .vague: nil
      }
    }
  }

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case money, percent, count, duration, date, time, score, ratio, rate
    case percentChange = "percent-change"
    case percentagePoint = "percentage-point"
    case multiple, measure
    /// "the largest ever": first of its order.
    case rank

    /// A date or a time of day, which is no amount.
    public var isCalendar: Bool { self == .date || self == .time }
  }

  public enum Direction: String, Sendable, Hashable, CaseIterable {
    case up, down
  }

  public enum Qualifier: String, Sendable, Hashable, CaseIterable {
    case exact, about, nearly, over, atLeast, under, upTo, up, down
  }

  public init(
    range: TextRange, unitRange: TextRange? = nil, qualifierRange: TextRange? = nil, value: Value,
    unit: Unit, qualifier: Qualifier = .exact, kind: Kind, direction: Direction? = nil,
    lastPlace: DecimalNumber, isWord: Bool = false, sentence: Int, tokens: Range<Int>, rule: String
  ) {
    let none = TextRange(start: range.start, end: range.start)
    self.range = range
    self.unitRange = unitRange ?? none
    self.qualifierRange = qualifierRange ?? none
    self.value = value
    self.unit = unit
    self.qualifier = qualifier
    self.kind = kind
    self.direction = direction
    self.lastPlace = lastPlace
    self.isWord = isWord
    self.sentence = sentence
    self.tokens = tokens
    self.rule = rule
  }

  /// The same number without what qualifies it.
  var unqualified: Quantity {
    Quantity(
      range: range, unitRange: unitRange, value: value, unit: unit, kind: kind,
      direction: direction,
      lastPlace: lastPlace, isWord: isWord, sentence: sentence, tokens: tokens, rule: rule)
  }

  /// The same number of another unit.
  func measured(in unit: Unit) -> Quantity {
    Quantity(
      range: range, unitRange: unitRange, qualifierRange: qualifierRange, value: value, unit: unit,
      qualifier: qualifier, kind: kind, direction: direction, lastPlace: lastPlace, isWord: isWord,
      sentence: sentence, tokens: tokens, rule: rule)
  }
}

/// What a quantity counts or measures.
///
/// A class, since thousands of quantities share a few units and are copied again and again.
public final class Unit: Sendable, Hashable {
  /// A plain singular English name: "dollar", "percentage", "kilometre per hour", "active subnet";
  /// "-" where the words name none.
  public let name: String
  /// What it measures; units of one dimension convert by fixed factors.
  public let dimension: Dimension
  /// ISO 4217 for a currency, UCUM for a measure; nil otherwise.
  public let code: String?
  /// How many base units of the dimension one of it is; nil where no fixed factor exists
  /// (currencies, counted nouns).
  public let factor: DecimalNumber?
  /// "dollar" of "dollar per share"; the whole name where it is per nothing.
  let baseName: Substring
  /// "share" of "dollar per share"; empty where it is per nothing.
  let perName: Substring

  public enum Dimension: String, Sendable, Hashable, CaseIterable {
    case none, currency, fraction, count, time, length, area, volume, mass, temperature, speed
    case energy, power, data, dataRate, frequency, pressure, angle, electric, concentration, rate
    case other
  }

  public init(
    name: String, dimension: Dimension, code: String? = nil, factor: DecimalNumber? = nil
  ) {
    self.name = name
    self.dimension = dimension
    self.code = code
    self.factor = factor
    let per = name.range(ofWord: " per ")
    baseName = per.map { name[..<$0.lowerBound] } ?? name[...]
    perName = per.map { name[$0.upperBound...] } ?? ""
  }

  /// No unit at all.
  public static let none = Unit(name: "-", dimension: .none)

  public static func == (left: Unit, right: Unit) -> Bool {
    left.name == right.name && left.dimension == right.dimension
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// A stretch of the calendar: a day, a month, a quarter, a year, or what two days bound.
public struct Period: Sendable, Hashable {
  public let start: CalendarDate
  /// The last day, included.
  public let end: CalendarDate
  public let precision: Precision
  /// "Friday" in "Friday, April 10, 2026": 1 is Monday, 7 is Sunday; nil where none is stated.
  public let statedWeekday: Int?
  /// True where the words leave the year out and it was resolved from the document.
  public let isYearInferred: Bool
  /// ISO 8601: "2026-04-10", "2026-04", "2026-Q1", "2026", "2026-04-10/2026-04-12".
  public let iso: String

  public enum Precision: String, Sendable, Hashable, CaseIterable {
    case day, month, quarter, year, decade, range
  }

  public init(
    start: CalendarDate, end: CalendarDate, precision: Precision, statedWeekday: Int? = nil,
    isYearInferred: Bool = false, iso: String
  ) {
    self.start = start
    self.end = end
    self.precision = precision
    self.statedWeekday = statedWeekday
    self.isYearInferred = isYearInferred
    self.iso = iso
  }
}
