import AssayAnalysis

/// Briefings in plain text of at most forty lines, for a terminal, a chat or a log.
///
/// - Parameters:
///   - title: over several briefings; of one its own title stands.
///   - base: the site's address without a slash at its end; nil where it has none.
public func reportSummary(
  _ briefings: [BriefingDigest], title: String, base: String? = nil
) -> [UInt8] {
  var lines: [String] = []
  let isSingle = briefings.count == 1
  if !isSingle {
    lines += [title, "\(counted(briefings.count, "briefing"))", ""]
  }
  for digest in briefings.prefix(mostSummaryLines) {
    lines += isSingle ? digest.fullLines(base) : digest.shortLines
  }
  if lines.count > mostSummaryLines {
    let rest = briefings.count
    lines = Array(lines.prefix(mostSummaryLines - 1))
    lines.append(isSingle ? "…" : "… of \(rest) briefings in all")
  }
  return Array((lines.joined(separator: "\n") + "\n").utf8)
}

/// What a person reads before scrolling.
private let mostSummaryLines = 40
private let summaryWidth = 78

extension BriefingDigest {
  fileprivate func fullLines(_ base: String?) -> [String] {
    let head = [title, byline, counts, address(base) ?? ""].filter { !$0.isEmpty }
    var lines = head.flatMap { folded($0) }
    if !points.isEmpty { lines.append("") }
    for point in points { lines += point.lines }
    if let readers { lines += [""] + folded(readers) }
    for quote in quotes {
      let words = ClaimHTML.shortened(quote.words, to: 140)
      lines += folded("\(quote.polarity.sign) “\(words)” \(quote.name)", indent: "  ")
    }
    return lines
  }

  fileprivate var shortLines: [String] {
    var lines = folded(title) + folded(counts, indent: "  ")
    for point in points.prefix(2)
    where point.verdict.map({ $0.rank < Verdict.consistent.rank }) ?? false {
      lines += folded(
        "\(verdictSign(point.verdict)) \(point.number): \(point.computed)", indent: "  ")
    }
    return lines + [""]
  }
}

extension BriefingDigest.Point {
  fileprivate var lines: [String] {
    let verdict = VerdictMark.words(verdict)
    var lines = folded("\(verdictSign(self.verdict)) \(number), \(verdict): \(computed)")
    if computed.isEmpty { lines = folded("\(verdictSign(self.verdict)) \(number), \(verdict)") }
    if !quote.isEmpty { lines += folded("“\(ClaimHTML.shortened(quote, to: 220))”", indent: "  ") }
    return lines
  }
}

/// Words in lines of a terminal's width, the later ones set in.
private func folded(_ words: String, indent: String = "") -> [String] {
  var lines: [String] = []
  var line = indent
  var length = 0
  for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
    if length > 0, line.count + 1 + word.count > summaryWidth {
      lines.append(line)
      line = indent.isEmpty ? "" : indent
      length = 0
    }
    line += (length > 0 ? " " : "") + word
    length += 1
  }
  return lines + (length > 0 ? [line] : [])
}
