import AssayAnalysis

/// A claim of a site: which briefing, and which of its claims.
struct ClaimPlace: Sendable, Hashable {
  let briefing: Int
  let claim: Int
}

/// What pages need to know of other pages. Made serially, in sorted order, from small records only.
struct SiteIndex: Sendable {
  /// The newest first, undated ones last, then by slug.
  let briefings: [Briefing]
  /// Those with a page, by name.
  let entities: [SiteEntity]
  /// Indices in `entities`, by id.
  let entityIndex: [String: Int]
  let taxonomies: [SiteTaxonomy]
  let sections: [SiteSection]
  let order: ReadingOrder
  /// What the content's own `_index.md` says, over the list of all briefings.
  let intro: Briefing?
  /// Articles that are translations of each other.
  let translations: [String: [Int]]
  /// By verdict, in the order reports show them.
  let verdictSections: [LedgerSection]
  /// The units that occur most.
  let unitSections: [LedgerSection]
  /// Claims of the same metric of the same entity in the same unit.
  let related: [RelatedKey: [ClaimPlace]]
  let claimCount: Int
  let commentCount: Int

  /// - Throws: `Failure` where two articles would have the same address.
  init(_ unsorted: [Briefing], settings: PageSettings) throws(Failure) {
    let intros = unsorted.filter(\.place.isSectionPage)
    let articles = intros.isEmpty ? unsorted : unsorted.filter { !$0.place.isSectionPage }
    try SiteIndex.refuseCollisions(articles, settings)
    let briefings = articles.sorted(by: SiteIndex.isBefore)
    self.briefings = briefings
    entities = SiteEntity.all(briefings)
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
    verdictSections = LedgerSection.byVerdict(briefings)
    unitSections = LedgerSection.byUnit(briefings)
    related = RelatedKey.group(briefings)
    claimCount = briefings.reduce(0) { $0 + $1.claims.count }
    commentCount = briefings.reduce(0) { $0 + ($1.thread?.count ?? 0) }
  }

  private static func isBefore(_ left: Briefing, _ right: Briefing) -> Bool {
    switch (left.date, right.date) {
    case (let first?, let second?) where first != second: first > second
    case (.some, nil): true
    case (nil, .some): false
    default: left.slug < right.slug
    }
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

  func claim(_ place: ClaimPlace) -> ClaimRecord {
    briefings[place.briefing].claims[place.claim]
  }

  func row(_ place: ClaimPlace) -> SafeHTML { briefings[place.briefing].rows[place.claim] }

  /// The path of an entity's page; nil where it has none.
  func path(of entity: Entity) -> String? {
    entityIndex[entity.id] == nil ? nil : PageMap.entity(entity.id)
  }
}

/// An entity over the whole site.
struct SiteEntity: Sendable {
  let entity: Entity
  /// Where it is spoken of: indices of briefings and of their entities, the newest first.
  let places: [(briefing: Int, record: Int)]
  let mentionCount: Int
  let tones: ToneCounts
  let claims: [ClaimPlace]

  /// Only names that lead somewhere have a page: a name read off one sentence does not.
  private var hasPage: Bool {
    entity.isKnown || places.count > 1 || !claims.isEmpty || mentionCount > 2
  }

  static func all(_ briefings: [Briefing]) -> [SiteEntity] {
    var order: [String] = []
    var places: [String: [(briefing: Int, record: Int)]] = [:]
    for (index, briefing) in briefings.enumerated() {
      for (record, entity) in briefing.entities.enumerated() {
        guard entity.articleMentions + entity.commentMentions > 0 else { continue }
        if places[entity.entity.id] == nil { order.append(entity.entity.id) }
        places[entity.entity.id, default: []].append((index, record))
      }
    }
    let all = order.compactMap { id in places[id].flatMap { make($0, briefings) } }
    return all.filter(\.hasPage).sorted {
      ($0.entity.name.lowercased(), $0.entity.id) < ($1.entity.name.lowercased(), $1.entity.id)
    }
  }

  private static func make(
    _ places: [(briefing: Int, record: Int)], _ briefings: [Briefing]
  ) -> SiteEntity? {
    guard let first = places.first else { return nil }
    var tones = ToneCounts()
    var mentions = 0
    var claims: [ClaimPlace] = []
    for place in places {
      let record = briefings[place.briefing].entities[place.record]
      tones.add(record.tones)
      mentions += record.articleMentions + record.commentMentions
      claims += record.claims.map { ClaimPlace(briefing: place.briefing, claim: $0) }
    }
    return SiteEntity(
      entity: briefings[first.briefing].entities[first.record].entity, places: places,
      mentionCount: mentions, tones: tones, claims: claims)
  }
}

/// Claims that can be held beside each other.
struct RelatedKey: Sendable, Hashable {
  let entity: String
  let metric: String
  let unit: String

  init?(_ claim: ClaimRecord, in briefing: Briefing) {
    guard let subject = claim.subject, let metric = claim.metric,
      briefing.entities.indices.contains(subject)
    else { return nil }
    entity = briefing.entities[subject].entity.id
    self.metric = metric
    unit = claim.unit.name
  }

  static func group(_ briefings: [Briefing]) -> [RelatedKey: [ClaimPlace]] {
    var groups: [RelatedKey: [ClaimPlace]] = [:]
    for (index, briefing) in briefings.enumerated() {
      for (claim, record) in briefing.claims.enumerated() {
        guard let key = RelatedKey(record, in: briefing) else { continue }
        groups[key, default: []].append(ClaimPlace(briefing: index, claim: claim))
      }
    }
    return groups.filter { $0.value.count > 1 }
  }
}

/// A part of the ledger: the claims of one verdict, or of one unit.
struct LedgerSection: Sendable {
  /// The name of its file.
  let stem: String
  let title: String
  let className: String
  let claims: [ClaimPlace]
  /// How many pages it has.
  let pageCount: Int

  static let claimsPerPage = 150
  /// Units beyond these are found by their articles' ledgers and in the data.
  private static let mostUnits = 60

  func claims(onPage page: Int) -> ArraySlice<ClaimPlace> {
    let start = min((page - 1) * LedgerSection.claimsPerPage, claims.count)
    return claims[start..<min(start + LedgerSection.claimsPerPage, claims.count)]
  }

  static func byVerdict(_ briefings: [Briefing]) -> [LedgerSection] {
    var claims: [Verdict?: [ClaimPlace]] = [:]
    for (index, briefing) in briefings.enumerated() {
      for (claim, record) in briefing.claims.enumerated() {
        claims[record.verdict, default: []].append(ClaimPlace(briefing: index, claim: claim))
      }
    }
    return VerdictMark.all.compactMap { verdict in
      guard let own = claims[verdict] else { return nil }
      return LedgerSection(
        stem: verdict?.rawValue ?? "unchecked", title: VerdictMark.words(verdict).capitalizedFirst,
        className: VerdictMark.className(verdict), claims: own,
        pageCount: (own.count + claimsPerPage - 1) / claimsPerPage)
    }
  }

  static func byUnit(_ briefings: [Briefing]) -> [LedgerSection] {
    var claims: [String: [ClaimPlace]] = [:]
    for (index, briefing) in briefings.enumerated() {
      for (claim, record) in briefing.claims.enumerated() where record.unit.name != "-" {
        claims[PageMap.slug(record.unit.name), default: []].append(
          ClaimPlace(briefing: index, claim: claim))
      }
    }
    claims[""] = nil
    let order = claims.keys.sorted { (left: String, right: String) in
      (-(claims[left]?.count ?? 0), left) < (-(claims[right]?.count ?? 0), right)
    }
    return order.prefix(mostUnits).compactMap { slug in
      guard let own = claims[slug], let first = own.first else { return nil }
      let name = briefings[first.briefing].claims[first.claim].unit.name
      return LedgerSection(
        stem: "unit-" + slug, title: name.capitalizedFirst, className: "", claims: own,
        pageCount: 1)
    }
  }
}
