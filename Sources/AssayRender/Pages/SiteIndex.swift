import AssayAnalysis

/// A claim that pages of the site list: which briefing, and which of its listed claims.
struct ListedPlace: Sendable, Hashable {
  let briefing: Int
  let claim: Int
}

/// What pages need to know of other pages. Made serially, in sorted order, from small records only.
struct SiteIndex: Sendable {
  /// The newest first, undated ones last, then by slug.
  let briefings: [Briefing]
  /// Their numbers in the order in which they were linked.
  let numbers: [Int]
  /// Those with a page, by name.
  let entities: [SiteEntity]
  /// Indices in `entities`, by id.
  let entityIndex: [String: Int]
  /// Surnames that stand alone in an article and are surely a person's whom others name in full:
  /// the person's id, by the article's slug and the id that the surname has there.
  private let persons: [String: [String: String]]
  let taxonomies: [SiteTaxonomy]
  let sections: [SiteSection]
  let order: ReadingOrder
  /// What the content's own `_index.md` says, over the list of all briefings.
  let intro: Briefing?
  /// Articles that are translations of each other.
  let translations: [String: [Int]]
  /// For each briefing, the indices in `entities` of what it names.
  let entityNumbers: [[Int]]
  /// The briefings that speak of one metric of one entity, by its key; those of one alone left out.
  let related: [UInt64: [Int]]
  /// The figures that several briefings give, by their keys.
  let histories: [UInt64: FigureHistory]
  /// By verdict, in the order reports show them.
  let verdictSections: [LedgerSection]
  /// The units that occur most.
  let unitSections: [LedgerSection]
  let claimCount: Int
  let commentCount: Int

  /// - Throws: `Failure` where two articles would have the same address.
  init(_ unsorted: [Briefing], settings: PageSettings) throws(Failure) {
    let intros = unsorted.filter(\.place.isSectionPage)
    let articles = unsorted.indices.filter { !unsorted[$0].place.isSectionPage }
    try SiteIndex.refuseCollisions(articles.map { unsorted[$0] }, settings)
    numbers = articles.sorted {
      let (left, right) = (unsorted[$0], unsorted[$1])
      return isNewer((left.date, left.slug), (right.date, right.slug))
    }
    let briefings = numbers.map { unsorted[$0] }
    self.briefings = briefings
    let surnames = SurnameLinks(briefings.map(\.entities))
    entities = SiteEntity.all(briefings, settings.scale, surnames)
    persons = surnames.bySlug(briefings)
    entityIndex = Dictionary(
      uniqueKeysWithValues: entities.enumerated().map { ($1.entity.id, $0) })
    taxonomies = SiteTaxonomy.all(briefings, settings: settings)
    sections = SiteSection.all(briefings, intros: intros, settings: settings)
    order = ReadingOrder(briefings, sections: sections)
    intro = intros.first { $0.place.section.isEmpty }
    translations =
      settings.languages.count < 2
      ? [:]
      : Dictionary(grouping: briefings.indices) { briefings[$0].place.translationKey }
        .filter { $0.value.count > 1 }
    entityNumbers = SiteIndex.entityNumbers(entities, briefingCount: briefings.count)
    related = SiteIndex.related(briefings)
    histories = FigureHistory.all(
      briefings, isChecked: settings.checks.contains { $0.id == Check.crossDocument.id })
    verdictSections = LedgerSection.byVerdict(briefings)
    unitSections = LedgerSection.byUnit(briefings, settings.scale)
    claimCount = briefings.reduce(0) { $0 + $1.claimCount }
    commentCount = briefings.reduce(0) { $0 + ($1.commentCount ?? 0) }
  }

  private static func entityNumbers(_ entities: [SiteEntity], briefingCount: Int) -> [[Int]] {
    var numbers = [[Int]](repeating: [], count: briefingCount)
    for (number, entity) in entities.enumerated() {
      for place in entity.places { numbers[place.briefing].append(number) }
    }
    return numbers
  }

  private static func related(_ briefings: [Briefing]) -> [UInt64: [Int]] {
    var related: [UInt64: [Int]] = [:]
    for (number, briefing) in briefings.enumerated() {
      for key in briefing.metricKeys { related[key, default: []].append(number) }
    }
    return related.filter { $0.value.count > 1 }
  }

  private static func refuseCollisions(
    _ briefings: [Briefing], _ settings: PageSettings
  ) throws(Failure) {
    let reserved = PageMap.reservedSlugs.union(settings.taxonomies.map(\.name))
      .union(settings.languages.dropFirst().map { PageMap.slug($0.code) })
    var owners: [String: String] = [:]
    var problems: [Diagnostic] = []
    for briefing in briefings.sorted(by: { $0.path < $1.path }) {
      if reserved.contains(briefing.slug) {
        problems.append(
          Diagnostic(
            .error, path: briefing.path, "'\(briefing.slug)' is a folder of the site itself",
            hint: "give the article another 'slug' in its front matter"))
      } else if let owner = owners[briefing.slug] {
        problems.append(
          Diagnostic(
            .error, path: briefing.path, "'\(briefing.slug)' is the address of \(owner) too",
            hint: "give one of them another 'slug' in its front matter"))
      }
      owners[briefing.slug] = briefing.path
    }
    guard problems.isEmpty else { throw Failure(.input, problems.sorted()) }
  }

  func claim(_ place: ListedPlace) -> ListedClaim {
    briefings[place.briefing].listed[place.claim]
  }

  /// The path of the page of an entity that a briefing names; nil where it has none.
  func path(of id: String, in briefing: Briefing) -> String? {
    let id = persons[briefing.slug]?[id] ?? id
    return entityIndex[id] == nil ? nil : PageMap.entity(id)
  }
}

/// A part of the ledger: the claims of one verdict, or of one unit.
struct LedgerSection: Sendable {
  /// The name of its file.
  let stem: String
  let title: String
  let className: String
  /// How many claims there are.
  let count: Int
  /// Those that are listed here; the articles' ledgers have all.
  let places: [ListedPlace]

  static let claimsPerPage = 150
  /// Units beyond these are found by their articles' ledgers and in the data.
  private static let mostUnits = 60

  /// Units with fewer claims than this share one page.
  private static let fewestClaims = 3
  private static let rarerStem = "rarer"

  /// How many pages it has: none where nothing is listed.
  var pageCount: Int {
    (places.count + LedgerSection.claimsPerPage - 1) / LedgerSection.claimsPerPage
  }

  /// Its first page.
  var path: String? { places.isEmpty ? nil : PageMap.ledger(stem) }

  func places(onPage page: Int) -> ArraySlice<ListedPlace> {
    let start = min((page - 1) * LedgerSection.claimsPerPage, places.count)
    return places[start..<min(start + LedgerSection.claimsPerPage, places.count)]
  }

  static func byVerdict(_ briefings: [Briefing]) -> [LedgerSection] {
    var counts: [Verdict?: Int] = [:]
    var places: [Verdict?: [ListedPlace]] = [:]
    for (index, briefing) in briefings.enumerated() {
      for (verdict, count) in briefing.verdictCounts { counts[verdict, default: 0] += count }
      for (claim, listed) in briefing.listed.enumerated() {
        places[listed.verdict, default: []].append(ListedPlace(briefing: index, claim: claim))
      }
    }
    return VerdictMark.all.compactMap { verdict in
      guard let count = counts[verdict] else { return nil }
      return LedgerSection(
        stem: verdict?.rawValue ?? "unchecked", title: VerdictMark.words(verdict).capitalizedFirst,
        className: VerdictMark.className(verdict), count: count, places: places[verdict] ?? [])
    }
  }

  /// Units with their counts; on a small site with their claims.
  static func byUnit(_ briefings: [Briefing], _ scale: SiteScale) -> [LedgerSection] {
    var counts: [String: Int] = [:]
    for briefing in briefings {
      for (unit, count) in briefing.unitCounts where unit != "-" {
        counts[unit, default: 0] += count
      }
    }
    var places: [String: [ListedPlace]] = [:]
    for (index, briefing) in briefings.enumerated() where scale == .small {
      for (claim, listed) in briefing.listed.enumerated() where listed.unit != "-" {
        places[listed.unit, default: []].append(ListedPlace(briefing: index, claim: claim))
      }
    }
    let order = counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
    var stems: Set<String> = [rarerStem]
    let own = order.prefix(mostUnits).filter { $0.value >= fewestClaims }
    var sections = own.compactMap { unit, count -> LedgerSection? in
      let slug = PageMap.slug(unit)
      // Units whose names make one address: the more frequent one has it.
      guard !slug.isEmpty, stems.insert(slug).inserted else { return nil }
      return LedgerSection(
        stem: "unit-" + slug, title: unit.capitalizedFirst, className: "", count: count,
        places: places[unit] ?? [])
    }
    let rarer = order.filter { $0.value < fewestClaims }
    if !rarer.isEmpty {
      sections.append(
        LedgerSection(
          stem: "unit-" + rarerStem, title: "Units with one or two claims", className: "",
          count: rarer.reduce(0) { $0 + $1.value },
          places: rarer.flatMap { places[$0.key] ?? [] }))
    }
    return sections
  }
}
