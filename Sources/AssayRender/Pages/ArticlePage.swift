import AssayAnalysis

extension SitePages {
  /// What an article's page shows of the article alone, by these names in this order.
  private static let ownNames = [
    "points", "hero", "figures", "changes", "strip", "contents", "headline", "body", "thread",
    "unchecked", "boundary",
  ]
  private static let ownShape = TemplateShape(ownNames)
  private static let articleShape = TemplateShape(
    ["site", "page", "words"] + ownNames + [
      "tags", "date", "iso", "summary", "authors", "counts", "verdicts", "entities", "ledger",
      "report", "claims", "source", "threadSource", "terms", "previous", "next",
      "related", "translations", "disputes", "params",
    ])
  private static let figureShape = TemplateShape(
    "name", "stated", "computed", "difference", "class", "words", "claim", "bullet")
  private static let entityShape = TemplateShape("name", "path", "count")
  private static let uncheckedShape = TemplateShape("sentence", "claims")

  private static let mostNames = 30
  private static let mostUnchecked = 12

  /// What is packed of an article for its page.
  static func articleValue(_ draft: BriefingDraft) -> TemplateValue {
    ownShape.map(
      .list(draft.points) { pointValue($0, in: draft) },
      draft.charts.hero.map(TemplateValue.html) ?? .nothing,
      .list(draft.figures) { figureValue($0, in: draft) },
      draft.charts.changes.map(TemplateValue.html) ?? .nothing,
      draft.charts.strip.map(TemplateValue.html) ?? .nothing,
      .list(contentsValues(draft.contents)),
      draft.headline.map(TemplateValue.html) ?? .nothing, .html(draft.body),
      draft.thread.map { threadValue($0, in: draft) } ?? .nothing, uncheckedValue(draft),
      TemplateValue(draft.thread?.boundary))
  }

  /// The text of an article as its page shows it.
  func body(of number: Int) throws(Failure) -> SafeHTML {
    let own = try unpacked(number, index.briefings[number].sections.article)
    guard case .map(let map) = own, case .html(let body)? = map["body"] else {
      throw Self.damagedPack
    }
    return body
  }

  /// The lines of *In brief* that were packed for an article's page.
  func points(of number: Int) throws(Failure) -> [TemplateValue] {
    let own = try unpacked(number, index.briefings[number].sections.article)
    guard case .map(let map) = own, case .list(let points)? = map["points"] else { return [] }
    return points
  }

  func renderArticle(_ number: Int) throws(Failure) -> RenderedPage {
    let briefing = index.briefings[number]
    let authors = briefing.authors.isEmpty ? settings.authors : briefing.authors
    let head = PageHead(
      title: briefing.title, description: briefing.summary ?? "", section: "", type: "article",
      language: language(of: briefing), alternates: alternates(of: number),
      isDraft: briefing.matter.isDraft,
      structured: structuredArticle(briefing, authors: authors), image: shareImage(of: briefing))
    let own = try unpackedValues(number, briefing.sections.article)
    let linked: [TemplateValue] = [
      .list(tagValues(briefing)),
      TemplateValue(briefing.date.map(longDate)), TemplateValue(briefing.date?.iso),
      TemplateValue(briefing.summary),
      authors.isEmpty ? .nothing : .string(enumerated(authors)),
      .string(counted(briefing.wordCount, "word") + " · " + SitePages.totals(briefing)),
      .list(SitePages.verdictValues(briefing)),
      .list(entityValues(briefing)),
      briefing.claimCount == 0 ? .nothing : .string(PageMap.articleLedger(briefing.slug)),
      briefing.isAnalysed ? .string(PageMap.report(briefing.slug)) : .nothing,
      .string(PageMap.claimsJSON(briefing.slug)), .string(briefing.path),
      TemplateValue(otherThreadPath(briefing)), .list(termValues(briefing)),
      neighbourValue(index.order.previous[number]), neighbourValue(index.order.next[number]),
      .list(relatedValues(number)), .list(translationValues(number)),
      .list(disputes(in: number)),
      briefing.matter.params,
    ]
    return try render(
      template(of: briefing), head,
      path: PageMap.article(briefing.slug), SitePages.articleShape, own + linked)
  }

  /// The thread's file where it is another than the article's.
  private func otherThreadPath(_ briefing: Briefing) -> String? {
    briefing.threadPath == briefing.path || briefing.commentCount == nil
      ? nil : briefing.threadPath
  }

  private func tagValues(_ briefing: Briefing) -> [TemplateValue] {
    briefing.tags.compactMap { tag in
      let slug = PageMap.slug(tag)
      return slug.isEmpty ? nil : SitePages.link(tag, PageMap.term("tags", slug))
    }
  }

  private static func figureValue(_ figure: KeyFigure, in draft: BriefingDraft) -> TemplateValue {
    let verdict = draft.relations[figure.relation].verdict
    return figureShape.map(
      .string(figure.name), .string(figure.stated), .string(figure.computed),
      .string(figure.difference), .string(VerdictMark.className(verdict)), .string(verdict.words),
      markValue(figure.claim, in: draft), html(bullet(figure, in: draft)?.drawInline()))
  }

  private static func bullet(_ figure: KeyFigure, in draft: BriefingDraft) -> Bullet? {
    bullet(
      draft.relations[figure.relation], name: figure.name, stated: figure.stated,
      computed: figure.computed, difference: figure.difference)
  }

  /// A stated figure against what the other numbers allow; nil where either has no bounds.
  static func bullet(
    _ relation: RelationRecord, name: String, stated words: String, computed: String,
    difference: String, id: String = "bullet"
  ) -> Bullet? {
    let allowedWords = computed
    guard let stated = relation.stated, let computed = relation.computed, let low = stated.low,
      let high = stated.high, let least = computed.low, let most = computed.high
    else { return nil }
    let middle = (low.approximateDouble + high.approximateDouble) / 2
    // What may be stated with as few digits as the text does, and agree with the sum.
    let slack = abs(high.approximateDouble - low.approximateDouble) / 2
    let allowed = (least.approximateDouble - slack, most.approximateDouble + slack)
    // A fall of 23 percent is stated without its sign.
    let isFlipped = (middle < 0) != (allowed.0 + allowed.1 < 0)
    return Bullet(
      id: id, name: name, stated: isFlipped ? -middle : middle, statedLabel: words,
      allowed: allowed, allowedLabel: allowedWords, difference: difference,
      verdict: relation.verdict)
  }

  private func entityValues(_ briefing: Briefing) -> [TemplateValue] {
    let named = briefing.entities.filter { $0.mentionCount > 0 }
    let order = named.indices.sorted {
      (-named[$0].mentionCount, $0) < (-named[$1].mentionCount, $1)
    }
    return order.prefix(SitePages.mostNames).map { number in
      let record = named[number]
      var counts: [String] = []
      if record.articleMentions > 0 { counts.append(groupedDigits(record.articleMentions)) }
      if record.commentMentions > 0 {
        counts.append(groupedDigits(record.commentMentions) + " by readers")
      }
      let note = record.entity.type.rawValue + " · " + counts.joined(separator: " + ")
      return SitePages.entityShape.map(
        .string(record.entity.name), TemplateValue(index.path(of: record.entity.id, in: briefing)),
        .string(note))
    }
  }

  /// What no check could speak of, one mark each.
  private static func uncheckedValue(_ draft: BriefingDraft) -> TemplateValue {
    let claims = draft.claims.filter {
      $0.part == 0 && !$0.kind.isCalendar
        && ($0.verdict == nil || $0.verdict == .needsReference || $0.verdict == .needsContext)
    }
    guard !claims.isEmpty else { return .nothing }
    let all = draft.claims.count { $0.part == 0 }
    let shown = claims.prefix(mostUnchecked)
    let sentence =
      "\(claims.count) of the \(all) numbers in the text could not be held against another"
      + (claims.count > shown.count ? "; the first \(shown.count) are:" : ":")
    return uncheckedShape.map(
      .string(sentence), .list(shown) { markValue($0, in: draft) })
  }
}

extension Theme {
  func has(_ template: String) -> Bool { templates.names.contains(template) }
}
