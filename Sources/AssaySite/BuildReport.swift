public import AssayAnalysis
import AssayRender

/// What a build did.
public struct BuildReport: Sendable {
  /// How many pages of HTML the site has.
  public private(set) var pageCount = 0
  /// How many files an earlier build had made already, and nobody made again.
  public private(set) var cachedCount = 0
  /// How many files are new or have changed.
  public private(set) var changedCount = 0
  public private(set) var counts = SiteCounts()
  /// What its claims' marks show; claims that nothing was held against are not counted.
  public private(set) var verdicts: [Verdict: Int] = [:]
  /// How many figures of older articles a newer one gives otherwise.
  public internal(set) var disputeCount = 0
  /// How many articles were left out, by reason.
  public private(set) var leftOut: [String: Int] = [:]
  /// Sorted by place.
  public internal(set) var diagnostics: [Diagnostic] = []
  public internal(set) var times = StageTimes()
  /// For the next build, where there will be one.
  public internal(set) var cache = BuildCache()

  mutating func add(_ articles: [BuiltArticle], of site: Site) {
    for article in articles {
      counts.add(article.counts)
      times.add(article.times)
      if let reason = article.leftOut { leftOut[reason.name, default: 0] += 1 }
      for case (let verdict?, let count) in article.briefing?.verdictCounts ?? [] {
        verdicts[verdict, default: 0] += count
      }
    }
    diagnostics = site.named(articles.flatMap(\.diagnostics))
  }

  mutating func setPages(_ files: [(path: String, isChanged: Bool)], cached: Int) {
    cachedCount = cached
    pageCount = files.count { $0.path.hasSuffix(".html") }
    changedCount = files.count { $0.isChanged }
    diagnostics = diagnostics.uniqueSorted
  }

  /// - Throws: `Failure` with all diagnostics where one of them is an error.
  func refuseErrors() throws(Failure) {
    guard diagnostics.contains(where: { $0.severity == .error }) else { return }
    throw Failure(.input, diagnostics.uniqueSorted)
  }
}

extension [Diagnostic] {
  /// In order of place, each once.
  var uniqueSorted: [Diagnostic] {
    sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
