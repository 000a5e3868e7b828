/// The votes of a Polis conversation: of a file with a row a vote, or of one with a row a person and
/// a column a comment.
struct PolisVotes {
  /// By comment, then by voter: 1 agrees, −1 disagrees, 0 passes.
  private var cast: [String: [UInt32: Int]] = [:]
  private var numbers: [String: UInt32] = [:]

  /// Voters whose name is no number get numbers from here on.
  private static let firstNumber: UInt32 = 1_000_000_000

  init(_ table: CSVRows, _ builder: inout ImportBuilder) {
    if table.columns.contains("voterid") {
      for row in table.rows {
        guard let comment = row.text("commentid"), let voter = row.text("voterid"),
          let vote = row.text("vote").flatMap({ Int($0) })
        else {
          builder.omit("votes that could not be read")
          continue
        }
        // The last vote of a person on a comment is the one that counts.
        add(vote, of: voter, on: comment)
      }
    } else {
      let comments = table.columns.filter { UInt32($0) != nil }
      for row in table.rows {
        guard let voter = row.text("participant") else {
          builder.omit("voters without a name")
          continue
        }
        for comment in comments {
          guard let text = row.text(comment) else { continue }
          guard let vote = Int(text) else {
            builder.omit("votes that could not be read")
            continue
          }
          add(vote, of: voter, on: comment)
        }
      }
    }
  }

  private mutating func add(_ vote: Int, of voter: String, on comment: String) {
    let number = UInt32(voter) ?? numbers[voter] ?? PolisVotes.firstNumber + UInt32(numbers.count)
    if UInt32(voter) == nil { numbers[voter] = number }
    cast[comment, default: [:]][number] = vote
  }

  /// Nil where nobody voted on a comment.
  func ballots(on comment: String) -> Ballots? {
    guard let votes = cast[comment] else { return nil }
    func voters(_ isOne: (Int) -> Bool) -> [UInt32] {
      votes.filter { isOne($0.value) }.keys.sorted()
    }
    return Ballots(
      agreeing: voters { $0 > 0 }, disagreeing: voters { $0 < 0 }, passing: voters { $0 == 0 })
  }
}
