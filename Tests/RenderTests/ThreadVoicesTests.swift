import AssayAnalysis
import Foundation
import Testing

@testable import AssayRender

/// What a thread's page and the answer of `assay analyze --jsonl` say of who speaks for whom.
@Suite struct ThreadVoicesTests {
  private static let article = """
    ---
    title: The collapse of the bridge was a scandal
    ---
    Harlow Council ignored every warning. The collapse was a terrible failure. It cost $4 million.
    """

  private static let comments = [
    ("up=90 down=2", "Exactly. The bridge inspection reports were public and nobody read them."),
    ("up=40 down=38", "Nonsense. Taxes should never pay for bridge inspection."),
    ("", "Well said. Those inspection reports about the bridge were public for years."),
    ("", "Harlow Council should be ashamed of this disgraceful bridge inspection."),
    ("", "Nonsense. This is misleading, the bridge inspection was fine."),
    ("", "Lovely weather today everyone."),
    ("", "Exactly. I read the bridge inspection reports, a scandal."),
    ("", "Exactly right, this collapse was a scandal and the reports said so."),
    ("", "Well said. A scandal, and the inspection reports say why."),
    ("", "Nonsense. You are wrong about the inspection reports."),
    ("", "My dog likes carrots on Sundays."),
    ("", "Does the ferry still run?"),
  ]

  private static func analysis(_ count: Int = comments.count) -> (Analysis, [UInt8]) {
    let read = readArticle(
      SourceText(path: "a.md", article), options: ReadingOptions(format: .markdown))
    let thread = comments.prefix(count).enumerated().map { index, comment in
      "## Reader \(index) {#c\(index) \(comment.0)}\n\n\(comment.1)\n"
    }.joined(separator: "\n")
    let analysis = Analysis(
      article: read.article, thread: readThread(SourceText(path: "a.thread.md", thread)))
    return (analysis, Array(article.utf8))
  }

  private static func voices(_ count: Int = comments.count) throws -> [ThreadVoices.List] {
    let (analysis, _) = analysis(count)
    return ThreadVoices(try #require(ThreadSummary(analysis)), analysis).lists
  }

  @Test func `lists who stands for most, what parts readers and each group, with its formula`()
    throws
  {
    let lists = try Self.voices()
    #expect(lists.map(\.id) == ["representative", "divisive", "groups"])
    #expect(lists[0].formula.hasSuffix("N = \(Self.comments.count)"))
    #expect(lists[0].voices.map(\.comment).contains(5) == false)
    #expect(lists[1].voices.first?.comment == 1)
    #expect(lists[1].voices.first?.words.hasPrefix("Nonsense. Taxes") == true)
    #expect(lists.allSatisfy { !$0.formula.isEmpty && $0.voices.allSatisfy { !$0.note.isEmpty } })
  }

  @Test func `says how large a group is, with an interval where it is small`() throws {
    let groups = try #require(try Self.voices().last)
    #expect(!groups.voices.isEmpty)
    for voice in groups.voices {
      #expect(voice.note.contains(" of \(Self.comments.count) "))
      #expect(voice.note.contains("–") && voice.note.contains("%"))
    }
  }

  @Test func `lets each of a few comments speak for itself`() throws {
    #expect(try Self.voices(4).isEmpty)
    #expect(try Self.voices(11).map(\.id) == ["representative", "divisive"])
  }

  @Test func `answers with the thread's shares and voices by the ids of comments`() throws {
    let (analysis, text) = Self.analysis()
    let line = AnalysisJSON(analysis, text: text, offsets: .bytes).line(id: "a")
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    let thread = try #require(answer["thread"] as? [String: Any])
    #expect(
      Set(thread.keys) == ["agreement", "count", "divisive", "groups", "representative"])
    #expect(thread["count"] as? Int == Self.comments.count)
    let divisive = try #require(thread["divisive"] as? [[String: Any]])
    #expect(divisive.first?["comment"] as? String == "c1")
    let groups = try #require(thread["groups"] as? [[String: Any]])
    for group in groups {
      let share = try #require(group["share"] as? [String: Any])
      let (hits, count) = (share["hits"] as? Int ?? -1, share["count"] as? Int ?? -1)
      let interval = try #require(share["interval"] as? [Double])
      #expect(interval.count == 2 && interval[0] <= interval[1])
      #expect((1...count).contains(hits))
      #expect(["support", "oppose", "mixed", "none"].contains(group["stance"] as? String ?? ""))
    }
    let comments = try #require(answer["comments"] as? [[String: Any]])
    #expect(comments.map { $0["id"] as? String } == Self.comments.indices.map { "c\($0)" })
  }

  @Test func `has no thread to tell of where nobody commented`() throws {
    let read = readArticle(
      SourceText(path: "a.md", Self.article), options: ReadingOptions(format: .markdown))
    let line = AnalysisJSON(
      Analysis(article: read.article), text: Array(Self.article.utf8), offsets: .bytes
    ).line(id: "a")
    #expect(!String(decoding: line, as: UTF8.self).contains("\"thread\""))
  }
}
