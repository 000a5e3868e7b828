public import AssayAnalysis

/// Where articles stand on the site.
///
/// A pattern holds words and `:parts`: `:year/:month/:slug` leads to `2026/04/covenant-crisis/`.
/// A part that an article lacks leaves no trace.
public struct Permalinks: Sendable, Hashable {
  public var pattern = ":slug"
  /// Patterns of sections that have their own.
  public var sections: [String: String] = [:]
  /// The folder that the names of articles' files begin with.
  public var content = "content"
  /// The codes of the site's languages, its own first; empty where it has one only.
  public var languages: [String] = []

  /// What may stand in a pattern after a colon.
  public static let parts = ["slug", "section", "folders", "year", "month", "day"]

  public init() {}

  /// The folder of an article, relative to the site's root.
  public func folder(of matter: FrontMatter, path: String) -> String {
    let place = place(of: matter, path: path)
    var folders = expand(sections[place.section] ?? pattern, for: place, matter)
    if folders.isEmpty { folders = [slug(matter.slug ?? place.name)] }
    if let language = place.language, language != languages.first {
      folders.insert(slug(language), at: 0)
    }
    return folders.joined(separator: "/")
  }

  /// The section of an article's file; empty where it lies in no folder.
  public func section(of path: String) -> String {
    ArticlePlace(path: path, content: content, languages: languages).section
  }

  /// True for the `_index.md` that speaks for its section.
  public func isSectionPage(_ path: String) -> Bool {
    ArticlePlace(path: path, content: content, languages: languages).isSectionPage
  }

  /// What an article's path and front matter tell of its place among others.
  func place(of matter: FrontMatter, path: String) -> ArticlePlace {
    var place = ArticlePlace(path: path, content: content, languages: languages)
    if let own = matter.language, languages.contains(own) { place.language = own }
    if let key = matter.translationKey { place.translationKey = key }
    return place
  }

  /// The first `:part` that is none, for messages.
  public static func unknownPart(in pattern: String) -> String? {
    var rest = pattern[...]
    while let colon = rest.firstIndex(of: ":") {
      let name = rest[rest.index(after: colon)...].prefix { $0.isLetter }
      guard parts.contains(String(name)) else { return String(name) }
      rest = rest[name.endIndex...]
    }
    return nil
  }

  private func expand(
    _ pattern: String, for place: ArticlePlace, _ matter: FrontMatter
  ) -> [String] {
    pattern.split(separator: "/").flatMap { component -> [String] in
      if component == ":folders" { return place.folders.map { slug($0) } }
      let words = expand(component, for: place, matter)
      return words.contains { $0.isLetter || $0.isNumber } ? [slug(words)] : []
    }
  }

  private func expand(
    _ component: Substring, for place: ArticlePlace, _ matter: FrontMatter
  ) -> String {
    var result = ""
    var rest = component
    while let colon = rest.firstIndex(of: ":") {
      result += rest[..<colon]
      let name = rest[rest.index(after: colon)...].prefix { $0.isLetter }
      result += value(of: name, for: place, matter)
      rest = rest[name.endIndex...]
    }
    return result + rest
  }

  private func value(
    of part: Substring, for place: ArticlePlace, _ matter: FrontMatter
  ) -> String {
    switch part {
    case "slug": matter.slug ?? place.name
    case "section": place.section
    case "folders": place.folders.joined(separator: "-")
    case "year": matter.date.map { String($0.year) } ?? ""
    case "month": matter.date.map { String($0.iso.dropFirst(5).prefix(2)) } ?? ""
    case "day": matter.date.map { String($0.iso.suffix(2)) } ?? ""
    default: ""
    }
  }
}

/// What the path of an article's file says of it.
struct ArticlePlace: Sendable, Hashable {
  /// The first folder beneath the content; empty where the file lies in the content itself.
  let section: String
  let folders: [String]
  /// The file's name without endings; that of its folder for an `index.md`.
  let name: String
  /// Of the file's name, such as `story.de.md`, or its first folder; nil where neither tells.
  var language: String?
  /// The same for all translations of an article.
  var translationKey: String
  /// True for `_index.md`, which speaks for its section.
  let isSectionPage: Bool

  init(path: String, content: String, languages: [String]) {
    var parts = path.split(separator: "/").map(String.init)
    if parts.first == content { parts.removeFirst() }
    let endings = (parts.popLast() ?? "article").split(separator: ".").map(String.init)
    var stem = endings.first ?? "article"
    var language = endings.dropFirst().dropLast().first { languages.contains($0) }
    if let first = parts.first, languages.contains(first) { language = parts.removeFirst() }
    isSectionPage = stem == "_index"
    translationKey = (parts + [stem]).joined(separator: "/")
    if stem == "index", let folder = parts.popLast() { stem = folder }
    section = parts.first ?? ""
    folders = parts
    name = stem
    self.language = language
  }
}
