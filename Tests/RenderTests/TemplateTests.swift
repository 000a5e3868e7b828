import AssayAnalysis
import AssayRender
import Testing

@Suite struct TemplateTests {
  private func set(_ templates: [(String, String)]) throws -> TemplateSet {
    try TemplateSet(
      templates.map { TemplateSource(name: $0.0, text: SourceText(path: "t/\($0.0)", $0.1)) })
  }

  /// What is wrong with a template, as `line:column message hint`.
  private func mistakes(
    _ main: String, with others: [(String, String)] = [], context: TemplateValue = [:]
  ) throws -> [String] {
    do throws(Failure) {
      let set = try TemplateSet(
        ([("main", main)] + others).map {
          TemplateSource(name: $0.0, text: SourceText(path: $0.0, $0.1))
        })
      let bytes = try set.render("main", context: context)
      return ["rendered: " + String(decoding: bytes, as: UTF8.self)]
    } catch {
      return error.diagnostics.map { diagnostic in
        let hint = diagnostic.hint.map { "; \($0)" } ?? ""
        return "\(diagnostic.line):\(diagnostic.column) \(diagnostic.message)\(hint)"
      }
    }
  }

  @Test func `tells every mistake of a set at once, in order of place`() throws {
    let found = try mistakes(
      "{% extends 'base' %}\n{% block tilte %}{{ x|uper }}{% endblock %}\n{% include 'bsae' %}",
      with: [("base", "{% block title %}{{ (1 }}{% endblock %}{% esle %}")])
    #expect(
      found == [
        "1:23 ')' is missing here",
        "1:43 'esle' is no tag; did you mean 'else'?",
        "2:10 no template above has a block 'tilte'; did you mean 'title'?",
        "2:23 'uper' is no filter; did you mean 'upper'?",
        "3:12 'bsae' is no template here; did you mean 'base'?",
      ])
  }

  @Test(arguments: [
    ("{{ titel }}", "1:4 'titel' has no value here; did you mean 'title'?"),
    ("a\n  {{ page.dat }}", "2:6 'dat' is not among 'date', 'n'; did you mean 'date'?"),
    ("{{ page.n.x }}", "1:4 'x' is asked of an integer, which has none"),
    ("{{ xs[9] }}", "1:4 a list of 2 has no element 9"),
    (
      "{{ nothing }}",
      "1:4 none cannot be shown; ask with 'if', or give another with |default(…, true)"
    ),
    ("{{ xs }}", "1:4 a list cannot be shown; show its elements"),
    ("{{ 1 / 0 }}", "1:4 a division by zero"),
    ("{{ 9223372036854775807 + 1 }}", "1:4 a number too large to hold"),
    ("{{ 'a' - 1 }}", "1:4 a string and an integer cannot be reckoned with"),
    ("{{ title.upper() }}", "1:10 'upper()' is a method, and templates have none; write |upper"),
    ("{{ loop.index }}", "1:4 'loop' is known inside a for tag only"),
    ("{% if true %}", "1:1 'if' is not closed; end it with {% endif %}"),
    ("{% endfor %}", "1:4 'endfor' closes or continues nothing here"),
    ("{{ x ", "1:1 '{{' that is not closed; end it with }}"),
    ("{# x", "1:1 a comment that is not closed; end it with #}"),
    ("{{ m() }}{% macro m(a) %}{% endmacro %}", "1:4 macro 'm' needs 'a'"),
    ("{{ 'é' ~ titel }}", "1:10 'titel' has no value here; did you mean 'title'?"),
    ("{% for x in 3 %}{% endfor %}", "1:13 an integer has no elements to go over"),
    ("{{ xs|join(seperator=',') }}", "1:12 filter 'join' has no 'seperator'"),
    (
      "{{ page.date|date('long') }}{{ title|date }}",
      "1:32 'T' is no date; a date is written YYYY-MM-DD"
    ),
  ])
  func `says where and what is wrong`(_ template: String, _ message: String) throws {
    let context: TemplateValue = [
      "title": "T", "page": ["date": "2026-04-10", "n": 3], "xs": [1, 2], "nothing": .nothing,
    ]
    let found = try mistakes(template, context: context)
    #expect(found == [message])
  }

  @Test func `refuses text that a template which extends another would never show`() throws {
    let found = try mistakes(
      "{% extends 'base' %} lost words {% block a %}{% endblock %}",
      with: [("base", "{% block a %}{% endblock %}")])
    #expect(found.count == 1)
    #expect(found[0].contains("'lost…'"))
  }

  @Test func `refuses circles of extends and include`() throws {
    #expect(
      try mistakes("{% include 'b' %}", with: [("b", "{% include 'main' %}")])
        == ["1:12 'main' includes itself through this; use a macro for what repeats within itself"])
    let extending = try mistakes("{% extends 'b' %}", with: [("b", "{% extends 'main' %}")])
    #expect(extending.allSatisfy { $0.contains("in a circle") } && !extending.isEmpty)
  }

  @Test func `stops at depth with an error, never by a crash`() throws {
    let deep = String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000)
    #expect(try mistakes("{{ \(deep) }}")[0].contains("nested more than"))
    let minus = String(repeating: "-", count: 5000)
    #expect(try mistakes("{{ 1 \(minus) 1 }}")[0].contains("signs"))
    let tags = String(repeating: "{% if true %}", count: 5000)
    #expect(try mistakes(tags)[0].contains("nested more than"))
    let endless = "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"
    #expect(try mistakes(endless)[0].contains("without end"))
    let nested =
      String(repeating: "{% for x in [1] %}", count: 30)
      + "{{ 1 }}" + String(repeating: "{% endfor %}", count: 30)
    #expect(try mistakes(nested) == ["rendered: 1"])
  }

  @Test func `values are data even where they look like templates`() throws {
    let set = try set([("a", "{{ x }}{% include 'b' %}"), ("b", "{{ x|safe }}")])
    let bytes = try set.render("a", context: ["x": "{{ 7 * 7 }}{% raw %}"])
    #expect(String(decoding: bytes, as: UTF8.self) == "{{ 7 * 7 }}{% raw %}{{ 7 * 7 }}{% raw %}")
  }

  @Test func `keeps what the buffer held where rendering fails`() throws {
    let set = try set([("a", "text {{ missing }}")])
    var buffer = Array("before".utf8)
    #expect(throws: Failure.self) { try set.render("a", context: [:], into: &buffer) }
    #expect(buffer == Array("before".utf8))
  }

  @Test(arguments: [
    (
      "{{ 1234567|thousands }} {{ -1234.5|thousands }} {{ 0.5|thousands(2) }}",
      "1,234,567 −1,234.5 0.50"
    ),
    ("{{ 0.2349|percent }} {{ 0.2349|percent(1) }} {{ -1|percent }}", "23% 23.5% −100%"),
    (
      "{{ '2026-04-10'|date }} {{ '2026-04-10T12:00:00Z'|date('short') }}",
      "10 April 2026 10 Apr 2026"
    ),
    ("{{ 'Covenant AI’s 72B!'|slugify }}", "covenant-ai-s-72b"),
    ("{{ 'a\u{1}<b'|xml }}", "a&lt;b"),
  ])
  func `has filters of its own for numbers and dates`(_ template: String, _ output: String) throws {
    #expect(try mistakes(template) == ["rendered: " + output])
  }

  @Test func `drops the newline after a tag and the blanks before it where asked`() throws {
    let source = TemplateSource(
      name: "a",
      text: SourceText(path: "a", "<ul>\n  {% for x in [1] %}\n  {{ x }}\n  {% endfor %}\n</ul>"))
    let set = try TemplateSet(
      [source], options: TemplateOptions(trimBlocks: true, leftStripBlocks: true))
    let bytes = try set.render("a", context: [:])
    #expect(String(decoding: bytes, as: UTF8.self) == "<ul>\n  1\n</ul>")
  }

  @Test func `remembers slots by shape, not by place in memory`() throws {
    let set = try set([("a", "{% for r in rows %}{{ r.name }}{{ r.n }};{% endfor %}")])
    let shape = TemplateShape("name", "n")
    let other = TemplateShape("n", "extra", "name")
    let rows: TemplateValue = [
      shape.map("a", 1), other.map(2, 0, "b"), shape.map("c", 3), ["n": 4, "name": "d"],
    ]
    let bytes = try set.render("a", context: ["rows": rows])
    #expect(String(decoding: bytes, as: UTF8.self) == "a1;b2;c3;d4;")
  }
}
