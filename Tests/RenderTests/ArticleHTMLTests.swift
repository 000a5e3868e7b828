import AssayAnalysis
import AssayRender
import TestSupport
import Testing

/// Articles on a page: marks around words, headings with anchors, tables that scroll.
@Suite struct ArticleHTMLTests {
  private func mark(_ words: String, in document: Document) throws -> HTMLMark {
    let text = String(decoding: document.text.bytes, as: UTF8.self)
    let found = try #require(text.firstRange(of: words))
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    return HTMLMark(
      range: TextRange(start..<start + words.utf8.count), open: SafeHTML(escaping: "«"),
      close: SafeHTML(escaping: "»"), reopen: SafeHTML(escaping: "‹"),
      openInsideLink: SafeHTML(escaping: "["), closeInsideLink: SafeHTML(escaping: "]"))
  }

  @Test(arguments: [
    ("fell 10% today", "10%", "<p>fell «10%» today</p>\n"),
    ("fell **10**% today", "10%", "<p>fell <strong>«10»</strong>‹%» today</p>\n"),
    ("fell *from 5 to* 6", "5 to 6", "<p>fell <em>from «5 to»</em>‹ 6»</p>\n"),
    ("fell\n10% today", "fell 10%", "<p>«fell\n10%» today</p>\n"),
    ("[fell 10%](/x) now", "10% now", "<p><a href=\"/x\">fell [10%]</a>« now»</p>\n"),
    ("a `10%` b", "a 10% b", "<p>«a »<code>10%</code>‹ b»</p>\n"),
    ("a \\*b\\* &amp; c", "*b* &", "<p>a «*b* &amp;» c</p>\n"),
    ("| a |\n|---|\n| 5 kg |", "5 kg", nil),
  ])
  func `marks words without crossing a tag`(
    _ markdown: String, _ words: String, _ html: String?
  ) throws {
    let document = Document(markdown: SourceText(markdown))
    let marked = renderArticleHTML(document, marks: [try mark(words, in: document)])
    let written = String(decoding: marked.bytes, as: UTF8.self)
    if let html { #expect(written == html) } else { #expect(written.contains("«5 kg»")) }
  }

  @Test(arguments: [
    ("fell 10% today", 8, "<p>fell 10%^ today</p>\n"),
    ("fell **10%** today", 8, "<p>fell <strong>10%^</strong> today</p>\n"),
    ("[fell 10%](/x) now", 6, "<p><a href=\"/x\">fell 10%</a>^ now</p>\n"),
    ("a `code` b", 4, "<p>a <code>code</code>^ b</p>\n"),
    ("end", 3, "<p>end^</p>\n"),
  ])
  func `inserts between words, after a link and never in code`(
    _ markdown: String, _ offset: UInt32, _ html: String
  ) {
    let document = Document(markdown: SourceText(markdown))
    let insertion = HTMLInsertion(offset: offset, html: SafeHTML(escaping: "^"))
    let written = renderArticleHTML(document, insertions: [insertion])
    #expect(String(decoding: written.bytes, as: UTF8.self) == html)
  }

  @Test func `puts an insertion behind the mark that ends there`() throws {
    let document = Document(markdown: SourceText("fell 10% today"))
    let written = renderArticleHTML(
      document, marks: [try mark("10%", in: document)],
      insertions: [HTMLInsertion(offset: 8, html: SafeHTML(escaping: "^"))])
    #expect(String(decoding: written.bytes, as: UTF8.self) == "<p>fell «10%»^ today</p>\n")
  }

  @Test func `gives headings anchors of their own`() {
    let text = "# Où est l’été?\n\n# Où est l’été?\n\n# 数字\n\n## A_b -- c\n\n# fn1"
    let ids = Document(markdown: SourceText(text)).blocks.compactMap { block -> String? in
      if case .heading(_, let id) = block.kind { id } else { nil }
    }
    #expect(ids == ["ou-est-lete", "ou-est-lete-1", "section", "a-b-c", "section-fn1"])
  }

  @Test func `moves headings below the title of the page`() {
    let document = Document(markdown: SourceText("# a\n\n###### b"))
    let written = renderArticleHTML(document, options: ArticleHTMLOptions(headingOffset: 1))
    let html = String(decoding: written.bytes, as: UTF8.self)
    #expect(html == "<h2 id=\"a\">a</h2>\n<h6 id=\"b\">b</h6>\n")
  }
}
