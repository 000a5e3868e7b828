import AssayAnalysis

extension SitePages {
  private static let entitiesShape = shape("groups", "charts")
  private static let groupShape = TemplateShape("id", "title", "entities")
  private static let entityPageShape = shape(
    "entity", "charts", "disputes", "rows", "more", "tones", "articleTones", "neighbours",
    "contexts")
  private static let entityShape = TemplateShape(
    "name", "type", "aliases", "counts", "links", "relations")
  private static let relationShape = TemplateShape("kind", "name", "path")
  private static let linkShape = TemplateShape("name", "href")
  private static let mostRows = 60
  private static let mostContexts = 12
  private static let mostNeighbours = 12
  private static let mostCharts = 2
  /// Newest briefings that are looked at, so that a page's cost is bounded.
  private static let mostPlaces = 60

  func renderEntities() throws(Failure) -> RenderedPage {
    let groups = EntityType.allCases.compactMap { type -> TemplateValue? in
      let own = index.entities.filter { $0.entity.type == type }
      guard !own.isEmpty else { return nil }
      return SitePages.groupShape.map(
        .string("type-" + type.rawValue), .string(SitePages.plural(type)),
        .list(own) {
          SitePages.link(
            $0.entity.name, PageMap.entity($0.entity.id), groupedDigits($0.mentionCount))
        })
    }
    return try render(
      "entities.html", PageHead(title: "Names", section: "entities"), path: PageMap.entities,
      SitePages.entitiesShape,
      [
        .list(groups),
        .list(
          [try multiples(root: "../")?.figure(), matrix(root: "../")?.figure()].compactMap {
            $0.map { .html($0) }
          }),
      ])
  }

  private static func plural(_ type: EntityType) -> String {
    switch type {
    case .person: "People"
    case .org: "Organisations"
    case .agency: "Agencies"
    case .place: "Places"
    case .product: "Products"
    case .model: "Models"
    case .token: "Tokens"
    case .network: "Networks"
    case .subnet: "Subnets"
    case .law: "Laws"
    case .event: "Events"
    case .metric: "Metrics"
    case .group: "Groups"
    case .technology: "Technologies"
    case .handle: "Accounts"
    }
  }

  func renderEntity(_ number: Int) throws(Failure) -> RenderedPage {
    let entity = index.entities[number]
    if form == .key { return try entityKey(entity, number) }
    let extracts = try extracts(of: entity)
    let rowCount = extracts.reduce(0) { $0 + $1.rowCount }
    let rows = extracts.reduce(into: SafeHTML()) { $0.append($1.rows) }
    let contexts = extracts.flatMap(\.contexts).prefix(SitePages.mostContexts)
    let more =
      entity.claimCount > rowCount
      ? "\(groupedDigits(rowCount)) of its \(counted(entity.claimCount, "number")), the newest first; "
        + "each article’s ledger has all" : nil
    return try render(
      "entity.html", entityHead(entity, number), path: PageMap.entity(entity.entity.id),
      SitePages.entityPageShape,
      [
        entityValue(entity), .list(timelines(entity, extracts)),
        .list(disputes(about: entity)),
        rows.isEmpty ? .nothing : SitePages.rowsTable(rows, head: LedgerHTML.head),
        TemplateValue(more),
        figureValue(tones(of: entity, id: "tones", root: ClaimHTML.up)),
        figureValue(articleTones(of: entity, root: ClaimHTML.up)),
        .list(neighbours(entity, number)),
        .list(Array(contexts)),
      ])
  }

  private func figureValue(_ chart: DivergingBar?) -> TemplateValue {
    chart?.figure().map(TemplateValue.html) ?? .nothing
  }

  private func entityHead(_ entity: SiteEntity, _ number: Int) -> PageHead {
    PageHead(
      title: entity.entity.name,
      description: "\(entity.entity.name) in \(settings.title): "
        + counted(entity.claimCount, "number") + ", "
        + counted(entity.mentionCount, "mention"), section: "entities",
      feeds: Feed.all(of: .entity(number), index, settings),
      structured: structuredTrail([(entity.entity.name, PageMap.entity(entity.entity.id))]))
  }

  /// What the page of an entity is made of, with the hashes of what waits in packs.
  private func entityKey(_ entity: SiteEntity, _ number: Int) throws(Failure) -> RenderedPage {
    let rows =
      (tones(of: entity, id: "tones", root: ClaimHTML.up)?.rows ?? [])
      + (articleTones(of: entity, root: ClaimHTML.up)?.rows ?? [])
    var values: [TemplateValue] = [
      entityValue(entity), .list(neighbours(entity, number)), .list(disputes(about: entity)),
    ]
    for row in rows {
      values += [
        .string(row.name), .integer(row.negative), .integer(row.mixed), .integer(row.neutral),
        .integer(row.positive), TemplateValue(row.link),
      ]
    }
    for place in shownPlaces(of: entity) {
      let briefing = index.briefings[place.briefing]
      values += [.string(briefing.title), TemplateValue(briefing.date?.iso)]
      values += try unpackedValues(place.briefing, record(at: place).range)
    }
    return try render(
      "entity.html", entityHead(entity, number), path: PageMap.entity(entity.entity.id),
      SitePages.entityPageShape, values)
  }

  private func record(at place: (briefing: Int, record: Int)) -> EntitySummary {
    index.briefings[place.briefing].entities[place.record]
  }

  /// The newest briefings that speak of an entity, until there is enough for its page.
  private func shownPlaces(of entity: SiteEntity) -> [(briefing: Int, record: Int)] {
    var rows = 0
    return Array(
      entity.places.prefix(SitePages.mostPlaces).prefix { place in
        guard rows < SitePages.mostRows else { return false }
        rows += record(at: place).rowCount
        return true
      })
  }

  /// What they say of it.
  func extracts(of entity: SiteEntity) throws(Failure) -> [EntityExtract] {
    var extracts: [EntityExtract] = []
    for place in shownPlaces(of: entity) {
      guard let extract = EntityExtract(try unpacked(place.briefing, record(at: place).range))
      else {
        throw Self.damagedPack
      }
      extracts.append(extract)
    }
    return extracts
  }

  private func entityValue(_ entity: SiteEntity) -> TemplateValue {
    let counts =
      counted(entity.mentionCount, "mention") + " in " + counted(entity.places.count, "briefing")
      + " · " + counted(entity.claimCount, "number")
    let links = entity.entity.links.map { link in
      SitePages.linkShape.map(
        .string(link.kind + (SitePages.href(link) == nil ? " " + link.target : "")),
        TemplateValue(SitePages.href(link)))
    }
    let aliases = entity.entity.aliases
    return SitePages.entityShape.map(
      .string(entity.entity.name), .string(entity.entity.type.noun.capitalizedFirst),
      aliases.isEmpty ? .nothing : .string(enumerated(aliases)), .string(counts), .list(links),
      .list(entity.entity.relations) { relation in
        let isShown = index.entityIndex[relation.target] != nil
        return SitePages.relationShape.map(
          .string(relation.kind.replacing("_", with: " ").capitalizedFirst),
          .string(name(of: relation.target, relatedTo: entity)),
          TemplateValue(isShown ? PageMap.entity(relation.target) : nil))
      })
  }

  /// The name of what has an id, where it has a page or is named beside an entity.
  private func name(of id: String, relatedTo entity: SiteEntity) -> String {
    if let number = index.entityIndex[id] { return index.entities[number].entity.name }
    for place in entity.places {
      let named = index.briefings[place.briefing].entities
      if let other = named.first(where: { $0.entity.id == id }) { return other.entity.name }
    }
    return id.replacing("-", with: " ")
  }

  /// The address of an entity elsewhere, where it is surely one of the web.
  private static func href(_ link: Entity.Link) -> String? {
    let isPlain = link.target.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }
    guard isPlain, !link.target.isEmpty else { return nil }
    if link.target.hasPrefix("https://") || link.target.hasPrefix("http://") { return link.target }
    let isItem =
      link.kind == "wikidata" && link.target.hasPrefix("Q")
      && link.target.dropFirst().allSatisfy(\.isNumber)
    return isItem ? "https://www.wikidata.org/wiki/" + link.target : nil
  }

  private func timelines(
    _ entity: SiteEntity, _ extracts: [EntityExtract]
  ) -> [TemplateValue] {
    let drawn = BriefingCharts.timelines(
      extracts.series, of: entity.entity.name, atMost: SitePages.mostCharts
    ).compactMap { $0.figure() }
    let recovery = extracts.lazy.map(\.recovery).first { !$0.bytes.isEmpty }
    return (drawn.isEmpty ? [recovery].compactMap { $0 } : drawn).map { .html($0) }
  }

  /// The names that stand in the same briefings, with how many, and how much more often than chance
  /// would have it: pointwise mutual information, of the briefings that are looked at.
  private func neighbours(_ entity: SiteEntity, _ number: Int) -> [TemplateValue] {
    var counts: [Int: Int] = [:]
    let places = entity.places.prefix(SitePages.mostPlaces)
    for place in places {
      for other in index.entityNumbers[place.briefing] where other != number {
        counts[other, default: 0] += 1
      }
    }
    let neighbours = counts.map { other, count in
      (number: other, count: count, mentions: index.entities[other].mentionCount)
    }
    let order = neighbours.sorted { left, right in
      (-left.count, -left.mentions, left.number) < (-right.count, -right.mentions, right.number)
    }
    return order.prefix(SitePages.mostNeighbours).map { other, count, _ in
      let entity = index.entities[other].entity
      let chance = Double(places.count * index.entities[other].places.count)
      let lift = Double(count * index.briefings.count) / chance
      let information =
        index.briefings.count < SitePages.fewestForInformation
        ? "" : " · PMI " + chartNumber(binaryLogarithm(lift), decimals: 1)
      return SitePages.link(
        entity.name, PageMap.entity(entity.id), counted(count, "briefing") + information)
    }
  }

  /// In fewer briefings, names that stand together once seem bound to.
  private static let fewestForInformation = 10
}

/// Of a positive number, to twenty binary places; the same on every machine.
private func binaryLogarithm(_ number: Double) -> Double {
  var logarithm = Double(number.exponent)
  var rest = number.significand
  var place = 0.5
  for _ in 0..<20 {
    rest *= rest
    if rest >= 2 {
      rest /= 2
      logarithm += place
    }
    place /= 2
  }
  return logarithm
}
