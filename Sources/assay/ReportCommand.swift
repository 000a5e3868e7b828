import ArgumentParser
import AssayAnalysis
import AssayRender
import AssaySite

/// `assay report`.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes a briefing as Markdown, as mail, or as a summary.",
    discussion: """
      One article gives its own report, several a report of them all, the newest first. Links lead \
      to the site where assay.yml names its base-url.

      EXAMPLES
        assay report story.txt --format summary          at most forty lines
        assay report --format email > mail.html          one HTML file with inline styles
        assay report content/story.md > report.md        for an issue, a chat, a review
      """)

  @Argument(help: "A site, or files and folders; - reads standard input.", completion: .file())
  var paths: [String] = []

  @Option(help: "markdown, email or summary.")
  var format = Format.markdown

  @OptionGroup var publication: PublicationOptions

  /// The forms of the report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, email, summary
  }

  func run() async throws {
    let site = try Site.open(paths, checks: Check.all.map(\.id))
    let publication = publication.publication(site.configuration)
    let result = try await withProgress { progress in
      try await ReportRun(
        site, publication: publication, version: Assay.configuration.version, progress: progress)
    }
    Console.report(result.diagnostics)
    let (title, base) = (site.configuration.title, site.configuration.baseURL)
    switch format {
    case .markdown:
      Console.write(
        result.digests.count == 1
          ? result.digests[0].markdown
          : siteReportMarkdown(result.digests, title: title, base: base))
    case .email:
      Console.write(
        reportEmail(
          result.digests, title: title, base: base, language: site.configuration.language))
    case .summary:
      Console.write(reportSummary(result.digests, title: title, base: base))
    }
  }
}
