public import AssayAnalysis

/// A site to build: its configuration and the files it is made of, found but not read.
public struct Site: Sendable {
  /// The folder that holds `assay.yml`; empty for the folder the program runs in.
  public let root: String
  public let configuration: Configuration
  /// In order of name, each with its thread.
  public let articles: [ArticleSource]
  public let gazetteers: [ContentFile]
  /// Lists of what is taken out of articles and threads.
  public let redactionFiles: [ContentFile]
  let redactions: Redactions
  /// Sentiments that a person set.
  public let overrides: [ContentFile]
  public let references: [ContentFile]
  public let assets: [ContentFile]
  /// Templates that take the place of the theme's own.
  public let templates: [ContentFile]
  /// Copied as they are to the root of the output; their names are paths in it.
  public let statics: [ContentFile]
  /// Tables and settings for templates.
  public let data: [ContentFile]
  /// What standard input held, where it was asked for.
  let standardInput: [UInt8]
  /// False for a few files taken out of a site, whose links may lead to files that were not named.
  let isWhole: Bool
  /// What was found wrong with the files' names and places.
  public let diagnostics: [Diagnostic]

  /// The path that stands for standard input.
  public static let standardInputPath = "-"

  /// Finds the files of a site.
  ///
  /// - Parameters:
  ///   - paths: one folder (a site with `assay.yml` or a content folder), or any files and folders,
  ///     which are then read with the settings of the folder the program runs in; `-` is standard
  ///     input; none is the folder the program runs in.
  ///   - checks: the identifiers that the configuration may name.
  /// - Throws: `Failure` where a path leads nowhere or the configuration breaks a rule.
  public static func open(_ paths: [String], checks: [String] = []) throws(Failure) -> Site {
    guard let first = paths.first else { return try Site(root: "", checks: checks) }
    let path = trimmed(first)
    if paths.count == 1, Files.isFolder(path), isSite(path) {
      return try Site(root: path == "." ? "" : path, checks: checks)
    }
    return try Site(paths: paths.map(trimmed), checks: checks)
  }

  private static func isSite(_ path: String) -> Bool {
    Files.exists(Files.join(path, Configuration.fileName))
      || Files.isFolder(Files.join(path, Configuration().content))
  }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// The path of a file or folder that the configuration names.
  public func path(of name: String) -> String { Files.join(root, name) }

  /// The folder the site is written to unless the command line says another.
  public var output: String { path(of: configuration.output) }

  /// Where builds of the site keep what they read; nil for a few files, which leave nothing behind.
  public var cacheFolder: String? { isWhole ? path(of: CacheFolder.name) : nil }

  /// The same findings under the paths that the user knows the files by.
  func named(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !diagnostics.isEmpty else { return [] }
    let paths = shownPaths
    return diagnostics.map { $0.at(path: paths[$0.path] ?? $0.path) }
  }

  /// The paths to show by the names that pages use, where those differ.
  var shownPaths: [String: String] {
    let read = articles.flatMap { [$0.file] + ($0.thread.map { [$0] } ?? []) }
    let files = (read + gazetteers + redactionFiles + overrides + references + assets + templates)
      .filter {
        $0.path != $0.name
      }
    return Dictionary(files.map { ($0.name, $0.path) }) { first, _ in first }
  }
}

extension Site {
  /// A whole site.
  private init(root: String, checks: [String]) throws(Failure) {
    let configuration = try Configuration.load(root, checks: checks)
    let content = Files.join(root, configuration.content)
    guard Files.isFolder(content) else {
      throw Failure(
        .usage,
        Diagnostic(
          .error, path: content, "the content folder is missing",
          hint: "make a site with 'assay init', or name files: assay build story.txt -o out"))
    }
    var listing = ContentListing()
    try listing.add(folder: content, prefix: configuration.content)
    try self.init(root: root, configuration: configuration, listing: listing)
  }

  /// Some files, with the settings of the folder the program runs in.
  private init(paths: [String], checks: [String]) throws(Failure) {
    let configuration = try Configuration.load("", checks: checks)
    var listing = ContentListing()
    if Files.exists(Configuration.fileName), Files.isFolder(configuration.content) {
      var shared = ContentListing()
      try shared.add(folder: configuration.content, prefix: configuration.content)
      (listing.gazetteers, listing.references) = (shared.gazetteers, shared.references)
      listing.redactions = shared.redactions
      listing.overrides = shared.overrides
    }
    let base = commonFolder(of: paths)
    var input: [UInt8] = []
    for path in paths {
      let name = String(path.dropFirst(base.utf8.count))
      if path == Site.standardInputPath {
        input = try Files.readStandardInput(limit: configuration.maximumFileBytes)
        listing.found.append((ContentFile(path: path, name: "stdin"), .automatic))
      } else if Files.isFolder(path) {
        try listing.add(folder: path, prefix: name.isEmpty ? "" : name)
      } else {
        try listing.add(named: ContentFile(path: path, name: name))
      }
    }
    try self.init(
      root: "", configuration: configuration, listing: listing, input: input, isWhole: false)
  }

  private init(
    root: String, configuration: Configuration, listing: ContentListing, input: [UInt8] = [],
    isWhole: Bool = true
  ) throws(Failure) {
    self.root = root
    self.configuration = configuration
    let files = listing.found.map(\.file)
    var matching = ThreadMatching(articles: files)
    for thread in listing.threads {
      matching.add(thread, naming: Site.articleNamed(by: thread, configuration))
    }
    let threads = matching.threads
    articles = listing.found.map {
      ArticleSource(file: $0.file, format: $0.format, thread: threads[$0.file.name])
    }.sorted { $0.file < $1.file }
    gazetteers = listing.gazetteers
    redactionFiles = listing.redactions
    redactions = try Site.readRedactions(listing.redactions, configuration)
    overrides = listing.overrides
    references = listing.references
    assets = listing.assets
    templates = try Site.files(in: Files.join(root, configuration.templates))
    statics = try isWhole ? Site.files(in: Files.join(root, configuration.statics)) : []
    data = try (isWhole ? Site.files(in: Files.join(root, configuration.data)) : []) + listing.data
    standardInput = input
    self.isWhole = isWhole
    diagnostics = listing.diagnostics + matching.diagnostics
  }

  /// A list that cannot be read stops everything: it says what must not be shown.
  private static func readRedactions(
    _ files: [ContentFile], _ configuration: Configuration
  ) throws(Failure) -> Redactions {
    var all = Redactions.none
    for file in files {
      let bytes = try Files.read(file.path, limit: configuration.maximumFileBytes)
      let source = try SourceText.decode(path: file.path, bytes: bytes).text
      let (redactions, problems) = Redactions.read(source)
      guard problems.isEmpty else { throw Failure(.input, problems) }
      all = all.adding(redactions)
    }
    return all
  }

  /// What a thread's front matter says of its article.
  private static func articleNamed(by thread: ContentFile, _ configuration: Configuration)
    -> ThreadMatching.Naming?
  {
    guard thread.name.hasSuffix(".md") else { return nil }
    // A thread that cannot be read says so when it is read for its comments.
    guard let bytes = try? Files.read(thread.path, limit: configuration.maximumFileBytes),
      let source = try? SourceText.decode(path: thread.path, bytes: bytes).text,
      let article = FrontMatter.split(source).frontMatter.article
    else { return nil }
    return ThreadMatching.Naming(article: article, in: source)
  }

  /// All files beneath a folder but those whose names begin with a dot, by their paths in it.
  private static func files(in folder: String) throws(Failure) -> [ContentFile] {
    guard Files.isFolder(folder) else { return [] }
    return try Files.tree(folder).filter { entry in
      entry.kind == .file && !entry.path.split(separator: "/").contains { $0.hasPrefix(".") }
    }.map { ContentFile(path: Files.join(folder, $0.path), name: $0.path) }
  }
}

/// The folder, with a slash at its end, that all paths begin with; empty where they share none.
private func commonFolder(of paths: [String]) -> String {
  let folders = paths.map { path in
    path == Site.standardInputPath ? "" : path.prefix(through: path.lastIndex(of: "/"))
  }
  guard var common = folders.first else { return "" }
  for folder in folders {
    while !folder.hasPrefix(common), !common.isEmpty {
      common = Substring(common.dropLast()).prefix(through: common.dropLast().lastIndex(of: "/"))
    }
  }
  return common
}

extension StringProtocol {
  /// All up to an index and what stands there; empty where there is none.
  fileprivate func prefix(through index: Index?) -> String {
    index.map { String(self[...$0]) } ?? ""
  }
}

extension Configuration {
  /// The configuration of a site; the defaults where it has no `assay.yml`.
  public static func load(
    _ root: String = "", checks: [String] = Check.all.map(\.id)
  ) throws(Failure) -> Configuration {
    let path = Files.join(root, fileName)
    guard Files.exists(path) else { return Configuration() }
    do {
      let bytes = try Files.read(path, limit: 1 << 20)
      return try Configuration(SourceText.decode(path: path, bytes: bytes).text, checks: checks)
    } catch {
      throw Failure(.usage, error.diagnostics)
    }
  }
}

extension Diagnostic {
  /// The same finding under another path.
  func at(path: String) -> Diagnostic {
    Diagnostic(
      severity, path: path, line: line, column: column, length: length, message, hint: hint,
      rule: rule, sourceLine: sourceLine)
  }
}
