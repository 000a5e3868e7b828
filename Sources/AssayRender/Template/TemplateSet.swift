public import AssayAnalysis

/// How deep templates may nest; a person's do not come near.
enum TemplateLimits {
  /// Tags within tags.
  static let nesting = 60
  /// Parentheses within parentheses.
  static let expressionNesting = 40
  /// Bodies within bodies while a page is rendered, through blocks, macros and includes.
  static let depth = 120
  /// After so many mistakes a template is not read on: the rest follow from the first.
  static let problems = 20
  /// After so many mistakes, in loops mostly the same, a page is not rendered on.
  static let stops = 200
  /// How many numbers `range` may give.
  static let range = 100_000
}

/// How white space around tags is read.
public struct TemplateOptions: Sendable, Hashable {
  /// Drops the first newline after a tag or comment.
  public var trimBlocks: Bool
  /// Drops the blanks before a tag or comment that begins a line.
  public var leftStripBlocks: Bool

  /// Jinja2's own defaults: both off.
  public init(trimBlocks: Bool = false, leftStripBlocks: Bool = false) {
    self.trimBlocks = trimBlocks
    self.leftStripBlocks = leftStripBlocks
  }
}

/// A template's text and the name by which others extend or include it.
public struct TemplateSource: Sendable {
  /// Such as `base.html` or `parts/head.html`.
  public let name: String
  public let text: SourceText

  public init(name: String, text: SourceText) {
    self.name = name
    self.text = text
  }
}

/// Templates that know each other, compiled once, ready to render any number of pages at once.
///
/// The language is a strict subset of Jinja2; what is in it gives the bytes that Jinja2 gives with
/// autoescaping on:
///
///     {% extends "base.html" %}
///     {% block content %}
///       {% for claim in claims if claim.verdict != "derived" %}
///         <li class="{{ claim.verdict }}">{{ loop.index }}. {{ claim.text }}</li>
///       {% else %}<p>No claims.</p>{% endfor %}
///       {{ super() }}
///     {% endblock %}
///
/// - Tags: `extends`, `block` (`scoped`; a block in a loop must be), `include` (with the names
///   around it; `ignore missing`), `for … in … if … / else`, `if / elif / else`, `set` (of a value, of
///   several, of a body, of `name.attribute`), `with`, `macro`, `import … as`, `from … import`, `raw`.
/// - Expressions: literals, lists, maps, `a.b`, `a["b"]`, `a[0]`, `a[1:3]`, `+ - * / // % ** ~`,
///   comparisons, `in`, `and or not`, `a if b else c`, `|filter(…)`, `is test`, `loop.*`, `super()`,
///   `range()`, `chart()`, `namespace()`, `map.items()`, `.keys()`, `.values()`, and calls of macros.
/// - Filters and tests: `TemplateFilter.all` and `TemplateTest.names`.
/// - A `-` inside a tag's marks drops the white space on that side.
///
/// Where Jinja2 is silent, this is not: a name that does not exist, `none` or a list or map where
/// text should be, a block that overrides nothing, and text that is never shown are errors with
/// file, line, column and, where a name is near, "did you mean". `is defined` and `default` ask
/// without an error. All that can be told from the templates alone is told at once by `init`.
///
/// Values are data: braces in them are shown as braces.
public struct TemplateSet: Sendable {
  let program: TemplateProgram
  private let indices: [String: Int]

  /// Compiles templates.
  ///
  /// - Throws: `Failure` with every mistake in every template, in order of place.
  public init(_ sources: [TemplateSource], options: TemplateOptions = TemplateOptions())
    throws(Failure)
  {
    var linker = TemplateLinker(sources, options: options)
    program = try linker.link()
    indices = linker.indices
  }

  /// Compiles templates whose names are the last parts of their paths.
  ///
  /// - Throws: `Failure` with every mistake in every template, in order of place.
  public init(sources: [SourceText], options: TemplateOptions = TemplateOptions())
    throws(Failure)
  {
    try self.init(
      sources.map { source in
        let name = source.path.split(separator: "/").last.map(String.init) ?? source.path
        return TemplateSource(name: name, text: source)
      }, options: options)
  }

  /// The names of all templates, sorted.
  public var names: [String] { indices.keys.sorted() }

  /// Renders a template.
  ///
  /// - Parameter context: a map of the names that the template may ask for.
  /// - Throws: `Failure` for every name that is missing and value that does not fit, each with its
  ///   place in the template.
  public func render(
    _ name: String, context: TemplateValue, charts: TemplateCharts? = nil
  ) throws(Failure) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(1 << 14)
    try render(name, context: context, charts: charts, into: &output)
    return output
  }

  /// Renders a template and appends the bytes, so that one buffer can serve many pages. After an
  /// error the buffer holds what it held before.
  public func render(
    _ name: String, context: TemplateValue, charts: TemplateCharts? = nil,
    into output: inout [UInt8]
  ) throws(Failure) {
    let (index, names) = try entry(name, context)
    var renderer = TemplateRenderer(program, names: names, output: output, charts: charts)
    output = []
    defer { output = renderer.output }
    try run(&renderer, template: index)
  }

  /// The template of a name, and the names that it is given.
  private func entry(
    _ name: String, _ context: TemplateValue
  ) throws(Failure) -> (index: Int, names: TemplateMap) {
    guard let index = indices[name] else {
      let near = suggestion(for: name, among: names).map { "did you mean '\($0)'?" }
      throw Failure(
        .input, Diagnostic(.error, path: "", "'\(name)' is no template here", hint: near))
    }
    guard case .map(let names) = context else {
      throw Failure(
        .input, Diagnostic(.error, path: "", "the context of a template must be a map"))
    }
    return (index, names)
  }

  /// Renders a page, and says which parts of it a renderer of ours made.
  func renderPage(
    _ name: String, context: TemplateValue, charts: TemplateCharts?
  ) throws(Failure) -> RenderedPage {
    let (index, names) = try entry(name, context)
    var output: [UInt8] = []
    output.reserveCapacity(1 << 14)
    var renderer = TemplateRenderer(program, names: names, output: output, charts: charts)
    try run(&renderer, template: index)
    return RenderedPage(renderer.output, known: renderer.known)
  }

  private func run(
    _ renderer: inout TemplateRenderer, template index: Int
  ) throws(Failure) {
    let length = renderer.output.count
    do throws(TemplateRenderer.Stop) {
      try renderer.render(template: index)
    } catch {
      // It is among the problems already.
    }
    guard renderer.problems.isEmpty else {
      renderer.output.removeLast(renderer.output.count - length)
      throw Failure(.input, renderer.problems.map { $0.diagnostic(in: program) })
    }
  }
}
