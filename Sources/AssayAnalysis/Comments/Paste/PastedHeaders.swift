/// Lines of a pasted page that name a comment's author and its time.
struct PastedHeaders {
  /// The first paragraph of the header, and the first after it.
  let start: Int
  let bodyStart: Int
  let facts: PastedFurniture.Header

  static func find(in page: PastedPage, from first: Int) -> [PastedHeaders] {
    var found: [PastedHeaders] = []
    var index = first
    while index < page.paragraphs.count {
      guard let header = header(in: page, at: index) else {
        index += 1
        continue
      }
      found.append(header)
      index = header.bodyStart
    }
    return found
  }

  private static func header(in page: PastedPage, at index: Int) -> PastedHeaders? {
    if case .header(let facts) = page.furniture[index] {
      return PastedHeaders(index, index + 1, facts, in: page)
    }
    guard page.furniture[index] == nil,
      let name = PastedFurniture.loneName(page.text(index), traits: page.traits[index])
    else { return nil }
    // Between a name and its time there may be a separator, a badge or the name again.
    for next in index + 1...index + 3 where next < page.paragraphs.count {
      switch page.furniture[next] {
      case .time(var facts):
        facts.author = name
        return PastedHeaders(index, next + 1, facts, in: page)
      case .button: continue
      case nil where page.text(next) == page.text(index): continue
      default: return nil
      }
    }
    return nil
  }

  /// Takes up times and counts that stand right after the header.
  private init?(
    _ start: Int, _ bodyStart: Int, _ facts: PastedFurniture.Header, in page: PastedPage
  ) {
    var facts = facts
    var end = bodyStart
    while end < page.paragraphs.count, let next = page.furniture[end], !next.isHeader {
      facts.posted = facts.posted ?? next.facts.posted
      facts.score = facts.score ?? next.facts.score
      facts.upvotes = facts.upvotes ?? next.facts.upvotes
      end += 1
    }
    self.start = start
    self.bodyStart = end
    self.facts = facts
  }
}
