/// Where voters stand by their votes: on the first two principal components of them.
struct VoteMap {
  struct Point {
    var x: Double
    var y: Double
  }

  /// By voter; empty where votes are no more alike than by chance.
  private(set) var points: [Point] = []

  /// How often the votes are shuffled to see what chance explains.
  private static let shuffles: UInt64 = 3

  init(_ table: VoteTable) {
    let centred = CentredVotes(table)
    let first = centred.component(across: nil)
    let chance = (1...VoteMap.shuffles).map { CentredVotes(table.shuffled($0)) }
    let firstByChance = chance.map { $0.component(across: nil) }
    guard first.variance > (firstByChance.map(\.variance).max() ?? 0) else { return }
    let second = centred.component(across: first.loadings)
    let secondByChance = zip(chance, firstByChance).map {
      $0.component(across: $1.loadings).variance
    }
    let isPlane = second.variance > (secondByChance.max() ?? 0)
    points = (0..<table.voterCount).map { voter in
      // Who voted on few comments would stand near the middle for that alone.
      let scale = Double(table.commentCount) / Double(max(1, table.votesOfVoter(voter).count))
      let x = centred.place(of: voter, along: first.loadings)
      let y = isPlane ? centred.place(of: voter, along: second.loadings) : 0
      return Point(x: x * scale.squareRoot(), y: y * scale.squareRoot())
    }
  }
}

/// Votes less the mean of their comment; one not cast is 0 then.
private struct CentredVotes {
  private let table: VoteTable
  private let means: [Double]

  private static let mostSteps = 100
  private static let leastChange = 1e-9

  init(_ table: VoteTable) {
    self.table = table
    var sums = [Double](repeating: 0, count: table.commentCount)
    var counts = sums
    for vote in table.votes {
      sums[Int(vote.comment)] += Double(vote.value)
      counts[Int(vote.comment)] += 1
    }
    means = zip(sums, counts).map { $0 / max(1, $1) }
  }

  @inline(__always)
  private func value(_ vote: VoteTable.Vote) -> Double {
    Double(vote.value) - means[Int(vote.comment)]
  }

  func place(of voter: Int, along loadings: [Double]) -> Double {
    var sum = 0.0
    for vote in table.votesOfVoter(voter) { sum += value(vote) * loadings[Int(vote.comment)] }
    return sum
  }

  /// The direction in which votes differ most, at right angles to another, by power iteration from a
  /// fixed start.
  func component(across other: [Double]?) -> (loadings: [Double], variance: Double) {
    var loadings = (0..<table.commentCount).map { 1 + Double($0 % 7) / 7 }
    var variance = 0.0
    CentredVotes.normalize(&loadings, across: other)
    for _ in 0..<CentredVotes.mostSteps {
      var next = [Double](repeating: 0, count: loadings.count)
      for voter in 0..<table.voterCount {
        let place = place(of: voter, along: loadings)
        for vote in table.votesOfVoter(voter) { next[Int(vote.comment)] += value(vote) * place }
      }
      variance = CentredVotes.normalize(&next, across: other)
      let change = zip(loadings, next).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      loadings = next
      if change < CentredVotes.leastChange { break }
    }
    return (loadings, variance)
  }

  /// Takes off what lies along `other`, and makes the length 1.
  ///
  /// - Returns: the length before.
  @discardableResult
  private static func normalize(_ vector: inout [Double], across other: [Double]?) -> Double {
    if let other {
      let shared = zip(vector, other).reduce(0) { $0 + $1.0 * $1.1 }
      for index in vector.indices { vector[index] -= shared * other[index] }
    }
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return 0 }
    for index in vector.indices { vector[index] /= length }
    return length
  }
}
