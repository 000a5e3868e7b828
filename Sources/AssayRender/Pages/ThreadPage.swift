import AssayAnalysis

extension SitePages {
  private static let threadShape = TemplateShape(
    "sentence", "path", "tones", "negative", "positive", "comments")
  private static let quoteShape = TemplateShape("words", "path", "name", "score")
  private static let threadOwnShape = TemplateShape(
    "article", "number", "sentence", "tones", "replies", "voices", "comments", "pages")
  private static let threadPageShape = shape(threadOwnShape)
  private static let titleShape = TemplateShape("title", "path")

  /// The readers' part of an article's page.
  static func threadValue(_ thread: ThreadRecord, in draft: BriefingDraft) -> TemplateValue {
    threadShape.map(
      .string(sentence(thread)), .string(PageMap.thread(draft.slug)), html(draft.charts.tones),
      .list(quotes(.negative, thread, draft)), .list(quotes(.positive, thread, draft)),
      html(draft.charts.comments))
  }

  private static func quotes(
    _ polarity: Polarity, _ thread: ThreadRecord, _ draft: BriefingDraft
  ) -> [TemplateValue] {
    thread.quotes.filter { $0.polarity == polarity }.map {
      quoteShape.map(
        .string($0.words), .string(draft.place(ofPart: $0.comment + 1)),
        .string(thread.names[$0.comment]), .string(signed($0.score)))
    }
  }

  private static func signed(_ score: Double) -> String {
    (score > 0 ? "+" : "") + chartNumber(score, decimals: 2)
  }

  /// "9 comments by 4 named readers: 3 negative, 3 positive, 2 neutral, 1 without a clear tone."
  static func sentence(_ thread: ThreadRecord) -> String {
    let tones = thread.tones
    let parts = [
      (tones.negative, "negative"), (tones.positive, "positive"), (tones.mixed, "mixed"),
      (tones.neutral, "neutral"), (tones.untold, "without a clear tone"),
    ].filter { $0.0 > 0 }.map { "\(groupedDigits($0.0)) \($0.1)" }
    var sentence = counted(thread.count, "comment")
    if thread.authorCount > 0 {
      sentence += " by " + counted(thread.authorCount, "named reader")
    }
    if thread.count > tones.count {
      sentence += ", \(groupedDigits(thread.count - tones.count)) of them deleted or empty"
    }
    if !parts.isEmpty { sentence += ": " + enumerated(parts) }
    sentence += "."
    if let mean = thread.meanScore, tones.count - tones.untold > 1 {
      sentence += " Mean tone \(signed(mean)) on a scale from −1 to 1."
    }
    for echo in thread.echoes { sentence += " " + echo.sentence + "." }
    return sentence
  }

  /// What is packed for a page of a thread.
  ///
  /// - Parameter page: from 1.
  static func threadPageValue(
    _ thread: ThreadRecord, page: Int, _ draft: BriefingDraft
  ) -> TemplateValue {
    threadOwnShape.map(
      titleShape.map(.string(draft.title), .string(PageMap.article(draft.slug))), .integer(page),
      .string(([sentence(thread)] + (page == 1 ? thread.digest : [])).joined(separator: " ")),
      html(page == 1 ? draft.charts.tones : nil),
      html(page == 1 ? draft.charts.replies : nil),
      page == 1 ? thread.voices?.value(thread, in: draft) ?? .nothing : .nothing,
      .html(thread.pages[page - 1]),
      pageNumbers(thread.pages.count) { PageMap.thread(draft.slug, page: $0) })
  }

  func renderThread(_ number: Int, page: Int) throws(Failure) -> RenderedPage {
    let briefing = index.briefings[number]
    return try render(
      "thread.html",
      PageHead(title: "Readers on “\(briefing.title)”", language: briefing.language),
      path: PageMap.thread(briefing.slug, page: page), SitePages.threadPageShape,
      try unpackedValues(number, briefing.sections.threads[page - 1]))
  }
}
