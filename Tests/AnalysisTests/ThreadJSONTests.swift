import AssayAnalysis
import Testing

@Suite struct ThreadJSONTests {
  private func thread(_ text: String) -> AssayAnalysis.Thread {
    readThread(SourceText(path: "a.json", text))
  }

  @Test func `reads the flat array of other tools`() {
    let read = thread(
      """
      [
       {
        "id": "c1",
        "parent": null,
        "author": "mara_k",
        "date": "2026-03-01T10:00:00Z",
        "score": -4,
        "text": "Down 23%.\\n\\nStill \\u00e9 \\ud83d\\ude00."
       },
       {"id": 7, "parent": "c1", "author": null, "text": "plain é", "likes": 3}
      ]
      """)
    #expect(read.comments.map(\.id) == ["c1", "7"])
    #expect(read.comments.map(\.parent) == [nil, 0])
    #expect(read.comments.map(\.author) == ["mara_k", nil])
    #expect(read.comments[0].time == "2026-03-01T10:00:00Z" && read.comments[0].score == -4)
    #expect(
      String(decoding: read.comments[0].body.source.bytes, as: UTF8.self)
        == "Down 23%.\n\nStill é 😀.")
    // Words with escapes stand where their string begins; others at their very bytes.
    #expect(read.comments[0].body.source.location(of: 12) == .init(line: 8, column: 12))
    #expect(read.comments[1].body.source.location(of: 6) == .init(line: 10, column: 59))
    #expect(read.comments[1].otherAttributes == [.init(name: "likes", value: "3")])
    #expect(
      read.diagnostics.map(\.message) == [
        "'likes' is no attribute of a comment; it is kept as it is"
      ])
  }

  @Test func `reads assay.thread/1`() {
    let read = thread(
      """
      {"format": "assay.thread/1", "article": "a.md", "source": "https://x.y",
       "comments": [{"id": "a", "body": "*x*", "state": "spam", "time": 1775988840},
                    {"id": "b", "re": "a", "body": "y", "inferred": ["reply"]}]}
      """)
    #expect(read.article == "a.md" && read.sourceURL == "https://x.y")
    #expect(read.comments.map(\.state) == [.spam, .visible])
    #expect(read.comments[0].time == "2026-04-12T10:14:00Z")
    #expect(read.comments[1].parent == 0 && read.comments[1].inferred == [.reply])
    #expect(read.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("[{\"id\": \"c1\"},\n {\"id\" \"c2\"}]", 2, "JSON: ':' must stand here"),
    ("[\n1,]", 2, "JSON: a value must stand here: a string, a number, true, false, null, [ or {"),
    ("[\"a\n\"]", 1, "JSON: a control character in a string must be escaped"),
    ("[\"\\x\"]", 1, "JSON: a backslash must be followed by one of \"\\/bfnrt or uXXXX"),
    ("[]\n]", 2, "JSON: nothing may follow the value"),
    ("{\"comments\": 3}", 1, "a thread must be a list of comments, or have one as \"comments\""),
    ("[\n{\"id\":\"a\",\"text\":3}]", 2, "a comment's words must be a string"),
    (
      "[\n{\"id\":\"a\",\"time\":\"noon\"}]", 2,
      "'time' must be a date and a time, such as 2026-04-12T10:14:00Z"
    ),
    (
      "{\"format\":\"assay.thread/9\",\"comments\":[]}", 1,
      "'assay.thread/9' is no format that is read here"
    ),
  ])
  func `says where JSON breaks a rule`(text: String, line: Int, message: String) {
    let read = thread(text)
    #expect(read.diagnostics.map(\.message) == [message])
    #expect(read.diagnostics.map(\.line) == [line])
  }

  @Test(arguments: [
    "", " ", "nul", "-", "01", "1.", "1e", ".5", "+1", "\"", "\"\\", "\"\\u12", "{", "[", "[,]",
    "{\"a\"}",
    "{\"a\":}", "{a:1}", "[1 2]", "]", "}", "[}", "{]", "'a'", "NaN", "[1,]", "{\"a\":1,}", "tru",
    "// x",
  ])
  func `refuses what is no JSON`(text: String) {
    #expect(throws: JSONError.self) { try JSONValue.parse(Array(text.utf8)) }
  }

  @Test func `reads every kind of value`() throws {
    let text = #"""
       {"a":[0,-0,1.5e+3,9223372036854775807,-9223372036854775808,9223372036854775808],
        "b\n":{"c":[[],{}]},"t":true,"f":false,"n":null,"s":"\ud800 \u0000 \/"}
      """#
    let value = try JSONValue.parse(Array(text.utf8))
    #expect(
      value["a"]?.elements.map(\.integer) == [0, 0, nil, .max, .min, nil])
    #expect(value["a"]?.elements[2].numeral == "1.5e+3")
    #expect(value["b\n"]?["c"]?.elements.map(\.kind) == [.array, .object])
    #expect(value["t"]?.boolean == true && value["f"]?.boolean == false)
    #expect(value["n"]?.isNull == true && value["x"] == nil)
    #expect(value["s"]?.string == "\u{FFFD} \u{FFFD} /")
    #expect(value.members.map(\.key.string) == ["a", "b\n", "t", "f", "n", "s"])
  }

  @Test func `is not moved by depth`() throws {
    let depth = 200_000
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    var value = try JSONValue.parse(Array(text.utf8))
    var levels = 1
    while let inner = value.elements.first {
      value = inner
      levels += 1
    }
    #expect(levels == depth)
  }
}
