/// The votes of a thread, by voter.
struct VoteTable {
  struct Vote {
    /// Index among the comments that have votes.
    let comment: Int32
    /// 1 agrees, −1 disagrees, 0 passes.
    let value: Int8
  }

  /// Each comment's index in the thread.
  private(set) var comments: [Int] = []
  /// All votes, each voter's behind one another.
  private(set) var votes: [Vote] = []
  private var starts: [Int] = [0]

  var commentCount: Int { comments.count }
  var voterCount: Int { starts.count - 1 }

  func votesOfVoter(_ voter: Int) -> ArraySlice<Vote> { votes[starts[voter]..<starts[voter + 1]] }

  init(_ shown: [Int], _ all: [Comment]) {
    var cast: [(voter: UInt32, order: UInt32, vote: Vote)] = []
    for index in shown {
      guard let ballots = all[index].ballots else { continue }
      let comment = Int32(comments.count)
      comments.append(index)
      for (value, voters) in [
        (1, ballots.agreeing), (-1, ballots.disagreeing), (0, ballots.passing),
      ] {
        for voter in voters {
          cast.append((voter, UInt32(cast.count), Vote(comment: comment, value: Int8(value))))
        }
      }
    }
    cast.sort { ($0.voter, $0.order) < ($1.voter, $1.order) }
    var voter: UInt32?
    votes.reserveCapacity(cast.count)
    for one in cast {
      if one.voter != voter {
        if voter != nil { starts.append(votes.count) }
        voter = one.voter
      } else if votes.last?.comment == one.vote.comment {
        // Who stands on two sides is taken at the first.
        continue
      }
      votes.append(one.vote)
    }
    if voter != nil { starts.append(votes.count) }
  }

  /// The same votes, each comment's dealt anew among those who voted on it.
  func shuffled(_ seed: UInt64) -> VoteTable {
    var places = [[Int]](repeating: [], count: comments.count)
    for (place, vote) in votes.enumerated() { places[Int(vote.comment)].append(place) }
    var copy = self
    var state = seed
    for own in places {
      for last in own.indices.reversed() where last > 0 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        copy.votes.swapAt(own[last], own[Int(state >> 33) % (last + 1)])
      }
    }
    return copy
  }
}
