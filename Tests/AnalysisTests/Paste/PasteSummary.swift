import AssayAnalysis

/// A pasted text as its tests speak of it.
struct PasteSummary {
  let article: Document
  let thread: AssayAnalysis.Thread?

  init(_ text: String, _ options: ReadingOptions = ReadingOptions(format: .paste)) {
    (article, thread) = readArticle(SourceText(path: "story.txt", text), options: options)
  }

  var headings: [String] {
    article.blocks.compactMap { block in
      guard case .heading(let level, let id) = block.kind, !id.isEmpty else { return nil }
      return "\(level) " + words(block.text, of: article)
    }
  }

  var paragraphCount: Int {
    article.blocks.count { if case .paragraph = $0.kind { true } else { false } }
  }

  /// "c2→c1 author: first words", one a comment.
  var comments: [String] {
    guard let thread else { return [] }
    return thread.comments.map { comment in
      let reply = comment.parent.map { "→\(thread.comments[$0].id)" } ?? ""
      let first = comment.body.blocks.first.map { words($0.text, of: comment.body) } ?? ""
      let opening = first.split(separator: " ").prefix(3).joined(separator: " ")
      return "\(comment.id)\(reply) \(comment.author ?? "-"): \(opening)"
    }
  }

  /// Where each comment's words begin in the file.
  var lines: [Int] { thread?.comments.map { $0.body.source.origin.line } ?? [] }

  private func words(_ range: TextRange, of document: Document) -> String {
    var text = document.text[range]
    while text.last == "\n" { text.removeLast() }
    return text
  }
}
