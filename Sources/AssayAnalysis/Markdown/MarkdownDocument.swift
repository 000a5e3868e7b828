extension Document {
  /// Reads a Markdown text.
  ///
  /// - Parameter bodyStart: the offset at which the text begins, past its front matter.
  public init(
    markdown source: SourceText, frontMatter: FrontMatter = FrontMatter(), bodyStart: Int = 0,
    options: MarkdownOptions = MarkdownOptions()
  ) {
    let start = min(max(0, bodyStart), source.bytes.count)
    let text = ParsedText(source.bytes, from: start, edits: [])
    let parts = text.bytes.withUnsafeBufferPointer { bytes in
      let tree = CommonMarkTree(bytes)
      var builder = DocumentBuilder(
        bytes: bytes, lines: MarkdownLines(bytes), map: text.map, options: options,
        extensions: StructuralExtensions())
      builder.build(tree.root)
      return builder.parts
    }
    self.init(
      source: source, frontMatter: frontMatter, blocks: parts.blocks, inlines: parts.inlines,
      text: parts.text, diagnostics: [])
  }
}

/// What a `DocumentBuilder` made.
struct DocumentParts {
  let blocks: [Block]
  let inlines: [Inline]
  let text: DocumentText
}

extension DocumentBuilder {
  var parts: DocumentParts {
    DocumentParts(
      blocks: blocks, inlines: inlines,
      text: DocumentText(bytes: words.bytes, segments: words.segments, opaque: words.opaque))
  }
}
