// What stands around an amount and says what it counts: currencies before it, units behind it.

extension SentenceReader {
  /// Fills in the unit of a reading whose amount is read.
  func readUnit(_ reading: inout Reading) {
    readPrefixCurrency(&reading)
    if readPercent(&reading) { return }
    if !reading.hasPrefixCurrency, readPrimes(&reading) { return }
    if readTableUnit(&reading) {
      readPer(&reading)
      return
    }
    if reading.hasPrefixCurrency {
      readSmallerParts(&reading)
      readPer(&reading)
      return
    }
    if readAge(&reading) || readTimes(&reading) { return }
    if readScoreName(&reading) { return }
    readCountedNoun(&reading)
  }

  // MARK: Currency before the number

  private func readPrefixCurrency(_ reading: inout Reading) {
    var first = reading.pieces.lowerBound
    var isNegative = false
    if isMinus(first - 1), piece(first).isJoined, isPrefix(first - 2) {
      isNegative = true
      first -= 1
    }
    if let (unit, places) = scaledCode(first - 1), isNumber(first) {
      scale(&reading, by: places)
      reading.unit = unit
      reading.hasPrefixCurrency = true
      reading.kind = .money
      reading.pieces = first - 1..<reading.pieces.upperBound
      reading.unitPieces = first - 1..<first
      return
    }
    guard let (unit, start) = prefixCurrency(endingAt: first),
      start >= readings.last?.pieces.upperBound ?? 0
    else { return }
    if isNegative { negate(&reading) }
    reading.unit = unit
    reading.hasPrefixCurrency = true
    reading.kind = .money
    reading.pieces = start..<reading.pieces.upperBound
    reading.unitPieces = start..<first
    if isMinus(start - 1), piece(start).isJoined, !isBetween(start - 1) {
      negate(&reading)
      reading.pieces = start - 1..<reading.pieces.upperBound
    }
  }

  private func scale(_ reading: inout Reading, by places: Int) {
    reading.amount.value = reading.amount.value.shifted(by: places)
    reading.amount.mantissaExponent += places
    reading.amount.isScaled = true
  }

  /// A dash that something stands right before joins two amounts: "$10-$20", "5%-10%".
  func isBetween(_ dash: Int) -> Bool {
    guard piece(dash).isJoined else { return false }
    return isWord(dash - 1) || isNumber(dash - 1) || isMark(dash - 1, "%") || isPrefix(dash - 1)
  }

  func isPrefix(_ index: Int) -> Bool {
    piece(index).kind == .mark && units.currency(mark: piece(index).mark) != nil
  }

  private func negate(_ reading: inout Reading) {
    reading.amount.value = reading.amount.value.negated
  }

  func isMinus(_ index: Int) -> Bool {
    isMark(index, "-") || isMark(index, "−") || isMark(index, "–")
  }

  /// "US$", "C $", "$US", "USD", "Rs.", "Y=", "€": the currency and where its words begin.
  private func prefixCurrency(endingAt end: Int) -> (Unit, Int)? {
    let last = end - 1
    if isPrefix(last) {
      return signCurrency(at: last)
    }
    // "$US160", "USD 4.5", "Rs. 12", "Y=100"
    if isWord(last), !piece(last).isInName {
      if spells(last, "us"), isMark(last - 1, "$") {
        return units.currency(mark: 0x24).map { ($0, last - 1) }
      }
      if isMark(last - 1, "$"), piece(last).isJoined,
        let unit = units.currencyCode(bytes, piece(last))
      {
        return (unit, last - 1)
      }
      if let unit = units.currencyCode(bytes, piece(last)), isPrefixCode(last) {
        return (unit, last)
      }
      if spells(last, "dollar") || spells(last, "sen"), isWord(last) {
        let id = units.find(bytes, Int(piece(last).start), Int(piece(last).end), space: nil)
        return id > 0 ? (units.units[id], last) : nil
      }
    }
    if isMark(last, "."), isWord(last - 1), isExactly(last - 1, "Rs") {
      return units.currencyCode(bytes, piece(last - 1)).map { ($0, last - 1) }
    }
    if isMark(last, "="), isExactly(last - 1, "Y"), piece(last).isJoined {
      return units.currencyCode(bytes, piece(last - 1)).map { ($0, last - 1) }
    }
    return nil
  }

  /// A code that stands before its number: capitals or a known mixed form, no lone letter.
  private func isPrefixCode(_ index: Int) -> Bool {
    let word = piece(index)
    guard word.count >= 2 else { return false }
    if word.isAllCapitals {
      if isWordCode(index), !isLargeAmount(index + 1) { return false }
      return !isTicker(index) || piece(index + 1).isJoined
    }
    return spells(index, "rs") || spells(index, "rp") || spells(index, "usd")
      || spells(index, "rmb")
      || spells(index, "tk") || spells(index, "ksh") || spells(index, "dh") || spells(index, "php")
      || spells(index, "dhs") || spells(index, "kr") || spells(index, "eur") || spells(index, "gbp")
  }

  /// Codes that are English words: "ALL 5 solutions", "TRY 3 times".
  private func isWordCode(_ index: Int) -> Bool {
    let codes: [StaticString] = [
      "ALL", "TRY", "TOP", "MOP", "SOS", "CUP", "GEL", "PEN", "BAM", "COP", "MAD", "ANG", "LAK",
    ]
    return codes.contains { isExactly(index, $0) }
  }

  /// Digits with a separator or a scale behind them.
  private func isLargeAmount(_ index: Int) -> Bool {
    isNumber(index)
      && (plainInteger(index) == nil || piece(index).count > 3 || roles(index + 1).contains(.scale))
  }

  /// Crypto tickers name a coin as often as an amount of it.
  private func isTicker(_ index: Int) -> Bool {
    guard let unit = units.currencyCode(bytes, piece(index)) else { return true }
    return unit.code == nil
  }

  /// The sign at a piece with letters before it that name a country: "US$", "c $", "AU $".
  private func signCurrency(at index: Int) -> (Unit, Int)? {
    guard let plain = units.currency(mark: piece(index).mark) else { return nil }
    let before = piece(index - 1)
    if isWord(index - 1), before.count <= 4, !before.isInName {
      let id = units.find(
        bytes, Int(before.start), Int(piece(index).end), space: nil, exactOnly: true)
      if id > 0 { return (units.units[id], index - 1) }
      if let unit = countryCurrency(before, sign: piece(index)) { return (unit, index - 1) }
    }
    // "u.s $", "U.S. $"
    if isMark(index - 1, ".") || spells(index - 1, "s"), let start = dottedUS(before: index) {
      return (plain, start)
    }
    return (plain, index)
  }

  /// "HK $" and "hk$": letters and sign apart by one space, or in small letters.
  private func countryCurrency(_ letters: Piece, sign: Piece) -> Unit? {
    // "on a $100 job" speaks of no Australia.
    guard letters.count >= 2 else { return nil }
    var key: [UInt8] = []
    for place in Int(letters.start)..<Int(letters.end) {
      let byte = bytes[place]
      guard byte.isASCIILetter else { return nil }
      key.append(byte.isASCIIUppercase ? byte : byte - 0x20)
    }
    key.append(contentsOf: bytes[Int(sign.start)..<Int(sign.end)])
    let id = key.withUnsafeBufferPointer {
      units.find($0, 0, $0.count, space: nil, exactOnly: true)
    }
    return id > 0 ? units.units[id] : nil
  }

  private func dottedUS(before index: Int) -> Int? {
    let last = isMark(index - 1, ".") ? index - 2 : index - 1
    guard spells(last, "s"), isMark(last - 1, "."), spells(last - 2, "u") else { return nil }
    return last - 2
  }

  // MARK: Per cent

  private func readPercent(_ reading: inout Reading) -> Bool {
    var next = reading.pieces.upperBound
    if isHyphen(next), piece(next).isJoined { next += 1 }
    var end = next
    if isMark(next, "%") || isMark(next, "\u{FF05}") || keyword(next) == .percent {
      end = next + 1
    } else if spells(next, "pct") || spells(next, "percents") || spells(next, "pc") {
      end = next + 1
    } else if keyword(next) == .per, keyword(next + 1) == .cent {
      end = next + 2
    } else if isMark(next, "‰") || keyword(next) == .per && spells(next + 1, "mille")
      || spells(next, "permille")
    {
      return finishPermille(&reading, next..<(keyword(next) == .per ? next + 2 : next + 1))
    } else if keyword(next) == .percentage {
      if keyword(next + 1) == .point || keyword(next + 1) == .points
        || (isHyphen(next + 1) && keyword(next + 2) == .point)
      {
        return finishPoints(&reading, end: isHyphen(next + 1) ? next + 3 : next + 2)
      }
      end = next + 1
    } else if keyword(next) == .basis, keyword(next + 1) == .points || keyword(next + 1) == .point {
      return finishBasis(&reading, end: next + 2)
    } else if spells(next, "bps") || spells(next, "bp") {
      return finishBasis(&reading, end: next + 1)
    } else if isExactly(next, "pp") || isExactly(next, "ppt") || isExactly(next, "ppts")
      || isExactly(next, "pps")
    {
      return finishPoints(&reading, end: next + 1)
    } else {
      return false
    }
    if keyword(end) == .point || keyword(end) == .points {
      return finishPoints(&reading, end: end + 1)
    }
    // "50%-60%" and "5%p": a letter right behind is a unit of its own.
    reading.unitPieces = next..<end
    reading.pieces = reading.pieces.lowerBound..<end
    reading.unit = .percentage
    reading.kind = .percent
    readPer(&reading, isPercent: true)
    return true
  }

  private func finishPermille(_ reading: inout Reading, _ words: Range<Int>) -> Bool {
    reading.unitPieces = words
    reading.pieces = reading.pieces.lowerBound..<words.upperBound
    reading.unit = .permille
    reading.kind = .rate
    return true
  }

  private func finishPoints(_ reading: inout Reading, end: Int) -> Bool {
    reading.unitPieces = reading.pieces.upperBound..<end
    reading.pieces = reading.pieces.lowerBound..<end
    reading.unit = .percentagePoint
    reading.kind = .percentagePoint
    return true
  }

  private func finishBasis(_ reading: inout Reading, end: Int) -> Bool {
    _ = finishPoints(&reading, end: end)
    reading.unit = .basisPoint
    return true
  }

  // MARK: Units of the table

  /// The longest unit name that begins at a piece: its index and the piece behind it.
  func tableUnit(at start: Int) -> (Int, Int)? {
    let first = piece(start)
    guard
      first.kind == .word || first.mark == 0xB0 || first.mark == 0xB5 || first.mark > 0x2100
        || isPrefix(start)
    else { return nil }
    var best: (Int, Int)?
    var end = start
    var words = UnitTable.Words(bytes, from: Int(first.start))
    while end < start + 7 {
      let last = piece(end)
      guard last.kind != .end, Int(last.end) - Int(first.start) <= 40 else { break }
      words.extend(to: Int(last.end))
      let id = units.find(words)
      // The point of "6oz." may end the sentence.
      let isEnd = last.mark == 0x2E && piece(end + 1).kind == .end && best != nil
      if id > 0, !isEnd { best = (id, end + 1) }
      end += 1
    }
    if let (_, after) = best, after == start + 1, isMark(after, "^"), piece(after).isJoined,
      let power = plainInteger(after + 1, digits: 1)
    {
      var key = Array(bytes[Int(first.start)..<Int(first.end)])
      key.append(UInt8(ascii: "0") + UInt8(power))
      let id = key.withUnsafeBufferPointer { units.find($0, 0, $0.count, space: nil) }
      if id > 0 { best = (id, after + 2) }
    }
    if best == nil, isPrefix(start), let sign = units.currency(mark: first.mark),
      let id = units.units.firstIndex(of: sign)
    {
      best = (id, start + 1)
    }
    return best
  }

  private func readTableUnit(_ reading: inout Reading) -> Bool {
    var next = reading.pieces.upperBound
    if isHyphen(next), piece(next).isJoined == piece(next + 1).isJoined {
      // "30-year", and "30 - year" in texts cut into tokens.
      if piece(next).isJoined || roles(next + 1).contains(.timeSpan) && !isPlural(next + 1) {
        next += 1
      }
    }
    let bracket = isMark(next, "(") || isMark(next, "[") || isMark(next, "{") || isMark(next, "<")
    if bracket, isClosing(next + 2), tableUnit(at: next + 1)?.1 == next + 2 { next += 1 }
    if piece(next).mark == 0xB0 { return readDegreeSign(&reading, at: next) }
    if keyword(next) == .of, reading.amount.isFraction,
      keyword(next + 1) == .a || keyword(next + 1) == .an, tableUnit(at: next + 2) != nil
    {
      next += 2
    } else if reading.amount.isFraction, keyword(next) == .a || keyword(next) == .an,
      tableUnit(at: next + 1) != nil
    {
      // "half an hour"
      next += 1
    }
    if let (unit, places) = scaledCode(next), !reading.hasPrefixCurrency, !reading.amount.isScaled {
      scale(&reading, by: places)
      reading.unit = unit
      reading.kind = .money
      reading.unitPieces = next..<next + 1
      reading.pieces = reading.pieces.lowerBound..<next + 1
      return true
    }
    guard let (id, end) = tableUnit(at: next), isUnit(id, next..<end, of: reading) else {
      return false
    }
    if belongsToNext(id, end, reading) { return false }
    if readAge(&reading) { return true }
    let unit = resolved(units.units[id], next..<end, of: reading)
    if reading.hasPrefixCurrency {
      // "$10 dollars", "$45 USD": one currency said twice. "$5 a month" goes on below.
      guard unit.dimension == .currency else { return false }
      reading.unit = unit.code == nil ? reading.unit : unit
      reading.pieces = reading.pieces.lowerBound..<end
      return true
    }
    reading.unit = unit
    reading.unitPieces = next..<end
    reading.pieces = reading.pieces.lowerBound..<(isClosing(end) && bracket ? end + 1 : end)
    reading.kind = kind(of: unit)
    if unit.dimension == .currency, !reading.amount.isScaled {
      // "75 USD million"
      if roles(end).contains(.scale), piece(end).count > 3 {
        scale(&reading, by: wordValue(end))
        reading.pieces = reading.pieces.lowerBound..<end + 1
      }
    }
    readSmallerParts(&reading)
    return true
  }

  /// "USD 24.4 m-EUR 18.1 m", "3 USD50 cards": the code stands before the number behind it.
  private func belongsToNext(_ id: Int, _ end: Int, _ reading: Reading) -> Bool {
    guard units.units[id].dimension == .currency, isNumber(end) else { return false }
    let isSign = piece(end - 1).kind == .mark || piece(end - 1).isAllCapitals
    return (isSign && piece(end).isJoined)
      || reading.hasPrefixCurrency && isWord(end - 1) && piece(end - 1).count <= 3
  }

  /// "MUSD", "MSEK", "TSEK": an ISO 4217 code behind a letter for millions or thousands.
  private func scaledCode(_ index: Int) -> (Unit, Int)? {
    let word = piece(index)
    guard word.isAllCapitals, word.count == 4 else { return nil }
    let places: Int
    switch bytes[Int(word.start)] {
    case UInt8(ascii: "M"): places = 6
    case UInt8(ascii: "T"), UInt8(ascii: "K"): places = 3
    default: return nil
    }
    var code = word
    code.start += 1
    guard let unit = units.currencyCode(bytes, code), unit.code != nil, code.count == 3 else {
      return nil
    }
    return (unit, places)
  }

  private func isClosing(_ index: Int) -> Bool {
    isMark(index, ")") || isMark(index, "]") || isMark(index, "}") || isMark(index, ">")
  }

  private func readDegreeSign(_ reading: inout Reading, at sign: Int) -> Bool {
    var end = sign + 1
    reading.unit = .degree
    reading.kind = .measure
    if let (id, after) = tableUnit(at: sign), after > sign + 1 {
      reading.unit = units.units[id]
      end = after
    } else if let (id, after) = tableUnit(at: sign + 1),
      units.units[id].dimension == .temperature || units.units[id].name == "celsius"
    {
      reading.unit = units.units[id]
      end = after
    } else if isExactly(sign + 1, "C") || isExactly(sign + 1, "F") {
      let id = units.find(
        isExactly(sign + 1, "C") ? "celsius" : "fahrenheit")
      reading.unit = id
      end = sign + 2
    }
    reading.unitPieces = sign..<end
    reading.pieces = reading.pieces.lowerBound..<end
    return true
  }

  /// Short names are units only where nothing else is likelier.
  private func isUnit(_ id: Int, _ name: Range<Int>, of reading: Reading) -> Bool {
    let unit = units.units[id]
    let first = piece(name.lowerBound)
    let amount = reading.amount
    if spells(name.lowerBound, "point"), amount.isPlainInteger || amount.isSpelled,
      isHyphen(name.lowerBound - 1) == false, roles(name.upperBound).contains(.cardinal)
    {
      return false
    }
    if name.count == 1, first.count == 1, first.kind == .word {
      return isLetterUnit(name.lowerBound, of: reading)
    }
    if spells(name.lowerBound, "st") {
      return first.isJoined ? isStone(name.lowerBound) : isNumber(name.upperBound)
    }
    switch unit.name {
    case "mark":
      return spells(name.lowerBound, "marks") || amount.isScaled || name.count > 1
    case "South Korean won", "Brazilian real", "Costa Rican colón", "Peruvian sol":
      return name.count > 1 || amount.isScaled || amount.isGrouped
        || DecimalNumber(99) < amount.value || first.isAllCapitals
    case "quarter": return !amount.isFraction
    case "league", "bar", "stone", "cup", "cord", "grain", "mole", "point":
      return isHyphen(name.lowerBound - 1) || isPlural(name.upperBound - 1)
        || !isPlural(name.upperBound)
    case "second":
      // "two second-half goals"
      return !(isHyphen(name.upperBound) && piece(name.upperBound).isJoined)
    case "TAO", "turn", "chain", "thou": return first.kind == .word
    default: return true
    }
  }

  private func isLetterUnit(_ index: Int, of reading: Reading) -> Bool {
    let letter = bytes[Int(piece(index).start)]
    let next = piece(index + 1)
    if isHyphen(index + 1), next.isJoined { return false }
    if isMark(index + 1, "."), piece(index + 2).kind == .word, piece(index + 2).isJoined {
      return false
    }
    if letter == UInt8(ascii: "C") || letter == UInt8(ascii: "F"), isCapitalisedName(index + 1) {
      return false
    }
    if piece(index).isJoined, !isHyphen(index - 1) {
      // "Model 3s", "2018s": a plural or possessive as often as a second.
      return letter != UInt8(ascii: "s") || reading.amount.hasPoint
    }
    switch letter {
    case UInt8(ascii: "m"), UInt8(ascii: "g"), UInt8(ascii: "C"), UInt8(ascii: "F"),
      UInt8(ascii: "p"), UInt8(ascii: "R"), UInt8(ascii: "V"), UInt8(ascii: "W"), UInt8(ascii: "L"),
      UInt8(ascii: "l"), UInt8(ascii: "K"), UInt8(ascii: "N"), UInt8(ascii: "J"):
      return true
    default: return next.kind != .word && next.kind != .number
    }
  }

  /// Words of more than one meaning, by their neighbours.
  private func resolved(_ unit: Unit, _ name: Range<Int>, of reading: Reading) -> Unit {
    if isExactly(name.lowerBound, "kt"), name.count == 1 {
      return speaksOf(speedWords) ? units.find("knot") : unit
    }
    if unit.name == "megabyte", spells(name.lowerBound, "mb"), speaksOf(weatherWords) {
      return units.find("millibar")
    }
    if unit.name == "point", reading.amount.value < DecimalNumber(10),
      reading.amount.isFraction || reading.amount.hasPoint, speaksOf(rateWords)
    {
      return .percentagePoint
    }
    if unit.name == "pound-mass",
      spells(name.lowerBound, "pounds") || spells(name.lowerBound, "pound"),
      keyword(name.upperBound) != .of, reading.amount.isScaled || speaksOf(moneyWords)
    {
      return units.find("pound sterling")
    }
    return unit
  }

  /// One of these words stands in the sentence.
  private func speaksOf(_ words: [StaticString]) -> Bool {
    for index in pieces.indices where isWord(index) {
      for word in words where spells(index, word) { return true }
    }
    return false
  }

  func kind(of unit: Unit) -> Quantity.Kind {
    switch unit.dimension {
    case .currency: .money
    case .time: .duration
    case .fraction: unit == .percentagePoint ? .percentagePoint : .percent
    case .count, .none: .count
    case .rate, .speed, .dataRate: .rate
    default: unit.name == "point" ? .score : .measure
    }
  }
}

private let weatherWords: [StaticString] = [
  "pressure", "hurricane", "storm", "cyclone", "typhoon", "barometer", "barometric", "atmospheric",
]

/// What moves by parts of a percentage point.
private let rateWords: [StaticString] = ["rate", "rates", "yield", "yields", "interest", "bank's"]

private let speedWords: [StaticString] = [
  "speed", "wind", "winds", "gusts", "cruising", "airspeed", "sustained",
]

private let moneyWords: [StaticString] = [
  "price", "cost", "costs", "paid", "pay", "worth", "profit", "spend", "spent", "fine", "fined",
  "salary", "budget", "pence", "wage", "wages", "sales", "revenue", "debt", "bill", "fund", "share",
  "shares", "bank", "tax", "loan", "earn", "earned", "fee", "fees", "pension", "cash", "money",
]

extension Unit {
  static let percentage = Unit(
    name: "percentage", dimension: .fraction, code: "%",
    factor: DecimalNumber(mantissa: 1, exponent: -2))
  static let percentagePoint = Unit(
    name: "percentage point", dimension: .fraction, code: nil,
    factor: DecimalNumber(mantissa: 1, exponent: -2))
  static let basisPoint = Unit(
    name: "basis point", dimension: .fraction, code: nil,
    factor: DecimalNumber(mantissa: 1, exponent: -4))
  static let permille = Unit(
    name: "permille", dimension: .fraction, code: "[ppth]",
    factor: DecimalNumber(mantissa: 1, exponent: -3))
  static let degree = Unit(name: "degree", dimension: .angle, code: "deg")
}

extension UnitTable {
  /// The unit of that name; none where the table has none.
  func find(_ name: StaticString) -> Unit {
    name.withUTF8Buffer { buffer in units[find(buffer, 0, buffer.count, space: nil)] }
  }
}
