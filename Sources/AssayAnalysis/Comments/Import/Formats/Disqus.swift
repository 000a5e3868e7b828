extension CommentImporter {
  /// The XML that Disqus exports: threads, then posts that name their thread and their parent.
  static let disqus = CommentImporter(
    id: "disqus", name: "Disqus XML",
    detect: { $0.begins(with: "<disqus") || $0.begins(with: "disqus.com/disqus-internals") },
    readEach: readDisqus)
}

private func readDisqus(_ source: ImportSource, _ builder: inout ImportBuilder) {
  var reader = XMLRecordReader(source.text, records: ["thread", "post"])
  var posts: [DisqusPost] = []
  var known: Set<String> = []
  reader.read { record in
    let id = record.attribute("id")
    if record.name == "thread" {
      guard let id else { return builder.omit("threads without an id") }
      known.insert(id)
      _ = builder.thread(
        id, title: record.text("title").map { plainWords(html: $0) }, url: record.text("link"))
    } else {
      posts.append(DisqusPost(id, record, &builder))
    }
  }
  builder.tell(reader.defects)
  for post in posts {
    let thread = builder.thread(post.thread)
    if !known.contains(post.thread) {
      builder.warn(
        post.comment.line, "post '\(post.comment.id ?? "")' names a thread that is not in the file",
        hint: "it is imported as a thread of its own", rule: "import-thread")
      known.insert(post.thread)
    }
    builder.add(post.comment, to: thread)
  }
}

private struct DisqusPost {
  let thread: String
  var comment: ImportedComment

  init(_ id: String?, _ record: XMLRecord, _ builder: inout ImportBuilder) {
    comment = ImportedComment(line: record.line)
    // The element inside is the post's id on the site it came from.
    comment.id = id ?? record.text("id")
    thread =
      record.children(named: "thread").first.flatMap { record.attribute("id", of: $0) } ?? "unknown"
    comment.replyTo =
      record.children(named: "parent").first.flatMap { record.attribute("id", of: $0) }
    comment.time = builder.time(record.text("createdAt"), at: record.line)
    let author = record.children(named: "author").first
    comment.author = author.flatMap {
      record.text("name", of: $0) ?? record.text("username", of: $0)
    }
    if record.text("isDeleted") == "true" {
      comment.state = .deleted
    } else if record.text("isSpam") == "true" {
      comment.state = .spam
    } else if record.text("isApproved") == "false" {
      comment.state = .pending
    }
    guard let message = record.bytes("message") else { return }
    comment.body = builder.markdown(message)
  }
}

extension ImportBuilder {
  /// What an XML text breaks.
  mutating func tell(_ defects: [XMLEvents.Defect]) {
    for defect in defects {
      if defect.isDoctype {
        fail(
          defect.line, defect.message, hint: "delete the DOCTYPE and what it declares",
          rule: "doctype")
      } else {
        warn(
          defect.line, "XML: \(defect.message)", hint: "what could be read of it is imported",
          rule: "xml")
      }
    }
  }
}
