/// Some words, looked up by their bytes: no string is made of the text.
struct WordSet: Sendable {
  private let keys: WordTable<Bool>

  /// Words that stand apart by white space.
  init(_ list: String) {
    var keys = WordTable(empty: false)
    forEachWord(in: list) { keys[$0] = true }
    self.keys = keys
  }

  func contains(_ key: WordKey) -> Bool { keys[key] }
}

extension ClauseText {
  /// Whether a token is one of some words.
  func isAny(_ index: Int, of words: WordSet) -> Bool {
    key(index).map(words.contains) ?? false
  }

  /// Whether one of some words stands among tokens.
  func holds(_ tokens: Range<Int>, anyOf words: WordSet) -> Bool {
    tokens.contains { isAny($0, of: words) }
  }
}
