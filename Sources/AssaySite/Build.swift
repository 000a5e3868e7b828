import AssayAnalysis
public import AssayRender

/// Builds a site: reads, analyses, links, renders, and puts the result in the place of the old one.
public struct Build: Sendable {
  private let site: Site
  private let output: String
  private let publication: Publication
  private let workers: Int?
  private let version: String
  private let drawing: CardDrawing
  /// True where each page's data are written beside it.
  public var writesData = false

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
  /// - Parameter earlier: articles of an earlier build whose files have not changed are taken from
  ///   it.
  /// - Throws: `Failure` with everything that was found.
  public func run(
    progress: BuildProgress = BuildProgress(), earlier: EarlierBuild = EarlierBuild()
  ) async throws -> BuildReport {
    var report = BuildReport()
    let (options, problems) = report.times.time(.read) { site.analysisOptions() }
    let assets = report.times.time(.read) { AssetIndex(site) }
    let isKnown = earlier.knows(site, publication)
    let store = try (isKnown ? earlier.store : nil) ?? PackStore(beside: output)
    let articles = try await read(
      options, isKnown ? earlier.articles : [:], assets, store, progress)
    report.add(articles, of: site)
    report.diagnostics += site.diagnostics + site.named(problems + brokenAnchors(articles))
    report.diagnostics += assets.diagnostics
    try report.refuseErrors()
    let pages = try link(articles, options.checks, store, &report)
    if site.configuration.hasCards, let note = drawing.note { report.diagnostics.append(note) }
    try await write(pages, assets, progress, &report)
    report.earlier = EarlierBuild(site, publication, articles, store)
    return report
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
    progress.begin(.reading, of: site.articles.count)
    return try await parallelMap(site.articles, chunk: 4, workers: workers) { source in
      defer { progress.advance() }
      try Task.checkCancellation()
      if let old = known[source.file.name], old.isCurrent(source) { return old.reused }
      return try BuiltArticle(
        source, stage, links, store: store, reviews: reviews, options: briefingOptions)
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

extension Build {
  /// One file to write: rendered by the site, or copied from the content.
  private enum Job: Sendable {
    case page(PageID)
    /// What the page's template is given.
    case data(PageID)
    case copy(ContentFile, to: String)
  }

  private func write(
    _ pages: SitePages, _ assets: AssetIndex, _ progress: BuildProgress,
    _ report: inout BuildReport
  ) async throws {
    let copies = assets.sorted.map { Job.copy($0.file, to: $0.path) }
    let own = site.statics.map(\.name)
    // The site's own robots.txt, where it has one, takes the place of ours.
    let made = pages.pages.filter { $0 != .robots || !own.contains(PageMap.robots) }
    let jobs =
      made.map { Job.page($0) } + copies + site.statics.map { Job.copy($0, to: $0.name) }
      + (writesData ? made.filter(pages.hasData).map { Job.data($0) } : [])
    let writer = try OutputWriter(output: output)
    do {
      progress.begin(.writing, of: jobs.count)
      let lint = try outputLint(jobs, of: pages)
      let outcomes = try await parallelMap(jobs, chunk: 16, workers: workers) { job in
        defer { progress.advance() }
        try Task.checkCancellation()
        // One mistake in a template keeps no other from being told.
        return Result { () throws(Failure) in try write(job, of: pages, with: writer, lint) }
      }
      let results = try unlessFailed(outcomes)
      for result in results { report.times.add(result.times) }
      report.diagnostics += try lint.diagnostics(results.compactMap(\.lint)) {
        path throws(Failure) in
        try made.first { pages.path(of: $0) == path }.map { page throws(Failure) in
          try pages.render(page)
        }
      }
      report.setPages(results.map { ($0.path, $0.isChanged) })
      try refuseDoubles(results.map(\.path))
      try report.times.time(.exchange) { () throws(Failure) in
        try writer.commit(results.map(\.path))
      }
    } catch {
      writer.cancel()
      throw error
    }
  }

  private func outputLint(_ jobs: [Job], of pages: SitePages) throws(Failure) -> OutputLint {
    var templates: [SourceText] = []
    for file in site.templates where file.name.hasSuffix(".html") {
      let bytes = try Files.read(file.path, limit: site.configuration.maximumFileBytes)
      templates.append(try SourceText.decode(path: file.path, bytes: bytes).text)
    }
    let paths = jobs.map { job in
      switch job {
      case .page(let page), .data(let page): pages.path(of: page)
      case .copy(_, let path): path
      }
    }
    return OutputLint(paths: paths, templates: templates)
  }

  /// What came of every job.
  ///
  /// - Throws: `Failure` with all that went wrong in any of them, each mistake once.
  private func unlessFailed<Value>(_ outcomes: [Result<Value, Failure>]) throws(Failure) -> [Value]
  {
    var values: [Value] = []
    var problems: [Diagnostic] = []
    for outcome in outcomes {
      switch outcome {
      case .success(let value): values.append(value)
      case .failure(let failure): problems += failure.diagnostics
      }
    }
    guard problems.isEmpty else { throw Failure(.input, problems.uniqueSorted) }
    return values
  }

  /// What came of writing one file.
  private struct Written: Sendable {
    let path: String
    let isChanged: Bool
    let lint: PageLint?
    let times: StageTimes
  }

  private func write(
    _ job: Job, of pages: SitePages, with writer: OutputWriter, _ lint: OutputLint
  ) throws(Failure) -> Written {
    var times = StageTimes()
    let file = try times.time(.render) { () throws(Failure) in
      switch job {
      case .page(.card(let article)): try drawing.picture(of: pages.render(.card(article)))
      case .page(let page): try pages.render(page)
      case .data(let page): try pages.data(of: page)
      case .copy(let file, let path):
        OutputFile(
          path: path,
          bytes: try Files.read(file.path, limit: site.configuration.maximumFileBytes))
      }
    }
    let isChanged = try times.time(.write) { () throws(Failure) in
      try writer.add(file.path, file.bytes)
    }
    let found: PageLint? =
      if case .page = job { times.time(.lint) { lint.lint(file) } } else { nil }
    return Written(path: file.path, isChanged: isChanged, lint: found, times: times)
  }

  /// Two pages at one address would hide one of them.
  private func refuseDoubles(_ paths: [String]) throws(Failure) {
    var seen: Set<String> = []
    let doubles = paths.filter { !seen.insert($0).inserted }
    guard doubles.isEmpty else {
      throw Failure(
        .input,
        Set(doubles).sorted().map {
          Diagnostic(
            .error, path: Files.join(output, $0), "two files of the site would have this path",
            hint: "change the 'slug' or 'aliases' of an article, or the name of a file")
        })
    }
  }
}
