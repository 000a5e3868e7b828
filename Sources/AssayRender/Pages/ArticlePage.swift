import AssayAnalysis

extension SitePages {
  private static let articleShape = shape(
    "tags", "date", "iso", "summary", "authors", "counts", "verdicts", "points",
    "hero",
    "figures", "changes", "strip", "contents", "body", "thread", "entities", "unchecked", "ledger",
    "report", "claims", "source", "threadSource", "boundary", "terms", "previous", "next",
    "related", "translations", "params")
  private static let figureShape = TemplateShape(
    "name", "stated", "computed", "difference", "class", "words", "claim", "bullet")
  private static let entityShape = TemplateShape("name", "path", "count")
  private static let uncheckedShape = TemplateShape("sentence", "claims")

  private static let mostNames = 30
  private static let mostUnchecked = 12

  func renderArticle(_ number: Int) throws(Failure) -> [UInt8] {
    let briefing = index.briefings[number]
    let authors = briefing.authors.isEmpty ? settings.authors : briefing.authors
    let head = PageHead(
      title: briefing.title, description: briefing.summary ?? "", section: "", type: "article",
      language: language(of: briefing), alternates: alternates(of: number),
      isDraft: briefing.frontMatter.isDraft,
      structured: structuredArticle(briefing, authors: authors), image: shareImage(of: briefing))
    let values: [TemplateValue] = [
      .list(tagValues(briefing)),
      TemplateValue(briefing.date.map(longDate)), TemplateValue(briefing.date?.iso),
      TemplateValue(briefing.summary),
      authors.isEmpty ? .nothing : .string(enumerated(authors)),
      .string(counted(briefing.wordCount, "word") + " · " + SitePages.totals(briefing)),
      .list(SitePages.verdictValues(briefing)),
      .list(briefing.points) { pointValue($0, in: briefing) },
      briefing.charts.hero.map(TemplateValue.html) ?? .nothing,
      .list(briefing.figures) { figureValue($0, in: briefing) },
      briefing.charts.changes.map(TemplateValue.html) ?? .nothing,
      briefing.charts.strip.map(TemplateValue.html) ?? .nothing,
      .list(contentsValues(briefing)), .html(briefing.body),
      briefing.thread.map { threadValue($0, in: briefing) } ?? .nothing,
      .list(entityValues(briefing)), uncheckedValue(briefing),
      briefing.claims.isEmpty ? .nothing : .string(PageMap.articleLedger(briefing.slug)),
      briefing.isAnalysed ? .string(PageMap.report(briefing.slug)) : .nothing,
      .string(PageMap.claimsJSON(briefing.slug)), .string(briefing.path),
      TemplateValue(otherThreadPath(briefing)),
      TemplateValue(briefing.thread?.boundary), .list(termValues(briefing)),
      neighbourValue(index.order.previous[number]), neighbourValue(index.order.next[number]),
      .list(relatedValues(number)), .list(translationValues(number)),
      TemplateValue(briefing.frontMatter.params),
    ]
    return try render(
      template(of: briefing), head,
      path: PageMap.article(briefing.slug), SitePages.articleShape, values)
  }

  /// The thread's file where it is another than the article's.
  private func otherThreadPath(_ briefing: Briefing) -> String? {
    briefing.threadPath == briefing.path || briefing.thread == nil ? nil : briefing.threadPath
  }

  private func tagValues(_ briefing: Briefing) -> [TemplateValue] {
    briefing.tags.compactMap { tag in
      let slug = PageMap.slug(tag)
      return slug.isEmpty ? nil : SitePages.link(tag, PageMap.term("tags", slug))
    }
  }

  private func figureValue(_ figure: KeyFigure, in briefing: Briefing) -> TemplateValue {
    let verdict = briefing.relations[figure.relation].verdict
    return SitePages.figureShape.map(
      .string(figure.name), .string(figure.stated), .string(figure.computed),
      .string(figure.difference), .string(VerdictMark.className(verdict)), .string(verdict.words),
      markValue(briefing.claims[figure.claim], in: briefing),
      SitePages.html(bullet(figure, in: briefing)?.drawInline()))
  }

  /// The stated figure against what the other numbers allow; nil where either has no bounds.
  private func bullet(_ figure: KeyFigure, in briefing: Briefing) -> Bullet? {
    let relation = briefing.relations[figure.relation]
    guard let stated = relation.stated, let computed = relation.computed, let low = stated.low,
      let high = stated.high, let least = computed.low, let most = computed.high
    else { return nil }
    let middle = (low.approximateDouble + high.approximateDouble) / 2
    let allowed = (least.approximateDouble, most.approximateDouble)
    // A fall of 23 percent is stated without its sign.
    let isFlipped = (middle < 0) != (allowed.0 + allowed.1 < 0)
    return Bullet(
      id: "bullet", name: figure.name, stated: isFlipped ? -middle : middle,
      statedLabel: figure.stated, allowed: allowed, allowedLabel: figure.computed,
      difference: figure.difference, verdict: relation.verdict)
  }

  private func entityValues(_ briefing: Briefing) -> [TemplateValue] {
    let named = briefing.entities.filter { $0.articleMentions + $0.commentMentions > 0 }
    let order = named.enumerated().sorted {
      let (left, right) = ($0.element, $1.element)
      return (-left.articleMentions - left.commentMentions, $0.offset)
        < (-right.articleMentions - right.commentMentions, $1.offset)
    }
    return order.prefix(SitePages.mostNames).map { _, record in
      var counts: [String] = []
      if record.articleMentions > 0 { counts.append(groupedDigits(record.articleMentions)) }
      if record.commentMentions > 0 {
        counts.append(groupedDigits(record.commentMentions) + " by readers")
      }
      let note = record.entity.type.rawValue + " · " + counts.joined(separator: " + ")
      return SitePages.entityShape.map(
        .string(record.entity.name), TemplateValue(index.path(of: record.entity)),
        .string(note))
    }
  }

  /// What no check could speak of, one mark each.
  private func uncheckedValue(_ briefing: Briefing) -> TemplateValue {
    let claims = briefing.claims.filter {
      $0.part == 0 && $0.kind != .date
        && ($0.verdict == nil || $0.verdict == .needsReference || $0.verdict == .needsContext)
    }
    guard !claims.isEmpty else { return .nothing }
    let all = briefing.claims.count { $0.part == 0 }
    let shown = claims.prefix(SitePages.mostUnchecked)
    let sentence =
      "\(claims.count) of the \(all) numbers in the text could not be held against another"
      + (claims.count > shown.count ? "; the first \(shown.count) are:" : ":")
    return SitePages.uncheckedShape.map(
      .string(sentence), .list(shown) { markValue($0, in: briefing) })
  }
}

extension Theme {
  func has(_ template: String) -> Bool { templates.names.contains(template) }
}
