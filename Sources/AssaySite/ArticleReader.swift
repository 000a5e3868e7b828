import AssayAnalysis

/// Reads an article and its thread from their files.
struct ArticleReader: Sendable {
  let site: Site

  /// What was read, and what was found wrong with it.
  struct Reading {
    var article: Document?
    var thread: Thread?
    var diagnostics: [Diagnostic] = []
  }

  func read(_ source: ArticleSource, times: inout StageTimes) -> Reading {
    var reading = Reading()
    guard let text = self.text(of: source.file, &reading, &times) else { return reading }
    let options = ReadingOptions(
      format: source.format, handleNames: site.configuration.handleNames,
      taxonomies: site.configuration.customTaxonomies)
    let threadText = source.thread.flatMap { self.text(of: $0, &reading, &times) }
    times.time(.parse) {
      let (article, inner, outer) = site.redactions.read(
        text, thread: threadText, options: options)
      if let inner, outer != nil, !inner.comments.isEmpty, let file = source.thread {
        reading.diagnostics.append(
          Diagnostic(
            .error, path: file.name, "'\(source.file.name)' has comments of its own already",
            hint: "move the comments of both into one of them"))
      }
      reading.article = article
      reading.thread = outer ?? inner
      reading.diagnostics += article.diagnostics + (reading.thread?.diagnostics ?? [])
      reading.diagnostics += reading.thread?.comments.flatMap(\.body.diagnostics) ?? []
    }
    return reading
  }

  private func text(
    of file: ContentFile, _ reading: inout Reading, _ times: inout StageTimes
  ) -> SourceText? {
    do throws(Failure) {
      let (text, diagnostics) = try times.time(.read) { () throws(Failure) in
        try decode(file)
      }
      reading.diagnostics += diagnostics
      return text
    } catch {
      reading.diagnostics += error.diagnostics.map { $0.at(path: file.name) }
      return nil
    }
  }

  private func decode(
    _ file: ContentFile
  ) throws(Failure) -> (text: SourceText, diagnostics: [Diagnostic]) {
    let bytes =
      file.path == Site.standardInputPath
      ? site.standardInput
      : try Files.read(file.path, limit: site.configuration.maximumFileBytes)
    return try SourceText.decode(path: file.name, bytes: bytes)
  }
}
