import AssayAnalysis

extension ClaimReading {
  /// The marks of a part's claims, for its renderer, and what follows each number.
  func marks(of part: Int) -> ([HTMLMark], [HTMLInsertion]) {
    let facts = analysis.parts[part]
    guard !facts.claims.isEmpty else { return ([], []) }
    let order = indices[part].indices.sorted { indices[part][$0] < indices[part][$1] }
    var marks: [HTMLMark] = []
    var insertions: [HTMLInsertion] = []
    for index in order {
      let range = facts.range(of: facts.claims[index])
      // Two claims on the same words have one mark.
      guard !range.isEmpty, range.start >= marks.last?.range.end ?? 0 else { continue }
      let claim = claims[indices[part][index]]
      marks.append(HTMLMark(range: range, claim: claim))
      if ClaimHTML.hasSpokenVerdict(claim) {
        insertions.append(HTMLInsertion(offset: range.end, spokenVerdict: claim))
      }
    }
    if part == 0 { insertions += notes(order, facts, tables: tableRanges(analysis.article)) }
    return (marks, insertions)
  }

  /// The marks in the margin. Claims of one sentence of which no check spoke share one, so that the
  /// margin keeps up with the text; a table has no margin beside its cells.
  private func notes(
    _ order: [Int], _ facts: PartAnalysis, tables: [TextRange]
  ) -> [HTMLInsertion] {
    var insertions: [HTMLInsertion] = []
    var run: [ClaimRecord] = []
    var runEnd: UInt32 = 0
    var runSentence = -1
    func close() {
      guard let first = run.first else { return }
      let relation = first.judgedBy.first.map { relations[$0] }
      insertions.append(HTMLInsertion(offset: runEnd, note: run, relation: relation))
      run = []
    }
    for index in order {
      let claim = claims[indices[0][index]]
      let quantity = facts.quantities[facts.claims[index].quantity]
      if tables.contains(where: { $0.contains(quantity.range) }) { continue }
      let goesOn =
        run.last.map { $0.judgedBy.isEmpty && $0.verdict == claim.verdict } ?? false
        && claim.judgedBy.isEmpty && quantity.sentence == runSentence
      if !goesOn {
        close()
        runEnd = quantity.range.end
        runSentence = quantity.sentence
      }
      run.append(claim)
    }
    close()
    return insertions
  }

  private func tableRanges(_ document: Document) -> [TextRange] {
    document.blocks.filter { $0.kind == .table }.map(\.text)
  }
}
