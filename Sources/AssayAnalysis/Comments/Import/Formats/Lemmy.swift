extension CommentImporter {
  /// Lemmy: the lists of its API, and the notes of ActivityPub.
  static let lemmy = CommentImporter(
    id: "lemmy", name: "Lemmy",
    detect: { source in
      guard let value = source.values.first else { return false }
      let first = (value["comments"] ?? value["items"] ?? value).elements.first ?? value
      return isView(first) || value["comment_view"] != nil || value["post_view"] != nil
        || isActivity(value) || isActivity(value.elements.first)
    },
    readEach: { source, builder in
      var reader = LemmyReader(source: source, builder: builder.lent())
      for value in source.values { reader.read(value) }
      builder = reader.builder
    })
}

private func isView(_ value: JSONValue?) -> Bool {
  value?["comment"]?.kind == .object && value?["creator"]?.kind == .object
    && value?.at("comment", "path") != nil
}

private func isActivity(_ value: JSONValue?) -> Bool {
  guard let type = value?["type"]?.string else { return false }
  let isContext = value?["@context"] != nil || value?["attributedTo"] != nil
  let types = [
    "Note", "Page", "Article", "Tombstone", "Create", "Announce", "Update", "Collection",
    "OrderedCollection", "OrderedCollectionPage", "CollectionPage",
  ]
  return isContext && types.contains(type)
}

private struct LemmyReader {
  let source: ImportSource
  var builder: ImportBuilder

  mutating func read(_ value: JSONValue) {
    if let post = value.at("post_view") { addArticle(post) }
    let views = (value["comments"] ?? value["items"] ?? value).elements
    if isView(views.first) || isView(value) || value["comment_view"] != nil {
      for view in views + [value["comment_view"], value].compactMap({ $0 }) where isView(view) {
        add(view)
      }
    } else {
      readActivities(value)
    }
  }

  private mutating func addArticle(_ view: JSONValue) {
    guard let post = view["post"], let id = post.text("id") else { return }
    let page = post.text("ap_id")
    let thread = builder.thread(id)
    var article = ImportedArticle(title: post.text("name"))
    article.body = ImportSource.markdown(post.bytes("body") ?? [])
    article.authors = view.at("creator", "name")?.string.map { [$0] } ?? []
    article.date =
      ImportTime.seconds(post["published"] ?? post["published_at"])
      .flatMap(Timestamp.init(unixSeconds:))?.writtenDate.iso
    builder.edit(thread) {
      $0.title = article.title
      $0.url = (post.text("url") ?? page).flatMap { isWebAddress($0) ? $0 : nil }
      $0.article = article
    }
  }

  private mutating func add(_ view: JSONValue) {
    guard let value = view["comment"] else { return }
    let post = view["post"]
    let id = value.text("post_id") ?? post?.text("id") ?? source.stem
    let thread = builder.thread(
      id, title: post?.text("name"), url: post?.text("url") ?? post?.text("ap_id"))
    var comment = ImportedComment(line: source.line(of: view))
    comment.id = value.text("id")
    comment.author = view.at("creator", "name")?.string
    // "0.10.12": the post, the comment it answers, the comment itself.
    let path = value.text("path")?.split(separator: ".") ?? []
    if path.count > 2 { comment.replyTo = String(path[path.count - 2]) }
    comment.time = ImportTime.seconds(value["published"] ?? value["published_at"])
    comment.edited = ImportTime.seconds(value["updated"] ?? value["updated_at"])
    let counts = view["counts"] ?? value
    comment.score = counts.int("score")
    comment.scoreKind = comment.score == nil ? nil : "points"
    comment.upvotes = counts.int("upvotes")
    comment.downvotes = counts.int("downvotes")
    comment.state = value.flag("removed") ? .removed : value.flag("deleted") ? .deleted : .visible
    if view.at("creator", "bot_account")?.boolean == true { comment.role = .bot }
    if value.flag("distinguished") { comment.role = .staff }
    if post?.text("creator_id") ?? "" == value.text("creator_id") ?? "-" { comment.role = .author }
    comment.url = value.text("ap_id").flatMap { isWebAddress($0) ? $0 : nil }
    comment.body = ImportSource.markdown(value.bytes("content") ?? [])
    builder.add(comment, to: thread)
  }
}

// MARK: ActivityPub

extension LemmyReader {
  private mutating func readActivities(_ root: JSONValue) {
    let objects = LemmyReader.objects(in: root)
    let pages = objects.filter { ["Page", "Article"].contains($0["type"]?.string) }
    let notes = objects.filter { ["Note", "Tombstone"].contains($0["type"]?.string) }
    let known = Set(notes.compactMap { $0.text("id") })
    let roots = notes.lazy.compactMap { $0.text("inReplyTo") }.filter { !known.contains($0) }
    let key = pages.first?.text("id") ?? roots.first ?? notes.first?.text("id") ?? source.stem
    let thread = builder.thread(key, title: pages.first?.text("name"), url: key)
    if let page = pages.first { addPage(page, to: thread) }
    for note in notes { add(note, to: thread, root: key) }
    builder.omit("activities that are no comments", objects.count - pages.count - notes.count)
  }

  /// The objects of collections and of the activities that carry them.
  private static func objects(in root: JSONValue) -> [JSONValue] {
    var found: [JSONValue] = []
    var waiting = root.kind == .array ? Array(root.elements.reversed()) : [root]
    while let value = waiting.popLast() {
      let lists = value.array("orderedItems") + value.array("items")
      if let page = value["first"], page.kind == .object { waiting.append(page) }
      if !lists.isEmpty {
        waiting += lists.reversed()
      } else if let inner = value["object"], inner.kind == .object {
        waiting.append(inner)
      } else if value.kind == .object, value["type"]?.string?.contains("Collection") != true {
        found.append(value)
        if let replies = value["replies"], replies.kind == .object { waiting.append(replies) }
      }
    }
    return found
  }

  private mutating func addPage(_ page: JSONValue, to thread: Int) {
    var article = ImportedArticle(title: page.text("name"))
    article.body = body(of: page, isArticle: true)
    article.authors = name(page["attributedTo"]).map { [$0] } ?? []
    article.date =
      ImportTime.seconds(page["published"])
      .flatMap(Timestamp.init(unixSeconds:))?.writtenDate.iso
    builder.edit(thread) { $0.article = article }
  }

  private mutating func add(_ note: JSONValue, to thread: Int, root: String) {
    var comment = ImportedComment(line: source.line(of: note))
    comment.id = note.text("id")
    comment.author = name(note["attributedTo"])
    comment.replyTo = note.text("inReplyTo").flatMap { $0 == root ? nil : $0 }
    comment.time = ImportTime.seconds(note["published"])
    comment.edited = ImportTime.seconds(note["updated"])
    if note["type"]?.string == "Tombstone" { comment.state = .deleted }
    if note.flag("distinguished") { comment.role = .staff }
    comment.score = note.at("likes", "totalItems")?.integer
    comment.scoreKind = comment.score == nil ? nil : "likes"
    comment.url = comment.id.flatMap { isWebAddress($0) ? $0 : nil }
    comment.language = note.at("language", "identifier")?.string
    comment.body = body(of: note, isArticle: false)
    builder.add(comment, to: thread)
  }

  private mutating func body(of object: JSONValue, isArticle: Bool) -> [UInt8] {
    if object.at("source", "mediaType")?.string == "text/markdown",
      let words = object.at("source", "content")?.stringBytes
    {
      return ImportSource.markdown(words)
    }
    return builder.markdown(object.bytes("content") ?? [], HTMLReading(isArticle: isArticle))
  }

  /// `https://lemmy.example/u/ann` is ann.
  private func name(_ actor: JSONValue?) -> String? {
    let address = actor?.string ?? actor?.text("id") ?? actor?.elements.first?.string
    return actor?.text("preferredUsername") ?? address?.split(separator: "/").last.map(String.init)
  }
}
