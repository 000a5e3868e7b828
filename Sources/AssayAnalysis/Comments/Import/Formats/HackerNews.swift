extension CommentImporter {
  /// Hacker News: the item tree and the search hits of Algolia's API, and Firebase's flat items.
  static let hackerNews = CommentImporter(
    id: "hackernews", name: "Hacker News",
    detect: { source in
      guard let value = source.values.first else { return false }
      return isAlgoliaItem(value) || isFirebaseItem(value) || isFirebaseItem(value.elements.first)
        || isFirebaseItem(value.members.first?.value) || isHit(value.array("hits").first)
    },
    readEach: { source, builder in
      var items: [JSONValue] = []
      for value in source.values {
        if isAlgoliaItem(value) {
          readTree(value, source, &builder)
        } else if value["hits"] != nil {
          readHits(value.array("hits"), source, &builder)
        } else if isFirebaseItem(value) {
          items.append(value)
        } else {
          items += value.kind == .array ? value.elements : value.members.map(\.value)
        }
      }
      readItems(items.filter { $0.kind == .object }, source, &builder)
    })
}

private func isAlgoliaItem(_ value: JSONValue) -> Bool {
  value["children"]?.kind == .array && (value["author"] != nil || value["type"] != nil)
}

private func isFirebaseItem(_ value: JSONValue?) -> Bool {
  guard let value, value["id"] != nil, let type = value["type"]?.string else { return false }
  return ["story", "comment", "poll", "job", "pollopt"].contains(type)
    && (value.has("time") || value.has("by"))
}

private func isHit(_ value: JSONValue?) -> Bool { value?.has("objectID", "created_at_i") ?? false }

private let hackerNewsReading = HTMLReading(keepsQuoteMarks: true)

private func address(of id: String) -> String { "https://news.ycombinator.com/item?id=\(id)" }

private func readTree(_ root: JSONValue, _ source: ImportSource, _ builder: inout ImportBuilder) {
  let id = root.text("id") ?? source.stem
  let isComment = root["type"]?.string == "comment"
  let thread = builder.thread(
    root.text("story_id") ?? id, title: root.text("title"), url: root.text("url"))
  if !isComment { addArticle(root, id: root.text("id"), to: thread, &builder) }
  walkReplies(
    isComment ? [root] : root.array("children"), under: Int?.none,
    children: { $0.array("children") },
    visit: { item, parent in
      if item["type"]?.string == "pollopt" {
        builder.omit("choices of polls")
        return parent
      }
      var comment = comment(item, source, &builder)
      comment.parent = parent
      return builder.add(comment, to: thread)
    })
}

/// A comment of Algolia's or Firebase's, which differ in the names of some members only.
private func comment(
  _ item: JSONValue, _ source: ImportSource, _ builder: inout ImportBuilder
) -> ImportedComment {
  var comment = ImportedComment(line: source.line(of: item))
  comment.id = item.text("id") ?? item.text("objectID")
  comment.author = item.text("author") ?? item.text("by")
  comment.time = ImportTime.seconds(
    item["created_at_i"] ?? item["time"] ?? item["created_at"])
  comment.score = item.int("points") ?? item.int("score")
  comment.scoreKind = comment.score == nil ? nil : "points"
  let text = item.bytes("text") ?? item.bytes("comment_text")
  if item.flag("dead") {
    comment.state = .removed
  } else if item.flag("deleted") || text == nil && comment.author == nil {
    comment.state = .deleted
  }
  comment.url = comment.id.map(address)
  comment.body = builder.markdown(text ?? [], hackerNewsReading)
  return comment
}

private func addArticle(
  _ item: JSONValue, id: String?, to thread: Int, _ builder: inout ImportBuilder
) {
  var article = ImportedArticle(title: item.text("title"))
  article.authors = (item.text("author") ?? item.text("by")).map { [$0] } ?? []
  article.date =
    ImportTime.seconds(item["created_at_i"] ?? item["time"] ?? item["created_at"])
    .flatMap(Timestamp.init(unixSeconds:))?.writtenDate.iso
  article.body = builder.markdown(item.bytes("text") ?? [], HTMLReading(isArticle: true))
  let page = item.text("url") ?? id.map(address)
  builder.edit(thread) {
    $0.article = article
    $0.title = $0.title ?? article.title
    $0.url = page.flatMap { isWebAddress($0) ? $0 : nil } ?? $0.url
  }
}

private func readHits(
  _ hits: [JSONValue], _ source: ImportSource, _ builder: inout ImportBuilder
) {
  for hit in hits {
    guard hit.bytes("comment_text") != nil else {
      builder.omit("search hits that are no comments")
      continue
    }
    let story = hit.text("story_id") ?? source.stem
    let thread = builder.thread(story, title: hit.text("story_title"), url: hit.text("story_url"))
    var comment = comment(hit, source, &builder)
    comment.replyTo = hit.text("parent_id").flatMap { $0 == story ? nil : $0 }
    builder.add(comment, to: thread)
  }
}

/// Firebase's items name their parents; the story is the one that is no comment.
private func readItems(
  _ items: [JSONValue], _ source: ImportSource, _ builder: inout ImportBuilder
) {
  var parents: [String: String] = [:]
  var stories: Set<String> = []
  for item in items {
    guard let id = item.text("id") else { continue }
    if item["type"]?.string == "comment" || item["type"] == nil {
      parents[id] = item.text("parent")
    } else {
      stories.insert(id)
    }
  }
  var storyOf: [String: String] = [:]
  var present = 0
  for item in items {
    let type = item["type"]?.string ?? "comment"
    guard let id = item.text("id") else {
      builder.omit("items without an id")
      continue
    }
    guard type != "pollopt" else {
      builder.omit("choices of polls")
      continue
    }
    guard type == "comment" else {
      let thread = builder.thread(id, title: item.text("title"), url: item.text("url"))
      addArticle(item, id: id, to: thread, &builder)
      builder.miss(item.int("descendants") ?? 0, in: thread)
      continue
    }
    let story = root(of: id, parents, &storyOf)
    var comment = comment(item, source, &builder)
    comment.replyTo = item.text("parent").flatMap { $0 == story ? nil : $0 }
    builder.add(comment, to: builder.thread(story))
    present += 1
  }
  // A story counts its comments; those that are here are not missing.
  builder.settleMissing()
}

/// The item that a chain of parents leads to, remembered for all on the way.
private func root(
  of id: String, _ parents: [String: String], _ known: inout [String: String]
) -> String {
  var chain: [String] = []
  var visited: Set<String> = []
  var current = id
  while known[current] == nil, let parent = parents[current], visited.insert(current).inserted {
    chain.append(current)
    current = parent
  }
  let root = known[current] ?? current
  for id in chain { known[id] = root }
  return root
}

extension ImportBuilder {
  /// Takes the comments that are here from those that the source counts.
  mutating func settleMissing() {
    for index in result.threads.indices {
      edit(index) { $0.missingCount = max(0, $0.missingCount - $0.comments.count) }
    }
  }
}
