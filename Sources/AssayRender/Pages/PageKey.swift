public import AssayAnalysis

extension SitePages {
  /// A number that stays the same as long as a page does: a page of the same key and path need not
  /// be rendered again. Nil for pages that are always rendered, since what they show is as much work
  /// to gather as to write.
  ///
  /// It is made on the way that renders the page, of all that its template would be given; what waits
  /// in a pack stands in it by the hash of its bytes.
  ///
  /// - Parameter settings: a hash of whatever else pages depend on: the program, `assay.yml`.
  public func key(of page: PageID, settings: UInt64) throws(Failure) -> UInt64? {
    var hash = ContentHash()
    hash.combine(settings)
    hash.combine(siteKey)
    hash.combine(path(of: page))
    switch page {
    case .home, .notFound, .method, .entities, .ledger, .stylesheet, .sitemap, .robots, .claimsCSV,
      .search, .searchIndex, .siteReport, .card, .feed, .verdictSection, .unitSection, .alias:
      return nil
    case .report(let article): hash.combine(index.briefings[article].sections.report.hash)
    case .claimsJSON(let article): hash.combine(index.briefings[article].sections.claimsJSON.hash)
    case .picture(let article, let chart):
      hash.combine(index.briefings[article].sections.charts[chart].picture.hash)
    case .chartData(let article, let chart):
      hash.combine(index.briefings[article].sections.charts[chart].data.hash)
    case .article, .articleLedger, .thread, .claim, .entity, .briefings, .taxonomy, .term, .section,
      .language:
      // What such a template draws may be of the whole site.
      if theme.drawsCharts { return nil }
      var pages = self
      pages.form = .key
      hash.combine(try pages.rendered(page).bytes)
    }
    return hash.value
  }

  /// What templates may ask of the site and of the theme, as one number.
  static func siteKey(_ site: TemplateValue, _ words: [String: TemplateValue], _ theme: Theme)
    -> UInt64
  {
    var hash = ContentHash()
    hash.combine(theme.key)
    for (language, words) in words.sorted(by: { $0.key < $1.key }) {
      hash.combine(language)
      hash.combine(words)
    }
    guard case .map(let map) = site else { return hash.value }
    for (name, value) in zip(map.shape.names, map.values) {
      if name == "totals", !theme.isOverridden { continue }
      hash.combine(name)
      hash.combine(theme.isOverridden ? value : value.withoutCounts)
    }
    return hash.value
  }

  /// The eight bytes of the form `key`.
  static func keyBytes(
    _ template: String, _ page: TemplateValue, _ language: String?, _ values: [TemplateValue]
  ) -> [UInt8] {
    var hash = ContentHash()
    hash.combine(template)
    hash.combine(page)
    hash.combine(language ?? "")
    for value in values { hash.combine(value) }
    return withUnsafeBytes(of: hash.value.littleEndian) { Array($0) }
  }
}

extension TemplateValue {
  /// A value of `site` without the numbers in it that change with every article: the theme's own
  /// templates show those on pages alone that are always rendered.
  fileprivate var withoutCounts: TemplateValue {
    guard case .list(let items) = self else { return self }
    return .list(
      items.map { item in
        guard case .map(var map) = item, let count = map.shape.slot(of: "count") else {
          return item
        }
        map.values[count] = .nothing
        return .map(map)
      })
  }
}

extension ContentHash {
  mutating func combine(_ value: TemplateValue) {
    // Values of ours nest a few deep; those of data files are bounded where they are read.
    switch value {
    case .nothing: combine(0)
    case .boolean(let isTrue): combine(isTrue ? 2 : 1)
    case .integer(let integer):
      combine(3)
      combine(integer)
    case .number(let number):
      combine(4)
      combine(number.bitPattern)
    case .string(let text):
      combine(5)
      combine(text)
    case .html(let html):
      combine(6)
      combine(html.bytes)
    case .list(let values):
      combine(7)
      combine(values.count)
      for value in values { combine(value) }
    case .map(let map):
      combine(8)
      combine(map.values.count)
      for (name, value) in zip(map.shape.names, map.values) {
        combine(name)
        combine(value)
      }
    }
  }
}
