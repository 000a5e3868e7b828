/// A sentence as it is read for what it says of the things in it: its feeling, and of each word its
/// beginning, its cluster and what it does in a clause.
struct TargetSentence {
  let reading: FeelingReading
  /// One for each of the reading's items.
  let traits: [Traits]

  struct Traits {
    /// The first letters of a longer word, so that "criticise" and "criticism" are one; else 0.
    var stem: UInt64 = 0
    /// The cluster of words that the word is used like; 0 where it has none.
    var cluster: UInt64 = 0
    var grammar: GrammarRole = []
    /// Whether it names or stands for somebody: a capital inside the sentence, a pronoun.
    var isName = false
    var isPossessive = false
  }

  /// In bytes.
  private static let stemLength = 4

  init(_ reading: FeelingReading, in words: TokenizedText) {
    self.reading = reading
    let list = WordList.builtIn
    for item in reading.items where item.isWord { list.prefetch(item.key) }
    let first = reading.sentence.tokens.lowerBound
    traits = words.text.bytes.withUnsafeBufferPointer { bytes in
      reading.items.map { item in
        let token = words.tokens[item.token]
        var traits = Traits()
        traits.isPossessive = TargetSentence.isPossessive(bytes, token)
        guard item.isWord else { return traits }
        traits.cluster = list.clusters(of: list[item.key]).middle
        traits.grammar = GrammarRole.table[item.key]
        let range = token.range.offsets
        if range.count > TargetSentence.stemLength {
          let end = range.lowerBound + TargetSentence.stemLength
          traits.stem = WordKey(bytes, range.lowerBound..<end).value
          if bytes[range.upperBound - 2] == UInt8(ascii: "l"),
            bytes[range.upperBound - 1] == UInt8(ascii: "y")
          {
            traits.grammar.insert(.adverb)
          }
        }
        let isCapital =
          token.shape.contains(.isCapitalised) && item.token > first && token.count > 1
        traits.isName =
          traits.grammar.contains(.pronoun) || isCapital && item.entry.roles.isEmpty
        return traits
      }
    }
  }

  /// "Ann's", "Democrats’", and the "'" behind a word.
  private static func isPossessive(_ bytes: UnsafeBufferPointer<UInt8>, _ token: Token) -> Bool {
    let end = Int(token.end)
    let range = token.range.offsets
    func isApostrophe(endingAt end: Int) -> Bool {
      guard end > range.lowerBound else { return false }
      if bytes[end - 1] == UInt8(ascii: "'") { return true }
      return end - 3 >= range.lowerBound && bytes[end - 1] == 0x99 && bytes[end - 2] == 0x80
        && bytes[end - 3] == 0xE2
    }
    if isApostrophe(endingAt: end) { return token.shape.contains(.isJoined) || token.count > 3 }
    return bytes[end - 1] | 0x20 == UInt8(ascii: "s") && isApostrophe(endingAt: end - 1)
  }
}
