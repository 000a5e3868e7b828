public import AssayAnalysis
import CTheme

/// The templates and the stylesheet that give a site its looks.
public struct Theme: Sendable {
  let templates: TemplateSet
  /// All of the theme's styles in one file.
  let stylesheet: [UInt8]
  let stylesheetPath: String
  /// The script of every page, and how a content security policy names it; a site without one has an
  /// empty `assets/theme.js`.
  let script: SafeHTML
  let scriptSource: String
  /// What charts look like where they are pictures of their own.
  let pictureStyle: PictureStyle
  /// True where a site has templates of its own.
  let isOverridden: Bool
  /// True where one of those asks for charts.
  let drawsCharts: Bool
  /// A hash of all that the theme is made of.
  let key: UInt64
  /// Templates of the site's own that take the place of none and that no other names.
  private let unnamed: [TemplateSource]

  /// Styles in the order in which they are put together.
  private static let styles = [
    "assets/tokens.css", "assets/assay.css", "assets/chart.css", "assets/site.css",
  ]

  /// - Parameters:
  ///   - overrides: files of a site's `templates` folder by their paths in it; each takes the place
  ///     of the theme's own of that name, and `assets/site.css` is added to its styles.
  ///   - tokens: the site's own colours, fonts and measures.
  /// - Throws: `Failure` with every mistake in every template.
  public init(
    overrides: [(name: String, text: SourceText)] = [], tokens: ThemeTokens = ThemeTokens()
  ) throws(Failure) {
    var files: [String: SourceText] = [:]
    for index in 0..<assay_theme_count() {
      let file = assay_theme_at(index)
      let name = String(cString: file.path)
      let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      files[name] = SourceText(path: "templates/" + name, bytes: bytes)
    }
    for (name, text) in overrides { files[name] = text }
    let sources = files.filter { !$0.key.hasPrefix("assets/") }.sorted { $0.key < $1.key }
    templates = try TemplateSet(
      sources.map { TemplateSource(name: $0.key, text: $0.value) },
      options: TemplateOptions(trimBlocks: true, leftStripBlocks: true))
    let own = Array(tokens.stylesheet.utf8)
    let templateOverrides = overrides.filter { !$0.name.hasPrefix("assets/") }
    isOverridden = !templateOverrides.isEmpty
    drawsCharts = templateOverrides.contains { override in
      String(decoding: override.text.bytes, as: UTF8.self).contains("chart")
    }
    unnamed = Theme.unnamed(templateOverrides.map { TemplateSource(name: $0.name, text: $0.text) })
    var hash = ContentHash()
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      hash.combine(name)
      hash.combine(text.bytes)
    }
    hash.combine(own)
    key = hash.value
    stylesheet =
      Theme.styles.dropLast().flatMap { files[$0]?.bytes ?? [] } + own
      + (Theme.styles.last.flatMap { files[$0]?.bytes } ?? [])
    stylesheetPath = PageMap.stylesheet(stylesheet)
    let code = files["assets/theme.js"]?.bytes ?? []
    let isEmpty = code.allSatisfy { $0 <= 0x20 }
    script =
      isEmpty
      ? SafeHTML()
      : SafeHTML(trusted: Array("<script>".utf8) + code + Array("</script>\n".utf8))
    scriptSource = isEmpty ? "" : AssayRender.scriptSource(code)
    pictureStyle = PictureStyle(
      tokens: (files["assets/tokens.css"]?.bytes ?? []) + own
        + (files["assets/site.css"]?.bytes ?? []),
      rules: files["assets/chart.css"]?.bytes ?? [])
  }

  private static let ownNames = (0..<assay_theme_count()).map {
    String(cString: assay_theme_at($0).path)
  }

  private static func unnamed(_ own: [TemplateSource]) -> [TemplateSource] {
    let texts = own.map { String(decoding: $0.text.bytes, as: UTF8.self) }
    return own.filter { source in
      !ownNames.contains(source.name)
        && !texts.contains { $0.contains("\"\(source.name)\"") || $0.contains("'\(source.name)'") }
    }
  }

  /// A mistyped name would change nothing, and say nothing: warnings of templates that no page uses
  /// where the theme has one of nearly that name.
  ///
  /// - Parameter asked: the templates that articles, sections and taxonomies ask for.
  func mistypedTemplates(asked: Set<String>) -> [Diagnostic] {
    unnamed.filter { !asked.contains($0.name) }.compactMap { source in
      let name = Theme.parts(of: source.name)
      let others = Theme.ownNames.filter { Theme.parts(of: $0).folder == name.folder }
      let stems = others.map { Theme.parts(of: $0).stem }
      guard let near = suggestion(for: name.stem, among: stems) else { return nil }
      return Diagnostic(
        .warning, path: source.text.path, "no page uses '\(source.name)'",
        hint: "did you mean '\(name.folder)\(near).html'?", rule: "template")
    }
  }

  /// "partials/" and "foot" of `partials/foot.html`.
  private static func parts(of name: String) -> (folder: String, stem: String) {
    let start = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    return (String(name[..<start]), String(name[start...].prefix { $0 != "." }))
  }

  /// A file of the default theme; empty where there is none of that name.
  static func embedded(_ name: String) -> [UInt8] {
    for index in 0..<assay_theme_count() {
      let file = assay_theme_at(index)
      guard String(cString: file.path) == name else { continue }
      return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
    return []
  }
}
