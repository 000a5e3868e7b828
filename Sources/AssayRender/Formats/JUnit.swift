public import AssayAnalysis

/// Findings as JUnit XML, a suite a file and a test a finding, as CI servers read it.
///
/// A finding with one of the failing verdicts is a failure; one that needs a source or context is
/// skipped; the others pass. Messages that are errors are errors of their file's suite.
public func junitReport(
  _ findings: [Finding], diagnostics: [Diagnostic] = [], failing: Set<Verdict> = [.contradicted]
) -> [UInt8] {
  var suites: [String: JUnitSuite] = [:]
  for finding in findings {
    suites[finding.location?.path ?? "", default: JUnitSuite()].findings.append(finding)
  }
  for diagnostic in diagnostics.sorted() where diagnostic.severity == .error {
    suites[diagnostic.path, default: JUnitSuite()].errors.append(diagnostic)
  }
  var xml = XMLText()
  xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  let failures = findings.count { failing.contains($0.verdict) }
  let errors = suites.values.reduce(0) { $0 + $1.errors.count }
  xml.raw(
    "<testsuites name=\"assay check\" tests=\"\(findings.count + errors)\""
      + " failures=\"\(failures)\" errors=\"\(errors)\">\n")
  for (path, suite) in suites.sorted(by: { $0.key < $1.key }) {
    append(suite, path: path, failing: failing, to: &xml)
  }
  xml.raw("</testsuites>\n")
  return xml.bytes
}

private struct JUnitSuite {
  var findings: [Finding] = []
  var errors: [Diagnostic] = []
}

private func append(
  _ suite: JUnitSuite, path: String, failing: Set<Verdict>, to xml: inout XMLText
) {
  let failures = suite.findings.count { failing.contains($0.verdict) }
  let skipped = suite.findings.count { isSkipped($0, failing: failing) }
  xml.raw("  <testsuite name=\"")
  xml.text(path)
  xml.raw(
    "\" tests=\"\(suite.findings.count + suite.errors.count)\" failures=\"\(failures)\""
      + " errors=\"\(suite.errors.count)\" skipped=\"\(skipped)\">\n")
  for finding in suite.findings { append(finding, path: path, failing: failing, to: &xml) }
  for error in suite.errors {
    xml.raw("    <testcase classname=\"")
    xml.text(path)
    xml.raw("\" name=\"")
    xml.text("\(error.line):\(error.column) \(error.rule ?? "input")")
    xml.raw("\"><error message=\"")
    xml.text(oneLine(error.message))
    xml.raw("\"/></testcase>\n")
  }
  xml.raw("  </testsuite>\n")
}

private func isSkipped(_ finding: Finding, failing: Set<Verdict>) -> Bool {
  guard !fails(finding, failing) else { return false }
  if finding.verdict.severity != nil, !finding.isOpen { return true }
  switch finding.verdict {
  case .needsReference, .needsContext, .notCheckable: return true
  case .contradicted, .doubtful, .unsupported, .consistent, .derived: return false
  }
}

private func fails(_ finding: Finding, _ failing: Set<Verdict>) -> Bool {
  failing.contains(finding.verdict) && finding.isOpen
}

private func append(
  _ finding: Finding, path: String, failing: Set<Verdict>, to xml: inout XMLText
) {
  let place = finding.location.map { "\($0.line):\($0.column) " } ?? ""
  xml.raw("    <testcase classname=\"")
  xml.text(path)
  xml.raw("\" name=\"")
  xml.text(oneLine("\(place)\(finding.check) \(finding.operands.first?.text ?? "")"))
  xml.raw("\"")
  if fails(finding, failing) {
    xml.raw("><failure type=\"\(finding.verdict.rawValue)\" message=\"")
    xml.text(oneLine(finding.message))
    xml.raw("\">")
    for operand in finding.operands {
      let location = operand.location
      xml.text(
        "\(location.path):\(location.line):\(location.column): \(operand.role)"
          + " \(oneLine(operand.text))\n")
    }
    for note in finding.notes { xml.text(note + "\n") }
    xml.raw("</failure></testcase>\n")
  } else if isSkipped(finding, failing: failing) {
    xml.raw("><skipped message=\"")
    xml.text(oneLine("\(finding.verdict.rawValue): \(finding.message)"))
    xml.raw("\"/></testcase>\n")
  } else {
    xml.raw("/>\n")
  }
}

/// XML by appending: what is text is escaped, and what XML cannot hold becomes U+FFFD.
struct XMLText {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  mutating func text(_ text: String) {
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      clean.append(TemplateFilter.isAllowedInXML(scalar) ? scalar : "\u{FFFD}")
    }
    appendEscaped(String(clean).utf8, to: &bytes)
  }
}
