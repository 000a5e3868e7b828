extension FrontMatter {
  /// Takes the front matter off a text: what stands between `---` on its first line and the next
  /// line `---` or `...`.
  ///
  /// `bodyStart` is the byte offset of the line after the fence; 0 where there is no front matter.
  ///
  /// - Parameter taxonomies: keys that hold terms, besides `tags` and `authors`.
  public static func split(
    _ source: SourceText, taxonomies: [String] = []
  ) -> (frontMatter: FrontMatter, bodyStart: Int, diagnostics: [Diagnostic]) {
    let bytes = source.bytes
    guard let first = bytes.first, first == 0x2D || first == 0x2B else {
      return (FrontMatter(), 0, [])
    }
    let opening = Line(in: bytes, from: 0)
    if opening.isFence(in: bytes, of: 0x2B) { return (FrontMatter(), 0, [tomlWarning(source)]) }
    guard opening.isFence(in: bytes, of: 0x2D) else { return (FrontMatter(), 0, []) }
    var line = Line(in: bytes, from: opening.next)
    while !line.isFence(in: bytes, of: 0x2D), !line.isFence(in: bytes, of: 0x2E) {
      guard line.next < bytes.count else {
        return (FrontMatter(), 0, [unclosed(source, opening)])
      }
      line = Line(in: bytes, from: line.next)
    }
    let matter = source.part(SourceRange(opening.next..<line.start))
    let (node, diagnostics) = parseYAML(matter)
    var reader = MappingReader(node, in: matter, of: "front matter")
    var frontMatter = FrontMatter(&reader, taxonomies: taxonomies)
    frontMatter.titleRange = reader.node("title")?.range.moved(by: opening.next)
    frontMatter.summaryRange = reader.node("summary")?.range.moved(by: opening.next)
    // Unknown keys of a text that was refused are all of them: say only why it was refused.
    let found = node == nil ? diagnostics : diagnostics + reader.finish()
    return (frontMatter, line.next, found)
  }

  private static func unclosed(_ source: SourceText, _ line: Line) -> Diagnostic {
    Diagnostic(
      .error, in: source, at: SourceRange(line.start..<line.end),
      "front matter that begins with '---' must end with a line '---'",
      hint: "a rule on the first line of a text is written '***'", rule: "front-matter")
  }

  private static func tomlWarning(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      .warning, in: source, at: SourceRange(0..<3),
      "front matter must be YAML between '---' lines; '+++' is read as text",
      rule: "front-matter")
  }
}

/// A line of a text, as byte offsets: where it starts, its end without the line end, and the next.
private struct Line {
  let start: Int
  let end: Int
  let next: Int

  init(in bytes: [UInt8], from start: Int) {
    self.start = start
    let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    next = min(bytes.count, lineEnd + 1)
    var end = lineEnd
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    self.end = end
  }

  func isFence(in bytes: [UInt8], of character: UInt8) -> Bool {
    end - start == 3 && bytes[start..<end].allSatisfy { $0 == character }
  }
}

extension FrontMatter {
  fileprivate init(_ reader: inout MappingReader, taxonomies: [String]) {
    title = reader.string("title")
    date = reader.date("date")
    updated = reader.date("updated")
    tags = reader.strings("tags").flatMap(FrontMatter.splitAtCommas)
    authors = reader.strings("authors") + reader.strings("author")
    summary = reader.string("summary")
    slug = reader.slug("slug")
    aliases = reader.strings("aliases")
    isDraft = reader.boolean("draft") ?? false
    expires = reader.date("expires")
    language = reader.languageTag("lang")
    template = reader.string("template")
    weight = reader.integer("weight")
    translationKey = reader.string("translation-key")
    image = reader.string("image")
    params = reader.node("params")
    isAnalysed = reader.boolean("analyse")
    for taxonomy in taxonomies {
      let own = reader.strings(taxonomy).flatMap(FrontMatter.splitAtCommas)
      if !own.isEmpty { terms[taxonomy] = own }
    }
    thesis = reader.string("thesis")
    sentiment = reader.polarity("sentiment")
    article = reader.string("article")
    sourceURL = reader.webAddress("source")
    importedThread = reader.mapping("imported") { record in
      for key in ["file", "sha256"] { _ = record.string(key) }
      return (format: record.string("format") ?? "", thread: record.string("thread") ?? "")
    }.map { "\($0.format):\($0.thread)" }
  }

  /// `tags: finance, sport` means two tags, whatever YAML says.
  private static func splitAtCommas(_ text: String) -> [String] {
    text.split(separator: ",").map { word in
      var word = Substring(word)
      while let first = word.first, first == " " { word.removeFirst() }
      while let last = word.last, last == " " { word.removeLast() }
      return String(word)
    }.filter { !$0.isEmpty }
  }
}

extension MappingReader {
  /// The limit of a path's part is 255 bytes; a slug also gets suffixes.
  private static let maximumSlugBytes = 100

  fileprivate mutating func slug(_ key: String) -> String? {
    checked(key, rule: "'\(key)' must be at most 100 of the characters a-z, 0-9 and -") { text in
      !text.isEmpty && text.utf8.count <= MappingReader.maximumSlugBytes
        && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
  }

  fileprivate mutating func languageTag(_ key: String) -> String? {
    checked(key, rule: "'\(key)' must be a BCP 47 tag such as en or pt-BR") { text in
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      let isWord = { (part: Substring, range: ClosedRange<Int>) in
        range.contains(part.utf8.count)
          && part.utf8.allSatisfy {
            (97...122).contains($0 | 0x20) || (48...57).contains($0)
          }
      }
      guard let first = parts.first, first.utf8.allSatisfy({ $0 > 57 }) else { return false }
      return isWord(first, 2...8) && parts.dropFirst().allSatisfy { isWord($0, 1...8) }
    }
  }

  fileprivate mutating func webAddress(_ key: String) -> String? {
    checked(key, rule: "'\(key)' must be an http or https address", isWebAddress)
  }

  private mutating func checked(
    _ key: String, rule: String, _ isAllowed: (String) -> Bool
  ) -> String? {
    guard let text = string(key) else { return nil }
    if isAllowed(text) { return text }
    if let node = node(key) { report(node.range, rule) }
    return nil
  }
}

extension SourceRange {
  /// The same range of a text that begins so many bytes earlier.
  fileprivate func moved(by offset: Int) -> SourceRange {
    SourceRange(start: start + UInt32(offset), end: end + UInt32(offset))
  }
}

/// Whether a text is an `http` or `https` address without spaces or control characters.
func isWebAddress(_ text: String) -> Bool {
  let lower = text.utf8.prefix(8).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
  guard lower.starts(with: "http://".utf8) || lower.starts(with: "https://".utf8) else {
    return false
  }
  return text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
}
