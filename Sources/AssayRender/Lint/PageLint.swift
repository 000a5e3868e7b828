/// What is wrong with one finished page, and what others must be held against.
public struct PageLint: Sendable {
  /// The page's path.
  public let path: String
  public private(set) var problems: [Problem] = []
  /// Hashes of its anchors.
  public private(set) var anchors: [UInt64] = []
  /// Links to parts of other pages: hashes of the page's path and of the anchor.
  public private(set) var fragments: [Fragment] = []
  /// The files that it leads to: hashes of their paths, each once.
  public private(set) var links: Set<UInt64> = []

  /// A finding, with the words of the page that it speaks of.
  public struct Problem: Sendable, Hashable {
    public let kind: Kind
    public let words: String
    /// In the page, from 1.
    public let line: Int
  }

  public enum Kind: Sendable, Hashable {
    /// A link or picture that leads to no file of the site.
    case brokenLink
    /// A link to a part that its page has not.
    case brokenAnchor
    case doubleID
    case missingTitle
    case missingHeading
    /// A tag of the template language that was shown instead of read.
    case leakedTemplate
  }

  public struct Fragment: Sendable, Hashable {
    public let page: UInt64
    public let anchor: UInt64

    public init(page: UInt64, anchor: UInt64) {
      self.page = page
      self.anchor = anchor
    }
  }

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - paths: of every file of the site.
  ///   - broken: fragments that are known to lead nowhere, to be told with their words.
  public init(
    _ html: [UInt8], path: String, paths: SitePaths, broken: Set<Fragment> = []
  ) {
    self.path = path
    read(html, paths, broken, known: [])
  }

  /// Reads a page that was rendered here: where nothing is wrong, only what templates made of it.
  public init(_ file: OutputFile, paths: SitePaths) {
    path = file.path
    if !file.known.isEmpty {
      read(file.bytes, paths, [], known: file.known)
      if problems.isEmpty { return }
    }
    read(file.bytes, paths, [], known: [])
  }

  /// What an earlier run found, of a page with which nothing was wrong.
  public init(path: String, anchors: [UInt64], fragments: [Fragment]) {
    self.path = path
    self.anchors = anchors
    self.fragments = fragments
  }

  private mutating func read(
    _ html: [UInt8], _ paths: SitePaths, _ broken: Set<Fragment>, known: [KnownPart]
  ) {
    html.withUnsafeBufferPointer { bytes in
      var reader = PageReader(bytes, path: path, paths: paths, broken: broken)
      reader.run(known)
      problems = reader.problems
      anchors = reader.anchors
      fragments = reader.fragments
      links = reader.links
    }
  }
}

/// The paths of all files of a site, as hashes.
public struct SitePaths: Sendable {
  private let hashes: Set<UInt64>

  public init(_ paths: some Sequence<String>) {
    hashes = Set(
      paths.map { path in
        LinkHash(path.utf8).value
      })
  }

  /// - Parameter hash: see `hash(of:)`.
  public func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  /// How a path is known in `PageLint.Fragment`.
  public static func hash(of path: String) -> UInt64 {
    LinkHash(path.utf8).value
  }
}

/// FNV-1a of 64 bits, byte by byte.
struct LinkHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { combine(byte) }
  }

  @inline(__always)
  mutating func combine(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
}

/// Reads one page for `PageLint`.
private struct PageReader {
  private var scanner: TagScanner
  private let folder: [UInt8]
  private let paths: SitePaths
  private let broken: Set<PageLint.Fragment>
  private let ownHash: UInt64
  private(set) var problems: [PageLint.Problem] = []
  private(set) var anchors: [UInt64] = []
  private(set) var fragments: [PageLint.Fragment] = []
  private(set) var links: Set<UInt64> = []
  /// Links to parts of this page, until all its anchors are known.
  private var ownLinks: [(hash: UInt64, words: Range<Int>)] = []
  private var idPlaces: [UInt64: Int] = [:]
  private var hasTitle = false
  private var headingCount = 0

  /// Problems told of one page: more of them say no more.
  private static let mostProblems = 20

  init(
    _ html: UnsafeBufferPointer<UInt8>, path: String, paths: SitePaths,
    broken: Set<PageLint.Fragment>
  ) {
    scanner = TagScanner(html)
    folder = Array(
      path.utf8.prefix(
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map {
          path.utf8.distance(from: path.utf8.startIndex, to: $0) + 1
        } ?? 0))
    self.paths = paths
    self.broken = broken
    ownHash = SitePaths.hash(of: path)
  }

  mutating func run(_ known: [KnownPart]) {
    for part in known {
      for anchor in part.anchors {
        addAnchor(anchor, part.range.lowerBound..<part.range.lowerBound)
      }
    }
    scanner.passed = known.map(\.range)
    while scanner.nextTag() { readTag() }
    for link in ownLinks where idPlaces[link.hash] == nil {
      report(.brokenAnchor, link.words)
    }
    if !hasTitle { report(.missingTitle, 0..<0) }
    if headingCount == 0 { report(.missingHeading, 0..<0) }
  }

  private mutating func readTag() {
    let name = scanner.name
    let isScript = scanner.isName(name, "script")
    let isStyle = !isScript && scanner.isName(name, "style")
    if scanner.isName(name, "h1") { headingCount += 1 }
    let isTitle = scanner.isName(name, "title") && !hasTitle
    while scanner.nextAttribute() { readAttribute() }
    if isTitle {
      let start = min(scanner.position + 1, scanner.html.count)
      let end = scanner.find(UInt8(ascii: "<"), from: start) ?? start
      hasTitle = scanner.html[start..<end].contains { $0 > 0x20 }
      findLeak(start..<end)
    }
    if isScript { scanner.skipElement("script") }
    if isStyle { scanner.skipElement("style") }
  }

  private mutating func readAttribute() {
    let (name, value) = (scanner.attribute, scanner.value)
    switch name.count {
    case 2 where scanner.isName(name, "id"): addAnchor(value)
    case 3 where scanner.isName(name, "src"): readLink(value)
    case 4 where scanner.isName(name, "href"):
      readLink(value)
      findLeak(value)
    case 5 where scanner.isName(name, "class"), 7 where scanner.isName(name, "content"):
      findLeak(value)
    default: break
    }
  }

  private mutating func addAnchor(_ value: Range<Int>) {
    addAnchor(hash(of: value), value)
  }

  private mutating func addAnchor(_ hash: UInt64, _ value: Range<Int>) {
    if idPlaces.updateValue(value.lowerBound, forKey: hash) != nil { report(.doubleID, value) }
    anchors.append(hash)
  }

  private mutating func readLink(_ value: Range<Int>) {
    guard let first = value.first else { return }
    let html = scanner.html
    if html[first] == UInt8(ascii: "#") {
      guard value.count > 1 else { return }
      ownLinks.append((hash(of: first + 1..<value.upperBound), value))
      return
    }
    guard let target = target(of: value) else { return }
    guard paths.contains(target.page) else { return report(.brokenLink, value) }
    links.insert(target.page)
    guard let anchor = target.anchor else { return }
    let fragment = PageLint.Fragment(page: target.page, anchor: hash(of: anchor))
    if target.page == ownHash {
      ownLinks.append((fragment.anchor, value))
    } else if broken.contains(fragment) {
      report(.brokenAnchor, value)
    } else if broken.isEmpty {
      fragments.append(fragment)
    }
  }

  /// The hash of the path that a relative link leads to, and where its anchor stands; nil for links
  /// to elsewhere.
  private func target(of value: Range<Int>) -> (page: UInt64, anchor: Range<Int>?)? {
    let html = scanner.html
    var start = value.lowerBound
    var depth = folder.count
    if html[start] == UInt8(ascii: "/") { return nil }
    while scanner.has("../", at: start), start + 3 <= value.upperBound {
      start += 3
      guard depth > 0 else { return (0, nil) }
      depth -= 1
      while depth > 0, folder[depth - 1] != UInt8(ascii: "/") { depth -= 1 }
    }
    var hash = LinkHash()
    for byte in folder[..<depth] { hash.combine(byte) }
    var end = start
    var last: UInt8 = depth > 0 ? UInt8(ascii: "/") : 0
    while end < value.upperBound {
      let byte = html[end]
      if byte == UInt8(ascii: ":") { return nil }
      if byte == UInt8(ascii: "#") || byte == UInt8(ascii: "?") { break }
      if byte == UInt8(ascii: "%") || byte == UInt8(ascii: "&") {
        return unusualTarget(of: start..<value.upperBound, depth: depth)
      }
      hash.combine(byte)
      last = byte
      end += 1
    }
    if last == 0 || last == UInt8(ascii: "/") {
      for byte in "index.html".utf8 { hash.combine(byte) }
    }
    return (hash.value, anchor(from: end, in: value))
  }

  private func anchor(from end: Int, in value: Range<Int>) -> Range<Int>? {
    let rest = scanner.html[end..<value.upperBound]
    guard let mark = rest.firstIndex(of: UInt8(ascii: "#")), mark + 1 < value.upperBound else {
      return nil
    }
    return mark + 1..<value.upperBound
  }

  /// Of a link with encoded characters, decoded first; such are rare.
  private func unusualTarget(
    of rest: Range<Int>, depth: Int
  ) -> (page: UInt64, anchor: Range<Int>?)? {
    var path: [UInt8] = []
    var index = rest.lowerBound
    let html = scanner.html
    while index < rest.upperBound, html[index] != UInt8(ascii: "#"),
      html[index] != UInt8(ascii: "?")
    {
      if html[index] == UInt8(ascii: "%"), index + 2 < rest.upperBound,
        let byte = UInt8(String(decoding: html[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        path.append(byte)
        index += 3
      } else if scanner.has("&amp;", at: index) {
        path.append(UInt8(ascii: "&"))
        index += 5
      } else {
        path.append(html[index])
        index += 1
      }
    }
    if path.contains(UInt8(ascii: ":")) { return nil }
    var hash = LinkHash()
    for byte in folder[..<depth] + path { hash.combine(byte) }
    return (hash.value, anchor(from: index, in: rest))
  }

  private func hash(of range: Range<Int>) -> UInt64 {
    LinkHash(UnsafeBufferPointer(rebasing: scanner.html[range])).value
  }

  /// Marks of the template language where no author's words stand.
  private mutating func findLeak(_ range: Range<Int>) {
    for index in range.dropLast() where scanner.html[index] == UInt8(ascii: "{") {
      let next = scanner.html[index + 1]
      if next == UInt8(ascii: "{") || next == UInt8(ascii: "%") {
        return report(.leakedTemplate, range)
      }
    }
  }

  private mutating func report(_ kind: PageLint.Kind, _ words: Range<Int>) {
    guard problems.count < PageReader.mostProblems else { return }
    let line = scanner.html[..<words.lowerBound].count { $0 == 0x0A } + 1
    problems.append(
      PageLint.Problem(
        kind: kind, words: String(decoding: scanner.html[words], as: UTF8.self), line: line))
  }
}
