import AssayAnalysis
import AssayRender

/// Builds a site: reads, analyses, links, renders, and puts the result in the place of the old one.
public struct Build: Sendable {
  private let site: Site
  private let output: String
  private let publication: Publication
  private let workers: Int?
  private let version: String
  private let drawing: CardDrawing

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
  private func read(
    _ options: AnalysisOptions, _ known: [String: BuiltArticle], _ assets: AssetIndex,
    _ store: PackStore,
    _ progress: BuildProgress
  ) async throws -> [BuiltArticle] {
    let publication = publication
    let links = LinkResolver(site, assets: assets) { publication.reasonToLeaveOut($0) == nil }
    let stage = site.articleStage(options, publication)
    progress.begin(.reading, of: site.articles.count)
    return try await parallelMap(site.articles, chunk: 4, workers: workers) { source in
      defer { progress.advance() }
      try Task.checkCancellation()
      if let old = known[source.file.name], old.isCurrent(source) { return old.reused }
      return try BuiltArticle(source, stage, links, store: store, options: briefingOptions)
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
    let writer = try OutputWriter(output: output)
    do {
      progress.begin(.writing, of: jobs.count)
      let results = try await parallelMap(jobs, chunk: 16, workers: workers) { job in
        defer { progress.advance() }
        try Task.checkCancellation()
        return try write(job, of: pages, with: writer)
      }
      for result in results { report.times.add(result.times) }
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

  private func write(
    _ job: Job, of pages: SitePages, with writer: OutputWriter
  ) throws(Failure) -> (path: String, isChanged: Bool, times: StageTimes) {
    var times = StageTimes()
    let file = try times.time(.render) { () throws(Failure) in
      switch job {
      case .page(.card(let article)): try drawing.picture(of: pages.render(.card(article)))
      case .page(let page): try pages.render(page)
      case .copy(let file, let path):
        OutputFile(
          path: path,
          bytes: try Files.read(file.path, limit: site.configuration.maximumFileBytes))
      }
    }
    let isChanged = try times.time(.write) { () throws(Failure) in
      try writer.add(file.path, file.bytes)
    }
    return (file.path, isChanged, times)
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
