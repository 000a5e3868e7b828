import AssayAnalysis

/// Pages that list briefings or terms.
extension SitePages {
  private static let listShape = shape(
    "kicker", "sentence", "intro", "list", "pages", "number", "previous", "next")
  private static let taxonomyShape = shape("sentence", "terms")

  /// Every page of every list.
  static func lists(_ index: SiteIndex, _ settings: PageSettings) -> [PageID] {
    func numbers(_ count: Int) -> ClosedRange<Int> {
      1...max(1, (count + settings.pageSize - 1) / settings.pageSize)
    }
    var pages = numbers(ownBriefings(index, settings).count).map { PageID.briefings(page: $0) }
    for (number, taxonomy) in index.taxonomies.enumerated() {
      pages.append(.taxonomy(number))
      for (term, found) in taxonomy.terms.enumerated() {
        pages += numbers(found.briefings.count).map {
          .term(taxonomy: number, term: term, page: $0)
        }
      }
    }
    for (number, section) in index.sections.enumerated() {
      pages += numbers(section.briefings.count).map { .section(number, page: $0) }
    }
    for (number, language) in settings.languages.enumerated().dropFirst() {
      let count = index.briefings.count { $0.place.language == language.code }
      pages += numbers(count).map { .language(number, page: $0) }
    }
    return pages
  }

  /// Briefings in the site's own language; all of a site that has one only.
  static func ownBriefings(_ index: SiteIndex, _ settings: PageSettings) -> [Int] {
    guard settings.languages.count > 1, let own = settings.languages.first?.code else {
      return Array(index.briefings.indices)
    }
    return index.briefings.indices.filter { (index.briefings[$0].place.language ?? own) == own }
  }

  /// One page of a list, as its template sees it.
  private struct ListPage {
    let kicker: String
    let briefings: [Int]
    let number: Int
    var intro: SafeHTML?
    let path: (Int) -> String
  }

  private func renderList(
    _ page: ListPage, _ head: PageHead, template: String = "list.html"
  ) throws(Failure) -> RenderedPage {
    let size = settings.pageSize
    let own = page.briefings.dropFirst((page.number - 1) * size).prefix(size)
    let count = max(1, (page.briefings.count + size - 1) / size)
    var head = head
    if page.number > 1 { head.title += ", page \(page.number)" }
    return try render(
      template, head, path: page.path(page.number), SitePages.listShape,
      [
        .string(page.kicker), .string(counted(page.briefings.count, "briefing")),
        page.number == 1 ? page.intro.map(TemplateValue.html) ?? .nothing : .nothing,
        .list(own) { briefingValue(index.briefings[$0]) },
        SitePages.pageNumbers(count, page.path), .integer(page.number),
        page.number > 1 ? .string(page.path(page.number - 1)) : .nothing,
        page.number < count ? .string(page.path(page.number + 1)) : .nothing,
      ])
  }

  func renderBriefings(page: Int) throws(Failure) -> RenderedPage {
    try renderList(
      ListPage(
        kicker: "The newest first", briefings: SitePages.ownBriefings(index, settings),
        number: page, intro: index.intro?.intro
      ) { PageMap.briefings(page: $0) },
      PageHead(
        title: index.intro?.matter.title ?? "All briefings",
        description: "All briefings of \(settings.title), the newest first", section: "briefings"))
  }

  func renderTaxonomy(_ number: Int) throws(Failure) -> RenderedPage {
    let taxonomy = index.taxonomies[number]
    let name = taxonomy.taxonomy.name
    let title = taxonomy.taxonomy.title
    return try render(
      theme.first([name + "-index.html", "taxonomy.html"]),
      PageHead(title: title, description: "\(title) of \(settings.title)", section: name),
      path: PageMap.taxonomy(name), SitePages.taxonomyShape,
      [
        .string(counted(taxonomy.terms.count, taxonomy.taxonomy.singular.lowercased(), title)),
        .list(taxonomy.terms) {
          SitePages.link(
            $0.name, PageMap.term(name, $0.slug), counted($0.briefings.count, "briefing"))
        },
      ])
  }

  func renderTerm(_ number: Int, _ term: Int, page: Int) throws(Failure) -> RenderedPage {
    let taxonomy = index.taxonomies[number].taxonomy
    let found = index.taxonomies[number].terms[term]
    let feeds = Feed.all(of: .term(taxonomy: number, term: term), index, settings)
    return try renderList(
      ListPage(kicker: taxonomy.singular, briefings: found.briefings, number: page) {
        PageMap.term(taxonomy.name, found.slug, page: $0)
      },
      PageHead(
        title: found.name.capitalizedFirst,
        description: "\(taxonomy.singular) “\(found.name)” in \(settings.title)",
        section: "briefings", feeds: feeds),
      template: theme.first([taxonomy.name + ".html", "list.html"]))
  }

  func renderSection(_ number: Int, page: Int) throws(Failure) -> RenderedPage {
    let section = index.sections[number]
    let feeds = Feed.all(of: .section(number), index, settings)
    let description =
      section.description.isEmpty ? "\(section.title) in \(settings.title)" : section.description
    return try renderList(
      ListPage(
        kicker: settings.title, briefings: section.briefings, number: page, intro: section.intro
      ) { PageMap.section(section.settings.name, page: $0) },
      PageHead(
        title: section.title, description: description, section: section.settings.name,
        feeds: feeds),
      template: section.settings.listTemplate ?? "list.html")
  }

  func renderLanguage(_ number: Int, page: Int) throws(Failure) -> RenderedPage {
    let language = settings.languages[number]
    let own = index.briefings.indices.filter {
      index.briefings[$0].place.language == language.code
    }
    return try renderList(
      ListPage(kicker: language.name, briefings: own, number: page) {
        PageMap.language(language.code, page: $0)
      },
      PageHead(
        title: language.title ?? settings.title,
        description: language.description ?? settings.description, language: language.code,
        alternates: page == 1 ? homeAlternates : []))
  }

  /// The front pages of the site's languages.
  var homeAlternates: [(language: String, path: String)] {
    settings.languages.count < 2
      ? []
      : settings.languages.enumerated().map { number, language in
        (language.code, number == 0 ? PageMap.home : PageMap.language(language.code))
      }
  }
}

extension Theme {
  /// The first of some templates that there is; the last of them where there is none.
  func first(_ names: [String]) -> String {
    names.first { has($0) } ?? names.last ?? "base.html"
  }
}
