/// What a statement's quantities are about.
struct StatementSubject {
  let subject: Int?
  /// "price" of a token that moves, where the words name no measure.
  let metric: String?
  let attribution: TextRange?
  /// True where the subject was named in a sentence before.
  let isCarried: Bool
}

/// Finds what statements are about: the name before the verb, else the last one spoken of.
struct SubjectReader {
  private let input: ClaimInput
  private let text: ClauseText
  private var nextMention = 0
  /// The last subject, and the block and sentence it was named in.
  private var last: (subject: Int, block: Int, sentence: Int)?

  init(input: ClaimInput, text: ClauseText) {
    self.input = input
    self.text = text
  }

  mutating func read(_ statement: Statement, sentence: Sentence, index: Int) -> StatementSubject {
    let mentions = mentions(in: sentence)
    let attribution = attribution(in: sentence, mentions)
    if let named = named(statement, mentions) {
      last = (named, sentence.block, index)
      return StatementSubject(
        subject: named, metric: price(of: named, statement), attribution: attribution,
        isCarried: false)
    }
    let carried = last.flatMap { $0.block == sentence.block && index - $0.sentence <= 2 ? $0 : nil }
    let subject = takenUp(sentence, index) ?? carried?.subject ?? input.context?.subject
    if let subject, subject != input.context?.subject, carried == nil {
      last = (subject, sentence.block, index)
    }
    return StatementSubject(
      subject: subject, metric: subject.flatMap { price(of: $0, statement) },
      attribution: attribution, isCarried: true)
  }

  /// The mentions of a sentence. Sentences come in order, so one pass over the mentions does.
  private mutating func mentions(in sentence: Sentence) -> ArraySlice<Mention> {
    let all = input.mentions
    while nextMention < all.count, all[nextMention].range.end <= sentence.range.start {
      nextMention += 1
    }
    var end = nextMention
    while end < all.count, all[end].range.start < sentence.range.end { end += 1 }
    return all[nextMention..<end]
  }

  private func named(_ statement: Statement, _ mentions: ArraySlice<Mention>) -> Int? {
    guard !mentions.isEmpty else { return nil }
    let region = statement.subject.isEmpty ? statement.tokens : statement.subject
    guard let bytes = bytes(of: region) else { return nil }
    let inside = mentions.filter { bytes.contains($0.range) }
    if let first = inside.first(where: isSubject) { return first.entity }
    if let place = measuredPlace(inside, in: region) { return place }
    return mentions.last { $0.range.end <= bytes.start && isSubject($0) }?.entity
      ?? mentions.first { isSubject($0) && $0.range.start >= bytes.start }?.entity
  }

  /// "It", "The network": what the sentence before names first.
  private func takenUp(_ sentence: Sentence, _ index: Int) -> Int? {
    let first = sentence.tokens.lowerBound
    let isTakingUp =
      text.cue(first).contains(.pronoun)
      || (text.lower(first) == "the" && text.isAny(first + 1, of: takingUp))
    guard isTakingUp, index > 0, index - 1 < input.words.sentences.count else { return nil }
    let before = input.words.sentences[index - 1]
    guard before.block == sentence.block else { return nil }
    let start = input.mentions.partitioningIndex { $0.range.start >= before.range.start }
    return input.mentions[start...].prefix { $0.range.end <= before.range.end }
      .first { isSubject($0) }?.entity
  }

  /// "Covenant-72B, a 72-billion-parameter model": the name right before the comma and the article.
  func appositive(_ quantity: Int) -> Int? {
    let start = text.quantities[quantity].tokens.lowerBound
    guard ["a", "an"].contains(text.lower(start - 1)), text.mark(start - 2) == UInt8(ascii: ","),
      start >= 3
    else { return nil }
    let end = input.words.tokens[start - 3].end
    let place = input.mentions.partitioningIndex { $0.range.end >= end }
    guard place < input.mentions.count, input.mentions[place].range.end == end,
      isSubject(input.mentions[place])
    else { return nil }
    return input.mentions[place].entity
  }

  /// "Northfield's population", "the unemployment rate in Northfield": the one place of a region whose
  /// measure the words tell.
  private func measuredPlace(_ mentions: [Mention], in region: Range<Int>) -> Int? {
    guard let first = mentions.first, input.entities.indices.contains(first.entity),
      input.entities[first.entity].type == .place,
      mentions.allSatisfy({ $0.entity == first.entity })
    else { return nil }
    let start = input.words.tokens.partitioningIndex { $0.start >= first.range.start }
    let end = input.words.tokens.partitioningIndex { $0.start >= first.range.end }
    let behind = input.words.text.bytes[Int(first.range.end)...].prefix(4)
    if behind.starts(with: "'s".utf8) || behind.starts(with: "’s".utf8) {
      return (end..<min(end + 4, region.upperBound)).contains { text.cue($0).contains(.metric) }
        ? first.entity : nil
    }
    guard text.lower(start - 1) == "in" || text.lower(start - 1) == "of",
      start - 2 >= region.lowerBound
    else { return nil }
    return text.cue(start - 2).contains(.metric) ? first.entity : nil
  }

  /// A place after "in" is where, not what.
  private func isSubject(_ mention: Mention) -> Bool {
    guard input.entities.indices.contains(mention.entity) else { return false }
    let type = input.entities[mention.entity].type
    return type != .place && type != .handle
  }

  private func bytes(of tokens: Range<Int>) -> TextRange? {
    guard !tokens.isEmpty, tokens.upperBound <= input.words.tokens.count else { return nil }
    return TextRange(
      start: input.words.tokens[tokens.lowerBound].start,
      end: input.words.tokens[tokens.upperBound - 1].end)
  }

  private func price(of subject: Int, _ statement: Statement) -> String? {
    guard input.entities.indices.contains(subject), input.entities[subject].type == .token else {
      return nil
    }
    return statement.isMoving ? "price" : nil
  }

  /// Who says it: the name beside "said" or behind "according to".
  private func attribution(in sentence: Sentence, _ mentions: ArraySlice<Mention>) -> TextRange? {
    guard !mentions.isEmpty,
      let verb = sentence.tokens.first(where: { text.cue($0).contains(.says) })
    else { return nil }
    let place = input.words.tokens[verb].range
    if text.lower(verb) == "according" {
      return mentions.first { $0.range.start >= place.end }?.range
    }
    return mentions.last { $0.range.end <= place.start }?.range
  }
}

/// "operating profit" in "the group's operating profit rose", "dividend" in "cut its dividend to 5
/// cents": the last noun of measure between the verb and the quantity, else before the verb, with
/// the words that narrow it.
func statementMetric(
  before quantity: Quantity, _ statement: Statement, in text: ClauseText
) -> String? {
  let limit = min(quantity.tokens.lowerBound, statement.tokens.upperBound)
  let start = statement.tokens.lowerBound
  guard let verb = statement.verb, verb >= start, verb < limit else {
    return lastMetric(in: max(start, limit - 6)..<max(start, limit), text)
  }
  let first = statement.slots.first { text.quantities[$0.quantity].tokens.lowerBound > verb }
  let object = first.map { min(limit, text.quantities[$0.quantity].tokens.lowerBound) } ?? limit
  return lastMetric(in: verb + 1..<max(verb + 1, object), text)
    ?? lastMetric(in: start..<verb, text)
}

private func lastMetric(in region: Range<Int>, _ text: ClauseText) -> String? {
  guard let noun = region.last(where: { text.cue($0).contains(.metric) && !text.isCounted($0) })
  else { return nil }
  return metricPhrase(endingAt: noun, from: region.lowerBound, in: text)
}

/// The noun with up to two words before it that belong to it, in lower case.
private func metricPhrase(endingAt noun: Int, from start: Int, in text: ClauseText) -> String {
  var first = noun
  while first > start, noun - first < 3, text.isWord(first - 1), !text.isCounted(first - 1) {
    let cue = text.cue(first - 1)
    let word = text.lower(first - 1)
    let isPart =
      cue.contains(.metric) || narrowingWords.contains(word)
      || (cue.isEmpty && !text.isFunctionWord(first - 1))
    guard isPart, !text.isCapitalised(first - 1) || first - 1 == start else { break }
    if word == "s" || word.hasSuffix("'s") || word.hasSuffix("’s") || word.hasSuffix("ed")
      || word.hasSuffix("ly") || word.hasSuffix("ing") && !gerundNouns.contains(word)
    {
      break
    }
    first -= 1
  }
  return (first...noun).map { text.lower($0) }.joined(separator: " ")
}

/// Modifiers that are part of a measure's name.
private let narrowingWords: Set<String> = [
  "net", "total", "average", "annual", "quarterly", "monthly",
]

/// Words in "ing" that narrow a noun of measure as nouns do.
private let gerundNouns: Set<String> = [
  "operating", "marketing", "trading", "mining", "gaming", "streaming", "advertising", "building",
  "voting", "housing", "banking", "shipping", "manufacturing", "lending", "funding", "holding",
  "closing", "opening", "licensing", "engineering", "training", "borrowing", "existing", "clothing",
  "boarding", "parking", "printing", "publishing", "recurring", "remaining", "selling", "working",
]

/// "market capitalization" in "$900 million in market capitalization", "benchmark" in "67.1 on the
/// MMLU benchmark".
func metricBehind(_ quantity: Quantity, in text: ClauseText) -> String? {
  let end = text.end(of: quantity)
  let word = text.lower(end)
  guard word == "in" || word == "of" || word == "on" else {
    if quantity.kind == .score, text.isCapitalised(end), text.isWord(end) { return word }
    return nil
  }
  var words: [String] = []
  for index in end + 1..<end + 5 {
    // "in 2021. Unemployment": what stands behind a number or a stop is of another phrase.
    guard text.isWord(index) else { return nil }
    let cue = text.cue(index)
    if cue.contains(.determiner) { continue }
    if text.isCounted(index) { return nil }
    let lower = text.lower(index)
    words.append(lower)
    if cue.contains(.metric) || lower == "benchmark" { return words.joined(separator: " ") }
    guard cue.isEmpty || cue.contains(.modifier) else { return nil }
  }
  return nil
}

/// Nouns by which a text takes up what it has named.
private let takingUp = WordSet(
  """
  network company firm group bank token coin club team council city charity retailer airline carrier
  maker operator company's chain agency hospital university protocol project model site service app
  """)

/// "burglaries" in "burglaries in the north fell 12 %": the plural noun before the verb of a change, or
/// before the preposition that narrows it.
func changedNoun(of statement: Statement, in text: ClauseText) -> String? {
  guard let verb = statement.verb, verb > statement.subject.lowerBound, statement.isMoving else {
    return nil
  }
  let region = statement.subject.lowerBound..<min(verb, statement.subject.upperBound)
  let end = region.first { index in
    index > region.lowerBound
      && (text.cue(index).contains(.preposition) || text.cue(index).contains(.of)
        || !text.isWord(index))
  }
  var place = (end ?? region.upperBound) - 1
  while place >= region.lowerBound,
    !text.cue(place).isDisjoint(with: [.modifier, .auxiliary, .hedge])
  { place -= 1 }
  guard place >= region.lowerBound, text.isWord(place), !text.isCounted(place),
    text.cue(place).isEmpty, !text.isFunctionWord(place),
    !text.isCapitalised(place) || place == region.lowerBound
  else { return nil }
  let word = text.lower(place)
  guard word.utf8.count >= 4, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"),
    !word.hasSuffix("'s"), !word.hasSuffix("’s")
  else { return nil }
  return word
}

private let plainUnits: Set<String> = [
  "-", "count", "percentage", "percentage point", "dollar", "euro",
]

/// "active subnet" of "128 active subnets".
func metricOfUnit(_ quantity: Quantity) -> String? {
  guard quantity.kind == .count, quantity.unit.dimension == .count else { return nil }
  return plainUnits.contains(quantity.unit.name) ? nil : quantity.unit.name
}
