/// How alike the comments of a thread are, by their words.
///
/// A comment is a vector of its words, each weighed by how rare it is in the thread, of length 1.
/// Its likeness to all others is one product with their sum, so that the cost grows with the words
/// and not with the pairs of comments.
struct CommentLikeness {
  private var vectors: [Int: [(word: Int, weight: Double)]] = [:]
  private var sum: [Double] = []
  private var numbers: [WordKey: Int] = [:]
  private var places: [(comment: Int, range: TextRange)] = []
  private var documentCounts: [Int] = []
  /// For each word the comment that was last seen to hold it.
  private var lastComments: [Int] = []

  init(_ comments: [Int], _ analysis: Analysis) {
    var words: [(comment: Int, words: [Int])] = []
    for comment in comments {
      words.append((comment, number(analysis.parts[comment + 1].words, comment)))
    }
    sum = Array(repeating: 0, count: documentCounts.count)
    for (comment, list) in words {
      var vector = list.map { word in
        (word: word, weight: rarity(documentCounts[word], of: comments.count))
      }
      let length = vector.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
      guard length > 0 else { continue }
      for index in vector.indices { vector[index].weight /= length }
      for (word, weight) in vector { sum[word] += weight }
      vectors[comment] = vector
    }
  }

  /// The distinct content words of a comment, numbered by first appearance.
  private mutating func number(_ words: TokenizedText, _ comment: Int) -> [Int] {
    var found: [Int] = []
    words.text.bytes.withUnsafeBufferPointer { bytes in
      for token in words.tokens where token.kind == .word && !token.shape.contains(.isOpaque) {
        let key = WordKey(bytes, token.range.offsets)
        guard token.count > 3, !isFunctionWord(key) else { continue }
        let number = numbers[key] ?? numbers.count
        if number == documentCounts.count {
          numbers[key] = number
          documentCounts.append(0)
          places.append((comment, token.range))
          lastComments.append(-1)
        }
        guard lastComments[number] != comment else { continue }
        lastComments[number] = comment
        documentCounts[number] += 1
        found.append(number)
      }
    }
    return found
  }

  /// The inverse document frequency without logarithms, whose last bits differ between machines.
  private func rarity(_ count: Int, of all: Int) -> Double {
    (Double(all) / Double(max(1, count))).squareRoot()
  }

  /// Comments by their mean likeness to all others, best first.
  func ranked(_ comments: [Int], leastWords: Int) -> [ThreadSummary.Ranked] {
    guard comments.count > 2 else { return [] }
    let ranked = comments.compactMap { comment -> ThreadSummary.Ranked? in
      guard let vector = vectors[comment], vector.count >= leastWords else { return nil }
      let product = vector.reduce(0) { $0 + $1.weight * sum[$1.word] } - 1
      let mean = product / Double(comments.count - 1)
      return ThreadSummary.Ranked(comment: comment, value: (mean * 10_000).rounded() / 10_000)
    }
    return ranked.sorted { (-$0.value, $0.comment) < (-$1.value, $1.comment) }
  }

  /// Where the words first stand that are most over-represented among `members`.
  func tellingWords(
    of members: Set<Int>, among count: Int, atMost limit: Int
  ) -> [ThreadSummary.OpinionGroup.Word] {
    var inside = [Int](repeating: 0, count: documentCounts.count)
    for member in members.sorted() {
      for (word, _) in vectors[member] ?? [] { inside[word] += 1 }
    }
    let rest = Double(max(1, count - members.count))
    let scored = inside.indices.compactMap { word -> (word: Int, value: Double)? in
      guard inside[word] >= 2 else { return nil }
      let own = (Double(inside[word]) + 0.5) / (Double(members.count) + 1)
      let other = (Double(documentCounts[word] - inside[word]) + 0.5) / (rest + 1)
      return own > other * 1.5 ? (word, own * own / other) : nil
    }
    return scored.sorted { (-$0.value, $0.word) < (-$1.value, $1.word) }.prefix(limit).map {
      ThreadSummary.OpinionGroup.Word(
        comment: places[$0.word].comment, range: places[$0.word].range)
    }
  }
}

extension ThreadSummary {
  /// Fewer comments make no groups of opinion, and fewer members no group.
  private static let leastComments = 12
  private static let leastMembers = 3
  private static let mostWords = 6

  static func groups(
    _ shown: [Int], _ stances: [Stance], _ likeness: CommentLikeness, _ analysis: Analysis
  ) -> [OpinionGroup] {
    guard shown.count >= leastComments else { return [] }
    return [Stance.Kind.support, .oppose, .mixed].compactMap { kind in
      let members = shown.filter { stances[$0].kind == kind }
      guard members.count >= leastMembers else { return nil }
      let own = CommentLikeness(members, analysis).ranked(members, leastWords: 1)
      guard let spokesman = own.first?.comment ?? members.first else { return nil }
      return OpinionGroup(
        stance: kind, share: Proportion(hits: members.count, of: shown.count),
        spokesman: spokesman,
        words: likeness.tellingWords(of: Set(members), among: shown.count, atMost: mostWords))
    }
  }
}
