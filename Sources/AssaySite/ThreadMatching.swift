import AssayAnalysis

/// Joins threads to their articles.
///
/// A thread belongs to the article that it names itself (`article:`), a path relative to its own
/// folder; else to the one that shares its name, in its folder or, for `comments/NAME.json`, in any
/// folder where the name is the only one of its kind.
struct ThreadMatching {
  private(set) var threads: [String: ContentFile] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private let articles: Set<String>
  private let names: [String]
  private let byStem: [String: [String]]

  init(articles: [ContentFile]) {
    names = articles.map(\.name)
    self.articles = Set(names)
    byStem = Dictionary(grouping: names) { ContentKind.stem(of: $0) }
  }

  /// The article as a thread's own front matter names it.
  struct Naming {
    let article: String
    private let source: SourceText

    init(article: String, in source: SourceText) {
      self.article = article
      self.source = source
    }

    /// An error at the line that names it.
    fileprivate func error(_ message: String, hint: String?) -> Diagnostic {
      Diagnostic(.error, in: source, at: range, message, hint: hint, rule: "thread-article")
    }

    private var range: SourceRange {
      let bytes = source.bytes
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        if bytes[start..<end].starts(with: "article:".utf8) { return SourceRange(start..<end) }
        start = end + 1
      }
      return SourceRange(0..<0)
    }
  }

  mutating func add(_ thread: ContentFile, naming named: Naming?) {
    guard let article = article(of: thread, naming: named) else { return }
    if let other = threads[article] {
      diagnostics.append(
        Diagnostic(
          .error, path: thread.path, "'\(article)' has a thread already: \(other.path)",
          hint: "move the comments of both into one file"))
    } else {
      threads[article] = thread
    }
  }

  private mutating func article(of thread: ContentFile, naming named: Naming?) -> String? {
    if let named {
      let path = sitePath(named.article, from: thread.name)
      if let path, articles.contains(path) { return path }
      let near = path.flatMap { suggestion(for: $0, among: names) }
      diagnostics.append(
        named.error(
          "'article: \(named.article)' names no article",
          hint: near.map { "did you mean '\(relativePath(to: $0, from: thread.name))'?" }
            ?? "its path begins at the folder of the thread"))
      return nil
    }
    let candidates = byStem[ContentKind.stem(of: thread.name)] ?? []
    let folder = Files.parent(of: thread.name)
    let isApart = Files.name(of: folder) == "comments"
    let near = candidates.filter { name in
      let place = Files.parent(of: name)
      return place == folder || isApart && place == Files.parent(of: folder)
    }
    if let only = near.first, near.count == 1 { return only }
    if isApart, let only = candidates.first, candidates.count == 1 { return only }
    let choices = near.isEmpty ? candidates : near
    report(
      thread,
      choices.isEmpty
        ? "a thread without an article" : "a thread that more than one article could have",
      hint: choices.isEmpty
        ? "name it like its article, or say 'article: FILE' in its front matter"
        : "say in its front matter which: \(choices.joined(separator: ", "))")
    return nil
  }

  private mutating func report(_ thread: ContentFile, _ message: String, hint: String?) {
    diagnostics.append(Diagnostic(.error, path: thread.path, message, hint: hint))
  }
}

/// The path in the site that a relative path in a file leads to; nil where it leads out of it.
func sitePath(_ relative: String, from name: String) -> String? {
  var parts = relative.hasPrefix("/") ? [] : name.split(separator: "/").dropLast().map(String.init)
  for part in relative.split(separator: "/") where part != "." {
    if part != ".." {
      parts.append(String(part))
    } else if parts.popLast() == nil {
      return nil
    }
  }
  return parts.joined(separator: "/")
}

/// How a file in the site names another.
func relativePath(to target: String, from name: String) -> String {
  let target = target.split(separator: "/")
  let folder = name.split(separator: "/").dropLast()
  let shared = zip(target.dropLast(), folder).prefix { $0 == $1 }.count
  let up = Array(repeating: "..", count: folder.count - shared)
  return (up + target.dropFirst(shared).map(String.init)).joined(separator: "/")
}
