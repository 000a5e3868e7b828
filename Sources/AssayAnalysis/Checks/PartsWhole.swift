extension Check {
  /// Flags parts that do not make up the whole they are listed for.
  public static let partsWhole = Check(
    id: "parts-and-whole",
    summary: "Parts listed in a sentence against their whole",
    tier: 2,
    documentation: """
      ## What it examines

      A count followed by its parts in brackets, behind a colon or between dashes: the parts must add
      up to it. Amounts listed before "in all", "making" or "between the four of them". "Of the 217, 93
      did this, 71 that and 53 the other", and lists of three or more against the figure of the sentence
      before: confirmed where they fit, doubtful only where a misprint explains the gap: one digit
      altered, or two exchanged. "That leaves 575" and "the rest, €250m" against the whole and what is
      taken from it, and "that took revenue to $130m", "all told", against what was told; the whole may
      stand in the paragraphs before. Stocks that come and go are added up
      ("began with 166, took delivery of three and retired one, leaving it with 168", "a net gain of"),
      and so are the items of a list in bullets. Behind "including" or "of whom" no part may exceed
      its whole; votes for and against may not exceed the members. Tables are looked at by
      `table-total`, the length of lists by `list-length`.

      ## Why it matters

      A late correction changes the total or one of its parts, seldom both.

      ## Example

      "14 medals (5 gold, 4 silver and 6 bronze)": 5 + 4 + 6 = 15.

      ## When to ignore it

      Where the list names the most important parts only.
      """,
    run: relateParts)
}

func relateParts(_ input: CheckInput) -> [Relation] {
  input.readers.flatMap { reader in
    let lists = reader.sentences.flatMap { sentence -> [Relation] in
      guard sentence.count >= 2 else { return [] }
      let lists = sentence.dropLast().compactMap { whole in
        relateList(whole, sentence, reader) ?? relateIncluded(whole, sentence, reader)
          ?? relateVotes(whole, sentence, reader)
      }
      return lists + sentence.dropFirst(2).compactMap { relateSum($0, sentence, reader) }
    }
    let rests = reader.relateRemainders()
    // A list that ends in a rest is one sum with it.
    let summed = Set(rests.map { Set($0.operands.map(\.place)) })
    let wholes = reader.relateListedWholes(judged: lists).filter {
      !summed.contains(Set($0.operands.map(\.place)))
    }
    let told = lists + wholes + rests + reader.relateTallies(judged: lists + wholes)
    return told + reader.relateBalances(judged: told) + reader.relateListSums(input.article)
  }
}

// MARK: Lists

private func relateList(
  _ whole: Int, _ sentence: Range<Int>, _ reader: PartReader
) -> Relation? {
  guard isAddable(whole, reader), let opening = opening(behind: whole, reader),
    let end = close(of: opening, whole, sentence, reader)
  else { return nil }
  let listed = (whole + 1..<sentence.upperBound).filter {
    reader.quantity($0).tokens.lowerBound < end
      && reader.quantity($0).tokens.lowerBound > opening
  }
  // Amounts may speak of counts: "£12 million for two theatres".
  let inside =
    reader.quantity(whole).kind == .money
    ? listed.filter { reader.quantity($0).kind != .count } : listed
  guard inside.count >= 2, inside.allSatisfy({ isPart($0, of: whole, reader) }),
    hasPlainWords(from: opening + 1, to: end, inside, reader),
    holdsNoOtherNumber(opening + 1..<end, listed, reader), let total = reader.intervals(whole)
  else { return nil }
  // Numbers of things, such as asteroids, are no counts of them.
  guard let most = total.lenient.high,
    inside.allSatisfy({ (reader.plainValue($0) ?? .zero) <= most })
  else { return nil }
  let numbers = alike(inside, reader)
  guard numbers.count == inside.count, let computed = sum(numbers) else { return nil }
  let stated = exactCount(whole, reader) ?? total
  let verdict = compare(stated: stated, computed: computed)
  if verdict != .consistent {
    // A list that ends without "and" may go on.
    guard let last = inside.last, reader.holds(reader.gap(last - 1, last), anyOf: ["and"]),
      inside.count >= 2, !reader.isDenied(whole),
      // "700 in Leeds and 300 in York, and agents abroad"
      !reader.holds(
        reader.text.end(
          of: reader.quantity(last))..<max(end, reader.text.end(of: reader.quantity(last))),
        anyOf: ["and", "plus"])
    else { return nil }
  }
  return reader.sumRelation(whole, of: inside, computed.strict, verdict)
}

private func isAddable(_ index: Int, _ reader: PartReader) -> Bool {
  let quantity = reader.quantity(index)
  switch quantity.kind {
  case .count, .money, .measure: return reader.plainValue(index) != nil && !quantity.isWord
  default: return false
  }
}

private func isPart(_ index: Int, of whole: Int, _ reader: PartReader) -> Bool {
  guard isAddable(index, reader) else { return false }
  let (part, total) = (reader.quantity(index), reader.quantity(whole))
  guard part.kind == total.kind else { return false }
  return part.kind == .count || haveSameUnit(part, total)
}

/// A whole number under 1,000 is a count, not a rounded figure.
private func exactCount(_ index: Int, _ reader: PartReader) -> TwoIntervals? {
  let quantity = reader.quantity(index)
  guard quantity.kind == .count, let value = quantity.exactValue, value.exponent >= 0,
    value.magnitude < DecimalNumber(1000)
  else { return reader.intervals(index) }
  return (Interval(value), Interval(value))
}

/// The parts of a list are written alike: all are taken as exactly as the finest of them.
private func alike(_ parts: [Int], _ reader: PartReader) -> [TwoIntervals] {
  let finest = parts.map { reader.quantity($0).lastPlace }.min()
  return parts.compactMap { index in
    guard reader.quantity(index).kind != .count, let unit = finest,
      let value = reader.plainValue(index)
    else { return exactCount(index, reader) }
    let half = unit.multipliedByFive.shifted(by: -1)
    guard let strict = around(value, half), let lenient = around(value, unit) else { return nil }
    return (strict, lenient)
  }
}

private func around(_ value: DecimalNumber, _ width: DecimalNumber) -> Interval? {
  guard let low = DecimalNumber.subtracting(value, width),
    let high = DecimalNumber.adding(value, width)
  else { return nil }
  return Interval(low: low, high: high)
}

extension DecimalNumber {
  fileprivate var multipliedByFive: DecimalNumber {
    DecimalNumber.multiplying(self, DecimalNumber(5)) ?? self
  }
}

/// How many words may stand between a whole's noun and the colon or dash of its list.
private let verbReach = 4

/// The bracket right behind a whole and its noun; the colon or dash there or a verb later.
private func opening(behind whole: Int, _ reader: PartReader) -> Int? {
  var index = reader.text.end(of: reader.quantity(whole))
  if reader.text.mark(index) == UInt8(ascii: "(") {
    return colon(behindBracket: index, reader) ?? index
  }
  let limit = index + verbReach
  let next =
    whole + 1 < reader.analysis.quantities.count
    ? reader.quantity(whole + 1).tokens.lowerBound : Int.max
  while index <= limit, index < next {
    if reader.text.mark(index) == UInt8(ascii: ":") || isDash(index, reader) { return index }
    // "26 between them, 18 and 8"
    if reader.text.mark(index) == UInt8(ascii: ","), reader.text.isAny(index - 1, of: gathering) {
      return index
    }
    guard reader.text.isWord(index) else { return colon(behindBracket: index, reader) }
    index += 1
  }
  return nil
}

/// The last of "between them", "in all", "in total".
private let gathering = WordSet("them all total together altogether combined")

/// "88 were lost (21 per cent): 57 here and 31 there": the list stands behind the bracket.
private func colon(behindBracket bracket: Int, _ reader: PartReader) -> Int? {
  guard reader.text.mark(bracket) == UInt8(ascii: "("),
    let end = (bracket + 1..<bracket + 6).first(where: {
      reader.text.mark($0) == UInt8(ascii: ")")
    }), reader.text.mark(end + 1) == UInt8(ascii: ":")
  else { return nil }
  return end + 1
}

/// A number that was read as part of a name may be one of the parts.
private func holdsNoOtherNumber(
  _ tokens: Range<Int>, _ parts: [Int], _ reader: PartReader
) -> Bool {
  tokens.allSatisfy { index in
    guard index < reader.analysis.words.tokens.count,
      reader.analysis.words.tokens[index].kind == .number
    else { return true }
    return parts.contains { reader.quantity($0).tokens.contains(index) }
  }
}

private func isDash(_ index: Int, _ reader: PartReader) -> Bool {
  let tokens = reader.analysis.words.tokens
  guard index < tokens.count, tokens[index].kind == .punctuation || tokens[index].kind == .symbol
  else { return false }
  let word = reader.text.lower(index)
  return word == "–" || word == "—"
}

/// Where the list ends: at its bracket, at the next dash, at a stronger mark or the sentence's end.
private func close(
  of opening: Int, _ whole: Int, _ sentence: Range<Int>, _ reader: PartReader
) -> Int? {
  guard let tokens = reader.sentence(of: whole)?.tokens else { return nil }
  let isBracket = reader.text.mark(opening) == UInt8(ascii: "(")
  for index in opening + 1..<max(opening + 1, tokens.upperBound) {
    let mark = reader.text.mark(index)
    if mark == UInt8(ascii: ")") { return isBracket ? index : nil }
    if mark == UInt8(ascii: ";") || isDash(index, reader) { return isBracket ? nil : index }
    if mark == UInt8(ascii: "."), index == tokens.upperBound - 1 { return isBracket ? nil : index }
  }
  return isBracket ? nil : tokens.upperBound
}

/// Words that make a list less or more than the parts of a whole.
private let openWords: Set<String> = [
  "including", "among", "e.g", "eg", "example", "such", "like", "mostly", "mainly", "about",
  "them", "whom", "which", "these", "those",
  "from", "to", "than", "up", "down", "per", "each", "compared", "against", "versus", "vs", "some",
  "least", "most", "over", "under", "plus", "excluding", "not", "or", "between", "by", "at",
]

/// The most words for each part of a list, its number included.
private let mostWords = 7

/// Whether a list holds nothing but figures and a few words for each.
private func hasPlainWords(
  from start: Int, to end: Int, _ parts: [Int], _ reader: PartReader
) -> Bool {
  var words = 0
  for index in start..<max(start, end) {
    if reader.text.isWord(index) {
      if openWords.contains(reader.text.lower(index)) { return false }
      words += 1
    }
  }
  return words <= mostWords * parts.count
}

// MARK: Sums

private let sumWords: Set<String> = ["all", "total", "altogether", "together", "combined"]

/// "£1.2 million, the loser £0.8 million, £2 million in all": the amounts before it, or the last of
/// them, add up to it.
private func relateSum(
  _ total: Int, _ sentence: Range<Int>, _ reader: PartReader
) -> Relation? {
  guard isAddable(total, reader), isSummed(total, reader), let stated = reader.intervals(total)
  else { return nil }
  let parts = (sentence.lowerBound..<total).filter { isPart($0, of: total, reader) }
  guard parts.count >= 2, parts.allSatisfy({ reader.analysis.claims[$0].role != .from }),
    !parts.contains(where: { !reader.perUnit(reader.quantity($0)).isEmpty }),
    reader.quantity(total).kind != .count || isPeople(total, reader)
      || parts.allSatisfy({ hasNoun($0, of: total, reader) })
      || chain(parts, before: total, reader).count >= 2
  else { return nil }
  for start in 0..<parts.count - 1 {
    let some = Array(parts[start...])
    guard let computed = sum(alike(some, reader)),
      compare(stated: stated, computed: computed) == .consistent
    else { continue }
    return reader.sumRelation(total, of: some, computed.strict, .consistent)
  }
  let listed = chain(parts, before: total, reader)
  let isPair =
    parts.count == 2 && sentence.lowerBound + 2 == total && reader.quantity(total).kind == .money
  guard isPair || listed.count >= 2, !reader.isDenied(total),
    let computed = sum(alike(isPair ? parts : listed, reader)),
    (isPair ? parts : listed).allSatisfy({ reader.analysis.claims[$0].role == .value })
  else { return nil }
  let verdict = compare(stated: stated, computed: computed)
  return reader.sumRelation(total, of: isPair ? parts : listed, computed.strict, verdict)
}

/// "84 shops, 12 farms and three wholesalers, 99 donors in all": the figures of one list that ends
/// with "and" right before the sum, few words to each.
private func chain(_ parts: [Int], before total: Int, _ reader: PartReader) -> [Int] {
  guard let last = parts.last, last + 1 == total else { return [] }
  let end = reader.gap(last, total)
  guard let mark = end.last, reader.text.mark(mark) == UInt8(ascii: ","), end.count <= mostGap,
    !reader.text.holds(end, anyOf: chainBreakers)
  else { return [] }
  var listed = [last]
  for part in parts.dropLast().reversed() {
    guard let next = listed.last, part + 1 == next else { break }
    let gap = reader.gap(part, next)
    let joins = listed.count == 1 ? reader.holds(gap, anyOf: ["and"]) : holdsComma(gap, reader)
    guard joins, gap.count <= mostGap, !reader.text.holds(gap, anyOf: chainBreakers) else { break }
    listed.append(part)
  }
  return listed.reversed()
}

/// The most tokens between two figures of a list.
private let mostGap = 6

private let chainBreakers = WordSet(
  "of from to than per each or by against including with after before but while up down not")

private func holdsComma(_ gap: Range<Int>, _ reader: PartReader) -> Bool {
  gap.contains { reader.text.mark($0) == UInt8(ascii: ",") }
}

/// "in all", "in total", "altogether" right behind, or "a total of" right before.
private func isSummed(_ total: Int, _ reader: PartReader) -> Bool {
  let end = reader.text.end(of: reader.quantity(total))
  let behind = reader.text.lower(end) == "in" ? reader.text.lower(end + 1) : reader.text.lower(end)
  guard
    !reader.text.isWord(end + 2) || reader.text.lower(end) != "in"
      || !["all", "total"].contains(behind) || reader.text.lower(end + 2) != "of"
  else { return false }
  if sumWords.contains(behind), behind != "all" || reader.text.lower(end) == "in" { return true }
  let start = reader.quantity(total).tokens.lowerBound
  if reader.text.isAny(start - 1, of: makers) { return true }
  // "425 between the four of them"
  if reader.text.lower(end) == "between",
    (end + 1..<end + 5).contains(where: { reader.text.lower($0) == "them" })
  {
    return true
  }
  return reader.text.lower(start - 1) == "of" && reader.text.lower(start - 2) == "total"
}

/// Words right before a sum.
private let makers = WordSet("making totalling totaling makes")

/// "310 nurses and 45 doctors, 355 people in all".
private func isPeople(_ total: Int, _ reader: PartReader) -> Bool {
  ["people", "person", "employee", "staff", "case", "vehicle", "animal"].contains(
    reader.quantity(total).unit.name)
}

private func hasNoun(_ part: Int, of total: Int, _ reader: PartReader) -> Bool {
  let (a, b) = (reader.quantity(part).unit, reader.quantity(total).unit)
  return a.dimension == .none || a == b
}

// MARK: Votes

/// "Nine of the 13 members voted for it and four against": no more than all of them.
private func relateVotes(
  _ part: Int, _ sentence: Range<Int>, _ reader: PartReader
) -> Relation? {
  let (whole, rest) = (part + 1, part + 2)
  guard sentence.contains(rest), reader.analysis.claims[part].role == .part,
    reader.analysis.claims[whole].role == .whole, isAddable(rest, reader),
    reader.quantity(rest).kind == .count, reader.quantity(rest).unit.dimension == .none,
    let k = reader.plainValue(part), let n = reader.plainValue(whole),
    let m = reader.plainValue(rest), let sum = DecimalNumber.adding(k, m)
  else { return nil }
  let gap = reader.gap(whole, rest)
  let end = reader.text.end(of: reader.quantity(rest))
  guard gap.count <= 8, reader.holds(gap, anyOf: ["and", "with", "while"]),
    reader.holds(gap, anyOf: ["favour", "favor", "for", "yes", "agreed", "approved", "backed"]),
    reader.holds(end..<end + 3, anyOf: ["against", "no", "opposed", "abstained"])
  else { return nil }
  let verdict: Verdict = sum <= n ? .consistent : .doubtful
  let formula = "\(Sum.plain(k)) + \(Sum.plain(m))"
  return Relation(
    check: Check.partsWhole.id,
    operands: [
      reader.operand("part", rest), reader.operand("part", part), reader.operand("whole", whole),
    ], formula: formula, computed: Interval(sum), stated: Interval(n), verdict: verdict,
    explanation: "\(formula) = \(Sum.plain(sum)), of \(Sum.plain(n))",
    notes: ["each of them has one vote"])
}

// MARK: Included parts

/// "120 people, including 150 children": a part is not more than its whole.
private func relateIncluded(
  _ whole: Int, _ sentence: Range<Int>, _ reader: PartReader
) -> Relation? {
  let part = whole + 1
  guard sentence.contains(part), isAddable(whole, reader), isPart(part, of: whole, reader),
    reader.quantity(whole).unit.dimension != .none, isInclusion(reader.gap(whole, part), reader),
    let total = reader.intervals(whole), let inside = reader.intervals(part),
    let high = total.lenient.high, let low = inside.lenient.low,
    let a = reader.plainValue(whole), let b = reader.plainValue(part)
  else { return nil }
  guard high < low || b <= a else { return nil }
  let verdict: Verdict = high < low ? .doubtful : .consistent
  let operands = [reader.operand("part", part), reader.operand("whole", whole)]
  let shown = Sum.together([b, a])
  return Relation(
    check: Check.partsWhole.id, operands: operands, formula: "\(shown[0]) ≤ \(shown[1])",
    computed: total.strict, stated: inside.strict, verdict: verdict,
    explanation: verdict == .consistent
      ? "\(shown[0]) is no more than the \(shown[1]) that it is part of"
      : "\(shown[0]) is more than the \(shown[1]) that it is said to be part of",
    notes: ["the words say that the one is part of the other"])
}

private func isInclusion(_ gap: Range<Int>, _ reader: PartReader) -> Bool {
  let words = gap.filter { reader.text.isWord($0) }.map { reader.text.lower($0) }
  return words == ["including"] || words == ["of", "whom"] || words == ["of", "which"]
    || words == ["among", "them"]
}

extension PartReader {
  /// "45 + 20 + 9 = 74, stated 84": a whole against the parts that make it up.
  func sumRelation(
    _ whole: Int, of parts: [Int], _ computed: Interval, _ verdict: Verdict,
    notes told: [String]? = nil
  ) -> Relation? {
    let values = parts.compactMap { plainValue($0) }
    guard !values.isEmpty, let sum = total(values) else { return nil }
    let shown = Sum.together(values + [sum])
    let formula = shown.dropLast().joined(separator: " + ")
    let operand = operand("whole", whole)
    return Relation(
      check: Check.partsWhole.id, operands: [operand] + parts.map { self.operand("part", $0) },
      formula: formula, computed: computed, stated: intervals(whole)?.strict, verdict: verdict,
      explanation: "\(formula) = \(shown[shown.count - 1]), stated \(operand.text)",
      notes: told ?? notes([], candidates: 1, verdict: verdict))
  }
}
