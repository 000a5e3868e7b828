extension CommentImporter {
  /// The export of Commento: all comments of a domain, and who wrote them.
  static let commento = CommentImporter(
    id: "commento", name: "Commento",
    detect: { source in
      source.values.first.map {
        $0["commenters"] != nil || $0.array("comments").first?["commentHex"] != nil
      } ?? false
    },
    readEach: { source, builder in
      for value in source.values { readCommento(value, source, &builder) }
    })
}

private func readCommento(
  _ root: JSONValue, _ source: ImportSource, _ builder: inout ImportBuilder
) {
  var names: [String: String] = [:]
  var moderators: Set<String> = []
  for commenter in root.array("commenters") {
    guard let id = commenter.text("commenterHex") else { continue }
    names[id] = commenter.text("name")
    if commenter.flag("isModerator") { moderators.insert(id) }
  }
  for value in root.array("comments") {
    let path = value.text("url") ?? value.text("path") ?? ""
    let domain = value.text("domain") ?? ""
    let address = path.hasPrefix("/") ? "https://\(domain)\(path)" : path
    let thread = builder.thread(address.isEmpty ? source.stem : address, url: address)
    var comment = ImportedComment(line: source.line(of: value))
    comment.id = value.text("commentHex")
    let commenter = value.text("commenterHex")
    comment.author = commenter.flatMap { names[$0] }
    if let commenter, moderators.contains(commenter) { comment.role = .staff }
    comment.replyTo = value.text("parentHex").flatMap { $0 == "root" ? nil : $0 }
    comment.time = ImportTime.seconds(value["creationDate"])
    comment.score = value.int("score")
    comment.scoreKind = comment.score == nil ? nil : "votes"
    comment.state = commentoState(value)
    let markdown = value.bytes("markdown") ?? []
    comment.body =
      markdown.isEmpty
      ? builder.markdown(value.bytes("html") ?? []) : ImportSource.markdown(markdown)
    builder.add(comment, to: thread)
  }
}

private func commentoState(_ value: JSONValue) -> Comment.State {
  if value.flag("deleted") { return .deleted }
  switch value.text("state") ?? "approved" {
  case "approved": return .visible
  case "flagged", "spam": return .spam
  default: return .pending
  }
}
