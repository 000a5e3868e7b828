/// Reads a Markdown article. What follows a heading `# Comments` or `## Comments`, or a line
/// `<!-- comments -->`, is its thread.
func readMarkdownArticle(
  _ source: SourceText, options: ReadingOptions
) -> (article: Document, thread: Thread?) {
  let (matter, bodyStart, diagnostics) = FrontMatter.split(
    source, taxonomies: options.taxonomies)
  let section = CommentSection.find(in: source.bytes, from: bodyStart)
  let words = section.map { source.prefix($0.line.lowerBound) } ?? source
  let article = Document(markdown: words, frontMatter: matter, bodyStart: bodyStart)
    .adding(diagnostics)
  guard let section else { return (article, nil) }
  if CommentHeading.all(in: source.bytes, from: section.contentStart).shown.isEmpty {
    return (article, readPastedThread(source, from: section.contentStart, options: options))
  }
  var reader = ThreadMarkdownReader(source)
  let drafts = reader.drafts(from: section.contentStart)
  let comments = ThreadAssembler.assemble(drafts, &reader.found)
  return (article, Thread(path: source.path, comments: comments, diagnostics: reader.found.all))
}

extension SourceText {
  /// The text up to an offset, in the same coordinates.
  func prefix(_ count: Int) -> SourceText {
    SourceText(path: path, bytes: Array(bytes.prefix(count)), origin: origin)
  }
}

extension Document {
  /// The same document with findings made before it was parsed.
  func adding(_ found: [Diagnostic]) -> Document {
    guard !found.isEmpty else { return self }
    return Document(
      source: source, frontMatter: frontMatter, blocks: blocks, inlines: inlines, text: text,
      diagnostics: found + diagnostics)
  }
}

/// Where in a Markdown article its comments begin.
struct CommentSection {
  /// The heading or marker.
  let line: Range<Int>
  let contentStart: Int

  /// The section, if there is one. A heading "Comments" in the middle of an article, with other
  /// sections after it, is none.
  static func find(in bytes: [UInt8], from start: Int) -> CommentSection? {
    var heading: CommentSection?
    let fences = FencedCode(in: bytes[start...]).ranges
    var fence = 0
    var previous: Range<Int>?
    var lineStart = start
    while lineStart < bytes.count {
      let lineEnd = bytes[lineStart...].firstIndex(of: 0x0A) ?? bytes.count
      defer { lineStart = lineEnd + 1 }
      while fence < fences.count, fences[fence].upperBound <= lineStart { fence += 1 }
      if fence < fences.count, fences[fence].lowerBound <= lineStart { continue }
      let line = lineStart..<lineEnd
      let next = min(bytes.count, lineEnd + 1)
      if isMarker(bytes[line]) { return CommentSection(line: line, contentStart: next) }
      if isUnderline(bytes[line]), let words = previous {
        heading = isName(bytes[words]) ? CommentSection(line: words, contentStart: next) : nil
      } else if let level = headingLevel(bytes[line]), level <= 2 {
        if CommentHeading(in: bytes, line) == nil {
          let isComments = isName(bytes[line].drop { $0 == UInt8(ascii: "#") })
          heading = isComments ? CommentSection(line: line, contentStart: next) : nil
        }
      }
      previous = bytes[line].contains { $0 > 0x20 } ? line : nil
    }
    return heading
  }

  private static func headingLevel(_ line: ArraySlice<UInt8>) -> Int? {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level) else { return nil }
    let after = line.dropFirst(level).first
    return after.map { $0 <= 0x20 } ?? true ? level : nil
  }

  private static func isUnderline(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else {
      return false
    }
    return line.drop { $0 == first }.allSatisfy { $0 <= 0x20 }
  }

  private static func isName(_ words: ArraySlice<UInt8>) -> Bool {
    trimmed(words) == Array("comments".utf8)
  }

  private static func isMarker(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "<") else { return false }
    let words = trimmed(line)
    guard words.starts(with: "<!--".utf8), words.reversed().starts(with: ">--".utf8) else {
      return false
    }
    return words.count >= 7 && isName(words.dropFirst(4).dropLast(3))
  }

  /// Lower case, without blanks and closing hashes. Only short lines are worth it.
  private static func trimmed(_ words: ArraySlice<UInt8>) -> [UInt8] {
    guard words.count < 200 else { return [] }
    var trimmed = words.drop { $0 <= 0x20 }
    while let last = trimmed.last, last <= 0x20 || last == UInt8(ascii: "#") {
      trimmed.removeLast()
    }
    return trimmed.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
  }
}
