import AssayAnalysis

extension SitePages {
  /// A page's address on the web.
  func address(_ path: String) -> String {
    (settings.baseURL ?? "") + "/" + SitePages.shortened(path)
  }

  /// Pages of the site; fewer than a sitemap may hold.
  func renderSitemap() -> [UInt8] {
    var xml = XMLBytes()
    xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    xml.raw("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    var count = 0
    for page in pages where count < SitePages.mostSitemapPages {
      guard let date = SitePages.sitemapDate(page, index) else { continue }
      count += 1
      xml.raw("<url><loc>")
      xml.text(address(path(of: page)))
      xml.raw("</loc>")
      if let date = date.date {
        xml.raw("<lastmod>")
        xml.raw(date.iso)
        xml.raw("</lastmod>")
      }
      xml.raw("</url>\n")
    }
    xml.raw("</urlset>\n")
    return xml.bytes
  }

  private static let mostSitemapPages = 50_000

  /// Nil for files that no reader looks for.
  private static func sitemapDate(
    _ page: PageID, _ index: SiteIndex
  ) -> (date: CalendarDate?, Void)? {
    switch page {
    case .article(let article), .articleLedger(let article), .thread(let article, _),
      .claim(let article, _):
      (index.briefings[article].updated ?? index.briefings[article].date, ())
    case .home, .method, .entities, .ledger, .briefings, .entity, .taxonomy, .term, .section,
      .language, .verdictSection, .unitSection:
      (nil, ())
    case .notFound, .stylesheet, .card, .search, .searchIndex, .feed, .sitemap, .robots, .report,
      .picture, .chartData, .alias,
      .claimsCSV, .claimsJSON, .siteReport:
      nil
    }
  }

  func renderRobots() -> [UInt8] {
    var text = "User-agent: *\nAllow: /\n"
    if settings.baseURL != nil { text += "Sitemap: " + address(PageMap.sitemap) + "\n" }
    return Array(text.utf8)
  }
}
