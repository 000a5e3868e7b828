/// Reads an article with its reader comments underneath, as copied from a page.
public func readPastedText(
  _ source: SourceText, options: ReadingOptions = ReadingOptions()
) -> (article: Document, thread: Thread?) {
  (Document(plain: source), nil)
}
