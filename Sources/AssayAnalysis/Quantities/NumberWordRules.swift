// Numbers in words.

extension SentenceReader {
  /// "twenty-five", "one hundred and six", "half a million", "a dozen", "two thirds".
  func wordAmount(at start: Int) -> Amount? {
    if let part = wordFraction(at: start) { return part }
    var next = start
    var hasArticle = false
    if keyword(next) == .a || keyword(next) == .an {
      hasArticle = true
      next += 1
      // "a hundred", "a million", "a dozen"
      guard keyword(next) == .hundred || keyword(next) == .dozen || roles(next).contains(.scale),
        piece(next).count > 3
      else { return nil }
    }
    guard let (value, end, lastExponent) = cardinal(at: next, hasArticle: hasArticle) else {
      return nil
    }
    var amount = Amount(
      value: DecimalNumber(mantissa: value), mantissaExponent: lastExponent, pieces: start..<end,
      isSpelled: true)
    amount.isScaled = lastExponent > 0
    if spells(end, "point"), let (digits, after) = spokenDigits(end + 1) {
      amount.value = DecimalNumber.adding(amount.value, digits) ?? amount.value
      amount.mantissaExponent = digits.exponent
      amount.hasPoint = true
      amount.pieces = start..<after
    }
    if let mixed = fractionBehind(amount) { return mixed }
    return scaled(amount)
  }

  /// A run of number words: the value, the end, and the power of ten it is scaled by.
  private func cardinal(at start: Int, hasArticle: Bool) -> (Int128, Int, Int)? {
    var total: Int128 = 0
    var current: Int128 = hasArticle ? 1 : 0
    var hasCurrent = hasArticle
    var next = start
    var end = start
    var lastScale = Int.max
    var exponent = 0
    var lastUnit: Int128 = Int128.max
    while next - start < 24 {
      var place = next
      if isHyphen(place), place > start { place += 1 }
      if keyword(place) == .and, place > start, lastUnit >= 100 {
        place += 1
        if isProperFraction(at: place) { break }
      }
      let entry = lexicon.words[Int(piece(place).entry)]
      guard piece(place).kind == .word, !piece(place).isInName else { break }
      if entry.roles.contains(.cardinal), entry.keyword != .dozen {
        let value = Int128(entry.value)
        if value == 100 {
          guard hasCurrent, current > 0, current < 100, lastUnit != 100 else {
            // "hundred thousand dollars"
            guard place == start, roles(place + 1).contains(.scale) else { break }
            current = 100
            hasCurrent = true
            lastUnit = 100
            next = place + 1
            end = next
            continue
          }
          current *= 100
          exponent = 2
        } else {
          let fits =
            !hasCurrent || (current % 100 == 0 && current > 0 && lastUnit >= 100)
            || (value < 10 && value > 0 && lastUnit >= 20 && lastUnit < 100)
          guard fits, !(hasArticle && next == start) else { break }
          current += value
          exponent = 0
        }
        lastUnit = value == 100 ? 100 : value
        hasCurrent = true
      } else if entry.roles.contains(.scale), hasCurrent, piece(place).count > 3,
        Int(entry.value) < lastScale
      {
        var factor: Int128 = 1
        for _ in 0..<entry.value { factor *= 10 }
        total += current * factor
        current = 0
        hasCurrent = false
        lastScale = Int(entry.value)
        lastUnit = factor
        exponent = Int(entry.value)
      } else if entry.keyword == .dozen, hasCurrent, current > 0, total == 0 {
        current *= 12
        next = place + 1
        end = next
        break
      } else {
        break
      }
      next = place + 1
      end = next
    }
    guard end > start, total > 0 || hasCurrent else { return nil }
    return (total + (hasCurrent ? current : 0), end, exponent)
  }

  /// The digits behind "point": "five", "zero three", "seventy-one".
  private func spokenDigits(_ start: Int) -> (DecimalNumber, Int)? {
    var next = start
    var mantissa: Int128 = 0
    var places = 0
    while places < 12 {
      let place = isHyphen(next) && next > start ? next + 1 : next
      guard roles(place).contains(.cardinal), isWord(place) else { break }
      let value = wordValue(place)
      guard value < 100, keyword(place) != .dozen else { break }
      if value >= 20, roles(place + 1).contains(.cardinal) || isHyphen(place + 1) {
        let unit = isHyphen(place + 1) ? place + 2 : place + 1
        let ones = wordValue(unit)
        if roles(unit).contains(.cardinal), ones < 10 {
          mantissa = mantissa * 100 + Int128(value + ones)
          places += 2
          next = unit + 1
          continue
        }
      }
      mantissa = value >= 10 ? mantissa * 100 + Int128(value) : mantissa * 10 + Int128(value)
      places += value >= 10 ? 2 : 1
      next = place + 1
    }
    return places > 0 ? (DecimalNumber(mantissa: mantissa, exponent: -places), next) : nil
  }

  /// "and three quarters" behind a whole number: of one, of the scale that the number ends in, or of
  /// a scale of its own ("one billion and a half million").
  func fractionBehind(_ amount: Amount) -> Amount? {
    let next = amount.pieces.upperBound
    guard keyword(next) == .and, !amount.hasPoint,
      var part = plainFraction(at: next + 1, isAdjectival: true),
      part.value < DecimalNumber(1)
    else { return nil }
    var result = amount
    result.isFraction = true
    let end = part.pieces.upperBound
    var places = 0
    if roles(end).contains(.scale), piece(end).count > 3 {
      places = wordValue(end)
      result.pieces = amount.pieces.lowerBound..<end + 1
      if !amount.isScaled {
        // "two and a half million"
        guard let sum = DecimalNumber.adding(amount.value, part.value) else { return nil }
        result.value = sum.shifted(by: places)
        result.mantissaExponent = max(part.mantissaExponent, -2) + places
        result.isScaled = true
        return result
      }
    } else {
      result.pieces = amount.pieces.lowerBound..<end
      places = amount.isScaled && amount.mantissaExponent >= 3 ? amount.mantissaExponent : 0
    }
    part.value = part.value.shifted(by: places)
    guard let sum = DecimalNumber.adding(amount.value, part.value) else { return nil }
    result.value = sum
    result.mantissaExponent = max(part.mantissaExponent, -2) + places
    return result
  }

  /// A proper fraction stands at a piece: "three quarters", "a half".
  private func isProperFraction(at index: Int) -> Bool {
    guard let part = plainFraction(at: index) else { return false }
    return part.value < DecimalNumber(1)
  }

  /// "a half", "one third", "three quarters", without a look at the words around.
  /// As an adjective it needs no plural: "two and three-quarter hours".
  func plainFraction(at start: Int, isAdjectival: Bool = false) -> Amount? {
    var next = start
    var top: Int128 = 1
    if keyword(next) == .a || keyword(next) == .an {
      next += 1
    } else if roles(next).contains(.cardinal), keyword(next) != .dozen {
      guard let (value, end, _) = cardinal(at: next, hasArticle: false) else { return nil }
      top = value
      next = end
    } else {
      return nil
    }
    guard let (bottom, end, isPlural) = denominator(at: next),
      isPlural == (top != 1) || isAdjectival && !isPlural && bottom == 4,
      let value = quotient(top, bottom)
    else { return nil }
    return Amount(
      value: value, mantissaExponent: value.exponent, pieces: start..<end, hasPoint: true,
      isWord: true, isSpelled: true, isFraction: true)
  }

  /// "thirds", "hundredth", "twenty-fifth": the denominator, the end, and whether it is a plural.
  private func denominator(at start: Int) -> (Int128, Int, Bool)? {
    var next = start
    if isHyphen(next) { next += 1 }
    var tens = 0
    if roles(next).contains(.cardinal), wordValue(next) >= 20, wordValue(next) < 100 {
      tens = wordValue(next)
      next += 1
      if isHyphen(next) { next += 1 }
    }
    let isPlural = roles(next).contains(.fractions)
    guard isWord(next), isPlural || roles(next).contains(.ordinal) else { return nil }
    let value = wordValue(next)
    guard tens == 0 ? value >= 2 : value < 10 else { return nil }
    return (Int128(tens + value), next + 1, isPlural)
  }
}

// MARK: Fractions in words

extension SentenceReader {
  /// "half", "a third of", "two-thirds", "three quarters", "half a million", "quarter million".
  func wordFraction(at start: Int) -> Amount? {
    guard isWord(start), !piece(start).isInName else { return nil }
    if let half = halfAmount(at: start) { return half }
    if keyword(start) == .quarter, roles(start + 1).contains(.scale) {
      return finishedFraction(DecimalNumber(mantissa: 25, exponent: -2), pieces: start..<start + 1)
    }
    if keyword(start) == .quarter, isHyphen(start + 1), piece(start + 1).isJoined,
      isHalvable(start + 2)
    {
      return finishedFraction(DecimalNumber(mantissa: 25, exponent: -2), pieces: start..<start + 1)
    }
    guard let part = plainFraction(at: start) else { return nil }
    let end = part.pieces.upperBound
    let isPlural = roles(end - 1).contains(.fractions)
    if !isPlural, !isFractionByContext(from: start, end: end) { return nil }
    if isPlural, wordValue(end - 1) == 4, isCalendarQuarters(end) { return nil }
    return finishedFraction(part.value, pieces: start..<end)
  }

  /// "a third" is a rank as often as a part: it is a part before "of", a comparison or a mark, and
  /// behind a hyphen ("one-third").
  private func isFractionByContext(from start: Int, end: Int) -> Bool {
    if isHyphen(end - 2), roles(start).contains(.cardinal) { return true }
    if roles(end).contains(.scale) { return true }
    switch keyword(end) {
    case .of, .more, .less, .fewer, .higher, .lower, .larger, .smaller, .bigger: return true
    case .as where keyword(end + 1) == .much || keyword(end + 1) == .many: return true
    default: break
    }
    if roles(start).contains(.cardinal) { return wordValue(end - 1) != 2 && !isWord(end) }
    if isSetOff(from: start, end: end) { return true }
    if start == 0, piece(end).kind == .end { return true }
    let before = pastQualifiers(before: start)
    return isChange(before) || keyword(before) == .by
      || isOfChange(before) && !isWord(end)
  }

  private func isChange(_ index: Int) -> Bool {
    roles(index).contains(.down) || roles(index).contains(.up)
  }

  /// "a drop of a third"
  private func isOfChange(_ of: Int) -> Bool { keyword(of) == .of && isChange(of - 1) }

  /// The word before "at least", "more than", "just over" and their like.
  private func pastQualifiers(before start: Int) -> Int {
    var place = start - 1
    while place >= start - 5 {
      switch keyword(place) {
      case .than, .more, .less, .least, .at, .about, .almost, .nearly, .roughly, .just, .over,
        .under,
        .around, .only, .as, .much, .to:
        place -= 1
      default: return place
      }
    }
    return place
  }

  /// "205 of the 820, or a quarter, stand", "£18 instead of £24, a quarter off": a part between marks,
  /// behind a number of the same sentence.
  private func isSetOff(from start: Int, end: Int) -> Bool {
    let isOff = spells(end, "off")
    let isClosed = !isWord(end) && !isMark(end, "-") && piece(end).kind != .number || isOff
    var place = start - 1
    while [.about, .almost, .nearly, .roughly, .just, .only].contains(keyword(place)) { place -= 1 }
    guard isClosed,
      isMark(place, ",") || isMark(place, "(") || keyword(place) == .or || spells(place, "also")
    else { return false }
    return pieces[..<max(0, place)].contains { $0.kind == .number } || isOff
  }

  private func isCalendarQuarters(_ next: Int) -> Bool {
    // "for three quarters", "the past four quarters" speak of time; "three quarters of" does not.
    !(keyword(next) == .of || roles(next).contains(.scale) || !isWord(next))
  }

  private func halfAmount(at start: Int) -> Amount? {
    var next = start
    if keyword(next) == .a || spells(next, "one") {
      guard keyword(next + 1) == .half || (isHyphen(next + 1) && keyword(next + 2) == .half) else {
        return nil
      }
      next = isHyphen(next + 1) ? next + 2 : next + 1
    }
    guard keyword(next) == .half else { return nil }
    let value = DecimalNumber(mantissa: 5, exponent: -1)
    let end = next + 1
    // "half a million", "half million", "half a dozen", "half-a-million"
    var after = end
    while isHyphen(after) { after += 1 }
    if keyword(after) == .a || keyword(after) == .an { after += 1 }
    while isHyphen(after) { after += 1 }
    if keyword(after) == .dozen {
      var amount = Amount(
        value: DecimalNumber(6), mantissaExponent: 0, pieces: start..<after + 1, isSpelled: true)
      amount.isScaled = true
      return amount
    }
    if roles(after).contains(.scale), piece(after).count > 3 {
      return finishedFraction(value, pieces: start..<after)
    }
    guard isOfChange(start - 1) || !isPartOfGame(before: start, end: end) else { return nil }
    return finishedFraction(value, pieces: start..<end)
  }

  /// "first half", "half-time", "half past", "half marathon", "the better half".
  private func isPartOfGame(before start: Int, end: Int) -> Bool {
    if roles(start - 1).contains(.ordinal) || keyword(start - 1) == .last { return true }
    if isHyphen(end), piece(end).isJoined { return !spells(end + 1, "of") && !isHalvable(end + 1) }
    if isHyphen(start - 1), piece(start - 1).isJoined { return true }
    switch keyword(end) {
    case .of, .the, .a, .an, .his, .her, .its, .their, .our, .my, .that, .this, .these, .those,
      .all, .as, .more, .less, .century:
      return false
    default: break
    }
    if roles(end).contains(.timeSpan) || isPlural(end) || isHalvable(end) { return false }
    switch keyword(start - 1) {
    case .about, .almost, .nearly, .around, .roughly, .by, .than, .over, .under, .least, .most,
      .only, .just, .approximately, .to:
      return false
    default: return true
    }
  }

  /// A unit that people have halves of: "half-litre", "half a mile"; but "half-year results" name a
  /// time.
  private func isHalvable(_ index: Int) -> Bool {
    guard isWord(index), piece(index).count > 3, let (id, _) = tableUnit(at: index) else {
      return false
    }
    switch units.units[id].dimension {
    case .length, .area, .volume, .mass, .angle: return true
    case .time: return roles(index).contains(.timeSpan) && wordValue(index) <= 4
    default: return false
    }
  }

  private func finishedFraction(_ value: DecimalNumber, pieces: Range<Int>) -> Amount? {
    var amount = Amount(value: value, mantissaExponent: value.exponent, pieces: pieces)
    amount.isWord = true
    amount.isFraction = true
    amount.hasPoint = true
    amount.isSpelled = true
    let next = pieces.upperBound
    // "two thirds of a million"
    if keyword(next) == .of, keyword(next + 1) == .a, roles(next + 2).contains(.scale) {
      amount.pieces = pieces.lowerBound..<next + 2
    }
    let end = amount.pieces.upperBound
    if roles(end).contains(.scale), piece(end).count > 3 {
      amount.value = value.shifted(by: wordValue(end))
      amount.mantissaExponent += wordValue(end)
      amount.pieces = amount.pieces.lowerBound..<end + 1
      amount.isScaled = true
    } else {
      amount.pieces = pieces
    }
    return amount
  }
}
