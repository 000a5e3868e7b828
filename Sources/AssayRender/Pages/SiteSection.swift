import AssayAnalysis

/// A first folder of the content, with its articles.
struct SiteSection: Sendable {
  let settings: SectionSettings
  let title: String
  let description: String
  /// What its `_index.md` says.
  let intro: SafeHTML?
  /// In the order that its settings ask for.
  let briefings: [Int]

  /// Sections by name; one whose address an article has taken is left to the article.
  ///
  /// - Parameter intros: the `_index.md` files.
  static func all(
    _ briefings: [Briefing], intros: [Briefing], settings: PageSettings
  ) -> [SiteSection] {
    var members: [String: [Int]] = [:]
    for (index, briefing) in briefings.enumerated() where !briefing.place.section.isEmpty {
      members[briefing.place.section, default: []].append(index)
    }
    let names = Set(members.keys).union(settings.sections.map(\.name))
    let taken = Set(briefings.map(\.slug)).union(PageMap.reservedSlugs)
      .union(settings.taxonomies.map(\.name))
    return names.sorted().filter { !taken.contains(PageMap.slug($0)) }.map { name in
      let own = settings.sections.first { $0.name == name } ?? SectionSettings(name: name)
      let intro = intros.first { $0.place.section == name }
      return SiteSection(
        settings: own,
        title: intro?.matter.title ?? own.title
          ?? name.split { $0 == "-" || $0 == "_" }.joined(separator: " ").capitalizedFirst,
        description: intro?.summary ?? own.description,
        intro: intro.flatMap { $0.intro.isEmpty ? nil : $0.intro },
        briefings: sorted(members[name] ?? [], briefings, by: own.order))
    }
  }

  /// The site's own order is by date, so that it stays where two are equal.
  private static func sorted(
    _ members: [Int], _ briefings: [Briefing], by order: SectionSettings.Order
  ) -> [Int] {
    switch order {
    case .date: members
    case .title:
      members.sorted { (briefings[$0].title, $0) < (briefings[$1].title, $1) }
    case .weight:
      members.sorted {
        (briefings[$0].matter.weight ?? .max, briefings[$0].title, $0)
          < (briefings[$1].matter.weight ?? .max, briefings[$1].title, $1)
      }
    }
  }
}

/// The articles before and after each article.
struct ReadingOrder: Sendable {
  private(set) var previous: [Int?]
  private(set) var next: [Int?]

  /// Within its section and language; for articles of no section, among all such. By date, the one
  /// before is the older one; in a section with another order, the one above in its list.
  init(_ briefings: [Briefing], sections: [SiteSection]) {
    previous = [Int?](repeating: nil, count: briefings.count)
    next = previous
    var followed = [Bool](repeating: false, count: briefings.count)
    for section in sections {
      for index in section.briefings { followed[index] = true }
      let isByDate = section.settings.order == .date
      chain(isByDate ? section.briefings.reversed() : section.briefings, briefings)
    }
    chain(briefings.indices.reversed().filter { !followed[$0] }, briefings)
  }

  private mutating func chain(_ order: [Int], _ briefings: [Briefing]) {
    var last: [String: Int] = [:]
    for index in order {
      let language = briefings[index].place.language ?? ""
      if let before = last[language] {
        previous[index] = before
        next[before] = index
      }
      last[language] = index
    }
  }
}
