public import AssayAnalysis
public import AssayRender

/// Reads a site for a report of it, without building it.
public struct ReportRun: Sendable {
  /// The newest first, as on the site's front page.
  public let digests: [BriefingDigest]
  /// What was found wrong with the files themselves.
  public let diagnostics: [Diagnostic]

  /// - Throws: `Failure` where files could not be read.
  public init(
    _ site: Site, publication: Publication, version: String, workers: Int? = nil,
    progress: BuildProgress = BuildProgress()
  ) async throws {
    let (options, problems) = site.analysisOptions()
    let stage = site.articleStage(options, publication)
    let configuration = site.configuration
    progress.begin(.reading, of: site.articles.count)
    let results = try await parallelMap(site.articles, chunk: 4, workers: workers) { source in
      defer { progress.advance() }
      try Task.checkCancellation()
      let outcome = stage.run(source)
      let digest = outcome.analysis.map { analysis in
        let slug = configuration.permalinks.folder(
          of: analysis.article.frontMatter, path: source.file.name)
        let page = configuration.baseURL.map { "\($0)/\(PageMap.article(slug))" }
        return BriefingDigest(
          analysis, slug: slug, path: source.file.name,
          report: ReportOptions(version: version, pageURL: page))
      }
      return (digest: digest, diagnostics: outcome.diagnostics)
    }
    let found = (site.diagnostics + site.named(problems + results.flatMap(\.diagnostics))).sorted()
    guard !found.contains(where: { $0.severity == .error }) else { throw Failure(.input, found) }
    diagnostics = found
    digests = results.compactMap(\.digest).newestFirst
  }
}
