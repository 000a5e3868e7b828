extension CommentImporter {
  /// GitHub issues, pull requests and discussions: REST, GraphQL (also of `gh`), webhook payloads.
  static let gitHub = CommentImporter(
    id: "github", name: "GitHub issues and discussions",
    detect: { source in
      guard let value = source.values.first else { return false }
      return isGitHub(value.elements.first ?? value)
    },
    readEach: { source, builder in
      var reader = GitHubReader(source: source, builder: builder.lent())
      for value in source.values {
        for part in value.kind == .array ? value.elements : [value] { reader.read(part) }
      }
      builder = reader.builder
    })
}

private func isGitHub(_ value: JSONValue) -> Bool {
  if value["action"]?.kind == .string,
    value["issue"] ?? value["discussion"] ?? value["pull_request"] != nil
  {
    return true
  }
  if value.at("data", "repository") != nil || value.at("data", "node") != nil { return true }
  if let repository = value["repository"], repository.kind == .object,
    repository["issue"] ?? repository["discussion"] ?? repository["pullRequest"] != nil
  {
    return true
  }
  let address = value.text("html_url") ?? value.text("url") ?? ""
  let isThere = address.contains("github.com/") || value["author_association"] != nil
  return isThere && value["body"] != nil || value["authorAssociation"] != nil
    || value.array("comments").first?["authorAssociation"] != nil
    || value.at("comments", "nodes") != nil && value["body"] != nil
}

private struct GitHubReader {
  let source: ImportSource
  var builder: ImportBuilder

  mutating func read(_ value: JSONValue) {
    let root = value["data"] ?? value
    if value["action"]?.kind == .string {
      readPayload(value)
    } else if let repository = root["repository"] ?? root["node"], repository.kind == .object,
      value["body"] == nil
    {
      for (_, part) in repository.members where part["comments"] != nil { readSubject(part) }
      if repository["comments"] != nil { readSubject(repository) }
    } else if isComment(value) {
      addComment(value, to: thread(of: value), parent: nil)
    } else {
      readSubject(value)
    }
  }

  private func isComment(_ value: JSONValue) -> Bool {
    value["title"] == nil
      && (value["issue_url"] ?? value["discussion_id"] ?? value["pull_request_url"]
        ?? value["body"]) != nil
  }

  /// What a webhook sends: one subject and, mostly, one comment.
  private mutating func readPayload(_ payload: JSONValue) {
    guard let subject = payload["issue"] ?? payload["discussion"] ?? payload["pull_request"] else {
      return builder.omit("payloads without an issue or a discussion")
    }
    let thread = readSubject(subject)
    for comment in [payload["comment"], payload["answer"]] {
      guard let comment, comment.kind == .object else { continue }
      var read = self.comment(comment, in: thread)
      if payload["action"]?.string == "deleted" { read.state = .deleted }
      builder.add(read, to: thread)
    }
  }

  /// An issue, pull request or discussion, and the comments inside it.
  @discardableResult
  private mutating func readSubject(_ subject: JSONValue) -> Int {
    let thread = thread(of: subject)
    var article = ImportedArticle(title: subject.text("title"))
    article.body = ImportSource.markdown(subject.bytes("body") ?? [])
    article.authors = login(subject).map { [$0] } ?? []
    let created = ImportTime.seconds(subject["created_at"] ?? subject["createdAt"])
    article.date = created.flatMap(Timestamp.init(unixSeconds:))?.writtenDate.iso
    article.tags = subject.array("labels").compactMap { $0.text("name") }
    builder.edit(thread) {
      $0.title = article.title ?? $0.title
      $0.article = article
    }
    guard let comments = subject["comments"] else { return thread }
    let nodes = GitHubReader.nodes(of: comments)
    for node in nodes { addComment(node, to: thread, parent: nil) }
    let total = comments.int("totalCount") ?? comments.wholeNumber ?? nodes.count
    if comments.kind == .object { builder.miss(total - nodes.count, in: thread) }
    return thread
  }

  private mutating func addComment(_ value: JSONValue, to thread: Int, parent: Int?) {
    var read = comment(value, in: thread)
    read.parent = parent
    let index = builder.add(read, to: thread)
    guard let replies = value["replies"] else { return }
    let nodes = GitHubReader.nodes(of: replies)
    for reply in nodes {
      var read = comment(reply, in: thread)
      read.parent = read.replyTo == nil ? index : nil
      builder.add(read, to: thread)
    }
    builder.miss((replies.int("totalCount") ?? nodes.count) - nodes.count, in: thread)
  }

  private static func nodes(of list: JSONValue) -> [JSONValue] {
    if list.kind == .array { return list.elements }
    let edges = list.array("edges").compactMap { $0["node"] }
    return (edges.isEmpty ? list.array("nodes") : edges).filter { $0.kind == .object }
  }

  /// Subjects and comments name one page on the web, but for what follows `#`.
  private mutating func thread(of value: JSONValue) -> Int {
    var address = value.text("html_url") ?? value.text("url") ?? value.text("issue_url") ?? ""
    address = String(address.prefix { $0 != "#" })
      .replacing("https://api.github.com/repos/", with: "https://github.com/")
    // A pull request's conversation is an issue too.
    let key = address.replacing("/pull/", with: "/issues/")
    return builder.thread(key.isEmpty ? source.stem : key, url: address)
  }

  private func login(_ value: JSONValue) -> String? {
    value.at("user", "login")?.string ?? value.at("author", "login")?.string
  }

  private func comment(_ value: JSONValue, in thread: Int) -> ImportedComment {
    var comment = ImportedComment(line: source.line(of: value))
    comment.id = value.text("id")
    comment.author = login(value)
    comment.replyTo =
      value.text("in_reply_to_id") ?? value.text("parent_id") ?? value.at("replyTo", "id")?.string
    comment.time = ImportTime.seconds(value["created_at"] ?? value["createdAt"])
    let edited = ImportTime.seconds(value["lastEditedAt"] ?? value["updated_at"])
    comment.edited = edited == comment.time ? nil : edited
    setScore(value, &comment)
    if ImportTime.seconds(value["deletedAt"]) != nil {
      comment.state = .deleted
    } else if value.flag("isMinimized") {
      comment.state = .minimised
      if let reason = value.text("minimizedReason") {
        comment.others.append(("label", reason.lowercased()))
      }
    }
    comment.role = role(of: value, comment.author, in: thread)
    comment.url = (value.text("html_url") ?? value.text("url")).flatMap {
      isWebAddress($0) && !$0.contains("api.github.com") ? $0 : nil
    }
    comment.body = ImportSource.markdown(value.bytes("body") ?? [])
    return comment
  }

  private func setScore(_ value: JSONValue, _ comment: inout ImportedComment) {
    let reactions = value["reactions"]
    if let votes = value.int("upvoteCount") {
      (comment.score, comment.scoreKind) = (votes, "upvotes")
    } else if let count = reactions?.int("total_count") ?? reactions?.int("totalCount") {
      (comment.score, comment.scoreKind) = (count, "reactions")
    }
  }

  private func role(of value: JSONValue, _ author: String?, in thread: Int) -> Comment.Role? {
    if value.at("user", "type")?.string == "Bot"
      || value.at("author", "__typename")?.string == "Bot"
      || author?.hasSuffix("[bot]") ?? false
    {
      return .bot
    }
    if let author, builder.result.threads[thread].article?.authors == [author] { return .author }
    let association = value.text("author_association") ?? value.text("authorAssociation")
    return ["OWNER", "MEMBER", "COLLABORATOR"].contains(association) ? .staff : nil
  }
}
