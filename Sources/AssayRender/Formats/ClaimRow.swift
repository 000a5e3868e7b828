public import AssayAnalysis

/// A claim as data files list it: one row, with its place and what was made of it.
public struct ClaimRow: Sendable {
  /// The identifier that the site's pages have for it: it stays when lines move and changes when
  /// the words do.
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
  /// What each relation that judges it says, the one that its mark shows first.
  public let judgements: [Judgement]

  /// What its mark shows; nil where no check judged it.
  public var verdict: Verdict? { judgements.first?.verdict }

  /// What one check said of it.
  public struct Judgement: Sendable {
    public let check: String
    public let verdict: Verdict
    public let explanation: String
  }
}

extension Analysis {
  /// The claims of the article and its comments in the order of their words, with the identifiers
  /// and verdicts that the site's pages show.
  ///
  /// - Parameter slug: the article's.
  public func claimRows(slug: String) -> [ClaimRow] {
    claimRows(slug: slug, reading: ClaimReading(self, slug: slug))
  }

  /// The same, from claims that were read already.
  func claimRows(slug: String, reading: ClaimReading) -> [ClaimRow] {
    var rows: [ClaimRow] = []
    rows.reserveCapacity(reading.claims.count)
    for (part, order) in reading.indices.enumerated() {
      let lines = LineIndex(document(of: part).source)
      for claim in order.indices.sorted(by: { order[$0] < order[$1] })
      where parts[part].quantities.indices.contains(parts[part].claims[claim].quantity) {
        let record = reading.claims[order[claim]]
        let judgements = record.judgedBy.map { index in
          let relation = reading.relations[index]
          return ClaimRow.Judgement(
            check: relation.check, verdict: relation.verdict, explanation: relation.explanation)
        }
        rows.append(
          row(
            parts[part].claims[claim], part: part, lines: lines, article: slug, id: record.id,
            judgements: judgements))
      }
    }
    return rows
  }

  private func row(
    _ claim: Claim, part index: Int, lines: LineIndex, article: String, id: String,
    judgements: [ClaimRow.Judgement]
  ) -> ClaimRow {
    let part = parts[index]
    let document = document(of: index)
    let quantity = part.quantities[claim.quantity]
    let source = document.sourceRange(of: quantity.range)
    let place = lines.location(of: Int(source.start))
    let sentence =
      part.words.sentences.indices.contains(quantity.sentence)
      ? part.words.sentences[quantity.sentence].range : quantity.range
    let subject = claim.subject.flatMap { entities.indices.contains($0) ? entities[$0] : nil }
    return ClaimRow(
      id: id, article: article, comment: index > 0 ? thread?.comments[index - 1].id : nil,
      path: document.source.path, start: document.source.origin.offset + Int(source.start),
      end: document.source.origin.offset + Int(source.end), line: place.line,
      column: place.column, text: part.words.text[quantity.range],
      sentence: oneLine(part.words.text[sentence]), kind: quantity.kind,
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
