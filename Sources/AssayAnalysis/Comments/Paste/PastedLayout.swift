/// Where the comments of a page have their authors, learned from the page itself: so many lines above
/// the time, whatever stands between (a rank, a town, a count of posts).
///
/// A page repeats one layout for each comment. The line that is a name above nearly every time is the
/// author's, and where two are, the one that begins the block.
struct PastedLayout {
  /// For each line that is an author's, the line of the time.
  private let times: [Int: Int]

  /// How far above its time a name is looked for.
  private static let reach = 6
  /// Lines between two times that belong to one header.
  private static let headerLines = 3

  /// - Parameter first: the paragraph to begin at.
  /// - Returns: nil where no line stands between names and times on most comments.
  init?(_ page: PastedPage, from first: Int) {
    let anchors = Self.anchors(page, from: first)
    guard anchors.count >= 2 else { return nil }
    let blocks = anchors.compactMap { anchor in
      Self.nameInBlock(page, anchor, first).map { (name: $0, time: anchor) }
    }
    let names =
      blocks.count >= 2
      ? Self.withoutPageLines(page, blocks) : Self.atOneDistance(page, anchors, first)
    guard names.count >= 2, names.count * 10 >= anchors.count * 6,
      names.contains(where: { $0.time - $0.name > 1 })
    else { return nil }
    times = Dictionary(names.map { ($0.name, $0.time) }) { first, _ in first }
  }

  /// The first name of the block that a time stands in: a blank line or a button stands above it.
  private static func nameInBlock(_ page: PastedPage, _ anchor: Int, _ first: Int) -> Int? {
    var top = anchor
    while top > first, anchor - top <= reach {
      if top < anchor, page.paragraphs[top].followsBlank { break }
      if page.isFurniture(top - 1), page.isWordy(top - 1) || page.isLoneName(top) { break }
      guard isBesideName(page, top - 1) else { return nil }
      top -= 1
    }
    guard anchor - top <= reach else { return nil }
    return (top..<anchor).first { page.isLoneName($0) }
  }

  /// Above the first comment stand lines of the page that look like names ("Threads"): its author is as
  /// far above the time as all others are.
  private static func withoutPageLines(
    _ page: PastedPage, _ blocks: [(name: Int, time: Int)]
  ) -> [(name: Int, time: Int)] {
    guard blocks.count >= 3, let head = blocks.first else { return blocks }
    let distance = blocks[1].time - blocks[1].name
    let name = head.time - distance
    guard name > head.name, page.isLoneName(name),
      blocks.dropFirst().allSatisfy({ $0.time - $0.name == distance })
    else { return blocks }
    return [(name, head.time)] + blocks.dropFirst()
  }

  /// Where no blank lines and no buttons part the comments: as far above the time on most of them.
  private static func atOneDistance(
    _ page: PastedPage, _ anchors: [Int], _ first: Int
  ) -> [(name: Int, time: Int)] {
    var best: [(name: Int, time: Int)] = []
    for distance in 1...reach {
      let names = anchors.enumerated().compactMap { number, anchor in
        let index = anchor - distance
        let isBelowLast = index > (number > 0 ? anchors[number - 1] : first - 1)
        return isBelowLast && page.isLoneName(index)
          && (index + 1..<anchor).allSatisfy { isBesideName(page, $0) }
          ? (name: index, time: anchor) : nil
      }
      if names.count > best.count { best = names }
    }
    return best
  }

  /// The line of the time that belongs to an author's line.
  func time(ofNameAt index: Int) -> Int? { times[index] }

  /// What may stand between a name and its time: no sentence, and no buttons, which stand under words.
  private static func isBesideName(_ page: PastedPage, _ index: Int) -> Bool {
    let traits = page.traits[index]
    if case .button = page.furniture[index] { return traits.words.isEmpty || page.isNumbers(index) }
    // The second line of a rank may begin small: "et Subscriptor".
    return traits.byteCount <= lineBytes && (traits.wordCount <= 2 || !traits.endsSentence)
      && (!traits.startsLower || page.isLoneName(index)
        || traits.wordCount == 2 && !traits.endsSentence)
  }

  private static let lineBytes = 48

  /// Times that stand alone, the last one of each header.
  private static func anchors(_ page: PastedPage, from first: Int) -> [Int] {
    var anchors: [Int] = []
    for index in first..<max(first, page.paragraphs.count) {
      guard case .time = page.furniture[index] else { continue }
      if let last = anchors.last, index - last <= headerLines,
        (last + 1..<index).allSatisfy({ page.isFurniture($0) })
      {
        anchors.removeLast()
      }
      anchors.append(index)
    }
    return anchors
  }
}

extension PastedPage {
  /// Whether a line is a name and nothing of the page's own.
  func isLoneName(_ index: Int) -> Bool {
    furniture[index] == nil
      && PastedFurniture.loneName(text(index), traits: traits[index]) != nil
  }

  /// Whether a line is the page's, or only a number: "6,034", "#3", "18 (20 / -2)".
  func isFurniture(_ index: Int) -> Bool {
    paragraphs.indices.contains(index) && (furniture[index] != nil || isNumbers(index))
  }

  /// Whether a line holds letters: a button with words, no separator and no count.
  func isWordy(_ index: Int) -> Bool { traits[index].words.contains { Int($0) == nil } }

  func isNumbers(_ index: Int) -> Bool {
    guard paragraphs[index].range.count <= 24 else { return false }
    let bytes = source.bytes[paragraphs[index].range]
    return bytes.contains { (48...57).contains($0) }
      && bytes.allSatisfy { (48...57).contains($0) || " #+-.,/()".utf8.contains($0) }
  }
}
