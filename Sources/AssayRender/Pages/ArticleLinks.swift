import AssayAnalysis

/// What leads on from an article: others before and after it, on the same things, in other languages.
extension SitePages {
  private static let termsShape = TemplateShape("name", "title", "singular", "terms")
  private static let translationShape = TemplateShape("language", "name", "title", "path")
  private static let contentsShape = TemplateShape("id", "title", "children")

  /// Headings that make a table of contents worth its place.
  private static let fewestContents = 4

  func neighbourValue(_ number: Int?) -> TemplateValue {
    guard let number else { return .nothing }
    let briefing = index.briefings[number]
    return SitePages.previousNextShape.map(
      .string(briefing.title), .string(PageMap.article(briefing.slug)),
      TemplateValue(briefing.date.map(longDate)))
  }

  func relatedValues(_ number: Int) -> [TemplateValue] {
    index.related(to: number).map { neighbourValue($0) }
  }

  /// The terms of an article, by taxonomy.
  func termValues(_ briefing: Briefing) -> [TemplateValue] {
    index.taxonomies.compactMap { taxonomy in
      let names = briefing.terms(of: taxonomy.taxonomy, defaultAuthors: settings.authors)
      guard !names.isEmpty else { return nil }
      let name = taxonomy.taxonomy.name
      return SitePages.termsShape.map(
        .string(name), .string(taxonomy.taxonomy.title), .string(taxonomy.taxonomy.singular),
        .list(names) { SitePages.link($0, PageMap.term(name, PageMap.slug($0))) })
    }
  }

  /// The same article in the site's other languages.
  func translationValues(_ number: Int) -> [TemplateValue] {
    translations(of: number).filter { $0 != number }.map { other in
      let briefing = index.briefings[other]
      let code = language(of: briefing)
      let name = settings.languages.first { $0.code == code }?.name ?? code
      return SitePages.translationShape.map(
        .string(code), .string(name), .string(briefing.title),
        .string(PageMap.article(briefing.slug)))
    }
  }

  func alternates(of number: Int) -> [(language: String, path: String)] {
    translations(of: number).map {
      (language(of: index.briefings[$0]), PageMap.article(index.briefings[$0].slug))
    }
  }

  private func translations(of number: Int) -> [Int] {
    guard !index.translations.isEmpty else { return [] }
    let found = index.translations[index.briefings[number].place.translationKey] ?? []
    return found.sorted { language(of: index.briefings[$0]) < language(of: index.briefings[$1]) }
  }

  func language(of briefing: Briefing) -> String {
    briefing.language ?? briefing.place.language ?? settings.language
  }

  /// The highest headings, each with those one level below it.
  static func contentsValues(_ entries: [BriefingDraft.ContentsEntry]) -> [TemplateValue] {
    guard entries.count(where: { $0.level == 1 }) >= fewestContents else { return [] }
    return entries.indices.filter { entries[$0].level == 1 }.map { start in
      let children = entries[(start + 1)...].prefix { $0.level > 1 }
      return contentsShape.map(
        .string(entries[start].id), .string(entries[start].title),
        .list(children) {
          contentsShape.map(.string($0.id), .string($0.title), .list([]))
        })
    }
  }
}
