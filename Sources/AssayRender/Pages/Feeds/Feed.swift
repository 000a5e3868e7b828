import AssayAnalysis

/// A feed: of what, and in which form.
public struct Feed: Sendable, Hashable {
  let scope: Scope
  let format: FeedSettings.Format

  /// What a feed tells of.
  enum Scope: Sendable, Hashable {
    case site
    case section(Int)
    case term(taxonomy: Int, term: Int)
    case entity(Int)
  }

  /// All feeds of a site; none without an address to put into them.
  static func all(_ index: SiteIndex, _ settings: PageSettings) -> [Feed] {
    var scopes: [Scope] = [.site]
    scopes += index.sections.indices.map { .section($0) }
    for (number, taxonomy) in index.taxonomies.enumerated() {
      scopes += taxonomy.terms.indices.map { .term(taxonomy: number, term: $0) }
    }
    scopes += index.entities.indices.map { .entity($0) }
    return scopes.flatMap { all(of: $0, index, settings) }
  }

  /// Of one thing; empty where the site wants none of its kind.
  static func all(of scope: Scope, _ index: SiteIndex, _ settings: PageSettings) -> [Feed] {
    guard settings.baseURL != nil, isWanted(scope, index, settings) else { return [] }
    // A reader of one term needs no choice of forms, and a site has many terms.
    let formats = scope == .site ? settings.feeds.formats : Array(settings.feeds.formats.prefix(1))
    return formats.map { Feed(scope: scope, format: $0) }
  }

  private static func isWanted(
    _ scope: Scope, _ index: SiteIndex, _ settings: PageSettings
  ) -> Bool {
    let wanted = settings.feeds.scopes
    switch scope {
    case .site: return wanted.contains(.site)
    case .section: return wanted.contains(.sections)
    case .entity(let entity):
      return wanted.contains(.entities) && index.entities[entity].places.count > 1
    case .term(let taxonomy, _):
      let name = index.taxonomies[taxonomy].taxonomy.name
      return name == "authors" ? wanted.contains(.authors) : wanted.contains(.tags)
    }
  }
}

extension SitePages {
  func path(of feed: Feed) -> String {
    switch feed.scope {
    case .site:
      return feed.format.sitePath
    case .section(let section):
      let page = PageMap.section(index.sections[section].settings.name)
      return page.replacingEnding("index.html", by: "feed" + feed.format.ending)
    case .term(let taxonomy, let term):
      let page = PageMap.term(
        index.taxonomies[taxonomy].taxonomy.name, index.taxonomies[taxonomy].terms[term].slug)
      return page.replacingEnding(".html", by: feed.format.ending)
    case .entity(let entity):
      return PageMap.entity(index.entities[entity].entity.id)
        .replacingEnding(".html", by: feed.format.ending)
    }
  }

  /// The page that a feed tells the news of.
  func page(of feed: Feed) -> String {
    switch feed.scope {
    case .site: PageMap.home
    case .section(let section): PageMap.section(index.sections[section].settings.name)
    case .term(let taxonomy, let term):
      PageMap.term(
        index.taxonomies[taxonomy].taxonomy.name, index.taxonomies[taxonomy].terms[term].slug)
    case .entity(let entity): PageMap.entity(index.entities[entity].entity.id)
    }
  }

  func title(of feed: Feed) -> String {
    let own: String? =
      switch feed.scope {
      case .site: nil
      case .section(let section): index.sections[section].title
      case .term(let taxonomy, let term): index.taxonomies[taxonomy].terms[term].name
      case .entity(let entity): index.entities[entity].entity.name
      }
    return own.map { $0.capitalizedFirst + " – " + settings.title } ?? settings.title
  }

  /// The newest briefings of a feed that have a date.
  private func briefings(of feed: Feed) -> [Int] {
    let all: [Int] =
      switch feed.scope {
      case .site: SitePages.ownBriefings(index, settings)
      case .section(let section): index.sections[section].briefings.sorted()
      case .term(let taxonomy, let term): index.taxonomies[taxonomy].terms[term].briefings
      case .entity(let entity): index.entities[entity].places.map(\.briefing)
      }
    return Array(all.lazy.filter { index.briefings[$0].date != nil }.prefix(settings.feeds.limit))
  }

  func renderFeed(_ feed: Feed) throws(Failure) -> [UInt8] {
    var entries: [FeedEntry] = []
    for number in briefings(of: feed) { entries.append(try FeedEntry(number, on: self)) }
    let channel = FeedChannel(
      title: title(of: feed),
      description: settings.description.isEmpty ? title(of: feed) : settings.description,
      address: address(path(of: feed)), page: address(page(of: feed)),
      language: settings.language,
      authors: settings.authors.isEmpty ? [settings.title] : settings.authors,
      updated: entries.compactMap { $0.updated ?? $0.published }.max(), entries: entries)
    return switch feed.format {
    case .atom: atomFeed(channel)
    case .rss: rssFeed(channel)
    case .json: jsonFeed(channel)
    }
  }
}

/// A feed's own facts and its entries, in no form yet.
struct FeedChannel {
  let title: String
  let description: String
  /// Of the feed itself.
  let address: String
  /// Of the page whose news it tells.
  let page: String
  let language: String
  let authors: [String]
  let updated: CalendarDate?
  let entries: [FeedEntry]
}

/// A briefing as feeds tell of it.
struct FeedEntry {
  let title: String
  let address: String
  let published: CalendarDate?
  let updated: CalendarDate?
  let authors: [String]
  let tags: [String]
  let language: String?
  let summary: String
  /// The whole text, where it was asked for.
  let content: [UInt8]?

  init(_ number: Int, on site: SitePages) throws(Failure) {
    let briefing = site.index.briefings[number]
    let page = site.address(PageMap.article(briefing.slug))
    title = briefing.title
    address = page
    published = briefing.date
    updated = briefing.updated ?? briefing.date
    authors = briefing.authors
    tags = briefing.tags
    language = briefing.language
    summary = [briefing.summary, briefing.isAnalysed ? SitePages.counts(briefing) : nil]
      .compactMap { $0 }.joined(separator: " ")
    content =
      site.settings.feeds.hasFullContent
      ? feedContent(
        try site.body(of: number), page: page, root: (site.settings.baseURL ?? "") + "/") : nil
  }
}

/// An article's text for a reader that shows it far from its page: every link with its host, and
/// without the notes in the margin, which repeat what the text says.
func feedContent(_ body: SafeHTML, page: String, root: String) -> [UInt8] {
  var html = withoutMarginNotes(body.bytes)
  html = replacingLinks(in: html, with: Array(root.utf8))
  html = replacing(Array("href=\"#".utf8), in: html, with: Array("href=\"\(page)#".utf8))
  let ledger = "href=\"" + PageMap.nearLedger
  let far = "href=\"" + page + PageMap.nearLedger
  return replacing(Array(ledger.utf8), in: html, with: Array(far.utf8))
}

/// Without the notes in the margin, whatever they hold.
private func withoutMarginNotes(_ html: [UInt8]) -> [UInt8] {
  let note = Array("<span class=\"note ".utf8)
  let open = Array("<span".utf8)
  let close = Array("</span>".utf8)
  var result: [UInt8] = []
  result.reserveCapacity(html.count)
  var depth = 0
  var index = 0
  while index < html.count {
    let isTag = html[index] == UInt8(ascii: "<")
    if isTag, html[index...].starts(with: depth > 0 ? open : note) {
      depth += 1
    } else if isTag, depth > 0, html[index...].starts(with: close) {
      depth -= 1
      index += close.count
      continue
    }
    if depth == 0 { result.append(html[index]) }
    index += 1
  }
  return result
}

private func replacing(_ words: [UInt8], in text: [UInt8], with other: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(text.count)
  var index = 0
  while index < text.count {
    if text[index] == words[0], text[index...].starts(with: words) {
      result.append(contentsOf: other)
      index += words.count
    } else {
      result.append(text[index])
      index += 1
    }
  }
  return result
}

extension FeedSettings.Format {
  /// The ending of a feed that lies beside the page it tells of.
  fileprivate var ending: String {
    switch self {
    case .atom: ".xml"
    case .rss: ".rss.xml"
    case .json: ".feed.json"
    }
  }
}

extension String {
  fileprivate func replacingEnding(_ ending: String, by other: String) -> String {
    hasSuffix(ending) ? String(dropLast(ending.utf8.count)) + other : self + other
  }
}
