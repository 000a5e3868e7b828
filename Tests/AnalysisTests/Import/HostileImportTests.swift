import Testing

@testable import AssayAnalysis

@Suite struct HostileImportTests {
  private let disqus = """
    <?xml version="1.0"?>
    <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
    <thread dsq:id="2"><link>http://e.org/a</link><title>A</title></thread>
    <post dsq:id="4"><message>one</message><author><name>Ann</name></author><thread dsq:id="2"/></post>
    <post dsq:id="5"><message>two</message><author><name>Bob</name></author><thread dsq:id="2"/></post>
    </disqus>
    """

  private func read(_ text: String) -> Import {
    let source = ImportSource(SourceText(path: "x", text))
    return CommentImporter.detected(source)?.read([source]) ?? Import()
  }

  private func ids(_ read: Import) -> [String] {
    read.threads.flatMap { $0.comments.map { $0.id ?? "-" } }
  }

  @Test func `keeps all comments before the place where a file is cut off`() {
    let bytes = Array(disqus.utf8)
    for end in stride(from: 60, to: bytes.count, by: 7) {
      let read = read(String(decoding: bytes[..<end], as: UTF8.self))
      #expect(ids(read).count <= 2)
    }
    let cut = read(String(disqus.prefix { $0 != "B" }))
    #expect(ids(cut) == ["4", "5"])
    #expect(cut.diagnostics.first?.line == 5)
  }

  @Test func `tells of a table that is cut off within a row`() {
    let head = "timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
    let table = Array((head + "1600000000,4,9,1,0,1,\"One, two\"\n1600000001,5,9,1,0,1,end\n").utf8)
    for end in (head.utf8.count + 1)...table.count {
      let read = read(String(decoding: table[..<end], as: UTF8.self))
      let isBetweenRows = table[end - 1] == UInt8(ascii: "\n")
      #expect(read.diagnostics.isEmpty == isBetweenRows, "\(end)")
    }
  }

  @Test(arguments: [
    ("junk before", "<?xml", "`<?xml"),
    ("a stray &", "one", "a & b"),
    ("a control character", "one", "a\u{B}b"),
    ("an unknown entity", "one", "a&nbsp;b"),
    ("a missing end", "</post>\n<post", "\n<post"),
    ("a wrong end", "Ann</name>", "Ann</nome>"),
    ("no quotes", "dsq:id=\"4\"", "dsq:id=4"),
    ("another prefix", "dsq:", "zz:"),
  ])
  func `reads past a fault in XML`(_ name: String, _ sound: String, _ faulty: String) {
    #expect(ids(read(disqus.replacing(sound, with: faulty))) == ["4", "5"], "\(name)")
  }

  @Test func `refuses a DOCTYPE and expands nothing`() {
    let bomb = disqus.replacing(
      "<disqus ", with: "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<disqus ")
    let read = read(bomb)
    #expect(read.threads.isEmpty)
    #expect(read.diagnostics.contains { $0.severity == .error && $0.rule == "doctype" })
  }

  @Test func `reads a JSON text as far as it goes, at every length`() {
    let text = """
      [{"id": 11, "issue_url": "https://api.github.com/repos/o/r/issues/3", "html_url":
      "https://github.com/o/r/issues/3#c", "user": {"login": "ann"}, "body": "one \\u00e9 two"},
      {"id": 12, "issue_url": "https://api.github.com/repos/o/r/issues/3", "body": "three"}]
      """
    let bytes = Array(text.utf8)
    for end in 1..<bytes.count { _ = read(String(decoding: bytes[..<end], as: UTF8.self)) }
    #expect(ids(read(String(text.dropLast(12)))) == ["11", "12"])
    let slips = text.replacing("two\"},", with: "\u{1}two\"},,").replacing(
      "\"three\"", with: "\"\\x\",")
    #expect(ids(read(slips)) == ["11", "12"])
  }

  private func thread(_ nodes: [(id: String?, re: String?)]) -> ImportedThread {
    var builder = ImportBuilder()
    let thread = builder.thread("t")
    for (line, node) in nodes.enumerated() {
      var comment = ImportedComment(line: line + 1)
      comment.id = node.id
      comment.replyTo = node.re
      builder.add(comment, to: thread)
    }
    return builder.finish().threads[0]
  }

  @Test func `breaks rings, renames doubles and marks lost parents, with lines`() {
    let odd = thread([("a", "b"), ("b", "a"), ("c", "z"), ("c", nil), ("s", "s")])
    var remains = ThreadRemains()
    let parts = odd.parts(ImportPrivacy(), path: "f", &remains)
    #expect(parts.map(\.id) == ["a", "b", "c", "c-2", "s"])
    #expect(remains.diagnostics.map(\.line) == [4, 3, 1, 5])
    let marked = String(decoding: parts[2].bytes, as: UTF8.self)
    #expect(marked.contains("replies-elsewhere=z"))
  }

  @Test func `takes many comments, deep chains and equal ids in its stride`() {
    let deep = thread((0..<10_000).map { ("c\($0)", $0 == 0 ? nil : "c\($0 - 1)") })
    let same = thread((0..<50_000).map { _ in ("0", "0") })
    var remains = ThreadRemains()
    #expect(deep.parts(ImportPrivacy(), path: "", &remains).count == 10_000)
    #expect(same.parts(ImportPrivacy(), path: "", &remains).count == 50_000)
  }

  @Test func `reads replies nested ten thousand deep`() {
    let open = String(repeating: "{\"author\":\"a\",\"text\":\"x\",\"children\":[", count: 10_000)
    let close = String(repeating: "]}", count: 10_000)
    #expect(ids(read(open + close)).count == 9_999)
  }
}
