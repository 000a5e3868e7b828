// Words around a number: qualifiers, direction, and quantities without a number.

extension SentenceReader {
  /// A reading with its qualifier and direction.
  func withContext(_ index: Int) -> Reading {
    var reading = readings[index]
    readQualifierBehind(&reading)
    if reading.qualifier == .exact { readQualifierBefore(&reading) }
    if index > 0 { dropComparison(&reading, after: readings[index - 1]) }
    if index > 0 { inheritAcrossOr(&reading, from: readings[index - 1]) }
    if index > 0 { inheritInBrackets(&reading, from: readings[index - 1]) }
    if reading.direction == nil, reading.vague == nil { reading.direction = direction(of: reading) }
    if index > 0 { inheritUnit(&reading, from: readings[index - 1]) }
    if reading.direction != nil, reading.kind == .percent { reading.kind = .percentChange }
    return reading
  }

  /// "2 million more than the 3 million": the words compare the two numbers and qualify neither.
  private func dropComparison(_ reading: inout Reading, after other: Reading) {
    let phrase = reading.qualifierPieces
    let end = max(other.pieces.upperBound, other.unitPieces.upperBound)
    guard !phrase.isEmpty, phrase.lowerBound == end, spells(phrase.upperBound - 1, "than") else {
      return
    }
    reading.qualifier = .exact
    reading.qualifierPieces = phrase.lowerBound..<phrase.lowerBound
  }

  /// The longest phrase of `qualifierPhrases` that ends right before the number.
  private func readQualifierBefore(_ reading: inout Reading) {
    var last = reading.pieces.lowerBound - 1
    if isHyphen(last), piece(last).isJoined { last -= 1 }
    if piece(last).kind == .mark, let qualifier = qualifierMark(last) {
      reading.qualifier = qualifier
      reading.qualifierPieces = last..<last + 1
      if isMark(last, "="), isMark(last - 1, "<") || isMark(last - 1, ">") {
        reading.qualifier = isMark(last - 1, "<") ? .upTo : .atLeast
        reading.qualifierPieces = last - 1..<last + 1
      }
      return
    }
    if keyword(last) == .a || keyword(last) == .an, last > 0 { last -= 1 }
    guard isWord(last) else { return }
    var hash: UInt64 = 0
    var first = last
    while last - first < 6, isWord(first), !piece(first).isInName {
      hash = QualifierTable.extend(hash, bytes, piece(first))
      if let qualifier = QualifierTable.shared.phrases[hash], fits(qualifier, first, last, reading)
      {
        reading.qualifier = qualifier
        reading.qualifierPieces = first..<last + 1
      }
      first -= 1
    }
  }

  private func qualifierMark(_ index: Int) -> Quantity.Qualifier? {
    switch piece(index).mark {
    case 0x7E, 0x2248, 0x223C, 0x2245: .about
    case 0x3E: .over
    case 0x3C: .under
    case 0x2264: .upTo
    case 0x2265: .atLeast
    case 0x3D: isMark(index - 1, "<") || isMark(index - 1, ">") ? .upTo : nil
    default: nil
    }
  }

  /// "over 3 years" is a stretch of time, "the past 8 weeks" too.
  private func fits(
    _ qualifier: Quantity.Qualifier, _ first: Int, _ last: Int, _ reading: Reading
  ) -> Bool {
    // "the parts add up to 1,008" sets no bound.
    if qualifier == .upTo,
      ["add", "adds", "added", "adding"].contains(where: { spells(first - 1, $0) })
    {
      return false
    }
    guard first == last else { return true }
    let isSpan = reading.unit.dimension == .time && reading.rule != "age"
    switch keyword(last) {
    case .over, .within, .past: return !isSpan
    case .under, .below, .above, .about, .around: return true
    case .near, .some: return !isOne(reading.amount)
    default: return true
    }
  }

  /// "or more", "or less", "-odd", "ish", "plus", "+".
  private func readQualifierBehind(_ reading: inout Reading) {
    var next = reading.pieces.upperBound
    if reading.unitPieces.lowerBound >= next { next = reading.unitPieces.upperBound }
    for start in [next, reading.pieces.upperBound] {
      if isMark(start, "+"), piece(start).isJoined {
        reading.qualifier = .atLeast
        reading.qualifierPieces = start..<start + 1
        return
      }
      let word = isHyphen(start) ? start + 1 : start
      if spells(word, "ish") || spells(word, "odd") && isHyphen(start) {
        reading.qualifier = .about
        reading.qualifierPieces = word..<word + 1
        return
      }
      guard keyword(start) == .or || keyword(start) == .and else { continue }
      let found: Quantity.Qualifier?
      switch keyword(start + 1) {
      case .more, .higher, .above, .greater, .over, .larger, .bigger, .up, .upwards:
        found = .atLeast
      case .less, .fewer, .lower, .below, .under, .smaller:
        found = keyword(start) == .or ? .upTo : nil
      default: found = spells(start + 1, "so") && keyword(start) == .or ? .about : nil
      }
      if let found, keyword(start + 2) != .than || piece(start + 3).kind == .end,
        keyword(start) == .or || !isWord(start + 2) || roles(start + 2).contains(.function)
      {
        reading.qualifier = found
        reading.qualifierPieces = start..<start + 2
        return
      }
    }
  }

  /// "lost 190 points, or 0.6%": the second says the same of the same change.
  private func inheritAcrossOr(_ reading: inout Reading, from earlier: Reading) {
    guard earlier.direction != nil else { return }
    var place =
      reading.qualifierPieces.isEmpty
      ? reading.pieces.lowerBound - 1 : reading.qualifierPieces.lowerBound - 1
    guard keyword(place) == .or else { return }
    place -= 1
    if isMark(place, ",") { place -= 1 }
    if place < max(earlier.pieces.upperBound, earlier.unitPieces.upperBound) {
      reading.direction = earlier.direction
    }
  }

  /// "more than 100 kilometres (60 miles)": the same again in another unit.
  private func inheritInBrackets(_ reading: inout Reading, from earlier: Reading) {
    let open = reading.pieces.lowerBound - 1
    guard reading.qualifier == .exact, isMark(open, "("),
      open == max(earlier.pieces.upperBound, earlier.unitPieces.upperBound),
      reading.unit.dimension == earlier.unit.dimension, reading.unit != earlier.unit
    else { return }
    reading.qualifier = earlier.qualifier
    reading.qualifierPieces = earlier.qualifierPieces
  }

  /// "rose 64 points to 4,577", "from 21 mpg to 23", "increased by 2 percent … decreased by 1": a
  /// bare number has the unit of the one that it is held against.
  private func inheritUnit(_ reading: inout Reading, from earlier: Reading) {
    guard reading.unit == .none, reading.unitPieces.isEmpty, reading.vague == nil,
      reading.kind == .count, earlier.unit != .none, earlier.unit.dimension != .count
    else { return }
    let before = reading.pieces.lowerBound - 1
    let earlierEnd = max(earlier.pieces.upperBound, earlier.unitPieces.upperBound)
    if keyword(before) == .to {
      let isLevel = keyword(earlier.pieces.lowerBound - 1) == .from && before - earlierEnd <= 3
      let isStep =
        earlier.direction != nil && before == earlierEnd && earlier.kind != .percentChange
        && earlier.kind != .percent
      guard isLevel || isStep else { return }
    } else {
      guard keyword(before) == .by, reading.direction != nil, earlier.direction != nil,
        earlier.kind == .percentChange, !isWord(reading.pieces.upperBound)
      else { return }
    }
    reading.unit = earlier.unit
    reading.kind = earlier.kind == .percentChange ? .percent : earlier.kind
  }

  // MARK: Direction

  /// "fell 23%", "up 9.4 per cent", "a rise of 5 points", "4% higher".
  private func direction(of reading: Reading) -> Quantity.Direction? {
    switch reading.kind {
    case .percent, .percentagePoint, .money, .measure, .score, .multiple, .rate, .duration: break
    case .count: if reading.unit != .none { return nil }
    default: return nil
    }
    var place = reading.pieces.lowerBound - 1
    if !reading.qualifierPieces.isEmpty, reading.qualifierPieces.lowerBound <= place {
      place = reading.qualifierPieces.lowerBound - 1
    }
    for _ in 0..<4 {
      let roles = roles(place)
      if roles.contains(.up), !isGathering(place, reading) {
        // "added a 30 degree homer"
        return isAdjective(place) || reading.kind == .measure && spells(place, "added") ? nil : .up
      }
      if roles.contains(.down) { return isAdjective(place) ? nil : .down }
      guard roles.contains(.filler) || keyword(place) == .of, isWord(place) else { break }
      if keyword(place) == .of, !isChangeNoun(place - 1) { break }
      place -= 1
    }
    guard reading.kind == .percent else { return nil }
    return directionBehind(reading.pieces.upperBound)
  }

  /// "at the lower 21% rate"
  private func isAdjective(_ index: Int) -> Bool {
    guard keyword(index) == .lower || keyword(index) == .higher else { return false }
    return keyword(index - 1) == .the || keyword(index - 1) == .a
  }

  /// "raised $45m", "recovered £350,000": money came in, nothing rose.
  private func isGathering(_ index: Int, _ reading: Reading) -> Bool {
    let verbs: [StaticString] = ["raised", "raise", "raises", "raising", "recovered", "recover"]
    return reading.kind == .money && verbs.contains { spells(index, $0) }
  }

  private func isChangeNoun(_ index: Int) -> Bool {
    roles(index).contains(.up) || roles(index).contains(.down)
  }

  private func directionBehind(_ next: Int) -> Quantity.Direction? {
    let nounsUp: [StaticString] = [
      "rise", "increase", "gain", "jump", "surge", "climb", "growth", "hike", "higher", "rally",
      "up", "more", "rebound", "leap", "boost", "advance",
    ]
    let nounsDown: [StaticString] = [
      "fall", "drop", "decline", "decrease", "loss", "crash", "slump", "plunge", "cut", "lower",
      "down", "less", "fewer", "slide", "dip", "reduction", "contraction", "tumble",
    ]
    // "to yield 6.03 % less full fees" compares nothing.
    let isComparative =
      keyword(next) == .more || keyword(next) == .less || keyword(next) == .fewer
    if isComparative, isWord(next + 1), roles(next + 1).isDisjoint(with: .function),
      !isPlural(next + 1)
    {
      return nil
    }
    for noun in nounsUp where spells(next, noun) { return .up }
    for noun in nounsDown where spells(next, noun) { return .down }
    return nil
  }
}

// MARK: Without a number

extension SentenceReader {
  /// "dozens", "tens of thousands", "in hours", "overnight"; the piece behind it.
  mutating func readVague(at start: Int) -> Int? {
    if roles(start).contains(.vaguePlural) { return readVaguePlural(at: start) }
    if keyword(start) == .overnight { return readOvernight(at: start) }
    guard roles(start).contains(.timeSpan),
      isPlural(start) || keyword(start) == .hours
        || keyword(start) == .days || keyword(start) == .years,
      let high = [2: 59, 3: 23, 4: 6, 5: 4, 6: 11, 8: 9][wordValue(start)]
    else { return nil }
    switch keyword(start - 1) {
    case .in, .within, .for: break
    default: return nil
    }
    guard keyword(start + 1) != .of, !isHyphen(start + 1), !isNumber(start + 1) else { return nil }
    var reading = Reading(amount: .placeholder(start), pieces: start..<start + 1)
    reading.vague = (DecimalNumber(2), DecimalNumber(high))
    guard let (id, _) = tableUnit(at: start) else { return nil }
    reading.unit = units.units[id]
    reading.kind = .duration
    reading.rule = "vague-duration"
    readings.append(reading)
    return start + 1
  }

  /// "dropped 70% overnight"
  private mutating func readOvernight(at start: Int) -> Int? {
    let isAfterNumber = readings.last.map { $0.pieces.upperBound == start } ?? false
    let isAfterChange = roles(start - 1).contains(.up) || roles(start - 1).contains(.down)
    guard isAfterNumber || isAfterChange else { return nil }
    var reading = Reading(amount: .placeholder(start), pieces: start..<start + 1)
    reading.vague = (nil, DecimalNumber(1))
    reading.unit = units.find("day")
    reading.kind = .duration
    reading.rule = "vague-duration"
    readings.append(reading)
    return start + 1
  }

  /// The low bound is the word's own number, the high one ten times that.
  private mutating func readVaguePlural(at start: Int) -> Int? {
    // "in millions of dollars" names the unit of a table.
    guard keyword(start - 1) != .in else { return nil }
    var end = start + 1
    var places = wordValue(start)
    let isDozens = keyword(start) == .dozens
    if spells(start, "tens"), !(keyword(end) == .of && roles(end + 1).contains(.vaguePlural)) {
      return nil
    }
    if keyword(end) == .of, roles(end + 1).contains(.vaguePlural), keyword(end + 1) != .dozens {
      places += wordValue(end + 1)
      end += 2
    }
    var reading = Reading(amount: .placeholder(start), pieces: start..<end)
    let low =
      isDozens
      ? DecimalNumber(mantissa: 12, exponent: places) : DecimalNumber(mantissa: 1, exponent: places)
    reading.vague = (low, low.shifted(by: 1))
    reading.rule = "vague-plural"
    if isDozens, isNumber(start - 1) || roles(start - 1).contains(.cardinal) { return nil }
    var noun = end
    if keyword(noun) == .of {
      noun += 1
      if let (id, after) = tableUnit(at: noun), piece(noun).count > 1 {
        reading.unit = units.units[id]
        reading.kind = kind(of: reading.unit)
        reading.unitPieces = noun..<after
        readings.append(reading)
        return after
      }
    } else if keyword(noun) != .more, !isPlural(noun), !isPlural(noun + 1) {
      return nil
    }
    readCountedNoun(&reading)
    readings.append(reading)
    return max(end, reading.unitPieces.upperBound)
  }

  /// "doubled", "twice the", "halved"; the piece behind it.
  mutating func readMultiple(at start: Int) -> Int? {
    guard roles(start).contains(.multiple), !isHyphen(start + 1), !isHyphen(start - 1) else {
      return nil
    }
    let value = wordValue(start)
    let isVerb = spells(start, "halved") || isPastMultiple(start)
    let isFold = !isVerb && string(start).lowercased().hasSuffix("fold")
    if !isVerb, !isFold {
      switch keyword(start + 1) {
      case .as, .the, .its, .their, .that, .what, .his, .her, .our: break
      default: return nil
      }
      if spells(start, "halves") || spells(start, "doubles") || spells(start, "triples") {
        return nil
      }
    }
    if keyword(start + 1) == .down { return nil }
    var amount = Amount.placeholder(start)
    amount.value = value == -2 ? DecimalNumber(mantissa: 5, exponent: -1) : DecimalNumber(value)
    amount.mantissaExponent = amount.value.exponent
    amount.isWord = true
    amount.isSpelled = true
    var reading = Reading(amount: amount, pieces: start..<start + 1)
    reading.kind = .multiple
    reading.rule = "multiple-word"
    reading.direction = value == -2 ? .down : isVerb ? .up : nil
    readings.append(reading)
    return start + 1
  }

  private func isPastMultiple(_ index: Int) -> Bool {
    let verbs: [StaticString] = [
      "doubled", "tripled", "trebled", "quadrupled", "quintupled", "doubling", "tripling",
      "quadrupling", "halved",
    ]
    for verb in verbs where spells(index, verb) {
      return true
    }
    return false
  }

  /// "the largest … ever": first of its order.
  mutating func readSuperlative(at start: Int) -> Int? {
    guard roles(start).contains(.superlative),
      keyword(start - 1) == .the || keyword(start - 1) == .its
    else { return nil }
    for ahead in 1...7 {
      let place = start + ahead
      guard isWord(place) else { return nil }
      let isLimit =
        keyword(place) == .ever || (keyword(place) == .on && keyword(place + 1) == .record)
        || (keyword(place) == .in && keyword(place + 1) == .history)
      guard isLimit else { continue }
      var reading = Reading(amount: .placeholder(start), pieces: start..<start + 1)
      reading.kind = .rank
      reading.unit = Unit(name: "rank", dimension: .other)
      reading.rule = "superlative"
      readings.append(reading)
      return start + 1
    }
    return nil
  }
}

extension Amount {
  /// One, for readings whose words hold no number.
  static func placeholder(_ index: Int) -> Amount {
    Amount(value: DecimalNumber(1), mantissaExponent: 0, pieces: index..<index + 1)
  }
}
