import AssayAnalysis

extension SitePages {
  private static let articleLedgerShape = shape("article", "sentence", "verdicts", "rows")
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

  func renderArticleLedger(_ number: Int) throws(Failure) -> [UInt8] {
    let briefing = index.briefings[number]
    return try render(
      "article-ledger.html", PageHead(title: "Ledger of “\(briefing.title)”", section: "ledger"),
      path: PageMap.articleLedger(briefing.slug), SitePages.articleLedgerShape,
      [
        SitePages.titleShape.map(
          .string(briefing.title), .string(PageMap.article(briefing.slug))),
        .string(SitePages.counts(briefing)), SitePages.html(briefing.charts.verdicts),
        SitePages.rowsTable(briefing.rows),
      ])
  }

  /// Findings in full, the rest by links: a site of a thousand articles has tens of thousands.
  func renderLedger() throws(Failure) -> [UInt8] {
    let shown = index.verdictSections.filter { section in
      section.claims.count <= SitePages.rowsPerSection
        || ["contradicted", "doubtful", "unsupported"].contains(section.stem)
    }
    let names = index.entities.filter { !$0.claims.isEmpty }.sorted {
      (-$0.claims.count, $0.entity.name) < (-$1.claims.count, $1.entity.name)
    }
    return try render(
      "ledger.html", PageHead(title: "The ledger", section: "ledger"), path: PageMap.ledger(),
      SitePages.ledgerShape,
      [
        .list(index.verdictSections, verdictValue), .list(shown, sectionValue),
        .list(index.briefings.prefix(SitePages.mostArticles).filter { !$0.claims.isEmpty }) {
          SitePages.rowShape.map(
            .string($0.title), .string(PageMap.articleLedger($0.slug)),
            .string(groupedDigits($0.claims.count)),
            .string(
              $0.verdictCounts.map { "\($0.count) \(VerdictMark.words($0.verdict))" }
                .joined(separator: ", ")))
        },
        .list(names.prefix(SitePages.mostNames)) {
          SitePages.link(
            $0.entity.name, PageMap.entity($0.entity.id), groupedDigits($0.claims.count))
        },
        .list(index.unitSections) {
          SitePages.link($0.title, PageMap.ledger($0.stem), groupedDigits($0.claims.count))
        },
      ])
  }

  private func verdictValue(_ section: LedgerSection) -> TemplateValue {
    SitePages.verdictShape.map(
      .string(section.className), .string(section.title.lowercased()),
      .string(PageMap.ledger(section.stem)), .string(groupedDigits(section.claims.count)),
      .string(SitePages.meaning(section.stem)))
  }

  private func sectionValue(_ section: LedgerSection) -> TemplateValue {
    let shown = section.claims.prefix(SitePages.rowsPerSection)
    let more =
      section.claims.count > shown.count ? "All \(groupedDigits(section.claims.count))" : nil
    return SitePages.sectionShape.map(
      .string("section-" + section.stem), .string(section.title),
      SitePages.rowsTable(shown.lazy.map(index.row)), TemplateValue(more),
      .string(PageMap.ledger(section.stem)))
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

  func renderSection(_ section: LedgerSection, page: Int) throws(Failure) -> [UInt8] {
    let claims = section.claims(onPage: page)
    let isCut = section.pageCount == 1 && section.claims.count > claims.count
    let sentence =
      counted(section.claims.count, "claim")
      + (isCut ? ", the newest \(claims.count) of them here; the articles’ ledgers have all" : "")
    return try render(
      "ledger-section.html",
      PageHead(
        title: page == 1 ? section.title : "\(section.title), page \(page)", section: "ledger"),
      path: PageMap.ledger(section.stem, page: page), SitePages.sectionPageShape,
      [
        .string(sentence), SitePages.rowsTable(claims.lazy.map(index.row)),
        SitePages.pageNumbers(section.pageCount) { PageMap.ledger(section.stem, page: $0) },
        .integer(page),
      ])
  }
}
