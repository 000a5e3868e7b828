import AssayAnalysis
import AssayRender
import Glibc

/// A folder that keeps what a build made for the next one.
///
///     .gitignore, CACHEDIR.TAG    so that neither git nor backups take it along
///     articles                    articles as they were read, and where their packs lie
///     packs-N                     the packs; `articles` names the one that counts
///     pages                       the pages of the site's output folder
///
/// `articles` and `pages` are replaced in one step and end in a hash of themselves; packs are hashed
/// where they are used. Whoever deletes the folder loses nothing but time.
struct CacheFolder: Sendable {
  private let path: String
  private let lock: FolderLock

  /// The folder of a site, beside its `assay.yml`.
  static let name = ".assay-cache"

  /// Nil where the folder cannot be made, or another build is using it.
  init?(_ path: String) {
    self.path = path
    // A cache that cannot be used costs time, and nothing else: there is nothing to tell.
    guard (try? Files.makeFolder(path)) != nil, let lock = FolderLock(free: path) else {
      return nil
    }
    self.lock = lock
    if !Files.exists(Files.join(path, ".gitignore")) {
      try? Files.write(Array("*\n".utf8), to: Files.join(path, ".gitignore"))
      try? Files.write(Array(CacheFolder.tag.utf8), to: Files.join(path, "CACHEDIR.TAG"))
    }
  }

  /// Lets the next build have it at once.
  func release() { lock.release() }

  /// See https://bford.info/cachedir/.
  private static let tag = "Signature: 8a477f597d28d172789f06886806bc55\n"

  /// What was kept, as far as it is whole and was made with the same settings.
  func read(_ settings: SettingsKey, output: String) -> BuildCache {
    guard var reader = content(of: "articles"), reader.text() == settings.digest else {
      return BuildCache(store: store(number: 0, end: 0), settings: settings)
    }
    let (number, end) = (reader.integer(), reader.integer())
    let articles = reader.list { BuiltArticle(from: &$0) }
    guard reader.isWhole, number >= 0, end >= 0,
      articles.allSatisfy({ $0.pack.map { $0.isInside(end) } ?? true }),
      let store = store(number: number, end: end)
    else { return BuildCache(store: store(number: 0, end: 0), settings: settings) }
    return BuildCache(
      store: store, settings: settings,
      articles: Dictionary(articles.map { ($0.name, $0) }, uniquingKeysWith: { $1 }),
      pages: pages(of: output))
  }

  private func pages(of output: String) -> PageTable {
    guard let place = Files.resolved(output), var reader = content(of: "pages"),
      reader.text() == place
    else { return PageTable() }
    let table = PageTable(from: &reader)
    return reader.isWhole ? table : PageTable()
  }

  private func store(number: Int, end: Int) -> PackStore? {
    PackStore(in: self, path: packs(number), number: number, end: end)
  }

  private func packs(_ number: Int) -> String { Files.join(path, "packs-\(number)") }

  /// The content of a file of ours; nil where it is damaged, of another program, or not there.
  private func content(of name: String) -> ByteReader? {
    guard let bytes = try? Files.read(Files.join(path, name)), bytes.count >= 8 else { return nil }
    var tail = ByteReader(Array(bytes.suffix(8)))
    let content = Array(bytes.dropLast(8))
    guard tail.fixed() == CacheFolder.hash(content) else { return nil }
    var reader = ByteReader(content)
    return reader.text() == CacheFolder.format ? reader : nil
  }

  /// Changes with the form of the files.
  private static let format = "assay.cache/1"

  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash = ContentHash()
    hash.combine(bytes)
    return hash.value
  }

  private func replace(_ name: String, _ write: (inout ByteWriter) -> Void) {
    var writer = ByteWriter(capacity: 1 << 20)
    writer.append(CacheFolder.format)
    write(&writer)
    writer.append(fixed: CacheFolder.hash(writer.bytes))
    let new = Files.join(path, name + ".new")
    // What cannot be kept is made again next time.
    guard (try? Files.write(writer.bytes, to: new)) != nil else {
      unlink(new)
      return
    }
    rename(new, Files.join(path, name))
  }

  /// Keeps what a build made.
  ///
  /// - Parameter output: the folder that the pages lie in; nil keeps no pages.
  func write(_ cache: BuildCache, store: PackStore, output: String?) {
    let articles = cache.articles.values.filter(\.isCacheable).sorted { $0.name < $1.name }
    replace("articles") { writer in
      writer.append(cache.settings.digest)
      writer.append(store.number)
      writer.append(store.byteCount)
      writer.append(list: articles) { $0.append(to: &$1) }
    }
    if let output, let place = Files.resolved(output) {
      replace("pages") { writer in
        writer.append(place)
        cache.pages.append(to: &writer)
      }
    }
    for name in (try? Files.names(path)) ?? [] where name.hasPrefix("packs-") {
      if Files.join(path, name) != packs(store.number) { unlink(Files.join(path, name)) }
    }
  }

  /// A store for the packs that are still of use, where most are not.
  func compacted(_ store: PackStore) -> PackStore? { self.store(number: store.number + 1, end: 0) }
}
