import AssaySite
import Testing
import TestSupport

@Suite struct NewCommandTests {
  @Test func `writes a new article that builds, from an archetype where there is one`() throws {
    try withTemporaryFolder { folder in
      try Files.write(Array("authors: [Ann]\n".utf8), to: folder + "/assay.yml")
      try Files.write(Array("# A\n".utf8), to: folder + "/content/a.md")
      let made = try Program.run(
        ["new", "blog/first-post", "--title", "Say \"yes\" & go", "--date", "2026-04-12"],
        in: folder)
      #expect(made.code == 0)
      #expect(made.output == "content/blog/first-post.md\n")
      let spaced = try Program.run(["new", "Tolls rise again"], in: folder)
      #expect(spaced.output == "content/tolls-rise-again.md\n")
      let text = String(
        decoding: try Files.read(folder + "/content/blog/first-post.md"), as: UTF8.self)
      #expect(text.contains("date: 2026-04-12\ndraft: true\n"))
      #expect(text.contains("authors: [\"Ann\"]"))
      let build = try Program.run(["build", "--drafts"], in: folder)
      #expect(build.code == 0, "\(build.errors)")
      let page = String(
        decoding: try Files.read(folder + "/output/first-post/index.html"), as: UTF8.self)
      #expect(page.contains("<h1>Say &#34;yes&#34; &amp; go</h1>"))
      #expect(try Program.run(["new", "blog/first-post"], in: folder).code == 2)

      let archetype =
        "---\ntitle: {{ title }}\nslug: {{ section }}-{{ slug }}\n---\n# {{ title }}\n"
      try Files.write(Array(archetype.utf8), to: folder + "/archetypes/notes.md")
      #expect(try Program.run(["new", "notes/a-b"], in: folder).code == 0)
      let note = try Files.read(folder + "/content/notes/a-b.md")
      #expect(
        String(decoding: note, as: UTF8.self) == "---\ntitle: A b\nslug: notes-a-b\n---\n# A b\n")
      #expect(try Program.run(["new", "../x"], in: folder).code == 2)
    }
  }
}
