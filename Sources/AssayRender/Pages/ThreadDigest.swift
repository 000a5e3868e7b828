import AssayAnalysis

/// What a thread comes to, in sentences of counts: what readers take up, where they stand, where
/// they agree. Shares of few carry their interval.
struct ThreadDigest {
  let sentences: [String]

  private static let mostSubjects = 3

  init(_ summary: ThreadSummary, _ analysis: Analysis) {
    sentences = [
      ThreadDigest.subjects(summary, analysis), ThreadDigest.stances(summary),
      ThreadDigest.replies(summary), ThreadDigest.votes(summary),
    ].compactMap { $0 }
  }

  /// "Readers take up Harlow Council (5 comments: 3 negative), $4 million (2 comments)."
  private static func subjects(_ summary: ThreadSummary, _ analysis: Analysis) -> String? {
    let named = summary.reactions.prefix(mostSubjects).map { reaction in
      var sides: [String] = []
      if reaction.negative.hits > 0 { sides.append("\(reaction.negative.hits) negative") }
      if reaction.positive.hits > 0 { sides.append("\(reaction.positive.hits) positive") }
      let tones = sides.isEmpty ? "" : ": " + sides.joined(separator: ", ")
      let count = counted(reaction.comments.count, "comment")
      return "\(name(reaction.subject, analysis)) (\(count)\(tones))"
    }
    return named.isEmpty ? nil : "Readers take up \(enumerated(Array(named)))."
  }

  private static func name(
    _ subject: ThreadSummary.Reaction.Subject, _ analysis: Analysis
  ) -> String {
    switch subject {
    case .entity(let index): analysis.entities[index].name
    case .claim(let index):
      analysis.parts[0].words.text[analysis.parts[0].quantities[index].range]
    }
  }

  /// "Towards the article, 4 of 9 comments support, 1 opposes."
  private static func stances(_ summary: ThreadSummary) -> String? {
    let kinds: [(Stance.Kind, String)] = [
      (.support, "in support"), (.oppose, "against"), (.mixed, "of two minds"),
    ]
    let parts = kinds.compactMap { kind, words -> String? in
      let hits = summary.stances.count { $0.kind == kind }
      return hits == 0 ? nil : share(Proportion(hits: hits, of: summary.count)) + " " + words
    }
    guard !parts.isEmpty else { return nil }
    return "Of \(counted(summary.count, "comment")), their stance to the article: "
      + enumerated(parts) + "."
  }

  /// "Of 12 answers that say so, 4 (14–61 %) agree."
  private static func replies(_ summary: ThreadSummary) -> String? {
    guard summary.agreement.count > 0 else { return nil }
    let isOne = summary.agreement.count == 1
    return "Of \(counted(summary.agreement.count, "answer")) that \(isOne ? "says" : "say") so, "
      + share(summary.agreement) + (summary.agreement.hits == 1 ? " agrees" : " agree")
      + " with the comment before."
  }

  /// "212 people cast 4,310 votes and part into 2 groups."
  private static func votes(_ summary: ThreadSummary) -> String? {
    guard let votes = summary.votes else { return nil }
    let cast =
      "\(groupedDigits(votes.voterCount)) people cast \(groupedDigits(votes.voteCount)) votes"
    guard !votes.groups.isEmpty else {
      return cast + ", no more alike than by chance or too few to part into groups."
    }
    return cast + " and part into \(votes.groups.count) groups."
  }

  /// "4 (14–61 %)": with the interval where there are few to count.
  static func share(_ proportion: Proportion) -> String {
    guard proportion.isOfFew else { return "\(proportion.hits)" }
    let (low, high) = proportion.interval
    return "\(proportion.hits) (\(Int((low * 100).rounded()))–\(Int((high * 100).rounded())) %)"
  }
}
