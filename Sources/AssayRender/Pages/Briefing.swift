public import AssayAnalysis

/// What the site's own pages need to know of one article and its thread: small facts, whatever the
/// length of the texts.
///
/// What the article's pages show lies in its pack, which waits outside memory until they are
/// rendered.
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
  /// The text of an `_index.md`, which stands on its section's page; empty for an article.
  let intro: SafeHTML
  public let wordCount: Int
  /// Counts of its claims by verdict, in the order reports show them; those of none are left out.
  public let verdictCounts: [(verdict: Verdict?, count: Int)]
  /// Nil where nobody commented.
  public let commentCount: Int?
  /// Counts of its claims by unit, and of its relations by check.
  let unitCounts: [(name: String, count: Int)]
  let checkCounts: [(check: String, count: Int)]
  let entities: [EntitySummary]
  /// A key for each metric of an entity in one unit that it tells of, to find others that do.
  let metricKeys: [UInt64]
  /// The claims that the site's own pages list.
  let listed: [ListedClaim]
  /// Where in the text its numbers stand; nil where there are none.
  let strip: SafeHTML?
  /// The chart of its page, for a list where it may be drawn again.
  let heroChart: (any Chart)?
  /// The charts that are files of their own.
  let drawn: [any Chart]
  /// Nil where nobody commented.
  let tones: ToneCounts?
  let sections: PackSections

  /// How many numbers were read in it and its thread.
  public var claimCount: Int { verdictCounts.reduce(0) { $0 + $1.count } }
}

/// Where in a pack lies what each page of an article shows.
struct PackSections: Sendable {
  var article = 0..<0
  var ledger = 0..<0
  /// One a page of the thread.
  var threads: [Range<Int>] = []
  /// The claims with pages of their own.
  var claims: [(id: String, range: Range<Int>)] = []
  /// Finished files: `report.md` and `claims.json`, and the rows of the site's `claims.csv`.
  var report = 0..<0
  var claimsJSON = 0..<0
  var claimsCSV = 0..<0
}

/// A claim that pages of the site itself list.
struct ListedClaim: Sendable {
  let verdict: Verdict?
  let isDate: Bool
  let words: String
  let unit: String
  /// Page and anchor, from the site's root.
  let place: String
  /// Of the sum that its mark shows; 0 for none. Two claims of one sum are told once.
  let sumHash: UInt64
  /// Its row in a ledger's table, and its line among the findings of the front page.
  let row: Range<Int>
  let point: Range<Int>
}

/// Tells how an article's briefing is made.
public struct BriefingOptions: Sendable {
  public let permalinks: Permalinks
  public let scale: SiteScale
  /// What its `report.md` says of the site.
  public let report: ReportOptions

  public init(
    permalinks: Permalinks = Permalinks(), scale: SiteScale = .small,
    report: ReportOptions = ReportOptions(version: "")
  ) {
    self.permalinks = permalinks
    self.scale = scale
    self.report = report
  }
}

/// Makes the briefing of an article, and its pack.
///
///     let (briefing, pack) = brief(analysis, slug: "covenant-crisis", path: "covenant-crisis.md")
///
/// - Parameters:
///   - slug: the article's folder on the site.
///   - path: the article's file as pages shall name it.
///   - isAnalysed: false for a text that is only shown.
///   - image: the picture that its author chose to stand for it.
///   - charts: those that its author asks for.
public func brief(
  _ analysis: Analysis, slug: String, path: String, isAnalysed: Bool = true,
  image: ShareImage? = nil, charts: ArticleCharts = ArticleCharts(),
  options: BriefingOptions = BriefingOptions()
) -> (briefing: Briefing, pack: [UInt8]) {
  let draft = BriefingDraft(
    analysis, slug: slug, path: path, scale: options.scale, ordered: charts)
  var packing = BriefingPacking(draft, options: options)
  let briefing = packing.run(isAnalysed: isAnalysed, image: image)
  return (briefing, packing.pack.bytes)
}

/// Packs a draft, page by page.
private struct BriefingPacking {
  let draft: BriefingDraft
  let options: BriefingOptions
  var pack: ValuePacker
  private var sections = PackSections()

  init(_ draft: BriefingDraft, options: BriefingOptions) {
    self.draft = draft
    self.options = options
    pack = ValuePacker(capacity: draft.body.bytes.count * 4)
  }

  mutating func run(isAnalysed: Bool, image: ShareImage?) -> Briefing {
    let reading = draft.reading
    sections.article = pack.add(SitePages.articleValue(draft))
    if !reading.claims.isEmpty {
      sections.ledger = pack.add(SitePages.articleLedgerValue(draft))
      sections.claimsJSON = pack.add(raw: claimsJSON(reading, slug: draft.slug))
      sections.claimsCSV = pack.add(
        raw: claimsCSVRows(reading, slug: draft.slug, scale: options.scale))
    }
    if let thread = draft.thread {
      sections.threads = thread.pages.indices.map {
        pack.add(SitePages.threadPageValue(thread, page: $0 + 1, draft))
      }
    }
    for claim in reading.claims where claim.hasPage {
      sections.claims.append((claim.id, pack.add(SitePages.claimValue(claim, draft))))
    }
    if isAnalysed {
      sections.report = pack.add(raw: reportMarkdown(reading, options: options.report))
    }
    let listed = listedClaims()
    let entities = draft.entities.map { $0.summary(of: draft, options.scale, &pack) }
    return briefing(listed, entities, isAnalysed, image)
  }

  private func briefing(
    _ listed: [ListedClaim], _ entities: [EntitySummary], _ isAnalysed: Bool,
    _ image: ShareImage?
  ) -> Briefing {
    let front = draft.analysis.article.frontMatter
    let place = options.permalinks.place(of: front, path: draft.path)
    return Briefing(
      slug: draft.slug, path: draft.path, threadPath: draft.threadPath, title: draft.title,
      date: front.date, updated: front.updated, tags: front.tags, authors: front.authors,
      summary: front.summary, language: front.language, aliases: front.aliases,
      template: front.template, frontMatter: front, place: place, isAnalysed: isAnalysed,
      image: image, intro: place.isSectionPage ? draft.body : SafeHTML(),
      wordCount: draft.wordCount,
      verdictCounts: draft.verdictCounts,
      commentCount: draft.thread?.count, unitCounts: draft.unitCounts,
      checkCounts: draft.checkCounts, entities: entities,
      metricKeys: draft.metricKeys, listed: listed,
      strip: draft.charts.strip, heroChart: draft.charts.heroChart, drawn: draft.charts.drawn,
      tones: draft.thread?.tones, sections: sections)
  }

  /// The claims that pages of the site list, by verdict, in reading order.
  private mutating func listedClaims() -> [ListedClaim] {
    var counts: [Verdict?: Int] = [:]
    var listed: [ListedClaim] = []
    for claim in draft.reading.claims {
      let limit = options.scale.listedClaims(claim.verdict)
      let isCounted = limit < .max
      // Where few are listed, a date is the last thing that asks for a source.
      guard limit > 0, !isCounted || claim.kind != .date,
        counts[claim.verdict, default: 0] < limit
      else { continue }
      if isCounted { counts[claim.verdict, default: 0] += 1 }
      listed.append(list(claim))
    }
    return listed
  }

  private mutating func list(_ claim: ClaimRecord) -> ListedClaim {
    let sum = draft.reading.judgement(of: claim)?.explanation ?? ""
    var hash = StableHash()
    hash.combine(sum.utf8)
    let point = Point(
      claim: claim, verdict: claim.verdict,
      quote: draft.reading.excerpt(of: claim).shortened(to: Highlights.quoteSide), computed: sum)
    return ListedClaim(
      verdict: claim.verdict, isDate: claim.kind == .date, words: claim.words,
      unit: claim.unit.name, place: draft.place(of: claim),
      sumHash: sum.isEmpty ? 0 : hash.value,
      row: pack.add(.html(ClaimHTML.row(claim, of: draft))),
      point: pack.add(SitePages.pointValue(point, in: draft)))
  }
}
