// What a change implies that gives its rate and its amount: "fell 23 %, erasing nearly $900 million", of
// $3.6 to 4.0 billion before. Part of `percent-change`: a fact computed, no claim held against it.

private let wipingWords = WordSet(
  "erasing wiping erased wiped adding shaving knocking slashing destroying losing gaining")
/// How many tokens before an amount the verb may stand that ties it to the change.
private let wipingReach = 5

extension PartReader {
  /// The value before each change that is told as a rate and as an amount.
  func deriveBases() -> [Relation] {
    changes.compactMap { change in
      guard change.rates.count == 1, let rate = change.rates.first, !isLoosePart(rate),
        quantity(rate).kind != .percentagePoint, let sentence = sentence(of: rate)
      else { return nil }
      let amounts = quantities(inSentence: quantity(rate).sentence).filter { index in
        guard index > rate, quantity(index).kind == .money else { return false }
        let start = quantity(index).tokens.lowerBound
        return text.holds(
          max(sentence.tokens.lowerBound, start - wipingReach)..<start, anyOf: wipingWords)
      }
      return amounts.count == 1 ? derivedBase(rate, amounts[0]) : nil
    }
  }

  private func derivedBase(_ rate: Int, _ amount: Int) -> Relation? {
    guard let percent = percentIntervals(rate)?.strict.magnitude, percent.isPositive,
      let sum = intervals(amount)?.strict,
      let whole = Interval.dividing(sum.shifted(by: 2), by: percent), let low = whole.low,
      let high = whole.high, let value = quantity(amount).exactValue,
      let stated = quantity(rate).exactValue
    else { return nil }
    let (part, change) = (operand("by", amount), operand("rate", rate))
    return Relation(
      check: Check.percentChange.id, operands: [change, part],
      formula: "\(Sum.plain(value)) / \(Sum.plain(stated)) %", computed: whole, verdict: .derived,
      explanation: "\(change.text) that is \(part.text) implies \(Implied.shown(low)) to "
        + "\(Implied.shown(high)) before",
      notes: ["the text states no value before: a fact computed, no claim held against it"])
  }
}

private enum Implied {
  /// A number to three digits: more would be made up.
  static func shown(_ number: DecimalNumber) -> String {
    var places = 0
    while DecimalNumber(1000) <= number.shifted(by: -places), places < 30 { places += 1 }
    let digits = Sum.rounded(number.shifted(by: -places), places: 0)
    return DecimalNumber(digits: digits).map { Sum.plain($0.shifted(by: places)) } ?? digits
  }
}
