/// Finds the names in a document's parts, and what each names.
///
/// In layers: the gazetteer; names by their shape and their surroundings; then every other place
/// that writes a name found so far, in headings, at the start of sentences and in lower case. A name
/// means the same in all parts. What no rule can type is left out: silence is better than wrong.
///
/// - Parameter parts: the article, then its comments.
/// - Returns: what is named, in order of first mention, and for each part its mentions in order;
///   no two mentions overlap.
public func extractMentions(
  _ parts: [TokenizedText], gazetteer: Gazetteer
) -> (entities: [Entity], mentions: [[Mention]]) {
  let lexicon = NameLexicon.shared
  var extractor = MentionExtractor(
    readings: parts.map { NameReading($0, lexicon: lexicon) }, gazetteer: gazetteer,
    lexicon: lexicon)
  return extractor.extract()
}

/// A mention before its entity has its final index.
private struct FoundMention {
  let range: TextRange
  let tokens: Range<Int>
  let sentence: Int
  /// Index in the clusters; nil where the gazetteer says that the words name nothing.
  let cluster: Int?
  let rule: NameRule
  let confidence: Double
  /// The name of an account; it is in no cluster.
  var handle: String?
}

extension FoundMention {
  fileprivate init(_ handle: Handle) {
    self.init(
      range: handle.range, tokens: handle.tokens, sentence: handle.sentence, cluster: nil,
      rule: .handle, confidence: 0.9, handle: handle.name)
  }
}

private struct MentionExtractor {
  let readings: [NameReading]
  let gazetteer: Gazetteer
  let lexicon: NameLexicon
  var register = NameRegister()
  private var tagger = NameTagger.builtIn
  /// The gazetteer's matches, for each part in order; the cluster is still the entry's index.
  var known: [[FoundMention]] = []
  /// Names of accounts that paragraphs begin with, for each part in order.
  var handles: [[FoundMention]] = []

  init(readings: [NameReading], gazetteer: Gazetteer, lexicon: NameLexicon) {
    self.readings = readings
    self.gazetteer = gazetteer
    self.lexicon = lexicon
  }

  mutating func extract() -> (entities: [Entity], mentions: [[Mention]]) {
    let layouts = readings.map { reading in
      reading.text.sentences.map { SentenceLayout($0, reading) }
    }
    let statistics = NameStatistics(readings, layouts: layouts)
    known = readings.map { matches(of: gazetteer.trie, in: $0) }
    handles = zip(readings, known).map { reading, known in
      reading.openingHandles().map { FoundMention($0) }.filter { handle in
        !known.contains { $0.tokens.overlaps(handle.tokens) }
      }
    }
    for part in readings.indices { collectRuns(part, layouts[part], statistics) }
    register.settle()
    let entries = Set(known.joined().compactMap(\.cluster)).sorted()
    let linker = NameLinker(register, gazetteer: gazetteer, mentioned: entries)
    return assemble(linker)
  }

  private func matches(of trie: NameTrie, in reading: NameReading) -> [FoundMention] {
    guard !trie.names.isEmpty else { return [] }
    var found: [FoundMention] = []
    for (number, sentence) in reading.text.sentences.enumerated() {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        guard !reading.words[index].shape.contains(.isOpaque),
          let match = trie.longestMatch(
            at: index, before: sentence.tokens.upperBound, in: reading),
          !reading.isOvertaken(match, at: index, before: sentence.tokens.upperBound, in: trie)
        else {
          if let part = reading.namedPart(of: index, in: trie) {
            found.append(
              FoundMention(
                range: part.range, tokens: index..<index + 1, sentence: number,
                cluster: part.value, rule: .gazetteer, confidence: 1))
          }
          index += 1
          continue
        }
        let tokens = index..<index + match.tokenCount
        let value = trie.names[match.name].value
        index = tokens.upperBound
        if reading.isNominal(tokens) {
          guard let before = found.last(where: { $0.cluster == value }),
            reading.text.sentences[before.sentence].block == sentence.block
          else { continue }
        }
        let named = reading.withoutNoun(
          reading.withoutArticle(tokens), of: gazetteer.entries[value])
        found.append(
          FoundMention(
            range: reading.range(of: named), tokens: named, sentence: number,
            cluster: value, rule: .gazetteer, confidence: 1))
      }
    }
    return found
  }

  /// Registers the names between the gazetteer's mentions: the tagger's, and those of the rules that
  /// the tagger has missed or cut short.
  private mutating func collectRuns(
    _ part: Int, _ layouts: [SentenceLayout], _ statistics: NameStatistics
  ) {
    let reading = readings[part]
    let finder = NameFinder(reading: reading, lexicon: lexicon, statistics: statistics)
    var names = TaggedNames(
      reading, tagger: &tagger, isComment: part > 0, isAboutLedgers: statistics.isAboutLedgers)
    known[part] = known[part].filter { mention in
      !isPartOfAnother(mention, names.sentences[mention.sentence], reading, layouts)
    }
    let known = (known[part] + handles[part]).sorted { $0.range < $1.range }
    var next = 0
    for (number, sentence) in reading.text.sentences.enumerated() {
      let cues = NameCues(reading: reading, finder: finder, sentence: sentence)
      var taken: [Range<Int>] = []
      while next < known.count, known[next].sentence == number {
        taken.append(known[next].tokens)
        next += 1
      }
      names.remove(from: number, taken)
      var runs: [(run: NameRun, votes: [TypeVote])] = []
      sentence.tokens.forEachGap(between: taken) { gap in
        for run in finder.runs(in: gap, of: sentence, layout: layouts[number]) {
          let votes = cues.votes(on: run)
          if names.yields(to: run, votes, in: number) { runs.append((run, votes)) }
        }
        noteParts(of: reading.words[gap], finder, cues)
      }
      for name in names.sentences[number] {
        let run = finder.run(of: name)
        runs.append((run, name.votes + cues.votes(on: run)))
      }
      runs.sort { $0.run.tokens.lowerBound < $1.run.tokens.lowerBound }
      for (run, votes) in runs {
        register.note(run, part: part, sentence: number, reading: reading, votes: votes)
      }
    }
  }
}

extension MentionExtractor {
  /// Whether a place's or a person's name of the gazetteer is only the beginning or the middle of a
  /// longer name, by its last word or by the tagger: the Marrowgate of "Marrowgate Harbour
  /// Authority".
  private func isPartOfAnother(
    _ mention: FoundMention, _ names: [TaggedName], _ reading: NameReading,
    _ layouts: [SentenceLayout]
  ) -> Bool {
    guard let entry = mention.cluster, !layouts[mention.sentence].isTitle,
      [.place, .person].contains(gazetteer.entries[entry].type)
    else { return false }
    let words = reading.words
    let end = reading.text.sentences[mention.sentence].tokens.upperBound
    guard let next = (mention.tokens.upperBound..<end).first, words[next].isCapitalised,
      !words[next - 1].isPossessive
    else { return false }
    let rest = (next..<min(end, next + Self.mostWordsBehind)).prefix { words[$0].isCapitalised }
    if rest.contains(where: { !words[$0].traits.isDisjoint(with: Self.endings) }) { return true }
    return names.contains { name in
      [.organisation, .event].contains(name.kind) && name.margin >= Self.leastMargin
        && name.tokens.contains(mention.tokens.lowerBound) && name.tokens.contains(next)
        && name.tokens.allSatisfy {
          words[$0].isCapitalised || words[$0].traits.contains(.titleSmall)
        }
    }
  }

  /// How sure the tagger must be, in natural logarithms, a token's mean.
  private static let leastMargin: Float = 1
  private static let mostWordsBehind = 4
  private static let endings: NameTraits = [.orgEnding, .agencyHead]

  /// The known names behind a prefix: "anti-OpenAI".
  private mutating func noteParts(
    of words: ArraySlice<NameWord>, _ finder: NameFinder, _ cues: NameCues
  ) {
    for word in words {
      guard let part = finder.famousPart(of: word) else { continue }
      var votes: [TypeVote] = []
      cues.addFame(part.traits, &votes)
      register.note(
        part: part.key, spelling: finder.reading.text.text[part.range], traits: part.traits,
        votes: votes)
    }
  }
}

extension MentionExtractor {
  private func assemble(_ linker: NameLinker) -> (entities: [Entity], mentions: [[Mention]]) {
    var clusterOfEntry: [Int: Int] = [:]
    for (index, cluster) in linker.clusters.enumerated() {
      if let entry = cluster.entry { clusterOfEntry[entry] = index }
    }
    var runs: [[FoundRun]] = Array(repeating: [], count: readings.count)
    for run in register.runs { runs[run.part].append(run) }
    var book = EntityBook(linker: linker, gazetteer: gazetteer)
    var mentions: [[Mention]] = []
    for part in readings.indices {
      var found = known[part].map { mention in
        FoundMention(
          range: mention.range, tokens: mention.tokens, sentence: mention.sentence,
          cluster: mention.cluster.flatMap { clusterOfEntry[$0] }, rule: .gazetteer, confidence: 1)
      }
      found += handles[part]
      found += runs[part].compactMap {
        longer($0, linker) ?? accepted($0, linker) ?? repeated($0, linker) ?? barrier($0)
      }
      found.sort { $0.range < $1.range }
      found = withoutOverlaps(found)
      found = withRepetitions(found, in: readings[part], linker)
      found = withAddressed(found, in: readings[part])
      mentions.append(found.compactMap { book.mention($0) })
    }
    return (book.entities, mentions)
  }

  private func accepted(_ found: FoundRun, _ linker: NameLinker) -> FoundMention? {
    guard let index = linker.clusterOfName[found.name] else { return nil }
    let cluster = linker.clusters[index]
    return FoundMention(
      range: found.run.range, tokens: found.run.tokens, sentence: found.sentence, cluster: index,
      rule: found.rule ?? .namedElsewhere, confidence: cluster.confidence)
  }

  /// A longer name of the document that begins where a run does: "Arden Star" for "Arden".
  private func longer(_ found: FoundRun, _ linker: NameLinker) -> FoundMention? {
    let tokens = found.run.tokens
    let reading = readings[found.part]
    let end = reading.text.sentences[found.sentence].tokens.upperBound
    let mention = repetition(at: tokens.lowerBound, before: end, found.sentence, reading, linker)
    guard let mention, mention.tokens.count > tokens.count,
      mention.tokens.allSatisfy({ reading.words[$0].isCapitalised })
    else { return nil }
    return mention
  }

  /// The first of those that share a token stands.
  private func withoutOverlaps(_ found: [FoundMention]) -> [FoundMention] {
    var kept: [FoundMention] = []
    for mention in found {
      if let last = kept.last, last.tokens.upperBound > mention.tokens.lowerBound {
        // What the gazetteer says stands against all else.
        if mention.rule == .gazetteer, last.rule != .gazetteer {
          kept[kept.count - 1] = mention
        }
        continue
      }
      kept.append(mention)
    }
    return kept
  }

  /// A run that as a whole is another name of something: "Arden Star" for "MV Arden Star".
  private func repeated(_ found: FoundRun, _ linker: NameLinker) -> FoundMention? {
    let tokens = found.run.tokens
    let mention = repetition(
      at: tokens.lowerBound, before: tokens.upperBound, found.sentence, readings[found.part],
      linker)
    return mention?.tokens == tokens ? mention : nil
  }

  /// A name of several words that nothing could type keeps the names inside it from standing out:
  /// "Malaysia Airlines" is not Malaysia.
  private func barrier(_ found: FoundRun) -> FoundMention? {
    let words = readings[found.part].words[found.run.tokens]
    guard words.count > 1, words.filter({ !$0.traits.contains(.common) }).count > 1 else {
      return nil
    }
    return FoundMention(
      range: found.run.range, tokens: found.run.tokens, sentence: found.sentence, cluster: nil,
      rule: .namedElsewhere, confidence: 0)
  }

  /// Adds the places between the mentions that write a name of the document.
  private func withRepetitions(
    _ found: [FoundMention], in reading: NameReading, _ linker: NameLinker
  ) -> [FoundMention] {
    guard !linker.trie.names.isEmpty else { return found }
    var all: [FoundMention] = []
    var next = 0
    for (number, sentence) in reading.text.sentences.enumerated() {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        if next < found.count, found[next].tokens.lowerBound <= index {
          all.append(found[next])
          index = max(index + 1, found[next].tokens.upperBound)
          next += 1
          continue
        }
        let limit =
          next < found.count
          ? min(sentence.tokens.upperBound, found[next].tokens.lowerBound)
          : sentence.tokens.upperBound
        if let mention = repetition(at: index, before: limit, number, reading, linker) {
          all.append(mention)
          index = mention.tokens.upperBound
        } else {
          index += 1
        }
      }
    }
    return all + found[next...]
  }

  /// Adds the accounts that are addressed, where no mention names them already.
  private func withAddressed(_ found: [FoundMention], in reading: NameReading) -> [FoundMention] {
    let addressed = reading.addressedHandles()
    guard !addressed.isEmpty else { return found }
    var next = 0
    let new = addressed.filter { handle in
      while next < found.count, found[next].tokens.upperBound <= handle.tokens.lowerBound {
        next += 1
      }
      return next == found.count || found[next].tokens.lowerBound >= handle.tokens.upperBound
    }
    return (found + new.map { FoundMention($0) }).sorted { $0.range < $1.range }
  }

  private func repetition(
    at index: Int, before limit: Int, _ sentence: Int, _ reading: NameReading,
    _ linker: NameLinker
  ) -> FoundMention? {
    guard !reading.words[index].shape.contains(.isOpaque) else { return nil }
    guard let match = linker.trie.longestMatch(at: index, before: limit, in: reading) else {
      return reading.namedPart(of: index, in: linker.trie).map { part in
        FoundMention(
          range: part.range, tokens: index..<index + 1, sentence: sentence, cluster: part.value,
          rule: .namedElsewhere, confidence: linker.clusters[part.value].confidence * 0.9)
      }
    }
    let tokens = index..<index + match.tokenCount
    let cluster = linker.trie.names[match.name].value
    let isShort = match.tokenCount < linker.clusters[cluster].words.count
    return FoundMention(
      range: reading.range(of: tokens), tokens: tokens, sentence: sentence, cluster: cluster,
      rule: isShort ? .shortForm : .namedElsewhere,
      confidence: linker.clusters[cluster].confidence * 0.9)
  }
}

/// Gives each cluster that is mentioned its place among the entities.
private struct EntityBook {
  let linker: NameLinker
  let gazetteer: Gazetteer
  private(set) var entities: [Entity] = []
  private var indices: [Int: Int] = [:]
  /// Where an entry of the gazetteer stands among the entities.
  private var indexOfEntry: [Int: Int] = [:]
  private var identifiers: Set<String>
  private var indexOfHandle: [String: Int] = [:]

  init(linker: NameLinker, gazetteer: Gazetteer) {
    self.linker = linker
    self.gazetteer = gazetteer
    self.identifiers = Set(gazetteer.entries.map(\.id))
  }

  mutating func mention(_ found: FoundMention) -> Mention? {
    let entity: Int
    if let name = found.handle {
      entity = indexOfHandle[name.lowercased()] ?? add(handle: name)
    } else {
      guard let cluster = found.cluster else { return nil }
      entity = indices[cluster] ?? add(cluster)
    }
    return Mention(
      range: found.range, entity: entity, sentence: found.sentence, rule: found.rule.rawValue,
      confidence: found.confidence)
  }

  private mutating func add(handle name: String) -> Int {
    indexOfHandle[name.lowercased()] = entities.count
    entities.append(
      Entity(
        id: freshIdentifier(name.lowercased()), name: name, type: .handle, aliases: [],
        isKnown: false))
    return entities.count - 1
  }

  private mutating func add(_ index: Int) -> Int {
    let cluster = linker.clusters[index]
    let entry =
      cluster.entry ?? gazetteer.entryOfMerged[linker.identifier(of: cluster)]
      ?? gazetteer.entryOfMerged[slug(cluster.spelling)]
    if let entry, let known = indexOfEntry[entry] {
      indices[index] = known
      return known
    }
    let entity = entry.flatMap { gazetteer.entries[$0].entity }
    indices[index] = entities.count
    if let entry, entity != nil { indexOfEntry[entry] = entities.count }
    entities.append(
      entity
        ?? Entity(
          id: freshIdentifier(linker.identifier(of: cluster)), name: cluster.spelling,
          type: cluster.type,
          aliases: cluster.aliases, isKnown: false))
    return entities.count - 1
  }

  private mutating func freshIdentifier(_ base: String) -> String {
    var identifier = base
    var number = 2
    while !identifiers.insert(identifier).inserted {
      identifier = "\(base)-\(number)"
      number += 1
    }
    return identifier
  }
}

extension NameReading {
  /// Whether a longer name begins within a match and ends behind it: "The Bank of Corvale" holds
  /// "Bank of Corvale", though "the Bank" is a name too.
  fileprivate func isOvertaken(
    _ match: NameTrie.Match, at index: Int, before end: Int, in trie: NameTrie
  ) -> Bool {
    (index + 1..<index + max(1, match.tokenCount)).contains { start in
      guard let other = trie.longestMatch(at: start, before: end, in: self) else { return false }
      return other.tokenCount > match.tokenCount
        && start + other.tokenCount > index + match.tokenCount
    }
  }

  /// "the network", "The agent": words that name something only where its name stands before them.
  fileprivate func isNominal(_ tokens: Range<Int>) -> Bool {
    guard tokens.count == 2 else { return false }
    return words[tokens.lowerBound].key == NameReading.article
      && words[tokens.lowerBound + 1].traits.contains(.common)
      && !words[tokens.lowerBound + 1].isCapitalised
  }

  /// "the covenant team" without its article, where two words are left.
  fileprivate func withoutArticle(_ tokens: Range<Int>) -> Range<Int> {
    let isArticle = words[tokens.lowerBound].key == NameReading.article
    let next = tokens.lowerBound + 1
    guard tokens.count > 2, isArticle, !words[next].isCapitalised else { return tokens }
    return next..<tokens.upperBound
  }

  private static let article = WordKey("the")

  /// "Bittensor network" without the noun, where the entry's own name is what stands before it.
  fileprivate func withoutNoun(
    _ tokens: Range<Int>, of entry: Gazetteer.Entry
  ) -> Range<Int> {
    guard let last = tokens.last, tokens.count > 1, !words[last].isCapitalised,
      words[last].knowledge.nounType != nil
    else { return tokens }
    let name = tokens.lowerBound..<last
    return spells(Array(entry.name.utf8), name) ? name : tokens
  }

  /// From the first token's start to the last one's end without its possessive ending.
  func range(of tokens: Range<Int>) -> TextRange {
    TextRange(start: words[tokens.lowerBound].start, end: words[tokens.upperBound - 1].end)
  }
}
