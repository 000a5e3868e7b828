import AssayAnalysis

/// Writes a document in CommonMark's form, in GitHub's, or in that of our pages.
struct DocumentHTML {
  let document: Document
  let style: Style
  var words: MarkedWords
  var output: HTMLWriter
  /// The paragraph that ends a footnote, which takes the links back to the references.
  var backReferences: (paragraph: Int, footnote: Block.Footnote)?

  enum Style {
    /// As the specifications have it; no policy lets every address through.
    case plain(policy: URLPolicy?, passesRawHTML: Bool)
    case page(ArticleHTMLOptions)

    var policy: URLPolicy? {
      switch self {
      case .plain(let policy, _): policy
      case .page: .article
      }
    }

    var passesRawHTML: Bool {
      switch self {
      case .plain(_, let passes): passes
      case .page: false
      }
    }

    var page: ArticleHTMLOptions? {
      if case .page(let options) = self { options } else { nil }
    }
  }

  init(_ document: Document, style: Style, words: MarkedWords) {
    self.document = document
    self.style = style
    self.words = words
    output = HTMLWriter(capacity: document.source.bytes.count * 5 / 4 + 256)
  }

  mutating func render() -> SafeHTML {
    render(blocks: document.blocks.indices)
    renderFootnotes()
    return output.finish()
  }

  mutating func render(blocks range: Range<Int>) {
    var walk = Walk(range)
    while let step = walk.step({ document.blocks[$0].end }) {
      switch step {
      case .enter(let index):
        // Footnotes are written after all else, whose own range begins with their content.
        if case .footnoteDefinition = document.blocks[index].kind {
          walk.skipDescendants()
        } else {
          enter(index, in: walk)
        }
      case .leave(let index): leave(index, in: walk)
      }
    }
  }

  private mutating func enter(_ index: Int, in walk: Walk) {
    let block = document.blocks[index]
    switch block.kind {
    case .blockQuote:
      output.freshLine()
      output.markup("<blockquote>\n")
    case .list(let list): output.open(list)
    case .item(let isChecked): openItem(isChecked)
    case .paragraph:
      if !walk.isInTightList(of: document) {
        output.freshLine()
        output.markup("<p>")
      }
      writeInlines(of: block)
    case .heading(let level, let id): openHeading(level, id: id, block)
    case .codeBlock(let language):
      if let figure = style.page?.figures[block.range.start] {
        output.freshLine()
        output.raw(figure)
        output.markup("\n")
      } else {
        writeCode(block, language: language)
      }
    case .htmlBlock: writeHTMLBlock(block)
    case .thematicBreak:
      output.freshLine()
      output.markup("<hr />\n")
    case .table: openTable()
    case .tableRow: openRow(index, of: walk.parent)
    case .tableCell(let alignment):
      openCell(alignment, isHeader: isInHeader(walk.parent))
      writeInlines(of: block)
    case .footnoteDefinition: break
    }
  }

  private mutating func leave(_ index: Int, in walk: Walk) {
    let block = document.blocks[index]
    if case .footnoteDefinition = block.kind { return }
    words.flush(before: block.text.end, &output)
    switch block.kind {
    case .blockQuote:
      output.freshLine()
      output.markup("</blockquote>\n")
    case .list(let list): output.close(list)
    case .item: output.markup("</li>\n")
    case .paragraph: closeParagraph(index, isTight: walk.isInTightList(of: document))
    case .heading(let level, _):
      output.markup("</h")
      output.number(shifted(level))
      output.markup(">\n")
    case .table: closeTable(index)
    case .tableRow(let isHeader):
      output.markup(isHeader ? "</tr>\n</thead>\n" : "</tr>\n")
    case .tableCell: output.markup(isInHeader(walk.parent) ? "</th>\n" : "</td>\n")
    case .codeBlock, .htmlBlock, .thematicBreak, .footnoteDefinition: break
    }
  }

  /// A heading's level on the page.
  private func shifted(_ level: Int) -> Int {
    max(1, min(6, level + (style.page?.headingOffset ?? 0)))
  }

  func text(_ range: TextRange) -> ArraySlice<UInt8> { document.text.bytes[range.offsets] }
}

// MARK: Blocks

extension DocumentHTML {
  private mutating func openItem(_ isChecked: Bool?) {
    output.freshLine()
    guard let isChecked else { return output.markup("<li>") }
    guard style.page != nil else {
      output.markup(
        isChecked
          ? "<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
          : "<li><input type=\"checkbox\" disabled=\"\" /> ")
      return
    }
    output.markup(
      isChecked
        ? "<li class=\"task\"><input type=\"checkbox\" checked=\"\" disabled=\"\" aria-label=\"done\" /> "
        : "<li class=\"task\"><input type=\"checkbox\" disabled=\"\" aria-label=\"open\" /> ")
  }

  private mutating func openHeading(_ level: Int, id: String, _ block: Block) {
    output.freshLine()
    output.markup("<h")
    output.number(shifted(level))
    if !id.isEmpty { output.id { $0.escaped(id.utf8) } }
    output.markup(">")
    writeInlines(of: block)
  }

  private mutating func writeCode(_ block: Block, language: String) {
    output.freshLine()
    // A block that scrolls must be within reach of the keyboard.
    output.markup(style.page == nil ? "<pre><code" : "<pre tabindex=\"0\"><code")
    let language = style.page == nil ? language : sanitised(language)
    if !language.isEmpty {
      output.markup(" class=\"language-")
      output.escaped(language.utf8)
      output.markup("\"")
    }
    output.markup(">")
    output.escaped(text(block.text))
    output.markup("</code></pre>\n")
  }

  /// A class name of our pages has letters, digits and `-_+#.` alone.
  private func sanitised(_ language: String) -> String {
    let kept = language.unicodeScalars.prefix(40).filter { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", "+", "#", ".": true
      default: false
      }
    }
    return String(String.UnicodeScalarView(kept))
  }

  private mutating func writeHTMLBlock(_ block: Block) {
    output.freshLine()
    if style.passesRawHTML {
      output.raw(text(block.text))
    } else {
      output.markup("<p>")
      output.escaped(text(block.text).trimmingLineEnds)
      output.markup("</p>\n")
    }
    output.freshLine()
  }

  private mutating func closeParagraph(_ index: Int, isTight: Bool) {
    if isTight { return }
    if let back = backReferences, back.paragraph == index {
      output.markup(" ")
      writeBackReferences(back.footnote)
      backReferences = nil
    }
    output.markup("</p>\n")
  }
}
