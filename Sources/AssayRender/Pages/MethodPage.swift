import AssayAnalysis

extension SitePages {
  private static let methodShape = shape("counts", "verdicts", "checks")
  private static let verdictShape = TemplateShape("class", "words", "meaning", "count")
  private static let checkShape = TemplateShape("id", "summary", "count", "tier", "documentation")

  func renderMethod() throws(Failure) -> RenderedPage {
    let counts =
      counted(index.briefings.count, "article") + " and " + counted(index.commentCount, "comment")
      + " were read; " + counted(index.claimCount, "number") + " were found in them."
    return try render(
      "method.html", PageHead(title: "Method", section: "method"), path: PageMap.method,
      SitePages.methodShape, [.string(counts), .list(verdictRows), .list(checkRows)])
  }

  private var verdictRows: [TemplateValue] {
    VerdictMark.all.map { verdict in
      let stem = verdict?.rawValue ?? "unchecked"
      let count = index.verdictSections.first { $0.stem == stem }?.count ?? 0
      return SitePages.verdictShape.map(
        .string(VerdictMark.className(verdict)), .string(VerdictMark.words(verdict)),
        .string(SitePages.meaning(stem)), .string(groupedDigits(count)))
    }
  }

  private var checkRows: [TemplateValue] {
    var counts: [String: Int] = [:]
    for briefing in index.briefings {
      for entry in briefing.checkCounts { counts[entry.check, default: 0] += entry.count }
    }
    counts[Check.crossDocument.id] = disputeCount
    return settings.checks.map { check in
      SitePages.checkShape.map(
        .string(check.id), .string(check.summary), .string(groupedDigits(counts[check.id] ?? 0)),
        .string(SitePages.tier(check.tier)), .html(SitePages.documentation(check)))
    }
  }

  private static func tier(_ tier: Int) -> String {
    switch tier {
    case 1: "May say contradicted."
    case 2: "Says doubtful at most."
    default: "Speaks only with a reference."
    }
  }

  /// A check's own words, its headings beneath the page's.
  private static func documentation(_ check: Check) -> SafeHTML {
    var document = Document(markdown: SourceText(path: check.id, check.documentation))
    document = document.withHeadingIDs(prefix: "check-" + check.id + "-")
    return renderArticleHTML(document, options: ArticleHTMLOptions(headingOffset: 2))
  }
}

extension Document {
  /// The same with other anchors, for several documents on one page.
  fileprivate func withHeadingIDs(prefix: String) -> Document {
    Document(
      source: source, frontMatter: frontMatter,
      blocks: blocks.map { block in
        guard case .heading(let level, let id) = block.kind else { return block }
        return Block(
          kind: .heading(level: level, id: prefix + id), range: block.range, end: block.end,
          inlines: block.inlines, text: block.text)
      }, inlines: inlines, text: text)
  }
}
