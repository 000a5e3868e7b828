import AssayAnalysis
import AssayRender
import AssaySite
import Foundation
import Testing
import TestSupport

@Suite struct ThemeTests {
  @Test func `lets a site override one template, one partial and the theme's tokens`() async throws
  {
    let site = try await BuiltSite([
      "assay.yml": "theme: {link: '#aa0000', measure: 70ch, dark: {link: '#ffaaaa'}}\n",
      "content/a.md": article("title: A", "Words."),
      "templates/partials/foot.html": "<footer>Mine</footer>",
      "templates/404.html":
        "{% extends \"base.html\" %}{% block main %}<h1>Gone</h1>{% endblock %}",
      "templates/assets/site.css": "h1 { color: red }\n",
    ])
    #expect(site["a/index.html"].contains("<footer>Mine</footer>"))
    #expect(site["404.html"].contains("<h1>Gone</h1>"))
    let css = site.files.first { $0.key.hasSuffix(".css") }?.value ?? ""
    #expect(css.contains("--link: #aa0000;\n  --measure: 70ch;"))
    #expect(css.contains(":root[data-theme=\"dark\"] {\n  --link: #ffaaaa;"))
    #expect(css.hasSuffix("h1 { color: red }\n"))
  }

  @Test func `warns of a template whose name is nearly one of the theme's`() async throws {
    let site = try await BuiltSite([
      "content/a.md": article("title: A\ntags: [x]\ntemplate: note.html", "Words."),
      "templates/partials/fot.html": "<footer>Mine</footer>",
      "templates/tags.html": "{% extends \"list.html\" %}",
      "templates/note.html": "{% extends \"pages.html\" %}",
      "templates/pages.html": "{% extends \"page.html\" %}",
      "templates/draft-of-mine.html": "x",
    ])
    #expect(site.report.diagnostics.map(\.message) == ["no page uses 'partials/fot.html'"])
    #expect(site.report.diagnostics.map(\.hint) == ["did you mean 'partials/foot.html'?"])
  }

  @Test func `tells all mistakes of all templates at once, with place and hint`() async throws {
    let failure = await #expect(throws: Failure.self) {
      try await BuiltSite([
        "content/a.md": article("title: A\ntags: [x]"),
        "templates/taxonomy.html": "{{ page.titel }}\n{% if page.pth %}x{% endif %}\n{{ nothing }}",
        "templates/404.html": "{{ sit.title }}",
      ])
    }
    let told = failure?.diagnostics.map { "\(Files.name(of: $0.path)):\($0.line)" }
    #expect(told == ["404.html:1", "taxonomy.html:1", "taxonomy.html:2", "taxonomy.html:3"])
    #expect(
      failure?.diagnostics.map { $0.hint ?? "" }.prefix(3) == [
        "did you mean 'site'?", "did you mean 'title'?", "did you mean 'path'?",
      ])
    #expect(failure?.diagnostics.allSatisfy { $0.sourceLine != nil } == true)
  }

  @Test func `holds finished pages against each other`() async throws {
    let site = try await BuiltSite([
      "content/a.md": article("title: A\ntags: [x, y]"),
      "templates/list.html": """
      {% extends "base.html" %}
      {% block main %}<h1>{{ page.title }}</h1><a href="{{ page.root }}nowhere.html">x</a>
      <a href="{{ page.root }}a/index.html#gone">y</a>{% endblock %}
      """,
    ])
    let found = site.report.diagnostics.map {
      "\(Files.name(of: $0.path)):\($0.line):\($0.column) \($0.message)"
    }
    #expect(
      found == [
        "list.html:2:66 '../nowhere.html' leads to no file of the site (and on 2 more pages)",
        "list.html:3:25 '../a/index.html#gone' leads to no part of its page (and on 2 more pages)",
      ])
  }

  @Test func `finds nothing wrong with its own theme, whatever an article's headings`() async throws
  {
    let text = "## Data\n\n## Names\n\n## Main\n\n## In brief\n\n## Text\n\nIt rose 5%.\n"
    let site = try await BuiltSite(["content/a.md": article("title: A", text)])
    #expect(site.report.diagnostics.map(\.message) == [])
  }

  @Test func `writes what templates are given as JSON beside the pages`() async throws {
    try await withTemporaryFolder { folder in
      try Files.write(Array(article("title: A & B").utf8), to: folder + "/content/a.md")
      var build = Build(try Site.open([folder]))
      build.writesData = true
      _ = try await build.run()
      let bytes = try Files.read(folder + "/output/a/index.data.json")
      let json = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
      #expect(json?["template"] as? String == "article.html")
      let page = (json?["data"] as? [String: Any])?["page"] as? [String: Any]
      #expect(page?["title"] as? String == "A & B")
    }
  }

  @Test func `lists the names that templates may use, read off the pages`() async throws {
    try await withTemporaryFolder { folder in
      try Files.write(Array(article("title: A", "It rose 5%.").utf8), to: folder + "/content/a.md")
      let templates = try await Build(try Site.open([folder])).templateNames()
      let names = try #require(templates.first { $0.template == "article.html" }?.names)
      #expect(names.first { $0.path == "page.title" }?.kinds == ["a string"])
      #expect(names.contains { $0.path == "unchecked.claims[].mark" })
      #expect(names.contains { $0.path == "previous" && $0.kinds == ["none"] })
    }
  }
}
