import Testing

@testable import AssayAnalysis

@Suite struct MarkdownSiteTests {
  private func read(_ path: String, _ text: String) throws -> (String, Import) {
    let source = ImportSource(SourceText(path: path, text))
    let importer = try #require(CommentImporter.detected(source))
    return (importer.id, importer.read([source]))
  }

  @Test func `reads a page of Hugo`() throws {
    let (format, read) = try read(
      "content/post/first/index.md",
      """
      ---
      title: "First: a start"
      date: 2024-05-01T10:00:00+02:00
      lastmod: 2024-06-02
      categories: [a]
      tags: [b, a]
      draft: true
      aliases: [/old/]
      ---
      One.<!--more--> {{< figure src="x" >}}
      """)
    let article = try #require(read.threads[0].article)
    #expect(format == "hugo" && article.slug == "first" && article.title == "First: a start")
    #expect(article.date == "2024-05-01" && article.updated == "2024-06-02")
    #expect(article.tags == ["b", "a"] && article.isDraft && article.aliases == ["/old/"])
    #expect(read.diagnostics.map(\.rule) == ["import-shortcode"])
  }

  @Test func `reads a post of Jekyll by its name`() throws {
    let (format, read) = try read(
      "_posts/2023-02-03-hello-world.md", "---\nlayout: post\npublished: false\n---\nHi.\n")
    let article = try #require(read.threads[0].article)
    #expect(format == "jekyll" && article.slug == "hello-world" && article.date == "2023-02-03")
    #expect(article.isDraft)
  }

  @Test func `says what to do about TOML`() throws {
    let (_, read) = try read("a.md", "+++\ntitle = \"A\"\n+++\nHi.\n")
    #expect(read.threads.isEmpty && read.diagnostics.first?.severity == .error)
  }
}
