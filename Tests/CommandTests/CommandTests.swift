import AssaySite
import Foundation
import Testing
import TestSupport

@Suite struct CommandTests {
  private static let invocations: [(arguments: [String], code: Int32)] = [
    (["--version"], 0), (["--help"], 0), ([], 0), (["build", "--help"], 0),
    (["chekc"], 2), (["build", "--ouptut", "x"], 2), (["check", "--fail-on", "worse"], 2),
    (["build", "nowhere.md"], 2), (["build"], 2), (["explain", "wekday"], 2),
    (["explain", "weekday"], 0), (["completions", "fish"], 0), (["completions", "csh"], 2),
  ]

  @Test(arguments: invocations)
  func `ends with the code that tells what happened`(
    _ invocation: (arguments: [String], code: Int32)
  ) throws {
    let (arguments, code) = invocation
    try withTemporaryFolder { folder in
      let outcome = try Program.run(arguments, in: folder)
      #expect(outcome.code == code, "\(arguments): \(outcome.errors)")
      #expect(code == 0 || !outcome.errors.isEmpty)
    }
  }

  private static let mistakes: [(arguments: [String], meant: String)] = [
    (["chekc"], "check"), (["build", "--ouptut", "x"], "--output"), (["--hepl"], "--help"),
    (["explain", "wekday"], "weekday"),
  ]

  @Test(arguments: mistakes)
  func `guesses what was meant`(_ mistake: (arguments: [String], meant: String)) throws {
    let (arguments, meant) = mistake
    try withTemporaryFolder { folder in
      let outcome = try Program.run(arguments, in: folder)
      #expect(outcome.errors.lowercased().contains("did you mean '\(meant)'?"))
    }
  }

  @Test func `starts a site that builds and checks as it is, and never overwrites one`() throws {
    try withTemporaryFolder { folder in
      #expect(try Program.run(["init", "news"], in: folder).code == 0)
      let site = folder + "/news"
      let build = try Program.run(["build"], in: site)
      #expect(build.code == 0)
      let summary = try #require(build.errors.split(separator: "\n").last)
      #expect(summary.hasPrefix("Built ") && summary.contains(" pages: "))
      #expect(Files.exists(site + "/output/ferry-winter/index.html"))
      #expect(Files.exists(site + "/output/ferry-winter/report.md"))
      let check = try Program.run(["check"], in: site)
      #expect(check.code == 0)
      #expect(check.output.isEmpty)
      #expect(try Program.run(["init", "news"], in: folder).code == 2)
    }
  }

  @Test func `finds in the examples' own site what was planted there, and nothing else`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let found = try Program.run(["check"], in: root)
    let lines = found.output.split(separator: "\n").filter { $0.hasPrefix("content/") }
    #expect(
      lines == [
        "content/city-budget.md:61:56: error: (42.7 − 38.5) / 38.5 = 10.9 %, stated 19% [percent-change]",
        "content/tressaly-winter.thread.md:46:212: warning: the article gives no 452 [comment-claim]",
        "content/wrenhaven-season.md:41:215: error: 2026-02-21 is a Saturday, stated Sunday [weekday]",
      ])
  }

  @Test func `finds what contradicts itself, and says where`() throws {
    try withTemporaryFolder { folder in
      let text = "Sales rose 50% in 2025, from $100 million to $120 million.\n"
      try Files.write(Array(text.utf8), to: folder + "/a.md")
      let found = try Program.run(["check", "a.md"], in: folder)
      #expect(found.code == 1)
      #expect(found.output.hasPrefix("a.md:1:12: error: "))
      #expect(found.output.contains("[percent-change]"))
      for format in ["json", "sarif", "junit", "github"] {
        let other = try Program.run(["check", "a.md", "--format", format], in: folder)
        #expect(other.code == 1)
        #expect(other.output.contains("percent-change"), "\(format)")
      }
      let input = try Program.run(["check", "-"], in: folder, input: text)
      #expect(input.code == 1)
      let why = try Program.run(["explain", "a.md:1:12"], in: folder)
      #expect(why.output.contains("percent-change: contradicted"))
    }
  }

  @Test func `leaves the old site alone when an article cannot be built`() throws {
    try withTemporaryFolder { folder in
      try Files.write(Array("# A\n".utf8), to: folder + "/content/a.md")
      #expect(try Program.run(["build"], in: folder).code == 0)
      let before = try Files.read(folder + "/output/index.html")
      try Files.write(Array("[b](b.md) [c](c.md)\n".utf8), to: folder + "/content/a.md")
      let failed = try Program.run(["build"], in: folder)
      #expect(failed.code == 3)
      #expect(failed.errors.contains("content/a.md:1:1: error: 'b.md' is no file of the site"))
      #expect(failed.errors.contains("content/a.md:1:11: error: 'c.md' is no file of the site"))
      #expect(try Files.read(folder + "/output/index.html") == before)
    }
  }

  @Test func `refuses a configuration with a key that it does not know`() throws {
    try withTemporaryFolder { folder in
      try Files.write(Array("# A\n".utf8), to: folder + "/content/a.md")
      try Files.write(Array("titel: x\n".utf8), to: folder + "/assay.yml")
      let outcome = try Program.run(["build"], in: folder)
      #expect(outcome.code == 2)
      #expect(outcome.errors.hasPrefix("assay.yml:1:1: error: "))
    }
  }
}
