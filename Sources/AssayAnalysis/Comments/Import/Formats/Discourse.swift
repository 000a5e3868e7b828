extension CommentImporter {
  /// A topic of Discourse: `/t/ID.json` or `/t/ID/posts.json`. The opening post is the article.
  static let discourse = CommentImporter(
    id: "discourse", name: "Discourse topic",
    detect: { source in
      source.values.first.map {
        $0["post_stream"] != nil || isPost($0) || isPost($0.elements.first)
      }
        ?? false
    },
    readEach: { source, builder in
      for value in source.values {
        if value.kind == .array || isPost(value) {
          let posts = value.kind == .array ? value.elements : [value]
          readDiscourse(posts, of: nil, source, &builder)
        } else {
          readDiscourse(
            value.at("post_stream", "posts")?.elements ?? [], of: value, source, &builder)
        }
      }
    })
}

private func isPost(_ value: JSONValue?) -> Bool {
  value?.has("post_number", "topic_id") ?? false
}

private func readDiscourse(
  _ posts: [JSONValue], of topic: JSONValue?, _ source: ImportSource,
  _ builder: inout ImportBuilder
) {
  let id = topic?.text("id") ?? posts.first?.text("topic_id") ?? source.stem
  let title = topic?.text("title") ?? topic?.text("fancy_title").map { plainWords(html: $0) }
  let thread = builder.thread(id, title: title)
  let firstNumber = posts.lazy.compactMap { $0.int("post_number") }.min()
  for post in posts {
    // A later page of a long topic begins with no opening post.
    if post.int("post_number") == 1, firstNumber == 1 {
      let article = discourseArticle(post, topic, &builder)
      builder.edit(thread) { $0.article = article }
    } else {
      builder.add(discourseComment(post, source, &builder), to: thread)
    }
  }
  if let slug = topic?.text("slug") ?? posts.first?.text("topic_slug") {
    builder.edit(thread) {
      $0.article?.slug = slug
      $0.title = $0.title ?? slug.split(separator: "-").joined(separator: " ")
      $0.article?.title = $0.title
    }
  }
  let stream = topic?.at("post_stream", "stream")?.elements.count ?? posts.count
  builder.miss(stream - posts.count, in: thread)
}

private func discourseArticle(
  _ post: JSONValue, _ topic: JSONValue?, _ builder: inout ImportBuilder
) -> ImportedArticle {
  var article = ImportedArticle(title: topic?.text("title"))
  article.body = discourseBody(post, isArticle: true, &builder)
  article.authors = post.text("username").map { [$0] } ?? []
  article.date =
    ImportTime.seconds(post["created_at"])
    .flatMap(Timestamp.init(unixSeconds:))?.writtenDate.iso
  article.tags = topic?.array("tags").compactMap { $0.string ?? $0.text("name") } ?? []
  return article
}

private func discourseComment(
  _ post: JSONValue, _ source: ImportSource, _ builder: inout ImportBuilder
) -> ImportedComment {
  var comment = ImportedComment(line: source.line(of: post))
  // Replies name the number in the topic, not the id.
  comment.id = post.text("post_number") ?? post.text("id")
  comment.author = post.text("username") ?? post.text("name")
  comment.replyTo = post.text("reply_to_post_number").flatMap { $0 == "1" ? nil : $0 }
  comment.time = ImportTime.seconds(post["created_at"])
  let updated = ImportTime.seconds(post["updated_at"])
  if post.int("version") ?? 1 > 1, updated != comment.time { comment.edited = updated }
  let likes = post.array("actions_summary").first { $0.int("id") == likeAction }
  comment.score = post.int("like_count") ?? likes?.int("count")
  comment.scoreKind = comment.score == nil ? nil : "likes"
  comment.state = discourseState(post)
  if post.flag("staff") || post.flag("admin") || post.flag("moderator") { comment.role = .staff }
  if let kind = post.int("post_type"), let name = postTypes[kind] {
    comment.others.append(("type", name))
  }
  comment.body = discourseBody(post, isArticle: false, &builder)
  return comment
}

/// Discourse's number of the action "like".
private let likeAction = 2
private let postTypes = [2: "moderator-action", 3: "small-action", 4: "whisper"]

private func discourseState(_ post: JSONValue) -> Comment.State {
  if post.text("deleted_at") != nil || post.flag("user_deleted") { return .deleted }
  // Whispers are for the staff alone.
  if post.int("post_type") == 4 { return .pending }
  return post.flag("hidden") ? .minimised : .visible
}

private func discourseBody(
  _ post: JSONValue, isArticle: Bool, _ builder: inout ImportBuilder
) -> [UInt8] {
  if let raw = post.bytes("raw"), !raw.isEmpty { return ImportSource.markdown(raw) }
  return builder.markdown(post.bytes("cooked") ?? [], HTMLReading(isArticle: isArticle))
}
