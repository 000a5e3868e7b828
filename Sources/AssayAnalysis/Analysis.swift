/// The facts of one part of a document: the article, or one comment.
///
/// A class, since checks and pages go over the parts again and again, and a copy of a struct would
/// hold each of its arrays anew.
public final class PartAnalysis: Sendable {
  public let words: TokenizedText
  public let quantities: [Quantity]
  public let mentions: [Mention]
  public let claims: [Claim]
  /// Of the whole part.
  public let sentiment: Sentiment
  /// One for each paragraph, heading, cell and item with words, in order.
  public let blockSentiments: [Sentiment]
  /// How its sentence feels towards each mention, in the order of `mentions`.
  public let mentionTones: [TargetTone]
  /// Words and quantities, as the readers of a sentence share them.
  let text: ClauseText

  public convenience init(
    words: TokenizedText, quantities: [Quantity], mentions: [Mention], claims: [Claim],
    sentiment: Sentiment, blockSentiments: [Sentiment], mentionTones: [TargetTone] = []
  ) {
    self.init(
      ClauseText(words: words, quantities: quantities), words: words, quantities: quantities,
      mentions: mentions, claims: claims, sentiment: sentiment, blockSentiments: blockSentiments,
      mentionTones: mentionTones)
  }

  init(
    _ text: ClauseText, words: TokenizedText, quantities: [Quantity], mentions: [Mention],
    claims: [Claim], sentiment: Sentiment, blockSentiments: [Sentiment],
    mentionTones: [TargetTone]
  ) {
    self.text = text
    self.words = words
    self.quantities = quantities
    self.mentions = mentions
    self.claims = claims
    self.sentiment = sentiment
    self.blockSentiments = blockSentiments
    self.mentionTones = mentionTones
  }
}

/// All that was read from one article and its thread.
public struct Analysis: Sendable {
  public let article: Document
  public let thread: Thread?
  /// What the article and its comments name, in order of first mention.
  public let entities: [Entity]
  /// 0 is the article, then the thread's comments in order.
  public let parts: [PartAnalysis]
  public let relations: [Relation]
  /// What was found wrong with what people set by hand.
  public let diagnostics: [Diagnostic]

  public init(
    article: Document, thread: Thread?, entities: [Entity], parts: [PartAnalysis],
    relations: [Relation], diagnostics: [Diagnostic] = []
  ) {
    self.article = article
    self.thread = thread
    self.entities = entities
    self.parts = parts
    self.relations = relations
    self.diagnostics = diagnostics
  }

  /// The words of a part.
  public func text(of part: Int) -> DocumentText {
    guard part > 0, let thread else { return article.text }
    return thread.comments[part - 1].body.text
  }

  /// The document of a part.
  public func document(of part: Int) -> Document {
    guard part > 0, let thread else { return article }
    return thread.comments[part - 1].body
  }
}

extension Analysis {
  /// The verdict of the whole text: that of its worst relation; nil where nothing was related.
  public var worstVerdict: Verdict? {
    relations.map(\.verdict).min { $0.rank < $1.rank }
  }
}

/// What an analysis knows beforehand.
public struct AnalysisOptions: Sendable {
  public let gazetteer: Gazetteer
  public let checks: [Check]
  /// The document's date where its front matter gives none.
  public let date: CalendarDate?
  /// Known values that claims are held against.
  public let references: [ReferenceTable]
  /// Sentiments that a person set.
  public let overrides: [SentimentOverride]

  public init(
    gazetteer: Gazetteer = .empty, checks: [Check] = Check.standard, date: CalendarDate? = nil,
    references: [ReferenceTable] = [], overrides: [SentimentOverride] = []
  ) {
    self.gazetteer = gazetteer
    self.checks = checks
    self.date = date
    self.references = references
    self.overrides = overrides
  }
}

extension Analysis {
  /// Reads an article and its thread: words, quantities, names, claims, feelings, and what the
  /// numbers say of each other.
  public init(
    article: Document, thread: Thread? = nil, options: AnalysisOptions = AnalysisOptions()
  ) {
    let documents = [article] + (thread?.comments.map(\.body) ?? [])
    let words = documents.map { TokenizedText($0) }
    let named = extractMentions(
      words, gazetteer: options.gazetteer.scoped(to: article.source.path))
    let date = article.frontMatter.date ?? options.date
    let overrides = AppliedOverrides(options.overrides, article: article, thread: thread)
    var parts: [PartAnalysis] = []
    parts.reserveCapacity(documents.count)
    var context: ClaimContext?
    for (index, document) in documents.enumerated() {
      let quantities = extractQuantities(words[index], date: date)
      let text = ClauseText(words: words[index], quantities: quantities)
      let claims = extractClaims(
        ClaimInput(
          words: words[index], quantities: quantities, mentions: named.mentions[index],
          entities: named.entities, date: date, context: context), in: text)
      if index == 0 { context = ClaimContext(article: claims) }
      let mentions = named.mentions[index]
      let sentiment = scoreSentiment(words[index], of: document, mentions: mentions)
      parts.append(
        PartAnalysis(
          text, words: words[index], quantities: quantities, mentions: mentions, claims: claims,
          sentiment: overrides.applied(to: sentiment.whole, of: index),
          blockSentiments: sentiment.blocks,
          mentionTones: sentiment.mentions))
    }
    let relations = relate(
      CheckInput(
        article: article, parts: parts, entities: named.entities, date: date,
        references: options.references),
      checks: options.checks)
    self.init(
      article: article, thread: thread, entities: named.entities, parts: parts,
      relations: relations, diagnostics: overrides.diagnostics)
  }

  /// An article that is only shown: its words are counted, nothing is read from them.
  public init(shown article: Document) {
    let words = TokenizedText(article)
    let part = PartAnalysis(
      words: words, quantities: [], mentions: [], claims: [],
      sentiment: FeelingMean().sentiment(of: TextRange(0..<words.text.bytes.count), in: words),
      blockSentiments: [])
    self.init(article: article, thread: nil, entities: [], parts: [part], relations: [])
  }
}
