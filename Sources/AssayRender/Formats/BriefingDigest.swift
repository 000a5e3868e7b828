public import AssayAnalysis

/// What the short reports say of one article and its thread, in words: the same points as its page.
public struct BriefingDigest: Sendable {
  public let title: String
  public let date: CalendarDate?
  /// The article's own report, in GitHub's Markdown.
  public let markdown: [UInt8]
  let slug: String
  /// "13 April 2026 · Rosalind Achterberg"; empty where the article tells neither.
  let byline: String
  /// "68 numbers: 30 consistent, 3 need a source · 35 comments"
  let counts: String
  let verdictCounts: [(verdict: Verdict?, count: Int)]
  let commentCount: Int?
  let points: [Point]
  /// Nil where nobody commented.
  let readers: String?
  let quotes: [Quote]

  struct Point: Sendable {
    let verdict: Verdict?
    /// "23%"; empty for a point about the readers.
    let number: String
    let quote: String
    let computed: String
  }

  struct Quote: Sendable {
    let polarity: Polarity
    let words: String
    let name: String
  }

  /// - Parameters:
  ///   - slug: the article's folder on the site.
  ///   - path: its file as readers shall know it.
  public init(_ analysis: Analysis, slug: String, path: String, report: ReportOptions) {
    let draft = BriefingDraft(analysis, slug: slug, path: path)
    let front = analysis.article.frontMatter
    title = visible(draft.title)
    date = front.date
    self.slug = slug
    markdown = reportMarkdown(draft.reading, options: report)
    let authors = front.authors.isEmpty ? nil : enumerated(front.authors)
    byline = visible(
      [front.date.map(longDate), authors].compactMap { $0 }.joined(separator: " · "))
    verdictCounts = draft.verdictCounts
    commentCount = draft.thread?.count
    let verdicts = draft.verdictCounts.map {
      "\(groupedDigits($0.count)) \(VerdictMark.words($0.verdict))"
    }
    counts =
      counted(draft.claims.count, "number")
      + (verdicts.isEmpty ? "" : ": " + verdicts.joined(separator: ", "))
      + (draft.thread.map { " · " + counted($0.count, "comment") } ?? "")
    points = draft.points.map { point in
      Point(
        verdict: point.verdict, number: visible(point.claim?.words ?? point.quote?.words ?? ""),
        quote: visible(point.quote?.plain ?? ""), computed: visible(point.computed))
    }
    readers = draft.thread.map(SitePages.sentence)
    quotes =
      draft.thread.map { thread in
        [Polarity.negative, .positive].compactMap { side in
          thread.quotes.first { $0.polarity == side }.map {
            Quote(
              polarity: side, words: visible($0.words), name: visible(thread.names[$0.comment]))
          }
        }
      } ?? []
  }

  /// - Parameter base: the site's address without a slash at its end.
  func address(_ base: String?) -> String? {
    base.map { $0 + "/" + SitePages.shortened(PageMap.article(slug)) }
  }
}

/// Whether one article stands before another: the newest first, undated ones last, then by slug.
func isNewer(
  _ left: (date: CalendarDate?, slug: String), _ right: (date: CalendarDate?, slug: String)
) -> Bool {
  switch (left.date, right.date) {
  case (let first?, let second?) where first != second: first > second
  case (.some, nil): true
  case (nil, .some): false
  default: left.slug < right.slug
  }
}

extension [BriefingDigest] {
  /// In the order of the site's front page.
  public var newestFirst: [BriefingDigest] {
    sorted { isNewer(($0.date, $0.slug), ($1.date, $1.slug)) }
  }
}

/// Words in which what would turn the direction of the text around them is shown by its code point.
private func visible(_ words: String) -> String {
  guard words.utf8.contains(0xE2) else { return words }
  var shown = String.UnicodeScalarView()
  for scalar in words.unicodeScalars {
    if let code = HTMLWriter.bidirectionalControl(scalar.value) {
      shown.append(contentsOf: "[U+\(code)]".unicodeScalars)
    } else {
      shown.append(scalar)
    }
  }
  return String(shown)
}

/// The shape of a verdict's mark, as a letter of text.
func verdictSign(_ verdict: Verdict?) -> String {
  switch verdict {
  case .contradicted?: "✕"
  case .doubtful?, .unsupported?: "≈"
  case .consistent?: "✓"
  case .derived?: "="
  default: "○"
  }
}
