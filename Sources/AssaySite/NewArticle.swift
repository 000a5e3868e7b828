public import AssayAnalysis
import AssayRender

extension Site {
  /// Writes the file of a new article, from the archetype of its section.
  ///
  /// - Parameters:
  ///   - name: its path beneath the content folder, with or without `.md`: `blog/first-post`.
  ///   - title: nil makes one of the name.
  /// - Returns: the path written.
  /// - Throws: `Failure` where the file is there already, or the name leads out of the content.
  public func writeArticle(
    _ name: String, title: String?, date: CalendarDate
  ) throws(Failure) -> String {
    let content = configuration.content
    var parts = name.split(separator: "/").map(String.init)
    if parts.first == content { parts.removeFirst() }
    guard let last = parts.popLast(), !parts.contains(".."), !last.hasPrefix("."),
      !name.hasPrefix("/")
    else {
      throw Failure(
        .usage,
        Diagnostic(
          .error, path: name, "a new article must have a name beneath '\(content)'",
          hint: "such as: assay new blog/first-post"))
    }
    let stem = last.hasSuffix(".md") ? String(last.dropLast(3)) : last
    // A title given as the name becomes a name without blanks.
    let fileName = (stem.contains(" ") ? slug(stem) : stem) + ".md"
    let path = self.path(of: ([content] + parts + [fileName]).joined(separator: "/"))
    guard !Files.exists(path) else {
      throw Failure(.usage, Diagnostic(.error, path: path, "this file is there already"))
    }
    let words = stem == "index" ? parts.last ?? stem : stem
    let text = try archetype(of: parts.first).text(
      title: title ?? Site.title(of: words), slug: slug(title ?? words), section: parts.first ?? "",
      date: date, author: configuration.authors.first)
    try Files.write(text, to: path)
    return path
  }

  /// `archetypes/SECTION.md`, else `archetypes/default.md`, else the program's own.
  private func archetype(of section: String?) throws(Failure) -> Archetype {
    for name in [section, "default"].compactMap({ $0 }) {
      let path = self.path(of: "archetypes/\(name).md")
      guard Files.exists(path) else { continue }
      let bytes = try Files.read(path, limit: configuration.maximumFileBytes)
      return Archetype(try SourceText.decode(path: path, bytes: bytes).text)
    }
    return .standard
  }

  /// "First post" for `first-post`.
  private static func title(of name: String) -> String {
    let words = name.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
