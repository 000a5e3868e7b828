import AssayAnalysis

/// The page to search on: an index to read where there is no script, searched as one types where
/// there is.
extension SitePages {
  private static let searchShape = shape("sentence", "index", "groups", "script")
  private static let groupShape = TemplateShape("id", "title", "entries", "more", "path")
  private static let entryShape = TemplateShape("title", "path", "note", "words")

  /// Of the page, which must not grow with the site; all are in the index that the script reads.
  private static let mostArticles = 300
  private static let mostNames = 300
  /// Names of an article that it is found by.
  private static let mostWords = 8

  /// Something to find.
  private struct SearchEntry {
    let title: String
    let path: String
    let note: String
    /// What it is found by besides its title.
    let words: String
  }

  /// The script of the page, as it stands in it and as its policy names it.
  static let searchScript = Theme.embedded("assets/search.js")
  private static let searchScriptSource = scriptSource(searchScript)

  func renderSearch() throws(Failure) -> RenderedPage {
    let articles = articleEntries
    let names = nameEntries
    var groups = [
      groupValue(
        "articles", "Articles", articles, atMost: SitePages.mostArticles,
        path: PageMap.briefings()),
      groupValue("names", "Names", names, atMost: SitePages.mostNames, path: PageMap.entities),
    ]
    for taxonomy in index.taxonomies {
      let name = taxonomy.taxonomy.name
      groups.append(
        groupValue(
          name + "-list", taxonomy.taxonomy.title, termEntries(taxonomy),
          atMost: SitePages.mostNames, path: PageMap.taxonomy(name)))
    }
    var script = HTMLWriter()
    script.raw("<script>")
    script.raw(SafeHTML(trusted: SitePages.searchScript))
    script.raw("</script>")
    return try render(
      "search.html",
      PageHead(
        title: "Search", description: "Articles, names and tags of \(settings.title)",
        section: "search", scripts: SitePages.searchScriptSource),
      path: PageMap.search, SitePages.searchShape,
      [
        .string(counted(articles.count, "article") + ", " + counted(names.count, "name")),
        .string(PageMap.searchIndex), .list(groups.compactMap { $0 }), .html(script.finish()),
      ])
  }

  private func groupValue(
    _ id: String, _ title: String, _ entries: [SearchEntry], atMost limit: Int, path: String
  ) -> TemplateValue? {
    guard !entries.isEmpty else { return nil }
    let more = entries.count > limit ? "All \(groupedDigits(entries.count))" : nil
    return SitePages.groupShape.map(
      .string(id), .string(title),
      .list(entries.prefix(limit)) {
        SitePages.entryShape.map(
          .string($0.title), .string($0.path), .string($0.note), .string($0.words))
      }, TemplateValue(more), .string(path))
  }

  /// Everything to find, as rows of title, path, note and words.
  func renderSearchIndex() -> [UInt8] {
    let entries = articleEntries + nameEntries + index.taxonomies.flatMap(termEntries)
    var json = JSONWriter()
    json.object { json in
      json.key("version")
      json.integer(1)
      json.key("items")
      json.array { json in
        for entry in entries {
          json.lineBreak()
          json.array { json in
            json.string(entry.title)
            json.string(entry.path)
            json.string(entry.note)
            json.string(entry.words)
          }
        }
      }
    }
    json.newline()
    return json.bytes
  }

  private var articleEntries: [SearchEntry] {
    index.briefings.map { briefing in
      let named = briefing.entities.lazy.filter { $0.articleMentions > 0 }
        .prefix(SitePages.mostWords).map(\.entity.name)
      let words = Array(named) + briefing.tags + briefing.authors
      return SearchEntry(
        title: briefing.title, path: PageMap.article(briefing.slug),
        note: briefing.date.map(longDate) ?? "", words: words.joined(separator: " "))
    }
  }

  private var nameEntries: [SearchEntry] {
    index.entities.enumerated().sorted { left, right in
      (-left.element.mentionCount, left.offset) < (-right.element.mentionCount, right.offset)
    }.map { _, entity in
      SearchEntry(
        title: entity.entity.name, path: PageMap.entity(entity.entity.id),
        note: entity.entity.type.rawValue, words: entity.entity.aliases.joined(separator: " "))
    }
  }

  private func termEntries(_ taxonomy: SiteTaxonomy) -> [SearchEntry] {
    taxonomy.terms.map {
      SearchEntry(
        title: $0.name, path: PageMap.term(taxonomy.taxonomy.name, $0.slug),
        note: taxonomy.taxonomy.singular.lowercased(), words: "")
    }
  }
}
