import AssayAnalysis

extension ClaimReading {
  /// The marks of a part's claims, for its renderer, and what follows each number.
  func marks(of part: Int) -> ([HTMLMark], [HTMLInsertion]) {
    let facts = analysis.parts[part]
    guard !facts.claims.isEmpty else { return ([], []) }
    let order = indices[part].indices.sorted { indices[part][$0] < indices[part][$1] }
    let document = analysis.document(of: part)
    let hasLinks = document.inlines.contains { inline in
      if case .link = inline.kind { true } else { false }
    }
    var shown: [(claim: ClaimRecord, range: TextRange, isCrossed: Bool)] = []
    for index in order {
      let range = facts.range(of: facts.claims[index])
      // Two claims on the same words have one mark; the other's note may split it.
      if let last = shown.last, range.start < last.range.end || range.isEmpty {
        shown[shown.count - 1].isCrossed = true
      } else if !range.isEmpty {
        shown.append((claims[indices[part][index]], range, false))
      }
    }
    var insertions: [HTMLInsertion] = []
    let marks = shown.map { claim, range, isCrossed in
      let spoken = ClaimHTML.spokenVerdict(claim)
      if !spoken.isEmpty { insertions.append(HTMLInsertion(offset: range.end, html: spoken)) }
      // Words that are the source byte for byte hold no markup that could split the mark.
      let isWhole = !isCrossed && document.sourceRange(of: range).count == range.count
      return mark(claim, range, isWhole: isWhole, mayBeInLink: hasLinks)
    }
    if part == 0 { insertions += notes(order, facts, tables: tableRanges(analysis.article)) }
    return (marks, insertions)
  }

  private func mark(
    _ claim: ClaimRecord, _ range: TextRange, isWhole: Bool, mayBeInLink: Bool
  ) -> HTMLMark {
    HTMLMark(
      range: range, open: ClaimHTML.open(claim, isLink: true), close: ClaimHTML.closeLink,
      reopen: isWhole ? nil : ClaimHTML.open(claim, isLink: true, hasID: false),
      openInsideLink: mayBeInLink ? ClaimHTML.open(claim, isLink: false) : nil,
      closeInsideLink: mayBeInLink ? ClaimHTML.closeSpan : nil)
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
      insertions.append(
        HTMLInsertion(offset: runEnd, html: ClaimHTML.note(run, relation: relation)))
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
