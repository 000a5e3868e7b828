import AssayAnalysis
import AssayRender

extension Build {
  /// One file to write: rendered by the site, or copied from the content.
  private enum Job: Sendable {
    case page(PageID)
    /// What the page's template is given.
    case data(PageID)
    case copy(ContentFile, to: String)
  }

  /// Writes the site.
  ///
  /// - Returns: the pages for the next build.
  func write(
    _ pages: SitePages, _ assets: AssetIndex, _ known: BuildCache, _ progress: BuildProgress,
    _ report: inout BuildReport
  ) async throws -> PageTable {
    let copies = assets.sorted.map { Job.copy($0.file, to: $0.path) }
    let own = site.statics.map(\.name)
    // The site's own robots.txt, where it has one, takes the place of ours.
    let made = pages.pages.filter { $0 != .robots || !own.contains(PageMap.robots) }
    let jobs =
      made.map { Job.page($0) } + copies + site.statics.map { Job.copy($0, to: $0.name) }
      + (writesData ? made.filter(pages.hasData).map { Job.data($0) } : [])
    let writer = try OutputWriter(output: output)
    do {
      progress.begin(.writing, of: jobs.count)
      let lint = try outputLint(jobs, of: pages)
      let table = known.pages.valid(for: lint.paths)
      // Keys cost a little: only what is kept needs them.
      let settings = keepsPages || isRepeated ? known.settings.number : 0
      let outcomes = try await parallelMap(jobs, chunk: 16, workers: workers) { job in
        defer { progress.advance() }
        try Task.checkCancellation()
        // One mistake in a template keeps no other from being told.
        return Result { () throws(Failure) in
          let key = try self.key(of: job, of: pages, settings)
          if let key, let kept = keep(job, key, table, of: pages, with: writer) { return kept }
          return try write(job, key, of: pages, with: writer, lint)
        }
      }
      let results = try unlessFailed(outcomes)
      for result in results { report.times.add(result.times) }
      report.diagnostics += try lint.diagnostics(results.compactMap(\.lint)) {
        path throws(Failure) in
        try made.first { pages.path(of: $0) == path }.map { page throws(Failure) in
          try pages.render(page)
        }
      }
      report.setPages(
        results.map { ($0.path, $0.isChanged) }, cached: results.count { $0.isKept })
      try refuseDoubles(results.map(\.path))
      try report.times.time(.exchange) { () throws(Failure) in
        try writer.commit(
          results.map(\.path), isChanged: results.contains { $0.isChanged })
      }
      return report.times.time(.keep) { self.table(results, table) }
    } catch {
      writer.cancel()
      throw error
    }
  }

  private func outputLint(_ jobs: [Job], of pages: SitePages) throws(Failure) -> OutputLint {
    var templates: [SourceText] = []
    for file in site.templates where file.name.hasSuffix(".html") {
      let bytes = try Files.read(file.path, limit: site.configuration.maximumFileBytes)
      templates.append(try SourceText.decode(path: file.path, bytes: bytes).text)
    }
    let paths = jobs.map { job in
      switch job {
      case .page(let page), .data(let page): pages.path(of: page)
      case .copy(_, let path): path
      }
    }
    return OutputLint(paths: paths, templates: templates)
  }

  /// What came of every job.
  ///
  /// - Throws: `Failure` with all that went wrong in any of them, each mistake once.
  private func unlessFailed<Value>(_ outcomes: [Result<Value, Failure>]) throws(Failure) -> [Value]
  {
    var values: [Value] = []
    var problems: [Diagnostic] = []
    for outcome in outcomes {
      switch outcome {
      case .success(let value): values.append(value)
      case .failure(let failure): problems += failure.diagnostics
      }
    }
    guard problems.isEmpty else { throw Failure(.input, problems.uniqueSorted) }
    return values
  }

  /// What came of writing one file.
  private struct Written: Sendable {
    let path: String
    let key: UInt64?
    var isChanged = false
    /// True where the file of an earlier build was not even made again.
    var isKept = false
    let lint: PageLint?
    var times = StageTimes()
  }

  /// Nil where a file is made in any case.
  private func key(
    of job: Job, of pages: SitePages, _ settings: UInt64
  ) throws(Failure) -> UInt64? {
    guard settings != 0, case .page(let page) = job else { return nil }
    return try pages.key(of: page, settings: settings)
  }

  /// The file of an earlier build, where it is what would be made now; nil otherwise.
  private func keep(
    _ job: Job, _ key: UInt64, _ table: PageTable, of pages: SitePages, with writer: OutputWriter
  ) -> Written? {
    guard case .page(let page) = job else { return nil }
    let path = pages.path(of: page)
    guard let old = table.pages[path], old.key == key, writer.stamp(path) == old.stamp else {
      return nil
    }
    return Written(path: path, key: key, isKept: true, lint: old.lint(path: path))
  }

  /// The pages as they lie in the output now.
  private func table(_ results: [Written], _ old: PageTable) -> PageTable {
    let isSame = !results.contains { $0.isChanged } && !old.pages.isEmpty
    if isSame, results.count(where: { $0.isKept }) == old.pages.count { return old.unchanged }
    var pages: [String: PageTable.Page] = [:]
    var links = old.links
    for result in results {
      links.formUnion(result.lint?.links ?? [])
      // What is wrong with a page is told by every build.
      guard let key = result.key, result.lint?.problems.isEmpty ?? true,
        let stamp = OutputWriter.stamp(result.path, in: output)
      else { continue }
      pages[result.path] = PageTable.Page(key: key, stamp: stamp, lint: result.lint)
    }
    return PageTable(pages: pages, links: links)
  }

  private func write(
    _ job: Job, _ key: UInt64?, of pages: SitePages, with writer: OutputWriter, _ lint: OutputLint
  ) throws(Failure) -> Written {
    var times = StageTimes()
    let file = try times.time(.render) { () throws(Failure) in
      switch job {
      case .page(.card(let article)): try drawing.picture(of: pages.render(.card(article)))
      case .page(let page): try pages.render(page)
      case .data(let page): try pages.data(of: page)
      case .copy(let file, let path):
        OutputFile(
          path: path,
          bytes: try Files.read(file.path, limit: site.configuration.maximumFileBytes))
      }
    }
    let isChanged = try times.time(.write) { () throws(Failure) in
      try writer.add(file.path, file.bytes)
    }
    let found: PageLint? =
      if case .page = job { times.time(.lint) { lint.lint(file) } } else { nil }
    return Written(path: file.path, key: key, isChanged: isChanged, lint: found, times: times)
  }

  /// Two pages at one address would hide one of them.
  private func refuseDoubles(_ paths: [String]) throws(Failure) {
    var seen: Set<String> = []
    let doubles = paths.filter { !seen.insert($0).inserted }
    guard doubles.isEmpty else {
      throw Failure(
        .input,
        Set(doubles).sorted().map { path in
          if let file = site.statics.first(where: { $0.name == path }) {
            return Diagnostic(
              .error, path: file.path, "this file would hide the site's own '\(path)'",
              hint: "give it another name, or the article another 'slug'")
          }
          return Diagnostic(
            .error, path: Files.join(output, path), "two files of the site would have this path",
            hint: "change the 'slug' or 'aliases' of an article, or the name of a file")
        })
    }
  }
}
