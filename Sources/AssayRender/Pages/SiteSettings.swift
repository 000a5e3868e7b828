/// A way to sort articles that readers can follow: tags, authors, or one that the site names.
public struct Taxonomy: Sendable, Hashable {
  /// The key in the front matter and the folder on the site.
  public let name: String
  /// Over the list of its terms.
  public let title: String
  /// Over the page of one term.
  public let singular: String

  public init(name: String, title: String? = nil, singular: String? = nil) {
    self.name = name
    self.title = title ?? name.capitalizedFirst
    self.singular = singular ?? title ?? name.capitalizedFirst
  }

  /// Those that every site has.
  public static let standard = [
    Taxonomy(name: "tags", title: "Tags", singular: "Tag"),
    Taxonomy(name: "authors", title: "Authors", singular: "Author"),
  ]
}

/// What a site says of one of its sections: a first folder of its content.
public struct SectionSettings: Sendable, Hashable {
  /// The folder.
  public let name: String
  public var title: String?
  public var description = ""
  /// Of its articles.
  public var template: String?
  /// Of its list.
  public var listTemplate: String?
  public var order = Order.date
  /// False where its texts are only shown; nil where each says so itself.
  public var isAnalysed: Bool?

  /// What a section's articles are sorted by.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// The newest first.
    case date
    case weight, title
  }

  public init(name: String) { self.name = name }
}

/// Which feeds a site has. Without a base URL it has none.
public struct FeedSettings: Sendable, Hashable {
  public var formats: [Format] = Format.allCases
  /// The most briefings in one.
  public var limit = 50
  /// True where entries hold their whole text.
  public var hasFullContent = false
  public var scopes: Set<Scope> = [.site, .tags]

  /// The forms of a feed.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    case atom, rss, json

    /// As readers know it.
    var name: String {
      switch self {
      case .atom: "Atom"
      case .rss: "RSS"
      case .json: "JSON feed"
      }
    }

    /// Of the site's own feed.
    var sitePath: String {
      switch self {
      case .atom: PageMap.feed
      case .rss: "rss.xml"
      case .json: "feed.json"
      }
    }

    /// The media type, for links.
    var type: String {
      switch self {
      case .atom: "application/atom+xml"
      case .rss: "application/rss+xml"
      case .json: "application/feed+json"
      }
    }
  }

  /// What has feeds of its own.
  public enum Scope: String, Sendable, Hashable, CaseIterable {
    case site, sections, tags, authors, entities
  }

  public init() {}
}

/// A language that a site is written in.
public struct SiteLanguage: Sendable, Hashable {
  /// BCP 47; the folder of its pages, but for the site's own language.
  public let code: String
  /// Its name in itself: "Deutsch".
  public var name: String
  /// The title of the site in this language.
  public var title: String?
  public var description: String?
  /// The theme's own words in this language, by their names.
  public var words: [String: String] = [:]

  public init(code: String, name: String? = nil) {
    self.code = code
    self.name = name ?? code
  }
}

/// A link in the masthead besides those to the pages of the site itself.
public struct MenuEntry: Sendable, Hashable {
  public let name: String
  /// An address, or a path from the site's root.
  public let path: String

  public init(name: String, path: String) {
    self.name = name
    self.path = path
  }
}
