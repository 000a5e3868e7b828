public import AssayAnalysis

/// An entity as one article and its thread speak of it.
public struct EntityRecord: Sendable {
  public let entity: Entity
  public let articleMentions: Int
  public let commentMentions: Int
  /// Indices in `Briefing.claims` of those about it.
  public let claims: [Int]
  /// The tones of the comments that name it.
  public let tones: ToneCounts
  /// Some of the sentences that name it, in order.
  let contexts: [Context]

  struct Context: Sendable {
    /// 0 is the article.
    let part: Int
    let excerpt: Excerpt
  }

  /// Sentences kept of each entity: memory must not grow with the texts.
  static let mostContexts = 4
}

extension EntityRecord {
  static func records(_ analysis: Analysis, claims: [ClaimRecord]) -> [EntityRecord] {
    let count = analysis.entities.count
    var article = [Int](repeating: 0, count: count)
    var comments = [Int](repeating: 0, count: count)
    var tones = [ToneCounts](repeating: ToneCounts(), count: count)
    var contexts = [[Context]](repeating: [], count: count)
    for (index, part) in analysis.parts.enumerated() {
      if index > 0, let thread = analysis.thread, !thread.comments[index - 1].isShown { continue }
      var named: Set<Int> = []
      for mention in part.mentions where mention.entity < count {
        let entity = mention.entity
        if index == 0 { article[entity] += 1 } else { comments[entity] += 1 }
        let isNew = named.insert(entity).inserted
        if isNew, index > 0 { tones[entity].add(part.sentiment) }
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
        claims: about[$0], tones: tones[$0], contexts: contexts[$0])
    }
  }

  /// Nil where the sentence before is the same.
  private static func context(
    _ mention: Mention, in part: PartAnalysis, _ index: Int, _ last: Context?
  ) -> Context? {
    guard part.words.sentences.indices.contains(mention.sentence) else { return nil }
    let sentence = part.words.sentences[mention.sentence].range
    let excerpt = Excerpt(part.words.text, words: mention.range, in: sentence, side: 110)
    if let last, last.part == index, last.excerpt.plain == excerpt.plain { return nil }
    return Context(part: index, excerpt: excerpt)
  }
}
