public import AssayAnalysis

/// What the site's own pages need to know of one article and its thread: small facts, whatever the
/// length of the texts.
///
/// What the article's pages show lies in its pack, which waits outside memory until they are
/// rendered. A class because pages hand briefings around.
public final class Briefing: Sendable {
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
  let matter: BriefingMatter
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
  /// Its figures that other articles may give too.
  let figures: [SharedFigure]
  /// The claims that the site's own pages list.
  let listed: [ListedClaim]
  /// Where in the text its numbers stand; nil where there are none.
  let strip: SafeHTML?
  /// Nil where nobody commented.
  let tones: ToneCounts?
  let sections: PackSections

  /// How many numbers were read in it and its thread.
  public let claimCount: Int

  init(
    _ head: BriefingHead, _ facts: BriefingFacts, sections: PackSections
  ) {
    slug = head.slug
    path = head.path
    threadPath = head.threadPath
    title = head.title
    date = head.date
    updated = head.updated
    tags = head.tags
    authors = head.authors
    summary = head.summary
    language = head.language
    aliases = head.aliases
    template = head.template
    matter = head.matter
    place = head.place
    isAnalysed = head.isAnalysed
    image = head.image
    intro = head.intro
    wordCount = facts.wordCount
    verdictCounts = facts.verdictCounts
    commentCount = facts.commentCount
    unitCounts = facts.unitCounts
    checkCounts = facts.checkCounts
    entities = facts.entities
    metricKeys = facts.metricKeys
    figures = facts.figures
    listed = facts.listed
    strip = facts.strip
    tones = facts.tones
    self.sections = sections
    claimCount = facts.verdictCounts.reduce(0) { $0 + $1.count }
  }
}

/// What the author of an article says of it that only some pages ask for.
struct BriefingMatter: Sendable {
  /// The front matter's own title.
  var title: String?
  var isDraft = false
  var weight: Int?
  /// Terms by taxonomy, besides tags and authors.
  var terms: [String: [String]] = [:]
  /// For templates.
  var params: TemplateValue = [:]
}

/// The part of a briefing that its author wrote.
struct BriefingHead {
  let slug: String
  let path: String
  let threadPath: String?
  let title: String
  let date: CalendarDate?
  let updated: CalendarDate?
  let tags: [String]
  let authors: [String]
  let summary: String?
  let language: String?
  let aliases: [String]
  let template: String?
  let matter: BriefingMatter
  let place: ArticlePlace
  let isAnalysed: Bool
  let image: ShareImage?
  let intro: SafeHTML
}

/// The part of a briefing that was read from the text.
struct BriefingFacts {
  let wordCount: Int
  let verdictCounts: [(verdict: Verdict?, count: Int)]
  let commentCount: Int?
  let unitCounts: [(name: String, count: Int)]
  let checkCounts: [(check: String, count: Int)]
  let entities: [EntitySummary]
  let metricKeys: [UInt64]
  let figures: [SharedFigure]
  let listed: [ListedClaim]
  let strip: SafeHTML?
  let tones: ToneCounts?
}

/// Where in a pack lies what each page of an article shows.
struct PackSections: Sendable {
  var article = PackedRange.none
  /// The chart of the article's page in its compact form; empty where it has none.
  var compactHero = PackedRange.none
  var ledger = PackedRange.none
  /// One a page of the thread.
  var threads: [PackedRange] = []
  /// The claims with pages of their own.
  var claims: [(id: String, range: PackedRange)] = []
  /// The charts that are files of their own: the drawing, and the data as CSV.
  var charts: [(id: String, picture: PackedRange, data: PackedRange)] = []
  /// Finished files: `report.md` and `claims.json`, and the rows of the site's `claims.csv`.
  var report = PackedRange.none
  var claimsJSON = PackedRange.none
  var claimsCSV = PackedRange.none
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
  let row: PackedRange
  let point: PackedRange
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
    if let hero = draft.charts.compactHero { sections.compactHero = pack.add(.html(hero)) }
    for chart in draft.charts.drawn {
      let picture = ChartPicture(chart)?.packed ?? .nothing
      sections.charts.append(
        (chart.id, pack.add(picture), pack.add(raw: chart.table.csv)))
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
    let matter = BriefingMatter(
      title: front.title, isDraft: front.isDraft, weight: front.weight, terms: front.terms,
      params: TemplateValue(front.params))
    let head = BriefingHead(
      slug: draft.slug, path: draft.path, threadPath: draft.threadPath, title: draft.title,
      date: front.date, updated: front.updated, tags: front.tags, authors: front.authors,
      summary: front.summary, language: front.language, aliases: front.aliases,
      template: front.template, matter: matter, place: place, isAnalysed: isAnalysed,
      image: image, intro: place.isSectionPage ? draft.body : SafeHTML())
    let facts = BriefingFacts(
      wordCount: draft.wordCount, verdictCounts: draft.verdictCounts,
      commentCount: draft.thread?.count, unitCounts: draft.unitCounts,
      checkCounts: draft.checkCounts, entities: entities, metricKeys: draft.metricKeys,
      figures: SharedFigure.all(of: draft), listed: listed, strip: draft.charts.strip,
      tones: draft.thread?.tones)
    return Briefing(head, facts, sections: sections)
  }

  /// The claims that pages of the site list, by verdict, in reading order.
  private mutating func listedClaims() -> [ListedClaim] {
    var counts: [Verdict?: Int] = [:]
    var listed: [ListedClaim] = []
    for claim in draft.reading.claims {
      let limit = options.scale.listedClaims(claim.verdict)
      let isCounted = limit < .max
      // Where few are listed, a date is the last thing that asks for a source.
      guard limit > 0, !isCounted || !claim.kind.isCalendar,
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
      verdict: claim.verdict, isDate: claim.kind.isCalendar, words: claim.words,
      unit: claim.unit.name, place: draft.place(of: claim),
      sumHash: sum.isEmpty ? 0 : hash.value,
      row: pack.add(.html(ClaimHTML.row(claim, of: draft))),
      point: pack.add(SitePages.pointValue(point, in: draft)))
  }
}
