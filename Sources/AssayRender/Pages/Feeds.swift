import AssayAnalysis

extension SitePages {
  private func address(_ path: String) -> String {
    (settings.baseURL ?? "") + "/" + SitePages.shortened(path)
  }

  /// An Atom feed of the newest briefings that have a date.
  func renderFeed() -> [UInt8] {
    let dated = index.briefings.filter { $0.date != nil }.prefix(settings.feedLimit)
    let newest = dated.compactMap { $0.updated ?? $0.date }.max()
    var xml = XMLBytes()
    xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    xml.raw("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
    xml.element("title", settings.title)
    if !settings.description.isEmpty { xml.element("subtitle", settings.description) }
    xml.element("id", address(PageMap.home))
    xml.element("updated", SitePages.midnight(newest))
    xml.raw("<link rel=\"self\" type=\"application/atom+xml\" href=\"")
    xml.text(address(PageMap.feed))
    xml.raw("\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"")
    xml.text(address(PageMap.home))
    xml.raw("\"/>\n<author><name>")
    xml.text(settings.authors.isEmpty ? settings.title : enumerated(settings.authors))
    xml.raw("</name></author>\n")
    for briefing in dated { appendEntry(briefing, to: &xml) }
    xml.raw("</feed>\n")
    return xml.bytes
  }

  private func appendEntry(_ briefing: Briefing, to xml: inout XMLBytes) {
    let link = address(PageMap.article(briefing.slug))
    xml.raw("<entry>\n")
    xml.element("title", briefing.title)
    xml.element("id", link)
    xml.raw("<link rel=\"alternate\" type=\"text/html\" href=\"")
    xml.text(link)
    xml.raw("\"/>\n")
    xml.element("published", SitePages.midnight(briefing.date))
    xml.element("updated", SitePages.midnight(briefing.updated ?? briefing.date))
    for author in briefing.authors {
      xml.raw("<author><name>")
      xml.text(author)
      xml.raw("</name></author>\n")
    }
    for tag in briefing.tags {
      xml.raw("<category term=\"")
      xml.text(tag)
      xml.raw("\"/>\n")
    }
    let summary = [briefing.summary, SitePages.counts(briefing)].compactMap { $0 }
    xml.element("summary", summary.joined(separator: " "))
    xml.raw("</entry>\n")
  }

  private static func midnight(_ date: CalendarDate?) -> String {
    (date?.iso ?? "1970-01-01") + "T00:00:00Z"
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
    case .home, .method, .entities, .ledger, .briefings, .entity, .tag, .verdictSection,
      .unitSection:
      (nil, ())
    case .notFound, .stylesheet, .feed, .sitemap, .robots, .report, .alias, .claimsCSV, .claimsJSON:
      nil
    }
  }

  func renderRobots() -> [UInt8] {
    var text = "User-agent: *\nAllow: /\n"
    if settings.baseURL != nil { text += "Sitemap: " + address(PageMap.sitemap) + "\n" }
    return Array(text.utf8)
  }
}

/// Appends XML, without the characters that it cannot hold.
private struct XMLBytes {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  mutating func text(_ words: String) {
    let legal = words.unicodeScalars.lazy.filter {
      ($0.value >= 0x20 || $0.value == 9 || $0.value == 10) && $0.value != 0xFFFE
        && $0.value != 0xFFFF && !(0x7F...0x9F).contains($0.value)
    }
    var clean = String.UnicodeScalarView()
    clean.append(contentsOf: legal)
    appendEscaped(String(clean).utf8, to: &bytes)
  }

  mutating func element(_ name: String, _ words: String) {
    raw("<\(name)>")
    text(words)
    raw("</\(name)>\n")
  }
}
