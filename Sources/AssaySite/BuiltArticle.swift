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
  let origin: Origin

  /// What an article was made of, besides what all are made with.
  struct Origin: Sendable {
    /// Of the bytes of its files; empty where they could not be read.
    var digest = ""
    /// What it links to and shows, and where that led.
    var answers: [String: String] = [:]
    /// The files that its charts are drawn of, and hashes of their bytes.
    var charts: [String: UInt64] = [:]
    /// When it is published: whether it is a draft, and its days.
    var isDraft = false
    var date: CalendarDate?
    var expires: CalendarDate?
    /// Of its files, where this process read them.
    var stamps: [Files.Stamp] = []
  }
}

extension BuiltArticle {
  /// - Parameters:
  ///   - reviews: what people decided about findings, by fingerprint.
  ///   - bytes: of its files; nil where they cannot be read.
  ///   - stamps: of its files, taken before they were read.
  ///   - options: how the briefing of an article at an address is made.
  init(
    _ source: ArticleSource, _ stage: ArticleStage, _ links: LinkResolver, store: PackStore,
    reviews: [String: Review], bytes: ArticleReader.SourceBytes?, stamps: [Files.Stamp],
    options: (_ slug: String) -> BriefingOptions
  ) throws(Failure) {
    var resolution: LinkResolver.Resolution?
    var outcome = stage.run(source, bytes: bytes) { document in
      let found = links.resolve(document, name: source.file.name)
      resolution = found
      return found.document
    }
    outcome.analysis = outcome.analysis?.settingAside(reviews)
    let site = stage.reader.site
    let files = outcome.analysis.map { ChartFiles(of: $0.article, source.file, site) }
    let charts = outcome.analysis.map { ArticleCharts($0.article, files: files?.bytes ?? [:]) }
    var problems = outcome.diagnostics + (resolution?.diagnostics ?? [])
    let front = outcome.analysis?.article.frontMatter
    let image = BuiltArticle.image(front, of: source, links, &problems)
    var made: (briefing: Briefing, place: PackStore.Place)?
    if let analysis = outcome.analysis {
      let isAnalysed = outcome.isAnalysed
      made = try outcome.times.time(.brief) { () throws(Failure) in
        let slug = site.configuration.permalinks.folder(
          of: analysis.article.frontMatter, path: source.file.name)
        let (briefing, pack) = brief(
          analysis, slug: slug, path: source.file.name, isAnalysed: isAnalysed, image: image,
          charts: charts ?? ArticleCharts(), options: options(slug))
        return (briefing, try store.add(pack))
      }
    }
    var origin = Origin(
      digest: bytes?.digest(of: source) ?? "", answers: resolution?.answers ?? [:],
      isDraft: front?.isDraft ?? false, date: front?.date, expires: front?.expires, stamps: stamps)
    for name in files?.names ?? [] { origin.charts[name] = ChartFiles.hash(of: files?.bytes[name]) }
    if let path = front?.image.flatMap({ links.imagePath($0, from: source.file.name) }) {
      origin.answers[path] = links.answer(path)
    }
    self.init(
      name: source.file.name, briefing: made?.briefing, pack: made?.place,
      headings: Set(outcome.analysis?.article.headingIDs ?? []),
      anchorLinks: resolution?.anchors ?? [],
      counts: outcome.analysis.map { SiteCounts($0) } ?? SiteCounts(), leftOut: outcome.leftOut,
      diagnostics: problems + (charts?.diagnostics ?? []), times: outcome.times, origin: origin)
  }

  private static func image(
    _ front: FrontMatter?, of source: ArticleSource, _ links: LinkResolver,
    _ problems: inout [Diagnostic]
  ) -> ShareImage? {
    guard let named = front?.image else { return nil }
    do throws(Failure) {
      return try links.image(named, from: source.file.name)
    } catch {
      problems += error.diagnostics
      return nil
    }
  }

  /// The same article, without the time that an earlier build spent on it.
  func reused(stamps: [Files.Stamp]) -> BuiltArticle {
    var origin = origin
    origin.stamps = stamps
    return moved(to: pack, times: StageTimes(), origin: origin)
  }

  /// The same article with its pack elsewhere.
  func moved(to place: PackStore.Place?) -> BuiltArticle {
    moved(to: place, times: times, origin: origin)
  }

  private func moved(
    to place: PackStore.Place?, times: StageTimes, origin: Origin
  ) -> BuiltArticle {
    BuiltArticle(
      name: name, briefing: briefing, pack: place, headings: headings, anchorLinks: anchorLinks,
      counts: counts, leftOut: leftOut, diagnostics: diagnostics, times: times, origin: origin)
  }

  /// False where it must be read again in any case: it was left out or could not be read, or
  /// something is wrong with a link, which a file that comes or goes may mend.
  var isCacheable: Bool {
    briefing != nil && !origin.digest.isEmpty
      && !diagnostics.contains { $0.severity == .error || $0.rule == "link" }
  }

  /// True where all that it was made of beside its own files is as it was.
  ///
  /// - Parameter source: the article now.
  func isCurrent(
    _ source: ArticleSource, _ links: LinkResolver, _ publication: Publication, limit: Int
  ) -> Bool {
    var matter = FrontMatter()
    matter.isDraft = origin.isDraft
    matter.date = origin.date
    matter.expires = origin.expires
    return publication.reasonToLeaveOut(matter) == nil
      && origin.answers.allSatisfy { links.answer($0.key) == $0.value }
      && origin.charts.allSatisfy {
        ChartFiles.hash(of: $0.key, beside: source.file, limit: limit) == $0.value
      }
  }
}
