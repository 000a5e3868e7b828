import AssayAnalysis

/// Writes imported threads and articles, each where it belongs.
struct ImportWriter {
  private let options: ImportRun.Options
  private var index: ArticleIndex
  private var records: [String: ImportRecord]
  private var stemOfKey: [String: String] = [:]
  private var taken: Set<String>
  private let privacy: ImportPrivacy

  init(_ options: ImportRun.Options) throws(Failure) {
    self.options = options
    index = try ArticleIndex(options.content, baseURL: options.baseURL)
    records = try ImportRecord.all(in: options.content)
    for (stem, record) in records { stemOfKey[record.key] = stem }
    taken = Set(index.paths.map { ImportWriter.stem(of: $0) })
    for path in index.threads.values { taken.insert(ImportWriter.stem(of: path)) }
    var privacy = ImportPrivacy()
    privacy.keepsAddresses = options.keepsAddresses
    if let salt = options.salt {
      let pseudonyms = Pseudonyms(salt: salt)
      privacy.pseudonym = { pseudonyms.name($0) }
    }
    self.privacy = privacy
    if let article = options.article, !index.paths.contains(article) {
      throw Failure(
        .usage,
        Diagnostic(
          .error, path: Files.join(options.content, article), "there is no such article",
          hint: suggestion(for: article, among: index.paths).map { "did you mean '\($0)'?" }))
    }
  }

  /// `notes/a` for `notes/a.md` and `notes/a.thread.md`.
  private static func stem(of path: String) -> String {
    Files.join(Files.parent(of: path), ContentKind.stem(of: path))
  }

  mutating func write(
    _ threads: [ImportedThread], of origin: ImportOrigin, _ report: inout ImportRun.Report
  ) throws(Failure) {
    if options.article != nil, threads.count > 1 {
      throw Failure(
        .usage,
        Diagnostic(
          .error, path: origin.path,
          "--article names one article, and the files hold \(threads.count) threads",
          hint: "leave it out: threads are matched by address, slug and title"))
    }
    for thread in threads { try write(thread, of: origin, &report) }
  }

  private mutating func write(
    _ thread: ImportedThread, of origin: ImportOrigin, _ report: inout ImportRun.Report
  ) throws(Failure) {
    let key = "\(origin.importer.id):\(oneLine(thread.key))"
    report.missingCount += thread.missingCount
    report.commentCount += thread.comments.count
    report.images += thread.article?.images ?? []
    let place = place(of: thread, key: key, origin)
    var record = records[place.stem] ?? ImportRecord(key: key)
    let lines = importRecord(
      format: origin.importer.id, file: Files.name(of: origin.path),
      sha256: origin.sha256.count == 1 ? origin.sha256[0] : combined(origin),
      thread: oneLine(thread.key))
    try writeArticle(thread, place, lines, &record, &report)
    let order = try writeThread(thread, place, lines, origin, &record, &report)
    records[place.stem] = record
    stemOfKey[key] = place.stem
    let bytes = record.bytes(order: order)
    let path = Files.join(
      options.content, Files.join(ImportRecord.folder, place.stem + ".txt"))
    if !options.isPlan, !Files.holds(path, bytes) { try Files.write(bytes, to: path) }
  }

  private func combined(_ origin: ImportOrigin) -> String {
    sha256(Array(origin.sha256.joined(separator: "\n").utf8))
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

// MARK: Where a thread belongs

extension ImportWriter {
  private struct Place {
    let stem: String
    /// The article's file, relative to the content folder.
    let article: String
    /// Whether the import writes the article.
    let isOwn: Bool
    let isMatched: Bool
  }

  private mutating func place(
    of thread: ImportedThread, key: String, _ origin: ImportOrigin
  ) -> Place {
    if let stem = stemOfKey[key] {
      let isOwn = records[stem]?.article != nil
      return Place(stem: stem, article: article(of: stem), isOwn: isOwn, isMatched: true)
    }
    if let path = index.threads[key] {
      let stem = ImportWriter.stem(of: path)
      return Place(stem: stem, article: article(of: stem), isOwn: false, isMatched: true)
    }
    if let path = options.article ?? index.article(for: thread) {
      let stem = ImportWriter.stem(of: path)
      return Place(stem: stem, article: path, isOwn: false, isMatched: true)
    }
    let stem = freeStem(for: thread, origin)
    taken.insert(stem)
    return Place(
      stem: stem, article: stem + ".md", isOwn: true, isMatched: thread.article != nil)
  }

  private func article(of stem: String) -> String {
    index.paths.first { ImportWriter.stem(of: $0) == stem } ?? stem + ".md"
  }

  private func freeStem(for thread: ImportedThread, _ origin: ImportOrigin) -> String {
    let address = thread.url?.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").dropFirst(2)
    let last = address?.last { !$0.hasPrefix("index.") }.map { name in
      String(name.split(separator: ".").first ?? name)
    }
    let isNumber = last.map { $0.allSatisfy(\.isNumber) } ?? true
    let choices = [
      thread.article?.slug, isNumber ? nil : last, thread.title ?? thread.article?.title,
      "\(origin.importer.id)-\(thread.key)",
    ]
    let words = choices.lazy.compactMap { $0 }.first { ImportWriter.hasSlug($0) }
    let base = AssayAnalysis.slug(words ?? origin.importer.id)
    let isReserved = ImportWriter.reserved.contains(base)
    var stem = isReserved ? base + "-thread" : base
    var number = 1
    while taken.contains(stem) {
      number += 1
      stem = "\(base)-\(number)"
    }
    return stem
  }

  /// Names that mean something to a content folder or a site.
  private static let reserved: Set<String> = ["index", "gazetteer", "redactions", "comments"]

  /// Whether enough of a text is left when only ASCII letters and digits stay.
  private static func hasSlug(_ text: String) -> Bool {
    let letters = text.utf8.count {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
    }
    return letters >= 2 && letters * 3 >= text.unicodeScalars.count
  }
}

// MARK: Files

extension ImportWriter {
  private func writeArticle(
    _ thread: ImportedThread, _ place: Place, _ lines: [String], _ record: inout ImportRecord,
    _ report: inout ImportRun.Report
  ) throws(Failure) {
    guard place.isOwn else { return }
    let path = Files.join(options.content, place.article)
    let slugRule = AssayAnalysis.slug(place.stem)
    let title = thread.article?.title ?? thread.title
    var article = thread.article ?? stub(for: thread)
    article.slug = nil
    var tally = Tally()
    let bytes = article.file(
      slug: slugRule == place.stem ? nil : slugRule,
      title: title ?? (thread.article == nil ? place.stem : nil), source: thread.url,
      record: lines, privacy, &tally)
    for (name, count) in tally.counts { report.omitted.add(name, count) }
    if !place.isMatched { report.unmatched.append(path) }
    // What stands in the record of the source's file may differ; the words may not.
    let hash = ImportRecord.hash(withoutSHA(bytes))
    guard Files.exists(path) else {
      record.article = hash
      if !options.isPlan { try Files.write(bytes, to: path) }
      return add(path, .new, &report)
    }
    let old = try Files.read(path)
    let isUntouched = ImportRecord.hash(withoutSHA(old)) == record.article
    if record.article == hash {
      add(path, isUntouched ? .unchanged : .kept, &report)
    } else if isUntouched {
      record.article = hash
      if !options.isPlan { try Files.write(bytes, to: path) }
      add(path, .updated, &report)
    } else {
      report.keptEdits.append(path)
      add(path, .kept, &report)
    }
  }

  /// A title and a link: all that a thread knows of its article.
  private func stub(for thread: ImportedThread) -> ImportedArticle {
    var article = ImportedArticle(title: thread.title)
    if let url = thread.url { article.body = Array("<\(url)>\n".utf8) }
    return article
  }

  private func withoutSHA(_ bytes: [UInt8]) -> [UInt8] {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let kept = lines.enumerated().filter { index, line in
      !(index < 40 && (line.starts(with: "  sha256: ".utf8) || line.starts(with: "  file: ".utf8)))
    }
    return Array(kept.map(\.element).joined(separator: [0x0A]))
  }

  private func add(
    _ path: String, _ change: ImportRun.Item.Change, _ report: inout ImportRun.Report
  ) {
    report.items.append(
      ImportRun.Item(path: path, change: change, commentCount: nil, addedCount: 0))
  }

  /// - Returns: the comments' ids as they stand in the file.
  private func writeThread(
    _ thread: ImportedThread, _ place: Place, _ lines: [String], _ origin: ImportOrigin,
    _ record: inout ImportRecord, _ report: inout ImportRun.Report
  ) throws(Failure) -> [String] {
    guard !thread.comments.isEmpty else { return [] }
    let path = Files.join(options.content, place.stem + ".thread.md")
    var remains = ThreadRemains()
    let parts = thread.parts(
      privacy, path: origin.path, &remains)
    report.diagnostics += remains.diagnostics
    for (name, count) in remains.tally.counts { report.omitted.add(name, count) }
    let isNew = !Files.exists(path)
    let file =
      isNew
      ? ThreadParts(
        head: threadHead(
          article: Files.name(of: place.article), source: thread.url, record: lines), parts: [])
      : ThreadParts(splitting: try Files.read(path))
    let merge = ThreadMerge(file, parts, &record)
    report.keptEdits += merge.keptEdits.map { "\(path)#\($0)" }
    report.goneCount += merge.gone
    report.omitted.add("comments that were removed by hand before", merge.keptRemovals)
    if !options.isPlan, merge.isChanged { try Files.write(merge.merged.bytes, to: path) }
    report.items.append(
      ImportRun.Item(
        path: path, change: isNew ? .new : merge.isChanged ? .updated : .unchanged,
        commentCount: merge.merged.parts.count, addedCount: merge.added))
    return merge.merged.parts.map(\.id)
  }
}
