// Lists that make up a whole given before them: "Of the 217, 93 lacked a barrister, 71 a witness and
// 53 a courtroom", "Revenue was €1.64bn. Mobile brought in €940m, broadband €480m and the rest €220m".

private let listBreakers = WordSet(
  "from to than per each or by including with after before while up down not compared "
    + "rose fell instead")
private let outcomes: Set<String> = [
  "win", "victory", "draw", "tie", "loss", "defeat",
]
private let encounters: Set<String> = ["game", "match", "start", "fixture", "outing", "bout"]

private let pronouns = WordSet("them whom which these those")

private let ofGames = WordSet("from in of over")

/// The most tokens between two figures of a list.
private let mostGap = 9

extension PartReader {
  /// Lists against their wholes. What does not fit is doubtful where a misprint would explain
  /// it, or where wins, draws and defeats are listed: other lists may leave something out.
  func relateListedWholes(judged: [Relation]) -> [Relation] {
    let known = Set(judged.compactMap { $0.operands.first?.claim })
    return passages.compactMap { passage in
      guard passage.sentence.count >= 2 else { return nil }
      for list in lists(in: passage.sentence) {
        if let relation = relate(list, passage, known) { return relation }
      }
      return nil
    }
  }

  /// Runs of figures of one kind, joined by commas, the last by "and".
  private func lists(in sentence: Range<Int>) -> [[Int]] {
    let figures = sentence.filter { isListed($0) }
    var lists: [[Int]] = []
    var list: [Int] = []
    for figure in figures {
      guard let last = list.last, areListed(last, figure) || areOutcomes(last, figure),
        let joint = joint(last, figure)
      else {
        list = [figure]
        continue
      }
      list.append(figure)
      if joint == .and {
        lists.append(list)
        list = []
      }
    }
    return lists
  }

  private func isListed(_ index: Int) -> Bool {
    let quantity = quantity(index)
    switch quantity.kind {
    case .count, .money, .measure:
      guard let value = plainValue(index) else { return false }
      return !quantity.isPart && !value.isNegative && !isThingRate(index)
    default: return false
    }
  }

  /// Counts need not name one thing: "917 were men, 354 women and 39 children".
  private func areListed(_ first: Int, _ second: Int) -> Bool {
    areAlike(first, second) || (isThings(first) && isThings(second))
  }

  private func isThings(_ index: Int) -> Bool {
    let quantity = quantity(index)
    return quantity.kind == .count
      && (quantity.unit.dimension == .count || quantity.unit.dimension == .none)
  }

  private enum Joint { case comma, and }

  /// A few words with a comma or "and" among them.
  private func joint(_ first: Int, _ second: Int) -> Joint? {
    let gap = gap(first, second)
    guard gap.count <= mostGap, !text.holds(gap, anyOf: listBreakers),
      // "352 were against it, 198 in favour", not "352 against 198"
      gap.last.map({ text.lower($0) != "against" }) ?? true
    else { return nil }
    var joint: Joint?
    for index in gap {
      if text.cue(index).contains(.and) {
        joint = .and
      } else if text.mark(index) == UInt8(ascii: ",") || text.mark(index) == UInt8(ascii: ";") {
        joint = joint ?? .comma
      }
    }
    return joint
  }

  private func areOutcomes(_ first: Int, _ second: Int) -> Bool {
    isOutcome(first) && isOutcome(second)
  }

  private func isOutcome(_ index: Int) -> Bool { outcomes.contains(quantity(index).unit.name) }

  private func relate(_ list: [Int], _ passage: Passage, _ known: Set<Int>) -> Relation? {
    if list.count == 3, list.allSatisfy(isOutcome) { return relateRecord(list, passage.sentence) }
    // "412 employees, 268 of them in the shelters, 61 in the shops and 83 at head office"
    if list.count >= 3, isOfThem(list[1]),
      (plainValue(list[1]) ?? .zero) < (plainValue(list[0]) ?? .zero)
    {
      return relate(Array(list.dropFirst()), passage, known)
    }
    if list.count >= 4, let told = relateLed(list, known) { return told }
    let named = list.filter { quantity($0).unit.dimension != .none }
    let areOne = named.allSatisfy { areAlike($0, named[0]) }
    guard let first = list.first, let values = values(list), let total = total(values) else {
      return nil
    }
    if first > passage.sentence.lowerBound, let whole = wholeAhead(first, passage.sentence),
      !known.contains(whole), let stated = plainValue(whole), list.count >= 2
    {
      if fits(whole, list) { return relation(whole, list, .consistent) }
      return (list.count >= 3 || isOfThem(first)) && isMended(values, total, stated)
        ? relation(whole, list, .doubtful) : nil
    }
    if let told = relateColon(list, values, passage.sentence, known) { return told }
    guard list.count >= 3, quantity(first).unit.dimension != .none || isBareList(list) || !areOne
    else {
      return nil
    }
    let wholes = passage.before.filter {
      isListed($0) && !known.contains($0) && areListed($0, first) && !isGuardedPart($0)
    }
    if let whole = wholes.first(where: { fits($0, list) && (areOne || isLarge($0)) }) {
      return relation(whole, list, .consistent)
    }
    guard !list.contains(where: isGuardedPart) else { return nil }
    let near = wholes.filter { plainValue($0).map { areNear($0, total) } ?? false }
    let mended = near.filter { plainValue($0).map { isMended(values, total, $0) } ?? false }
    guard near.count <= 2, mended.count == 1, let whole = mended.first else {
      return relateDistant(list, values, total, known)
    }
    return relation(whole, list, .doubtful)
  }

  /// "1,310 in number, 917 were men, 354 women and 39 children": the list's first is its whole.
  private func relateLed(_ list: [Int], _ known: Set<Int>) -> Relation? {
    let (whole, parts) = (list[0], Array(list.dropFirst()))
    guard !known.contains(whole), isLarge(whole), let stated = plainValue(whole),
      let values = values(parts), let total = total(values), areClose(stated, total),
      values.allSatisfy({ $0 < stated })
    else { return nil }
    if fits(whole, parts) { return relation(whole, parts, .consistent) }
    return isMended(values, total, stated) ? relation(whole, parts, .doubtful) : nil
  }

  /// Three digits or more: no sum that different things make by chance.
  private func isLarge(_ index: Int) -> Bool {
    (plainValue(index)?.normalized.mantissa.magnitude ?? 0) >= 100
  }

  /// "will cut 450 of its 5,000 jobs in three steps: 200 in April, 150 in July and 100 in October".
  private func relateColon(
    _ list: [Int], _ values: [DecimalNumber], _ sentence: Range<Int>, _ known: Set<Int>
  ) -> Relation? {
    guard let first = list.first, list.count >= 3, first > sentence.lowerBound,
      !list.contains(where: isGuardedPart)
    else { return nil }
    let start = quantity(first).tokens.lowerBound
    guard (max(0, start - 3)..<start).contains(where: { text.mark($0) == UInt8(ascii: ":") }) else {
      return nil
    }
    let wholes = (sentence.lowerBound..<first).filter {
      isListed($0) && !known.contains($0) && areAlike($0, first) && !isGuardedPart($0)
    }
    if let whole = wholes.first(where: { fits($0, list) }) {
      return relation(whole, list, .consistent)
    }
    guard let total = total(values) else { return nil }
    let close = wholes.filter { index in
      plainValue(index).map { areClose($0, total) && misprintDigits(values, total: $0) != nil }
        ?? false
    }
    return close.count == 1 ? relation(close[0], list, .doubtful) : nil
  }

  /// A list whose whole stands further away: hardly by chance, or off by a misprint.
  private func relateDistant(
    _ list: [Int], _ values: [DecimalNumber], _ total: DecimalNumber, _ known: Set<Int>
  ) -> Relation? {
    guard let first = list.first else { return nil }
    let field = field(before: first) { isListed($0) && areListed($0, first) }
    let close = (field.former + field.paragraph).filter { index in
      !known.contains(index) && !isGuardedPart(index)
        && plainValue(index).map { areClose($0, total) } ?? false
    }
    if let whole = close.last(where: { fits($0, list) }) {
      guard let stated = countedIntervals(whole)?.strict.width,
        let computed = sum(list.compactMap { countedIntervals($0) })?.strict.width,
        let width = DecimalNumber.adding(stated, computed),
        isTelling(width: width, readings: close.count, beside: total)
      else { return nil }
      return relation(whole, list, .consistent)
    }
    guard close.count == 1, let whole = close.first, field.paragraph.contains(whole),
      let stated = plainValue(whole), let digits = misprintDigits(values, total: stated),
      isTellingMisprint(digits: digits, readings: 2)
    else { return nil }
    return relation(whole, list, .doubtful)
  }

  /// Figures without nouns of their own belong to what was counted before.
  private func isBareList(_ list: [Int]) -> Bool {
    list.allSatisfy { quantity($0).unit.dimension == .none }
  }

  /// "Of the 217 that did not, 93": the figure right before the list, behind "of".
  private func wholeAhead(_ first: Int, _ sentence: Range<Int>) -> Int? {
    let before = sentence.filter { $0 < first && isListed($0) }
    guard let whole = before.last, areAlike(whole, first), gap(whole, first).count <= mostGap,
      gap(whole, first).contains(where: { text.mark($0) == UInt8(ascii: ",") })
    else { return nil }
    let start = quantity(whole).tokens.lowerBound
    // "412 employees, 268 of them in the shelters, 61 in the shops and 83 at head office"
    if isOfThem(first) { return whole }
    let isOf =
      text.cue(start - 1).contains(.of)
      || text.cue(start - 2).contains(.of) && text.isWord(start - 1)
    guard isOf, let tokens = self.sentence(of: whole)?.tokens, start - tokens.lowerBound <= 3 else {
      return nil
    }
    return whole
  }

  private func isOfThem(_ first: Int) -> Bool {
    let (start, end) = (quantity(first).tokens.lowerBound, text.end(of: quantity(first)))
    return [end, start - 2].contains {
      text.cue($0).contains(.of) && text.isAny($0 + 1, of: pronouns)
    }
  }

  // MARK: Wins, draws and defeats

  /// "11 wins, 13 draws and 22 defeats from 46 games".
  private func relateRecord(_ list: [Int], _ sentence: Range<Int>) -> Relation? {
    let games = sentence.filter {
      encounters.contains(quantity($0).unit.name) && plainValue($0) != nil
    }
    guard games.count == 1, let whole = games.first, whole == list[2] + 1,
      gap(list[2], whole).count <= 2, text.holds(gap(list[2], whole), anyOf: ofGames),
      gap(list[2], whole).allSatisfy({ text.isWord($0) })
    else { return nil }
    return relation(whole, list, fits(whole, list) ? .consistent : .doubtful)
  }

  // MARK: Sums

  private func values(_ list: [Int]) -> [DecimalNumber]? {
    let values = list.compactMap { plainValue($0) }
    return values.count == list.count ? values : nil
  }

  func total(_ values: [DecimalNumber]) -> DecimalNumber? {
    values.dropFirst().reduce(values.first) { sum, next in
      sum.flatMap { DecimalNumber.adding($0, next) }
    }
  }

  private func fits(_ whole: Int, _ list: [Int]) -> Bool {
    guard let stated = countedIntervals(whole),
      let computed = sum(list.compactMap { countedIntervals($0) }),
      let value = plainValue(whole), let values = values(list)
    else { return false }
    return values.allSatisfy { $0 < value }
      && compare(stated: stated, computed: computed) == .consistent
  }

  /// Whether one digit of one of the numbers, altered, or two, exchanged, make the sum right to the last
  /// place.
  private func isMended(
    _ values: [DecimalNumber], _ total: DecimalNumber, _ stated: DecimalNumber
  ) -> Bool {
    guard let gap = DecimalNumber.subtracting(stated, total), !gap.isZero else { return false }
    if areClose(stated, total), let digits = misprintDigits(values, total: stated),
      isTellingMisprint(digits: digits, readings: 1)
    {
      return true
    }
    if areNear(stated, total), isSlip(stated, total) { return true }
    return values.contains { value in
      guard let right = DecimalNumber.adding(value, gap), !right.isNegative, !right.isZero else {
        return false
      }
      return areNear(value, right) && isSlip(value, right)
    }
  }

  private func relation(_ whole: Int, _ list: [Int], _ verdict: Verdict) -> Relation? {
    guard let computed = sum(list.compactMap { countedIntervals($0) }) else { return nil }
    let isGames = list.allSatisfy(isOutcome)
    let why =
      isGames
      ? "every game is won, drawn or lost"
      : "one digit of one of the numbers, altered, or two, exchanged, would make the sum right"
    return sumRelation(
      whole, of: list, computed.strict, verdict, notes: verdict == .consistent ? nil : [why])
  }
}
