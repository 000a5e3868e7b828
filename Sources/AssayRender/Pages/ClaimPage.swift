import AssayAnalysis

extension SitePages {
  private static let claimPageShape = shape("article", "claim", "facts", "checks", "mentions")
  private static let articleShape = TemplateShape("title", "path", "date", "ledger")
  private static let claimShape = TemplateShape(
    "id", "mark", "words", "class", "verdict", "sentence", "place", "speaker", "location",
    "isComment")
  private static let factShape = TemplateShape("name", "value")
  private static let checkShape = TemplateShape(
    "id", "title", "summary", "class", "words", "explanation", "operands", "computed", "formula",
    "notes")
  private static let operandShape = TemplateShape("role", "words", "place", "where")
  private static let mentionShape = TemplateShape("title", "path", "text")

  private static let mostMentions = 12

  func renderClaim(_ place: ClaimPlace) throws(Failure) -> [UInt8] {
    let briefing = index.briefings[place.briefing]
    let claim = briefing.claims[place.claim]
    var sentence = HTMLBytes()
    claim.excerpt.append(to: &sentence)
    let verdict = VerdictMark.words(claim.verdict)
    return try render(
      "claim.html",
      PageHead(
        title: "\(claim.words): \(verdict)", description: claim.excerpt.plain, section: "ledger",
        language: briefing.language, structured: structuredClaim(claim, of: briefing)),
      path: PageMap.claim(claim.id), SitePages.claimPageShape,
      [
        SitePages.articleShape.map(
          .string(briefing.title), .string(PageMap.article(briefing.slug)),
          TemplateValue(briefing.date.map(longDate)),
          .string(PageMap.articleLedger(briefing.slug))),
        SitePages.claimShape.map(
          .string(claim.id), .integer(claim.mark), .string(claim.words),
          .string(VerdictMark.className(claim.verdict)), .string(verdict),
          .html(sentence.finish()), .string(briefing.place(of: claim)),
          .string(briefing.speaker(ofPart: claim.part).capitalizedFirst),
          .string("\(briefing.file(of: claim)):\(claim.line):\(claim.column)"),
          .boolean(claim.part > 0)),
        .list(facts(claim, briefing)),
        .list(claim.judgedBy) { checkValue(briefing.relations[$0], briefing) },
        .list(mentions(place)),
      ])
  }

  /// How the claim was read, a row a field; what the text does not say has no row.
  private func facts(_ claim: ClaimRecord, _ briefing: Briefing) -> [TemplateValue] {
    let subject = claim.subject.flatMap {
      briefing.entities.indices.contains($0) ? briefing.entities[$0].entity.name : nil
    }
    let qualifier = claim.qualifier.words
    let rows: [(String, String?)] = [
      ("Subject", subject), ("Metric", claim.metric), ("Value", claim.value.words),
      ("Unit", claim.unit.words.isEmpty ? nil : claim.unit.words),
      ("Qualifier", qualifier.isEmpty ? nil : qualifier), ("Kind", claim.kind.words),
      ("Role", claim.role.words),
      ("Direction", claim.direction.map { $0 == .up ? "up" : "down" }),
      ("Time", claim.time?.iso), ("Said by", claim.attribution),
    ]
    return rows.compactMap { name, value in
      value.map { SitePages.factShape.map(.string(name), .string($0)) }
    }
  }

  private func checkValue(_ relation: RelationRecord, _ briefing: Briefing) -> TemplateValue {
    let check = settings.checks.first { $0.id == relation.check }
    let stated = relation.operands.first?.claim.map { briefing.claims[$0] }
    let title = relation.check.split(separator: "-").joined(separator: " ").capitalizedFirst
    return SitePages.checkShape.map(
      .string(relation.check), .string(title), .string(check.map { $0.summary + "." } ?? ""),
      .string(VerdictMark.className(relation.verdict)), .string(relation.verdict.words),
      .string(relation.explanation),
      .list(relation.operands) { operandValue($0, briefing) },
      TemplateValue(
        ComputedFigure.words(relation.computed, of: stated?.kind, unit: stated?.unit)),
      .string(relation.formula), .list(relation.notes) { .string($0) })
  }

  private func operandValue(
    _ operand: RelationRecord.Operand, _ briefing: Briefing
  ) -> TemplateValue {
    let claim = operand.claim.map { briefing.claims[$0] }
    let location = claim.map { "\(briefing.file(of: $0)):\($0.line):\($0.column)" }
    return SitePages.operandShape.map(
      .string(operand.role), .string(operand.words),
      .string(claim.map(briefing.place) ?? briefing.place(ofPart: operand.part)),
      .string(location ?? briefing.speaker(ofPart: operand.part)))
  }

  /// Claims of the same metric of the same entity, elsewhere.
  private func mentions(_ place: ClaimPlace) -> [TemplateValue] {
    let briefing = index.briefings[place.briefing]
    guard let key = RelatedKey(briefing.claims[place.claim], in: briefing),
      let others = index.related[key]
    else { return [] }
    return others.lazy.filter { $0 != place }.prefix(SitePages.mostMentions).map { other in
      let briefing = index.briefings[other.briefing]
      let claim = briefing.claims[other.claim]
      let from = other.briefing == place.briefing ? "" : ", \(briefing.title)"
      return SitePages.mentionShape.map(
        .string(claim.words + from), .string(briefing.place(of: claim)),
        .string(claim.excerpt.shortened(to: 80).plain))
    }
  }
}
