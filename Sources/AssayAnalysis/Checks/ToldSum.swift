// Figures that the words call a result, and what settles whether they are: the one judgement that the
// readers of shares, balances, bases and their like share.

/// One way in which a stated figure may follow from others.
struct ToldSum {
  let operands: [Relation.Operand]
  /// With numbers in it: "603 + 14 − 5".
  let formula: String
  /// What the numbers as written come to, as it is shown.
  let result: String
  let computed: TwoIntervals
  /// Numbers of which one digit altered, or two exchanged, may explain the gap; none where only the
  /// stated figure can.
  var addends: [DecimalNumber] = []
  /// What it comes to where the roundest of the numbers is as exact as the next: who gives a rest to the last
  /// hundred took it from no rounder a whole.
  var sharp: Interval?
  /// Whether the words leave no other reading.
  var isSure = false
}

/// A figure that is held against what it may follow from.
struct ToldResult {
  let stated: Int
  let role: String
  let check: Check
  /// What the words can mean, in the unit of the sums.
  let known: TwoIntervals
  /// The words tell a result, but not of which figures: one digit of three tells nothing then.
  var isLoose = false
  /// How many times too large or too small it may be and still speak of the same.
  var reach = 4
}

extension PartReader {
  /// Consistent where a sum fits and hardly by chance. Doubtful where none does, and the words leave
  /// one sum, or a misprint explains the gap. The sums come with the likeliest first.
  func settle(_ told: ToldResult, _ sums: [ToldSum]) -> Relation? {
    let close = sums.filter { isClose(told.known.strict, $0.computed.strict) }
    if let sum = sums.first(where: { told.known.strict.overlaps($0.computed.strict) }) {
      if let slip = blurredSlip(told, sums) { return relation(told, slip, .doubtful) }
      return sum.isSure || isTelling(told, sum, readings: close.count)
        ? relation(told, sum, .consistent) : nil
    }
    guard !sums.contains(where: { told.known.lenient.overlaps($0.computed.lenient) }),
      !isGuardedPart(told.stated)
    else { return nil }
    if let sure = sums.first(where: \.isSure), isPlausible(told, sure.computed.strict) {
      return relation(told, sure, .doubtful)
    }
    let slip =
      close.first { isSlip(told, $0, readings: close.count) }
      ?? sums.first { isSlip(told, $0, readings: sums.count) }
    return slip.flatMap { relation(told, $0, .doubtful) }
  }

  private func relation(_ told: ToldResult, _ sum: ToldSum, _ verdict: Verdict) -> Relation {
    let operand = operand(told.role, told.stated)
    return Relation(
      check: told.check.id, operands: [operand] + sum.operands, formula: sum.formula,
      computed: sum.computed.strict, stated: told.known.strict, verdict: verdict,
      explanation: "\(sum.formula) = \(sum.result), stated \(operand.text)",
      notes: notes([], candidates: 1, verdict: .consistent == verdict ? verdict : .contradicted)
        + (verdict == .consistent ? [] : [softened]))
  }

  /// A sum that fits only for the roundness of one of its numbers, and that two digits that changed places
  /// make right.
  private func blurredSlip(_ told: ToldResult, _ sums: [ToldSum]) -> ToldSum? {
    let blurred = sums.filter { $0.sharp != nil && told.known.strict.overlaps($0.computed.strict) }
    guard !blurred.isEmpty, !isGuardedPart(told.stated),
      sums.allSatisfy({ !($0.sharp ?? $0.computed.strict).overlaps(told.known.lenient) })
    else { return nil }
    return blurred.first { sum in
      guard let sharp = sum.sharp, let slip = quantity(told.stated).misprint(of: sharp) else {
        return false
      }
      return slip.isExchange && slip.tells(readings: sums.count)
    }
  }

  /// A number as it is written, as exact as the second roundest of some numbers.
  func sharpened(_ exact: DecimalNumber, among claims: [Int]) -> Interval? {
    let units = claims.map { quantity($0).lastPlace.magnitude }.sorted()
    guard units.count >= 2 else { return nil }
    let unit = units[units.count - 2]
    let half = DecimalNumber.multiplying(unit, DecimalNumber(mantissa: 5, exponent: -1)) ?? unit
    guard let low = DecimalNumber.subtracting(exact, half),
      let high = DecimalNumber.adding(exact, half)
    else { return nil }
    return Interval(low: low, high: high)
  }

  private func isTelling(_ told: ToldResult, _ sum: ToldSum, readings: Int) -> Bool {
    guard let a = told.known.strict.width, let b = sum.computed.strict.width,
      let low = told.known.strict.low, let width = DecimalNumber.adding(a, b)
    else { return false }
    return isTelling(
      width: width.isZero ? DecimalNumber(1) : width, readings: readings, beside: low)
  }

  /// Within a third of each other.
  private func isClose(_ known: Interval, _ computed: Interval) -> Bool {
    guard let a = known.low, let b = computed.low else { return false }
    return areClose(a, b)
  }

  /// What is many times too large or too small speaks of something else.
  private func isPlausible(_ told: ToldResult, _ computed: Interval) -> Bool {
    let reach = DecimalNumber(told.reach)
    let low = DecimalNumber.quotient(DecimalNumber(1), reach, isUp: false)
    return Interval.multiplying(computed, Interval(low: low, high: reach))?
      .overlaps(told.known.strict) ?? false
  }

  private func isSlip(_ told: ToldResult, _ sum: ToldSum, readings: Int) -> Bool {
    if let slip = quantity(told.stated).misprint(of: sum.computed.strict),
      slip.tells(readings: readings), !told.isLoose || slip.isExchange || slip.digits > 3
    {
      return true
    }
    guard !sum.addends.isEmpty, let value = plainValue(told.stated),
      let digits = AssayAnalysis.misprintDigits(sum.addends, total: value)
    else { return false }
    return isTellingMisprint(digits: digits, readings: readings)
  }

  // MARK: How words lead to a result

  /// The words between the last mark before a figure and the figure; nil where more stand there, or
  /// another figure.
  func lead(to index: Int) -> Range<Int>? {
    guard let tokens = sentence(of: index)?.tokens else { return nil }
    let start = firstToken(of: index)
    var place = start - 1
    while place >= tokens.lowerBound, text.isWord(place) {
      guard !text.isCounted(place), start - place <= longestLead else { return nil }
      place -= 1
    }
    guard place >= tokens.lowerBound else { return nil }
    return place + 1..<start
  }

  /// "That gives", "This makes": the sentence takes up the one before it.
  func takesUp(_ index: Int) -> Bool {
    guard let tokens = sentence(of: index)?.tokens else { return false }
    let first = tokens.lowerBound
    guard text.isAny(first, of: takingUp) else { return false }
    return text.isAny(first, of: takingUpWhole) || text.isAny(first + 1, of: resulting)
      || text.isAny(first + 2, of: resulting) && text.isWord(first + 1)
  }

  /// The place of a sentence's figures in `sentences` that stands right before another's, in its
  /// paragraph; nil where none with figures does.
  func formerSentence(_ place: Int) -> Int? {
    guard place > 0, let here = sentences[place].first, let there = sentences[place - 1].first,
      quantity(here).sentence - quantity(there).sentence <= longestPause,
      block(of: there) == block(of: here)
    else { return nil }
    return place - 1
  }
}

/// "And then?" may stand between.
private let longestPause = 2
/// The most words that lead to a result.
private let longestLead = 9
private let takingUp = WordSet("that this it which that's it's together these those")
private let takingUpWhole = WordSet("that's it's")
let resulting = WordSet(
  "is was are were gives gave makes made means meant equals represents works comes came amounts amounted "
    + "translates puts put brings brought leaves left adds took takes")

/// A number that misses another by a misprint.
struct MisprintReading {
  /// How many digits the number has.
  let digits: Int
  /// Whether two digits changed places, which chance brings about ten times less often than one that differs.
  let isExchange: Bool

  /// Whether it tells, after some readings were tried.
  func tells(readings: Int) -> Bool {
    if isTellingMisprint(digits: digits, readings: readings) { return true }
    return isExchange && digits >= 3 && isTellingMisprint(digits: digits + 1, readings: readings)
  }
}
