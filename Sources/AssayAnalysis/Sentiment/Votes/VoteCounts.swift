/// How each group voted on each comment, and which comments tell it from the rest.
struct VoteCounts {
  private let comments: [Int]
  /// By group, then comment.
  private var tallies: [[Tally]]

  private struct Tally {
    var agreeing = 0
    var disagreeing = 0
    var seen = 0

    func hits(_ agrees: Bool) -> Int { agrees ? agreeing : disagreeing }

    static func + (left: Tally, right: Tally) -> Tally {
      Tally(
        agreeing: left.agreeing + right.agreeing, disagreeing: left.disagreeing + right.disagreeing,
        seen: left.seen + right.seen)
    }
  }

  /// The 90th percentile of the normal distribution: what Polis' tests must pass.
  private static let normalQuantile = 1.2816

  /// - Parameter groupOfVoter: −1 for who stands in none.
  init(_ table: VoteTable, _ groupOfVoter: [Int], groupCount: Int) {
    comments = table.comments
    tallies = Array(
      repeating: Array(repeating: Tally(), count: table.commentCount), count: groupCount)
    for voter in 0..<table.voterCount where groupOfVoter[voter] >= 0 {
      for vote in table.votesOfVoter(voter) {
        let comment = Int(vote.comment)
        tallies[groupOfVoter[voter]][comment].seen += 1
        if vote.value > 0 { tallies[groupOfVoter[voter]][comment].agreeing += 1 }
        if vote.value < 0 { tallies[groupOfVoter[voter]][comment].disagreeing += 1 }
      }
    }
  }

  /// What a group's members say and others do not, most telling first.
  func telling(of group: Int) -> [VoteGroups.Statement] {
    let others = rest(but: group)
    let ranked = comments.indices.compactMap { comment in
      [true, false].compactMap { agrees in
        measured(comment, agrees, tallies[group][comment], others[comment])
      }.max { $0.value < $1.value }
    }
    return ranked.sorted {
      ($1.value, $0.statement.comment) < ($0.value, $1.statement.comment)
    }.map(\.statement)
  }

  private func rest(but group: Int) -> [Tally] {
    comments.indices.map { comment in
      tallies.indices.reduce(Tally()) { $1 == group ? $0 : $0 + tallies[$1][comment] }
    }
  }

  /// A statement with Polis' measure of how it tells a group: ratio and tests multiplied; nil where
  /// a test fails.
  private func measured(
    _ comment: Int, _ agrees: Bool, _ own: Tally, _ others: Tally
  ) -> (value: Double, statement: VoteGroups.Statement)? {
    let inside = Proportion(hits: own.hits(agrees), of: own.seen)
    let outside = Proportion(hits: others.hits(agrees), of: others.seen)
    let majority = VoteCounts.majorityTest(inside)
    let difference = VoteCounts.differenceTest(inside, outside)
    guard majority > VoteCounts.normalQuantile, difference > VoteCounts.normalQuantile else {
      return nil
    }
    let ratio = inside.smoothed / outside.smoothed
    return (
      ratio * difference * inside.smoothed * majority,
      VoteGroups.Statement(
        comment: comments[comment], agrees: agrees, inside: inside, outside: outside)
    )
  }

  /// What most of every group say, by the product of their shares.
  var common: [VoteGroups.Statement] {
    let ranked = comments.indices.compactMap { comment in
      [true, false].compactMap { shared(comment, $0) }.first
    }
    return ranked.sorted {
      ($1.value, $0.statement.comment) < ($0.value, $1.statement.comment)
    }.map(\.statement)
  }

  private func shared(
    _ comment: Int, _ agrees: Bool
  ) -> (value: Double, statement: VoteGroups.Statement)? {
    let shares = tallies.map { Proportion(hits: $0[comment].hits(agrees), of: $0[comment].seen) }
    guard shares.allSatisfy({ VoteCounts.majorityTest($0) > VoteCounts.normalQuantile }) else {
      return nil
    }
    let all = tallies.reduce(Tally()) { $0 + $1[comment] }
    return (
      shares.reduce(1) { $0 * $1.smoothed },
      VoteGroups.Statement(
        comment: comments[comment], agrees: agrees,
        inside: Proportion(hits: all.hits(agrees), of: all.seen), outside: nil)
    )
  }
}

extension VoteCounts {
  /// How far a share lies above one half, in standard errors, one vote added.
  private static func majorityTest(_ share: Proportion) -> Double {
    let count = Double(share.count + 1)
    return 2 * count.squareRoot() * (Double(share.hits + 1) / count - 0.5)
  }

  /// How far one share lies above another, in standard errors, one vote added to each.
  private static func differenceTest(_ one: Proportion, _ other: Proportion) -> Double {
    let (hits, others) = (Double(one.hits + 1), Double(other.hits + 1))
    let (count, rest) = (Double(one.count + 1), Double(other.count + 1))
    let both = (hits + others) / (count + rest)
    let variance = both * (1 - both) * (1 / count + 1 / rest)
    return variance > 0 ? (hits / count - others / rest) / variance.squareRoot() : 0
  }
}

extension Proportion {
  /// The share with one vote for and one against added (Laplace).
  fileprivate var smoothed: Double { Double(hits + 1) / Double(count + 2) }
}
