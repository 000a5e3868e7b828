extension Check {
  /// Flags a measure and its conversion in brackets that are not the same.
  public static let unitConversion = Check(
    id: "unit-conversion",
    summary: "Measure against its conversion in brackets",
    tier: 1,
    documentation: """
      ## What it examines

      A measure with the same measure in another unit right behind it in brackets: length, area,
      volume, mass, speed, energy, power, pressure, time, temperature. Factors are fixed ones;
      currencies have none and are left alone. Both figures count as rounded to their last digit
      that is not zero, and where a name stands for several units (ton, gallon, ounce, calorie)
      one that fits is enough.

      ## Why it matters

      The conversion is typed by hand, often by another person, and half of the readers see only it.

      ## Example

      "The trail is 5 miles (18 km) long": 5 miles are 8.05 kilometres.

      ## When to ignore it

      Where the bracket gives another measure of the thing than the one before it.
      """,
    run: relateConversions)
}

func relateConversions(_ input: CheckInput) -> [Relation] {
  input.readers.flatMap { reader in
    reader.analysis.quantities.indices.dropFirst().compactMap { relateConversion($0, reader) }
  }
}

/// Units of one dimension that a fixed factor leads between. Data is left out: its prefixes mean
/// two things.
private let convertible: Set<Unit.Dimension> = [
  .length, .area, .volume, .mass, .speed, .energy, .power, .pressure, .temperature, .time,
]

private func relateConversion(_ second: Int, _ reader: PartReader) -> Relation? {
  let (a, b) = (reader.quantity(second - 1), reader.quantity(second))
  guard a.sentence == b.sentence, a.unit.dimension == b.unit.dimension, a.unit != b.unit,
    convertible.contains(a.unit.dimension), let link = link(second - 1, second, reader)
  else { return nil }
  if link == .bracket, let pair = relatePair(second, reader) { return pair }
  let spans = [a, b].map { $0.exactValue == nil }
  if spans[0] || spans[1] {
    return link == .bracket ? relateSpans(second - 1, second, reader) : nil
  }
  let last = compoundEnd(from: second, reader)
  guard link != .bracket || isClosed(last, reader) else { return nil }
  let first = compoundStart(to: second - 1, reader)
  let given = readings(first..<second, reader)
  let stated = readings(second..<last + 1, reader)
  let pairs = given.flatMap { one in stated.map { (one, $0) } }
  guard !pairs.isEmpty else { return nil }
  var verdict = Verdict.contradicted
  for (one, other) in pairs {
    let found = compare(stated: other, computed: one)
    if found.goodness < verdict.goodness { verdict = found }
  }
  // "5 miles or 10 km" may be a choice.
  guard verdict == .consistent || link == .bracket else { return nil }
  return relation(first..<second, second..<last + 1, verdict, reader)
}

/// "2 and 8 °C (36 and 46 °F)": each of two in turn; the worse verdict is told.
private func relatePair(_ second: Int, _ reader: PartReader) -> Relation? {
  guard second >= 2, second + 1 < reader.analysis.quantities.count, isClosed(second + 1, reader),
    isCoordinated(second - 2, second - 1, reader), isCoordinated(second, second + 1, reader)
  else { return nil }
  let found = [(second - 2, second), (second - 1, second + 1)].compactMap { given, stated in
    relate(given, stated, reader)
  }
  guard found.count == 2 else { return nil }
  return found.max { $0.verdict.goodness < $1.verdict.goodness }
}

/// Two measures of one unit with "and", "to" or a dash between.
private func isCoordinated(_ first: Int, _ second: Int, _ reader: PartReader) -> Bool {
  let (a, b) = (reader.quantity(first), reader.quantity(second))
  guard a.sentence == b.sentence, a.unit == b.unit,
    a.tokens.upperBound <= b.tokens.lowerBound
  else { return false }
  // The unit that both share stands behind the second.
  let gap = a.tokens.upperBound..<b.tokens.lowerBound
  return gap.count == 1
    && gap.allSatisfy { ["and", "to", "or", "–", "-"].contains(reader.text.lower($0)) }
}

private func relate(_ given: Int, _ stated: Int, _ reader: PartReader) -> Relation? {
  let ones = readings(given..<given + 1, reader)
  let others = readings(stated..<stated + 1, reader)
  let verdicts = ones.flatMap { one in others.map { compare(stated: $0, computed: one) } }
  guard let verdict = verdicts.min(by: { $0.goodness < $1.goodness }) else { return nil }
  return relation(given..<given + 1, stated..<stated + 1, verdict, reader)
}

/// "2 to 8 °C (36 to 46 °F)": both ends; the second span may be written as two numbers.
private func relateSpans(_ given: Int, _ stated: Int, _ reader: PartReader) -> Relation? {
  let starts = ends(given, reader)
  var limits = ends(stated, reader)
  var last = stated
  if limits == nil, stated + 1 < reader.analysis.quantities.count,
    isCoordinated(stated, stated + 1, reader),
    let low = roundedIntervals(reader.quantity(stated)),
    let high = roundedIntervals(reader.quantity(stated + 1))
  {
    limits = (low, high)
    last = stated + 1
  }
  guard let starts, let limits, isClosed(last, reader) else { return nil }
  let unit = reader.quantity(stated).unit
  let verdicts = [(starts.low, limits.low), (starts.high, limits.high)].compactMap { one, other in
    let readings = baseReadings(one, reader.quantity(given).unit).flatMap { first in
      baseReadings(other, unit).map { compare(stated: $0, computed: first) }
    }
    return readings.min { $0.goodness < $1.goodness }
  }
  guard verdicts.count == 2, let verdict = verdicts.max(by: { $0.goodness < $1.goodness }) else {
    return nil
  }
  return relation(given..<given + 1, stated..<last + 1, verdict, reader)
}

/// The two ends of a span, each as exact as the whole.
private func ends(_ index: Int, _ reader: PartReader) -> (low: TwoIntervals, high: TwoIntervals)? {
  let quantity = reader.quantity(index)
  guard case .span(let low, let high) = quantity.value,
    let first = roundedIntervals(quantity.with(low)),
    let second = roundedIntervals(quantity.with(high))
  else { return nil }
  return (first, second)
}

extension Quantity {
  /// The same with another number.
  fileprivate func with(_ number: DecimalNumber) -> Quantity {
    Quantity(
      range: range, unitRange: unitRange, qualifierRange: qualifierRange, value: .exact(number),
      unit: unit, qualifier: qualifier, kind: kind, direction: direction, lastPlace: lastPlace,
      isWord: isWord, sentence: sentence, tokens: tokens, rule: rule)
  }

  /// "2–8 celsius", "5 miles": how a sum shows it.
  fileprivate var shown: String {
    switch value {
    case .exact(let number): number.shortened + " " + unit.name(of: number)
    case .span(let low, let high): "\(low.shortened)–\(high.shortened) \(unit.name(of: high))"
    case .vague, .date, .clock: ""
    }
  }
}

extension DecimalNumber {
  /// Two places are enough for the eye; a written number has no more.
  fileprivate var shortened: String {
    exponent < -6 ? Sum.rounded(self, places: 2) : Sum.plain(self)
  }
}

extension Unit {
  /// "mile" for one, "miles" for others.
  fileprivate func name(of number: DecimalNumber) -> String {
    guard number != DecimalNumber(1), dimension != .temperature, !name.hasSuffix("s") else {
      return name
    }
    let words = name.split(separator: " ", maxSplits: 1)
    guard let noun = words.first, words.count == 1 || words[1].hasPrefix("per ") else {
      return name.hasSuffix("foot") ? name.dropLast(4) + "feet" : name + "s"
    }
    let many =
      noun == "foot" ? "feet" : noun.hasSuffix("inch") ? "\(noun)es" : "\(noun)s"
    return words.count == 1 ? many : "\(many) \(words[1])"
  }
}

private enum Link { case bracket, or }

/// Words that may stand between a bracket and the conversion.
private let softWords: Set<String> = [
  "or", "about", "around", "roughly", "approximately", "approx", "some", "nearly", "almost", "over",
  "just", "more", "than", "under", "equivalent", "to", "equal", "the", "of", "ca", "circa", "up",
  "at", "least", "little", "a", "well", "i.e", "ie", "that", "is",
]

private func link(_ first: Int, _ second: Int, _ reader: PartReader) -> Link? {
  let gap = behindNoun(first, reader.gap(first, second), reader)
  guard let mark = gap.first, gap.count <= 6 else { return nil }
  let rest = gap.dropFirst()
  let isSoft = rest.allSatisfy { index in
    reader.text.isWord(index)
      ? softWords.contains(reader.text.lower(index))
      : [UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "."), UInt8(ascii: ",")].contains(
        reader.text.mark(index)) || reader.text.mark(index) == 0
  }
  guard isSoft else { return nil }
  switch reader.text.mark(mark) {
  case UInt8(ascii: "("), UInt8(ascii: "["): return .bracket
  case UInt8(ascii: ","): return reader.holds(gap, anyOf: ["or"]) ? .or : nil
  default: return reader.text.lower(mark) == "or" ? .or : nil
  }
}

/// "the 12-nautical-mile limit (22km)": what stands behind the noun that a hyphenated measure belongs to.
private func behindNoun(_ first: Int, _ gap: Range<Int>, _ reader: PartReader) -> Range<Int> {
  let measure = reader.quantity(first)
  let last = reader.analysis.words.tokens[
    measure.tokens.lowerBound..<reader.text.end(of: measure)]
  guard
    last.contains(where: { $0.shape.contains(.hasHyphen) })
      || measure.tokens.contains(where: { reader.text.mark($0) == UInt8(ascii: "-") })
  else { return gap }
  let nouns = gap.prefix(longestNoun).prefix { index in
    reader.text.isWord(index) && reader.text.cue(index).isDisjoint(with: [.preposition, .of, .or])
  }
  return gap.dropFirst(nouns.count)
}

/// How many words the noun behind a hyphenated measure may have.
private let longestNoun = 3

private func isClosed(_ quantity: Int, _ reader: PartReader) -> Bool {
  switch reader.text.mark(reader.text.end(of: reader.quantity(quantity))) {
  case UInt8(ascii: ")"), UInt8(ascii: "]"): return true
  default: return false
  }
}

// MARK: Measures of two units

/// "5 feet 10 inches" is one measure: the first of its quantities.
private func compoundStart(to quantity: Int, _ reader: PartReader) -> Int {
  var first = quantity
  while first > 0, isCompound(first - 1, first, reader) { first -= 1 }
  return first
}

private func compoundEnd(from quantity: Int, _ reader: PartReader) -> Int {
  var last = quantity
  while last + 1 < reader.analysis.quantities.count, isCompound(last, last + 1, reader) {
    last += 1
  }
  return last
}

/// Larger unit first, nothing or "and" between.
private func isCompound(_ first: Int, _ second: Int, _ reader: PartReader) -> Bool {
  let (a, b) = (reader.quantity(first), reader.quantity(second))
  guard a.sentence == b.sentence, a.unit.dimension == b.unit.dimension,
    let large = a.unit.factor, let small = b.unit.factor, small < large
  else { return false }
  return reader.isGap(first, second, of: ["and"], marks: [UInt8(ascii: ",")])
}

/// What a measure can be in base units: one reading for each unit that its names may stand for.
private func readings(_ quantities: Range<Int>, _ reader: PartReader) -> [TwoIntervals] {
  var sums: [TwoIntervals] = []
  for index in quantities {
    let quantity = reader.quantity(index)
    guard let rounded = roundedIntervals(quantity) else { return [] }
    let terms = baseReadings(rounded, quantity.unit)
    if sums.isEmpty {
      sums = terms
    } else {
      sums = sums.flatMap { sum in terms.compactMap { combine(sum, $0, Interval.adding) } }
    }
  }
  return sums
}

private func baseReadings(_ number: TwoIntervals, _ unit: Unit) -> [TwoIntervals] {
  if unit.dimension == .temperature { return temperatureReadings(number, unit) }
  return factors(of: unit).compactMap { factor in
    combine(number, number) { first, _ in Interval.multiplying(first, Interval(factor)) }
  }
}

/// The factors that a name may stand for: American, British and loose use.
private let otherFactors: [String: [String]] = [
  "ton": ["1016046.9088", "1000000"], "metric ton": ["907184.74", "1016046.9088"],
  "gallon": ["0.00454609"], "pint": ["0.00056826125"], "quart": ["0.0011365225"],
  "fluid ounce": ["0.0000284130625"], "cup": ["0.00025"], "ounce": ["31.1034768"],
  "calorie": ["4184"], "horsepower": ["735.49875"], "tablespoon": ["0.000015"],
  "teaspoon": ["0.000005"],
]

private func factors(of unit: Unit) -> [DecimalNumber] {
  guard let factor = unit.factor else { return [] }
  let others = otherFactors[unit.name] ?? []
  return [factor] + others.compactMap { DecimalNumber(digits: $0) }
}

/// In kelvins, as a temperature and as a difference of two: the two are never mixed, since they lie
/// far apart.
private func temperatureReadings(_ number: TwoIntervals, _ unit: Unit) -> [TwoIntervals] {
  func mapped(_ add: DecimalNumber, _ factor: DecimalNumber) -> TwoIntervals? {
    combine(number, number) { first, _ in
      Interval.adding(first, Interval(add)).flatMap {
        Interval.multiplying($0, Interval(factor))
      }
    }
  }
  guard let degree = quotient(5, 9) else { return [] }
  let one = DecimalNumber(1)
  let readings: [TwoIntervals?]
  switch unit.name {
  case "celsius":
    readings = [mapped(DecimalNumber(mantissa: 27315, exponent: -2), one), mapped(.zero, one)]
  case "fahrenheit":
    readings = [
      mapped(DecimalNumber(mantissa: 45967, exponent: -2), degree), mapped(.zero, degree),
    ]
  case "kelvin": readings = [mapped(.zero, one)]
  default: readings = []
  }
  return readings.compactMap { $0 }
}

/// A number in a conversion is rounded to its last digit that is not zero, but never to more than a
/// tenth of its value; a qualifier or a word leaves five in a hundred either way at most.
private func roundedIntervals(_ quantity: Quantity) -> TwoIntervals? {
  let low: DecimalNumber
  let high: DecimalNumber
  switch quantity.value {
  case .exact(let number): (low, high) = (number, number)
  case .span(let first, let second): (low, high) = (min(first, second), max(first, second))
  case .vague, .date, .clock: return nil
  }
  let isLoose: Bool
  switch quantity.qualifier {
  case .exact, .up, .down: isLoose = quantity.isWord
  case .about, .nearly, .over, .atLeast, .under, .upTo: isLoose = true
  }
  func unit(_ number: DecimalNumber) -> DecimalNumber {
    let tenth = number.magnitude.shifted(by: -1)
    let written =
      number.exponent < 0
      ? quantity.lastPlace : DecimalNumber(mantissa: 1, exponent: number.normalized.exponent)
    let unit = min(tenth, max(written, quantity.lastPlace))
    // A qualifier of a temperature says nothing of its scale.
    guard isLoose, quantity.unit.dimension != .temperature else { return unit }
    return max(
      unit, DecimalNumber.multiplying(tenth, DecimalNumber(mantissa: 5, exponent: -1)) ?? tenth)
  }
  func interval(_ width: (DecimalNumber) -> DecimalNumber) -> Interval? {
    guard let start = DecimalNumber.subtracting(low, width(low)),
      let end = DecimalNumber.adding(high, width(high))
    else { return nil }
    return Interval(low: start, high: end)
  }
  let half = DecimalNumber(mantissa: 5, exponent: -1)
  guard let strict = interval({ DecimalNumber.multiplying(unit($0), half) ?? $0 }),
    let lenient = interval(unit)
  else { return nil }
  return (strict, lenient)
}

// MARK: Showing

private func relation(
  _ given: Range<Int>, _ stated: Range<Int>, _ verdict: Verdict, _ reader: PartReader
) -> Relation? {
  guard let unit = stated.first.map({ reader.quantity($0).unit }),
    let result = converted(given, to: unit, reader)
  else { return nil }
  let range = reader.quantity(stated.lowerBound).range.union(
    reader.quantity(stated.upperBound - 1).range)
  let words = stated.count == 1 ? nil : reader.analysis.words.text[range]
  let operand = reader.operand("conversion", stated.lowerBound)
  let shown = given.map { reader.quantity($0).shown }.joined(separator: " ")
  return Relation(
    check: Check.unitConversion.id,
    operands: [operand] + given.map { reader.operand("measure", $0) },
    formula: "\(shown) in \(unit.name)", verdict: verdict,
    explanation:
      "\(shown) = \(result), stated "
      + "\(words ?? operand.text)",
    notes: ["both figures count as rounded to their last digit that is not zero"]
      + notes([], candidates: 1, verdict: verdict))
}

/// The measure in another unit, in words, by the first meaning of both names.
private func converted(_ given: Range<Int>, to unit: Unit, _ reader: PartReader) -> String? {
  if given.count == 1, let first = given.first {
    let quantity = reader.quantity(first)
    if case .span(let low, let high) = quantity.value {
      return converted(low, high, of: quantity.unit, to: unit)
    }
  }
  var terms: [(DecimalNumber, Unit)] = []
  for index in given {
    let quantity = reader.quantity(index)
    guard let value = quantity.exactValue else { return nil }
    terms.append((value, quantity.unit))
  }
  guard let result = converted(terms, to: unit) else { return nil }
  return Sum.rounded(result, places: 1) + " " + unit.name(of: result)
}

private func converted(
  _ low: DecimalNumber, _ high: DecimalNumber, of own: Unit, to unit: Unit
) -> String? {
  guard let first = converted([(low, own)], to: unit), let last = converted([(high, own)], to: unit)
  else { return nil }
  let (start, end) = (Sum.rounded(first, places: 1), Sum.rounded(last, places: 1))
  return "\(start)–\(end) \(unit.name(of: high))"
}

private func converted(_ terms: [(DecimalNumber, Unit)], to unit: Unit) -> DecimalNumber? {
  var total = DecimalNumber.zero
  for (value, own) in terms {
    if unit.dimension == .temperature { return temperature(value, own, to: unit) }
    guard let factor = own.factor,
      let term = DecimalNumber.product(value, factor, isUp: false),
      let sum = DecimalNumber.sum(total, term, isUp: false)
    else { return nil }
    total = sum
  }
  guard let factor = unit.factor, !factor.isNegative else { return nil }
  return DecimalNumber.quotient(total, factor, isUp: false)
}

private func temperature(_ value: DecimalNumber, _ from: Unit, to: Unit) -> DecimalNumber? {
  let (freezing, absolute) = (DecimalNumber(32), DecimalNumber(mantissa: 27315, exponent: -2))
  guard let degree = quotient(5, 9), let inverse = quotient(9, 5) else { return nil }
  switch (from.name, to.name) {
  case ("celsius", "fahrenheit"):
    return DecimalNumber.product(value, inverse, isUp: false).flatMap {
      DecimalNumber.adding($0, freezing)
    }
  case ("fahrenheit", "celsius"):
    return DecimalNumber.subtracting(value, freezing).flatMap {
      DecimalNumber.product($0, degree, isUp: false)
    }
  case ("celsius", "kelvin"): return DecimalNumber.adding(value, absolute)
  case ("kelvin", "celsius"): return DecimalNumber.subtracting(value, absolute)
  default: return nil
  }
}
