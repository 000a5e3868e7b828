import AssayAnalysis
import Testing

/// Threads that nobody would write by hand. They must be read, in time that grows with their size.
@Suite struct HostileThreadTests {
  private func thread(_ text: String, path: String = "a.thread.md") -> AssayAnalysis.Thread {
    readThread(SourceText(path: path, text))
  }

  @Test func `reads a hundred thousand comments`() {
    var text = ""
    for index in 0..<100_000 { text += "## a {#c\(index)}\nhello\n" }
    let read = thread(text)
    #expect(read.comments.count == 100_000)
    #expect(read.comments.last?.body.source.origin.line == 200_000)
  }

  @Test func `reads a chain of ten thousand replies, in either order`() {
    let lines = (0..<10_000).map { "## a {#c\($0) re=c\($0 - 1)}\nhello\n" }
    let read = thread(lines.joined())
    #expect(read.comments.last?.depth == 9_999)
    #expect(read.diagnostics.count == 1)
    let reversed = thread(lines.reversed().joined())
    #expect(reversed.comments.map(\.id) == read.comments.map(\.id))
    #expect(reversed.comments.map(\.depth) == read.comments.map(\.depth))
  }

  @Test func `gives twenty thousand comments of one id their own, and counts the warnings`() {
    let read = thread(String(repeating: "## a {#c1 re=c1}\n", count: 20_000))
    #expect(Set(read.comments.map(\.id)).count == 20_000)
    #expect(read.diagnostics.count <= 103)
    #expect(
      read.diagnostics.contains { $0.message == "19899 more findings of 'thread-id' are not shown" }
    )
  }

  @Test func `breaks one ring of ten thousand and ten thousand rings of one`() {
    let ring = thread((0..<10_000).map { "## a {#c\($0) re=c\(($0 + 1) % 10_000)}\n" }.joined())
    #expect(ring.comments.count { $0.parent == nil } == 1)
    let rings = thread((0..<10_000).map { "## a {#c\($0) re=c\($0)}\n" }.joined())
    #expect(rings.comments.count { $0.parent == nil } == 10_000)
  }

  @Test func `reads huge attributes, ids and names`() {
    let long = String(repeating: "x", count: 500_000)
    let read = thread("## \(long) {#\(long) \(long)=\(long) a=\"\(long)\"}\n")
    #expect(read.comments.first?.id.utf8.count == 500_000)
    #expect(read.comments.first?.otherAttributes.count == 2)
    #expect(read.diagnostics.allSatisfy { $0.message.utf8.count < 300 })
    let many = thread("## a {#c1 " + String(repeating: "a=1 ", count: 100_000) + "}\n")
    #expect(many.comments.first?.otherAttributes.count == 100_000)
    let braces = thread("## " + String(repeating: " {#a", count: 100_000) + "}\n")
    #expect(braces.comments.count == 1)
  }

  @Test func `is not misled by a hundred thousand fences`() {
    let open = (0..<100_000).map { index in String(repeating: "`", count: 3 + index % 50) + "a\n" }
    let read = thread("## a {#c1}\n" + open.joined() + "## b {#c2}\n")
    #expect(read.comments.count == 2)
  }

  @Test func `reads a hundred thousand comments of JSON on one line`() {
    let one = #"{"id":"c1","text":"say \"23%\"","mood":"x","time":"never"}"#
    let read = thread(
      "[" + [String](repeating: one, count: 100_000).joined(separator: ",") + "]", path: "a.json")
    #expect(read.comments.count == 100_000)
    #expect(read.comments[1].body.source.origin.column == one.utf8.count + 22)
    #expect(read.diagnostics.count <= 205)
  }
}
