/// How far a name reaches.
extension NameFinder {
  /// The end of the name that begins at a token.
  func extend(from start: Int, before limit: Int, layout: SentenceLayout) -> Int {
    var end = dottedEnd(start, before: limit) ?? start + 1
    var head: Head = Head(reading.words[start], isWork: isWork(start))
    while end < limit, end - start < NameTrie.maximumWords, !reading.words[end - 1].isPossessive {
      guard let next = next(after: end, start: start, limit: limit, head: &head, layout) else {
        break
      }
      end = next
    }
    return end
  }

  /// What a name has shown of itself so far.
  private struct Head {
    var isInstitution: Bool
    var isEvent: Bool
    /// A title of a book, a film, a song: any small word may stand inside it.
    let isWork: Bool
    var hasOf = false
    var hasAnd = false

    init(_ word: NameWord, isWork: Bool) {
      isInstitution = Head.isInstitution(word)
      isEvent = word.traits.contains(.eventHead)
      self.isWork = isWork
    }

    mutating func note(_ word: NameWord) {
      if Head.isInstitution(word) { isInstitution = true }
      isEvent = word.traits.contains(.eventHead)
    }

    /// Words that "of" may stand behind inside a name.
    private static func isInstitution(_ word: NameWord) -> Bool {
      !word.traits.isDisjoint(with: [
        .orgEnding, .agencyHead, .lawEnding, .eventHead, .placeEnding, .productEnding,
      ])
    }
  }

  /// "the novel Heart of Darkness": a work's title begins here.
  private func isWork(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    let before = reading.words[start - 1]
    return before.knowledge.nounType == .product && !before.isCapitalised && before.isWord
  }

  /// The end of "U.S." and its like: letters and points, joined.
  func dottedEnd(_ start: Int, before limit: Int) -> Int? {
    var end = start
    while end + 1 < limit, reading.words[end].count == 1, reading.words[end].isCapitalised,
      end == start || reading.words[end].isJoined, isPoint(end + 1), reading.words[end + 1].isJoined
    {
      end += 2
    }
    return end >= start + 4 ? end : nil
  }

  /// The end of the name with what stands at `end`, or nil where that is no part of it.
  private func next(
    after end: Int, start: Int, limit: Int, head: inout Head, _ layout: SentenceLayout
  ) -> Int? {
    let words = reading.words
    let word = words[end]
    if word.isCapitalised {
      guard mayContinue(word, end, layout) || head.isEvent && isNumeral(word) else { return nil }
      head.note(word)
      return end + 1
    }
    if word.kind == .number {
      if word.count == 4, words[end - 1].traits.contains(.lawEnding) { return end + 1 }
      return numberEnd(end, start: start, limit: limit)
    }
    if isPoint(end), word.isJoined { return pointEnd(end, start: start, limit: limit) }
    guard word.traits.contains(.joint) || isAmpersand(word), !word.shape.contains(.isOpaque) else {
      return nil
    }
    return jointEnd(end, limit: limit, head: &head)
  }

  private func mayContinue(_ word: NameWord, _ index: Int, _ layout: SentenceLayout) -> Bool {
    let traits = word.traits
    if word.isJoined { return false }
    if traits.contains(.genericAcronym) { return traits.contains(.orgEnding) }
    if traits.contains(.calendar) || traits.contains(.honorific) { return false }
    if layout.isTitle, traits.contains(.common) {
      return !traits.isDisjoint(with: [.orgEnding, .lawEnding, .placeEnding])
    }
    if word.count == 1 {
      return index + 1 < reading.words.count && isPoint(index + 1)
    }
    return true
  }

  /// "World War I".
  private func isNumeral(_ word: NameWord) -> Bool {
    word.count == 1 && reading.text.text.bytes[Int(word.start)] == UInt8(ascii: "I")
  }

  private func isAmpersand(_ word: NameWord) -> Bool {
    word.count == 1 && reading.text.text.bytes[Int(word.start)] == UInt8(ascii: "&")
  }

  /// "Llama 2 70B", "iPhone 15": a number behind a family of products, or with its unit.
  private func numberEnd(_ index: Int, start: Int, limit: Int) -> Int? {
    let words = reading.words
    let before = words[index - 1]
    let isSmall = words[index].count <= 4
    guard isSmall, !words[index].isJoined else { return nil }
    if let size = sizeEnd(index, limit: limit) { return size }
    let family: NameTraits = [.productFamily, .modelFamily]
    let isVersion = words[start].traits.contains(.modelFamily) && before.isCapitalised
    guard !before.traits.isDisjoint(with: family) || isVersion else { return nil }
    let isFollowedByUnit =
      index + 1 < limit && (words[index + 1].kind == .symbol || words[index + 1].isJoined)
      && words[index + 1].kind != .punctuation
    return isFollowedByUnit ? nil : index + 1
  }

  /// The end of "70B" behind a name: a number and a joined B or M, at the end of a word.
  private func sizeEnd(_ index: Int, limit: Int) -> Int? {
    guard index + 1 < limit else { return nil }
    let unit = reading.words[index + 1]
    guard unit.isWord, unit.isJoined, unit.count == 1,
      reading.text.text.bytes[Int(unit.start)] == UInt8(ascii: "B")
    else { return nil }
    return index + 2
  }

  /// Behind an initial, and inside "U.S.".
  private func pointEnd(_ index: Int, start: Int, limit: Int) -> Int? {
    let words = reading.words
    let before = words[index - 1]
    let isShort = before.count == 1 && before.isCapitalised || before.count == 2 && isSaint(before)
    guard isShort else { return nil }
    if index + 1 < limit, words[index + 1].isCapitalised { return index + 1 }
    let isAbbreviation = index - start >= 3 && isPoint(index - 2)
    return isAbbreviation ? index + 1 : nil
  }

  private func isSaint(_ word: NameWord) -> Bool { reading.text.text[word.range] == "St" }

  /// Over "of", "de", "&" and the like to the capital behind them.
  private func jointEnd(_ index: Int, limit: Int, head: inout Head) -> Int? {
    let words = reading.words
    var next = index + 1
    let isOf = isWord(index, "of") || isWord(index, "for")
    if next < limit, words[next].traits.contains(.joint), !words[next].isCapitalised {
      next += 1
    }
    guard next < limit, words[next].isCapitalised, mayFollowJoint(words[next]) else { return nil }
    if isAmpersand(words[index]) || head.isWork { return next + 1 }
    if isOf {
      guard head.isInstitution else { return nil }
      head.hasOf = true
      return next + 1
    }
    if isWord(index, "and") {
      if isLaw(from: next, limit: limit) { return next + 1 }
      guard head.hasOf, head.isInstitution, !head.hasAnd, next == index + 1,
        isCommon(words[next])
      else { return nil }
      head.hasAnd = true
      return next + 1
    }
    if isWord(index, "in") { return head.isEvent ? next + 1 : nil }
    let isSmall = isWord(index, "the") || isWord(index, "to") || isWord(index, "on")
    return isSmall ? nil : next + 1
  }

  /// "CHIPS and Science Act": the words behind "and" end as a law's name does.
  private func isLaw(from start: Int, limit: Int) -> Bool {
    var index = start
    while index < min(limit, start + 4), reading.words[index].isCapitalised {
      if reading.words[index].traits.contains(.lawEnding) { return true }
      index += 1
    }
    return false
  }

  private func mayFollowJoint(_ word: NameWord) -> Bool {
    word.traits.isDisjoint(with: [.genericAcronym, .calendar, .honorific])
  }

  private func isWord(_ index: Int, _ spelling: StaticString) -> Bool {
    let word = reading.words[index]
    guard word.count == spelling.utf8CodeUnitCount else { return false }
    return spelling.withUTF8Buffer {
      $0.elementsEqual(reading.text.text.bytes[word.range.offsets])
    }
  }
}
