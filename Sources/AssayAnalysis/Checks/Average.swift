// Totals, counts and averages that the words name: "94,500 people at 252 shows, 375 a night on average",
// "nine weeks with eight shows a week, 72 in all".

let averaging = WordSet("average averaging averaged averages mean")
private let periods: Set<Substring> = ["year", "month", "week", "day", "quarter"]
private let averageLinks = WordSet(
  "or an a of average averaging with at about that is which makes on each so making roughly comes come "
    + "to some works out")
private let onWords = WordSet("on in to for at per")
private let inWord = WordSet("in")
private let altogether = WordSet("altogether")
private let upWord = WordSet("up")
private let addingWords = WordSet("add adds added adding")
private let makers = WordSet("makes making totalling totaling")
private let totalling = WordSet("all total altogether together")

extension PartReader {
  /// Averages and totals of a part; figures that were judged already left out.
  func relateAverages(judged: [Relation]) -> [Relation] {
    let known = Set(judged.compactMap { $0.operands.first?.claim })
    var found: [Relation] = []
    for passage in passages {
      for stated in passage.sentence where !known.contains(stated) && isMeasured(stated) {
        if isAverage(stated), let relation = relateAverage(stated, passage) {
          found.append(relation)
        } else if isSummedUp(stated), let relation = relateTotal(stated, passage) {
          found.append(relation)
        }
      }
    }
    return found
  }

  func isMeasured(_ index: Int) -> Bool {
    let quantity = quantity(index)
    switch quantity.kind {
    case .count, .money, .measure, .rate, .duration:
      guard let value = roughValue(index) else { return false }
      return !quantity.isPart && !value.isNegative && !value.isZero
    default: return false
    }
  }

  /// A number, even where the words make it a rough one: "some 94,500", "an average of 470".
  func roughValue(_ index: Int) -> DecimalNumber? {
    quantity(index).qualifier == .about ? quantity(index).exactValue : plainValue(index)
  }

  /// "an average of 470", "375 a night on average", "£2,400 each", "83 a day".
  private func isAverage(_ index: Int) -> Bool {
    let quantity = quantity(index)
    let (start, end) = (quantity.tokens.lowerBound, text.end(of: quantity))
    if text.isAny(start - 1, of: averaging) { return true }
    if text.cue(start - 1).contains(.of), text.isAny(start - 2, of: averaging) { return true }
    if isAveraged(from: end) { return true }
    return isRate(index)
  }

  /// "375 a night on average", "30 in an average party"; not "30 in an average week".
  private func isAveraged(from end: Int) -> Bool {
    (end..<end + 4).contains { place in
      guard text.isAny(place, of: onWords) else { return false }
      if text.isAny(place + 1, of: averaging) { return true }
      return text.cue(place + 1).contains(.determiner) && text.isAny(place + 2, of: averaging)
        && !text.cue(place + 3).contains(.period)
    }
  }

  /// "£2,400 each", "30 birds at each", "eight shows a week", "$5 per share".
  func isRate(_ index: Int) -> Bool {
    let quantity = quantity(index)
    if !perUnit(quantity).isEmpty || quantity.kind == .rate { return true }
    let end = text.end(of: quantity)
    for place in end..<end + 4 {
      guard text.isWord(place) else { return false }
      if text.cue(place).contains(.per) { return true }
    }
    return false
  }

  /// The same but for amounts by the year or month, which are amounts.
  func isThingRate(_ index: Int) -> Bool {
    isRate(index) && !periods.contains(perUnit(quantity(index)))
  }

  /// "£13.2 million in all", "add up to 1,008 megawatts".
  func isSummedUp(_ index: Int) -> Bool {
    let quantity = quantity(index)
    let end = text.end(of: quantity)
    for place in end..<end + 3 where text.isAny(place, of: inWord) {
      if text.isAny(place + 1, of: totalling), !text.cue(place + 2).contains(.of) { return true }
    }
    if text.isAny(end, of: altogether) { return true }
    let start = quantity.tokens.lowerBound
    if text.cue(start - 1).contains(.to), text.isAny(start - 2, of: upWord),
      text.isAny(start - 3, of: addingWords)
    {
      return true
    }
    return text.isAny(start - 1, of: makers)
  }
}

// MARK: Averages

/// A total and a count that a rate may follow from.
struct AverageReading {
  let total: Int
  let count: Int
  /// How many of what the rate is per, one of the count is: 1,000 kilos in a tonne.
  let scale: Int
  let verdict: Verdict
  let computed: Interval
}

extension PartReader {
  private func relateAverage(_ rate: Int, _ passage: Passage) -> Relation? {
    let near = passage.sentence.filter { $0 < rate && isMeasured($0) && !isRate($0) }
    let far = passage.before.filter { isMeasured($0) && !isRate($0) }
    var best: AverageReading?
    for total in near + far where isTotal(total, of: rate) {
      for count in near + far where count != total && isCounted(count, of: rate) {
        guard let reading = readAverage(rate, total, count) else { continue }
        // Figures of the sentence before tell nothing by chance: only three digits do.
        let isFar = far.contains(total) || far.contains(count)
        let isChance = isFar && !isTelling(rate) && !namesCount(count, of: rate)
        if isChance, reading.verdict == .consistent { continue }
        // Of readings that do not fit, the one with more things than there are groups of them.
        if reading.verdict != .consistent, !isLarger(total, than: count) { continue }
        if best.map({ reading.verdict.goodness < $0.verdict.goodness }) ?? true { best = reading }
      }
    }
    guard let best else { return nil }
    guard best.verdict == .consistent || isStated(rate, best, near) else { return nil }
    return averageRelation(rate, best)
  }

  func readAverage(
    _ rate: Int, _ total: Int, _ count: Int, times scale: Int = 1
  ) -> AverageReading? {
    guard let whole = countedIntervals(total), let number = scaledIntervals(count, by: scale),
      let stated = intervals(rate), let value = quantity(count).exactValue,
      DecimalNumber(1) < value,
      let computed = combine(whole, number, { Interval.dividing($0, by: $1) })
    else { return nil }
    return AverageReading(
      total: total, count: count, scale: scale,
      verdict: compare(stated: stated, computed: computed),
      computed: computed.strict)
  }

  /// Whether the words say that the rate follows from the only two figures before it.
  private func isStated(_ rate: Int, _ reading: AverageReading, _ near: [Int]) -> Bool {
    guard near.count == 2, near.contains(reading.total), near.contains(reading.count),
      rate == near[1] + 1, let n = roughValue(reading.count), let t = roughValue(reading.total),
      n < t, !isGuarded(rate), isBesideRate(near[1], rate), isNearRate(rate, t, n)
    else { return false }
    return perUnit(quantity(rate)).isEmpty || namesCount(reading.count, of: rate)
      || isOnAverage(rate)
  }

  /// Nothing but ", or", ", an average of", ": that is" between two figures.
  func isBesideRate(_ figure: Int, _ rate: Int) -> Bool {
    let gap = gap(figure, rate)
    return gap.count <= 6
      && gap.allSatisfy { !text.isWord($0) || text.isAny($0, of: averageLinks) }
  }

  private func isOnAverage(_ rate: Int) -> Bool {
    let end = text.end(of: quantity(rate))
    return text.isAny(quantity(rate).tokens.lowerBound - 2, of: averaging)
      || (end..<end + 3).contains { text.isAny($0, of: averaging) }
  }

  private func isLarger(_ total: Int, than count: Int) -> Bool {
    guard let t = roughValue(total), let n = roughValue(count) else { return false }
    return n < t
  }

  /// Three significant digits or more.
  private func isTelling(_ index: Int) -> Bool {
    guard let value = roughValue(index)?.normalized else { return false }
    return value.mantissa.magnitude >= 100
  }

  /// The total measures what the rate measures, of all.
  func isTotal(_ total: Int, of rate: Int) -> Bool {
    let (whole, part) = (quantity(total), quantity(rate))
    if part.kind == .money || whole.kind == .money {
      return part.kind == whole.kind && part.unit.baseName == whole.unit.baseName
    }
    if part.unit.dimension == .none || part.unit.dimension == .count || part.kind == .rate {
      return whole.kind == .count || part.unit.dimension == .none && whole.kind == .duration
    }
    return whole.unit.baseName == part.unit.baseName && whole.unit.dimension == part.unit.dimension
  }

  private func isCounted(_ count: Int, of rate: Int) -> Bool {
    let quantity = quantity(count)
    let per = perUnit(self.quantity(rate))
    if quantity.kind == .duration { return !per.isEmpty && lastWord(of: quantity.unit.name) == per }
    guard quantity.kind == .count, let value = quantity.exactValue else { return false }
    return value.exponent >= 0 || isScaled(quantity)
  }

  private func namesCount(_ count: Int, of rate: Int) -> Bool {
    let per = perUnit(quantity(rate))
    return !per.isEmpty && lastWord(of: quantity(count).unit.name) == per
  }

  private func isNearRate(_ rate: Int, _ total: DecimalNumber, _ count: DecimalNumber) -> Bool {
    guard let stated = roughValue(rate),
      let exact = DecimalNumber.quotient(total, count, isUp: false)
    else { return false }
    return areNear(stated, exact)
  }

  /// A count with its rounding, so many times: number of "121,000 tonnes" in kilos.
  private func scaledIntervals(_ count: Int, by scale: Int) -> TwoIntervals? {
    guard let number = countedIntervals(count) else { return nil }
    guard scale != 1 else { return number }
    let factor = Interval(DecimalNumber(scale))
    return combine(number, number) { count, _ in Interval.multiplying(count, factor) }
  }

  func averageRelation(_ rate: Int, _ reading: AverageReading) -> Relation? {
    guard let t = quantity(reading.total).middle, let n = quantity(reading.count).middle,
      let all = DecimalNumber.multiplying(n, DecimalNumber(reading.scale)),
      let exact = DecimalNumber.quotient(t, all, isUp: false)
    else { return nil }
    let formula = "\(Sum.plain(t)) / \(Sum.plain(all))"
    let stated = operand("rate", rate)
    let result = Sum.rounded(exact, places: Sum.places(beyond: quantity(rate)))
    return Relation(
      check: Check.perUnit.id,
      operands: [stated, operand("total", reading.total), operand("count", reading.count)],
      formula: formula, computed: reading.computed, exact: exact, stated: intervals(rate)?.strict,
      verdict: reading.verdict, explanation: "\(formula) = \(result), stated \(stated.text)",
      notes: notes([], candidates: 1, verdict: reading.verdict))
  }
}

// MARK: Totals

extension PartReader {
  private func relateTotal(_ total: Int, _ passage: Passage) -> Relation? {
    let near = passage.sentence.filter { $0 < total && isMeasured($0) }
    let rates = near.filter { isRate($0) && isTotal(total, of: $0) }
    guard let rate = rates.last else { return nil }
    let far = passage.before.filter { isMeasured($0) && !isRate($0) }
    var best: AverageReading?
    for count in near + far where count != rate && !isRate(count) && isCountedFor(count, rate) {
      guard let reading = readTotal(total, rate, count) else { continue }
      if best.map({ reading.verdict.goodness < $0.verdict.goodness }) ?? true { best = reading }
    }
    guard let best else { return nil }
    if best.verdict != .consistent {
      guard near.count == 2, near.contains(best.count), rates.count == 1, rate == total - 1,
        !isGuarded(total), let a = roughValue(rate), let b = roughValue(best.count),
        let t = roughValue(total), let exact = DecimalNumber.multiplying(a, b), areNear(exact, t)
      else { return nil }
    }
    return totalRelation(total, rate, best)
  }

  func readTotal(
    _ total: Int, _ rate: Int, _ count: Int, times scale: Int = 1
  ) -> AverageReading? {
    guard let stated = countedIntervals(total), let price = countedIntervals(rate),
      let number = scaledIntervals(count, by: scale),
      let computed = combine(price, number, Interval.multiplying)
    else { return nil }
    return AverageReading(
      total: total, count: count, scale: scale,
      verdict: compare(stated: stated, computed: computed),
      computed: computed.strict)
  }

  /// What a rate is multiplied by: "72 turbines of 14 megawatts each", "nine weeks with eight shows
  /// a week", "3,000 kilowatt hours at €0.24 for each".
  private func isCountedFor(_ count: Int, _ rate: Int) -> Bool {
    let quantity = quantity(count)
    switch quantity.kind {
    case .count, .measure:
      return quantity.unit != self.quantity(rate).unit || quantity.kind == .count
    case .duration:
      let per = perUnit(self.quantity(rate))
      return per.isEmpty || lastWord(of: quantity.unit.name) == per
    default: return false
    }
  }

  func totalRelation(_ total: Int, _ rate: Int, _ reading: AverageReading) -> Relation? {
    guard let a = quantity(rate).middle, let n = quantity(reading.count).middle,
      let b = DecimalNumber.multiplying(n, DecimalNumber(reading.scale)),
      let exact = DecimalNumber.multiplying(a, b)
    else { return nil }
    let formula = "\(Sum.plain(b)) × \(Sum.plain(a))"
    let stated = operand("total", total)
    return Relation(
      check: Check.perUnit.id,
      operands: [stated, operand("rate", rate), operand("count", reading.count)],
      formula: formula, computed: reading.computed, stated: intervals(total)?.strict,
      verdict: reading.verdict,
      explanation: "\(formula) = \(Sum.plain(exact.normalized)), stated \(stated.text)",
      notes: notes([], candidates: 1, verdict: reading.verdict))
  }
}
