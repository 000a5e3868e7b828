import AssayAnalysis

/// A figure of an article that other articles of the site may give too.
struct SharedFigure: Sendable {
  /// The same for values of one entity, metric, time and unit.
  let key: UInt64
  /// The id of what it is about.
  let entity: String
  /// "Harwick population, 2024"
  let name: String
  let words: String
  let lenient: Interval
  /// The claim's id, and its page and anchor from the site's root.
  let claim: String
  let place: String
}

extension SharedFigure {
  /// Those of an article, one a key.
  static func all(of draft: BriefingDraft) -> [SharedFigure] {
    let figures = draft.analysis.siteFigures
    guard !figures.isEmpty else { return [] }
    let claims = Dictionary(
      draft.claims.lazy.filter { $0.part == 0 }.map { ($0.numberRange, $0) },
      uniquingKeysWith: { first, _ in first })
    var keys: Set<UInt64> = []
    return figures.compactMap { figure in
      guard let claim = claims[figure.operand.place.range] else { return nil }
      var hash = StableHash()
      for part in [figure.key.entity, figure.key.metric, figure.key.time, figure.key.unit] {
        hash.combine(part.utf8)
        hash.combine(CollectionOfOne(0x1F))
      }
      guard keys.insert(hash.value).inserted else { return nil }
      return SharedFigure(
        key: hash.value, entity: figure.key.entity, name: figure.name, words: claim.words,
        lenient: figure.lenient, claim: claim.id, place: draft.place(of: claim))
    }
  }

  func append(to writer: inout ByteWriter) {
    writer.append(fixed: key)
    writer.append(entity)
    writer.append(name)
    writer.append(words)
    writer.append(lenient.low?.description)
    writer.append(lenient.high?.description)
    writer.append(claim)
    writer.append(place)
  }

  init(from reader: inout ByteReader) {
    key = reader.fixed()
    entity = reader.text()
    name = reader.text()
    words = reader.text()
    lenient = Interval(
      low: reader.optionalText().flatMap { DecimalNumber(digits: $0) },
      high: reader.optionalText().flatMap { DecimalNumber(digits: $0) })
    claim = reader.text()
    place = reader.text()
  }
}

/// A figure that several articles of the site give.
struct FigureHistory: Sendable {
  /// By number of the briefing: the newest first, undated ones last.
  let told: [Told]
  /// Those that a newer article gives otherwise, and that one, as `cross-document` tells them; nil
  /// where all agree.
  let dispute: (newest: Told, older: [Told])?

  struct Told: Sendable {
    /// Index in the site's briefings.
    let briefing: Int
    let figure: SharedFigure
  }

  /// Those of all articles, by their keys.
  ///
  /// - Parameter isChecked: false where nobody asked whether they agree.
  static func all(_ briefings: [Briefing], isChecked: Bool) -> [UInt64: FigureHistory] {
    var told: [UInt64: [Told]] = [:]
    for (number, briefing) in briefings.enumerated() {
      for figure in briefing.figures {
        told[figure.key, default: []].append(Told(briefing: number, figure: figure))
      }
    }
    return told.filter { $0.value.count > 1 }.mapValues { told in
      FigureHistory(
        told: told,
        dispute: isChecked
          ? AssayRender.dispute(
            in: told, date: { briefings[$0.briefing].date }, lenient: \.figure.lenient) : nil)
    }
  }
}

extension SiteIndex {
  /// The figures of a briefing that other articles give too.
  func histories(of briefing: Briefing) -> [FigureHistory] {
    histories.isEmpty ? [] : briefing.figures.compactMap { histories[$0.key] }
  }
}

extension SitePages {
  /// How many figures of older articles a newer one gives otherwise.
  public var disputeCount: Int {
    index.histories.values.reduce(0) { $0 + ($1.dispute?.older.count ?? 0) }
  }

  private static let disputeShape = TemplateShape("name", "newest", "older")
  private static let toldShape = TemplateShape("words", "path", "title", "date", "isOwn")

  /// What is given differently of an entity.
  func disputes(about entity: SiteEntity) -> [TemplateValue] {
    guard !index.histories.isEmpty else { return [] }
    var keys: Set<UInt64> = []
    return entity.places.flatMap { place -> [TemplateValue] in
      let briefing = index.briefings[place.briefing]
      let id = briefing.entities[place.record].entity.id
      return briefing.figures.filter { $0.entity == id && keys.insert($0.key).inserted }
        .compactMap { index.histories[$0.key].flatMap { disputeValue($0, on: nil) } }
    }
  }

  /// What an article gives otherwise than another: it is the newest, or one of the older.
  func disputes(in number: Int) -> [TemplateValue] {
    index.histories(of: index.briefings[number]).compactMap { history in
      guard let dispute = history.dispute,
        ([dispute.newest] + dispute.older).contains(where: { $0.briefing == number })
      else { return nil }
      return disputeValue(history, on: number)
    }
  }

  private func disputeValue(_ history: FigureHistory, on number: Int?) -> TemplateValue? {
    history.dispute.map { dispute in
      SitePages.disputeShape.map(
        .string(dispute.newest.figure.name), toldValue(dispute.newest, on: number),
        .list(dispute.older) { toldValue($0, on: number) })
    }
  }

  /// Every value of the figure that a claim gives, over the articles of the site, the oldest first;
  /// empty where no other article gives it.
  func history(ofClaim id: String, in number: Int) -> [TemplateValue] {
    guard let figure = index.briefings[number].figures.first(where: { $0.claim == id }),
      let history = index.histories[figure.key]
    else { return [] }
    return history.told.reversed().map { toldValue($0, on: number) }
  }

  private func toldValue(_ told: FigureHistory.Told, on number: Int?) -> TemplateValue {
    let briefing = index.briefings[told.briefing]
    return SitePages.toldShape.map(
      .string(told.figure.words), .string(told.figure.place), .string(briefing.title),
      TemplateValue(briefing.date.map(longDate)), .boolean(told.briefing == number))
  }
}
