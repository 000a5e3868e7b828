import Testing
import TestSupport

@testable import AssaySite

@Suite struct ServingTests {
  @Test func `serves the output and nothing outside of it`() throws {
    try withTemporaryFolder { folder in
      try Files.write(Array("secret".utf8), to: folder + "/secret.txt")
      try Files.write(Array("home".utf8), to: folder + "/out/index.html")
      try Files.write(Array("page".utf8), to: folder + "/out/a b/index.html")
      try Files.write(Array("x".utf8), to: folder + "/out/.assay-manifest")
      let files = ServedFiles(root: folder + "/out")
      let html = "text/html; charset=utf-8"
      #expect(files.answer(to: "/") == .file(Array("home".utf8), type: html))
      #expect(files.answer(to: "/a%20b/") == .file(Array("page".utf8), type: html))
      #expect(files.answer(to: "/a%20b") == .redirect("/a%20b/"))
      #expect(files.answer(to: "//a%20b") == .redirect("/a%20b/"))
      for path in [
        "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/a/../../secret.txt",
        "/.assay-manifest", "/index.html/", "/%00", "/%zz", "", "//etc/passwd", "/..\\secret.txt",
      ] { #expect(files.answer(to: path) == .notFound, "\(path)") }
    }
  }

  @Test func `answers to this machine's own names alone`() {
    for host in ["localhost", "localhost:8080", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST"] {
      #expect(Server.answers(to: host), "\(host)")
    }
    for host in ["", "example.org", "localhost.example.org", "127.0.0.1.nip.io:8080", "[::2]"] {
      #expect(!Server.answers(to: host), "\(host)")
    }
  }

  @Test func `answers others on the network by an address, never by a name`() {
    for host in ["192.168.1.7:8080", "10.0.0.1", "localhost"] {
      #expect(Server.answers(to: host, onNetwork: true), "\(host)")
    }
    for host in ["evil.example", "1.2.3.4.nip.io", "1.2.3", "1.2.3.400", "1.2.3.+4", ""] {
      #expect(!Server.answers(to: host, onNetwork: true), "\(host)")
    }
    #expect(!Server.answers(to: "192.168.1.7:8080"), "not where nobody asked for it")
  }

  @Test func `keeps the place that was read over a reload`() {
    #expect(LiveReload.script.contains("sessionStorage.setItem(place"))
    #expect(LiveReload.script.contains("scrollTo({ top: restore(JSON.parse(kept))"))
    #expect(
      LiveReload.script.contains(
        "if (build !== null && status.build !== build && !status.errors) return reload();"))
  }

  @Test func `leads from the page for what is not there to the root, at any address`() {
    let page = """
      <link href="assets/a.css"><a href="index.html"></a><a href="/b"></a><a href="#c"></a>\
      <a href="https://example.org/"></a>
      """
    #expect(
      String(decoding: LiveReload.rooted(Array(page.utf8)), as: UTF8.self) == """
        <link href="/assets/a.css"><a href="/index.html"></a><a href="/b"></a><a href="#c"></a>\
        <a href="https://example.org/"></a>
        """)
  }

  @Test func `lets its script into a page without loosening anything else`() {
    let page = """
      <head><meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; \
      script-src 'sha256-x'"><title>A</title></head><body>B</body>
      """
    let (bytes, policy) = LiveReload.prepare(Array(page.utf8))
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "<head><title>A</title></head><body>B<script src=\"/.assay/reload.js\" defer></script></body>"
    )
    #expect(policy == "default-src 'none'; script-src 'sha256-x' 'self'; connect-src 'self'")
  }

  @Test func `wakes those who wait when a build ends`() async {
    let state = ServerState()
    async let waited: Void = state.wait(after: 0, seconds: 60)
    await Task.yield()
    await state.finish(errors: "a.md:1: error")
    await waited
    #expect(await state.build == 1)
    #expect(await state.errors == "a.md:1: error")
  }

  @Test func `notices changes in folders made after it began`() async throws {
    try await withTemporaryFolder { folder in
      let watcher = try Watcher(trees: [folder])
      var changes = watcher.changes().makeAsyncIterator()
      try Files.makeFolder(folder + "/new")
      #expect(await changes.next() != nil)
      try Files.write(Array("A".utf8), to: folder + "/new/a.md")
      #expect(await changes.next() != nil)
    }
  }

  @Test func `notices changes in a tree that was not there when it began`() async throws {
    try await withTemporaryFolder { folder in
      let watcher = try Watcher(trees: [folder + "/templates"], folders: [folder])
      var changes = watcher.changes().makeAsyncIterator()
      try Files.makeFolder(folder + "/templates")
      #expect(await changes.next() != nil)
      try Files.write(Array("A".utf8), to: folder + "/templates/home.html")
      #expect(await changes.next() != nil)
    }
  }
}
