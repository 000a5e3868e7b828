public import AssayAnalysis
public import AssayRender

/// Checks the numbers of a site without building it.
public struct CheckRun: Sendable {
  /// Every relation that was found, in order of place.
  public let findings: [Finding]
  /// What was found wrong with the files themselves.
  public let diagnostics: [Diagnostic]
  public let counts: SiteCounts

  /// - Throws: `Failure` where files could not be read.
  public init(
    _ site: Site, publication: Publication, workers: Int? = nil,
    progress: BuildProgress = BuildProgress()
  ) async throws {
    let (options, problems) = site.analysisOptions()
    let stage = site.articleStage(options, publication)
    progress.begin(.reading, of: site.articles.count)
    let results = try await parallelMap(site.articles, chunk: 4, workers: workers) { source in
      defer { progress.advance() }
      try Task.checkCancellation()
      let outcome = stage.run(source)
      return (
        findings: outcome.analysis?.findings ?? [],
        counts: outcome.analysis.map { SiteCounts($0) } ?? SiteCounts(),
        diagnostics: outcome.diagnostics
      )
    }
    let found = site.diagnostics + site.named(problems + results.flatMap(\.diagnostics))
    guard !found.contains(where: { $0.severity == .error }) else {
      throw Failure(.input, found.sorted())
    }
    diagnostics = found.sorted()
    findings = results.flatMap { site.named($0.findings) }
    counts = results.reduce(into: SiteCounts()) { $0.add($1.counts) }
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
