import AssayAnalysis

/// The ledger of one article and its thread: each sentence once with its numbers marked, and under
/// it a row for each of them.
struct LedgerHTML {
  private let draft: BriefingDraft

  init(_ draft: BriefingDraft) { self.draft = draft }

  func table() -> SafeHTML {
    let claims = draft.claims
    var html = HTMLBytes(capacity: 1_000 + claims.count * LedgerHTML.bytesPerClaim)
    html.raw(LedgerHTML.head)
    var first = 0
    while first < claims.count {
      var end = first + 1
      while end < claims.count, claims[end].part == claims[first].part,
        claims[end].sentenceRange == claims[first].sentenceRange
      { end += 1 }
      append(claims[first..<end], to: &html)
      first = end
    }
    html.raw("</table>\n")
    return html.finish()
  }

  private static let bytesPerClaim = 320
  private static let head =
    "<table class=\"stacked ledger\"><thead><tr><th scope=\"col\">Mark</th>"
    + "<th scope=\"col\">Number</th><th scope=\"col\">Read as</th>"
    + "<th scope=\"col\">Check</th></tr></thead>\n"

  private func append(_ claims: ArraySlice<ClaimRecord>, to html: inout HTMLBytes) {
    guard let first = claims.first else { return }
    html.raw("<tbody><tr class=\"said\"><td colspan=\"4\">")
    appendSentence(claims, to: &html)
    html.raw(" <a class=\"place\" href=\"")
    html.raw(draft.nearPlace(of: first))
    html.raw("\">")
    if first.part > 0 {
      html.text(draft.speaker(ofPart: first.part))
      html.raw(", ")
    }
    html.raw("line ")
    html.number(first.line)
    html.raw("</a></td></tr>\n")
    for claim in claims { append(claim, to: &html) }
    html.raw("</tbody>\n")
  }

  /// The whole sentence, since it stands here once for all its numbers.
  private func appendSentence(_ claims: ArraySlice<ClaimRecord>, to html: inout HTMLBytes) {
    guard let first = claims.first else { return }
    let bytes = draft.analysis.document(of: first.part).text.bytes
    var place = min(Int(first.sentenceRange.start), Int(first.range.start))
    let end = max(place, min(Int(first.sentenceRange.end), bytes.count))
    for claim in claims where Int(claim.range.start) >= place {
      let stop = min(Int(claim.range.end), end)
      guard Int(claim.range.start) < stop else { continue }
      html.line(bytes[place..<Int(claim.range.start)])
      html.raw("<mark>")
      html.line(bytes[Int(claim.range.start)..<stop])
      html.raw("</mark>")
      place = stop
    }
    html.line(bytes[place..<max(place, end)])
  }

  private func append(_ claim: ClaimRecord, to html: inout HTMLBytes) {
    html.raw("<tr id=\"")
    html.raw(claim.id)
    html.raw("\"><td><a class=\"mark ")
    html.raw(VerdictMark.className(claim.verdict))
    html.raw("\" href=\"")
    if claim.part == 0 {
      html.raw("index.html#n")
      html.number(claim.mark)
    } else {
      html.raw(draft.nearPlace(of: claim))
    }
    html.raw("\">")
    html.number(claim.mark)
    html.raw("</a></td><td>")
    if claim.hasPage {
      html.raw("<a href=\"../claims/")
      html.raw(claim.id)
      html.raw(".html\">")
    }
    html.text(claim.words)
    html.raw(claim.hasPage ? "</a></td><td>" : "</td><td>")
    draft.reading.appendReading(of: claim, to: &html)
    html.raw("</td><td>")
    appendCheck(claim, to: &html)
    html.raw("</td></tr>\n")
  }

  /// The badge, and every sum that the number is part of.
  private func appendCheck(_ claim: ClaimRecord, to html: inout HTMLBytes) {
    // Most numbers have no verdict, and no badge says so more plainly than the word.
    guard claim.verdict != nil else { return html.raw("unchecked") }
    ClaimHTML.appendBadge(claim.verdict, to: &html)
    for relation in claim.judgedBy { appendSum(relation, to: &html) }
    if claim.judgedBy.isEmpty, let relation = claim.usedBy.first { appendSum(relation, to: &html) }
  }

  private func appendSum(_ relation: Int, to html: inout HTMLBytes) {
    let explanation = draft.relations[relation].explanation
    guard !explanation.isEmpty else { return }
    html.raw(" <span class=\"sum\">")
    html.text(explanation)
    html.raw("</span>")
  }
}

extension HTMLBytes {
  /// Text in one line, escaped.
  mutating func line(_ words: ArraySlice<UInt8>) {
    if words.contains(where: { $0 < 0x20 }) {
      text(Array(words.lazy.map { $0 < 0x20 ? 0x20 : $0 })[...])
    } else {
      text(words)
    }
  }
}
