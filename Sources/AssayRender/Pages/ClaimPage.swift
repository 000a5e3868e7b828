import AssayAnalysis

extension SitePages {
  private static let claimOwnShape = TemplateShape(
    "title", "description", "speaker", "article", "claim", "facts", "checks", "mentions", "review",
    "subject")
  private static let claimPageShape = shape(claimOwnShape, "history")
  private static let articleShape = TemplateShape("title", "path", "date", "ledger")
  private static let claimShape = TemplateShape(
    "id", "mark", "words", "class", "verdict", "sentence", "place", "speaker", "location",
    "isComment")
  private static let subjectShape = TemplateShape("name", "path")
  private static let reviewShape = TemplateShape("reviewer", "rating", "reason", "date")
  private static let factShape = TemplateShape("name", "value")
  private static let checkShape = TemplateShape(
    "id", "title", "summary", "class", "words", "explanation", "operands", "computed", "formula",
    "notes", "bullet")
  private static let operandShape = TemplateShape("role", "words", "place", "where")
  private static let mentionShape = TemplateShape("title", "path", "text")

  private static let mostMentions = 12

  /// What is packed for the page of a claim.
  static func claimValue(_ claim: ClaimRecord, _ draft: BriefingDraft) -> TemplateValue {
    let excerpt = draft.reading.excerpt(of: claim)
    var sentence = HTMLWriter()
    excerpt.append(to: &sentence)
    let verdict = VerdictMark.words(claim.verdict)
    let date = draft.analysis.article.frontMatter.date
    return claimOwnShape.map(
      .string("\(claim.words): \(verdict)"), .string(excerpt.plain),
      TemplateValue(claim.part > 0 ? nil : draft.reading.attribution(of: claim)),
      articleShape.map(
        .string(draft.title), .string(PageMap.article(draft.slug)),
        TemplateValue(date.map(longDate)), .string(PageMap.articleLedger(draft.slug))),
      claimShape.map(
        .string(claim.id), .integer(claim.mark), .string(claim.words),
        .string(VerdictMark.className(claim.verdict)), .string(verdict),
        .html(sentence.finish()), .string(draft.place(of: claim)),
        .string(draft.leadingSpeaker(ofPart: claim.part)),
        .string(draft.location(of: claim)), .boolean(claim.part > 0)),
      .list(facts(claim, draft.reading)),
      .list(claim.judgedBy) { checkValue($0, of: claim, draft) },
      .list(mentions(of: claim, draft)),
      claim.judgedBy.lazy.compactMap { draft.relations[$0].review }.first.map(reviewValue)
        ?? .nothing,
      draft.reading.subject(of: claim).map { name in
        subjectShape.map(
          .string(name), .string(draft.analysis.entities[claim.subject ?? 0].id))
      } ?? .nothing)
  }

  private static func reviewValue(_ review: SignedReview) -> TemplateValue {
    reviewShape.map(
      .string(review.reviewer),
      .string(review.isAccepted ? "Accepted as it stands" : "Contradicted by its own numbers"),
      .string(review.reason), TemplateValue(review.date?.iso))
  }

  func renderClaim(_ number: Int, _ claim: Int) throws(Failure) -> RenderedPage {
    let briefing = index.briefings[number]
    let section = briefing.sections.claims[claim]
    if form == .key { return try claimKey(of: section, number) }
    var values = try unpackedValues(number, section.range)
    guard values.count == SitePages.claimOwnShape.names.count, case .string(let title) = values[0],
      case .string(let description) = values[1]
    else { throw Self.damagedPack }
    let review = values[values.count - 2]
    values[values.count - 1] = subjectLink(values[values.count - 1], in: briefing)
    values.append(.list(history(ofClaim: section.id, in: number)))
    return try render(
      "claim.html",
      PageHead(
        title: title, description: description, section: "ledger", language: briefing.language,
        structured: structuredClaim(
          section.id, description, values[2], review: review, of: briefing)),
      path: PageMap.claim(section.id), SitePages.claimPageShape, values)
  }

  /// What its page depends on beside its pack: which names have pages, and what structured data say
  /// of its article.
  private func claimKey(
    of section: (id: String, range: PackedRange), _ number: Int
  ) throws(Failure) -> RenderedPage {
    let briefing = index.briefings[number]
    let paths = briefing.entities.map {
      TemplateValue(index.path(of: $0.entity.id, in: briefing))
    }
    return try render(
      "claim.html",
      PageHead(
        title: briefing.title, language: briefing.language,
        structured: structuredTrail([(briefing.title, PageMap.article(briefing.slug))])),
      path: "", SitePages.claimPageShape,
      [.list(paths), .list(history(ofClaim: section.id, in: number))]
        + (try unpackedValues(0, section.range)))
  }

  /// The page of what a claim is about, where there is one.
  private func subjectLink(_ packed: TemplateValue, in briefing: Briefing) -> TemplateValue {
    guard case .map(let subject) = packed, case .string(let id)? = subject["path"],
      let path = index.path(of: id, in: briefing)
    else { return .nothing }
    return SitePages.subjectShape.map(subject.values[0], .string(path))
  }

  /// How the claim was read, a row a field; what the text does not say has no row.
  private static func facts(_ claim: ClaimRecord, _ reading: ClaimReading) -> [TemplateValue] {
    let qualifier = claim.qualifier.words
    let rows: [(String, String?)] = [
      ("Subject", reading.subject(of: claim)), ("Metric", claim.metric),
      ("Value", claim.value.words),
      ("Unit", claim.unit.words.isEmpty ? nil : claim.unit.words),
      ("Qualifier", qualifier.isEmpty ? nil : qualifier), ("Kind", claim.kind.words),
      ("Role", claim.role.words),
      ("Direction", claim.direction.map { $0 == .up ? "up" : "down" }),
      ("Time", claim.time?.iso), ("Said by", reading.attribution(of: claim)),
    ]
    return rows.compactMap { name, value in
      value.map { factShape.map(.string(name), .string($0)) }
    }
  }

  private static func checkValue(
    _ number: Int, of claim: ClaimRecord, _ draft: BriefingDraft
  ) -> TemplateValue {
    let relation = draft.relations[number]
    let check = Check.all.first { $0.id == relation.check }
    let stated = relation.operands.first?.claim.map { draft.claims[$0] }
    let title = relation.check.split(separator: "-").joined(separator: " ").capitalizedFirst
    return checkShape.map(
      .string(relation.check), .string(title), .string(check.map { $0.summary + "." } ?? ""),
      .string(VerdictMark.className(relation.verdict)), .string(relation.verdict.words),
      .string(relation.explanation),
      .list(relation.operands) { operandValue($0, draft) },
      TemplateValue(
        ComputedFigure.words(
          relation.computed, exact: relation.exact, of: stated?.kind, unit: stated?.unit)),
      .string(relation.formula), .list(relation.notes) { .string($0) },
      html(bullet(relation, of: claim, number, draft)?.figure()))
  }

  /// The claim's own figure against what the check computed.
  private static func bullet(
    _ relation: RelationRecord, of claim: ClaimRecord, _ number: Int, _ draft: BriefingDraft
  ) -> Bullet? {
    guard Highlights.isStated(claim, by: relation),
      let computed = ComputedFigure.words(
        relation.computed, exact: relation.exact, of: claim.kind, unit: claim.unit)
    else { return nil }
    let difference = ComputedFigure.difference(
      claim.value.middle, relation.computed, exact: relation.exact, of: claim.kind,
      unit: claim.unit)
    // Where both are the same there is nothing to see.
    guard let difference, difference != "none" else { return nil }
    return bullet(
      relation, name: Highlights.name(claim, draft.reading), stated: claim.words,
      computed: computed, difference: difference,
      id: "bullet-\(number)")
  }

  private static func operandValue(
    _ operand: RelationRecord.Operand, _ draft: BriefingDraft
  ) -> TemplateValue {
    let claim = operand.claim.map { draft.claims[$0] }
    return operandShape.map(
      .string(operand.role), .string(operand.words),
      .string(claim.map(draft.place) ?? draft.place(ofPart: operand.place.part)),
      .string(claim.map(draft.location) ?? draft.speaker(ofPart: operand.place.part)))
  }

  /// Claims of the same metric of the same entity in the same unit, elsewhere in the article and its
  /// thread.
  private static func mentions(of claim: ClaimRecord, _ draft: BriefingDraft) -> [TemplateValue] {
    guard let subject = claim.subject, let metric = claim.metric else { return [] }
    let others = draft.claims.lazy.filter { other in
      other.mark != claim.mark && other.subject == subject && other.metric == metric
        && other.unit == claim.unit
    }
    return others.prefix(mostMentions).map { other in
      mentionShape.map(
        .string(other.words), .string(draft.place(of: other)),
        .string(draft.reading.excerpt(of: other, side: 80).plain))
    }
  }
}
