extension CommentImporter {
  /// A page copied out of a browser: an article with its comments underneath.
  static let paste = CommentImporter(
    id: "paste", name: "a pasted page",
    detect: { source in
      !source.isJSON && source.text.path.lowercased().hasSuffix(".txt")
        && source.text.bytes.contains { $0 > 0x20 }
    },
    readEach: readPaste)
}

private func readPaste(_ source: ImportSource, _ builder: inout ImportBuilder) {
  let (document, comments) = readArticle(source.text, options: ReadingOptions(format: .paste))
  let thread = builder.thread(source.stem)
  var article = ImportedArticle()
  article.body = markdownBody(of: document)
  builder.edit(thread) {
    $0.title = firstHeading(of: document)
    $0.article = article
  }
  for comment in comments?.comments ?? [] {
    var read = ImportedComment(line: source.line(at: comment.body.source.origin.offset))
    read.id = comment.id
    read.author = comment.author
    read.parent = comment.parent
    read.time = ImportTime.seconds(comment.time)
    read.score = comment.score
    read.inferred = comment.inferred
    read.body = markdownBody(of: comment.body)
    builder.add(read, to: thread)
  }
}

private func firstHeading(of document: Document) -> String? {
  let heading = document.blocks.first { if case .heading = $0.kind { true } else { false } }
  return heading.map { String(decoding: document.text.bytes[$0.text.offsets], as: UTF8.self) }
}
