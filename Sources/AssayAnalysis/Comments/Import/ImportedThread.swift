/// A comment as a source tells it, its words turned into Markdown.
public struct ImportedComment: Sendable {
  /// As the source has it; nil where it has none.
  public var id: String?
  public var author: String?
  /// The id of the comment it answers.
  var replyTo: String?
  /// The index of the comment it answers, where the source tells that by nesting.
  var parent: Int?
  /// Since 1970, in seconds.
  var time: Int?
  var edited: Int?
  var score: Int?
  /// What the score counts: likes, points. Kinds are never mixed.
  var scoreKind: String?
  var upvotes: Int?
  var downvotes: Int?
  var ballots: Ballots?
  var state = Comment.State.visible
  var role: Comment.Role?
  var url: String?
  var language: String?
  var inferred: [Comment.Inference] = []
  /// What the native format has no field for.
  var others: [(name: String, value: String)] = []
  /// CommonMark.
  var body: [UInt8] = []
  /// In the source, from 1.
  let line: Int

  init(line: Int) { self.line = line }

  /// Deleted and removed comments have no words, whatever the source still holds.
  var hasWords: Bool { state != .deleted && state != .removed }
}

/// An article as a source tells it, its words turned into Markdown.
public struct ImportedArticle: Sendable {
  public var title: String?
  var date: String?
  var updated: String?
  var authors: [String] = []
  var tags: [String] = []
  var summary: String?
  /// As the source has it; it may break the rules of a slug.
  public var slug: String?
  var aliases: [String] = []
  var isDraft = false
  var language: String?
  /// Addresses of the pictures in it.
  public var images: [String] = []
  /// CommonMark.
  public var body: [UInt8] = []

  public init(title: String? = nil) { self.title = title }
}

/// The comments under one article, as a source tells them, and the article where it is in the source
/// too.
public struct ImportedThread: Sendable {
  /// The same in each export of the same source: what a later import finds the thread by.
  public let key: String
  public var title: String?
  /// Where the article stands on the web.
  public var url: String?
  public var article: ImportedArticle?
  public internal(set) var comments: [ImportedComment] = []
  /// Comments that the source counts and does not hold.
  public internal(set) var missingCount = 0

  /// The attribute that marks a comment whose parent is not in the source.
  static let missingParent = "replies-elsewhere"

  init(key: String, title: String? = nil, url: String? = nil) {
    self.key = key
    self.title = title
    self.url = url.flatMap { isWebAddress($0) ? $0 : nil }
  }
}

/// Counts by what was counted, in order of first mention.
public struct Tally: Sendable {
  public private(set) var counts: [(name: String, count: Int)] = []
  private var places: [String: Int] = [:]

  public init() {}

  public mutating func add(_ name: String, _ count: Int = 1) {
    guard count > 0 else { return }
    if let place = places[name] {
      counts[place].count += count
    } else {
      places[name] = counts.count
      counts.append((name, count))
    }
  }
}

/// All that was read from the files of one format.
public struct Import: Sendable {
  public internal(set) var threads: [ImportedThread] = []
  /// Addresses of files that the source lists beside its articles.
  public internal(set) var pictures: [String] = []
  /// What was not taken over, and how often.
  public internal(set) var omitted = Tally()
  public internal(set) var diagnostics: [Diagnostic] = []
}
