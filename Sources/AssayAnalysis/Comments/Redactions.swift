/// What an owner takes out of everything that is published: comments, names, phrases.
///
///     comments: [c12, "story.thread.md#c3"]
///     names: [Jane Doe]
///     phrases: ["lives at 12 Elm Street"]
///
/// It acts on the texts as they are read, so no page, export or quotation ever sees the words. What
/// is taken out is replaced by as many bytes, so that all places stay true.
public struct Redactions: Sendable {
  /// Ids, alone or after a thread's file and `#`.
  private let comments: Set<String>
  private let phrases: [Pattern]

  /// Nothing is taken out.
  public static let none = Redactions(comments: [], phrases: [])

  public var isEmpty: Bool { comments.isEmpty && phrases.isEmpty }

  /// Reads a list; what breaks a rule is an error, for a redaction that is not made is worse than a
  /// build that fails.
  public static func read(_ source: SourceText) -> (Redactions, [Diagnostic]) {
    let (node, problems) = parseYAML(source)
    var reader = MappingReader(node, in: source, of: "redactions")
    let comments = reader.strings("comments")
    let names = reader.strings("names").map { Pattern($0, isName: true) }
    let phrases = reader.strings("phrases").map { Pattern($0, isName: false) }
    let findings = problems + reader.finish()
    let errors = findings.map { finding in
      Diagnostic(
        .error, path: finding.path, line: finding.line, column: finding.column,
        length: finding.length, finding.message, hint: finding.hint, rule: finding.rule,
        sourceLine: finding.sourceLine)
    }
    return (Redactions(comments: Set(comments), phrases: names + phrases), errors)
  }

  private init(comments: Set<String>, phrases: [Pattern]) {
    self.comments = comments
    // The longest first: a name inside a phrase must not keep the phrase from being found.
    self.phrases = phrases.filter { !$0.bytes.isEmpty }.sorted {
      $0.bytes.count > $1.bytes.count
    }
  }

  /// These, and another list's.
  public func adding(_ other: Redactions) -> Redactions {
    Redactions(comments: comments.union(other.comments), phrases: phrases + other.phrases)
  }
}

extension Redactions {
  /// Reads an article and its thread without what is to be taken out.
  ///
  /// What a removed comment said is taken out of quotations of it too.
  public func read(
    _ article: SourceText, thread: SourceText?, options: ReadingOptions
  ) -> (article: Document, inner: Thread?, outer: Thread?) {
    guard !isEmpty else {
      let (document, inner) = readArticle(article, options: options)
      return (document, inner, thread.map(readThread))
    }
    var words = phrases
    let outer = thread.map { plain($0) }
    for read in [outer.map(readThread), readArticle(article, options: options).thread] {
      words += read.map(removedWords) ?? []
    }
    let (document, inner) = readArticle(cut(article, words), options: options)
    let thread = outer.map { readThread(cut($0, words)) }
    return (document, inner.map(removing), thread.map(removing))
  }

  /// JSON may spell words with escapes; in the native format they stand as they are.
  private func plain(_ source: SourceText) -> SourceText {
    let first = source.bytes.first { $0 > 0x20 }
    let isJSON =
      source.path.hasSuffix(".json") || first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    guard isJSON else { return source }
    let path = source.path.hasSuffix(".json") ? source.path + ".md" : source.path
    return SourceText(path: path, bytes: writeThreadMarkdown(readThread(source)))
  }

  private func isRemoved(_ id: String, in path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return comments.contains(id) || comments.contains("\(path)#\(id)")
      || comments.contains("\(name)#\(id)")
  }

  /// A shorter line is nobody's in particular.
  private static let minimumQuoteBytes = 16

  private func removedWords(_ thread: Thread) -> [Pattern] {
    thread.comments.filter { isRemoved($0.id, in: thread.path) }.flatMap { comment in
      comment.body.text.bytes.split(separator: 0x0A)
        .filter { $0.count >= Redactions.minimumQuoteBytes }
        .map { Pattern(String(decoding: $0, as: UTF8.self), isName: false) }
    }
  }

  private func removing(_ thread: Thread) -> Thread {
    guard thread.comments.contains(where: { isRemoved($0.id, in: thread.path) }) else {
      return thread
    }
    let comments = thread.comments.map { comment in
      guard isRemoved(comment.id, in: thread.path) else { return comment }
      return Comment(
        id: comment.id, author: nil, parent: comment.parent, depth: comment.depth,
        time: comment.time, state: .removed, body: Document(plain: SourceText("")))
    }
    return Thread(
      path: thread.path, article: thread.article, sourceURL: thread.sourceURL, comments: comments,
      boundary: thread.boundary, diagnostics: thread.diagnostics)
  }

  private func cut(_ source: SourceText, _ words: [Pattern]) -> SourceText {
    var bytes = source.bytes
    for pattern in words { pattern.cut(from: &bytes) }
    return SourceText(path: source.path, bytes: bytes, origin: source.origin)
  }

  /// Words to find whatever their case, and however their lines are broken.
  private struct Pattern {
    let bytes: [UInt8]
    private let isName: Bool

    init(_ text: String, isName: Bool) {
      bytes = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").utf8
        .map(Pattern.lower)
      self.isName = isName
    }

    func cut(from text: inout [UInt8]) {
      guard let first = bytes.first else { return }
      var index = 0
      while index < text.count {
        guard Pattern.lower(text[index]) == first, let end = match(text, at: index) else {
          index += 1
          continue
        }
        Pattern.blank(&text, index..<end)
        index = end
      }
    }

    private func match(_ text: [UInt8], at start: Int) -> Int? {
      if isName, start > 0, Pattern.isWord(text[start - 1]) { return nil }
      var index = start
      for byte in bytes {
        guard index < text.count else { return nil }
        if byte == 0x20 {
          guard text[index] <= 0x20 else { return nil }
          // A quotation's marks stand at the starts of its lines.
          while index < text.count, text[index] <= 0x20 || text[index] == UInt8(ascii: ">") {
            index += 1
          }
        } else {
          // Markdown's escapes and emphasis inside the words.
          while index < text.count, text[index] != byte,
            text[index] == UInt8(ascii: "\\") || text[index] == UInt8(ascii: "*")
          { index += 1 }
          guard index < text.count, Pattern.lower(text[index]) == byte else { return nil }
          index += 1
        }
      }
      if isName, index < text.count, Pattern.isWord(text[index]) { return nil }
      return index
    }

    /// Full blocks of three bytes; blanks and the ends of lines stay.
    private static func blank(_ text: inout [UInt8], _ range: Range<Int>) {
      let block: [UInt8] = [0xE2, 0x96, 0x88]
      var index = range.lowerBound
      while index < range.upperBound {
        if text[index] <= 0x20 || text[index] == UInt8(ascii: ">") {
          index += 1
          continue
        }
        let word = text[index..<range.upperBound].prefix { $0 > 0x20 && $0 != 0x3E }
        let blocks = word.count / 3
        for place in 0..<word.count {
          text[index + place] = place < blocks * 3 ? block[place % 3] : UInt8(ascii: "x")
        }
        index += word.count
      }
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
      (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }

    private static func isWord(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
  }
}
