// One rate told for two spans: "$96 a month, or $1,152 a year".

/// How many of a span a year has; days and weeks as people count them.
private let spansInYear: [Substring: (low: Int, high: Int)] = [
  "day": (360, 366), "night": (360, 366), "week": (52, 53), "month": (12, 12), "quarter": (4, 4),
  "year": (1, 1),
]

extension PartReader {
  /// Amounts by the day, week, month or year that the words set beside the same by another span.
  func relatePeriods() -> [Relation] {
    sentences.enumerated().flatMap { place, sentence in
      sentence.dropLast().compactMap { first in relatePeriod(first, first + 1) }
        + (place > 0 ? [relateTakenUp(sentences[place - 1], sentence)].compactMap { $0 } : [])
    }
  }

  /// "£21.25 a month does not sound a lot. It's £255 a year": the only rates of two sentences.
  private func relateTakenUp(_ former: Range<Int>, _ sentence: Range<Int>) -> Relation? {
    guard let second = sentence.first, let tokens = self.sentence(of: second)?.tokens,
      text.isAny(tokens.lowerBound, of: takingUp),
      quantity(second).tokens.lowerBound - tokens.lowerBound <= 4,
      quantity(second).sentence == (former.first.map { quantity($0).sentence } ?? 0) + 1
    else { return nil }
    let rates = former.filter { span(of: $0) != nil }
    return rates.count == 1 ? relatePeriod(rates[0], second, isTakenUp: true) : nil
  }

  private func relatePeriod(
    _ first: Int, _ second: Int, isTakenUp: Bool = false
  ) -> Relation? {
    guard let one = span(of: first), let other = span(of: second), one.name != other.name,
      let few = spansInYear[one.name], let many = spansInYear[other.name],
      quantity(first).unit.baseName == quantity(second).unit.baseName,
      quantity(first).unit.baseName != "-" || quantity(first).kind == quantity(second).kind,
      isTakenUp || isRestated(from: one.end, second), let a = intervals(first),
      let b = intervals(second),
      let value = quantity(first).middle, let stated = quantity(second).middle,
      let low = DecimalNumber.quotient(
        DecimalNumber(few.low), DecimalNumber(many.high), isUp: false),
      let high = DecimalNumber.quotient(
        DecimalNumber(few.high), DecimalNumber(many.low), isUp: true),
      let strict = Interval.multiplying(a.strict, Interval(low: low, high: high)),
      let lenient = Interval.multiplying(a.lenient, Interval(low: low, high: high)),
      let scaled = DecimalNumber.multiplying(value, DecimalNumber(few.low)),
      let exact = DecimalNumber.quotient(scaled, DecimalNumber(many.low), isUp: false)
    else { return nil }
    let verdict = compare(stated: b, computed: (strict, lenient))
    guard verdict == .consistent || (!isGuarded(second) && areNear(stated, exact)) else {
      return nil
    }
    // "$8.99 a month (or $89.99 a year)": who pays for a year pays less.
    if verdict != .consistent, quantity(first).kind == .money, stated < exact { return nil }
    let operand = operand("rate", second)
    let formula = "\(Sum.plain(value)) × \(few.low) / \(many.low)"
    return Relation(
      check: Check.perUnit.id, operands: [operand, self.operand("rate", first)],
      formula: formula, computed: strict, stated: b.strict, verdict: verdict,
      explanation:
        "\(formula) = \(Sum.rounded(exact, places: Sum.places(beyond: quantity(second)))), "
        + "stated \(operand.text)",
      notes: notes([], candidates: 1, verdict: verdict))
  }

  /// "month" in "$96 a month" and "$96 more a month", with the token behind it.
  private func span(of index: Int) -> (name: Substring, end: Int)? {
    let quantity = quantity(index)
    guard quantity.exactValue != nil, !quantity.isCalendar, !quantity.kind.isFraction else {
      return nil
    }
    let end = text.end(of: quantity)
    let per = perUnit(quantity)
    if !per.isEmpty { return spansInYear[per] == nil ? nil : (per, end) }
    let start = ["more", "extra", "less"].contains(text.lower(end)) ? end + 1 : end
    guard ["a", "per", "each", "every"].contains(text.lower(start)) else { return nil }
    let word = Substring(text.lower(start + 1))
    return spansInYear[word] == nil ? nil : (word, start + 2)
  }

  /// ", or", "(", ", that is" between the two and nothing else.
  private func isRestated(from end: Int, _ second: Int) -> Bool {
    let start = quantity(second).tokens.lowerBound
    guard start > end, start - end <= 4 else { return false }
    let gap = end..<start
    return text.holds(gap, anyOf: restating) || gap.contains { text.mark($0) == UInt8(ascii: "(") }
  }
}

private let takingUp = WordSet("it's that's that it this so which")
private let restating = WordSet("or is makes making means")
