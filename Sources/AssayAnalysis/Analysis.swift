/// The facts of one part of a document: the article, or one comment.
public struct PartAnalysis: Sendable {
  public let words: TokenizedText
  public let quantities: [Quantity]
  public let mentions: [Mention]
  public let claims: [Claim]
  /// Of the whole part.
  public let sentiment: Sentiment
  /// One for each paragraph, heading, cell and item with words, in order.
  public let blockSentiments: [Sentiment]

  public init(
    words: TokenizedText, quantities: [Quantity], mentions: [Mention], claims: [Claim],
    sentiment: Sentiment, blockSentiments: [Sentiment]
  ) {
    self.words = words
    self.quantities = quantities
    self.mentions = mentions
    self.claims = claims
    self.sentiment = sentiment
    self.blockSentiments = blockSentiments
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

  public init(
    article: Document, thread: Thread?, entities: [Entity], parts: [PartAnalysis],
    relations: [Relation]
  ) {
    self.article = article
    self.thread = thread
    self.entities = entities
    self.parts = parts
    self.relations = relations
  }

  /// The document of a part.
  public func document(of part: Int) -> Document {
    guard part > 0, let thread else { return article }
    return thread.comments[part - 1].body
  }
}
