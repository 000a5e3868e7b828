extension Check {
  /// Flags a figure that a newer article of the site gives otherwise.
  public static let crossDocument = Check(
    id: "cross-document",
    summary: "One figure in several articles of the site",
    tier: 2,
    documentation: """
      ## What it examines

      Values of one entity, metric and time in one unit, over all articles of the site. The newest
      dated article wins: an older one whose value cannot be the same is doubtful, and both are
      shown. It looks at whole sites only, and speaks only of what differs.

      ## Why it matters

      A figure that was corrected in March stays wrong in the article of January.

      ## Example

      "TAO traded at $332 on April 9, 2026" in one article, "TAO's price on April 9, 2026 was $323"
      in a newer one.

      ## When to ignore it

      Where the two are measured differently, and the text says so.
      """,
    isSiteWide: true, run: { _ in [] })
}

/// A value that other articles of a site may give too.
public struct SiteFigure: Sendable {
  /// What must be the same for two values to be one figure.
  public struct Key: Sendable, Hashable {
    public let entity: String
    public let metric: String
    public let time: String
    public let unit: String
  }

  public let key: Key
  /// In words: "TAO price, 2026-04-09".
  public let name: String
  public let operand: Relation.Operand
  public let strict: Interval
  public let lenient: Interval
}

extension Analysis {
  /// The article's values that are read firmly enough to be held against other articles.
  public var siteFigures: [SiteFigure] {
    guard let part = parts.first else { return [] }
    var figures: [SiteFigure] = []
    for claim in part.claims {
      guard let subject = claim.subject, entities.indices.contains(subject),
        let metric = claim.metric, let time = claim.time, claim.isFirm,
        part.quantities.indices.contains(claim.quantity)
      else { continue }
      let quantity = part.quantities[claim.quantity]
      guard quantity.isPlainValue, let strict = quantity.interval(.strict),
        let lenient = quantity.interval(.lenient)
      else { continue }
      let entity = entities[subject]
      figures.append(
        SiteFigure(
          key: SiteFigure.Key(
            entity: entity.id, metric: metricWords(metric).sorted().joined(separator: " "),
            time: time.iso, unit: quantity.unit.name),
          name: "\(entity.name) \(metric), \(time.iso)",
          operand: Relation.Operand(
            role: "value", place: Place(part: 0, range: quantity.range),
            text: part.words.text[quantity.range], claim: claim.quantity),
          strict: strict, lenient: lenient))
    }
    return figures
  }
}

extension Claim {
  /// A value of its own that the text states flatly, with a time that names its year.
  fileprivate var isFirm: Bool {
    guard let time, confidence >= 0.9, role == .value || role == .to,
      direction == nil || role == .to,
      !isHedged, !isNegated, cautions.isEmpty
    else { return false }
    return time.precision != .decade && time.precision != .range
  }
}

extension Quantity {
  fileprivate var isPlainValue: Bool {
    guard exactValue != nil, qualifier == .exact else { return false }
    switch kind {
    case .money, .percent, .count, .measure, .score: return true
    case .duration, .date, .time, .ratio, .rate, .percentChange, .percentagePoint, .multiple, .rank:
      return false
    }
  }
}
