public import AssayAnalysis

/// Findings and messages as the workflow commands that GitHub shows beside the lines of a change:
///
///     ::error file=content/a.md,line=12,col=24,endLine=12,endColumn=27,title=percent-change::…
///
/// A finding whose verdict asks for nothing is left out. Nothing that a text says can begin a
/// command of its own: line ends are encoded.
public func githubAnnotations(_ findings: [Finding], diagnostics: [Diagnostic] = []) -> [UInt8] {
  var output: [UInt8] = []
  for finding in findings {
    guard finding.isOpen, let severity = finding.verdict.severity,
      let location = finding.location
    else { continue }
    let properties = [
      ("file", location.path), ("line", String(location.line)), ("col", String(location.column)),
      ("endLine", String(location.endLine)), ("endColumn", String(location.endColumn)),
      ("title", "\(finding.check): \(finding.verdict.rawValue)"),
    ]
    let notes = finding.notes.map { "\n" + $0 }.joined()
    append(command(severity), properties, finding.message + notes, to: &output)
  }
  for diagnostic in diagnostics.sorted() {
    var properties: [(String, String)] = []
    if !diagnostic.path.isEmpty { properties.append(("file", diagnostic.path)) }
    if diagnostic.line > 0 { properties.append(("line", String(diagnostic.line))) }
    if diagnostic.line > 0, diagnostic.column > 0 {
      properties.append(("col", String(diagnostic.column)))
    }
    if let rule = diagnostic.rule { properties.append(("title", rule)) }
    let hint = diagnostic.hint.map { "\n" + $0 } ?? ""
    append(command(diagnostic.severity), properties, diagnostic.message + hint, to: &output)
  }
  return output
}

private func command(_ severity: Severity) -> String {
  switch severity {
  case .error: "error"
  case .warning: "warning"
  case .note: "notice"
  }
}

private func append(
  _ command: String, _ properties: [(name: String, value: String)], _ message: String,
  to output: inout [UInt8]
) {
  output.append(contentsOf: "::\(command)".utf8)
  for (index, property) in properties.enumerated() {
    output.append(contentsOf: ((index == 0 ? " " : ",") + property.name + "=").utf8)
    appendEncoded(property.value, isProperty: true, to: &output)
  }
  output.append(contentsOf: "::".utf8)
  appendEncoded(message, isProperty: false, to: &output)
  output.append(UInt8(ascii: "\n"))
}

/// As actions/toolkit encodes: % and line ends, in properties also : and ,
private func appendEncoded(_ text: String, isProperty: Bool, to output: inout [UInt8]) {
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "%"): output.append(contentsOf: "%25".utf8)
    case 13: output.append(contentsOf: "%0D".utf8)
    case 10: output.append(contentsOf: "%0A".utf8)
    case UInt8(ascii: ":") where isProperty: output.append(contentsOf: "%3A".utf8)
    case UInt8(ascii: ",") where isProperty: output.append(contentsOf: "%2C".utf8)
    case 0..<0x20, 0x7F: output.append(UInt8(ascii: " "))
    default: output.append(byte)
    }
  }
}
