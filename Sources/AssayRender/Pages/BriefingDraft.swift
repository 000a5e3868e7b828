import AssayAnalysis

/// One article and its thread with all that its pages show. It lives while they are packed. A class
/// because every part of them asks it: copying it each time cost more than what was asked.
final class BriefingDraft {
  let analysis: Analysis
  let slug: String
  let path: String
  let title: String
  let reading: ClaimReading
  let entities: [EntityRecord]
  /// Nil where nobody commented.
  let thread: ThreadRecord?
  /// The title as the article's first heading, where figures in it have marks.
  let headline: SafeHTML?
  let body: SafeHTML
  let contents: [ContentsEntry]
  let wordCount: Int
  let points: [Point]
  let figures: [KeyFigure]
  /// In the order reports show them; those of none are left out.
  let verdictCounts: [(verdict: Verdict?, count: Int)]
  private(set) var charts = BriefingCharts()
  /// The names of the files that the article and its thread stand in.
  private let articleFile: String
  private let threadFile: String

  /// A heading of the text.
  struct ContentsEntry {
    let id: String
    let title: String
    /// 1 for the highest that the text has.
    let level: Int
  }

  /// - Parameter ordered: the charts that its author asks for.
  init(
    _ analysis: Analysis, slug: String, path: String, scale: SiteScale = .small,
    ordered: ArticleCharts = ArticleCharts()
  ) {
    let reading = ClaimReading(analysis, slug: slug)
    let article = ArticleText(reading, fallbackTitle: path, charts: ordered)
    let highlights = Highlights(reading)
    self.analysis = analysis
    self.slug = slug
    self.path = path
    self.reading = reading
    articleFile = BriefingDraft.fileName(path)
    threadFile = BriefingDraft.fileName(analysis.thread?.path ?? path)
    title = article.title
    headline = article.headline
    body = article.body
    contents = article.contents
    wordCount = article.wordCount
    points = highlights.points
    figures = highlights.figures
    entities = EntityRecord.records(reading)
    thread = ThreadRecord(reading, slug: slug)
    verdictCounts = BriefingDraft.counts(reading.claims)
    charts = BriefingCharts(self, scale, ordered: ordered)
  }

  private static func counts(_ claims: [ClaimRecord]) -> [(verdict: Verdict?, count: Int)] {
    var counts = [Int](repeating: 0, count: Verdict.allCases.count + 1)
    for claim in claims { counts[claim.verdict?.rank ?? Verdict.allCases.count] += 1 }
    return VerdictMark.all.compactMap { verdict in
      let count = counts[verdict?.rank ?? Verdict.allCases.count]
      return count > 0 ? (verdict, count) : nil
    }
  }
}

// MARK: Questions that pages ask

extension BriefingDraft {
  var claims: [ClaimRecord] { reading.claims }
  var relations: [RelationRecord] { reading.relations }

  var threadPath: String? { analysis.thread?.path }

  /// Where a claim's words stand: page and anchor, from the site's root.
  func place(of claim: ClaimRecord) -> String { page(ofPart: claim.part) + "#n\(claim.mark)" }

  /// The same from a page in the article's own folder.
  func nearPlace(of claim: ClaimRecord) -> String {
    nearPage(ofPart: claim.part) + "#n\(claim.mark)"
  }

  /// The same, appended: a large site has a hundred thousand of them.
  func appendPlace(of claim: ClaimRecord, to html: inout HTMLWriter) {
    html.raw(slug)
    html.markup("/")
    appendNearPlace(of: claim, to: &html)
  }

  func appendNearPlace(of claim: ClaimRecord, to html: inout HTMLWriter) {
    html.raw(nearPage(ofPart: claim.part))
    html.markup("#n")
    html.number(claim.mark)
  }

  /// Where a part is shown: the article, or a comment with its anchor.
  func place(ofPart part: Int) -> String {
    guard let thread, part > 0, part <= thread.places.count else { return PageMap.article(slug) }
    return page(ofPart: part) + "#" + thread.places[part - 1].anchor
  }

  func nearPlace(ofPart part: Int) -> String {
    guard let thread, part > 0, part <= thread.places.count else { return PageMap.nearArticle }
    return nearPage(ofPart: part) + "#" + thread.places[part - 1].anchor
  }

  private func page(ofPart part: Int) -> String { slug + "/" + nearPage(ofPart: part) }

  private func nearPage(ofPart part: Int) -> String {
    guard let thread, part > 0, part <= thread.places.count else { return PageMap.nearArticle }
    return PageMap.nearThread(page: thread.places[part - 1].page + 1)
  }

  /// The file and place that a claim stands at: "tao.md:12:24".
  func location(of claim: ClaimRecord) -> String {
    "\(claim.part > 0 ? threadFile : articleFile):\(claim.line):\(claim.column)"
  }

  /// "line 12", or "ann, line 3" for a comment.
  func appendLine(of claim: ClaimRecord, to html: inout HTMLWriter) {
    if claim.part > 0 {
      html.text(speaker(ofPart: claim.part))
      html.markup(", ")
    }
    html.markup("line ")
    html.number(claim.line)
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// "a reader, ann" or "the article".
  func speaker(ofPart part: Int) -> String {
    guard let thread, part > 0, part <= thread.names.count else { return "the article" }
    return thread.names[part - 1]
  }

  /// The same at the start of a line; a reader's name stays as its owner writes it.
  func leadingSpeaker(ofPart part: Int) -> String {
    let name = speaker(ofPart: part)
    return part > 0 ? name : name.capitalizedFirst
  }

  /// In the order of first mention.
  var unitCounts: [(name: String, count: Int)] {
    counts(claims.lazy.map(\.unit.name)).map { (name: $0.0, count: $0.1) }
  }

  var checkCounts: [(check: String, count: Int)] {
    counts(relations.lazy.map(\.check)).map { (check: $0.0, count: $0.1) }
  }

  /// A key for each metric of an entity in one unit, each once.
  var metricKeys: [UInt64] {
    var keys: Set<UInt64> = []
    for claim in claims {
      guard let subject = claim.subject, let metric = claim.metric else { continue }
      var hash = StableHash()
      hash.combine(analysis.entities[subject].id.utf8)
      hash.combine(metric.utf8)
      hash.combine(claim.unit.name.utf8)
      keys.insert(hash.value)
    }
    return keys.sorted()
  }

  private func counts(_ names: some Sequence<String>) -> [(String, Int)] {
    var places: [String: Int] = [:]
    var counts: [(String, Int)] = []
    for name in names {
      if let place = places[name] {
        counts[place].1 += 1
      } else {
        places[name] = counts.count
        counts.append((name, 1))
      }
    }
    return counts
  }
}

/// The text of an article on its page.
private struct ArticleText {
  let title: String
  let headline: SafeHTML?
  let body: SafeHTML
  let contents: [BriefingDraft.ContentsEntry]
  let wordCount: Int
  /// Levels of headings in a table of contents.
  private static let contentsDepth = 2

  init(_ claims: ClaimReading, fallbackTitle path: String, charts: ArticleCharts) {
    let article = claims.analysis.article
    let heading = ArticleText.leadingHeading(article)
    let own = heading.map { article.text[$0.text].trimmed }
    title = article.frontMatter.title ?? own ?? ArticleText.name(of: path)
    let (marks, insertions) = claims.marks(of: 0)
    let isTitled = heading != nil && own == title
    let shown = isTitled ? article.withoutFirstBlock : article
    let isMarked = heading.map { block in
      insertions.contains { block.text.start <= $0.offset && $0.offset <= block.text.end }
    }
    headline =
      isTitled && isMarked == true
      ? renderArticleHTML(article.firstBlockOnly, marks: marks, insertions: insertions) : nil
    let levels = shown.blocks.compactMap { block in
      if case .heading(let level, _) = block.kind { level } else { nil }
    }
    // The page's own headings over the text are an h1 and an h2.
    let offset = max(0, 3 - (levels.min() ?? 3))
    var options = ArticleHTMLOptions(headingOffset: offset)
    for (start, chart) in charts.charts {
      options.figures[start] = chart.figure(links: BriefingCharts.links(chart))
    }
    body = renderArticleHTML(shown, marks: marks, insertions: insertions, options: options)
    let top = levels.min() ?? 0
    contents = shown.blocks.compactMap { block in
      guard case .heading(let level, let id) = block.kind, level - top < ArticleText.contentsDepth
      else {
        return nil
      }
      return BriefingDraft.ContentsEntry(
        id: id, title: shown.text[block.text].trimmed, level: level - top + 1)
    }
    wordCount =
      claims.analysis.parts.first?.words.tokens.count { $0.kind == .word || $0.kind == .number }
      ?? 0
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
  /// A title that the page shows by itself.
  fileprivate var firstBlockOnly: Document {
    guard let count = blocks.first?.end else { return self }
    return Document(
      source: source, frontMatter: frontMatter, blocks: Array(blocks.prefix(count)),
      inlines: inlines, text: text)
  }

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
