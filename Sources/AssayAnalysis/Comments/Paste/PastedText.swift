/// Reads an article with its reader comments underneath, as copied from a page.
///
/// The boundary is found by a line that names it, by lines with authors and times, by a disclaimer,
/// or by the tone; `Thread.boundary` says by which. Where none is sure, all is article.
///
/// All of it walks the text a fixed number of times. Every word keeps its place in the source.
public func readPastedText(
  _ source: SourceText, options: ReadingOptions = ReadingOptions()
) -> (article: Document, thread: Thread?) {
  let (matter, bodyStart, diagnostics) = FrontMatter.split(source)
  let page = PastedPage(source, from: bodyStart)
  guard let boundary = PastedBoundary.find(in: page, options: options) else {
    return (page.article(page.paragraphs.indices, matter).adding(diagnostics), nil)
  }
  let article = page.article(0..<boundary.articleEnd, matter).adding(diagnostics)
  var reader = PastedComments(page, from: boundary.commentsStart, options: options)
  reader.markFirst = boundary.isInferred
  reader.articleEnd = boundary.articleEnd
  let drafts = reader.drafts()
  guard !drafts.isEmpty else { return (article, nil) }
  var found = DiagnosticList(source)
  reader.tell(&found, statedCount: boundary.statedCount, of: drafts.count)
  let comments = ThreadAssembler.assemble(drafts, &found)
  return (
    article,
    Thread(
      path: source.path, comments: comments, boundary: boundary.explanation,
      diagnostics: found.all)
  )
}

/// Reads what stands below a marker in an article that has no headings of the native format.
func readPastedThread(_ source: SourceText, from start: Int, options: ReadingOptions) -> Thread {
  let page = PastedPage(source, from: start)
  var reader = PastedComments(page, from: 0, options: options)
  let drafts = reader.drafts()
  var found = DiagnosticList(source)
  reader.tell(&found, statedCount: nil, of: drafts.count)
  let comments = ThreadAssembler.assemble(drafts, &found)
  return Thread(path: source.path, comments: comments, diagnostics: found.all)
}

extension PastedPage {
  /// Some paragraphs as a document whose source ends with them. Its names and date stand in its
  /// front matter instead of among its words, unless there is front matter that says otherwise.
  fileprivate func article(_ range: Range<Int>, _ matter: FrontMatter) -> Document {
    let end = range.isEmpty ? 0 : paragraphs[range.upperBound - 1].range.upperBound
    let text = end == source.bytes.count ? source : source.prefix(end)
    let byline = PastedByline(self, in: range)
    var matter = matter
    if matter.authors.isEmpty { matter.authors = byline.authors }
    matter.date = matter.date ?? byline.date ?? byline.updated
    matter.updated = matter.updated ?? byline.updated
    let pieces = lines.pieces(
      range, headings: headings(in: range), skipping: byline.paragraphs)
    return pastedDocument(text, pieces, frontMatter: matter)
  }
}
