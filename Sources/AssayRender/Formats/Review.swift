public import AssayAnalysis

/// What a person decided about a finding.
public struct Review: Sendable, Hashable {
  public enum Decision: String, Sendable, Hashable, CaseIterable {
    /// The text is right as it stands: the finding is set aside.
    case accept
    /// The finding is right: it stands, now confirmed.
    case reject
  }

  /// The fingerprint of the finding.
  public let finding: String
  public let decision: Decision
  public let reason: String
  /// Who signs for it; only a signed review is published as a ClaimReview.
  public let reviewer: String?
  public let date: CalendarDate?
  /// True for a comment in the text itself.
  public let isInline: Bool

  public init(
    finding: String, decision: Decision, reason: String, reviewer: String? = nil,
    date: CalendarDate? = nil, isInline: Bool = false
  ) {
    self.finding = finding
    self.decision = decision
    self.reason = reason
    self.reviewer = reviewer
    self.date = date
    self.isInline = isInline
  }
}

extension Analysis {
  /// The findings with the reviews that speak of them, and what is wrong with the suppressions in
  /// the text: those that cannot be read, and those that suppress nothing.
  ///
  /// - Parameter reviews: by fingerprint.
  public func findings(
    reviews: [String: Review]
  ) -> (findings: [Finding], diagnostics: [Diagnostic]) {
    let (suppressions, problems) = article.suppressions()
    var isUsed = [Bool](repeating: false, count: suppressions.count)
    let found = relationFindings().map { relation, finding in
      var finding = finding
      finding.review = reviews[finding.fingerprint]
      guard finding.verdict.severity != nil else { return finding }
      for (index, suppression) in suppressions.enumerated() where suppression.covers(relation) {
        isUsed[index] = true
        finding.review =
          finding.review
          ?? Review(
            finding: finding.fingerprint, decision: .accept, reason: suppression.reason,
            isInline: true)
      }
      return finding
    }
    let stale = zip(suppressions, isUsed).filter { !$0.1 }.map { suppression, _ in
      Diagnostic(
        .warning, in: article.source, at: suppression.range,
        "'\(suppression.checks.joined(separator: ", "))' finds nothing in the next block",
        hint: "take the comment out, or move it right before the block it is meant for",
        rule: "stale-review")
    }
    return (found.sorted(), problems + stale)
  }

  /// The same with the relations that a review accepts set aside: they ask for nothing any more.
  public func settingAside(_ reviews: [String: Review]) -> Analysis {
    let (suppressions, _) = article.suppressions()
    guard !reviews.isEmpty || !suppressions.isEmpty else { return self }
    let relations = relationFindings().map { relation, finding in
      let inline = suppressions.first { $0.covers(relation) }?.reason
      let review = reviews[finding.fingerprint]
      guard relation.verdict.severity != nil else { return relation }
      if let review, review.decision == .reject {
        return relation.with(
          verdict: relation.verdict, note: "confirmed \(review.signature): \(review.reason)",
          review: review.signed)
      }
      guard let reason = review?.reason ?? inline else { return relation }
      return relation.with(
        verdict: .notCheckable, note: "set aside \(review?.signature ?? "in the text"): \(reason)",
        review: review?.signed)
    }
    return Analysis(
      article: article, thread: thread, entities: entities, parts: parts, relations: relations)
  }
}

extension Review {
  fileprivate var signature: String { reviewer.map { "by \($0)" } ?? "by a review" }

  fileprivate var signed: SignedReview? {
    reviewer.map {
      SignedReview(
        reviewer: $0, isAccepted: decision == .accept, reason: reason, date: date)
    }
  }
}

extension Suppression {
  fileprivate func covers(_ relation: Relation) -> Bool {
    guard let place = relation.operands.first?.place, place.part == 0,
      checks.contains(relation.check)
    else { return false }
    return relation.operands.contains { $0.place.part == 0 && words.contains($0.place.range) }
  }
}
