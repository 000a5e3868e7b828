public import AssayAnalysis

/// How an article is written as HTML.
public struct ArticleHTMLOptions: Sendable {
  /// How many levels headings are moved down: 1 makes `#` an h2, for a page whose h1 is its title.
  public var headingOffset: Int
  /// True where a table may scroll by itself, with a role and a name for assistive technology.
  public var wrapsTables: Bool
  /// The name of a table's scroll region.
  public var tableLabel: String
  /// The heading over the footnotes.
  public var footnotesLabel: String
  /// What stands in the place of a code block, by where the block begins in the source.
  public var figures: [UInt32: SafeHTML] = [:]

  public init(
    headingOffset: Int = 0, wrapsTables: Bool = true, tableLabel: String = "Table",
    footnotesLabel: String = "Footnotes"
  ) {
    self.headingOffset = headingOffset
    self.wrapsTables = wrapsTables
    self.tableLabel = tableLabel
    self.footnotesLabel = footnotesLabel
  }
}

/// The owner's text as it stands on a page: raw HTML is shown as text, addresses pass the
/// allow-list, words carry marks and insertions.
public func renderArticleHTML(
  _ document: Document, marks: [HTMLMark] = [], insertions: [HTMLInsertion] = [],
  options: ArticleHTMLOptions = ArticleHTMLOptions()
) -> SafeHTML {
  let words = MarkedWords(marks: marks, insertions: insertions)
  var renderer = DocumentHTML(document, style: .page(options), words: words)
  return renderer.render()
}

/// GitHub's form of HTML, byte for byte where no raw HTML is concerned; that is shown as text.
///
/// - Parameter passesRawHTML: true gives up all safety: only for the author's own eyes.
public func renderMarkdownHTML(_ document: Document, passesRawHTML: Bool = false) -> [UInt8] {
  var renderer = DocumentHTML(
    document, style: .plain(policy: passesRawHTML ? nil : .article, passesRawHTML: passesRawHTML),
    words: MarkedWords(marks: [], insertions: []))
  return renderer.render().bytes
}

/// CommonMark's own form of HTML, raw HTML and all addresses passed through: not for a page.
public func renderCommonMarkHTML(_ document: Document) -> [UInt8] {
  renderMarkdownHTML(document, passesRawHTML: true)
}
