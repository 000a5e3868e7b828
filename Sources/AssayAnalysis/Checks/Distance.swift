// Differences of figures that stand further apart: "96.1 % full, so it is 17.6 points worse off" where the
// first paragraph gives 78.5 %; a swing from a loss to a profit; the middle of a range.

private let behindWords = WordSet("worse better down up behind ahead adrift clear short apart off")
private let swinging = WordSet("swing turnaround turnround reversal")
private let middleWords = WordSet("midpoint mid-point middle halfway mean")
private let middleLinks = WordSet(
  "of is was at a the its that this range point would be to which or then stands sits gives giving new"
)

/// How many tokens before a figure the word for the middle of a range may stand.
private let middleReach = 6
/// How many figures of the field are tried with each of the passage.
private let mostFar = 8

extension PartReader {
  /// Differences against pairs of which one figure stands in the paragraphs before, swings and middles;
  /// figures judged already left out.
  func relateDistances(judged: [Relation]) -> [Relation] {
    let known = Set(judged.compactMap { $0.operands.first?.claim })
    var found: [Relation] = []
    for (place, passage) in passages.enumerated() {
      for stated in passage.sentence where !known.contains(stated) {
        let relation =
          isMiddle(stated)
          ? relateMiddle(stated, passage)
          : isSwing(stated)
            ? relateSwing(stated, passage)
            : isDistance(stated) ? relateDistance(stated, passage, place) : nil
        if let relation { found.append(relation) }
      }
    }
    return found
  }

  // MARK: Differences

  /// "17.6 points worse off", "22,400 tonnes less", "needs 2.2 million more".
  private func isDistance(_ index: Int) -> Bool {
    let quantity = quantity(index)
    switch quantity.kind {
    case .count, .money, .measure, .percentagePoint, .score: break
    default: return false
    }
    guard plainValue(index) != nil, !quantity.isPart else { return false }
    let end = text.end(of: quantity)
    return text.isAny(end, of: greaterWords) || text.isAny(end, of: lesserWords)
      || text.isAny(end, of: behindWords)
  }

  private func relateDistance(_ stated: Int, _ passage: Passage, _ place: Int) -> Relation? {
    let isPoints =
      quantity(stated).kind == .percentagePoint || quantity(stated).unit.name == "point"
    func canStand(_ index: Int) -> Bool {
      guard index != stated, analysis.claims[index].role != .rate,
        quantity(index).exactValue != nil
      else { return false }
      if isPoints { return quantity(index).kind == .percent && quantity(index).direction == nil }
      return isPlainFigure(index) && areAlike(index, stated)
    }
    let here = passage.sentence.filter(canStand)
    let near = here.isEmpty ? passage.before.filter(canStand) : here
    let field = field(before: stated, where: canStand)
    let far = (field.former + field.paragraph).reversed().filter { !near.contains($0) }
    guard !near.isEmpty, near.count <= 2, !far.isEmpty, let known = countedIntervals(stated) else {
      return nil
    }
    var sums: [ToldSum] = []
    for first in near {
      for second in far.prefix(mostFar) where canPair(first, second, stated) {
        if var sum = gapSum(first, second) {
          sum.sharp = exactGap(first, second).flatMap {
            sharpened($0, among: [first, second, stated])
          }
          sums.append(sum)
        }
      }
    }
    return settle(
      ToldResult(
        stated: stated, role: "by", check: .difference,
        known: (known.strict.magnitude, known.lenient.magnitude),
        isLoose: !isPoints || sums.count > 2), sums)
  }

  /// Both larger than what they differ by.
  private func canPair(_ first: Int, _ second: Int, _ stated: Int) -> Bool {
    guard let a = plainValue(first), let b = plainValue(second), let d = plainValue(stated) else {
      return false
    }
    return a != b && areNear(a, b) && d.magnitude < max(a, b)
  }

  private func exactGap(_ first: Int, _ second: Int) -> DecimalNumber? {
    guard let x = quantity(first).middle, let y = quantity(second).middle else { return nil }
    return DecimalNumber.subtracting(max(x, y), min(x, y))
  }

  private func gapSum(_ first: Int, _ second: Int) -> ToldSum? {
    guard let a = countedIntervals(first), let b = countedIntervals(second),
      let x = quantity(first).middle, let y = quantity(second).middle,
      let exact = DecimalNumber.subtracting(max(x, y), min(x, y)),
      let computed = combine(a, b, { Interval.subtracting($0, $1)?.magnitude })
    else { return nil }
    let shown = Sum.together([max(x, y), min(x, y), exact])
    return ToldSum(
      operands: [operand("first", first), operand("second", second)],
      formula: "\(shown[0]) − \(shown[1])", result: shown[2], computed: computed)
  }

  // MARK: Swings

  /// "A swing of $127 million".
  private func isSwing(_ index: Int) -> Bool {
    let start = firstToken(of: index)
    return text.cue(start - 1).contains(.of) && text.isAny(start - 2, of: swinging)
      && quantity(index).kind == .money
  }

  /// From a loss to a profit it is the sum of both.
  private func relateSwing(_ stated: Int, _ passage: Passage) -> Relation? {
    let near = passage.sentence.filter { $0 < stated && areAlike($0, stated) }
    let sides = near.count >= 2 ? near : passage.before.filter { areAlike($0, stated) } + near
    guard sides.count == 2, isSigned(sides[0], .loss) != isSigned(sides[1], .loss),
      isSigned(sides[0], .profit) != isSigned(sides[1], .profit),
      let a = countedIntervals(sides[0]), let b = countedIntervals(sides[1]),
      let known = countedIntervals(stated), let x = quantity(sides[0]).middle,
      let y = quantity(sides[1]).middle, let exact = DecimalNumber.adding(x, y),
      let computed = combine(a, b, Interval.adding)
    else { return nil }
    let shown = Sum.together([x, y, exact])
    let sum = ToldSum(
      operands: sides.map { operand("side", $0) }, formula: "\(shown[0]) + \(shown[1])",
      result: shown[2], computed: computed, isSure: true)
    return settle(
      ToldResult(stated: stated, role: "by", check: .difference, known: known), [sum])
  }

  /// "a loss of $41 million", "an operating profit of $86 million", "lost $41 million".
  private func isSigned(_ index: Int, _ cue: Cue) -> Bool {
    let start = firstToken(of: index)
    return (max(0, start - 4)..<start).contains { text.cue($0).contains(cue) }
  }

  // MARK: Middles

  /// "a mid-point of NZ$10.00", "$6.90 at the midpoint".
  private func isMiddle(_ index: Int) -> Bool {
    guard plainValue(index) != nil, !quantity(index).isCalendar,
      analysis.claims[index].role != .from
    else { return false }
    let (start, end) = (firstToken(of: index), text.end(of: quantity(index)))
    if text.isAny(end, of: atWords), text.isAny(end + 2, of: middleWords), !text.isWord(end + 3) {
      return true
    }
    for place in stride(from: start - 1, through: max(0, start - middleReach), by: -1) {
      if text.isAny(place, of: middleWords) {
        return place < start - 1 && !text.cue(place - 2).contains(.from)
      }
      if place == start - 1, text.mark(place) == UInt8(ascii: ",") { continue }
      guard text.isAny(place, of: middleLinks), !text.isCounted(place) else { return false }
    }
    return false
  }

  private func relateMiddle(_ stated: Int, _ passage: Passage) -> Relation? {
    let here = passage.sentence.filter { $0 < stated && isRange($0, stated) }
    let ranges = here.isEmpty ? passage.before.filter { isRange($0, stated) } : here
    guard ranges.count == 1, case .span(let low, let high) = quantity(ranges[0]).value,
      let known = intervals(stated), let middle = quantity(ranges[0]).middle
    else { return nil }
    let half = DecimalNumber.multiplying(
      quantity(ranges[0]).lastPlace.magnitude, DecimalNumber(mantissa: 5, exponent: -1))
    guard let half, let first = DecimalNumber.subtracting(middle, half),
      let last = DecimalNumber.adding(middle, half)
    else { return nil }
    let shown = Sum.together([low, high, middle])
    let computed = Interval(low: first, high: last)
    let sum = ToldSum(
      operands: [operand("range", ranges[0])], formula: "(\(shown[0]) + \(shown[1])) / 2",
      result: shown[2], computed: (computed, computed), isSure: true)
    return settle(
      ToldResult(stated: stated, role: "middle", check: .difference, known: known), [sum])
  }

  private func isRange(_ index: Int, _ stated: Int) -> Bool {
    guard case .span = quantity(index).value, !quantity(index).isCalendar else { return false }
    return haveSameUnit(quantity(index), quantity(stated))
      && quantity(index).kind.isFraction == quantity(stated).kind.isFraction
  }
}

private let atWords = WordSet("at in")
