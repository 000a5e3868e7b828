import AssayAnalysis

extension DocumentHTML {
  mutating func writeInlines(of block: Block) {
    var walk = Walk(block.inlines)
    while let step = walk.step({ document.inlines[$0].end }) {
      switch step {
      case .enter(let index):
        if case .image(let link) = document.inlines[index].kind {
          writeImage(link, document.inlines[index])
          walk.skipDescendants()
        } else {
          enter(document.inlines[index])
        }
      case .leave(let index): leave(document.inlines[index])
      }
    }
    words.closeMark(&output)
  }

  private mutating func enter(_ inline: Inline) {
    switch inline.kind {
    case .text:
      let text = document.text.bytes
      words.write(inline.text, to: &output) { range, output in output.escaped(text[range.offsets]) }
      return
    case .softBreak:
      let isMarkOver = words.isMarkOver(at: inline.text.end)
      if isMarkOver { words.closeMark(&output) }
      return output.markup("\n")
    default: words.closeMark(&output)
    }
    switch inline.kind {
    case .text, .softBreak, .image: break
    case .lineBreak: output.markup("<br />\n")
    case .code:
      output.markup("<code>")
      output.escaped(text(inline.text))
      output.markup("</code>")
    case .html:
      if style.passesRawHTML {
        output.raw(text(inline.text))
      } else {
        output.escaped(text(inline.text))
      }
    case .emphasis: output.markup("<em>")
    case .strong: output.markup("<strong>")
    case .strikethrough: output.markup("<del>")
    case .link(let link): openLink(link)
    case .footnoteReference(_, let number, let occurrence):
      writeReference(number: number, occurrence: occurrence)
    }
  }

  private mutating func leave(_ inline: Inline) {
    switch inline.kind {
    case .emphasis:
      words.closeMark(&output)
      output.markup("</em>")
    case .strong:
      words.closeMark(&output)
      output.markup("</strong>")
    case .strikethrough:
      words.closeMark(&output)
      output.markup("</del>")
    case .link(let link): closeLink(link)
    case .text, .softBreak, .lineBreak, .code, .html, .image, .footnoteReference: break
    }
  }

  private mutating func openLink(_ link: Inline.Link) {
    guard let address = address(link.destination) else { return }
    output.markup("<a href=\"")
    output.attribute(address: address)
    output.markup("\"")
    writeTitle(link.title)
    output.markup(">")
    words.linkDepth += 1
  }

  private mutating func closeLink(_ link: Inline.Link) {
    words.closeMark(&output)
    guard address(link.destination) != nil else { return }
    output.markup("</a>")
    words.linkDepth -= 1
  }

  private mutating func writeImage(_ link: Inline.Link, _ inline: Inline) {
    words.closeMark(&output)
    guard let address = address(link.destination) else {
      return output.escaped(text(inline.text))
    }
    output.markup("<img src=\"")
    output.attribute(address: address)
    output.markup("\" alt=\"")
    output.escaped(text(inline.text))
    output.markup("\"")
    writeTitle(link.title)
    if let size = link.size, style.page != nil {
      output.markup(" width=\"")
      output.number(size.width)
      output.markup("\" height=\"")
      output.number(size.height)
      output.markup("\"")
    }
    if style.page != nil { output.markup(" loading=\"lazy\"") }
    output.markup(" />")
  }

  private mutating func writeTitle(_ title: String) {
    guard !title.isEmpty else { return }
    output.markup(" title=\"")
    output.escaped(title.utf8)
    output.markup("\"")
  }

  /// The address as it may be written; nil where it is not allowed.
  private func address(_ destination: String) -> [UInt8]? {
    guard let policy = style.policy else { return percentEncoded(destination.utf8) }
    return policy.clean(destination)
  }
}

extension ArraySlice<UInt8> {
  /// Without the line ends after it.
  var trimmingLineEnds: ArraySlice<UInt8> {
    var slice = self
    while let last = slice.last, last == 0x0A || last == 0x0D { slice.removeLast() }
    return slice
  }
}
