public import AssayAnalysis

/// The claims of one article and its thread as a JSON document, `assay.claims/2`, one claim a line,
/// keys sorted.
///
/// What many claims share stands once: the files as `path` and `threadPath`, the sentences that hold
/// numbers as `sentences`, the names of what is spoken of as `subjects`, by identifier. A claim has
/// `id`, `text` (as written), `start` and `end` (bytes in its file), `sentence` (an index), `kind`
/// and `unit`, and further only what there is to tell:
///
/// - `value`, an exact decimal; `low` and `high` for a range; `from` and `until` for a date;
/// - `comment`, the comment it stands in; `subject`, `metric`, `time` (ISO 8601), `attribution`;
/// - `role` unless it is a plain value, `qualifier` unless it is exact, `direction`, `unitCode`;
/// - `isHedged` and `isNegated` where true;
/// - `verdict`, and `judgements`: what each check says of it, the one that its mark shows first.
///
/// - Parameter slug: the article's folder on the site.
public func claimsJSON(_ analysis: Analysis, slug: String) -> [UInt8] {
  claimsJSON(ClaimReading(analysis, slug: slug), slug: slug)
}

/// The same, from claims that were read already.
func claimsJSON(_ reading: ClaimReading, slug: String) -> [UInt8] {
  var document = ClaimsDocument(reading)
  document.write(slug: slug)
  return document.json.bytes
}

private struct ClaimsDocument {
  let reading: ClaimReading
  var json: JSONWriter
  private var sentences: [(part: Int, range: TextRange)] = []

  init(_ reading: ClaimReading) {
    self.reading = reading
    json = JSONWriter(capacity: 1_000 + reading.claims.count * ClaimsDocument.bytesPerClaim)
  }

  private static let bytesPerClaim = 280

  mutating func write(slug: String) {
    json.openObject()
    json.put("article", slug)
    json.key("claims")
    json.openArray()
    for claim in reading.claims {
      json.lineBreak()
      write(claim)
    }
    json.closeArray()
    json.put("path", reading.analysis.article.source.path)
    json.put("schema", "assay.claims/2")
    json.key("sentences")
    json.openArray()
    for (part, range) in sentences {
      json.lineBreak()
      json.line(reading.bytes(of: part)[clamped: range])
    }
    json.closeArray()
    writeSubjects()
    json.put("threadPath", reading.analysis.thread?.path)
    json.closeObject()
    json.newline()
  }

  private mutating func writeSubjects() {
    let entities = reading.analysis.entities
    var isSubject = [Bool](repeating: false, count: entities.count)
    for claim in reading.claims {
      if let subject = claim.subject { isSubject[subject] = true }
    }
    json.key("subjects")
    json.openObject()
    for entity in entities.indices.filter({ isSubject[$0] }).sorted(by: {
      entities[$0].id < entities[$1].id
    }) {
      json.entry(entities[entity].id, entities[entity].name)
    }
    json.closeObject()
  }

  private mutating func write(_ claim: ClaimRecord) {
    json.openObject()
    json.put("attribution", reading.attribution(of: claim))
    json.put(
      "comment", claim.part > 0 ? reading.analysis.thread?.comments[claim.part - 1].id : nil)
    json.put("direction", claim.direction?.rawValue)
    json.put("end", claim.source.upperBound)
    writeUpper(claim.value)
    json.put("id", claim.id)
    if claim.isHedged { json.put("isHedged", true) }
    if claim.isNegated { json.put("isNegated", true) }
    write(judgements: claim.judgedBy)
    json.put("kind", claim.kind.rawValue)
    writeLower(claim.value)
    json.put("metric", claim.metric)
    json.put("qualifier", claim.qualifier == .exact ? nil : claim.qualifier.rawValue)
    json.put("role", claim.role == .value ? nil : claim.role.rawValue)
    json.put("sentence", number(of: claim))
    json.put("start", claim.source.lowerBound)
    json.put("subject", claim.subject.map { reading.analysis.entities[$0].id })
    json.key("text")
    json.line(reading.bytes(of: claim.part)[clamped: claim.numberRange])
    json.put("time", claim.time?.iso)
    json.put("unit", claim.unit.name)
    json.put("unitCode", claim.unit.code)
    switch claim.value {
    case .date(let period): json.put("until", period.end.iso)
    case .clock(let time): json.put("until", time.iso)
    case .exact, .span, .vague: break
    }
    if case .exact(let number) = claim.value { json.put("value", number) }
    json.put("verdict", claim.verdict?.rawValue)
    json.closeObject()
  }

  /// The index of the sentence that a claim stands in. Claims come in reading order, so it is the
  /// last one or a new one.
  private mutating func number(of claim: ClaimRecord) -> Int {
    if let last = sentences.last, last.part == claim.part, last.range == claim.sentenceRange {
      return sentences.count - 1
    }
    sentences.append((claim.part, claim.sentenceRange))
    return sentences.count - 1
  }

  private mutating func write(judgements: [Int]) {
    guard !judgements.isEmpty else { return }
    json.key("judgements")
    json.openArray()
    for index in judgements {
      let relation = reading.relations[index]
      json.openObject()
      json.put("check", relation.check)
      json.put("explanation", relation.explanation)
      json.put("verdict", relation.verdict.rawValue)
      json.closeObject()
    }
    json.closeArray()
  }

  /// `from` and `high`, which stand beside each other among the sorted keys.
  private mutating func writeUpper(_ value: Quantity.Value) {
    switch value {
    case .exact: break
    case .span(_, let high): json.put("high", high)
    case .vague(_, let high): json.put("high", high)
    case .date(let period): json.put("from", period.start.iso)
    case .clock(let time): json.put("from", time.iso)
    }
  }

  private mutating func writeLower(_ value: Quantity.Value) {
    switch value {
    case .exact, .date, .clock: break
    case .span(let low, _): json.put("low", low)
    case .vague(let low, _): json.put("low", low)
    }
  }
}

extension JSONWriter {
  /// A key and a text; nothing for nil.
  fileprivate mutating func put(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  fileprivate mutating func entry(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  /// A key and an exact number; nothing for nil.
  fileprivate mutating func put(_ name: StaticString, _ value: DecimalNumber?) {
    guard let value else { return }
    key(name)
    number(value)
  }

  fileprivate mutating func put(_ name: StaticString, _ value: Int) {
    key(name)
    integer(value)
  }

  fileprivate mutating func put(_ name: StaticString, _ value: Bool) {
    key(name)
    boolean(value)
  }
}

// MARK: CSV

/// The claims of one article and its thread as CSV (RFC 4180, UTF-8, lines end in a newline), with a
/// header.
///
/// A cell that a spreadsheet could take for a formula gets an apostrophe before it; numbers are
/// kept as they are.
///
/// - Parameter slug: the article's folder on the site.
public func claimsCSV(_ analysis: Analysis, slug: String) -> [UInt8] {
  claimsCSVHead + claimsCSVRows(ClaimReading(analysis, slug: slug), slug: slug, scale: .small)
}

let claimsCSVHead = Array(
  ("id,article,comment,line,column,text,kind,low,high,unit,unit_code,qualifier,role,direction,"
    + "subject,metric,time,attribution,verdict,check,explanation\n").utf8)

/// Rows without a header, so that many articles' claims go into one file; on a large site of those
/// claims only that something in the text or a reference was held against.
func claimsCSVRows(_ reading: ClaimReading, slug: String, scale: SiteScale) -> [UInt8] {
  var output: [UInt8] = []
  for claim in reading.claims
  where scale == .small || (claim.verdict != nil && claim.verdict != .needsReference) {
    let (low, high) = claim.value.bounds
    let judgement = reading.judgement(of: claim)
    appendCSVRow(
      [
        claim.id, slug,
        claim.part > 0 ? reading.analysis.thread?.comments[claim.part - 1].id : nil,
        String(claim.line), String(claim.column),
        reading.analysis.text(of: claim.part)[claim.numberRange], claim.kind.rawValue,
        low, high, claim.unit.name, claim.unit.code, claim.qualifier.rawValue,
        claim.role.rawValue, claim.direction?.rawValue, reading.subject(of: claim), claim.metric,
        claim.time?.iso, reading.attribution(of: claim), claim.verdict?.rawValue,
        judgement?.check, judgement.map { oneLine($0.explanation) },
      ], to: &output)
  }
  return output
}

extension Quantity.Value {
  /// Low and high bounds, equal for an exact number; ISO 8601 for a date or a time.
  fileprivate var bounds: (low: String?, high: String?) {
    switch self {
    case .exact(let value): (value.description, value.description)
    case .span(let low, let high): (low.description, high.description)
    case .vague(let low, let high): (low?.description, high?.description)
    case .date(let period): (period.start.iso, period.end.iso)
    case .clock(let time): (time.iso, time.iso)
    }
  }
}
