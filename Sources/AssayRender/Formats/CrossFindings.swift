public import AssayAnalysis

/// A site's figure with its place and the date of its article.
public struct PlacedFigure: Sendable {
  public let figure: SiteFigure
  public let operand: Finding.Operand
  public let date: CalendarDate?
}

extension Analysis {
  /// The article's figures with their places.
  public var placedFigures: [PlacedFigure] {
    let figures = siteFigures
    guard !figures.isEmpty else { return [] }
    let lines = LineIndex(article.source)
    return figures.map { figure in
      PlacedFigure(
        figure: figure, operand: finding(figure.operand, lines), date: article.frontMatter.date)
    }
  }
}

/// What `cross-document` finds: each figure that the newest article which gives it gives otherwise.
///
/// Articles without a date are older than all others. Of one article the first figure counts.
public func crossDocumentFindings(_ figures: [PlacedFigure]) -> [Finding] {
  var groups: [SiteFigure.Key: [PlacedFigure]] = [:]
  for figure in figures { groups[figure.figure.key, default: []].append(figure) }
  return groups.values.flatMap(findings).sorted()
}

private func findings(of group: [PlacedFigure]) -> [Finding] {
  let paths = Set(group.map(\.operand.location.path))
  guard paths.count > 1 else { return [] }
  let sorted = group.sorted { first, second in
    let (a, b) = (first.date?.iso ?? "", second.date?.iso ?? "")
    return a != b ? a > b : first.operand.location.path < second.operand.location.path
  }
  guard let newest = sorted.first else { return [] }
  return sorted.dropFirst().compactMap { older in
    guard older.operand.location.path != newest.operand.location.path,
      (older.date?.iso ?? "") < (newest.date?.iso ?? ""),
      !older.figure.lenient.overlaps(newest.figure.lenient)
    else { return nil }
    return finding(older, newest)
  }
}

private func finding(_ older: PlacedFigure, _ newest: PlacedFigure) -> Finding {
  let words = [
    Check.crossDocument.id, older.operand.location.path, older.operand.text, newest.operand.text,
    older.figure.name,
  ]
  return Finding(
    check: Check.crossDocument.id, verdict: .doubtful,
    message: "\(older.operand.text) here, but \(newest.operand.text) in the newer "
      + "\(newest.operand.location.path): \(older.figure.name)",
    formula: older.figure.name,
    notes: [
      "entity, metric, time and unit are read alike in both articles; the newest dated one counts"
    ],
    operands: [older.operand, newest.operand],
    fingerprint: hexadecimalHash(words.joined(separator: "\u{1F}")), needed: nil)
}
