// Differences that a noun names: "spent £3.91 million and took £3.84 million, a shortfall of £70,000".

/// Nouns whose amount can only be the difference of the two figures before them.
private let plainGaps = WordSet(
  "shortfall surplus deficit saving savings lead gap difference majority outperformance remainder "
    + "balance improvement")
/// Nouns that are as often something of their own.
private let looseGaps = WordSet(
  "loss profit gain margin drop rise fall increase decrease decline jump cut reduction")
/// Words between the second figure and the noun: ", leaving a", ", which is a", "– a".
private let bridges = WordSet(
  "leaving a an the its which is was makes making meaning so means giving or")

private let standing = WordSet("is was stands stood")
private let betweenWord = WordSet("between")
private let betweenNouns = WordSet("gap difference margin lead shortfall surplus")
private let takingUp = WordSet("that this it")
private let articles = WordSet("the that this its their his her")
private let andWord = WordSet("and")

/// How many tokens may stand between a figure and the noun that takes it up.
private let longestBridge = 8

extension PartReader {
  func relateGaps(judged: [Relation]) -> [Relation] {
    let known = Set(judged.compactMap { $0.operands.first?.claim })
    var found: [Relation] = []
    for passage in passages {
      for stated in passage.sentence where !known.contains(stated) {
        if let relation = relateGap(stated, passage) { found.append(relation) }
      }
    }
    return found
  }

  /// The noun in "a shortfall of £70,000".
  private func gapNoun(before stated: Int) -> (token: Int, isPlain: Bool)? {
    let start = firstToken(of: stated)
    // "The gap between them is six points"
    if text.isAny(start - 1, of: standing) {
      let noun = (max(0, start - 1 - longestBridge)..<start - 1).last {
        text.isAny($0, of: betweenNouns)
      }
      guard let noun, text.cue(noun - 1).contains(.determiner),
        (noun..<start).allSatisfy({ text.isWord($0) && !text.isCounted($0) }),
        noun == start - 2 || text.isAny(noun + 1, of: betweenWord) && noun + 4 >= start - 1
      else { return nil }
      return (noun, true)
    }
    guard text.cue(start - 1).contains(.of) else { return nil }
    if text.isAny(start - 2, of: plainGaps) { return (start - 2, true) }
    return text.isAny(start - 2, of: looseGaps) ? (start - 2, false) : nil
  }

  private func relateGap(_ stated: Int, _ passage: Passage) -> Relation? {
    guard let amount = plainValue(stated), !quantity(stated).isCalendar, !quantity(stated).isPart,
      !quantity(stated).kind.isFraction, let (noun, isPlain) = gapNoun(before: stated)
    else { return nil }
    let inside = passage.sentence.filter { $0 < stated && isSide($0, of: stated) }
    // "Tickets brought in €28 million. Costs were €31 million, leaving a loss of €3 million."
    let isSplit = inside.count == 1 && isBridge(from: inside[0], to: noun)
    let isBack = inside.isEmpty && isTakenUp(noun, stated) || isSplit
    let former = isBack ? passage.before.filter { isSide($0, of: stated) } : []
    let sides = inside.count >= 2 ? inside : former + inside
    guard sides.count >= 2 else { return nil }
    var best: (pair: (Int, Int), verdict: Verdict, computed: Interval)?
    for (place, second) in sides.enumerated() {
      for first in sides[..<place] where areAlike(first, second) || arePoints(first, second) {
        guard let a = countedIntervals(first), let b = countedIntervals(second),
          let known = countedIntervals(stated),
          let computed = combine(a, b, { Interval.subtracting($0, $1)?.magnitude })
        else { continue }
        let verdict = compare(
          stated: (known.strict.magnitude, known.lenient.magnitude), computed: computed)
        if verdict.goodness < best?.verdict.goodness ?? 9 {
          best = ((first, second), verdict, computed.strict)
        }
      }
    }
    guard let best else { return nil }
    var verdict = best.verdict
    if verdict != .consistent {
      guard sides.count == 2, !isGuarded(stated), !amount.isZero, haveOneOrder(best.pair),
        isBack || isBridge(from: sides[1], to: noun),
        isOfEnds(stated, (from: best.pair.0, to: best.pair.1), best.computed.low ?? .zero, self)
      else { return nil }
      if !isPlain || isBack { verdict = .doubtful }
    }
    return relation(stated, best.pair, best.computed, verdict)
  }

  private func isSide(_ index: Int, of stated: Int) -> Bool {
    let (side, amount) = (quantity(index), quantity(stated))
    if amount.kind == .percentagePoint || amount.unit.name == "point" {
      if side.kind == .percent { return side.direction == nil }
      // "at 48 per cent and Ferrand at 41"
      return index > 0 && quantity(index - 1).kind == .percent && isBareBehind(index)
    }
    return areAlike(index, stated) && !isRate(index)
      && perUnit(side) == perUnit(amount) && side.kind != .percentagePoint
  }

  private func arePoints(_ first: Int, _ second: Int) -> Bool {
    quantity(first).kind == .percent && second == first + 1 && isBareBehind(second)
  }

  private func isBareBehind(_ index: Int) -> Bool {
    let (here, there) = (quantity(index), quantity(index - 1))
    return here.kind == .count && here.unit.dimension == .none && here.sentence == there.sentence
      && text.holds(gap(index - 1, index), anyOf: andWord)
  }

  /// "That is a saving of €270": the sentence takes up the one before it.
  private func isTakenUp(_ noun: Int, _ stated: Int) -> Bool {
    guard let tokens = sentence(of: stated)?.tokens, noun - tokens.lowerBound <= longestBridge
    else {
      return false
    }
    if text.isAny(noun, of: betweenNouns), noun - tokens.lowerBound <= 1,
      text.isAny(tokens.lowerBound, of: articles), !text.cue(noun + 1).contains(.of)
    {
      return true
    }
    return text.isAny(tokens.lowerBound, of: takingUp)
  }

  private func isBridge(from second: Int, to noun: Int) -> Bool {
    let start = text.end(of: quantity(second))
    guard start < noun, noun - start <= longestBridge else { return false }
    // "within a day, a jump of": the comma and what leads to the noun.
    guard let mark = (start..<noun).last(where: { !text.isWord($0) }) else { return false }
    return (mark + 1..<noun).allSatisfy { text.isAny($0, of: bridges) }
      && (start..<mark).allSatisfy { text.isWord($0) }
  }

  private func haveOneOrder(_ pair: (Int, Int)) -> Bool {
    guard let a = quantity(pair.0).middle, let b = quantity(pair.1).middle else { return false }
    return !missesScale(pair.0, pair.1) && areNear(a, b)
  }

  private func relation(
    _ stated: Int, _ pair: (Int, Int), _ computed: Interval, _ verdict: Verdict
  ) -> Relation? {
    guard let a = quantity(pair.0).middle, let b = quantity(pair.1).middle,
      let difference = DecimalNumber.subtracting(max(a, b), min(a, b))
    else { return nil }
    let shown = Sum.together([max(a, b), min(a, b), difference])
    let operand = operand("by", stated)
    let told = notes([], candidates: 1, verdict: verdict)
    return Relation(
      check: Check.difference.id,
      operands: [operand, self.operand("first", pair.0), self.operand("second", pair.1)],
      formula: "\(shown[0]) − \(shown[1])", computed: computed,
      stated: intervals(stated)?.strict, verdict: verdict,
      explanation: "\(shown[0]) − \(shown[1]) = \(shown[2]), stated \(operand.text)",
      notes: told)
  }
}
