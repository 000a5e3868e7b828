// Points that the words call per cent: "68 per cent the year before, 62 now, so it slipped by six per cent".
// Part of `percent-change`.

private let byWord = WordSet("by")

extension PartReader {
  /// Changes in per cent that are the difference of the only two rates before them, in their sentence and
  /// the one before, and not their change; those judged already left out.
  func relatePointsTold(judged: [Relation]) -> [Relation] {
    let known = Set(judged.compactMap { $0.operands.first?.claim })
    return sentences.enumerated().flatMap { place, sentence in
      sentence.compactMap { rate in
        known.contains(rate) || !isChangeInPercent(rate) ? nil : relatePoints(rate, place)
      }
    }
  }

  private func isChangeInPercent(_ rate: Int) -> Bool {
    let quantity = quantity(rate)
    guard quantity.kind == .percent || quantity.kind == .percentChange,
      plainValue(rate).map({ !$0.isZero }) ?? false, !isDenied(rate)
    else { return false }
    return text.isAny(firstToken(of: rate) - 1, of: byWord)
  }

  private func relatePoints(_ rate: Int, _ place: Int) -> Relation? {
    let before = sentences[place].filter { $0 < rate && quantity($0).kind == .percent }
    let former = formerSentence(place).map {
      sentences[$0].filter { quantity($0).kind == .percent }
    }
    let rates = (former ?? []) + before
    guard !before.isEmpty, rates.count == 2, let a = plainValue(rates[0]),
      let b = plainValue(rates[1]), let stated = plainValue(rate),
      let known = percentIntervals(rate),
      let gap = DecimalNumber.subtracting(b, a)?.magnitude, gap == stated.magnitude
    else { return nil }
    let ends = [(a, b), (b, a)].compactMap { percentChange(from: Interval($0), to: Interval($1)) }
    guard !ends.contains(where: { $0.magnitude.overlaps(known.lenient.magnitude) }) else {
      return nil
    }
    let shown = Sum.together([max(a, b), min(a, b), gap])
    let operand = operand("rate", rate)
    return Relation(
      check: Check.percentChange.id,
      operands: [operand, self.operand("from", rates[0]), self.operand("to", rates[1])],
      formula: "\(shown[0]) − \(shown[1])", computed: Interval(gap), stated: known.strict,
      verdict: .doubtful,
      explanation: "\(shown[0]) − \(shown[1]) = \(shown[2]) points, stated \(operand.text)",
      notes: ["the rates differ by so many points; the change in per cent is another"])
  }
}
