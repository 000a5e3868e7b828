/// Two amounts of one measure held against each other: "profit was EUR 5 mn, compared to EUR 3 mn".
extension FeelingReader {
  private static let comparisonWeight = 2.0
  /// How far before and behind the word of comparison its amounts may stand, in tokens.
  private static let reachBack = 14
  private static let reachAhead = 9
  /// Amounts nearer to each other than this share of the greater are no news.
  private static let leastDifference = 0.005

  /// The cue of a comparison, where a sentence has one and its measure is known.
  ///
  /// - Parameter moved: tokens that cues of movement cover; what they tell is not told twice.
  func comparisons(
    _ items: inout [Item], _ bytes: UnsafeBufferPointer<UInt8>, moved: [FeelingCue]
  ) -> [FeelingCue] {
    var cues: [FeelingCue] = []
    for index in items.indices where items[index].entry.roles.contains(.compares) {
      guard let comparison = comparison(at: index, items, bytes) else { continue }
      let first = items[comparison.measure].token
      let tokens = first..<items[comparison.end].token + 1
      guard !moved.contains(where: { $0.tokens.overlaps(tokens) && $0.rule == .movement }) else {
        continue
      }
      cues.append(
        FeelingCue(
          tokens: tokens, weight: comparison.sign * Self.comparisonWeight, rule: .comparison))
      for place in comparison.measure...comparison.end { items[place].isTaken = true }
    }
    return cues
  }

  private struct Comparison {
    let measure: Int
    let end: Int
    let sign: Double
  }

  private func comparison(
    at index: Int, _ items: [Item], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Comparison? {
    guard let now = amount(before: index, items, bytes),
      let before = amount(after: index, items, bytes),
      let measure = measure(before: now.place, items)
    else { return nil }
    let roles = items[measure].entry.roles
    let isGood = roles.contains(.goodWhenUp)
    if let other = outcome(in: index..<before.place, items), isResult(measure, items) {
      let isLoss = roles.contains(.badWhenUp)
      let wasLoss = items[other].entry.roles.contains(.badWhenUp)
      if isLoss != wasLoss {
        return Comparison(measure: measure, end: before.end, sign: isLoss ? -1 : 1)
      }
    }
    if let direction = direction(at: index, items) {
      return Comparison(measure: measure, end: before.end, sign: isGood ? direction : -direction)
    }
    let scale = now.scale == 0 ? before.scale : now.scale
    let (left, right) = (now.value * max(scale, 1), before.value * max(before.scale, 1))
    guard abs(left - right) > Self.leastDifference * max(abs(left), abs(right)) else { return nil }
    return Comparison(measure: measure, end: before.end, sign: (left > right) == isGood ? 1 : -1)
  }

  /// "up from" and "down from" say which way.
  private func direction(at index: Int, _ items: [Item]) -> Double? {
    guard items[index].key == Self.from, index > 0 else { return nil }
    let roles = items[index - 1].entry.roles
    if roles.contains(.rises) { return 1 }
    return roles.contains(.falls) ? -1 : nil
  }

  /// "compared to a loss of": the measure on the other side, where it is a profit or a loss.
  private func outcome(in range: Range<Int>, _ items: [Item]) -> Int? {
    range.first { isResult($0, items) }
  }

  private func isResult(_ index: Int, _ items: [Item]) -> Bool {
    Self.results.contains(items[index].key)
  }

  private static let from = WordKey("from")
  private static let results = WordSet(
    """
    profit loss profits losses earnings result gain income surplus deficit flow
    """)

  private func measure(before index: Int, _ items: [Item]) -> Int? {
    var place = index - 1
    while place >= 0 {
      if !items[place].isTaken, !items[place].entry.roles.isDisjoint(with: .measure) {
        return place
      }
      place -= 1
    }
    return nil
  }

  private struct Written {
    let place: Int
    let end: Int
    let value: Double
    /// What its word multiplies by; 0 where it has none.
    let scale: Double
  }

  private func amount(
    before index: Int, _ items: [Item], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Written? {
    var place = index - 1
    while place >= 0, place >= index - Self.reachBack {
      if let amount = amount(at: place, items, bytes) { return amount }
      place -= 1
    }
    return nil
  }

  private func amount(
    after index: Int, _ items: [Item], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Written? {
    var place = index + 1
    while place < items.count, place <= index + Self.reachAhead {
      if let amount = amount(at: place, items, bytes) { return amount }
      place += 1
    }
    return nil
  }

  /// A number that has a currency before it, or a scale or unit behind it, or is no year.
  private func amount(
    at index: Int, _ items: [Item], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Written? {
    let token = words.tokens[items[index].token]
    guard token.kind == .number, let value = decimal(bytes, token.range.offsets) else { return nil }
    var scale = 0.0
    if index + 1 < items.count {
      for (keys, factor) in Self.scales where keys.contains(items[index + 1].key) { scale = factor }
    }
    let isYear = scale == 0 && token.count == 4 && value >= 1900 && value < 2100
    guard !isYear else { return nil }
    var isNegative = false
    if index > 0 {
      let sign = words.tokens[items[index - 1].token]
      isNegative = sign.count == 1 && bytes[Int(sign.start)] == UInt8(ascii: "-")
    }
    return Written(
      place: index, end: scale == 0 ? index : index + 1, value: isNegative ? -value : value,
      scale: scale)
  }

  private static let scales = [
    (WordSet("thousand k"), 1e3), (WordSet("mn million m mln mil"), 1e6),
    (WordSet("bn billion b bln"), 1e9), (WordSet("cents cent pence % percent pct"), 0.01),
  ]

  private func decimal(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Double? {
    var value = 0.0
    var unit = 0.0
    for index in range {
      let byte = bytes[index]
      if byte.isASCIIDigit {
        value = value * 10 + Double(byte - 0x30)
        unit *= 10
      } else if byte == UInt8(ascii: ".") {
        guard unit == 0 else { return nil }
        unit = 1
      }
    }
    return unit > 1 ? value / unit : value
  }
}
