public import AssayAnalysis

/// A claim as data files list it: one row, with its place and what was made of it.
public struct ClaimRow: Sendable {
  /// Stays when lines move and changes when the words do; unique on the site.
  public let id: String
  /// The article's slug.
  public let article: String
  /// The comment it stands in; nil in the article.
  public let comment: String?
  /// The file, and where in it: bytes from its start, line and column from 1, columns in Unicode
  /// scalars.
  public let path: String
  public let start: Int
  public let end: Int
  public let line: Int
  public let column: Int
  /// As written.
  public let text: String
  /// The sentence it stands in, on one line.
  public let sentence: String
  public let kind: Quantity.Kind
  public let value: Quantity.Value
  /// A plain singular English name; "-" where the words name none.
  public let unit: String
  /// ISO 4217 or UCUM.
  public let unitCode: String?
  public let qualifier: Quantity.Qualifier
  public let role: Claim.Role
  public let direction: Claim.Direction?
  /// The identifier and the name of the entity it is about.
  public let subject: String?
  public let subjectName: String?
  public let metric: String?
  /// ISO 8601.
  public let time: String?
  public let attribution: String?
  public let isNegated: Bool
  public let isHedged: Bool
  /// 0 to 1: how sure the reading of subject and metric is.
  public let confidence: Double
  /// Worst first: the verdict and the explanation of each relation that judges it.
  public let judgements: [Judgement]

  /// The worst verdict of the relations that judge it; nil where none does.
  public var verdict: Verdict? { judgements.first?.verdict }

  /// What one check said of it.
  public struct Judgement: Sendable {
    public let check: String
    public let verdict: Verdict
    public let explanation: String
  }
}

extension Analysis {
  /// The claims of the article and its comments, in order.
  ///
  /// - Parameters:
  ///   - slug: the article's.
  ///   - ids: identifiers to use, one a claim in the same order; nil makes them of the slug, the
  ///     sentence and the words.
  public func claimRows(slug: String, ids: [String]? = nil) -> [ClaimRow] {
    var judgements: [Int: [Int: [ClaimRow.Judgement]]] = [:]
    for relation in relations {
      guard let operand = relation.operands.first, let claim = operand.claim else { continue }
      judgements[operand.place.part, default: [:]][claim, default: []].append(
        ClaimRow.Judgement(
          check: relation.check, verdict: relation.verdict, explanation: relation.explanation))
    }
    var rows: [ClaimRow] = []
    var seen: [String: Int] = [:]
    for (index, part) in parts.enumerated() {
      let lines = LineIndex(document(of: index).source)
      for (number, claim) in part.claims.enumerated()
      where part.quantities.indices.contains(claim.quantity) {
        let judged = judgements[index]?[number] ?? []
        let id = ids.flatMap { $0.indices.contains(rows.count) ? $0[rows.count] : nil }
        rows.append(
          row(
            claim, part: index, lines: lines, slug: slug, id: id, seen: &seen,
            judgements: judged.sorted { $0.verdict.rank < $1.verdict.rank }))
      }
    }
    return rows
  }

  private func row(
    _ claim: Claim, part index: Int, lines: LineIndex, slug: String, id: String?,
    seen: inout [String: Int], judgements: [ClaimRow.Judgement]
  ) -> ClaimRow {
    let part = parts[index]
    let document = document(of: index)
    let quantity = part.quantities[claim.quantity]
    let source = document.sourceRange(of: quantity.range)
    let place = lines.location(of: Int(source.start))
    let sentence =
      part.words.sentences.indices.contains(quantity.sentence)
      ? part.words.sentences[quantity.sentence].range : quantity.range
    let text = part.words.text[quantity.range]
    let sentenceText = oneLine(part.words.text[sentence])
    let key = [slug, sentenceText, text].joined(separator: "\u{1F}")
    let count = seen[key, default: 0]
    seen[key] = count + 1
    let subject = claim.subject.flatMap { entities.indices.contains($0) ? entities[$0] : nil }
    return ClaimRow(
      id: id ?? hexadecimalHash(count == 0 ? key : "\(key)\u{1F}\(count)"), article: slug,
      comment: index > 0 ? thread?.comments[index - 1].id : nil, path: document.source.path,
      start: document.source.origin.offset + Int(source.start),
      end: document.source.origin.offset + Int(source.end), line: place.line,
      column: place.column, text: text, sentence: sentenceText, kind: quantity.kind,
      value: quantity.value, unit: quantity.unit.name, unitCode: quantity.unit.code,
      qualifier: quantity.qualifier, role: claim.role, direction: claim.direction,
      subject: subject?.id, subjectName: subject?.name, metric: claim.metric,
      time: claim.time?.iso, attribution: claim.attribution.map { part.words.text[$0] },
      isNegated: claim.isNegated, isHedged: claim.isHedged, confidence: claim.confidence,
      judgements: judgements)
  }
}

/// With runs of white space and control characters as one space, and none at the ends.
func oneLine(_ text: String) -> String {
  text.unicodeScalars.split { $0.value <= 0x20 || $0.value == 0x2028 || $0.value == 0x2029 }
    .map { String($0) }.joined(separator: " ")
}

extension Quantity.Value {
  /// Low and high bounds, equal for an exact number; ISO 8601 for a date.
  var bounds: (low: String?, high: String?) {
    switch self {
    case .exact(let value): (value.description, value.description)
    case .span(let low, let high): (low.description, high.description)
    case .vague(let low, let high): (low?.description, high?.description)
    case .date(let period): (period.start.iso, period.end.iso)
    }
  }
}
