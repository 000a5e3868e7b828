import ArgumentParser
import AssayAnalysis
import AssaySite
import Glibc

/// `assay publish`.
struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Sends the built site to where it is served.",
    discussion: """
      Targets stand in assay.yml under 'publish'. A plan is made first, by comparing hashes with what \
      was published before; only what changed is sent, pages after what they show, deletions last. \
      Whenever it is stopped the old site is still served, and the next run goes on.

      Passwords and keys come from the environment or from git's, rsync's and rclone's own \
      configuration. 'assay doctor publish' says what is missing.

      EXAMPLES
        assay publish --plan             what would be sent and deleted
        assay publish production         to the target of that name
        assay publish --yes              without a question, as in a workflow
        assay publish --rollback         back to what was served before

      EXIT CODES
        0 done or nothing to do, 2 usage or configuration, 4 publishing failed
      """)

  @Argument(help: "A target of assay.yml; the only one may go unnamed.")
  var target: String?

  @Flag(help: "Say what would be done, and do nothing.")
  var plan = false

  @Flag(help: "The plan as JSON on standard output.")
  var json = false

  @Flag(name: [.short, .long], help: "Ask nothing.")
  var yes = false

  @Flag(help: "Go back to what was published before.")
  var rollback = false

  @Option(help: ArgumentHelp("How many files may be deleted.", valueName: "count"))
  var maxDeletes: Int?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The built site; that of assay.yml without it.", valueName: "folder"),
    completion: .directory)
  var output: String?

  func run() async throws {
    let configuration = try Configuration.load()
    let publish = Publish(
      try settings(configuration), root: "", output: output ?? configuration.output,
      maximumDeletions: maxDeletes)
    do {
      if rollback { return try await goBack(publish) }
      let report = try await publish.run(confirm: confirm) { Console.warn($0) }
      if json, report.plan.isEmpty { Console.write(report.plan.json) }
      if report.plan.isEmpty {
        Console.warn("Nothing to do: \(report.plan.summary)")
      } else if report.isDone {
        Console.warn("Published \(report.plan.summary)")
      }
    } catch let failure as Failure where failure.kind == .input {
      throw Failure(.publishing, failure.diagnostics)
    }
  }

  private func goBack(_ publish: Publish) async throws {
    let release = try await publish.rollback { Console.warn($0) }
    Console.warn("Went back: release \(release) is served")
  }

  private func settings(_ configuration: Configuration) throws -> PublishSettings {
    let known = configuration.publishing
    let names = known.map(\.name)
    if let target {
      if let found = known.first(where: { $0.name == target }) { return found }
      throw Failure(
        .usage,
        Diagnostic(
          .error, path: Configuration.fileName, "'\(target)' is no target of 'publish'",
          hint: suggestion(for: target, among: names).map { "did you mean '\($0)'?" }
            ?? "targets are: \(names.joined(separator: ", "))"))
    }
    if let only = known.first, known.count == 1 { return only }
    throw Failure(
      .usage,
      Diagnostic(
        .error, path: Configuration.fileName,
        known.isEmpty ? "no target under 'publish'" : "which target?",
        hint: known.isEmpty
          ? "add one: publish: {production: {type: folder, path: /srv/www/site}}"
          : "name one of: \(names.joined(separator: ", "))"))
  }

  /// Shows the plan; asks a person, and takes a missing answer for no.
  private var confirm: @Sendable (PublishPlan) -> Bool {
    let (json, isPlanOnly, isYes) = (json, plan, yes)
    return { plan in
      if json { Console.write(plan.json) } else { Console.warn(plan.text) }
      if isPlanOnly { return false }
      guard !isYes, isatty(STDIN_FILENO) == 1 else { return true }
      Console.warn("Publish? [y/N]")
      return ["y", "yes"].contains(readLine()?.lowercased())
    }
  }
}
