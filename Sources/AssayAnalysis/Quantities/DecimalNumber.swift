/// An exact decimal number, with the precision it was written in: `mantissa` × 10^`exponent`.
///
/// "1.20" is 120 × 10^-2 and "1.2" is 12 × 10^-1: equal in value, not in precision. A written value
/// is never a `Double`. Operations that would leave the range of `Int128` give nil.
public struct DecimalNumber: Sendable {
  public let mantissa: Int128
  public let exponent: Int

  /// Exponents beyond this many places either way are refused by `init(digits:)` and arithmetic.
  public static let maximumExponent = 400

  public init(mantissa: Int128, exponent: Int = 0) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  public init(_ integer: Int) { self.init(mantissa: Int128(integer)) }

  public static let zero = DecimalNumber(0)

  /// Reads plain ASCII digits with at most one point, and an optional leading minus: "-1234.50".
  /// Nil for anything else, or more digits than `Int128` holds.
  public init?(digits text: some StringProtocol) {
    var mantissa: Int128 = 0
    var places = 0
    var hasPoint = false
    var digitCount = 0
    var isNegative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
        let (sum, sumOverflow) = product.addingReportingOverflow(Int128(byte - 48))
        guard !overflow, !sumOverflow else { return nil }
        mantissa = sum
        digitCount += 1
        if hasPoint { places += 1 }
      default: return nil
      }
    }
    guard digitCount > 0, places <= DecimalNumber.maximumExponent else { return nil }
    self.init(mantissa: isNegative ? -mantissa : mantissa, exponent: -places)
  }
}

// MARK: Arithmetic

extension DecimalNumber {
  public var isZero: Bool { mantissa == 0 }
  public var isNegative: Bool { mantissa < 0 }
  public var negated: DecimalNumber { DecimalNumber(mantissa: 0 - mantissa, exponent: exponent) }
  public var magnitude: DecimalNumber { isNegative ? negated : self }

  /// This number times 10^`places`, exactly, keeping the written digits.
  public func shifted(by places: Int) -> DecimalNumber {
    DecimalNumber(mantissa: mantissa, exponent: exponent + places)
  }

  /// Without trailing zeros in the mantissa: equal numbers have equal normal forms.
  public var normalized: DecimalNumber {
    guard mantissa != 0 else { return .zero }
    // Nearly all numbers have 64 bits, in which division is many times faster.
    if let small = Int64(exactly: mantissa) { return normalized(small) }
    return normalized(mantissa)
  }

  @inline(__always)
  private func normalized<Digits: FixedWidthInteger>(_ digits: Digits) -> DecimalNumber {
    var mantissa = digits
    var exponent = exponent
    while mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
    return DecimalNumber(mantissa: Int128(mantissa), exponent: exponent)
  }

  public static func adding(_ left: DecimalNumber, _ right: DecimalNumber) -> DecimalNumber? {
    guard let (a, b, exponent) = aligned(left, right) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : DecimalNumber(mantissa: sum, exponent: exponent)
  }

  public static func subtracting(_ left: DecimalNumber, _ right: DecimalNumber) -> DecimalNumber? {
    adding(left, right.negated)
  }

  public static func multiplying(_ left: DecimalNumber, _ right: DecimalNumber) -> DecimalNumber? {
    let (product, overflow) = left.mantissa.multipliedReportingOverflow(by: right.mantissa)
    let exponent = left.exponent + right.exponent
    if !overflow { return DecimalNumber(mantissa: product, exponent: exponent) }
    let (a, b) = (left.normalized, right.normalized)
    let (second, stillOverflows) = a.mantissa.multipliedReportingOverflow(by: b.mantissa)
    guard !stillOverflows else { return nil }
    return DecimalNumber(mantissa: second, exponent: a.exponent + b.exponent)
  }

  /// The mantissas over the smaller of both exponents; nil where that overflows.
  private static func aligned(
    _ left: DecimalNumber, _ right: DecimalNumber
  ) -> (Int128, Int128, Int)? {
    if left.exponent == right.exponent { return (left.mantissa, right.mantissa, left.exponent) }
    let a = left.normalized
    let b = right.normalized
    if a.isZero { return (0, b.mantissa, b.exponent) }
    if b.isZero { return (a.mantissa, 0, a.exponent) }
    let exponent = min(a.exponent, b.exponent)
    guard let first = scaled(a.mantissa, by: a.exponent - exponent),
      let second = scaled(b.mantissa, by: b.exponent - exponent)
    else { return nil }
    return (first, second, exponent)
  }

  private static func scaled(_ mantissa: Int128, by places: Int) -> Int128? {
    guard places <= 38 else { return nil }
    var result = mantissa
    for _ in 0..<places {
      let (next, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = next
    }
    return result
  }
}

// MARK: Comparing

extension DecimalNumber: Comparable, Hashable {
  public static func == (left: DecimalNumber, right: DecimalNumber) -> Bool {
    if left.exponent == right.exponent { return left.mantissa == right.mantissa }
    let (a, b) = (left.normalized, right.normalized)
    return a.mantissa == b.mantissa && a.exponent == b.exponent
  }

  public func hash(into hasher: inout Hasher) {
    let normal = normalized
    hasher.combine(normal.mantissa)
    hasher.combine(normal.exponent)
  }

  public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
    if let (a, b, _) = aligned(left, right) { return a < b }
    let (a, b) = (left.normalized, right.normalized)
    if a.isNegative != b.isNegative { return a.isNegative }
    // Too far apart to align: the one with more digits before the point is the larger in size.
    let isSmaller = a.digitCount + a.exponent < b.digitCount + b.exponent
    return a.isNegative ? !isSmaller : isSmaller
  }

  private var digitCount: Int { String(mantissa.magnitude).utf8.count }
}

extension DecimalNumber: CustomStringConvertible {
  /// Plain digits with the written precision: "1.20", "900000000"; far exponents as "1e400".
  public var description: String { withDescription { String(decoding: $0, as: UTF8.self) } }

  /// Appends the description without making a text of it.
  public func appendDescription(to bytes: inout [UInt8]) {
    withDescription { bytes.append(contentsOf: $0) }
  }

  /// Hands out the description's bytes, written from their end.
  private func withDescription<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard exponent.magnitude <= DecimalNumber.mostPlainPlaces else {
      var text = "\(mantissa)e\(exponent)"
      return text.withUTF8(body)
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: DecimalNumber.mostBytes) {
      bytes in
      var first = bytes.count
      func put(_ byte: UInt8) {
        first -= 1
        bytes.initializeElement(at: first, to: byte)
      }
      if exponent > 0, mantissa != 0 { for _ in 0..<exponent { put(UInt8(ascii: "0")) } }
      let places = max(0, -exponent)
      var count = 0
      func putDigit(_ digit: UInt64) {
        if places > 0, count == places { put(UInt8(ascii: ".")) }
        put(UInt8(ascii: "0") + UInt8(digit))
        count += 1
      }
      var large = mantissa.magnitude
      while large > UInt64.max {
        putDigit(UInt64(large % 10))
        large /= 10
      }
      var rest = UInt64(large)
      repeat {
        putDigit(rest % 10)
        rest /= 10
      } while rest > 0 || count <= places
      if isNegative { put(UInt8(ascii: "-")) }
      return body(UnsafeBufferPointer(rebasing: bytes[first...]))
    }
  }

  private static let mostPlainPlaces: UInt = 40
  /// A sign, the digits of an `Int128` (39), a point and as many zeros as places.
  private static let mostBytes = 1 + 39 + 1 + 41

  /// The nearest `Double`, for charts and for JSON's readers; never for a verdict.
  public var approximateDouble: Double {
    let power = Int(exponent.magnitude)
    // A whole number below 2^53 and a power of ten up to 22 are exact, so one rounding is the right one.
    guard mantissa.magnitude < 1 << 53, power < DecimalNumber.exactPowers.count else {
      return Double("\(mantissa)e\(exponent)") ?? 0
    }
    let whole = Double(Int64(mantissa))
    let scale = DecimalNumber.exactPowers[power]
    return exponent < 0 ? whole / scale : whole * scale
  }

  private static let exactPowers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
