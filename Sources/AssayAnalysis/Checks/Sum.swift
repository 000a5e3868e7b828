/// Numbers as an explanation shows them: "(254 − 332) / 332 = −23.5 %".
enum Sum {
  /// Rounds half away from zero to a number of places after the point, with a true minus sign.
  static func rounded(_ number: DecimalNumber, places: Int) -> String {
    var mantissa = number.mantissa
    var exponent = number.exponent
    while exponent < -places {
      let isLast = exponent + 1 == -places
      let (quotient, rest) = mantissa.quotientAndRemainder(dividingBy: 10)
      mantissa = quotient
      if isLast, rest.magnitude >= 5 { mantissa += rest < 0 ? -1 : 1 }
      exponent += 1
    }
    return plain(DecimalNumber(mantissa: mantissa, exponent: exponent))
  }

  /// Digits with thousands separators.
  static func plain(_ number: DecimalNumber) -> String {
    let digits = number.magnitude.description
    let sign = number.isNegative ? "−" : ""
    guard !digits.utf8.contains(UInt8(ascii: "e")) else { return sign + digits }
    let point = digits.firstIndex(of: ".") ?? digits.endIndex
    let whole = Array(digits[..<point].utf8)
    var grouped: [UInt8] = []
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped.append(0x2C) }
      grouped.append(digit)
    }
    return sign + String(decoding: grouped, as: UTF8.self) + digits[point...]
  }

  /// Numbers written over one scale, so that a sum of millions reads without its zeros.
  static func together(_ numbers: [DecimalNumber]) -> [String] {
    let least = numbers.filter { !$0.isZero }.map(\.magnitude).min() ?? .zero
    var places = 0
    for step in [12, 9, 6] where least >= DecimalNumber(mantissa: 1, exponent: step) {
      places = step
      break
    }
    return numbers.map { plain(trimmed($0.shifted(by: -places))) }
  }

  /// As many places as were written, less trailing zeros that a scale brought in.
  private static func trimmed(_ number: DecimalNumber) -> DecimalNumber {
    guard number.exponent < 0 else { return number }
    let normal = number.normalized
    return normal.exponent > 0
      ? DecimalNumber(mantissa: number.mantissa, exponent: number.exponent) : normal
  }

  /// One place more than the number was written with, so that the difference shows.
  static func places(beyond quantity: Quantity) -> Int {
    let exponent = quantity.exactValue?.exponent ?? 0
    return min(6, max(0, -exponent) + 1)
  }

  /// The same for a percentage, which "a quarter" states in words.
  static func percentPlaces(beyond quantity: Quantity) -> Int {
    quantity.isPart ? 1 : places(beyond: quantity)
  }
}

/// What was asked before a verdict was given, as notes.
func notes(_ cautions: Cautions, candidates: Int, verdict: Verdict) -> [String] {
  var notes: [String] = []
  if candidates > 1 { notes.append("\(candidates) readings were tried; one that fits is enough") }
  notes += cautions.reasons.map { "guard: \($0), so nothing stronger than consistent is said" }
  switch verdict {
  case .consistent: notes.append("the strict intervals meet")
  case .doubtful:
    notes.append("only the lenient intervals meet (one unit in the last place either way)")
  case .contradicted:
    notes.append("even the lenient intervals are apart")
    if cautions.isEmpty {
      notes.append("guards asked, none applies: one clause, one pair, same unit, same base")
    }
  case .unsupported, .needsReference, .needsContext, .derived, .notCheckable: break
  }
  return notes
}
