import AssayAnalysis
import Testing

@testable import AssayRender

/// What spares the next build work: keys of pages, and ids that renderers note.
@Suite struct PageKeyTests {
  private struct Text {
    var slug: String
    var words: String
    var tags: [String] = []
    var comments: [String] = []
  }

  private let texts = [
    Text(
      slug: "crash",
      words: """
        # Crash

        TAO, the token, crashed 30% from $332 to $254 in hours.[^1] See [below](#later) ~~now~~.

        ## Later

        | Day | Price |
        | --- | ----: |
        | Monday, April 6, 2026 | $254 |
        | Friday, April 10, 2026 | $273 |

        ```
        code
        ```

        [^1]: The *fund* of Harrow Ltd said so, of 128 subnets.
        """, tags: ["tokens"],
      comments: ["I lost $40 on TAO.", "Harrow Ltd was right: 23% is 23%.", "No, $254 is wrong."]),
    Text(slug: "quiet", words: "# Quiet\n\nTAO stood at $273. Harrow Ltd sold 40 ships.\n"),
    Text(slug: "other", words: "# Other\n\nNothing with TAO, or 9 of 12 ships.\n", tags: ["ships"]),
  ]

  private func site(_ texts: [Text]) throws -> SitePages {
    let briefed = texts.map { text in
      let front = "---\ntags: [\(text.tags.joined(separator: ", "))]\n---\n"
      let article = Document(
        markdown: SourceText(path: text.slug + ".md", front + text.words))
      let comments = text.comments.enumerated().map { index, words in
        AssayAnalysis.Comment(
          id: "c\(index + 1)", author: "ann", parent: index == 0 ? nil : index - 1, depth: index,
          body: Document(markdown: SourceText(path: text.slug, words)))
      }
      let thread =
        comments.isEmpty ? nil : Thread(path: text.slug + ".thread.md", comments: comments)
      return brief(
        Analysis(article: article, thread: thread), slug: text.slug, path: text.slug + ".md")
    }
    return try SitePages(
      briefed.map(\.briefing), packs: PackSource(briefed.map(\.pack)), settings: PageSettings(),
      theme: Theme())
  }

  private func files(_ site: SitePages) throws -> [String: (key: UInt64?, bytes: [UInt8])] {
    var files: [String: (key: UInt64?, bytes: [UInt8])] = [:]
    for page in site.pages {
      files[site.path(of: page)] = (
        try site.key(of: page, settings: 1), try site.render(page).bytes
      )
    }
    return files
  }

  @Test func `pages of one key are the same, whatever changed elsewhere`() throws {
    let before = try files(site(texts))
    var changes = [texts, texts, texts, texts, Array(texts.dropLast())]
    changes[0][1].words = "# Quiet\n\nTAO stood at $274.\n"
    changes[1][0].comments.append("I agree, 30% it was.")
    changes[2][2].tags = ["tokens"]
    changes[3].append(Text(slug: "new", words: "# New\n\nHarrow Ltd bought TAO for $9.\n"))
    for (number, change) in changes.enumerated() {
      let after = try files(site(change))
      var kept = 0
      for (path, file) in after {
        guard let key = file.key, let old = before[path], old.key == key else { continue }
        #expect(old.bytes == file.bytes, "\(path) after change \(number)")
        kept += 1
      }
      #expect(kept > 0, "Nothing was kept after change \(number)")
    }
  }

  @Test func `a key stays where nothing changed, and changes with the settings`() throws {
    let (first, second) = (try site(texts), try site(texts))
    for page in first.pages {
      let key = try first.key(of: page, settings: 1)
      #expect(try second.key(of: page, settings: 1) == key)
      #expect(try key == nil || second.key(of: page, settings: 2) != key)
    }
  }

  @Test func `renderers note every id, and write no link that leads nowhere`() throws {
    let site = try site(texts)
    let paths = SitePaths(site.pages.map(site.path))
    var known = 0
    for page in site.pages {
      let file = try site.render(page)
      guard file.path.hasSuffix(".html") else { continue }
      let whole = PageLint(file.bytes, path: file.path, paths: paths)
      let spared = PageLint(file, paths: paths)
      #expect(whole.problems == [], "\(file.path)")
      #expect(Set(whole.anchors) == Set(spared.anchors), "\(file.path)")
      #expect(whole.anchors.count == spared.anchors.count, "\(file.path)")
      known += file.known.count
    }
    #expect(known > 0)
  }

  @Test func `a briefing read back from bytes makes the same site`() throws {
    let article = Document(
      markdown: SourceText(
        path: "a.md", "---\ntitle: A\nweight: 3\nparams:\n  colour: red\n---\n" + texts[0].words))
    let made = brief(Analysis(article: article, thread: nil), slug: "a", path: "a.md")
    var writer = ByteWriter()
    made.briefing.append(to: &writer)
    var reader = ByteReader(writer.bytes)
    let read = Briefing(from: &reader)
    #expect(reader.isWhole)
    let sites = try [made.briefing, read].map {
      try SitePages([$0], packs: PackSource([made.pack]), theme: Theme())
    }
    for page in sites[0].pages {
      #expect(try sites[0].render(page).bytes == sites[1].render(page).bytes)
    }
    for count in stride(from: 0, to: writer.bytes.count, by: 7) {
      var cut = ByteReader(Array(writer.bytes.prefix(count)))
      _ = Briefing(from: &cut)
      #expect(!cut.isWhole)
    }
  }
}
