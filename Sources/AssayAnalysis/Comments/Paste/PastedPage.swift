/// A pasted text as paragraphs, with what each of them looks like.
struct PastedPage {
  let source: SourceText
  let lines: PastedLines
  /// What each paragraph looks like.
  let traits: [LineTraits]
  /// For each paragraph, what it is of the page's furniture, if it is that.
  let furniture: [PastedFurniture?]

  init(_ source: SourceText, from start: Int = 0) {
    self.source = source
    let lines = PastedLines(source.bytes, from: start)
    self.lines = lines
    traits = lines.paragraphs.map { LineTraits(source.bytes[$0.range]) }
    furniture = zip(lines.paragraphs, traits).map { paragraph, traits in
      guard paragraph.range.count <= 160 else { return nil }
      let text = String(decoding: source.bytes[paragraph.range], as: UTF8.self)
      return PastedFurniture(text, traits: traits)
    }
  }

  var paragraphs: [PastedParagraph] { lines.paragraphs }

  func text(_ index: Int) -> String {
    String(decoding: source.bytes[paragraphs[index].range], as: UTF8.self)
  }

  /// The line in the file on which a paragraph begins.
  func line(of index: Int) -> Int {
    source.location(of: paragraphs[index].range.lowerBound).line
  }

  func isSpace(_ range: Range<Int>) -> Bool { source.bytes[range].allSatisfy { $0 <= 0x20 } }
}

// MARK: Headings

extension PastedPage {
  /// Edited prose: several sentences' worth of words that end as a sentence does.
  func isProse(_ index: Int) -> Bool {
    let traits = self.traits[index]
    guard !traits.isListItem, furniture[index] == nil else { return false }
    return (traits.wordCount >= 12 && traits.endsSentence) || traits.wordCount >= 25
  }

  /// The levels of the paragraphs that are headings: short lines without an end, before prose.
  /// Those with Markdown's own marks are read with them, and are not among these.
  func headings(in range: Range<Int>) -> [Int: Int] {
    var levels: [Int: Int] = [:]
    for index in range.reversed() where !isMarked(index) {
      levels[index] = plainLevel(index, in: range, levels)
    }
    return levels
  }

  private func plainLevel(_ index: Int, in range: Range<Int>, _ levels: [Int: Int]) -> Int? {
    guard hasHeadingShape(index), index + 1 < range.upperBound else { return nil }
    let isFirst = index == range.lowerBound
    // A heading may stand over one other, not over a list of short lines.
    let isAboveOne = levels[index + 1] != nil && levels[index + 2] == nil
    let isAboveByline =
      isFirst
      && (1...4).contains { next in
        index + next < range.upperBound && isProse(index + next)
      }
    guard isProse(index + 1) || isAboveOne || isAboveByline else { return nil }
    return isFirst ? 1 : 2
  }

  private func isMarked(_ index: Int) -> Bool {
    paragraphs[index].lines.first.map { PastedMark(source.bytes, $0) == .heading } ?? false
  }

  func hasHeadingShape(_ index: Int) -> Bool {
    let traits = self.traits[index]
    guard paragraphs[index].lines.count == 1, traits.byteCount <= 110,
      (1...14).contains(traits.wordCount), !traits.isListItem, furniture[index] == nil,
      !traits.startsLower, ![".", ",", ";", ":", "…", "!"].contains(traits.lastCharacter),
      traits.writtenWords.contains(where: { $0.first?.isUppercase ?? false }),
      !isByline(traits), PastedMarker.endsArticle(traits) == nil,
      PastedMarker.commentCount(traits) ?? -1 < 0
    else { return false }
    return traits.startsUpper || traits.startsWithQuote
      || ("0"..."9").contains(traits.writtenWords.first?.unicodeScalars.first ?? " ")
  }

  /// "By Jane Roe", "Published April 12", "5 min read", "Photo: …".
  private func isByline(_ traits: LineTraits) -> Bool {
    guard let first = traits.words.first else { return false }
    if ["by", "published", "updated", "posted", "photo", "image", "credit", "photograph"]
      .contains(first)
    {
      return true
    }
    return traits.words.contains("read")
      && traits.words.contains { ["min", "minute"].contains($0) }
  }

  /// A heading by its capitals: each longer word has one.
  func isTitleCase(_ index: Int) -> Bool {
    let long = traits[index].writtenWords.filter { $0.utf8.count > 3 }
    guard long.count >= 1, traits[index].wordCount >= 2 else { return false }
    let capitals = long.count { $0.first?.isUppercase ?? false || $0.first?.isNumber ?? false }
    return capitals * 10 >= long.count * 8
  }
}
