/// The name of an account, as people address each other and sign what they write.
struct Handle {
  let range: TextRange
  let tokens: Range<Int>
  let sentence: Int
  /// Its letters without a mark before them.
  let name: String
}

extension NameReading {
  /// "tao_swing_ the crash was bad": a name with underscores that a paragraph begins with.
  func openingHandles() -> [Handle] {
    var found: [Handle] = []
    var block = -1
    for (number, sentence) in text.sentences.enumerated() where Int(sentence.block) != block {
      block = Int(sentence.block)
      let start = sentence.tokens.lowerBound
      guard let handle = handle(at: start, in: number),
        text.text.bytes[handle.range.offsets].contains(UInt8(ascii: "_")),
        isSpoken(handle.tokens.upperBound)
      else { continue }
      found.append(handle)
    }
    return found
  }

  /// "@name", but not the end of an address of mail.
  func addressedHandles() -> [Handle] {
    var found: [Handle] = []
    for (number, sentence) in text.sentences.enumerated() {
      for index in sentence.tokens.dropLast()
      where words[index].kind == .punctuation && isAt(index) && !words[index].isJoined
        && words[index + 1].isJoined
      {
        if let handle = handle(at: index + 1, in: number) { found.append(handle) }
      }
    }
    return found
  }

  private func isAt(_ index: Int) -> Bool {
    text.text.bytes[Int(words[index].start)] == UInt8(ascii: "@")
  }

  /// Prose goes on behind a handle: a word that a space sets apart, or a colon.
  private func isSpoken(_ index: Int) -> Bool {
    guard words.indices.contains(index) else { return false }
    if text.text.bytes[Int(words[index].start)] == UInt8(ascii: ":") { return true }
    return words[index].isWord && !words[index].isJoined
  }

  /// The letters, digits and underscores from a token on, over those that are joined to it.
  private func handle(at start: Int, in sentence: Int) -> Handle? {
    let limit = text.sentences[sentence].tokens.upperBound
    guard start < limit, words[start].isWord || words[start].kind == .number,
      !words[start].shape.contains(.isOpaque)
    else { return nil }
    var end = start
    while end < limit, end == start || words[end].isJoined, isOfHandle(words[end]) { end += 1 }
    guard start < end else { return nil }
    let range = TextRange(start: words[start].start, end: words[end - 1].end)
    let name = text.text.bytes[range.offsets]
    guard name.contains(where: \.isASCIILetter), range.offsets.count <= Handle.longest else {
      return nil
    }
    return Handle(
      range: range, tokens: start..<end, sentence: sentence,
      name: String(decoding: name, as: UTF8.self))
  }

  private func isOfHandle(_ word: NameWord) -> Bool {
    guard !word.isPossessive else { return false }
    return text.text.bytes[word.range.offsets].allSatisfy {
      $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
  }
}

extension Handle {
  /// No service lets a name be longer.
  fileprivate static let longest = 40
}
