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
  static func appendOpen(
    _ claim: ClaimRecord, isLink: Bool, hasID: Bool, to html: inout HTMLWriter
  ) {
    isLink ? html.markup("<a class=\"n") : html.markup("<span class=\"n")
    VerdictMark.appendClass(claim.verdict, to: &html)
    html.markup("\"")
    if hasID {
      html.id {
        $0.markup("n")
        $0.number(claim.mark)
      }
    }
    if isLink {
      html.markup(" href=\"")
      appendNearTarget(claim, to: &html)
      html.markup("\"")
    }
    html.markup(">")
  }

  private static func appendNearTarget(_ claim: ClaimRecord, to html: inout HTMLWriter) {
    guard let page = claim.page else {
      html.raw(PageMap.nearLedger)
      html.markup("#")
      return html.raw(claim.id)
    }
    html.raw(up)
    html.raw(PageMap.claim(page))
  }

  /// Whether who hears the page must be told a claim's verdict: a bad one.
  static func hasSpokenVerdict(_ claim: ClaimRecord) -> Bool {
    (claim.verdict?.rank ?? .max) < Verdict.unsupported.rank
  }

  static func appendSpokenVerdict(_ claim: ClaimRecord, to html: inout HTMLWriter) {
    html.markup("<span class=\"hidden\"> (")
    html.raw(VerdictMark.words(claim.verdict))
    html.markup(")</span>")
  }

  /// The mark in the margin: one claim with its sum, or a run of claims that nothing was said of.
  ///
  /// It is hidden from readers' tools: it repeats, in the middle of a sentence, what the numbers'
  /// links lead to.
  static func appendNote(
    _ claims: [ClaimRecord], relation: RelationRecord?, to html: inout HTMLWriter
  ) {
    guard let first = claims.first, let last = claims.last else { return }
    html.markup("<span class=\"note")
    VerdictMark.appendClass(first.verdict, to: &html)
    html.markup("\" aria-hidden=\"true\"><b>")
    html.number(first.mark)
    if claims.count > 1 {
      html.markup("–")
      html.number(last.mark)
    }
    html.markup("</b><span>")
    if claims.count == 1, first.words.utf8.count <= noteLength {
      html.text(first.words)
    } else {
      html.text(shortened(claims.map(\.words).joined(separator: " · "), to: noteLength))
    }
    html.markup("</span>")
    if let relation, relation.verdict != .needsReference, !relation.explanation.isEmpty {
      html.markup("<i>")
      html.text(shortened(relation.explanation, to: sumLength))
      html.markup("</i>")
    }
    html.markup("</span>")
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

  static func appendBadge(_ verdict: Verdict?, to html: inout HTMLWriter) {
    html.markup("<span class=\"badge ")
    html.raw(VerdictMark.className(verdict))
    html.markup("\">")
    html.raw(VerdictMark.words(verdict))
    html.markup("</span>")
  }

  /// A claim's number as a small round mark.
  ///
  /// - Parameter href: writes where it leads, relative to the page.
  static func appendMark(
    _ claim: ClaimRecord, to html: inout HTMLWriter, href: (inout HTMLWriter) -> Void
  ) {
    html.markup("<a class=\"mark")
    VerdictMark.appendClass(claim.verdict, to: &html)
    html.markup("\" href=\"")
    href(&html)
    html.markup("\">")
    html.number(claim.mark)
    html.markup("</a>")
  }

  /// The line of a list of claims that says whose article the rows beneath it are of.
  static func appendRowsHead(
    of title: String, slug: String, date: CalendarDate?, to html: inout HTMLWriter
  ) {
    html.markup("<tbody><tr class=\"of\"><td colspan=\"4\"><a href=\"../")
    html.text(PageMap.article(slug))
    html.markup("\">")
    html.text(title)
    html.markup("</a>")
    if let date {
      html.markup(" <span class=\"meta\">")
      html.text(longDate(date))
      html.markup("</span>")
    }
    html.markup("\n")
  }

  /// The row of a list of claims out of many articles: mark, words, place, reading, check.
  static func row(_ claim: ClaimRecord, of draft: BriefingDraft) -> SafeHTML {
    var html = HTMLWriter(capacity: rowCapacity)
    appendRow(claim, of: draft, to: &html)
    return html.finish()
  }

  /// Bytes of most rows.
  static let rowCapacity = 900

  static func appendRow(
    _ claim: ClaimRecord, of draft: BriefingDraft, to html: inout HTMLWriter
  ) {
    html.markup("<tr><td>")
    appendMark(claim, to: &html) { html in
      html.raw(up)
      draft.appendPlace(of: claim, to: &html)
    }
    html.markup("<td><span class=\"quoted\">")
    Excerpt.append(
      draft.reading.bytes(of: claim.part), words: claim.range, in: claim.contextRange,
      side: rowSide, isRow: !claim.isInSentence, to: &html)
    html.markup("</span> <a class=\"place\" href=\"../")
    if let page = claim.page {
      html.raw(PageMap.claim(page))
    } else {
      html.raw(draft.slug)
      html.markup("/ledger.html#")
      html.raw(claim.id)
    }
    html.markup("\">")
    draft.appendLine(of: claim, to: &html)
    html.markup("</a><td>")
    draft.reading.appendReading(of: claim, to: &html)
    html.markup("<td>")
    appendCheck(claim, draft.reading, to: &html)
    html.markup("\n")
  }

  /// Bytes of a sentence on either side of the words.
  private static let rowSide = 70
  private static let rowSumLength = 160

  /// The badge of a claim and its sum.
  static func appendCheck(
    _ claim: ClaimRecord, _ reading: ClaimReading, to html: inout HTMLWriter
  ) {
    // Most numbers have no verdict, and no badge says so more plainly than the word.
    guard claim.verdict != nil else { return html.markup("unchecked") }
    appendBadge(claim.verdict, to: &html)
    guard let relation = reading.judgement(of: claim) else { return }
    html.markup(" <span class=\"sum\">")
    html.text(shortened(relation.explanation, to: rowSumLength))
    html.markup("</span>")
  }

  /// The head of a table of such rows.
  static let rowsHead =
    "<table class=\"stacked ledger listed\"><thead><tr><th scope=\"col\">Mark</th>"
    + "<th scope=\"col\">Claim, and where it stands</th><th scope=\"col\">Read as</th>"
    + "<th scope=\"col\">Check</th></tr></thead>\n"
  static let rowsEnd = "</table>\n"
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
