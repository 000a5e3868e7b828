extension Check {
  /// Flags three figures of one sentence of which one must be the product of the others.
  public static let productIdentity = Check(
    id: "product-identity",
    summary: "Price × supply = market value, and identities like it",
    tier: 2,
    documentation: """
      ## What it examines

      Three figures in one sentence that the words name: price, supply and market value; distance,
      time and average speed; energy, power and time; profit, sales and margin; a number sold at so much each and the sum.

      ## Why it matters

      A market value is quoted from one day and the price from another: together they show it.

      ## Example

      "10 million tokens in circulation at $210 make a market value of $2.9 billion":
      10,000,000 × 210 = 2,100,000,000.

      ## When to ignore it

      Where the figures are of different days, or the profit is not the one that the margin is of.
      """,
    run: relateIdentities)
}

func relateIdentities(_ input: CheckInput) -> [Relation] {
  input.readers.flatMap { reader in
    reader.sentences.flatMap { sentence -> [Relation] in
      guard sentence.count >= 2 else { return [] }
      let value = relateMarketValue(sentence, reader)
      guard sentence.count >= 3 else { return value.map { [$0] } ?? [] }
      return [
        value, relateSpeed(sentence, reader), relateEnergy(sentence, reader),
        relateMargin(sentence, reader), relateSale(sentence, reader),
      ].compactMap { $0 }
    }
  }
}

// MARK: The words around a figure

extension PartReader {
  /// Whether one of some words stands within a few tokens before a quantity, nothing but words and
  /// no other quantity between.
  fileprivate func isNamed(_ index: Int, by words: WordSet, reach: Int = 4) -> Bool {
    let start = quantity(index).tokens.lowerBound
    let last = index > 0 ? quantity(index - 1).tokens.upperBound : 0
    var place = start - 1
    while place >= max(0, last, start - reach), text.isWord(place) {
      if text.isAny(place, of: words) { return true }
      place -= 1
    }
    return false
  }

  /// The same for the words behind it and its unit.
  fileprivate func isFollowed(_ index: Int, by words: WordSet, reach: Int = 3) -> Bool {
    let end = text.end(of: quantity(index))
    return text.holds(end..<end + reach, anyOf: words)
  }

  /// The only quantity of a sentence that a condition holds for; nil where several do.
  fileprivate func only(_ sentence: Range<Int>, where isFit: (Int) -> Bool) -> Int? {
    let fits = sentence.filter(isFit)
    return fits.count == 1 ? fits.first : nil
  }

  fileprivate func isMoney(_ index: Int) -> Bool { quantity(index).kind == .money }

  /// A value of its own: no end and no amount of a change.
  fileprivate func isValue(_ index: Int) -> Bool {
    switch analysis.claims[index].role {
    case .value, .whole, .part, .bound: return true
    case .from, .to, .by, .rate: return false
    }
  }
}

private let pieces: Set<Substring> = ["token", "share", "coin", "unit", "bike", "ticket"]
private let supplyWords = WordSet("circulation circulating outstanding supply")
private let priceWords = WordSet("price priced")
private let apiece = WordSet("each apiece")
private let valuation = WordSet("capitalisation capitalization cap valuation valued worth")
private let valueWord = WordSet("value")
private let marketWord = WordSet("market")
private let averages = WordSet("average averaging averaged")
private let lasting = WordSet("lasts last for lasting enough runs run")
private let marginWords = WordSet("margin")
private let gains = WordSet("profit profits earnings income")
private let sales = WordSet("sales revenue revenues turnover")
private let links = WordSet("of was were reached totalled totaled at")
private let joints = WordSet("in of")
private let wholeBehind = WordSet("total all altogether")
private let wholeBefore = WordSet("total for making raising totalling")

private func relateMarketValue(_ sentence: Range<Int>, _ reader: PartReader) -> Relation? {
  let value = reader.only(sentence) { index in
    reader.isMoney(index) && isMarketValue(index, reader)
  }
  guard let value else { return nil }
  let supply = reader.only(sentence) { index in
    let quantity = reader.quantity(index)
    guard quantity.kind == .count else { return false }
    return reader.isFollowed(index, by: supplyWords) || reader.isNamed(index, by: supplyWords)
  }
  let price = reader.only(sentence) { index in
    let quantity = reader.quantity(index)
    guard quantity.unit.dimension == .currency || quantity.kind == .money, index != value else {
      return false
    }
    return pieces.contains(reader.perUnit(quantity))
      || reader.isNamed(index, by: priceWords)
      || reader.isFollowed(index, by: apiece, reach: 1)
  }
  guard let supply, let price = price ?? priceBefore(sentence, reader), reader.isValue(value),
    reader.isValue(price) || price < sentence.lowerBound
  else { return nil }
  return product(of: price, and: supply, stated: value, role: "market value", reader)
}

/// "At that price": the last amount of money of the sentence before.
private func priceBefore(_ sentence: Range<Int>, _ reader: PartReader) -> Int? {
  guard let first = sentence.first, let tokens = reader.sentence(of: first)?.tokens,
    let word = tokens.first(where: { reader.text.lower($0) == "price" }),
    ["that", "this", "which"].contains(reader.text.lower(word - 1)),
    reader.text.lower(word - 2) == "at"
  else { return nil }
  let number = reader.quantity(first).sentence
  let sentences = reader.analysis.words.sentences
  guard number > 0, sentences[number - 1].block == sentences[number].block else { return nil }
  return reader.quantities(inSentence: number - 1).last { reader.isMoney($0) }
}

/// "market value of", "market capitalisation of", "$2.1 billion market cap".
private func isMarketValue(_ index: Int, _ reader: PartReader) -> Bool {
  if reader.isNamed(index, by: valuation) || reader.isFollowed(index, by: valuation) { return true }
  return reader.isNamed(index, by: valueWord) && reader.isNamed(index, by: marketWord)
}

private func relateSpeed(_ sentence: Range<Int>, _ reader: PartReader) -> Relation? {
  let speed = reader.only(sentence) { index in
    reader.quantity(index).unit.dimension == .speed
      && reader.isNamed(index, by: averages, reach: 5)
  }
  guard let speed,
    let way = reader.only(sentence, where: { reader.quantity($0).unit.dimension == .length }),
    let time = reader.only(sentence, where: { reader.quantity($0).unit.dimension == .time }),
    reader.quantity(time).unit.factor != nil,
    let first = reader.intervals(way), let second = reader.intervals(time),
    let stated = reader.intervals(speed),
    let distance = scaled(first, reader.quantity(way).unit),
    let lapse = scaled(second, reader.quantity(time).unit),
    let measured = scaled(stated, reader.quantity(speed).unit),
    let computed = combine(distance, lapse, { Interval.dividing($0, by: $1) })
  else { return nil }
  let verdict = compare(stated: measured, computed: computed)
  guard let a = reader.quantity(way).middle, let b = reader.quantity(time).middle else {
    return nil
  }
  let formula =
    "\(Sum.plain(a)) \(reader.quantity(way).unit.name) / \(Sum.plain(b)) "
    + reader.quantity(time).unit.name
  let unit = reader.quantity(speed).unit
  guard let factor = unit.factor, let low = computed.strict.low,
    let shown = DecimalNumber.quotient(low, factor, isUp: true)
  else { return nil }
  let operand = reader.operand("speed", speed)
  return Relation(
    check: Check.productIdentity.id,
    operands: [operand, reader.operand("distance", way), reader.operand("time", time)],
    formula: formula, verdict: verdict,
    explanation:
      "\(formula) is from \(Sum.rounded(shown, places: 1)) \(unit.name), stated \(operand.text)",
    notes: notes([], candidates: 1, verdict: verdict))
}

/// "store 1.6 gigawatt hours, which at 400 megawatts lasts for four hours": energy is power by time.
private func relateEnergy(_ sentence: Range<Int>, _ reader: PartReader) -> Relation? {
  guard
    let energy = reader.only(sentence, where: { reader.quantity($0).unit.dimension == .energy }),
    let power = reader.only(sentence, where: { reader.quantity($0).unit.dimension == .power }),
    let time = reader.only(sentence, where: { reader.quantity($0).unit.dimension == .time }),
    let a = reader.intervals(energy), let b = reader.intervals(power),
    let c = reader.intervals(time),
    let whole = scaled(a, reader.quantity(energy).unit),
    let rate = scaled(b, reader.quantity(power).unit), rate.lenient.isPositive,
    let stated = scaled(c, reader.quantity(time).unit),
    let computed = combine(whole, rate, { Interval.dividing($0, by: $1) })
  else { return nil }
  let verdict = compare(stated: stated, computed: computed)
  if verdict != .consistent {
    let end = reader.text.end(of: reader.quantity(power))
    guard energy < power, power + 1 == time, !reader.isGuarded(time),
      reader.text.holds(end..<reader.quantity(time).tokens.lowerBound, anyOf: lasting)
    else { return nil }
  }
  let operand = reader.operand("time", time)
  guard let low = computed.strict.low, let factor = reader.quantity(time).unit.factor,
    let shown = DecimalNumber.quotient(low, factor, isUp: true)
  else { return nil }
  let (first, second) = (reader.operand("energy", energy), reader.operand("power", power))
  let formula = "\(first.text) / \(second.text)"
  return Relation(
    check: Check.productIdentity.id, operands: [operand, first, second], formula: formula,
    verdict: verdict,
    explanation: "\(formula) is from \(Sum.rounded(shown, places: 1)) "
      + "\(reader.quantity(time).unit.name), stated \(operand.text)",
    notes: notes([], candidates: 1, verdict: verdict))
}

private func scaled(_ number: TwoIntervals, _ unit: Unit) -> TwoIntervals? {
  guard let factor = unit.factor else { return nil }
  return combine(number, number) { first, _ in Interval.multiplying(first, Interval(factor)) }
}

private func relateMargin(_ sentence: Range<Int>, _ reader: PartReader) -> Relation? {
  let margin = reader.only(sentence) { index in
    reader.quantity(index).kind == .percent
      && (reader.isNamed(index, by: marginWords, reach: 3)
        || reader.isFollowed(index, by: marginWords, reach: 3))
  }
  guard let margin, reader.isValue(margin) else { return nil }
  guard
    let gain = reader.only(
      sentence, where: { reader.isMoney($0) && isNoun(gains, of: $0, reader) }),
    let whole = reader.only(
      sentence, where: { reader.isMoney($0) && isNoun(sales, of: $0, reader) }),
    gain != whole, let a = reader.intervals(gain), let b = reader.intervals(whole),
    let stated = reader.intervals(margin), b.lenient.isPositive,
    let computed = combine(
      a, b,
      { share, all in
        Interval.dividing(share, by: all).flatMap {
          Interval.multiplying($0, Interval(DecimalNumber(100)))
        }
      }), let first = reader.quantity(gain).middle, let second = reader.quantity(whole).middle,
    let exact = DecimalNumber.quotient(first.shifted(by: 2), second, isUp: false)
  else { return nil }
  let verdict = compare(stated: stated, computed: computed)
  // Another profit than the one named may be meant.
  guard verdict == .consistent || followsAtOnce(margin, after: max(gain, whole), reader) else {
    return nil
  }
  let shown = Sum.together([first, second])
  let formula = "\(shown[0]) / \(shown[1])"
  let operand = reader.operand("margin", margin)
  let places = Sum.places(beyond: reader.quantity(margin))
  return Relation(
    check: Check.productIdentity.id,
    operands: [operand, reader.operand("profit", gain), reader.operand("sales", whole)],
    formula: formula, computed: computed.strict, exact: exact, stated: stated.strict,
    verdict: verdict,
    explanation: "\(formula) = \(Sum.rounded(exact, places: places)) %, stated \(operand.text)",
    notes: notes([], candidates: 1, verdict: verdict))
}

/// "profit of $2 million", "$2 million in profit".
private func isNoun(_ nouns: WordSet, of index: Int, _ reader: PartReader) -> Bool {
  let text = reader.text
  let start = reader.quantity(index).tokens.lowerBound
  if text.isAny(start - 1, of: nouns)
    || text.isAny(start - 1, of: links) && text.isAny(start - 2, of: nouns)
  {
    return true
  }
  let end = text.end(of: reader.quantity(index))
  return text.isAny(end, of: joints)
    && (text.isAny(end + 1, of: nouns) || text.isAny(end + 2, of: nouns))
}

private func followsAtOnce(_ margin: Int, after figure: Int, _ reader: PartReader) -> Bool {
  figure + 1 == margin && reader.gap(figure, margin).count <= 5
}

private func relateSale(_ sentence: Range<Int>, _ reader: PartReader) -> Relation? {
  let price = reader.only(sentence) { index in
    reader.isMoney(index) && reader.isFollowed(index, by: apiece, reach: 1)
  }
  guard let price, sentence.count == 3,
    let count = reader.only(sentence, where: { reader.quantity($0).kind == .count }),
    let whole = reader.only(sentence, where: { reader.isMoney($0) && $0 != price }),
    count < price || whole < price,
    reader.isFollowed(whole, by: wholeBehind)
      || reader.isNamed(whole, by: wholeBefore)
  else { return nil }
  return product(of: price, and: count, stated: whole, role: "total", reader)
}

private func product(
  of price: Int, and count: Int, stated total: Int, role: String, _ reader: PartReader
) -> Relation? {
  guard let a = reader.intervals(price), let b = reader.intervals(count),
    let stated = reader.intervals(total), let computed = combine(a, b, Interval.multiplying),
    let first = reader.quantity(price).middle, let second = reader.quantity(count).middle,
    let exact = DecimalNumber.multiplying(first, second)
  else { return nil }
  let verdict = compare(stated: stated, computed: computed)
  let formula = "\(Sum.plain(first)) × \(Sum.plain(second))"
  let operand = reader.operand(role, total)
  return Relation(
    check: Check.productIdentity.id,
    operands: [operand, reader.operand("price", price), reader.operand("number", count)],
    formula: formula, computed: computed.strict, stated: stated.strict, verdict: verdict,
    explanation: "\(formula) = \(Sum.plain(exact.normalized)), stated \(operand.text)",
    notes: notes([], candidates: 1, verdict: verdict))
}
