/// Cuts the tokens of each leaf block into sentences.
///
/// A sentence ends after . ! ? … and the quotes and brackets that close behind them. A point ends
/// none behind an initial or a title ("J. Smith", "Dr. Wu", "No. 5"), and behind other
/// abbreviations ("Inc.", "U.S.", "a.m.") only where a word follows that begins sentences.
func splitSentences(document: Document, tokens: [Token]) -> [Sentence] {
  var sentences: [Sentence] = []
  sentences.reserveCapacity(tokens.count / 20 + 1)
  document.text.bytes.withUnsafeBufferPointer { bytes in
    tokens.withUnsafeBufferPointer { tokens in
      var splitter = SentenceSplitter(bytes: bytes, tokens: tokens)
      var tokenIndex = 0
      for (blockIndex, block) in document.blocks.enumerated() where !block.text.isEmpty {
        guard block.end == blockIndex + 1 || !block.inlines.isEmpty else { continue }
        while tokenIndex < tokens.count, tokens[tokenIndex].start < block.text.start {
          tokenIndex += 1
        }
        let first = tokenIndex
        while tokenIndex < tokens.count, tokens[tokenIndex].start < block.text.end {
          tokenIndex += 1
        }
        splitter.split(first..<tokenIndex, block: blockIndex, into: &sentences)
      }
    }
  }
  return sentences
}

private struct SentenceSplitter {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: UnsafeBufferPointer<Token>
  let words = SentenceWords.shared

  /// No sentence that somebody wrote has so many tokens. What is longer is cut here, so that rules
  /// which hold the numbers of a sentence against each other stay bounded on hostile input.
  static let mostTokens = 400

  mutating func split(_ range: Range<Int>, block: Int, into sentences: inout [Sentence]) {
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      if index - start >= SentenceSplitter.mostTokens {
        close(start..<index, block, &sentences)
        start = index
      }
      guard tokens[index].kind == .punctuation, isTerminator(index) else {
        index += 1
        continue
      }
      var after = index + 1
      while after < range.upperBound, isCloser(after) { after += 1 }
      if after < range.upperBound, endsSentence(mark: index, next: after, start: start) {
        close(start..<after, block, &sentences)
        start = after
      }
      index = after
    }
    close(start..<range.upperBound, block, &sentences)
  }

  private func close(_ range: Range<Int>, _ block: Int, _ sentences: inout [Sentence]) {
    var last = range.upperBound
    while last > range.lowerBound, tokens[last - 1].kind == .blockEnd { last -= 1 }
    guard last > range.lowerBound else { return }
    sentences.append(
      Sentence(
        range: TextRange(start: tokens[range.lowerBound].start, end: tokens[last - 1].end),
        tokens: range.lowerBound..<last, block: block))
  }

  private func byte(_ index: Int) -> UInt8 { bytes[Int(tokens[index].start)] }

  private func isTerminator(_ index: Int) -> Bool {
    switch byte(index) {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): true
    case 0xE2: isGeneralMark(index, 0xA6)
    default: false
    }
  }

  /// The mark is U+2000 plus the last byte: “ ” ‘ ’ … and their like.
  private func isGeneralMark(_ index: Int, _ last: UInt8) -> Bool {
    let start = Int(tokens[index].start)
    return tokens[index].count == 3 && bytes[start + 1] == 0x80 && bytes[start + 2] == last
  }

  private func isCloser(_ index: Int) -> Bool {
    guard tokens[index].kind == .punctuation, tokens[index].shape.contains(.isJoined) else {
      return false
    }
    switch byte(index) {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"),
      UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "]"):
      return true
    case 0xE2:
      return isGeneralMark(index, 0x9D) || isGeneralMark(index, 0x99) || isGeneralMark(index, 0xA6)
    case 0xC2: return bytes[Int(tokens[index].start) + 1] == 0xBB
    default: return false
    }
  }

  private func endsSentence(mark: Int, next: Int, start: Int) -> Bool {
    let following = tokens[next]
    guard !following.shape.contains(.isJoined) else { return false }
    let isSmall = following.kind == .word && !following.shape.contains(.isCapitalised)
    guard byte(mark) == UInt8(ascii: ".") else {
      // "“Really?” he asked"
      return !(isSmall && (next > mark + 1 || byte(mark) == 0xE2))
    }
    // An ellipsis goes on before a small letter.
    if next > mark + 1, byte(mark + 1) == UInt8(ascii: ".") { return !isSmall }
    if isSmall, next > mark + 1 { return false }
    guard mark > start, tokens[mark].shape.contains(.isJoined) else { return true }
    switch abbreviation(before: mark) {
    case .none: return true
    case .title: return false
    case .numbered: return following.kind != .number && !isSmall
    case .ending: return isStarter(next)
    }
  }

  private func abbreviation(before mark: Int) -> SentenceWords.Kind {
    let word = tokens[mark - 1]
    guard word.kind == .word, !word.shape.contains(.isNonASCII) else { return .none }
    if word.count == 1 {
      let isDotted =
        mark >= 3 && byte(mark - 2) == UInt8(ascii: ".") && word.shape.contains(.isJoined)
      if isDotted {
        // "e.g." and "i.e." lead on; "a.m.", "U.S.", "D.C." may end.
        let isLatin = byte(mark - 1) == UInt8(ascii: "g") || byte(mark - 1) == UInt8(ascii: "e")
        return isLatin ? .title : .ending
      }
      if word.shape.contains(.isCapitalised) {
        return byte(mark - 1) == UInt8(ascii: "I") ? .none : .ending
      }
    }
    return words.kind(bytes, word)
  }

  /// A word that begins sentences more often than it goes on behind an abbreviation.
  private func isStarter(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .word: return token.shape.contains(.isCapitalised) && words.isStarter(bytes, token)
    case .punctuation:
      return token.count == 3 && isGeneralMark(index, 0x9C) || byte(index) == UInt8(ascii: "\"")
    default: return false
    }
  }
}

/// The abbreviations and the words that begin sentences, by a hash of their small letters.
private struct SentenceWords: Sendable {
  enum Kind { case none, title, numbered, ending }

  private let kinds: [UInt64: Kind]
  private let starters: Set<UInt64>

  static let shared = SentenceWords()

  private init() {
    var kinds: [UInt64: Kind] = [:]
    for word in SentenceWords.words(titles) { kinds[word] = .title }
    for word in SentenceWords.words(numbered) { kinds[word] = .numbered }
    for word in SentenceWords.words(endings) { kinds[word] = .ending }
    self.kinds = kinds
    starters = Set(SentenceWords.words(sentenceStarters))
  }

  func kind(_ bytes: UnsafeBufferPointer<UInt8>, _ token: Token) -> Kind {
    guard token.count <= 7 else { return .none }
    return kinds[Lexicon.hash(bytes, Int(token.start), Int(token.end))] ?? .none
  }

  func isStarter(_ bytes: UnsafeBufferPointer<UInt8>, _ token: Token) -> Bool {
    starters.contains(Lexicon.hash(bytes, Int(token.start), Int(token.end)))
  }

  private static func words(_ list: String) -> [UInt64] {
    list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { word in
      Array(word.utf8).withUnsafeBufferPointer { Lexicon.hash($0, 0, $0.count) }
    }
  }
}

/// Stand before a name or go on: their point never ends a sentence.
private let titles = """
  mr mrs ms dr prof sen rep gov gen col lt sgt capt cmdr maj hon rev fr pres supt vs v cf viz approx
  ca mt ft messrs mme mlle rs
  """

/// Stand before a number: their point ends a sentence before a word with a capital only.
private let numbered = """
  no nos nr nrs vol fig figs art ch sec pp p jan feb mar apr jun jul aug sep sept oct nov dec
  """

/// End a sentence only where a word follows that begins sentences.
private let endings = """
  inc corp ltd co bros jr sr etc al est dept univ assn st ave blvd rd llc plc lp ph phd md ga fla
  calif ariz conn colo mass mich minn tenn tex va wis wash ore okla pa ill ind kan ky la
  """

private let sentenceStarters = """
  the a an this that these those it its he she they we you i his her their our my in on at by for
  from with but and or so as if when while after before although though because since however
  meanwhile moreover there here what who why how some many most all both each every no not one two
  according despite during until under over about more then now also still yet
  """
