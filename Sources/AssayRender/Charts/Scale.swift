/// Whether a value can be drawn: beyond this, differences of values would no longer be finite.
func isDrawable(_ value: Double) -> Bool {
  abs(value) < 1e100
}

/// Maps numbers to pixels, linearly or by their magnitude.
struct Scale {
  let domain: ClosedRange<Double>
  let pixels: (start: Double, end: Double)
  let kind: Kind

  enum Kind {
    case linear
    /// Powers of ten are as far apart as others; for positive values alone.
    case logarithmic
  }

  /// A domain without extent is widened, so that its one value lies in the middle. A logarithmic
  /// domain that is not positive becomes a linear one.
  init(
    domain: ClosedRange<Double>, pixels: (start: Double, end: Double), kind: Kind = .linear
  ) {
    let low = domain.lowerBound
    let high = domain.upperBound
    self.kind = low > 0 ? kind : .linear
    let pad = low == high ? max(abs(low) * 0.1, self.kind == .linear ? 1 : 0) : 0
    self.domain = (low - pad)...(high + pad)
    self.pixels = pixels
  }

  func callAsFunction(_ value: Double) -> Double {
    pixels.start + share(of: value) * (pixels.end - pixels.start)
  }

  private func share(of value: Double) -> Double {
    switch kind {
    case .linear:
      let extent = domain.upperBound - domain.lowerBound
      return extent > 0 ? (value - domain.lowerBound) / extent : 0.5
    case .logarithmic:
      guard value > 0 else { return 0 }
      let low = magnitude(domain.lowerBound)
      let extent = magnitude(domain.upperBound) - low
      return extent > 0 ? (magnitude(value) - low) / extent : 0.5
    }
  }

  /// At most `count` round numbers inside the domain: 1, 2 or 5 times a power of ten apart, or
  /// powers of ten.
  func ticks(atMost count: Int) -> [Double] {
    let extent = domain.upperBound - domain.lowerBound
    guard extent > 0, extent.isFinite, count > 0 else { return [] }
    return kind == .linear ? linearTicks(extent, count) : powerTicks(count)
  }

  private func linearTicks(_ extent: Double, _ count: Int) -> [Double] {
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

  private func powerTicks(_ count: Int) -> [Double] {
    var power = powerOfTen(below: domain.lowerBound)
    if power < domain.lowerBound { power *= 10 }
    var all: [Double] = []
    while power <= domain.upperBound, all.count < 220 {
      all.append(power)
      power *= 10
    }
    let step = max(1, (all.count + count - 1) / count)
    return stride(from: 0, to: all.count, by: step).map { all[$0] }
  }
}

/// The largest power of ten that is no larger than a value; exact, without logarithms.
private func powerOfTen(below value: Double) -> Double {
  var power = 1.0
  var steps = 0
  while power > value, steps < 320 {
    power /= 10
    steps += 1
  }
  while power * 10 <= value, steps < 640 {
    power *= 10
    steps += 1
  }
  return power
}

/// A logarithm to the base ten that is the same on every machine: between two powers of ten it is a
/// fixed polynomial, since libraries differ in the last digit of theirs.
///
/// Off by no more than 10⁻⁷: far less than a pixel.
func magnitude(_ value: Double) -> Double {
  guard value > 0 else { return 0 }
  let power = powerOfTen(below: value)
  var exponent = 0.0
  var probe = 1.0
  while probe < power {
    probe *= 10
    exponent += 1
  }
  while probe > power {
    probe /= 10
    exponent -= 1
  }
  // Abramowitz and Stegun, 4.1.42: the logarithm of 1/√10 to √10.
  let root = 3.162_277_660_168_379_5
  let ratio = value / power / root
  let t = (ratio - 1) / (ratio + 1)
  let t2 = t * t
  let series =
    t
    * (0.868_591_718 + t2
      * (0.289_335_524 + t2
        * (0.177_522_071
          + t2 * (0.094_376_476 + t2 * 0.191_337_714))))
  return exponent + 0.5 + series
}
