extension CommentImporter {
  /// YouTube: the Data API's lists, and what the usual downloaders write.
  static let youTube = CommentImporter(
    id: "youtube", name: "YouTube comments",
    detect: { source in
      guard let value = source.values.first else { return false }
      let first = value.elements.first ?? value
      return value["kind"]?.string?.hasPrefix("youtube#comment") ?? false
        || first["kind"]?.string?.hasPrefix("youtube#comment") ?? false
        || first.has("cid", "text") || isDownload(value)
    },
    readEach: { source, builder in
      for value in source.values {
        if isDownload(value) {
          readDownload(value, source, &builder)
        } else {
          for item in items(of: value) { readItem(item, source, &builder) }
        }
      }
    })
}

/// An `info.json` with comments.
private func isDownload(_ value: JSONValue) -> Bool {
  let first = value.array("comments").first
  return first?.has("id", "parent", "text") ?? false && first?["author"] != nil
}

private func items(of value: JSONValue) -> [JSONValue] {
  if value.kind == .array { return value.elements.flatMap(items) }
  return value["items"]?.elements ?? [value]
}

private func readItem(
  _ item: JSONValue, _ source: ImportSource, _ builder: inout ImportBuilder
) {
  if item["cid"] != nil {
    let thread = builder.thread(source.stem)
    builder.add(downloaded(item, source), to: thread)
    return
  }
  let top = item.at("snippet", "topLevelComment")
  let video =
    item.at("snippet", "videoId")?.string ?? top?.at("snippet", "videoId")?.string ?? source.stem
  let thread = builder.thread(video, url: "https://www.youtube.com/watch?v=\(video)")
  guard let top else {
    if let comment = apiComment(item, source, &builder) {
      builder.add(comment, to: thread)
    } else {
      builder.omit("items that are no comments")
    }
    return
  }
  if let comment = apiComment(top, source, &builder) { builder.add(comment, to: thread) }
  let replies = item.at("replies", "comments")?.elements ?? []
  for reply in replies {
    guard var comment = apiComment(reply, source, &builder) else { continue }
    comment.replyTo = comment.replyTo ?? top.text("id")
    builder.add(comment, to: thread)
  }
  builder.miss(
    (item.at("snippet", "totalReplyCount")?.wholeNumber ?? 0) - replies.count, in: thread)
}

private func apiComment(
  _ value: JSONValue, _ source: ImportSource, _ builder: inout ImportBuilder
) -> ImportedComment? {
  guard let snippet = value["snippet"],
    snippet["authorDisplayName"] != nil || snippet["textDisplay"] != nil
  else { return nil }
  var comment = ImportedComment(line: source.line(of: value))
  comment.id = value.text("id")
  comment.author = snippet.text("authorDisplayName")
  comment.replyTo = snippet.text("parentId")
  comment.time = ImportTime.seconds(snippet["publishedAt"])
  let updated = ImportTime.seconds(snippet["updatedAt"])
  comment.edited = updated == comment.time ? nil : updated
  comment.score = snippet.int("likeCount")
  comment.scoreKind = comment.score == nil ? nil : "likes"
  switch snippet.text("moderationStatus") {
  case "heldForReview": comment.state = .pending
  case "likelySpam": comment.state = .spam
  case "rejected": comment.state = .removed
  default: break
  }
  if let original = snippet.bytes("textOriginal") {
    comment.body = markdown(plain: ImportSource.markdown(original))
  } else {
    comment.body = builder.markdown(snippet.bytes("textDisplay") ?? [])
  }
  return comment
}

/// A line of `youtube-comment-downloader`.
private func downloaded(_ value: JSONValue, _ source: ImportSource) -> ImportedComment {
  var comment = ImportedComment(line: source.line(of: value))
  comment.id = value.text("cid")
  comment.author = value.text("author")
  // A reply's id is its parent's, a point, and its own.
  if let id = comment.id, let point = id.firstIndex(of: ".") {
    comment.replyTo = String(id[..<point])
  }
  comment.time = ImportTime.seconds(value["time_parsed"])
  if let votes = value.text("votes") {
    comment.score = roundedCount(votes)
    comment.scoreKind = "likes"
    if comment.score.map(String.init) != votes { comment.others.append(("votes", votes)) }
  }
  comment.body = markdown(plain: ImportSource.markdown(value.bytes("text") ?? []))
  return comment
}

/// `1.2K` as YouTube shows a count: 1,200, give or take.
private func roundedCount(_ text: String) -> Int? {
  if let count = Int(text) { return count }
  let factors: [Character: Int] = ["K": 1000, "M": 1_000_000, "B": 1_000_000_000]
  guard let last = text.last, let factor = factors[last],
    let number = DecimalNumber(digits: String(text.dropLast()))
  else { return nil }
  guard (-3...0).contains(number.exponent), number.mantissa < 1_000_000_000 else { return nil }
  var value = Int(number.mantissa) * factor
  for _ in 0..<(-number.exponent) { value /= 10 }
  return value
}

private func readDownload(
  _ value: JSONValue, _ source: ImportSource, _ builder: inout ImportBuilder
) {
  let address = value.text("webpage_url")
  let thread = builder.thread(
    value.text("id") ?? source.stem, title: value.text("title"), url: address)
  for item in value.array("comments") {
    var comment = ImportedComment(line: source.line(of: item))
    comment.id = item.text("id")
    comment.author = item.text("author")
    comment.replyTo = item.text("parent").flatMap { $0 == "root" ? nil : $0 }
    comment.time = ImportTime.seconds(item["timestamp"])
    comment.score = item.int("like_count")
    comment.scoreKind = comment.score == nil ? nil : "likes"
    if item.flag("author_is_uploader") { comment.role = .author }
    comment.body = markdown(plain: ImportSource.markdown(item.bytes("text") ?? []))
    builder.add(comment, to: thread)
  }
  builder.miss((value.int("comment_count") ?? 0) - value.array("comments").count, in: thread)
}
