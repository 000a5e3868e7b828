import Testing

@testable import AssayAnalysis

/// How people who voted alike are found, and what is said of them.
@Suite struct VoteGroupsTests {
  /// A thread of comments, each with what every voter votes on it; nil is no vote.
  private static func comments(
    _ count: Int, voters: Int, vote: (_ comment: Int, _ voter: Int) -> Int?
  ) -> [AssayAnalysis.Comment] {
    (0..<count).map { comment in
      let votes = (0..<voters).map { vote(comment, $0) }
      func who(_ value: Int) -> [UInt32] {
        votes.indices.filter { votes[$0] == value }.map { UInt32($0 * 3) }
      }
      return AssayAnalysis.Comment(
        id: "c\(comment)", author: nil, parent: nil, depth: 0,
        ballots: Ballots(agreeing: who(1), disagreeing: who(-1), passing: who(0)),
        body: Document(plain: SourceText("Words")))
    }
  }

  /// The same numbers on every machine.
  private static func chance(_ comment: Int, _ voter: Int) -> Int {
    Int(FeatureHash(7, UInt64(comment), UInt64(voter)).value % 1000)
  }

  private static func groups(_ comments: [AssayAnalysis.Comment]) -> VoteGroups? {
    VoteGroups(Array(comments.indices), comments)
  }

  @Test func `parts two camps, and says which comments part them and which both agree on`() throws {
    // 40 of 60 are for the even comments, 20 for the odd ones; all are for the last.
    let comments = Self.comments(13, voters: 60) { comment, voter in
      let chance = Self.chance(comment, voter)
      if chance < 100 { return nil }
      if chance < 170 { return 0 }
      if comment == 12 { return 1 }
      let isFor = comment.isMultiple(of: 2) == (voter < 40)
      return (chance < 250) != isFor ? 1 : -1
    }
    let votes = try #require(Self.groups(comments))
    #expect(votes.voterCount == 60)
    #expect(
      votes.groups.map(\.share) == [Proportion(hits: 40, of: 60), Proportion(hits: 20, of: 60)])
    for (number, group) in votes.groups.enumerated() {
      #expect(group.statements.count == 3)
      for statement in group.statements {
        #expect(statement.agrees == (statement.comment.isMultiple(of: 2) == (number == 0)))
        let outside = try #require(statement.outside)
        #expect(statement.inside.share > 0.7 && outside.share < 0.3)
      }
    }
    #expect(votes.common.map(\.comment) == [12] && votes.common[0].agrees)
  }

  @Test func `finds three camps where there are three`() throws {
    let comments = Self.comments(15, voters: 90) { comment, voter in
      Self.chance(comment, voter) < 100 ? nil : comment % 3 == voter % 3 ? 1 : -1
    }
    let votes = try #require(Self.groups(comments))
    #expect(votes.groups.map(\.share.hits) == [30, 30, 30])
  }

  @Test func `makes no groups of votes cast by chance`() throws {
    let comments = Self.comments(20, voters: 80) { comment, voter in
      Self.chance(comment, voter) < 500 ? 1 : -1
    }
    let votes = try #require(Self.groups(comments))
    #expect(votes.groups.isEmpty && votes.common.isEmpty && votes.voteCount == 1600)
  }

  @Test func `says nothing of a few voters, of one opinion or of votes without voters`() throws {
    #expect(Self.groups(Self.comments(8, voters: 9) { $0 % 2 == $1 % 2 ? 1 : -1 }) == nil)
    let same = try #require(Self.groups(Self.comments(8, voters: 30) { _, _ in 1 }))
    #expect(same.groups.isEmpty)
    let unknown = AssayAnalysis.Comment(
      id: "c", author: nil, parent: nil, depth: 0, upvotes: 90, downvotes: 80,
      body: Document(plain: SourceText("Words")))
    #expect(Self.groups([unknown]) == nil)
  }

  @Test func `keeps voters through the native format, and refuses what are no numbers`() throws {
    let source = "## Ann {#c1 up=2 down=1 up-by=0,41 down-by=7 pass-by=3}\n\nYes.\n"
    let thread = readThread(SourceText(path: "a.thread.md", source))
    let ballots = Ballots(agreeing: [0, 41], disagreeing: [7], passing: [3])
    #expect(thread.comments[0].ballots == ballots && thread.diagnostics.isEmpty)
    #expect(String(decoding: writeThreadMarkdown(thread), as: UTF8.self) == source)
    let json = #"[{"id": "c1", "body": "Yes.", "up-by": [0, 41], "down-by": "7", "pass-by": [3]}]"#
    #expect(readThreadJSON(SourceText(path: "a.json", json)).comments[0].ballots == ballots)
    let wrong = readThread(SourceText(path: "a.thread.md", "## Ann {#c1 up-by=0,x}\n\nYes.\n"))
    #expect(
      wrong.diagnostics.map(\.message) == ["'up-by' must be the numbers of voters, such as 0,3,7"])
    #expect(wrong.comments[0].ballots == nil)
  }
}
