import AssayAnalysis
import AssayRender

extension Configuration {
  /// What `assay.yml` says of pages, lists and feeds.
  mutating func readPages(_ reader: inout MappingReader) {
    pageSize = reader.integer("page-size", in: 1...1000) ?? pageSize
    fingerprints = reader.boolean("fingerprints") ?? fingerprints
    hasCards = reader.boolean("cards") ?? hasCards
    params = reader.node("params")
    words = Configuration.words(&reader)
    permalinks.content = content
    permalinks.pattern = Configuration.pattern("permalink", &reader) ?? permalinks.pattern
    taxonomies += Configuration.taxonomies(&reader)
    feeds = reader.mapping("feeds") { Configuration.feeds(&$0) } ?? feeds
    readSections(&reader)
    readLanguages(&reader)
    menu = reader.mappings("menu") { entry in
      guard let name = entry.string("name"), let path = entry.string("path") else { return nil }
      return MenuEntry(name: name, path: path)
    }
    tokens = reader.mapping("theme") { ThemeTokens(&$0) } ?? tokens
  }

  /// Keys of the front matter that hold terms, besides those that every site has.
  var customTaxonomies: [String] {
    taxonomies.map(\.name).filter { name in !Taxonomy.standard.contains { $0.name == name } }
  }

  /// False for a text that is only shown.
  func isAnalysed(_ matter: FrontMatter, _ name: String) -> Bool {
    if let own = matter.isAnalysed { return own }
    if permalinks.isSectionPage(name) { return false }
    let section = permalinks.section(of: name)
    return sections.first { $0.name == section }?.isAnalysed ?? true
  }

  private mutating func readSections(_ reader: inout MappingReader) {
    var patterns: [String: String] = [:]
    sections =
      reader.mapping("sections") { sections in
        sections.keys.map { name in
          var section = SectionSettings(name: name)
          _ = sections.mapping(name) { own in
            section.title = own.string("title")
            section.description = own.string("description") ?? ""
            section.template = own.string("template")
            section.listTemplate = own.string("list-template")
            section.order = own.choice("order", of: SectionSettings.Order.self) ?? .date
            section.isAnalysed = own.boolean("analyse")
            patterns[name] = Configuration.pattern("permalink", &own)
          }
          return section
        }
      } ?? []
    permalinks.sections = patterns
  }

  private mutating func readLanguages(_ reader: inout MappingReader) {
    let others: [SiteLanguage] =
      reader.mapping("languages") { languages in
        languages.keys.map { code in
          var found = SiteLanguage(code: code)
          _ = languages.mapping(code) { own in
            found.name = own.string("name") ?? code
            found.title = own.string("title")
            found.description = own.string("description")
            found.words = Configuration.words(&own)
          }
          return found
        }
      } ?? []
    guard !others.isEmpty else { return }
    let own = others.first { $0.code == language } ?? SiteLanguage(code: language)
    words.merge(own.words) { first, _ in first }
    languages = [own] + others.filter { $0.code != language }
    permalinks.languages = languages.map(\.code)
  }

  /// The theme's own words in a language.
  private static func words(_ reader: inout MappingReader) -> [String: String] {
    reader.mapping("words") { words in
      InterfaceWords.names.reduce(into: [:]) { $0[$1] = words.string($1) }
    } ?? [:]
  }

  private static func taxonomies(_ reader: inout MappingReader) -> [Taxonomy] {
    let names = reader.strings("taxonomies")
    let standard = Taxonomy.standard.map(\.name)
    let taken = Set(standard + ["title", "date", "summary", "slug", "params", "lang"])
    for name in names where slug(name) != name || taken.contains(name) && !standard.contains(name) {
      guard let range = reader.node("taxonomies")?.range else { continue }
      reader.report(
        range, "'\(name)' cannot be a taxonomy: it must be a new key of a-z, 0-9 and -",
        hint: "such as 'series' or 'topics'")
    }
    return names.filter { !standard.contains($0) }.map { Taxonomy(name: $0) }
  }

  private static func feeds(_ reader: inout MappingReader) -> FeedSettings {
    var feeds = FeedSettings()
    feeds.limit = reader.integer("limit", in: 1...1000) ?? feeds.limit
    feeds.hasFullContent = reader.boolean("full-content") ?? feeds.hasFullContent
    if let formats = choices("formats", of: FeedSettings.Format.self, &reader) {
      feeds.formats = formats
    }
    if let scopes = choices("for", of: FeedSettings.Scope.self, &reader) {
      feeds.scopes = Set(scopes)
    }
    return feeds
  }

  /// A list of words that a type allows; nil where the key is absent.
  private static func choices<Choice>(
    _ key: String, of type: Choice.Type, _ reader: inout MappingReader
  ) -> [Choice]? where Choice: RawRepresentable<String> & CaseIterable {
    guard let range = reader.node(key)?.range else { return nil }
    let words = Choice.allCases.map(\.rawValue)
    return reader.strings(key).compactMap { word in
      if let choice = Choice(rawValue: word) { return choice }
      reader.report(
        range, "'\(word)' in '\(key)' must be one of \(words.joined(separator: ", "))",
        hint: suggestion(for: word, among: words).map { "did you mean '\($0)'?" })
      return nil
    }
  }

  /// A pattern of addresses.
  private static func pattern(_ key: String, _ reader: inout MappingReader) -> String? {
    guard let pattern = reader.string(key), let range = reader.node(key)?.range else { return nil }
    if let part = Permalinks.unknownPart(in: pattern) {
      let near = suggestion(for: part, among: Permalinks.parts)
      reader.report(
        range, "':\(part)' is no part of an address",
        hint: near.map { "did you mean ':\($0)'?" }
          ?? "parts are " + Permalinks.parts.map { ":" + $0 }.joined(separator: ", "))
      return nil
    }
    return pattern
  }
}
