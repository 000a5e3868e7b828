import AssayAnalysis
import AssayRender
import Testing
import TestSupport

@testable import AssaySite

@Suite struct ReviewTests {
  private static let wrong = "Sales rose 50% to $120 million from $100 million.\n"

  private func check(_ files: [String: String], in folder: String) async throws -> CheckRun {
    for (path, text) in files { try Files.write(Array(text.utf8), to: folder + "/" + path) }
    let site = try Site.open([folder], checks: Check.all.map(\.id))
    return try await CheckRun(site, publication: Publication())
  }

  private func review(
    _ query: String, _ decision: Review.Decision, in folder: String
  ) async throws -> Finding {
    try await Site.open([folder], checks: []).review(
      query, decision: decision, reason: "Base is the year before", reviewer: "Ann \"A\" Lee",
      date: CalendarDate(iso: "2026-04-12"), publication: Publication())
  }

  @Test func `an accepted finding asks for nothing, and lapses when a number changes`() async throws
  {
    try await withTemporaryFolder { folder in
      let before = try await check(["content/a.md": Self.wrong], in: folder)
      #expect(before.findings.filter(\.isOpen).map(\.verdict) == [.contradicted])
      let found = try await review("\(folder)/content/a.md:1", .accept, in: folder)
      #expect(found.check == "percent-change")
      let after = try await check(["content/a.md": "Moved.\n\n" + Self.wrong], in: folder)
      #expect(after.findings.filter(\.isOpen).isEmpty)
      let review = try #require(after.findings.compactMap(\.review).first)
      #expect(review.reviewer == "Ann \"A\" Lee" && review.date?.iso == "2026-04-12")
      #expect(after.diagnostics == [])
      let changed = Self.wrong.replacing("$120", with: "$121")
      let stale = try await check(["content/a.md": changed], in: folder)
      #expect(stale.findings.filter(\.isOpen).count == 1)
      #expect(stale.diagnostics.compactMap(\.rule) == ["stale-review"])
    }
  }

  @Test func `a rejected finding stands, and the last review of one counts`() async throws {
    try await withTemporaryFolder { folder in
      let before = try await check(["content/a.md": Self.wrong], in: folder)
      let fingerprint = try #require(before.findings.first { $0.isOpen }?.fingerprint)
      _ = try await review(fingerprint, .accept, in: folder)
      _ = try await review(String(fingerprint.prefix(8)), .reject, in: folder)
      let after = try await check([:], in: folder)
      #expect(after.findings.filter(\.isOpen).compactMap(\.review?.decision) == [.reject])
    }
  }

  @Test func `a query that means no finding is refused`() async throws {
    try await withTemporaryFolder { folder in
      _ = try await check(["content/a.md": Self.wrong], in: folder)
      await #expect(throws: Failure.self) { try await review("ffffff", .accept, in: folder) }
      #expect(!Files.exists(folder + "/reviews.yml"))
    }
  }

  @Test func `a comment before a block sets its findings aside where it gives a reason`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let reason = "<!-- assay: ok percent-change reason=\"Base is the year before\" -->\n\n"
      let run = try await check(
        [
          "content/a.md": reason + Self.wrong,
          "content/b.md": "<!-- assay: ok percent-change -->\n\n" + Self.wrong,
          "content/c.md": "<!-- assay: ok wekday reason=\"x\" -->\n\nNothing.\n",
          "content/d.md": reason + "Nothing here.\n",
        ], in: folder)
      let open = run.findings.filter(\.isOpen).compactMap(\.location?.path)
      #expect(open == ["\(folder)/content/b.md"])
      #expect(run.findings.compactMap(\.review?.isInline) == [true])
      #expect(
        run.diagnostics.map(\.message) == [
          "a suppression must give a reason", "'wekday' is no check",
          "'percent-change' finds nothing in the next block",
        ])
    }
  }

  @Test func `a baseline hides what was known and nothing else`() async throws {
    try await withTemporaryFolder { folder in
      let before = try await check(["content/a.md": Self.wrong], in: folder)
      try Baseline.write(before.findings, to: folder + "/known.json")
      let baseline = try Baseline(path: folder + "/known.json")
      let new = "Costs fell 50% to $90 million from $100 million.\n"
      let after = try await check(["content/b.md": new], in: folder).comparing(with: baseline)
      #expect(
        after.findings.filter(\.isOpen).compactMap(\.location?.path) == ["\(folder)/content/b.md"])
      let report = findingsJSON(before.findings)
      try Files.write(report, to: folder + "/report.json")
      let same = try Baseline(path: folder + "/report.json")
      #expect(before.findings.filter { !same.knows($0) }.isEmpty)
    }
  }

  @Test func `articles that give one figure otherwise are held against the newest`() async throws {
    try await withTemporaryFolder { folder in
      let run = try await check(
        [
          "content/gazetteer.yml": "- id: tao\n  name: TAO\n  type: token\n",
          "content/a.md":
            "---\ndate: 2026-04-10\n---\n\nOn April 9, 2026, TAO's price was $332.\n",
          "content/b.md":
            "---\ndate: 2026-04-20\n---\n\nOn April 9, 2026, TAO's price was $323.\n",
          "content/c.md":
            "---\ndate: 2026-04-15\n---\n\nOn April 9, 2026, TAO's price was $323.\n",
        ], in: folder)
      let found = run.findings.filter { $0.check == "cross-document" }
      #expect(found.map(\.verdict) == [.doubtful])
      #expect(found.first?.operands.map(\.text) == ["$332", "$323"])
      #expect(found.first?.operands.last?.location.path == "\(folder)/content/b.md")
    }
  }

  @Test func `a place has the figures that are measured of it`() async throws {
    try await withTemporaryFolder { folder in
      let run = try await check(
        [
          "content/gazetteer.yml": "- id: northfield\n  name: Northfield\n  type: place\n",
          "content/a.md":
            "---\ndate: 2026-03-02\n---\n\nNorthfield's budget for 2026 is £61 million.\n",
          "content/b.md":
            "---\ndate: 2026-04-02\n---\n\nThe budget of Northfield for 2026 is £64 million.\n",
          "content/c.md":
            "---\ndate: 2026-04-03\n---\n\nA firm in Northfield has a budget of £9 million for 2026.\n",
        ], in: folder)
      let found = run.findings.filter { $0.check == "cross-document" }
      #expect(found.map { $0.operands.map(\.text) } == [["£61 million", "£64 million"]])
    }
  }

  @Test func `only a signed review is published, as a ClaimReview`() async throws {
    try await withTemporaryFolder { folder in
      let settings = "base-url: https://example.org\n"
      _ = try await check(["content/a.md": Self.wrong, "assay.yml": settings], in: folder)
      let site = try Site.open([folder], checks: [])
      _ = try await Build(site).run()
      #expect(try claimPages(in: folder).filter { $0.contains("ClaimReview") }.isEmpty)
      _ = try await review("\(folder)/content/a.md:1", .reject, in: folder)
      _ = try await Build(try Site.open([folder], checks: [])).run()
      let page = try #require(try claimPages(in: folder).first { $0.contains("ClaimReview") })
      #expect(page.contains("\"alternateName\":\"Contradicted by its own numbers\""))
      #expect(page.contains("Ann \\\"A\\\" Lee"))
    }
  }

  private func claimPages(in folder: String) throws -> [String] {
    try Files.tree(folder + "/output").filter { $0.path.hasSuffix(".html") }.map {
      String(decoding: try Files.read(folder + "/output/" + $0.path), as: UTF8.self)
    }
  }
}
