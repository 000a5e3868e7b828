/// Lays out the inlines of one block and finds the source of each word.
///
/// cmark gives the kinds and the literals in order; a cursor over the block's source follows them
/// and takes the marks between them. So no inline's place is taken on trust.
extension DocumentBuilder {
  private struct OpenInline {
    let index: Int
    let textStart: Int
    let start: Int
    let isAutolink: Bool
  }

  /// - Parameter canBeTask: a task's box at the start is taken out of the words.
  /// - Returns: whether the task is done; nil where it is none.
  mutating func appendInlines(
    of block: CommonMarkNode, from start: Int, to end: Int, canBeTask: Bool
  ) -> Bool? {
    let firstInline = inlines.count
    let firstWord = words.count
    var cursor = SourceCursor(offset: start, end: end)
    var open: [OpenInline] = []
    var node = block.firstChild
    while let current = node {
      if let child = append(current, at: &cursor, open: &open) {
        node = child
        continue
      }
      node = following(current, at: &cursor, open: &open)
    }
    guard options.hasExtensions else { return nil }
    return applyInlineExtensions(
      firstInline: firstInline, firstWord: firstWord, canBeTask: canBeTask)
  }

  /// Adds a node; gives back its first child where it has one.
  private mutating func append(
    _ node: CommonMarkNode, at cursor: inout SourceCursor, open: inout [OpenInline]
  ) -> CommonMarkNode? {
    let kind = node.kind
    switch kind {
    case .text: appendText(node.literal, at: &cursor, isAutolink: open.last?.isAutolink ?? false)
    case .softBreak: appendBreak(.softBreak, at: &cursor)
    case .lineBreak: appendBreak(.lineBreak, at: &cursor)
    case .code: appendCode(node.literal, at: &cursor)
    case .html: appendHTML(node.literal, at: &cursor)
    default:
      openInline(node, kind, at: &cursor, open: &open)
      if let child = node.firstChild { return child }
      closeInline(at: &cursor, open: &open)
    }
    return nil
  }

  private mutating func following(
    _ node: CommonMarkNode, at cursor: inout SourceCursor, open: inout [OpenInline]
  ) -> CommonMarkNode? {
    var current = node
    while true {
      if let next = current.next { return next }
      guard !open.isEmpty, let parent = current.parent else { return nil }
      closeInline(at: &cursor, open: &open)
      current = parent
    }
  }

  private mutating func openInline(
    _ node: CommonMarkNode, _ kind: CommonMarkNode.Kind, at cursor: inout SourceCursor,
    open: inout [OpenInline]
  ) {
    let isAutolink = kind == .link && cursor.byte(in: bytes) == UInt8(ascii: "<")
    open.append(
      OpenInline(
        index: inlines.count, textStart: words.count, start: cursor.offset,
        isAutolink: isAutolink))
    let inlineKind: Inline.Kind
    switch kind {
    case .emphasis: inlineKind = .emphasis
    case .strong: inlineKind = .strong
    case .image: inlineKind = .image(Inline.Link(destination: node.destination, title: node.title))
    default:
      inlineKind = .link(
        Inline.Link(destination: node.destination, title: node.title, isAutolink: isAutolink))
    }
    cursor.offset += kind == .strong || kind == .image ? 2 : 1
    inlines.append(
      Inline(
        kind: inlineKind, range: SourceRange(parsed: cursor.offset, cursor.offset),
        text: words.range(from: words.count), end: inlines.count + 1))
  }

  private mutating func closeInline(at cursor: inout SourceCursor, open: inout [OpenInline]) {
    guard let opened = open.popLast() else { return }
    let inline = inlines[opened.index]
    switch inline.kind {
    case .emphasis: cursor.offset += 1
    case .strong: cursor.offset += 2
    default:
      cursor.offset += 1
      if !opened.isAutolink {
        cursor.offset = linkScanner(end: cursor.end).tailEnd(from: cursor.offset)
      }
    }
    var isOpaque = opened.isAutolink
    if case .image = inline.kind { isOpaque = true }
    if isOpaque { words.markOpaque(from: opened.textStart) }
    inlines[opened.index] = Inline(
      kind: inline.kind, range: SourceRange(parsed: opened.start, cursor.offset),
      text: words.range(from: opened.textStart), end: inlines.count)
  }

  private mutating func appendBreak(_ kind: Inline.Kind, at cursor: inout SourceCursor) {
    let start = cursor.offset
    while cursor.byte(in: bytes).isSpaceOrTab { cursor.offset += 1 }
    if kind == .lineBreak, cursor.byte(in: bytes) == UInt8(ascii: "\\") { cursor.offset += 1 }
    let lineEnd = cursor.offset
    cursor.offset = containers.offset(after: cursor.offset)
    let textStart = words.count
    words.appendSeparator(UInt8(ascii: " "))
    inlines.append(
      Inline(
        kind: kind, range: SourceRange(parsed: start, min(lineEnd + 1, cursor.end)),
        text: words.range(from: textStart), end: inlines.count + 1))
  }
}

// MARK: Text

/// A place in the parsed bytes of one block.
struct SourceCursor {
  var offset: Int
  let end: Int

  @inline(__always)
  func byte(in bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    offset < bytes.count ? bytes[offset] : 0
  }
}

extension DocumentBuilder {
  private mutating func appendText(
    _ literal: UnsafeBufferPointer<UInt8>, at cursor: inout SourceCursor, isAutolink: Bool
  ) {
    guard !literal.isEmpty else { return }
    let start = cursor.offset
    let textStart = words.count
    var index = 0
    while index < literal.count {
      let count = verbatimCount(literal, index, at: cursor.offset, isAutolink: isAutolink)
      if count > 0 {
        let run = UnsafeBufferPointer(rebasing: literal[index..<index + count])
        words.appendVerbatim(run, parsedAt: cursor.offset)
        index += count
        cursor.offset += count
      } else {
        index += appendReplaced(literal, index, at: &cursor)
      }
    }
    inlines.append(
      Inline(
        kind: .text, range: SourceRange(parsed: start, cursor.offset),
        text: words.range(from: textStart), end: inlines.count + 1))
  }

  /// How many bytes of the literal the source has as they are, before an escape or an entity.
  private func verbatimCount(
    _ literal: UnsafeBufferPointer<UInt8>, _ index: Int, at offset: Int, isAutolink: Bool
  ) -> Int {
    let limit = min(literal.count - index, bytes.count - offset)
    var count = 0
    while count < limit {
      let byte = bytes[offset + count]
      guard byte == literal[index + count] else { break }
      if byte == UInt8(ascii: "\\"), !isAutolink, offset + count + 1 < bytes.count,
        bytes[offset + count + 1].isASCIIPunctuation
      {
        break
      }
      if byte == UInt8(ascii: "&"), standsForAmpersand(at: offset + count) { break }
      count += 1
    }
    return count
  }

  /// True where an entity begins whose expansion begins with `&` too.
  private func standsForAmpersand(at offset: Int) -> Bool {
    let length = EntityScanner.length(in: bytes, at: offset, end: bytes.count)
    guard length > 0 else { return false }
    if bytes[offset + 1] == UInt8(ascii: "#") { return true }
    let entity = bytes[offset..<offset + length]
    return entity.elementsEqual("&amp;".utf8) || entity.elementsEqual("&AMP;".utf8)
  }

  /// Adds what an escape or an entity stands for.
  ///
  /// - Returns: how many bytes of the literal that is.
  private mutating func appendReplaced(
    _ literal: UnsafeBufferPointer<UInt8>, _ index: Int, at cursor: inout SourceCursor
  ) -> Int {
    var sourceCount = 0
    var literalCount = 0
    switch cursor.byte(in: bytes) {
    case UInt8(ascii: "\\"):
      sourceCount = 2
      literalCount = 1
    case UInt8(ascii: "&"):
      let length = EntityScanner.length(in: bytes, at: cursor.offset, end: bytes.count)
      if length > 0 {
        let entity = UnsafeBufferPointer(
          rebasing: bytes[cursor.offset..<cursor.offset + length])
        sourceCount = length
        literalCount = EntityScanner.expandedCount(entity)
      }
    default: break
    }
    if literalCount == 0 {
      // Bytes that are not UTF-8 become U+FFFD in cmark: the rest stands for the rest of its line.
      literalCount = literal.count - index
      sourceCount = lineLength(at: cursor.offset)
    }
    literalCount = min(literalCount, literal.count - index)
    let run = UnsafeBufferPointer(rebasing: literal[index..<index + literalCount])
    words.append(run, standingFor: cursor.offset, cursor.offset + sourceCount)
    cursor.offset += sourceCount
    return literalCount
  }

  private func lineLength(at offset: Int) -> Int {
    var end = offset
    while end < bytes.count, !bytes[end].isLineEnd { end += 1 }
    return max(0, end - offset)
  }
}

// MARK: Code and HTML

extension DocumentBuilder {
  private mutating func appendCode(
    _ literal: UnsafeBufferPointer<UInt8>, at cursor: inout SourceCursor
  ) {
    let start = cursor.offset
    let textStart = words.count
    var inner = start
    while inner < cursor.end, bytes[inner] == UInt8(ascii: "`") { inner += 1 }
    let (innerEnd, end) = closingTicks(from: inner, count: inner - start, end: cursor.end)
    if isPadded(inner, innerEnd, literalCount: literal.count) {
      inner = containers.offset(after: inner)
    }
    appendLines(of: literal, from: inner)
    words.markOpaque(from: textStart)
    cursor.offset = end
    inlines.append(
      Inline(
        kind: .code, range: SourceRange(parsed: start, end), text: words.range(from: textStart),
        end: inlines.count + 1))
  }

  private func closingTicks(
    from start: Int, count: Int, end: Int
  ) -> (innerEnd: Int, end: Int) {
    var place = start
    while place < end {
      guard bytes[place] == UInt8(ascii: "`") else {
        place = containers.offset(after: place)
        continue
      }
      let run = place
      while place < end, bytes[place] == UInt8(ascii: "`") { place += 1 }
      if place - run == count { return (run, place) }
    }
    return (end, end)
  }

  /// True where cmark dropped a space from both ends of the code: then its content is two longer.
  private func isPadded(_ start: Int, _ end: Int, literalCount: Int) -> Bool {
    var count = 0
    var place = start
    while place < end, count <= literalCount + 2 {
      place = containers.offset(after: place)
      count += 1
    }
    return count == literalCount + 2
  }

  private mutating func appendHTML(
    _ literal: UnsafeBufferPointer<UInt8>, at cursor: inout SourceCursor
  ) {
    let start = cursor.offset
    let textStart = words.count
    cursor.offset = appendLines(of: literal, from: start)
    words.markOpaque(from: textStart)
    inlines.append(
      Inline(
        kind: .html, range: SourceRange(parsed: start, cursor.offset),
        text: words.range(from: textStart), end: inlines.count + 1))
  }

  /// Adds a literal that may go over several lines of the source; code has spaces for line ends.
  @discardableResult
  private mutating func appendLines(
    of literal: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var index = 0
    var place = start
    while index < literal.count {
      var count = 0
      while index + count < literal.count, place + count < bytes.count,
        literal[index + count] == bytes[place + count], !bytes[place + count].isLineEnd
      {
        count += 1
      }
      words.appendVerbatim(
        UnsafeBufferPointer(rebasing: literal[index..<index + count]), parsedAt: place)
      index += count
      place += count
      guard index < literal.count else { break }
      // A line end, or a byte that cmark replaced.
      words.appendSeparator(literal[index])
      if literal[index] == UInt8(ascii: "\r"), index + 1 < literal.count,
        literal[index + 1] == UInt8(ascii: "\n")
      {
        words.appendSeparator(literal[index + 1])
        index += 1
      }
      index += 1
      place = containers.offset(after: place)
    }
    return place
  }
}
