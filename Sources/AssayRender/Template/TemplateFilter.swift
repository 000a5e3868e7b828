/// Makes another value of a value: `{{ name|upper }}`, `{{ rows|join(", ") }}`.
///
/// To add one: a `static let` in one of the filter files and its name in `all`.
public struct TemplateFilter: Sendable {
  public let name: String
  /// One line, for lists.
  public let summary: String
  public let parameters: [Parameter]
  let run: @Sendable (TemplateValue, [TemplateValue?]) throws(TemplateValueProblem) -> TemplateValue

  public struct Parameter: Sendable, Hashable {
    public let name: String
    public let isRequired: Bool

    static func required(_ name: String) -> Parameter { Parameter(name: name, isRequired: true) }
    static func optional(_ name: String) -> Parameter { Parameter(name: name, isRequired: false) }
  }

  init(
    _ name: String, _ summary: String, _ parameters: [Parameter] = [],
    run:
      @escaping @Sendable (TemplateValue, [TemplateValue?]) throws(TemplateValueProblem)
      -> TemplateValue
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.run = run
  }

  /// Every filter, in the order in which documentation lists them.
  public static let all: [TemplateFilter] =
    [
      fallback, safe, escape, forceEscape, xml, json, upper, lower, title, capitalize, trim,
      truncate, replace, stripTags, wordCount, indent, urlEncode, slugify, string, length, join,
      first, last, reverse, sort, unique, list, sum, minimum, maximum, map, select, reject,
      selectAttribute, rejectAttribute, groupBy, batch, items, dictionarySort, round, integer,
      float, absolute, thousands, percent, date,
    ]

  /// Other names that Jinja2 has for some.
  private static let aliases = ["e": "escape", "d": "default", "count": "length"]

  /// The filter of a name; nil where there is none.
  public static func named(_ name: String) -> TemplateFilter? {
    let name = aliases[name] ?? name
    return all.first { $0.name == name }
  }
}

// MARK: Arguments

/// Reads what a filter is given.
struct TemplateArguments {
  let values: [TemplateValue?]

  init(_ values: [TemplateValue?]) { self.values = values }

  /// The argument, where it is given and not none.
  subscript(index: Int) -> TemplateValue? {
    guard index < values.count, let value = values[index] else { return nil }
    if case .nothing = value { return nil }
    return value
  }

  func text(_ index: Int) throws(TemplateValueProblem) -> String? { try self[index]?.text() }

  func isTrue(_ index: Int) -> Bool { self[index]?.isTrue ?? false }

  func integer(_ index: Int) throws(TemplateValueProblem) -> Int? {
    guard let value = self[index] else { return nil }
    guard let integer = value.wholeNumber else {
      throw TemplateValueProblem("a filter's argument must be an integer, not \(value.kindName)")
    }
    return integer
  }
}

extension TemplateValue {
  /// The same kind of text (HTML stays HTML) with other words.
  func withText(_ transform: (String) throws(TemplateValueProblem) -> String)
    throws(TemplateValueProblem) -> TemplateValue
  {
    let text = try transform(try self.text())
    return isHTML ? .html(SafeHTML(trusted: Array(text.utf8))) : .string(text)
  }

  /// The value that a path such as `author.name` leads to; nil where it leads nowhere.
  func following(_ path: String) -> TemplateValue? {
    var value = self
    for step in path.split(separator: ".") {
      let key: TemplateValue = Int(step).map { .integer($0) } ?? .string(String(step))
      guard let next = value.element(key) else { return nil }
      value = next
    }
    return value
  }

  /// As `following`, with an error where the path leads nowhere.
  func required(_ path: String) throws(TemplateValueProblem) -> TemplateValue {
    guard let value = following(path) else {
      throw TemplateValueProblem("an element has no '\(path)'")
    }
    return value
  }
}
