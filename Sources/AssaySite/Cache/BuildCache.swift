import AssayAnalysis
import AssayRender
import Glibc

/// What a build leaves for the next one: articles as they were read, and pages as they were written.
///
/// An article is taken over where its bytes, those of its thread and all else that it was made of are
/// the same; a page where its key is and its file in the output has not been touched. Whatever cannot be
/// read back counts as never written, so the worst that a cache can do is to be of no use.
public struct BuildCache: Sendable {
  /// Where packs are kept; nil before the first build.
  let store: PackStore?
  /// By name.
  let articles: [String: BuiltArticle]
  let pages: PageTable
  /// Of all that every article is made with.
  let settings: SettingsKey

  /// Nothing was built before.
  public init() { self.init(store: nil, settings: .none) }

  init(
    store: PackStore?, settings: SettingsKey, articles: [String: BuiltArticle] = [:],
    pages: PageTable = PageTable()
  ) {
    self.store = store
    self.settings = settings
    self.articles = articles
    self.pages = pages
  }

  /// The cache to build with: this one where it was made with the same settings, else the one that
  /// lies in a folder.
  ///
  /// - Parameter folder: nil keeps nothing beyond the process.
  func current(
    _ settings: SettingsKey, folder: String?, output: String
  ) throws(Failure) -> BuildCache {
    if let store {
      guard settings != .none, settings == self.settings else {
        return BuildCache(store: store, settings: settings)
      }
      return self
    }
    if let folder, settings != .none, let kept = CacheFolder(folder) {
      return kept.read(settings, output: output)
    }
    return BuildCache(store: try PackStore(beside: output), settings: settings)
  }

  /// True for an article that was taken from here, or is not for keeping.
  func holds(_ article: BuiltArticle) -> Bool {
    guard article.isCacheable else { return true }
    return articles[article.name]?.pack == article.pack && article.pack != nil
  }

  /// The same place to keep things, and nothing kept in it.
  var emptied: BuildCache { BuildCache(store: store, settings: settings) }
}

/// Names all that every article of a site is made with, by a hash: the program, the settings, the lists.
struct SettingsKey: Sendable, Hashable {
  let digest: String

  /// Of what cannot be named: nothing is taken over.
  static let none = SettingsKey(digest: "")

  private init(digest: String) { self.digest = digest }

  /// - Parameter version: of Assay.
  init(_ site: Site, version: String) {
    guard let program = Files.stamp("/proc/self/exe") else {
      self = .none
      return
    }
    var bytes: [UInt8] = []
    func add(_ words: String) {
      bytes += Array("\(words.utf8.count) ".utf8)
      bytes += Array(words.utf8)
    }
    // Of one version there are many programs while it is written.
    add("\(version) \(program.byteCount) \(program.seconds) \(program.nanoseconds)")
    add("\(SiteScale(articles: site.articles.count)) \(site.isWhole) \(site.configuration.content)")
    let lists = site.gazetteers + site.redactionFiles + site.overrides + site.references
    let own = [Configuration.fileName, ReviewFile.name].map { name in
      ContentFile(path: site.path(of: name), name: name)
    }
    for file in own + lists {
      add(file.name)
      guard Files.exists(file.path) else { continue }
      guard let content = try? Files.read(file.path) else {
        // The build says why.
        self = .none
        return
      }
      bytes += content
    }
    digest = sha256(bytes)
  }

  /// A part of it, for what is hashed faster.
  var number: UInt64 { UInt64(digest.prefix(16), radix: 16) ?? 0 }
}
