import AssayAnalysis

/// Makes the records of an analysis's claims and relations. A class for the same reason as
/// `BriefingDraft`.
final class ClaimReading {
  let analysis: Analysis
  private(set) var claims: [ClaimRecord] = []
  private(set) var relations: [RelationRecord] = []
  /// The record of each claim: `indices[part][claim]`.
  private(set) var indices: [[Int]] = []
  /// The lines of the parts that hold numbers.
  private var lines: [LineIndex?] = []

  /// - Parameter slug: the article's folder on the site, which claims' ids are made of.
  init(_ analysis: Analysis, slug: String) {
    self.analysis = analysis
    let order = analysis.parts.map(ClaimReading.readingOrder)
    var next = 0
    indices = order.map { order in
      var own = [Int](repeating: 0, count: order.count)
      for claim in order {
        own[claim] = next
        next += 1
      }
      return own
    }
    relations = analysis.relations.map(record)
    indexLines()
    let judged = judgements(count: next)
    var identifiers = ClaimIdentifiers(analysis, slug: slug)
    let ids = order.enumerated().flatMap { identifiers.ids(of: $1, in: $0) }
    let pages = pages(of: ids, judged)
    var builder = ClaimRecordBuilder(
      relations: relations, judged: judged, ids: ids, pages: pages)
    claims.reserveCapacity(next)
    for (part, order) in order.enumerated() where !order.isEmpty {
      guard let lines = lines[part] else { continue }
      builder.begin(part, of: analysis, lines)
      for claim in order { claims.append(builder.record(claim)) }
    }
  }

  /// Extraction goes by statement; marks go by place.
  private static func readingOrder(of part: PartAnalysis) -> [Int] {
    let starts = part.claims.map { claim in
      let range = part.range(of: claim)
      return UInt64(range.start) << 32 | UInt64(range.end)
    }
    return starts.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }
  }

  /// Once for each part that places will be asked of.
  private func indexLines() {
    lines = analysis.parts.map { _ in nil }
    let named = analysis.parts.indices.filter { !analysis.parts[$0].claims.isEmpty }
    let related = analysis.relations.flatMap { $0.operands.map(\.place.part) }
    for part in named + related where lines[part] == nil {
      lines[part] = LineIndex(analysis.document(of: part).source)
    }
  }

  private func record(_ relation: Relation) -> RelationRecord {
    RelationRecord(
      relation,
      operands: relation.operands.map { operand in
        let part = operand.place.part
        let claim = operand.claim.flatMap { claim in
          indices.indices.contains(part) && indices[part].indices.contains(claim)
            ? indices[part][claim] : nil
        }
        return RelationRecord.Operand(
          role: operand.role, words: operand.text, claim: claim, place: operand.place)
      })
  }

  /// For each claim the relations that judge it, and those that only use it.
  private func judgements(count: Int) -> [(judgedBy: [Int], usedBy: [Int])] {
    var result = [(judgedBy: [Int], usedBy: [Int])](repeating: ([], []), count: count)
    for (index, relation) in relations.enumerated() {
      let own = relation.judged
      if let own { result[own].judgedBy.append(index) }
      for operand in relation.operands.dropFirst(relation.operands.first?.claim == nil ? 0 : 1) {
        guard let claim = operand.claim, claim != own else { continue }
        if !result[claim].judgedBy.contains(index), !result[claim].usedBy.contains(index) {
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

  /// The id of the claim whose page each leads to: a number that is only part of another's sum leads
  /// to that one's page.
  private func pages(
    of ids: [String], _ judged: [(judgedBy: [Int], usedBy: [Int])]
  ) -> [String?] {
    let own = ids.indices.map { claim in
      judged[claim].judgedBy.contains { relations[$0].deservesPage } ? ids[claim] : nil
    }
    return own.indices.map { claim in
      if let id = own[claim] { return id }
      for relation in judged[claim].usedBy {
        guard let first = relations[relation].judged, let id = own[first]
        else { continue }
        return id
      }
      return nil
    }
  }
}

// MARK: Questions about claims

extension ClaimReading {
  /// The words of a part.
  func bytes(of part: Int) -> [UInt8] { analysis.text(of: part).bytes }

  /// The sentence of a claim with its words in it.
  func excerpt(of claim: ClaimRecord, side: Int = Excerpt.longestSide) -> Excerpt {
    Excerpt(
      analysis.text(of: claim.part), words: claim.range, in: claim.contextRange,
      side: side)
  }

  /// Some words in the sentence that they stand in.
  func excerpt(of place: Place) -> Excerpt {
    let words = analysis.parts[place.part].words
    let sentence = words.sentences.first {
      $0.range.start <= place.range.start && place.range.start < $0.range.end
    }
    return Excerpt(words.text, words: place.range, in: sentence?.range ?? place.range)
  }

  /// Line and column of the first of some words, in their file.
  func location(of place: Place) -> SourceLocation {
    let source = analysis.document(of: place.part).sourceRange(of: place.range)
    return lines[place.part]?.location(of: Int(source.start)) ?? SourceLocation(line: 1, column: 1)
  }

  /// The relation that a claim's mark shows.
  func judgement(of claim: ClaimRecord) -> RelationRecord? {
    claim.judgedBy.first.map { relations[$0] }
  }

  /// The name of what a claim is about.
  func subject(of claim: ClaimRecord) -> String? {
    claim.subject.flatMap {
      analysis.entities.indices.contains($0) ? analysis.entities[$0].name : nil
    }
  }

  /// Who is said to have said it.
  func attribution(of claim: ClaimRecord) -> String? {
    claim.attribution.map { analysis.text(of: claim.part)[$0] }
  }

  /// How a claim was read, in short: "TAO, price · start of a change · 332 dollar".
  ///
  /// - Parameter page: the name whose page it stands on, which needs no saying there.
  func appendReading(
    of claim: ClaimRecord, on page: String? = nil, to html: inout HTMLWriter
  ) {
    let name = subject(of: claim)
    let subject = name == page ? nil : name
    if let subject { html.text(subject) }
    if let metric = claim.metric {
      if subject != nil { html.markup(", ") }
      html.text(metric)
    }
    if subject != nil || claim.metric != nil { html.markup(" · ") }
    if claim.role != .value {
      html.raw(claim.role.words)
      html.markup(" · ")
    }
    let qualifier = claim.qualifier.words
    if !qualifier.isEmpty {
      html.raw(qualifier)
      html.markup(" ")
    }
    html.words(of: claim.value)
    let unit = claim.unit.words
    if !unit.isEmpty {
      html.markup(" ")
      html.text(unit)
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

/// Makes claim records, part by part.
private struct ClaimRecordBuilder {
  let relations: [RelationRecord]
  let judged: [(judgedBy: [Int], usedBy: [Int])]
  let ids: [String]
  let pages: [String?]
  private var next = 0
  private var part = 0
  private var facts: PartAnalysis?
  private var document: Document?
  private var lines: LineIndex?
  /// The rows of the part's tables that are still ahead.
  private var rows: ArraySlice<TextRange> = []

  init(
    relations: [RelationRecord], judged: [(judgedBy: [Int], usedBy: [Int])], ids: [String],
    pages: [String?]
  ) {
    self.relations = relations
    self.judged = judged
    self.ids = ids
    self.pages = pages
  }

  mutating func begin(_ part: Int, of analysis: Analysis, _ lines: LineIndex) {
    self.part = part
    let document = analysis.document(of: part)
    facts = analysis.parts[part]
    self.document = document
    self.lines = lines
    rows =
      document.blocks.lazy.filter { block in
        if case .tableRow = block.kind { true } else { false }
      }.map(\.text)[...]
  }

  /// The row of a table that some words stand in; the part's claims come in order.
  private mutating func row(of words: TextRange) -> TextRange? {
    while let row = rows.first, row.end <= words.start { rows.removeFirst() }
    return rows.first.flatMap { $0.start <= words.start ? $0 : nil }
  }

  mutating func record(_ index: Int) -> ClaimRecord {
    guard let facts, let document, let lines else {
      preconditionFailure("A part begins before its claims")
    }
    let claim = facts.claims[index]
    let quantity = facts.quantities[claim.quantity]
    let words = quantity.shownRange
    let sentence = facts.sentence(of: quantity)
    let source = document.sourceRange(of: quantity.range)
    let place = lines.location(of: Int(source.start))
    let origin = document.source.origin.offset
    let (judgedBy, usedBy) = judged[next]
    next += 1
    return ClaimRecord(
      id: ids[next - 1], mark: next, part: part, words: document.text[words].replacingLineEnds,
      range: words, numberRange: quantity.range, sentence: quantity.sentence,
      sentenceRange: sentence, contextRange: row(of: words) ?? sentence, value: quantity.value,
      unit: quantity.unit, kind: quantity.kind,
      qualifier: quantity.qualifier, role: claim.role, direction: claim.direction,
      subject: claim.subject, metric: claim.metric, time: claim.time,
      attribution: claim.attribution, isNegated: claim.isNegated, isHedged: claim.isHedged,
      source: origin + Int(source.start)..<origin + Int(source.end), line: place.line,
      column: place.column, verdict: verdict(judgedBy, usedBy), judgedBy: judgedBy,
      usedBy: usedBy, page: pages[next - 1])
  }

  private func verdict(_ judgedBy: [Int], _ usedBy: [Int]) -> Verdict? {
    let own = judgedBy.first.map { relations[$0].verdict }
    if let own, own.rank <= Verdict.consistent.rank { return own }
    // Which operand of a sum that fails is the wrong one is not known; one that holds speaks for all.
    let isAgreed = usedBy.contains { relations[$0].verdict == .consistent }
    let isDisputed = usedBy.contains { relations[$0].verdict.rank < Verdict.consistent.rank }
    return isAgreed && !isDisputed ? .consistent : own
  }
}

/// Makes the ids of claims, in reading order.
private struct ClaimIdentifiers {
  private let analysis: Analysis
  private let slugHash: StableHash
  private var seen: [UInt64: Int] = [:]

  init(_ analysis: Analysis, slug: String) {
    self.analysis = analysis
    var hash = StableHash()
    hash.combine(slug.utf8)
    slugHash = hash
  }

  mutating func ids(of claims: [Int], in part: Int) -> [String] {
    let facts = analysis.parts[part]
    let text = analysis.text(of: part).bytes
    // The sentence whose hash is known, since its claims follow each other.
    var known: (range: TextRange, hash: StableHash)?
    return claims.map { claim in
      let quantity = facts.quantities[facts.claims[claim].quantity]
      let sentence = facts.sentence(of: quantity)
      if known?.range != sentence {
        var hash = slugHash
        hash.combine(min(part, 1))
        hash.combine(text[clamped: sentence])
        known = (sentence, hash)
      }
      var hash = known?.hash ?? slugHash
      hash.combine(text[clamped: quantity.shownRange])
      let count = seen[hash.value, default: 0]
      seen[hash.value] = count + 1
      if count > 0 { hash.combine(count) }
      return hash.text
    }
  }
}

extension PartAnalysis {
  /// The sentence that a quantity stands in.
  fileprivate func sentence(of quantity: Quantity) -> TextRange {
    words.sentences.indices.contains(quantity.sentence)
      ? words.sentences[quantity.sentence].range : quantity.shownRange
  }
}

extension Quantity {
  /// The number with what it counts, where that stands right beside it.
  fileprivate var shownRange: TextRange {
    guard !unitRange.isEmpty, unitRange.start >= range.end, unitRange.start - range.end <= 2
    else { return range }
    return range.union(unitRange)
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
