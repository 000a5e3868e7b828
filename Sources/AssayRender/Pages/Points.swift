import AssayAnalysis

/// One line of *In brief*: a quotation or a computed sentence, with the claim it rests on.
struct Point: Sendable {
  /// Index in `Briefing.claims`; nil for a sentence about the readers.
  let claim: Int?
  let verdict: Verdict?
  /// What is quoted, with the number in it; nil for a computed sentence.
  let quote: Excerpt?
  /// What was computed; empty where there is only the quotation.
  let computed: String
}

/// A row of the table of key figures.
struct KeyFigure: Sendable {
  let claim: Int
  /// "TAO, price".
  let name: String
  let stated: String
  let computed: String
  let difference: String
  let relation: Int
}

/// Chooses what stands at the top of a briefing. Nothing is worded here but the arithmetic.
struct Highlights {
  private(set) var points: [Point] = []
  private(set) var figures: [KeyFigure] = []

  private static let mostPoints = 5
  private static let mostFigures = 12
  private static let quoteSide = 110

  init(_ claims: [ClaimRecord], _ relations: [RelationRecord], entities: [Entity]) {
    points = Highlights.points(claims, relations)
    figures = relations.indices.compactMap {
      Highlights.figure($0, claims, relations, entities)
    }
    figures = Array(figures.prefix(Highlights.mostFigures))
  }

  /// Findings first, then sums that hold, then what needs a source; the article's before comments'.
  private static func points(
    _ claims: [ClaimRecord], _ relations: [RelationRecord]
  ) -> [Point] {
    var taken: Set<String> = []
    var points: [Point] = []
    func add(_ verdict: Verdict, atMost limit: Int, where isWanted: (ClaimRecord) -> Bool) {
      var count = 0
      for (index, claim) in claims.enumerated() where claim.verdict == verdict {
        guard count < limit, points.count < mostPoints, isWanted(claim) else { continue }
        let relation = claim.judgedBy.first.map { relations[$0] }
        let sentence = claim.excerpt.plain
        // A headline, a summary and the text may state one sum; it is told once.
        let sum = relation?.explanation ?? ""
        guard !taken.contains(sentence), sum.isEmpty || taken.insert(sum).inserted else { continue }
        taken.insert(sentence)
        points.append(
          Point(
            claim: index, verdict: verdict, quote: claim.excerpt.shortened(to: quoteSide),
            computed: sum))
        count += 1
      }
    }
    let isNumber: (ClaimRecord) -> Bool = { $0.part == 0 && $0.kind != .date }
    add(.contradicted, atMost: 3) { _ in true }
    add(.doubtful, atMost: 2, where: isNumber)
    add(.consistent, atMost: 3) { isNumber($0) && !$0.judgedBy.isEmpty }
    add(.unsupported, atMost: 1) { $0.kind != .date }
    add(.needsReference, atMost: 1, where: isNumber)
    return points
  }

  private static func figure(
    _ index: Int, _ claims: [ClaimRecord], _ relations: [RelationRecord], _ entities: [Entity]
  ) -> KeyFigure? {
    let relation = relations[index]
    guard let operand = relation.operands.first, let claim = operand.claim,
      claims[claim].part == 0, claims[claim].kind != .date, relation.stated != nil,
      let computed = ComputedFigure.words(
        relation.computed, of: claims[claim].kind, unit: claims[claim].unit)
    else { return nil }
    let record = claims[claim]
    guard isStated(record, by: relation) else { return nil }
    return KeyFigure(
      claim: claim, name: name(record, entities), stated: record.words, computed: computed,
      difference: ComputedFigure.difference(
        relation.stated, relation.computed, of: record.kind, unit: record.unit) ?? "–",
      relation: index)
  }

  /// Whether the sum that a check made is about the claim's own number, not another in its sentence.
  private static func isStated(_ claim: ClaimRecord, by relation: RelationRecord) -> Bool {
    guard let value = claim.value.middle, let low = relation.stated?.low,
      let high = relation.stated?.high
    else { return true }
    let ends = [abs(low.approximateDouble), abs(high.approximateDouble)].sorted()
    return ends[0] <= abs(value) * 1.001 && abs(value) <= ends[1] * 1.001
  }

  /// What a claim is about, as far as the text says: "TAO, price"; else the words that lead to it,
  /// as a quotation.
  static func name(_ claim: ClaimRecord, _ entities: [Entity]) -> String {
    let subject = claim.subject.flatMap { entities.indices.contains($0) ? entities[$0].name : nil }
    let change = claim.kind == .percentChange ? "change" : nil
    let metric = [claim.metric, change].compactMap { $0 }.joined(separator: " ")
    let parts = [subject, metric.isEmpty ? nil : metric].compactMap { $0 }
    if claim.subject != nil || claim.metric != nil { return parts.joined(separator: ", ") }
    let words = claim.excerpt.shortened(to: 52)
    return "“" + words.before + words.words + "”"
  }
}
