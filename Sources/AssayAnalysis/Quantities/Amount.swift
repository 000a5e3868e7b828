/// A number as read, before its unit: digits or words, with fraction and scale.
struct Amount {
  var value: DecimalNumber
  /// One unit in the last written place, for a number with `isScaled` and a point as written;
  /// `lastPlace(countsZeros:)` decides about trailing zeros.
  var mantissaExponent: Int
  /// Pieces read.
  var pieces: Range<Int>
  var isScaled = false
  /// The power of ten that scale words gave.
  var scaleExponent = 0
  var hasPoint = false
  /// Words such as "half": rounder than digits.
  var isWord = false
  /// Written out: "seven", "two million".
  var isSpelled = false
  var isFraction = false
  /// Digits with thousands separators.
  var isGrouped = false
  var isPlainInteger: Bool { !isScaled && !hasPoint && !isFraction && !isGrouped && !isSpelled }

  /// One unit in the last place that counts. Scaled amounts and counts of 1,000 and more end in
  /// their last digit that is not zero, but never in more than a tenth of the value.
  func lastPlace(keepsUnits: Bool) -> DecimalNumber {
    let written = DecimalNumber(mantissa: 1, exponent: mantissaExponent)
    if hasPoint || value.isZero { return written }
    let isLarge = isScaled || !(value.magnitude < DecimalNumber(1000))
    guard isLarge, !keepsUnits else { return written }
    let normal = value.normalized
    let place = DecimalNumber(mantissa: 1, exponent: max(normal.exponent, mantissaExponent))
    let tenth = value.magnitude.shifted(by: -1)
    return tenth < place ? tenth : place
  }
}

/// Reads the digits of one number token.
///
/// "1,234.5", "12,34,567" and "1.234,5" lose their separators; "1.2.3" and "1,2,3" are no numbers.
struct DigitReading {
  var value: DecimalNumber
  var places: Int
  var isGrouped: Bool
  /// A lone comma before one or two digits: decimal in much of the world, a list in the rest.
  var hasCommaPoint: Bool

  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    var commas = 0
    var points = 0
    var lastSeparator = -1
    var lastIsComma = false
    for place in start..<end {
      let byte = bytes[place]
      if byte == UInt8(ascii: ",") {
        commas += 1
        lastSeparator = place
        lastIsComma = true
      } else if byte == UInt8(ascii: ".") {
        points += 1
        lastSeparator = place
        lastIsComma = false
      }
    }
    let tail = lastSeparator < 0 ? 0 : end - lastSeparator - 1
    var decimal = -1
    isGrouped = false
    hasCommaPoint = false
    switch (commas, points) {
    case (0, 0): break
    case (0, 1): decimal = lastSeparator
    case (1, 0):
      if tail == 3, lastSeparator - start <= 3, bytes[start] != 0x30 {
        isGrouped = true
      } else if tail <= 2 || bytes[start] == 0x30 {
        decimal = lastSeparator
        hasCommaPoint = true
      } else {
        return nil
      }
    case (_, 0):
      guard DigitReading.isGrouping(bytes, start, end, UInt8(ascii: ",")) else { return nil }
      isGrouped = true
    case (0, _):
      guard DigitReading.isGrouping(bytes, start, end, UInt8(ascii: ".")) else { return nil }
      isGrouped = true
    case (_, 1) where !lastIsComma:
      let isSound = DigitReading.isGrouping(bytes, start, lastSeparator, UInt8(ascii: ","))
      guard isSound else { return nil }
      decimal = lastSeparator
      isGrouped = true
    case (1, _) where lastIsComma:
      let isSound = DigitReading.isGrouping(bytes, start, lastSeparator, UInt8(ascii: "."))
      guard isSound else { return nil }
      decimal = lastSeparator
      isGrouped = true
    default: return nil
    }
    var mantissa: Int128 = 0
    var digits = 0
    for place in start..<end where bytes[place].isASCIIDigit {
      if digits > 0 || bytes[place] != 0x30 { digits += 1 }
      guard digits <= 36 else { return nil }
      mantissa = mantissa * 10 + Int128(bytes[place] - 0x30)
    }
    places = decimal < 0 ? 0 : end - decimal - 1
    value = DecimalNumber(mantissa: mantissa, exponent: -places)
  }

  /// Groups of three behind a first of one to three; or Indian: groups of two, the last of three.
  private static func isGrouping(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ separator: UInt8
  ) -> Bool {
    var run = 0
    var isFirst = true
    var isWestern = true
    var isIndian = true
    for place in start..<end {
      guard bytes[place] == separator else {
        run += 1
        continue
      }
      if isFirst {
        if run > 3 || run == 0 { return false }
        if run > 2 { isIndian = false }
        isFirst = false
      } else {
        if run != 3 { isWestern = false }
        if run != 2 { isIndian = false }
      }
      run = 0
    }
    return run == 3 && (isWestern || isIndian)
  }
}

/// `numerator` / `denominator`, exact where the denominator has only twos and fives, else to 18
/// places.
func quotient(_ numerator: Int128, _ denominator: Int128) -> DecimalNumber? {
  guard denominator > 0 else { return nil }
  var rest = denominator
  var places = 0
  while rest % 10 == 0 {
    rest /= 10
    places += 1
  }
  var factor: Int128 = 1
  var extra = 0
  while rest % 2 == 0, extra < 30 {
    rest /= 2
    factor *= 5
    extra += 1
  }
  while rest % 5 == 0, extra < 30 {
    rest /= 5
    factor *= 2
    extra += 1
  }
  if rest == 1 {
    let (product, overflow) = numerator.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }
    return DecimalNumber(mantissa: product, exponent: -(places + extra))
  }
  let (scaled, overflow) = numerator.multipliedReportingOverflow(by: 1_000_000_000_000_000_000)
  guard !overflow else { return nil }
  let half = scaled < 0 ? -(denominator / 2) : denominator / 2
  return DecimalNumber(mantissa: (scaled + half) / denominator, exponent: -18)
}
