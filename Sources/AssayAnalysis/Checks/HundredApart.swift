// Shares of one whole that stand in several sentences: "The UK gets 63 per cent. Norway takes 23 per cent,
// and the EU has the other 14 per cent".

private let rests = WordSet("remaining rest remainder others other outstanding balance")
private let linking = WordSet(
  "the with for to at is was got has had about some , making all account accounted")
private let fractionWords = WordSet(
  "half third thirds quarter quarters fifth fifths tenth majority most")

/// How many shares make up a whole at most.
private let mostShares = 8
/// How many tokens before the last share the word that makes it the rest may stand.
private let restReach = 4

extension PartReader {
  /// Shares up to "the other 14 per cent", with those of the sentences before in its paragraph.
  func relateHundredsApart(judged: [Relation]) -> [Relation] {
    let known = Set(judged.compactMap { $0.operands.first?.claim })
    return sentences.indices.compactMap { place in
      guard let last = sentences[place].last(where: { quantity($0).kind == .percent }),
        !known.contains(last), isPlainShare(last), isRest(last), !isOfAnother(last, self)
      else { return nil }
      return relateShares(upTo: last, place)
    }
  }

  private func isPlainShare(_ index: Int) -> Bool {
    guard quantity(index).kind == .percent && quantity(index).direction == nil || isMadeUp(index),
      plainValue(index) != nil, !text.cue(firstToken(of: index) - 1).contains(.at)
    else { return false }
    switch analysis.claims[index].role {
    case .from, .to, .by: return false
    case .value, .rate, .part, .whole, .bound: return true
    }
  }

  /// "the other 14 per cent", "the rest, 14 per cent"; not "of the other".
  private func isRest(_ share: Int) -> Bool {
    let start = firstToken(of: share)
    for place in stride(from: start - 1, through: max(0, start - restReach), by: -1) {
      if text.isAny(place, of: rests) {
        return !text.cue(place - 1).contains(.of) && !text.cue(place - 2).contains(.of)
          && (text.lower(place) != "other" || text.cue(place - 1).contains(.determiner))
      }
      guard text.mark(place) == UInt8(ascii: ",") || text.isAny(place, of: linking) else {
        return false
      }
    }
    return false
  }

  private func relateShares(upTo last: Int, _ place: Int) -> Relation? {
    var shares: [Int] = []
    var (first, hasOthers) = (place, false)
    while true {
      let here = sentences[first].filter { $0 <= last }
      let plain = here.filter(isPlainShare)
      let rates = here.filter { quantity($0).kind.isFraction || quantity($0).isPart }
      if plain.isEmpty || shares.count + plain.count > mostShares { break }
      hasOthers = hasOthers || rates.count != plain.count
      shares = plain + shares
      guard let former = formerSentence(first) else { break }
      first = former
    }
    guard shares.count >= 3, let tokens = sentence(of: last)?.tokens else { return nil }
    let whole = Interval(DecimalNumber(100))
    var sums: [ToldSum] = []
    for count in 2...shares.count {
      let some = Array(shares.suffix(count))
      guard var sum = hundred(some, last) else { continue }
      let isAll =
        count == shares.count && !hasOthers && !text.holds(tokens, anyOf: fractionWords)
        && areNearEachOther(some) && isNearAll(some)
      sum.isSure = isAll
      sums.append(sum)
    }
    return settle(
      ToldResult(stated: last, role: "share", check: .hundredPercent, known: (whole, whole)), sums)
  }

  /// From three quarters to four thirds of all: less or more is no whole.
  private func isNearAll(_ shares: [Int]) -> Bool {
    total(shares.compactMap { plainValue($0) }).map { areClose($0, DecimalNumber(100)) } ?? false
  }

  /// No sentence without figures stands between two of them.
  private func areNearEachOther(_ shares: [Int]) -> Bool {
    zip(shares, shares.dropFirst()).allSatisfy {
      quantity($1).sentence - quantity($0).sentence <= 1
    }
  }

  private func hundred(_ shares: [Int], _ last: Int) -> ToldSum? {
    let values = shares.compactMap { plainValue($0) }
    guard values.count == shares.count, let total = total(values),
      let computed = sum(shares.compactMap { intervals($0) })
    else { return nil }
    return ToldSum(
      operands: shares.filter { $0 != last }.map { operand("share", $0) },
      formula: values.map(Sum.plain).joined(separator: " + "), result: Sum.plain(total),
      computed: computed)
  }
}
