extension CommentImporter {
  /// Isso: the generic JSON that it imports and exports, and the answer of its API.
  static let isso = CommentImporter(
    id: "isso", name: "Isso",
    detect: { source in
      guard let value = source.values.first else { return false }
      if value["replies"]?.kind == .array, value["total_replies"] ?? value["hidden_replies"] != nil
      {
        return true
      }
      let first = value.elements.first
      return first?["comments"]?.kind == .array && first?["id"] != nil && first?["title"] != nil
    },
    readEach: { source, builder in
      for value in source.values {
        if value.kind == .array {
          for page in value.elements { readPage(page, source, &builder) }
        } else {
          readAnswer(value, source, &builder)
        }
      }
    })
}

/// A page of the generic format. Its ids are often all 0, which is none.
private func readPage(
  _ page: JSONValue, _ source: ImportSource, _ builder: inout ImportBuilder
) {
  let address = page.text("id") ?? source.stem
  let title = page.text("title").map(formDecoded)
  let thread = builder.thread(address, title: title, url: address)
  for value in page.array("comments") {
    var comment = ImportedComment(line: source.line(of: value))
    let id = value.text("id")
    comment.id = id == "0" ? nil : id
    comment.author = value.text("author")
    comment.replyTo = value.text("parent").flatMap { $0 == "0" ? nil : $0 }
    comment.time = ImportTime.seconds(value["created"])
    if value.text("website") != nil { builder.omit("web addresses of commenters") }
    comment.body = ImportSource.markdown(
      Array(trimmedBlanks((value.bytes("text") ?? [])[...])))
    builder.add(comment, to: thread)
  }
}

private func readAnswer(
  _ root: JSONValue, _ source: ImportSource, _ builder: inout ImportBuilder
) {
  let address = root.text("uri") ?? source.stem
  let thread = builder.thread(address, url: address)
  builder.miss(root.int("hidden_replies") ?? 0, in: thread)
  walkReplies(
    root.array("replies"), under: Int?.none, children: { $0.array("replies") },
    visit: { value, parent in
      builder.miss(value.int("hidden_replies") ?? 0, in: thread)
      var comment = ImportedComment(line: source.line(of: value))
      comment.id = value.text("id")
      comment.author = value.text("author")
      comment.replyTo = value.text("parent")
      comment.parent = parent
      comment.time = ImportTime.seconds(value["created"])
      comment.edited = ImportTime.seconds(value["modified"])
      comment.upvotes = value.int("likes")
      comment.downvotes = value.int("dislikes")
      // Isso's modes: 1 accepted, 2 in moderation, 4 deleted but answered.
      switch value.int("mode") ?? 1 {
      case 2: comment.state = .pending
      case 4: comment.state = .deleted
      default: break
      }
      if value.text("website") != nil { builder.omit("web addresses of commenters") }
      comment.body = builder.markdown(value.bytes("text") ?? [])
      return builder.add(comment, to: thread)
    })
}

/// `Nat+%26+Miguel` is how Isso's exporter writes a title.
private func formDecoded(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "+")), !text.utf8.contains(0x20) else { return text }
  var out: [UInt8] = []
  let bytes = Array(text.utf8)
  var index = 0
  while index < bytes.count {
    let isEscape = bytes[index] == UInt8(ascii: "%") && index + 2 < bytes.count
    let digits = isEscape ? String(decoding: bytes[index + 1...index + 2], as: UTF8.self) : ""
    if isEscape, let byte = UInt8(digits, radix: 16) {
      out.append(byte)
      index += 3
    } else {
      out.append(bytes[index] == UInt8(ascii: "+") ? 0x20 : bytes[index])
      index += 1
    }
  }
  return String(decoding: out, as: UTF8.self)
}
