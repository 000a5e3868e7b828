import ArgumentParser
import AssayAnalysis
import AssayRender
import AssaySite

/// `assay doctor`.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tells what a site and this machine offer.",
    subcommands: [Templates.self, PublishDoctorCommand.self])

  /// `assay doctor templates`.
  struct Templates: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "templates",
      abstract: "Lists what a template may use.",
      discussion: """
        Every name that the pages of the site here give their templates, with what it is, and the \
        filters and tests. Outside of a site the small one that 'assay init' writes is taken. The \
        list is read off the pages themselves, so it cannot be out of date.

        EXAMPLES
          assay doctor templates                  all templates
          assay doctor templates article.html     one of them
          assay doctor templates --markdown       as Markdown
        """)

    @Argument(help: "Templates to list; all without one.")
    var templates: [String] = []

    @Flag(help: "As Markdown.")
    var markdown = false

    func run() async throws {
      let all = try await names()
      if let unknown = templates.first(where: { name in !all.contains { $0.template == name } }) {
        let near = suggestion(for: unknown, among: all.map(\.template))
        throw Failure(
          .usage,
          Diagnostic(
            .error, path: "", "no page here is made by '\(unknown)'",
            hint: near.map { "did you mean '\($0)'?" }))
      }
      let shown = all.filter { templates.isEmpty || templates.contains($0.template) }
      Console.say(templateReference(shown, isMarkdown: markdown))
    }

    private func names() async throws -> [TemplateNames] {
      if let site = try? Site.open([], checks: Check.all.map(\.id)) {
        return try await Build(site, version: Assay.configuration.version).templateNames()
      }
      let folder = try TemporaryFolder(prefix: "assay-doctor-")
      defer { folder.remove() }
      _ = try SampleSite.write(to: folder.path)
      let site = try Site.open([folder.path], checks: Check.all.map(\.id))
      return try await Build(site, version: Assay.configuration.version).templateNames()
    }
  }
}

/// The names of templates, then filters and tests.
func templateReference(_ templates: [TemplateNames], isMarkdown: Bool) -> String {
  let heading = isMarkdown ? "## " : ""
  let item = isMarkdown ? "- " : "  "
  func name(_ text: String) -> String { isMarkdown ? "`\(text)`" : text }
  // `site`, `page` and `words` are the same in all templates.
  let shared = { (path: String) in
    ["site", "page", "words"].contains { path == $0 || path.hasPrefix($0 + ".") }
  }
  func lines(_ names: [TemplateNames.Name]) -> [String] {
    names.map { "\(item)\(name($0.path)): \($0.kinds.joined(separator: " or "))" }
  }
  let common = TemplateNames.joined(
    templates.map {
      TemplateNames(template: "Every template", names: $0.names.filter { shared($0.path) })
    })
  var sections = (common + templates).compactMap { template -> String? in
    let own = template.names.filter { template.template == "Every template" || !shared($0.path) }
    guard !own.isEmpty else { return nil }
    let title = template.template == "Every template" ? template.template : name(template.template)
    return ([heading + title] + (isMarkdown ? [""] : []) + lines(own)).joined(separator: "\n")
  }
  let filters = TemplateFilter.all.map { filter in
    let parameters = filter.parameters.map { $0.isRequired ? $0.name : "\($0.name)?" }
    let call = parameters.isEmpty ? "" : "(" + parameters.joined(separator: ", ") + ")"
    return "\(item)\(name(filter.name + call)): \(filter.summary)"
  }
  sections.append(
    ([heading + "Filters"] + (isMarkdown ? [""] : []) + filters).joined(separator: "\n"))
  let tests = TemplateTest.names.map { item + name($0) }
  sections.append(([heading + "Tests"] + (isMarkdown ? [""] : []) + tests).joined(separator: "\n"))
  return sections.joined(separator: "\n\n")
}
