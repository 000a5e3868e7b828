import AssayAnalysis

/// What makes one page differ from the others in the templates' eyes.
struct PageHead {
  var title: String
  var description = ""
  /// Which entry of the masthead is the page's: "briefings", "ledger", "entities", "method"; "home"
  /// where the page has a nameplate of its own.
  var section = ""
  /// Of Open Graph.
  var type = "website"
  var language: String?
  /// The page's feeds, besides those of the site.
  var feeds: [Feed] = []
  /// The same page in other languages.
  var alternates: [(language: String, path: String)] = []
  /// True for what is not published yet.
  var isDraft = false
  /// The sources of the page's scripts, as its policy names them.
  var scripts = ""
  /// JSON-LD.
  var structured = SafeHTML()
  /// What stands for the page elsewhere: its path on the site, and its size where known.
  var image: ShareImage?
  /// What leads from the page to the site's root.
  var root = "../"
}

extension SitePages {
  private static let siteShape = TemplateShape(
    "title", "description", "language", "stylesheet", "script", "scriptSource", "feeds", "version",
    "totals", "menu",
    "sections", "taxonomies", "languages", "data", "params")
  private static let pageShape = TemplateShape(
    "title", "description", "section", "type", "language", "root", "path", "canonical", "feeds",
    "alternates", "isDraft", "scripts", "structured", "image")
  private static let imageShape = TemplateShape("address", "width", "height", "words")
  private static let feedShape = TemplateShape("type", "name", "title", "path")
  private static let alternateShape = TemplateShape("language", "address")
  private static let menuShape = TemplateShape("name", "path", "href")

  static func siteValue(
    _ settings: PageSettings, _ index: SiteIndex, _ theme: Theme
  ) -> TemplateValue {
    let judged = index.verdictSections.map {
      "\(groupedDigits($0.count)) \($0.title.lowercased())"
    }
    let totals =
      counted(index.briefings.count, "briefing") + ", " + counted(index.claimCount, "number")
      + (judged.isEmpty ? "" : ": " + enumerated(judged)) + "; "
      + counted(index.commentCount, "comment") + "."
    return siteShape.map(
      .string(settings.title), .string(settings.description), .string(settings.language),
      .string(theme.stylesheetPath), .html(theme.script), .string(theme.scriptSource),
      siteFeeds(index, settings), .string(settings.version),
      .string(totals),
      .list(settings.menu) { entry in
        let isAddress = entry.path.contains(":")
        return menuShape.map(
          .string(entry.name), .string(isAddress ? "" : entry.path),
          isAddress ? .string(entry.path) : .nothing)
      },
      .list(index.sections) {
        link($0.title, PageMap.section($0.settings.name), groupedDigits($0.briefings.count))
      },
      .list(index.taxonomies) {
        link(
          $0.taxonomy.title, PageMap.taxonomy($0.taxonomy.name), groupedDigits($0.terms.count))
      },
      .list(settings.languages) { language in
        let isOwn = language.code == settings.languages.first?.code
        return link(language.name, isOwn ? PageMap.home : PageMap.language(language.code))
      }, settings.data, settings.params)
  }

  private static func siteFeeds(_ index: SiteIndex, _ settings: PageSettings) -> TemplateValue {
    .list(Feed.all(of: .site, index, settings)) { feed in
      feedShape.map(
        .string(feed.format.type), .string(feed.format.name), .string(settings.title),
        .string(feed.format.sitePath))
    }
  }

  private func imageValue(_ head: PageHead) -> TemplateValue {
    guard let image = head.image, settings.baseURL != nil else { return .nothing }
    return SitePages.imageShape.map(
      .string(address(image.path)), TemplateValue(image.size?.width),
      TemplateValue(image.size?.height), .string(head.title))
  }

  /// Absolute where the site knows its address: search engines ask for that.
  private func alternateAddress(_ path: String, from head: PageHead) -> String {
    settings.baseURL == nil ? head.root + path : address(path)
  }

  /// Renders a template with the names that all pages have, and its own.
  func render(
    _ template: String, _ head: PageHead, path: String, _ names: TemplateShape,
    _ values: [TemplateValue]
  ) throws(Failure) -> RenderedPage {
    let page = SitePages.pageShape.map(
      .string(head.title), .string(head.description), .string(head.section), .string(head.type),
      .string(head.language ?? settings.language), .string(head.root), .string(path),
      TemplateValue(settings.baseURL.map { $0 + "/" + SitePages.shortened(path) }),
      .list(head.feeds) {
        SitePages.feedShape.map(
          .string($0.format.type), .string($0.format.name), .string(title(of: $0)),
          .string(self.path(of: $0)))
      },
      .list(head.alternates) {
        SitePages.alternateShape.map(
          .string($0.language), .string(alternateAddress($0.path, from: head)))
      }, .boolean(head.isDraft), .string(head.scripts), .html(head.structured), imageValue(head))
    if form == .key {
      return RenderedPage(SitePages.keyBytes(template, page, head.language, values))
    }
    let context = names.map([siteValue, page, words(in: head.language)] + values)
    switch form {
    case .html:
      return try theme.templates.renderPage(template, context: context) {
        (request) throws(TemplateValueProblem) in try chart(request, root: head.root)
      }
    case .data: return RenderedPage(templateData(template, context))
    case .names: return RenderedPage(templateNames(template, context))
    case .key: return RenderedPage([])
    }
  }

  /// The address that people see: a folder's index by the folder's name.
  static func shortened(_ path: String) -> String {
    path.hasSuffix("index.html") ? String(path.dropLast("index.html".utf8.count)) : path
  }

  /// The names of a page's context: those of all pages first.
  static func shape(_ names: String...) -> TemplateShape {
    TemplateShape(["site", "page", "words"] + names)
  }

  /// The same, with the names of what was packed for the page.
  static func shape(_ packed: TemplateShape, _ names: String...) -> TemplateShape {
    TemplateShape(["site", "page", "words"] + packed.names + names)
  }
}

// MARK: Values that several pages show

extension SitePages {
  private static let verdictShape = TemplateShape("class", "words")
  private static let markShape = TemplateShape("class", "mark", "place", "near", "words", "text")
  private static let quoteShape = TemplateShape("before", "words", "after")
  private static let pointShape = TemplateShape(
    "class", "words", "quote", "computed", "claim", "title", "path")
  private static let briefingShape = TemplateShape(
    "title", "path", "date", "iso", "summary", "counts", "totals", "verdicts", "strip", "points",
    "chart", "isDraft")
  private static let tallyShape = TemplateShape("class", "words", "count")
  private static let linkShape = TemplateShape("name", "path", "count")
  static let previousNextShape = TemplateShape("title", "path", "date")
  private static let pageNumberShape = TemplateShape("number", "path")

  static func markValue(_ claim: ClaimRecord, in draft: BriefingDraft) -> TemplateValue {
    markShape.map(
      .string(VerdictMark.className(claim.verdict)), .integer(claim.mark),
      .string(draft.place(of: claim)),
      .string(claim.part == 0 ? "#n\(claim.mark)" : draft.nearPlace(of: claim)),
      .string(VerdictMark.words(claim.verdict)),
      .string(claim.words))
  }

  static func value(_ excerpt: Excerpt) -> TemplateValue {
    quoteShape.map(.string(excerpt.before), .string(excerpt.words), .string(excerpt.after))
  }

  /// A line of *In brief*, or of home's lists; `title` and `path` lead to the briefing.
  static func pointValue(_ point: Point, in draft: BriefingDraft) -> TemplateValue {
    pointShape.map(
      .string(VerdictMark.className(point.verdict)), .string(VerdictMark.words(point.verdict)),
      point.quote.map(value) ?? .nothing, .string(point.computed),
      point.claim.map { markValue($0, in: draft) } ?? .nothing,
      .string(draft.title), .string(PageMap.article(draft.slug)))
  }

  /// A briefing in a list.
  ///
  /// - Parameter chart: of its page, in the compact form.
  func briefingValue(
    _ briefing: Briefing, points: [TemplateValue] = [], chart: SafeHTML? = nil
  ) -> TemplateValue {
    SitePages.briefingShape.map(
      .string(briefing.title), .string(PageMap.article(briefing.slug)),
      TemplateValue(briefing.date.map(longDate)), TemplateValue(briefing.date?.iso),
      TemplateValue(briefing.summary), .string(SitePages.counts(briefing)),
      .string(SitePages.totals(briefing)), .list(SitePages.verdictValues(briefing)),
      SitePages.html(briefing.strip), .list(points),
      SitePages.html(chart), .boolean(briefing.matter.isDraft))
  }

  /// "26 numbers: 9 consistent, 1 contradicted · 9 comments".
  static func counts(_ briefing: Briefing) -> String {
    var parts: [String] = []
    let verdicts = briefing.verdictCounts
      .map { "\(groupedDigits($0.count)) \(VerdictMark.words($0.verdict))" }
    parts.append(
      counted(briefing.claimCount, "number")
        + (verdicts.isEmpty ? "" : ": " + verdicts.joined(separator: ", ")))
    if let count = briefing.commentCount { parts.append(counted(count, "comment")) }
    return parts.joined(separator: " · ")
  }

  /// "26 numbers · 9 comments".
  static func totals(_ briefing: Briefing) -> String {
    guard briefing.isAnalysed else { return "" }
    let numbers = counted(briefing.claimCount, "number")
    return briefing.commentCount.map { numbers + " · " + counted($0, "comment") } ?? numbers
  }

  /// How many claims have each verdict, for `tally`.
  static func verdictValues(_ briefing: Briefing) -> [TemplateValue] {
    briefing.verdictCounts.map {
      tallyShape.map(
        .string(VerdictMark.className($0.verdict)), .string(VerdictMark.words($0.verdict)),
        .string(groupedDigits($0.count)))
    }
  }

  static func link(_ name: String, _ path: String?, _ count: String = "") -> TemplateValue {
    linkShape.map(.string(name), TemplateValue(path), .string(count))
  }

  /// Links to the pages of a list; empty where there is but one.
  static func pageNumbers(_ count: Int, _ path: (Int) -> String) -> TemplateValue {
    guard count > 1 else { return .list([]) }
    return .list((1...count).map { pageNumberShape.map(.integer($0), .string(path($0))) })
  }

  /// A table of rows that list claims.
  static func rowsTable(
    _ rows: SafeHTML, head: String = ClaimHTML.rowsHead
  ) -> TemplateValue {
    var html = HTMLWriter()
    html.raw(head)
    html.raw(rows)
    html.raw(ClaimHTML.rowsEnd)
    return .html(html.finish())
  }

  static func html(_ fragment: SafeHTML?) -> TemplateValue { .html(fragment ?? SafeHTML()) }

  /// Files for other programs, on the front page.
  func downloadValues() -> TemplateValue {
    let shape = TemplateShape("path", "name", "note")
    let own = PageSettings.Download(
      path: PageMap.claimsCSV, name: "claims.csv",
      note: "every number, its place, its reading and its verdict; each article has its claims.json"
    )
    let report = PageSettings.Download(
      path: PageMap.siteReport, name: "report.md", note: "this site as Markdown for mail and chats")
    return .list([own, report] + settings.downloads) {
      shape.map(.string($0.path), .string($0.name), .string($0.note))
    }
  }
}
