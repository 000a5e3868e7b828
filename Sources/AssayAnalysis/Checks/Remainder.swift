// What is left of a whole: "612 beds, 37 of them closed. That leaves 575", "and the rest, €250m".

private let leaving = WordSet("leaves leaving left leave")
private let rests = WordSet("remaining rest remainder else others other last outstanding")
/// Words between the marker and its figure: "leaving the city 180 million", "everything else came to".
private let fillers = WordSet(
  "the a an its it their them just only some about came comes to of is was are were still another")
private let pronouns = WordSet("them which whom these those it that")
/// "leaving 20 injured": what an accident leaves is no rest.
private let outcomes = WordSet(
  "dead injured wounded hurt homeless missing stranded without killed behind in at trapped")

private let lacking = WordSet("have had are were has go went is remain")
private let nothing = WordSet(
  "nothing none left without unaccounted unsold unfilled unpaid outstanding nowhere")
private let concluding = WordSet("so thus leaving that therefore")
private let remaining = WordSet("remain remained remains left")
private let doing = WordSet("be go find come do sell fill build pay raise spare complete")
private let relatives = WordSet("that which")
private let staying = WordSet("left remained remains over")

private let qualifying = WordSet(
  "who whose with to including once for after that before plus until excluding as so")

/// How far before its figure the marker may stand, in tokens.
private let markerReach = 4
/// How many figures a whole and its parts may be at most.
private let mostFigures = 6

/// A whole, what is taken from it, and what both come to.
struct RemainderReading {
  let whole: Int
  let parts: [Int]
  let verdict: Verdict
  let computed: Interval
}

extension PartReader {
  /// Rests of a part; figures that were judged already left out.
  func relateRemainders() -> [Relation] {
    passages.flatMap { passage -> [Relation] in
      passage.sentence.compactMap { rest in
        guard isPlainFigure(rest), let marker = restMarker(before: rest) else { return nil }
        return relateRemainder(rest, marker, passage)
      }
    }
  }

  /// An amount above nothing that is no rate and no part of something.
  func isPlainFigure(_ index: Int) -> Bool {
    let quantity = quantity(index)
    switch quantity.kind {
    case .count, .money, .measure:
      guard let value = plainValue(index) else { return false }
      return !quantity.isPart && !value.isNegative && !value.isZero && !isThingRate(index)
    default: return false
    }
  }

  /// "the remaining", "the rest,", "leaving the city": the token of the word.
  private func restMarker(before rest: Int) -> Int? {
    let start = quantity(rest).tokens.lowerBound
    if let place = markerBehind(rest) { return place }
    var isNear = true
    for place in stride(from: start - 1, through: max(0, start - markerReach), by: -1) {
      if text.isAny(place, of: leaving) {
        return text.isAny(text.end(of: quantity(rest)), of: outcomes) ? nil : place
      }
      // "They now have 7,260, so that 2,640 stand empty"
      if place == start - 1, text.lower(place) == "that", text.lower(place - 1) == "so" {
        return place
      }
      if text.isAny(place, of: rests) {
        // "the last seven overs" are no rest of what was told before.
        let isOwn = text.lower(place) == "last" && quantity(rest).unit.dimension != .none
        return isNear && !isOwn ? place : nil
      }
      let isComma = text.mark(place) == UInt8(ascii: ",")
      isNear = isNear && (isComma || text.isAny(place, of: fillers))
      // "leaving the city 180 million": a few words name who is left with it.
      guard isNear || text.isWord(place), !text.isCounted(place),
        isNear || text.cue(place).isDisjoint(with: [.preposition, .contrast, .compare, .and])
      else { return nil }
    }
    return nil
  }

  /// "the £1.8m that was left", "the £1.8m that remained", "13,500 people have nothing".
  private func markerBehind(_ rest: Int) -> Int? {
    let end = text.end(of: quantity(rest))
    if text.isAny(end, of: lacking), text.isAny(end + 1, of: nothing) { return end }
    if text.isAny(quantity(rest).tokens.lowerBound - 1, of: concluding),
      text.isAny(end, of: remaining)
    {
      return end
    }
    guard text.cue(quantity(rest).tokens.lowerBound - 1).contains(.determiner),
      text.isAny(end, of: relatives)
    else { return nil }
    if text.isAny(end + 1, of: staying) { return end }
    return text.cue(end + 1).contains(.auxiliary) && text.isAny(end + 2, of: staying) ? end : nil
  }

  private func relateRemainder(_ rest: Int, _ marker: Int, _ passage: Passage) -> Relation? {
    let figures = (Array(passage.before) + passage.sentence.filter { $0 < rest }).filter {
      isSummand($0, of: rest)
    }.suffix(mostFigures)
    var best: RemainderReading?
    for whole in figures {
      let others = figures.filter { $0 != whole }
      for start in others.indices {
        guard let reading = read(rest, whole, Array(others[start...])) else { continue }
        if reading.verdict.goodness < best?.verdict.goodness ?? 9 { best = reading }
      }
    }
    if let best, best.verdict == .consistent, isTelling(rest, best, passage) {
      return relation(rest, best)
    }
    if let told = openingReading(rest, marker, passage) ?? runReading(rest, marker)
      ?? lonePair(rest, marker, passage)
    {
      return relation(rest, told)
    }
    if let told = distantReading(rest, marker, Array(figures)) { return relation(rest, told) }
    guard let best, best.verdict != .consistent,
      let known = sureReading(rest, marker, Array(figures))
    else { return nil }
    return relation(rest, known)
  }

  func isSummand(_ index: Int, of rest: Int) -> Bool {
    isPlainFigure(index) && areSummable(index, rest) && analysis.claims[index].role != .from
      && analysis.claims[index].role != .by
  }

  /// Small numbers of two sentences make each other by chance, unless the words tie them.
  private func isTelling(_ rest: Int, _ reading: RemainderReading, _ passage: Passage) -> Bool {
    let figures = reading.parts + [reading.whole]
    return magnitude(rest).normalized.mantissa >= 100
      || figures.allSatisfy(passage.sentence.contains)
      || reading.parts.contains { isTied($0, to: reading.whole) }
  }

  /// `isOpen` reads even parts that leave nothing.
  func read(
    _ rest: Int, _ whole: Int, _ parts: [Int], isOpen: Bool = false
  ) -> RemainderReading? {
    guard let total = countedIntervals(whole), let stated = countedIntervals(rest),
      let taken = sum(parts.compactMap { countedIntervals($0) }),
      let computed = combine(total, taken, Interval.subtracting),
      isOpen || computed.lenient.isPositive
    else { return nil }
    return RemainderReading(
      whole: whole, parts: parts, verdict: compare(stated: stated, computed: computed),
      computed: computed.strict)
  }

  /// The one reading that the words leave, where they tie a part to its whole: "2,340 of its 3,600",
  /// "612 beds, 37 of them"; or list amounts of money up to "and the rest".
  private func sureReading(_ rest: Int, _ marker: Int, _ figures: [Int]) -> RemainderReading? {
    guard figures.count <= 4, !isGuarded(rest), figures.allSatisfy({ !isGuarded($0) }),
      let whole = figures.max(by: { magnitude($0) < magnitude($1) })
    else { return nil }
    let parts = figures.filter { $0 != whole }
    let areTied = parts.contains { isTied($0, to: whole) }
    let isList =
      quantity(rest).kind == .money && whole == figures.first && parts.count >= 2
      && text.cue(marker - 2).contains(.and) && text.isAny(marker, of: rests)
    guard areTied || isList, !isQualified(behind: rest),
      parts.allSatisfy({ quantity($0).unit == quantity(whole).unit || isBare($0) }),
      isBare(rest) || quantity(rest).unit == quantity(whole).unit || isBare(whole),
      text.lower(marker) != "other" || parts.count == 1,
      let reading = read(rest, whole, parts), reading.verdict != .consistent,
      let exact = remainder(whole, parts), let value = plainValue(rest), areNear(exact, value)
    else { return nil }
    return reading
  }

  /// "Of her ten exams, seven were at grade 9 and the other three at grade 8": all figures behind a whole
  /// that opens the sentence.
  private func openingReading(
    _ rest: Int, _ marker: Int, _ passage: Passage
  ) -> RemainderReading? {
    guard let whole = passage.sentence.first(where: { $0 < rest && isOpeningWhole($0) }),
      isSummand(whole, of: rest), !isGuardedPart(rest), !isQualified(behind: rest)
    else { return nil }
    let between = (whole + 1..<rest).filter {
      !quantity($0).isCalendar && quantity($0).kind != .rank
    }
    guard (1...4).contains(between.count), text.cue(marker - 1).contains(.determiner),
      between.allSatisfy({ isSummand($0, of: rest) && !isGuardedPart($0) }),
      text.lower(marker) != "other" || between.count <= 2,
      let reading = read(rest, whole, between), reading.verdict != .consistent,
      let exact = remainder(whole, between), let value = plainValue(rest), areNear(exact, value)
    else { return nil }
    return RemainderReading(
      whole: whole, parts: between, verdict: .doubtful, computed: reading.computed)
  }

  /// "The hall seats 520; 455 tickets have gone, so 65 remain": the only two figures of the sentence.
  private func lonePair(_ rest: Int, _ marker: Int, _ passage: Passage) -> RemainderReading? {
    let before = passage.sentence.filter { $0 < rest && !quantity($0).isCalendar }
    guard marker >= quantity(rest).tokens.upperBound, before.count == 2, isConcluded(rest),
      !isGuardedPart(rest),
      before.allSatisfy({ isSummand($0, of: rest) || quantity($0).kind == .count }),
      let reading = read(rest, before[0], [before[1]]), reading.verdict != .consistent,
      let exact = remainder(before[0], [before[1]]), let value = plainValue(rest),
      areNear(exact, value)
    else { return nil }
    return RemainderReading(
      whole: before[0], parts: [before[1]], verdict: .doubtful, computed: reading.computed)
  }

  private func isConcluded(_ rest: Int) -> Bool {
    text.isAny(quantity(rest).tokens.lowerBound - 1, of: concluding)
  }

  /// "They ran in 72 tries in 18 games. Rennick touched down 17 times. Foley got 11. Team-mates shared the
  /// other 44": sentences with one figure each up to the rest, behind the one that leads with the whole.
  private func runReading(_ rest: Int, _ marker: Int) -> RemainderReading? {
    guard let here = sentences.firstIndex(where: { $0.contains(rest) }), sentences[here].count == 1,
      text.cue(marker - 1).contains(.determiner), !isQualified(behind: rest), !isGuardedPart(rest),
      marker < quantity(rest).tokens.lowerBound, quantity(rest).unit.dimension == .none
    else { return nil }
    var parts: [Int] = []
    var place = here
    while let former = formerSentence(place) {
      place = former
      let figures = sentences[former].filter { !quantity($0).isCalendar }
      guard figures.count == 1, let part = figures.first, isSummand(part, of: rest) else { break }
      parts.insert(part, at: 0)
    }
    guard parts.count >= 2, place < sentences[here].lowerBound,
      !sentences[place].contains(parts[0]),
      let whole = sentences[place].first(where: { isSummand($0, of: rest) }),
      let reading = read(rest, whole, parts), reading.verdict != .consistent,
      let exact = remainder(whole, parts), let value = plainValue(rest), areNear(exact, value)
    else { return nil }
    return RemainderReading(
      whole: whole, parts: parts, verdict: .doubtful, computed: reading.computed)
  }

  /// "240 million kroner, of which the state pays 60 million": the scale is said, the currency is not.
  private func areSummable(_ first: Int, _ second: Int) -> Bool {
    if areAlike(first, second) { return true }
    let (a, b) = (quantity(first), quantity(second))
    guard (a.kind == .money) != (b.kind == .money), isBare(first) || isBare(second) else {
      return false
    }
    return isScaled(a) && isScaled(b)
  }

  /// "leaving 20 who have served longer", "leaves 590 with the newcomers": not all that is left.
  func isQualified(behind rest: Int) -> Bool {
    let end = text.end(of: quantity(rest))
    // "leaves 412 to be found"
    if text.cue(end).contains(.to), text.isAny(end + 1, of: doing) { return false }
    return text.isAny(end, of: qualifying)
      || text.isWord(end) && !text.cue(end).contains(.auxiliary)
        && text.isAny(end + 1, of: qualifying)
  }

  private func isBare(_ index: Int) -> Bool { quantity(index).unit.dimension == .none }

  private func magnitude(_ index: Int) -> DecimalNumber { plainValue(index)?.magnitude ?? .zero }

  func isTied(_ part: Int, to whole: Int) -> Bool {
    if part + 1 == whole {
      return analysis.claims[part].role == .part && analysis.claims[whole].role == .whole
    }
    guard whole + 1 == part || whole + 2 == part else { return false }
    let end = text.end(of: quantity(part))
    // "37 of them", "of which the state pays 60"
    func isOfThem(_ place: Int) -> Bool {
      text.cue(place).contains(.of) && text.isAny(place + 1, of: pronouns)
    }
    return isOfThem(end) || gap(whole, part).contains(where: isOfThem)
  }

  func remainder(_ whole: Int, _ parts: [Int]) -> DecimalNumber? {
    parts.reduce(plainValue(whole)) { left, part in
      guard let left, let value = plainValue(part) else { return nil }
      return DecimalNumber.subtracting(left, value)
    }
  }

  private func relation(_ rest: Int, _ reading: RemainderReading) -> Relation? {
    guard let exact = remainder(reading.whole, reading.parts), let whole = plainValue(reading.whole)
    else { return nil }
    let shown = Sum.together([whole] + reading.parts.compactMap { plainValue($0) } + [exact])
    let formula = shown.dropLast().joined(separator: " − ")
    let operand = operand("rest", rest)
    return Relation(
      check: Check.partsWhole.id,
      operands: [operand, self.operand("whole", reading.whole)]
        + reading.parts.map { self.operand("part", $0) },
      formula: formula, computed: reading.computed, stated: intervals(rest)?.strict,
      verdict: reading.verdict,
      explanation: "\(formula) = \(shown[shown.count - 1]), stated \(operand.text)",
      notes: notes([], candidates: 1, verdict: reading.verdict))
  }
}
