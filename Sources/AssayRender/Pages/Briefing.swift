public import AssayAnalysis

/// One article and its thread as the site shows them: finished fragments of HTML and small records.
///
/// Made right after the analysis, so that its trees can be freed: what the link step and the pages
/// need is here, and does not grow with the texts but by the fragments themselves.
public struct Briefing: Sendable {
  /// Its folder on the site, such as `covenant-crisis` or `2026/04/covenant-crisis`.
  public let slug: String
  /// The file, as pages name it.
  public let path: String
  public let threadPath: String?
  public let title: String
  public let date: CalendarDate?
  public let updated: CalendarDate?
  public let tags: [String]
  public let authors: [String]
  public let summary: String?
  public let language: String?
  public let aliases: [String]
  public let template: String?
  /// What its author says of it.
  public let frontMatter: FrontMatter
  /// Where its file lies among the others.
  let place: ArticlePlace
  /// False for a text that is only shown.
  public let isAnalysed: Bool
  /// The picture that its author chose to stand for it.
  public let image: ShareImage?
  public let wordCount: Int
  public let claims: [ClaimRecord]
  public let relations: [RelationRecord]
  public let entities: [EntityRecord]
  /// Nil where nobody commented.
  public let thread: ThreadRecord?
  /// The report for mail and chats, in GitHub's Markdown.
  let report: [UInt8]
  /// Its claims as JSON, and as rows of CSV without a header.
  let claimsJSON: [UInt8]
  let claimsCSV: [UInt8]

  let body: SafeHTML
  let contents: [ContentsEntry]
  let points: [Point]
  let figures: [KeyFigure]
  private(set) var charts = BriefingCharts()
  /// The rows of its ledger, one a claim.
  private(set) var rows: [SafeHTML] = []

  /// A heading of the text.
  struct ContentsEntry: Sendable {
    let id: String
    let title: String
    /// 1 for the highest that the text has.
    let level: Int
  }

  /// - Parameters:
  ///   - path: the article's file as pages shall name it.
  ///   - report: what the article's `report.md` says of the site.
  public init(
    _ analysis: Analysis, slug: String, path: String, permalinks: Permalinks = Permalinks(),
    isAnalysed: Bool = true, image: ShareImage? = nil,
    report: ReportOptions = ReportOptions(version: "")
  ) {
    let reading = ClaimReading(analysis, slug: slug)
    let front = analysis.article.frontMatter
    let article = ArticleText(analysis, claims: reading, fallbackTitle: path)
    self.slug = slug
    self.path = path
    threadPath = analysis.thread?.path
    title = article.title
    date = front.date
    updated = front.updated
    tags = front.tags
    authors = front.authors
    summary = front.summary
    language = front.language
    aliases = front.aliases
    template = front.template
    frontMatter = front
    place = permalinks.place(of: front, path: path)
    self.isAnalysed = isAnalysed
    self.image = image
    wordCount = article.wordCount
    claims = reading.claims
    relations = reading.relations
    entities = EntityRecord.records(analysis, claims: reading.claims)
    thread = ThreadRecord(analysis, claims: reading, slug: slug)
    let data = analysis.claimRows(slug: slug, reading: reading)
    self.report = reportMarkdown(analysis, rows: data, options: report)
    claimsJSON = AssayRender.claimsJSON(data)
    var csv: [UInt8] = []
    appendClaimsCSV(data, to: &csv)
    claimsCSV = csv
    body = article.body
    contents = article.contents
    let highlights = Highlights(claims, relations, entities: analysis.entities)
    points = highlights.points
    figures = highlights.figures
    charts = BriefingCharts(self, analysis)
    rows = claims.map { ClaimHTML.row($0, of: self) }
  }
}

// MARK: Questions that pages ask

extension Briefing {
  /// Where a claim's words stand: page and anchor, from the site's root.
  public func place(of claim: ClaimRecord) -> String {
    page(ofPart: claim.part) + "#n\(claim.mark)"
  }

  /// Where a part is shown: the article, or a comment with its anchor.
  func place(ofPart part: Int) -> String {
    guard let thread, part > 0, part <= thread.places.count else { return PageMap.article(slug) }
    return page(ofPart: part) + "#" + thread.places[part - 1].anchor
  }

  private func page(ofPart part: Int) -> String {
    guard let thread, part > 0, part <= thread.places.count else { return PageMap.article(slug) }
    return PageMap.thread(slug, page: thread.places[part - 1].page + 1)
  }

  /// The name of the file that a claim stands in.
  public func file(of claim: ClaimRecord) -> String {
    let path = claim.part > 0 ? threadPath ?? path : path
    return path.split(separator: "/").last.map(String.init) ?? path
  }

  /// How a claim was read, in short: "TAO, price · start of a change · 332 dollar".
  func reading(of claim: ClaimRecord) -> String {
    var parts: [String] = []
    let subject = claim.subject.flatMap {
      entities.indices.contains($0) ? entities[$0].entity.name : nil
    }
    let about = [subject, claim.metric].compactMap { $0 }
    if !about.isEmpty { parts.append(about.joined(separator: ", ")) }
    if claim.role != .value { parts.append(claim.role.words) }
    let number = [claim.qualifier.words, claim.value.words, claim.unit.words]
      .filter { !$0.isEmpty }.joined(separator: " ")
    parts.append(number)
    return parts.joined(separator: " · ")
  }

  /// "a reader, ann" or "the article".
  func speaker(ofPart part: Int) -> String {
    guard let thread, part > 0, part <= thread.names.count else { return "the article" }
    return thread.names[part - 1]
  }

  /// Counts of claims by verdict, in the order reports show them; those of none are left out.
  public var verdictCounts: [(verdict: Verdict?, count: Int)] {
    VerdictMark.all.compactMap { verdict in
      let count = claims.count { $0.verdict == verdict }
      return count > 0 ? (verdict, count) : nil
    }
  }
}

/// The text of an article on its page.
private struct ArticleText {
  let title: String
  let body: SafeHTML
  let contents: [Briefing.ContentsEntry]
  let wordCount: Int
  /// Levels of headings in a table of contents.
  private static let contentsDepth = 2

  init(_ analysis: Analysis, claims: ClaimReading, fallbackTitle path: String) {
    let article = analysis.article
    let heading = ArticleText.leadingHeading(article)
    let own = heading.map { article.text[$0.text].trimmed }
    title = article.frontMatter.title ?? own ?? ArticleText.name(of: path)
    let (marks, insertions) = claims.marks(of: 0, in: analysis)
    let shown = heading != nil && own == title ? article.withoutFirstBlock : article
    let levels = shown.blocks.compactMap { block in
      if case .heading(let level, _) = block.kind { level } else { nil }
    }
    // The page's own headings over the text are an h1 and an h2.
    let offset = max(0, 3 - (levels.min() ?? 3))
    body = renderArticleHTML(
      shown, marks: marks, insertions: insertions,
      options: ArticleHTMLOptions(headingOffset: offset))
    let top = levels.min() ?? 0
    contents = shown.blocks.compactMap { block in
      guard case .heading(let level, let id) = block.kind, level - top < ArticleText.contentsDepth
      else {
        return nil
      }
      return Briefing.ContentsEntry(
        id: id, title: shown.text[block.text].trimmed, level: level - top + 1)
    }
    wordCount =
      analysis.parts.first?.words.tokens.count { $0.kind == .word || $0.kind == .number } ?? 0
  }

  /// A heading of the first level that the article begins with.
  private static func leadingHeading(_ article: Document) -> Block? {
    guard let first = article.blocks.first, case .heading(1, _) = first.kind else { return nil }
    return first
  }

  /// "Covenant crisis" for `seeds/covenant-crisis.txt`.
  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last ?? "Untitled"
    let stem = file.split(separator: ".").first ?? file
    let words = stem.split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: " ")
    return words.isEmpty ? "Untitled" : words.capitalizedFirst
  }
}

extension Document {
  /// Without a title that the page shows elsewhere.
  fileprivate var withoutFirstBlock: Document {
    guard let count = blocks.first?.end else { return self }
    return Document(
      source: source, frontMatter: frontMatter,
      blocks: blocks.dropFirst(count).map {
        Block(
          kind: $0.kind, range: $0.range, end: $0.end - count, inlines: $0.inlines, text: $0.text)
      }, inlines: inlines, text: text)
  }
}

extension String {
  fileprivate var trimmed: String {
    let bytes = utf8
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
      let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(self[first...last])
  }
}
