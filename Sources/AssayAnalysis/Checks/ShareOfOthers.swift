// Shares of a whole that stands further away: "£12, a quarter of the dearest", "three in ten, 270".

/// How far a rate may miss before it is doubtful, as shares of itself: "one in five" of 22 % is
/// still what people say.
private let looseness = Interval(
  low: DecimalNumber(mantissa: 85, exponent: -2), high: DecimalNumber(mantissa: 115, exponent: -2))

private let upWord = WordSet("up")
private let making = WordSet("make makes made making")
private let adding = WordSet("adds adding contributes contribute supplies")

extension PartReader {
  /// Shares whose part stands beside them and whose whole does not; those judged already left out.
  func relateDistantShares(judged: [Relation]) -> [Relation] {
    let known = Set(judged.flatMap { $0.operands.prefix(2).compactMap(\.claim) })
    var found: [Relation] = []
    for passage in passages {
      for rate in passage.sentence where !known.contains(rate) && isShareRate(rate) {
        if let relation = relateDistantShare(rate, passage) { found.append(relation) }
      }
    }
    return found
  }

  /// A percentage that is no change, "a quarter", "one in five".
  func isShareRate(_ index: Int) -> Bool {
    let quantity = quantity(index)
    guard quantity.direction == nil || isMadeUp(index), quantity.exactValue != nil else {
      return false
    }
    switch analysis.claims[index].role {
    case .from, .to, .by: return false
    case .part, .whole, .rate, .bound, .value: break
    }
    return quantity.kind == .percent || quantity.isPart || isOneIn(quantity) || isMadeUp(index)
  }

  /// "made up 45 %" is a share, no rise; and so is what something "adds" to others.
  func isMadeUp(_ index: Int) -> Bool {
    guard quantity(index).kind == .percentChange else { return false }
    let start = firstToken(of: index)
    return text.isAny(start - 1, of: upWord) && text.isAny(start - 2, of: making)
      || text.isAny(start - 1, of: adding)
  }

  /// "one in five".
  func isOneIn(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .ratio, let value = quantity.exactValue else { return false }
    return !value.isNegative && !value.isZero && value < DecimalNumber(1)
  }

  private func relateDistantShare(_ rate: Int, _ passage: Passage) -> Relation? {
    guard let part = partBeside(rate, passage.sentence), let k = quantity(part).exactValue else {
      return relateTakenShare(rate, passage)
    }
    let isOf = text.cue(quantity(rate).tokens.upperBound).contains(.of)
    func isWhole(_ index: Int) -> Bool {
      guard index != part, index != rate, areAlike(index, part) || isBareCount(index, part),
        let n = plainValue(index)
      else { return false }
      return k < n
    }
    let near = passage.sentence.filter { $0 < min(part, rate) && isWhole($0) }
    let wholes = near.isEmpty ? passage.before.filter(isWhole) : near
    var best: (whole: Int, verdict: Verdict, computed: Interval)?
    for whole in wholes {
      guard let reading = readShare(part, whole, rate) else { continue }
      if reading.verdict.goodness < best?.verdict.goodness ?? 9 {
        best = (whole, reading.verdict, reading.computed)
      }
    }
    if best?.verdict != .consistent, let told = relateFieldShare(rate, part) { return told }
    guard let best else { return nil }
    if best.verdict != .consistent {
      // Only where the words point at what stands before them.
      if let rivals = slipOfWhole(part, rate, passage, near) { return rivals }
      if let told = relateLoneShare(part, rate, wholes, best.computed) { return told }
      guard isOf, wholes.count <= 2, isTakenUp(behind: rate), !isGuarded(rate), !isLoosePart(rate),
        !near.isEmpty || isPronoun(behind: rate), !hasOtherWhole(rate, best.whole),
        !passage.sentence.contains(where: { other in
          other != rate && isShareRate(other)
            && readShare(part, best.whole, other)?.verdict == .consistent
        })
      else { return nil }
    }
    return shareRelation(
      part, best.whole, rate, best.computed, best.verdict == .consistent ? .consistent : .doubtful)
  }

  /// "The estate has 340 homes. A quarter, or 85, are let": a sentence that begins with a share of the only
  /// figure of the one before.
  private func relateLoneShare(
    _ part: Int, _ rate: Int, _ wholes: [Int], _ computed: Interval
  ) -> Relation? {
    guard wholes.count == 1, let tokens = sentence(of: rate)?.tokens, part == rate + 1,
      firstToken(of: rate) - tokens.lowerBound <= 1,
      quantity(wholes[0]).sentence < quantity(rate).sentence,
      gap(rate, part).count == 2, text.cue(gap(rate, part).lowerBound + 1).contains(.or),
      quantity(part).unit.dimension == .none, !isGuarded(rate), !isLoosePart(rate),
      let stated = shareIntervals(rate)?.strict.low, let low = computed.low, areNear(stated, low)
    else { return nil }
    return shareRelation(part, wholes[0], rate, computed, .doubtful)
  }

  /// "of the dearest", "of it", "of them": not "of gross income", which the text may not give.
  private func isTakenUp(behind rate: Int) -> Bool {
    ["the", "it", "them", "that", "those", "all"].contains(
      text.lower(quantity(rate).tokens.upperBound + 1))
  }

  /// "Of the 2,400 leases, one in eight of the fleet": a share of something else.
  private func hasOtherWhole(_ rate: Int, _ whole: Int) -> Bool {
    let name = quantity(rate).unit.name
    guard name.hasPrefix("% ") else { return false }
    return !quantity(whole).unit.name.contains(name.dropFirst(2))
  }

  /// "a deposit of 10 %, or £35,100" behind "sells for £305,100": the only whole there is, and a part
  /// whose digits are those of the right one in another order.
  private func slipOfWhole(
    _ part: Int, _ rate: Int, _ passage: Passage, _ near: [Int]
  ) -> Relation? {
    guard let k = plainValue(part), let share = plainValue(rate), quantity(rate).kind == .percent,
      near.isEmpty, !isGuarded(rate)
    else { return nil }
    let wholes = passage.before.filter { areAlike($0, part) }
    for whole in wholes {
      guard let n = plainValue(whole),
        let right = DecimalNumber.multiplying(n, share)?.shifted(by: -2),
        haveSameDigits(k, right), let reading = readShare(part, whole, rate)
      else { continue }
      return shareRelation(part, whole, rate, reading.computed, .doubtful)
    }
    return nil
  }

  /// "of it", "of them": what the sentence before speaks of.
  private func isPronoun(behind rate: Int) -> Bool {
    let end = quantity(rate).tokens.upperBound
    return ["it", "them", "that", "those"].contains(text.lower(end + 1))
  }

  /// A bare count is a part of any count.
  func isBareCount(_ whole: Int, _ part: Int) -> Bool {
    quantity(part).kind == .count && quantity(whole).kind == .count
      && quantity(part).unit.dimension == .none
  }

  /// "£12, a quarter", "270, or 30 %", "a tenth of it, about £40,000", "three in ten of them, 270".
  private func partBeside(_ rate: Int, _ sentence: Range<Int>) -> Int? {
    if sentence.contains(rate - 1), isFigure(rate - 1) {
      let gap = gap(rate - 1, rate)
      if isLink(gap) { return rate - 1 }
    }
    // "three quarters of them by 2027, or 900"
    if sentence.contains(rate + 2), quantity(rate + 1).isDate, isFigure(rate + 2),
      text.cue(quantity(rate).tokens.upperBound).contains(.of)
    {
      let gap = gap(rate + 1, rate + 2)
      let last = gap.last.map { text.cue($0).contains(.or) } ?? false
      return gap.count == 2 && last ? rate + 2 : nil
    }
    guard sentence.contains(rate + 1), isFigure(rate + 1) else { return nil }
    let gap = gap(rate, rate + 1)
    guard quantity(rate).tokens.upperBound < quantity(rate + 1).tokens.lowerBound else {
      return nil
    }
    let whole = quantity(rate).tokens.upperBound..<quantity(rate + 1).tokens.lowerBound
    if whole.count <= 6, text.cue(whole.lowerBound).contains(.of), let last = whole.last,
      text.mark(last) == UInt8(ascii: ",") || text.cue(last).contains(.modifier),
      whole.filter({ !text.isWord($0) }).count == 1
    {
      return rate + 1
    }
    guard gap.count <= 6, let comma = gap.first(where: { text.mark($0) == UInt8(ascii: ",") }),
      (gap.lowerBound..<comma).allSatisfy({ text.isWord($0) }),
      (comma + 1..<gap.upperBound).allSatisfy({
        text.cue($0).contains(.modifier) || text.cue($0).contains(.or)
      }),
      comma == gap.lowerBound || text.cue(gap.lowerBound).contains(.of)
    else { return nil }
    return rate + 1
  }

  private func isFigure(_ index: Int) -> Bool {
    let quantity = quantity(index)
    switch quantity.kind {
    case .count, .money, .measure:
      let isRough = quantity.qualifier == .about && quantity.exactValue != nil
      return (isRough || plainValue(index) != nil) && !quantity.isPart
    default: return false
    }
  }

  /// A comma, "or", or a bracket between a figure and its share, and one noun at most.
  private func isLink(_ gap: Range<Int>) -> Bool {
    guard !gap.isEmpty, gap.count <= 6 else { return false }
    var hasLink = false
    var nouns = 0
    for index in gap.dropFirst(ownerCount(gap.lowerBound)) {
      let mark = text.mark(index)
      if mark == UInt8(ascii: ",") || mark == UInt8(ascii: "(") || text.cue(index).contains(.or) {
        hasLink = true
      } else if text.cue(index).contains(.modifier) || text.cue(index).contains(.determiner) {
        continue
      } else if text.isWord(index), !hasLink, text.cue(index).isEmpty, nouns == 0 {
        nouns += 1
      } else {
        return false
      }
    }
    return hasLink
  }
}

extension PartReader {
  /// "€431m of the income, or 60 %", "2,300 hectares between them, 45 %": words to be passed over.
  private func ownerCount(_ start: Int) -> Int {
    if text.lower(start) == "between", text.lower(start + 1) == "them" { return 2 }
    guard text.cue(start).contains(.of), text.cue(start + 1).contains(.determiner),
      text.isWord(start + 2)
    else { return 0 }
    return 3
  }
}

// MARK: Arithmetic

extension PartReader {
  /// 100 part / whole against a stated share.
  func readShare(_ part: Int, _ whole: Int, _ rate: Int) -> (verdict: Verdict, computed: Interval)?
  {
    guard let a = countedIntervals(part), let b = countedIntervals(whole), b.lenient.isPositive,
      let stated = shareIntervals(rate),
      let computed = combine(
        a, b,
        { part, whole in
          Interval.dividing(part, by: whole).flatMap {
            Interval.multiplying($0, Interval(DecimalNumber(100)))
          }
        })
    else { return nil }
    return (compare(stated: stated, computed: computed), computed.strict)
  }

  /// A share in percent; "one in five" and "a third" with the looseness of words.
  func shareIntervals(_ rate: Int) -> TwoIntervals? {
    let quantity = quantity(rate)
    guard quantity.isPart || isOneIn(quantity) else { return intervals(rate) }
    guard let value = quantity.exactValue?.shifted(by: 2) else { return percentIntervals(rate) }
    switch quantity.qualifier {
    case .exact, .about, .up, .down:
      guard let wide = Interval.multiplying(Interval(value), looseness) else { return nil }
      let strict = Interval.multiplying(Interval(value), wordLooseness)
      return (strict ?? wide, wide)
    case .nearly, .over, .atLeast, .under, .upTo: return percentIntervals(rate)
    }
  }

  func shareRelation(
    _ part: Int, _ whole: Int, _ rate: Int, _ computed: Interval, _ verdict: Verdict
  ) -> Relation? {
    guard let k = quantity(part).middle, let n = quantity(whole).middle, !n.isZero,
      let exact = DecimalNumber.quotient(k.shifted(by: 2), n, isUp: false)
    else { return nil }
    let shown = Sum.together([k, n])
    let formula = "\(shown[0]) / \(shown[1])"
    let operand = operand("rate", rate)
    let places = isOneIn(quantity(rate)) ? 1 : Sum.percentPlaces(beyond: quantity(rate))
    let result = Sum.rounded(exact, places: places)
    return Relation(
      check: Check.share.id,
      operands: [operand, self.operand("part", part), self.operand("whole", whole)],
      formula: formula, computed: computed, exact: exact, stated: shareIntervals(rate)?.strict,
      verdict: verdict,
      explanation: "\(formula) = \(result) %, stated \(operand.text)",
      notes: notes([], candidates: 1, verdict: verdict))
  }
}

/// Within this a share in words is plainly meant.
private let wordLooseness = Interval(
  low: DecimalNumber(mantissa: 93, exponent: -2), high: DecimalNumber(mantissa: 107, exponent: -2))
