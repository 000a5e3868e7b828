/// The claims of one statement that says a change: its ends, its amount, its rate.
struct Change {
  let part: Int
  /// Indices in the part's claims, by role.
  var from: [Int] = []
  var to: [Int] = []
  var by: [Int] = []
  var rates: [Int] = []
  /// Values that the statement gives before it speaks of the change: "sales were 5 million, up".
  var values: [Int] = []
  var cautions: Cautions = []

  /// What the change arrived at: the quantities behind "to", else those named before.
  var ends: [Int] { to.isEmpty ? values : to }
}

/// How many tokens may stand between an amount and a bare figure that takes its currency.
private let longestBareGap = 6

/// One part's claims with what a check asks of them.
///
/// A class: every check asks it of every figure, and a copy of a struct would hold each of its parts.
final class PartReader: Sendable {
  let index: Int
  let analysis: PartAnalysis
  let text: ClauseText
  /// What each statement says of its numbers.
  let changes: [Change]
  /// Runs of quantities that stand in one sentence, in order; those of tables left out.
  let sentences: [Range<Int>]
  let passages: [Passage]

  init(_ index: Int, _ analysis: PartAnalysis) {
    self.index = index
    self.analysis = analysis
    text = analysis.text
    changes = ChangeReader(part: index, analysis: analysis).changes()
    sentences = PartReader.sentences(of: analysis)
    passages = Passage.all(sentences, of: analysis)
  }

  private static func sentences(of analysis: PartAnalysis) -> [Range<Int>] {
    let quantities = analysis.quantities
    var runs: [Range<Int>] = []
    var first = 0
    while first < quantities.count {
      var last = first + 1
      while last < quantities.count, quantities[last].sentence == quantities[first].sentence {
        last += 1
      }
      if analysis.words.sentences.indices.contains(quantities[first].sentence) {
        runs.append(first..<last)
      }
      first = last
    }
    return runs
  }

  func quantity(_ claim: Int) -> Quantity { analysis.quantities[analysis.claims[claim].quantity] }
}

/// Puts the claims of each statement together.
private struct ChangeReader {
  let part: Int
  let analysis: PartAnalysis

  func changes() -> [Change] {
    var changes: [Change] = []
    let claims = analysis.claims
    var first = 0
    while first < claims.count {
      var last = first + 1
      // A quantity inside another stands in no statement.
      while last < claims.count,
        claims[last].statement == claims[first].statement || claims[last].statement == nil
      {
        last += 1
      }
      if claims[first].statement != nil {
        changes.append(change(of: first..<last))
      }
      first = last
    }
    return changes
  }

  private func quantity(_ claim: Int) -> Quantity {
    analysis.quantities[analysis.claims[claim].quantity]
  }

  private func change(of claims: Range<Int>) -> Change {
    var change = Change(part: part)
    for claim in claims {
      change.cautions.formUnion(analysis.claims[claim].cautions)
      if quantity(claim).isCalendar || analysis.claims[claim].statement == nil { continue }
      switch analysis.claims[claim].role {
      case .from: change.from.append(claim)
      case .to: change.to.append(claim)
      case .by: change.by.append(claim)
      case .rate: change.rates.append(claim)
      case .value:
        if change.from.isEmpty, change.rates.isEmpty, change.by.isEmpty {
          change.values.append(claim)
        } else if isRestated(claim) {
          change.rates.append(claim)
        }
      // "60 of the 500, up from 40": the part is what changed.
      case .part:
        if change.from.isEmpty, change.rates.isEmpty, change.by.isEmpty {
          change.values.append(claim)
        }
      case .whole, .bound: break
      }
    }
    dropStrayEnd(&change)
    return change
  }

  /// "from 5,600 to 11,200, after it brought in a card at £60": an end in money of what is none is another's.
  private func dropStrayEnd(_ change: inout Change) {
    guard change.from.count == 1, change.to.count == 2, let from = change.from.first,
      isMoney(change.to[0]) == isMoney(from), isMoney(change.to[1]) != isMoney(from)
    else { return }
    change.to.removeLast()
    change.cautions.remove(.coordination)
  }

  private func isMoney(_ index: Int) -> Bool { quantity(index).unit.dimension == .currency }

  /// "to 38,600 from 48,000, or by 19.6 percent": the change told again as a rate.
  private func isRestated(_ claim: Int) -> Bool {
    guard quantity(claim).kind == .percent else { return false }
    let text = analysis.text
    let start = quantity(claim).tokens.lowerBound
    return text.lower(start - 1) == "or"
      || (text.lower(start - 1) == "by" && text.lower(start - 2) == "or")
  }
}

extension PartReader {
  /// Pairs of a start and an end that measure the same thing.
  func pairs(_ change: Change) -> [(from: Int, to: Int)] {
    var pairs: [(from: Int, to: Int)] = []
    for from in change.from {
      for to in change.ends
      where areComparable(from, to) && !isPartOfOther(to, change, from) && !isFarAndBare(to, from) {
        pairs.append((from, to))
      }
    }
    if !pairs.isEmpty { return pairs }
    // "from $215 to $360 per tonne": the second names the unit for both.
    for from in change.from {
      for to in change.to
      where perUnit(quantity(from)).isEmpty != perUnit(quantity(to)).isEmpty
        && quantity(from).kind.isFraction == quantity(to).kind.isFraction
        && haveSameUnit(quantity(from), quantity(to))
      {
        pairs.append((from, to))
      }
    }
    if !pairs.isEmpty { return pairs }
    // "to 83.6 per cent from 79.4": the words say "per cent" once.
    for from in change.from {
      for to in change.to where sharePercent(from, to) || sharePercent(to, from) {
        pairs.append((from, to))
      }
    }
    return pairs
  }

  /// A percentage, and a bare number of the same size that nothing is counted by.
  private func sharePercent(_ percent: Int, _ bare: Int) -> Bool {
    let (a, b) = (quantity(percent), quantity(bare))
    guard a.kind == .percent, b.kind == .count, b.unit.dimension == .none, !b.isPart, !b.isWord,
      a.sentence == b.sentence, let one = a.exactValue, let other = b.exactValue
    else { return false }
    let end = text.end(of: b)
    return areNear(one, other) && other <= DecimalNumber(100)
      && (!text.isWord(end) || !text.cue(end).isDisjoint(with: [.preposition, .period, .and, .to]))
  }

  /// "It rained on 67 of the 92 days, and he cut 312 tonnes from 60 hectares": a bare figure that the words
  /// take out of another is no end of what has a unit.
  private func isPartOfOther(_ end: Int, _ change: Change, _ from: Int) -> Bool {
    change.to.isEmpty && quantity(end).unit.dimension == .none
      && quantity(from).unit.dimension != .none
      && text.cue(text.end(of: quantity(end))).contains(.of)
  }

  /// A bare figure far from an amount of money is none: "from £1,823 this year, after they voted 31 to 24".
  private func isFarAndBare(_ end: Int, _ from: Int) -> Bool {
    let (a, b) = (quantity(from), quantity(end))
    guard (a.unit.dimension == .currency) != (b.unit.dimension == .currency) else { return false }
    let gap = end > from ? gap(from, end) : gap(end, from)
    return gap.count > longestBareGap
  }

  /// Whether two claims measure in the same unit, by the same count of things.
  func areComparable(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (quantity(first), quantity(second))
    guard a.kind.isFraction == b.kind.isFraction, perUnit(a) == perUnit(b) else { return false }
    return haveSameUnit(a, b)
  }

  /// "share" in "$6.44 a share"; empty where there is none.
  func perUnit(_ quantity: Quantity) -> Substring { quantity.unit.perName }

  /// Whether one value names a scale, the other none, and they lie so far apart that the scale was
  /// left out: "to EUR 103 mn from EUR 23".
  func missesScale(_ first: Int, _ second: Int) -> Bool {
    guard let a = quantity(first).exactValue, let b = quantity(second).exactValue,
      !a.isZero, !b.isZero
    else { return false }
    let (small, large) = (min(a.magnitude, b.magnitude), max(a.magnitude, b.magnitude))
    return small.shifted(by: 2) < large && isScaled(quantity(first)) != isScaled(quantity(second))
  }

  /// Whether the words name a scale such as "million": the digits alone say another number.
  func isScaled(_ quantity: Quantity) -> Bool {
    guard let value = quantity.exactValue else { return false }
    let digits = analysis.words.text[quantity.range].utf8.filter {
      $0.isASCIIDigit || $0 == UInt8(ascii: ".")
    }
    guard let plain = DecimalNumber(digits: String(decoding: digits, as: UTF8.self)) else {
      return true
    }
    return plain != value.magnitude
  }

  func operand(_ role: String, _ claim: Int) -> Relation.Operand {
    let range = quantity(claim).range
    return Relation.Operand(
      role: role, place: Place(part: index, range: range), text: analysis.words.text[range],
      claim: claim)
  }

  func operand(_ role: String, words range: TextRange) -> Relation.Operand {
    Relation.Operand(
      role: role, place: Place(part: index, range: range), text: analysis.words.text[range],
      claim: claim(in: range))
  }

  /// The only claim whose number stands in some words: that of a table's cell.
  private func claim(in range: TextRange) -> Int? {
    let quantities = analysis.quantities
    let first = quantities.partitioningIndex { $0.range.start >= range.start }
    guard first < quantities.count, quantities[first].range.end <= range.end,
      first + 1 >= quantities.count || quantities[first + 1].range.start >= range.end
    else { return nil }
    return first
  }

  /// The number of a claim in digits and without a qualifier; nil otherwise.
  func exactValue(_ claim: Int) -> DecimalNumber? {
    let quantity = quantity(claim)
    switch quantity.qualifier {
    case .exact, .up, .down: return quantity.isWord ? nil : quantity.exactValue
    case .about, .nearly, .over, .atLeast, .under, .upTo: return nil
    }
  }

  /// The numbers of a claim as the tolerance model takes them; basis points as percentage points.
  func intervals(_ claim: Int) -> (strict: Interval, lenient: Interval)? {
    let quantity = isMean(claim) ? quantity(claim).unqualified : quantity(claim)
    guard let strict = quantity.interval(.strict), let lenient = quantity.interval(.lenient) else {
      return nil
    }
    guard quantity.unit == .basisPoint else { return (strict, lenient) }
    return (strict.shifted(by: -2), lenient.shifted(by: -2))
  }
}

extension PartReader {
  /// "more than half" says little of how much more.
  func isLoosePart(_ claim: Int) -> Bool {
    let quantity = quantity(claim)
    guard quantity.isPart else { return false }
    switch quantity.qualifier {
    case .exact, .about, .up, .down: return false
    case .nearly, .over, .atLeast, .under, .upTo: return true
    }
  }

  /// The rate that a claim states, in percent: of "23%" and of "by a third".
  func percentIntervals(_ claim: Int) -> (strict: Interval, lenient: Interval)? {
    guard quantity(claim).isPart else { return intervals(claim) }
    let hundred = Interval(DecimalNumber(100))
    guard let part = intervals(claim), let strict = Interval.multiplying(part.strict, hundred),
      let lenient = Interval.multiplying(part.lenient, hundred)
    else { return nil }
    return (strict, lenient)
  }
}

extension Quantity {
  /// "a third", "half", "two fifths" of something: no amount of its own.
  var isPart: Bool {
    guard isWord, unit.dimension == .none || unit.isPartOf, let value = exactValue else {
      return false
    }
    return !value.isNegative && !value.isZero && value < DecimalNumber(1)
  }
}

/// Whether two quantities can be subtracted. A bare number takes the unit of the one beside it.
func haveSameUnit(_ a: Quantity, _ b: Quantity) -> Bool {
  if a.unit == b.unit || a.unit.baseName == b.unit.baseName { return true }
  if a.unit.dimension == .currency, b.unit.dimension == .currency {
    return a.unit.code != nil && a.unit.code == b.unit.code
  }
  func isBare(_ quantity: Quantity) -> Bool {
    quantity.unit.dimension == .none && !quantity.isCalendar && quantity.kind != .score
  }
  if isBare(a) || isBare(b) {
    return a.kind.isFraction == b.kind.isFraction && a.kind != .duration && b.kind != .duration
  }
  return false
}

extension Unit {
  /// "% dearest": the unit of "a quarter of the dearest".
  var isPartOf: Bool { name.utf8.starts(with: "% ".utf8) }
}

extension String {
  /// Where some ASCII words stand in it first.
  func range(ofWord words: String) -> Range<String.Index>? {
    var (text, sought) = (self, words)
    let offset = text.withUTF8 { bytes in sought.withUTF8 { firstPlace(of: $0, in: bytes) } }
    return offset.map { offset in
      let start = utf8.index(startIndex, offsetBy: offset)
      return start..<utf8.index(start, offsetBy: words.utf8.count)
    }
  }
}

private func firstPlace(
  of sought: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>
) -> Int? {
  guard let first = sought.first, sought.count <= bytes.count else { return nil }
  return (0...bytes.count - sought.count).first { start in
    bytes[start] == first && bytes[start..<start + sought.count].elementsEqual(sought)
  }
}
