/// Gathers threads while an importer reads: each thread once, however many files speak of it.
struct ImportBuilder {
  private(set) var result = Import()
  private var threadOfKey: [String: Int] = [:]
  private var findingCounts: [String: Int] = [:]
  /// The file that is being read.
  private(set) var path = ""

  /// More findings of one kind than a person reads.
  private static let maximumShown = 20

  mutating func begin(_ source: ImportSource) {
    path = source.text.path
    for defect in source.jsonDefects {
      warn(
        source.line(at: defect.offset), "JSON: \(defect.message)",
        hint: "what could be read of it is imported", rule: "json")
    }
  }

  /// The thread of a key, made where it is new.
  mutating func thread(
    _ key: String, title: @autoclosure () -> String? = nil, url: @autoclosure () -> String? = nil
  ) -> Int {
    if let index = threadOfKey[key] { return index }
    threadOfKey[key] = result.threads.count
    result.threads.append(ImportedThread(key: key, title: title(), url: url()))
    return result.threads.count - 1
  }

  /// The builder itself, for a reader that gives it back: a copy of it would have every comment
  /// copied with the next one that is added.
  mutating func lent() -> ImportBuilder {
    let own = self
    self = ImportBuilder()
    return own
  }

  func knows(_ key: String) -> Bool { threadOfKey[key] != nil }

  /// Adds a comment.
  ///
  /// - Returns: its index in the thread, for the comments that answer it.
  @discardableResult
  mutating func add(_ comment: ImportedComment, to thread: Int) -> Int {
    var comment = comment
    if !comment.hasWords, comment.body.contains(where: { $0 > 0x20 }) {
      omit("words of \(comment.state.rawValue) comments")
      comment.body = []
    }
    // Without the room it grew into: a hundred thousand of them lie in memory together.
    var body: [UInt8] = []
    body.reserveCapacity(comment.body.count)
    body += comment.body
    comment.body = body
    result.threads[thread].comments.append(comment)
    return result.threads[thread].comments.count - 1
  }

  mutating func edit(_ thread: Int, _ change: (inout ImportedThread) -> Void) {
    change(&result.threads[thread])
  }

  /// Comments that a source counts and does not hold.
  mutating func miss(_ count: Int, in thread: Int) {
    result.threads[thread].missingCount += max(0, count)
  }

  /// A file that the source keeps elsewhere.
  mutating func list(picture address: String) { result.pictures.append(address) }

  mutating func omit(_ what: String, _ count: Int = 1) { result.omitted.add(what, count) }

  mutating func warn(
    _ line: Int, _ message: @autoclosure () -> String, hint: String? = nil, rule: String
  ) {
    report(.warning, line, message(), hint: hint, rule: rule)
  }

  mutating func fail(_ line: Int, _ message: String, hint: String? = nil, rule: String) {
    report(.error, line, message, hint: hint, rule: rule)
  }

  private mutating func report(
    _ severity: Severity, _ line: Int, _ message: @autoclosure () -> String, hint: String?,
    rule: String
  ) {
    findingCounts[rule, default: 0] += 1
    guard findingCounts[rule, default: 0] <= ImportBuilder.maximumShown else { return }
    result.diagnostics.append(
      Diagnostic(severity, path: path, line: line, message(), hint: hint, rule: rule))
  }

  /// A moment, or a warning where the words tell none.
  mutating func time(_ words: String?, at line: Int) -> Int? {
    guard let words else { return nil }
    if let seconds = ImportTime.seconds(words) { return seconds }
    warn(
      line, "'\(shortened(words))' is no time that can be read",
      hint: "the comment is imported without one", rule: "import-time")
    return nil
  }

  /// HTML as Markdown; what it leaves out is counted.
  mutating func markdown(_ html: [UInt8], _ reading: HTMLReading = HTMLReading()) -> [UInt8] {
    let (words, remains) = AssayAnalysis.markdown(html: html, reading)
    omit("avatars in texts", remains.avatars)
    omit("embedded media in texts", remains.embeds)
    return words
  }

  /// The threads that hold anything, and a count of findings that were not shown.
  mutating func finish() -> Import {
    let empty = result.threads.count { $0.comments.isEmpty && $0.article == nil }
    omit("threads without comments", empty)
    result.threads.removeAll { $0.comments.isEmpty && $0.article == nil }
    for (rule, count) in findingCounts.sorted(by: { $0.key < $1.key })
    where count > ImportBuilder.maximumShown {
      result.diagnostics.append(
        Diagnostic(
          .warning, path: path,
          "\(count - ImportBuilder.maximumShown) more findings of '\(rule)' are not shown",
          rule: rule))
    }
    return result
  }
}

extension ImportSource {
  /// Markdown as a source stores it: line ends made one, control characters dropped.
  static func markdown(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }) else { return bytes }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0D {
        let isPair = index + 1 < bytes.count && bytes[index + 1] == 0x0A
        if !isPair { out.append(0x0A) }
      } else if byte >= 0x20 || byte == 0x0A || byte == 0x09 {
        out.append(byte)
      }
    }
    return out
  }
}
