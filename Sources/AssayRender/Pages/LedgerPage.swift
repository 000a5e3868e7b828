import AssayAnalysis

extension SitePages {
  private static let articleOwnShape = TemplateShape(
    "article", "sentence", "verdicts", "ruler", "rows")
  private static let articleLedgerShape = shape(articleOwnShape)
  private static let titleShape = TemplateShape("title", "path")
  private static let ledgerShape = shape("verdicts", "sections", "articles", "entities", "units")
  private static let verdictShape = TemplateShape("class", "words", "path", "count", "meaning")
  private static let sectionShape = TemplateShape("id", "title", "rows", "more", "path")
  private static let rowShape = TemplateShape("title", "path", "count", "verdicts")
  private static let sectionPageShape = shape("sentence", "rows", "pages", "number")

  /// Rows of one section on the ledger's front page.
  private static let rowsPerSection = 25
  private static let mostArticles = 200
  private static let mostNames = 60

  /// What is packed for the ledger of an article.
  static func articleLedgerValue(_ draft: BriefingDraft) -> TemplateValue {
    let verdicts = draft.verdictCounts.map {
      "\(groupedDigits($0.count)) \(VerdictMark.words($0.verdict))"
    }
    let sentence = counted(draft.claims.count, "number") + ": " + enumerated(verdicts)
    return articleOwnShape.map(
      titleShape.map(.string(draft.title), .string(PageMap.article(draft.slug))),
      .string(sentence), html(draft.charts.verdicts), html(draft.charts.ruler),
      .html(LedgerHTML(draft).table()))
  }

  func renderArticleLedger(_ number: Int) throws(Failure) -> RenderedPage {
    let briefing = index.briefings[number]
    return try render(
      "article-ledger.html",
      PageHead(
        title: "Ledger of “\(briefing.title)”", section: "ledger", language: briefing.language),
      path: PageMap.articleLedger(briefing.slug), SitePages.articleLedgerShape,
      try unpackedValues(number, briefing.sections.ledger))
  }

  /// Findings in full, the rest by counts and links: a site of a thousand articles has a hundred
  /// thousand numbers.
  func renderLedger() throws(Failure) -> RenderedPage {
    let shown = index.verdictSections.filter { section in
      !section.places.isEmpty
        && (section.count <= SitePages.rowsPerSection
          || ["contradicted", "doubtful", "unsupported", "needs-reference"].contains(section.stem))
    }
    let names = index.entities.filter { $0.claimCount > 0 }.sorted {
      (-$0.claimCount, $0.entity.name) < (-$1.claimCount, $1.entity.name)
    }
    var sections: [TemplateValue] = []
    for section in shown { sections.append(try sectionValue(section)) }
    return try render(
      "ledger.html", PageHead(title: "The ledger", section: "ledger"), path: PageMap.ledger(),
      SitePages.ledgerShape,
      [
        .list(index.verdictSections, verdictValue), .list(sections),
        .list(index.briefings.prefix(SitePages.mostArticles).filter { $0.claimCount > 0 }) {
          SitePages.rowShape.map(
            .string($0.title), .string(PageMap.articleLedger($0.slug)),
            .string(groupedDigits($0.claimCount)),
            .string(
              $0.verdictCounts.map { "\($0.count) \(VerdictMark.words($0.verdict))" }
                .joined(separator: ", ")))
        },
        .list(names.prefix(SitePages.mostNames)) {
          SitePages.link(
            $0.entity.name, PageMap.entity($0.entity.id), groupedDigits($0.claimCount))
        },
        .list(index.unitSections) {
          SitePages.link($0.title, $0.path, groupedDigits($0.count))
        },
      ])
  }

  private func verdictValue(_ section: LedgerSection) -> TemplateValue {
    SitePages.verdictShape.map(
      .string(section.className), .string(section.title.lowercased()),
      TemplateValue(section.path), .string(groupedDigits(section.count)),
      .string(SitePages.meaning(section.stem)))
  }

  private func sectionValue(_ section: LedgerSection) throws(Failure) -> TemplateValue {
    let shown = section.places.prefix(SitePages.rowsPerSection)
    let isAll = section.places.count == section.count
    let more =
      section.places.count > shown.count
      ? "\(isAll ? "All" : "Another") \(groupedDigits(section.places.count))" : nil
    return SitePages.sectionShape.map(
      .string("section-" + section.stem), .string(section.title),
      SitePages.rowsTable(try rows(shown)), TemplateValue(more), TemplateValue(section.path))
  }

  private func rows(_ places: ArraySlice<ListedPlace>) throws(Failure) -> SafeHTML {
    var rows = HTMLWriter()
    var last: Int?
    for place in places {
      if place.briefing != last {
        let briefing = index.briefings[place.briefing]
        ClaimHTML.appendRowsHead(
          of: briefing.title, slug: briefing.slug, date: briefing.date, to: &rows)
        last = place.briefing
      }
      guard case .html(let row) = try unpacked(place.briefing, index.claim(place).row) else {
        throw Self.damagedPack
      }
      rows.raw(row)
    }
    return rows.finish()
  }

  /// What a verdict says, for readers.
  static func meaning(_ stem: String) -> String {
    switch Verdict(rawValue: stem) {
    case .contradicted?: "The numbers beside it say otherwise, whatever each was rounded from."
    case .doubtful?: "The numbers beside it fit only if some were rounded generously."
    case .unsupported?: "A reader’s number of which the article says nothing."
    case .consistent?: "The numbers beside it agree, within what rounding allows."
    case .needsContext?: "The text leaves out what it takes to compare: a date, a base, a unit."
    case .needsReference?: "It can be checked, but only against a source that is not here."
    case .derived?: "Computed from the text; no claim is made."
    case .notCheckable?: "No number could confirm or refute it."
    case nil: "No check has anything to hold it against."
    }
  }

  func renderSection(_ section: LedgerSection, page: Int) throws(Failure) -> RenderedPage {
    let places = section.places(onPage: page)
    let isCut = section.count > section.places.count
    let sentence =
      counted(section.count, "claim")
      + (isCut
        ? ", of each article the first \(settings.scale.listedClaims(.needsReference)) here; "
          + "its own ledger has all" : "")
    return try render(
      "ledger-section.html",
      PageHead(
        title: page == 1 ? section.title : "\(section.title), page \(page)", section: "ledger"),
      path: PageMap.ledger(section.stem, page: page), SitePages.sectionPageShape,
      [
        .string(sentence), SitePages.rowsTable(try rows(places)),
        SitePages.pageNumbers(section.pageCount) { PageMap.ledger(section.stem, page: $0) },
        .integer(page),
      ])
  }
}
