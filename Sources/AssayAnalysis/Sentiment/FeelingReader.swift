/// A word or a phrase that carries feeling, before it is turned and weighed.
struct FeelingCue {
  /// Tokens it covers.
  let tokens: Range<Int>
  /// In the lexicon's units, about −4 to 4.
  var weight: Double
  var rule: Rule

  /// Why it counts; `assay explain` shows it.
  enum Rule: String {
    case lexicon
    case phrase
    case movement = "direction × metric"
    case comparison = "compared amounts"
    case level = "level of a metric"
    case deed
    case elongated = "elongated word"
    case emoticon
    case negated
    case boosted
    case damped
    case contrast
    case learnt
  }
}

/// Reads the feeling of one sentence, in one walk over its tokens and one over its cues.
struct FeelingReader {
  let words: TokenizedText
  let lexicon: FeelingLexicon

  /// One token with what the lexicon knows of it.
  struct Item {
    let token: Int
    let key: WordKey
    var isWord = false
    var entry = FeelingEntry()
    /// A mark that ends a clause.
    var isBreak = false
    var isTaken = false
    var isNegated = false
    var idiom = Idiom.none
  }

  /// Whether a word is part of a phrase that feels other than its words do.
  enum Idiom {
    case none
    /// Of one that takes the feeling out of them.
    case plain
    case feeling
  }

  /// The words of a sentence with what is known of them, and its cues with their final weights.
  func read(_ sentence: Sentence) -> FeelingReading {
    words.text.bytes.withUnsafeBufferPointer { bytes in
      var items: [Item] = []
      let held = look(sentence, bytes, into: &items)
      if held.roles.contains(.negator) || held.weight != 0 { markNegated(&items) }
      let register = SentenceRegister(items)
      var listed = items
      var cues = emoticons(items, bytes)
      guard !held.isEmpty || !cues.isEmpty else {
        return FeelingReading(sentence: sentence, items: items, cues: [], register: register)
      }
      if held.roles.contains(.beginsPhrase) { cues += phrases(&items, &listed) }
      if held.deeds & held.things != 0 { cues += deeds(&items) }
      let moved = held.roles.isDisjoint(with: .movement) ? [] : movements(&items, bytes)
      cues += moved
      if held.roles.contains(.compares) { cues += comparisons(&items, bytes, moved: moved) }
      if !held.roles.isDisjoint(with: .measure) { cues += levels(&items) }
      if held.weight != 0 { addSingles(of: items, register, to: &cues) }
      if cues.count > 1 { cues.sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }
      return FeelingReading(
        sentence: sentence, items: listed,
        cues: cues.isEmpty ? [] : turned(cues, items, sentence, bytes), register: register)
    }
  }

  /// Looks the tokens of a sentence up, and says what any of them knows: most sentences hold little,
  /// and most rules find none of their words.
  private func look(
    _ sentence: Sentence, _ bytes: UnsafeBufferPointer<UInt8>, into items: inout [Item]
  ) -> FeelingEntry {
    items.reserveCapacity(sentence.tokens.count)
    for index in sentence.tokens {
      let key = WordKey(bytes, words.tokens[index].range.offsets)
      lexicon.prefetch(key)
      items.append(Item(token: index, key: key))
    }
    var held = FeelingEntry()
    for place in items.indices {
      look(at: &items[place], bytes)
      held.formUnion(items[place].entry)
    }
    return held
  }

  /// Marks the words that a negation before them in their clause reaches.
  private func markNegated(_ items: inout [Item]) {
    var reach = 0
    var negator = 0
    for index in items.indices {
      if index > 0, items[index].entry.weight > 0, Self.lessening.contains(items[index - 1].key) {
        items[index].isNegated = true
      }
      if items[index].isBreak || items[index].entry.roles.contains(.contrast) {
        reach = 0
      } else if items[index].entry.roles.contains(.negator) {
        // "can't stop smiling", "never fails to please".
        let isUndone = reach == Self.negationReach
        reach = isUndone ? 0 : Self.negationReach
        negator = index
      } else if reach > 0 {
        items[index].isNegated = !isOutdone(by: negator, index, items)
        reach -= 1
      }
    }
  }
}

/// A sentence as it was read for its feeling.
struct FeelingReading {
  let sentence: Sentence
  let items: [FeelingReader.Item]
  let cues: [FeelingCue]
  let register: SentenceRegister
}

extension FeelingReader {
  /// Looks a token up.
  @inline(__always)
  private func look(at item: inout Item, _ bytes: UnsafeBufferPointer<UInt8>) {
    let token = words.tokens[item.token]
    let range = token.range.offsets
    switch token.kind {
    case .word where !token.shape.contains(.isOpaque):
      item.isWord = true
      item.entry = lexicon[item.key]
      // "don't" turns what stands behind it, though it begins idioms too.
      if endsInNot(bytes, range) {
        item.entry.roles.insert(.negator)
      } else if item.entry.isEmpty, let plain = shortened(bytes, range) {
        item.entry = lexicon[plain]
      }
    case .symbol where bytes[range.lowerBound] >= 0xE2:
      item.isWord = true
      item.entry = lexicon[item.key]
    case .punctuation: item.isBreak = isBreak(bytes[range.lowerBound])
    default: break
    }
  }

  private func isBreak(_ mark: UInt8) -> Bool {
    switch mark {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "."),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "("), UInt8(ascii: ")"):
      true
    default: false
    }
  }

  /// "isn't", "don’t".
  private func endsInNot(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let end = range.upperBound
    guard range.count > 3, bytes[end - 1] | 0x20 == UInt8(ascii: "t") else { return false }
    if bytes[end - 2] == UInt8(ascii: "'") { return bytes[end - 3] | 0x20 == UInt8(ascii: "n") }
    return range.count > 5 && bytes[end - 2] == 0x99 && bytes[end - 3] == 0x80
      && bytes[end - 5] | 0x20 == UInt8(ascii: "n")
  }

  /// The key of "soooo good" without its repetitions, where the word has any.
  private func shortened(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> WordKey? {
    guard range.count >= 4 else { return nil }
    var repeats = false
    for index in range.dropFirst(2)
    where bytes[index] == bytes[index - 1] && bytes[index] == bytes[index - 2] {
      repeats = true
      break
    }
    guard repeats else { return nil }
    for keep in [2, 1] {
      let key = key(bytes, range, keeping: keep)
      if !lexicon[key].isEmpty { return key }
    }
    return nil
  }

  private func key(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, keeping limit: Int
  ) -> WordKey {
    var kept: [UInt8] = []
    var run = 0
    for index in range {
      let byte = bytes[index]
      run = kept.last == byte ? run + 1 : 1
      if run <= limit || byte >= 0x80 { kept.append(byte) }
    }
    return kept.withUnsafeBufferPointer { WordKey($0, 0..<$0.count) }
  }

  /// The longest phrases, each once; their words count no more by themselves.
  private func phrases(_ items: inout [Item], _ listed: inout [Item]) -> [FeelingCue] {
    var cues: [FeelingCue] = []
    var index = 0
    while index < items.count {
      guard items[index].entry.roles.contains(.beginsPhrase),
        let match = phrase(at: index, items)
      else {
        index += 1
        continue
      }
      let end = index + match.count
      for place in index..<end {
        items[place].isTaken = true
        items[place].entry = FeelingEntry()
        listed[place].idiom = match.weight == 0 ? .plain : .feeling
      }
      if match.weight != 0 {
        cues.append(
          FeelingCue(
            tokens: items[index].token..<items[end - 1].token + 1,
            weight: Double(match.weight) / 10, rule: .phrase))
      }
      index = end
    }
    return cues
  }

  private func phrase(at index: Int, _ items: [Item]) -> (count: Int, weight: Int8)? {
    var chain = items[index].key
    var best: (count: Int, weight: Int8)?
    var place = index + 1
    while place < items.count, place < index + 8 {
      chain = chain.followed(by: items[place].key)
      let phrase = lexicon.phrase(chain)
      if phrase.isEnd { best = (place - index + 1, phrase.weight) }
      guard phrase.isStart else { break }
      place += 1
    }
    return best
  }

  private func addSingles(
    of items: [Item], _ register: SentenceRegister, to cues: inout [FeelingCue]
  ) {
    let plain: FeelingRole = register.isBusiness ? [.plainInBusiness, .onlyValence] : []
    for item in items
    where item.entry.weight != 0 && !item.isTaken && item.entry.roles.isDisjoint(with: plain) {
      cues.append(
        FeelingCue(
          tokens: item.token..<item.token + 1, weight: Double(item.entry.weight) / 10,
          rule: words.tokens[item.token].kind == .symbol ? .emoticon : .lexicon))
    }
  }

  /// ":)", ":-(", ";)", ":D", "<3".
  private func emoticons(
    _ items: [Item], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [FeelingCue] {
    var cues: [FeelingCue] = []
    for item in items where !item.isWord {
      let token = words.tokens[item.token]
      if let heart = heart(at: item.token, bytes) { cues.append(heart) }
      let eyes = bytes[Int(token.start)]
      guard token.count == 1, token.kind != .word, !token.shape.contains(.isJoined),
        eyes == UInt8(ascii: ":") || eyes == UInt8(ascii: ";") || eyes == UInt8(ascii: "="),
        let mouth = mouth(after: item.token, bytes)
      else { continue }
      cues.append(
        FeelingCue(
          tokens: item.token..<mouth.token + 1, weight: mouth.isSmile ? 2 : -2, rule: .emoticon))
    }
    return cues
  }

  /// "<3" and "</3".
  private func heart(at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> FeelingCue? {
    guard words.tokens[index].count == 1, bytes[Int(words.tokens[index].start)] == UInt8(ascii: "<")
    else { return nil }
    var place = index + 1
    var isBroken = false
    while place < words.tokens.count, place <= index + 2 {
      let token = words.tokens[place]
      guard token.shape.contains(.isJoined), token.count == 1 else { return nil }
      switch bytes[Int(token.start)] {
      case UInt8(ascii: "3"):
        return FeelingCue(tokens: index..<place + 1, weight: isBroken ? -2 : 2, rule: .emoticon)
      case UInt8(ascii: "/"): isBroken = true
      default: return nil
      }
      place += 1
    }
    return nil
  }

  private func mouth(
    after index: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (token: Int, isSmile: Bool)? {
    var place = index + 1
    while place < words.tokens.count, place <= index + 2 {
      let token = words.tokens[place]
      guard token.shape.contains(.isJoined), token.count == 1 else { return nil }
      switch bytes[Int(token.start)] {
      case UInt8(ascii: ")"), UInt8(ascii: "D"), UInt8(ascii: "]"), UInt8(ascii: "P"),
        UInt8(ascii: "p"), UInt8(ascii: "*"):
        return (place, true)
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "/"), UInt8(ascii: "|"),
        UInt8(ascii: "\\"):
        return (place, false)
      case UInt8(ascii: "-"), UInt8(ascii: "'"): place += 1
      default: return nil
      }
    }
    return nil
  }
}
