public import AssayAnalysis

/// A number for readers: separators between thousands, a true minus sign, and its digits as written.
///
/// `places` rounds to so many decimals, halves away from zero; nil keeps the digits that are there.
/// Numbers of more than 40 digits are written with an exponent: "1 × 10^400".
public func formatNumber(_ number: DecimalNumber, places: Int? = nil) -> String {
  let number = places.map { rounded(number, places: $0) } ?? number
  guard number.exponent.magnitude <= 40 else {
    let sign = number.isNegative ? "\u{2212}" : ""
    return "\(sign)\(number.mantissa.magnitude) × 10^\(number.exponent)"
  }
  return grouped(number.description)
}

/// A number for readers, see `formatNumber(_:places:)` for decimals. Without `places` it has the
/// fewest digits that lead back to it; a number that is not finite is "–".
public func formatNumber(_ number: Double, places: Int? = nil) -> String {
  guard number.isFinite else { return "–" }
  guard let decimal = DecimalNumber(number) else { return number.description }
  return formatNumber(decimal, places: places)
}

/// A percentage for readers: 23.5 is "23.5%".
public func formatPercent(_ percentage: Double, places: Int? = nil) -> String {
  formatNumber(percentage, places: places) + "%"
}

extension DecimalNumber {
  /// The decimal with the fewest digits that leads back to a `Double`; nil where it is not finite
  /// or too large.
  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    let text = number.description
    let parts = text.split(separator: "e")
    guard let first = parts.first, let digits = DecimalNumber(digits: first) else { return nil }
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let isWhole = first.hasSuffix(".0")
    let plain = isWhole ? DecimalNumber(digits: first.dropLast(2)) ?? digits : digits
    self = plain.shifted(by: exponent)
  }
}

/// Rounded to so many decimals, halves away from zero; written with exactly as many.
private func rounded(_ number: DecimalNumber, places: Int) -> DecimalNumber {
  let surplus = -number.exponent - places
  if surplus <= 0 {
    // More decimals than there are: zeros, where they fit.
    var mantissa = number.mantissa
    for _ in 0..<(-surplus) {
      let (next, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      guard !overflow else { return number }
      mantissa = next
    }
    return DecimalNumber(mantissa: mantissa, exponent: -places)
  }
  guard surplus <= 38 else { return DecimalNumber(mantissa: 0, exponent: -places) }
  var divisor: Int128 = 1
  for _ in 0..<surplus { divisor *= 10 }
  let (quotient, remainder) = number.mantissa.quotientAndRemainder(dividingBy: divisor)
  let isUp = remainder.magnitude >= divisor.magnitude - remainder.magnitude
  let step: Int128 = isUp ? (number.mantissa < 0 ? -1 : 1) : 0
  return DecimalNumber(mantissa: quotient + step, exponent: -places)
}

/// Puts separators between the thousands of plain digits.
private func grouped(_ digits: String) -> String {
  var result = ""
  var rest = digits[...]
  if rest.first == "-" {
    rest.removeFirst()
    result += "\u{2212}"
  }
  let whole = rest.prefix { $0 != "." }
  for (index, digit) in whole.enumerated() {
    if index > 0, (whole.count - index) % 3 == 0 { result += "," }
    result.append(digit)
  }
  return result + rest[whole.endIndex...]
}
