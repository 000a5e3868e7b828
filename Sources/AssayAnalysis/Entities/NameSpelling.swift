/// What the letters and digits of one word tell of the thing it names.
extension NameFinder {
  /// "covenant-72B", "mixtral-8x7b": a model with the number of its parameters, in any case.
  func hasSize(_ word: NameWord) -> Bool {
    guard word.isWord, word.shape.contains(.hasDigit), word.shape.contains(.hasHyphen),
      !word.shape.contains(.isOpaque)
    else { return false }
    let bytes = reading.text.text.bytes
    let range = word.range.offsets
    let last = bytes[range.upperBound - 1]
    guard last | 0x20 == UInt8(ascii: "b"), !bytes[range.lowerBound].isASCIIDigit,
      let hyphen = range.last(where: { bytes[$0] == UInt8(ascii: "-") })
    else { return false }
    let size = bytes[hyphen + 1..<range.upperBound - 1]
    let digits = size.count { $0.isASCIIDigit }
    let isNumber = digits == size.count || digits + 1 == size.count && size.contains(0x78)
    guard isNumber, digits > 0 else { return false }
    // "section-4b" is none.
    return last == UInt8(ascii: "B") || digits > 1
  }

  /// "DeepSeek-R1", "GPT-5": the part before the hyphen is a family of models.
  func isOfModelFamily(_ word: NameWord) -> Bool {
    guard word.isWord, word.shape.contains(.hasDigit), word.shape.contains(.hasHyphen) else {
      return false
    }
    return reading.text.text.bytes.withUnsafeBufferPointer { bytes in
      let range = word.range.offsets
      guard let hyphen = range.first(where: { bytes[$0] == UInt8(ascii: "-") }),
        range.upperBound - hyphen <= NameFinder.longestVersion
      else { return false }
      let family = WordKey(bytes, range.lowerBound..<hyphen)
      return lexicon[family].traits.contains(.modelFamily)
    }
  }

  /// A hyphen and the longest version behind it: "-R1", "-8x22B".
  private static let longestVersion = 7

  /// "SWE-bench", "LiveCodeBench", "C-Eval": a benchmark of models.
  func isBenchmark(_ word: NameWord) -> Bool {
    guard word.isWord, word.count > 5,
      !word.shape.isDisjoint(with: [.hasHyphen, .hasUppercaseInside])
    else { return false }
    let end = reading.text.text.bytes[word.range.offsets].suffix(5).map(\.lowercasedASCII)
    return end.elementsEqual("bench".utf8) || end.suffix(4).elementsEqual("eval".utf8)
  }

  /// In no list of persons, places or companies, and no common word.
  func isUnlisted(_ word: NameWord) -> Bool {
    word.isCapitalised && word.traits.isDisjoint(with: NameFinder.listed)
      && WordList.builtIn[word.key].lists.isEmpty && !isCommon(word)
  }

  /// Unlisted, and written as a name is: letters, of which some are small.
  func isCoined(_ word: NameWord) -> Bool {
    word.count > 3 && word.shape.contains(.hasLowercase) && word.shape.contains(.isCapitalised)
      && word.shape.isDisjoint(with: [.hasDigit, .hasHyphen, .isOpaque]) && isUnlisted(word)
  }

  private static let listed: NameTraits = [
    .common, .firstName, .place, .knownOrg, .knownAgency, .calendar, .nationality, .genericAcronym,
    .productFamily, .modelFamily, .knownToken, .knownMetric, .knownPerson, .groupName, .honorific,
    .weak,
  ]
}

extension NameFinder {
  /// "anti-OpenAI", "pro-Russia": the known name behind a prefix in small letters.
  func famousPart(of word: NameWord) -> (range: TextRange, key: WordKey, traits: NameTraits)? {
    guard word.isWord, word.shape.contains(.hasHyphen), word.shape.contains(.hasUppercaseInside),
      !word.shape.contains(.isCapitalised), !word.shape.contains(.isOpaque)
    else { return nil }
    return reading.text.text.bytes.withUnsafeBufferPointer { bytes in
      let range = word.range.offsets
      guard let hyphen = range.first(where: { bytes[$0] == UInt8(ascii: "-") }),
        hyphen + 1 < range.upperBound, bytes[hyphen + 1].isASCIIUppercase
      else { return nil }
      let part = hyphen + 1..<range.upperBound
      let key = WordKey(bytes, part)
      let traits = lexicon[key].traits
      guard !traits.isDisjoint(with: NameFinder.famous) else { return nil }
      return (TextRange(part), key, traits)
    }
  }
}

/// Names in texts about models and about ledgers that machines share.
extension NameCues {
  /// "Gemini 2.5 Pro", "Claude Opus 4": a version of a family of models.
  func addVersion(_ run: NameRun, _ first: NameWord, _ votes: inout [TypeVote]) {
    guard first.traits.contains(.modelFamily) else { return }
    let isVersion = run.tokens.dropFirst().contains { index in
      let word = reading.words[index]
      return word.kind == .number || word.shape.contains(.hasDigit) || NameCues.variants[word.key]
    }
    if isVersion {
      votes.append(TypeVote(type: .model, weight: NameCues.decisive, rule: .modelNumber))
    }
  }

  private static let variants = WordTable(
    of: "opus sonnet haiku pro ultra flash turbo nano mini instruct coder")

  /// "a spot Bitcoin ETF", "its Bittensor Trust": what is sold under an owner's name is no owner.
  func addFund(_ run: NameRun, _ last: NameWord, _ votes: inout [TypeVote]) {
    let before = run.tokens.lowerBound - 1
    let isFund = NameCues.funds[last.key] && last.isCapitalised
    guard isFund, run.tokens.count > 1 else { return }
    let isSold = last.isAllCapitals || before >= 0 && NameCues.owners[reading.words[before].key]
    if isSold || isOwned(run) && !reading.words[before].traits.contains(.place) {
      votes.append(TypeVote(type: .product, weight: NameCues.decisive, rule: .ownedProduct))
    }
  }

  private static let funds = WordTable(of: "etf etn etp trust fund")
  private static let owners = WordTable(of: "its their his her spot")

  /// One coined word that no other cue types most often names a network, in a text about ledgers.
  func addCoined(_ run: NameRun, _ votes: inout [TypeVote]) {
    guard run.tokens.count == 1, finder.statistics.isAboutLedgers else { return }
    let name = reading.words[run.tokens.lowerBound]
    guard votes.allSatisfy({ $0.type == .network }), finder.isCoined(name) else { return }
    if run.isDoubtful, !isActing(name, before: run.tokens.upperBound) { return }
    votes.append(TypeVote(type: .network, weight: 2, rule: .coinedName))
  }

  /// A first word that is a subject in the singular: "Zentrix has", "Zentrix’s".
  private func isActing(_ name: NameWord, before next: Int) -> Bool {
    if name.isPossessive { return true }
    guard sentence.tokens.contains(next), name.key != reading.words[next].key else { return false }
    let (verb, bytes) = (reading.words[next], reading.text.text.bytes)
    let isPlural = bytes[Int(name.end) - 1] == UInt8(ascii: "s")
    guard verb.isWord, !verb.isCapitalised, !isPlural else { return false }
    return verb.count > 2 && bytes[Int(verb.end) - 1] == UInt8(ascii: "s")
      || NameCues.auxiliaries[verb.key]
  }

  private static let auxiliaries = WordTable(
    of: "is has was will can could would should might may must does did had")
}

extension WordTable where Value == Bool {
  /// The words of a list.
  init(of list: String) {
    self.init(empty: false)
    forEachWord(in: list) { self[$0] = true }
  }
}
