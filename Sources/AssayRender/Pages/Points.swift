import AssayAnalysis

/// One line of *In brief*: a quotation or a computed sentence, with the claim it rests on.
struct Point: Sendable {
  /// Nil for a finding about words that are no number ("April 31").
  let claim: ClaimRecord?
  let verdict: Verdict?
  /// What is quoted, with the number in it; nil for a computed sentence.
  let quote: Excerpt?
  /// What was computed; empty where there is only the quotation.
  let computed: String
}

/// A row of the table of key figures.
struct KeyFigure: Sendable {
  let claim: ClaimRecord
  /// "TAO, price".
  let name: String
  let stated: String
  let computed: String
  let difference: String
  /// Index in `ClaimReading.relations`.
  let relation: Int
}

/// Chooses what stands at the top of a briefing. Nothing is worded here but the arithmetic.
struct Highlights {
  private(set) var points: [Point] = []
  private(set) var figures: [KeyFigure] = []

  private static let mostPoints = 5
  private static let mostFigures = 12
  private static let mostOfWords = 2
  static let quoteSide = 110

  init(_ reading: ClaimReading) {
    points = Highlights.points(reading)
    for index in reading.relations.indices where figures.count < Highlights.mostFigures {
      if let figure = Highlights.figure(index, reading) { figures.append(figure) }
    }
  }

  /// Findings first, then sums that hold, then what needs a source; the article's before comments'.
  private static func points(_ reading: ClaimReading) -> [Point] {
    var taken: Set<String> = []
    var points: [Point] = []
    func add(_ verdict: Verdict, atMost limit: Int, where isWanted: (ClaimRecord) -> Bool) {
      var count = 0
      for claim in reading.claims where claim.verdict == verdict {
        guard count < limit, points.count < mostPoints else { return }
        guard isWanted(claim) else { continue }
        let relation = reading.judgement(of: claim)
        // A number that is only part of another's sum that holds is told there.
        guard relation.map({ $0.verdict == verdict }) ?? true else { continue }
        let excerpt = reading.excerpt(of: claim)
        guard verdict.rank < Verdict.consistent.rank || claim.isInSentence else { continue }
        let sentence = excerpt.plain
        // A headline, a summary and the text may state one sum; it is told once.
        let sum = relation?.explanation ?? ""
        guard !taken.contains(sentence), sum.isEmpty || taken.insert(sum).inserted else { continue }
        taken.insert(sentence)
        points.append(
          Point(
            claim: claim, verdict: verdict, quote: excerpt.shortened(to: quoteSide),
            computed: sum))
        count += 1
      }
    }
    for relation in reading.relations where relation.isOfWordsAlone {
      guard points.count < mostOfWords, let first = relation.operands.first,
        taken.insert(relation.explanation).inserted
      else { continue }
      points.append(
        Point(
          claim: nil, verdict: relation.verdict,
          quote: reading.excerpt(of: first.place).shortened(to: quoteSide),
          computed: relation.explanation))
    }
    let isNumber: (ClaimRecord) -> Bool = { $0.part == 0 && !$0.kind.isCalendar }
    add(.contradicted, atMost: 3) { _ in true }
    add(.doubtful, atMost: 2, where: isNumber)
    add(.consistent, atMost: 3) { isNumber($0) && !$0.judgedBy.isEmpty }
    add(.unsupported, atMost: 1) { !$0.kind.isCalendar }
    add(.needsReference, atMost: 1, where: isNumber)
    return points
  }

  private static func figure(_ index: Int, _ reading: ClaimReading) -> KeyFigure? {
    let relation = reading.relations[index]
    // Between which bounds a score lies is no figure that it could be held against.
    guard relation.stated != nil, relation.check != Check.knownRange.id,
      let claim = relation.operands.first?.claim.map({ reading.claims[$0] }),
      claim.part == 0, !claim.kind.isCalendar,
      relation.verdict.rank < Verdict.consistent.rank || claim.isInSentence,
      isStated(claim, by: relation), isShownInOneUnit(relation),
      let computed = ComputedFigure.words(
        relation.computed, exact: relation.exact, of: claim.kind, unit: claim.unit)
    else { return nil }
    return KeyFigure(
      claim: claim,
      name: relation.check == Check.reference.id ? relation.formula : name(claim, reading),
      stated: claim.words, computed: computed,
      difference: ComputedFigure.difference(
        claim.value.middle, relation.computed, exact: relation.exact, of: claim.kind,
        unit: claim.unit) ?? "–",
      relation: index)
  }

  /// Whether the sum that a check made is about the claim's own number, not another in its sentence.
  static func isStated(_ claim: ClaimRecord, by relation: RelationRecord) -> Bool {
    guard let value = claim.value.middle, let low = relation.stated?.low,
      let high = relation.stated?.high
    else { return true }
    let ends = [abs(low.approximateDouble), abs(high.approximateDouble)].sorted()
    return ends[0] <= abs(value) * 1.001 && abs(value) <= ends[1] * 1.001
  }

  /// False where a sum that holds does so across units, such as millions in a table's heading: the
  /// bare numbers would seem to differ.
  private static func isShownInOneUnit(_ relation: RelationRecord) -> Bool {
    guard relation.verdict == .consistent, let low = relation.stated?.low,
      let high = relation.stated?.high, let least = relation.computed?.low,
      let most = relation.computed?.high
    else { return true }
    let stated = [abs(low.approximateDouble), abs(high.approximateDouble)].sorted()
    let computed = [abs(least.approximateDouble), abs(most.approximateDouble)].sorted()
    return stated[0] <= computed[1] * 1.5 && computed[0] <= stated[1] * 1.5
  }

  /// What a claim is about, as far as the text says: "TAO, price"; else the words that lead to it,
  /// as a quotation.
  static func name(_ claim: ClaimRecord, _ reading: ClaimReading) -> String {
    let change = claim.kind == .percentChange ? "change" : nil
    let metric = [claim.metric, change].compactMap { $0 }.joined(separator: " ")
    let parts = [reading.subject(of: claim), metric.isEmpty ? nil : metric].compactMap { $0 }
    if claim.subject != nil || claim.metric != nil { return parts.joined(separator: ", ") }
    let words = reading.excerpt(of: claim, side: nameSide)
    return "“" + words.before + words.words + "”"
  }

  private static let nameSide = 52
}
