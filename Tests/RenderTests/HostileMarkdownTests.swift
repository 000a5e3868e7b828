import AssayAnalysis
import AssayRender
import Foundation
import TestSupport
import Testing

/// Strangers' text reaches a page with nothing but the markup it may have.
@Suite struct HostileMarkdownTests {
  static let wrappings = [
    "%", "[x](%)", "[x](<%>)", "![x](%)", "[%](http://a.org)", "[x](http://a.org \"%\")", "<%>",
    "# %", "> %", "- %", "```%\ncode\n```", "```\n%\n```", "    %", "`%`", "[x]: %\n\n[x]",
    "| a |\n|---|\n| % |", "[^1]: %\n\nx[^1]", "http://a.org/%", "**%**", "~~%~~",
    "![%](http://b.org)",
  ]

  static let payloads = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)",
    "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)", "&#1;javascript:alert(1)", "\u{1}javascript:alert(1)",
    " javascript:alert(1)", "javascript&colon;alert(1)", "vbscript:x", "data:text/html,<script>",
    "blob:http://a/b", "intent://a", "ms-word:ofe|u|http://a", "view-source:http://a",
    "feed:javascript:alert(1)", "//evil.org", "\\\\evil.org", "/\\evil.org", "' onmouseover='x",
    "\" onmouseover=\"x", "a\" style=\"x", "</code><b>", "</p></div>", "{{ x }}", "&lt;b&gt;",
    "<!-- -->", "<![CDATA[x]]>", "<?php ?>", "<svg/onload=x>", "x\u{202E}y", "%00", "\u{0}",
  ]

  @Test func `writes nothing but what a comment or an article may hold`() {
    for payload in Self.payloads { check(payload) }
  }

  @Test(.enabled(if: SharedData.folder != nil, "\(SharedData.absence)"))
  func `withstands the collected payloads`() throws {
    let files = ["xss/owasp", "xss/bluemonday", "xss/ammonia", "strings/blns"]
    for file in files {
      let data = try SharedData.contents("markup/\(file).json")
      let entries = try #require(JSONSerialization.jsonObject(with: data) as? [Any])
      for entry in entries {
        let texts =
          (entry as? [String: String]).map { Array($0.values) } ?? [entry as? String ?? ""]
        for text in texts { check(text, in: ["%", "[x](%)", "| a |\n|---|\n| % |"]) }
      }
    }
  }

  private func check(_ payload: String, in wrappings: [String] = Self.wrappings) {
    for wrapping in wrappings {
      let markdown = wrapping.replacing("%", with: payload)
      let document = Document(markdown: SourceText(markdown))
      let comment = String(decoding: renderCommentHTML(document).bytes, as: UTF8.self)
      let inComment = HTMLScanner.comment.defects(in: comment)
      #expect(inComment.isEmpty, "\(inComment) in the comment \(markdown.debugDescription)")
      let article = String(decoding: renderArticleHTML(document).bytes, as: UTF8.self)
      let inArticle = HTMLScanner.article.defects(in: article)
      #expect(inArticle.isEmpty, "\(inArticle) in the article \(markdown.debugDescription)")
    }
  }

  @Test(arguments: [
    ("<b>bold</b>", "<p>&lt;b&gt;bold&lt;/b&gt;</p>\n"),
    ("# Title", "<p><strong>Title</strong></p>\n"),
    (
      "![a cat](https://a.org/cat.png)",
      "<p><a href=\"https://a.org/cat.png\" rel=\"ugc nofollow noopener\">a cat</a></p>\n"
    ),
    (
      "[https://bank.com](https://evil.org/x)",
      "<p><a href=\"https://evil.org/x\" rel=\"ugc nofollow noopener\">https://bank.com</a> (evil.org)</p>\n"
    ),
    (
      "[bank.com](https://www.bank.com)",
      "<p><a href=\"https://www.bank.com\" rel=\"ugc nofollow noopener\">bank.com</a></p>\n"
    ),
    ("[x](javascript:alert)", "<p>x</p>\n"),
    ("[x](/admin)", "<p>x</p>\n"),
    ("a\u{202E}b", "<p>a[U+202E]b</p>\n"),
    ("| a | b |\n|---|---|\n| 1 | 2 |", "<p>a | b<br />\n1 | 2</p>\n"),
    ("- [x] done", "<ul>\n<li>[x] done</li>\n</ul>\n"),
    (
      "text[^1]\n\n[^1]: note",
      "<p>text[1]</p>\n<blockquote>\n<p>[1]</p>\n<p>note</p>\n</blockquote>\n"
    ),
  ])
  func `shows all that a stranger wrote`(_ markdown: String, _ html: String) {
    let document = Document(markdown: SourceText(markdown))
    #expect(String(decoding: renderCommentHTML(document).bytes, as: UTF8.self) == html)
  }

  @Test(arguments: [
    String(repeating: ">", count: 10_000) + "deep",
    String(repeating: "- ", count: 10_000) + "deep",
    String(repeating: "*a **a ", count: 10_000) + "deep",
    String(repeating: "[", count: 10_000) + "deep" + String(repeating: "](x)", count: 10_000),
    String(repeating: "![[]()", count: 10_000) + "deep",
    (0..<400).map { String(repeating: " ", count: $0 * 2) + "- a\n" }.joined() + "deep",
  ])
  func `reads what nests without end`(_ markdown: String) {
    let document = Document(markdown: SourceText(markdown))
    let text = String(decoding: document.text.bytes, as: UTF8.self)
    #expect(text.contains("deep"))
    let html = String(decoding: renderCommentHTML(document).bytes, as: UTF8.self)
    #expect(html.contains("deep"))
  }

  @Test func `makes no square of cells out of a wide head and short rows`() {
    let head = String(repeating: "|a", count: 2_000) + "|\n"
    let dashes = String(repeating: "|-", count: 2_000) + "|\n"
    let markdown = head + dashes + String(repeating: "x\n", count: 2_000)
    let document = Document(markdown: SourceText(markdown))
    #expect(document.blocks.count < 5 * markdown.utf8.count)
    let words = String(decoding: document.text.bytes, as: UTF8.self)
    #expect(words.count(where: { $0 == "x" }) == 2_000)
  }

  @Test func `shows the marks beyond the limit as text, and says so`() {
    let document = Document(markdown: SourceText(String(repeating: "> ", count: 40) + "deep"))
    let words = String(decoding: document.text.bytes, as: UTF8.self)
    #expect(words == String(repeating: "> ", count: 8) + "deep\n")
    #expect(document.diagnostics.map(\.column) == [65])
    let code = "```\n" + String(repeating: "> ", count: 40) + "\n```\n"
    let inCode = Document(markdown: SourceText(code)).text
    #expect(String(decoding: inCode.bytes, as: UTF8.self) == String(code.dropFirst(4).dropLast(4)))
  }
}
