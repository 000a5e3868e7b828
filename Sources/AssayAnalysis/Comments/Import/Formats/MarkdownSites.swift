extension CommentImporter {
  /// Pages of a Jekyll site: `_posts/2024-05-01-title.md`, `layout`, `permalink`.
  static let jekyll = CommentImporter(
    id: "jekyll", name: "Markdown of a Jekyll site",
    detect: { source in
      isPage(source) && (dateInName(source) != nil || source.begins(with: "\nlayout:"))
    },
    readEach: readPage)

  /// Pages of a Hugo site with YAML front matter.
  static let hugo = CommentImporter(
    id: "hugo", name: "Markdown of a Hugo site", detect: isPage, readEach: readPage)

  /// Pages of a Zola site with YAML front matter.
  static let zola = CommentImporter(
    id: "zola", name: "Markdown of a Zola site", detect: { _ in false }, readEach: readPage)
}

private func isPage(_ source: ImportSource) -> Bool {
  let path = source.text.path.lowercased()
  let isMarkdown = path.hasSuffix(".md") || path.hasSuffix(".markdown")
  return isMarkdown && (source.begins(with: "---") || source.begins(with: "+++"))
}

private func readPage(_ source: ImportSource, _ builder: inout ImportBuilder) {
  let name = source.text.path.split(separator: "/").last.map(String.init) ?? source.text.path
  guard !name.hasPrefix("_index.") else { return builder.omit("pages of sections (lists)") }
  guard !source.text.bytes.starts(with: "+++".utf8) else {
    builder.fail(
      1, "front matter in TOML ('+++') is not read",
      hint: "convert it first, for example with: hugo convert toYAML", rule: "front-matter")
    return
  }
  let (matter, bodyStart) = frontMatter(of: source.text)
  guard let matter else {
    builder.fail(
      1, "the front matter is no YAML between two lines '---'", hint: nil, rule: "front-matter")
    return
  }
  let article = article(matter, source, bodyStart)
  let thread = builder.thread(source.text.path, title: article.title)
  builder.edit(thread) { $0.article = article }
  let codes = shortcodeCount(article.body)
  if codes > 0 {
    builder.warn(
      1, "\(codes) shortcodes or template tags stay as they are written",
      hint: "replace them by Markdown", rule: "import-shortcode")
  }
}

/// The mapping between the fences, and where the words begin.
private func frontMatter(of text: SourceText) -> (YAMLNode?, Int) {
  let bytes = text.bytes
  guard let first = bytes.firstIndex(of: 0x0A), bytes[..<first].starts(with: "---".utf8) else {
    return (nil, 0)
  }
  var start = first + 1
  while start < bytes.count {
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    let line = trimmedBlanks(bytes[start..<end])
    if line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8) {
      let node = parseYAML(text.part(SourceRange(first + 1..<start))).0
      return (node?.mapping == nil ? nil : node, min(bytes.count, end + 1))
    }
    start = end + 1
  }
  return (nil, 0)
}

private func article(
  _ matter: YAMLNode, _ source: ImportSource, _ bodyStart: Int
) -> ImportedArticle {
  func text(_ keys: String...) -> String? {
    keys.lazy.compactMap { matter[$0]?.scalar }.first { !$0.isNull && !$0.text.isEmpty }?.text
  }
  func list(_ keys: String...) -> [String] {
    keys.flatMap { key -> [String] in
      guard let node = matter[key] else { return [] }
      if let items = node.sequence { return items.compactMap { $0.scalar?.text } }
      return node.scalar.map { $0.isNull ? [] : [$0.text] } ?? []
    }
  }
  func day(_ keys: String...) -> String? {
    let words = keys.lazy.compactMap { matter[$0]?.scalar?.text }.first
    return ImportTime.seconds(words).flatMap(Timestamp.init(unixSeconds:))?.writtenDate.iso
  }
  var article = ImportedArticle(title: text("title"))
  article.date = day("date", "publishDate") ?? dateInName(source)
  article.updated = day("updated", "lastmod", "last_modified_at", "modified")
  article.authors = list("authors", "author")
  for tag in list("tags", "categories", "category") where !article.tags.contains(tag) {
    article.tags.append(tag)
  }
  article.summary = text("summary", "description", "excerpt")
  article.slug = text("slug") ?? slugInName(source)
  article.aliases = list("aliases", "redirect_from")
  if let address = text("url", "permalink"), address.hasPrefix("/"), !address.contains(":") {
    article.aliases.append(address)
  }
  article.isDraft = text("draft") == "true" || text("published") == "false"
  article.language = text("lang", "language")
  let body = ImportSource.markdown(Array(source.text.bytes[bodyStart...]))
  let words = String(decoding: body, as: UTF8.self)
  article.body = Array(words.replacing("<!--more-->", with: "").utf8)
  return article
}

/// `2024-05-01` of `2024-05-01-title.md`.
private func dateInName(_ source: ImportSource) -> String? {
  let date = String(source.stem.prefix(10))
  return CalendarDate(iso: date) == nil ? nil : date
}

/// A page bundle (`title/index.md`) is called after its folder.
private func slugInName(_ source: ImportSource) -> String {
  if source.stem == "index" {
    let folders = source.text.path.split(separator: "/").dropLast()
    return folders.last.map(String.init) ?? "index"
  }
  guard dateInName(source) != nil else { return source.stem }
  let rest = source.stem.dropFirst(10).drop { $0 == "-" || $0 == "_" }
  return rest.isEmpty ? source.stem : String(rest)
}

private func shortcodeCount(_ body: [UInt8]) -> Int {
  var count = 0
  for index in body.indices.dropLast() where body[index] == UInt8(ascii: "{") {
    let next = body[index + 1]
    if next == UInt8(ascii: "{") || next == UInt8(ascii: "%") { count += 1 }
  }
  return count
}
