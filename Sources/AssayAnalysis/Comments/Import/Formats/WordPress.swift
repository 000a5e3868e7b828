extension CommentImporter {
  /// WordPress's own export (WXR, any 1.x version): posts and pages with their comments.
  static let wordPress = CommentImporter(
    id: "wordpress", name: "WordPress WXR",
    detect: { source in
      source.begins(with: "<rss") || source.begins(with: "wordpress.org/export")
        || source.begins(with: "<wp:")
    },
    readEach: { source, builder in
      var reader = WordPressReader(builder: builder.lent())
      reader.read(source)
      builder = reader.builder
    })
}

private struct WordPressReader {
  var builder: ImportBuilder
  private var displayNames: [String: String] = [:]
  /// Logins by the numbers that comments know them by.
  private var logins: [String: String] = [:]

  init(builder: ImportBuilder) { self.builder = builder }

  mutating func read(_ source: ImportSource) {
    var reader = XMLRecordReader(source.text, records: ["item", "author"])
    reader.read { record in
      if record.name == "item" { read(item: record) } else { read(author: record) }
    }
    builder.tell(reader.defects)
  }

  private mutating func read(author record: XMLRecord) {
    guard let login = record.text("author_login") else { return }
    displayNames[login] = record.text("author_display_name")
    if let id = record.text("author_id") { logins[id] = login }
  }

  private mutating func read(item record: XMLRecord) {
    let type = record.text("post_type") ?? "post"
    let status = record.text("status") ?? "publish"
    if type == "attachment" {
      if let address = record.text("attachment_url") { builder.list(picture: address) }
      return builder.omit("attachments (files, not articles)")
    }
    guard type == "post" || type == "page" else {
      return builder.omit("entries of type \(type)")
    }
    guard status != "trash", status != "auto-draft" else {
      return builder.omit("posts in the trash")
    }
    let link = record.text("link")
    let key = record.text("post_id") ?? link ?? record.text("title") ?? "line-\(record.line)"
    let title = record.text("title").map { plainWords(html: $0) }
    let thread = builder.thread(key, title: title, url: link)
    let creator = record.text("creator")
    let article = self.article(record, title: title, status: status, creator: creator)
    builder.edit(thread) { $0.article = article }
    for comment in record.children(named: "comment") {
      read(comment: comment, of: record, by: creator, into: thread)
    }
  }

  private mutating func article(
    _ record: XMLRecord, title: String?, status: String, creator: String?
  ) -> ImportedArticle {
    var article = ImportedArticle(title: title)
    let published =
      day(record, "post_date_gmt") ?? day(record, "post_date") ?? day(record, "pubDate")
    let changed = day(record, "post_modified_gmt") ?? day(record, "post_modified")
    article.date = published
    article.updated = changed == published ? nil : changed
    article.authors = creator.map { [displayNames[$0] ?? $0] } ?? []
    for category in record.children(named: "category") {
      let domain = record.attribute("domain", of: category)
      guard domain == "category" || domain == "post_tag" else { continue }
      let name = plainWords(html: String(decoding: record.elements[category].text, as: UTF8.self))
      let isDefault = record.attribute("nicename", of: category) == "uncategorized"
      if !isDefault, !name.isEmpty, !article.tags.contains(name) { article.tags.append(name) }
    }
    article.summary = record.text("excerpt").map { plainWords(html: $0) }
    article.slug = record.text("post_name")
    let isLocked = record.text("post_password") != nil
    article.isDraft = isLocked || ["draft", "pending", "private"].contains(status)
    if isLocked { builder.omit("passwords of posts (the posts became drafts)") }
    addBody(record, to: &article)
    return article
  }

  private mutating func addBody(_ record: XMLRecord, to article: inout ImportedArticle) {
    guard let body = record.bytes("encoded") else { return }
    let isBlocks = contains("<!-- wp:", in: body)
    let reading = HTMLReading(keepsLineEnds: !isBlocks, isArticle: true)
    let (words, remains) = markdown(html: withoutCaptions(body), reading)
    builder.omit("embedded media in texts", remains.embeds)
    article.body = words
    article.images = remains.images
  }

  private func day(_ record: XMLRecord, _ name: String) -> String? {
    ImportTime.seconds(record.text(name)).flatMap(Timestamp.init(unixSeconds:))?.writtenDate.iso
  }

  private mutating func read(
    comment element: Int, of record: XMLRecord, by creator: String?, into thread: Int
  ) {
    func text(_ name: String) -> String? { record.text(name, of: element) }
    var comment = ImportedComment(line: record.line)
    comment.id = text("comment_id")
    comment.author = text("comment_author").map { plainWords(html: $0) }
    comment.replyTo = text("comment_parent").flatMap { $0 == "0" ? nil : $0 }
    comment.time =
      ImportTime.seconds(text("comment_date_gmt"))
      ?? builder.time(text("comment_date"), at: record.line)
    switch text("comment_approved") ?? "1" {
    case "1", "approve", "approved": break
    case "spam": comment.state = .spam
    case "trash", "post-trashed": comment.state = .removed
    default: comment.state = .pending
    }
    if let type = text("comment_type"), type != "comment" {
      comment.others.append(("type", type))
    }
    let login = text("comment_user_id").flatMap { logins[$0] }
    if login != nil, login == creator { comment.role = .author }
    if text("comment_author_url") != nil { builder.omit("web addresses of commenters") }
    let body = record.bytes("comment_content", of: element) ?? []
    comment.body = builder.markdown(body, HTMLReading(keepsLineEnds: true))
    builder.add(comment, to: thread)
  }

  /// `[caption …]<img …> words[/caption]` without its marks.
  private func withoutCaptions(_ body: [UInt8]) -> [UInt8] {
    guard contains("[caption", in: body) else { return body }
    var out: [UInt8] = []
    var index = 0
    while index < body.count {
      let rest = body[index...]
      if rest.starts(with: "[caption".utf8) || rest.starts(with: "[/caption".utf8),
        let end = rest.prefix(1000).firstIndex(of: UInt8(ascii: "]"))
      {
        index = end + 1
      } else {
        out.append(body[index])
        index += 1
      }
    }
    return out
  }
}

/// Whether bytes hold an ASCII word.
func contains(_ word: StaticString, in bytes: [UInt8]) -> Bool {
  word.withUTF8Buffer { wanted in
    guard bytes.count >= wanted.count else { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      for start in 0...(buffer.count - wanted.count) where buffer[start] == wanted[0] {
        var length = 1
        while length < wanted.count, buffer[start + length] == wanted[length] { length += 1 }
        if length == wanted.count { return true }
      }
      return false
    }
  }
}
