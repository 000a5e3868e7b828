/// Reads a thread from JSON: `assay.thread/1`, or a plain array of comments.
///
///     {"format": "assay.thread/1", "article": "a.md", "source": "https://…",
///      "comments": [{"id": "c1", "re": null, "author": "Ann", "time": "…", "body": "…"}]}
///
/// `body` is CommonMark, `text` is plain. Also read: `parent` for `re`, `date` for `time`. Times may
/// be seconds since 1970. Unknown members are kept as attributes and warned of once each.
func readThreadJSON(_ source: SourceText) -> Thread {
  var found = DiagnosticList(source)
  let root: JSONValue
  do {
    root = try JSONValue.parse(source.bytes)
  } catch {
    found.add(
      .error, SourceRange(error.offset..<error.offset), "JSON: \(error.message)", rule: "json")
    return Thread(path: source.path, comments: [], diagnostics: found.all)
  }
  checkFormat(root, &found)
  guard let list = root.kind == .array ? root : root["comments"], list.kind == .array else {
    found.add(
      .error, root.range, "a thread must be a list of comments, or have one as \"comments\"",
      rule: "json")
    return Thread(path: source.path, comments: [], diagnostics: found.all)
  }
  var reader = CommentJSONReader(source)
  let drafts = list.elements.compactMap { reader.draft($0, &found) }
  let comments = ThreadAssembler.assemble(drafts, &found)
  return Thread(
    path: source.path, article: root["article"]?.string, sourceURL: webAddress(root, &found),
    comments: comments, diagnostics: found.all)
}

private func checkFormat(_ root: JSONValue, _ found: inout DiagnosticList) {
  guard let format = root["format"] ?? root["schema"], format.string != "assay.thread/1" else {
    return
  }
  found.add(
    .error, format.range, "'\(shortened(format.string ?? ""))' is no format that is read here",
    hint: "write \"assay.thread/1\"", rule: "json")
}

private func webAddress(_ root: JSONValue, _ found: inout DiagnosticList) -> String? {
  guard let value = root["source"], let text = value.string else { return nil }
  if isWebAddress(text) { return text }
  found.add(.error, value.range, "'source' must be an http or https address", rule: "json")
  return nil
}

private struct CommentJSONReader {
  private var cutter: PartCutter
  private var unknown = UnknownAttributes()

  init(_ source: SourceText) { cutter = PartCutter(source) }

  mutating func draft(_ value: JSONValue, _ found: inout DiagnosticList) -> CommentDraft? {
    guard value.kind == .object else {
      found.add(.error, value.range, "a comment must be an object", rule: "json")
      return nil
    }
    var draft = CommentDraft(body: Document(plain: SourceText("")), place: value.range)
    var body: JSONValue?
    var isPlain = false
    for (key, member) in value.members where !member.isNull {
      switch key.string ?? "" {
      case "id":
        draft.id = member.string ?? member.numeral
        draft.place = member.range
      case "author": draft.author = member.string.flatMap { $0.isEmpty ? nil : $0 }
      case "body": (body, isPlain) = (member, false)
      case "text" where body == nil: (body, isPlain) = (member, true)
      case let name: set(CommentJSONReader.nativeName(name), member, &draft, &found)
      }
    }
    guard let body, draft.hasWords else { return draft }
    guard let words = body.stringBytes else {
      found.add(.error, body.range, "a comment's words must be a string", rule: "json")
      return draft
    }
    let part =
      body.isVerbatim
      ? cutter.part(body.range) : cutter.part(body.range, decodedAs: words)
    draft.body = isPlain ? pastedDocument(part) : Document(markdown: part)
    return draft
  }

  private static func nativeName(_ name: String) -> String {
    switch name {
    case "parent": "re"
    case "date": "time"
    default: name
    }
  }

  private mutating func set(
    _ name: String, _ value: JSONValue, _ draft: inout CommentDraft,
    _ found: inout DiagnosticList
  ) {
    guard let text = CommentJSONReader.scalar(name, value) else {
      unknown.warn(name, at: value.range, &found)
      return
    }
    let count = draft.otherAttributes.count
    if let flaw = draft.set(name, to: text) {
      found.add(.error, value.range, flaw.message, hint: flaw.hint, rule: "thread-attribute")
    } else if draft.otherAttributes.count > count {
      unknown.warn(name, at: value.range, &found)
    }
  }

  /// A member's value as the native format would write it; nil where it would not.
  private static func scalar(_ name: String, _ value: JSONValue) -> String? {
    switch value.kind {
    case .string: value.string
    case .number where name == "time" || name == "edited":
      value.integer.flatMap(Timestamp.init(unixSeconds:))?.iso ?? value.numeral
    case .number: value.numeral
    case .boolean: value.boolean == true ? "true" : "false"
    case .array where name == "inferred":
      value.elements.compactMap(\.string).joined(separator: ",")
    case .array where Ballots.names.contains(name):
      value.elements.compactMap { $0.numeral ?? $0.string }.joined(separator: ",")
    case .null, .array, .object: nil
    }
  }
}
