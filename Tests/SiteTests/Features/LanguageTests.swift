import Testing

@Suite struct LanguageTests {
  @Test func `joins articles in several languages, each with its own front page`() async throws {
    let site = try await BuiltSite([
      "assay.yml": """
      title: News
      base-url: https://site.example
      language: en
      languages:
        en: {name: English}
        de: {name: Deutsch, title: Nachrichten, words: {method: Methode, text: Der Text}}
      words: {method: Our method}
      """,
      "content/a.md": article("title: Ferry\ndate: 2026-01-01"),
      "content/a.de.md": article("title: Fähre\ndate: 2026-01-01", "Siehe [b](b.md)."),
      "content/b.md": article("title: Only here\ndate: 2026-01-02"),
    ])
    let german = site["de/a/index.html"]
    #expect(german.contains("<html lang=\"de\">"))
    #expect(german.contains("hreflang=\"en\" href=\"https://site.example/a/\""))
    #expect(german.contains("href=\"../../b/index.html\""))
    #expect(german.contains(">Methode</a>"))
    #expect(german.contains(">Der Text</h2>"))
    #expect(german.contains(">Ledger</a>"), "what a language does not give stays English")
    #expect(site["index.html"].contains(">Our method</a>"))
    #expect(german.contains("<a href=\"../../a/index.html\" hreflang=\"en\" lang=\"en\">Ferry</a>"))
    #expect(site["a/index.html"].contains("hreflang=\"de\" href=\"https://site.example/de/a/\""))
    #expect(!site["b/index.html"].contains("hreflang"))
    #expect(site["de/index.html"].contains("<h1>Nachrichten</h1>"))
    #expect(site["de/index.html"].contains("Fähre"))
    #expect(!site["de/index.html"].contains("Only here"))
    #expect(!site["index.html"].contains("Fähre"))
    #expect(site["index.html"].contains("hreflang=\"de\" href=\"https://site.example/de/\""))
    #expect(!site["briefings/index.html"].contains("Fähre"))
  }
}
