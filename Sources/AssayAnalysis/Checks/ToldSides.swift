// The two figures that a told change is held against: the nearest before it, in its own sentence and
// the two before.

/// How many sentences back the figures of a told change may stand.
private let sentencesBack = 2
/// How many figures back pairs are tried.
private let mostFigures = 6
/// How far around two figures a word may tell two times apart, in tokens.
private let contrastReach = 7

private let contrasts = WordSet(
  "against compared versus instead rather from ago earlier last previous previously then now today "
    + "before once having former currently this same rival neighbouring neighboring next after since"
)
private let expectations = WordSet(
  "planned expected target targets forecast forecasts usual budget budgeted hoped needed scheduled "
    + "promised required if would could")

/// A word such as "a fifth" or "twice" is said of what is a sixth off.
private let wordLooseness = Interval(
  low: DecimalNumber(mantissa: 85, exponent: -2), high: DecimalNumber(mantissa: 118, exponent: -2))

/// Two figures held against a told change.
private struct ToldReading {
  let first: Int
  let second: Int
  let computed: TwoIntervals
  let verdict: Verdict
}

extension PartReader {
  /// Changes told behind both of their figures; those that fit take the place of what else was read of
  /// their figure.
  func relateTold(_ kind: ComparisonKind, judged: [Relation]) -> [Relation] {
    let known = Set(judged.compactMap { $0.operands.first?.claim })
    let sure = Set(
      judged.filter { $0.verdict == .consistent }.compactMap { $0.operands.first?.claim })
    var found: [Relation] = []
    for (place, sentence) in sentences.enumerated() {
      for stated in sentence where !sure.contains(stated) {
        guard let told = toldChange(stated), told.kind == kind,
          let relation = relate(told, place),
          relation.verdict == .consistent
            || !known.contains(stated)
        else { continue }
        found.append(relation)
      }
    }
    return found
  }

  private func relate(_ told: ToldChange, _ place: Int) -> Relation? {
    let sides = Sides(told, place, self)
    guard sides.all.count >= 2 else { return nil }
    let tie = tie(of: told)
    if tie != .none || told.kind == .amount && isTelling(told.stated),
      let fitting = sides.pairs.lazy.compactMap({ self.read(told, $0) })
        .first(where: { $0.verdict == .consistent })
    {
      return relation(told, fitting)
    }
    if tie != .none, let slip = slip(told, sides) { return relation(told, slip) }
    guard tie != .none, told.form != .addition || tie == .conclusion,
      !isGuarded(told.stated), !isLoosePart(told.stated),
      let pair = sides.salient, isContrasted(told, tie, pair, sides),
      let reading = read(told, pair), reading.verdict != .consistent,
      !quantity(told.stated).isWord || reading.verdict == .contradicted,
      isPlausible(told, reading), !missesScale(pair.0, pair.1)
    else { return nil }
    return relation(told, reading)
  }

  /// A number that two figures hardly make by chance.
  private func isTelling(_ index: Int) -> Bool {
    guard let value = quantity(index).exactValue, !quantity(index).isWord else { return false }
    return value.normalized.mantissa.magnitude >= 30
  }

  /// The pair whose difference has the digits of the stated one with two of them changed round.
  private func slip(_ told: ToldChange, _ sides: Sides) -> ToldReading? {
    guard told.kind == .amount, let stated = plainValue(told.stated), !isGuarded(told.stated) else {
      return nil
    }
    return sides.pairs.lazy.filter { pair in
      guard let a = self.exactValue(pair.0), let b = self.exactValue(pair.1),
        let gap = DecimalNumber.subtracting(a, b)
      else { return false }
      return haveSameDigits(stated, gap) && isSlip(stated, gap)
    }.compactMap { self.read(told, $0) }.first { $0.verdict != .consistent }
  }

  // MARK: Readings

  private func read(_ told: ToldChange, _ pair: (Int, Int)) -> ToldReading? {
    guard let a = quantity(pair.0).middle, let b = quantity(pair.1).middle, a != b else {
      return nil
    }
    let (high, low) = a < b ? (pair.1, pair.0) : pair
    guard let great = countedIntervals(high), let small = countedIntervals(low),
      told.kind == .amount || small.lenient.isPositive
    else { return nil }
    switch told.kind {
    case .amount: return readAmount(told, pair, high, low, great, small)
    case .rate: return readRate(told, pair, great, small)
    case .multiple:
      guard let stated = intervals(told.stated) else { return nil }
      let ends = isBelowOne(told.stated) ? (small, great) : (great, small)
      guard let ratio = combine(ends.0, ends.1, { Interval.dividing($0, by: $1) }) else {
        return nil
      }
      return reading(told, pair, stated, ratio)
    }
  }

  /// "half as many", not "twice".
  private func isBelowOne(_ index: Int) -> Bool {
    let quantity = quantity(index)
    guard let value = quantity.exactValue else { return false }
    return value < DecimalNumber(1)
  }

  private func readRate(
    _ told: ToldChange, _ pair: (Int, Int), _ great: TwoIntervals, _ small: TwoIntervals
  ) -> ToldReading? {
    guard let stated = percentIntervals(told.stated) else { return nil }
    let rise = told.way == .down ? nil : combine(small, great) { percentChange(from: $0, to: $1) }
    let fall = told.way == .up ? nil : combine(great, small) { percentChange(from: $0, to: $1) }
    var best: ToldReading?
    for case let change? in [rise, fall] {
      let found = reading(
        told, pair, stated, (change.strict.magnitude, change.lenient.magnitude))
      if found.verdict.goodness < best?.verdict.goodness ?? 9 { best = found }
    }
    return best
  }

  private func readAmount(
    _ told: ToldChange, _ pair: (Int, Int), _ high: Int, _ low: Int, _ great: TwoIntervals,
    _ small: TwoIntervals
  ) -> ToldReading? {
    guard let stated = statedAmount(told, pair),
      let computed = combine(great, small, Interval.subtracting)
    else { return nil }
    let sized = (strict: stated.strict.magnitude, lenient: stated.lenient.magnitude)
    let found = reading(told, pair, sized, computed)
    let isBlurred =
      found.verdict == .consistent && !areCents(told.stated, of: pair.0)
      && !holdsSharply(told.stated, from: low, to: high, self)
    return isBlurred
      ? ToldReading(
        first: found.first, second: found.second, computed: computed, verdict: .doubtful) : found
  }

  /// What an amount says in the unit of the two figures.
  private func statedAmount(_ told: ToldChange, _ pair: (Int, Int)) -> TwoIntervals? {
    guard areCents(told.stated, of: pair.0) else { return countedIntervals(told.stated) }
    return intervals(told.stated).map { ($0.strict.shifted(by: -2), $0.lenient.shifted(by: -2)) }
  }

  private func reading(
    _ told: ToldChange, _ pair: (Int, Int), _ stated: TwoIntervals, _ computed: TwoIntervals
  ) -> ToldReading {
    var verdict = compare(stated: stated, computed: computed)
    if verdict == .contradicted, quantity(told.stated).isWord,
      Interval.multiplying(stated.strict, wordLooseness)?.overlaps(computed.strict) ?? false
    {
      verdict = .doubtful
    }
    return ToldReading(first: pair.0, second: pair.1, computed: computed, verdict: verdict)
  }

  /// What is far off speaks of something else.
  private func isPlausible(_ told: ToldChange, _ reading: ToldReading) -> Bool {
    guard let a = quantity(reading.first).middle?.magnitude,
      let b = quantity(reading.second).middle?.magnitude, areNear(a, b),
      let stated = told.kind == .rate
        ? percentIntervals(told.stated)?.strict
        : statedAmount(told, (reading.first, reading.second))?.strict
    else { return false }
    let tenfold = Interval(low: DecimalNumber(mantissa: 1, exponent: -1), high: DecimalNumber(10))
    return Interval.multiplying(reading.computed.strict, tenfold)?.overlaps(stated.magnitude)
      ?? false
  }

  /// Whether the words set the two figures against each other.
  private func isContrasted(
    _ told: ToldChange, _ tie: ToldTie, _ pair: (Int, Int), _ sides: Sides
  ) -> Bool {
    let claims = analysis.claims
    let (first, last) = (min(pair.0, pair.1), max(pair.0, pair.1))
    let start = max(0, quantity(first).tokens.lowerBound - contrastReach)
    let end = quantity(told.stated).tokens.lowerBound
    guard !text.holds(start..<end, anyOf: expectations) else { return false }
    // "28 beds, 22 of them taken up"
    if text.cue(text.end(of: quantity(last))).contains(.of) { return false }
    if isExtreme(first) || isExtreme(last) { return false }
    // "A survey of 1,250 parents found 1,075 had a car, 12 per cent more than in 2010"
    if tiedPairs(first..<last + 1).contains(where: { $0.part == last && $0.whole == first }) {
      return false
    }
    if claims[first].role == .from || claims[last].role == .from { return true }
    if tie == .takenUp || tie == .conclusion, told.form != .change { return true }
    if sides.here.count == 2, told.form == .comparison { return true }
    return text.holds(start..<end, anyOf: contrasts)
      || (start..<end).contains { text.cue($0).contains(.period) }
      || (first...last).contains { quantity($0).isDate }
  }

  /// "since the year's high of $410": of another time than either of the two.
  private func isExtreme(_ index: Int) -> Bool {
    let start = firstToken(of: index)
    return text.cue(start - 1).contains(.of) && text.isAny(start - 2, of: extremes)
  }

  private func relation(_ told: ToldChange, _ reading: ToldReading) -> Relation? {
    guard let a = quantity(reading.first).middle, let b = quantity(reading.second).middle else {
      return nil
    }
    let (high, low) = (max(a, b), min(a, b))
    let shown = Sum.together([high, low])
    let stated = operand(told.kind == .amount ? "by" : "rate", told.stated)
    guard let (check, formula, result) = sum(told, reading, high, low, shown) else { return nil }
    let isFitting = reading.verdict == .consistent
    return Relation(
      check: check,
      operands: [stated, operand("from", reading.first), operand("to", reading.second)],
      formula: formula, computed: reading.computed.strict,
      stated: (told.kind == .rate ? percentIntervals(told.stated) : intervals(told.stated))?.strict,
      verdict: isFitting ? .consistent : .doubtful,
      explanation: "\(formula) = \(result), stated \(stated.text)",
      notes: notes([], candidates: 1, verdict: reading.verdict) + (isFitting ? [] : [softened]))
  }

  private func sum(
    _ told: ToldChange, _ reading: ToldReading, _ high: DecimalNumber, _ low: DecimalNumber,
    _ shown: [String]
  ) -> (check: String, formula: String, result: String)? {
    switch told.kind {
    case .amount:
      guard let difference = DecimalNumber.subtracting(high, low) else { return nil }
      return (
        Check.difference.id, "\(shown[0]) − \(shown[1])", Sum.together([high, low, difference])[2]
      )
    case .rate:
      let base = told.way == .down ? high : low
      guard let gap = DecimalNumber.subtracting(high, low),
        let rate = DecimalNumber.quotient(gap.shifted(by: 2), base, isUp: false)
      else { return nil }
      let places = Sum.percentPlaces(beyond: quantity(told.stated))
      return (
        Check.percentChange.id,
        "(\(shown[0]) − \(shown[1])) / \(told.way == .down ? shown[0] : shown[1])",
        Sum.rounded(rate, places: places) + " %"
      )
    case .multiple:
      let isPart = isBelowOne(told.stated)
      let (over, under) = isPart ? (low, high) : (high, low)
      guard let ratio = DecimalNumber.quotient(over, under, isUp: false) else { return nil }
      let names = isPart ? (shown[1], shown[0]) : (shown[0], shown[1])
      return (Check.times.id, "\(names.0) / \(names.1)", Sum.rounded(ratio, places: 2))
    }
  }
}

/// The figures before a told change that can be its two.
private struct Sides {
  /// In its own sentence.
  let here: [Int]
  /// In the sentences before, the nearest first.
  let former: [[Int]]
  private let reader: PartReader

  var all: [Int] { here + former.joined() }

  init(_ told: ToldChange, _ place: Int, _ reader: PartReader) {
    self.reader = reader
    let sentence = reader.sentences[place]
    here = sentence.filter {
      ($0 < told.stated || reader.isBehind($0, told)) && reader.canStand($0, told)
    }
    let number = reader.quantity(told.stated).sentence
    let block = reader.sentence(of: told.stated)?.block
    var former: [[Int]] = []
    var back = place - 1
    while back >= 0, former.count < sentencesBack, let first = reader.sentences[back].first,
      number - reader.quantity(first).sentence <= sentencesBack + 1,
      reader.sentence(of: first)?.block == block
    {
      former.append(reader.sentences[back].filter { reader.canStand($0, told) })
      back -= 1
    }
    self.former = former
  }

  /// All pairs of the nearest figures, the nearest first.
  var pairs: [(Int, Int)] {
    let nearest = Array((here.reversed() + former.flatMap { $0.reversed() }).prefix(mostFigures))
    var pairs: [(Int, Int)] = []
    for (place, later) in nearest.enumerated() {
      for earlier in nearest[(place + 1)...] where reader.areSides(earlier, later) {
        pairs.append((earlier, later))
      }
    }
    return pairs
  }

  /// The one pair that the words can mean; nil where there are several.
  var salient: (Int, Int)? {
    guard let pair = nearestTwo, reader.areSides(pair.0, pair.1) else { return nil }
    return pair
  }

  private var nearestTwo: (Int, Int)? {
    if here.count == 2 { return (here[0], here[1]) }
    if here.count > 2 {
      // "318 in May and 402 in June from 390, a rise of": the ends of a change right before.
      let (a, b) = (here[here.count - 2], here[here.count - 1])
      let roles = Set([reader.analysis.claims[a].role, reader.analysis.claims[b].role])
      if roles.contains(.from) && (roles.contains(.to) || roles.contains(.value)) { return (a, b) }
      // "With 48,000 children, that means 37,440 lunches, compared with 24,960 then, or half as many again"
      return reader.isOpposing(reader.gap(a, b)) ? (a, b) : nil
    }
    guard let before = former.first else { return nil }
    let current = before.filter { reader.analysis.claims[$0].role != .from }
    if let now = here.first {
      // "62 million hours in 28 days. Season one did 31 million"
      let alike = before.filter { reader.areSides($0, now) && reader.areOfOneOrder($0, now) }
      if before.count == 2, alike.count == 1 { return (alike[0], now) }
      if before.count == 1 { return (before[0], now) }
      if current.count == 1 { return (current[0], now) }
      return before.isEmpty && former.count > 1 && former[1].count == 1 ? (former[1][0], now) : nil
    }
    if before.count == 2 { return (before[0], before[1]) }
    guard before.count == 1, former.count > 1 else { return nil }
    let earlier = former[1].filter { reader.analysis.claims[$0].role != .from }
    return earlier.count == 1 ? (earlier[0], before[0]) : nil
  }
}

/// How many tokens behind a comparison its other figure may stand.
private let behindReach = 9
private let whenWord = WordSet("when")
private let extremes = WordSet("high low peak record trough maximum minimum best worst target")
private let lapses = WordSet("ago before earlier later after on")

extension PartReader {
  /// A figure that a told change can be of.
  fileprivate func canStand(_ index: Int, _ told: ToldChange) -> Bool {
    let (quantity, stated) = (quantity(index), quantity(told.stated))
    guard quantity.exactValue != nil, !quantity.isPart, !quantity.isCalendar,
      quantity.kind != .multiple, quantity.kind != .ratio, quantity.kind != .percentagePoint,
      quantity.kind != .rank, analysis.claims[index].role != .by,
      analysis.claims[index].role != .rate
    else { return false }
    let end = text.end(of: quantity)
    // "£700,000 more": what another comparison says; "twelve months before".
    if text.isAny(end, of: greaterWords) || text.isAny(end, of: lesserWords) { return false }
    if quantity.kind == .duration, stated.kind != .duration {
      return quantity.unit.name != "year" && !text.isAny(end, of: lapses) && told.kind != .amount
    }
    guard told.kind == .amount else { return true }
    if stated.kind == .percentagePoint || stated.unit.name == "point" {
      return quantity.kind.isFraction || quantity.unit.dimension == .none
    }
    return areSides(index, told.stated) || areCents(told.stated, of: index)
  }

  /// "£85 more than a year ago, when it was £950": the other figure behind the comparison.
  fileprivate func isBehind(_ index: Int, _ told: ToldChange) -> Bool {
    guard index > told.stated, told.form == .comparison,
      quantity(index).sentence == quantity(told.stated).sentence
    else { return false }
    let gap = text.end(of: quantity(told.stated))..<quantity(index).tokens.lowerBound
    return gap.count <= behindReach && text.holds(gap, anyOf: whenWord)
  }

  private func isPounds(_ unit: Unit) -> Bool { unit.baseName.utf8.starts(with: "pound".utf8) }

  /// "40 cents" and "€17.60".
  func areCents(_ cents: Int, of index: Int) -> Bool {
    let (small, large) = (quantity(cents), quantity(index))
    guard small.kind == .money, large.kind == .money else { return false }
    switch small.unit.baseName {
    case "cent": return !large.unit.baseName.hasSuffix("cent") && !isPounds(large.unit)
    case "penny": return isPounds(large.unit)
    default: return false
    }
  }

  /// Whether the one is at most ten times the other.
  fileprivate func areOfOneOrder(_ first: Int, _ second: Int) -> Bool {
    guard let a = quantity(first).middle?.magnitude, let b = quantity(second).middle?.magnitude
    else {
      return false
    }
    return max(a, b) <= min(a, b).shifted(by: 1)
  }

  /// Whether two figures measure one thing in one unit: "13.5 million" beside "11.2 million euros".
  fileprivate func areSides(_ first: Int, _ second: Int) -> Bool {
    if areAlike(first, second) { return true }
    let (a, b) = (quantity(first), quantity(second))
    if a.kind == .measure || b.kind == .measure { return areDegrees(a, b) }
    // "$3.40 a pound, against $2.00"
    if a.kind == .money, b.kind == .money, perUnit(a).isEmpty != perUnit(b).isEmpty {
      return haveSameUnit(a, b) && areNear(a.exactValue ?? .zero, b.exactValue ?? .zero)
    }
    func isBare(_ quantity: Quantity) -> Bool {
      quantity.kind == .count && quantity.unit.dimension == .none && !quantity.isPart
    }
    guard isBare(a) || isBare(b) else { return false }
    if a.kind == .money || b.kind == .money { return isScaled(a) && isScaled(b) }
    return a.kind == .percent || b.kind == .percent
  }

  /// "14C" and "nine degrees".
  private func areDegrees(_ a: Quantity, _ b: Quantity) -> Bool {
    let scales: Set<String> = ["degree", "celsius", "fahrenheit"]
    return scales.contains(a.unit.name) && scales.contains(b.unit.name)
      && (a.unit == b.unit || a.unit.name == "degree" || b.unit.name == "degree")
  }
}
