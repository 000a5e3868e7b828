/// Which of the corpora that the tagger learnt from a text reads like.
///
/// They mark names by rules of their own: "machine learning" is one where computing is the subject,
/// and none in a tweet. So the tagger has weights for each.
public enum TextDomain: UInt64, Sendable, CaseIterable {
  case encyclopedia, tweets, comments, computing, politics, science, literature, music, newswire

  /// Its place among all.
  public var index: Int { Int(rawValue) }

  /// Clusters of words at the finest, and one for none.
  public static let clusterCount = 2_049
  /// Words with a cluster that are looked at: a text shows its domain early.
  static let mostWords = 256

  private static let prefetchDistance = 8

  /// The domain of the highest score, the first where several are; of no words, an encyclopedia.
  public static func best(_ scores: [Float]) -> TextDomain {
    var best = TextDomain.encyclopedia
    for domain in allCases where scores[domain.index] > scores[best.index] { best = domain }
    return best
  }
}

/// How much a word of each cluster speaks for each domain, in natural logarithms.
struct DomainWeights {
  private let rows: UnsafeBufferPointer<Float>.SubSequence

  static let count = TextDomain.clusterCount * TextDomain.allCases.count

  /// A row a cluster.
  init(_ rows: UnsafeBufferPointer<Float>.SubSequence) { self.rows = rows }

  func domain(of reading: NameReading, _ list: WordList) -> TextDomain {
    var scores = [Float](repeating: 0, count: TextDomain.allCases.count)
    TextDomain.forEachCluster(of: reading, list) { cluster in
      let row = rows.startIndex + cluster * scores.count
      for index in scores.indices { scores[index] += rows[row + index] }
    }
    return TextDomain.best(scores)
  }
}

extension TextDomain {
  static func forEachCluster(
    of reading: NameReading, _ list: WordList, _ body: (Int) -> Void
  ) {
    var count = 0
    let words = reading.words
    for (index, word) in words.enumerated() {
      // Memory is asked for a word some way ahead of its look-up.
      let ahead = index + prefetchDistance
      if ahead < words.count { list.prefetch(words[ahead].key) }
      guard word.isWord else { continue }
      let cluster = Int(list.clusters(of: list[word.key]).fine)
      guard cluster > 0, cluster < clusterCount else { continue }
      body(cluster)
      count += 1
      if count == mostWords { return }
    }
  }
}
