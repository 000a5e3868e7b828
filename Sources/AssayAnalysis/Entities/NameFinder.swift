/// A sequence of words that is written like a name.
struct NameRun {
  /// Tokens of the name.
  let tokens: Range<Int>
  let range: TextRange
  /// Of all its words; the same for the same name in other capitals.
  let key: WordKey
  /// True where a title or an office stood before it and was left out.
  let hasTitle: Bool
  /// True where nothing but its spelling at the start of a sentence makes it a name.
  let isDoubtful: Bool
}

/// Finds the runs of capitalised words of one sentence that may be names.
///
/// A capital proves little where any word would have one: at the start of a sentence, in a heading.
/// There a word must be known, or be written as a name elsewhere in the document.
///
/// A class, since the cues of every sentence hold it.
final class NameFinder {
  let reading: NameReading
  let lexicon: NameLexicon
  let statistics: NameStatistics

  init(reading: NameReading, lexicon: NameLexicon, statistics: NameStatistics) {
    self.reading = reading
    self.lexicon = lexicon
    self.statistics = statistics
  }

  /// The runs between tokens, none of which a gazetteer covers.
  func runs(in range: Range<Int>, of sentence: Sentence, layout: SentenceLayout) -> [NameRun] {
    var runs: [NameRun] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard reading.words[index].isCapitalised || hasSize(reading.words[index]) else {
        index += 1
        continue
      }
      var start = index
      var hasTitle = false
      while start + 1 < range.upperBound, isTitle(start, before: start + 1) {
        hasTitle = true
        start += 1
        if isPoint(start), start + 1 < range.upperBound { start += 1 }
      }
      guard begins(start, sentence, layout, hasTitle: hasTitle) else {
        index = max(start, index) + 1
        continue
      }
      let end = withEventNoun(
        start..<extend(from: start, before: range.upperBound, layout: layout),
        before: range.upperBound)
      let tokens = withYear(start..<end, after: range.lowerBound)
      if let run = run(tokens, hasTitle: hasTitle, sentence, layout) { runs.append(run) }
      index = end
    }
    return runs
  }
}

extension NameFinder {
  /// A name of the tagger as a run.
  func run(of name: TaggedName) -> NameRun {
    NameRun(
      tokens: name.tokens, range: reading.range(of: name.tokens), key: key(of: name.tokens),
      hasTitle: false, isDoubtful: false)
  }
}

extension NameFinder {
  private func word(_ index: Int) -> NameWord { reading.words[index] }

  func isPoint(_ index: Int) -> Bool {
    word(index).kind == .punctuation
      && reading.text.text.bytes[Int(word(index).start)] == UInt8(ascii: ".")
  }

  /// A capitalised title with a name behind it: "President Biden", "Dr. Ruth".
  private func isTitle(_ index: Int, before next: Int) -> Bool {
    let title = word(index)
    guard title.traits.contains(.honorific), !title.isPossessive else { return false }
    if isPoint(next) {
      return next + 1 < reading.words.count && word(next + 1).isCapitalised
    }
    return word(next).isCapitalised
  }

  /// Whether a capitalised word may begin a name where it stands.
  private func begins(
    _ index: Int, _ sentence: Sentence, _ layout: SentenceLayout, hasTitle: Bool
  ) -> Bool {
    let first = word(index)
    if hasSize(first) { return true }
    guard first.isCapitalised else { return false }
    let traits = first.traits
    if traits.contains(.genericAcronym) || traits.contains(.honorific) { return false }
    if first.key == NameFinder.article, phrase(at: index, sentence) == nil { return false }
    if traits.contains(.calendar), !beginsPerson(index, sentence) { return false }
    if first.count == 1 { return isInitialLetter(index, sentence) }
    if first.isAllCapitals, traits.isDisjoint(with: NameFinder.famous), isCommon(first) {
      return false
    }
    if first.shape.contains(.hasHyphen), startsLower(first) || endsInCommonPart(first) {
      return false
    }
    let isFree = !hasTitle && (layout.isTitle || reading.isInitial(index, in: sentence))
    guard isFree else { return true }
    if traits.contains(.common) || traits.contains(.weak) {
      return beginsPerson(index, sentence) && !layout.isTitle
        || statistics.isName(first.key) && traits.contains(.knownOrg)
        || phrase(at: index, sentence) != nil
    }
    if isStrong(first) { return true }
    if layout.isTitle {
      return statistics.isName(first.key) || beginsPerson(index, sentence)
    }
    return !statistics.isLower(first.key) && !isCommon(first)
  }

  /// A word whose spelling or fame makes it a name wherever it stands.
  func isStrong(_ word: NameWord) -> Bool {
    if !fame(of: word).isDisjoint(with: NameFinder.famous) { return true }
    return word.shape.contains(.hasUppercaseInside) && word.shape.contains(.hasLowercase)
      && !word.shape.contains(.hasHyphen) || word.shape.contains(.hasDigit)
  }

  /// What the lists know of a word, less what they know of its capitals only: "Who" is not the WHO.
  func fame(of word: NameWord) -> NameTraits {
    guard word.count <= 4, !word.isAllCapitals else { return word.traits }
    return word.traits.subtracting([.knownAgency, .knownToken, .knownMetric])
  }

  static let famous: NameTraits = [
    .place, .knownOrg, .knownAgency, .knownToken, .knownMetric, .modelFamily, .productFamily,
    .knownPerson,
  ]

  func isCommon(_ word: NameWord) -> Bool {
    reading.text.text.bytes.withUnsafeBufferPointer {
      lexicon.isCommon($0, word.range.offsets)
    }
  }

  /// A first name with a capitalised, uncommon word behind it.
  private func beginsPerson(_ index: Int, _ sentence: Sentence) -> Bool {
    guard word(index).traits.contains(.firstName), !word(index).isPossessive else { return false }
    let next = index + 1
    guard next < sentence.tokens.upperBound else { return false }
    let surname = word(next)
    return surname.isCapitalised && !surname.traits.contains(.calendar)
      && !surname.traits.contains(.genericAcronym)
      && (surname.count == 1 || !isCommon(surname) || surname.traits.contains(.firstName))
  }

  /// "J. K. Rowling", "U.S.": a letter, a point, and a capital behind it.
  private func isInitialLetter(_ index: Int, _ sentence: Sentence) -> Bool {
    let next = index + 2
    return next < sentence.tokens.upperBound && isPoint(index + 1) && word(index + 1).isJoined
      && word(next).isCapitalised
  }

  private static let article = WordKey("the")

  private func startsLower(_ word: NameWord) -> Bool { !word.shape.contains(.isCapitalised) }

  /// "AI-powered", "U.S.-based": the part behind the hyphen is a common word.
  private func endsInCommonPart(_ word: NameWord) -> Bool {
    reading.text.text.bytes.withUnsafeBufferPointer { bytes in
      guard let hyphen = word.range.offsets.last(where: { bytes[$0] == UInt8(ascii: "-") }),
        hyphen + 1 < Int(word.end), bytes[hyphen + 1] &- 0x61 < 26
      else { return false }
      return lexicon.isCommon(bytes, hyphen + 1..<Int(word.end))
    }
  }

  /// The length in tokens of a built-in name of several words.
  func phrase(at index: Int, _ sentence: Sentence) -> (count: Int, type: EntityType)? {
    lexicon.phrases.longestMatch(at: index, before: sentence.tokens.upperBound, in: reading).map {
      ($0.tokenCount, EntityType.allCases[lexicon.phrases.names[$0.name].value])
    }
  }

  private func run(
    _ tokens: Range<Int>, hasTitle: Bool, _ sentence: Sentence, _ layout: SentenceLayout
  ) -> NameRun? {
    let tokens = trimmed(tokens)
    guard let first = tokens.first, let last = tokens.last else { return nil }
    let isFree = !hasTitle && (layout.isTitle || reading.isInitial(first, in: sentence))
    let isOneWord = tokens.count == 1
    let isEmpty = tokens.allSatisfy {
      !word($0).traits.isDisjoint(with: [.nationality, .weak])
    }
    if isEmpty || isOneWord && word(first).count == 1 { return nil }
    if isFree, isLabel(tokens, sentence) { return nil }
    return NameRun(
      tokens: tokens, range: TextRange(start: word(first).start, end: word(last).end),
      key: key(of: tokens), hasTitle: hasTitle,
      isDoubtful: isFree && isOneWord && !isStrong(word(first)))
  }

  /// "Suez crisis", "Kenyan general election": the noun belongs to the event's name.
  private func withEventNoun(_ tokens: Range<Int>, before limit: Int) -> Int {
    guard !word(tokens.upperBound - 1).isPossessive else { return tokens.upperBound }
    var end = tokens.upperBound
    while end < limit, end < tokens.upperBound + 2,
      NameFinder.electionKinds[word(end).key]
    {
      end += 1
    }
    let isEvent =
      end < limit && !word(end).isCapitalised && NameFinder.eventNouns[word(end).key]
    return isEvent ? end + 1 : tokens.upperBound
  }

  /// The year before an event: "the 2015 Kenyan general election".
  private func withYear(_ tokens: Range<Int>, after limit: Int) -> Range<Int> {
    let before = tokens.lowerBound - 1
    guard before >= limit, word(before).kind == .number, word(before).count == 4,
      NameFinder.eventNouns[word(tokens.upperBound - 1).key]
    else { return tokens }
    return before..<tokens.upperBound
  }

  private static let eventNouns = WordTable(
    of:
      """
      crisis war scandal massacre earthquake riots election elections referendum summit festival
      tournament championship championships
      """)
  private static let electionKinds = WordTable(
    of:
      "general presidential parliamentary legislative municipal mayoral gubernatorial local special"
  )

  /// "Disclosure: the author…": what stands at the start before a colon labels the text.
  private func isLabel(_ tokens: Range<Int>, _ sentence: Sentence) -> Bool {
    guard tokens.count < 3, tokens.lowerBound == sentence.tokens.lowerBound,
      tokens.upperBound < sentence.tokens.upperBound,
      !statistics.isName(word(tokens.lowerBound).key)
    else { return false }
    let mark = word(tokens.upperBound)
    return reading.text.text.bytes[Int(mark.start)] == UInt8(ascii: ":")
      && !word(tokens.lowerBound).traits.contains(.firstName)
  }

  /// Takes an adjective of a people off a person's name: "American Bob Dylan".
  private func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    guard tokens.count > 1 else { return tokens }
    let second = tokens.lowerBound + 1
    if word(tokens.lowerBound).traits.contains(.nationality),
      word(second).traits.contains(.firstName)
    {
      return second..<tokens.upperBound
    }
    return tokens
  }

  func key(of tokens: Range<Int>) -> WordKey {
    var key = word(tokens.lowerBound).key
    for index in tokens.dropFirst() { key = key.followed(by: reading.key(behindAnother: index)) }
    return key
  }
}
