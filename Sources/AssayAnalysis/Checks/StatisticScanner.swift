/// A test as a text reports it: "t(28) = 2.20, p = .036".
struct ReportedTest {
  enum Kind { case t, f, r, z, chiSquare }
  enum Sign { case equal, less, greater }

  let kind: Kind
  let degrees: [Double]
  let statistic: DecimalNumber
  let sign: Sign
  let p: DecimalNumber
  /// Bytes of the statistic with its degrees of freedom, and of the p-value.
  let range: Range<Int>
  let pRange: Range<Int>
  let formula: String

  /// The p-values of all statistics that round to the one stated, the least first.
  var pValues: (low: Double, high: Double) {
    let half = DecimalNumber(mantissa: 5, exponent: statistic.exponent - 1).approximateDouble
    let size = statistic.magnitude.approximateDouble
    let near = pValue(max(0, size - half))
    let far = pValue(size + half)
    return (min(near, far), max(near, far))
  }

  private func pValue(_ size: Double) -> Double {
    switch kind {
    case .t: return Distribution.twoSidedT(size, degrees: degrees[0])
    case .f: return Distribution.upperF(size, degrees[0], degrees[1])
    case .z: return Distribution.twoSidedNormal(size)
    case .chiSquare: return Distribution.upperChiSquare(size, degrees: degrees[0])
    case .r:
      let bounded = min(size, 0.999_999_9)
      let t = bounded * (degrees[0] / (1 - bounded * bounded)).squareRoot()
      return Distribution.twoSidedT(t, degrees: degrees[0])
    }
  }

  var isSignificant: Bool {
    let value = p.approximateDouble
    return sign == .less ? value <= 0.05 : sign == .equal && value < 0.05
  }

  /// Whether the stated p can be one of some p-values.
  func admits(_ values: (low: Double, high: Double)) -> Bool {
    let value = p.approximateDouble
    let unit = DecimalNumber(mantissa: 1, exponent: p.exponent).approximateDouble
    switch sign {
    case .less: return values.low < value + unit / 2
    case .greater: return values.high > value - unit / 2
    case .equal: return values.low <= value + unit / 2 && values.high >= value - unit / 2
    }
  }
}

/// Finds reported tests in the bytes of a sentence.
struct StatisticScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let range: Range<Int>
  private var index: Int

  init(bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    self.bytes = bytes
    self.range = range.clamped(to: bytes.indices)
    index = self.range.lowerBound
  }

  mutating func next() -> ReportedTest? {
    while index < range.upperBound {
      let start = index
      index += 1
      guard isWordStart(start), let kind = kind(at: start) else { continue }
      var cursor = kind.end
      if let test = read(kind.kind, from: start, &cursor) {
        index = cursor
        return test
      }
    }
    return nil
  }

  /// "M = 3.48": the first number given to one of some letters.
  mutating func assignment(of letters: Set<String>) -> (value: DecimalNumber, range: Range<Int>)? {
    for start in range where isWordStart(start) {
      guard letters.contains(String(decoding: bytes[start..<start + 1], as: UTF8.self)) else {
        continue
      }
      var cursor = start + 1
      guard skip("=", &cursor), let number = number(&cursor) else { continue }
      return (number, start..<cursor)
    }
    return nil
  }
}

extension StatisticScanner {
  private func isWordStart(_ place: Int) -> Bool {
    guard place > range.lowerBound else { return true }
    let before = bytes[place - 1]
    return !before.isASCIILetter && !before.isASCIIDigit && before < 0x80
  }

  private func kind(at place: Int) -> (kind: ReportedTest.Kind, end: Int)? {
    switch bytes[place] {
    case UInt8(ascii: "t"): return (.t, place + 1)
    case UInt8(ascii: "F"): return (.f, place + 1)
    case UInt8(ascii: "r"): return (.r, place + 1)
    case UInt8(ascii: "z"), UInt8(ascii: "Z"): return (.z, place + 1)
    // χ (CF 87), then 2 or ² (C2 B2).
    case 0xCF where place + 1 < range.upperBound && bytes[place + 1] == 0x87:
      var end = place + 2
      if end < range.upperBound, bytes[end] == UInt8(ascii: "2") {
        end += 1
      } else if end + 1 < range.upperBound, bytes[end] == 0xC2, bytes[end + 1] == 0xB2 {
        end += 2
      }
      return (.chiSquare, end)
    default: return nil
    }
  }

  private func read(
    _ kind: ReportedTest.Kind, from start: Int, _ cursor: inout Int
  ) -> ReportedTest? {
    var degrees: [Double] = []
    if skip("(", &cursor) {
      guard let found = readDegrees(&cursor) else { return nil }
      degrees = found
    }
    switch kind {
    case .t, .r, .chiSquare: guard degrees.count >= 1 else { return nil }
    case .f: guard degrees.count == 2 else { return nil }
    case .z: guard degrees.isEmpty else { return nil }
    }
    guard degrees.allSatisfy({ $0 > 0 }), skip("=", &cursor), let statistic = number(&cursor) else {
      return nil
    }
    let end = cursor
    guard skip(",", &cursor) || skip(";", &cursor) else { return nil }
    let pStart = skippingSpaces(cursor)
    guard skip("p", &cursor) || skip("P", &cursor), let sign = sign(&cursor),
      let p = number(&cursor), !p.isNegative, p <= DecimalNumber(1)
    else { return nil }
    return ReportedTest(
      kind: kind, degrees: degrees, statistic: statistic, sign: sign, p: p, range: start..<end,
      pRange: pStart..<cursor, formula: String(decoding: bytes[start..<end], as: UTF8.self))
  }

  /// "28", "1, 28", "2, N = 90": the number of cases is no degree of freedom.
  private func readDegrees(_ cursor: inout Int) -> [Double]? {
    var degrees: [Double] = []
    while degrees.count < 3 {
      if skip("N", &cursor) || skip("n", &cursor) {
        guard skip("=", &cursor), number(&cursor) != nil else { return nil }
      } else {
        guard let value = number(&cursor) else { return nil }
        degrees.append(value.approximateDouble)
      }
      if skip(")", &cursor) { return degrees }
      guard skip(",", &cursor) else { return nil }
    }
    return nil
  }

  private func sign(_ cursor: inout Int) -> ReportedTest.Sign? {
    if skip("=", &cursor) { return .equal }
    if skip("<", &cursor) { return .less }
    return skip(">", &cursor) ? .greater : nil
  }

  private func skippingSpaces(_ cursor: Int) -> Int {
    var place = cursor
    while place < range.upperBound {
      if bytes[place] == 0x20 {
        place += 1
      } else if place + 1 < range.upperBound, bytes[place] == 0xC2, bytes[place + 1] == 0xA0 {
        place += 2
      } else {
        break
      }
    }
    return place
  }

  /// Goes past one byte, white space before it.
  private func skip(_ mark: Unicode.Scalar, _ cursor: inout Int) -> Bool {
    let place = skippingSpaces(cursor)
    guard place < range.upperBound, UInt32(bytes[place]) == mark.value else { return false }
    cursor = place + 1
    return true
  }

  /// "2.20", ".036", "-1.5", "−1.5".
  private func number(_ cursor: inout Int) -> DecimalNumber? {
    var place = skippingSpaces(cursor)
    var isNegative = false
    if place < range.upperBound, bytes[place] == UInt8(ascii: "-") {
      isNegative = true
      place += 1
    } else if place + 2 < range.upperBound, bytes[place] == 0xE2, bytes[place + 1] == 0x88,
      bytes[place + 2] == 0x92
    {
      isNegative = true
      place += 3
    }
    let start = place
    while place < range.upperBound,
      bytes[place].isASCIIDigit
        || (bytes[place] == UInt8(ascii: ".") && place + 1 < range.upperBound
          && bytes[place + 1].isASCIIDigit)
    {
      place += 1
    }
    guard
      let value = DecimalNumber(digits: String(decoding: bytes[start..<place], as: UTF8.self))
    else { return nil }
    cursor = place
    return isNegative ? value.negated : value
  }
}
