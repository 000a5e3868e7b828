import AssayAnalysis

/// A figure of an entity that other articles may give too, as its page knows it.
struct EntityFigure {
  let key: String
  /// "Harwick population, 2024"
  let name: String
  let words: String
  let lenient: Interval
  /// From a page one folder deep.
  let link: String

  private static let shape = TemplateShape("key", "name", "words", "low", "high", "link")

  /// Those of one article about an entity, packed.
  static func packed(of entity: String, in draft: BriefingDraft) -> [TemplateValue] {
    (draft.siteFigures[entity] ?? []).compactMap { figure, claim in
      guard let low = figure.lenient.low, let high = figure.lenient.high else { return nil }
      let key = [figure.key.metric, figure.key.time, figure.key.unit].joined(separator: "\u{1F}")
      return shape.map(
        .string(key), .string(figure.name), .string(claim.words), .string(low.description),
        .string(high.description), .string(ClaimHTML.up + draft.place(of: claim)))
    }
  }

  /// An article's figures by the ids of their entities, each with its claim.
  static func grouped(
    _ figures: [SiteFigure], _ claims: [ClaimRecord]
  ) -> [String: [(figure: SiteFigure, claim: ClaimRecord)]] {
    guard !figures.isEmpty else { return [:] }
    let own = Dictionary(
      claims.lazy.filter { $0.part == 0 }.map { ($0.numberRange.start, $0) },
      uniquingKeysWith: { first, _ in first })
    var grouped: [String: [(figure: SiteFigure, claim: ClaimRecord)]] = [:]
    for figure in figures {
      guard let claim = own[figure.operand.place.range.start],
        claim.numberRange == figure.operand.place.range
      else { continue }
      grouped[figure.key.entity, default: []].append((figure, claim))
    }
    return grouped
  }

  init?(_ packed: TemplateValue) {
    guard case .map(let map) = packed, map.values.count == EntityFigure.shape.names.count,
      case .string(let key) = map.values[0], case .string(let name) = map.values[1],
      case .string(let words) = map.values[2], case .string(let low) = map.values[3],
      case .string(let high) = map.values[4], case .string(let link) = map.values[5],
      let least = DecimalNumber(digits: low), let most = DecimalNumber(digits: high)
    else { return nil }
    (self.key, self.name, self.words, self.link) = (key, name, words, link)
    lenient = Interval(low: least, high: most)
  }
}

/// Figures that a newer article gives otherwise than older ones, as `cross-document` tells them.
struct EntityDispute {
  let newest: Told
  let older: [Told]

  struct Told {
    let figure: EntityFigure
    let briefing: Int
    let date: CalendarDate?
  }

  /// - Parameter told: the newest first; of one article the first figure counts.
  static func find(in told: [Told]) -> [EntityDispute] {
    var groups: [String: [Told]] = [:]
    var keys: [String] = []
    for one in told {
      if groups[one.figure.key] == nil { keys.append(one.figure.key) }
      if groups[one.figure.key]?.contains(where: { $0.briefing == one.briefing }) != true {
        groups[one.figure.key, default: []].append(one)
      }
    }
    return keys.compactMap { key in
      dispute(in: groups[key] ?? [], date: \.date, lenient: \.figure.lenient).map {
        EntityDispute(newest: $0.newest, older: $0.older)
      }
    }
  }
}

extension SitePages {
  private static let disputeShape = TemplateShape("name", "newest", "older")
  private static let toldShape = TemplateShape("words", "href", "title", "date")

  /// What its articles give differently, for an entity's page.
  func disputes(
    _ places: [(briefing: Int, record: Int)], _ extracts: [EntityExtract]
  ) -> [TemplateValue] {
    let told = zip(places, extracts).flatMap { place, extract in
      extract.figures.map {
        EntityDispute.Told(
          figure: $0, briefing: place.briefing, date: index.briefings[place.briefing].date)
      }
    }
    return EntityDispute.find(in: told).map { dispute in
      SitePages.disputeShape.map(
        .string(dispute.newest.figure.name), toldValue(dispute.newest),
        .list(dispute.older) { toldValue($0) })
    }
  }

  private func toldValue(_ told: EntityDispute.Told) -> TemplateValue {
    SitePages.toldShape.map(
      .string(told.figure.words), .string(told.figure.link),
      .string(index.briefings[told.briefing].title), TemplateValue(told.date.map(longDate)))
  }
}
