import AssayAnalysis
import Foundation
import Testing
import TestSupport

@testable import AssaySite

@Suite struct PublishTests {
  private let site = [
    "index.html": "<!doctype html><title>Home</title>",
    "a/index.html": "<!doctype html><title>A</title>",
    "assets/assay.0123456abc.css": "p{}",
    "feed.xml": "<feed/>",
    "old/index.html":
      "<meta http-equiv=\"refresh\" content=\"0; url=../a/index.html\"><title>A</title>",
    ".secret": "not for you",
  ]

  private func write(_ files: [String: String], to folder: String) throws {
    for (path, text) in files { try Files.write(Array(text.utf8), to: folder + "/" + path) }
  }

  private func publish(
    _ settings: PublishSettings, _ root: String, maximumDeletions: Int? = nil
  ) async throws -> Publish.Report {
    try await Publish(
      settings, root: root, output: root + "/output", maximumDeletions: maximumDeletions
    ).run(confirm: { _ in true }, step: { _ in })
  }

  private func settings(
    _ kind: PublishSettings.Kind, _ place: String, host: PublishSettings.Host = .server
  ) -> PublishSettings {
    var settings = PublishSettings(name: "t")
    settings.kind = kind
    settings.place = place
    settings.host = host
    return settings
  }

  /// What a target serves: path to text.
  private func served(_ folder: String) throws -> [String: String] {
    var found: [String: String] = [:]
    for entry in try Files.tree(folder) where entry.kind == .file {
      found[entry.path] = String(decoding: try Files.read(folder + "/" + entry.path), as: UTF8.self)
    }
    found[PublishManifest.fileName] = nil
    return found
  }

  /// The life of a site on a target whose files can be looked at.
  private func live(
    _ settings: PublishSettings, _ root: String, at folder: String
  ) async throws {
    try write(site, to: root + "/output")
    let first = try await publish(settings, root)
    #expect(first.isDone && first.plan.uploads.count == 5)
    var expected = site
    expected[".secret"] = nil
    #expect(try served(folder) == expected)
    // Newer files with the same bytes are the same files.
    try write(site, to: root + "/output")
    #expect(try await publish(settings, root).plan.isEmpty)
    // As many bytes, an older time: a change all the same.
    try write(["index.html": "<!doctype html><title>HOME</title>"], to: root + "/output")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1)],
      ofItemAtPath: root + "/output/index.html")
    try FileManager.default.removeItem(atPath: root + "/output/old")
    let second = try await publish(settings, root)
    #expect(second.plan.uploads.map(\.path) == ["index.html"])
    #expect(second.plan.deletions == ["old/index.html"])
    #expect(try served(folder)["index.html"]?.contains("HOME") == true)
    #expect(try served(folder)["old/index.html"] == nil)
    let publish = Publish(settings, root: root, output: root + "/output")
    _ = try await publish.rollback { _ in }
    #expect(try served(folder) == expected)
  }

  @Test func `publishes to a folder by one link`() async throws {
    try await withTemporaryFolder { root in
      try await live(settings(.folder, root + "/www"), root, at: root + "/www/current")
      #expect(try Files.names(root + "/www/releases").count == 2)
    }
  }

  @Test(.enabled(if: Sender.path(of: "rsync") != nil, "rsync is not installed"))
  func `publishes with rsync`() async throws {
    try await withTemporaryFolder { root in
      try await live(settings(.rsync, root + "/www/site"), root, at: root + "/www/site")
    }
  }

  @Test(.enabled(if: Sender.path(of: "rclone") != nil, "rclone is not installed"))
  func `publishes with rclone`() async throws {
    try await withTemporaryFolder { root in
      try await live(settings(.rclone, ":local:" + root + "/www"), root, at: root + "/www")
    }
  }

  @Test(.enabled(if: Sender.path(of: "git") != nil, "git is not installed"))
  func `publishes to a branch, and keeps what others put there`() async throws {
    try await withTemporaryFolder { root in
      try write(site, to: root + "/output")
      let git = Sender(name: "git")
      try await git.demand(["init", "--quiet", "--bare", root + "/hub.git"], to: "make one")
      let settings = settings(.git, root + "/hub.git", host: .github)
      func ask(_ arguments: String...) async throws -> String {
        try await git.demand(["--git-dir", root + "/hub.git"] + arguments, to: "ask").text
      }
      #expect(try await publish(settings, root).isDone)
      let names = try await ask("ls-tree", "-r", "--name-only", "gh-pages")
      #expect(names.contains(".nojekyll") && !names.contains(".secret"))
      let tip = try await ask("rev-parse", "gh-pages")
      #expect(try await !publish(settings, root).isDone)
      #expect(try await ask("rev-parse", "gh-pages") == tip)
      try write(["index.html": "new"], to: root + "/output")
      try FileManager.default.removeItem(atPath: root + "/output/old")
      // As a git that was killed leaves it.
      try write(["shallow.lock": ""], to: root + "/.assay/git/\(settings.name).git")
      #expect(try await publish(settings, root).isDone)
      #expect(try await ask("rev-list", "--count", "gh-pages") == "2")
      #expect(try await ask("show", "gh-pages:index.html") == "new")
      _ = try await Publish(settings, root: root, output: "").rollback { _ in }
      #expect(try await ask("rev-parse", "gh-pages^{tree}") == ask("rev-parse", "\(tip)^{tree}"))
    }
  }

  @Test func `deletes nothing that no manifest names, and not much at once`() async throws {
    try await withTemporaryFolder { root in
      try #require(Sender.path(of: "rsync") != nil)
      let settings = settings(.rsync, root + "/www")
      try write(site, to: root + "/output")
      try write(["theirs.txt": "x"], to: root + "/www")
      _ = try await publish(settings, root)
      for name in ["old", "a"] {
        try FileManager.default.removeItem(atPath: root + "/output/" + name)
      }
      let failure = await #expect(throws: Failure.self) { try await publish(settings, root) }
      #expect(failure?.kind == .publishing)
      #expect(try served(root + "/www")["a/index.html"] != nil)
      _ = try await publish(settings, root, maximumDeletions: 2)
      let now = try served(root + "/www")
      #expect(now["a/index.html"] == nil && now["theirs.txt"] == "x")
    }
  }

  @Test func `sends again what a run that was stopped may have left half done`() throws {
    var note = PublishManifest([PublishedFile(path: "a.html", bytes: [1])])
    note.unsettled = ["a.html", "b.html"]
    let read = try #require(PublishManifest(note.bytes))
    let site = PublishManifest([PublishedFile(path: "a.html", bytes: [1])])
    let plan = PublishPlan(target: "t", place: "p", site: site, old: read)
    #expect(plan.uploads.map(\.path) == ["a.html"] && plan.deletions == ["b.html"])
    #expect(PublishManifest(Array(note.bytes.dropLast(9))) == nil)
  }

  @Test func `sends pages after what they show`() {
    let paths = ["index.html", "feed.xml", "a/claims.json", "assets/assay.0123456abc.css"]
    let site = PublishManifest(paths.map { PublishedFile(path: $0, bytes: []) })
    let plan = PublishPlan(target: "t", place: "p", site: site, old: nil)
    #expect(
      plan.uploads.map(\.path)
        == paths.reversed().map { $0 }.sorted { first, second in
          let order = ["assets/assay.0123456abc.css", "a/claims.json", "index.html", "feed.xml"]
          return order.firstIndex(of: first) ?? 9 < order.firstIndex(of: second) ?? 9
        })
    #expect(plan.uploads[0].cacheControl.contains("immutable"))
    #expect(plan.uploads[2].contentType == "text/html; charset=utf-8")
  }

  @Test func `writes what a host reads`() throws {
    try withTemporaryFolder { root in
      try write(site, to: root + "/output")
      let site = try PublishedSite(
        output: root + "/output", settings: settings(.rclone, "x:y", host: .cloudflare))
      let redirects = try site.read(try #require(site.manifest.files["_redirects"]))
      #expect(String(decoding: redirects, as: UTF8.self) == "/old/ /a/ 301\n")
      let headers = try site.read(try #require(site.manifest.files["_headers"]))
      #expect(String(decoding: headers, as: UTF8.self).contains("/assets/*\n  Cache-Control"))
    }
  }

  @Test func `shows no secret`() {
    #expect(
      Secrets.removed(from: "fatal: https://me:tok@h.org/r x") == "fatal: https://***@h.org/r x")
    #expect(Secrets.hasPassword("https://me:tok@h.org/") && !Secrets.hasPassword("git@h.org:o/r"))
  }

  @Test func `reads targets strictly`() throws {
    let text = """
      publish:
        www: {type: rsync, destination: "me@h.org:/srv/www", host: server}
        bad: {type: git, remote: "https://me:tok@h.org/r", brunch: x}
      """
    let failure = #expect(throws: Failure.self) {
      try Configuration(SourceText(path: "assay.yml", text), checks: [])
    }
    let messages = failure?.diagnostics.map(\.message).joined(separator: "\n") ?? ""
    #expect(messages.contains("no password") && messages.contains("'brunch'"))
    let sound = text.split(separator: "\n").dropLast().joined(separator: "\n")
    let read = try Configuration(SourceText(path: "assay.yml", sound), checks: [])
    #expect(read.publishing.map(\.place) == ["me@h.org:/srv/www"])
  }
}
