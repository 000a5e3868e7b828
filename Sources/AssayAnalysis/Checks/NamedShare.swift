// Amounts told as a share of what the text names and values elsewhere: "Digital orders made up 27 % of net
// sales, or $923 million", where net sales are told in another paragraph.

private let leads = WordSet(
  "or about some nearly almost roughly around that is was which equal to worth equivalent just over under "
    + "more less than a")
private let small = WordSet(
  "the its their his her total all this that our group company annual overall gross")

/// The most words that name a whole.
private let mostNouns = 4
/// How many figures back and ahead a whole may stand.
private let reach = 160

extension PartReader {
  /// Amounts beside a share of a named whole; those judged already left out.
  func relateNamedShares(judged: [Relation]) -> [Relation] {
    let known = Set(judged.flatMap { $0.operands.prefix(2).compactMap(\.claim) })
    return sentences.flatMap { sentence in
      sentence.compactMap { rate in
        guard !known.contains(rate), isShareRate(rate),
          text.cue(quantity(rate).tokens.upperBound).contains(.of)
        else { return nil }
        return relateNamedShare(rate, sentence, known)
      }
    }
  }

  private func relateNamedShare(
    _ rate: Int, _ sentence: Range<Int>, _ known: Set<Int>
  ) -> Relation? {
    guard let nouns = nouns(behind: rate), let part = amount(beside: rate, nouns, sentence),
      !known.contains(part), let share = shareIntervals(rate), let stated = countedIntervals(part)
    else { return nil }
    let names = Set(nouns.map { stem($0) })
    guard let last = nouns.last.map({ stem($0) }) else { return nil }
    let wholes = (max(0, rate - reach)..<min(analysis.claims.count, rate + reach)).filter {
      $0 != part && $0 != rate && isWhole($0, of: part, names, last)
    }
    guard let first = wholes.first.flatMap({ plainValue($0) }) else { return nil }
    // A sentence with a time of its own may speak of another.
    let isOnly =
      wholes.allSatisfy { plainValue($0) == first }
      && !sentence.contains { quantity($0).isCalendar }
    let sums = wholes.compactMap { whole -> ToldSum? in
      amountSum(whole, rate, share, isSure: isOnly && !isLoosePart(rate))
    }
    return settle(
      ToldResult(stated: part, role: "part", check: .share, known: stated), sums)
  }

  /// The tokens that name what a share is of: "net sales".
  private func nouns(behind rate: Int) -> [Int]? {
    var nouns: [Int] = []
    var place = quantity(rate).tokens.upperBound + 1
    while text.isWord(place), !text.isCounted(place) {
      if text.cue(place).contains(.or) { break }
      if !text.isAny(place, of: small) { nouns.append(place) }
      guard nouns.count <= mostNouns else { return nil }
      place += 1
    }
    return nouns.isEmpty ? nil : nouns
  }

  /// ", or $923 million" behind, "$923 million, or 27 %" before.
  private func amount(beside rate: Int, _ nouns: [Int], _ sentence: Range<Int>) -> Int? {
    if sentence.contains(rate + 1), isPlainFigure(rate + 1), let last = nouns.last {
      let start = firstToken(of: rate + 1)
      let gap = last + 1..<max(last + 1, start)
      if (1...5).contains(gap.count),
        gap.contains(where: { text.mark($0) != 0 || text.cue($0).contains(.or) }),
        gap.allSatisfy({ !text.isWord($0) || text.isAny($0, of: leads) })
      {
        return rate + 1
      }
    }
    guard sentence.contains(rate - 1), isPlainFigure(rate - 1) else { return nil }
    let gap = gap(rate - 1, rate)
    let isLed = gap.contains { text.cue($0).contains(.or) || text.mark($0) == UInt8(ascii: "(") }
    return (1...5).contains(gap.count) && isLed
      && gap.allSatisfy({ !text.isWord($0) || text.isAny($0, of: leads) }) ? rate - 1 : nil
  }

  private func stem(_ token: Int) -> String {
    let word = text.lower(token)
    return word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss")
      ? String(word.dropLast()) : word
  }

  /// A larger figure of the same whose metric or noun is what the share is of.
  private func isWhole(_ index: Int, of part: Int, _ names: Set<String>, _ last: String) -> Bool {
    guard isPlainFigure(index) || quantity(index).qualifier == .about, areAlike(index, part),
      analysis.claims[index].role != .from, analysis.claims[index].role != .by,
      !isGuarded(index), let n = quantity(index).exactValue, let k = plainValue(part), k < n
    else { return false }
    let claim = analysis.claims[index]
    let words = claim.metric.map { metricWords($0) } ?? []
    if words.contains(last), words.isSuperset(of: names) || names.isSuperset(of: words) {
      return true
    }
    let unit = quantity(index).unit
    return unit.dimension == .count && names == metricWords(unit.name)
  }

  private func amountSum(
    _ whole: Int, _ rate: Int, _ share: TwoIntervals, isSure: Bool
  ) -> ToldSum? {
    guard let all = countedIntervals(whole), let n = quantity(whole).middle,
      let p = quantity(rate).exactValue,
      let product = combine(all, share, Interval.multiplying),
      let exact = DecimalNumber.multiplying(n, p)
    else { return nil }
    let isPercent = quantity(rate).kind.isFraction
    let shown = Sum.together([n, isPercent ? exact.shifted(by: -2) : exact])
    return ToldSum(
      operands: [operand("rate", rate), operand("whole", whole)],
      formula: "\(operand("rate", rate).text) of \(shown[0])", result: shown[1],
      computed: (product.strict.shifted(by: -2), product.lenient.shifted(by: -2)), isSure: isSure)
  }
}
