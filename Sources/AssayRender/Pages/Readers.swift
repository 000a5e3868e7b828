import AssayAnalysis

/// How many comments feel which way.
public struct ToneCounts: Sendable, Hashable {
  public var positive = 0
  public var negative = 0
  public var neutral = 0
  public var mixed = 0
  /// Comments whose words do not suffice to tell.
  public var untold = 0

  public init() {}

  public var count: Int { positive + negative + neutral + mixed + untold }

  mutating func add(_ sentiment: Sentiment) {
    if sentiment.isAbstaining {
      untold += 1
      return
    }
    switch sentiment.polarity {
    case .positive: positive += 1
    case .negative: negative += 1
    case .neutral: neutral += 1
    case .mixed: mixed += 1
    }
  }

  /// Scores nearer to zero than this lean to neither side.
  private static let leastScore = 0.15

  /// Adds a comment by how it feels towards one thing.
  mutating func add(score: Double, isTold: Bool) {
    if !isTold {
      untold += 1
    } else if score >= ToneCounts.leastScore {
      positive += 1
    } else if score <= -ToneCounts.leastScore {
      negative += 1
    } else {
      neutral += 1
    }
  }

  mutating func add(_ other: ToneCounts) {
    positive += other.positive
    negative += other.negative
    neutral += other.neutral
    mixed += other.mixed
    untold += other.untold
  }
}

/// What the readers of one article wrote, as pages show it.
struct ThreadRecord {
  /// Comments in the file, deleted ones included.
  let count: Int
  let authorCount: Int
  let tones: ToneCounts
  /// The mean of the scores of comments with a tone, −1 to 1; nil where there is none.
  let meanScore: Double?
  let sourceURL: String?
  /// How the comments were told from the article, where that was inferred.
  let boundary: String?
  /// Where each comment is found: page from 0, and anchor.
  let places: [(page: Int, anchor: String)]
  let names: [String]
  let quotes: [ReaderQuote]
  /// Sentences of what the thread comes to.
  let digest: [String]
  /// Nil where no comment is shown.
  let voices: ThreadVoices?
  let pages: [SafeHTML]
  /// The article's figures that most comments take up.
  let echoes: [ClaimEcho]
}

/// A reader's words, shown among those who feel alike.
struct ReaderQuote: Sendable {
  let polarity: Polarity
  let comment: Int
  let words: String
  let score: Double
}

extension ThreadRecord {
  /// Quotes a side.
  private static let quotesPerSide = 3
  private static let longestQuote = 260
  private static let mostEchoes = 3

  init?(_ claims: ClaimReading, slug: String) {
    let analysis = claims.analysis
    guard let thread = analysis.thread, !thread.comments.isEmpty else { return nil }
    let order = ThreadOrder(thread.comments)
    let shown = thread.comments.indices.filter { thread.comments[$0].isShown }
    var tones = ToneCounts()
    var sum = 0.0
    var told = 0
    for index in shown {
      let sentiment = analysis.parts[index + 1].sentiment
      tones.add(sentiment)
      if !sentiment.isAbstaining {
        sum += sentiment.score
        told += 1
      }
    }
    count = thread.comments.count
    authorCount = Set(thread.comments.compactMap(\.author)).count
    self.tones = tones
    meanScore = told > 0 ? sum / Double(told) : nil
    sourceURL = thread.sourceURL
    boundary = thread.boundary
    let summary = ThreadSummary(analysis)
    digest = summary.map { ThreadDigest($0, analysis).sentences } ?? []
    voices = summary.map { ThreadVoices($0, analysis) }
    places = thread.comments.indices.map {
      (order.pageOfComment[$0], ThreadHTML.anchor(thread.comments[$0], $0))
    }
    names = thread.comments.map(ThreadHTML.name)
    quotes = ThreadRecord.quotes(analysis, thread, shown)
    echoes = analysis.claimEchoes(limit: ThreadRecord.mostEchoes)
    pages = ThreadHTML(
      analysis: analysis, thread: thread, order: order, claims: claims
    ).pages()
  }

  /// The strongest sentences of either side, one a comment, strongest first.
  private static func quotes(
    _ analysis: Analysis, _ thread: Thread, _ shown: [Int]
  ) -> [ReaderQuote] {
    var quotes: [ReaderQuote] = []
    for polarity in [Polarity.negative, .positive] {
      let side = shown.filter {
        let sentiment = analysis.parts[$0 + 1].sentiment
        return sentiment.polarity == polarity && !sentiment.isAbstaining
      }
      let strongest = side.sorted {
        let (left, right) = (analysis.parts[$0 + 1].sentiment, analysis.parts[$1 + 1].sentiment)
        return (-abs(left.score), $0) < (-abs(right.score), $1)
      }
      for comment in strongest.prefix(quotesPerSide) {
        let part = analysis.parts[comment + 1]
        guard let sentence = tellingSentence(part, polarity) else { continue }
        let text = part.words.text
        let words = ClaimHTML.shortened(text[sentence].replacingLineEnds, to: longestQuote)
        quotes.append(
          ReaderQuote(
            polarity: polarity, comment: comment, words: words, score: part.sentiment.score))
      }
    }
    return quotes
  }

  /// The sentence in which the words that carried the tone weigh most.
  private static func tellingSentence(_ part: PartAnalysis, _ polarity: Polarity) -> TextRange? {
    let sign = polarity == .negative ? -1.0 : 1.0
    var best: (range: TextRange, weight: Double)?
    for sentence in part.words.sentences {
      let weight = part.sentiment.cues.reduce(0) {
        sentence.range.contains($1.range) ? $0 + $1.weight * sign : $0
      }
      if best.map({ weight > $0.weight }) ?? true { best = (sentence.range, weight) }
    }
    return best?.range
  }
}

extension Comment {
  /// Whether its words are shown.
  var isShown: Bool {
    (state == .visible || state == .minimised) && !body.text.bytes.isEmpty
  }
}
