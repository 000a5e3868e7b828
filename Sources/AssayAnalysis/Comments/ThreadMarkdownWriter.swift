/// Writes a thread in the native format, so that reading it gives the same comments.
///
/// Bodies stand as they are, but for three things: a line that would start a comment gets a
/// backslash before its brace, a code fence left open is closed, and words that were read as plain
/// text and would be Markdown are escaped.
public func writeThreadMarkdown(_ thread: Thread) -> [UInt8] {
  var writer = ThreadMarkdownWriter()
  writer.writeHead(thread)
  for comment in thread.comments { writer.write(comment, in: thread) }
  return writer.out
}

/// Writes comments one by one; see `writeThreadMarkdown`.
struct ThreadMarkdownWriter {
  private(set) var out: [UInt8] = []

  mutating func writeHead(_ thread: Thread) {
    guard thread.article != nil || thread.sourceURL != nil else { return }
    append("---\n")
    if let article = thread.article { append("article: \(yamlQuoted(article))\n") }
    if let source = thread.sourceURL { append("source: \(yamlQuoted(source))\n") }
    append("---\n")
  }

  mutating func write(_ comment: Comment, in thread: Thread) {
    if !out.isEmpty { append("\n") }
    append("## ")
    writeName(comment.author ?? "")
    append("{#\(comment.id)")
    if let parent = comment.parent { append(" re=\(thread.comments[parent].id)") }
    writeAttribute("time", comment.time)
    writeAttribute("edited", comment.edited)
    writeAttribute("score", comment.score.map(String.init))
    writeAttribute("up", comment.upvotes.map(String.init))
    writeAttribute("down", comment.downvotes.map(String.init))
    for (name, voters) in comment.ballots?.written ?? [] { writeAttribute(name, voters) }
    writeAttribute("state", comment.state == .visible ? nil : comment.state.rawValue)
    writeAttribute("role", comment.role?.rawValue)
    writeAttribute("url", comment.url)
    writeAttribute("lang", comment.language)
    writeAttribute("sentiment", comment.sentiment?.overrideWord)
    let inferred = comment.inferred.map(\.rawValue).joined(separator: ",")
    writeAttribute("inferred", inferred.isEmpty ? nil : inferred)
    for attribute in comment.otherAttributes {
      writeAttribute(attributeName(attribute.name), attribute.value)
    }
    append("}\n")
    writeBody(comment.body)
  }

  /// Writes a comment that was never a `Comment`: its attributes in order, its words in Markdown.
  mutating func write(
    name: String, id: String, attributes: [(name: String, value: String)], markdown: [UInt8]
  ) {
    append("## ")
    writeName(name)
    append("{#\(id)")
    for attribute in attributes { writeAttribute(attribute.name, attribute.value) }
    append("}\n")
    if markdown.contains(where: { $0 > 0x20 }) { write(markdown) }
  }

  /// One line; a backslash before what would otherwise end the name or escape.
  private mutating func writeName(_ name: String) {
    var previous = UInt8(ascii: " ")
    for byte in name.utf8 {
      let byte = byte < 0x20 ? 0x20 : byte
      if byte == UInt8(ascii: "\\") || (byte == UInt8(ascii: "{") && previous == 0x20) {
        append("\\")
      }
      out.append(byte)
      previous = byte
    }
    if !name.isEmpty { append(" ") }
  }

  private mutating func writeAttribute(_ name: String, _ value: String?) {
    guard let value else { return }
    append(" \(name)=")
    let isBare =
      !value.isEmpty && value.utf8.first != UInt8(ascii: "\"")
      && value.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    guard !isBare else { return append(value) }
    append("\"")
    for byte in value.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { append("\\") }
      out.append(byte < 0x20 ? 0x20 : byte)
    }
    append("\"")
  }

  /// Other formats allow any text as a name; here it must be one word.
  private func attributeName(_ name: String) -> String {
    let bytes = name.utf8.map { byte in
      byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "#") ? 0x5F : byte
    }
    return bytes.isEmpty ? "_" : String(decoding: bytes, as: UTF8.self)
  }

  private mutating func writeBody(_ body: Document) {
    guard body.source.bytes.contains(where: { $0 > 0x20 }) else { return }
    write(markdown(of: body))
  }

  private mutating func write(_ bytes: [UInt8]) {
    append("\n")
    var copied = 0
    for heading in CommentHeading.all(in: bytes, from: 0).shown {
      let brace = heading.braceOffset
      out += bytes[copied..<brace]
      append("\\")
      copied = brace
    }
    out += bytes[copied...]
    if out.last != UInt8(ascii: "\n") { append("\n") }
    let missing = FencedCode(in: bytes[...]).missingClose
    if !missing.isEmpty {
      out += missing
      append("\n")
    }
  }

  private func markdown(of body: Document) -> [UInt8] {
    let read = Document(markdown: SourceText(path: "", bytes: body.source.bytes))
    let isSame = read.text.bytes.split(separator: 0x0A) == body.text.bytes.split(separator: 0x0A)
    guard !isSame else { return body.source.bytes }
    let paragraphs = body.text.bytes.split(separator: 0x0A).map(escaped)
    return Array(paragraphs.joined(separator: [0x0A, 0x0A]))
  }

  /// Words as a Markdown paragraph that reads as those words.
  private func escaped(_ words: ArraySlice<UInt8>) -> [UInt8] {
    let digits = words.prefix { (0x30...0x39).contains($0) }.count
    var escaped: [UInt8] = []
    for (index, byte) in words.enumerated() {
      let isMark = "\\`*_[]<>&#~|!".utf8.contains(byte)
      let isItem = index == 0 && "+-=".utf8.contains(byte)
      let isNumber = digits > 0 && index == digits && ".)".utf8.contains(byte)
      if isMark || isItem || isNumber { escaped.append(UInt8(ascii: "\\")) }
      escaped.append(byte)
    }
    return escaped
  }

  private mutating func append(_ text: String) { out.append(contentsOf: text.utf8) }
}

/// A YAML scalar in double quotes.
func yamlQuoted(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\n": quoted += "\\n"
    case "\t": quoted += "\\t"
    case "\r": quoted += "\\r"
    case _ where scalar.value < 0x20 || scalar.value == 0x7F: quoted += " "
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}
