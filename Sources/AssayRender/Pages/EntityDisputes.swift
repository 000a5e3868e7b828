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
    draft.siteFigures.compactMap { figure in
      guard figure.key.entity == entity, let low = figure.lenient.low,
        let high = figure.lenient.high,
        let claim = draft.claims.first(where: {
          $0.part == 0 && $0.numberRange == figure.operand.place.range
        })
      else { return nil }
      let key = [figure.key.metric, figure.key.time, figure.key.unit].joined(separator: "\u{1F}")
      return shape.map(
        .string(key), .string(figure.name), .string(claim.words), .string(low.description),
        .string(high.description), .string(ClaimHTML.up + draft.place(of: claim)))
    }
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
      guard let group = groups[key], let newest = group.max(by: { iso($0) < iso($1) }) else {
        return nil
      }
      let older = group.filter {
        iso($0) < iso(newest) && !$0.figure.lenient.overlaps(newest.figure.lenient)
      }
      return older.isEmpty ? nil : EntityDispute(newest: newest, older: older)
    }
  }

  /// Articles without a date are older than all others.
  private static func iso(_ told: Told) -> String { told.date?.iso ?? "" }
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
