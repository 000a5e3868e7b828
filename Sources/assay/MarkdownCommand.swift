import ArgumentParser
import AssayAnalysis
import AssayRender
import AssaySite

/// `assay markdown`.
struct MarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown",
    abstract: "Reads Markdown from standard input and writes HTML.",
    discussion: """
      Tables, strikethrough, task lists, footnotes and autolinks are GitHub's; raw HTML is shown as \
      text, and addresses other than http, https, mailto and tel are left out.

      EXAMPLES
        assay markdown < story.md > story.html
        assay markdown --commonmark < spec.md
        assay markdown --comment < comment.md
      """)

  @Flag(help: "CommonMark 0.30 alone: no extensions, raw HTML and all addresses passed through.")
  var commonmark = false

  @Flag(help: "Passes raw HTML and all addresses through: only for text that you wrote yourself.")
  var rawHTML = false

  @Flag(help: "As a stranger's comment: only the markup that comments may have.")
  var comment = false

  func validate() throws {
    if comment, commonmark || rawHTML {
      throw ValidationError("--comment excludes --commonmark and --raw-html")
    }
  }

  func run() throws {
    let bytes = try Files.readStandardInput()
    let (source, found) = try SourceText.decode(path: "<stdin>", bytes: bytes)
    let options = commonmark ? MarkdownOptions.commonMark : MarkdownOptions()
    let document = Document(markdown: source, options: options)
    Console.report(found + document.diagnostics)
    Console.write(html(of: document))
  }

  private func html(of document: Document) -> [UInt8] {
    if commonmark { return renderCommonMarkHTML(document) }
    if comment { return renderCommentHTML(document).bytes }
    return renderMarkdownHTML(document, passesRawHTML: rawHTML)
  }
}
