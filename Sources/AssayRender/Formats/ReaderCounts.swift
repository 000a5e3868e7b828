import AssayAnalysis

/// How the comments of a thread feel, counted.
struct ReaderCounts {
  /// Of visible comments with words.
  private var tones = ToneCounts()
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
    where comment.isRead && analysis.parts.indices.contains(index + 1) {
      let sentiment = analysis.parts[index + 1].sentiment
      tones.add(sentiment)
      guard !sentiment.isAbstaining else { continue }
      var words: String { String(decoding: comment.body.text.bytes, as: UTF8.self) }
      if sentiment.polarity == .positive, sentiment.score > best?.score ?? 0 {
        best = Extreme(comment: index, tone: "positive", words: words, score: sentiment.score)
      }
      if sentiment.polarity == .negative, sentiment.score < worst?.score ?? 0 {
        worst = Extreme(comment: index, tone: "negative", words: words, score: sentiment.score)
      }
    }
    extremes = [best, worst].compactMap { $0 }
  }

  var count: Int { tones.count }

  /// Each tone and its count, in the order that reports show them.
  var counts: [(name: String, count: Int)] {
    [
      ("positive", tones.positive), ("mixed", tones.mixed), ("neutral", tones.neutral),
      ("negative", tones.negative), ("not told by its words", tones.untold),
    ]
  }

  /// "3 positive, 4 negative, 2 neutral": those that there are.
  var summary: String {
    counts.filter { $0.count > 0 }.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
  }
}
