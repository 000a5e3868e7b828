/// How a text is to be read, where its own marks leave that open.
public struct ReadingOptions: Sendable, Hashable {
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// By the file's name; without one, by whether the text has Markdown's marks.
    case automatic = "auto"
    case markdown
    /// Words only: a paragraph a line, no comments.
    case plain
    /// An article with its comments underneath, as copied from a page.
    case paste
  }

  /// What a handle at the start of a pasted comment says: `tao_swing_ the crash…`.
  public enum HandleNames: String, Sendable, Hashable, CaseIterable {
    /// Its own author where the first comment begins with a handle too; else the author it answers.
    case automatic = "auto"
    /// The author of the comment it answers.
    case previousAuthor = "previous-author"
    /// The comment's own author.
    case ownAuthor = "own-author"
  }

  public var format: Format
  public var handleNames: HandleNames
  /// The line, from 1, on which pasted comments begin; nil to find it out.
  public var commentsStartLine: Int?
  /// Keys of the front matter that hold terms, besides `tags` and `authors`.
  public var taxonomies: [String]

  public init(
    format: Format = .automatic, handleNames: HandleNames = .automatic,
    commentsStartLine: Int? = nil, taxonomies: [String] = []
  ) {
    self.format = format
    self.handleNames = handleNames
    self.commentsStartLine = commentsStartLine
    self.taxonomies = taxonomies
  }
}

/// Reads an article, and the comments that stand in the same text.
public func readArticle(
  _ source: SourceText, options: ReadingOptions = ReadingOptions()
) -> (article: Document, thread: Thread?) {
  switch options.format {
  case .markdown: readMarkdownArticle(source, options: options)
  case .plain: (Document(plain: source), nil)
  case .paste: readPastedText(source, options: options)
  case .automatic:
    isMarkdown(source)
      ? readMarkdownArticle(source, options: options)
      : readPastedText(source, options: options)
  }
}

/// Reads a thread in the native format or in JSON.
public func readThread(_ source: SourceText) -> Thread {
  let first = source.bytes.first { $0 > 0x20 }
  let isJSON =
    source.path.hasSuffix(".json") || first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  return isJSON ? readThreadJSON(source) : readThreadMarkdown(source)
}

/// `.md` is Markdown and `.txt` is a paste; any other text is Markdown where it has front matter or
/// at least two of Markdown's block marks.
private func isMarkdown(_ source: SourceText) -> Bool {
  let path = source.path.lowercased()
  if path.hasSuffix(".md") || path.hasSuffix(".markdown") { return true }
  if path.hasSuffix(".txt") { return false }
  if source.bytes.starts(with: "---\n".utf8) || source.bytes.starts(with: "---\r\n".utf8) {
    return true
  }
  var marks = 0
  var start = 0
  while start < source.bytes.count, marks < 2 {
    let end = source.bytes[start...].firstIndex(of: 0x0A) ?? source.bytes.count
    if isBlockMark(source.bytes[start..<end]) { marks += 1 }
    start = end + 1
  }
  return marks >= 2
}

/// An ATX heading, a fence, a table's delimiter row or a reference definition.
private func isBlockMark(_ line: ArraySlice<UInt8>) -> Bool {
  let hashes = line.prefix { $0 == UInt8(ascii: "#") }.count
  if (1...6).contains(hashes), line.dropFirst(hashes).first == 0x20 { return true }
  if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) { return true }
  let isDelimiterRow =
    line.contains(UInt8(ascii: "|")) && line.contains(UInt8(ascii: "-"))
    && line.allSatisfy { $0 <= 0x20 || $0 == 0x7C || $0 == 0x2D || $0 == 0x3A }
  return isDelimiterRow
    || (line.first == UInt8(ascii: "[") && line.contains(UInt8(ascii: "]"))
      && line.split(separator: UInt8(ascii: "]")).dropFirst().first?.first == 0x3A)
}
