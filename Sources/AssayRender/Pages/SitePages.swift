public import AssayAnalysis

/// A finished file of the site.
public struct OutputFile: Sendable {
  /// Relative to the site's root, with slashes.
  public let path: String
  public let bytes: [UInt8]
  let known: [KnownPart]

  public init(path: String, bytes: [UInt8]) { self.init(path: path, bytes: bytes, known: []) }

  init(path: String, bytes: [UInt8], known: [KnownPart]) {
    self.path = path
    self.bytes = bytes
    self.known = known
  }
}

/// A part of a page that a renderer of ours made: its links lead where they must, and its ids are
/// noted, so that nobody needs to read it for them.
struct KnownPart: Sendable {
  let range: Range<Int>
  /// Hashes of its ids.
  let anchors: [UInt64]

  /// Shorter ones are read as fast as they are noted.
  static let fewestBytes = 256
}

/// What a template made.
struct RenderedPage: Sendable {
  let bytes: [UInt8]
  /// In order of place.
  let known: [KnownPart]

  init(_ bytes: [UInt8], known: [KnownPart] = []) {
    self.bytes = bytes
    self.known = known
  }
}

/// What a site says about itself, for its pages.
public struct PageSettings: Sendable {
  public var title = "Briefings"
  public var description = ""
  /// Without a slash at the end; nil where there are only relative links and no feeds.
  public var baseURL: String?
  /// BCP 47, for articles that name none.
  public var language = "en"
  /// Of articles that name none.
  public var authors: [String] = []
  public var feeds = FeedSettings()
  /// Besides tags and authors, those that the site names.
  public var taxonomies = Taxonomy.standard
  public var sections: [SectionSettings] = []
  /// The languages of a site that has more than one, its own first.
  public var languages: [SiteLanguage] = []
  /// Briefings on one page of a list.
  public var pageSize = 100
  public var menu: [MenuEntry] = []
  /// The theme's own words in the site's language, by their names.
  public var words: [String: String] = [:]
  /// Pictures that stand for articles elsewhere.
  public var cards = ShareCards.none
  /// The site's data files by name, for templates.
  public var data: TemplateValue = [:]
  /// Values of the site's own, for templates.
  public var params: TemplateValue = [:]
  /// Of Assay; empty where it shall not be told.
  public var version = ""
  /// How much of the articles the site's own pages repeat; the one that briefings were made with.
  public var scale = SiteScale.small
  /// The checks that were run, for the page on method.
  public var checks: [Check] = []
  /// Files that others write and pages link to.
  public var downloads: [Download] = []

  /// A file to fetch.
  public struct Download: Sendable {
    /// Relative to the site's root.
    public let path: String
    public let name: String
    public let note: String

    public init(path: String, name: String, note: String) {
      self.path = path
      self.name = name
      self.note = note
    }
  }

  public init() {}
}

/// Names a page of a site.
public enum PageID: Sendable, Hashable {
  case home, notFound, method, entities, ledger, stylesheet, sitemap, robots, claimsCSV
  case search, searchIndex
  /// The picture that stands for an article elsewhere, as SVG.
  case card(Int)
  case feed(Feed)
  /// Pages count from 1.
  case briefings(page: Int)
  case article(Int)
  case report(Int)
  /// The whole site in Markdown.
  case siteReport
  /// A chart of an article as a picture of its own, and its data.
  case picture(Int, chart: Int)
  case chartData(Int, chart: Int)
  case claimsJSON(Int)
  case articleLedger(Int)
  case thread(Int, page: Int)
  case claim(briefing: Int, claim: Int)
  case entity(Int)
  case taxonomy(Int)
  case term(taxonomy: Int, term: Int, page: Int)
  case section(Int, page: Int)
  /// A language by its place in the settings.
  case language(Int, page: Int)
  case verdictSection(Int, page: Int)
  case unitSection(Int, page: Int)
  /// A page at an address that an article once had.
  case alias(Int, Int)
}

/// Where the packs of briefings wait.
public struct PackSource: Sendable {
  /// Bytes of a briefing's pack; briefings count in the order in which they were linked.
  let read: @Sendable (_ briefing: Int, _ range: Range<Int>) throws(Failure) -> [UInt8]

  public init(
    read: @escaping @Sendable (_ briefing: Int, _ range: Range<Int>) throws(Failure) -> [UInt8]
  ) {
    self.read = read
  }

  /// Packs in memory.
  public init(_ packs: [[UInt8]]) {
    read = { number, range throws(Failure) in Array(packs[number][range]) }
  }
}

/// All pages of a site, linked and ready to be rendered, in any order and at once.
///
///     let site = try SitePages(briefings, packs: packs, settings: settings, theme: Theme())
///     let files = try site.pages.map(site.render)
public struct SitePages: Sendable {
  let index: SiteIndex
  let settings: PageSettings
  let theme: Theme
  private let packs: PackSource
  /// See `key(of:settings:)`.
  let siteKey: UInt64
  /// What every template may ask of `site`.
  let siteValue: TemplateValue
  /// The theme's own words by language; those of the site's own under "".
  private let words: [String: TemplateValue]
  /// What becomes of a template and its data.
  var form = PageForm.html
  /// Every page, in a fixed order.
  public let pages: [PageID]

  /// Links briefings into a site.
  ///
  /// - Throws: `Failure` where two articles would have the same address.
  public init(
    _ briefings: [Briefing], packs: PackSource, settings: PageSettings = PageSettings(),
    theme: Theme
  ) throws(Failure) {
    index = try SiteIndex(briefings, settings: settings)
    self.packs = packs
    self.settings = settings
    self.theme = theme
    try SitePages.refuseMissingTemplates(index, settings, theme)
    siteValue = SitePages.siteValue(settings, index, theme)
    words = Dictionary(
      settings.languages.map { ($0.code, InterfaceWords.value($0.words)) }
        + [("", InterfaceWords.value(settings.words))], uniquingKeysWith: { first, _ in first })
    siteKey = SitePages.siteKey(siteValue, words, theme)
    pages = SitePages.list(index, settings)
  }

  /// The theme's own words in a language, else in the site's.
  func words(in language: String?) -> TemplateValue {
    language.flatMap { words[$0] } ?? words[""] ?? [:]
  }

  /// The path of a page, relative to the site's root.
  public func path(of page: PageID) -> String {
    switch page {
    case .home: PageMap.home
    case .notFound: PageMap.notFound
    case .method: PageMap.method
    case .entities: PageMap.entities
    case .ledger: PageMap.ledger()
    case .stylesheet: theme.stylesheetPath
    case .card(let article): cardPath(of: index.briefings[article])
    case .search: PageMap.search
    case .searchIndex: PageMap.searchIndex
    case .feed(let feed): path(of: feed)
    case .sitemap: PageMap.sitemap
    case .robots: PageMap.robots
    case .briefings(let page): PageMap.briefings(page: page)
    case .article(let article): PageMap.article(index.briefings[article].slug)
    case .siteReport: PageMap.siteReport
    case .report(let article): PageMap.report(index.briefings[article].slug)
    case .claimsJSON(let article): PageMap.claimsJSON(index.briefings[article].slug)
    case .picture(let article, let chart): PageMap.picture(index.briefings[article], chart)
    case .chartData(let article, let chart): PageMap.chartData(index.briefings[article], chart)
    case .claimsCSV: PageMap.claimsCSV
    case .articleLedger(let article): PageMap.articleLedger(index.briefings[article].slug)
    case .thread(let article, let page): PageMap.thread(index.briefings[article].slug, page: page)
    case .claim(let article, let claim):
      PageMap.claim(index.briefings[article].sections.claims[claim].id)
    case .entity(let entity): PageMap.entity(index.entities[entity].entity.id)
    case .taxonomy(let taxonomy): PageMap.taxonomy(index.taxonomies[taxonomy].taxonomy.name)
    case .term(let taxonomy, let term, let page):
      PageMap.term(
        index.taxonomies[taxonomy].taxonomy.name, index.taxonomies[taxonomy].terms[term].slug,
        page: page)
    case .section(let section, let page):
      PageMap.section(index.sections[section].settings.name, page: page)
    case .language(let language, let page):
      PageMap.language(settings.languages[language].code, page: page)
    case .verdictSection(let section, let page):
      PageMap.ledger(index.verdictSections[section].stem, page: page)
    case .unitSection(let section, let page):
      PageMap.ledger(index.unitSections[section].stem, page: page)
    case .alias(let article, let alias): aliasPath(article, alias)
    }
  }

  /// Renders one page. May be called from several tasks at once.
  ///
  /// - Throws: `Failure` where a template asks for what there is not.
  public func render(_ page: PageID) throws(Failure) -> OutputFile {
    let path = path(of: page)
    let rendered = try rendered(page)
    if case .alias = page { return OutputFile(path: path, bytes: rendered.bytes) }
    guard isDeep(path) else {
      return OutputFile(path: path, bytes: rendered.bytes, known: rendered.known)
    }
    return OutputFile(path: path, bytes: deepened(rendered.bytes, for: path))
  }

  func rendered(_ page: PageID) throws(Failure) -> RenderedPage {
    switch page {
    case .home: try renderHome()
    case .notFound: try renderNotFound()
    case .method: try renderMethod()
    case .entities: try renderEntities()
    case .ledger: try renderLedger()
    case .search: try renderSearch()
    case .briefings(let page): try renderBriefings(page: page)
    case .article(let article): try renderArticle(article)
    case .articleLedger(let article): try renderArticleLedger(article)
    case .thread(let article, let page): try renderThread(article, page: page)
    case .claim(let article, let claim): try renderClaim(article, claim)
    case .entity(let entity): try renderEntity(entity)
    case .taxonomy(let taxonomy): try renderTaxonomy(taxonomy)
    case .term(let taxonomy, let term, let page):
      try renderTerm(taxonomy, term, page: page)
    case .section(let section, let page): try renderSection(section, page: page)
    case .language(let language, let page): try renderLanguage(language, page: page)
    case .verdictSection(let section, let page):
      try renderSection(index.verdictSections[section], page: page)
    case .unitSection(let section, let page):
      try renderSection(index.unitSections[section], page: page)
    case .stylesheet, .card, .searchIndex, .feed, .sitemap, .robots, .siteReport, .report,
      .picture, .chartData, .claimsJSON, .claimsCSV, .alias:
      RenderedPage(try fileBytes(of: page))
    }
  }

  /// Of files that no template makes.
  private func fileBytes(of page: PageID) throws(Failure) -> [UInt8] {
    switch page {
    case .stylesheet: theme.stylesheet
    case .card(let article): shareCard(of: index.briefings[article])
    case .searchIndex: renderSearchIndex()
    case .feed(let feed): try renderFeed(feed)
    case .sitemap: renderSitemap()
    case .robots: renderRobots()
    case .siteReport: try renderSiteReport()
    case .report(let article): try packed(article, index.briefings[article].sections.report)
    case .picture(let article, let chart):
      try picture(article, index.briefings[article].sections.charts[chart].picture)
    case .chartData(let article, let chart):
      try packed(article, index.briefings[article].sections.charts[chart].data)
    case .claimsJSON(let article):
      try packed(article, index.briefings[article].sections.claimsJSON)
    case .claimsCSV: try renderClaimsCSV()
    case .alias(let article, let alias): renderAlias(article, alias)
    default: []
    }
  }

  private func renderClaimsCSV() throws(Failure) -> [UInt8] {
    var bytes = claimsCSVHead
    for (number, briefing) in index.briefings.enumerated() {
      bytes += try packed(number, briefing.sections.claimsCSV)
    }
    return bytes
  }
}

// MARK: Packs

extension SitePages {
  /// Finished bytes, the very ones that were packed.
  func packed(_ number: Int, _ packed: PackedRange) throws(Failure) -> [UInt8] {
    guard !packed.range.isEmpty else { return [] }
    let bytes = try packs.read(index.numbers[number], packed.range)
    guard PackedRange.hash(bytes[...]) == packed.hash else { throw Self.damagedPack }
    return bytes
  }

  private func picture(_ number: Int, _ range: PackedRange) throws(Failure) -> [UInt8] {
    let value = try unpacked(number, range)
    if case .nothing = value { return [] }
    guard let picture = ChartPicture(value) else { throw Self.damagedPack }
    return picture.bytes(style: theme.pictureStyle)
  }

  func unpacked(_ number: Int, _ range: PackedRange) throws(Failure) -> TemplateValue {
    var unpacker = ValueUnpacker(try packed(number, range))
    guard let value = unpacker.value() else { throw Self.damagedPack }
    return value
  }

  /// The values of a map, in the order in which they were packed.
  func unpackedValues(_ number: Int, _ range: PackedRange) throws(Failure) -> [TemplateValue] {
    if form == .key { return [.integer(Int(bitPattern: UInt(range.hash)))] }
    guard case .map(let map) = try unpacked(number, range) else { throw Self.damagedPack }
    return map.values
  }

  /// Told where a pack is not what was packed.
  public static var damagedPack: Failure { Failure(.input, damage) }

  private static let damage = Diagnostic(
    .error, path: "", "what was kept of an article cannot be read back")

  /// True where a failure is that one.
  public static func isDamage(_ failure: Failure) -> Bool { failure.diagnostics.contains(damage) }
}

extension SitePages {
  private static func list(_ index: SiteIndex, _ settings: PageSettings) -> [PageID] {
    var pages: [PageID] = [
      .stylesheet, .home, .notFound, .method, .entities, .ledger, .search, .searchIndex, .robots,
      .claimsCSV, .siteReport,
    ]
    if settings.baseURL != nil { pages.append(.sitemap) }
    pages += Feed.all(index, settings).map { .feed($0) }
    pages += lists(index, settings)
    for (article, briefing) in index.briefings.enumerated() {
      pages.append(.article(article))
      if briefing.isAnalysed { pages.append(.report(article)) }
      for chart in briefing.sections.charts.indices {
        pages += [.picture(article, chart: chart), .chartData(article, chart: chart)]
      }
      if settings.cards != .none, settings.baseURL != nil, briefing.isAnalysed,
        briefing.image == nil
      {
        pages.append(.card(article))
      }
      if briefing.claimCount > 0 { pages += [.articleLedger(article), .claimsJSON(article)] }
      pages += briefing.sections.threads.indices.map { .thread(article, page: $0 + 1) }
      pages += briefing.sections.claims.indices.map { .claim(briefing: article, claim: $0) }
      pages += briefing.aliases.indices.map { .alias(article, $0) }
    }
    pages += index.entities.indices.map { .entity($0) }
    for (number, section) in index.verdictSections.enumerated() {
      pages += (0..<section.pageCount).map { .verdictSection(number, page: $0 + 1) }
    }
    for (number, section) in index.unitSections.enumerated() {
      pages += (0..<section.pageCount).map { .unitSection(number, page: $0 + 1) }
    }
    return pages
  }
}
