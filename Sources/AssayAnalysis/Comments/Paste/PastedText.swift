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
  /// Some paragraphs as a document whose source ends with them.
  fileprivate func article(_ range: Range<Int>, _ matter: FrontMatter) -> Document {
    let end = range.isEmpty ? 0 : paragraphs[range.upperBound - 1].range.upperBound
    let text = end == source.bytes.count ? source : source.prefix(end)
    return pastedDocument(
      text, lines.pieces(range, headings: headings(in: range)), frontMatter: matter)
  }
}
