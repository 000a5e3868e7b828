/// Words by which a text may mean the opposite of what it says.
///
/// They raise a flag and never turn a polarity: whoever reads decides.
struct SarcasmReader {
  /// By their first word.
  private let groups: [[[WordKey]]]
  /// One more than the group of a word that begins phrases; 0 is none.
  private let starts: WordTable<Int>
  private let begins: WordFilter

  static let shared = SarcasmReader()

  private static let list = """
    thanks for nothing; yeah right; sure jan; what could go wrong; what could possibly go wrong; so
    much for; good luck with that; nice one; nice job; great job; the irony is; the irony of; ironic;
    seen this movie before; seen this film before; imagine thinking; shocker; shocking i know; who
    could have; who would have thought; who would've thought; color me shocked; colour me shocked;
    color me surprised; colour me surprised; oh great; oh wonderful; oh joy; just great; just what i
    needed; just what we needed; how generous; how nice of; how kind of; must be nice; tell me more;
    no shit; no kidding; slow clap; wow just wow; big surprise; what a surprise; genius move; galaxy
    brain; 4d chess; because of course; of course they; of course he; of course not; works every
    time; i'm sure; im sure; totally normal; nothing to see here; this is fine; trust me bro; cope
    harder; love that for; love how; love it when; gotta love; you gotta love; don't worry guys;
    as if; asking for a friend; to the rescue; thoughts and prayers
    """

  private init() {
    var groups: [[[WordKey]]] = []
    var starts = WordTable(empty: 0, capacity: 256)
    var begins = WordFilter()
    for list in SarcasmReader.list.split(separator: ";") {
      let phrase = list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map {
        WordKey(String($0))
      }
      guard let first = phrase.first else { continue }
      if starts[first] == 0 {
        groups.append([])
        starts[first] = groups.count
        begins.insert(first)
      }
      groups[starts[first] - 1].append(phrase)
    }
    self.groups = groups
    self.starts = starts
    self.begins = begins
  }

  /// The cues of a sentence.
  func cues(in reading: FeelingReading, of words: TokenizedText) -> [TextRange] {
    let items = reading.items
    let bytes = words.text.bytes
    var found: [TextRange] = []
    for index in items.indices {
      let token = words.tokens[items[index].token]
      if items[index].isWord {
        if let end = phrase(at: index, items) {
          found.append(
            TextRange(start: token.start, end: words.tokens[items[end - 1].token].end))
        } else if isTail(index, items, words) {
          found.append(token.range)
        }
      } else if isMark(index, items, words) {
        found.append(TextRange(start: token.start, end: words.tokens[items[index + 1].token].end))
      } else if bytes[Int(token.start)] == UInt8(ascii: "\"") || token.count == 3,
        let quoted = scareQuote(index, items, words)
      {
        found.append(quoted)
      }
    }
    return found
  }

  private func phrase(at index: Int, _ items: [FeelingReader.Item]) -> Int? {
    guard begins.mayHold(items[index].key) else { return nil }
    let group = starts[items[index].key]
    guard group > 0 else { return nil }
    for phrase in groups[group - 1] where index + phrase.count <= items.count {
      var place = 0
      while place < phrase.count, items[index + place].key == phrase[place] { place += 1 }
      if place == phrase.count { return index + phrase.count }
    }
    return nil
  }

  /// ", classic" and ", as usual" at the end of a sentence.
  private func isTail(_ index: Int, _ items: [FeelingReader.Item], _ words: TokenizedText) -> Bool {
    guard index > 1, items[index - 1].isBreak, Self.tails.contains(items[index].key) else {
      return false
    }
    return index + 1 >= items.count || items[index + 1].isBreak
  }

  private static let tails = WordSet(
    """
    classic lovely brilliant genius bravo congrats congratulations naturally nice great wonderful
    smart literally
    """)

  /// "/s" at the end.
  private func isMark(_ index: Int, _ items: [FeelingReader.Item], _ words: TokenizedText) -> Bool {
    guard index + 1 < items.count, items[index + 1].key == Self.letterS else { return false }
    let slash = words.tokens[items[index].token]
    let letter = words.tokens[items[index + 1].token]
    return slash.count == 1 && words.text.bytes[Int(slash.start)] == UInt8(ascii: "/")
      && !slash.shape.contains(.isJoined) && letter.shape.contains(.isJoined) && letter.count == 1
  }

  private static let letterS = WordKey("s")

  /// One word in quotation marks that feels good, as in: their "support" line.
  private func scareQuote(
    _ index: Int, _ items: [FeelingReader.Item], _ words: TokenizedText
  ) -> TextRange? {
    guard index + 2 < items.count, items[index + 1].isWord,
      items[index + 1].entry.weight > 0 || items[index + 1].entry.valence > 0
    else { return nil }
    let bytes = words.text.bytes
    let open = words.tokens[items[index].token]
    let close = words.tokens[items[index + 2].token]
    guard isQuote(bytes, open), isQuote(bytes, close) else { return nil }
    return TextRange(start: open.start, end: close.end)
  }

  private func isQuote(_ bytes: [UInt8], _ token: Token) -> Bool {
    let start = Int(token.start)
    if token.count == 1 { return bytes[start] == UInt8(ascii: "\"") }
    return token.count == 3 && bytes[start] == 0xE2 && bytes[start + 1] == 0x80
      && (0x98...0x9D).contains(bytes[start + 2])
  }
}
