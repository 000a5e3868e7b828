import AssayAnalysis

/// An entity as one article and its thread speak of it, while its pages are packed.
struct EntityRecord {
  let entity: Entity
  let articleMentions: Int
  let commentMentions: Int
  /// Indices in `ClaimReading.claims` of those about it.
  let claims: [Int]
  /// The tones of the comments that name it, towards it.
  let tones: ToneCounts
  /// The same of the article's mentions of it.
  let articleTones: ToneCounts
  /// Some of the sentences that name it, in order.
  let contexts: [Context]

  struct Context {
    /// 0 is the article.
    let part: Int
    let words: TextRange
    let sentence: TextRange
  }

  /// Sentences kept of each entity.
  static let mostContexts = 4
}

/// The same as the site's own pages know it.
struct EntitySummary: Sendable, CountedEntity {
  let entity: Entity
  let articleMentions: Int
  let commentMentions: Int
  let claimCount: Int
  let tones: ToneCounts
  let articleTones: ToneCounts
  /// How many rows its page shows of this article, and where they and the rest lie.
  let rowCount: Int
  let range: PackedRange

  var mentionCount: Int { articleMentions + commentMentions }
}

/// What an entity's page shows of one article, as it comes out of the article's pack.
struct EntityExtract {
  let rows: SafeHTML
  let rowCount: Int
  let contexts: [TemplateValue]
  let values: [SeriesValue]
  /// A fall of its numbers and what was made good of it; empty where there was none.
  let recovery: SafeHTML

  private static let shape = TemplateShape(
    "rows", "rowCount", "contexts", "values", "recovery")
  static let contextShape = TemplateShape("sentence", "path", "speaker", "title", "isComment")

  init?(_ packed: TemplateValue) {
    guard case .map(let map) = packed, map.values.count == EntityExtract.shape.names.count,
      case .html(let rows) = map.values[0],
      case .integer(let count) = map.values[1], case .list(let contexts) = map.values[2],
      case .list(let values) = map.values[3], case .html(let recovery) = map.values[4]
    else { return nil }
    self.rows = rows
    rowCount = count
    self.contexts = contexts
    self.values = values.compactMap { SeriesValue($0) }
    self.recovery = recovery
  }

  static func packed(_ record: EntityRecord, of draft: BriefingDraft, _ scale: SiteScale)
    -> TemplateValue
  {
    let claims = record.claims.map { draft.claims[$0] }
    let shown = chosen(claims, atMost: scale.entityRows)
    var rows = HTMLWriter(capacity: shown.count * ClaimHTML.rowCapacity)
    if !shown.isEmpty {
      ClaimHTML.appendRowsHead(
        of: draft.title, slug: draft.slug, date: draft.analysis.article.frontMatter.date, to: &rows)
      LedgerHTML(draft, subject: record.entity.name).appendSentences(of: shown, to: &rows)
    }
    let contexts = record.contexts.prefix(scale.entityContexts).map { context in
      var sentence = HTMLWriter()
      Excerpt.append(
        draft.reading.bytes(of: context.part), words: context.words, in: context.sentence,
        side: contextSide, to: &sentence)
      return contextShape.map(
        .html(sentence.finish()), .string(draft.place(ofPart: context.part)),
        .string(draft.leadingSpeaker(ofPart: context.part)), .string(draft.title),
        .boolean(context.part > 0))
    }
    return shape.map(
      .html(rows.finish()), .integer(shown.count), .list(contexts),
      .list(series(claims, in: draft)), .html(recovery(claims, in: draft)))
  }

  private static func recovery(_ claims: [ClaimRecord], in draft: BriefingDraft) -> SafeHTML {
    guard let subject = claims.first?.subject,
      let chart = BriefingCharts.recovery(draft, of: subject)
    else { return SafeHTML() }
    return chart.figure(linkBase: ClaimHTML.up + PageMap.article(draft.slug)) ?? SafeHTML()
  }

  private static func series(
    _ claims: [ClaimRecord], in draft: BriefingDraft
  ) -> [TemplateValue] {
    var values: [TemplateValue] = []
    for claim in claims where SeriesValue.isPoint(claim) {
      guard values.count < mostValues else { break }
      if let value = SeriesValue(claim, link: ClaimHTML.up + draft.place(of: claim)) {
        values.append(value.packed)
      }
    }
    return values
  }

  /// Points of one article: more are no picture.
  private static let mostValues = 100
  /// Bytes of a sentence on either side of the name.
  private static let contextSide = 110

  /// Where not all can be shown, those that a check has judged before the others; in reading order.
  private static func chosen(_ claims: [ClaimRecord], atMost limit: Int) -> [ClaimRecord] {
    guard claims.count > limit else { return claims }
    let order = claims.indices.sorted {
      (claims[$0].verdict?.rank ?? .max, $0) < (claims[$1].verdict?.rank ?? .max, $1)
    }
    return order.prefix(limit).sorted().map { claims[$0] }
  }
}

extension EntityRecord {
  func summary(
    of draft: BriefingDraft, _ scale: SiteScale, _ pack: inout ValuePacker
  ) -> EntitySummary {
    EntitySummary(
      entity: entity, articleMentions: articleMentions, commentMentions: commentMentions,
      claimCount: claims.count, tones: tones, articleTones: articleTones,
      rowCount: min(claims.count, scale.entityRows),
      range: pack.add(EntityExtract.packed(self, of: draft, scale)))
  }

  static func records(_ reading: ClaimReading) -> [EntityRecord] {
    let analysis = reading.analysis
    let claims = reading.claims
    let count = analysis.entities.count
    var article = [Int](repeating: 0, count: count)
    var comments = [Int](repeating: 0, count: count)
    var tones = [ToneCounts](repeating: ToneCounts(), count: count)
    var articleTones = tones
    var contexts = [[Context]](repeating: [], count: count)
    for (index, part) in analysis.parts.enumerated() {
      if index > 0, let thread = analysis.thread, !thread.comments[index - 1].isShown { continue }
      if index > 0 { addTones(of: part, to: &tones) } else { addEach(of: part, to: &articleTones) }
      var named: Set<Int> = []
      for mention in part.mentions where mention.entity < count {
        let entity = mention.entity
        // People who comment get no page for being addressed.
        if analysis.entities[entity].type == .handle { continue }
        if index == 0 { article[entity] += 1 } else { comments[entity] += 1 }
        let isNew = named.insert(entity).inserted
        if contexts[entity].count < mostContexts, isNew || index == 0,
          let context = context(mention, in: part, index, contexts[entity].last)
        {
          contexts[entity].append(context)
        }
      }
    }
    var about = [[Int]](repeating: [], count: count)
    for (index, claim) in claims.enumerated() {
      if let subject = claim.subject, subject < count { about[subject].append(index) }
    }
    return (0..<count).map {
      EntityRecord(
        entity: analysis.entities[$0], articleMentions: article[$0], commentMentions: comments[$0],
        claims: about[$0], tones: tones[$0], articleTones: articleTones[$0], contexts: contexts[$0])
    }
  }

  /// One a mention.
  private static func addEach(of part: PartAnalysis, to tones: inout [ToneCounts]) {
    for (mention, tone) in zip(part.mentions, part.mentionTones) where mention.entity < tones.count
    {
      tones[mention.entity].add(
        score: tone.polarity == .neutral ? 0 : tone.score, isTold: !tone.isAbstaining)
    }
  }

  /// One a comment and entity: the side that its mentions lean to.
  private static func addTones(of part: PartAnalysis, to tones: inout [ToneCounts]) {
    var sums: [Int: (score: Double, isTold: Bool)] = [:]
    for (mention, tone) in zip(part.mentions, part.mentionTones) {
      sums[mention.entity, default: (0, false)].score += tone.score * tone.confidence
      if !tone.isAbstaining { sums[mention.entity]?.isTold = true }
    }
    for (entity, sum) in sums where entity < tones.count {
      tones[entity].add(score: sum.score, isTold: sum.isTold)
    }
  }

  /// Nil where the sentence before is the same.
  private static func context(
    _ mention: Mention, in part: PartAnalysis, _ index: Int, _ last: Context?
  ) -> Context? {
    guard part.words.sentences.indices.contains(mention.sentence) else { return nil }
    let sentence = part.words.sentences[mention.sentence].range
    if let last, last.part == index, last.sentence == sentence { return nil }
    return Context(part: index, words: mention.range, sentence: sentence)
  }
}
