import AssayAnalysis

extension SitePages {
  private static let threadShape = TemplateShape(
    "sentence", "path", "tones", "negative", "positive", "comments")
  private static let quoteShape = TemplateShape("words", "path", "name", "score")
  private static let threadPageShape = shape(
    "article", "number", "sentence", "tones", "replies", "comments", "pages")
  private static let titleShape = TemplateShape("title", "path")

  /// The readers' part of an article's page.
  func threadValue(_ thread: ThreadRecord, in briefing: Briefing) -> TemplateValue {
    SitePages.threadShape.map(
      .string(SitePages.sentence(thread)), .string(PageMap.thread(briefing.slug)),
      SitePages.html(briefing.charts.tones),
      .list(quotes(.negative, thread, briefing)), .list(quotes(.positive, thread, briefing)),
      SitePages.html(briefing.charts.comments))
  }

  private func quotes(
    _ polarity: Polarity, _ thread: ThreadRecord, _ briefing: Briefing
  ) -> [TemplateValue] {
    thread.quotes.filter { $0.polarity == polarity }.map {
      SitePages.quoteShape.map(
        .string($0.words), .string(briefing.place(ofPart: $0.comment + 1)),
        .string(thread.names[$0.comment]), .string(SitePages.signed($0.score)))
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
    return sentence
  }

  func renderThread(_ number: Int, page: Int) throws(Failure) -> [UInt8] {
    let briefing = index.briefings[number]
    let path = PageMap.thread(briefing.slug, page: page)
    guard let thread = briefing.thread, thread.pages.indices.contains(page - 1) else {
      preconditionFailure("Pages are listed from the threads that exist")
    }
    return try render(
      "thread.html",
      PageHead(title: "Readers on “\(briefing.title)”", language: briefing.language), path: path,
      SitePages.threadPageShape,
      [
        SitePages.titleShape.map(
          .string(briefing.title), .string(PageMap.article(briefing.slug))),
        .integer(page), .string(SitePages.sentence(thread)),
        SitePages.html(page == 1 ? briefing.charts.tones : nil),
        SitePages.html(page == 1 ? briefing.charts.replies : nil),
        .html(thread.pages[page - 1]),
        SitePages.pageNumbers(thread.pages.count) { PageMap.thread(briefing.slug, page: $0) },
      ])
  }
}
