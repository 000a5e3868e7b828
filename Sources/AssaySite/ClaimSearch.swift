import AssayAnalysis
public import AssayRender

/// Which claims of a site are meant.
public enum ClaimQuery: Sendable, Hashable {
  /// As pages and reports know it.
  case id(String)
  /// All of a line, or the one at a column.
  case place(path: String, line: Int, column: Int?)

  /// Reads `FILE:LINE`, `FILE:LINE:COLUMN` or an id.
  public init(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let numbers = parts.suffix(2).compactMap { Int($0) }
    if parts.count >= 3, numbers.count == 2 {
      let path = parts.dropLast(2).joined(separator: ":")
      self = .place(path: path, line: numbers[0], column: numbers[1])
    } else if parts.count >= 2, let line = Int(parts[parts.count - 1]) {
      self = .place(path: parts.dropLast().joined(separator: ":"), line: line, column: nil)
    } else {
      self = .id(text)
    }
  }

  /// The file that it speaks of.
  public var path: String? {
    if case .place(let path, _, _) = self { path } else { nil }
  }

  /// Whether it means a line among these, and no one column of it.
  func matches(path: String, lines: ClosedRange<Int>) -> Bool {
    if case .place(path, let line, nil) = self { lines.contains(line) } else { false }
  }

  /// Whether it means what stands at a place; an id means none.
  func matches(path: String, line: Int, columns: Range<Int>) -> Bool {
    guard case .place(let file, let wanted, let column) = self else { return false }
    return file == path && wanted == line && (column.map { columns.contains($0) } ?? true)
  }

  func matches(id: String, path: String, line: Int, columns: Range<Int>) -> Bool {
    switch self {
    case .id(let wanted): wanted == id
    case .place(let file, let wanted, let column):
      file == path && wanted == line && (column.map { columns.contains($0) } ?? true)
    }
  }
}

/// What was read at the places that a query means.
public struct Explanations: Sendable {
  public fileprivate(set) var claims: [ClaimExplanation] = []
  /// None for an id.
  public fileprivate(set) var names: [MentionExplanation] = []
  /// Of the paragraph or comment on a line; none for an id or a column.
  public fileprivate(set) var tones: [ToneExplanation] = []

  /// Claims first, then names, then tones.
  public var texts: [String] { claims.map(\.text) + names.map(\.text) + tones.map(\.text) }
}

extension Site {
  /// Explains the claims, names and tones that a query means.
  ///
  /// - Throws: `Failure` where files could not be read.
  public func explain(
    _ query: ClaimQuery, progress: BuildProgress = BuildProgress()
  ) async throws -> Explanations {
    let (options, _) = analysisOptions()
    var everything = Publication()
    everything.includesDrafts = true
    let stage = articleStage(options, everything)
    let paths = shownPaths
    let sources = articles.filter { source in
      guard let path = query.path else { return true }
      return source.file.path == path || source.thread?.path == path
    }
    progress.begin(.reading, of: sources.count)
    let found = try await parallelMap(sources, chunk: 1) { source -> (Explanations, Analysis?) in
      defer { progress.advance() }
      try Task.checkCancellation()
      let outcome = stage.run(source)
      let errors = outcome.diagnostics.filter { $0.severity == .error }
      guard let analysis = outcome.analysis else { throw Failure(.input, named(errors)) }
      let slug = configuration.permalinks.folder(
        of: analysis.article.frontMatter, path: source.file.name)
      let path = { paths[$0] ?? $0 }
      var read = Explanations()
      read.claims = analysis.explanations(slug: slug, path: path, where: query.matches)
      guard query.path != nil else { return (read, nil) }
      read.names = analysis.mentionExplanations(path: path, where: query.matches)
      read.tones = analysis.toneExplanations(path: path, where: query.matches(path:lines:))
      return (read, read.names.isEmpty ? nil : analysis)
    }
    var all = Explanations()
    for ((read, analysis), source) in zip(found, sources) {
      all.claims += read.claims
      all.tones += read.tones
      guard let analysis, let links = try await links(of: analysis, source, options) else {
        all.names += read.names
        continue
      }
      all.names += analysis.mentionExplanations(
        path: { paths[$0] ?? $0 }, links: links, where: query.matches)
    }
    return all
  }

  /// How the names of an article bear on those of the site's others; nil where it has no others.
  private func links(
    of analysis: Analysis, _ source: ArticleSource, _ options: AnalysisOptions
  ) async throws -> LinkExplanation? {
    let others = articles.filter { $0.file.path != source.file.path }
    guard !others.isEmpty else { return nil }
    let paths = shownPaths
    // What is not published links nothing.
    let stage = articleStage(options, Publication())
    let names = try await parallelMap(others, chunk: 4) { other -> ArticleNames? in
      try Task.checkCancellation()
      let path = other.file.path
      return stage.run(other).analysis.map { ArticleNames($0, path: paths[path] ?? path) }
    }
    let own = ArticleNames(analysis, path: source.file.path)
    return LinkExplanation([own] + names.compactMap { $0 }, own: 0)
  }
}
