/// The tagger's names in each sentence of a part, less what it should not have taken for one.
struct TaggedNames {
  private let reading: NameReading
  private let isAboutLedgers: Bool
  private(set) var sentences: [[TaggedName]] = []

  init(_ reading: NameReading, tagger: inout NameTagger, isComment: Bool, isAboutLedgers: Bool) {
    self.reading = reading
    self.isAboutLedgers = isAboutLedgers
    let isInformal = isComment || NameFeatures.isInformal(reading)
    let domain = tagger.domain(of: reading)
    var termCount = 0
    var names: [[TaggedName]] = []
    for sentence in reading.text.sentences {
      var found: [TaggedName] = []
      for name in tagger.names(in: sentence, of: reading, isInformal: isInformal, domain: domain) {
        forEachPiece(of: name) { if isPlausible($0, in: sentence) { found.append($0) } }
      }
      termCount += found.count { isPlainTerm($0, in: sentence) && !isGeneric($0) }
      names.append(found)
    }
    // A term in small letters is a name only in a text about such terms; those that are common
    // abbreviations are not counted.
    let perSentence = names.count > 1 ? TaggedNames.leastTerms : 1
    if termCount < names.count * perSentence {
      for (number, sentence) in reading.text.sentences.enumerated() {
        names[number].removeAll { isPlainTerm($0, in: sentence) }
      }
    }
    sentences = names
  }

  /// Terms a sentence, in a text of several sentences that is about terms.
  private static let leastTerms = 2

  /// Takes away the names that overlap ranges of tokens.
  mutating func remove(from sentence: Int, _ taken: [Range<Int>]) {
    guard !taken.isEmpty else { return }
    sentences[sentence].removeAll { name in taken.contains { $0.overlaps(name.tokens) } }
  }

  /// Whether a run of the rules stands: on strong evidence where the tagger found nothing there, or
  /// where it is the one name that the tagger found and more, with a telling word; that then goes.
  mutating func yields(to run: NameRun, _ votes: [TypeVote], in sentence: Int) -> Bool {
    guard let strongest = votes.max(by: { $0.weight < $1.weight }) else { return false }
    let names = sentences[sentence]
    guard let first = names.first(where: { $0.tokens.overlaps(run.tokens) }),
      let last = names.last(where: { $0.tokens.overlaps(run.tokens) })
    else { return strongest.weight >= TaggedNames.tellingWeight }
    // "EU AI Act" is one law, not a union and its law.
    guard first.tokens == last.tokens || strongest.type == .law,
      run.tokens.lowerBound <= first.tokens.lowerBound,
      run.tokens.upperBound >= last.tokens.upperBound, run.tokens.count > first.tokens.count,
      TaggedNames.tellingRules.contains(strongest.rule),
      strongest.weight >= TaggedNames.coveringWeight
    else { return false }
    sentences[sentence].removeAll { $0.tokens.overlaps(run.tokens) }
    return true
  }

  /// What a rule's strongest vote must weigh where the tagger sees no name at all.
  private static let tellingWeight: Float = 0.9
  /// The same where the rule's name is longer than the tagger's.
  private static let coveringWeight: Float = 1
  private static let tellingRules: Set<NameRule> = [
    .headWord, .lastWord, .parameterCount, .modelNumber, .knownName, .spelling,
  ]
}

extension TaggedNames {
  /// "Bittensor’s Templar" is two names, of which the kind of neither is sure; "Bittensor network"
  /// is a name and the noun behind it, which tells its type.
  private func forEachPiece(of name: TaggedName, _ body: (TaggedName) -> Void) {
    let words = reading.words
    var tokens = name.tokens
    if let last = tokens.last, tokens.count > 1, !words[last].isCapitalised,
      let type = words[last].knowledge.nounType, isOwned(type, name.kind),
      words[last - 1].isCapitalised
    {
      tokens = tokens.lowerBound..<last
    }
    if tokens.count > 1, words[tokens.lowerBound].key == TaggedNames.article, !isWhole(tokens) {
      tokens = tokens.dropFirst()
    }
    if name.kind == .person { tokens = withoutTitle(tokens) }
    guard let owner = tokens.dropLast().first(where: { words[$0].isPossessive }),
      !isNamed(after: owner, name.kind)
    else { return body(TaggedName(tokens: tokens, kind: name.kind, margin: name.margin)) }
    for piece in [tokens.lowerBound..<owner + 1, owner + 1..<tokens.upperBound]
    where words[piece.lowerBound].isCapitalised {
      body(TaggedName(tokens: piece, kind: name.kind))
    }
  }

  /// "Schindler’s List", "Rick’s Auto Body" and "Bayes’ theorem" are one name each; "Nexora’s Claw"
  /// is a company's product.
  private func isNamed(after owner: Int, _ kind: NameKind) -> Bool {
    let traits = reading.words[owner].traits
    switch kind {
    case .term: return true
    case .work, .event:
      let lists = WordList.builtIn[reading.words[owner].key].lists
      return !isAboutLedgers && !traits.contains(.knownOrg) && !lists.contains(.organisation)
    case .organisation, .place: return traits.contains(.firstName)
    case .person, .people: return false
    }
  }

  /// "Mr. Washington" without what he is addressed by.
  private func withoutTitle(_ tokens: Range<Int>) -> Range<Int> {
    let words = reading.words
    let next = tokens.lowerBound + 1
    guard words[tokens.lowerBound].traits.contains(.honorific), next < tokens.upperBound else {
      return tokens
    }
    let isPoint = words[next].kind == .punctuation
    guard next + (isPoint ? 1 : 0) < tokens.upperBound else { return tokens }
    return (isPoint ? next + 1 : next)..<tokens.upperBound
  }

  private static let article = WordKey("the")

  /// "The Guardian" is written with its article; "The European Commission" begins a sentence.
  private func isWhole(_ tokens: Range<Int>) -> Bool {
    let phrases = NameLexicon.shared.phrases
    let own = phrases.longestMatch(
      at: tokens.lowerBound, before: tokens.upperBound, in: reading)
    let rest = phrases.longestMatch(
      at: tokens.lowerBound + 1, before: tokens.upperBound, in: reading)
    return own?.tokenCount == tokens.count || rest?.tokenCount != tokens.count - 1
  }

  /// Whether a noun behind a name is no part of it; "neural network" is one term.
  private func isOwned(_ noun: EntityType, _ kind: NameKind) -> Bool {
    switch noun {
    case .subnet, .token: true
    case .network: kind != .term || isAboutLedgers
    default: false
    }
  }

  private func isPlausible(_ name: TaggedName, in sentence: Sentence) -> Bool {
    let words = reading.words[name.tokens]
    guard let first = words.first, !first.shape.contains(.isOpaque) else { return false }
    // "anti-OpenAI hedge".
    if first.shape.contains(.hasHyphen), first.shape.contains(.hasUppercaseInside),
      !first.shape.contains(.isCapitalised)
    {
      return false
    }
    // "Subnets are…": a noun with the capital of its sentence.
    let isInitial = name.tokens.lowerBound == sentence.tokens.lowerBound
    let isNoun = words.count == 1 && first.knowledge.nounType != nil && !first.isAllCapitals
    return !(isInitial && isNoun)
  }

  /// A term without a capital but that of its sentence, or of an abbreviated common noun: "AI
  /// history", "text mining".
  private func isPlainTerm(_ name: TaggedName, in sentence: Sentence) -> Bool {
    if isGeneric(name) { return true }
    guard name.kind == .term else { return false }
    return name.tokens.allSatisfy { index in
      let word = reading.words[index]
      return !word.isCapitalised
        || index == sentence.tokens.lowerBound && word.traits.contains(.common)
          && !word.isAllCapitals
    }
  }

  private func isGeneric(_ name: TaggedName) -> Bool {
    var hasCapital = false
    for index in name.tokens where reading.words[index].isCapitalised {
      guard isGeneric(reading.words[index]) else { return false }
      hasCapital = true
    }
    return hasCapital
  }

  /// "GPU", and "AI-crypto" by its first part.
  private func isGeneric(_ word: NameWord) -> Bool {
    if word.traits.contains(.genericAcronym) { return true }
    guard word.shape.contains(.hasHyphen) else { return false }
    return reading.text.text.bytes.withUnsafeBufferPointer { bytes in
      let range = word.range.offsets
      guard let hyphen = range.first(where: { bytes[$0] == UInt8(ascii: "-") }),
        hyphen + 1 < range.upperBound, bytes[hyphen + 1] &- 0x61 < 26
      else { return false }
      let part = WordKey(bytes, range.lowerBound..<hyphen)
      return NameLexicon.shared[part].traits.contains(.genericAcronym)
    }
  }
}

extension Range<Int> {
  /// Hands out what is left of a range between others that are sorted and disjoint.
  func forEachGap(between taken: [Range<Int>], _ body: (Range<Int>) -> Void) {
    var start = lowerBound
    for range in taken {
      if range.lowerBound > start { body(start..<range.lowerBound) }
      start = Swift.max(start, range.upperBound)
    }
    if start < upperBound { body(start..<upperBound) }
  }
}
