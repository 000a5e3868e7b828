/// Reads Assay's native thread format: front matter, then flat Markdown in which a level-2 heading
/// that ends in `{#id …}` starts a comment.
///
///     ## tao_swing_ {#c1 time=2026-04-12T10:14:00Z score=12}
///
///     Body in CommonMark.
///
///     ## Ann O'Nymous {#c2 re=c1 state=deleted}
///
/// A body line that would read as such a heading is written `## Name \{#id}`; in a closed fence at
/// the start of its line it stands as it is.
func readThreadMarkdown(_ source: SourceText) -> Thread {
  let (matter, bodyStart, diagnostics) = FrontMatter.split(source)
  var reader = ThreadMarkdownReader(source)
  let drafts = reader.drafts(from: bodyStart)
  let comments = ThreadAssembler.assemble(drafts, &reader.found)
  return Thread(
    path: source.path, article: matter.article, sourceURL: matter.sourceURL, comments: comments,
    diagnostics: diagnostics + reader.found.all)
}

struct ThreadMarkdownReader {
  private let source: SourceText
  var found: DiagnosticList
  private var cutter: PartCutter
  private var unknown = UnknownAttributes()

  init(_ source: SourceText) {
    self.source = source
    found = DiagnosticList(source)
    cutter = PartCutter(source)
  }

  /// The comments from an offset to the end, and a warning for words before the first.
  mutating func drafts(from bodyStart: Int) -> [CommentDraft] {
    let bytes = source.bytes
    let headings = CommentHeading.all(in: bytes, from: bodyStart)
    for hidden in headings.hidden.prefix(20) {
      found.add(
        .note, SourceRange(hidden), "a comment's heading inside a code fence is read as code",
        hint: "where it should start a comment, close the fence before it", rule: "thread-text")
    }
    for line in headings.unclosed.prefix(20) {
      found.add(
        .warning, SourceRange(line), "the heading of a comment must end with '}'",
        hint: "as it stands it begins no comment; end the line with }", rule: "thread-text")
    }
    let first = headings.shown.first?.line.lowerBound ?? bytes.count
    if let stray = words(in: bodyStart..<first) {
      found.add(
        .warning, SourceRange(stray), "words before the first comment belong to no comment",
        hint: "each comment begins with a line '## name {#id}'", rule: "thread-text")
    }
    return headings.shown.indices.map { index in
      let end =
        index + 1 < headings.shown.count ? headings.shown[index + 1].line.lowerBound : bytes.count
      return draft(headings.shown[index], bodyEnd: end)
    }
  }

  private mutating func draft(_ heading: CommentHeading, bodyEnd: Int) -> CommentDraft {
    let bytes = source.bytes
    let bodyStart = min(heading.line.upperBound + 1, bytes.count)
    let body = words(in: bodyStart..<max(bodyStart, bodyEnd)) ?? bodyStart..<bodyStart
    let name = heading.name(in: bytes)
    var draft = CommentDraft(
      author: name.isEmpty ? nil : name, body: Document(plain: SourceText("")),
      place: SourceRange(heading.line))
    for attribute in heading.attributes(in: bytes) { apply(attribute, to: &draft) }
    if draft.id == nil {
      found.add(
        .error, draft.place, "a comment must have an id: {#id …}", rule: "thread-attribute")
    }
    let hasWords = draft.hasWords
    if !hasWords, !body.isEmpty {
      found.add(
        .warning, SourceRange(body), "a \(draft.state.rawValue) comment's words are left out",
        hint: "delete them from the file", rule: "thread-text")
    }
    let part = hasWords ? body : bodyStart..<bodyStart
    let text = cutter.part(SourceRange(part))
    draft.body = part.isEmpty ? Document(plain: text) : Document(markdown: text)
    return draft
  }

  private mutating func apply(
    _ attribute: CommentHeading.Attribute, to draft: inout CommentDraft
  ) {
    let place = SourceRange(attribute.range)
    switch attribute.content {
    case .id(let id):
      if draft.id != nil {
        found.add(.error, place, "a comment has one id", rule: "thread-attribute")
      }
      draft.id = draft.id ?? id
    case .flaw(let message):
      found.add(.error, place, message, rule: "thread-attribute")
    case .pair(let name, let value):
      if let flaw = draft.set(name, to: value) {
        found.add(.error, place, flaw.message, hint: flaw.hint, rule: "thread-attribute")
      } else if draft.otherAttributes.last?.name == name {
        unknown.warn(name, at: place, &found)
      }
    }
  }

  /// The range without blank lines before it and blanks after it; nil where nothing is left.
  private func words(in range: Range<Int>) -> Range<Int>? {
    let bytes = source.bytes
    var start = range.lowerBound
    var index = start
    while index < range.upperBound, bytes[index] <= 0x20 {
      index += 1
      if bytes[index - 1] == 0x0A { start = index }
    }
    guard index < range.upperBound else { return nil }
    var end = range.upperBound
    while end > index, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}
