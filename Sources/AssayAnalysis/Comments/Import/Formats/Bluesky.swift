extension CommentImporter {
  /// Bluesky: `getPostThread` (a tree) and `getPostThreadV2` (a list with depths).
  static let bluesky = CommentImporter(
    id: "bluesky", name: "Bluesky getPostThread",
    detect: { source in
      guard let value = source.values.first else { return false }
      let thread = value["thread"] ?? value
      return isNode(thread) || isNode(thread.elements.first?["value"]) || isNode(thread["post"])
        || thread.elements.first?.has("uri", "depth", "value") ?? false
    },
    readEach: { source, builder in
      var reader = BlueskyReader(source: source, builder: builder.lent())
      for value in source.values { reader.read(value["thread"] ?? value) }
      builder = reader.builder
    })
}

private func isNode(_ value: JSONValue?) -> Bool {
  value?["$type"]?.string?.hasPrefix("app.bsky.") ?? false
}

private struct BlueskyReader {
  let source: ImportSource
  var builder: ImportBuilder

  mutating func read(_ root: JSONValue) {
    if root.kind == .array {
      readList(root.elements)
    } else {
      readTree(root)
    }
  }

  private mutating func readTree(_ root: JSONValue) {
    // What the post itself answers stands above it, each inside the one it was answered by.
    var ancestors: [JSONValue] = []
    var node = root
    while let parent = node["parent"], parent.kind == .object {
      ancestors.append(parent)
      node = parent
    }
    let top = ancestors.last ?? root
    let thread = thread(of: top)
    var place: Int?
    for ancestor in ancestors.reversed() {
      place = add(ancestor, to: thread, under: place)
    }
    walkReplies(
      [root], under: place, children: { $0.array("replies") },
      visit: { add($0, to: thread, under: $1) })
  }

  /// A list in reading order; depths tell which post an unknown one answers.
  private mutating func readList(_ items: [JSONValue]) {
    guard let first = items.first else { return builder.omit("empty answers") }
    let thread = thread(of: first["value"] ?? first, uri: first.text("uri"))
    var open: [(depth: Int, index: Int)] = []
    for item in items {
      let depth = item.int("depth") ?? 0
      while let last = open.last, last.depth >= depth { open.removeLast() }
      let value = item["value"] ?? item
      let index = add(
        value, to: thread, under: open.last?.index, uri: item.text("uri"),
        isHidden: value.flag("hiddenByThreadgate"))
      builder.miss(value.int("moreReplies") ?? 0, in: thread)
      if let index { open.append((depth, index)) }
    }
  }

  private mutating func thread(of node: JSONValue, uri: String? = nil) -> Int {
    let uri = uri ?? node.at("post", "uri")?.string ?? node.text("uri") ?? source.stem
    let root = node.at("post", "record", "reply", "root", "uri")?.string ?? uri
    let page = address(of: node["post"], uri)
    return builder.thread(root, url: page)
  }

  private func address(of post: JSONValue?, _ uri: String) -> String? {
    guard let handle = post?.at("author", "handle")?.string,
      let key = uri.split(separator: "/").last, uri.hasPrefix("at://")
    else { return nil }
    return "https://bsky.app/profile/\(handle)/post/\(key)"
  }

  private mutating func add(
    _ node: JSONValue, to thread: Int, under parent: Int?, uri: String? = nil,
    isHidden: Bool = false
  ) -> Int? {
    let type = node["$type"]?.string ?? ""
    var comment = ImportedComment(line: source.line(of: node))
    comment.parent = parent
    comment.id = node.at("post", "uri")?.string ?? node.text("uri") ?? uri
    guard let post = node["post"] else {
      guard comment.id != nil else {
        builder.omit("nodes that are no posts")
        return parent
      }
      let isBlocked = node.flag("blocked") || type.hasSuffix("Blocked")
      let isClosed = type.hasSuffix("NoUnauthenticated")
      comment.state = isBlocked || isClosed ? .removed : .deleted
      let label = isBlocked ? "blocked" : isClosed ? "login-required" : "not-found"
      comment.others.append(("label", label))
      return builder.add(comment, to: thread)
    }
    fill(&comment, post)
    if isHidden { comment.state = .minimised }
    let index = builder.add(comment, to: thread)
    if let count = post.int("replyCount"), node["replies"]?.kind == .array {
      builder.miss(count - node.array("replies").count, in: thread)
    }
    return index
  }

  private mutating func fill(_ comment: inout ImportedComment, _ post: JSONValue) {
    let record = post["record"]
    comment.author = post.at("author", "handle")?.string
    // The record says what is answered; where that is here, it stands above in any case.
    if comment.parent == nil { comment.replyTo = record?.at("reply", "parent", "uri")?.string }
    comment.time = ImportTime.seconds(record?["createdAt"] ?? post["indexedAt"])
    comment.score = post.int("likeCount")
    comment.scoreKind = comment.score == nil ? nil : "likes"
    comment.url = comment.id.flatMap { address(of: post, $0) }
    comment.language = record?.array("langs").first?.string
    let text = record?.bytes("text") ?? []
    comment.body = linked(text, record?.array("facets") ?? [])
    addEmbed(post["embed"] ?? record?["embed"], to: &comment)
  }

  /// Text with its links, whose places count bytes of UTF-8.
  private func linked(_ text: [UInt8], _ facets: [JSONValue]) -> [UInt8] {
    var links: [(range: Range<Int>, address: String)] = []
    for facet in facets {
      guard let start = facet.at("index", "byteStart")?.integer,
        let end = facet.at("index", "byteEnd")?.integer,
        let address = facet.array("features").lazy.compactMap({ $0.text("uri") }).first,
        0 <= start, start < end, end <= text.count, isWebAddress(address)
      else { continue }
      links.append((start..<end, address))
    }
    links.sort { $0.range.lowerBound < $1.range.lowerBound }
    // Letters that stand for the links while the words around them are escaped.
    var inlines = MarkdownInlines()
    inlines.keepsLineEnds = true
    var index = 0
    for link in links where link.range.lowerBound >= index {
      inlines.add(Array(text[index..<link.range.lowerBound]))
      inlines.addLink(link.address, words: String(decoding: text[link.range], as: UTF8.self))
      index = link.range.upperBound
    }
    inlines.add(Array(text[index...]))
    var blocks = MarkdownBlocks()
    for paragraph in paragraphs(of: inlines.take()) {
      blocks.addParagraph(paragraphLines(paragraph))
    }
    return blocks.out
  }

  /// A post that is quoted and a page that is shown belong to the words; pictures are counted.
  private mutating func addEmbed(_ embed: JSONValue?, to comment: inout ImportedComment) {
    guard let embed else { return }
    let media = embed["media"] ?? embed
    builder.omit("images", media.array("images").count)
    if media["playlist"] ?? media["video"] != nil { builder.omit("videos") }
    var blocks: [[UInt8]] = []
    if let page = media["external"], let address = page.text("uri"), isWebAddress(address),
      !comment.body.isEmpty || page["title"] != nil
    {
      var inlines = MarkdownInlines()
      inlines.addLink(address, words: page.text("title") ?? address)
      let line = inlines.take()
      if !holds(comment.body, address) { blocks.append(line) }
    }
    let quoted = embed.at("record", "record") ?? embed["record"]
    if let words = quoted?.at("value", "text")?.stringBytes {
      let lines = markdown(plain: words).split(separator: 0x0A, omittingEmptySubsequences: false)
      blocks.append(Array(lines.map { Array("> ".utf8) + $0 }.joined(separator: [0x0A])))
    }
    for block in blocks {
      while comment.body.last == 0x0A { comment.body.removeLast() }
      if !comment.body.isEmpty { comment.body += [0x0A, 0x0A] }
      comment.body += block
    }
  }

  private func holds(_ body: [UInt8], _ address: String) -> Bool {
    String(decoding: body, as: UTF8.self).contains(address)
  }
}
