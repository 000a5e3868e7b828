import AssayAnalysis

/// What is done with each article alone, in parallel: read, parse, analyse.
struct ArticleStage: Sendable {
  let reader: ArticleReader
  let options: AnalysisOptions
  let publication: Publication

  /// What came of one article.
  struct Outcome {
    /// Nil where the article could not be read or is not published.
    var analysis: Analysis?
    /// False for a text that is only shown.
    var isAnalysed = true
    var leftOut: Publication.Reason?
    var diagnostics: [Diagnostic] = []
    var times = StageTimes()
  }

  /// - Parameters:
  ///   - bytes: of its files, where they were read already.
  ///   - prepare: changes the parsed article before it is analysed.
  func run(
    _ source: ArticleSource, bytes: ArticleReader.SourceBytes? = nil,
    prepare: (Document) -> Document = { $0 }
  ) -> Outcome {
    var outcome = Outcome()
    let reading = reader.read(source, bytes: bytes, times: &outcome.times)
    outcome.diagnostics = reading.diagnostics
    guard let article = reading.article else { return outcome }
    if let reason = publication.reasonToLeaveOut(article.frontMatter) {
      outcome.leftOut = reason
      outcome.diagnostics.append(reason.note(on: source.file.name))
      return outcome
    }
    let prepared = prepare(article)
    outcome.isAnalysed = reader.site.configuration.isAnalysed(article.frontMatter, source.file.name)
    outcome.analysis = outcome.times.time(.analyse) {
      outcome.isAnalysed
        ? Analysis(article: prepared, thread: reading.thread, options: options)
        : Analysis(shown: prepared)
    }
    outcome.diagnostics += outcome.analysis?.diagnostics ?? []
    return outcome
  }
}

extension Site {
  /// The names that the site's gazetteers know, its reference tables, and the checks that its
  /// configuration leaves on.
  func analysisOptions() -> (options: AnalysisOptions, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let names = GazetteerFiles(
      texts(of: gazetteers, &diagnostics), articles: isWhole ? articles.map(\.file.name) : nil)
    diagnostics += names.diagnostics
    var edits: [SentimentOverride] = []
    for source in texts(of: overrides, &diagnostics) {
      let (read, problems) = SentimentOverride.read(source)
      edits += read
      diagnostics += problems + staleOverrides(read)
    }
    let tables = references.flatMap { referenceTables($0, &diagnostics) }
    diagnostics += tables.flatMap(\.diagnostics)
    let checks = Check.all.filter { check in
      !configuration.disabledChecks.contains(check.id)
        && (!check.isOptional || configuration.enabledChecks.contains(check.id))
    }
    let options = AnalysisOptions(
      gazetteer: names.gazetteer, checks: checks, references: tables,
      overrides: edits)
    return (options, diagnostics)
  }

  /// The table of a reference file: CSV, JSON or SQLite by its name; none where it cannot be read.
  private func referenceTables(
    _ file: ContentFile, _ diagnostics: inout [Diagnostic]
  ) -> [ReferenceTable] {
    let name = file.name.lowercased()
    if name.hasSuffix(".csv") {
      return texts(of: [file], &diagnostics).map { ReferenceTable($0) }
    }
    if name.hasSuffix(".json") {
      return texts(of: [file], &diagnostics).map { ReferenceTable(json: $0) }
    }
    return [ReferenceDatabase.read(file)]
  }

  /// Warnings of overrides whose article is not there.
  private func staleOverrides(_ overrides: [SentimentOverride]) -> [Diagnostic] {
    guard isWhole else { return [] }
    let names = articles.map(\.file.name)
    return overrides.filter { override in
      !names.contains { $0 == override.article || $0.hasSuffix("/" + override.article) }
    }.map {
      Diagnostic(
        .warning, path: $0.path, "stale override of a sentiment: no article is '\($0.article)'",
        rule: "sentiment-override")
    }
  }

  private func texts(of files: [ContentFile], _ diagnostics: inout [Diagnostic]) -> [SourceText] {
    files.compactMap { file in
      do throws(Failure) {
        let bytes = try Files.read(file.path, limit: configuration.maximumFileBytes)
        let (source, found) = try SourceText.decode(path: file.name, bytes: bytes)
        diagnostics += found
        return source
      } catch {
        diagnostics += error.diagnostics.map { $0.at(path: file.name) }
        return nil
      }
    }
  }

  func articleStage(_ options: AnalysisOptions, _ publication: Publication) -> ArticleStage {
    ArticleStage(
      reader: ArticleReader(site: self), options: options, publication: publication)
  }
}
