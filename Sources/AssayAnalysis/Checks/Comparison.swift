// Comparisons that no verb of change makes: "£85 more than a year ago, when it was £950".

/// What a comparison states.
enum ComparisonKind {
  /// "£85 more", "seven points lower", "four days fewer".
  case amount
  /// "35 % more", "a third fewer".
  case rate
  /// "twice as long as", "three times last year's".
  case multiple
}

/// The words that compare, behind the figure that says by how much.
private struct ComparingWords {
  /// Nil for words such as "faster", of which the number may be more or less.
  let direction: Claim.Direction?
  /// The token behind "than" or "as"; nil where the words leave out what is compared with.
  let other: Int?
}

let greaterWords = WordSet(
  "more higher above ahead longer larger heavier older dearer taller bigger greater wider deeper warmer "
    + "hotter milder")
let lesserWords = WordSet(
  "fewer less lower below behind short shy shorter smaller lighter younger cheaper narrower "
    + "colder cooler")
let eitherWords = WordSet("faster slower quicker better worse earlier later")
let prepositionalWords = WordSet("above below behind")
private let overWords = WordSet("over")
private let underWords = WordSet("under")
private let onWords = WordSet("on from")
private let opposing = WordSet("instead rather against versus compared")
/// Words of a value that nothing had: "12 fewer than planned", "than on any day" compare with no figure of
/// the text.
let unrealWords = WordSet("any ever other each")
private let owners = WordSet("its their")
private let concluding = WordSet("thus so therefore hence")
private let takingUp = WordSet("that that's it's this")
private let determiners = WordSet("the last its his her their that those our")

/// How far behind "than" the other figure may stand, in tokens.
private let longestReach = 14
/// How near it stands where a mismatch is certain.
private let certainReach = 10

extension PartReader {
  /// The comparisons of a part; figures that a check has judged already are left out.
  func relateComparisons(_ kind: ComparisonKind, judged: [Relation]) -> [Relation] {
    let known = Set(judged.compactMap { $0.operands.first?.claim })
    var found: [Relation] = []
    for passage in passages {
      for stated in passage.sentence where !known.contains(stated) && isStated(stated, kind) {
        guard let words = comparingWords(behind: stated, kind),
          let relation = relate(stated, kind, words, passage)
        else { continue }
        found.append(relation)
      }
    }
    return found
  }

  private func isStated(_ index: Int, _ kind: ComparisonKind) -> Bool {
    let quantity = quantity(index)
    guard quantity.exactValue != nil else { return false }
    switch kind {
    case .multiple: return quantity.kind == .multiple
    case .rate: return quantity.kind.isFraction || quantity.isPart
    case .amount:
      switch quantity.kind {
      case .money, .count, .measure, .duration, .score, .percentagePoint:
        return !quantity.isPart
      default: return false
      }
    }
  }

  private func comparingWords(behind stated: Int, _ kind: ComparisonKind) -> ComparingWords? {
    let end = text.end(of: quantity(stated))
    guard text.isWord(end) else { return nil }
    if kind == .multiple { return multipleWords(at: end) }
    // "half as large again"
    if kind == .rate, text.lower(end) == "as", text.lower(end + 2) == "again" {
      return ComparingWords(direction: .up, other: nil)
    }
    if kind == .rate, let words = baseWords(behind: stated, at: end) { return words }
    let direction: Claim.Direction?
    if text.isAny(end, of: greaterWords) {
      direction = .up
    } else if text.isAny(end, of: lesserWords) {
      direction = .down
    } else if text.isAny(end, of: eitherWords) {
      direction = nil
    } else {
      return nil
    }
    if text.cue(end + 1).contains(.compare), text.lower(end + 1) == "than" {
      if text.holds(end + 2..<end + 6, anyOf: unrealWords) { return nil }
      return ComparingWords(direction: direction, other: end + 2)
    }
    if text.isWord(end + 1), text.lower(end + 2) == "than" {
      return ComparingWords(direction: direction, other: end + 3)
    }
    if text.isAny(end, of: prepositionalWords) {
      return text.isWord(end + 1)
        ? ComparingWords(direction: direction, other: end + 1) : nil
    }
    if text.cue(end + 1).contains(.of) {
      return ComparingWords(direction: direction, other: end + 2)
    }
    // "four days fewer."
    return text.isWord(end + 1) ? nil : ComparingWords(direction: direction, other: nil)
  }

  /// "12 % over the $75 million", "up 12 % on the 2,100".
  private func baseWords(behind stated: Int, at end: Int) -> ComparingWords? {
    // "down 3 % on the day, at $11.20" names no base.
    guard (end + 1...end + 4).contains(where: { text.isCounted($0) && !text.isPossessive($0) }),
      !(end + 1..<end + 4).contains(where: {
        text.cue($0).contains(.at) || text.cue($0).contains(.to)
      })
    else { return nil }
    // "5 % up on 2022's 1.2 million"
    if text.cue(end).contains(.adverb), !text.cue(end).isDisjoint(with: .direction),
      text.isAny(end + 1, of: onWords)
    {
      return ComparingWords(direction: text.cue(end).contains(.up) ? .up : .down, other: end + 2)
    }
    guard text.cue(end + 1).contains(.determiner) else { return nil }
    if text.isAny(end, of: overWords) { return ComparingWords(direction: .up, other: end + 1) }
    if text.isAny(end, of: underWords) { return ComparingWords(direction: .down, other: end + 1) }
    guard text.isAny(end, of: onWords) else { return nil }
    let before = text.cue(firstToken(of: stated) - 1)
    guard before.contains(.adverb), !before.isDisjoint(with: .direction) else { return nil }
    return ComparingWords(direction: before.contains(.up) ? .up : .down, other: end + 1)
  }

  /// "as much as", "as long as"; "three times last year's".
  private func multipleWords(at end: Int) -> ComparingWords? {
    if text.lower(end) == "as" {
      guard let second = (end + 2..<end + 5).first(where: { text.lower($0) == "as" }) else {
        return nil
      }
      return ComparingWords(direction: nil, other: second + 1)
    }
    guard text.isAny(end, of: determiners), !isOtherMeasure(behind: end) else { return nil }
    return ComparingWords(direction: nil, other: end)
  }
}

extension PartReader {
  /// "eleven times the population, had 58": what is so many times as large stands there as a noun, and a
  /// mark closes it off from the figures behind.
  fileprivate func isOtherMeasure(behind determiner: Int) -> Bool {
    guard
      let index = (determiner + 1..<determiner + longestReach).first(where: {
        !text.isWord($0) || text.isCounted($0)
      })
    else { return false }
    return !text.isCounted(index) && text.mark(index) == UInt8(ascii: ",")
  }
}

// MARK: Candidates

/// What is compared, what it is compared with, and what the two make.
private struct ComparisonReading {
  let first: Int
  let second: Int
  let computed: TwoIntervals
  let verdict: Verdict
}

extension PartReader {
  private func relate(
    _ stated: Int, _ kind: ComparisonKind, _ words: ComparingWords, _ passage: Passage
  ) -> Relation? {
    let earlier = passage.sentence.filter { $0 < stated && canCompare($0, stated, kind) }
    let former = passage.before.filter { canCompare($0, stated, kind) }
    let named = words.other.flatMap { other(behind: $0, stated, kind, passage.sentence) }
    var pairs: [(first: Int, second: Int)] = []
    let firsts = earlier.isEmpty ? former : earlier
    // "three pence less than in 2024, when it cost 88": what is compared with has no unit.
    if named == nil, let token = words.other, holdsFigure(behind: token, stated, passage.sentence) {
      return nil
    }
    if let named {
      pairs = firsts.filter { areAlike($0, named) }.map { ($0, named) }
    } else {
      for first in firsts {
        for second in former + earlier where second != first && areAlike(first, second) {
          pairs.append((first, second))
        }
      }
    }
    pairs.removeAll { analysis.claims[$0.first].role == .from || isCompared($0.first) }
    let readings = pairs.compactMap { read(stated, $0, kind, words.direction) }
    guard let best = readings.min(by: { $0.verdict.goodness < $1.verdict.goodness }) else {
      return nil
    }
    if best.verdict == .consistent { return relation(stated, kind, best, doubt: false) }
    // A round rate that misses by its last place is what people say.
    guard
      kind == .amount || best.verdict == .contradicted || !isSharp(stated, best, kind)
        || kind == .multiple && !quantity(stated).isWord
    else {
      return nil
    }
    if let told = relateOpposed(stated, kind, words, earlier) { return told }
    // "20 per cent larger, 1,800 hours against 1,500": the figures may come behind.
    if kind == .rate, words.other == nil { return nil }
    guard !isGuarded(stated) || named != nil && isGuardedByList(stated), !isLoosePart(stated) else {
      return nil
    }
    let alike = named.map { named in earlier.filter { canStandAgainst(named, $0, kind) } } ?? []
    if let named, let nearest = alike.last ?? takenUp(former, passage, named),
      areAlike(nearest, named),
      let reading = read(stated, (nearest, named), kind, words.direction),
      isPlausible(stated, reading, kind) || isRightBefore(nearest, stated) && kind == .amount
    {
      let reach = quantity(named).tokens.lowerBound - (words.other ?? 0)
      let isSure = reach <= certainReach && !missesScale(nearest, named) && earlier.count == 1
      return relation(stated, kind, reading, doubt: !isSure)
    }
    // Only one pair, whichever of the two the words put first.
    let figures = Set(pairs.flatMap { [$0.first, $0.second] })
    // "231 votes, then 219 and 212, 29 fewer than at the start": none of a few fits.
    let isFew = words.other != nil && figures.count == 3 && earlier.count == 3
    guard named == nil, figures.count == 2 || isFew, isPlausible(stated, best, kind),
      words.other == nil || (kind == .amount && !earlier.isEmpty),
      let last = pairs.max(by: { $0.first < $1.first }),
      let reading = read(stated, last, kind, words.direction)
    else { return nil }
    return relation(stated, kind, reading, doubt: true)
  }

  /// "310 were open for more than two years, triple the 155": what is a multiple of the other is the
  /// larger, and bounds are compared with nothing.
  private func canStandAgainst(_ named: Int, _ index: Int, _ kind: ComparisonKind) -> Bool {
    guard areAlike(index, named) else { return false }
    guard kind == .multiple else { return true }
    switch quantity(index).qualifier {
    case .exact, .about, .up, .down: break
    case .nearly, .over, .atLeast, .under, .upTo: return false
    }
    guard let a = quantity(index).middle, let b = quantity(named).middle else { return false }
    return b < a
  }

  /// "31 hours instead of 22, nine hours more": the words before set two figures against each other,
  /// and there is no third.
  private func relateOpposed(
    _ stated: Int, _ kind: ComparisonKind, _ words: ComparingWords, _ earlier: [Int]
  ) -> Relation? {
    guard words.other == nil, earlier.count == 2, areAlike(earlier[0], earlier[1]),
      !isGuarded(stated), !isLoosePart(stated), isOpposing(gap(earlier[0], earlier[1])),
      !missesScale(earlier[0], earlier[1]), isTold(behind: earlier[1], stated),
      let reading = read(stated, (earlier[0], earlier[1]), kind, words.direction),
      isPlausible(stated, reading, kind)
    else { return nil }
    return relation(stated, kind, reading, doubt: false)
  }

  /// "instead of", "rather than", "against", "compared with".
  func isOpposing(_ gap: Range<Int>) -> Bool {
    gap.count <= certainReach
      && text.holds(gap, anyOf: opposing)
  }

  /// A comma and few words between the second figure and what the two make.
  private func isTold(behind second: Int, _ stated: Int) -> Bool {
    let gap = text.end(of: quantity(second))..<quantity(stated).tokens.lowerBound
    return gap.count <= certainReach && gap.contains { text.mark($0) == UInt8(ascii: ",") }
  }

  /// "29 goals, one more than the 18": nothing but a comma between.
  private func isRightBefore(_ figure: Int, _ stated: Int) -> Bool {
    figure + 1 == stated && isCommaOnly(gap(figure, stated))
  }

  /// "That is 30 per cent more than": the only such figure of the sentence before.
  private func takenUp(_ former: [Int], _ passage: Passage, _ named: Int) -> Int? {
    let alike = former.filter { areAlike($0, named) }
    guard alike.count == 1, let first = passage.sentence.first,
      let tokens = sentence(of: first)?.tokens,
      text.cue(tokens.lowerBound).contains(.pronoun) || text.isAny(tokens.lowerBound, of: takingUp)
        || text.isAny(tokens.lowerBound, of: owners)
          && text.holds(tokens.lowerBound..<quantity(first).tokens.lowerBound, anyOf: concluding)
    else { return nil }
    return alike[0]
  }

  /// Whether a rate fits two figures taken as exactly as they are written.
  private func isSharp(_ stated: Int, _ reading: ComparisonReading, _ kind: ComparisonKind) -> Bool
  {
    guard kind == .rate, let number = shareIntervals(stated)?.lenient else { return true }
    return holdsSharply(stated, (from: reading.second, to: reading.first), self, number)
  }

  /// A figure that can stand on either side of a comparison.
  private func canCompare(_ index: Int, _ stated: Int, _ kind: ComparisonKind) -> Bool {
    let (quantity, amount) = (quantity(index), quantity(stated))
    guard quantity.exactValue != nil, !quantity.isPart, !quantity.isCalendar,
      quantity.kind != .multiple, quantity.kind != .ratio, quantity.kind != .percentagePoint,
      analysis.claims[index].role != .by, analysis.claims[index].role != .rate
    else { return false }
    guard kind == .amount else { return !quantity.kind.isFraction }
    if amount.kind == .percentagePoint { return quantity.kind.isFraction }
    if amount.unit.name == "point", quantity.kind.isFraction { return true }
    return areAlike(index, stated)
  }

  private func holdsFigure(behind token: Int, _ stated: Int, _ sentence: Range<Int>) -> Bool {
    sentence.contains { index in
      index > stated && quantity(index).tokens.lowerBound >= token && !quantity(index).isCalendar
        && quantity(index).kind == .count && quantity(index).unit.dimension == .none
    }
  }

  /// "15 % more than the 42 million of last year, and 3 % more than the 46.9 million of March": two bases are
  /// named, each beside its rate.
  private func isGuardedByList(_ stated: Int) -> Bool {
    guard
      analysis.claims[stated].cautions.isDisjoint(with: [
        .exchangeRate, .rank, .brokenNumber, .negation, .spread, .yearlyRate,
      ]),
      !isDenied(stated), let tokens = sentence(of: stated)?.tokens
    else { return false }
    return !tokens.contains { text.cue($0).contains(.base) }
  }

  /// "65 % more than the men ($8,453) and 500 % more than the women": what one comparison is made
  /// with is not what the next is made of.
  private func isCompared(_ index: Int) -> Bool {
    let start = quantity(index).tokens.lowerBound
    let last = index > 0 ? text.end(of: quantity(index - 1)) : 0
    return (max(last, start - longestReach)..<max(last, start)).contains {
      text.cue($0).contains(.compare)
    }
  }

  /// The first figure behind "than" that can be what is compared with.
  private func other(
    behind token: Int, _ stated: Int, _ kind: ComparisonKind, _ sentence: Range<Int>
  ) -> Int? {
    for index in sentence where index > stated {
      let start = quantity(index).tokens.lowerBound
      if start - token > longestReach { return nil }
      guard start >= token else { continue }
      if (token..<start).contains(where: { text.mark($0) == UInt8(ascii: ";") }) { return nil }
      if quantity(index).isCalendar || quantity(index).kind == .duration,
        !canCompare(index, stated, kind)
      {
        continue
      }
      return canCompare(index, stated, kind) ? index : nil
    }
    return nil
  }

  private func read(
    _ stated: Int, _ pair: (first: Int, second: Int), _ kind: ComparisonKind,
    _ direction: Claim.Direction?
  ) -> ComparisonReading? {
    guard let first = countedIntervals(pair.first), let second = countedIntervals(pair.second)
    else {
      return nil
    }
    let number: TwoIntervals?
    let computed: TwoIntervals?
    switch kind {
    case .amount:
      number = countedIntervals(stated)
      computed = combine(first, second, Interval.subtracting)
    case .rate:
      number = percentIntervals(stated)
      computed = combine(second, first) { percentChange(from: $0, to: $1) }
    case .multiple:
      number = intervals(stated)
      computed = combine(first, second) { Interval.dividing($0, by: $1) }
    }
    guard let number, var computed else { return nil }
    switch direction {
    case .up: break
    case .down: computed = (computed.strict.negated, computed.lenient.negated)
    case nil: computed = (computed.strict.magnitude, computed.lenient.magnitude)
    }
    return ComparisonReading(
      first: pair.first, second: pair.second, computed: computed,
      verdict: compare(stated: number, computed: computed))
  }

  /// A slip leaves the figures in one order; what is far off speaks of something else.
  private func isPlausible(_ stated: Int, _ reading: ComparisonReading, _ kind: ComparisonKind)
    -> Bool
  {
    guard let a = quantity(reading.first).middle, let b = quantity(reading.second).middle,
      let amount = quantity(stated).middle, let gap = DecimalNumber.subtracting(a, b)?.magnitude
    else { return false }
    switch kind {
    case .amount: return areNear(a, b) && amount < max(a, b) && gap < amount.shifted(by: 1)
    case .rate: return areNear(a, b)
    case .multiple: return !b.isZero
    }
  }

  private func relation(
    _ stated: Int, _ kind: ComparisonKind, _ reading: ComparisonReading, doubt: Bool
  ) -> Relation? {
    guard let a = quantity(reading.first).middle, let b = quantity(reading.second).middle else {
      return nil
    }
    let shown = Sum.together([a, b])
    let operand = operand(kind == .amount ? "by" : kind == .rate ? "rate" : "times", stated)
    let (check, formula, exact) = sum(kind, a, b, shown)
    guard let exact else { return nil }
    let result =
      switch kind {
      case .amount: Sum.together([a, b, exact])[2]
      case .rate: Sum.rounded(exact, places: Sum.percentPlaces(beyond: quantity(stated))) + " %"
      case .multiple: Sum.rounded(exact, places: 2)
      }
    let isSoftened = doubt && reading.verdict == .contradicted
    var told = notes([], candidates: 1, verdict: reading.verdict)
    if isSoftened { told.append(softened) }
    return Relation(
      check: check,
      operands: [
        operand, self.operand("from", reading.second), self.operand("to", reading.first),
      ],
      formula: formula, computed: reading.computed.strict, exact: exact,
      stated: (kind == .rate ? percentIntervals(stated) : intervals(stated))?.strict,
      verdict: isSoftened ? .doubtful : reading.verdict,
      explanation: "\(formula) = \(result), stated \(operand.text)", notes: told)
  }

  private func sum(
    _ kind: ComparisonKind, _ a: DecimalNumber, _ b: DecimalNumber, _ shown: [String]
  ) -> (check: String, formula: String, exact: DecimalNumber?) {
    switch kind {
    case .amount:
      (Check.difference.id, "\(shown[0]) − \(shown[1])", DecimalNumber.subtracting(a, b))
    case .rate:
      (
        Check.percentChange.id, "(\(shown[0]) − \(shown[1])) / \(shown[1])",
        percentChange(from: Interval(b), to: Interval(a))?.low
      )
    case .multiple:
      (
        Check.times.id, "\(shown[0]) / \(shown[1])", DecimalNumber.quotient(a, b, isUp: false)
      )
    }
  }
}

/// Why a pairing that the words leave open is not called contradicted.
let softened = "guard: the words leave open which figures are meant, so doubtful at most"
