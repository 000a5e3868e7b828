/// What a person says a text feels, in place of what Assay reads.
///
/// One stands in a comment's attributes (`sentiment=neg!`), in an article's front matter
/// (`sentiment: negative`), or in `sentiment.yml`, which survives a thread that is imported anew:
///
///     - article: covenant-crisis.md
///       comment: c6
///       words: mined on Covenant's subnet
///       sentiment: negative
///       by: Ann
///
/// `words` must stand in the text for the override to hold; so one that has become stale is noticed.
public struct SentimentOverride: Sendable, Hashable {
  /// The file's name in the content folder, or its last part.
  public let article: String
  /// The comment's id; nil for the article itself.
  public let comment: String?
  public let words: String?
  public let polarity: Polarity
  public let by: String?
  /// The file it stands in, and where.
  public let path: String
  public let range: SourceRange

  public init(
    article: String, comment: String? = nil, words: String? = nil, polarity: Polarity,
    by: String? = nil, path: String, range: SourceRange
  ) {
    self.article = article
    self.comment = comment
    self.words = words
    self.polarity = polarity
    self.by = by
    self.path = path
    self.range = range
  }

  /// Reads a list of overrides from YAML.
  public static func read(
    _ source: SourceText
  ) -> (overrides: [SentimentOverride], diagnostics: [Diagnostic]) {
    let (node, problems) = parseYAML(source)
    guard problems.allSatisfy({ $0.severity != .error }) else { return ([], problems) }
    let range = node?.range ?? SourceRange(0..<0)
    let (overrides, found) = MappingReader.readList(node, in: source, of: "sentiment overrides") {
      (reader: inout MappingReader) -> SentimentOverride? in
      let article = reader.string("article")
      let comment = reader.string("comment")
      let words = reader.string("words")
      let by = reader.string("by")
      let polarity = reader.polarity("sentiment")
      guard let article, let polarity else { return nil }
      return SentimentOverride(
        article: article, comment: comment, words: words, polarity: polarity, by: by,
        path: source.path, range: reader.node("article")?.range ?? range)
    }
    return (overrides, problems + found)
  }

  func isFor(_ path: String) -> Bool {
    path == article || path.hasSuffix("/" + article)
  }
}

extension Polarity {
  /// What an override may say, shortest first.
  static let overrideWords = "pos, neg, neu or mix"

  /// Reads "neg", "neg!" or "negative".
  init?(override text: String) {
    let word = text.hasSuffix("!") ? String(text.dropLast()) : text
    switch word {
    case "pos", "positive": self = .positive
    case "neg", "negative": self = .negative
    case "neu", "neutral": self = .neutral
    case "mix", "mixed": self = .mixed
    default: return nil
    }
  }

  /// As `sentiment=…` is written.
  var overrideWord: String { rawValue.prefix(3) + "!" }
}

extension MappingReader {
  /// A polarity as an override writes it.
  mutating func polarity(_ key: String) -> Polarity? {
    guard let text = string(key) else { return nil }
    if let polarity = Polarity(override: text) { return polarity }
    if let node = node(key) {
      report(node.range, "'\(key)' must be one of \(Polarity.overrideWords)")
    }
    return nil
  }
}

extension Sentiment {
  /// A person's word in place of what was read.
  public struct Edit: Sendable, Hashable {
    /// Who said so, where that is told.
    public let by: String?
    /// What Assay read.
    public let read: Polarity

    public init(by: String?, read: Polarity) {
      self.by = by
      self.read = read
    }
  }

  /// A score that a polarity set by hand has at least, either side of zero.
  private static let editedScore = 0.5

  /// The same with a polarity that a person set; the cues stay as they were read.
  func edited(_ polarity: Polarity, by: String?) -> Sentiment {
    let score =
      switch polarity {
      case .positive: max(score, Sentiment.editedScore)
      case .negative: min(score, -Sentiment.editedScore)
      case .neutral, .mixed: 0.0
      }
    return Sentiment(
      range: range, polarity: polarity, score: score, spread: spread, confidence: 1, cues: cues,
      sarcasm: sarcasm, edit: Edit(by: by, read: self.polarity))
  }
}

/// The overrides of one article and its thread, found by part.
struct AppliedOverrides {
  private var ofPart: [Int: (polarity: Polarity, by: String?)] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ overrides: [SentimentOverride], article: Document, thread: Thread?) {
    if let polarity = article.frontMatter.sentiment { ofPart[0] = (polarity, nil) }
    for (index, comment) in (thread?.comments ?? []).enumerated() {
      if let polarity = comment.sentiment { ofPart[index + 1] = (polarity, nil) }
    }
    guard !overrides.isEmpty else { return }
    let path = article.source.path
    for override in overrides where override.isFor(path) {
      guard let part = AppliedOverrides.part(of: override, thread) else {
        warn(override, "no comment of this thread has the id '\(override.comment ?? "")'")
        continue
      }
      let document = part == 0 ? article : thread?.comments[part - 1].body ?? article
      if let words = override.words, !AppliedOverrides.holds(document.text.bytes, words) {
        warn(override, "'\(shortened(words))' no longer stands in the text")
        continue
      }
      ofPart[part] = (override.polarity, override.by)
    }
  }

  func applied(to sentiment: Sentiment, of part: Int) -> Sentiment {
    guard let override = ofPart[part] else { return sentiment }
    return sentiment.edited(override.polarity, by: override.by)
  }

  private mutating func warn(_ override: SentimentOverride, _ why: String) {
    diagnostics.append(
      Diagnostic(
        .warning, path: override.path, "stale override of a sentiment: \(why)",
        hint: "take it out of \(override.path), or mend it", rule: "sentiment-override"))
  }

  private static func part(of override: SentimentOverride, _ thread: Thread?) -> Int? {
    guard let id = override.comment else { return 0 }
    return thread?.comments.firstIndex { $0.id == id }.map { $0 + 1 }
  }

  private static func holds(_ bytes: [UInt8], _ words: String) -> Bool {
    let wanted = Array(words.utf8)
    guard let first = wanted.first, bytes.count >= wanted.count else { return wanted.isEmpty }
    return (0...(bytes.count - wanted.count)).contains {
      bytes[$0] == first && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}
