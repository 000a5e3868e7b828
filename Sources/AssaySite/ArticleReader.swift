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

  /// The bytes of an article and of its thread.
  struct SourceBytes {
    let article: [UInt8]
    let thread: [UInt8]?

    /// Of both and the names that pages know them by.
    func digest(of source: ArticleSource) -> String {
      let name = "\(source.file.name)\n\(source.format)\n\(source.thread?.name ?? "")\n"
      return sha256(Array("\(name)\(article.count)\n".utf8) + article + (thread ?? []))
    }
  }

  /// Nil where one of them cannot be read: reading it as an article says why.
  func bytes(of source: ArticleSource) -> SourceBytes? {
    guard let article = try? bytes(of: source.file) else { return nil }
    guard let file = source.thread else { return SourceBytes(article: article, thread: nil) }
    return (try? bytes(of: file)).map { SourceBytes(article: article, thread: $0) }
  }

  private func bytes(of file: ContentFile) throws(Failure) -> [UInt8] {
    file.path == Site.standardInputPath
      ? site.standardInput
      : try Files.read(file.path, limit: site.configuration.maximumFileBytes)
  }

  /// - Parameter bytes: of both files, where they were read already.
  func read(
    _ source: ArticleSource, bytes: SourceBytes? = nil, times: inout StageTimes
  ) -> Reading {
    var reading = Reading()
    guard let text = self.text(of: source.file, bytes?.article, &reading, &times) else {
      return reading
    }
    let options = ReadingOptions(
      format: source.format, handleNames: site.configuration.handleNames,
      taxonomies: site.configuration.customTaxonomies)
    let threadText = source.thread.flatMap {
      self.text(of: $0, bytes?.thread, &reading, &times)
    }
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
    of file: ContentFile, _ bytes: [UInt8]?, _ reading: inout Reading, _ times: inout StageTimes
  ) -> SourceText? {
    do throws(Failure) {
      let (text, diagnostics) = try times.time(.read) { () throws(Failure) in
        let read = if let bytes { bytes } else { try self.bytes(of: file) }
        return try SourceText.decode(path: file.name, bytes: read)
      }
      reading.diagnostics += diagnostics
      return text
    } catch {
      reading.diagnostics += error.diagnostics.map { $0.at(path: file.name) }
      return nil
    }
  }
}
