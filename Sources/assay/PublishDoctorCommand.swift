import ArgumentParser
import AssayAnalysis
import AssaySite

/// `assay doctor publish`.
struct PublishDoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Says what publishing lacks here, and how to get it.",
    discussion: """
      Looks at the targets of assay.yml: the programs they need, the variables that give access, and \
      whether each can be reached. Sends and changes nothing.

      EXAMPLES
        assay doctor publish               all targets
        assay doctor publish production    one of them
      """)

  @Argument(help: "A target of assay.yml; all without it.")
  var target: String?

  func run() async throws {
    let targets = try Configuration.load().publishing.filter { target == nil || $0.name == target }
    guard !targets.isEmpty else {
      throw Failure(
        .usage,
        Diagnostic(
          .error, path: Configuration.fileName,
          target.map { "'\($0)' is no target of 'publish'" } ?? "no target under 'publish'",
          hint: "docs/publishing.md shows one for each kind of host"))
    }
    var isFine = true
    for (name, findings) in await PublishDoctor(targets, root: "").findings() {
      Console.say(name)
      for finding in findings {
        Console.say("  \(finding.isFine ? "ok     " : "missing") \(finding.text)")
        if let help = finding.help { Console.say("          \(help)") }
        isFine = isFine && finding.isFine
      }
    }
    if !isFine { throw Failure(.publishing, []) }
  }
}
