// Measures by the head: "872 megalitres a day … 4.8 million people … 182 litres a head".

private let leads = WordSet(
  "or which that this is was at of average averaging averaged an a works work out to comes come equals "
    + "equal making means meaning about nearly almost just roughly around some giving gives gave speed rate mean "
    + "overall pace it")
private let heads: Set<Substring> = [
  "head", "person", "capita", "resident", "inhabitant", "household", "home", "customer", "pupil",
]
private let plans = WordSet(
  "target limit budget goal capacity ceiling quota forecast allowance cap")
private let prefixes = [
  ("kilo", 3), ("mega", 6), ("giga", 9), ("tera", 12), ("milli", -3), ("centi", -2),
]

extension PartReader {
  /// Rates by the head that follow from a measure and a count; those judged already left out.
  func relatePerHeads(judged: [Relation]) -> [Relation] {
    let known = Set(judged.compactMap { $0.operands.first?.claim })
    return passages.flatMap { passage in
      passage.sentence.compactMap { rate -> Relation? in
        guard !known.contains(rate), plainValue(rate) != nil || quantity(rate).qualifier == .about,
          isPerHead(rate)
        else { return nil }
        return relatePerHead(rate, passage)
      }
    }
  }

  /// Words that say that a rate follows, between the last figure and it.
  private func isLed(_ rate: Int, from last: Int) -> Bool {
    guard quantity(last).sentence == quantity(rate).sentence else { return takesUp(rate) }
    let start = quantity(rate).tokens.lowerBound
    var place = start - 1
    var words = 0
    while place >= text.end(of: quantity(last)), text.isWord(place) {
      guard text.isAny(place, of: leads) else { return false }
      words += 1
      place -= 1
    }
    return words > 0
  }

  // MARK: By the head

  private func isPerHead(_ rate: Int) -> Bool {
    let quantity = quantity(rate)
    guard quantity.kind == .measure || quantity.kind == .rate else { return false }
    if heads.contains(perUnit(quantity)) { return true }
    let end = text.end(of: quantity)
    return text.cue(end).contains(.determiner) && heads.contains(Substring(text.lower(end + 1)))
      || text.cue(end).contains(.per) && heads.contains(Substring(text.lower(end + 1)))
  }

  private func relatePerHead(_ rate: Int, _ passage: Passage) -> Relation? {
    let figures = (Array(passage.before) + passage.sentence).filter { $0 < rate }
    let totals = figures.filter { scale(of: $0, in: rate) != nil && !isPlanned($0) }
    let counts = figures.filter {
      quantity($0).kind == .count && plainValue($0) != nil && !quantity($0).isPart && !isRate($0)
        && (plainValue($0).map { DecimalNumber(100) <= $0 } ?? false)
    }
    guard let last = figures.last, isLed(rate, from: last), !totals.isEmpty, !counts.isEmpty,
      let known = intervals(rate)
    else { return nil }
    var sums: [ToldSum] = []
    for total in totals.reversed() {
      for count in counts.reversed() {
        guard let places = scale(of: total, in: rate), let whole = intervals(total),
          let number = countedIntervals(count), let t = quantity(total).middle,
          let n = quantity(count).middle,
          let computed = combine(
            (whole.strict.shifted(by: places), whole.lenient.shifted(by: places)), number,
            { Interval.dividing($0, by: $1) }),
          let exact = DecimalNumber.quotient(t.shifted(by: places), n, isUp: false)
        else { continue }
        sums.append(
          ToldSum(
            operands: [operand("total", total), operand("count", count)],
            formula: "\(Sum.plain(t.shifted(by: places).normalized)) / \(Sum.plain(n))",
            result: Sum.rounded(exact, places: Sum.places(beyond: quantity(rate))),
            computed: computed, isSure: counts.count == 1 && isTelling(total, totals)))
      }
    }
    return settle(ToldResult(stated: rate, role: "rate", check: .perUnit, known: known), sums)
  }

  /// The nearest total, where another is less than a third of it or there is none.
  private func isTelling(_ total: Int, _ totals: [Int]) -> Bool {
    totals.count == 1
      || total == totals[0]
        && !totals.dropFirst().contains { other in
          guard let a = plainValue(total), let b = plainValue(other) else { return true }
          return areNear(a, b)
        }
  }

  /// "the 900-megalitre target"
  private func isPlanned(_ index: Int) -> Bool {
    text.isAny(text.end(of: quantity(index)), of: plans)
  }

  /// By which power of ten a measure is counted in larger units than a rate: 6 for megalitres and litres.
  private func scale(of total: Int, in rate: Int) -> Int? {
    guard total != rate, quantity(total).kind == .measure || quantity(total).kind == .rate,
      quantity(total).exactValue != nil, !isPerHead(total),
      let large = power(quantity(total).unit.baseName),
      let small = power(quantity(rate).unit.baseName),
      large.base == small.base, large.power > small.power
    else { return nil }
    return large.power - small.power
  }

  private func power(_ name: Substring) -> (base: Substring, power: Int)? {
    for (prefix, power) in prefixes where name.hasPrefix(prefix) {
      return (name.dropFirst(prefix.utf8.count), power)
    }
    if name == "tonne" || name == "metric ton" { return ("gram", 6) }
    return (name, 0)
  }
}
