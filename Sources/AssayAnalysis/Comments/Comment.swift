/// One comment of a thread.
public struct Comment: Sendable {
  public enum State: String, Sendable, Hashable, CaseIterable {
    case visible, deleted, removed, spam, pending, minimised
  }

  public enum Role: String, Sendable, Hashable, CaseIterable {
    case author, staff, bot
  }

  /// What was read off the text rather than stated by it.
  public enum Inference: String, Sendable, Hashable, CaseIterable {
    case author, reply, boundary
  }

  /// Unique in its thread.
  public let id: String
  /// Nil where nobody is named.
  public let author: String?
  /// Index in `Thread.comments` of the comment it answers; always an earlier one.
  public let parent: Int?
  /// How many ancestors it has.
  public let depth: Int
  /// ISO 8601 in UTC, to the second.
  public let time: String?
  public let edited: String?
  public let score: Int?
  public let upvotes: Int?
  public let downvotes: Int?
  /// Nil where nobody knows who voted.
  public let ballots: Ballots?
  public let state: State
  public let role: Role?
  public let url: String?
  public let language: String?
  /// What a person says it feels.
  public let sentiment: Polarity?
  public let inferred: [Inference]
  /// Attributes that Assay does not know, in order.
  public let otherAttributes: [Attribute]
  /// Its words; empty for a deleted comment.
  public let body: Document

  public struct Attribute: Sendable, Hashable {
    public let name: String
    public let value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public init(
    id: String, author: String?, parent: Int?, depth: Int, time: String? = nil,
    edited: String? = nil, score: Int? = nil, upvotes: Int? = nil, downvotes: Int? = nil,
    ballots: Ballots? = nil, state: State = .visible, role: Role? = nil, url: String? = nil,
    language: String? = nil,
    sentiment: Polarity? = nil, inferred: [Inference] = [], otherAttributes: [Attribute] = [],
    body: Document
  ) {
    self.id = id
    self.author = author
    self.parent = parent
    self.depth = depth
    self.time = time
    self.edited = edited
    self.score = score
    self.upvotes = upvotes
    self.downvotes = downvotes
    self.ballots = ballots
    self.state = state
    self.role = role
    self.url = url
    self.language = language
    self.sentiment = sentiment
    self.inferred = inferred
    self.otherAttributes = otherAttributes
    self.body = body
  }
}

/// The comments under one article, in the order of their source; a parent stands before its replies.
public struct Thread: Sendable {
  /// The path of the file the thread was read from, for messages.
  public let path: String
  /// The article's file as the thread names it.
  public let article: String?
  /// The address the thread was taken from.
  public let sourceURL: String?
  public let comments: [Comment]
  /// Why the comments were taken to begin where they do; nil where markup says it.
  public let boundary: String?
  public let diagnostics: [Diagnostic]

  public init(
    path: String, article: String? = nil, sourceURL: String? = nil, comments: [Comment],
    boundary: String? = nil, diagnostics: [Diagnostic] = []
  ) {
    self.path = path
    self.article = article
    self.sourceURL = sourceURL
    self.comments = comments
    self.boundary = boundary
    self.diagnostics = diagnostics
  }
}
