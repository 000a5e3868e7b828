import AssayAnalysis

/// How the comments of a thread feel, counted.
struct ReaderCounts {
  /// Visible comments with words.
  private(set) var count = 0
  private var positive = 0
  private var negative = 0
  private var neutral = 0
  private var mixed = 0
  private var untold = 0
  /// The comment that is most positive and the one that is most negative.
  private(set) var extremes: [Extreme] = []

  struct Extreme {
    /// Index in `Thread.comments`.
    let comment: Int
    let tone: String
    let words: String
    let score: Double
  }

  init(_ analysis: Analysis) {
    guard let thread = analysis.thread else { return }
    var best: Extreme?
    var worst: Extreme?
    for (index, comment) in thread.comments.enumerated()
    where analysis.parts.indices.contains(index + 1) {
      let bytes = comment.body.text.bytes
      let isShown = comment.state == .visible || comment.state == .minimised
      guard isShown, bytes.contains(where: { $0 > 0x20 }) else { continue }
      let sentiment = analysis.parts[index + 1].sentiment
      add(sentiment)
      guard !sentiment.isAbstaining else { continue }
      var words: String { String(decoding: bytes, as: UTF8.self) }
      if sentiment.polarity == .positive, sentiment.score > best?.score ?? 0 {
        best = Extreme(comment: index, tone: "positive", words: words, score: sentiment.score)
      }
      if sentiment.polarity == .negative, sentiment.score < worst?.score ?? 0 {
        worst = Extreme(comment: index, tone: "negative", words: words, score: sentiment.score)
      }
    }
    extremes = [best, worst].compactMap { $0 }
  }

  private mutating func add(_ sentiment: Sentiment) {
    count += 1
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

  /// Each tone and its count, in the order that reports show them.
  var counts: [(name: String, count: Int)] {
    [
      ("positive", positive), ("mixed", mixed), ("neutral", neutral), ("negative", negative),
      ("not told by its words", untold),
    ]
  }

  /// "3 positive, 4 negative, 2 neutral": those that there are.
  var summary: String {
    counts.filter { $0.count > 0 }.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
  }
}
