import AssayAnalysis

/// Claims as a JSON document, `assay.claims/1`, one claim a line, keys sorted.
///
/// Each claim has the fields of `ClaimRow` by their names. `low` and `high` are exact decimals (equal
/// for one number), or null where a bound is missing or for a date, which has `from` and `until`
/// instead. What is not known is null; no key is ever left out but these four.
public func claimsJSON(_ rows: [ClaimRow]) -> [UInt8] {
  var json = JSONWriter()
  json.object { json in
    json.key("claims")
    json.array { json in
      for row in rows {
        json.lineBreak()
        write(row, to: &json)
      }
    }
    json.key("schema")
    json.string("assay.claims/1")
  }
  json.newline()
  return json.bytes
}

private func write(_ row: ClaimRow, to json: inout JSONWriter) {
  json.object { json in
    json.field("article", row.article)
    json.field("attribution", row.attribution)
    json.key("column")
    json.integer(row.column)
    json.field("comment", row.comment)
    json.key("confidence")
    json.number(row.confidence)
    json.field("direction", row.direction?.rawValue)
    json.key("end")
    json.integer(row.end)
    writeValue(row.value, to: &json)
    json.field("id", row.id)
    json.key("isHedged")
    json.boolean(row.isHedged)
    json.key("isNegated")
    json.boolean(row.isNegated)
    json.key("judgements")
    json.array { json in
      for judgement in row.judgements {
        json.object { json in
          json.field("check", judgement.check)
          json.field("explanation", judgement.explanation)
          json.field("verdict", judgement.verdict.rawValue)
        }
      }
    }
    json.field("kind", row.kind.rawValue)
    json.key("line")
    json.integer(row.line)
    writeLow(row.value, to: &json)
    json.field("metric", row.metric)
    json.field("path", row.path)
    json.field("qualifier", row.qualifier.rawValue)
    json.field("role", row.role.rawValue)
    json.field("sentence", row.sentence)
    json.key("start")
    json.integer(row.start)
    json.field("subject", row.subject)
    json.field("subjectName", row.subjectName)
    json.field("text", row.text)
    json.field("time", row.time)
    json.field("unit", row.unit)
    json.field("unitCode", row.unitCode)
    writeUntil(row.value, to: &json)
    json.field("verdict", row.verdict?.rawValue)
  }
}

/// `from` and `high`, which stand beside each other among the sorted keys.
private func writeValue(_ value: Quantity.Value, to json: inout JSONWriter) {
  switch value {
  case .exact(let number): json.field("high", number)
  case .span(_, let high): json.field("high", high)
  case .vague(_, let high): json.field("high", high)
  case .date(let period): json.field("from", period.start.iso)
  }
}

private func writeLow(_ value: Quantity.Value, to json: inout JSONWriter) {
  switch value {
  case .exact(let number): json.field("low", number)
  case .span(let low, _): json.field("low", low)
  case .vague(let low, _): json.field("low", low)
  case .date: break
  }
}

private func writeUntil(_ value: Quantity.Value, to json: inout JSONWriter) {
  if case .date(let period) = value { json.field("until", period.end.iso) }
}

extension JSONWriter {
  /// A key and a text, or null.
  mutating func field(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// A key and an exact number, or null.
  mutating func field(_ name: String, _ value: DecimalNumber?) {
    key(name)
    if let value { number(value) } else { null() }
  }
}

// MARK: CSV

/// Claims as CSV (RFC 4180, UTF-8, lines end in a newline), with a header.
///
/// A cell that a spreadsheet could take for a formula gets an apostrophe before it; numbers are
/// kept as they are.
public func claimsCSV(_ rows: [ClaimRow]) -> [UInt8] {
  var output = Array((claimColumns.joined(separator: ",") + "\n").utf8)
  appendClaimsCSV(rows, to: &output)
  return output
}

/// Appends rows without a header, so that many articles' claims go into one file.
public func appendClaimsCSV(_ rows: [ClaimRow], to output: inout [UInt8]) {
  for row in rows {
    let (low, high) = row.value.bounds
    appendCSVRow(
      [
        row.id, row.article, row.comment, row.path, String(row.line), String(row.column), row.text,
        row.kind.rawValue, low, high, row.unit, row.unitCode, row.qualifier.rawValue,
        row.role.rawValue, row.direction?.rawValue, row.subject, row.subjectName, row.metric,
        row.time, row.attribution, row.verdict?.rawValue, row.judgements.first?.check,
        row.judgements.first.map { oneLine($0.explanation) }, row.sentence,
      ], to: &output)
  }
}

private let claimColumns = [
  "id", "article", "comment", "path", "line", "column", "text", "kind", "low", "high", "unit",
  "unit_code", "qualifier", "role", "direction", "subject", "subject_name", "metric", "time",
  "attribution", "verdict", "check", "explanation", "sentence",
]
