import AssayAnalysis

/// How much of an article the site's own pages repeat.
///
/// Pages of the site itself (its ledger, its names) list every number while the articles are few. A
/// thousand articles hold a hundred thousand numbers, and nobody reads a list of those: from here on
/// the site's pages tell what was found, count the rest, and lead to each article's own ledger.
public enum SiteScale: Sendable, Hashable {
  case small, large

  /// - Parameter articles: how many the site has.
  public init(articles: Int) { self = articles <= SiteScale.mostOfSmall ? .small : .large }

  private static let mostOfSmall = 50

  /// How many claims of one article with this verdict the site's ledger lists.
  func listedClaims(_ verdict: Verdict?) -> Int {
    switch (self, verdict) {
    case (.small, _), (.large, .contradicted), (.large, .doubtful): .max
    case (.large, .unsupported), (.large, .needsReference), (.large, .needsContext): 2
    case (.large, _): 0
    }
  }

  /// How many numbers of one article an entity's page lists.
  var entityRows: Int { self == .small ? 60 : 3 }

  /// How many sentences of one article an entity's page quotes.
  var entityContexts: Int { self == .small ? 4 : 1 }

  /// How many articles must name what the gazetteer does not know before it has a page.
  var fewestArticlesOfName: Int { self == .small ? 1 : 3 }

  /// Whether each chart of an article is a picture and a table of its own too. Its page has both.
  var hasChartFiles: Bool { self == .small }
}
