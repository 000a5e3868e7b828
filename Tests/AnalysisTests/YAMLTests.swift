import AssayAnalysis
import TestSupport
import Testing

@Suite struct YAMLTests {
  @Test func `keeps scalars as written until a field asks`() throws {
    let source = SourceText("a: no\nb: 012\nc: \"7\"\nd: [1, 'x y']\n")
    let (node, diagnostics) = parseYAML(source)
    let root = try #require(node)
    #expect(diagnostics.isEmpty)
    #expect(root["a"]?.scalar == .init(text: "no", isPlain: true))
    #expect(root["b"]?.scalar?.text == "012")
    #expect(root["c"]?.scalar?.isPlain == false)
    #expect(root["d"]?.sequence?.compactMap(\.scalar?.text) == ["1", "x y"])
  }

  @Test func `gives every value its bytes, beyond ASCII too`() throws {
    let marked = Marked("ключ: «'één — 漢字'»\nb:\n  - «𝒳 y»\n  - {«k»: v}\nz: «1»\n")
    let root = try #require(parseYAML(marked.source).0)
    let list = root["b"]?.sequence ?? []
    let found = [
      root["ключ"]?.range, list.first?.range, list.last?.mapping?.first?.keyRange, root["z"]?.range,
    ]
    #expect(found.map { $0?.offsets } == marked.ranges)
    #expect(marked.source[list.last?.range ?? SourceRange(0..<0)] == "{k: v}")
    #expect(marked.source[root["b"]?.range ?? SourceRange(0..<0)] == "- 𝒳 y\n  - {k: v}")
  }

  @Test(arguments: [
    ("a: 1\nb: &x 2\n", 2, "anchors and aliases are not read"),
    ("a: *x\n", 1, "anchors and aliases are not read"),
    ("a: !!int 2\n", 1, "tags are not read"),
    ("a: 1\nb: 2\na: 3\n", 3, "'a' stands twice in one mapping"),
    ("a: 1\n---\nb: 2\n", 2, "a YAML file holds one document"),
    ("? [a, b]\n: 1\n", 1, "a key must be plain words, not a list or a mapping"),
    ("title: Covenant: the crisis\n", 1, "a value with ': ' in it must be quoted"),
    ("a:\n\tb: 1\n", 2, "tabs cannot indent YAML"),
    ("a: 1\nb: \"x\n", 2, "the quote that opens here is never closed"),
    ("b: 0\na: [1, 2\nc: 3\n", 2, "'[' is never closed by ']'"),
    (
      "a: " + String(repeating: "[", count: 17) + String(repeating: "]", count: 17), 1,
      "YAML may be nested 16 levels deep"
    ),
  ])
  func `refuses what it does not read, with the place`(text: String, line: Int, message: String) {
    let (node, diagnostics) = parseYAML(SourceText(path: "a.yml", text))
    #expect(node == nil)
    #expect(diagnostics.map(\.message) == [message])
    #expect(diagnostics.map(\.line) == [line])
  }

  @Test func `refuses billion laughs at the first anchor`() {
    var text = "a0: &a0 [lol]\n"
    for index in 1..<30 {
      let aliases = [String](repeating: "*a\(index - 1)", count: 10).joined(separator: ",")
      text += "a\(index): &a\(index) [\(aliases)]\n"
    }
    let (node, diagnostics) = parseYAML(SourceText(text))
    #expect(node == nil)
    #expect(diagnostics.first?.column == 5)
  }

  @Test(arguments: [
    "", "\n", "---", "...", "a", "- ", "{", "}", "[", "\"", "'", "|", ">", "%YAML 9.9\n---\na: 1",
    "%TAG ! !\n--- !x y", "a: \u{FFFD}\u{7}", "\u{FEFF}a: 1", "? ", ": ", "&", "*", "!", "@", "`",
    "a: |9\n b", "key: - a", "- - - - - a", "{a: {b: {c", "a:\n b\n  c:\n d", "--- ---", "\r",
    "a\r: b",
    "a: \"\\xZZ\"", "a: \"\\uD800\"", "#", "a: #", "<<: {a: 1}",
  ])
  func `survives scraps`(text: String) {
    let (_, diagnostics) = parseYAML(SourceText(text))
    #expect(diagnostics.allSatisfy { $0.line >= 1 && !$0.message.isEmpty })
  }

  @Test func `stops at a hundred thousand values`() {
    let text = "[" + String(repeating: "1,", count: 200_000) + "]"
    #expect(
      parseYAML(SourceText(text)).1.map(\.message) == ["a YAML file holds at most 100000 values"])
  }

  @Test func `tells each field's rule, and knows yes from true`() {
    let source = SourceText(
      path: "assay.yml",
      """
      count: twelve
      draft: yes
      date: 12 April 2026
      kind: waring
      nested:
        depht: 1
      tilte: A
      quoted: "12"
      """)
    var reader = MappingReader(parseYAML(source).0, in: source, of: "assay.yml")
    #expect(reader.integer("count") == nil)
    #expect(reader.boolean("draft") == nil)
    #expect(reader.date("date") == nil)
    #expect(reader.choice("kind", of: Severity.self) == nil)
    #expect(reader.mapping("nested") { $0.integer("depth") } == .some(nil))
    #expect(reader.string("title") == nil)
    #expect(reader.integer("quoted") == nil)
    let shown = reader.finish().sorted().map { "\($0.line) \($0.message) | \($0.hint ?? "")" }
    #expect(
      shown == [
        "1 'count' must be a whole number | ",
        "2 'draft' must be true or false | write draft: true",
        "3 'date' must be YYYY-MM-DD | ",
        "4 'kind' must be one of error, warning, note | did you mean 'warning'?",
        "6 'depht' is no key of 'nested' | did you mean 'depth'?",
        "7 'tilte' is no key of assay.yml | did you mean 'title'?",
        "8 'quoted' must be a whole number | ",
      ])
  }

  @Test func `reads a list of mappings, each with its own warnings`() {
    let source = SourceText("- id: a\n  nmae: A\n- 7\n- id: b\n")
    let (names, diagnostics) = MappingReader.readList(
      parseYAML(source).0, in: source, of: "the gazetteer"
    ) { reader -> String? in
      _ = reader.string("name")
      return reader.string("id")
    }
    #expect(names == ["a", "b"])
    #expect(
      diagnostics.map(\.message) == [
        "'nmae' is no key of an entry of the gazetteer",
        "an entry of the gazetteer must be a mapping of 'key: value' lines",
      ])
  }
}
