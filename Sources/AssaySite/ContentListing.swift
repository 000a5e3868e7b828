import AssayAnalysis

/// The files a site is made of, found but not read, sorted by name.
struct ContentListing {
  var gazetteers: [ContentFile] = []
  var redactions: [ContentFile] = []
  var overrides: [ContentFile] = []
  var references: [ContentFile] = []
  var assets: [ContentFile] = []
  var data: [ContentFile] = []
  /// What was left out, and why.
  var diagnostics: [Diagnostic] = []

  var found: [(file: ContentFile, format: ReadingOptions.Format)] = []
  var threads: [ContentFile] = []

  /// Lists a content folder. Names begin with `prefix`.
  ///
  /// Names that begin with a dot are left alone. Links are followed to files inside the folder
  /// only; whatever is no regular file is refused.
  mutating func add(folder: String, prefix: String) throws(Failure) {
    let root = Files.resolved(folder) ?? folder
    for entry in try Files.tree(folder) {
      if entry.path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
      let path = Files.join(folder, entry.path)
      let file = ContentFile(path: path, name: Files.join(prefix, entry.path))
      switch entry.kind {
      case .folder: continue
      case .file: add(file)
      case .link: addLink(file, root: root)
      case .special:
        diagnostics.append(
          Diagnostic(.error, path: path, "not a regular file", hint: "move it out of the content"))
      }
    }
  }

  /// Adds one file under the kind that its name tells.
  mutating func add(_ file: ContentFile) {
    switch ContentKind(name: file.name) {
    case .article(let format): found.append((file, format))
    case .thread: threads.append(file)
    case .gazetteer: gazetteers.append(file)
    case .redactions: redactions.append(file)
    case .overrides: overrides.append(file)
    case .reference: references.append(file)
    case .asset: assets.append(file)
    case .data(let name):
      data.append(ContentFile(path: file.path, name: name))
      // A table is also something to link to.
      if file.name.hasSuffix(".csv") { assets.append(file) }
    case .unknown:
      diagnostics.append(
        Diagnostic(
          .warning, path: file.path, "left out: its name tells no kind of content",
          hint: "articles end in .md or .txt, threads in .thread.md, .thread.json or .comments.json"
        ))
    }
  }

  /// Adds a file that the user named: its words tell the format where its name does not.
  mutating func add(named file: ContentFile) throws(Failure) {
    guard let kind = Files.kind(of: file.path) else {
      throw Failure(
        .usage, Diagnostic(.error, path: file.path, "there is no such file or folder"))
    }
    guard kind == .file else {
      throw Failure(.input, Diagnostic(.error, path: file.path, "not a regular file"))
    }
    switch ContentKind(name: file.name) {
    case .unknown: found.append((file, .automatic))
    case .thread where threads.contains(where: { $0.path == file.path }): break
    case .asset where file.name.lowercased().hasSuffix(".csv"): references.append(file)
    case .article:
      add(file)
      addThread(beside: file)
    default: add(file)
    }
  }

  /// An article that is named alone brings its thread along.
  private mutating func addThread(beside article: ContentFile) {
    let stem = ContentKind.stem(of: article.name)
    let names = [".thread.md", ".thread.json", ".comments.json"].map { stem + $0 }
    for name in names + ["comments/\(stem).json"] {
      let path = Files.join(Files.parent(of: article.path), name)
      guard Files.kind(of: path) == .file, !threads.contains(where: { $0.path == path }) else {
        continue
      }
      threads.append(
        ContentFile(path: path, name: Files.join(Files.parent(of: article.name), name)))
    }
  }

  private mutating func addLink(_ file: ContentFile, root: String) {
    guard let target = Files.resolved(file.path) else {
      diagnostics.append(Diagnostic(.warning, path: file.path, "left out: a link to nothing"))
      return
    }
    guard target.hasPrefix(root + "/") else {
      diagnostics.append(
        Diagnostic(.error, path: file.path, "a link that leads out of the content folder"))
      return
    }
    guard Files.kind(of: target) == .file else {
      diagnostics.append(
        Diagnostic(.warning, path: file.path, "left out: only links to files are followed"))
      return
    }
    add(file)
  }
}
