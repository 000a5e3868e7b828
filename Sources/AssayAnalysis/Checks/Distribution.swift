/// Tails of the usual test distributions, to about ten digits.
///
/// After Press and others, "Numerical Recipes", 6.1, 6.2 and 6.4. These are the only numbers of a
/// check that are no exact decimals: a verdict of the second tier rests on them, none of the first.
enum Distribution {
  static func twoSidedNormal(_ z: Double) -> Double { upperGamma(0.5, at: z * z / 2) }

  static func twoSidedT(_ t: Double, degrees: Double) -> Double {
    incompleteBeta(degrees / 2, 0.5, at: degrees / (degrees + t * t))
  }

  static func upperF(_ f: Double, _ first: Double, _ second: Double) -> Double {
    incompleteBeta(second / 2, first / 2, at: second / (second + first * f))
  }

  static func upperChiSquare(_ value: Double, degrees: Double) -> Double {
    upperGamma(degrees / 2, at: value / 2)
  }

  /// How often a series or fraction is carried on at most.
  private static let mostSteps = 500
  private static let precision = 1e-12
  private static let tiny = 1e-300

  /// The natural logarithm of a positive number. (The core imports no C library.)
  private static func log(_ x: Double) -> Double {
    guard x > 0 else { return -.infinity }
    let isLarge = x.significand > 1.414_213_562_373_095_1
    let significand = isLarge ? x.significand / 2 : x.significand
    let power = Double(x.exponent) + (isLarge ? 1 : 0)
    let ratio = (significand - 1) / (significand + 1)
    var (term, sum) = (ratio, 0.0)
    for step in stride(from: 1.0, through: 25, by: 2) {
      sum += term / step
      term *= ratio * ratio
    }
    return 2 * sum + power * naturalLogOfTwo
  }

  private static func exp(_ x: Double) -> Double {
    guard x > -700 else { return 0 }
    guard x < 700 else { return .infinity }
    let power = (x / naturalLogOfTwo).rounded()
    let rest = x - power * naturalLogOfTwo
    var (term, sum) = (1.0, 1.0)
    for step in 1...18 {
      term *= rest / Double(step)
      sum += term
    }
    return Double(sign: .plus, exponent: Int(power), significand: sum)
  }

  private static let naturalLogOfTwo = 0.693_147_180_559_945_3

  /// ln Γ, by Lanczos's approximation.
  private static func logGamma(_ x: Double) -> Double {
    let coefficients = [
      57.156_235_665_862_92, -59.597_960_355_475_49, 14.136_097_974_741_75,
      -0.491_913_816_097_620_2,
      0.339_946_499_848_118_9e-4, 0.465_236_289_270_485_8e-4, -0.983_744_753_048_795_6e-4,
      0.158_088_703_224_912_5e-3, -0.210_264_441_724_104_9e-3, 0.217_439_618_115_212_6e-3,
      -0.164_318_106_536_763_9e-3, 0.844_182_239_838_527_4e-4, -0.261_908_384_015_814_1e-4,
      0.368_991_826_595_316_2e-5,
    ]
    let base = x + 5.242_187_5
    var sum = 0.999_999_999_999_997_1
    for (index, coefficient) in coefficients.enumerated() {
      sum += coefficient / (x + Double(index + 1))
    }
    return (x + 0.5) * log(base) - base + log(2.506_628_274_631_000_5 * sum / x)
  }

  /// The regularised incomplete beta function.
  private static func incompleteBeta(_ a: Double, _ b: Double, at x: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    let front = exp(
      logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(1 - x))
    return x < (a + 1) / (a + b + 2)
      ? front * betaFraction(a, b, x) / a : 1 - front * betaFraction(b, a, 1 - x) / b
  }

  /// By Lentz's method.
  private static func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    func safe(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / safe(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...mostSteps {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / safe(1 + even * d)
      c = safe(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / safe(1 + odd * d)
      c = safe(1 + odd / c)
      result *= d * c
      if abs(d * c - 1) < precision { break }
    }
    return result
  }

  /// The regularised upper incomplete gamma function.
  private static func upperGamma(_ a: Double, at x: Double) -> Double {
    if x <= 0 { return 1 }
    let front = exp(-x + a * log(x) - logGamma(a))
    if x < a + 1 {
      var term = 1 / a
      var sum = term
      for step in 1...mostSteps {
        term *= x / (a + Double(step))
        sum += term
        if term < sum * precision { break }
      }
      return 1 - sum * front
    }
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var result = d
    for step in 1...mostSteps {
      let factor = -Double(step) * (Double(step) - a)
      b += 2
      d = factor * d + b
      d = 1 / (abs(d) < tiny ? tiny : d)
      c = b + factor / c
      if abs(c) < tiny { c = tiny }
      result *= d * c
      if abs(d * c - 1) < precision { break }
    }
    return front * result
  }
}
