/// The figures of a sentence, and those of the sentence before it in the same paragraph.
struct Passage {
  let sentence: Range<Int>
  /// Empty where the sentence before holds no figure, or stands in another paragraph.
  let before: Range<Int>
}

extension Passage {
  /// Every sentence with figures and what precedes it.
  ///
  /// - Parameter runs: the figures of each sentence.
  static func all(_ runs: [Range<Int>], of analysis: PartAnalysis) -> [Passage] {
    runs.indices.map { place in
      let run = runs[place]
      guard place > 0, let first = run.first, let last = runs[place - 1].first else {
        return Passage(sentence: run, before: 0..<0)
      }
      let (here, there) = (analysis.quantities[first].sentence, analysis.quantities[last].sentence)
      let all = analysis.words.sentences
      let isNext = there + 1 == here && all[there].block == all[here].block
      return Passage(sentence: run, before: isNext ? runs[place - 1] : 0..<0)
    }
  }
}

extension PartReader {
  /// Whether two figures can be two values of one thing: of one kind, unit and counted noun. A bare
  /// number takes those of the other.
  func areAlike(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (quantity(first), quantity(second))
    guard a.exactValue != nil, b.exactValue != nil, !a.isPart, !b.isPart else { return false }
    if a.kind.isFraction || b.kind.isFraction { return a.kind.isFraction && b.kind.isFraction }
    guard a.kind.isValue, b.kind.isValue else { return false }
    if a.kind == .money || b.kind == .money {
      return a.kind == b.kind && haveSameUnit(a, b) && haveSamePer(perUnit(a), perUnit(b))
    }
    if a.unit.dimension == .none || b.unit.dimension == .none { return true }
    if a.unit.dimension == .count, b.unit.dimension == .count {
      return lastWord(of: a.unit.name) == lastWord(of: b.unit.name)
    }
    // "21 cubic metres a second", "seven cubic metres of that"
    return a.unit.baseName == b.unit.baseName
      && (perUnit(a) == perUnit(b) || perUnit(a).isEmpty || perUnit(b).isEmpty)
  }

  /// A number as exact as its words: whole counts under 1,000 are counted, not rounded. The lenient
  /// reading allows half a one either way.
  func countedIntervals(_ claim: Int) -> TwoIntervals? {
    guard let intervals = intervals(claim) else { return nil }
    let quantity = quantity(claim)
    if isSpreadOver(claim) || isCountedOut(claim), let value = quantity.exactValue {
      return (Interval(value), Interval(value))
    }
    switch quantity.kind {
    case .count, .duration, .score:
      guard !quantity.isPart, let value = plainValue(claim), value.exponent >= 0,
        value.magnitude < DecimalNumber(1000)
      else { return intervals }
      return (Interval(value), intervals.strict)
    default: return intervals
    }
  }

  /// Whether the clause of a figure says that it may not be taken plainly.
  func isGuarded(_ claim: Int) -> Bool {
    let cautions = analysis.claims[claim].cautions
    return isDenied(claim)
      || !cautions.isDisjoint(with: [
        .otherBase, .exchangeRate, .rank, .brokenNumber, .negation, .spread, .yearlyRate,
      ])
  }

  /// The same for a part of a sum: that figures stand for different things is what makes them parts.
  func isGuardedPart(_ claim: Int) -> Bool {
    let cautions = analysis.claims[claim].cautions
    return isDenied(claim)
      || !cautions.isDisjoint(with: [.otherBase, .exchangeRate, .rank, .brokenNumber, .negation])
  }

  /// Whether two numbers are of one order: the one at most three times the other.
  func areNear(_ first: DecimalNumber, _ second: DecimalNumber) -> Bool {
    let (a, b) = (first.magnitude, second.magnitude)
    guard let thrice = DecimalNumber.multiplying(min(a, b), DecimalNumber(3)) else { return false }
    return !a.isZero && !b.isZero && max(a, b) <= thrice
  }
}

extension Quantity.Kind {
  /// Of things that have more or less of it than others.
  fileprivate var isValue: Bool {
    switch self {
    case .money, .count, .measure, .duration, .score, .rate: true
    case .percent, .percentChange, .percentagePoint, .date, .time, .ratio, .multiple, .rank: false
    }
  }
}

/// "£1,035 a month" and "£85": the words say "a month" once.
private func haveSamePer(_ first: Substring, _ second: Substring) -> Bool {
  if first == second { return true }
  let spans: Set<Substring> = ["month", "year", "week", "day", "night"]
  return (first.isEmpty && spans.contains(second)) || (second.isEmpty && spans.contains(first))
}

/// "subnet" of "active subnet".
func lastWord(of name: String) -> Substring {
  name.utf8.lastIndex(of: UInt8(ascii: " ")).map { name[name.index(after: $0)...] } ?? name[...]
}
