extension CommentImporter {
  /// Mastodon: a status' context, a status, or a list of statuses.
  static let mastodon = CommentImporter(
    id: "mastodon", name: "Mastodon context",
    detect: { source in
      guard let value = source.values.first else { return false }
      return value.has("ancestors", "descendants") || isStatus(value)
        || isStatus(value.elements.first)
    },
    readEach: { source, builder in
      let statuses = source.values.flatMap { value -> [JSONValue] in
        if value["descendants"] != nil {
          return value.array("ancestors") + (value["status"].map { [$0] } ?? [])
            + value.array("descendants")
        }
        return value.kind == .array ? value.elements : [value]
      }
      readStatuses(statuses, source, &builder)
    })
}

private func isStatus(_ value: JSONValue?) -> Bool {
  value?.has("content", "account", "in_reply_to_id") ?? false
}

private func readStatuses(
  _ statuses: [JSONValue], _ source: ImportSource, _ builder: inout ImportBuilder
) {
  guard let first = statuses.first else { return builder.omit("contexts without a status") }
  let top = statuses.first { $0["in_reply_to_id"]?.isNull ?? true } ?? first
  let key = top.text("in_reply_to_id") ?? top.text("id") ?? source.stem
  let thread = builder.thread(key, url: top.text("url"))
  let present = Set(statuses.compactMap { $0.text("id") })
  for status in statuses {
    guard status.kind == .object, status["id"] != nil else {
      builder.omit("entries that are no statuses")
      continue
    }
    var comment = ImportedComment(line: source.line(of: status))
    comment.id = status.text("id")
    comment.author =
      status.at("account", "acct")?.string ?? status.at("account", "username")?.string
    // A context leaves out the status it is the context of: its replies are the thread's own.
    if let parent = status.text("in_reply_to_id") {
      if present.contains(parent) {
        comment.replyTo = parent
      } else {
        comment.others.append((ImportedThread.missingParent, parent))
      }
    }
    comment.time = ImportTime.seconds(status["created_at"])
    comment.edited = ImportTime.seconds(status["edited_at"])
    comment.score = status.int("favourites_count")
    comment.scoreKind = comment.score == nil ? nil : "favourites"
    comment.url = (status.text("url") ?? status.text("uri")).flatMap { isWebAddress($0) ? $0 : nil }
    comment.language = status.text("language")
    if status.at("account", "bot")?.boolean == true { comment.role = .bot }
    // Written for followers or for some people alone: never to be published.
    if ["private", "direct"].contains(status.text("visibility")) { comment.state = .pending }
    comment.body = statusBody(status, &builder)
    builder.omit("media attachments", status.array("media_attachments").count)
    builder.add(comment, to: thread)
  }
}

private func statusBody(_ status: JSONValue, _ builder: inout ImportBuilder) -> [UInt8] {
  let body = builder.markdown(status.bytes("content") ?? [])
  guard let warning = status.bytes("spoiler_text"), !warning.isEmpty else { return body }
  return markdown(plain: ImportSource.markdown(warning)) + [0x0A, 0x0A] + body
}
