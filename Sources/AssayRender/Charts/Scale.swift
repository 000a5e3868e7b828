/// False for what no axis can hold: not a number, infinite, or beyond 10^100, where differences of
/// two values would no longer be finite.
func isDrawable(_ value: Double) -> Bool { abs(value) < 1e100 }

/// Maps numbers to pixels, linearly.
struct Scale {
  let domain: ClosedRange<Double>
  let pixels: (start: Double, end: Double)

  /// A domain without extent is widened, so that its one value lies in the middle.
  init(domain: ClosedRange<Double>, pixels: (start: Double, end: Double)) {
    let low = domain.lowerBound
    let high = domain.upperBound
    let pad = low == high ? max(abs(low) * 0.1, 1) : 0
    self.domain = (low - pad)...(high + pad)
    self.pixels = pixels
  }

  func callAsFunction(_ value: Double) -> Double {
    let extent = domain.upperBound - domain.lowerBound
    let share = extent > 0 ? (value - domain.lowerBound) / extent : 0.5
    return pixels.start + share * (pixels.end - pixels.start)
  }

  /// At most `count` round numbers inside the domain: 1, 2 or 5 times a power of ten apart.
  func ticks(atMost count: Int) -> [Double] {
    let extent = domain.upperBound - domain.lowerBound
    guard extent > 0, extent.isFinite, count > 0 else { return [] }
    var step = powerOfTen(below: extent / Double(count))
    for factor in [1.0, 2, 5, 10, 20, 50] where tickCount(step * factor) <= count {
      step *= factor
      break
    }
    let first = (domain.lowerBound / step).rounded(.up)
    let last = (domain.upperBound / step).rounded(.down)
    guard last >= first, last - first <= 100 else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  private func tickCount(_ step: Double) -> Int {
    let count =
      (domain.upperBound / step).rounded(.down) - (domain.lowerBound / step).rounded(.up) + 1
    return count < 1000 ? Int(count) : 1000
  }

  /// The largest power of ten that is no larger than the value; exact, without logarithms.
  private func powerOfTen(below value: Double) -> Double {
    var power = 1.0
    var guardCount = 0
    while power > value, guardCount < 320 {
      power /= 10
      guardCount += 1
    }
    while power * 10 <= value, guardCount < 640 {
      power *= 10
      guardCount += 1
    }
    return power
  }
}
