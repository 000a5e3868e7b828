/// One token as the search for names sees it.
struct NameWord: Sendable {
  /// Of the word in lower case, a possessive ending taken off.
  let key: WordKey
  /// Where the word ends without its possessive ending, in bytes of the text.
  let end: UInt32
  let start: UInt32
  let knowledge: WordKnowledge
  let kind: Token.Kind
  let shape: Token.Shape
  /// "Bittensor’s", "miners’".
  let isPossessive: Bool
  /// Capitals only, two letters or more: "TAO", "U2".
  let isAllCapitals: Bool

  var traits: NameTraits { knowledge.traits }
  var range: TextRange { TextRange(start: start, end: end) }
  var count: Int { Int(end - start) }
  var isWord: Bool { kind == .word }
  var isJoined: Bool { shape.contains(.isJoined) }
  /// Looks like a name's word: a capital somewhere, in prose.
  var isCapitalised: Bool {
    kind == .word && !shape.contains(.isOpaque)
      && !shape.isDisjoint(with: [.isCapitalised, .hasUppercaseInside])
  }
}

/// The words of one part of a document, each looked up once; a class, for all that search for names
/// hold it.
final class NameReading: Sendable {
  let text: TokenizedText
  let words: [NameWord]

  init(_ text: TokenizedText, lexicon: NameLexicon) {
    self.text = text
    self.words = text.text.bytes.withUnsafeBufferPointer { bytes in
      // Memory is asked for all words before the first is looked up.
      let keys = text.tokens.map { token in
        let key = WordKey(bytes, Int(token.start)..<NameWord.endOfName(token, bytes))
        if token.kind == .word { lexicon.prefetch(key) }
        return key
      }
      return zip(text.tokens, keys).map { NameWord($0, $1, bytes, lexicon) }
    }
  }

  /// The key of a word that stands behind another in a name: joined words differ from loose ones.
  func key(behindAnother index: Int) -> WordKey {
    words[index].isJoined ? words[index].key.appending(0) : words[index].key
  }

  /// A name that is one part of a word with a hyphen: "anti-OpenAI", "Nvidia-backed". The other
  /// part must be in lower case, so that "Covenant-72B" is no Covenant.
  func namedPart(of index: Int, in trie: NameTrie) -> (range: TextRange, value: Int)? {
    let word = words[index]
    guard word.isWord, word.shape.contains(.hasHyphen), !trie.names.isEmpty else { return nil }
    let bytes = text.text.bytes
    let range = word.range.offsets
    guard let hyphen = range.first(where: { bytes[$0] == UInt8(ascii: "-") }) else { return nil }
    let parts = [range.lowerBound..<hyphen, hyphen + 1..<range.upperBound]
    for (part, other) in zip(parts, parts.reversed()) {
      let isPlain = bytes[other].allSatisfy { $0 &- 0x61 < 26 || $0 == UInt8(ascii: "-") }
      guard isPlain, other.count > 1, !part.isEmpty else { continue }
      let key = bytes.withUnsafeBufferPointer { WordKey($0, part) }
      if let value = trie.value(of: key, spelling: bytes[part]) { return (TextRange(part), value) }
    }
    return nil
  }

  /// Whether tokens are written as `spelling`, byte for byte but for a possessive ending.
  func spells(_ spelling: [UInt8], _ tokens: Range<Int>) -> Bool {
    let range = Int(words[tokens.lowerBound].start)..<Int(words[tokens.upperBound - 1].end)
    guard range.count == spelling.count else {
      // The other apostrophe is the one difference in length that is none.
      return text.text[TextRange(range)].replacing("’", with: "'").utf8
        .elementsEqual(String(decoding: spelling, as: UTF8.self).replacing("’", with: "'").utf8)
    }
    return text.text.bytes[range].elementsEqual(spelling)
  }

  /// The keys of the words of a name, as `NameTrie` steps over them.
  static func keys(of spelling: [UInt8]) -> [WordKey] {
    let tokens = tokenize(DocumentText(bytes: spelling, segments: []))
    return spelling.withUnsafeBufferPointer { bytes in
      tokens.enumerated().map { index, token in
        let key = WordKey(bytes, Int(token.start)..<NameWord.endOfName(token, bytes))
        return index > 0 && token.shape.contains(.isJoined) ? key.appending(0) : key
      }
    }
  }
}

extension NameWord {
  fileprivate init(
    _ token: Token, _ key: WordKey, _ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: NameLexicon
  ) {
    let end = NameWord.endOfName(token, bytes)
    let range = Int(token.start)..<end
    self.key = key
    self.start = token.start
    self.end = UInt32(end)
    self.kind = token.kind
    self.shape = token.shape
    self.isPossessive = end < Int(token.end)
    let isCapital =
      token.kind == .word && token.shape.contains(.isCapitalised)
      && !token.shape.contains(.hasLowercase)
    self.isAllCapitals = isCapital && range.count > 1
    self.knowledge = token.kind == .word ? lexicon[key] : WordKnowledge()
  }

  /// Where a word ends without "’s" or "'s".
  static func endOfName(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let end = Int(token.end)
    guard token.kind == .word, token.count > 2, bytes[end - 1] | 0x20 == UInt8(ascii: "s") else {
      return end
    }
    if bytes[end - 2] == UInt8(ascii: "'") { return end - 2 }
    let isCurly =
      token.count > 4 && bytes[end - 2] == 0x99 && bytes[end - 3] == 0x80
      && bytes[end - 4] == 0xE2
    return isCurly ? end - 4 : end
  }
}
