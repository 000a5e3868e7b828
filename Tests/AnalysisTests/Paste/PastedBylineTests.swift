import AssayAnalysis
import Testing

@Suite struct PastedBylineTests {
  static let prose =
    "Northline Ferries lost £4.2 million in the year to December, against a loss of £2.8 million a year earlier, the company said on Monday."

  @Test(arguments: [
    (
      "By Marta Lindqvist, Transport correspondent\nPublished 3 March 2026, 07:45",
      ["Marta Lindqvist"], "2026-03-03"
    ),
    (
      "By Ana de la Cruz and Tom Ek | March 3rd, 2026 | 5 min read", ["Ana de la Cruz", "Tom Ek"],
      "2026-03-03"
    ),
    ("Posted on Tue, 3 Mar 2026 at 7:45 pm GMT", [], "2026-03-03"),
    ("2026-03-03T07:45:00Z", [], "2026-03-03"),
    ("Updated: 4 March 2026", [], "2026-03-04"),
  ])
  func `takes names and dates under the title for the article's own`(
    lines: String, authors: [String], date: String
  ) {
    let read = PasteSummary(
      "Ferry Operator Blames Fuel Bill\n\n\(lines)\n\n\(PastedBylineTests.prose)\n")
    #expect(read.article.frontMatter.authors == authors)
    #expect(read.article.frontMatter.date == CalendarDate(iso: date))
    #expect(read.paragraphCount == 1)
  }

  @Test(arguments: [
    "By Monday 3 March all was over",
    "Published in 2026 by the council",
    "03/04/2026",
    "By the numbers",
  ])
  func `leaves other short lines in the text`(line: String) {
    let read = PasteSummary(
      "Ferry Operator Blames Fuel Bill\n\n\(line)\n\n\(PastedBylineTests.prose)\n")
    #expect(read.article.frontMatter.authors.isEmpty)
    #expect(read.article.frontMatter.date == nil)
    #expect(read.paragraphCount + read.headings.count == 3)
  }
}
