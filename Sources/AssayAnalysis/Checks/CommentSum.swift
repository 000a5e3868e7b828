// Sums that a comment does itself: "27 missed out of 1,350 is 0.2%", "at £560 each I've saved £1,220",
// "with 36,000 homeless, 15,300 have nothing". Part of `comment-claim`; what does not come out is
// unsupported, since the comment may mean other numbers.

/// Words that lead to a result: "that is 2%", "so 13,500".
private let resultWords = WordSet("is was that's it's are be makes so means equals thats its")
private let thatWords = WordSet("that that's which")
private let eachWords = WordSet("each apiece")
/// How many tokens before a percentage its result word may stand.
private let resultReach = 4
/// No more figures than this make a sum that one can tell.
private let mostOperands = 4

extension PartReader {
  /// Results in comments against the figures that they are computed from.
  func relateOwnSums(judged: [Relation]) -> [Relation] {
    let known = Set(
      judged.filter { $0.verdict == .consistent }.compactMap { $0.operands.first?.claim })
    return analysis.claims.indices.compactMap { result in
      guard !known.contains(result), quantity(result).exactValue != nil,
        !quantity(result).isCalendar, !isDenied(result)
      else { return nil }
      return relateOwnShare(result) ?? relateEach(result) ?? relateRest(result)
    }
  }

  // MARK: Shares

  /// "27 missed out of 1,350 is 2%", "they had 24, so that is nearly 30%": of two figures and no more.
  private func relateOwnShare(_ result: Int) -> Relation? {
    guard quantity(result).kind == .percent, let stated = intervals(result), isResult(result) else {
      return nil
    }
    let figures = operands(of: result, back: 0)
    let both = figures.count < 2 ? operands(of: result, back: 1) : figures
    guard both.count == 2, let a = plainValue(both[0]), let b = plainValue(both[1]), a != b else {
      return nil
    }
    let (part, whole) = a < b ? (both[0], both[1]) : (both[1], both[0])
    let small = min(a, b)
    let large = max(a, b)
    guard let gap = DecimalNumber.subtracting(large, small),
      let share = percent(small, of: large), let rest = percent(gap, of: large),
      let rise = percent(gap, of: small)
    else { return nil }
    let fits = [share, rest, rise].contains { stated.lenient.overlaps(Interval($0)) }
    let isTied =
      figures.count == 2
      ? isOutOf(part, whole) || isOf(result, whole) : figures.count == 1 && isThat(result)
    guard fits || isTied else { return nil }
    return sum(
      result, [part, whole], "\(Sum.plain(small)) / \(Sum.plain(large))",
      "\(Sum.rounded(share, places: 1)) %", holds: fits)
  }

  /// "27 missed out of 1,350"
  private func isOutOf(_ part: Int, _ whole: Int) -> Bool {
    part < whole && gap(part, whole).contains { text.cue($0).contains(.of) }
  }

  /// "13% of the 15,200"
  private func isOf(_ result: Int, _ whole: Int) -> Bool {
    let end = text.end(of: quantity(result))
    return text.cue(end).contains(.of) && quantity(whole).tokens.lowerBound > end
      && quantity(whole).tokens.lowerBound - end <= 2
  }

  /// "so that is nearly 30%"
  private func isThat(_ result: Int) -> Bool {
    let start = quantity(result).tokens.lowerBound
    return text.holds(max(0, start - resultReach)..<start, anyOf: thatWords)
  }

  private func isResult(_ index: Int) -> Bool {
    let start = quantity(index).tokens.lowerBound
    return text.holds(max(0, start - resultReach)..<start, anyOf: resultWords)
  }

  private func percent(_ part: DecimalNumber, of whole: DecimalNumber) -> DecimalNumber? {
    DecimalNumber.quotient(part.shifted(by: 2), whole, isUp: false)
  }

  // MARK: So much each

  /// "My two both have it. At £560 each I've saved £1,120."
  private func relateEach(_ result: Int) -> Relation? {
    guard result > 0, quantity(result - 1).sentence == quantity(result).sentence,
      text.isAny(text.end(of: quantity(result - 1)), of: eachWords),
      quantity(result).kind == quantity(result - 1).kind,
      haveSameUnit(quantity(result), quantity(result - 1)),
      let rate = plainValue(result - 1), let stated = plainValue(result),
      !gap(result - 1, result).contains(where: { text.cue($0).contains(.and) })
    else { return nil }
    let counts = operands(of: result, back: 1).filter {
      $0 != result - 1 && quantity($0).kind == .count && !quantity($0).isPart
    }
    guard counts.count == 1, let number = plainValue(counts[0]), DecimalNumber(1) < number,
      let product = DecimalNumber.multiplying(rate, number), areNear(stated, product)
    else { return nil }
    return sum(
      result, [result - 1, counts[0]], "\(Sum.plain(number)) × \(Sum.plain(rate))",
      Sum.plain(product),
      holds: intervals(result)?.lenient.overlaps(Interval(product)) ?? true)
  }

  // MARK: What is left

  /// "22,500 places. With 36,000 homeless, 13,500 have nothing": the difference of the only two figures
  /// before it, or its digits in another order.
  private func relateRest(_ result: Int) -> Relation? {
    guard quantity(result).kind == .count, let stated = plainValue(result) else { return nil }
    let figures = operands(of: result, back: 1).filter {
      $0 < result && quantity($0).kind == .count
    }
    guard (2...mostOperands).contains(figures.count) else { return nil }
    let pairs = figures.enumerated().flatMap { place, first in
      figures[(place + 1)...].map { (first: first, second: $0) }
    }
    let gaps = pairs.compactMap { pair -> (pair: (first: Int, second: Int), gap: DecimalNumber)? in
      guard let a = plainValue(pair.first), let b = plainValue(pair.second),
        quantity(pair.second).sentence == quantity(result).sentence,
        let gap = DecimalNumber.subtracting(max(a, b), min(a, b)), !gap.isZero
      else { return nil }
      return (pair, gap)
    }
    let exact = gaps.first { $0.gap == stated }
    let slips = gaps.filter { haveSameDigits($0.gap, stated) && isSlip($0.gap, stated) }
    guard let told = exact ?? (slips.count == 1 ? slips.first : nil),
      let a = plainValue(told.pair.first), let b = plainValue(told.pair.second)
    else { return nil }
    return sum(
      result, [told.pair.first, told.pair.second],
      "\(Sum.plain(max(a, b))) − \(Sum.plain(min(a, b)))", Sum.plain(told.gap),
      holds: told.gap == stated)
  }

  // MARK: Showing

  /// The plain figures of a result's sentence, and of some sentences before it.
  private func operands(of result: Int, back: Int) -> [Int] {
    let number = quantity(result).sentence
    return (max(0, number - back)...number).flatMap { quantities(inSentence: $0) }.filter { index in
      let quantity = quantity(index)
      guard index != result, plainValue(index).map({ !$0.isZero && !$0.isNegative }) ?? false else {
        return false
      }
      switch quantity.kind {
      case .count, .money, .measure: return !quantity.isPart
      default: return false
      }
    }
  }

  private func sum(
    _ result: Int, _ operands: [Int], _ formula: String, _ shown: String, holds: Bool
  ) -> Relation {
    let stated = operand("result", result)
    return Relation(
      check: Check.commentClaim.id,
      operands: [stated] + operands.map { operand("operand", $0) }, formula: formula,
      stated: intervals(result)?.strict, verdict: holds ? .consistent : .unsupported,
      explanation: "\(formula) = \(shown), stated \(stated.text)",
      notes: holds ? [] : ["the figures of the comment itself give another result"])
  }
}
