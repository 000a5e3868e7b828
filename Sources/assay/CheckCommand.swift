import ArgumentParser
import AssayAnalysis
import AssayRender
import AssaySite
import Glibc

/// `assay check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks the numbers and fails on what contradicts itself.",
    discussion: """
      Findings go to standard output, everything else to standard error. Ends with 1 where a \
      verdict is as bad as --fail-on says, with 0 otherwise.

      EXAMPLES
        assay check                                 the site in this folder
        assay check story.txt                       one file, with its comments
        assay check --fail-on doubtful              be strict
        assay check --format sarif > assay.sarif    for code scanning
        assay check --format github                 annotations in a GitHub workflow
        assay check --write-baseline known.json     what is known today …
        assay check --baseline known.json           … and fail only on what is new
        assay check --missing > wanted.csv          the reference rows that claims ask for
        assay check --links                         ask other hosts for what articles link to
      """)

  @Argument(help: "A site, or files and folders; - reads standard input.", completion: .file())
  var paths: [String] = []

  @Option(help: "text, json, sarif, junit or github.")
  var format = Format.text

  @Flag(help: "The same as --format json.")
  var json = false

  @Option(help: ArgumentHelp("The mildest verdict to fail on.", valueName: "verdict"))
  var failOn = FailingVerdict.contradicted

  @Flag(help: "Show notes too: what needs a reference or context.")
  var notes = false

  @Option(
    help: ArgumentHelp("Findings known before, which neither show nor fail.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    help: ArgumentHelp("Write the findings of this run as a baseline.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  @Flag(help: "Write the reference rows that claims ask for, as a CSV to fill in.")
  var missing = false

  @Flag(
    help: ArgumentHelp(
      "Ask other hosts, with curl, whether the pages that articles link to are still there.",
      discussion: "What answered well is remembered for a week, in the user's cache folder."))
  var links = false

  @OptionGroup var publication: PublicationOptions

  /// The forms of the report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, junit, github
  }

  /// The verdicts that ask for something, the worst first.
  enum FailingVerdict: String, ExpressibleByArgument, CaseIterable {
    case contradicted, doubtful, unsupported
    case needsReference = "needs-reference"
    case needsContext = "needs-context"

    var verdict: Verdict { Verdict(rawValue: rawValue) ?? .contradicted }
  }

  func run() async throws {
    let site = try Site.open(paths, checks: Check.all.map(\.id))
    let publication = publication.publication(site.configuration)
    let known = try baseline.map { try Baseline(path: $0) }
    var result = try await withProgress { progress in
      try await CheckRun(site, publication: publication, progress: progress)
    }
    if let known { result = result.comparing(with: known) }
    if let writeBaseline { try Baseline.write(result.findings, to: writeBaseline) }
    if missing {
      Console.write(neededReferencesCSV(result.findings))
      return
    }
    // The other formats hold them.
    if reportFormat == .text || reportFormat == .junit { Console.report(result.diagnostics) }
    Console.write(report(result))
    Console.warn(summary(result))
    // What a baseline was just written of fails no more.
    let isBroken = links ? try await hasBrokenLinks(site, publication) : false
    let failing =
      writeBaseline == nil ? result.findings.count { $0.isOpen && fails($0.verdict) } : 0
    if failing > 0 || isBroken { throw Failure(.findings, []) }
  }

  private func hasBrokenLinks(_ site: Site, _ publication: Publication) async throws -> Bool {
    let links = try await ExternalLinks(site, publication: publication)
    let found = try links.check(cache: linkCache, now: Int(time(nil)))
    Console.report(found)
    let broken = found.count { $0.severity == .warning }
    Console.warn(
      "Asked for \(counted(links.count, "address")); \(broken) in the text lead nowhere")
    return broken > 0
  }

  /// Where the system's conventions put such things (XDG Base Directory).
  private var linkCache: String {
    func folder(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let cache = folder("XDG_CACHE_HOME") ?? Files.join(folder("HOME") ?? "/tmp", ".cache")
    return Files.join(cache, "assay/links.tsv")
  }

  private func fails(_ verdict: Verdict) -> Bool {
    verdict.severity != nil && verdict.rank <= failOn.verdict.rank
  }

  private var reportFormat: Format { json ? .json : format }

  private func report(_ result: CheckRun) -> [UInt8] {
    switch reportFormat {
    case .text: text(result)
    case .json: findingsJSON(result.findings, diagnostics: result.diagnostics)
    case .sarif:
      sarifReport(
        result.findings, diagnostics: result.diagnostics, version: Assay.configuration.version)
    case .junit:
      junitReport(
        result.findings, diagnostics: result.diagnostics,
        failing: Set(Verdict.allCases.filter(fails)))
    case .github: githubAnnotations(result.findings, diagnostics: result.diagnostics)
    }
  }

  private func text(_ result: CheckRun) -> [UInt8] {
    let shown = result.findings.filter { finding in
      finding.verdict.severity.map { notes || $0 != .note || fails(finding.verdict) } ?? false
    }
    return terminalText(
      shown.compactMap(\.diagnostic), isColored: Console.isColored(STDOUT_FILENO))
  }

  private func summary(_ result: CheckRun) -> String {
    let counts = result.counts
    return "Checked \(counted(counts.articles, "article")): \(counted(counts.claims, "claim")), "
      + "\(counted(counts.comments, "comment")); "
      + (verdictWords(counts.relations) ?? "no two numbers to hold against each other")
  }
}

/// "1 claim", "2 claims".
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// "27 consistent, 3 doubtful, 1 contradicted"; nil where there is none.
func verdictWords(_ counts: [Verdict: Int]) -> String? {
  let order: [Verdict] = [
    .consistent, .derived, .needsReference, .needsContext, .unsupported, .doubtful, .contradicted,
    .notCheckable,
  ]
  let words = order.compactMap { verdict in counts[verdict].map { "\($0) \(verdict.rawValue)" } }
  return words.isEmpty ? nil : words.joined(separator: ", ")
}
