// "Brandt was second, 38 seconds down. Lund took third at 1min 12sec, 34 seconds behind Brandt": what lies
// between two is known where the first was told before. Part of `difference`.

private let behindWords = WordSet("behind ahead")
private let backWords = WordSet("down back behind adrift")
/// How many tokens behind its name a figure may stand.
private let nameReach = 9

extension PartReader {
  /// Gaps to somebody whose own figure the sentence before gives.
  func relateStandings() -> [Relation] {
    analysis.claims.indices.dropFirst().compactMap { gap -> Relation? in
      guard let name = rival(behind: gap), let stated = countedValue(gap),
        let own = countedValue(gap - 1), haveOneMeasure(gap - 1, gap), !isDenied(gap),
        quantity(gap - 1).sentence == quantity(gap).sentence, isCommaOnly(self.gap(gap - 1, gap)),
        let rival = figure(of: name, before: gap), let other = countedValue(rival)
      else { return nil }
      let end = text.end(of: quantity(gap))
      // Seconds down grow with the gap, points do not.
      let isGrowing = text.isAny(text.end(of: quantity(rival)), of: backWords)
      let isBehind = text.lower(end) == "behind"
      guard let difference = DecimalNumber.subtracting(own, other) else { return nil }
      let computed = isGrowing == isBehind ? difference : difference.negated
      guard computed.isNegative == false, !computed.isZero, areNear(computed, stated) else {
        return nil
      }
      return relation(gap, rival, computed, holds: computed == stated)
    }
  }

  private func relation(
    _ gap: Int, _ rival: Int, _ computed: DecimalNumber, holds: Bool
  ) -> Relation {
    let operands = [
      operand("by", gap), operand("value", gap - 1), operand("other", rival),
    ]
    let formula = "\(operands[1].text) − \(operands[2].text)"
    return Relation(
      check: Check.difference.id, operands: operands, formula: formula,
      computed: Interval(computed), verdict: holds ? .consistent : .doubtful,
      explanation: "\(formula) = \(Sum.plain(computed))"
        + (isTimed(gap) ? " seconds" : "") + ", stated \(operands[0].text)",
      notes: holds ? [] : ["the figure of the one named is the one told of them before"])
  }

  /// The token of the name behind "34 seconds behind".
  private func rival(behind gap: Int) -> Int? {
    let end = text.end(of: quantity(gap))
    guard text.isAny(end, of: behindWords) else { return nil }
    let name = text.cue(end + 1).contains(.of) ? end + 2 : end + 1
    return text.isCapitalised(name) ? name : nil
  }

  /// The only figure of a name in the sentence before, or earlier in this one, in the measure of a gap.
  private func figure(of name: Int, before gap: Int) -> Int? {
    let here = quantity(gap).sentence
    let words = text.lower(name)
    let sentences = analysis.words.sentences
    let reach = max(0, here - 1)...here
    let found = reach.flatMap { number -> [Int] in
      guard sentences[number].block == sentences[here].block else { return [] }
      return sentences[number].tokens.filter { $0 < name && text.lower($0) == words }
        .compactMap { place in
          quantities(inSentence: number).first { index in
            let start = quantity(index).tokens.lowerBound
            return index < gap - 1 && start > place && start - place <= nameReach
              && haveOneMeasure(index, gap)
          }
        }
    }
    return Set(found).count == 1 ? found[0] : nil
  }

  private func isTimed(_ index: Int) -> Bool {
    quantity(index).unit.name == "second" || quantity(index).unit.name == "minute"
  }

  private func haveOneMeasure(_ first: Int, _ second: Int) -> Bool {
    if isTimed(first) || isTimed(second) { return isTimed(first) && isTimed(second) }
    return quantity(first).kind == .count && quantity(second).kind == .count
      && areAlike(first, second) && quantity(first).unit.dimension == .count
  }

  /// The number; of a stretch of time in seconds.
  private func countedValue(_ index: Int) -> DecimalNumber? {
    guard let value = plainValue(index) else { return nil }
    return quantity(index).unit.name == "minute"
      ? DecimalNumber.multiplying(value, DecimalNumber(60)) : value
  }
}
