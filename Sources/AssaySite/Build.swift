import AssayAnalysis
public import AssayRender

/// Builds a site: reads, analyses, links, renders, and puts the result in the place of the old one.
public struct Build: Sendable {
  let site: Site
  let output: String
  let publication: Publication
  let workers: Int?
  private let version: String
  let drawing: CardDrawing
  /// True where each page's data are written beside it.
  public var writesData = false
  /// The folder that keeps what was read for the next build; nil where nothing does.
  public var cacheFolder: String?
  /// True where the same process builds again, with the cache that this build's report holds.
  public var isRepeated = false
  /// False for an output folder that goes with the process.
  public var keepsOutput = true

  /// True where pages are kept for later processes.
  var keepsPages: Bool { cacheFolder != nil && keepsOutput }

  /// - Parameters:
  ///   - output: the folder to write to; nil takes the configuration's.
  ///   - workers: how many articles and pages are under way at once; nil takes the cores.
  ///   - version: of Assay, as pages tell it.
  public init(
    _ site: Site, output: String? = nil, publication: Publication = Publication(),
    workers: Int? = nil, version: String = ""
  ) {
    self.site = site
    self.output = output ?? site.output
    self.publication = publication
    self.workers = workers
    self.version = version
    drawing = CardDrawing(isWanted: site.configuration.hasCards, output: self.output)
  }

  /// Builds. The old site stays as it is where anything goes wrong.
  ///
  /// - Parameter cache: what an earlier build of the process left; what has not changed since is taken
  ///   from it, else from `cacheFolder`.
  /// - Throws: `Failure` with everything that was found.
  public func run(
    progress: BuildProgress = BuildProgress(), cache: BuildCache = BuildCache()
  ) async throws -> BuildReport {
    var report = BuildReport()
    let settings = report.times.time(.read) { SettingsKey(site, version: version) }
    let known = try report.times.time(.read) { () throws(Failure) in
      try cache.current(settings, folder: cacheFolder, output: output)
    }
    defer { if !isRepeated { known.store?.folder?.release() } }
    do {
      try await run(progress, known, &report)
    } catch let failure as Failure where SitePages.isDamage(failure) {
      // What was kept is not what was read: all is read again.
      report = BuildReport()
      try await run(progress, known.emptied, &report)
    }
    return report
  }

  private func run(
    _ progress: BuildProgress, _ known: BuildCache, _ report: inout BuildReport
  ) async throws {
    let store = try known.store ?? PackStore(beside: output)
    let (options, problems) = report.times.time(.read) { site.analysisOptions() }
    let assets = report.times.time(.read) { AssetIndex(site) }
    let articles = try await read(options, known.articles, assets, store, progress)
    report.add(articles, of: site)
    report.diagnostics += site.diagnostics + site.named(problems + brokenAnchors(articles))
    report.diagnostics += assets.diagnostics
    report.diagnostics += try ReviewFile(site).diagnostics
    try report.refuseErrors()
    let pages = try link(articles, options.checks, store, &report)
    report.disputeCount = pages.disputeCount
    if site.configuration.hasCards, let note = drawing.note { report.diagnostics.append(note) }
    let table = try await write(pages, assets, known, progress, &report)
    let isSame = table.isSame && articles.allSatisfy(known.holds)
    let next = try report.times.time(.keep) { () throws(Failure) in
      isSame ? known : try kept(articles, table, known.settings, store)
    }
    // Whoever holds it holds the folder, too.
    if isRepeated { report.cache = next }
  }

  /// What the next build can take over, kept where there is a folder for it.
  private func kept(
    _ articles: [BuiltArticle], _ pages: PageTable, _ settings: SettingsKey, _ store: PackStore
  ) throws(Failure) -> BuildCache {
    var store = store
    var articles = articles
    let byteCount = articles.reduce(0) { $0 + ($1.pack?.byteCount ?? 0) }
    if store.isWasteful(keeping: byteCount), let fresh = try store.emptyOther(beside: output) {
      for (index, article) in articles.enumerated() {
        guard let old = article.pack else { continue }
        let bytes = try store.read(0..<old.byteCount, of: old)
        articles[index] = article.moved(to: try fresh.add(bytes))
      }
      store = fresh
    }
    let cache = BuildCache(
      store: store, settings: settings,
      articles: Dictionary(articles.map { ($0.name, $0) }, uniquingKeysWith: { $1 }), pages: pages)
    if settings != .none {
      store.folder?.write(cache, store: store, output: keepsPages ? output : nil)
    }
    return cache
  }
}

extension Build {
  /// What the templates of the site's pages may use: a name and what it is, by template.
  ///
  /// - Throws: `Failure` where the site cannot be read.
  public func templateNames() async throws -> [TemplateNames] {
    var report = BuildReport()
    let (options, _) = site.analysisOptions()
    let store = try PackStore(beside: output)
    let articles = try await read(options, [:], AssetIndex(site), store, BuildProgress())
    report.add(articles, of: site)
    let pages = try link(articles, options.checks, store, &report)
    let shown = pages.pages.filter(pages.hasData)
    return TemplateNames.joined(try await parallelMap(shown) { try pages.names(of: $0) })
  }

  private func read(
    _ options: AnalysisOptions, _ known: [String: BuiltArticle], _ assets: AssetIndex,
    _ store: PackStore, _ progress: BuildProgress
  ) async throws -> [BuiltArticle] {
    let publication = publication
    let links = LinkResolver(site, assets: assets) { publication.reasonToLeaveOut($0) == nil }
    let stage = site.articleStage(options, publication)
    let reviews = try ReviewFile(site).reviews
    let limit = site.configuration.maximumFileBytes
    progress.begin(.reading, of: site.articles.count)
    return try await parallelMap(site.articles, chunk: 4, workers: workers) { source in
      defer { progress.advance() }
      try Task.checkCancellation()
      // Taken before reading: a file that changes meanwhile is read again next time.
      let stamps = source.stamps
      let old = known[source.file.name].flatMap { old in
        old.isCacheable && old.isCurrent(source, links, publication, limit: limit) ? old : nil
      }
      // A process that read the files itself need not read them again.
      if let old, !stamps.isEmpty, old.origin.stamps == stamps { return old.reused(stamps: stamps) }
      var times = StageTimes()
      let bytes = times.time(.read) { stage.reader.bytes(of: source) }
      if let old, let bytes, bytes.digest(of: source) == old.origin.digest {
        return old.reused(stamps: stamps)
      }
      return try BuiltArticle(
        source, stage, links, store: store, reviews: reviews, bytes: bytes, stamps: stamps,
        options: briefingOptions)
    }
  }

  private var scale: SiteScale { SiteScale(articles: site.articles.count) }

  private func briefingOptions(slug: String) -> BriefingOptions {
    let page = site.configuration.baseURL.map { "\($0)/\(PageMap.article(slug))" }
    return BriefingOptions(
      permalinks: site.configuration.permalinks, scale: scale,
      report: ReportOptions(version: version, pageURL: page))
  }

  private func link(
    _ articles: [BuiltArticle], _ checks: [Check], _ store: PackStore,
    _ report: inout BuildReport
  ) throws(Failure) -> SitePages {
    let places = articles.compactMap(\.pack)
    let packs = PackSource { number, range throws(Failure) in
      try store.read(range, of: places[number])
    }
    let theme = try theme()
    let (data, problems) = report.times.time(.read) { site.dataValue() }
    report.diagnostics += problems
    try report.refuseErrors()
    do throws(Failure) {
      let pages = try report.times.time(.link) { () throws(Failure) in
        try SitePages(
          articles.compactMap(\.briefing), packs: packs, settings: settings(checks, data),
          theme: theme)
      }
      report.diagnostics += pages.mistypedTemplates
      try report.refuseErrors()
      return pages
    } catch {
      throw Failure(.input, (report.diagnostics + site.named(error.diagnostics)).uniqueSorted)
    }
  }

  /// Links to headings of other articles, which are all known by now.
  private func brokenAnchors(_ articles: [BuiltArticle]) -> [Diagnostic] {
    guard articles.contains(where: { !$0.anchorLinks.isEmpty }) else { return [] }
    let headings = Dictionary(
      articles.filter { $0.briefing != nil }.map { ($0.name, $0.headings) },
      uniquingKeysWith: { first, _ in first })
    // What is wrong with an article that could not be read is told already.
    return articles.flatMap(\.anchorLinks).filter { link in
      !(headings[link.article]?.contains(link.anchor) ?? true)
    }.map(\.diagnostic)
  }

  private func theme() throws(Failure) -> Theme {
    var overrides: [(name: String, text: SourceText)] = []
    for file in site.templates {
      let bytes = try Files.read(file.path, limit: site.configuration.maximumFileBytes)
      overrides.append((file.name, try SourceText.decode(path: file.path, bytes: bytes).text))
    }
    return try Theme(overrides: overrides, tokens: site.configuration.tokens)
  }

  private func settings(_ checks: [Check], _ data: TemplateValue) -> PageSettings {
    let configuration = site.configuration
    var settings = PageSettings()
    settings.title = configuration.title
    settings.description = configuration.description
    settings.baseURL = configuration.baseURL
    settings.language = configuration.language
    settings.authors = configuration.authors
    settings.feeds = configuration.feeds
    settings.taxonomies = configuration.taxonomies
    settings.sections = configuration.sections
    settings.languages = configuration.languages
    settings.pageSize = configuration.pageSize
    settings.menu = configuration.menu
    settings.words = configuration.words
    settings.cards = configuration.hasCards ? drawing.cards : .none
    settings.params = TemplateValue(configuration.params)
    settings.data = data
    settings.checks = checks
    settings.scale = scale
    settings.version = version
    return settings
  }
}
