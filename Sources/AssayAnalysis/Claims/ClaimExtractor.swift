/// What the claims of one part are read from.
public struct ClaimInput: Sendable {
  public let words: TokenizedText
  public let quantities: [Quantity]
  /// Of this part, in order of place.
  public let mentions: [Mention]
  public let entities: [Entity]
  /// The document's date, where it has one.
  public let date: CalendarDate?
  /// For a comment: what the article under it speaks of. Nil for the article itself.
  public let context: ClaimContext?

  public init(
    words: TokenizedText, quantities: [Quantity], mentions: [Mention], entities: [Entity],
    date: CalendarDate? = nil, context: ClaimContext? = nil
  ) {
    self.words = words
    self.quantities = quantities
    self.mentions = mentions
    self.entities = entities
    self.date = date
    self.context = context
  }
}

/// What a comment may leave out because the article says it.
public struct ClaimContext: Sendable {
  /// Index in `Analysis.entities` of what the article's claims are mostly about.
  public let subject: Int?

  public init(subject: Int?) { self.subject = subject }

  /// The subject that most of an article's claims have; the first of several.
  public init(article claims: [Claim]) {
    var counts: [Int: Int] = [:]
    for claim in claims {
      if let subject = claim.subject { counts[subject, default: 0] += 1 }
    }
    let most = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    self.init(subject: most?.key)
  }
}

/// Gives every quantity its place in a statement: role, direction, subject, metric, time.
///
/// One claim a quantity, in the same order.
public func extractClaims(_ input: ClaimInput) -> [Claim] {
  extractClaims(input, in: ClauseText(words: input.words, quantities: input.quantities))
}

/// The same of a text that its readers share.
func extractClaims(_ input: ClaimInput, in text: ClauseText) -> [Claim] {
  guard !input.quantities.isEmpty else { return [] }
  var claims = input.quantities.indices.map { Claim(quantity: $0, role: .value, confidence: 0.3) }
  var subjects = SubjectReader(input: input, text: text)
  var statementCount = 0
  var first = 0
  while first < input.quantities.count {
    let sentenceIndex = input.quantities[first].sentence
    var last = first + 1
    while last < input.quantities.count, input.quantities[last].sentence == sentenceIndex {
      last += 1
    }
    guard input.words.sentences.indices.contains(sentenceIndex) else {
      first = last
      continue
    }
    let sentence = input.words.sentences[sentenceIndex]
    if isTableRow(sentence, text) {
      first = last
      continue
    }
    for share in readShares(first..<last, in: text) { share.mark(&claims) }
    var reader = StatementReader(text: text, sentence: sentence)
    for statement in reader.read(first..<last) {
      let shared = subjects.read(statement, sentence: sentence, index: sentenceIndex)
      for (place, slot) in statement.slots.enumerated()
      where claims.indices.contains(slot.quantity) {
        let known = claims[slot.quantity].role
        let slot = slot.role == .value ? slot.taking(known) : slot
        let named = subjects.appositive(slot.quantity).map {
          StatementSubject(
            subject: $0, metric: nil, attribution: shared.attribution, isCarried: false)
        }
        claims[slot.quantity] = makeClaim(
          slot, at: place, of: statement, number: statementCount, shared: named ?? shared,
          names: input.entities, in: text)
      }
      statementCount += 1
    }
    first = last
  }
  return claims
}

/// A row of bars in plain text: its numbers stand in columns, not in a clause.
private func isTableRow(_ sentence: Sentence, _ text: ClauseText) -> Bool {
  guard text.mark(sentence.tokens.lowerBound) == UInt8(ascii: "|") else { return false }
  return sentence.tokens.count { text.mark($0) == UInt8(ascii: "|") } >= 2
}

private func makeClaim(
  _ slot: Statement.Slot, at place: Int, of statement: Statement, number: Int,
  shared: StatementSubject, names: [Entity], in text: ClauseText
) -> Claim {
  let quantity = text.quantities[slot.quantity]
  let isChange = slot.role == .by || slot.role == .rate
  let hasDirection = isChange || slot.role == .to || slot.role == .from
  let cue = slot.cue ?? (hasDirection ? statement.directionCue ?? statement.verb : nil)
  let metric = metric(of: slot, statement, shared, names, in: text)
  return Claim(
    quantity: slot.quantity, role: quantity.isCalendar ? .value : role(slot.role, quantity),
    direction: hasDirection ? slot.direction ?? statement.direction : nil,
    subject: shared.subject, metric: metric,
    time: quantity.isCalendar ? nil : time(of: place, in: statement, text),
    attribution: shared.attribution,
    isNegated: statement.cautions.contains(.negation), isHedged: statement.isHedged,
    statement: number, cue: cue.map { text.words.tokens[$0].range },
    cautions: statement.cautions,
    confidence: shared.subject == nil ? 0.4 : metric == nil ? 0.6 : shared.isCarried ? 0.7 : 0.9)
}

/// What of the subject a quantity tells: the noun of measure behind it ("$900 million in market
/// capitalization"), the noun that it counts, or what the statement speaks of. A stretch of time
/// tells nothing of these, unless it changes.
private func metric(
  of slot: Statement.Slot, _ statement: Statement, _ shared: StatementSubject, _ names: [Entity],
  in text: ClauseText
) -> String? {
  let quantity = text.quantities[slot.quantity]
  if quantity.isCalendar || quantity.kind == .rank { return nil }
  if quantity.kind == .duration, slot.role == .value { return nil }
  if let behind = metricBehind(quantity, in: text) { return behind }
  // "67.1 on the MMLU benchmark", read as "MMLU point".
  if quantity.kind == .score, quantity.unit.name.hasSuffix(" point") {
    return quantity.unit.name.dropLast("point".utf8.count) + "score"
  }
  let counted = metricOfUnit(quantity)
  if slot.role == .value, let counted { return counted }
  // A count is no price, whatever the clause speaks of: "cut emissions to 1,800 TAO".
  let isPriced = quantity.kind == .money || quantity.kind.isFraction
  let named = statementMetric(before: quantity, statement, in: text).map { metric in
    shared.subject.map { metric.dropping(name: names[$0].name) } ?? metric
  }
  // "Shares in Tarnwell closed at 252p": what a share costs moves, not what shares there are.
  if let named, quantity.kind == .money, slot.role != .part, stockNouns.contains(named) {
    return statement.isMoving ? "share price" : named
  }
  if let named, named != "price" || isPriced { return named }
  if let counted { return counted }
  if slot.role != .value, let noun = changedNoun(of: statement, in: text) { return noun }
  return shared.metric == "price" && isPriced ? "price" : nil
}

extension String {
  /// "shares" of "tarnwell shares", where Tarnwell is what they are of.
  fileprivate func dropping(name: String) -> String {
    let count = name.utf8.count + 1
    guard utf8.count > count, utf8.contains(0x20), lowercased().hasPrefix(name.lowercased() + " ")
    else { return self }
    return String(decoding: utf8.dropFirst(count), as: UTF8.self)
  }
}

private let stockNouns: Set<String> = ["shares", "share", "stock"]

private func role(_ role: Claim.Role, _ quantity: Quantity) -> Claim.Role {
  guard role == .value else { return role }
  switch quantity.qualifier {
  case .upTo, .atLeast: return .bound
  default: return .value
  }
}

/// The date that stands right behind a figure, else the statement's first before it.
private func time(of place: Int, in statement: Statement, _ text: ClauseText) -> Period? {
  func period(_ index: Int) -> Period? {
    if case .date(let period) = text.quantities[statement.slots[index].quantity].value {
      return period
    }
    return nil
  }
  if place + 1 < statement.slots.count, let behind = period(place + 1) {
    let end = text.quantities[statement.slots[place].quantity].tokens.upperBound
    let start = text.quantities[statement.slots[place + 1].quantity].tokens.lowerBound
    if start - end <= 6 { return behind }
  }
  guard statement.slots[place].role != .from else { return nil }
  for index in stride(from: place - 1, through: 0, by: -1) {
    if let before = period(index) { return before }
  }
  return nil
}
