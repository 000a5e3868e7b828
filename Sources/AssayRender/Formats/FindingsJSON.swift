public import AssayAnalysis

/// What `assay check --format json` writes, `assay.findings/1`: one finding or message a line, keys
/// sorted. Lines and columns count from 1, columns in Unicode scalars, ends exclusive.
public func findingsJSON(_ findings: [Finding], diagnostics: [Diagnostic] = []) -> [UInt8] {
  var json = JSONWriter()
  json.object { json in
    json.key("diagnostics")
    writeLines(diagnostics.sorted(), to: &json) { write($0, to: &$1) }
    json.key("findings")
    writeLines(findings, to: &json) { write($0, to: &$1) }
    json.key("schema")
    json.string("assay.findings/1")
  }
  json.newline()
  return json.bytes
}

/// Messages as a JSON document, `assay.diagnostics/1`, sorted by place, one a line.
public func diagnosticsJSON(_ diagnostics: [Diagnostic]) -> [UInt8] {
  var json = JSONWriter()
  json.object { json in
    json.key("diagnostics")
    writeLines(diagnostics.sorted(), to: &json) { write($0, to: &$1) }
    json.key("schema")
    json.string("assay.diagnostics/1")
  }
  json.newline()
  return json.bytes
}

private func writeLines<Element>(
  _ elements: [Element], to json: inout JSONWriter,
  write: (Element, inout JSONWriter) -> Void
) {
  json.array { json in
    for element in elements {
      json.lineBreak()
      write(element, &json)
    }
  }
}

private func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
  json.object { json in
    json.key("column")
    json.integer(diagnostic.column)
    json.field("hint", diagnostic.hint)
    json.key("length")
    json.integer(diagnostic.length)
    json.key("line")
    json.integer(diagnostic.line)
    json.field("message", diagnostic.message)
    json.field("path", diagnostic.path)
    json.field("rule", diagnostic.rule)
    json.field("severity", diagnostic.severity.rawValue)
  }
}

private func write(_ finding: Finding, to json: inout JSONWriter) {
  json.object { json in
    json.field("check", finding.check)
    json.field("fingerprint", finding.fingerprint)
    json.field("formula", finding.formula)
    json.field("message", finding.message)
    json.key("notes")
    json.array { json in for note in finding.notes { json.string(note) } }
    json.key("operands")
    json.array { json in
      for operand in finding.operands { write(operand, to: &json) }
    }
    if let review = finding.review {
      json.key("review")
      write(review, to: &json)
    }
    json.field("severity", finding.verdict.severity?.rawValue)
    json.field("verdict", finding.verdict.rawValue)
  }
}

private func write(_ review: Review, to json: inout JSONWriter) {
  json.object { json in
    json.field("by", review.reviewer)
    json.field("date", review.date?.iso)
    json.field("decision", review.decision.rawValue)
    json.key("inline")
    json.boolean(review.isInline)
    json.field("reason", review.reason)
  }
}

private func write(_ operand: Finding.Operand, to json: inout JSONWriter) {
  json.object { json in
    json.key("column")
    json.integer(operand.location.column)
    json.field("comment", operand.comment)
    json.key("endColumn")
    json.integer(operand.location.endColumn)
    json.key("endLine")
    json.integer(operand.location.endLine)
    json.key("line")
    json.integer(operand.location.line)
    json.field("path", operand.location.path)
    json.field("role", operand.role)
    json.field("text", operand.text)
  }
}
