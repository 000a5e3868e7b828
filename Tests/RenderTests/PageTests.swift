import AssayAnalysis
import Testing

@testable import AssayRender

@Suite struct PageTests {
  private func draft(_ text: String, slug: String, comments: [String] = []) -> BriefingDraft {
    let article = Document(markdown: SourceText(path: slug + ".md", text))
    let thread = Thread(
      path: slug + ".thread.md",
      comments: comments.enumerated().map { index, words in
        AssayAnalysis.Comment(
          id: "c\(index + 1)", author: "ann <b>", parent: index == 0 ? nil : index - 1,
          depth: index, body: Document(markdown: SourceText(path: slug, words)))
      })
    let analysis = Analysis(article: article, thread: comments.isEmpty ? nil : thread)
    return BriefingDraft(analysis, slug: slug, path: slug + ".md")
  }

  private func site(
    _ drafts: [BriefingDraft], scale: SiteScale = .small, checks: [Check] = Check.all
  ) throws -> SitePages {
    let briefed = drafts.map {
      brief(
        $0.analysis, slug: $0.slug, path: $0.path, options: BriefingOptions(scale: scale))
    }
    var settings = PageSettings()
    settings.baseURL = "https://site.example/news"
    settings.checks = checks
    settings.scale = scale
    return try SitePages(
      briefed.map(\.briefing), packs: PackSource(briefed.map(\.pack)), settings: settings,
      theme: Theme())
  }

  private func pages(
    _ drafts: [BriefingDraft], scale: SiteScale = .small, checks: [Check] = Check.all
  ) throws -> [String: String] {
    let site = try site(drafts, scale: scale, checks: checks)
    var result: [String: String] = [:]
    for page in site.pages {
      let file = try site.render(page)
      #expect(result[file.path] == nil, "two pages have the path \(file.path)")
      result[file.path] = String(decoding: file.bytes, as: UTF8.self)
    }
    return result
  }

  private let crash = "# Crash\n\nTAO, the token, crashed 30% from $332 to $254 in hours.\n"

  @Test func `leads from a number to the page of its check, and back`() throws {
    let draft = draft(crash, slug: "crash")
    let files = try pages([draft])
    let claim = try #require(draft.claims.first { $0.words == "30%" })
    #expect(claim.verdict == .contradicted)
    let article = try #require(files["crash/index.html"])
    #expect(article.contains("id=\"n\(claim.mark)\" href=\"../claims/\(claim.id).html\">30%</a>"))
    let page = try #require(files["claims/\(claim.id).html"])
    #expect(page.contains("href=\"../crash/index.html#n\(claim.mark)\""))
    #expect(page.contains("(254 − 332) / 332"))
  }

  @Test func `shows no operand as agreed whose sum is contradicted`() {
    let claims = draft(crash, slug: "crash").claims.filter { $0.words.hasPrefix("$") }
    #expect(claims.count == 2)
    #expect(claims.allSatisfy { $0.verdict != .consistent })
  }

  @Test func `keeps a claim's id when lines move and changes it with the words`() {
    let moved = "# Crash\n\nA new first paragraph.\n\n" + crash.dropFirst(9)
    let ids = draft(crash, slug: "crash").claims.map(\.id)
    #expect(!ids.isEmpty)
    #expect(draft(moved, slug: "crash").claims.map(\.id) == ids)
    #expect(draft(crash, slug: "other").claims.map(\.id) != ids)
    let changed = draft(crash.replacing("30%", with: "31%"), slug: "crash")
    #expect(Set(changed.claims.map(\.id)).isDisjoint(with: ids))
  }

  @Test func `gives two claims of the same words ids of their own`() {
    let ids = draft("It rose 5%.\n\nIt rose 5%.\n", slug: "a").claims.map(\.id)
    #expect(ids.count == 2)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `leaves the title out of the text it stands over`() throws {
    let article = try #require(try pages([draft(crash, slug: "crash")])["crash/index.html"])
    #expect(article.components(of: "<h1").count == 2)
    #expect(article.components(of: ">Crash<").count == 2)
  }

  @Test func `tells at the number what a check says of a word`() throws {
    let draft = draft("# Fees\n\nFees climb from $12.5 million to $11.5 million.\n", slug: "fees")
    let claim = try #require(draft.claims.first { $0.verdict == .contradicted })
    #expect(claim.words == "$12.5 million")
    let page = try #require(try pages([draft])["claims/\(claim.id).html"])
    #expect(page.contains("stated “climb”"))
  }

  @Test func `tells a finding about words that are no number`() throws {
    let draft = draft("# Council\n\nThe council met on April 31, and voted.\n", slug: "council")
    #expect(draft.claims.isEmpty)
    let page = try #require(try pages([draft])["council/index.html"])
    #expect(page.contains("<strong>April 31</strong>"))
    #expect(page.contains("April has 30 days"))
  }

  @Test func `tells what articles give differently, on their pages and the entity's`() throws {
    let drafts = [("old", "2025-03-01", "48,200"), ("new", "2025-04-01", "48,900")].map {
      slug, date, count in
      let text =
        "---\ndate: \(date)\n---\n\nThe population of Harwick was \(count) in 2024. "
        + "The population of Harwick was 46,100 in 2019. "
        + "The population of Harwick was 47,000 in 2021.\n"
      let read = readArticle(
        SourceText(path: slug + ".md", text), options: ReadingOptions(format: .markdown))
      return BriefingDraft(
        Analysis(article: read.article, thread: nil), slug: slug, path: slug + ".md")
    }
    let files = try pages(drafts)
    let entity = try #require(files["entities/harwick.html"])
    #expect(entity.contains("Told differently"))
    #expect(entity.contains(">48,900</a> in “New” (1 April 2025), the newest, but <a"))
    #expect(entity.contains(">48,200</a> in “Old” (1 March 2025)"))
    let chart = try #require(entity.components(of: "<svg").dropFirst().first)
    #expect(chart.contains("48,900") && !chart.contains("48,200"))
    let old = try #require(files["old/index.html"])
    #expect(old.contains(">48,900</a> in “New” (1 April 2025), the newest, but <a"))
    #expect(old.contains(">48,200</a> here."))
    #expect(files["new/index.html"]?.contains(">48,900</a> here, the newest, but <a") == true)
    #expect(try pages(drafts, checks: [])["old/index.html"]?.contains("Told differently") == false)
  }

  @Test func `marks the figures of a title that is the article's heading`() throws {
    let text = "# Fees rise by 4.9% <now>\n\nFees rise by 4.9% in April.\n"
    let draft = draft(text, slug: "fees")
    let claim = try #require(draft.claims.first)
    let article = try #require(try pages([draft])["fees/index.html"])
    #expect(article.components(of: "<h1").count == 2)
    #expect(article.contains("Fees rise by <a class=\"n v-consistent\" id=\"n\(claim.mark)\""))
    #expect(!article.contains("<now>"))
  }

  @Test func `escapes strangers' names on every page`() throws {
    let files = try pages([
      draft(crash, slug: "crash", comments: ["Awful <script>x</script>", "No"])
    ])
    for (path, text) in files where path.hasSuffix(".html") {
      #expect(!text.contains("ann <b>"), "\(path) shows a name as markup")
      #expect(!text.contains("<script>x"), "\(path) shows a comment as markup")
    }
    #expect(files["crash/thread.html"]?.contains("ann &lt;b&gt;") == true)
  }

  @Test func `refuses two articles at one address, and says whose it is`() throws {
    let failure = try #require(throws: Failure.self) {
      try site([draft(crash, slug: "a"), draft(crash, slug: "a")])
    }
    #expect(failure.diagnostics.count == 1)
    #expect(throws: Failure.self) {
      try site([draft(crash, slug: "claims")])
    }
  }

  @Test func `says in the article's ledger what holds, and leads there from the number`() throws {
    let draft = draft("# Sales\n\nSales rose 50%, from $100 to $150.\n", slug: "sales")
    let files = try pages([draft])
    let claim = try #require(draft.claims.first { $0.words == "50%" })
    #expect(claim.verdict == .consistent)
    #expect(files["claims/\(claim.id).html"] == nil)
    #expect(files["sales/index.html"]?.contains("href=\"ledger.html#\(claim.id)\">50%</a>") == true)
    let ledger = try #require(files["sales/ledger.html"])
    #expect(ledger.contains("<tr id=\"\(claim.id)\">"))
    #expect(ledger.contains("(150 − 100) / 100"))
    #expect(ledger.components(of: "<mark>").count == draft.claims.count + 1)
  }

  @Test func `lists findings alone on a large site's own pages`() throws {
    let drafts = [
      draft(crash, slug: "crash"),
      draft("# Sales\n\nSales rose 50%, from $100 to $150.\n", slug: "sales"),
    ]
    let small = try pages(drafts, scale: .small)
    #expect(small["ledger/consistent.html"] != nil)
    let large = try pages(drafts, scale: .large)
    #expect(large["ledger/consistent.html"] == nil)
    #expect(large["ledger/contradicted.html"] != nil)
    #expect(large["ledger/index.html"]?.contains(">consistent</span>") == true)
  }

  @Test(arguments: [SiteScale.small, .large])
  func `links inside the site lead to pages that exist`(_ scale: SiteScale) throws {
    let files = try pages(
      [
        draft(crash, slug: "crash", comments: ["It fell 23%.", "Bad."]),
        draft("# Rise\n\nSales rose 10% from $10 million to $11 million.\n", slug: "rise"),
      ], scale: scale)
    for (path, text) in files where path.hasSuffix(".html") {
      for part in text.components(of: "href=\"").dropFirst() {
        let link = part.prefix { $0 != "\"" && $0 != "#" }
        guard !link.isEmpty, !link.hasPrefix("https:"), !link.hasPrefix("data:") else { continue }
        let target = resolve(String(link), from: path)
        #expect(files[target] != nil, "\(path) links to \(link), which is not there")
      }
    }
  }

  private func resolve(_ link: String, from path: String) -> String {
    if link.hasPrefix("/news/") { return String(link.dropFirst(6)) }
    var folders = path.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/").map(String.init) {
      if part == ".." { _ = folders.popLast() } else { folders.append(part) }
    }
    return folders.joined(separator: "/")
  }
}

@Suite struct ThreadOrderTests {
  private func comments(_ parents: [Int?]) -> [AssayAnalysis.Comment] {
    parents.enumerated().map { index, parent in
      AssayAnalysis.Comment(
        id: "c\(index)", author: nil, parent: parent, depth: 0,
        body: Document(plain: SourceText("x")))
    }
  }

  @Test func `puts each comment before its replies, in the order of the file`() {
    let order = ThreadOrder(comments([nil, nil, 0, 1, 0, 2]))
    #expect(order.pages == [[0, 2, 5, 4, 1, 3]])
    #expect(order.replyCounts == [3, 1, 1, 0, 0, 0])
    #expect(order.depths == [0, 0, 1, 1, 1, 2])
  }

  @Test func `keeps a chain of replies shallow, and turns the page in it`() {
    let chain: [Int?] = [nil] + (0..<1999).map { $0 }
    let order = ThreadOrder(comments(chain))
    #expect(order.depths.max() == ThreadOrder.deepest)
    #expect(order.pages.map(\.count) == Array(repeating: 200, count: 10))
    #expect(order.depths[200] == 0, "a page begins at the margin")
    #expect(order.replyCounts[0] == 1999)
  }
}

extension String {
  /// The parts between occurrences of a separator.
  fileprivate func components(of separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
