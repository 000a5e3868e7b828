import AssayAnalysis
import Testing

private let article = """
  ---
  title: The collapse of the bridge was a scandal
  ---
  Harlow Council ignored every warning. The collapse was a terrible failure. It cost $4 million.
  """

private func analysis(_ thread: String) -> Analysis {
  let read = readArticle(
    SourceText(path: "a.md", article), options: ReadingOptions(format: .markdown))
  return Analysis(
    article: read.article,
    thread: readThread(SourceText(path: "a.thread.md", thread)))
}

private func thread(_ comments: [(attributes: String, words: String)]) -> String {
  comments.enumerated().map { "## Reader \($0) {#c\($0) \($1.attributes)}\n\n\($1.words)\n" }
    .joined(separator: "\n")
}

@Suite struct ThreadSummaryTests {
  @Test func `tells support, dispute and neither`() throws {
    let summary = try #require(
      ThreadSummary(
        analysis(
          thread([
            ("", "Exactly. Well said."), ("", "Nonsense. This is misleading."),
            ("", "My dog likes carrots on Sundays."),
            ("", "Harlow Council should be ashamed of this disgraceful collapse."),
          ]))))
    #expect(summary.stances.map(\.kind) == [.support, .oppose, .none, .support])
    #expect(summary.stances[0].basis == .words)
  }

  @Test(arguments: [
    ("Totally agree. They should resign.", ReplyTone.agrees), ("Strongly disagree.", .disputes),
    ("I don't agree with that.", .disputes), ("They agree on nothing.", .untold),
  ])
  func `reads agreement however strongly it is put`(_ words: String, _ tone: ReplyTone) throws {
    let summary = try #require(
      ThreadSummary(analysis(thread([("", "The council failed."), ("re=c0", words)]))))
    #expect(summary.replies[1] == tone)
  }

  @Test func `takes whoever disputes a supporter for an opponent`() throws {
    let summary = try #require(
      ThreadSummary(
        analysis(
          thread([("", "Exactly. Well said."), ("re=c0", "You're wrong, look at the report.")]))))
    #expect(summary.replies == [.untold, .disputes])
    #expect(summary.stances[1].kind == .oppose && summary.stances[1].basis == .reply)
    #expect(summary.agreement == Proportion(hits: 0, of: 1))
  }

  @Test func `ranks by votes what parts readers, and by shared words who stands for most`() throws {
    let summary = try #require(
      ThreadSummary(
        analysis(
          thread([
            ("up=90 down=2", "The bridge inspection reports were public."),
            ("up=40 down=38", "Taxes should never pay for bridge inspection."),
            ("", "Those inspection reports about the bridge were public for years."),
            ("", "Lovely weather today everyone."),
          ]))))
    #expect(summary.divisive.map(\.comment) == [1, 0])
    #expect(summary.representative.first.map(\.comment) != 3)
  }

  @Test func `counts what readers take up, and says how sure a share of few is`() throws {
    let summary = try #require(
      ThreadSummary(
        analysis(
          thread([
            ("", "Harlow Council is a disgrace."), ("", "Shame on Harlow Council, awful people."),
            ("", "The $4 million is a scandal."), ("", "Who pays the $4 million?"),
          ]))))
    let subjects = summary.reactions.map(\.comments)
    #expect(subjects.contains([0, 1]))
    #expect(subjects.contains([2, 3]))
    let share = Proportion(hits: 2, of: 2)
    #expect(share.isOfFew && share.interval.low > 0.3 && share.interval.high == 1)
  }

  @Test func `leaves deleted and hidden comments out of every count`() throws {
    let summary = try #require(
      ThreadSummary(
        analysis(thread([("state=spam", "Exactly."), ("", "Exactly."), ("state=deleted", "")]))))
    #expect(summary.count == 1)
    #expect(summary.stances[0].kind == .none)
  }
}

@Suite struct SentimentOverrideTests {
  @Test func `puts a person's word in place of what was read, and says so`() {
    let parts = analysis(thread([("sentiment=neg!", "What a wonderful day.")])).parts
    #expect(parts[1].sentiment.polarity == .negative)
    #expect(parts[1].sentiment.edit == Sentiment.Edit(by: nil, read: .positive))
    #expect(parts[1].sentiment.score < 0)
  }

  @Test func `reads overrides from a file and warns of stale ones`() {
    let (overrides, problems) = SentimentOverride.read(
      SourceText(
        path: "sentiment.yml",
        """
        - { article: a.md, comment: c0, sentiment: negative, by: Ann, words: wonderful }
        - { article: a.md, comment: c0, sentiment: pos, words: not in the text }
        - { article: a.md, comment: c9, sentiment: pos }
        """))
    #expect(problems.isEmpty && overrides.count == 3)
    let read = readArticle(
      SourceText(path: "a.md", article), options: ReadingOptions(format: .markdown))
    let analysis = Analysis(
      article: read.article,
      thread: readThread(
        SourceText(path: "a.thread.md", thread([("", "What a wonderful day.")]))),
      options: AnalysisOptions(overrides: overrides))
    #expect(analysis.parts[1].sentiment.polarity == .negative)
    #expect(analysis.parts[1].sentiment.edit?.by == "Ann")
    #expect(analysis.diagnostics.count == 2)
  }

  @Test func `refuses a polarity that is none`() {
    let (overrides, problems) = SentimentOverride.read(
      SourceText(path: "sentiment.yml", "- { article: a.md, sentiment: angry }"))
    #expect(overrides.isEmpty && problems.count == 1)
  }
}

@Suite struct SarcasmTests {
  @Test(arguments: [
    "They raised the fare again. Thanks for nothing.", "Talent leaves, token crashes, classic",
    "Their \"support\" line hung up on me.", "Best update ever /s",
  ])
  func `flags words that may mean the opposite`(_ text: String) {
    let document = Document(plain: SourceText(text))
    #expect(!scoreSentiment(TokenizedText(document), of: document).whole.sarcasm.isEmpty)
  }

  @Test(arguments: ["Thanks for the help.", "A classic film.", "The \"Tribune\" reported it."])
  func `leaves plain words unflagged`(_ text: String) {
    let document = Document(plain: SourceText(text))
    #expect(scoreSentiment(TokenizedText(document), of: document).whole.sarcasm.isEmpty)
  }
}
