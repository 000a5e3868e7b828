import AssayAnalysis
import TestSupport
import Testing

@Suite struct ThreadTests {
  private func thread(_ text: String) -> AssayAnalysis.Thread {
    readThread(SourceText(path: "a.thread.md", text))
  }

  private func words(_ comment: AssayAnalysis.Comment) -> String {
    String(decoding: comment.body.source.bytes, as: UTF8.self)
  }

  @Test func `tells of a heading that lacks its brace, which begins no comment`() {
    let read = thread("## Ann {#c1}\n\nA.\n\n## Ben {#c2 re=c1\n\n## C {d}\n\nB.\n")
    #expect(read.comments.map(\.id) == ["c1"])
    #expect(
      read.diagnostics.map { "\($0.line): \($0.message)" } == [
        "5: the heading of a comment must end with '}'"
      ])
  }

  @Test(arguments: ["\n", "\r\n"])
  func `reads headings, attributes and bodies`(lineEnd: String) {
    let text = #"""
      ---
      article: covenant-crisis.md
      source: https://example.org/t
      ---
      ## tao_swing_ {#c1 time=2026-04-12T12:14:00+02:00 edited=2026-04-12T11:00Z score=-12 role=staff}

      First paragraph.

      ## A heading of its own

      Second.

      ## Ann O'Nymous \{x\} {#c2 re=c1 state=deleted}
      ## {#c3 re=c2 up=3 down=1 url="https://x.y/a b" lang=pt-BR inferred=author,reply mood="so \"so\""}
      Last
      """#.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
    let read = thread(text)
    #expect(read.article == "covenant-crisis.md")
    #expect(read.sourceURL == "https://example.org/t")
    #expect(read.comments.map(\.id) == ["c1", "c2", "c3"])
    #expect(read.comments.map(\.author) == ["tao_swing_", "Ann O'Nymous {x}", nil])
    #expect(read.comments.map(\.parent) == [nil, 0, 1])
    #expect(read.comments.map(\.depth) == [0, 1, 2])
    #expect(read.comments.map(\.state) == [.visible, .deleted, .visible])
    let first = read.comments[0]
    #expect(first.time == "2026-04-12T10:14:00Z" && first.edited == "2026-04-12T11:00:00Z")
    #expect(first.score == -12 && first.role == .staff)
    #expect(
      words(first)
        == ["First paragraph.", "", "## A heading of its own", "", "Second."]
        .joined(separator: lineEnd))
    let last = read.comments[2]
    #expect(last.upvotes == 3 && last.downvotes == 1 && last.language == "pt-BR")
    #expect(last.inferred == [.author, .reply])
    #expect(last.otherAttributes == [.init(name: "mood", value: #"so "so""#)])
    #expect(words(last) == "Last")
    let shown = read.diagnostics.map { "\($0.line): \($0.severity) \($0.message)" }
    #expect(
      shown == [
        "14: error 'url' must be an http or https address",
        "14: warning 'mood' is no attribute of a comment; it is kept as it is",
      ])
  }

  @Test func `knows where in the file a body stands`() {
    let read = thread("---\narticle: a.md\n---\n\n## é {#c1}\n\n\n  Body é 23%\n\n## b {#c2}\nx\n")
    let origin = read.comments[0].body.source.origin
    #expect(origin.line == 8 && origin.column == 1)
    #expect(read.comments[0].body.source.location(of: 10).column == 10)
    #expect(read.comments[1].body.source.origin.line == 11)
  }

  @Test func `finds parents that come later, and tells of those that never come`() {
    let read = thread(
      """
      ## a {#c3 re=c1}
      third
      ## b {#c1 re=c9}
      first
      ## c {#c2 re=c1}
      second
      ## d {#c2}
      twin
      ## e {#c4 re=c2}
      """)
    #expect(read.comments.map(\.id) == ["c1", "c3", "c2", "c2-2", "c4"])
    #expect(read.comments.map(\.parent) == [nil, 0, 0, nil, 2])
    #expect(
      read.diagnostics.map { "\($0.line) \($0.message)" } == [
        "7 'c2' names two comments of this thread",
        "3 'c1' answers 'c9', which is not in this thread",
      ])
  }

  @Test func `breaks rings of replies at their first comment`() {
    let read = thread(
      "## a {#a re=c}\n## b {#b re=a}\n## c {#c re=b}\n## d {#d re=d}\n## e {#e re=c}\n")
    #expect(read.comments.map(\.id) == ["a", "b", "c", "d", "e"])
    #expect(read.comments.map(\.parent) == [nil, 0, 1, nil, 2])
    #expect(
      read.diagnostics.map(\.message) == [
        "'a' answers itself, by way of its own replies",
        "'d' answers itself, by way of its own replies",
      ])
  }

  @Test func `takes headings in closed fences for code, and stray fences for text`() {
    let read = thread(
      """
      ## a {#c1}
      ```
      ## x {#no}
      ```
      ## b {#c2}
      ~~~~ a stray fence
      ## c {#c3}
      - ```
        ## y {#no}
        ```
      ## d {#c4}
      """)
    #expect(read.comments.map(\.id) == ["c1", "c2", "c3", "c4"])
    #expect(read.diagnostics.map(\.severity) == [.note])
  }

  @Test func `reports words before the first comment and words of deleted ones`() {
    let read = thread("Hello?\n\n## a {#c1 state=removed}\nsecret\n## b {#c2 state=delted}\nx\n")
    #expect(words(read.comments[0]).isEmpty)
    #expect(read.comments[1].state == .pending)
    #expect(
      read.diagnostics.map { "\($0.line) \($0.message)" } == [
        "1 words before the first comment belong to no comment",
        "4 a removed comment's words are left out",
        "5 'state' must be one of visible, deleted, removed, spam, pending, minimised",
      ])
    #expect(read.diagnostics.last?.hint == "did you mean 'deleted'?")
  }

  @Test(arguments: [
    "## a {#}", "## a {#c1", "## {#c1 x}", "## a {#c1 =}", "## a {#c1 a=}", "## a {#c1 a=\"}",
    "## a {#c1 a=\"\\}", "##a {#c1}", "## a{#c1}", "# a {#c1}", " ## a {#c1}", "## a {#c1} x",
    "## {#",
    "{#c1}", "## ", "##", "", "```", "---", "---\n", "## a {#c1 #c2}",
    "## a {#c1 time=now score=many}",
  ])
  func `survives scraps of headings`(text: String) {
    let read = thread(text)
    for comment in read.comments { #expect(!comment.id.isEmpty) }
  }

  @Test func `writes what reads back the same`() throws {
    let text = #"""
      ---
      article: "a \"b\".md"
      ---
      ## ¯\\_(ツ)_/¯ {#c1 time=2026-04-12T10:14:00Z score=-3 mood="so so" odd=a=b}

      ```
      ## code {#x}
      ```

      ## Heading \{#y}

      ~~~ left open

      ## {#c2 re=c1 state=deleted}
      ## \{#c9} {#c3 re=c2 inferred=reply}

      #hashtag
      """#
    let first = thread(text)
    #expect(first.comments.map(\.author) == [#"¯\_(ツ)_/¯"#, nil, "{#c9}"])
    let written = writeThreadMarkdown(first)
    let second = readThread(SourceText(path: "b.thread.md", bytes: written))
    #expect(writeThreadMarkdown(second) == written)
    #expect(second.article == #"a "b".md"#)
    #expect(second.comments.map(\.id) == first.comments.map(\.id))
    #expect(second.comments.map(\.author) == first.comments.map(\.author))
    #expect(second.comments.map(\.parent) == first.comments.map(\.parent))
    #expect(second.comments.map(\.otherAttributes) == first.comments.map(\.otherAttributes))
    #expect(words(second.comments[0]) == words(first.comments[0]) + "\n~~~")
  }

  @Test func `reads the comments below an article's heading, unless other sections follow`() {
    let section = SourceText(
      path: "a.md", "# T\n\nText 5%.\n\n## Comments\n\n## x {#c1}\nhello\n\n## y {#c2 re=c1}\nyes\n"
    )
    let (article, thread) = readArticle(section)
    #expect(thread?.comments.map(\.parent) == [nil, 0])
    #expect(!String(decoding: article.source.bytes, as: UTF8.self).contains("Comments"))
    let chapter = SourceText(
      path: "a.md", "# T\n\n## Comments\n\nWe got 200.\n\n## Results\n\nFew.\n")
    #expect(readArticle(chapter).thread == nil)
    let marker = SourceText(path: "a.md", "Text\n\n<!-- Comments -->\n## x {#c1}\nhello\n\n# A\n")
    #expect(readArticle(marker).thread?.comments.count == 1)
    let code = SourceText(path: "a.md", "Text\n\n```\n# Comments\n```\n")
    #expect(readArticle(code).thread == nil)
  }
}
