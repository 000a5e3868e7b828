extension Check {
  /// Flags a size that the name beside it contradicts.
  public static let nameImplied = Check(
    id: "name-implied",
    summary: "Size in a name against the size in the text",
    tier: 1,
    documentation: """
      ## What it examines

      Names that carry a size (Covenant-72B, Llama 2 70B) and the size that the text gives the same
      thing: "a 72-billion-parameter model". Two such names that the words set side by side ("in
      competitive range with") are of one order.

      ## Why it matters

      The name is copied, the size is typed: they come apart without anybody noticing.

      ## Example

      "Covenant-72B, a 27-billion-parameter language model": the name says 72 billion.

      ## When to ignore it

      Where the name is older than the thing, or counts something else.
      """,
    run: relateNames)
}

func relateNames(_ input: CheckInput) -> [Relation] {
  let found = input.readers.flatMap { relateNames($0) }
  guard let article = input.readers.first, input.readers.count > 1 else { return found }
  return found + relateRepeatedNames(found.first { $0.verdict == .consistent }, article, input)
}

/// "covenant-72B" in a comment, under an article that gives the number: the first of each comment.
private func relateRepeatedNames(
  _ known: Relation?, _ article: PartReader, _ input: CheckInput
) -> [Relation] {
  guard let known, let stated = known.operands.first, known.operands.count > 1,
    let size = known.computed,
    stated.place.part == 0
  else { return [] }
  let name = known.operands[1].text.lowercased()
  return input.readers.dropFirst().compactMap { comment in
    let sentences = comment.analysis.words.sentences
    for sentence in sentences {
      for one in sizedNames(comment, sentence) {
        let written = comment.analysis.words.text[one.range]
        guard written.lowercased() == name, size.overlaps(Interval(one.size)) else { continue }
        return Relation(
          check: Check.nameImplied.id,
          operands: [comment.operand("name", words: one.range), stated],
          formula: Sum.plain(one.size), computed: Interval(one.size), stated: known.stated,
          verdict: .consistent,
          explanation: "\(written) says \(Sum.plain(one.size)), \(stated.text) in the article")
      }
    }
    return nil
  }
}

private struct SizedName {
  let range: TextRange
  let size: DecimalNumber
  /// The first token after the name.
  let end: Int
}

private func relateNames(_ reader: PartReader) -> [Relation] {
  var relations: [Relation] = []
  var names: [SizedName] = []
  var nameSentence = -1
  for (index, quantity) in reader.analysis.quantities.enumerated()
  where isParameterCount(quantity)
    && reader.analysis.words.sentences.indices.contains(quantity.sentence)
  {
    if nameSentence != quantity.sentence {
      names = sizedNames(reader, reader.analysis.words.sentences[quantity.sentence])
      nameSentence = quantity.sentence
    }
    guard let relation = relate(quantity, index, names, reader) else { continue }
    relations.append(relation)
    if relation.verdict == .consistent, let peers = relatePeers(behind: quantity, reader) {
      relations.append(peers)
    }
  }
  return relations
}

private let peerWords = WordSet("competitive comparable similar rivals rivalling matching peers")
/// How many sentences behind a size its peers may be told.
private let peerReach = 2
/// Sizes of one order: the one is no more than twice the other.
private let mostApart = DecimalNumber(2)

/// "Covenant-72B scored 67.1, in competitive range with Llama 2 70B": two sizes of one order.
private func relatePeers(behind quantity: Quantity, _ reader: PartReader) -> Relation? {
  let sentences = reader.analysis.words.sentences
  let reach = quantity.sentence + 1...quantity.sentence + peerReach
  for number in reach where sentences.indices.contains(number) {
    guard reader.text.holds(sentences[number].tokens, anyOf: peerWords) else { continue }
    let names = sizedNames(reader, sentences[number])
    guard names.count == 2, !names[0].size.isZero, !names[1].size.isZero,
      let twice = DecimalNumber.multiplying(min(names[0].size, names[1].size), mostApart),
      max(names[0].size, names[1].size) <= twice,
      let ratio = DecimalNumber.quotient(names[0].size, names[1].size, isUp: false)
    else { return nil }
    let operands = names.map { reader.operand("name", words: $0.range) }
    return Relation(
      check: Check.nameImplied.id, operands: operands,
      formula: "\(Sum.plain(names[0].size)) / \(Sum.plain(names[1].size))",
      computed: Interval(ratio), verdict: .consistent,
      explanation: "\(operands[0].text) and \(operands[1].text) are of one size: "
        + "\(Sum.rounded(ratio, places: 2)) to 1",
      notes: ["the words set the two side by side"])
  }
  return nil
}

private func isParameterCount(_ quantity: Quantity) -> Bool {
  guard quantity.exactValue != nil, !quantity.isCalendar else { return false }
  return quantity.unit.name.hasSuffix("parameter") || quantity.unit.name.hasSuffix("weight")
}

private func relate(
  _ quantity: Quantity, _ index: Int, _ names: [SizedName], _ reader: PartReader
) -> Relation? {
  guard let strict = quantity.interval(.strict), let lenient = quantity.interval(.lenient) else {
    return nil
  }
  let beside = names.filter { isBeside($0, quantity, reader) }
  let fitting = (beside + names).first { lenient.overlaps(Interval($0.size)) }
  // A name that fits speaks for the number; only the one right beside it speaks against.
  guard let name = fitting ?? (names.count == 1 ? beside.first : nil) else { return nil }
  let verdict: Verdict = fitting == nil ? .contradicted : .consistent
  let stated = reader.analysis.words.text[quantity.range]
  return Relation(
    check: Check.nameImplied.id,
    operands: [
      Relation.Operand(
        role: "value", place: Place(part: reader.index, range: quantity.range), text: stated,
        claim: reader.analysis.claims.firstIndex { $0.quantity == index }),
      reader.operand("name", words: name.range),
    ],
    formula: Sum.plain(name.size), computed: Interval(name.size), stated: strict, verdict: verdict,
    explanation:
      "\(reader.analysis.words.text[name.range]) says \(Sum.plain(name.size)), stated \(stated)",
    notes: ["names with a size in the sentence: \(names.count)"])
}

/// "Covenant-72B, a 72-billion-parameter": at most a comma and an article between.
private func isBeside(_ name: SizedName, _ quantity: Quantity, _ reader: PartReader) -> Bool {
  let start = quantity.tokens.lowerBound
  guard name.end <= start, start - name.end <= 4, !isContrasted(name, reader) else { return false }
  // "the" after a comma begins another clause: "Unlike Llama 2 70B, the 8-billion-parameter model".
  return (name.end..<start).allSatisfy { index in
    reader.text.mark(index) == UInt8(ascii: ",") || reader.text.mark(index) == UInt8(ascii: "(")
      || ["a", "an", "is", "was", "has", "new", "with"].contains(reader.text.lower(index))
  }
}

/// "Unlike Llama 2 70B, a 8-billion-parameter model runs at home."
private func isContrasted(_ name: SizedName, _ reader: PartReader) -> Bool {
  let tokens = reader.analysis.words.tokens
  var index = name.end - 1
  while index > 0, tokens[index].start > name.range.start { index -= 1 }
  return ["unlike", "like", "beside", "besides", "against"].contains(reader.text.lower(index - 1))
}

/// Words such as "Covenant-72B" and "70B": digits and a B or M at the end, behind a letter or a
/// hyphen within the word, or a capitalised word before it.
private func sizedNames(_ reader: PartReader, _ sentence: Sentence) -> [SizedName] {
  let tokens = reader.analysis.words.tokens
  let bytes = reader.analysis.words.text.bytes
  var names: [SizedName] = []
  for index in sentence.tokens {
    let token = tokens[index]
    var end = Int(token.end)
    var last = index
    if token.kind == .number, index + 1 < sentence.tokens.upperBound,
      tokens[index + 1].shape.contains(.isJoined), tokens[index + 1].count == 1
    {
      end = Int(tokens[index + 1].end)
      last = index + 1
    } else if token.kind != .word || !token.shape.contains(.hasDigit) {
      continue
    }
    guard let (size, digitStart) = size(before: end, from: Int(token.start), in: bytes) else {
      continue
    }
    var start = Int(token.start)
    if digitStart == start {
      guard let lead = nameStart(before: index, sentence, reader) else { continue }
      start = lead
    } else if bytes[digitStart - 1] != UInt8(ascii: "-") {
      continue
    }
    names.append(SizedName(range: TextRange(start..<end), size: size, end: last + 1))
  }
  return names
}

/// "Llama 2" before "70B": the capitalised word, over a version number. "$70B" is money.
private func nameStart(before index: Int, _ sentence: Sentence, _ reader: PartReader) -> Int? {
  let tokens = reader.analysis.words.tokens
  var place = index - 1
  if place >= sentence.tokens.lowerBound, tokens[place].kind == .number { place -= 1 }
  if reader.text.mark(place) == UInt8(ascii: "-") { place -= 1 }
  guard place > sentence.tokens.lowerBound, reader.text.isCapitalised(place),
    reader.text.cue(place).isEmpty
  else { return nil }
  return Int(tokens[place].start)
}

/// The number of "72B" or "350M" at the end of some bytes, and where its digits begin.
private func size(
  before end: Int, from start: Int, in bytes: [UInt8]
) -> (size: DecimalNumber, digitStart: Int)? {
  guard end - start >= 2, end <= bytes.count else { return nil }
  let places: Int
  switch bytes[end - 1] {
  case UInt8(ascii: "B"), UInt8(ascii: "b"): places = 9
  case UInt8(ascii: "M"): places = 6
  default: return nil
  }
  var digits = end - 1
  while digits > start, bytes[digits - 1].isASCIIDigit || bytes[digits - 1] == UInt8(ascii: ".") {
    digits -= 1
  }
  guard digits < end - 1,
    let number = DecimalNumber(digits: String(decoding: bytes[digits..<end - 1], as: UTF8.self))
  else { return nil }
  return (number.shifted(by: places), digits)
}
