import AssayAnalysis
import AssayRender
import Testing

/// What `assay explain` says of names and tones.
@Suite struct ExplanationTests {
  private static let text = """
    Nobody trusts the awful council.
    - Karsa has its issues, but blockchain governance is hard.
    - The Zeta-34B model scored 71.3 on Arclight.
    - Grayscale praised its wonderful nurses.
    """

  private static let gazetteer = Gazetteer(entries: [
    .init(id: "grayscale", name: "Grayscale", type: .org, aliases: ["Grayscale Investments"])
  ])

  private static let analysis: Analysis = {
    let read = readArticle(
      SourceText(path: "a.md", text), options: ReadingOptions(format: .markdown))
    return Analysis(
      article: read.article, thread: nil, options: AnalysisOptions(gazetteer: gazetteer))
  }()

  private static func mention(onLine line: Int) -> String? {
    analysis.mentionExplanations { path, at, _ in path == "a.md" && at == line }.first?.text
  }

  @Test(arguments: [
    (2, "Karsa", "names      Karsa, a network (MISC)", "coined name in a text about ledgers"),
    (3, "Zeta-34B", "names      Zeta-34B, a model (MISC)", "parameter count"),
    (4, "Grayscale", "names      Grayscale, an organisation (ORG)", "gazetteer"),
  ])
  func `tells what a name names, and by which rule it is known`(
    _ line: Int, _ words: String, _ names: String, _ rule: String
  ) throws {
    let text = try #require(Self.mention(onLine: line))
    #expect(text.contains("\(words)  ["))
    #expect(text.contains(names))
    #expect(text.contains("found by   \(rule), confidence "))
    #expect(text.contains(line == 4 ? "known by   the gazetteer" : "known by   the text alone"))
    #expect(text.contains("no name 0"))
  }

  @Test func `tells the tone of the lines that are asked for, with the words that carry it`() {
    func tones(onLine line: Int) -> [ToneExplanation] {
      Self.analysis.toneExplanations(path: { $0 }, where: { _, lines in lines.contains(line) })
    }
    #expect(tones(onLine: 1).map(\.line) == [1])
    #expect(tones(onLine: 1).first?.text.contains("a.md:1: negative") == true)
    #expect(tones(onLine: 1).first?.text.contains("awful  [") == true)
    #expect(tones(onLine: 4).map(\.line) == [4])
    #expect(tones(onLine: 4).first?.text.contains("a.md:4: positive") == true)
    #expect(tones(onLine: 9).isEmpty)
  }

  private static func article(_ path: String, _ text: String) -> Analysis {
    let read = readArticle(SourceText(path: path, text), options: ReadingOptions(format: .markdown))
    return Analysis(article: read.article, thread: nil, options: AnalysisOptions())
  }

  /// What is said of the names of the first of some articles.
  private static func links(_ texts: String...) -> String {
    let articles = texts.enumerated().map { article("\($0).md", $1) }
    let links = LinkExplanation(
      articles.enumerated().map { ArticleNames($1, path: "\($0).md") }, own: 0)
    return articles[0].mentionExplanations(links: links, where: { _, _, _ in true })
      .map(\.text).joined()
  }

  @Test func `tells why a name is or is not what other articles name`() {
    let own = "Mr Reyes said on Monday that Harlow Council had paid. Mr Reyes was glad."
    let chair = "Tomas Reyes chairs Harlow Council. Mr Reyes said on Monday that it had paid."
    let linked = Self.links(own, chair)
    #expect(linked.contains("linked to  1.md: the same name"))
    #expect(
      linked.contains(
        "linked to  Tomas Reyes: no other person of the site has the surname, and both articles name "
          + "Harlow Council"))
    let anna = "Anna Reyes sings. Anna Reyes said on Monday that she was glad."
    let two = Self.links(own, chair, anna)
    #expect(two.contains("apart from Anna Reyes, Tomas Reyes: each has the surname"))
    let unrelated = Self.links(own, "Tomas Reyes sings. Mr Reyes said on Monday that he was glad.")
    #expect(
      unrelated.contains(
        "apart from Tomas Reyes: no article that names them names another thing of this one"))
    #expect(!Self.links(own).contains("linked to"))
  }
}
