import AssayRender
import Testing

@Suite struct PageLintTests {
  private let paths = SitePaths([
    "index.html", "a/index.html", "a/thread.html", "b c.html", "x.css",
  ])

  private func problems(_ body: String, path: String = "a/index.html") -> [String] {
    let page = "<title>T</title><h1>H</h1>\n" + body
    return PageLint(Array(page.utf8), path: path, paths: paths).problems
      .map { "\($0.kind) \($0.line) \($0.words)" }
  }

  @Test func `follows links the way a browser does`() {
    let good = """
      <a href="../index.html">1</a> <a href="thread.html#c1">2</a> <a href="../a/">3</a>
      <a href="https://example.org/x">4</a> <a href="mailto:a@b.c">5</a> <a href="/elsewhere">6</a>
      <a href="../b%20c.html?q=1">7</a> <a href='..'>8</a> <link href="../x.css"> <a href="#here">9</a>
      <p id="here"></p> <img src="data:image/png;base64,AA==">
      """.replacing("<a href='..'>8</a>", with: "")
    #expect(problems(good) == [])
    #expect(problems("<a href=\"a/thread.html\">1</a>", path: "index.html") == [])
  }

  @Test func `tells of links, pictures and anchors that lead nowhere`() {
    #expect(problems("<a href=\"../c.html\">x</a>") == ["brokenLink 2 ../c.html"])
    #expect(problems("<img src=x.png alt>") == ["brokenLink 2 x.png"])
    #expect(problems("<a href=\"../../x.css\">x</a>") == ["brokenLink 2 ../../x.css"])
    #expect(problems("\n<a href=\"#no\">x</a>") == ["brokenAnchor 3 #no"])
    #expect(
      problems("<a href=\"../a/index.html#no\">x</a>") == ["brokenAnchor 2 ../a/index.html#no"])
  }

  @Test func `tells of ids that stand twice, and of templates that leaked`() {
    #expect(problems("<p id=\"a\"></p><p id='a'></p>") == ["doubleID 2 a"])
    #expect(problems("<p class=\"{{ x }}\"></p>") == ["leakedTemplate 2 {{ x }}"])
    #expect(problems("<p>{{ an author may write this }}</p>") == [])
  }

  @Test func `misses no title and no heading`() {
    let page = PageLint(Array("<title> </title><p>x".utf8), path: "index.html", paths: paths)
    #expect(page.problems.map(\.kind) == [.missingTitle, .missingHeading])
  }

  @Test func `reads no tags in scripts, styles and comments`() {
    let raw =
      "<script>\"<a href='no.html'>\"</script><style>a{}<p id=a></style><!-- <a href=\"no\"> -->"
    #expect(problems(raw) == [])
  }

  @Test(arguments: [
    "<", "<a", "<a href", "<a href=", "<a href=\"x", "<a =\"\"", "<!--", "<a/ / >", "<script",
  ])
  func `takes what is cut short`(_ text: String) {
    _ = problems(text)
  }

  @Test func `gathers links into other pages for when all are known`() {
    let page = PageLint(
      Array("<h1 id=\"top\">T</h1><a href=\"thread.html#c1\">x</a>".utf8), path: "a/index.html",
      paths: paths)
    let fragment = PageLint.Fragment(
      page: SitePaths.hash(of: "a/thread.html"), anchor: SitePaths.hash(of: "c1"))
    #expect(page.fragments == [fragment])
    #expect(page.anchors == [SitePaths.hash(of: "top")])
  }
}
