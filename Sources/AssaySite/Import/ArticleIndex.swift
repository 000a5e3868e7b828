import AssayAnalysis

/// The articles of a content folder, to be found by what a thread knows of them.
struct ArticleIndex {
  /// Paths relative to the content folder.
  private(set) var paths: [String] = []
  private var byAddress: [String: String] = [:]
  private var byTitle: [String: String] = [:]
  private var bySlug: [String: String] = [:]
  /// Articles that are only a title and a link, made by an import for a thread without one.
  private(set) var threads: [String: String] = [:]

  init(_ content: String, baseURL: String?) throws(Failure) {
    guard Files.isFolder(content) else { return }
    for entry in try Files.tree(content) where entry.kind == .file {
      guard !entry.path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else {
        continue
      }
      switch ContentKind(name: entry.path) {
      case .article: try add(entry.path, in: content, baseURL: baseURL)
      case .thread: try addThread(entry.path, in: content)
      default: continue
      }
    }
  }

  private mutating func add(
    _ path: String, in content: String, baseURL: String?
  ) throws(Failure) {
    guard let source = try ArticleIndex.text(path, in: content) else { return }
    let (matter, bodyStart, _) = FrontMatter.split(source)
    paths.append(path)
    let slug = matter.slug ?? AssayAnalysis.slug(ContentKind.stem(of: path))
    note(slug, path, in: &bySlug)
    if let address = matter.sourceURL { note(ArticleIndex.key(address), path, in: &byAddress) }
    for alias in matter.aliases { note(ArticleIndex.key(alias), path, in: &byAddress) }
    if let baseURL { note(ArticleIndex.key("\(baseURL)/\(slug)"), path, in: &byAddress) }
    let title = matter.title ?? ArticleIndex.heading(source, from: bodyStart)
    if let title { note(ArticleIndex.words(title), path, in: &byTitle) }
  }

  private mutating func addThread(_ path: String, in content: String) throws(Failure) {
    guard path.hasSuffix(".md"), let source = try ArticleIndex.text(path, in: content) else {
      return
    }
    if let key = FrontMatter.split(source).frontMatter.importedThread { threads[key] = path }
  }

  /// What two articles share tells neither.
  private func note(_ key: String, _ path: String, in map: inout [String: String]) {
    guard !key.isEmpty else { return }
    map[key] = map[key] == nil ? path : ""
  }

  private static func text(_ path: String, in content: String) throws(Failure) -> SourceText? {
    let bytes = try Files.read(Files.join(content, path))
    // A file that is no text is told by the build.
    return try? SourceText.decode(path: path, bytes: bytes).text
  }

  /// The article that a thread speaks of: by address, then by slug, then by title.
  func article(for thread: ImportedThread) -> String? {
    if let url = thread.url {
      let key = ArticleIndex.key(url)
      if let path = byAddress[key] ?? byAddress[ArticleIndex.path(of: key)], !path.isEmpty {
        return path
      }
      if let last = ArticleIndex.path(of: key).split(separator: "/").last,
        let path = bySlug[AssayAnalysis.slug(String(last))], !path.isEmpty
      {
        return path
      }
    }
    if let slug = thread.article?.slug, let path = bySlug[slug], !path.isEmpty { return path }
    let title = thread.title ?? thread.article?.title
    guard let path = title.flatMap({ byTitle[ArticleIndex.words($0)] }), !path.isEmpty else {
      return nil
    }
    return path
  }

  /// An address without what differs between links to one page.
  private static func key(_ address: String) -> String {
    var key = address[...]
    if let scheme = key.firstRange(of: "://") { key = key[scheme.upperBound...] }
    if key.hasPrefix("www.") { key = key.dropFirst(4) }
    key = key.prefix { $0 != "#" }
    if let query = key.firstIndex(of: "?") {
      // WordPress's first addresses are a query alone: `?p=4`.
      let kept = key[query...].hasPrefix("?p=") ? key[query...] : ""
      key = key[..<query] + kept
    }
    for ending in ["index.html", "index.htm", ".html", ".htm"] where key.hasSuffix(ending) {
      key = key.dropLast(ending.count)
      break
    }
    while key.hasSuffix("/") { key = key.dropLast() }
    return key.lowercased()
  }

  private static func path(of key: String) -> String {
    guard let slash = key.firstIndex(of: "/") else { return "" }
    return String(key[slash...])
  }

  private static func words(_ title: String) -> String {
    title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private static func heading(_ source: SourceText, from start: Int) -> String? {
    for line in source.bytes[start...].split(separator: 0x0A) where line.first == 0x23 {
      return String(decoding: line.drop { $0 == 0x23 || $0 == 0x20 }, as: UTF8.self)
    }
    return nil
  }
}
