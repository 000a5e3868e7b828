public import AssayAnalysis

extension SitePages {
  /// The template of an article's page: its own, else its section's, else the theme's.
  func template(of briefing: Briefing) -> String {
    let section = settings.sections.first { $0.name == briefing.place.section }
    return briefing.template ?? section?.template
      ?? (briefing.isAnalysed ? "article.html" : "page.html")
  }

  /// Warnings of templates of the site's own whose names seem mistyped.
  public var mistypedTemplates: [Diagnostic] {
    let asked =
      index.briefings.compactMap(\.template)
      + settings.sections.flatMap { [$0.template, $0.listTemplate].compactMap { $0 } }
      + settings.taxonomies.map { $0.name + ".html" }
    return theme.mistypedTemplates(asked: Set(asked))
  }

  /// - Throws: `Failure` with every template that is asked for and is not there.
  static func refuseMissingTemplates(
    _ index: SiteIndex, _ settings: PageSettings, _ theme: Theme
  ) throws(Failure) {
    var problems: [Diagnostic] = []
    func check(_ name: String?, _ path: String, _ key: String) {
      guard let name, !theme.has(name) else { return }
      let near = suggestion(for: name, among: theme.templates.names)
      problems.append(
        Diagnostic(
          .error, path: path, "'\(key): \(name)' names no template",
          hint: near.map { "did you mean '\($0)'?" } ?? "put it into the site's templates folder",
          rule: "template"))
    }
    for briefing in index.briefings { check(briefing.template, briefing.path, "template") }
    for section in settings.sections {
      check(section.template, "assay.yml", "template")
      check(section.listTemplate, "assay.yml", "list-template")
    }
    guard problems.isEmpty else { throw Failure(.input, problems) }
  }
}
