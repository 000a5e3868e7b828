extension Document {
  /// Reads a Markdown text.
  ///
  /// - Parameter bodyStart: the offset at which the text begins, past its front matter.
  public convenience init(
    markdown source: SourceText, frontMatter: FrontMatter = FrontMatter(), bodyStart: Int = 0,
    options: MarkdownOptions = MarkdownOptions()
  ) {
    var start = min(max(0, bodyStart), source.bytes.count)
    // cmark drops a byte order mark without a word.
    if source.bytes[start...].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
    let reader = MarkdownReader(source, from: start, options: options)
    let parts = reader.read()
    self.init(
      source: source, frontMatter: frontMatter, blocks: parts.blocks, inlines: parts.inlines,
      text: parts.text, diagnostics: reader.diagnostics(parts))
  }
}

/// Hands a text to cmark: once as it is, and again where it holds tables or footnotes.
private struct MarkdownReader {
  let source: SourceText
  let options: MarkdownOptions
  let text: ParsedText
  /// Where the guards escaped something first.
  private let firstNested: Int?
  private let firstImage: Int?

  init(_ source: SourceText, from start: Int, options: MarkdownOptions) {
    self.source = source
    self.options = options
    let plain = ParsedText(source.bytes, from: start, edits: [])
    let (nesting, images) = plain.bytes.withUnsafeBufferPointer { NestingGuard.edits(for: $0) }
    firstNested = nesting.first.map { $0.offset + start }
    firstImage = images.first.map { $0.offset + start }
    if nesting.isEmpty, images.isEmpty {
      text = plain
    } else {
      let edits = (nesting + images).sorted { $0.offset < $1.offset }
      let guarded = ParsedText(plain.bytes, from: 0, edits: edits)
      text = ParsedText(bytes: guarded.bytes, map: guarded.map.composed(with: plain.map))
    }
  }

  func read() -> DocumentParts {
    text.bytes.withUnsafeBufferPointer { bytes in
      let tree = CommonMarkTree(bytes)
      let lines = MarkdownLines(bytes)
      if options.hasExtensions, StructureFinder.mayFindAny(in: bytes) {
        var finder = StructureFinder(bytes: bytes, lines: lines)
        let found = finder.find(in: tree.root)
        if !found.edits.isEmpty { return readAgain(found) }
      }
      return build(
        tree, bytes, lines, ranges: text.map, extensions: StructuralExtensions())
    }
  }

  private func readAgain(_ found: StructuralEdits) -> DocumentParts {
    let edited = ParsedText(text.bytes, from: 0, edits: found.edits)
    let map = edited.map.composed(with: text.map)
    return edited.bytes.withUnsafeBufferPointer { bytes in
      var parts = build(
        CommonMarkTree(bytes), bytes, MarkdownLines(bytes), ranges: map,
        extensions: found.extensions.mapped(by: text.map))
      parts.surplusCells = found.surplusCells.map { text.map.source(of: $0) }
      return parts
    }
  }

  private func build(
    _ tree: borrowing CommonMarkTree, _ bytes: UnsafeBufferPointer<UInt8>, _ lines: MarkdownLines,
    ranges: SourceMap, extensions: StructuralExtensions
  ) -> DocumentParts {
    var builder = DocumentBuilder(
      bytes: bytes, lines: lines, map: ranges, options: options, extensions: extensions)
    builder.build(tree.root)
    return builder.parts(ranges)
  }

  func diagnostics(_ parts: DocumentParts) -> [Diagnostic] {
    var found = parts.surplusCells.map {
      Diagnostic(
        .warning, in: source, at: $0, "row has more cells than its table has columns",
        hint: "the words are left out; add a column to the table's head")
    }
    if let offset = firstNested {
      found.append(
        Diagnostic(
          .warning, in: source, at: SourceRange(offset..<offset + 1),
          "lists and quotes nest at most \(NestingGuard.maximumDepth) deep",
          hint: "the marks of deeper ones are shown as text"))
    }
    if let offset = firstImage {
      found.append(
        Diagnostic(
          .warning, in: source, at: SourceRange(offset..<offset + 1),
          "a paragraph has at most \(NestingGuard.maximumImages) images",
          hint: "the marks of further ones are shown as text"))
    }
    return found
  }
}

/// What a `DocumentBuilder` made.
struct DocumentParts {
  let blocks: [Block]
  let inlines: [Inline]
  let text: DocumentText
  /// What stands in rows beyond the columns of their tables.
  var surplusCells: [SourceRange] = []
}

extension DocumentBuilder {
  /// The flat arrays, their ranges led back to the source.
  func parts(_ map: SourceMap) -> DocumentParts {
    guard !map.isIdentity else {
      return DocumentParts(
        blocks: blocks, inlines: inlines,
        text: DocumentText(bytes: words.bytes, segments: words.segments, opaque: words.opaque))
    }
    return DocumentParts(
      blocks: blocks.map { $0.hasSourceRange ? $0 : $0.with(range: map.source(of: $0.range)) },
      inlines: inlines.map {
        Inline(kind: $0.kind, range: map.source(of: $0.range), text: $0.text, end: $0.end)
      },
      text: DocumentText(
        bytes: words.bytes, segments: map.source(of: words.segments), opaque: words.opaque))
  }
}

extension Block {
  /// True for tables and their rows, whose places were known before cmark was handed the cells.
  fileprivate var hasSourceRange: Bool {
    switch kind {
    case .table, .tableRow: true
    default: false
    }
  }
}
