public import AssayAnalysis
public import AssayRender

/// The reviews of a site, in `reviews.yml` beside `assay.yml`. The last of several of one finding
/// counts:
///
///     - finding: "8f3a0c1d2e4b5a69"
///       decision: accept
///       reason: "The base is the year before the merger"
///       by: "Ann Lee"
///       date: 2026-04-12
///       about: "content/a.md:12 percent-change '30 %'"
struct ReviewFile: Sendable {
  static let name = "reviews.yml"

  let path: String
  /// By fingerprint.
  private(set) var reviews: [String: Review] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private var places: [String: Diagnostic] = [:]

  /// Reads the file; no reviews where there is none.
  init(_ site: Site) throws(Failure) {
    path = site.path(of: ReviewFile.name)
    guard Files.exists(path) else { return }
    let bytes = try Files.read(path, limit: site.configuration.maximumFileBytes)
    let source = try SourceText.decode(path: path, bytes: bytes).text
    let (node, problems) = parseYAML(source)
    let (found, defects) = MappingReader.readList(node, in: source, of: path) { reader in
      ReviewFile.review(&reader, in: source)
    }
    diagnostics = problems + defects
    for (review, stale) in found {
      reviews[review.finding] = review
      places[review.finding] = stale
    }
  }

  private static func review(
    _ reader: inout MappingReader, in source: SourceText
  ) -> (Review, Diagnostic)? {
    let decision = reader.choice("decision", of: Review.Decision.self)
    let reason = reader.string("reason") ?? ""
    let (reviewer, date) = (reader.string("by"), reader.date("date"))
    let about = reader.string("about")
    guard let finding = reader.string("finding"), let decision,
      let range = reader.node("finding")?.range
    else { return nil }
    guard !reason.isEmpty else {
      reader.report(range, "a review must give a 'reason'")
      return nil
    }
    let review = Review(
      finding: finding, decision: decision, reason: reason, reviewer: reviewer, date: date)
    let stale = Diagnostic(
      .warning, in: source, at: range, "'\(finding)' is the finding of no text any more",
      hint: "look at \(about ?? "the text") again, then take the review out", rule: "stale-review")
    return (review, stale)
  }

  /// Warnings of the reviews that none of some findings has.
  func stale(after findings: [Finding]) -> [Diagnostic] {
    let met = Set(findings.map(\.fingerprint))
    return reviews.keys.filter { !met.contains($0) }.sorted().compactMap { places[$0] }
  }

  /// Adds a review at the end, keeping what stands there.
  func append(_ review: Review, about finding: Finding) throws(Failure) {
    var bytes = Files.exists(path) ? try Files.read(path) : []
    if bytes.isEmpty {
      bytes += Array("# What people decided about findings; 'assay review' adds to it.\n".utf8)
    } else if bytes.last != UInt8(ascii: "\n") {
      bytes.append(UInt8(ascii: "\n"))
    }
    let place = finding.location.map { "\($0.path):\($0.line) " } ?? ""
    let about = "\(place)\(finding.check) '\(finding.operands.first?.text ?? "")'"
    var lines = [
      "- finding: \(quoted(review.finding))", "  decision: \(review.decision.rawValue)",
      "  reason: \(quoted(review.reason))",
    ]
    if let reviewer = review.reviewer { lines.append("  by: \(quoted(reviewer))") }
    if let date = review.date { lines.append("  date: \(date.iso)") }
    lines.append("  about: \(quoted(about))")
    bytes += Array((lines.joined(separator: "\n") + "\n").utf8)
    try Files.write(bytes, to: path)
  }

  /// A double-quoted scalar of YAML is written like a string of JSON.
  private func quoted(_ text: String) -> String {
    var json = JSONWriter()
    json.string(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension Site {
  /// Records what a person decided about a finding of the site.
  ///
  /// - Parameter query: the finding's fingerprint, the first six digits of it or more, or
  ///   `FILE:LINE[:COLUMN]`.
  /// - Returns: the finding.
  /// - Throws: `Failure` where the query means none or several, or files cannot be read or written.
  public func review(
    _ query: String, decision: Review.Decision, reason: String, reviewer: String?,
    date: CalendarDate?, publication: Publication
  ) async throws -> Finding {
    let run = try await CheckRun(self, publication: publication)
    let found = run.findings.filter { $0.verdict.severity != nil && $0.isMeant(by: query) }
    guard let finding = found.first, found.count == 1 else {
      throw Failure(.usage, ambiguous(query, found))
    }
    let file = try ReviewFile(self)
    let review = Review(
      finding: finding.fingerprint, decision: decision, reason: reason, reviewer: reviewer,
      date: date)
    try file.append(review, about: finding)
    return finding
  }

  private func ambiguous(_ query: String, _ found: [Finding]) -> Diagnostic {
    guard !found.isEmpty else {
      return Diagnostic(
        .error, path: "", "'\(query)' is the finding of no check",
        hint: "name it by FILE:LINE or by its fingerprint in 'assay check --json'")
    }
    let names = found.prefix(8).map {
      "\($0.fingerprint.prefix(8)) (\($0.check), \($0.operands.first?.text ?? ""))"
    }
    return Diagnostic(
      .error, path: "", "'\(query)' means \(found.count) findings",
      hint: "name one of them: " + names.joined(separator: ", "))
  }
}

/// The fewest digits of a fingerprint that may stand for it.
private let shortestFingerprint = 6

extension Finding {
  fileprivate func isMeant(by query: String) -> Bool {
    if query.utf8.count >= shortestFingerprint, fingerprint.hasPrefix(query) { return true }
    guard let location,
      case .place(let path, let line, let column) = ClaimQuery(query)
    else { return false }
    return location.path == path && location.line == line
      && (column.map {
        (location.column..<max(location.column + 1, location.endColumn)).contains($0)
      }
        ?? true)
  }
}
