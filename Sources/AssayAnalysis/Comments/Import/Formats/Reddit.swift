extension CommentImporter {
  /// Reddit's listings (a submission and its comment tree), "more" answers, and flat dumps.
  static let reddit = CommentImporter(
    id: "reddit", name: "Reddit JSON",
    detect: { source in
      guard let value = source.values.first else { return false }
      let first = value.elements.first ?? value
      return first["kind"]?.string == "Listing" || value.at("json", "data", "things") != nil
        || isThing(first) || first.has("link_id", "body", "parent_id")
    },
    readEach: { source, builder in
      var reader = RedditReader(source: source, builder: builder.lent())
      for value in source.values { reader.read(value) }
      builder = reader.builder
    })
}

private func isThing(_ value: JSONValue) -> Bool {
  ["t1", "t3", "more"].contains(value["kind"]?.string) && value["data"]?.kind == .object
}

private struct RedditReader {
  let source: ImportSource
  var builder: ImportBuilder

  mutating func read(_ value: JSONValue) {
    // Submissions first: comments name them.
    let things = RedditReader.things(in: value)
    for thing in things where thing["kind"]?.string == "t3" { add(submission: thing["data"]) }
    walkReplies(
      things, under: Int?.none, children: RedditReader.replies,
      visit: { visit($0, $1) })
  }

  /// The things of a listing, a pair of listings, a "more" answer or a flat dump.
  private static func things(in value: JSONValue) -> [JSONValue] {
    let roots = value.kind == .array ? value.elements : [value]
    return roots.flatMap { root in
      if root["kind"]?.string == "Listing" { return root.at("data", "children")?.elements ?? [] }
      return root.at("json", "data", "things")?.elements ?? [root]
    }
  }

  private static func replies(_ thing: JSONValue) -> [JSONValue] {
    thing.at("data", "replies", "data", "children")?.elements ?? []
  }

  private mutating func add(submission data: JSONValue?) {
    guard let data, let id = data.text("id") else { return }
    let page = data.text("permalink").map { "https://www.reddit.com\($0)" }
    let thread = builder.thread(id)
    openThread = thread
    var article = ImportedArticle(title: data.text("title").map(RedditReader.unescaped))
    article.authors = data.text("author").flatMap { $0 == "[deleted]" ? nil : [$0] } ?? []
    article.date =
      ImportTime.seconds(data["created_utc"])
      .flatMap(Timestamp.init(unixSeconds:))?.writtenDate.iso
    article.body = ImportSource.markdown(
      Array(RedditReader.unescaped(data.text("selftext") ?? "").utf8))
    let target = data.flag("is_self") ? page : data.text("url") ?? page
    builder.edit(thread) {
      $0.title = article.title
      $0.url = target.flatMap { isWebAddress($0) ? $0 : nil } ?? page
      $0.article = article
    }
  }

  private mutating func visit(_ thing: JSONValue, _ parent: Int?) -> Int? {
    let data = thing["kind"] == nil ? thing : thing["data"]
    guard let data, thing["kind"]?.string != "t3" else { return nil }
    let answered = data.text("parent_id").flatMap { $0.hasPrefix("t3_") ? $0 : nil }
    let link = (data.text("link_id") ?? answered).map(RedditReader.withoutKind)
    if thing["kind"]?.string == "more" {
      let count = max(data.int("count") ?? 0, data.array("children").count)
      if let thread = openThread { builder.miss(count, in: thread) }
      return parent
    }
    guard thing["kind"]?.string == "t1" || data["body"] != nil else {
      builder.omit("things that are no comments")
      return parent
    }
    let thread = link.map { builder.thread($0) } ?? openThread ?? builder.thread(source.stem)
    openThread = thread
    return builder.add(comment(data, link: link), to: thread)
  }

  /// That of the submission or comment read last: stubs, and some dumps, name no submission.
  private var openThread: Int?

  init(source: ImportSource, builder: ImportBuilder) {
    self.source = source
    self.builder = builder
  }

  private func comment(_ data: JSONValue, link: String?) -> ImportedComment {
    var comment = ImportedComment(line: source.line(of: data))
    comment.id = data.text("id")
    let author = data.text("author")
    comment.author = author == "[deleted]" || author == "[removed]" ? nil : author
    let parent = data.text("parent_id").map(RedditReader.withoutKind)
    comment.replyTo = parent == link ? nil : parent
    comment.time = ImportTime.seconds(data["created_utc"])
    // False, or when; true where nobody knows when.
    comment.edited = data["edited"]?.boolean == nil ? ImportTime.seconds(data["edited"]) : nil
    if !data.flag("score_hidden") { comment.score = data.int("score") }
    comment.scoreKind = comment.score == nil ? nil : "points"
    let body = RedditReader.unescaped(data.text("body") ?? "")
    if body == "[deleted]", author == "[deleted]" || author == nil {
      comment.state = .deleted
    } else if body == "[removed]" {
      comment.state = .removed
    } else if data.flag("collapsed") {
      comment.state = .minimised
    }
    if data["distinguished"]?.string != nil { comment.role = .staff }
    if data.flag("is_submitter") { comment.role = .author }
    comment.url = data.text("permalink").map { "https://www.reddit.com\($0)" }
    comment.body = comment.hasWords ? ImportSource.markdown(Array(body.utf8)) : []
    return comment
  }

  private static func withoutKind(_ name: String) -> String {
    name.hasPrefix("t1_") || name.hasPrefix("t3_") ? String(name.dropFirst(3)) : name
  }

  /// Reddit escapes `&`, `<` and `>` in Markdown unless told not to.
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var out: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...].prefix(5)
      if rest.starts(with: "&gt;".utf8) {
        out.append(UInt8(ascii: ">"))
        index += 4
      } else if rest.starts(with: "&lt;".utf8) {
        out.append(UInt8(ascii: "<"))
        index += 4
      } else if rest.starts(with: "&amp;".utf8) {
        out.append(UInt8(ascii: "&"))
        index += 5
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
