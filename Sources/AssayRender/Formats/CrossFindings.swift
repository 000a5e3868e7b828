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

/// Among values of one figure, those that cannot be what the newest dated article gives, with that one;
/// nil where all agree. Articles without a date are older than all others; of one date the first counts.
func dispute<Told>(
  in group: [Told], date: (Told) -> CalendarDate?, lenient: (Told) -> Interval
) -> (newest: Told, older: [Told])? {
  func day(_ told: Told) -> String { date(told)?.iso ?? "" }
  guard let newest = group.max(by: { day($0) < day($1) }) else { return nil }
  let older = group.filter {
    day($0) < day(newest) && !lenient($0).overlaps(lenient(newest))
  }
  return older.isEmpty ? nil : (newest, older)
}

private func findings(of group: [PlacedFigure]) -> [Finding] {
  let sorted = group.sorted { first, second in
    let (a, b) = (first.date?.iso ?? "", second.date?.iso ?? "")
    return a != b ? a > b : first.operand.location.path < second.operand.location.path
  }
  guard let found = dispute(in: sorted, date: \.date, lenient: \.figure.lenient) else { return [] }
  return found.older.map { finding($0, found.newest) }
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
