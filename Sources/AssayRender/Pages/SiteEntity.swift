import AssayAnalysis

/// An entity over the whole site.
struct SiteEntity: Sendable {
  let entity: Entity
  /// Where it is spoken of: indices of briefings and of their entities, the newest first.
  let places: [(briefing: Int, record: Int)]
  let mentionCount: Int
  /// Of comments that name it, towards it.
  let tones: ToneCounts
  /// Of the articles' mentions of it.
  let articleTones: ToneCounts
  let claimCount: Int

  /// Only names that lead somewhere have a page: a name read off one sentence does not, and on a
  /// large site one that few articles name is found in those.
  private func hasPage(_ scale: SiteScale) -> Bool {
    if entity.isKnown { return true }
    return places.count >= scale.fewestArticlesOfName
      && (places.count > 1 || claimCount > 0 || mentionCount > 2)
  }

  static func all(
    _ briefings: [Briefing], _ scale: SiteScale, _ surnames: SurnameLinks
  ) -> [SiteEntity] {
    var numbers: [String: Int] = [:]
    var places: [[(briefing: Int, record: Int)]] = []
    for (index, briefing) in briefings.enumerated() {
      for (record, entity) in briefing.entities.enumerated() where entity.mentionCount > 0 {
        let id = surnames.person(of: record, in: index) ?? entity.entity.id
        if let number = numbers[id] {
          places[number].append((index, record))
        } else {
          numbers[id] = places.count
          places.append([(index, record)])
        }
      }
    }
    let named = places.map { make($0, briefings) }.filter { $0.hasPage(scale) }
      .map { (name: $0.entity.name.lowercased(), entity: $0) }
    return named.sorted { ($0.name, $0.entity.entity.id) < ($1.name, $1.entity.entity.id) }
      .map(\.entity)
  }

  private static func make(
    _ places: [(briefing: Int, record: Int)], _ briefings: [Briefing]
  ) -> SiteEntity {
    var (tones, articleTones) = (ToneCounts(), ToneCounts())
    var mentions = 0
    var claims = 0
    let records = places.map { briefings[$0.briefing].entities[$0.record] }
    for record in records {
      tones.add(record.tones)
      articleTones.add(record.articleTones)
      mentions += record.mentionCount
      claims += record.claimCount
    }
    return SiteEntity(
      entity: chosen(records), places: places, mentionCount: mentions, tones: tones,
      articleTones: articleTones, claimCount: claims)
  }

  /// What articles say it is: the gazetteer's word, else the type that most mentions have and the
  /// fullest name, the newest first; the other names that it goes by are aliases.
  private static func chosen(_ records: [EntitySummary]) -> Entity {
    var votes: [EntityType: Int] = [:]
    for record in records { votes[record.entity.type, default: 0] += record.mentionCount }
    let most = votes.values.max() ?? 0
    let own = records.filter { votes[$0.entity.type] == most }
    let words = { (entity: Entity) in entity.name.utf8.count { $0 == 0x20 } }
    var first = (own.first ?? records[0]).entity
    for record in own where words(record.entity) > words(first) { first = record.entity }
    if let known = records.first(where: \.entity.isKnown)?.entity { first = known }
    var aliases = first.aliases
    for record in records where !record.entity.isKnown {
      for name in [record.entity.name] + record.entity.aliases
      where name != first.name && !aliases.contains(name) {
        aliases.append(name)
      }
    }
    return Entity(
      id: first.id, name: first.name, type: first.type, aliases: aliases, links: first.links,
      relations: first.relations, isKnown: first.isKnown)
  }
}

/// Surnames that stand alone in one article, and the person whom other articles name in full.
///
/// "Reyes" of one article is Tomas Reyes of another where no other person of the site has the surname
/// and both articles name one thing more, which is no place: that alone makes it likely that they
/// speak of the same matter. Whatever is ambiguous stays apart.
struct SurnameLinks {
  private var persons: [Place: String] = [:]

  private struct Place: Hashable {
    let briefing: Int
    let record: Int
  }

  /// A person named in full somewhere on the site.
  private struct Owner {
    let id: String
    var isOnly = true
    var briefings: Set<Int> = []
  }

  init(_ briefings: [Briefing]) {
    let owners = SurnameLinks.owners(briefings)
    guard !owners.isEmpty else { return }
    for (index, briefing) in briefings.enumerated() {
      for (record, summary) in briefing.entities.enumerated() where summary.mentionCount > 0 {
        guard summary.entity.isLoneSurname, let owner = owners[summary.entity.name.lowercased()],
          owner.isOnly, !owner.briefings.contains(index),
          SurnameLinks.sharesThings(briefing, owner.briefings.lazy.map { briefings[$0] })
        else { continue }
        persons[Place(briefing: index, record: record)] = owner.id
      }
    }
  }

  /// By surname in small letters.
  private static func owners(_ briefings: [Briefing]) -> [String: Owner] {
    var owners: [String: Owner] = [:]
    for (index, briefing) in briefings.enumerated() {
      for summary in briefing.entities {
        guard let surname = summary.entity.surname else { continue }
        var owner = owners[surname] ?? Owner(id: summary.entity.id)
        if owner.id != summary.entity.id { owner.isOnly = false }
        owner.briefings.insert(index)
        owners[surname] = owner
      }
    }
    return owners
  }

  private static func sharesThings(_ briefing: Briefing, _ others: some Sequence<Briefing>) -> Bool
  {
    let own = Set(briefing.entities.lazy.filter(\.isTelling).map(\.entity.id))
    return others.contains { other in
      other.entities.contains { $0.isTelling && own.contains($0.entity.id) }
    }
  }

  /// The id of the person whom a record of a briefing names by surname alone.
  func person(of record: Int, in briefing: Int) -> String? {
    persons[Place(briefing: briefing, record: record)]
  }

  /// By the briefing's slug and the record's own id.
  func bySlug(_ briefings: [Briefing]) -> [String: [String: String]] {
    var links: [String: [String: String]] = [:]
    for (place, person) in persons {
      let briefing = briefings[place.briefing]
      links[briefing.slug, default: [:]][briefing.entities[place.record].entity.id] = person
    }
    return links
  }
}

extension EntitySummary {
  /// Two articles about it are likely about the same matter.
  fileprivate var isTelling: Bool {
    mentionCount > 0 && entity.type != .place && entity.type != .handle && !entity.isLoneSurname
  }
}

extension Entity {
  fileprivate var isLoneSurname: Bool {
    type == .person && !isKnown && !name.contains(" ")
  }

  /// The last word of a person's full name in small letters.
  fileprivate var surname: String? {
    guard type == .person, let space = name.lastIndex(of: " ") else { return nil }
    return name[name.index(after: space)...].lowercased()
  }
}
