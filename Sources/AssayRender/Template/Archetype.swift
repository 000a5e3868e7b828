public import AssayAnalysis

/// What a new article starts from: a text with places to fill in.
public struct Archetype: Sendable {
  private let source: SourceText

  /// - Parameter source: a template; `title`, `slug`, `section`, `date` and `author` have values.
  public init(_ source: SourceText) { self.source = source }

  /// What a site without archetypes of its own starts from.
  public static let standard = Archetype(
    SourceText(
      path: "archetypes/default.md",
      """
      ---
      title: {{ title|tojson }}
      date: {{ date }}
      draft: true
      tags: []
      {% if author %}authors: [{{ author|tojson }}]
      {% endif %}summary: ""
      ---

      """))

  /// The text of a new article.
  ///
  /// - Throws: `Failure` for mistakes in the template, each with its place.
  public func text(
    title: String, slug: String, section: String, date: CalendarDate, author: String?
  ) throws(Failure) -> [UInt8] {
    let templates = try TemplateSet(
      [TemplateSource(name: source.path, text: source)],
      options: TemplateOptions(trimBlocks: true, leftStripBlocks: true))
    // The result is Markdown, so nothing is to be escaped for HTML.
    func plain(_ words: String) -> TemplateValue { .html(SafeHTML(trusted: Array(words.utf8))) }
    let text = try templates.render(
      source.path,
      context: [
        "title": plain(title), "slug": plain(slug), "section": plain(section),
        "date": plain(date.iso), "author": author.map(plain) ?? .nothing,
      ])
    // A template's last newline is no part of what it renders; a file's is.
    return text.last == UInt8(ascii: "\n") ? text : text + [UInt8(ascii: "\n")]
  }
}
