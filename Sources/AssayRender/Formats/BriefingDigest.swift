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
        verdict: point.verdict, number: visible(point.claim?.words ?? ""),
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

extension [BriefingDigest] {
  /// The newest first, undated ones last, then by slug: the order of the site's front page.
  public var newestFirst: [BriefingDigest] {
    sorted { left, right in
      switch (left.date, right.date) {
      case (let first?, let second?) where first != second: first > second
      case (.some, nil): true
      case (nil, .some): false
      default: left.slug < right.slug
      }
    }
  }
}

/// Words in which what would turn the direction of the text around them is shown by its code point.
private func visible(_ words: String) -> String {
  var writer = HTMLWriter()
  guard words.utf8.contains(0xE2) else { return words }
  for scalar in words.unicodeScalars {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069:
      writer.raw("[U+\(String(scalar.value, radix: 16, uppercase: true))]".utf8)
    default: writer.raw(String(scalar).utf8)
    }
  }
  return String(decoding: writer.bytes, as: UTF8.self)
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
