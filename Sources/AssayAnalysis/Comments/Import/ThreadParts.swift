/// A thread's file in pieces: its head, and each comment as it stands in it.
public struct ThreadParts: Sendable {
  /// Front matter, and whatever else stands before the first comment.
  public var head: [UInt8]
  public var parts: [Part]

  /// One comment: heading and words, without blank lines at its end.
  public struct Part: Sendable, Hashable {
    public let id: String
    public let bytes: [UInt8]

    public init(id: String, bytes: [UInt8]) {
      self.id = id
      self.bytes = bytes
    }
  }

  public init(head: [UInt8], parts: [Part]) {
    self.head = head
    self.parts = parts
  }

  /// Takes a thread in the native format apart. Nothing of it is lost.
  public init(splitting bytes: [UInt8]) {
    let source = SourceText(path: "", bytes: bytes)
    let headings = CommentHeading.all(in: bytes, from: FrontMatter.split(source).bodyStart).shown
    let starts = headings.map(\.line.lowerBound)
    head = Array(bytes[..<(starts.first ?? bytes.count)])
    parts = headings.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
      var part = bytes[starts[index]..<end]
      while let last = part.last, last <= 0x20 { part.removeLast() }
      let id = headings[index].attributes(in: bytes).lazy.compactMap { attribute -> String? in
        if case .id(let id) = attribute.content { id } else { nil }
      }.first
      return Part(id: id ?? "", bytes: Array(part))
    }
  }

  /// The file again.
  public var bytes: [UInt8] {
    var out = head
    out.reserveCapacity(parts.reduce(head.count) { $0 + $1.bytes.count + 2 })
    while let last = out.last, last <= 0x20 { out.removeLast() }
    if !out.isEmpty { out.append(0x0A) }
    for part in parts {
      if !out.isEmpty { out.append(0x0A) }
      out += part.bytes
      out.append(0x0A)
    }
    return out
  }
}

/// What writing an imported thread found and left out.
public struct ThreadRemains: Sendable {
  public var tally = Tally()
  public var diagnostics: [Diagnostic] = []

  public init() {}
}

extension ImportedThread {
  /// The comments in the order of the thread, each as it stands in a file: ids unique, replies with
  /// their parents, cycles broken.
  ///
  /// - Parameter path: of the source, for messages.
  public func parts(
    _ privacy: ImportPrivacy, path: String, _ remains: inout ThreadRemains
  ) -> [ThreadParts.Part] {
    let assembler = ThreadAssembler(
      comments.map { ThreadNode(id: $0.id, replyTo: $0.replyTo, parent: $0.parent) })
    let missing = tell(assembler.flaws, path: path, &remains)
    let names = newNames(privacy)
    let ids = assembler.ids.map { privacy.pseudonym == nil ? $0 : anonymous($0, privacy) }
    return assembler.order().map { index in
      var comment = comments[index]
      if let wanted = missing[index] {
        comment.others.append((ImportedThread.missingParent, wanted))
      }
      let parent = assembler.parents[index]
      var writer = ThreadMarkdownWriter()
      let words = privacy.words(comment.body, renaming: names, &remains.tally)
      writer.write(
        name: privacy.name(comment.author) ?? "", id: ids[index],
        attributes: comment.attributes(
          parent: parent < 0 ? nil : ids[parent], isAnonymous: privacy.pseudonym != nil),
        markdown: words)
      var bytes = writer.out
      while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
      return ThreadParts.Part(id: ids[index], bytes: bytes)
    }
  }

  private func newNames(_ privacy: ImportPrivacy) -> AuthorNames {
    var names = AuthorNames()
    guard privacy.pseudonym != nil else { return names }
    for author in Set(comments.compactMap(\.author)).sorted() {
      if let name = privacy.name(author) { names.add(author, as: name) }
    }
    return names
  }

  /// Ids of federated services hold the names of servers and people.
  private func anonymous(_ id: String, _ privacy: ImportPrivacy) -> String {
    id.contains("/") || id.contains("@") ? privacy.pseudonym?(id) ?? id : id
  }

  /// The first findings of each kind in words, the rest as counts.
  private func tell(
    _ flaws: [ThreadFlaw], path: String, _ remains: inout ThreadRemains
  ) -> [Int: String] {
    var missing: [Int: String] = [:]
    var told = 0
    for flaw in flaws {
      let (index, message, hint, rule): (Int, String, String, String)
      switch flaw {
      case .secondOfItsID(let place, let id, let other):
        (index, rule) = (place, "thread-id")
        message = "'\(shortened(id))' names two comments of this thread"
        hint = "this one becomes '\(shortened(other))'"
        remains.tally.add("ids that named two comments")
      case .answersNone(let place, let id, let wanted):
        (index, rule) = (place, "thread-reply")
        message = "'\(shortened(id))' answers '\(shortened(wanted))', which is not in the file"
        hint = "it becomes a comment of its own"
        remains.tally.add("replies to comments that are not in the file")
        missing[place] = wanted
      case .answersItself(let place, let id):
        (index, rule) = (place, "thread-cycle")
        message = "'\(shortened(id))' answers itself, by way of its own replies"
        hint = "it becomes a comment of its own"
        remains.tally.add("rings of replies")
      }
      told += 1
      guard told <= ImportedThread.maximumTold else { continue }
      remains.diagnostics.append(
        Diagnostic(
          .warning, path: path, line: comments[index].line, message, hint: hint, rule: rule))
    }
    return missing
  }

  private static let maximumTold = 20
}

extension ImportedComment {
  fileprivate func attributes(
    parent: String?, isAnonymous: Bool
  ) -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { attributes.append((name, value)) }
    }
    add("re", parent)
    add("time", time.flatMap(Timestamp.init(unixSeconds:))?.iso)
    add("edited", edited.flatMap(Timestamp.init(unixSeconds:))?.iso)
    add("score", score.map(String.init))
    add("score-kind", scoreKind)
    add("up", upvotes.map(String.init))
    add("down", downvotes.map(String.init))
    for (name, voters) in ballots?.written ?? [] { add(name, voters) }
    add("state", state == .visible ? nil : state.rawValue)
    add("role", role?.rawValue)
    add("url", isAnonymous ? nil : url)
    add("lang", language)
    add("inferred", inferred.map(\.rawValue).joined(separator: ","))
    for other in others where !(isAnonymous && other.name == ImportedThread.missingParent) {
      add(other.name, other.value)
    }
    return attributes
  }
}
