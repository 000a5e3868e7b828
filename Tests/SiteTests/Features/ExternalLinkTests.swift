import AssayAnalysis
import Testing
import TestSupport

@testable import AssaySite

@Suite struct ExternalLinkTests {
  /// Checks the links of an article against a host of this machine that has one page.
  private func check(cache: String, in folder: String) async throws -> [String] {
    let host = try #require(OnePageHost(path: "/good/"))
    let text = """
      See [good](http://127.0.0.1:\(host.port)/good/#part), [gone](http://127.0.0.1:\(host.port)/gone) and
      [nobody](http://127.0.0.1:1/), <mailto:a@b.c>.
      """
    try Files.write(Array(text.utf8), to: folder + "/content/a.md")
    let links = try await ExternalLinks(try Site.open([folder]), publication: Publication())
    #expect(links.count == 3)
    let diagnostics = try links.check(cache: cache, now: 1_000_000)
    withExtendedLifetime(host) {}
    return diagnostics.map { "\($0.line):\($0.column) \($0.severity.rawValue) \($0.message)" }
  }

  @Test(.enabled(if: Tool("curl") != nil, "curl is not on this machine"))
  func `tells of addresses that lead nowhere, and remembers those that do not`() async throws {
    try await withTemporaryFolder { folder in
      let cache = folder + "/cache/links.tsv"
      let found = try await check(cache: cache, in: folder)
      #expect(found.count == 2)
      #expect(found.first?.hasSuffix("leads nowhere: the host answers 404") == true)
      #expect(found.last?.hasPrefix("2:1 warning leads nowhere: ") == true)
      let kept = String(decoding: try Files.read(cache), as: UTF8.self)
      #expect(kept.hasPrefix("1000000\thttp://127.0.0.1:"))
      #expect(kept.split(separator: "\n").count == 1)
    }
  }
}
