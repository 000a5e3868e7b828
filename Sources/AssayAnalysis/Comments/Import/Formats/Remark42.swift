extension CommentImporter {
  /// Remark42: the tree or the list of its API, and its backup of one comment a line.
  static let remark42 = CommentImporter(
    id: "remark42", name: "Remark42",
    detect: { source in
      guard let value = source.values.first else { return false }
      let first = value.array("comments").first ?? value.elements.first
      let isBackup = value["version"] != nil && value["users"] != nil
      return isBackup || isRemark(value) || isRemark(first) || isRemark(first?["comment"])
        || value["node"] != nil
    },
    readEach: { source, builder in
      for value in source.values {
        let tree = value["comments"] ?? value["node"] ?? value
        if isRemark(tree) {
          addRemark(tree, under: nil, source, &builder)
        } else if value["version"] != nil, value["users"] != nil {
          builder.omit("heads of backups (users and settings)")
        } else {
          walkReplies(
            tree.kind == .array ? tree.elements : [tree], under: Int?.none,
            children: { $0.array("replies") },
            visit: { addRemark($0["comment"] ?? $0, under: $1, source, &builder) })
        }
      }
    })
}

private func isRemark(_ value: JSONValue?) -> Bool {
  value?["locator"]?.kind == .object && value?["text"] != nil
}

@discardableResult
private func addRemark(
  _ value: JSONValue, under parent: Int?, _ source: ImportSource, _ builder: inout ImportBuilder
) -> Int? {
  guard value.kind == .object, value["id"] != nil else {
    builder.omit("entries that are no comments")
    return parent
  }
  let address = value.at("locator", "url")?.string ?? ""
  let thread = builder.thread(
    address.isEmpty ? source.stem : address, title: value.text("title"), url: address)
  var comment = ImportedComment(line: source.line(of: value))
  comment.id = value.text("id")
  comment.author = value.at("user", "name")?.string.flatMap { $0.isEmpty ? nil : $0 }
  comment.replyTo = value.text("pid")
  // A reply inside its parent, where the API left the parent's id out.
  if comment.replyTo == nil { comment.parent = parent }
  comment.time = ImportTime.seconds(value["time"])
  comment.edited = ImportTime.seconds(value.at("edit", "time"))
  comment.score = value.int("score")
  comment.scoreKind = comment.score == nil ? nil : "votes"
  if value.flag("delete") || value.flag("deleted") { comment.state = .deleted }
  if value.at("user", "admin")?.boolean == true { comment.role = .staff }
  if comment.state == .deleted, comment.author == "deleted" { comment.author = nil }
  let original = value.bytes("orig") ?? []
  comment.body =
    original.isEmpty
    ? builder.markdown(value.bytes("text") ?? []) : ImportSource.markdown(original)
  return builder.add(comment, to: thread)
}
