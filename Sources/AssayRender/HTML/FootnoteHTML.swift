import AssayAnalysis

extension DocumentHTML {
  /// Writes the footnotes in the order of their first reference; on a page those without one too.
  mutating func renderFootnotes() {
    let definitions = footnoteDefinitions()
    guard !definitions.isEmpty else { return }
    output.freshLine()
    output.markup("<section class=\"footnotes\"")
    if let page = style.page {
      output.markup(" role=\"doc-endnotes\" aria-label=\"")
      output.escaped(page.footnotesLabel.utf8)
      output.markup("\"")
    }
    output.markup(">\n<ol>\n")
    for (index, footnote) in definitions { render(footnote, at: index) }
    output.markup("</ol>\n</section>\n")
  }

  private func footnoteDefinitions() -> [(index: Int, footnote: Block.Footnote)] {
    var found: [(index: Int, footnote: Block.Footnote)] = []
    for (index, block) in document.blocks.enumerated() {
      guard case .footnoteDefinition(let footnote) = block.kind else { continue }
      if footnote.number > 0 || style.page != nil { found.append((index, footnote)) }
    }
    func key(_ footnote: Block.Footnote) -> Int {
      footnote.number > 0 ? footnote.number : Int.max
    }
    return found.sorted { (key($0.footnote), $0.index) < (key($1.footnote), $1.index) }
  }

  private mutating func render(_ footnote: Block.Footnote, at index: Int) {
    output.markup("<li")
    if footnote.number > 0 {
      output.id {
        $0.markup("fn")
        $0.number(footnote.number)
      }
    }
    output.markup(">\n")
    let end = document.blocks[index].end
    let last = lastChild(of: index)
    if footnote.number > 0, let last, case .paragraph = document.blocks[last].kind {
      backReferences = (last, footnote)
    }
    render(blocks: index + 1..<end)
    if footnote.number > 0, backReferences != nil || last == nil || !isParagraph(last) {
      backReferences = nil
      writeBackReferences(footnote)
      output.markup("\n")
    }
    output.markup("</li>\n")
  }

  private func isParagraph(_ index: Int?) -> Bool {
    guard let index, case .paragraph = document.blocks[index].kind else { return false }
    return true
  }

  private func lastChild(of index: Int) -> Int? {
    var child = index + 1
    var last: Int?
    while child < document.blocks[index].end {
      last = child
      child = document.blocks[child].end
    }
    return last
  }

  mutating func writeBackReferences(_ footnote: Block.Footnote) {
    for occurrence in 1...max(1, footnote.referenceCount) {
      if occurrence > 1 { output.markup(" ") }
      output.markup("<a href=\"#fnref")
      FootnoteOccurrence(number: footnote.number, occurrence: occurrence).append(to: &output)
      output.markup("\" class=\"footnote-backref\"")
      if style.page != nil { output.markup(" aria-label=\"Back to the text\"") }
      output.markup(">↩")
      if occurrence > 1 {
        output.markup("<sup>")
        output.number(occurrence)
        output.markup("</sup>")
      }
      output.markup("</a>")
    }
  }

  mutating func writeReference(number: Int, occurrence: Int) {
    output.markup("<sup class=\"footnote-ref\"><a href=\"#fn")
    output.number(number)
    output.markup("\"")
    output.id {
      $0.markup("fnref")
      FootnoteOccurrence(number: number, occurrence: occurrence).append(to: &$0)
    }
    output.markup(">")
    output.number(number)
    output.markup("</a></sup>")
  }
}

/// One of the references to a footnote, as ids name it: "3", or "3-2" for the second.
private struct FootnoteOccurrence {
  let number: Int
  let occurrence: Int

  func append(to output: inout HTMLWriter) {
    output.number(number)
    if occurrence > 1 {
      output.markup("-")
      output.number(occurrence)
    }
  }
}
