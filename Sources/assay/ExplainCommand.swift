import ArgumentParser
import AssayAnalysis
import AssayRender
import AssaySite

/// `assay explain`.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells what a check does, or how a number, a name or a tone was read.",
    discussion: """
      EXAMPLES
        assay explain percent-change             what the check examines, and when to ignore it
        assay explain content/budget.md:61:56    the number or name at a place: words, rule, arithmetic
        assay explain content/budget.md:61       every number and name of a line, and its tone
        assay explain 2gk4n3k034                 a claim by the id that its page bears
      """)

  @Argument(
    help: ArgumentHelp("A check, a claim's id, or FILE:LINE[:COLUMN].", valueName: "what"),
    completion: .list(Check.all.map(\.id)))
  var subject: String

  @Argument(help: "Where to look for it: a site, or files and folders.", completion: .file())
  var paths: [String] = []

  func run() async throws {
    if let check = Check.all.first(where: { $0.id == subject }) {
      Console.say("# \(check.id)\n\n\(check.summary).\n\n\(check.documentation)")
      return
    }
    let query = ClaimQuery(subject)
    if query.path == nil, suggestion(for: subject, among: Check.all.map(\.id)) != nil {
      throw nothingFound(query)
    }
    let site = try site(for: query)
    let found = try await withProgress { try await site.explain(query, progress: $0) }
    guard !found.texts.isEmpty else { throw nothingFound(query) }
    Console.say(found.texts.joined(separator: "\n").trimmingEnd)
  }

  /// The site in this folder where it has the file, else the file alone.
  private func site(for query: ClaimQuery) throws(Failure) -> Site {
    let checks = Check.all.map(\.id)
    guard paths.isEmpty, let path = query.path else { return try Site.open(paths, checks: checks) }
    // Without a site in this folder the file is read alone, which says what is wrong with it.
    if let site = try? Site.open([], checks: checks),
      site.articles.contains(where: { $0.file.path == path || $0.thread?.path == path })
    {
      return site
    }
    return try Site.open([path], checks: checks)
  }

  private func nothingFound(_ query: ClaimQuery) -> Failure {
    let near = suggestion(for: subject, among: Check.all.map(\.id))
    let checks = Check.all.map(\.id).joined(separator: ", ")
    let message =
      query.path == nil
      ? "'\(subject)' is neither a check nor the id of a claim"
      : "no number, name or tone was read at \(subject)"
    return Failure(
      .usage,
      Diagnostic(
        .error, path: "", message,
        hint: near.map { "did you mean '\($0)'?" } ?? "checks are: \(checks)"))
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    String(reversed().drop { $0.isNewline }.reversed())
  }
}
