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
