import ArgumentParser
import AssayAnalysis
import AssayRender
import AssaySite

/// `assay review`.
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Records what you decided about a finding, in reviews.yml.",
    discussion: """
      'accept' says that the text is right as it stands: the finding is set aside. 'reject' says
      that the finding is right: it stands. A review lapses when one of the finding's numbers
      changes, and 'assay check' says so. Only a review that somebody signs with --by is published.

      EXAMPLES
        assay review accept content/a.md:12 --reason "Base is the year before" --by "Ann Lee"
        assay review reject 8f3a0c1d --reason "Should read 23 percent"
      """)

  @Argument(help: "accept or reject.")
  var decision: Decision

  @Argument(
    help: ArgumentHelp("A finding: FILE:LINE[:COLUMN], or its fingerprint.", valueName: "finding"))
  var finding: String

  @Argument(help: "The site; the folder you are in without it.", completion: .directory)
  var site: String?

  @Option(help: "Why you decided so.")
  var reason: String

  @Option(name: .customLong("by"), help: ArgumentHelp("Who signs for it.", valueName: "name"))
  var reviewer: String?

  @OptionGroup var publication: PublicationOptions

  enum Decision: String, ExpressibleByArgument, CaseIterable {
    case accept, reject

    var decision: Review.Decision { self == .accept ? .accept : .reject }
  }

  func validate() throws {
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw ValidationError("--reason must say why")
    }
  }

  func run() async throws {
    let site = try Site.open(site.map { [$0] } ?? [], checks: Check.all.map(\.id))
    let publication = publication.publication(site.configuration)
    let found = try await site.review(
      finding, decision: decision.decision, reason: reason, reviewer: reviewer,
      date: publication.today, publication: publication)
    let place = found.location.map { "\($0.path):\($0.line):\($0.column): " } ?? ""
    Console.warn("\(place)\(found.check) is \(decision.rawValue)ed: \(found.message)")
  }
}
