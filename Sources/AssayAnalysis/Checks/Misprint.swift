// Slips of the pen: one digit altered, or two exchanged. A figure that misses another by no more than
// that was hardly meant to be a different one.

/// How many digits a sum must have for a single altered digit to tell: of numbers of three digits that
/// have nothing to do with each other, one pair in thirty differs so little.
private let fewestDigits = 3

/// How many numbers next to each other a result may be.
private let mostGuesses: Int128 = 2

/// The most digits that are compared.
private let mostDigits = 15

/// The digits of two numbers, counted in units of their last place that is not zero in both.
private func digits(
  _ first: DecimalNumber, _ second: DecimalNumber
) -> (one: [UInt8], other: [UInt8])? {
  let (a, b) = (first.magnitude.normalized, second.magnitude.normalized)
  let least = min(a.exponent, b.exponent)
  guard a.exponent - least < mostDigits, b.exponent - least < mostDigits else { return nil }
  func written(_ number: DecimalNumber) -> [UInt8] {
    Array(String(number.mantissa).utf8)
      + Array(repeating: UInt8(ascii: "0"), count: number.exponent - least)
  }
  let (one, other) = (written(a), written(b))
  guard one.count == other.count, one.count <= mostDigits else { return nil }
  return (one, other)
}

/// Whether two numbers differ in one digit, or in two that changed places.
func differByMisprint(_ first: DecimalNumber, _ second: DecimalNumber) -> Bool {
  guard first.isNegative == second.isNegative, let (one, other) = digits(first, second) else {
    return false
  }
  let differing = one.indices.filter { one[$0] != other[$0] }
  if differing.count == 1 { return true }
  guard differing.count == 2 else { return false }
  return one[differing[0]] == other[differing[1]] && one[differing[1]] == other[differing[0]]
}

/// Whether two numbers differ in two digits that changed places.
func differByExchange(_ first: DecimalNumber, _ second: DecimalNumber) -> Bool {
  guard let (one, other) = digits(first, second) else { return false }
  return one.count { $0 == UInt8(ascii: "0") } == other.count { $0 == UInt8(ascii: "0") }
    && one.indices.count { one[$0] != other[$0] } == 2 && differByMisprint(first, second)
}

/// How many digits the total of some numbers has, where one of them or it differs from what would
/// make the sum right by a misprint; nil where none does.
func misprintDigits(_ addends: [DecimalNumber], total: DecimalNumber) -> Int? {
  var sum = DecimalNumber.zero
  for addend in addends {
    guard let next = DecimalNumber.adding(sum, addend) else { return nil }
    sum = next
  }
  guard let gap = DecimalNumber.subtracting(total, sum), !gap.isZero else { return nil }
  let isExplained =
    differByMisprint(sum, total)
    || addends.contains { addend in
      DecimalNumber.adding(addend, gap).map {
        !$0.isNegative && !$0.isZero && differByMisprint(addend, $0)
      } ?? false
    }
  guard isExplained else { return nil }
  let finest = (addends + [total]).map(\.normalized.exponent).min() ?? 0
  let whole = max(sum, total).normalized
  return String(whole.mantissa).utf8.count + max(0, whole.exponent - finest)
}

/// Whether a misprint of so many digits tells, after some readings were tried: each digit more makes it
/// ten times less likely by chance.
func isTellingMisprint(digits: Int, readings: Int) -> Bool {
  switch digits {
  case ..<fewestDigits: false
  case fewestDigits: readings <= 2
  case fewestDigits + 1: readings <= 8
  default: readings <= 40
  }
}

extension Quantity {
  /// How many digits a number that an interval holds has, where a misprint of it is the number as
  /// written: of two digits only those that changed places count. Nil where it is none.
  func misprintDigits(of computed: Interval) -> Int? { misprint(of: computed)?.digits }

  /// The same, and whether two digits changed places.
  func misprint(of computed: Interval) -> MisprintReading? {
    guard let value = exactValue?.magnitude, let low = computed.low, let high = computed.high,
      !low.isNegative
    else { return nil }
    // Zeros behind a point were written on purpose, and counts under 1,000 are no round numbers.
    let isExact = value.exponent < 0 || value < DecimalNumber(1000)
    let place = isExact ? min(value.exponent, 0) : value.normalized.exponent
    if let slip = scaleSlip(of: computed) { return slip }
    var best: MisprintReading?
    for place in Set([place, min(place, 0)]).sorted(by: >) {
      guard let slip = misprint(of: (low, high), value, atPlace: place) else { continue }
      if best == nil || slip.isExchange && best?.isExchange == false { best = slip }
    }
    return best
  }

  private func misprint(
    of bounds: (low: DecimalNumber, high: DecimalNumber), _ value: DecimalNumber, atPlace place: Int
  ) -> MisprintReading? {
    guard let first = bounds.low.rounded(toPlace: place),
      let last = bounds.high.rounded(toPlace: place), last - first <= mostGuesses
    else { return nil }
    for units in first...last {
      let digits = String(units).utf8.count
      let right = DecimalNumber(mantissa: units, exponent: place)
      guard digits >= 2, differByMisprint(value, right) else { continue }
      let isExchange = differByExchange(value, right)
      if digits >= fewestDigits || isExchange {
        return MisprintReading(digits: digits, isExchange: isExchange)
      }
    }
    return nil
  }
}

extension Quantity {
  private static func half(_ unit: DecimalNumber) -> DecimalNumber {
    DecimalNumber.multiplying(unit, DecimalNumber(mantissa: 5, exponent: -1)) ?? unit
  }

  /// "£2.4bn" for £2.4m, "710,000" for 7.1 million: the same digits, another scale.
  fileprivate func scaleSlip(of computed: Interval) -> MisprintReading? {
    guard let value = exactValue?.magnitude, !value.isZero, unit.dimension != .time else {
      return nil
    }
    let digits = String(value.normalized.mantissa.magnitude).utf8.count
    let width = computed.width
    for places in [1, -1, 3, -3] {
      let right = value.shifted(by: places)
      let half = Quantity.half(lastPlace.magnitude).shifted(by: places)
      guard digits >= 2, let low = DecimalNumber.subtracting(right, half),
        let high = DecimalNumber.adding(right, half),
        Interval(low: low, high: high).overlaps(computed), let width,
        // What is known to a tenth only fits any scale.
        let thirty = DecimalNumber.multiplying(width, DecimalNumber(20)), thirty <= right
      else { continue }
      return MisprintReading(digits: digits + 1, isExchange: false)
    }
    return nil
  }
}

extension DecimalNumber {
  /// How many units of a place it has, to the nearest; nil where those are too many to count.
  fileprivate func rounded(toPlace place: Int) -> Int128? {
    var (mantissa, exponent) = (mantissa, exponent)
    while exponent > place {
      let (next, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      (mantissa, exponent) = (next, exponent - 1)
    }
    while exponent < place, mantissa != 0 {
      let isLast = exponent + 1 == place
      mantissa = (mantissa + (isLast ? 5 : 0)) / 10
      exponent += 1
    }
    return mantissa
  }
}
