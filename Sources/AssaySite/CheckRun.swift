public import AssayAnalysis
public import AssayRender

/// Checks the numbers of a site without building it.
public struct CheckRun: Sendable {
  /// Every relation that was found, in order of place.
  public private(set) var findings: [Finding]
  /// What was found wrong with the files themselves.
  public let diagnostics: [Diagnostic]
  public let counts: SiteCounts

  /// - Throws: `Failure` where files could not be read.
  public init(
    _ site: Site, publication: Publication, workers: Int? = nil,
    progress: BuildProgress = BuildProgress()
  ) async throws {
    let (options, problems) = site.analysisOptions()
    let reviews = try ReviewFile(site)
    let looksAcross = options.checks.contains { $0.id == Check.crossDocument.id }
    let stage = site.articleStage(options, publication)
    progress.begin(.reading, of: site.articles.count)
    let results = try await parallelMap(site.articles, chunk: 4, workers: workers) { source in
      defer { progress.advance() }
      try Task.checkCancellation()
      let outcome = stage.run(source)
      let reviewed = outcome.analysis?.findings(reviews: reviews.reviews)
      return (
        findings: reviewed?.findings ?? [],
        counts: outcome.analysis.map { SiteCounts($0) } ?? SiteCounts(),
        figures: looksAcross ? outcome.analysis?.placedFigures ?? [] : [],
        diagnostics: outcome.diagnostics + (reviewed?.diagnostics ?? [])
      )
    }
    let across = crossDocumentFindings(results.flatMap(\.figures)).map { finding in
      var finding = finding
      finding.review = reviews.reviews[finding.fingerprint]
      return finding
    }
    let all = results.flatMap(\.findings) + across
    // A few files of a site say nothing of the reviews of the others.
    let stale = site.isWhole ? reviews.stale(after: all) : []
    let found =
      site.diagnostics + site.named(problems + results.flatMap(\.diagnostics))
      + reviews.diagnostics + stale
    guard !found.contains(where: { $0.severity == .error }) else {
      throw Failure(.input, found.sorted())
    }
    diagnostics = found.sorted()
    findings = site.named(all).sorted()
    var counts = results.reduce(into: SiteCounts()) { $0.add($1.counts) }
    counts.add(across)
    self.counts = counts
  }

  /// The same with what a baseline knows marked as known.
  public func comparing(with baseline: Baseline) -> CheckRun {
    var run = self
    for index in run.findings.indices {
      run.findings[index].isKnown = baseline.knows(run.findings[index])
    }
    return run
  }

  /// The findings that ask for something, as messages.
  public var messages: [Diagnostic] { findings.compactMap(\.diagnostic) }
}

/// How much there is in a site.
public struct SiteCounts: Sendable, Hashable {
  public private(set) var articles = 0
  public private(set) var claims = 0
  public private(set) var comments = 0
  /// Relations by verdict.
  public private(set) var relations: [Verdict: Int] = [:]

  init() {}

  init(_ analysis: Analysis) {
    articles = 1
    claims = analysis.parts.reduce(0) { $0 + $1.claims.count }
    comments = analysis.thread?.comments.count ?? 0
    for relation in analysis.relations { relations[relation.verdict, default: 0] += 1 }
  }

  init(articles: Int, claims: Int, comments: Int, relations: [Verdict: Int]) {
    self.articles = articles
    self.claims = claims
    self.comments = comments
    self.relations = relations
  }

  /// Adds what no article tells alone.
  mutating func add(_ findings: [Finding]) {
    for finding in findings { relations[finding.verdict, default: 0] += 1 }
  }

  mutating func add(_ other: SiteCounts) {
    articles += other.articles
    claims += other.claims
    comments += other.comments
    relations.merge(other.relations, uniquingKeysWith: +)
  }
}

extension Site {
  /// The same findings under the paths that the user knows the files by.
  func named(_ findings: [Finding]) -> [Finding] {
    let paths = shownPaths
    return findings.map { finding in finding.renamed { paths[$0] ?? $0 } }
  }
}
