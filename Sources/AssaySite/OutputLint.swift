import AssayAnalysis
import AssayRender

/// Holds finished pages against each other, and says what is wrong in terms of what a person wrote.
struct OutputLint: Sendable {
  let paths: SitePaths
  /// Templates that the site wrote itself, to find a bad link in.
  private let templates: [SourceText]

  /// - Parameter paths: of every file of the output.
  init(paths: [String], templates: [SourceText]) {
    self.paths = SitePaths(paths)
    self.templates = templates
  }

  func lint(_ file: OutputFile) -> PageLint? {
    guard file.path.hasSuffix(".html") else { return nil }
    return PageLint(file, paths: paths)
  }

  /// - Parameters:
  ///   - pages: what each page said.
  ///   - render: gives a page again, for the words of a link that leads nowhere.
  func diagnostics(
    _ pages: [PageLint], render: (String) throws(Failure) -> OutputFile?
  ) throws(Failure) -> [Diagnostic] {
    var found = pages.flatMap { page in page.problems.map { (page.path, $0) } }
    let broken = brokenFragments(pages)
    if !broken.isEmpty {
      for page in pages where page.fragments.contains(where: broken.contains) {
        guard let file = try render(page.path) else { continue }
        let again = PageLint(file.bytes, path: page.path, paths: paths, broken: broken)
        found += again.problems.filter { $0.kind == .brokenAnchor }.map { (page.path, $0) }
      }
    }
    // One mistake in a template shows on every page: it is told once.
    var first: [Key: (path: String, problem: PageLint.Problem, count: Int)] = [:]
    for (path, problem) in found {
      let key = Key(kind: problem.kind, words: target(of: problem.words))
      if let old = first[key] {
        first[key] = (old.path, old.problem, old.count + 1)
      } else {
        first[key] = (path, problem, 1)
      }
    }
    return first.values.map { diagnostic($0.problem, on: $0.path, count: $0.count) }.sorted()
  }

  private struct Key: Hashable {
    let kind: PageLint.Kind
    let words: String
  }

  private func brokenFragments(_ pages: [PageLint]) -> Set<PageLint.Fragment> {
    let wanted = Set(pages.flatMap(\.fragments))
    guard !wanted.isEmpty else { return [] }
    let targets = Set(wanted.map(\.page))
    var known: Set<PageLint.Fragment> = []
    for page in pages {
      let hash = SitePaths.hash(of: page.path)
      guard targets.contains(hash) else { continue }
      for anchor in page.anchors { known.insert(PageLint.Fragment(page: hash, anchor: anchor)) }
    }
    let pagePaths = Set(pages.map { SitePaths.hash(of: $0.path) })
    // An anchor in a file that is no page is for whoever opens it.
    return wanted.filter { pagePaths.contains($0.page) && !known.contains($0) }
  }

  private func target(of words: String) -> String {
    var words = words[...]
    while words.hasPrefix("../") { words = words.dropFirst(3) }
    return String(words)
  }

  private func diagnostic(
    _ problem: PageLint.Problem, on path: String, count: Int
  ) -> Diagnostic {
    let others = count > 1 ? " (and on \(count - 1) more pages)" : ""
    let message = OutputLint.message(problem) + others
    if let (source, range) = place(of: target(of: problem.words)) {
      return Diagnostic(.warning, in: source, at: range, message, rule: "output")
    }
    return Diagnostic(
      .warning, path: path, line: problem.line, message, hint: OutputLint.hint(problem),
      rule: "output")
  }

  /// Where the site's own templates have some words.
  private func place(of words: String) -> (SourceText, SourceRange)? {
    guard words.utf8.count > 2 else { return nil }
    // As the end of an attribute's value first: the words may stand elsewhere too.
    for (ending, extra) in [("\"", 1), ("", 0)] {
      let wanted = Array((words + ending).utf8)
      for source in templates {
        guard let range = source.bytes.firstRange(of: wanted) else { continue }
        return (source, SourceRange(range.lowerBound..<range.upperBound - extra))
      }
    }
    return nil
  }

  private static func message(_ problem: PageLint.Problem) -> String {
    switch problem.kind {
    case .brokenLink: "'\(problem.words)' leads to no file of the site"
    case .brokenAnchor: "'\(problem.words)' leads to no part of its page"
    case .doubleID: "id '\(problem.words)' stands twice on this page"
    case .missingTitle: "page without a title"
    case .missingHeading: "page without a heading of the first level"
    case .leakedTemplate: "'\(problem.words)' looks like a template that was not read"
    }
  }

  private static func hint(_ problem: PageLint.Problem) -> String? {
    switch problem.kind {
    case .missingTitle: "give the template a <title>{{ page.title }}</title>"
    case .missingHeading: "give the template an <h1>"
    case .doubleID: "change one of two headings or ids of these words"
    case .leakedTemplate: "tags are {{ … }} and {% … %}"
    case .brokenLink, .brokenAnchor: nil
    }
  }
}

extension [UInt8] {
  /// Where some bytes stand first.
  fileprivate func firstRange(of words: [UInt8]) -> Range<Int>? {
    guard let first = words.first, count >= words.count else { return nil }
    for start in 0...(count - words.count)
    where self[start] == first && self[start..<start + words.count].elementsEqual(words) {
      return start..<start + words.count
    }
    return nil
  }
}
