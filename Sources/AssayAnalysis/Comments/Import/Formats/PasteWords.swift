/// The words of a document as Markdown that reads the same: headings and paragraphs, for a document
/// that was read from plain text has no other blocks.
func markdownBody(of document: Document) -> [UInt8] {
  var out: [UInt8] = []
  let escapes = MarkdownEscapes()
  for block in document.blocks {
    var prefix: [UInt8] = []
    switch block.kind {
    case .heading(let level, _):
      prefix = [UInt8](repeating: UInt8(ascii: "#"), count: level) + [0x20]
    case .paragraph: break
    default: continue
    }
    var line: [UInt8] = []
    let words = document.text.bytes[block.text.offsets]
    escapes.append(words.map { $0 < 0x20 ? 0x20 : $0 }, to: &line)
    guard !trimmedBlanks(line[...]).isEmpty else { continue }
    if !out.isEmpty { out.append(0x0A) }
    out += prefix + Array(paragraphLines(line).joined(separator: [0x0A])) + [0x0A]
  }
  return out
}
