public import AssayAnalysis

/// What a report needs beside the analysis.
public struct ReportOptions: Sendable {
  /// Of Assay.
  public let version: String
  /// The address of the article's page; nil where it has none.
  public let pageURL: String?

  public init(version: String, pageURL: String? = nil) {
    self.version = version
    self.pageURL = pageURL
  }
}

/// The report of one article and its thread in GitHub's Markdown, for mail, chats and reviews.
///
/// Every sentence is a quotation, a figure that was computed, or a fixed phrase around them; all
/// text of others is escaped.
public func reportMarkdown(_ analysis: Analysis, options: ReportOptions) -> [UInt8] {
  reportMarkdown(ClaimReading(analysis, slug: ""), options: options)
}

/// The same, from claims that were read already.
func reportMarkdown(_ reading: ClaimReading, options: ReportOptions) -> [UInt8] {
  var report = ReportMarkdown(reading, options: options)
  report.write()
  return report.output
}

struct ReportMarkdown {
  private(set) var output: [UInt8] = []
  private let reading: ClaimReading
  private let analysis: Analysis
  private let options: ReportOptions
  /// In order of the verdict, then of place.
  private let findings: [RelationRecord]
  private let readers: ReaderCounts

  /// A report is read in a mail or a chat: beyond so many lines a list is counted.
  private static let mostFindings = 20
  private static let mostClaims = 25
  private static let mostMissing = 10

  init(_ reading: ClaimReading, options: ReportOptions) {
    self.reading = reading
    self.options = options
    analysis = reading.analysis
    let keys = reading.relations.enumerated().map { index, relation in
      (
        rank: relation.verdict.rank, place: relation.operands.first?.place ?? .start, index: index
      )
    }
    findings = keys.sorted { left, right in
      left.rank != right.rank
        ? left.rank < right.rank : (left.place, left.index) < (right.place, right.index)
    }.map { reading.relations[$0.index] }
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

  private mutating func more(_ count: Int) {
    guard count > 0 else { return }
    line()
    line("And \(formatNumber(DecimalNumber(count))) more.")
  }
}

extension Place {
  fileprivate static let start = Place(part: 0, range: TextRange(start: 0, end: 0))
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
      let count = reading.claims.count { $0.verdict == verdict }
      if count > 0 { counts.append("\(formatNumber(DecimalNumber(count))) \(words(verdict))") }
    }
    let unchecked = reading.claims.count { $0.verdict == nil }
    if unchecked > 0 {
      counts.append("\(formatNumber(DecimalNumber(unchecked))) that no check speaks of")
    }
    let breakdown = counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")
    line("- \(counted(reading.claims.count, "numeric claim"))\(breakdown).")
    for finding in findings.filter({ $0.verdict.rank <= Verdict.doubtful.rank }).prefix(3) {
      line("- \(sign(finding.verdict)) \(markdownEscaped(finding.explanation)) (\(place(finding)))")
    }
    if readers.count > 0 {
      line("- \(counted(readers.count, "comment")) with words: \(readers.summary).")
    }
  }
}

// MARK: Findings and claims

extension ReportMarkdown {
  private mutating func writeFindings() {
    let found = findings.filter { $0.verdict.rank <= Verdict.unsupported.rank }
    heading("Findings")
    guard !found.isEmpty else {
      line("No number was found to disagree with another.")
      return
    }
    for finding in found.prefix(ReportMarkdown.mostFindings) {
      line(
        "- \(sign(finding.verdict)) **\(words(finding.verdict))** (\(finding.check)):"
          + " \(markdownEscaped(finding.explanation))")
      for operand in finding.operands {
        line(
          "  - \(operand.role): “\(markdownEscaped(operand.words))”, \(place(operand))")
      }
      for note in finding.notes { line("  - " + markdownEscaped(note)) }
    }
    more(found.count - ReportMarkdown.mostFindings)
  }

  /// The claims that something was held against; the others are in the data.
  private mutating func writeClaims() {
    heading("Claims")
    let judged = reading.claims.filter { $0.verdict != nil && $0.verdict != .needsReference }
    guard !judged.isEmpty else {
      line("No numeric claim was held against another number.")
      return
    }
    line("| # | Words | About | Verdict | Sum | Where |")
    line("| --: | --- | --- | --- | --- | --- |")
    for claim in judged.prefix(ReportMarkdown.mostClaims) {
      let about = [reading.subject(of: claim), claim.metric].compactMap { $0 }
        .joined(separator: ", ")
      let verdict = claim.verdict.map { "\(sign($0)) \(words($0))" } ?? ""
      let sum = reading.judgement(of: claim).map { markdownEscaped($0.explanation) } ?? ""
      line(
        "| \(claim.mark) | \(markdownEscaped(claim.words)) | \(markdownEscaped(about))"
          + " | \(verdict) | \(sum) | \(place(claim)) |")
    }
    more(judged.count - ReportMarkdown.mostClaims)
  }

  private mutating func writeMissing() {
    let missing = findings.filter {
      $0.verdict == .needsReference || $0.verdict == .needsContext
    }
    guard !missing.isEmpty else { return }
    heading("What needs a source")
    for finding in missing.prefix(ReportMarkdown.mostMissing) {
      line(
        "- “\(markdownEscaped(finding.operands.first?.words ?? ""))”, \(place(finding)):"
          + " \(markdownEscaped(finding.explanation))")
    }
    more(missing.count - ReportMarkdown.mostMissing)
  }

  private func place(_ finding: RelationRecord) -> String {
    finding.operands.first.map(place) ?? ""
  }

  private func place(_ operand: RelationRecord.Operand) -> String {
    let location = reading.location(of: operand.place)
    let path = analysis.document(of: operand.place.part).source.path
    let code = markdownCode("\(path):\(location.line):\(location.column)")
    return comment(operand.place.part).map { "comment \(markdownCode($0)), \(code)" } ?? code
  }

  private func place(_ claim: ClaimRecord) -> String {
    let comment = comment(claim.part).map { markdownCode($0) + " " } ?? ""
    return comment + "\(claim.line):\(claim.column)"
  }

  private func comment(_ part: Int) -> String? {
    part > 0 ? analysis.thread?.comments[part - 1].id : nil
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
      let share = "\((count * 200 + readers.count) / (readers.count * 2))%"
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
    let named = counts.indices.filter { analysis.entities[$0].type != .handle }
    let order = named.sorted { left, right in
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
    more(order.count - ReportMarkdown.entityLimit)
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
