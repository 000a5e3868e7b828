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
    let subject = carried?.subject ?? input.context?.subject
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
    let inside = mentions.filter { bytes.contains($0.range) && isSubject($0) }
    if let first = inside.first { return first.entity }
    return mentions.last { $0.range.end <= bytes.start && isSubject($0) }?.entity
      ?? mentions.first { isSubject($0) && $0.range.start >= bytes.start }?.entity
  }

  /// A place after "in" is where, not what.
  private func isSubject(_ mention: Mention) -> Bool {
    guard input.entities.indices.contains(mention.entity) else { return false }
    return input.entities[mention.entity].type != .place
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
  for index in end + 1..<end + 5 where text.isWord(index) {
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

private let plainUnits: Set<String> = [
  "-", "count", "percentage", "percentage point", "dollar", "euro",
]

/// "active subnet" of "128 active subnets".
func metricOfUnit(_ quantity: Quantity) -> String? {
  guard quantity.kind == .count, quantity.unit.dimension == .count else { return nil }
  return plainUnits.contains(quantity.unit.name) ? nil : quantity.unit.name
}
