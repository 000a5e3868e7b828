extension Check {
  /// Holds the numbers of comments against the article they stand under.
  public static let commentClaim = Check(
    id: "comment-claim",
    summary: "Numbers in comments against the article",
    tier: 2,
    documentation: """
      ## What it examines

      Amounts, percentages and scores in comments. One that the article gives too is consistent; a
      change that the article does not give is unsupported, which says nothing of its truth, and so is
      a figure that the article gives with other digits of the same thing ("a crowd of 3,610" for
      3,160, "73 million euros" for 37 million where the sentences share a word); what is said for
      effect ("a thousand percent") is left alone. So is, as unsupported, a figure that stands among the
      words that one figure of the article stands among, and is another one. One that differs in the same entity, metric and time
      is doubtful, and so is one that "the article says" and that no figure of the article agrees with. A
      sum of the comment's own ("27 out of 1,350 is 2%") must come out.

      ## Why it matters

      Readers repeat, round and dispute numbers; a thread's claims are news of their own.

      ## Example

      "the 23% crash was bad" under an article that says so; "rewards dropped 70% overnight" under
      one that says nothing of rewards.

      ## When to ignore it

      Where readers report from their own experience.
      """,
    run: relateComments)
}

func relateComments(_ input: CheckInput) -> [Relation] {
  guard let article = input.readers.first, input.readers.count > 1 else { return [] }
  let known = ArticleClaims(article, headlines: headlineFigures(of: input, article))
  return input.readers.dropFirst().flatMap { comment -> [Relation] in
    let quoted = comment.analysis.claims.indices.compactMap { relate($0, comment, known) }
    let sums = comment.relateOwnSums(judged: quoted)
    // A figure that the comment's own sum gives is no misquote.
    let own = Set(sums.filter { $0.verdict == .consistent }.compactMap { $0.operands.first?.claim })
    return quoted.filter {
      $0.verdict == .consistent || !($0.operands.first?.claim.map(own.contains) ?? false)
    } + sums
  }
}

/// The article's claims, by value and by what they are about.
private struct ArticleClaims {
  let reader: PartReader
  private var byValue: [DecimalNumber: [Int]] = [:]
  private var byMetric: [String: [Int]] = [:]
  /// The figures of title and summary.
  let headlines: [Quantity]

  init(_ reader: PartReader, headlines: [Quantity]) {
    self.reader = reader
    self.headlines = headlines
    byValue.reserveCapacity(reader.analysis.claims.count)
    for index in reader.analysis.claims.indices {
      if let value = reader.quantity(index).exactValue { byValue[value, default: []].append(index) }
      if let metric = reader.analysis.claims[index].metric {
        byMetric[metric, default: []].append(index)
      }
    }
  }

  func claims(of value: DecimalNumber) -> [Int] { byValue[value] ?? [] }
  func claims(about metric: String) -> [Int] { byMetric[metric] ?? [] }
}

private func relate(_ index: Int, _ comment: PartReader, _ known: ArticleClaims) -> Relation? {
  let quantity = comment.quantity(index)
  guard let value = quantity.exactValue else { return nil }
  guard isTelling(quantity) else {
    let isTimed = quantity.kind == .duration && unitsOfRaces.contains(quantity.unit.name)
    let found =
      (isTimed ? misquoted(index, comment, known) : nil) ?? comment.retold(index, of: known.reader)
    return found.map { relation(index, comment, $0, known.reader, .unsupported) }
  }
  let claim = comment.analysis.claims[index]
  if let same = known.claims(of: value).first(where: { agrees(index, comment, $0, known.reader) }) {
    return relation(index, comment, same, known.reader, .consistent)
  }
  guard !claim.isNegated, !claim.isHedged, !isFigureOfSpeech(quantity, comment) else { return nil }
  if isQuestion(quantity, comment) {
    return misquoted(index, comment, known, isAsked: true).map {
      relation(index, comment, $0, known.reader, .unsupported)
    }
  }
  if known.headlines.contains(where: { meets(index, comment, $0) }) { return nil }
  if isQuoted(index, comment), let rivals = rivals(of: index, comment, known) {
    return relation(
      index, comment, rivals.count == 1 ? rivals[0] : nil, known.reader, .doubtful)
  }
  let rivals = known.claims(about: claim.metric ?? "").filter {
    differs(index, comment, $0, known.reader)
  }
  if rivals.count == 1, let rival = rivals.first, isSameTime(claim, known.reader, rival) {
    return relation(index, comment, rival, known.reader, .contradicted)
  }
  if let misquoted = misquoted(index, comment, known) ?? comment.retold(index, of: known.reader) {
    return relation(index, comment, misquoted, known.reader, .unsupported)
  }
  let isChange =
    claim.direction != nil && (claim.role == .rate || claim.role == .by)
    && quantity.qualifier != .upTo
  guard isChange else { return nil }
  return relation(index, comment, rivals.first, known.reader, .unsupported)
}

/// "The article says 61 per cent": whose words the number is said to be.
private func isQuoted(_ index: Int, _ comment: PartReader) -> Bool {
  guard comment.plainValue(index) != nil || comment.quantity(index).exactValue != nil,
    let tokens = comment.sentence(of: index)?.tokens
  else { return false }
  let start = comment.quantity(index).tokens.lowerBound
  let reach = max(tokens.lowerBound, start - quotedReach)..<start
  guard
    let source = reach.last(where: { comment.text.isAny($0, of: sources) }),
    comment.text.holds(max(tokens.lowerBound, source - 3)..<source, anyOf: pointers)
  else { return false }
  return comment.text.holds(source + 1..<min(source + 4, start), anyOf: quotingVerbs)
    || comment.text.holds(max(tokens.lowerBound, source - 3)..<source, anyOf: according)
}

/// How many tokens may stand between the article and what it is said to say.
private let quotedReach = 12
private let sources = WordSet(
  "article story piece headline author reporter journalist report text accounts table figures chart "
    + "numbers statement")
private let pointers = WordSet("the this your that")
private let quotingVerbs = WordSet(
  "say says said states stated gives gave claims claimed quotes quoted mentions mentioned writes wrote "
    + "reports reported puts put lists listed reckons")
private let according = WordSet("according")

/// The article's figures that a quoted number can be meant for; nil where one agrees with it, or where
/// the article has none in its unit.
private func rivals(of index: Int, _ comment: PartReader, _ known: ArticleClaims) -> [Int]? {
  let quantity = comment.quantity(index)
  let article = known.reader
  let alike = article.analysis.claims.indices.filter { other in
    let candidate = article.quantity(other)
    guard candidate.exactValue != nil, !candidate.isCalendar else { return false }
    return candidate.kind.isFraction == quantity.kind.isFraction
      && (haveSameUnit(quantity, candidate) || quantity.unit == .none)
  }
  guard !alike.isEmpty else { return nil }
  let slips = comment.plainValue(index).map { value in
    alike.filter { other in
      article.plainValue(other).map { haveSameDigits(value, $0) || isSlip(value, $0) } ?? false
    }
  }
  // A rounder figure of the article agrees with many.
  if let slips, slips.count == 1 {
    let isGiven = alike.contains { article.plainValue($0) == comment.plainValue(index) }
    return isGiven ? nil : slips
  }
  guard !alike.contains(where: { meets(index, comment, $0, article) }) else { return nil }
  guard let slips else { return [] }
  return slips.isEmpty ? alike : slips
}

/// The only figure of the article that a comment's can be meant for: one of the same digits in another
/// order, or the only one of its noun or whole, near it.
private func misquoted(
  _ index: Int, _ comment: PartReader, _ known: ArticleClaims, isAsked: Bool = false
) -> Int? {
  let quantity = comment.quantity(index)
  guard let value = comment.plainValue(index),
    DecimalNumber(30) <= value.magnitude || value.exponent < 0,
    !tellsOwn(quantity, comment)
  else { return nil }
  let article = known.reader
  let alike = article.analysis.claims.indices.filter { other in
    let candidate = article.quantity(other)
    guard article.plainValue(other) != nil else { return false }
    return candidate.kind == quantity.kind
      ? haveSameUnit(quantity, candidate) || quantity.unit == .none
      : isBareQuote(quantity, of: candidate)
  }
  guard !alike.contains(where: { meets(index, comment, $0, article) }) else { return nil }
  let slips = alike.filter { other in
    guard let known = article.plainValue(other) else { return false }
    if isAsked { return isSlip(value, known) && shareWords(index, comment, other, article) >= 2 }
    return haveSameDigits(value, known)
      || (isShortSlip(index, comment, other, article)
        && shareWords(index, comment, other, article) >= 1)
  }
  if let slip = slips.first, Set(slips.compactMap { article.plainValue($0) }).count == 1 {
    return slip
  }
  guard !isAsked, !isOwnStory(quantity, comment) else { return nil }
  let same = alike.filter { isSameThing(index, comment, $0, article) }
  guard let only = same.first, let figure = article.plainValue(only),
    article.areNear(value, figure),
    Set(same.compactMap { article.plainValue($0) }).count == 1
  else { return nil }
  return only
}

/// "73 million" for "37 million", "29%" for "92%": two digits that changed places, where a scale or a
/// percent sign says that they are no small counts.
private func isShortSlip(
  _ index: Int, _ comment: PartReader, _ other: Int, _ article: PartReader
) -> Bool {
  guard let value = comment.plainValue(index)?.magnitude.normalized,
    let known = article.plainValue(other)?.magnitude.normalized, value.exponent == known.exponent,
    isSlip(value, known)
  else { return false }
  let (a, b) = (comment.quantity(index), article.quantity(other))
  return (comment.isScaled(a) && article.isScaled(b)) || (a.kind.isFraction && b.kind.isFraction)
    || (a.kind == .measure || a.kind == .duration) && a.unit == b.unit
}

/// The units of what is timed to the last one.
private let unitsOfRaces: Set<String> = ["second", "minute"]

/// How many words the sentences of two figures share that are none of a unit.
private func shareWords(
  _ index: Int, _ comment: PartReader, _ other: Int, _ article: PartReader
) -> Int {
  let here = contentWords(of: comment.quantity(index).sentence, in: comment.analysis.words)
  let number = article.quantity(other).sentence
  let sentences = article.analysis.words.sentences
  var there = contentWords(of: number, in: article.analysis.words)
  if sentences.indices.contains(number - 1), sentences[number - 1].block == sentences[number].block
  {
    there.formUnion(contentWords(of: number - 1, in: article.analysis.words))
  }
  return here.intersection(there).subtracting(unitStems).count
}

/// The first bytes of the names of money and of percent.
let unitStems: Set<WordKey> = {
  var stems: Set<WordKey> = []
  forEachWord(in: "doll euro poun kron crow cent perc tonn mile hour minu seco metr kilo") {
    stems.insert($0)
  }
  return stems
}()

/// "about a thousand percent", "a million dollars a pill", "110%": said for effect.
private func isFigureOfSpeech(_ quantity: Quantity, _ comment: PartReader) -> Bool {
  guard let value = quantity.exactValue?.magnitude.normalized,
    value.mantissa == 1 || value.mantissa == 11
  else { return false }
  let hasDigits = comment.analysis.words.text.bytes[
    quantity.range.offsets.clamped(to: comment.analysis.words.text.bytes.indices)
  ].contains(where: \.isASCIIDigit)
  return hasDigits
    ? quantity.kind.isFraction && DecimalNumber(100) <= value : DecimalNumber(100) <= value
}

/// One whole ("205 of 820"), or one noun behind the number or before it ("a crowd of 3,160").
private func isSameThing(
  _ index: Int, _ comment: PartReader, _ other: Int, _ article: PartReader
) -> Bool {
  let (a, b) = (comment.quantity(index), article.quantity(other))
  if comment.analysis.claims[index].role == .part, index + 1 < comment.analysis.quantities.count,
    let whole = comment.plainValue(index + 1), whole.magnitude >= DecimalNumber(30)
  {
    return wholeOf(other, article) == whole
  }
  guard a.kind == .count, a.unit.dimension == .count || b.unit.dimension == .count else {
    guard a.kind == .count, let one = nounBefore(a, comment), let two = nounBefore(b, article)
    else {
      return false
    }
    return one == two
  }
  return a.unit.dimension == .count && a.unit == b.unit
    && comment.analysis.claims[index].subject == article.analysis.claims[other].subject
}

/// The whole that the article gives for a part.
private func wholeOf(_ part: Int, _ article: PartReader) -> DecimalNumber? {
  let claims = article.analysis.claims
  for whole in [part + 1, part - 1] where claims.indices.contains(whole) {
    if claims[whole].role == .whole { return article.plainValue(whole) }
  }
  guard part > 0, article.quantity(part - 1).sentence == article.quantity(part).sentence else {
    return nil
  }
  return article.plainValue(part - 1)
}

/// "crowd" in "a crowd of 3,160".
private func nounBefore(_ quantity: Quantity, _ reader: PartReader) -> String? {
  let start = quantity.tokens.lowerBound
  guard reader.text.cue(start - 1).contains(.of), reader.text.isWord(start - 2) else { return nil }
  return reader.text.lower(start - 2)
}

private func meets(_ index: Int, _ comment: PartReader, _ other: Int, _ article: PartReader) -> Bool
{
  guard let stated = comment.intervals(index)?.lenient,
    let known = article.intervals(other)?.lenient
  else { return true }
  return stated.overlaps(known)
}

private func meets(_ index: Int, _ comment: PartReader, _ headline: Quantity) -> Bool {
  guard let stated = comment.intervals(index)?.lenient, let known = headline.interval(.lenient),
    haveSameUnit(comment.quantity(index), headline) || comment.quantity(index).unit == .none
  else { return false }
  return stated.overlaps(known)
}

/// "I pay 860", "we had 64": readers tell of themselves.
func isOwnStory(_ quantity: Quantity, _ comment: PartReader) -> Bool {
  let sentences = comment.analysis.words.sentences
  guard sentences.indices.contains(quantity.sentence) else { return true }
  return comment.text.holds(sentences[quantity.sentence].tokens, anyOf: firstPerson)
}

/// First persons before the number: "my father said 29,800".
func tellsOwn(_ quantity: Quantity, _ comment: PartReader) -> Bool {
  let sentences = comment.analysis.words.sentences
  guard sentences.indices.contains(quantity.sentence) else { return true }
  let start = sentences[quantity.sentence].tokens.lowerBound
  return comment.text.holds(start..<quantity.tokens.upperBound, anyOf: firstPerson)
}

/// "860 to 410" of "$826 million": a bare number in place of one with a unit.
private func isBareQuote(_ quantity: Quantity, of candidate: Quantity) -> Bool {
  guard quantity.kind == .count, quantity.unit == .none, !quantity.isWord else { return false }
  switch candidate.kind {
  case .money, .measure, .score: return true
  default: return false
  }
}

private let firstPerson = WordSet("i we my our mine ours i'm i've we've me us")

/// Numbers that a reader would quote: no small counts, dates, spans of time.
private func isTelling(_ quantity: Quantity) -> Bool {
  switch quantity.kind {
  case .money, .percent, .percentChange, .percentagePoint, .score: return true
  case .count, .measure:
    guard let value = quantity.exactValue else { return false }
    return value.magnitude >= DecimalNumber(30) || value.exponent < 0
  default: return false
  }
}

/// Same value, same kind of number, and nothing that speaks against their being one.
private func agrees(
  _ index: Int, _ comment: PartReader, _ other: Int, _ article: PartReader
) -> Bool {
  let (a, b) = (comment.quantity(index), article.quantity(other))
  guard a.kind.isFraction == b.kind.isFraction, !b.isCalendar, b.kind != .duration else {
    return false
  }
  let isBare = a.unit.dimension == .none
  guard haveSameUnit(a, b) || (isBare && a.kind == .count) || a.kind == .score || b.kind == .score
  else { return false }
  let (first, second) = (comment.analysis.claims[index], article.analysis.claims[other])
  if let one = first.direction, let two = second.direction, one != two,
    first.role == second.role
  {
    return false
  }
  guard a.kind.isFraction else { return true }
  // A change is not repeated by a share, nor by a change of something else that is as large.
  if a.kind == .percentChange, b.kind != .percentChange { return false }
  guard let one = first.metric, let two = second.metric else { return true }
  return !metricWords(one).isDisjoint(with: metricWords(two))
}

/// Same subject, metric, kind and direction, and another value.
private func differs(
  _ index: Int, _ comment: PartReader, _ other: Int, _ article: PartReader
) -> Bool {
  let (first, second) = (comment.analysis.claims[index], article.analysis.claims[other])
  let (a, b) = (comment.quantity(index), article.quantity(other))
  guard first.subject != nil, first.subject == second.subject, a.kind == b.kind,
    first.direction == second.direction, haveSameUnit(a, b), first.confidence >= 0.9,
    let stated = a.interval(.lenient), let known = b.interval(.lenient)
  else { return false }
  return !stated.overlaps(known)
}

private func isSameTime(_ claim: Claim, _ article: PartReader, _ other: Int) -> Bool {
  guard let time = claim.time, let known = article.analysis.claims[other].time else { return false }
  return time == known
}

private func isQuestion(_ quantity: Quantity, _ comment: PartReader) -> Bool {
  let sentences = comment.analysis.words.sentences
  guard sentences.indices.contains(quantity.sentence) else { return false }
  return comment.text.mark(sentences[quantity.sentence].tokens.upperBound - 1) == UInt8(ascii: "?")
}

private func relation(
  _ index: Int, _ comment: PartReader, _ other: Int?, _ article: PartReader, _ verdict: Verdict
) -> Relation {
  let stated = comment.operand("comment", index)
  let known = other.map { article.operand("article", $0) }
  let explanation: String
  switch (verdict, known) {
  case (.consistent, let known?): explanation = "\(stated.text) here, \(known.text) in the article"
  case (_, let known?): explanation = "\(stated.text) here, but \(known.text) in the article"
  case (_, nil): explanation = "the article gives no \(stated.text)"
  }
  return Relation(
    check: Check.commentClaim.id, operands: [stated] + [known].compactMap { $0 },
    formula: known.map { "\(stated.text) : \($0.text)" } ?? stated.text,
    computed: other.flatMap { article.intervals($0)?.strict },
    stated: comment.intervals(index)?.strict, verdict: verdict, explanation: explanation,
    notes: verdict == .unsupported
      ? ["the article has no such figure for the same entity, metric and time"] : [])
}
