public import AssayAnalysis

extension DecimalNumber {
  /// In full, thousands apart by a comma, with a true minus: "−1,234.50".
  public var grouped: String {
    var bytes: [UInt8] = []
    appendGrouped(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the same without making a text of it.
  func appendGrouped(to bytes: inout [UInt8]) {
    let start = bytes.count
    appendDescription(to: &bytes)
    guard !bytes[start...].contains(UInt8(ascii: "e")) else { return }
    let isNegative = bytes[start] == UInt8(ascii: "-")
    let first = isNegative ? start + 1 : start
    let point = bytes[start...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
    for place in stride(from: point - 3, to: first, by: -3) {
      bytes.insert(UInt8(ascii: ","), at: place)
    }
    if isNegative { bytes.replaceSubrange(start...start, with: "−".utf8) }
  }
}

extension HTMLWriter {
  /// What a quantity states, as a reader says it.
  mutating func words(of value: Quantity.Value) {
    if case .exact(let number) = value { self.number(number) } else { text(value.words) }
  }
}

extension Quantity.Value {
  /// "332", "15 to 20", "at least 24", "2026-04-10".
  public var words: String {
    switch self {
    case .exact(let number): number.grouped
    case .span(let low, let high): low.grouped + " to " + high.grouped
    case .vague(let low?, let high?): low.grouped + " to " + high.grouped + ", vaguely"
    case .vague(let low?, nil): "at least " + low.grouped + ", vaguely"
    case .vague(nil, let high?): "at most " + high.grouped + ", vaguely"
    case .vague(nil, nil): "not told"
    case .date(let period): period.iso
    case .clock(let time): time.iso
    }
  }

  /// One number for charts: the middle of a range; nil for dates, times and bounds alone.
  var middle: Double? {
    switch self {
    case .exact(let number): number.approximateDouble
    case .span(let low, let high), .vague(let low?, let high?):
      (low.approximateDouble + high.approximateDouble) / 2
    case .vague, .date, .clock: nil
    }
  }
}

extension Quantity.Qualifier {
  /// As a reader says it; empty for a plain number.
  var words: String {
    switch self {
    case .exact: ""
    case .about: "about"
    case .nearly: "nearly"
    case .over: "more than"
    case .atLeast: "at least"
    case .under: "less than"
    case .upTo: "up to"
    case .up: "up"
    case .down: "down"
    }
  }
}

extension Claim.Role {
  var words: String {
    switch self {
    case .from: "start of a change"
    case .to: "end of a change"
    case .by: "size of a change"
    case .part: "part of a whole"
    case .whole: "whole"
    case .rate: "rate"
    case .bound: "bound"
    case .value: "value"
    }
  }
}

extension Quantity.Kind {
  var words: String {
    switch self {
    case .money: "money"
    case .percent: "percent"
    case .percentChange: "change in percent"
    case .percentagePoint: "percentage points"
    case .count: "count"
    case .duration: "duration"
    case .date: "date"
    case .time: "time of day"
    case .score: "score"
    case .ratio: "ratio"
    case .rate: "rate"
    case .multiple: "multiple"
    case .measure: "measure"
    case .rank: "rank"
    }
  }
}

extension Unit {
  /// "%" for percent, "USD", "active subnet"; empty where the words name none.
  var words: String {
    if name == "-" { return "" }
    if name == "percentage" { return "%" }
    return dimension == .currency ? code ?? name : name
  }
}

/// A figure that was computed, as a page shows it.
enum ComputedFigure {
  /// The interval's middle, as exactly as its width allows: "−23.5 %", "10.9 to 11.5 million".
  ///
  /// - Parameter exact: what the formula gives of the numbers as written, where that is not the middle.
  static func words(
    _ interval: Interval?, exact: DecimalNumber? = nil, of kind: Quantity.Kind?, unit: Unit?
  ) -> String? {
    guard let interval else { return nil }
    switch (interval.low, interval.high) {
    case (let low?, let high?):
      let middle =
        exact?.approximateDouble ?? (low.approximateDouble + high.approximateDouble) / 2
      let spread = abs(high.approximateDouble - low.approximateDouble)
      return decorated(scaled(middle, decimals: decimals(spread)), kind, unit)
    case (let low?, nil): return "from " + decorated(low.grouped, kind, unit)
    case (nil, let high?): return "up to " + decorated(high.grouped, kind, unit)
    case (nil, nil): return nil
    }
  }

  /// How far apart the two figures are as the page shows them: "40 %" and a computed "−40 %" are not, though
  /// the middle of what the round ends allow may be 39.7. Nil where a bound is missing.
  static func difference(
    _ stated: Double?, _ computed: Interval?, exact: DecimalNumber? = nil, of kind: Quantity.Kind?,
    unit: Unit?
  ) -> String? {
    guard let stated, let computed = shown(computed, exact) else { return nil }
    let apart = abs(abs(stated) - abs(computed))
    if apart <= abs(stated) * smallest { return "none" }
    let isShare =
      kind == .percent || kind == .percentChange || kind == .percentagePoint
    let number = scaled(apart, decimals: apart < 0.095 ? 2 : apart < 100 ? 1 : 0)
    if isShare { return number + " points" }
    return decorated(number, kind, unit)
  }

  /// What binary fractions lose, as a share.
  private static let smallest = 1e-9

  /// The middle of an interval, rounded as its words are.
  private static func shown(_ interval: Interval?, _ exact: DecimalNumber?) -> Double? {
    guard let low = interval?.low?.approximateDouble, let high = interval?.high?.approximateDouble
    else { return nil }
    let middle = exact?.approximateDouble ?? (low + high) / 2
    let scale = sizes.first { abs(middle) >= $0.size }
    let step = scale.map { $0.size / 100 } ?? [1, 0.1, 0.01, 0.001][decimals(abs(high - low))]
    return (middle / step).rounded() * step
  }

  private static let sizes: [(size: Double, word: String)] = [
    (1e12, "trillion"), (1e9, "billion"), (1e6, "million"),
  ]

  /// "72 billion" for large numbers, which nobody reads by their noughts.
  private static func scaled(_ value: Double, decimals: Int) -> String {
    for (size, word) in sizes where abs(value) >= size {
      return chartNumber(value / size, decimals: 2) + "\u{A0}" + word
    }
    return chartNumber(value, decimals: decimals)
  }

  /// One more place than the interval's width, so that no digit shown is noise.
  private static func decimals(_ spread: Double) -> Int {
    switch spread {
    case ..<0.01: 3
    case ..<0.1: 2
    case ..<5: 1
    default: 0
    }
  }

  private static func decorated(_ number: String, _ kind: Quantity.Kind?, _ unit: Unit?) -> String {
    switch kind {
    case .percent?, .percentChange?: return number + "\u{A0}%"
    case .percentagePoint?: return number + " points"
    case .money?:
      let signs = ["USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"]
      guard let code = unit?.code else { return number }
      if let sign = signs[code] {
        return number.hasPrefix("−") ? "−" + sign + number.dropFirst() : sign + number
      }
      return code + "\u{A0}" + number
    default:
      guard let name = unit?.name, name != "-" else { return number }
      let isOne = number == "1" || name == "people"
      return number + "\u{A0}" + name + (isOne ? "" : "s")
    }
  }
}
