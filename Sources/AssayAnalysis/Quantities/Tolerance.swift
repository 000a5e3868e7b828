/// How closely a written number is taken at its word.
public enum Tolerance: Sendable, Hashable {
  /// Half a unit in the last written place either way: ordinary rounding.
  case strict
  /// A whole unit: truncation, and rounding of what was rounded before.
  case lenient
}

extension Quantity {
  /// What the words can mean; nil for a date and a time of day.
  public func interval(_ tolerance: Tolerance) -> Interval? {
    switch value {
    case .exact(let number): around(number, tolerance)
    case .span(let low, let high):
      Interval.adding(Interval(low: min(low, high), high: max(low, high)), slack(tolerance))
    case .vague(let low, let high): Interval(low: low, high: high)
    case .date, .clock: nil
    }
  }

  /// The number where the words state one.
  ///
  /// Not inlined: Swift 6.3.1 crashes in some loops that ask for it ("Found ownership error", in
  /// CopyPropagation) where it is.
  @inline(never)
  public var exactValue: DecimalNumber? {
    if case .exact(let number) = value { return number }
    return nil
  }

  public var isDate: Bool {
    if case .date = value { return true }
    return false
  }

  /// A date or a time of day, which is no amount.
  public var isCalendar: Bool { kind.isCalendar }
}

extension Quantity {
  /// From -u/2 to u/2, or from -u to u.
  private func slack(_ tolerance: Tolerance) -> Interval {
    let unit = lastPlace.magnitude
    let width = tolerance == .strict ? Quantity.part(unit, 5, 10) : unit
    return Interval(low: width.negated, high: width)
  }

  private func around(_ number: DecimalNumber, _ tolerance: Tolerance) -> Interval? {
    let isStrict = tolerance == .strict
    let size = number.magnitude
    let half = Quantity.part(lastPlace.magnitude, 5, 10)
    let unit = lastPlace.magnitude
    let slackWidth = isWord ? Quantity.part(size, isStrict ? 25 : 50, 1000) : isStrict ? half : unit
    func between(_ below: DecimalNumber, _ above: DecimalNumber) -> Interval? {
      Interval.adding(Interval(number), Interval(low: below.negated, high: above))
    }
    switch qualifier {
    case .exact, .up, .down:
      return between(slackWidth, slackWidth)
    case .about:
      let five = max(Quantity.part(size, 5, 100), unit)
      return isStrict
        ? between(five, five)
        : Interval.adding(
          Interval(number),
          Interval(
            low: (DecimalNumber.adding(five, unit) ?? five).negated,
            high: DecimalNumber.adding(five, unit) ?? five))
    case .nearly:
      let five = Quantity.part(size, 5, 100)
      return isStrict
        ? between(five, .zero) : between(DecimalNumber.adding(five, unit) ?? five, unit)
    case .over:
      return isStrict
        ? opened(between(.zero, Quantity.part(size, 10, 100)), isLow: true)
        : Interval(low: DecimalNumber.subtracting(number, half), high: nil)
    case .under:
      return isStrict
        ? opened(between(Quantity.part(size, 10, 100), .zero), isLow: false)
        : Interval(low: nil, high: DecimalNumber.adding(number, half))
    case .atLeast:
      return Interval(low: isStrict ? number : DecimalNumber.subtracting(number, half), high: nil)
    case .upTo:
      return Interval(low: nil, high: isStrict ? number : DecimalNumber.adding(number, half))
    }
  }

  private func opened(_ interval: Interval?, isLow: Bool) -> Interval? {
    guard let interval else { return nil }
    return Interval(
      low: interval.low, high: interval.high, isLowOpen: isLow, isHighOpen: !isLow)
  }

  /// `number` × `numerator` / `denominator`, for denominators that are powers of ten.
  private static func part(
    _ number: DecimalNumber, _ numerator: Int, _ denominator: Int
  ) -> DecimalNumber {
    let places = denominator == 10 ? 1 : denominator == 100 ? 2 : 3
    let short = number.rounded(isUp: true)
    return DecimalNumber.multiplying(short, DecimalNumber(numerator))?.shifted(by: -places) ?? short
  }
}

/// Holds a stated figure against a computed one, first strictly, then leniently.
func compare(
  stated: (strict: Interval, lenient: Interval), computed: (strict: Interval, lenient: Interval)
) -> Verdict {
  if stated.strict.overlaps(computed.strict) { return .consistent }
  return stated.lenient.overlaps(computed.lenient) ? .doubtful : .contradicted
}
