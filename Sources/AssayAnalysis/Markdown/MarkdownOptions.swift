/// How a Markdown text is read.
public struct MarkdownOptions: Sendable {
  /// GitHub's tables, strikethrough, task lists, footnotes and autolinks.
  public var hasExtensions: Bool

  public init(hasExtensions: Bool = true) { self.hasExtensions = hasExtensions }

  /// CommonMark 0.30 and nothing else.
  public static let commonMark = MarkdownOptions(hasExtensions: false)
}
