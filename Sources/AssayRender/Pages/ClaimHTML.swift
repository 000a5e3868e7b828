import AssayAnalysis

/// The fragments of HTML that speak of one claim. All of them are for pages one folder deep.
enum ClaimHTML {
  static let up = "../"

  /// Where a click on a claim's number leads, from a page in its article's folder: its page, that of
  /// the sum it is part of, or its row in the article's ledger.
  static func nearTarget(_ claim: ClaimRecord) -> String {
    claim.page.map { up + PageMap.claim($0) } ?? PageMap.nearLedger + "#" + claim.id
  }

  /// What opens around a claim's number in the text; with its id unless it is opened again.
  ///
  /// - Parameter isLink: false inside a link, which may hold no other.
  static func open(_ claim: ClaimRecord, isLink: Bool, hasID: Bool = true) -> SafeHTML {
    var html = HTMLBytes(capacity: 96)
    html.raw(isLink ? "<a class=\"n " : "<span class=\"n ")
    html.raw(VerdictMark.className(claim.verdict))
    if hasID {
      html.raw("\" id=\"n")
      html.number(claim.mark)
    }
    if isLink {
      html.raw("\" href=\"")
      html.raw(nearTarget(claim))
    }
    html.raw("\">")
    return html.finish()
  }

  static let closeLink = SafeHTML(trusted: Array("</a>".utf8))
  static let closeSpan = SafeHTML(trusted: Array("</span>".utf8))

  /// A bad verdict in words, for who hears the page; empty for the others.
  static func spokenVerdict(_ claim: ClaimRecord) -> SafeHTML {
    guard let verdict = claim.verdict, verdict.rank < Verdict.unsupported.rank else {
      return SafeHTML()
    }
    var html = HTMLBytes()
    html.raw("<span class=\"hidden\"> (")
    html.raw(verdict.words)
    html.raw(")</span>")
    return html.finish()
  }

  /// The mark in the margin: one claim with its sum, or a run of claims that nothing was said of.
  ///
  /// It is hidden from readers' tools: it repeats, in the middle of a sentence, what the numbers'
  /// links lead to.
  static func note(_ claims: [ClaimRecord], relation: RelationRecord?) -> SafeHTML {
    guard let first = claims.first, let last = claims.last else { return SafeHTML() }
    var html = HTMLBytes(capacity: 192)
    html.raw("<span class=\"note ")
    html.raw(VerdictMark.className(first.verdict))
    html.raw("\" aria-hidden=\"true\"><b>")
    html.number(first.mark)
    if claims.count > 1 { html.raw("–\(last.mark)") }
    html.raw("</b>")
    html.raw("<span>")
    html.text(shortened(claims.map(\.words).joined(separator: " · "), to: noteLength))
    html.raw("</span>")
    if let relation, relation.verdict != .needsReference, !relation.explanation.isEmpty {
      html.raw("<i>")
      html.text(shortened(relation.explanation, to: sumLength))
      html.raw("</i>")
    }
    html.raw("</span>")
    return html.finish()
  }

  /// Bytes of a note in the margin: three lines at most.
  private static let noteLength = 90
  private static let sumLength = 110

  static func shortened(_ words: String, to limit: Int) -> String {
    guard words.utf8.count > limit else { return words }
    var kept = words.prefix(limit)
    while let last = kept.last, last != " " { kept.removeLast() }
    return kept.isEmpty ? String(words.prefix(limit)) + "…" : kept.dropLast() + " …"
  }

  static func appendBadge(_ verdict: Verdict?, to html: inout HTMLBytes) {
    html.raw("<span class=\"badge ")
    html.raw(VerdictMark.className(verdict))
    html.raw("\">")
    html.raw(VerdictMark.words(verdict))
    html.raw("</span>")
  }

  static func badge(_ verdict: Verdict?) -> SafeHTML {
    var html = HTMLBytes()
    appendBadge(verdict, to: &html)
    return html.finish()
  }

  /// A claim's number as a small round mark.
  ///
  /// - Parameter href: where it leads, relative to the page.
  static func appendMark(_ claim: ClaimRecord, href: String, to html: inout HTMLBytes) {
    html.raw("<a class=\"mark ")
    html.raw(VerdictMark.className(claim.verdict))
    html.raw("\" href=\"")
    html.text(href)
    html.raw("\"><span class=\"hidden\">claim </span>")
    html.number(claim.mark)
    html.raw("</a>")
  }

  static func mark(_ claim: ClaimRecord, href: String) -> SafeHTML {
    var html = HTMLBytes()
    appendMark(claim, href: href, to: &html)
    return html.finish()
  }

  /// The row of a list of claims out of many articles: mark, words, reading, place, check.
  static func row(_ claim: ClaimRecord, of draft: BriefingDraft) -> SafeHTML {
    var html = HTMLBytes(capacity: 900)
    html.raw("<tr><td data-label=\"Mark\">")
    appendMark(claim, href: up + draft.place(of: claim), to: &html)
    html.raw("</td><td data-label=\"Claim\"><span class=\"quoted\">")
    draft.reading.excerpt(of: claim, side: rowSide).append(to: &html)
    html.raw("</span> <a class=\"place\" href=\"../")
    html.raw(claim.page.map(PageMap.claim) ?? PageMap.articleLedger(draft.slug) + "#" + claim.id)
    html.raw("\">")
    html.text(draft.location(of: claim))
    html.raw("</a></td><td data-label=\"Read as\"><span>")
    draft.reading.appendReading(of: claim, to: &html)
    html.raw("</span></td><td data-label=\"Check\"><span>")
    appendCheck(claim, draft.reading, to: &html)
    html.raw("</span></td></tr>\n")
    return html.finish()
  }

  /// Bytes of a sentence on either side of the words.
  private static let rowSide = 70
  private static let rowSumLength = 160

  /// The badge of a claim and its sum.
  static func appendCheck(
    _ claim: ClaimRecord, _ reading: ClaimReading, to html: inout HTMLBytes
  ) {
    appendBadge(claim.verdict, to: &html)
    guard let relation = reading.judgement(of: claim) else { return }
    html.raw(" <span class=\"sum\">")
    html.text(shortened(relation.explanation, to: rowSumLength))
    html.raw("</span>")
  }

  /// The head of a table of such rows.
  static let rowsHead =
    "<table class=\"stacked ledger\"><thead><tr><th scope=\"col\">Mark</th>"
    + "<th scope=\"col\">Claim, and where it stands</th><th scope=\"col\">Read as</th>"
    + "<th scope=\"col\">Check</th></tr></thead><tbody>\n"
  static let rowsEnd = "</tbody></table>\n"
}

extension Excerpt {
  /// With no more than so many bytes on either side of the words.
  func shortened(to side: Int) -> Excerpt {
    var before = before
    if before.utf8.count > side {
      let tail = before.suffix(side)
      let word = tail.firstIndex(of: " ").map { tail[tail.index(after: $0)...] } ?? tail
      before = "… " + word
    }
    return Excerpt(before: before, words: words, after: ClaimHTML.shortened(after, to: side))
  }
}
