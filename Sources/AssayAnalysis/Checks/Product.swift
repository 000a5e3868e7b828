// Products of three figures, and of a price in cents: "12 lorries, four loads a day and six days: 288 loads",
// "wages for 40 workers, who put in 12 hours each at $21 an hour", "42 cents on 98 million shares".

private let results = WordSet(
  """
  makes making make comes come came amounts amounted totals totalled totaled totalling totaling means meaning
  gives gave giving yields yielded equals or
  """)
/// What a sale brings.
private let takings = WordSet(
  "raising taking earning netting bringing fetching collecting grossing brings brought costing cost paid"
)
private let linking = WordSet(
  "her him us me them to in about some nearly almost roughly around just of a an the at for over up it them that total bill sum "
    + "cost")
private let gathering = WordSet("all total altogether together")
private let valuing = WordSet("values valued valuing value puts")
/// How many tokens before an amount the verb that gives its value may stand.
private let valueReach = 6
private let spans = WordSet("day week month night shift hour year")
private let eachWord = WordSet("each every")
private let costing = WordSet("costs cost is costing weighs takes holds")
private let reducing = WordSet("after before net excluding including plus without less")
private let sources = WordSet("for from in")

/// How far before a result the word that leads to it may stand, in tokens.
private let resultReach = 5
/// How many figures make up a product at most.
private let mostFactors = 3

extension PartReader {
  /// Products that the words call a result; figures judged already left out.
  func relateProducts(judged: [Relation]) -> [Relation] {
    let known = Set(judged.flatMap { $0.operands.compactMap(\.claim) })
    var found: [Relation] = []
    for (place, sentence) in sentences.enumerated() {
      for total in sentence where !known.contains(total) && isFactor(total) {
        let relation =
          relateResult(total, place, known) ?? relateSource(total, sentence, known)
        if let relation { found.append(relation) }
      }
    }
    return found
  }

  private func isFactor(_ index: Int) -> Bool {
    let quantity = quantity(index)
    switch quantity.kind {
    case .count, .money, .measure, .rate, .duration:
      guard let value = roughValue(index) else { return false }
      return !quantity.isPart && !value.isNegative && !value.isZero
    default: return false
    }
  }

  /// "…, 288 loads in all", "which makes 288": all figures before it, up to three, make it.
  private func relateResult(_ total: Int, _ place: Int, _ known: Set<Int>) -> Relation? {
    guard isProductResult(total) || isValued(total), !isThingRate(total) || isPaced(total) else {
      return nil
    }
    if let told = relateValue(total, place, known) ?? relatePer(total, place, known) { return told }
    var factors = sentences[place].filter { $0 < total && !quantity($0).isCalendar }
    if factors.count < mostFactors, takesUp(total) || factors.isEmpty,
      let former = formerSentence(place)
    {
      factors = sentences[former].filter { !quantity($0).isCalendar } + factors
    }
    return relate(total, factors, known)
  }

  /// "that values the network at $4.25bn".
  private func isValued(_ total: Int) -> Bool {
    let start = firstToken(of: total)
    return text.cue(start - 1).contains(.at)
      && (max(0, start - valueReach)..<start).contains { text.isAny($0, of: valuing) }
  }

  /// "It was at $36 this morning, up from $34.50. With 118m coins in existence, that values it at $4.25bn": the
  /// price stands first in the sentence before.
  private func relateValue(_ total: Int, _ place: Int, _ known: Set<Int>) -> Relation? {
    guard isValued(total), quantity(total).kind == .money else { return nil }
    let here = sentences[place].filter { $0 < total && !quantity($0).isCalendar }
    guard here.count == 1, quantity(here[0]).kind == .count, let former = formerSentence(place),
      let price = sentences[former].first(where: {
        quantity($0).kind == .money && analysis.claims[$0].role != .from
          && analysis.claims[$0].role != .by
      }), isFactor(price), isFactor(here[0]), haveSameUnit(quantity(price), quantity(total)),
      let stated = countedIntervals(total), let sum = product(total, [here[0], price])
    else { return nil }
    return settle(ToldResult(stated: total, role: "total", check: .perUnit, known: stated), [sum])
  }

  /// "The cost per pupil is £5,150, and with 840 pupils that makes £4.33m".
  private func relatePer(_ total: Int, _ place: Int, _ known: Set<Int>) -> Relation? {
    let here = sentences[place].filter { $0 < total && !quantity($0).isCalendar }
    guard here.count == 2, quantity(total).kind == .money, quantity(here[0]).kind == .money,
      quantity(here[1]).kind == .count || quantity(here[1]).kind == .measure,
      !here.contains(where: known.contains),
      here.allSatisfy(isFactor), haveSameUnit(quantity(here[0]), quantity(total)),
      let noun = perNoun(before: here[0]),
      lastWord(of: quantity(here[1]).unit.name) == noun,
      let stated = countedIntervals(total), let sum = product(total, here)
    else { return nil }
    return settle(ToldResult(stated: total, role: "total", check: .perUnit, known: stated), [sum])
  }

  /// "pupil" of "the cost per pupil is".
  private func perNoun(before index: Int) -> Substring? {
    let start = firstToken(of: index)
    guard
      let per = (max(0, start - valueReach)..<max(0, start - 1)).last(where: {
        text.cue($0).contains(.per)
      })
    else { return nil }
    return Substring(text.lower(per + 1))
  }

  /// "$10,080 in wages for 40 workers, who put in 12 hours each at $21 an hour".
  private func relateSource(_ total: Int, _ sentence: Range<Int>, _ known: Set<Int>) -> Relation? {
    let factors = sentence.filter { $0 > total && !quantity($0).isCalendar }
    guard let first = factors.first, factors.count == mostFactors, !isRate(total), !isRate(first),
      quantity(total).kind == .money, quantity(factors[2]).kind == .money,
      gap(total, first).contains(where: { text.isAny($0, of: sources) }), isRate(factors[1]),
      isRate(factors[2])
    else { return nil }
    return relate(total, factors, known)
  }

  private func relate(_ total: Int, _ factors: [Int], _ known: Set<Int>) -> Relation? {
    guard (2...mostFactors).contains(factors.count), factors.allSatisfy(isFactor),
      factors.count == 2 || total < factors[0] || !isTaking(total),
      !factors.contains(where: known.contains), isOfFactors(total, factors),
      let stated = countedIntervals(total), let sum = product(total, factors)
    else { return nil }
    return settle(ToldResult(stated: total, role: "total", check: .perUnit, known: stated), [sum])
  }

  private func isTaking(_ total: Int) -> Bool {
    let start = firstToken(of: total)
    return (max(0, start - 3)..<start).contains { text.isAny($0, of: takings) }
  }

  /// Three figures of which one is a rate, or a price in cents; the total measures what a rate does.
  private func isOfFactors(_ total: Int, _ factors: [Int]) -> Bool {
    let rates = factors.filter { isRate($0) || isPaced($0) }
    if factors.count == 2 {
      if quantity(total).kind == .count { return isEachOf(factors) }
      return quantity(total).kind == .money && rates.count <= 1
        && (factors.contains { areCents($0, of: total) } || isSale(factors, total))
    }
    guard !rates.isEmpty,
      !factors.contains(where: { quantity($0).kind == .duration && !isSpan($0) })
    else { return false }
    let money = factors.filter { quantity($0).kind == .money }
    if quantity(total).kind == .money { return money.count == 1 && isSameMoney(money[0], total) }
    guard money.isEmpty else { return false }
    let unit = quantity(total).unit
    return unit.dimension == .none || unit.dimension == .count
      || factors.contains { quantity($0).unit.baseName == unit.baseName }
  }

  /// "sold 1,200 tickets at £15, raising £18,000".
  private func isSale(_ factors: [Int], _ total: Int) -> Bool {
    let (count, price) = (factors[0], factors[1])
    guard quantity(count).kind == .count, quantity(price).kind == .money, price == count + 1,
      haveSameUnit(quantity(price), quantity(total)), !isRate(count), let n = plainValue(count),
      n.normalized.exponent >= 0, DecimalNumber(1) < n
    else { return false }
    let end = text.end(of: quantity(price))
    return (text.cue(firstToken(of: price) - 1).contains(.at) || text.cue(end).contains(.per))
      && gap(count, price).count <= 3 && gap(count, price).allSatisfy { text.isWord($0) }
  }

  /// "Each of the 14 lifeboats has a crew of seven, 98 volunteers altogether".
  private func isEachOf(_ factors: [Int]) -> Bool {
    guard let tokens = sentence(of: factors[0])?.tokens,
      text.isAny(tokens.lowerBound, of: eachWord),
      factors.allSatisfy({ quantity($0).kind == .count })
    else { return false }
    return text.cue(tokens.lowerBound + 1).contains(.of)
      && quantity(factors[0]).tokens.lowerBound - tokens.lowerBound <= 4
  }

  /// "four trips a day"
  private func isPaced(_ index: Int) -> Bool {
    let end = text.end(of: quantity(index))
    return text.cue(end).contains(.determiner) && text.isAny(end + 1, of: spans)
  }

  private func isSpan(_ index: Int) -> Bool { quantity(index).unit.name != "year" }

  private func isSameMoney(_ price: Int, _ total: Int) -> Bool {
    haveSameUnit(quantity(price), quantity(total)) || areCents(price, of: total)
  }

  private func product(_ total: Int, _ factors: [Int]) -> ToldSum? {
    var computed: TwoIntervals = (Interval(DecimalNumber(1)), Interval(DecimalNumber(1)))
    var value = DecimalNumber(1)
    var shown: [String] = []
    for factor in factors {
      guard var next = countedIntervals(factor), var number = quantity(factor).middle else {
        return nil
      }
      if areCents(factor, of: total) {
        next = (next.strict.shifted(by: -2), next.lenient.shifted(by: -2))
        number = number.shifted(by: -2)
      }
      guard let both = combine(computed, next, Interval.multiplying),
        let all = DecimalNumber.multiplying(value, number)
      else { return nil }
      (computed, value) = (both, all)
      shown.append(Sum.plain(number))
    }
    return ToldSum(
      operands: factors.map { operand("factor", $0) }, formula: shown.joined(separator: " × "),
      result: Sum.plain(value.normalized), computed: computed, isSure: true)
  }

  private func isProductResult(_ total: Int) -> Bool {
    let (start, end) = (firstToken(of: total), text.end(of: quantity(total)))
    // "a total of £14,000 after tax"
    if text.isAny(end, of: reducing) { return false }
    if (end..<end + 3).contains(where: { text.isAny($0, of: gathering) }) { return true }
    // "a payout of $84 million"
    if let lead = lead(to: total), let last = lead.last, text.cue(last).contains(.of),
      lead.first.map({ text.cue($0).contains(.determiner) }) ?? false
    {
      return true
    }
    for place in stride(from: start - 1, through: max(0, start - resultReach), by: -1) {
      if text.isAny(place, of: results) || text.isAny(place, of: takings) { return true }
      if !text.isWord(place) {
        return text.mark(place) == UInt8(ascii: ":") || text.lower(place) == "–"
      }
      guard text.isAny(place, of: linking) else { return false }
    }
    return false
  }
}
