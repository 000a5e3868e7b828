public import AssayAnalysis

/// What a report needs beside the analysis.
public struct ReportOptions: Sendable {
  /// Of Assay.
  public let version: String
  /// The address of the article's page; nil where it has none.
  public let pageURL: String?
  /// So many claims are listed; the rest are counted.
  public let claimLimit: Int

  public init(version: String, pageURL: String? = nil, claimLimit: Int = 200) {
    self.version = version
    self.pageURL = pageURL
    self.claimLimit = claimLimit
  }
}

/// The report of one article and its thread in GitHub's Markdown, for mail, chats and reviews.
///
/// Every sentence is a quotation, a figure that was computed, or a fixed phrase around them; all
/// text of others is escaped.
///
/// - Parameter rows: the analysis' claims, where they were listed already.
public func reportMarkdown(
  _ analysis: Analysis, rows: [ClaimRow]? = nil, options: ReportOptions
) -> [UInt8] {
  var report = ReportMarkdown(
    analysis, rows: rows ?? analysis.claimRows(slug: ""), options: options)
  report.write()
  return report.output
}

struct ReportMarkdown {
  private(set) var output: [UInt8] = []
  private let analysis: Analysis
  private let options: ReportOptions
  private let rows: [ClaimRow]
  private let findings: [Finding]
  private let readers: ReaderCounts

  init(_ analysis: Analysis, rows: [ClaimRow], options: ReportOptions) {
    self.analysis = analysis
    self.options = options
    self.rows = rows
    findings = analysis.findings
    readers = ReaderCounts(analysis)
  }

  mutating func write() {
    writeTitle()
    writeBrief()
    writeFindings()
    writeClaims()
    writeReaders()
    writeEntities()
    writeMissing()
    writeMethod()
  }

  private mutating func line(_ text: String = "") {
    output.append(contentsOf: text.utf8)
    output.append(UInt8(ascii: "\n"))
  }

  private mutating func heading(_ text: String) {
    line()
    line("## " + text)
    line()
  }
}

// MARK: Head

extension ReportMarkdown {
  private mutating func writeTitle() {
    line("# " + markdownEscaped(reportTitle(of: analysis.article)))
    line()
    let front = analysis.article.frontMatter
    var parts: [String] = []
    if let date = front.date {
      parts.append("\(date.day) \(CalendarDate.monthNames[date.month - 1]) \(date.year)")
    }
    if !front.authors.isEmpty {
      parts.append(front.authors.map(markdownEscaped).joined(separator: ", "))
    }
    parts.append(markdownCode(analysis.article.source.path))
    if let url = options.pageURL { parts.append("<\(percentEncodedURL(url))>") }
    line(parts.joined(separator: " · "))
  }

  private mutating func writeBrief() {
    heading("In brief")
    var counts: [String] = []
    for verdict in reportOrder {
      let count = rows.count { $0.verdict == verdict }
      if count > 0 { counts.append("\(formatNumber(DecimalNumber(count))) \(words(verdict))") }
    }
    let unchecked = rows.count { $0.verdict == nil }
    if unchecked > 0 {
      counts.append("\(formatNumber(DecimalNumber(unchecked))) that no check speaks of")
    }
    let breakdown = counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")
    line("- \(counted(rows.count, "numeric claim"))\(breakdown).")
    for finding in findings.filter({ $0.verdict.rank <= Verdict.doubtful.rank }).prefix(3) {
      line("- \(sign(finding.verdict)) \(markdownEscaped(finding.message)) (\(place(finding)))")
    }
    if readers.count > 0 {
      line("- \(counted(readers.count, "comment")) with words: \(readers.summary).")
    }
  }
}

// MARK: Findings and claims

extension ReportMarkdown {
  private mutating func writeFindings() {
    let shown = findings.filter { $0.verdict.rank <= Verdict.unsupported.rank }
      .sorted { ($0.verdict.rank, $0) < ($1.verdict.rank, $1) }
    heading("Findings")
    guard !shown.isEmpty else {
      line("No number was found to disagree with another.")
      return
    }
    for finding in shown {
      line(
        "- \(sign(finding.verdict)) **\(words(finding.verdict))** (\(finding.check)):"
          + " \(markdownEscaped(finding.message))")
      for operand in finding.operands {
        line(
          "  - \(operand.role): “\(markdownEscaped(operand.text))”, \(place(operand))")
      }
      for note in finding.notes { line("  - " + markdownEscaped(note)) }
    }
  }

  private mutating func writeClaims() {
    heading("Claims")
    guard !rows.isEmpty else {
      line("No numeric claim was found.")
      return
    }
    line("| # | Words | About | Verdict | Sum | Where |")
    line("| --: | --- | --- | --- | --- | --- |")
    for (index, row) in rows.prefix(options.claimLimit).enumerated() {
      let about = [row.subjectName, row.metric].compactMap { $0 }.joined(separator: ", ")
      let verdict = row.verdict.map { "\(sign($0)) \(words($0))" } ?? "○ unchecked"
      let sum = row.judgements.first.map { markdownEscaped($0.explanation) } ?? ""
      line(
        "| \(index + 1) | \(markdownEscaped(row.text)) | \(markdownEscaped(about)) | \(verdict)"
          + " | \(sum) | \(place(row)) |")
    }
    if rows.count > options.claimLimit {
      line()
      line("And \(formatNumber(DecimalNumber(rows.count - options.claimLimit))) more.")
    }
  }

  private mutating func writeMissing() {
    let missing = findings.filter {
      $0.verdict == .needsReference || $0.verdict == .needsContext
    }
    guard !missing.isEmpty else { return }
    heading("What needs a source")
    for finding in missing {
      line(
        "- “\(markdownEscaped(finding.operands.first?.text ?? ""))”, \(place(finding)):"
          + " \(markdownEscaped(finding.message))")
    }
  }

  private func place(_ finding: Finding) -> String {
    finding.operands.first.map(place) ?? ""
  }

  private func place(_ operand: Finding.Operand) -> String {
    let location = operand.location
    let code = markdownCode("\(location.path):\(location.line):\(location.column)")
    return operand.comment.map { "comment \(markdownCode($0)), \(code)" } ?? code
  }

  private func place(_ row: ClaimRow) -> String {
    let comment = row.comment.map { markdownCode($0) + " " } ?? ""
    return comment + "\(row.line):\(row.column)"
  }
}

// MARK: Readers and entities

extension ReportMarkdown {
  private mutating func writeReaders() {
    guard let thread = analysis.thread, !thread.comments.isEmpty else { return }
    heading("How readers reacted")
    line(
      "\(counted(thread.comments.count, "comment")), \(formatNumber(DecimalNumber(readers.count)))"
        + " with words.")
    guard readers.count > 0 else { return }
    line()
    line("| Tone | Comments | Share of \(formatNumber(DecimalNumber(readers.count))) |")
    line("| --- | --: | --: |")
    for (name, count) in readers.counts {
      let share = formatPercent(Double(count) * 100 / Double(readers.count), places: 0)
      line("| \(name) | \(formatNumber(DecimalNumber(count))) | \(share) |")
    }
    for quote in readers.extremes {
      let comment = thread.comments[quote.comment]
      let author = comment.author.map { ", " + markdownCode($0) } ?? ""
      line()
      line("> \(markdownEscaped(shortened(quote.words, to: 280)))")
      line(">")
      line("> — \(quote.tone)\(author), comment \(markdownCode(comment.id))")
    }
  }

  private mutating func writeEntities() {
    guard !analysis.entities.isEmpty else { return }
    var counts = [(article: Int, comments: Int)](repeating: (0, 0), count: analysis.entities.count)
    for (index, part) in analysis.parts.enumerated() {
      for mention in part.mentions where counts.indices.contains(mention.entity) {
        if index == 0 {
          counts[mention.entity].article += 1
        } else {
          counts[mention.entity].comments += 1
        }
      }
    }
    let order = counts.indices.sorted { left, right in
      let (a, b) = (counts[left], counts[right])
      return (b.article + b.comments, left) < (a.article + a.comments, right)
    }
    heading("Entities")
    line("| Name | Kind | In the article | In comments |")
    line("| --- | --- | --: | --: |")
    for index in order.prefix(ReportMarkdown.entityLimit) {
      let entity = analysis.entities[index]
      line(
        "| \(markdownEscaped(entity.name)) | \(entity.type.rawValue) | \(counts[index].article)"
          + " | \(counts[index].comments) |")
    }
    if order.count > ReportMarkdown.entityLimit {
      line()
      line("And \(order.count - ReportMarkdown.entityLimit) more.")
    }
  }

  private static let entityLimit = 30

  private mutating func writeMethod() {
    heading("Method")
    line(
      "Read by Assay \(options.version). Each number is what the quoted words state, read as the"
        + " interval that its digits allow; a verdict tells whether numbers agree, never whether they"
        + " are true. Tones are counts of comments, not opinions of Assay. Beside quotations and"
        + " figures there are only fixed phrases.")
  }
}

// MARK: Words

/// The order in which verdicts are counted.
private let reportOrder: [Verdict] = [
  .contradicted, .doubtful, .unsupported, .consistent, .needsReference, .needsContext, .derived,
  .notCheckable,
]

private func words(_ verdict: Verdict) -> String {
  switch verdict {
  case .needsReference: "needs a source"
  case .needsContext: "needs context"
  case .derived: "computed"
  case .notCheckable: "not checkable"
  case .contradicted, .doubtful, .unsupported, .consistent: verdict.rawValue
  }
}

private func sign(_ verdict: Verdict) -> String {
  switch verdict {
  case .consistent: "✓"
  case .contradicted: "✕"
  case .doubtful: "≈"
  case .unsupported, .needsReference, .needsContext, .derived, .notCheckable: "○"
  }
}

/// "1 comment", "1,480 comments".
private func counted(_ count: Int, _ noun: String) -> String {
  formatNumber(DecimalNumber(count)) + " " + noun + (count == 1 ? "" : "s")
}

/// The front matter's title, else the first heading's words, else the path.
func reportTitle(of document: Document) -> String {
  if let title = document.frontMatter.title { return title }
  for block in document.blocks {
    if case .heading = block.kind { return document.text[block.text] }
  }
  return document.source.path
}

/// An address that cannot end its angle brackets.
private func percentEncodedURL(_ url: String) -> String {
  var result = ""
  for scalar in url.unicodeScalars {
    if scalar.value <= 0x20 || scalar == "<" || scalar == ">" || scalar.value >= 0x7F {
      result += percentEncodedPath(String(scalar))
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
