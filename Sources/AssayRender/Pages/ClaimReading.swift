import AssayAnalysis

/// Makes the records of an analysis's claims and relations.
struct ClaimReading {
  private(set) var claims: [ClaimRecord] = []
  private(set) var relations: [RelationRecord] = []
  /// The record of each claim: `indices[part][claim]`.
  private(set) var indices: [[Int]] = []

  init(_ analysis: Analysis, slug: String) {
    var next = 0
    let order = analysis.parts.map { part in
      // Extraction goes by statement; marks go by place.
      part.claims.indices.sorted {
        (part.range(of: part.claims[$0]), $0) < (part.range(of: part.claims[$1]), $1)
      }
    }
    indices = analysis.parts.indices.map { part in
      var own = [Int](repeating: 0, count: order[part].count)
      for claim in order[part] {
        own[claim] = next
        next += 1
      }
      return own
    }
    relations = analysis.relations.map(record)
    let judged = judgements(count: next)
    var builder = ClaimRecordBuilder(slug: slug, relations: relations, judged: judged)
    for (part, order) in zip(analysis.parts.indices, order) {
      builder.begin(part, of: analysis)
      for claim in order { claims.append(builder.record(claim)) }
    }
    resolvePaths(slug: slug)
  }

  private func record(_ relation: Relation) -> RelationRecord {
    RelationRecord(
      check: relation.check, verdict: relation.verdict, formula: relation.formula,
      explanation: relation.explanation, computed: relation.computed, stated: relation.stated,
      operands: relation.operands.map { operand in
        let part = operand.place.part
        let claim = operand.claim.flatMap { claim in
          indices.indices.contains(part) && indices[part].indices.contains(claim)
            ? indices[part][claim] : nil
        }
        return RelationRecord.Operand(
          role: operand.role, words: operand.text, claim: claim, part: part)
      }, notes: relation.notes)
  }

  /// For each claim the relations that judge it, and those that only use it.
  private func judgements(count: Int) -> [(judgedBy: [Int], usedBy: [Int])] {
    var result = [(judgedBy: [Int], usedBy: [Int])](repeating: ([], []), count: count)
    for (index, relation) in relations.enumerated() {
      for (place, operand) in relation.operands.enumerated() {
        guard let claim = operand.claim else { continue }
        if place == 0 {
          result[claim].judgedBy.append(index)
        } else if !result[claim].judgedBy.contains(index), !result[claim].usedBy.contains(index) {
          result[claim].usedBy.append(index)
        }
      }
    }
    for claim in result.indices where result[claim].judgedBy.count > 1 {
      result[claim].judgedBy.sort {
        (relations[$0].verdict.rank, $0) < (relations[$1].verdict.rank, $1)
      }
    }
    return result
  }

  /// A number that is only part of another's sum leads to that one's page.
  private mutating func resolvePaths(slug: String) {
    let row = PageMap.articleLedger(slug) + "#"
    claims = claims.map { claim in
      if claim.hasPage { return claim.leading(to: PageMap.claim(claim.id)) }
      for relation in claim.usedBy {
        guard let first = relations[relation].operands.first?.claim, claims[first].hasPage
        else { continue }
        return claim.leading(to: PageMap.claim(claims[first].id))
      }
      return claim.leading(to: row + claim.id)
    }
  }
}

extension PartAnalysis {
  /// The words of a claim's number.
  func range(of claim: Claim) -> TextRange {
    quantities.indices.contains(claim.quantity)
      ? quantities[claim.quantity].range : TextRange(start: 0, end: 0)
  }
}

extension ClaimRecord {
  fileprivate func leading(to path: String) -> ClaimRecord {
    ClaimRecord(
      id: id, mark: mark, part: part, words: words, value: value, unit: unit, kind: kind,
      qualifier: qualifier, role: role, direction: direction, subject: subject, metric: metric,
      time: time, attribution: attribution, excerpt: excerpt, line: line, column: column,
      verdict: verdict, judgedBy: judgedBy, usedBy: usedBy, hasPage: hasPage, path: path)
  }
}

/// Makes claim records, part by part.
private struct ClaimRecordBuilder {
  let slug: String
  let relations: [RelationRecord]
  let judged: [(judgedBy: [Int], usedBy: [Int])]
  private var next = 0
  private var seen: [String: Int] = [:]
  private var part = 0
  private var facts: PartAnalysis?
  private var document: Document?
  private var lines: LineIndex?

  init(
    slug: String, relations: [RelationRecord], judged: [(judgedBy: [Int], usedBy: [Int])]
  ) {
    self.slug = slug
    self.relations = relations
    self.judged = judged
  }

  mutating func begin(_ part: Int, of analysis: Analysis) {
    self.part = part
    let document = analysis.document(of: part)
    facts = analysis.parts[part]
    self.document = document
    lines = analysis.parts[part].claims.isEmpty ? nil : LineIndex(document.source)
  }

  mutating func record(_ index: Int) -> ClaimRecord {
    guard let facts, let document, let lines else {
      preconditionFailure("A part begins before its claims")
    }
    let claim = facts.claims[index]
    let quantity = facts.quantities[claim.quantity]
    let text = document.text
    let words = ClaimRecordBuilder.shownRange(quantity)
    let sentence =
      facts.words.sentences.indices.contains(quantity.sentence)
      ? facts.words.sentences[quantity.sentence].range : words
    let place = lines.location(of: Int(document.sourceRange(of: quantity.range).start))
    let (judgedBy, usedBy) = judged[next]
    next += 1
    return ClaimRecord(
      id: uniqueID(sentence: text.bytes[clamped: sentence], words: text.bytes[clamped: words]),
      mark: next, part: part, words: text[words].replacingLineEnds, value: quantity.value,
      unit: quantity.unit, kind: quantity.kind, qualifier: quantity.qualifier, role: claim.role,
      direction: claim.direction, subject: claim.subject, metric: claim.metric, time: claim.time,
      attribution: claim.attribution.map { text[$0] },
      excerpt: Excerpt(text, words: words, in: sentence), line: place.line, column: place.column,
      verdict: verdict(judgedBy, usedBy), judgedBy: judgedBy, usedBy: usedBy,
      hasPage: hasPage(judgedBy), path: "")
  }

  /// The number with what it counts, where that stands right beside it.
  private static func shownRange(_ quantity: Quantity) -> TextRange {
    guard !quantity.unitRange.isEmpty, quantity.unitRange.start >= quantity.range.end,
      quantity.unitRange.start - quantity.range.end <= 2
    else { return quantity.range }
    return quantity.range.union(quantity.unitRange)
  }

  private func verdict(_ judgedBy: [Int], _ usedBy: [Int]) -> Verdict? {
    let own = judgedBy.first.map { relations[$0].verdict }
    if let own, own.rank <= Verdict.consistent.rank { return own }
    // Which operand of a sum that fails is the wrong one is not known; one that holds speaks for all.
    let isAgreed = usedBy.contains { relations[$0].verdict == .consistent }
    let isDisputed = usedBy.contains { relations[$0].verdict.rank < Verdict.consistent.rank }
    return isAgreed && !isDisputed ? .consistent : own
  }

  private func hasPage(_ judgedBy: [Int]) -> Bool {
    judgedBy.contains {
      switch relations[$0].verdict {
      case .contradicted, .doubtful, .unsupported, .consistent, .needsContext: true
      case .needsReference, .derived, .notCheckable: false
      }
    }
  }

  private mutating func uniqueID(
    sentence: ArraySlice<UInt8>, words: ArraySlice<UInt8>
  ) -> String {
    var hash = StableHash()
    hash.combine(slug.utf8)
    hash.combine(min(part, 1))
    hash.combine(sentence)
    hash.combine(words)
    let count = seen[hash.text, default: 0]
    seen[hash.text] = count + 1
    if count > 0 { hash.combine(count) }
    return hash.text
  }
}

extension [UInt8] {
  /// The bytes of a range, as far as there are any.
  subscript(clamped range: TextRange) -> ArraySlice<UInt8> {
    let low = Swift.min(Int(range.start), count)
    return self[low..<Swift.max(low, Swift.min(Int(range.end), count))]
  }
}

extension String {
  /// In one line.
  var replacingLineEnds: String {
    utf8.contains { $0 < 0x20 }
      ? String(decoding: utf8.lazy.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self) : self
  }
}
