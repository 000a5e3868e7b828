import AssayAnalysis

/// The gazetteers of a site, read as one.
struct GazetteerFiles {
  private(set) var entries: [Gazetteer.Entry] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var fileOfID: [String: String] = [:]
  /// By name, the id that has it in all articles.
  private var idOfName: [String: String] = [:]
  private let articles: [String]?

  /// - Parameter articles: all articles of the site; nil where only some are read.
  init(_ sources: [SourceText], articles: [String]?) {
    self.articles = articles
    for source in sources { add(source) }
  }

  var gazetteer: Gazetteer { Gazetteer(entries: entries) }

  private mutating func add(_ source: SourceText) {
    let (gazetteer, problems) = Gazetteer.read(source)
    diagnostics += problems
    for entry in gazetteer.entries {
      if let file = fileOfID[entry.id] {
        diagnostics.append(
          Diagnostic(
            .error, path: source.path, "'\(entry.id)' stands in \(file) too",
            hint: "put all its names under one entry", rule: "gazetteer"))
        continue
      }
      fileOfID[entry.id] = source.path
      noteNames(of: entry, in: source.path)
      noteStaleArticles(of: entry, in: source.path)
      entries.append(entry)
    }
  }

  /// A name that two entries claim in all articles would silently be the first one's.
  private mutating func noteNames(of entry: Gazetteer.Entry, in path: String) {
    guard entry.articles.isEmpty else { return }
    for name in [entry.name] + entry.aliases {
      if let other = idOfName[name], other != entry.id {
        diagnostics.append(
          Diagnostic(
            .warning, path: path,
            "'\(name)' is a name of '\(other)' and of '\(entry.id)', and is read as '\(other)'",
            hint: "'in' tells the articles in which a name means one of them", rule: "gazetteer"))
      } else {
        idOfName[name] = entry.id
      }
    }
  }

  private mutating func noteStaleArticles(of entry: Gazetteer.Entry, in path: String) {
    guard let articles else { return }
    for article in entry.articles where !articles.contains(where: { $0.contains(article) }) {
      diagnostics.append(
        Diagnostic(
          .warning, path: path, "stale 'in' of '\(entry.id)': no article is '\(article)'",
          rule: "gazetteer"))
    }
  }
}
