// Figures that the article gives again, and figures without the day that would tell them apart.

extension PartReader {
  /// "$273" in the last paragraph, "approximately $273" in the first: one figure of one thing.
  func relateRepeats() -> [Relation] {
    var first: [DecimalNumber: Int] = [:]
    var found: [Relation] = []
    for index in analysis.claims.indices where isExactEnough(index) {
      guard let value = quantity(index).exactValue?.normalized else { continue }
      guard let known = first[value] else {
        first[value] = index
        continue
      }
      guard quantity(known).sentence != quantity(index).sentence, areOneFigure(known, index) else {
        continue
      }
      found.append(repeated(index, known))
    }
    return found
  }

  /// Three significant digits or a fraction: no number that two things share by chance.
  private func isExactEnough(_ index: Int) -> Bool {
    let quantity = quantity(index)
    guard let value = quantity.exactValue?.normalized, !quantity.isWord else { return false }
    switch quantity.kind {
    case .money, .measure, .count, .score: return value.mantissa.magnitude >= 100
    case .percent, .percentChange: return value.exponent < 0 || value.mantissa.magnitude >= 100
    default: return false
    }
  }

  /// One unit, and one time, one subject or one noun.
  private func areOneFigure(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (quantity(first), quantity(second))
    guard a.kind == b.kind, a.unit == b.unit else { return false }
    let (one, other) = (analysis.claims[first], analysis.claims[second])
    if let subject = one.subject, let rival = other.subject, subject != rival { return false }
    if let time = one.time, let later = other.time { return time.iso == later.iso }
    return one.subject != nil && one.subject == other.subject || a.unit.dimension == .count
  }

  private func repeated(_ index: Int, _ known: Int) -> Relation {
    let operands = [operand("again", index), operand("first", known)]
    let isSharper = quantity(known).qualifier == .about && quantity(index).qualifier == .exact
    return Relation(
      check: Check.sameQuantity.id, operands: operands,
      formula: "\(operands[0].text) : \(operands[1].text)", computed: intervals(known)?.strict,
      stated: intervals(index)?.strict, verdict: .consistent,
      explanation: "\(operands[0].text) here, \(operands[1].text) before",
      notes: isSharper ? ["the first is qualified (“about”), the second is not"] : [])
  }

  /// "TAO surged past $340" beside "$273 by April 12": when it was so, the text does not say.
  func relateUndated(_ entities: [Entity]) -> [Relation] {
    var asked: Set<Int> = []
    return analysis.claims.indices.compactMap { index in
      let claim = analysis.claims[index]
      guard quantity(index).kind == .money, let subject = claim.subject, claim.time == nil,
        claim.direction != nil || quantity(index).qualifier == .over, !claim.isHedged,
        claim.role != .from, !asked.contains(subject),
        !hasDate(blockOf: index), let value = intervals(index)?.lenient,
        let dated = datedRival(of: index, subject, value)
      else { return nil }
      asked.insert(subject)
      let operands = [operand("undated", index), operand("dated", dated)]
      return Relation(
        check: Check.sameQuantity.id, operands: operands,
        formula: "\(operands[0].text) : \(operands[1].text)", stated: intervals(index)?.strict,
        verdict: .needsContext,
        explanation: "\(entities[subject].name) \(operands[0].text) is undated beside "
          + "\(operands[1].text), \(analysis.claims[dated].time?.iso ?? ""): needs its day",
        notes: ["two times may have two values, so nothing is held against it"])
    }
  }

  private func hasDate(blockOf index: Int) -> Bool {
    guard let block = sentence(of: index)?.block else { return true }
    return sentences(ofBlock: block).contains { number in
      quantities(inSentence: number).contains { quantity($0).isDate }
    }
  }

  /// A figure of the same thing in the same unit, near it, with a day.
  private func datedRival(of index: Int, _ subject: Int, _ value: Interval) -> Int? {
    analysis.claims.indices.first { other in
      let claim = analysis.claims[other]
      guard other != index, claim.subject == subject, claim.time?.precision == .day,
        claim.role == .to || claim.role == .value, quantity(other).unit == quantity(index).unit,
        quantity(other).kind == .money, let known = intervals(other)?.lenient,
        let a = quantity(index).middle, let b = quantity(other).middle
      else { return false }
      return areNear(a, b) && !known.overlaps(value)
    }
  }
}
