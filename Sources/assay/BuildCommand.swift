import ArgumentParser
import AssayAnalysis
import AssaySite

/// `assay build`.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Makes a site of articles and their comments.",
    discussion: """
      Without a path the site in this folder is built: content/ becomes output/. The new site takes \
      the place of the old one in one step, and only once all of it is written.

      EXAMPLES
        assay build                           the site in this folder
        assay build story.txt -o out          one pasted text with its comments
        assay build - -o out < story.txt      the same from standard input
        assay build news -o /srv/www          another site, to another place
      """)

  @Argument(help: "A site, or files and folders; - reads standard input.", completion: .file())
  var paths: [String] = []

  @Option(
    name: [.short, .long], help: ArgumentHelp("The folder to write to.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @OptionGroup var publication: PublicationOptions

  @Option(
    name: [.short, .customLong("jobs")],
    help: ArgumentHelp(
      "How many articles and pages are under way at once; as many as there are cores without it.",
      valueName: "count"))
  var jobs: Int?

  @Flag(help: "Write beside each page what its template was given, as NAME.data.json.")
  var data = false

  @Option(
    help: ArgumentHelp(
      "Keep what was read in this folder, so that the next build reads and writes only what changed; "
        + "a site keeps it in .assay-cache without it.", valueName: "folder"),
    completion: .directory)
  var cache: String?

  @Flag(help: "Read and write everything, and keep nothing.")
  var noCache = false

  @Flag(help: "Say how long each stage took.")
  var timings = false

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs must be from 1 to 256")
    }
  }

  func run() async throws {
    let start = ContinuousClock.now
    let site = try Site.open(paths, checks: Check.all.map(\.id))
    var build = Build(
      site, output: output, publication: publication.publication(site.configuration),
      workers: jobs, version: Assay.configuration.version)
    build.writesData = data
    build.cacheFolder = noCache ? nil : cache ?? site.cacheFolder
    let found = ContinuousClock.now - start
    let report = try await withProgress { [build] in try await build.run(progress: $0) }
    Console.report(report.diagnostics)
    if timings { Console.warn(table(report.times, finding: found)) }
    Console.warn(summary(of: report, in: ContinuousClock.now - start))
  }

  private func table(_ times: StageTimes, finding: Duration) -> String {
    StageTimes.Stage.allCases.map { stage in
      let time = stage == .find ? finding : times[stage]
      let name = stage.rawName.padded(to: 9)
      let number = String(time.milliseconds)
      return name + String(repeating: " ", count: max(0, 6 - number.utf8.count)) + number + " ms"
        + (stage.isParallel ? "  over all workers" : "")
    }.joined(separator: "\n")
  }
}

extension StageTimes.Stage {
  fileprivate var rawName: String { "\(self)" }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - utf8.count))
  }
}

/// "Built 214 pages: 31 claims (27 consistent, 3 doubtful, 1 contradicted), 9 comments in 142 ms".
func summary(of report: BuildReport, in time: Duration) -> String {
  let verdicts = verdictWords(report.verdicts).map { " (\($0))" } ?? ""
  let left = report.leftOut.sorted { $0.key < $1.key }.map { name, count in
    name == "draft" ? counted(count, name) : "\(count) \(name)"
  }
  return "Built \(counted(report.pageCount, "page")): \(counted(report.counts.claims, "claim"))"
    + "\(verdicts), \(counted(report.counts.comments, "comment")) in \(time.milliseconds) ms"
    + (report.disputeCount > 0
      ? "; " + counted(report.disputeCount, "figure") + " told otherwise by a newer article" : "")
    + (report.cachedCount > 0 ? " (\(report.cachedCount) cached)" : "")
    + (left.isEmpty ? "" : "; left out: " + left.joined(separator: ", "))
}
