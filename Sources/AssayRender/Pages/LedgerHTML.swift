import AssayAnalysis

/// Claims of one article and its thread for a ledger: each sentence once with its numbers marked,
/// and under it a row for each of them.
///
/// Cells and rows have no end tags, which HTML lets be left out: a large site has a million of them.
struct LedgerHTML {
  private let draft: BriefingDraft
  /// The name whose page the claims stand on; nil on the article's own ledger.
  private let subject: String?

  init(_ draft: BriefingDraft, subject: String? = nil) {
    self.draft = draft
    self.subject = subject
  }

  /// The whole ledger of the article.
  func table() -> SafeHTML {
    var html = HTMLWriter(capacity: 1_000 + draft.claims.count * LedgerHTML.bytesPerClaim)
    html.raw(LedgerHTML.head)
    appendSentences(of: draft.claims, to: &html)
    html.markup("</table>\n")
    return html.finish()
  }

  /// - Parameter claims: in reading order.
  func appendSentences(of claims: [ClaimRecord], to html: inout HTMLWriter) {
    var first = 0
    while first < claims.count {
      var end = first + 1
      while end < claims.count, claims[end].part == claims[first].part,
        claims[end].contextRange == claims[first].contextRange
      { end += 1 }
      append(claims[first..<end], to: &html)
      first = end
    }
  }

  private static let bytesPerClaim = 280
  static let head =
    "<table class=\"stacked ledger\"><thead><tr><th scope=\"col\">Mark</th>"
    + "<th scope=\"col\">Number</th><th scope=\"col\">Read as</th>"
    + "<th scope=\"col\">Check</th></tr></thead>\n"

  private func append(_ claims: ArraySlice<ClaimRecord>, to html: inout HTMLWriter) {
    guard let first = claims.first else { return }
    html.markup("<tbody><tr class=\"said\"><td colspan=\"4\">")
    appendSentence(claims, to: &html)
    html.markup(" <a class=\"place\" href=\"")
    appendPlace(of: first, to: &html)
    html.markup("\">")
    draft.appendLine(of: first, to: &html)
    html.markup("</a>\n")
    for claim in claims { append(claim, to: &html) }
  }

  private func appendPlace(of claim: ClaimRecord, to html: inout HTMLWriter) {
    guard subject != nil else { return draft.appendNearPlace(of: claim, to: &html) }
    html.raw(ClaimHTML.up)
    draft.appendPlace(of: claim, to: &html)
  }

  /// The whole sentence, since it stands here once for all its numbers.
  private func appendSentence(_ claims: ArraySlice<ClaimRecord>, to html: inout HTMLWriter) {
    guard let first = claims.first else { return }
    let bytes = draft.reading.bytes(of: first.part)
    var place = min(Int(first.contextRange.start), Int(first.range.start))
    let end = max(place, min(Int(first.contextRange.end), bytes.count))
    for claim in claims where Int(claim.range.start) >= place {
      let stop = min(Int(claim.range.end), end)
      guard Int(claim.range.start) < stop else { continue }
      html.line(bytes[place..<Int(claim.range.start)], ofRow: !first.isInSentence)
      html.markup("<mark>")
      html.line(bytes[Int(claim.range.start)..<stop])
      html.markup("</mark>")
      place = stop
    }
    html.line(bytes[place..<max(place, end)], ofRow: !first.isInSentence)
  }

  private func append(_ claim: ClaimRecord, to html: inout HTMLWriter) {
    html.markup("<tr")
    if subject == nil { html.id { $0.raw(claim.id) } }
    html.markup("><td>")
    ClaimHTML.appendMark(claim, to: &html) { appendPlace(of: claim, to: &$0) }
    html.markup("<td>")
    if claim.hasPage {
      html.markup("<a href=\"../claims/")
      html.raw(claim.id)
      html.markup(".html\">")
    }
    html.text(claim.words)
    html.raw(claim.hasPage ? "</a><td>" : "<td>")
    draft.reading.appendReading(of: claim, on: subject, to: &html)
    html.markup("<td>")
    appendCheck(claim, to: &html)
    html.markup("\n")
  }

  /// The badge, and every sum that the number is part of.
  private func appendCheck(_ claim: ClaimRecord, to html: inout HTMLWriter) {
    // Most numbers have no verdict, and no badge says so more plainly than the word.
    guard claim.verdict != nil else { return html.markup("unchecked") }
    ClaimHTML.appendBadge(claim.verdict, to: &html)
    for relation in claim.judgedBy { appendSum(relation, to: &html) }
    if claim.judgedBy.isEmpty, let relation = claim.usedBy.first { appendSum(relation, to: &html) }
  }

  private func appendSum(_ relation: Int, to html: inout HTMLWriter) {
    let explanation = draft.relations[relation].explanation
    guard !explanation.isEmpty else { return }
    html.markup(" <span class=\"sum\">")
    html.text(explanation)
    html.markup("</span>")
  }
}

extension HTMLWriter {
  /// Text in one line, escaped.
  ///
  /// - Parameter isRow: true for a row of a table, whose cells are told apart by points.
  mutating func line(_ words: ArraySlice<UInt8>, ofRow isRow: Bool = false) {
    if isRow {
      let cells = words.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for (number, cell) in cells.enumerated() {
        if number > 0 { markup(" · ") }
        text(cell)
      }
    } else if words.contains(where: { $0 < 0x20 }) {
      text(Array(words.lazy.map { $0 < 0x20 ? 0x20 : $0 })[...])
    } else {
      text(words)
    }
  }
}
