public import AssayAnalysis

/// How one claim was read and what it was held against, as text for a terminal.
public struct ClaimExplanation: Sendable {
  /// As pages know it.
  public let id: String
  /// In the file, from 1.
  public let line: Int
  public let column: Int
  /// 0 is the article, n the n-th comment of its thread.
  public let part: Int
  /// How many scalars the words are long.
  public let length: Int
  public let text: String
}

extension Analysis {
  /// An explanation of every claim, in reading order.
  ///
  /// - Parameters:
  ///   - slug: the article's folder on the site, which claims' ids are made of.
  ///   - path: the name to show for the path of a file.
  ///   - isWanted: called with a claim's id, path, line and column range; the others are left out.
  public func explanations(
    slug: String, path: @escaping (String) -> String = { $0 },
    where isWanted: (_ id: String, _ path: String, _ line: Int, _ columns: Range<Int>) -> Bool
  ) -> [ClaimExplanation] {
    let reading = ClaimReading(self, slug: slug)
    var found: [ClaimExplanation] = []
    for part in parts.indices {
      let source = path(document(of: part).source.path)
      for claim in parts[part].claims.indices {
        let record = reading.claims[reading.indices[part][claim]]
        let length = record.words.unicodeScalars.count
        let columns = record.column..<record.column + max(1, length)
        guard isWanted(record.id, source, record.line, columns) else { continue }
        let writer = ExplanationWriter(
          analysis: self, reading: reading, part: part, claim: claim, path: path)
        found.append(
          ClaimExplanation(
            id: record.id, line: record.line, column: record.column, part: part, length: length,
            text: writer.text(record, at: source)))
      }
    }
    return found.sorted { ($0.part, $0.line, $0.column) < ($1.part, $1.line, $1.column) }
  }
}

private struct ExplanationWriter {
  let analysis: Analysis
  let reading: ClaimReading
  let part: Int
  let claim: Int
  let path: (String) -> String

  func text(_ record: ClaimRecord, at source: String) -> String {
    var lines = ["\(source):\(record.line):\(record.column): \(record.words)  [\(record.id)]"]
    lines.append("  " + reading.excerpt(of: record).plain)
    lines.append("")
    lines += readings(record).map { "  " + padded($0.name, to: 11) + $0.value }
    let relations = analysis.relations.filter { relation in
      relation.operands.contains { $0.place.part == part && $0.claim == claim }
    }
    for relation in relations {
      lines.append("")
      lines += words(of: relation)
    }
    if relations.isEmpty {
      lines += ["", "  Nothing in the text bears on it, so nothing was checked."]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func readings(_ record: ClaimRecord) -> [(name: String, value: String)] {
    let facts = analysis.parts[part]
    let claim = facts.claims[self.claim]
    let quantity = facts.quantities[claim.quantity]
    let text = analysis.document(of: part).text
    var rows: [(String, String)] = []
    let number = [quantity.qualifier.words, quantity.value.words, quantity.unit.words]
    rows.append(("quantity", number.filter { !$0.isEmpty }.joined(separator: " ")))
    rows.append(("kind", quantity.kind.words + ", read by the rule '\(quantity.rule)'"))
    if let strict = quantity.interval(.strict), let lenient = quantity.interval(.lenient) {
      rows.append(("means", "\(strict.words); read loosely \(lenient.words)"))
    }
    rows.append(("role", claim.role.words + (claim.direction.map { ", \($0.rawValue)" } ?? "")))
    if let cue = claim.cue, !cue.isEmpty { rows.append(("said by", "the word '\(text[cue])'")) }
    let subject = claim.subject.map { analysis.entities[$0].name }
    let about = [subject, claim.metric].compactMap { $0 }
    if !about.isEmpty { rows.append(("about", about.joined(separator: ", "))) }
    if let time = claim.time { rows.append(("time", time.iso)) }
    if let speaker = claim.attribution { rows.append(("attributed", "to \(text[speaker])")) }
    if claim.isNegated { rows.append(("negated", "yes")) }
    if claim.isHedged { rows.append(("hedged", "yes")) }
    if part > 0, let comment = analysis.thread?.comments[part - 1] {
      rows.append(("comment", "\(comment.id), by \(comment.author ?? "nobody named")"))
    }
    return rows
  }

  private func words(of relation: Relation) -> [String] {
    var lines = [
      "  \(relation.check): \(relation.verdict.rawValue)", "    " + relation.explanation,
    ]
    for operand in relation.operands {
      let document = analysis.document(of: operand.place.part)
      let range = operand.source ?? document.sourceRange(of: operand.place.range)
      let place = document.source.location(of: Int(range.start))
      lines.append(
        "    " + padded(operand.role, to: 7) + padded(operand.text, to: 20)
          + "\(path(document.source.path)):\(place.line):\(place.column)")
    }
    if let computed = relation.computed { lines.append("    computed \(computed.words)") }
    if let stated = relation.stated { lines.append("    stated   \(stated.words)") }
    lines += relation.notes.map { "    note: " + $0 }
    return lines
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.unicodeScalars.count))
  }
}

extension Interval {
  /// "18.5 to 19.5", "more than 5", "at most 3".
  fileprivate var words: String {
    let low = self.low.map(shortened)
    let high = self.high.map(shortened)
    switch (low, high) {
    case (let low?, let high?) where low == high: return low
    case (let low?, let high?):
      return "\(isLowOpen ? "more than " : "")\(low) to \(isHighOpen ? "less than " : "")\(high)"
    case (let low?, nil): return (isLowOpen ? "more than " : "at least ") + low
    case (nil, let high?): return (isHighOpen ? "less than " : "at most ") + high
    case (nil, nil): return "any number"
    }
  }
}

/// A quotient has more digits than anybody reads.
private func shortened(_ number: DecimalNumber) -> String {
  let size = number.magnitude
  let places = size < DecimalNumber(1) ? 4 : size < DecimalNumber(1000) ? 2 : 0
  let plain = number.normalized
  return formatNumber(plain, places: -plain.exponent > places ? places : nil)
}
