import AssayRender

/// The pages of an output folder as a build left them.
struct PageTable: Sendable {
  /// One page, or another file.
  struct Page: Sendable {
    /// See `SitePages.key(of:settings:)`.
    let key: UInt64
    /// Of the file: its size, its inode, and when it was written and changed.
    let stamp: [UInt64]
    /// What other pages must be held against.
    let anchors: [UInt64]
    let fragments: [PageLint.Fragment]

    init(key: UInt64, stamp: [UInt64], lint: PageLint?) {
      self.init(
        key: key, stamp: stamp, anchors: lint?.anchors ?? [], fragments: lint?.fragments ?? [])
    }

    init(key: UInt64, stamp: [UInt64], anchors: [UInt64], fragments: [PageLint.Fragment]) {
      self.key = key
      self.stamp = stamp
      self.anchors = anchors
      self.fragments = fragments
    }

    func lint(path: String) -> PageLint? {
      path.hasSuffix(".html")
        ? PageLint(path: path, anchors: anchors, fragments: fragments) : nil
    }
  }

  /// By path in the output.
  let pages: [String: Page]
  /// The files that they lead to: hashes of paths.
  let links: Set<UInt64>
  /// True where a build found nothing to change in it.
  let isSame: Bool

  init(pages: [String: Page] = [:], links: Set<UInt64> = [], isSame: Bool = false) {
    self.pages = pages
    self.links = links
    self.isSame = isSame
  }

  /// The same table, after a build that changed no page of it.
  var unchanged: PageTable { PageTable(pages: pages, links: links, isSame: true) }

  /// What may be taken over where the site has these files: nothing where a page leads to one that
  /// has gone, since then each page must be read again for such links.
  func valid(for paths: SitePaths) -> PageTable {
    links.allSatisfy(paths.contains) ? self : PageTable()
  }
}

extension PageTable {
  func append(to writer: inout ByteWriter) {
    writer.append(fixed: links.sorted())
    writer.append(list: pages.sorted { $0.key < $1.key }) { entry, writer in
      writer.append(entry.key)
      writer.append(fixed: entry.value.key)
      writer.append(fixed: entry.value.stamp)
      writer.append(fixed: entry.value.anchors)
      writer.append(fixed: entry.value.fragments.flatMap { [$0.page, $0.anchor] })
    }
  }

  init(from reader: inout ByteReader) {
    isSame = false
    links = Set(reader.fixedNumbers())
    let entries = reader.list { reader in
      let path = reader.text()
      let key = reader.fixed()
      let stamp = reader.fixedNumbers()
      let anchors = reader.fixedNumbers()
      let numbers = reader.fixedNumbers()
      let fragments = stride(from: 0, to: numbers.count - 1, by: 2).map {
        PageLint.Fragment(page: numbers[$0], anchor: numbers[$0 + 1])
      }
      return (path, Page(key: key, stamp: stamp, anchors: anchors, fragments: fragments))
    }
    pages = Dictionary(entries, uniquingKeysWith: { first, _ in first })
  }
}
