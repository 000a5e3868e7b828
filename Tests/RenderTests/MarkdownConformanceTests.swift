import AssayAnalysis
import AssayRender
import TestSupport
import Testing

/// The examples of CommonMark and GitHub's extensions, byte for byte.
@Suite(.enabled(if: SharedData.folder != nil, "\(SharedData.absence)"))
struct MarkdownConformanceTests {
  @Test func `passes every example of CommonMark 0-30`() throws {
    let examples = try MarkdownExample.all(in: "commonmark/spec_tests.json")
    #expect(examples.count == 652)
    for example in examples {
      let document = Document(markdown: SourceText(example.markdown), options: .commonMark)
      let html = String(decoding: renderCommonMarkHTML(document), as: UTF8.self)
      #expect(html == example.html, "\(example): \(example.markdown.debugDescription)")
    }
  }

  /// 12 needs raw HTML, which `passesRawHTML` gives; 20 has no expectation; 22 is the filter of
  /// raw HTML that we do not have, since we show it as text.
  @Test func `passes the examples of GitHub's extensions`() throws {
    let examples = try MarkdownExample.all(in: "gfm/extensions.json")
    #expect(examples.count == 28)
    for example in examples where example.example != 20 && example.example != 22 {
      let document = Document(markdown: SourceText(example.markdown))
      let bytes = renderMarkdownHTML(document, passesRawHTML: example.example == 12)
      let html = String(decoding: bytes, as: UTF8.self)
      #expect(html == example.html, "\(example): \(example.markdown.debugDescription)")
    }
  }

  /// In GitHub's specification a task's attributes stand in another order, `ftp:` is a link and
  /// some raw HTML is filtered.
  @Test func `passes the examples of extensions in GitHub's specification`() throws {
    let examples = try MarkdownExample.all(in: "gfm/spec.json")
    let different = [279, 280, 628, 653]
    for example in examples
    where (example.section ?? "").hasSuffix("(extension)") && !different.contains(example.example) {
      let document = Document(markdown: SourceText(example.markdown))
      let html = String(decoding: renderMarkdownHTML(document), as: UTF8.self)
      #expect(html == example.html, "\(example): \(example.markdown.debugDescription)")
    }
  }
}
