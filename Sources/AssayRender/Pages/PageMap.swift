import AssayAnalysis

/// Every path of a site, decided in one place, relative to the site's root.
///
/// All pages but home and 404 lie one folder deep, so that a fragment of HTML whose links begin in
/// `../` is made once and serves them all, also from `file://`. Claim and entity pages are files
/// instead of folders with an index: ten thousand folders cost more to make than ten thousand files.
public enum PageMap {
  public static let home = "index.html"
  public static let notFound = "404.html"
  public static let entities = "entities/index.html"
  public static let method = "method/index.html"
  public static let search = "search/index.html"
  /// What the search page's script reads.
  static let searchIndex = "search/index.json"
  public static let feed = "feed.xml"
  public static let sitemap = "sitemap.xml"
  public static let robots = "robots.txt"
  /// The claims of all articles.
  public static let claimsCSV = "data/claims.csv"

  public static func article(_ slug: String) -> String { slug + "/" + nearArticle }
  /// The whole site in Markdown.
  public static let siteReport = "report.md"
  public static func report(_ slug: String) -> String { slug + "/report.md" }
  public static func claimsJSON(_ slug: String) -> String { slug + "/claims.json" }
  /// A chart of an article as a picture of its own.
  static func picture(_ briefing: Briefing, _ chart: Int) -> String {
    briefing.slug + "/" + briefing.sections.charts[chart].id + ".svg"
  }
  /// The data of that chart.
  static func chartData(_ briefing: Briefing, _ chart: Int) -> String {
    briefing.slug + "/" + briefing.sections.charts[chart].id + ".csv"
  }
  /// Every claim of one article and its thread.
  public static func articleLedger(_ slug: String) -> String { slug + "/" + nearLedger }
  /// - Parameter page: from 1.
  public static func thread(_ slug: String, page: Int = 1) -> String {
    slug + "/" + nearThread(page: page)
  }
  // The same seen from a page in the article's own folder.
  static let nearArticle = "index.html"
  static let nearLedger = "ledger.html"
  static func nearThread(page: Int) -> String { numbered("thread", page) }
  public static func claim(_ id: String) -> String { "claims/" + id + ".html" }
  public static func entity(_ id: String) -> String { "entities/" + id + ".html" }
  /// The list of a taxonomy's terms.
  static func taxonomy(_ name: String) -> String { name + "/index.html" }
  /// The briefings that bear a term.
  static func term(_ taxonomy: String, _ slug: String, page: Int = 1) -> String {
    taxonomy + "/" + numbered(slug, page)
  }
  /// The briefings of a section.
  static func section(_ name: String, page: Int = 1) -> String {
    slug(name) + (page == 1 ? "/index.html" : "/page-\(page).html")
  }
  /// What is written in one of the site's languages.
  static func language(_ code: String, page: Int = 1) -> String {
    slug(code) + (page == 1 ? "/index.html" : "/page-\(page).html")
  }
  /// The list of all briefings.
  public static func briefings(page: Int = 1) -> String {
    page == 1 ? "briefings/index.html" : "briefings/\(page).html"
  }
  /// The site's ledger: its front page, or a section of it.
  public static func ledger(_ section: String? = nil, page: Int = 1) -> String {
    "ledger/" + numbered(section ?? "index", page)
  }

  private static func numbered(_ stem: String, _ page: Int) -> String {
    page == 1 ? stem + ".html" : "\(stem)-\(page).html"
  }

  /// Folders that pages of the site itself live in; no article may have such a slug.
  public static let reservedSlugs: Set<String> = [
    "assets", "briefings", "claims", "data", "entities", "ledger", "method", "search",
  ]

  /// A file's path with a hash of its bytes before its ending.
  public static func fingerprinted(_ path: String, _ bytes: [UInt8]) -> String {
    var hash = StableHash()
    hash.combine(bytes)
    guard let dot = path.lastIndex(of: ".") else { return path + "." + hash.text }
    return path[..<dot] + "." + hash.text + path[dot...]
  }

  /// The stylesheet's path holds a hash of its bytes, so that a cache never serves an old one.
  public static func stylesheet(_ bytes: [UInt8]) -> String {
    var hash = StableHash()
    hash.combine(bytes)
    return "assets/assay." + hash.text + ".css"
  }
}

// MARK: Slugs

extension PageMap {
  /// Lower-case letters, digits and single hyphens, never empty.
  static func slug(_ text: String) -> String { AssayAnalysis.slug(text) }
}

// MARK: Hashes

/// FNV-1a of 64 bits: the same on every machine and in every run.
struct StableHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// What the text is made of.
  var value: UInt64 { state }

  mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    // A byte that UTF-8 never has keeps "ab", "c" and "a", "bc" apart.
    state = (state ^ 0xFF) &* 0x100_0000_01b3
  }

  mutating func combine(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    for _ in 0..<8 {
      state = (state ^ (rest & 0xFF)) &* 0x100_0000_01b3
      rest >>= 8
    }
  }

  /// Ten letters and digits: 50 bits, so that among 30,000 ids a clash has a chance of 1 in 2,500,000.
  var text: String {
    let hash = state ^ (state >> 29)
    return String(unsafeUninitializedCapacity: 10) { bytes in
      for place in 0..<10 {
        let digit = UInt8(truncatingIfNeeded: hash >> UInt64(5 * place)) & 31
        bytes[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
      }
      return 10
    }
  }

  static func text(of words: String) -> String {
    var hash = StableHash()
    hash.combine(words.utf8)
    return hash.text
  }
}
