// Numbers in digits and words, with fractions and scales.

extension SentenceReader {
  /// The amount that begins at a piece, without sign and currency.
  func amount(at start: Int) -> Amount? {
    if isNumber(start) { return digitAmount(at: start) }
    if isMark(start, "."), isNumber(start + 1), piece(start + 1).isJoined, !hasLetterBefore(start) {
      return pointAmount(at: start)
    }
    if let (numerator, denominator) = vulgarFraction(piece(start).mark), piece(start).kind == .mark
    {
      guard let value = quotient(Int128(numerator), Int128(denominator)) else { return nil }
      var amount = Amount(
        value: value, mantissaExponent: value.exponent, pieces: start..<start + 1, hasPoint: true)
      amount.isFraction = true
      return scaled(amount)
    }
    return wordAmount(at: start)
  }

  private func hasLetterBefore(_ index: Int) -> Bool {
    piece(index).isJoined && (isWord(index - 1) || isNumber(index - 1))
  }

  /// ".25"
  private func pointAmount(at start: Int) -> Amount? {
    let digits = piece(start + 1)
    guard
      let reading = DigitReading(bytes, Int(digits.start), Int(digits.end)), reading.places == 0,
      !reading.isGrouped, digits.count <= 36
    else { return nil }
    let value = reading.value.shifted(by: -digits.count)
    let amount = Amount(
      value: value, mantissaExponent: -digits.count, pieces: start..<start + 2, hasPoint: true)
    return scaled(amount)
  }

  private func digitAmount(at start: Int) -> Amount? {
    let digits = piece(start)
    guard let reading = DigitReading(bytes, Int(digits.start), Int(digits.end)) else { return nil }
    var amount = Amount(
      value: reading.value, mantissaExponent: -reading.places, pieces: start..<start + 1,
      hasPoint: reading.places > 0)
    amount.isGrouped = reading.isGrouped
    if reading.places == 0, !reading.isGrouped {
      joinSpacedGroups(&amount)
      joinBroken(&amount)
      if let mixed = fraction(behind: amount) { return scaled(mixed) }
    }
    if let power = power(behind: amount) { return power }
    return scaled(amount)
  }

  /// "1 234 567" and "40 000": groups of three apart by one space. A plain space needs two groups,
  /// or a thin or no-break one.
  private func joinSpacedGroups(_ amount: inout Amount) {
    let first = piece(amount.pieces.lowerBound)
    guard first.count <= 3, bytes[Int(first.start)] != 0x30 else { return }
    var next = amount.pieces.upperBound
    var last = first
    var isNarrow = true
    while isNumber(next), next - amount.pieces.lowerBound < 8 {
      let group = piece(next)
      let gap = Int(group.start) - Int(last.end)
      let isGap = gap >= 1 && gap <= 3
      guard isGap, group.count >= 3, hasThreeDigits(group) else { break }
      if gap == 1 { isNarrow = false }
      last = group
      next += 1
      if group.count > 3 { break }
    }
    let groups = next - amount.pieces.upperBound
    guard
      groups >= 2 || groups == 1 && (isNarrow || last.count == 3 || hasDecimalComma(last)),
      !isNumber(next)
    else { return }
    guard let joined = joinedDigits(amount.pieces.lowerBound..<next) else { return }
    amount.value = joined.value
    amount.mantissaExponent = -joined.places
    amount.hasPoint = joined.places > 0
    amount.isGrouped = true
    amount.pieces = amount.pieces.lowerBound..<next
  }

  /// "EUR74 .8" and "80, 000": one number that a text cut into tokens has broken; "1'234'567" as the
  /// Swiss write it.
  private func joinBroken(_ amount: inout Amount) {
    let first = amount.pieces.lowerBound
    for _ in 0..<3 {
      let mark = amount.pieces.upperBound
      guard isNumber(mark + 1), isBrokenDecimal(at: mark) || isBrokenThousand(at: mark),
        let joined = joinedDigits(first..<mark + 2)
      else { return }
      amount.value = joined.value
      amount.mantissaExponent = -joined.places
      amount.hasPoint = joined.places > 0
      amount.isGrouped = joined.places == 0
      amount.pieces = first..<mark + 2
    }
  }

  private func isBrokenDecimal(at mark: Int) -> Bool {
    guard isMark(mark, ".") || isMark(mark, ","), piece(mark - 1).isJoined else { return false }
    let isBehindCode = isWord(mark - 2) || isPrefix(mark - 2)
    return isBehindCode && !piece(mark).isJoined && piece(mark + 1).isJoined
  }

  private func isBrokenThousand(at mark: Int) -> Bool {
    guard piece(mark).isJoined, piece(mark - 1).count <= 3 else { return false }
    if isMark(mark, ",") { return isExactly(mark + 1, "000") }
    return (isMark(mark, "'") || isMark(mark, "’")) && piece(mark + 1).isJoined
      && hasThreeDigits(piece(mark + 1))
  }

  /// The digits of several pieces as one number.
  private func joinedDigits(_ range: Range<Int>) -> DigitReading? {
    var digits: [UInt8] = []
    for index in range {
      digits.append(contentsOf: bytes[Int(piece(index).start)..<Int(piece(index).end)])
    }
    return digits.withUnsafeBufferPointer { DigitReading($0, 0, $0.count) }
  }

  /// "234,5" and "234,56" behind "1 ".
  private func hasDecimalComma(_ group: Piece) -> Bool {
    (group.count == 5 || group.count == 6) && bytes[Int(group.start) + 3] == UInt8(ascii: ",")
  }

  private func hasThreeDigits(_ group: Piece) -> Bool {
    guard group.count >= 3 else { return false }
    for place in 0..<3 where !bytes[Int(group.start) + place].isASCIIDigit { return false }
    return group.count == 3 || bytes[Int(group.start) + 3] == UInt8(ascii: ".")
      || bytes[Int(group.start) + 3] == UInt8(ascii: ",")
  }

  /// "1/2", "7 3/4", "10½".
  private func fraction(behind amount: Amount) -> Amount? {
    let next = amount.pieces.upperBound
    if piece(next).kind == .mark, let (top, bottom) = vulgarFraction(piece(next).mark) {
      return mixed(amount, top: Int128(top), bottom: Int128(bottom), end: next + 1)
    }
    if isSlash(next), piece(next).isJoined, piece(next + 1).isJoined,
      let bottom = plainInteger(next + 1, digits: 4),
      !isSlash(next + 2) || !piece(next + 2).isJoined,
      let top = plainInteger(amount.pieces.lowerBound, digits: 4), bottom > 1, top < bottom,
      top == 1 || [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 32, 64, 100, 128, 1000].contains(bottom)
    {
      guard let value = quotient(Int128(top), Int128(bottom)) else { return nil }
      var result = amount
      result.value = value
      result.mantissaExponent = value.exponent
      result.hasPoint = true
      result.isFraction = true
      result.pieces = amount.pieces.lowerBound..<next + 2
      return result
    }
    // "7 3/4"
    if isNumber(next), isSlash(next + 1), piece(next + 1).isJoined, piece(next + 2).isJoined,
      let top = plainInteger(next, digits: 2), let bottom = plainInteger(next + 2, digits: 3),
      top > 0, top < bottom, [2, 3, 4, 5, 8, 10, 16, 32, 64].contains(bottom)
    {
      return mixed(amount, top: Int128(top), bottom: Int128(bottom), end: next + 3)
    }
    return nil
  }

  private func isSlash(_ index: Int) -> Bool {
    isMark(index, "/") || isMark(index, "\u{2044}") || isMark(index, "\u{2215}")
  }

  private func mixed(_ amount: Amount, top: Int128, bottom: Int128, end: Int) -> Amount? {
    guard let part = quotient(top, bottom), let sum = DecimalNumber.adding(amount.value, part)
    else { return nil }
    var result = amount
    result.value = sum
    result.mantissaExponent = part.exponent
    result.hasPoint = true
    result.isFraction = true
    result.pieces = amount.pieces.lowerBound..<end
    return result
  }

  /// "1.99×10−30", "1.3x10^6", "1.3e6".
  private func power(behind amount: Amount) -> Amount? {
    var next = amount.pieces.upperBound
    var exponent = 0
    if isWord(next), piece(next).isJoined, let written = joinedExponent(next) {
      exponent = written
      next += 1
    } else if isWord(next), piece(next).isJoined, spells(next, "e"),
      isMark(next + 1, "+") || isMark(next + 1, "-"), let size = plainInteger(next + 2, digits: 3),
      piece(next + 2).isJoined
    {
      exponent = isMark(next + 1, "-") ? -size : size
      next += 3
    } else if let (size, end) = timesTenPower(next) {
      exponent = size
      next = end
    } else {
      return raised(amount)
    }
    guard exponent.magnitude <= 300 else { return nil }
    var result = amount
    result.value = amount.value.shifted(by: exponent)
    result.mantissaExponent += exponent
    result.hasPoint = true
    result.pieces = amount.pieces.lowerBound..<next
    return result
  }

  /// "⁻⁵" behind "10".
  private func superscript(_ start: Int) -> (Int, Int)? {
    var next = start
    var (value, sign, digits) = (0, 1, 0)
    while piece(next).isJoined, piece(next).kind != .end, digits < 4 {
      let piece = piece(next)
      let words = String(decoding: bytes[Int(piece.start)..<Int(piece.end)], as: UTF8.self)
      for scalar in words.unicodeScalars {
        if scalar.value == 0x207B, digits == 0, sign == 1 {
          sign = -1
        } else if let digit = superscriptDigit(scalar) {
          value = value * 10 + digit
          digits += 1
        } else {
          return digits > 0 && scalar == words.unicodeScalars.first ? (value * sign, next) : nil
        }
      }
      next += 1
    }
    return digits > 0 ? (value * sign, next) : nil
  }

  private func superscriptDigit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0xB9: 1
    case 0xB2, 0xB3: Int(scalar.value - 0xB0)
    case 0x2070, 0x2074...0x2079: Int(scalar.value - 0x2070)
    default: nil
    }
  }

  /// "2^32", "10^18".
  private func raised(_ amount: Amount) -> Amount? {
    let sign = amount.pieces.upperBound
    // Behind any other number it may be a note: "in 2019¹".
    if amount.value == DecimalNumber(10), let (exponent, end) = superscript(sign) {
      var result = amount
      result.value = DecimalNumber(1).shifted(by: exponent)
      result.mantissaExponent = exponent
      result.hasPoint = true
      result.pieces = amount.pieces.lowerBound..<end
      return result
    }
    guard isMark(sign, "^"), piece(sign).isJoined, piece(sign + 1).isJoined,
      let power = plainInteger(sign + 1, digits: 3)
    else { return nil }
    var value = DecimalNumber(1)
    for _ in 0..<power {
      guard let product = DecimalNumber.multiplying(value, amount.value) else { return nil }
      value = product
    }
    var result = amount
    result.value = value
    result.mantissaExponent = value.exponent
    result.hasPoint = true
    result.pieces = amount.pieces.lowerBound..<sign + 2
    return result
  }

  /// The tail of "1e10", joined to its digits.
  private func joinedExponent(_ index: Int) -> Int? {
    let piece = piece(index)
    guard piece.count >= 2, piece.count <= 4, bytes[Int(piece.start)].lowercasedASCII == 0x65
    else { return nil }
    var value = 0
    for place in Int(piece.start) + 1..<Int(piece.end) {
      guard bytes[place].isASCIIDigit else { return nil }
      value = value * 10 + Int(bytes[place] - 0x30)
    }
    return value
  }

  /// "×10−30", "x10^6", "x 10^-4"; the index behind it.
  private func timesTenPower(_ start: Int) -> (Int, Int)? {
    var next = start
    if isMark(next, "×") || isMark(next, "*") || isMark(next, "·") || spells(next, "x") {
      next += 1
      guard plainInteger(next) == 10 else { return nil }
      next += 1
    } else if spells(next, "x10"), piece(next).isJoined {
      next += 1
    } else {
      return nil
    }
    if let (power, end) = superscript(next) { return (power, end) }
    if isMark(next, "^") { next += 1 }
    var sign = 1
    if isMark(next, "-") || isMark(next, "−") || isMark(next, "–") {
      sign = -1
      next += 1
    } else if isMark(next, "+") {
      next += 1
    }
    guard let size = plainInteger(next, digits: 3), piece(next).isJoined else { return nil }
    return (sign * size, next + 1)
  }
}

// MARK: Scales

extension SentenceReader {
  /// The amount with the scale words behind it: "1.2 million", "13.6M", "3 lakh crore".
  func scaled(_ amount: Amount) -> Amount {
    var result = amount
    var rounds = 0
    while rounds < 3 {
      rounds += 1
      var next = result.pieces.upperBound
      if isHyphen(next), piece(next).isJoined, piece(next + 1).isJoined,
        roles(next + 1).contains(.scale) || keyword(next + 1) == .hundred
      {
        next += 1
      }
      if keyword(next) == .hundred, rounds == 1, !result.isSpelled {
        result = multiplied(result, by: 2, end: next + 1)
      } else if roles(next).contains(.scale)
        || roles(next).contains(.vaguePlural) && wordValue(next) >= 3
      {
        result = multiplied(result, by: wordValue(next), end: next + 1)
      } else if rounds == 1, keyword(next) == .dozen || keyword(next) == .dozens,
        let product = DecimalNumber.multiplying(result.value, DecimalNumber(12))
      {
        result.value = product
        result.isScaled = true
        result.pieces = result.pieces.lowerBound..<next + 1
      } else if rounds == 1, spells(next, "grand"), !piece(next).isCapitalised,
        !isWord(next + 1) || roles(next + 1).contains(.function)
      {
        result = multiplied(result, by: 3, end: next + 1)
      } else if rounds == 1, let exponent = letterScale(next) {
        result = multiplied(result, by: exponent, end: next + 1)
        return result
      } else {
        break
      }
    }
    return fractionBehind(result) ?? withRest(result)
  }

  /// "3 hundred and 21", "4 thousand 3 hundred".
  private func withRest(_ amount: Amount) -> Amount {
    guard amount.isScaled, !amount.hasPoint, amount.mantissaExponent >= 2, !amount.isSpelled else {
      return amount
    }
    var next = amount.pieces.upperBound
    let hasAnd = keyword(next) == .and
    if hasAnd { next += 1 }
    if hasAnd, let spelled = spelledRest(amount, at: next) { return spelled }
    guard isNumber(next), let rest = plainInteger(next, digits: 3), rest > 0,
      !isMark(next + 1, "."),
      hasAnd || roles(next + 1).contains(.scale) || keyword(next + 1) == .hundred
    else { return amount }
    var value = DecimalNumber(rest)
    var end = next + 1
    if keyword(end) == .hundred {
      value = value.shifted(by: 2)
      end += 1
      if keyword(end) == .and, let ones = plainInteger(end + 1, digits: 2), ones > 0 {
        value = DecimalNumber.adding(value, DecimalNumber(ones)) ?? value
        end += 2
      }
    }
    guard value < DecimalNumber(mantissa: 1, exponent: amount.mantissaExponent),
      !roles(end).contains(.scale), let sum = DecimalNumber.adding(amount.value, value)
    else { return amount }
    var result = amount
    result.value = sum
    result.mantissaExponent = 0
    result.pieces = amount.pieces.lowerBound..<end
    return result
  }

  /// "and one" of "3 hundred and one".
  private func spelledRest(_ amount: Amount, at start: Int) -> Amount? {
    guard roles(start).contains(.cardinal), let rest = wordAmount(at: start), !rest.isScaled,
      !rest.isFraction, rest.value < DecimalNumber(100),
      !roles(rest.pieces.upperBound).contains(.scale),
      !isPlural(rest.pieces.upperBound), tableUnit(at: rest.pieces.upperBound) == nil,
      keyword(rest.pieces.upperBound) != .hundred,
      let sum = DecimalNumber.adding(amount.value, rest.value)
    else { return nil }
    var result = amount
    result.value = sum
    result.mantissaExponent = 0
    result.pieces = amount.pieces.lowerBound..<rest.pieces.upperBound
    return result
  }

  func isCapitalisedName(_ index: Int) -> Bool { isWord(index) && piece(index).isCapitalised }

  private func multiplied(_ amount: Amount, by places: Int, end: Int) -> Amount {
    var result = amount
    result.value = amount.value.shifted(by: places)
    result.mantissaExponent += places
    result.isScaled = true
    result.scaleExponent += places
    result.pieces = amount.pieces.lowerBound..<end
    return result
  }

  /// "k", "M", "b", "T" joined to their digits (or K and M a space behind), where nothing makes
  /// them a unit.
  private func letterScale(_ index: Int) -> Int? {
    let piece = piece(index)
    guard piece.kind == .word, piece.count <= 2 else { return nil }
    let hasCurrency =
      hasCurrencyBefore(index) || isPrefix(index + 1) && self.piece(index + 1).isJoined
    if spells(index, "mm"), hasCurrency, piece.isJoined { return 6 }
    if spells(index, "mm"), isExactly(index, "MM") { return 6 }
    let isAlone = !isWord(index + 1) && !isHyphen(index + 1)
    // "5 m passengers"
    if isExactly(index, "m"), !piece.isJoined, !hasCurrency {
      return roles(index + 1).contains(.irregularPlural) || isHeadcount(index + 1) ? 6 : nil
    }
    guard piece.count == 1, piece.isJoined || hasCurrency || isAlone else { return nil }
    if !piece.isJoined, !hasCurrency, !spells(index, "k"), !isExactly(index, "M") { return nil }
    switch bytes[Int(piece.start)] {
    case UInt8(ascii: "K") where speaksOfDegrees(): return nil
    case UInt8(ascii: "k"), UInt8(ascii: "K"): return 3
    case UInt8(ascii: "M"): return 6
    case UInt8(ascii: "m"):
      let isCounted =
        countsPeople(index + 1) || isPopulation(before: index - 1) || isFunding(index + 1)
      return hasCurrency || isCounted || hasMillions() ? 6 : nil
    case UInt8(ascii: "b"), UInt8(ascii: "B"): return 9
    case UInt8(ascii: "t"), UInt8(ascii: "T"): return hasCurrency ? 12 : nil
    default: return nil
    }
  }

  /// "passengers": what is counted in millions, and has no length.
  private func isHeadcount(_ index: Int) -> Bool {
    let counted: [StaticString] = [
      "passengers", "users", "customers", "subscribers", "viewers", "visitors", "voters", "jobs",
      "households", "shares", "doses", "barrels", "tonnes", "workers", "members", "listeners",
      "readers", "tourists", "refugees", "vehicles", "copies", "units", "pupils", "patients",
    ]
    return spells(index, anyOf: counted)
  }

  /// "population of 8.9m", "revenue was 3.2m": nothing that has a length.
  private func isPopulation(before index: Int) -> Bool {
    let counted: [StaticString] = [
      "population", "audience", "circulation", "viewership", "attendance", "revenue", "revenues",
      "turnover", "profit", "profits", "sales", "budget", "losses",
    ]
    for back in 1...3 {
      guard isWord(index - back) else { return false }
      if spells(index - back, anyOf: counted) { return true }
    }
    return false
  }

  /// Another number of the sentence counts millions: "21 million, of which 19.7m".
  private func hasMillions() -> Bool {
    readings.contains { $0.amount.isScaled && $0.amount.scaleExponent >= 6 }
  }

  /// A degree sign makes "573 K" a temperature.
  private func speaksOfDegrees() -> Bool {
    for index in pieces.indices where piece(index).mark == 0xB0 { return true }
    return false
  }

  /// "12.3m tonnes", "2.7m combined sales", but "100m race", "5m long".
  private func countsPeople(_ index: Int) -> Bool {
    var next = index
    for _ in 0..<4 {
      guard isWord(next), !roles(next).contains(.function) else { return false }
      if isPlural(next) { return !isMeasuredInMetres(next) }
      next += 1
      if keyword(next) == .and { next += 1 }
    }
    return false
  }

  /// "a 90m raise", "a 20m loan".
  private func isFunding(_ index: Int) -> Bool {
    let funds: [StaticString] = [
      "raise", "round", "deal", "loan", "valuation", "budget", "contract", "fee", "lawsuit",
      "settlement", "investment", "bailout", "fine", "fund", "seed",
    ]
    return spells(index, anyOf: funds)
  }

  /// "2m waves", "50m pools".
  private func isMeasuredInMetres(_ index: Int) -> Bool {
    let long: [StaticString] = [
      "waves", "walls", "fences", "tides", "swells", "races", "hurdles", "sprints", "heats",
      "finals", "pools", "cliffs", "dunes", "ladders", "poles", "banners", "drops", "gaps",
      "towers", "trenches", "cables", "ropes", "masts", "trees", "flames", "drifts",
    ]
    return spells(index, anyOf: long)
  }

  /// A currency sign or code stands right before the number that ends before `index`.
  private func hasCurrencyBefore(_ index: Int) -> Bool {
    var first = index - 1
    while first > 0, isNumber(first) || isMark(first, "-") || isMark(first, ".") { first -= 1 }
    if piece(first).kind == .mark { return units.currency(mark: piece(first).mark) != nil }
    return isWord(first) && units.currencyCode(bytes, piece(first)) != nil
  }
}
