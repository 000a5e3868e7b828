import AssayAnalysis

/// A taxonomy with the terms that a site's briefings bear.
struct SiteTaxonomy: Sendable {
  let taxonomy: Taxonomy
  /// By slug.
  let terms: [Term]

  /// A term and the briefings that bear it, in the site's order.
  struct Term: Sendable {
    let slug: String
    let name: String
    let briefings: [Int]
  }

  /// Those of the taxonomies that have any terms.
  static func all(_ briefings: [Briefing], settings: PageSettings) -> [SiteTaxonomy] {
    settings.taxonomies.compactMap { taxonomy in
      let terms = terms(of: taxonomy, briefings, defaultAuthors: settings.authors)
      return terms.isEmpty ? nil : SiteTaxonomy(taxonomy: taxonomy, terms: terms)
    }
  }

  private static func terms(
    of taxonomy: Taxonomy, _ briefings: [Briefing], defaultAuthors: [String]
  ) -> [Term] {
    var names: [String: String] = [:]
    var members: [String: [Int]] = [:]
    for (index, briefing) in briefings.enumerated() {
      for name in briefing.terms(of: taxonomy, defaultAuthors: defaultAuthors) {
        let slug = PageMap.slug(name)
        guard members[slug]?.last != index else { continue }
        names[slug] = names[slug] ?? name
        members[slug, default: []].append(index)
      }
    }
    return members.keys.sorted().map {
      Term(slug: $0, name: names[$0] ?? $0, briefings: members[$0] ?? [])
    }
  }
}

extension Briefing {
  /// Its terms as its author wrote them.
  func terms(of taxonomy: Taxonomy, defaultAuthors: [String]) -> [String] {
    switch taxonomy.name {
    case "tags": tags
    case "authors": authors.isEmpty && isAnalysed ? defaultAuthors : authors
    default: matter.terms[taxonomy.name] ?? []
    }
  }
}
