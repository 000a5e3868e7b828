import AssayAnalysis
import TestSupport
import Testing

@testable import AssayRender

/// The reports for mail and terminals.
@Suite struct ReportTests {
  private func briefing() throws -> BriefingDigest {
    BriefingDigest(
      try SampleAnalysis.make(), slug: "sample", path: "sample.md",
      report: ReportOptions(version: "1.2.3"))
  }

  @Test func `writes a mail without style sheets, pictures or scripts`() throws {
    let mail = reportEmail([try briefing()], title: "Site", base: "https://site.example")
    try expectGolden(mail, "formats/report.email.html")
    let text = String(decoding: mail, as: UTF8.self)
    for mark in ["<link", "<style", "<script", "<img", "class="] { #expect(!text.contains(mark)) }
  }

  @Test func `keeps a mail of many briefings under 100 KB and a summary to forty lines`() throws {
    let many = Array(repeating: try briefing(), count: 400)
    #expect(reportEmail(many, title: "Site").count < 100_000)
    let summary = reportSummary(many, title: "Site")
    let lines = summary.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    #expect(lines.count <= 41)
    #expect(lines.allSatisfy { $0.count <= 120 })
  }

  @Test func `sums up one article in plain text`() throws {
    try expectGolden(reportSummary([try briefing()], title: "Site"), "formats/report.summary.txt")
  }

  @Test func `lists a site's findings and briefings in Markdown`() throws {
    try expectGolden(
      siteReportMarkdown([try briefing()], title: "A *site*"), "formats/site-report.md")
  }
}
