import AssayAnalysis
import AssayRender

/// Leads the relative links and images of articles to where their targets stand in the site.
///
/// A link to another article's file becomes a link to its page; a target that is no part of the
/// site is a finding. Anchors in other pages are told apart, to be held against those pages once
/// all of them are known.
struct LinkResolver: Sendable {
  /// A link to a part of another article's page.
  struct AnchorLink: Sendable {
    /// The name of the article's file.
    let article: String
    let anchor: String
    /// The finding to report where the page has no such anchor.
    let diagnostic: Diagnostic
  }

  private let articles: [String: ContentFile]
  private let copied: [String: AssetIndex.Asset]
  private let content: String
  private let permalinks: Permalinks
  private let severity: Severity
  private let limit: Int
  /// Whether an article with such front matter is part of the site.
  private let isPublished: @Sendable (FrontMatter) -> Bool

  init(
    _ site: Site, assets: AssetIndex, isPublished: @escaping @Sendable (FrontMatter) -> Bool
  ) {
    articles = Dictionary(uniqueKeysWithValues: site.articles.map { ($0.file.name, $0.file) })
    copied = assets.assets
    content = site.configuration.content
    permalinks = site.configuration.permalinks
    // Of a few files taken out of a site, the targets were simply not asked for.
    severity = site.isWhole ? .error : .warning
    limit = site.configuration.maximumFileBytes
    self.isPublished = isPublished
  }

  /// The path in the site of the picture that a front matter names.
  func imagePath(_ name: String, from article: String) -> String? {
    sitePath(name, from: name.hasPrefix("/") ? content : article, root: content)
  }

  /// The picture that a front matter names.
  ///
  /// - Throws: `Failure` where there is no such file.
  func image(_ name: String, from article: String) throws(Failure) -> ShareImage {
    let target = imagePath(name, from: article)
    guard let asset = target.flatMap({ copied[$0] }) else {
      let names = copied.keys.map { relativePath(to: $0, from: article) }.sorted()
      throw Failure(
        .input,
        Diagnostic(
          .error, path: article, "'image: \(name)' is no file of the site",
          hint: suggestion(for: name, among: names).map { "did you mean '\($0)'?" }, rule: "link"))
    }
    return ShareImage(path: asset.path, size: asset.size)
  }

  /// What came of an article's links.
  struct Resolution {
    var document: Document
    var anchors: [AnchorLink] = []
    /// What it links to, and where that led: see `LinkResolver.answer(_:)`.
    var answers: [String: String] = [:]
    var diagnostics: [Diagnostic] = []
  }

  /// - Parameter name: the article's file, which relative links start from.
  func resolve(_ document: Document, name: String) -> Resolution {
    var result = Resolution(document: document)
    let hasLinks = document.inlines.contains { inline in
      if case .image = inline.kind { return true }
      return inline.link.map { !$0.isAutolink && !isExternal($0.destination) } ?? false
    }
    guard hasLinks else { return result }
    result.diagnostics = document.inlines.flatMap { pictureProblems($0, in: document) }
    let ids = Set(document.headingIDs)
    let inlines = document.inlines.map { inline -> Inline in
      guard let link = inline.link, !link.isAutolink, !isExternal(link.destination),
        let target = target(of: link, at: inline, in: document, name: name, ids: ids, &result)
      else { return inline }
      return inline.leading(to: target.destination, size: target.size)
    }
    result.document = Document(
      source: document.source, frontMatter: document.frontMatter, blocks: document.blocks,
      inlines: inlines, text: document.text, diagnostics: document.diagnostics)
    return result
  }
}

extension LinkResolver {
  /// What a reader who does not see a picture, or a browser that may not fetch it, makes of it.
  private func pictureProblems(_ inline: Inline, in document: Document) -> [Diagnostic] {
    guard case .image(let link) = inline.kind else { return [] }
    var problems: [Diagnostic] = []
    if document.text.bytes[inline.text.offsets].allSatisfy({ $0 <= 0x20 }) {
      problems.append(
        Diagnostic(
          .warning, in: document.source, at: inline.range, "picture without words for it",
          hint: "say between the brackets what it shows: ![words](file)", rule: "alt-text"))
    }
    if isExternal(link.destination), !link.destination.hasPrefix("data:") {
      problems.append(
        Diagnostic(
          .warning, in: document.source, at: inline.range,
          "picture of another host, which pages do not fetch",
          hint: "put the file beside the article", rule: "image"))
    }
    return problems
  }

  /// The new destination, and the size of a picture; nil leaves the link as it is.
  private func target(
    of link: Inline.Link, at inline: Inline, in document: Document, name: String,
    ids: Set<String>, _ result: inout Resolution
  ) -> (destination: String, size: PixelSize?)? {
    func report(_ message: String, near: String? = nil) -> Diagnostic {
      Diagnostic(
        severity, in: document.source, at: inline.range, message,
        hint: near.map { "did you mean '\($0)'?" }, rule: "link")
    }
    let (path, anchor) = split(link.destination)
    if path.isEmpty {
      if !anchor.isEmpty, !ids.contains(anchor) {
        result.diagnostics.append(
          report(
            "'#\(anchor)' is no heading of this article",
            near: suggestion(for: anchor, among: ids.sorted()).map { "#" + $0 }))
      }
      return nil
    }
    guard let target = sitePath(path, from: path.hasPrefix("/") ? content : name, root: content)
    else {
      result.diagnostics.append(report("'\(path)' leads out of the site"))
      return nil
    }
    let found = place(of: target, own: target == name ? document.frontMatter : nil)
    result.answers[target] = found.answer
    switch found {
    case .asset(let asset):
      return ("../" + asset.path + (anchor.isEmpty ? "" : "#" + anchor), asset.size)
    case .article(let folder):
      if !anchor.isEmpty {
        let diagnostic = report("'\(path)' has no heading '#\(anchor)'")
        result.anchors.append(
          AnchorLink(article: target, anchor: anchor, diagnostic: diagnostic))
      }
      let page = "../" + PageMap.article(folder)
      return (page + (anchor.isEmpty ? "" : "#" + anchor), nil)
    case .unpublished:
      result.diagnostics.append(report("'\(path)' is not published: a draft, or not its time"))
    case .nowhere:
      let names = (Array(articles.keys) + copied.keys).map { relativePath(to: $0, from: name) }
      let near = path.hasPrefix("/") ? nil : suggestion(for: path, among: names.sorted())
      result.diagnostics.append(report("'\(path)' is no file of the site", near: near))
    }
    return nil
  }

  /// What stands at a path of the site.
  private enum Target {
    case asset(AssetIndex.Asset)
    /// With its folder in the output.
    case article(String)
    case unpublished
    case nowhere

    /// The same for as long as links to it need no change.
    var answer: String {
      switch self {
      case .asset(let asset):
        "asset \(asset.path) \(asset.size?.width ?? 0) \(asset.size?.height ?? 0)"
      case .article(let folder): "article " + folder
      case .unpublished: "unpublished"
      case .nowhere: "nowhere"
      }
    }
  }

  /// - Parameter own: the front matter of the target, where it is known.
  private func place(of target: String, own: FrontMatter? = nil) -> Target {
    if let asset = copied[target] { return .asset(asset) }
    guard let file = articles[target] else { return .nowhere }
    let matter = own ?? frontMatter(of: file)
    guard isPublished(matter) else { return .unpublished }
    return .article(permalinks.folder(of: matter, path: target))
  }

  /// Where a path of the site leads, in words: while they are the same, so are links to it.
  func answer(_ target: String) -> String { place(of: target).answer }

  /// Read again here, from the few files that are linked to, rather than kept of all.
  private func frontMatter(of file: ContentFile) -> FrontMatter {
    // A file that cannot be read says so when it is read as an article.
    guard let bytes = try? Files.read(file.path, limit: limit),
      let source = try? SourceText.decode(path: file.name, bytes: bytes).text
    else { return FrontMatter() }
    return FrontMatter.split(source).frontMatter
  }

  /// With a scheme, or of another host.
  private func isExternal(_ destination: String) -> Bool {
    if destination.isEmpty || destination.hasPrefix("//") { return true }
    guard let colon = destination.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return destination.utf8[..<colon].allSatisfy { byte in
      (97...122).contains(byte | 0x20) || (48...57).contains(byte) || [43, 45, 46].contains(byte)
    }
  }

  /// The decoded path without its query, and the decoded anchor.
  private func split(_ destination: String) -> (path: String, anchor: String) {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts.first?.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    return (decoded(path?.first ?? ""), parts.count > 1 ? decoded(parts[1]) : "")
  }

  private func decoded(_ text: Substring) -> String {
    percentDecoded(String(text)) ?? String(text)
  }

  private func sitePath(_ path: String, from name: String, root: String) -> String? {
    let relative = path.hasPrefix("/") ? String(path.drop { $0 == "/" }) : path
    let target = AssaySite.sitePath(relative, from: path.hasPrefix("/") ? root + "/x" : name)
    return target
  }
}

extension Inline {
  fileprivate var link: Link? {
    switch kind {
    case .link(let link), .image(let link): link
    default: nil
    }
  }

  /// The same inline with another destination.
  fileprivate func leading(to destination: String, size: PixelSize?) -> Inline {
    func moved(_ link: Link) -> Link {
      Link(destination: destination, title: link.title, size: size)
    }
    switch kind {
    case .link(let link):
      return Inline(kind: .link(moved(link)), range: range, text: text, end: end)
    case .image(let link):
      return Inline(kind: .image(moved(link)), range: range, text: text, end: end)
    default: return self
    }
  }
}

extension Document {
  /// The anchors of its headings.
  var headingIDs: [String] {
    blocks.compactMap { block in
      if case .heading(_, let id) = block.kind { id } else { nil }
    }
  }
}
