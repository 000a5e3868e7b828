public import AssayAnalysis
public import AssayRender

/// The findings that were known before, so that a check fails only on what is new.
///
/// `assay.baseline/1` is a JSON object with the fingerprints of all findings that ask for something;
/// the report of `assay check --format json` is read as well.
public struct Baseline: Sendable {
  private let fingerprints: Set<String>

  /// Reads a file.
  ///
  /// - Throws: `Failure` where it is neither.
  public init(path: String) throws(Failure) {
    let bytes = try Files.read(path, limit: Baseline.largestFile)
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue.parse(bytes)
    } catch {
      throw Failure(
        .usage,
        Diagnostic(.error, path: path, "not JSON at byte \(error.offset): \(error.message)"))
    }
    guard let findings = value["findings"] else {
      throw Failure(
        .usage,
        Diagnostic(
          .error, path: path, "a baseline must have 'findings'",
          hint: "write one with 'assay check --write-baseline \(path)'"))
    }
    fingerprints = Set(
      findings.elements.compactMap { $0.string ?? $0["fingerprint"]?.string })
  }

  private static let largestFile = 64 << 20

  /// Whether a finding was known.
  public func knows(_ finding: Finding) -> Bool { fingerprints.contains(finding.fingerprint) }

  /// Writes the findings that ask for something.
  public static func write(_ findings: [Finding], to path: String) throws(Failure) {
    var json = JSONWriter()
    json.object { json in
      json.key("findings")
      json.array { json in
        for fingerprint in Set(findings.filter(\.isOpen).map(\.fingerprint)).sorted() {
          json.lineBreak()
          json.string(fingerprint)
        }
      }
      json.key("schema")
      json.string("assay.baseline/1")
    }
    json.newline()
    try Files.write(json.bytes, to: path)
  }
}
