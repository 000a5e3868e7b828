import AssayAnalysis

extension SitePages {
  private static let homeShape = shape(
    "edition", "lead", "findings", "sources", "list", "more", "entities", "verdicts", "downloads")
  private static let leadPoints = 3
  private static let mostFindings = 6
  private static let mostSources = 5
  private static let mostBriefings = 30
  private static let mostNames = 40
  /// Fewer squares than the one are no picture, nor more than the other.
  private static let fewestSquares = 3
  private static let mostSquares = 400

  func renderHome() throws(Failure) -> RenderedPage {
    let all = SitePages.ownBriefings(index, settings)
    let rest = all.prefix(SitePages.mostBriefings).map { index.briefings[$0] }
    var lead = TemplateValue.nothing
    if let first = all.first {
      let points = Array(try points(of: first).prefix(SitePages.leadPoints))
      lead = briefingValue(
        index.briefings[first], points: points,
        chart: points.isEmpty ? nil : try compactHero(of: first))
    }
    let more = all.count > rest.count ? "All \(groupedDigits(all.count)) briefings" : nil
    let names = index.entities.sorted {
      (-$0.mentionCount, $0.entity.name) < (-$1.mentionCount, $1.entity.name)
    }
    return try render(
      "home.html",
      PageHead(
        title: settings.title, description: settings.description, section: "home",
        alternates: homeAlternates, structured: structuredHome, root: ""),
      path: PageMap.home, SitePages.homeShape,
      [
        .list(edition) { .string($0) },
        lead,
        .list(try findings([.contradicted, .doubtful, .unsupported], SitePages.mostFindings)),
        .list(try findings([.needsReference], SitePages.mostSources)),
        .list(rest) { briefingValue($0) }, TemplateValue(more),
        .list(names.prefix(SitePages.mostNames)) {
          SitePages.link(
            $0.entity.name, PageMap.entity($0.entity.id), groupedDigits($0.mentionCount))
        }, verdicts, downloadValues(),
      ])
  }

  /// The chart of an article's page as the front page shows it.
  private func compactHero(of number: Int) throws(Failure) -> SafeHTML? {
    let briefing = index.briefings[number]
    guard !briefing.sections.compactHero.range.isEmpty else { return nil }
    guard case .html(let figure) = try unpacked(number, briefing.sections.compactHero) else {
      throw Self.damagedPack
    }
    return seenFromRoot(figure, base: PageMap.article(briefing.slug))
  }

  /// "12 April 2026": the newest date of the site's briefings, never the clock's.
  private var edition: [String] {
    let newest = index.briefings.compactMap { $0.updated ?? $0.date }.max()
    return [
      newest.map { "Edition of " + longDate($0) }, counted(index.briefings.count, "briefing"),
      counted(index.claimCount, "number") + " read", counted(index.commentCount, "comment"),
    ].compactMap { $0 }
  }

  /// Claims with one of these verdicts over the whole site, at most two an article.
  private func findings(
    _ verdicts: [Verdict], _ limit: Int
  ) throws(Failure) -> [TemplateValue] {
    var values: [TemplateValue] = []
    for section in index.verdictSections
    where verdicts.contains(where: { $0.rawValue == section.stem }) {
      var counts: [Int: Int] = [:]
      var sums: Set<UInt64> = []
      for place in section.places {
        guard values.count < limit else { return values }
        let claim = index.claim(place)
        let isFinding = claim.verdict != .needsReference || !claim.isDate
        guard isFinding, counts[place.briefing, default: 0] < 2,
          claim.sumHash == 0 || sums.insert(claim.sumHash).inserted
        else { continue }
        counts[place.briefing, default: 0] += 1
        values.append(try unpacked(place.briefing, claim.point))
      }
    }
    return values
  }

  /// All numbers by verdict: a square each while they are few.
  private var verdicts: TemplateValue {
    guard index.claimCount >= SitePages.fewestSquares else { return .html(SafeHTML()) }
    guard settings.scale == .small, index.claimCount <= SitePages.mostSquares else {
      let parts = index.verdictSections.map { section in
        VerdictBar.Part(
          verdict: section.className.replacingPrefix("v-"), label: section.title.lowercased(),
          count: section.count)
      }
      return SitePages.html(VerdictBar(id: "verdicts", parts: parts).figure())
    }
    let groups = index.verdictSections.map { section in
      Waffle.Group(
        verdict: section.className.replacingPrefix("v-"), label: section.title.lowercased(),
        cells: section.places.map { place in
          let claim = index.claim(place)
          return Waffle.Cell(name: claim.words, link: claim.place)
        })
    }
    return SitePages.html(Waffle(id: "verdicts", groups: groups).figure())
  }

  func renderNotFound() throws(Failure) -> RenderedPage {
    // A server shows this page at any address, where relative links would lead astray.
    let base = settings.baseURL.map { SitePages.basePath($0) + "/" } ?? ""
    return try render(
      "404.html", PageHead(title: "Nothing is here", root: base), path: PageMap.notFound,
      SitePages.shape(), [])
  }

  /// What stands between the host and a page: "/news" for `https://example.org/news`.
  static func basePath(_ address: String) -> String {
    let afterScheme = address.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3)
    return afterScheme.isEmpty ? "" : "/" + afterScheme.joined(separator: "/")
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
