import AssayAnalysis

/// The ledger of one article and its thread: each sentence once with its numbers marked, and under
/// it a row for each of them.
struct LedgerHTML {
  private let draft: BriefingDraft

  init(_ draft: BriefingDraft) { self.draft = draft }

  func table() -> SafeHTML {
    let claims = draft.claims
    var html = HTMLWriter(capacity: 1_000 + claims.count * LedgerHTML.bytesPerClaim)
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
    html.markup("</table>\n")
    return html.finish()
  }

  private static let bytesPerClaim = 320
  private static let head =
    "<table class=\"stacked ledger\"><thead><tr><th scope=\"col\">Mark</th>"
    + "<th scope=\"col\">Number</th><th scope=\"col\">Read as</th>"
    + "<th scope=\"col\">Check</th></tr></thead>\n"

  private func append(_ claims: ArraySlice<ClaimRecord>, to html: inout HTMLWriter) {
    guard let first = claims.first else { return }
    html.markup("<tbody><tr class=\"said\"><td colspan=\"4\">")
    appendSentence(claims, to: &html)
    html.markup(" <a class=\"place\" href=\"")
    draft.appendNearPlace(of: first, to: &html)
    html.markup("\">")
    if first.part > 0 {
      html.text(draft.speaker(ofPart: first.part))
      html.markup(", ")
    }
    html.markup("line ")
    html.number(first.line)
    html.markup("</a></td></tr>\n")
    for claim in claims { append(claim, to: &html) }
    html.markup("</tbody>\n")
  }

  /// The whole sentence, since it stands here once for all its numbers.
  private func appendSentence(_ claims: ArraySlice<ClaimRecord>, to html: inout HTMLWriter) {
    guard let first = claims.first else { return }
    let bytes = draft.reading.bytes(of: first.part)
    var place = min(Int(first.sentenceRange.start), Int(first.range.start))
    let end = max(place, min(Int(first.sentenceRange.end), bytes.count))
    for claim in claims where Int(claim.range.start) >= place {
      let stop = min(Int(claim.range.end), end)
      guard Int(claim.range.start) < stop else { continue }
      html.line(bytes[place..<Int(claim.range.start)])
      html.markup("<mark>")
      html.line(bytes[Int(claim.range.start)..<stop])
      html.markup("</mark>")
      place = stop
    }
    html.line(bytes[place..<max(place, end)])
  }

  private func append(_ claim: ClaimRecord, to html: inout HTMLWriter) {
    html.markup("<tr")
    html.id { $0.raw(claim.id) }
    html.markup("><td><a class=\"mark ")
    html.raw(VerdictMark.className(claim.verdict))
    html.markup("\" href=\"")
    draft.appendNearPlace(of: claim, to: &html)
    html.markup("\">")
    html.number(claim.mark)
    html.markup("</a></td><td>")
    if claim.hasPage {
      html.markup("<a href=\"../claims/")
      html.raw(claim.id)
      html.markup(".html\">")
    }
    html.text(claim.words)
    html.raw(claim.hasPage ? "</a></td><td>" : "</td><td>")
    draft.reading.appendReading(of: claim, to: &html)
    html.markup("</td><td>")
    appendCheck(claim, to: &html)
    html.markup("</td></tr>\n")
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
  mutating func line(_ words: ArraySlice<UInt8>) {
    if words.contains(where: { $0 < 0x20 }) {
      text(Array(words.lazy.map { $0 < 0x20 ? 0x20 : $0 })[...])
    } else {
      text(words)
    }
  }
}
