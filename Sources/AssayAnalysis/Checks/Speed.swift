// "Covered the 21.6 kilometres in 28 minutes and 48 seconds, which is 45.0 km/h": a way, the time that it
// took, and the speed. Part of `per-unit`.

/// Words that make a speed the one of the whole way.
private let averageWords = WordSet("average averaging averaged mean which works is or")
/// How many tokens before a speed they may stand.
private let averageReach = 5

extension PartReader {
  /// Speeds against the only length and the only time of their sentence.
  func relateSpeeds() -> [Relation] {
    sentences.compactMap { run -> Relation? in
      let speeds = run.filter { isPerHour($0) }
      guard speeds.count == 1, let speed = speeds.first, !isGuarded(speed),
        let stated = intervals(speed), let factor = lengthFactor(quantity(speed).unit)
      else { return nil }
      let ways = run.filter { quantity($0).unit.dimension == .length && $0 < speed }
      let times = run.filter { quantity($0).kind == .duration && $0 < speed }
      let start = quantity(speed).tokens.lowerBound
      let isAverage =
        quantity(speed).qualifier == .about
        || text.holds(max(0, start - averageReach)..<start, anyOf: averageWords)
      guard isAverage, let way = ways.first, let length = length(of: ways, factor),
        let hours = duration(times), hours.isPositive,
        let computed = Interval.dividing(length, by: hours), let value = computed.middle,
        let figure = quantity(speed).exactValue, areNear(value, figure)
      else { return nil }
      let holds = computed.overlaps(stated.lenient)
      return relation(speed, [way] + times, computed, value, holds: holds)
    }
  }

  private func relation(
    _ speed: Int, _ operands: [Int], _ computed: Interval, _ value: DecimalNumber, holds: Bool
  ) -> Relation {
    let stated = operand("rate", speed)
    let told = operands.map { operand("operand", $0) }
    let formula = told.map(\.text).joined(separator: " / ")
    return Relation(
      check: Check.perUnit.id, operands: [stated] + told, formula: formula, computed: computed,
      stated: intervals(speed)?.strict, verdict: holds ? .consistent : .doubtful,
      explanation: "\(formula) = \(Sum.rounded(value, places: 1)) an hour, stated \(stated.text)",
      notes: holds ? [] : ["the only length and time of the sentence"])
  }

  private func isPerHour(_ index: Int) -> Bool {
    quantity(index).unit.name == "kilometre per hour"
      || quantity(index).unit.name == "mile per hour"
  }

  /// Metres in the length of a speed: 1000 of "kilometre per hour".
  private func lengthFactor(_ unit: Unit) -> DecimalNumber? {
    switch unit.name {
    case "kilometre per hour": DecimalNumber(1000)
    case "mile per hour": DecimalNumber(mantissa: 1_609_344, exponent: -3)
    default: nil
    }
  }

  /// The only length, or the one that is told in two units, in units of the speed.
  private func length(of ways: [Int], _ factor: DecimalNumber) -> Interval? {
    let lengths = ways.compactMap { index -> Interval? in
      guard let known = intervals(index)?.lenient, let size = quantity(index).unit.factor,
        let metres = Interval.multiplying(known, Interval(size))
      else { return nil }
      return Interval.dividing(metres, by: Interval(factor))
    }
    guard let first = lengths.first, lengths.count == ways.count,
      lengths.allSatisfy({ $0.overlaps(first) })
    else { return nil }
    return first
  }

  /// Hours of stretches that follow each other: "13 hours, 51 minutes and 22 seconds".
  private func duration(_ times: [Int]) -> Interval? {
    guard let first = times.first, let last = times.last, last - first == times.count - 1,
      zip(times, times.dropFirst()).allSatisfy({ gap($0, $1).count <= 2 })
    else { return nil }
    var total = Interval(.zero)
    for time in times {
      guard let value = plainValue(time), let size = quantity(time).unit.factor,
        let seconds = DecimalNumber.multiplying(value, size),
        let sum = Interval.adding(total, Interval(seconds))
      else { return nil }
      total = sum
    }
    guard let finest = quantity(last).unit.factor,
      let wide = Interval.adding(
        total,
        Interval(
          low: DecimalNumber.multiplying(finest, half)?.negated,
          high: DecimalNumber.multiplying(finest, half)))
    else { return nil }
    return Interval.dividing(wide, by: Interval(DecimalNumber(3600)))
  }
}

private let half = DecimalNumber(mantissa: 5, exponent: -1)

extension Interval {
  /// Halfway between both bounds.
  fileprivate var middle: DecimalNumber? {
    guard let low, let high, let sum = DecimalNumber.adding(low, high) else { return nil }
    return DecimalNumber.multiplying(sum, half)
  }
}
