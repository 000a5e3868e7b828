extension ImportedArticle {
  /// The article as a file: front matter and Markdown.
  ///
  /// - Parameters:
  ///   - source: where it stands on the web.
  ///   - record: lines of front matter that say where it came from.
  public func file(
    slug: String?, title: String?, source: String?, record: [String], _ privacy: ImportPrivacy,
    _ tally: inout Tally
  ) -> [UInt8] {
    var lines: [String] = ["---"]
    func add(_ key: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append("\(key): \(yamlQuoted(value))") }
    }
    func add(_ key: String, _ values: [String]) {
      guard !values.isEmpty else { return }
      lines.append("\(key): [\(values.map(yamlQuoted).joined(separator: ", "))]")
    }
    add("title", title)
    // A plain day, as front matter wants it.
    if let date { lines.append("date: \(date)") }
    if let updated { lines.append("updated: \(updated)") }
    add("authors", authors.compactMap { privacy.name($0) })
    add("tags", tags)
    add("summary", summary)
    if let slug { lines.append("slug: \(slug)") }
    add("aliases", aliases)
    if isDraft { lines.append("draft: true") }
    add("lang", language)
    add("source", source)
    lines += record + ["---", ""]
    var out = Array(lines.joined(separator: "\n").utf8)
    out.append(0x0A)
    out += privacy.words(body, &tally)
    while let last = out.last, last <= 0x20 { out.removeLast() }
    out.append(0x0A)
    return out
  }
}

/// Front matter that says where a file came from.
public func importRecord(
  format: String, file: String, sha256: String, thread: String
) -> [String] {
  [
    "imported:", "  format: \(format)", "  file: \(yamlQuoted(file))", "  sha256: \(sha256)",
    "  thread: \(yamlQuoted(thread))",
  ]
}

/// The head of a thread's file.
public func threadHead(article: String, source: String?, record: [String]) -> [UInt8] {
  var lines = ["---", "article: \(yamlQuoted(article))"]
  if let source { lines.append("source: \(yamlQuoted(source))") }
  lines += record + ["---"]
  return Array(lines.joined(separator: "\n").utf8) + [0x0A]
}
