import AssayAnalysis
import Foundation
import Testing

@Suite struct PastedTextTests {
  /// The story that the project was begun with, where it is at hand.
  static let seed: String? = {
    let given = ProcessInfo.processInfo.environment["ASSAY_DATA"]
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder =
      given.map { URL(filePath: $0) } ?? root.deletingLastPathComponent().appending(path: "shared")
    return try? String(
      contentsOf: folder.appending(path: "seeds/covenant-crisis.txt"), encoding: .utf8)
  }()

  @Test(.enabled(if: seed != nil, "the seed story is not at hand; set ASSAY_DATA"))
  func `reads the seed story`() throws {
    let text = try #require(PastedTextTests.seed)
    let read = PasteSummary(text)
    #expect(
      read.headings == [
        "2 The Synergy", "2 AI Use Cases in Web3", "2 Data Privacy Implications",
        "2 The Innovation Frontier", "2 Concluding Thoughts",
      ])
    #expect(read.paragraphCount == 16)
    #expect(read.lines == Array(22...30))
    #expect(
      read.comments == [
        "c1 tao_swing_: 23% crash in", "c2→c1 -: the 23% crash", "c3 -: was mining on",
        "c4 DeFi_Oracle_99: This is exactly", "c5→c4 -: the irony is",
        "c6 Block_Skeptic: The centralization paradox", "c7→c6 -: the covenant team",
        "c8 -: Interesting analysis of", "c9 -: Bruh, decentralized AI",
      ])
    let comments = try #require(read.thread?.comments)
    #expect(comments.filter { $0.inferred.contains(.reply) }.map(\.id) == ["c2", "c5", "c7"])
    #expect(comments.filter { $0.inferred.contains(.author) }.map(\.id) == ["c1", "c4", "c6"])
    #expect(
      read.thread?.boundary?.hasPrefix("comments begin on line 22: the line before is a") == true)
    // Words of article and comments lie in the file, byte for byte.
    for document in [read.article] + comments.map(\.body) {
      let file = Array(text.utf8)
      for segment in document.text.segments {
        let start = document.source.origin.offset + Int(segment.source.start)
        #expect(
          file[start..<start + segment.text.count] == document.text.bytes[segment.text.offsets])
      }
    }
    let own = PasteSummary(text, ReadingOptions(format: .paste, handleNames: .ownAuthor))
    #expect(own.comments[1] == "c2 tao_swing_: the 23% crash")
    #expect(own.thread?.comments.allSatisfy { $0.parent == nil } == true)
    let moved = PasteSummary(text, ReadingOptions(format: .paste, commentsStartLine: 25))
    #expect(moved.lines.first == 25)
    #expect(moved.thread?.boundary == "comments begin on line 25, as set")
  }

  @Test func `reads wrapped lines as one paragraph, each byte in its place`() throws {
    let text = """
      Harbour Bridge Reopens

      The bridge over the harbour opened to traffic on Monday, eleven weeks
      after an inspection found cracks in two of its forty-four hangers. The
      repair cost $3.2 million, which is 8% less than the city had set aside.

      What Comes Next

      Engineers will look at the remaining hangers once a month until spring,
      and then decide whether the whole set of them should be replaced.
      """.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    let read = PasteSummary(text)
    #expect(read.headings == ["1 Harbour Bridge Reopens", "2 What Comes Next"])
    #expect(read.paragraphCount == 2)
    #expect(read.thread == nil)
    #expect(String(decoding: read.article.text.bytes, as: UTF8.self).contains("weeks after an"))
    let file = Array(text.utf8)
    for segment in read.article.text.segments {
      #expect(file[segment.source.offsets] == read.article.text.bytes[segment.text.offsets])
    }
  }

  @Test func `reads light Markdown where it stands`() {
    let read = PasteSummary(
      """
      # Rents in Port Ellis

      Rents rose **6.4%** in a year, [the council says](https://example.org/r), and 1984. is no list.
      1984. That was the last time they rose so fast, by the council's own books of the period.

      - flats: 7%
      - houses: 5%

      ## Why Now

      The council counts 1,200 new students and 300 new flats, so four of them share each new flat.
      """)
    #expect(read.headings == ["1 Rents in Port Ellis", "2 Why Now"])
    #expect(read.article.blocks.contains { if case .list = $0.kind { true } else { false } })
    let words = String(decoding: read.article.text.bytes, as: UTF8.self)
    #expect(words.contains("rose 6.4% in"))
    #expect(words.contains("1984. That was"))
    #expect(read.thread == nil)
  }

  @Test func `writes plain words so that Markdown reads the same words`() throws {
    let lines = ["1984. What a year for *that*", "# one_two_ &amp; <b>", "i said `no` on line 2"]
    let text =
      "Rents rose 6.4% in a year in Port Ellis, the council said on Monday, and 7% in the villages.\n"
      + "Comments\n" + lines.joined(separator: "\n")
    let read = PasteSummary(text)
    let thread = try #require(read.thread)
    let again = readThread(SourceText(path: "a.thread.md", bytes: writeThreadMarkdown(thread)))
    #expect(again.comments.map(\.body.text.bytes) == thread.comments.map(\.body.text.bytes))
  }

  @Test(arguments: [
    "", "\n\n", "x", "Comments", "12 Comments\n", "a_b", "a_b \n\nc_d x y z", "@", "- ", "#",
    "Reply\nReply\n", "2 hours ago\n2 hours ago", "Ann\n2 hours ago\n\nBob\n3 hours ago\n", ":",
    "a:", "\u{2028}",
  ])
  func `survives scraps`(text: String) {
    for names in ReadingOptions.HandleNames.allCases {
      for line in [nil, -1, 0, 1, 3, Int.max] {
        let read = PasteSummary(
          text, ReadingOptions(format: .paste, handleNames: names, commentsStartLine: line))
        #expect(read.thread?.comments.isEmpty != true)
      }
    }
  }
}
