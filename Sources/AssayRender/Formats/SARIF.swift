public import AssayAnalysis

/// Findings and messages as SARIF 2.1.0, for code scanning and editors.
///
/// A finding whose verdict asks for nothing (consistent, derived, not checkable) is left out. The
/// stated figure is the location, the other operands are related locations, and the fingerprint
/// survives moved lines. A review is a suppression, accepted or rejected.
///
/// - Parameter version: of Assay.
public func sarifReport(
  _ findings: [Finding], diagnostics: [Diagnostic] = [], version: String,
  checks: [Check] = Check.all
) -> [UInt8] {
  let shown = findings.filter { $0.verdict.severity != nil }
  let messages = diagnostics.sorted()
  let named = Set(shown.map(\.check) + messages.map { $0.rule ?? plainRule })
  let known = checks.map(\.id)
  let rules = known + named.subtracting(known).sorted()
  var json = JSONWriter()
  json.object { json in
    json.field(
      "$schema",
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
        + "sarif-schema-2.1.0.json")
    json.key("runs")
    json.array { json in
      json.object { json in
        json.field("columnKind", "unicodeCodePoints")
        json.key("results")
        json.array { json in
          for finding in shown {
            json.lineBreak()
            write(finding, rules: rules, to: &json)
          }
          for message in messages {
            json.lineBreak()
            write(message, rules: rules, to: &json)
          }
        }
        json.key("tool")
        writeTool(rules, checks: checks, version: version, to: &json)
      }
    }
    json.field("version", "2.1.0")
  }
  json.newline()
  return json.bytes
}

/// The rule of messages that name none.
private let plainRule = "input"

private func level(_ severity: Severity) -> String {
  switch severity {
  case .error: "error"
  case .warning: "warning"
  case .note: "note"
  }
}

private func writeTool(
  _ rules: [String], checks: [Check], version: String, to json: inout JSONWriter
) {
  json.object { json in
    json.key("driver")
    json.object { json in
      json.field("name", "Assay")
      json.key("rules")
      json.array { json in
        for rule in rules {
          json.lineBreak()
          json.object { json in
            let check = checks.first { $0.id == rule }
            if let check {
              json.key("help")
              json.object { json in
                json.field("markdown", check.documentation)
                json.field("text", check.documentation)
              }
            }
            json.field("id", rule)
            json.key("shortDescription")
            json.object { json in
              json.field("text", check?.summary ?? "What Assay says about the input")
            }
          }
        }
      }
      json.field("semanticVersion", version)
    }
  }
}

private func write(_ finding: Finding, rules: [String], to json: inout JSONWriter) {
  json.object { json in
    if let isKnown = finding.isKnown { json.field("baselineState", isKnown ? "unchanged" : "new") }
    json.field("level", finding.verdict.severity.map(level))
    writeLocations(finding, to: &json)
    json.key("message")
    json.object { json in json.field("text", oneLine(finding.message)) }
    json.key("partialFingerprints")
    json.object { json in json.field("assayFinding/v1", finding.fingerprint) }
    json.key("properties")
    json.object { json in
      json.field("formula", finding.formula)
      json.key("notes")
      json.array { json in for note in finding.notes { json.string(note) } }
      json.field("verdict", finding.verdict.rawValue)
    }
    json.key("relatedLocations")
    json.array { json in
      for (index, operand) in finding.operands.dropFirst().enumerated() {
        json.object { json in
          json.key("id")
          json.integer(index + 1)
          json.key("message")
          json.object { json in
            json.field("text", "\(operand.role): \(oneLine(operand.text))")
          }
          write(operand.location, to: &json)
        }
      }
    }
    writeRule(finding.check, rules: rules, to: &json)
    if let review = finding.review { write(review, to: &json) }
  }
}

private func write(_ review: Review, to json: inout JSONWriter) {
  json.key("suppressions")
  json.array { json in
    json.object { json in
      json.field("justification", oneLine(review.reason))
      json.field("kind", review.isInline ? "inSource" : "external")
      json.field("status", review.decision == .accept ? "accepted" : "rejected")
    }
  }
}

private func writeLocations(_ finding: Finding, to json: inout JSONWriter) {
  json.key("locations")
  json.array { json in
    if let location = finding.location { json.object { write(location, to: &$0) } }
  }
}

private func writeRule(_ rule: String, rules: [String], to json: inout JSONWriter) {
  json.field("ruleId", rule)
  if let index = rules.firstIndex(of: rule) {
    json.key("ruleIndex")
    json.integer(index)
  }
}

private func write(_ location: Finding.Location, to json: inout JSONWriter) {
  json.key("physicalLocation")
  json.object { json in
    json.key("artifactLocation")
    json.object { json in json.field("uri", percentEncodedPath(location.path)) }
    json.key("region")
    json.object { json in
      json.key("endColumn")
      json.integer(location.endColumn)
      json.key("endLine")
      json.integer(location.endLine)
      json.key("startColumn")
      json.integer(location.column)
      json.key("startLine")
      json.integer(location.line)
    }
  }
}

private func write(_ diagnostic: Diagnostic, rules: [String], to json: inout JSONWriter) {
  json.object { json in
    json.field("level", level(diagnostic.severity))
    json.key("locations")
    json.array { json in
      if !diagnostic.path.isEmpty { json.object { writePlace(of: diagnostic, to: &$0) } }
    }
    json.key("message")
    json.object { json in
      let hint = diagnostic.hint.map { "; \($0)" } ?? ""
      json.field("text", oneLine(diagnostic.message + hint))
    }
    writeRule(diagnostic.rule ?? plainRule, rules: rules, to: &json)
  }
}

private func writePlace(of diagnostic: Diagnostic, to json: inout JSONWriter) {
  json.key("physicalLocation")
  json.object { json in
    json.key("artifactLocation")
    json.object { json in json.field("uri", percentEncodedPath(diagnostic.path)) }
    guard diagnostic.line > 0 else { return }
    json.key("region")
    json.object { json in
      if diagnostic.column > 0 {
        json.key("endColumn")
        json.integer(diagnostic.column + diagnostic.length)
        json.key("startColumn")
        json.integer(diagnostic.column)
      }
      json.key("startLine")
      json.integer(diagnostic.line)
    }
  }
}

/// A path as a relative URI reference: what is no path character is percent-encoded.
func percentEncodedPath(_ path: String) -> String {
  var result: [UInt8] = []
  let digits = Array("0123456789ABCDEF".utf8)
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      result.append(byte)
    default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: result, as: UTF8.self)
}
