extension Check {
  /// Flags p-values and means that the statistics beside them contradict.
  public static let statistics = Check(
    id: "statistics",
    summary: "p-values against their test statistics; means against the number of answers",
    tier: 2,
    documentation: """
      ## What it examines

      Results in the form of psychology and medicine: t(28) = 2.20, p = .036; F(1, 28) = 4.20;
      r(58) = .34; χ²(2, N = 90) = 7.1; z = 1.97. The p-value is computed from the statistic over
      all numbers that round to it, two-sided for t, r and z. A mean of whole answers (M = 3.48,
      N = 25, on a Likert scale or of one item) must be a fraction over N. Only where the site's
      settings switch it on:

          checks:
            statistics: true

      ## Why it matters

      In half of the articles that report such tests some p does not follow from its statistic.

      ## Example

      "t(28) = 2.20, p = .001": the p-value is .036.

      ## When to ignore it

      Where the test was one-sided or p was corrected for several tests and the text says so.
      """,
    isOptional: true, run: relateStatistics)
}

func relateStatistics(_ input: CheckInput) -> [Relation] {
  input.readers.flatMap { reader -> [Relation] in
    let text = reader.analysis.words.text
    return text.bytes.withUnsafeBufferPointer { bytes in
      var relations: [Relation] = []
      for sentence in reader.analysis.words.sentences {
        var scanner = StatisticScanner(bytes: bytes, range: sentence.range.offsets)
        while let found = scanner.next() { relations.append(relate(found, sentence, reader)) }
        if let grim = relateMean(sentence, bytes, reader) { relations.append(grim) }
      }
      return relations
    }
  }
}

/// Words by which a p-value is no plain two-sided one.
private let otherTests: Set<String> = [
  "one-tailed", "one-sided", "directional", "bonferroni", "corrected", "adjusted", "holm",
  "greenhouse-geisser", "tailed", "sided",
]

private func relate(
  _ found: ReportedTest, _ sentence: Sentence, _ reader: PartReader
) -> Relation {
  let computed = found.pValues
  let isOther = reader.holds(sentence.tokens, anyOf: otherTests)
  let fits =
    found.admits(computed) || (isOther && found.admits((computed.low / 2, computed.high / 2)))
  let verdict: Verdict = fits ? .consistent : isOther ? .notCheckable : .doubtful
  let shown = "\(shownP(computed.low)) to \(shownP(computed.high))"
  let stated = reader.operand("p", words: TextRange(found.pRange))
  let crosses = (found.isSignificant) != (computed.high < 0.05) && !fits
  return Relation(
    check: Check.statistics.id,
    operands: [stated, reader.operand("statistic", words: TextRange(found.range))],
    formula: found.formula, verdict: verdict,
    explanation: "\(found.formula) gives p of \(shown), stated \(stated.text)",
    notes: [crosses ? "the two lie on different sides of .05" : "both lie on one side of .05"])
}

private func shownP(_ value: Double) -> String {
  let thousandths = Int((value * 10_000).rounded())
  guard thousandths > 0 else { return "< .0001" }
  let digits = String(thousandths)
  if thousandths >= 10_000 { return "1" }
  return "." + String(repeating: "0", count: 4 - digits.utf8.count) + digits
}

// MARK: GRIM

/// The mean of N whole numbers is a fraction over N (Brown and Heathers, 2017).
private func relateMean(
  _ sentence: Sentence, _ bytes: UnsafeBufferPointer<UInt8>, _ reader: PartReader
) -> Relation? {
  guard reader.holds(sentence.tokens, anyOf: ["likert", "single-item", "one-item"]) else {
    return nil
  }
  var scanner = StatisticScanner(bytes: bytes, range: sentence.range.offsets)
  guard let mean = scanner.assignment(of: ["M"]), mean.value.exponent < 0,
    let count = scanner.assignment(of: ["N", "n"]), count.value.exponent >= 0,
    let number = Int(count.value.description), number > 0,
    let bound = powerOfTen(-mean.value.exponent), number < bound
  else { return nil }
  let verdict: Verdict = isMean(mean.value, of: number) ? .consistent : .doubtful
  let stated = reader.operand("mean", words: TextRange(mean.range))
  return Relation(
    check: Check.statistics.id,
    operands: [stated, reader.operand("number", words: TextRange(count.range))],
    formula: "\(mean.value) × \(number)", stated: Interval(mean.value), verdict: verdict,
    explanation: verdict == .consistent
      ? "some sum of \(number) whole answers has a mean of \(mean.value)"
      : "no sum of \(number) whole answers has a mean of \(mean.value)",
    notes: ["the words declare whole answers on one scale"])
}

private func powerOfTen(_ places: Int) -> Int? {
  places <= 6 ? (0..<places).reduce(1) { power, _ in power * 10 } : nil
}

/// Whether some whole sum over N lies within half a unit of the mean's last digit.
private func isMean(_ mean: DecimalNumber, of count: Int) -> Bool {
  let half = DecimalNumber(mantissa: 5, exponent: mean.exponent - 1)
  guard let low = DecimalNumber.subtracting(mean, half),
    let high = DecimalNumber.adding(mean, half),
    let least = DecimalNumber.multiplying(low, DecimalNumber(count)),
    let most = DecimalNumber.multiplying(high, DecimalNumber(count)),
    let floor = Int(wholePart(most))
  else { return false }
  return least <= DecimalNumber(floor)
}

private func wholePart(_ number: DecimalNumber) -> String {
  String(number.description.prefix { $0 != "." })
}
