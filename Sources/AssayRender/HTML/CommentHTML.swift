public import AssayAnalysis

/// A stranger's text, with the markup that a comment may have and no other.
///
/// Allowed are p, em, strong, del, code, pre, blockquote, ul, ol, li, br, and links to other sites.
/// A heading becomes a strong paragraph, an image a link, a table a paragraph with a line a row;
/// raw HTML is shown as text. Nothing that was written is left out, and nothing loads or runs.
public func renderCommentHTML(
  _ document: Document, marks: [HTMLMark] = [], insertions: [HTMLInsertion] = []
) -> SafeHTML {
  var renderer = CommentHTML(
    document, words: MarkedWords(marks: marks, insertions: insertions))
  return renderer.render()
}

private struct CommentHTML {
  let document: Document
  var words: MarkedWords
  var output: HTMLWriter

  init(_ document: Document, words: MarkedWords) {
    self.document = document
    self.words = words
    output = HTMLWriter(capacity: document.source.bytes.count * 5 / 4 + 256)
  }

  mutating func render() -> SafeHTML {
    var walk = Walk(document.blocks.indices)
    while let step = walk.step({ document.blocks[$0].end }) {
      switch step {
      case .enter(let index): enter(document.blocks[index], index, in: walk)
      case .leave(let index):
        leave(document.blocks[index], isTight: walk.isInTightList(of: document))
      }
    }
    return output.finish()
  }
}

// MARK: Blocks

extension CommentHTML {
  private mutating func enter(_ block: Block, _ index: Int, in walk: Walk) {
    switch block.kind {
    case .blockQuote:
      output.freshLine()
      output.markup("<blockquote>\n")
    case .list(let list): output.open(list)
    case .item(let isChecked):
      output.freshLine()
      output.markup("<li>")
      if let isChecked { output.markup(isChecked ? "[x] " : "[ ] ") }
    case .paragraph:
      if !walk.isInTightList(of: document) {
        output.freshLine()
        output.markup("<p>")
      }
      writeInlines(of: block)
    case .heading:
      output.freshLine()
      output.markup("<p><strong>")
      writeInlines(of: block)
    case .codeBlock:
      output.freshLine()
      output.markup("<pre><code>")
      output.visible(document.text.bytes[block.text.offsets])
    case .htmlBlock:
      output.freshLine()
      output.markup("<p>")
      output.visible(document.text.bytes[block.text.offsets].trimmingLineEnds)
    case .thematicBreak:
      output.freshLine()
      output.markup("<p>* * *")
    case .table:
      output.freshLine()
      output.markup("<p>")
    case .tableRow:
      if let table = walk.parent, index > table + 1 { output.markup("<br />\n") }
    case .tableCell:
      if let row = walk.parent, index > row + 1 { output.markup(" | ") }
      writeInlines(of: block)
    case .footnoteDefinition(let footnote):
      output.freshLine()
      output.markup("<blockquote>\n<p>")
      writeFootnoteMark(label: footnote.label, number: footnote.number)
      output.markup("</p>\n")
    }
  }

  private mutating func leave(_ block: Block, isTight: Bool) {
    words.flush(before: block.text.end, &output)
    switch block.kind {
    case .blockQuote, .footnoteDefinition:
      output.freshLine()
      output.markup("</blockquote>\n")
    case .list(let list): output.close(list)
    case .item: output.markup("</li>\n")
    case .paragraph: if !isTight { output.markup("</p>\n") }
    case .heading: output.markup("</strong></p>\n")
    case .codeBlock: output.markup("</code></pre>\n")
    case .htmlBlock, .thematicBreak, .table: output.markup("</p>\n")
    case .tableRow, .tableCell: break
    }
  }

  private mutating func writeFootnoteMark(label: String, number: Int) {
    output.markup("[")
    if number > 0 { output.number(number) } else { output.visible(label.utf8) }
    output.markup("]")
  }
}

// MARK: Inlines

extension CommentHTML {
  private mutating func writeInlines(of block: Block) {
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
    let text = document.text.bytes
    switch inline.kind {
    case .text:
      words.write(inline.text, to: &output) { range, output in
        output.visible(text[range.offsets])
      }
      return
    case .softBreak:
      if words.isMarkOver(at: inline.text.end) { words.closeMark(&output) }
      return output.markup("\n")
    default: words.closeMark(&output)
    }
    switch inline.kind {
    case .text, .softBreak, .image: break
    case .lineBreak: output.markup("<br />\n")
    case .code:
      output.markup("<code>")
      output.visible(text[inline.text.offsets])
      output.markup("</code>")
    case .html: output.visible(text[inline.text.offsets])
    case .emphasis: output.markup("<em>")
    case .strong: output.markup("<strong>")
    case .strikethrough: output.markup("<del>")
    case .link(let link): openLink(link)
    case .footnoteReference(let label, let number, _):
      writeFootnoteMark(label: label, number: number)
    }
  }

  private mutating func leave(_ inline: Inline) {
    switch inline.kind {
    case .emphasis, .strong, .strikethrough, .link: words.closeMark(&output)
    case .text, .softBreak, .lineBreak, .code, .html, .image, .footnoteReference: return
    }
    switch inline.kind {
    case .emphasis: output.markup("</em>")
    case .strong: output.markup("</strong>")
    case .strikethrough: output.markup("</del>")
    case .link(let link): closeLink(link, text: inline.text)
    case .text, .softBreak, .lineBreak, .code, .html, .image, .footnoteReference: break
    }
  }

  private mutating func openLink(_ link: Inline.Link) {
    guard let address = URLPolicy.comment.clean(link.destination) else { return }
    output.markup("<a href=\"")
    output.attribute(address: address)
    output.markup("\" rel=\"ugc nofollow noopener\">")
    words.linkDepth += 1
  }

  private mutating func closeLink(_ link: Inline.Link, text: TextRange) {
    guard let address = URLPolicy.comment.clean(link.destination) else { return }
    output.markup("</a>")
    words.linkDepth -= 1
    if let host = LinkHost.unlike(document.text.bytes[text.offsets], address: address) {
      output.markup(" (")
      output.visible(host)
      output.markup(")")
    }
  }

  /// An image would load from another site: it becomes a link to it.
  private mutating func writeImage(_ image: Inline.Link, _ inline: Inline) {
    words.closeMark(&output)
    let address = URLPolicy.comment.clean(image.destination)
    let description = document.text.bytes[inline.text.offsets]
    guard let address, words.linkDepth == 0 else { return output.visible(description) }
    output.markup("<a href=\"")
    output.attribute(address: address)
    output.markup("\" rel=\"ugc nofollow noopener\">")
    if description.isEmpty { output.visible(address) } else { output.visible(description) }
    output.markup("</a>")
    if let host = LinkHost.unlike(description, address: address) {
      output.markup(" (")
      output.visible(host)
      output.markup(")")
    }
  }
}
