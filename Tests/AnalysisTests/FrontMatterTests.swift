import AssayAnalysis
import TestSupport
import Testing

@Suite struct FrontMatterTests {
  @Test(arguments: ["\n", "\r\n"])
  func `reads the keys and leaves the body`(lineEnd: String) {
    let text = """
      ---
      title: "Covenant: the crisis"
      date: 2026-04-12T23:30:00-05:00
      updated: 2026-04-14
      tags: [crypto, AI governance]
      author: Ann O'Nymous
      draft: true
      lang: en-GB
      slug: covenant-crisis
      source: https://example.org/a?b=c
      ---
      # Body

      """.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
    let source = SourceText(text)
    let (matter, bodyStart, diagnostics) = FrontMatter.split(source)
    #expect(diagnostics.isEmpty)
    #expect(matter.title == "Covenant: the crisis")
    #expect(matter.date?.iso == "2026-04-12")
    #expect(matter.updated?.iso == "2026-04-14")
    #expect(matter.tags == ["crypto", "AI governance"])
    #expect(matter.authors == ["Ann O'Nymous"])
    #expect(matter.isDraft)
    #expect(matter.language == "en-GB")
    #expect(matter.slug == "covenant-crisis")
    #expect(matter.sourceURL == "https://example.org/a?b=c")
    #expect(source[SourceRange(bodyStart..<source.bytes.count)].hasPrefix("# Body"))
  }

  @Test(arguments: [
    "", "-", "--", "----\na: 1\n----\n", " ---\na: 1\n---\n", "# T\n---\n", "\n---\n",
  ])
  func `leaves a text without front matter alone`(text: String) {
    let (_, bodyStart, diagnostics) = FrontMatter.split(SourceText(text))
    #expect(bodyStart == 0)
    #expect(diagnostics.isEmpty)
  }

  @Test func `says where a fence is missing`() {
    let (_, bodyStart, diagnostics) = FrontMatter.split(
      SourceText(path: "a.md", "---\ntitle: A\n\n# Body\n"))
    #expect(bodyStart == 0)
    #expect(
      diagnostics.map(\.message) == [
        "front matter that begins with '---' must end with a line '---'"
      ])
    #expect(diagnostics.first?.line == 1)
  }

  @Test func `places findings in the file`() {
    let text =
      "---\ntitle: A\ndate: 12/04/2026\nsumary: x\nslug: ../etc\nsource: javascript:x\n---\n"
    let (_, _, diagnostics) = FrontMatter.split(SourceText(path: "a.md", text))
    #expect(
      diagnostics.map { "\($0.line):\($0.column) \($0.message)" } == [
        "3:7 'date' must be YYYY-MM-DD",
        "5:7 'slug' must be at most 100 of the characters a-z, 0-9 and -",
        "6:9 'source' must be an http or https address",
        "4:1 'sumary' is no key of front matter",
      ])
    #expect(diagnostics.last?.hint == "did you mean 'summary'?")
  }

  @Test(arguments: [
    ("2026-04-12T10:14:00Z", "2026-04-12T10:14:00Z"),
    ("2026-04-12T01:14+02:00", "2026-04-11T23:14:00Z"),
    ("2026-04-12 10:14:00.123-0530", "2026-04-12T15:44:00Z"),
    ("1969-12-31T23:59:59", "1969-12-31T23:59:59Z"),
    ("2026-02-29T10:00:00Z", nil), ("2026-04-12", nil), ("0001-01-01T00:00:00+01:00", nil),
    ("2026-04-12T24:00:00Z", nil), ("2026-04-12T10:14:00Zx", nil), ("२०२६-04-12T10:14:00Z", nil),
  ])
  func `turns times into UTC`(text: String, utc: String?) {
    #expect(Timestamp(iso: text)?.iso == utc)
  }
}
