/// Lines of a pasted page that name a comment's author and its time.
struct PastedHeaders {
  /// The first paragraph of the header, and the first after it.
  let start: Int
  let bodyStart: Int
  let facts: PastedFurniture.Header

  /// - Parameter takesNames: whether a heading or a line in bold that is a name and nothing else
  ///   is a header too; in an article such lines are headings like others.
  static func find(
    in page: PastedPage, from first: Int, takesNames: Bool = false
  ) -> [PastedHeaders] {
    var found: [PastedHeaders] = []
    var index = first
    let layout = PastedLayout(page, from: first)
    let credits = PastedCredits(page, from: first)
    while index < page.paragraphs.count {
      guard
        let header = credits[index].flatMap({ PastedHeaders(index, index + 1, $0, in: page) })
          ?? header(in: page, at: index, layout)
          ?? (takesNames ? named(in: page, at: index) : nil)
      else {
        index += 1
        continue
      }
      found.append(header)
      index = header.bodyStart
    }
    return found
  }

  private static func header(
    in page: PastedPage, at index: Int, _ layout: PastedLayout?
  ) -> PastedHeaders? {
    if case .header(let facts) = page.furniture[index] {
      return PastedHeaders(index, index + 1, facts, in: page)
    }
    guard page.furniture[index] == nil,
      let name = PastedFurniture.loneName(page.text(index), traits: page.traits[index])
    else { return nil }
    if let header = near(index, name, in: page) { return header }
    guard let time = layout?.time(ofNameAt: index),
      case .time(var facts) = page.furniture[time]
    else { return nil }
    facts.author = name
    return PastedHeaders(index, time + 1, facts, in: page)
  }

  /// A name whose time is near, with nothing unknown between.
  private static func near(_ index: Int, _ name: String, in page: PastedPage) -> PastedHeaders? {
    var author = name
    // Between a name and its time there may be a separator, a badge, a handle or the name again.
    for next in index + 1...index + 4 where next < page.paragraphs.count {
      switch page.furniture[next] {
      case .time(var facts):
        facts.author = author
        facts.shownName = name
        return PastedHeaders(index, next + 1, facts, in: page)
      case .button: continue
      case nil:
        let text = page.text(next)
        if text == page.text(index) || PastedFurniture.isBadge(text) { continue }
        // Others answer by the handle, so it is the better name.
        guard text.utf8.first == UInt8(ascii: "@"),
          let handle = PastedFurniture.loneName(text, traits: page.traits[next])
        else { return nil }
        author = handle
      default: return nil
      }
    }
    return nil
  }

  /// "### Rowan" or "**Rowan**", with words below.
  private static func named(in page: PastedPage, at index: Int) -> PastedHeaders? {
    let text = page.text(index)
    let isBold = text.hasPrefix("**") && text.hasSuffix("**")
    guard isBold || text.hasPrefix("#"), index + 1 < page.paragraphs.count,
      let name = PastedFurniture.loneName(
        PastedFurniture.unmarked(text), traits: page.traits[index])
    else { return nil }
    var facts = PastedFurniture.Header()
    facts.author = name
    return PastedHeaders(index, index + 1, facts, in: page)
  }

  /// Takes up times and counts that stand right after the header.
  private init?(
    _ start: Int, _ bodyStart: Int, _ facts: PastedFurniture.Header, in page: PastedPage
  ) {
    var facts = facts
    var end = bodyStart
    while end < page.paragraphs.count {
      guard let next = page.furniture[end], !next.isHeader else {
        guard PastedFurniture.isBadge(page.text(end)) || Self.isLabel(end, in: page) else { break }
        end += 1
        continue
      }
      facts.posted = facts.posted ?? next.facts.posted
      facts.score = facts.score ?? next.facts.score
      facts.upvotes = facts.upvotes ?? next.facts.upvotes
      end += 1
    }
    self.start = start
    self.bodyStart = end
    self.facts = facts
  }

  /// "#3": a number that is no whole comment.
  private static func isLabel(_ index: Int, in page: PastedPage) -> Bool {
    page.furniture[index] == nil && page.isNumbers(index)
      && page.source.bytes[page.paragraphs[index].range.lowerBound] == UInt8(ascii: "#")
  }
}
