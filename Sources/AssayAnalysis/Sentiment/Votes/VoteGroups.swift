/// Groups of people who voted alike on the comments of a thread.
///
/// The method is the one that Polis publishes (C. Small et al., "Polis: Scaling deliberation by
/// mapping high dimensional opinion spaces", Recerca 26(2), 2021): votes are +1, 0 and −1; a vote not
/// cast counts as the comment's mean; people are placed on the first two principal components, those
/// who voted less often no nearer to the middle; k-means parts them into 2 to 5 groups, as many as the
/// silhouette is best with. A comment tells a group from the rest where it passes the two tests of
/// proportions that Polis makes.
///
/// Differences, so that nothing is shown that chance would show: a component counts only where it
/// explains more than it does of the same votes shuffled within each comment (Horn's parallel
/// analysis, 1965), and the silhouette is taken to the centres of groups. Work grows with the votes.
public struct VoteGroups: Sendable {
  /// People who voted at all.
  public let voterCount: Int
  public let voteCount: Int
  /// Largest first; none where votes are no more alike than by chance.
  public let groups: [Group]
  /// What most of every group say alike.
  public let common: [Statement]

  public struct Group: Sendable {
    /// Of those who voted often enough to be placed.
    public let share: Proportion
    /// Comments that tell the group from the rest, most telling first.
    public let statements: [Statement]
  }

  /// How people voted on a comment.
  public struct Statement: Sendable, Hashable {
    /// Index in `Thread.comments`.
    public let comment: Int
    /// Whether they agree with it; else they disagree.
    public let agrees: Bool
    /// Of the group's members who saw it, those who say so; of all where the statement is common.
    public let inside: Proportion
    /// The same of everybody else; nil where the statement is common.
    public let outside: Proportion?
  }

  /// How groups were found, as pages state it.
  public static let formula = """
    Voters placed by the first two principal components of their votes and parted by k-means into as \
    many groups as the silhouette is best with, as Polis does; a comment tells a group from the rest \
    by two tests of proportions at 90 percent
    """
}

extension VoteGroups {
  /// Who voted on fewer comments is placed nowhere; Polis' number.
  private static let fewestVotes = 7
  /// Fewer people are no groups.
  private static let fewestVoters = 10
  private static let mostStatements = 3
  private static let mostCommon = 3

  /// Nil where no votes are known by voter, or too few.
  ///
  /// - Parameter shown: indices of the comments that count.
  init?(_ shown: [Int], _ comments: [Comment]) {
    let table = VoteTable(shown, comments)
    guard table.voterCount >= VoteGroups.fewestVoters else { return nil }
    voterCount = table.voterCount
    voteCount = table.votes.count
    let fewest = min(VoteGroups.fewestVotes, table.commentCount)
    let placed = (0..<table.voterCount).filter { table.votesOfVoter($0).count >= fewest }
    let points = VoteMap(table).points
    guard placed.count >= VoteGroups.fewestVoters, !points.isEmpty,
      let parted = PointGroups(placed.map { points[$0] })
    else {
      (groups, common) = ([], [])
      return
    }
    var groupOfVoter = [Int](repeating: -1, count: table.voterCount)
    for (index, voter) in placed.enumerated() { groupOfVoter[voter] = parted.groupOfPoint[index] }
    let counts = VoteCounts(table, groupOfVoter, groupCount: parted.sizes.count)
    groups = parted.sizes.indices.map { group in
      Group(
        share: Proportion(hits: parted.sizes[group], of: placed.count),
        statements: Array(
          counts.telling(of: group).prefix(VoteGroups.mostStatements)))
    }
    common = Array(counts.common.prefix(VoteGroups.mostCommon))
  }
}
