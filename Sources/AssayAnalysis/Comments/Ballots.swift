/// Who voted on a comment, and how: by numbers that stand for the same person throughout a thread.
///
/// Numbers say nothing of who a person is. A thread's file holds them as `up-by=0,3,7`, `down-by=…`
/// and `pass-by=…`.
public struct Ballots: Sendable, Hashable {
  public internal(set) var agreeing: [UInt32]
  public internal(set) var disagreeing: [UInt32]
  /// Who saw the comment and took no side.
  public internal(set) var passing: [UInt32]

  public init(agreeing: [UInt32] = [], disagreeing: [UInt32] = [], passing: [UInt32] = []) {
    self.agreeing = agreeing
    self.disagreeing = disagreeing
    self.passing = passing
  }

  /// The attributes that hold voters.
  static let names = ["up-by", "down-by", "pass-by"]

  /// The attributes that hold anybody, as a thread's file has them.
  var written: [(name: String, value: String)] {
    zip(Ballots.names, [agreeing, disagreeing, passing]).compactMap { name, voters in
      voters.isEmpty ? nil : (name, voters.map(String.init).joined(separator: ","))
    }
  }

  /// The same with voters for an attribute.
  func with(_ voters: [UInt32], as name: String) -> Ballots {
    var ballots = self
    switch name {
    case "up-by": ballots.agreeing = voters
    case "down-by": ballots.disagreeing = voters
    default: ballots.passing = voters
    }
    return ballots
  }

  /// Numbers set apart by commas; nil where anything else stands among them.
  static func voters(_ text: String) -> [UInt32]? {
    var numbers: [UInt32] = []
    for word in text.split(separator: ",") {
      guard let number = UInt32(word) else { return nil }
      numbers.append(number)
    }
    return numbers
  }
}
