/// What checks of several figures in one sentence ask of them.
extension PartReader {
  /// The sentence that a quantity stands in.
  func sentence(of quantity: Int) -> Sentence? {
    let index = self.quantity(quantity).sentence
    let sentences = analysis.words.sentences
    return sentences.indices.contains(index) ? sentences[index] : nil
  }

  /// The tokens between two quantities, the unit of the first left out; empty where they overlap.
  func gap(_ first: Int, _ second: Int) -> Range<Int> {
    let start = text.end(of: quantity(first))
    return start..<max(start, quantity(second).tokens.lowerBound)
  }

  /// Whether the tokens between two quantities are all words of a list or single marks.
  func isGap(_ first: Int, _ second: Int, of words: Set<String>, marks: [UInt8] = []) -> Bool {
    gap(first, second).allSatisfy { index in
      text.isWord(index)
        ? words.contains(text.lower(index)) : marks.contains(text.mark(index))
    }
  }

  /// The sentences of a block, as indices in the part's sentences.
  func sentences(ofBlock block: Int) -> Range<Int> {
    let sentences = analysis.words.sentences
    let first = sentences.partitioningIndex { $0.block >= block }
    var last = first
    while last < sentences.count, sentences[last].block == block { last += 1 }
    return first..<last
  }

  /// The quantities of a sentence.
  func quantities(inSentence sentence: Int) -> Range<Int> {
    let first = sentences.partitioningIndex { quantity($0.lowerBound).sentence >= sentence }
    guard first < sentences.count,
      quantity(sentences[first].lowerBound).sentence == sentence
    else { return 0..<0 }
    return sentences[first]
  }

  /// Whether one of some words stands among tokens.
  func holds(_ tokens: Range<Int>, anyOf words: Set<String>) -> Bool {
    tokens.contains { text.isWord($0) && words.contains(text.lower($0)) }
  }

  /// The number of a claim where its words state one and nothing widens it.
  func plainValue(_ claim: Int) -> DecimalNumber? {
    let quantity = quantity(claim)
    switch quantity.qualifier {
    case .exact, .up, .down: return quantity.exactValue
    case .over: return isSpreadOver(claim) ? quantity.exactValue : nil
    case .about: return isCountedOut(claim) || isMean(claim) ? quantity.exactValue : nil
    case .nearly, .atLeast, .under, .upTo: return nil
    }
  }

  /// "some 96 teachers" are 96: nobody rounds to that.
  func isCountedOut(_ claim: Int) -> Bool {
    let quantity = quantity(claim)
    guard quantity.qualifier == .about, let value = quantity.exactValue?.normalized,
      value.exponent == 0, value.mantissa >= 10,
      text.lower(quantity.tokens.lowerBound - 1) == "some"
    else { return false }
    return true
  }

  /// "an average of 6,500" and "some 16.9 million" are as exact as they are written.
  func isMean(_ claim: Int) -> Bool {
    guard quantity(claim).qualifier == .about else { return false }
    let start = quantity(claim).tokens.lowerBound
    if text.isAny(start - 1, of: someWord) {
      return (quantity(claim).exactValue?.normalized.mantissa.magnitude ?? 0) >= 100
    }
    return text.isAny(start - 1, of: averaging)
      || text.cue(start - 1).contains(.of) && text.isAny(start - 2, of: averaging)
  }

  /// "spread over 820 projects" says nothing of more.
  func isSpreadOver(_ claim: Int) -> Bool {
    quantity(claim).qualifier == .over
      && text.isAny(quantity(claim).tokens.lowerBound - 2, of: spreading)
  }

  /// Whether words before the number or behind it deny it.
  func isDenied(_ claim: Int) -> Bool { analysis.claims[claim].isNegated }
}

private let someWord = WordSet("some")
private let spreading = WordSet("spread shared split divided")

/// A number with both of its readings.
typealias TwoIntervals = (strict: Interval, lenient: Interval)

/// Applies one formula to the strict and to the lenient readings of two numbers.
func combine(
  _ left: TwoIntervals, _ right: TwoIntervals, _ formula: (Interval, Interval) -> Interval?
) -> TwoIntervals? {
  guard let strict = formula(left.strict, right.strict),
    let lenient = formula(left.lenient, right.lenient)
  else { return nil }
  return (strict, lenient)
}

/// The sum of some numbers; nil where one has no bounds.
func sum(_ numbers: [TwoIntervals]) -> TwoIntervals? {
  guard let first = numbers.first else { return nil }
  return numbers.dropFirst().reduce(Optional(first)) { total, next in
    total.flatMap { combine($0, next, Interval.adding) }
  }
}

extension Array {
  /// The first index whose element has a property that all behind it share.
  func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Whether a number has another's digits but for two that changed places.
func isSlip(_ stated: DecimalNumber?, _ known: DecimalNumber?) -> Bool {
  guard let stated = stated?.magnitude.normalized, let known = known?.magnitude.normalized,
    stated != known, var one = shortMantissa(stated), var other = shortMantissa(known)
  else { return false }
  // Aligned at their first digits.
  let (own, others) = (digitCount(one), digitCount(other))
  guard max(own, others) >= 2 else { return false }
  for _ in own..<max(own, others) { one *= 10 }
  for _ in others..<max(own, others) { other *= 10 }
  var differing: (count: Int, one: UInt64, other: UInt64) = (0, 0, 0)
  while one != other {
    let (digit, otherDigit) = (one % 10, other % 10)
    if digit != otherDigit {
      differing.count += 1
      guard differing.count == 1 || differing.one == otherDigit && differing.other == digit else {
        return false
      }
      (differing.one, differing.other) = (digit, otherDigit)
    }
    one /= 10
    other /= 10
  }
  return differing.count == 2
}

/// Whether two numbers that differ are written with the same three digits or more.
func haveSameDigits(_ first: DecimalNumber, _ second: DecimalNumber) -> Bool {
  let (a, b) = (first.magnitude.normalized, second.magnitude.normalized)
  let least = min(a.exponent, b.exponent)
  guard a != b, a.exponent - least <= 6, b.exponent - least <= 6, var one = shortMantissa(a),
    var other = shortMantissa(b)
  else { return false }
  for _ in least..<a.exponent { one *= 10 }
  for _ in least..<b.exponent { other *= 10 }
  guard (3...mostDigits).contains(digitCount(one)), digitCount(other) <= mostDigits else {
    return false
  }
  return digitHistogram(one) == digitHistogram(other)
}

/// Longer numbers are not compared digit by digit.
private let mostDigits = 12

/// The mantissa of a number of no more digits than that.
private func shortMantissa(_ number: DecimalNumber) -> UInt64? {
  UInt64(exactly: number.mantissa).flatMap { digitCount($0) <= mostDigits ? $0 : nil }
}

private func digitCount(_ number: UInt64) -> Int {
  var (count, rest) = (1, number / 10)
  while rest > 0 {
    count += 1
    rest /= 10
  }
  return count
}

/// How often each digit stands in a number, in four bits each.
private func digitHistogram(_ number: UInt64) -> UInt64 {
  var (histogram, rest): (UInt64, UInt64) = (0, number)
  repeat {
    histogram += 1 << (rest % 10 * 4)
    rest /= 10
  } while rest > 0
  return histogram
}
