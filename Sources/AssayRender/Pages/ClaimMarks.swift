import AssayAnalysis

extension ClaimReading {
  /// The marks of a part's claims, for its renderer, and what follows each number.
  func marks(of part: Int, in analysis: Analysis) -> ([HTMLMark], [HTMLInsertion]) {
    let facts = analysis.parts[part]
    guard !facts.claims.isEmpty else { return ([], []) }
    let cells = part == 0 ? tableRanges(analysis.article) : []
    var marks: [HTMLMark] = []
    var insertions: [HTMLInsertion] = []
    var end: UInt32 = 0
    let order = indices[part].indices.sorted { indices[part][$0] < indices[part][$1] }
    for index in order {
      let range = facts.range(of: facts.claims[index])
      // Two claims on the same words have one mark.
      guard range.start >= end, !range.isEmpty else { continue }
      end = range.end
      let claim = claims[indices[part][index]]
      marks.append(
        HTMLMark(
          range: range, open: ClaimHTML.open(claim, isLink: true), close: ClaimHTML.closeLink,
          reopen: ClaimHTML.open(claim, isLink: true, hasID: false),
          openInsideLink: ClaimHTML.open(claim, isLink: false),
          closeInsideLink: ClaimHTML.closeSpan))
      // A table has no margin beside its cells.
      let isInMargin = part == 0 && !cells.contains { $0.contains(range) }
      let note = ClaimHTML.note(
        claim, relation: claim.judgedBy.first.map { relations[$0] }, isInMargin: isInMargin)
      if !note.isEmpty { insertions.append(HTMLInsertion(offset: range.end, html: note)) }
    }
    return (marks, insertions)
  }

  private func tableRanges(_ document: Document) -> [TextRange] {
    document.blocks.filter { $0.kind == .table }.map(\.text)
  }
}
