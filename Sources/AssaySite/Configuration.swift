public import AssayAnalysis
public import AssayRender

/// What `assay.yml` says about a site. Every key has a default, so a site needs no such file.
public struct Configuration: Sendable {
  /// The name of the site, in its masthead and feeds.
  public var title = "Briefings"
  public var description = ""
  /// Where the site will be found, without a slash at the end; nil where only relative links and
  /// no feeds are wanted.
  public var baseURL: String?
  /// BCP 47.
  public var language = "en"
  /// Of articles that name none.
  public var authors: [String] = []
  /// Folders, relative to the one `assay.yml` lies in.
  public var content = "content"
  public var output = "output"
  public var templates = "templates"
  /// The identifiers of checks that are switched off, and of optional ones that are switched on.
  public var disabledChecks: Set<String> = []
  public var enabledChecks: Set<String> = []
  /// Larger files are refused.
  public var maximumFileBytes = 16 << 20
  /// Whose a handle at the start of a pasted comment is.
  public var handleNames = ReadingOptions.HandleNames.automatic
  /// The day of the build, for drafts, future and expired pages; nil takes the clock's.
  public var today: CalendarDate?
  /// Folders beside the content: files copied as they are, and data for templates.
  public var statics = "static"
  public var data = "data"
  public var feeds = FeedSettings()
  public var taxonomies = Taxonomy.standard
  public var sections: [SectionSettings] = []
  public var languages: [SiteLanguage] = []
  public var permalinks = Permalinks()
  /// Briefings on one page of a list.
  public var pageSize = 100
  public var menu: [MenuEntry] = []
  public var params: YAMLNode?
  /// The theme's own words in the site's language.
  public var words: [String: String] = [:]
  /// Colours, fonts and measures that take the place of the theme's.
  public var tokens = ThemeTokens()
  /// True where articles shall have cards for other sites to show.
  public var hasCards = false
  /// True where pictures are copied under names that hold a hash of their bytes.
  public var fingerprints = true

  /// Where the site can be published to, in the order of the file.
  public var publishing: [PublishSettings] = []

  /// The name of the file.
  public static let fileName = "assay.yml"

  public init() {}
}

extension Configuration {
  /// Reads the text of an `assay.yml`.
  ///
  /// - Parameter checks: the identifiers that may stand under `checks`.
  /// - Throws: `Failure` with all that breaks a rule; an unknown key does.
  public init(_ source: SourceText, checks: [String]) throws(Failure) {
    self.init()
    let (node, problems) = parseYAML(source)
    var reader = MappingReader(node, in: source, of: Configuration.fileName)
    readSite(&reader)
    readFolders(&reader)
    readRules(&reader, checks: checks)
    readPages(&reader)
    publishing =
      reader.mapping("publish") { targets in
        targets.keys.compactMap { name in
          targets.mapping(name) { PublishSettings.read(name, &$0) }
        }
      } ?? []
    let findings = problems + reader.finish().map(\.asError)
    guard findings.isEmpty else { throw Failure(.usage, findings.sorted()) }
  }

  private mutating func readSite(_ reader: inout MappingReader) {
    title = reader.string("title") ?? title
    description = reader.string("description") ?? description
    language = reader.string("language") ?? language
    authors = reader.strings("authors")
    guard let address = reader.string("base-url") else { return }
    let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
    if !isWeb, let range = reader.node("base-url")?.range {
      reader.report(range, "'base-url' must begin with https:// or http://")
    }
    baseURL = String(address.reversed().drop { $0 == "/" }.reversed())
  }

  private mutating func readFolders(_ reader: inout MappingReader) {
    content = Configuration.folder("content", &reader) ?? content
    output = Configuration.folder("output", &reader) ?? output
    templates = Configuration.folder("templates", &reader) ?? templates
    statics = Configuration.folder("static", &reader) ?? statics
    data = Configuration.folder("data", &reader) ?? data
    if output == content || (output + "/").hasPrefix(content + "/"),
      let range = reader.node("output")?.range
    {
      reader.report(range, "'output' must lie outside of 'content'")
    }
  }

  private mutating func readRules(_ reader: inout MappingReader, checks: [String]) {
    let switched =
      reader.mapping("checks") { switches in
        checks.compactMap { check in switches.boolean(check).map { (check, $0) } }
      } ?? []
    disabledChecks = Set(switched.filter { !$0.1 }.map(\.0))
    enabledChecks = Set(switched.filter(\.1).map(\.0))
    maximumFileBytes =
      reader.integer("maximum-file-bytes", in: 1024...1 << 32) ?? maximumFileBytes
    handleNames = reader.choice("handle-names", of: ReadingOptions.HandleNames.self) ?? handleNames
    today = reader.date("today")
  }

  /// A folder beneath the site's own.
  private static func folder(_ key: String, _ reader: inout MappingReader) -> String? {
    guard let path = reader.string(key), let range = reader.node(key)?.range else { return nil }
    let parts = path.split(separator: "/").filter { $0 != "." }
    guard !path.hasPrefix("/"), !parts.isEmpty, !parts.contains("..") else {
      reader.report(range, "'\(key)' must be a folder beside \(fileName), such as '\(key)'")
      return nil
    }
    return parts.joined(separator: "/")
  }
}

extension Diagnostic {
  /// The same finding as an error: a configuration is strict.
  fileprivate var asError: Diagnostic {
    Diagnostic(
      .error, path: path, line: line, column: column, length: length, message, hint: hint,
      rule: rule, sourceLine: sourceLine)
  }
}
