import AssayAnalysis
import AssayRender

/// All that a build keeps of one article in memory: its briefing and small facts about it.
struct BuiltArticle: Sendable {
  let name: String
  /// Nil where the article could not be read or is not published.
  let briefing: Briefing?
  /// Where what its pages show is kept; nil where there is no briefing.
  let pack: PackStore.Place?
  /// The anchors that other articles may link to.
  let headings: Set<String>
  let anchorLinks: [LinkResolver.AnchorLink]
  let counts: SiteCounts
  let leftOut: Publication.Reason?
  let diagnostics: [Diagnostic]
  let times: StageTimes
  /// Of every file that it was made from.
  private let stamps: [Files.Stamp]

  /// - Parameters:
  ///   - reviews: what people decided about findings, by fingerprint.
  ///   - options: how the briefing of an article at an address is made.
  init(
    _ source: ArticleSource, _ stage: ArticleStage, _ links: LinkResolver, store: PackStore,
    reviews: [String: Review], options: (_ slug: String) -> BriefingOptions
  ) throws(Failure) {
    name = source.file.name
    // Taken before reading: a file that changes meanwhile is read again next time.
    var files = [source.file] + (source.thread.map { [$0] } ?? [])
    var stamps = files.compactMap { Files.stamp($0.path) }
    var resolution: LinkResolver.Resolution?
    var outcome = stage.run(source) { document in
      let found = links.resolve(document, name: source.file.name)
      resolution = found
      return found.document
    }
    outcome.analysis = outcome.analysis?.settingAside(reviews)
    files = resolution?.targets ?? []
    let read = outcome.analysis.map { ChartFiles(of: $0.article, source.file, stage.reader.site) }
    stamps += (files.map(\.path) + (read?.paths ?? [])).compactMap { Files.stamp($0) }
    self.stamps = stamps
    let charts = outcome.analysis.map { ArticleCharts($0.article, files: read?.bytes ?? [:]) }
    anchorLinks = resolution?.anchors ?? []
    var image: ShareImage?
    var problems = outcome.diagnostics + (resolution?.diagnostics ?? [])
    if let named = outcome.analysis?.article.frontMatter.image {
      do throws(Failure) {
        image = try links.image(named, from: source.file.name)
      } catch {
        problems += error.diagnostics
      }
    }
    diagnostics = problems + (charts?.diagnostics ?? [])
    counts = outcome.analysis.map { SiteCounts($0) } ?? SiteCounts()
    leftOut = outcome.leftOut
    headings = Set(outcome.analysis?.article.headingIDs ?? [])
    var made: (briefing: Briefing, place: PackStore.Place)?
    if let analysis = outcome.analysis {
      let isAnalysed = outcome.isAnalysed
      made = try outcome.times.time(.brief) { () throws(Failure) in
        let permalinks = stage.reader.site.configuration.permalinks
        let slug = permalinks.folder(of: analysis.article.frontMatter, path: source.file.name)
        let (briefing, pack) = brief(
          analysis, slug: slug, path: source.file.name, isAnalysed: isAnalysed, image: image,
          charts: charts ?? ArticleCharts(), options: options(slug))
        return (briefing, try store.add(pack))
      }
    }
    briefing = made?.briefing
    pack = made?.place
    times = outcome.times
  }

  private init(_ other: BuiltArticle, times: StageTimes) {
    name = other.name
    briefing = other.briefing
    pack = other.pack
    headings = other.headings
    anchorLinks = other.anchorLinks
    counts = other.counts
    leftOut = other.leftOut
    diagnostics = other.diagnostics
    stamps = other.stamps
    self.times = times
  }

  /// The same article, without the time that an earlier build spent on it.
  var reused: BuiltArticle { BuiltArticle(self, times: StageTimes()) }

  /// True where it was made from these files and none of them has changed.
  func isCurrent(_ source: ArticleSource) -> Bool {
    let paths = [source.file.path] + (source.thread.map { [$0.path] } ?? [])
    return stamps.prefix(paths.count).map(\.path) == paths
      && stamps.allSatisfy { Files.stamp($0.path) == $0 }
  }
}

/// The articles of an earlier build, to be taken over where nothing they were made from changed.
public struct EarlierBuild: Sendable {
  let articles: [String: BuiltArticle]
  /// Where the articles' packs are kept.
  let store: PackStore?
  private let settings: [Files.Stamp?]
  private let publication: Publication?
  private let names: Set<String>

  /// Nothing was built before.
  public init() {
    articles = [:]
    store = nil
    settings = []
    publication = nil
    names = []
  }

  init(
    _ site: Site, _ publication: Publication, _ articles: [BuiltArticle], _ store: PackStore
  ) {
    self.store = store
    self.articles = Dictionary(
      articles.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    settings = EarlierBuild.settings(of: site)
    self.publication = publication
    names = EarlierBuild.names(of: site)
  }

  /// True where the site is the same but for the words of its articles: a name that comes or goes
  /// can make or break a link in any of them.
  func knows(_ site: Site, _ publication: Publication) -> Bool {
    let byteCount = articles.values.reduce(0) { $0 + ($1.pack?.byteCount ?? 0) }
    guard let store, !store.isWasteful(keeping: byteCount) else { return false }
    return self.publication == publication && settings == EarlierBuild.settings(of: site)
      && names == EarlierBuild.names(of: site)
  }

  private static func settings(of site: Site) -> [Files.Stamp?] {
    let lists = site.gazetteers + site.redactionFiles + site.overrides + site.references
    let files = lists.map(\.path) + [site.path(of: ReviewFile.name)]
    return ([site.path(of: Configuration.fileName)] + files).map { Files.stamp($0) }
  }

  private static func names(of site: Site) -> Set<String> {
    Set(site.articles.map(\.file.name) + (site.assets + site.references).map(\.name))
  }
}
