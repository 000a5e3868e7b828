/// What a written number can mean: all numbers between two bounds.
///
/// A bound of nil is infinite.
public struct Interval: Sendable {
  public let low: DecimalNumber?
  public let high: DecimalNumber?
  public let isLowOpen: Bool
  public let isHighOpen: Bool

  public init(
    low: DecimalNumber?, high: DecimalNumber?, isLowOpen: Bool = false, isHighOpen: Bool = false
  ) {
    self.low = low
    self.high = high
    self.isLowOpen = isLowOpen
    self.isHighOpen = isHighOpen
  }

  /// The interval times a power of ten.
  public func shifted(by places: Int) -> Interval {
    Interval(
      low: low?.shifted(by: places), high: high?.shifted(by: places), isLowOpen: isLowOpen,
      isHighOpen: isHighOpen)
  }

  /// One number and nothing else.
  public init(_ value: DecimalNumber) { self.init(low: value, high: value) }

  /// Whether some number lies in both.
  public func overlaps(_ other: Interval) -> Bool {
    Interval.reaches(self, other) && Interval.reaches(other, self)
  }

  /// Whether every number of it is greater than zero.
  public var isPositive: Bool {
    guard let low else { return false }
    return !low.isNegative && (!low.isZero || isLowOpen)
  }

  /// Whether no number of it is less than zero.
  public var isNonNegative: Bool {
    guard let low else { return false }
    return !low.isNegative
  }

  /// True where `left` does not end before `right` begins.
  private static func reaches(_ left: Interval, _ right: Interval) -> Bool {
    guard let high = left.high, let low = right.low else { return true }
    if high == low { return !left.isHighOpen && !right.isLowOpen }
    return low < high
  }
}

// MARK: Arithmetic

/// Every operation encloses all results, rounding outwards where digits run out. Nil means that no
/// bound could be computed: no verdict may rest on it.
extension Interval {
  public var negated: Interval {
    Interval(
      low: high?.negated, high: low?.negated, isLowOpen: isHighOpen, isHighOpen: isLowOpen)
  }

  /// The sizes of its numbers, without their signs.
  public var magnitude: Interval {
    if isNonNegative { return self }
    if let high, high.isNegative || high.isZero { return negated }
    guard let low, let high else { return Interval(low: .zero, high: nil) }
    return Interval(low: .zero, high: max(low.negated, high))
  }

  public static func adding(_ left: Interval, _ right: Interval) -> Interval? {
    guard let low = sum(left.low, right.low, isUp: false),
      let high = sum(left.high, right.high, isUp: true)
    else { return nil }
    return Interval(
      low: low.value, high: high.value, isLowOpen: left.isLowOpen || right.isLowOpen,
      isHighOpen: left.isHighOpen || right.isHighOpen)
  }

  public static func subtracting(_ left: Interval, _ right: Interval) -> Interval? {
    adding(left, right.negated)
  }

  public static func multiplying(_ left: Interval, _ right: Interval) -> Interval? {
    guard let leftLow = left.low, let rightLow = right.low else { return nil }
    guard let leftHigh = left.high, let rightHigh = right.high else {
      guard left.isNonNegative, right.isNonNegative,
        let low = DecimalNumber.product(leftLow, rightLow, isUp: false)
      else { return nil }
      return Interval(low: low, high: nil)
    }
    var low: DecimalNumber?
    var high: DecimalNumber?
    for first in [leftLow, leftHigh] {
      for second in [rightLow, rightHigh] {
        guard let floor = DecimalNumber.product(first, second, isUp: false),
          let ceiling = DecimalNumber.product(first, second, isUp: true)
        else { return nil }
        low = min(low ?? floor, floor)
        high = max(high ?? ceiling, ceiling)
      }
    }
    return Interval(low: low, high: high)
  }

  /// Nil where the divisor may be zero or negative: no check divides by such a number.
  public static func dividing(_ left: Interval, by right: Interval) -> Interval? {
    guard right.isPositive, let divisorLow = right.low, !divisorLow.isZero,
      let low = left.low
    else { return nil }
    let floor: DecimalNumber?
    if low.isNegative {
      floor = DecimalNumber.quotient(low, divisorLow, isUp: false)
    } else if let divisorHigh = right.high {
      floor = DecimalNumber.quotient(low, divisorHigh, isUp: false)
    } else {
      floor = .zero
    }
    guard let floor else { return nil }
    guard let high = left.high else { return Interval(low: floor, high: nil) }
    let ceiling: DecimalNumber?
    if !high.isNegative {
      ceiling = DecimalNumber.quotient(high, divisorLow, isUp: true)
    } else if let divisorHigh = right.high {
      ceiling = DecimalNumber.quotient(high, divisorHigh, isUp: true)
    } else {
      ceiling = .zero
    }
    guard let ceiling else { return nil }
    return Interval(low: floor, high: ceiling)
  }

  /// A bound of a sum: `.some(nil)` where it is infinite, nil where it cannot be computed.
  private static func sum(
    _ left: DecimalNumber?, _ right: DecimalNumber?, isUp: Bool
  ) -> (value: DecimalNumber?, Void)? {
    guard let left, let right else { return (nil, ()) }
    guard let sum = DecimalNumber.sum(left, right, isUp: isUp) else { return nil }
    return (sum, ())
  }
}

// MARK: Rounding outwards

extension DecimalNumber {
  /// Digits kept where an exact result would leave the range of `Int128`.
  private static let keptDigits = 18

  /// At most 18 significant digits, rounded up or down (towards +∞ or −∞).
  func rounded(isUp: Bool) -> DecimalNumber {
    var mantissa = mantissa
    var exponent = exponent
    var isExact = true
    let limit: Int128 = 1_000_000_000_000_000_000
    while mantissa >= limit || mantissa <= 0 - limit {
      if mantissa % 10 != 0 { isExact = false }
      mantissa /= 10
      exponent += 1
    }
    if !isExact {
      if isUp, self.mantissa > 0 { mantissa += 1 }
      if !isUp, self.mantissa < 0 { mantissa -= 1 }
    }
    return DecimalNumber(mantissa: mantissa, exponent: exponent)
  }

  static func sum(_ left: DecimalNumber, _ right: DecimalNumber, isUp: Bool) -> DecimalNumber? {
    adding(left, right) ?? adding(left.rounded(isUp: isUp), right.rounded(isUp: isUp))
  }

  /// Signs decide which way an operand's rounding errs, so both are rounded away from zero or
  /// towards it as the product needs.
  static func product(
    _ left: DecimalNumber, _ right: DecimalNumber, isUp: Bool
  ) -> DecimalNumber? {
    if let exact = multiplying(left, right) { return exact }
    let isGrowing = isUp == (left.isNegative == right.isNegative)
    func towards(_ number: DecimalNumber) -> DecimalNumber {
      number.rounded(isUp: isGrowing != number.isNegative)
    }
    return multiplying(towards(left), towards(right))
  }

  /// `left` / `right` for a positive `right`, rounded up or down.
  static func quotient(
    _ left: DecimalNumber, _ right: DecimalNumber, isUp: Bool
  ) -> DecimalNumber? {
    guard !right.isZero, !right.isNegative else { return nil }
    let dividend = left.normalized.rounded(isUp: isUp)
    let divisor = right.normalized.rounded(isUp: isUp == left.isNegative)
    // 18 digits of dividend times 10^19 stay below 2^127.
    let scale: Int128 = 10_000_000_000_000_000_000
    let (scaled, overflow) = dividend.mantissa.multipliedReportingOverflow(by: scale)
    guard !overflow else { return nil }
    let (whole, rest) = scaled.quotientAndRemainder(dividingBy: divisor.mantissa)
    var mantissa = whole
    if rest != 0 {
      if isUp, scaled > 0 { mantissa += 1 }
      if !isUp, scaled < 0 { mantissa -= 1 }
    }
    let exponent = dividend.exponent - divisor.exponent - 19
    guard exponent.magnitude <= maximumExponent else { return nil }
    return DecimalNumber(mantissa: mantissa, exponent: exponent)
  }
}
