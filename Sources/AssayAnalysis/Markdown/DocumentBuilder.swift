/// Lays cmark's tree out as flat arrays, with exact ranges of source and words.
struct DocumentBuilder {
  let bytes: UnsafeBufferPointer<UInt8>
  let lines: MarkdownLines
  let options: MarkdownOptions
  var extensions: StructuralExtensions
  var blocks: [Block] = []
  var inlines: [Inline] = []
  var words: WordsBuilder
  var footnotes: FootnoteNumbers
  var headingIDs = HeadingIDs()

  /// What the open containers put before each line.
  var containers: ContainerStack
  /// The containers that are open, as indices in `blocks`.
  private var open: [Int] = []
  /// The table and the row whose cells are being read, as indices in `blocks`.
  var openTable = 0
  var openRow = 0

  init(
    bytes: UnsafeBufferPointer<UInt8>, lines: MarkdownLines, map: SourceMap,
    options: MarkdownOptions, extensions: StructuralExtensions
  ) {
    self.bytes = bytes
    self.lines = lines
    self.options = options
    self.extensions = extensions
    containers = ContainerStack(bytes: bytes, lines: lines)
    words = WordsBuilder(map: map, capacity: bytes.count)
    footnotes = FootnoteNumbers(labels: extensions.footnoteLabels)
    blocks.reserveCapacity(bytes.count / 200 + 8)
    inlines.reserveCapacity(bytes.count / 60 + 8)
  }

  /// Walks the tree without recursion: no input is too deep.
  mutating func build(_ root: CommonMarkNode) {
    var node = root.firstChild
    while let current = node {
      if isContainer(current.kind) {
        openContainer(current)
        if let child = current.firstChild {
          node = child
          continue
        }
        closeContainer(current)
      } else {
        appendLeaf(current)
      }
      node = following(current)
    }
    footnotes.apply(to: &blocks)
  }

  private mutating func following(_ node: CommonMarkNode) -> CommonMarkNode? {
    var current = node
    while true {
      if let next = current.next { return next }
      guard let parent = current.parent, isContainer(parent.kind) else { return nil }
      closeContainer(parent)
      current = parent
    }
  }

  private func isContainer(_ kind: CommonMarkNode.Kind) -> Bool {
    kind == .blockQuote || kind == .list || kind == .item
  }
}

// MARK: Containers

extension DocumentBuilder {
  private mutating func openContainer(_ node: CommonMarkNode) {
    containers.open(node)
    open.append(blocks.count)
    appendBlock(containerKind(node), range(of: node), textStart: words.count)
  }

  private func containerKind(_ node: CommonMarkNode) -> Block.Kind {
    switch node.kind {
    case .list: .list(node.list)
    case .item:
      if let label = extensions.footnoteLabel(onLine: node.startLine) {
        .footnoteDefinition(Block.Footnote(label: label, number: 0, referenceCount: 0))
      } else {
        .item(isChecked: nil)
      }
    default: .blockQuote
    }
  }

  private mutating func closeContainer(_ node: CommonMarkNode) {
    guard let closed = open.popLast() else { return }
    containers.close(node)
    finishBlock(closed)
    if node.kind == .list, !extensions.footnoteLabels.isEmpty {
      Footnotes.unwrapDefinitions(list: closed, in: &blocks)
    }
  }

  /// Adds a block whose descendants and words are still to come.
  mutating func appendBlock(_ kind: Block.Kind, _ range: SourceRange, textStart: Int) {
    blocks.append(
      Block(
        kind: kind, range: range, end: blocks.count + 1,
        inlines: inlines.count..<inlines.count, text: words.range(from: textStart)))
  }

  /// Gives a block the end of its descendants and words, now that they are known.
  mutating func finishBlock(_ index: Int) {
    let block = blocks[index]
    blocks[index] = Block(
      kind: block.kind, range: block.range, end: blocks.count, inlines: block.inlines,
      text: words.range(from: Int(block.text.start)))
  }

  /// The source of a block, line ends after it excluded.
  func range(of node: CommonMarkNode) -> SourceRange {
    let (start, end) = parsedRange(of: node)
    return SourceRange(parsed: start, end)
  }

  func parsedRange(of node: CommonMarkNode) -> (start: Int, end: Int) {
    let start = min(lines.start(of: node.startLine) + node.startColumn - 1, bytes.count)
    var end = min(lines.start(of: node.endLine) + node.endColumn, bytes.count)
    while end > start, bytes[end - 1].isLineEnd { end -= 1 }
    return (start, max(start, end))
  }
}

// MARK: Leaves

extension DocumentBuilder {
  private mutating func appendLeaf(_ node: CommonMarkNode) {
    switch node.kind {
    case .heading:
      if let (table, index) = extensions.cell(onLine: node.startLine) {
        appendCell(node, of: table, index: index)
      } else {
        appendHeading(node)
      }
    case .codeBlock:
      let language = node.infoString.prefix { !$0.isWhitespace }
      appendLiteralBlock(node, .codeBlock(language: String(language)))
    case .htmlBlock where extensions.separatorLines.contains(node.startLine): break
    case .htmlBlock: appendLiteralBlock(node, .htmlBlock)
    case .thematicBreak:
      appendBlock(.thematicBreak, range(of: node), textStart: words.count)
    default: appendInlineBlock(node, .paragraph)
    }
  }

  private mutating func appendHeading(_ node: CommonMarkNode) {
    let index = blocks.count
    let level = node.headingLevel
    appendInlineBlock(node, .heading(level: level, id: ""))
    let heading = blocks[index]
    let id = options.hasExtensions ? headingIDs.next(for: words.bytes[heading.text.offsets]) : ""
    blocks[index] = Block(
      kind: .heading(level: level, id: id), range: heading.range, end: heading.end,
      inlines: heading.inlines, text: heading.text)
  }

  /// A paragraph or a heading.
  private mutating func appendInlineBlock(_ node: CommonMarkNode, _ kind: Block.Kind) {
    let (start, end) = parsedRange(of: node)
    let textStart = words.count
    let inlineStart = inlines.count
    let content = contentStart(of: node, at: start, end: end)
    let isFirstInItem = open.last == blocks.count - 1 && containers.isInItem
    let task = appendInlines(
      of: node, from: content, to: end, canBeTask: kind == .paragraph && isFirstInItem)
    if let task, let item = open.last, !blocks[item].isFootnoteDefinition {
      blocks[item] = blocks[item].with(kind: .item(isChecked: task))
    }
    words.appendSeparator(UInt8(ascii: "\n"))
    blocks.append(
      Block(
        kind: kind, range: SourceRange(parsed: kind == .paragraph ? content : start, end),
        end: blocks.count + 1, inlines: inlineStart..<inlines.count,
        text: words.range(from: textStart)))
  }

  /// Where the inlines begin: after the marks of a heading, after link definitions.
  private func contentStart(of node: CommonMarkNode, at start: Int, end: Int) -> Int {
    if node.kind == .heading, node.startLine == node.endLine {
      var offset = start
      while offset < end, bytes[offset] == UInt8(ascii: "#") { offset += 1 }
      while offset < end, bytes[offset].isSpaceOrTab { offset += 1 }
      return offset
    }
    guard start < end, bytes[start] == UInt8(ascii: "[") else { return start }
    return linkScanner(end: end).definitionsEnd(from: start)
  }

  func linkScanner(end: Int) -> LinkScanner { LinkScanner(containers, end: end) }

  /// Code and HTML: each line of the literal is the end of a line of the source.
  private mutating func appendLiteralBlock(_ node: CommonMarkNode, _ kind: Block.Kind) {
    let textStart = words.count
    let literal = node.literal
    var line = node.startLine
    if node.kind == .codeBlock, isFenced(node) { line += 1 }
    var index = 0
    while index < literal.count {
      var end = index
      while end < literal.count, literal[end] != UInt8(ascii: "\n") { end += 1 }
      if end < literal.count { end += 1 }
      appendLiteralLine(
        UnsafeBufferPointer(rebasing: literal[index..<end]), line: line)
      index = end
      line += 1
    }
    if words.count > textStart, words.bytes.last != UInt8(ascii: "\n") {
      words.appendSeparator(UInt8(ascii: "\n"))
    }
    words.markOpaque(from: textStart)
    appendBlock(kind, range(of: node), textStart: textStart)
  }

  private func isFenced(_ node: CommonMarkNode) -> Bool {
    let (start, end) = parsedRange(of: node)
    guard start + 2 < end else { return false }
    let mark = bytes[start]
    return (mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"))
      && bytes[start + 1] == mark && bytes[start + 2] == mark
      && startsFence(node, at: start)
  }

  /// Indented code may begin with three backticks as well; its first line is its literal's.
  private func startsFence(_ node: CommonMarkNode, at start: Int) -> Bool {
    var cursor = containers.cursor(onLine: node.startLine)
    let indent = cursor.indent
    cursor.skipSpace()
    return indent <= 3 && cursor.offset == start
  }

  /// Spaces that stand for a part of a tab have no source of their own.
  private mutating func appendLiteralLine(_ literal: UnsafeBufferPointer<UInt8>, line: Int) {
    let lineStart = lines.start(of: line)
    var source = lines.end(of: line)
    var index = literal.count
    // The end mark that cmark adds to a last line without one.
    if index > 0, literal[index - 1] == UInt8(ascii: "\n"),
      source == lineStart || bytes[source - 1] != UInt8(ascii: "\n")
    {
      index -= 1
    }
    let wordsEnd = index
    while index > 0, source > lineStart, literal[index - 1] == bytes[source - 1] {
      index -= 1
      source -= 1
    }
    for byte in literal[..<index] { words.appendSeparator(byte) }
    words.appendVerbatim(UnsafeBufferPointer(rebasing: literal[index..<wordsEnd]), parsedAt: source)
    for byte in literal[wordsEnd...] { words.appendSeparator(byte) }
  }
}
