extension CommentImporter {
  /// A discussion copied from Slashdot: `Re:Title (Score:4, Insightful)`, `by NAME ( ID ) … (#CID)`.
  static let slashdot = CommentImporter(
    id: "slashdot", name: "Slashdot, as copied from its page",
    detect: { source in
      source.begins(with: "(Score:") && source.begins(with: "by ") && !source.isJSON
    },
    readEach: { source, builder in
      var reader = SlashdotReader()
      reader.read(source, &builder)
    })
}

private struct SlashdotReader {
  private struct Line {
    let number: Int
    let indent: Int
    let words: String
  }

  private struct Open {
    let title: String
    let indent: Int
    let index: Int
  }

  private var open: [Open] = []
  private var byTitle: [String: Int] = [:]

  mutating func read(_ source: ImportSource, _ builder: inout ImportBuilder) {
    let thread = builder.thread(source.stem)
    let lines = SlashdotReader.lines(of: source)
    var current: ImportedComment?
    var body: [UInt8] = []
    var index = 0
    var strayCount = 0
    while index < lines.count {
      if let head = Head(lines[index].words), index + 1 < lines.count {
        if let done = current { finish(done, body, to: thread, &builder) }
        body = []
        current = begin(head, lines[index], by: lines[index + 1], &builder)
        index += lines[index + 1].words.hasPrefix("by ") ? 2 : 1
        continue
      }
      if current == nil { strayCount += lines[index].words.isEmpty ? 0 : 1 }
      body += Array(lines[index].words.utf8) + [0x0A]
      index += 1
    }
    if let done = current { finish(done, body, to: thread, &builder) }
    builder.omit("lines before the first comment", strayCount)
  }

  private static func lines(of source: ImportSource) -> [Line] {
    source.text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().map {
      number, bytes in
      let indent = bytes.prefix { $0 == 0x20 || $0 == 0x09 }.reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
      return Line(
        number: number + 1, indent: indent,
        words: String(decoding: trimmedBlanks(bytes), as: UTF8.self))
    }
  }

  /// `Re:Not decentralised (Score:4, Insightful)`.
  private struct Head {
    let title: String
    let isReply: Bool
    let score: Int?
    let label: String?

    init?(_ line: String) {
      guard line.hasSuffix(")"), let mark = line.firstRange(of: "(Score:") else { return nil }
      let inner = line[mark.upperBound...].dropLast()
      let parts = inner.split(separator: ",").map {
        $0.split(separator: " ").joined(separator: " ")
      }
      score = parts.first.flatMap { Int($0) }
      label = parts.dropFirst().first
      var words = line[..<mark.lowerBound].split(separator: " ").joined(separator: " ")
      isReply = words.lowercased().hasPrefix("re:")
      if isReply {
        words = words.dropFirst(3).split(separator: " ").joined(separator: " ")
      }
      title = words
    }
  }

  private mutating func begin(
    _ head: Head, _ line: Line, by: Line, _ builder: inout ImportBuilder
  ) -> ImportedComment {
    var comment = ImportedComment(line: line.number)
    (comment.score, comment.scoreKind) = (head.score, head.score == nil ? nil : "moderation")
    if let label = head.label { comment.others.append(("label", label)) }
    while let last = open.last, last.indent >= line.indent { open.removeLast() }
    if let parent = open.last {
      comment.parent = parent.index
    } else if head.isReply, !head.title.isEmpty, let parent = byTitle[head.title] {
      comment.parent = parent
      comment.inferred = [.reply]
    }
    if by.words.hasPrefix("by ") { read(by, &comment, &builder) }
    pending = (head.title, line.indent)
    return comment
  }

  private var pending: (title: String, indent: Int) = ("", 0)

  /// `by Ann O'Nymous ( 123456 ) writes: on Sunday April 12, 2026 @10:14AM (#66000001)`.
  private func read(
    _ line: Line, _ comment: inout ImportedComment, _ builder: inout ImportBuilder
  ) {
    let words = line.words.dropFirst(3)
    let nameEnd = [" (", " writes:", " on "].compactMap { words.firstRange(of: $0)?.lowerBound }
      .min()
    let name = words[..<(nameEnd ?? words.endIndex)].split(separator: " ").joined(separator: " ")
    comment.author = name.isEmpty ? nil : name
    if let mark = words.firstRange(of: "(#") {
      let id = words[mark.upperBound...].prefix { $0.isNumber }
      comment.id = id.isEmpty ? nil : String(id)
    }
    guard let on = words.firstRange(of: " on ") else { return }
    comment.time = ImportTime.seconds(String(words[on.upperBound...].prefix { $0 != "#" }))
    if comment.time != nil {
      builder.warn(
        line.number, "a time without a zone is read as UTC", rule: "import-time-zone")
    }
  }

  private mutating func finish(
    _ comment: ImportedComment, _ body: [UInt8], to thread: Int, _ builder: inout ImportBuilder
  ) {
    var comment = comment
    comment.body = markdown(plain: body, keepsQuotes: true)
    let index = builder.add(comment, to: thread)
    open.append(Open(title: pending.title, indent: pending.indent, index: index))
    if byTitle[pending.title] == nil { byTitle[pending.title] = index }
  }
}
