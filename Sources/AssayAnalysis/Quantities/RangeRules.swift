// Ranges, ratios, shared units, and numbers without a number word.

extension SentenceReader {
  /// "one in five", "three out of ten", "$24 of every $100", "3:1"; the piece behind it.
  func readRatio(_ reading: inout Reading) -> Int? {
    let end = reading.pieces.upperBound
    if isMark(end, ":"), piece(end).isJoined, piece(end + 1).isJoined, reading.unit == .none,
      let bottom = plainInteger(end + 1, digits: 4), bottom > 0, reading.amount.isPlainInteger
    {
      let isRatio =
        bottom == 1 || keyword(end + 2) == .ratio || keyword(end + 2) == .odds
        || keyword(reading.pieces.lowerBound - 2) == .ratio || spells(end + 2, "split")
      guard isRatio else { return nil }
      return finishRatio(&reading, bottom: DecimalNumber(bottom), end: end + 2, rule: "a-to-b")
    }
    if keyword(end) == .to, plainInteger(end + 1, digits: 1) == 1 || keyword(end + 1) == .one,
      reading.unit == .none, !isWord(end + 2) || roles(end + 2).contains(.function),
      speaksOfRatio()
    {
      return finishRatio(&reading, bottom: DecimalNumber(1), end: end + 2, rule: "a-to-b")
    }
    var next = end
    var isEvery = false
    if keyword(next) == .out, keyword(next + 1) == .of {
      next += 2
      isEvery = true
    } else if keyword(next) == .in {
      next += 1
    } else if keyword(next) == .over, reading.unit == .none,
      reading.amount.isPlainInteger
        || reading.amount.isSpelled
    {
      // "one over twenty"
      guard let bottom = amount(at: next + 1), !bottom.isFraction, !bottom.value.isZero,
        !bottom.value.isNegative, !isWord(bottom.pieces.upperBound),
        bottom.isSpelled || bottom.isPlainInteger, !isMark(bottom.pieces.upperBound, "%"),
        reading.amount.value < bottom.value
      else { return nil }
      return finishRatio(
        &reading, bottom: bottom.value, end: bottom.pieces.upperBound, rule: "a-over-b")
    } else if keyword(next) == .of || keyword(next) == .for, keyword(next + 1) == .every {
      next += 1
    } else {
      return nil
    }
    if keyword(next) == .every {
      next += 1
      isEvery = true
    }
    if isMark(next, "$") || isMark(next, "€") || isMark(next, "£") {
      guard reading.kind == .money, isEvery else { return nil }
      next += 1
    } else if reading.unit != .none || reading.amount.isFraction {
      return nil
    }
    guard let bottom = amount(at: next), !bottom.isFraction, !bottom.isWord,
      reading.amount.value < bottom.value, !reading.amount.isNegativeOrZero,
      isEvery || isSmallRatio(reading, bottom, next)
    else { return nil }
    return finishRatio(
      &reading, bottom: bottom.value, end: bottom.pieces.upperBound, rule: "one-in-n")
  }

  /// "The ratio of pupils to teachers fell to 14 to 1."
  private func speaksOfRatio() -> Bool {
    pieces.indices.contains {
      keyword($0) == .ratio || keyword($0) == .odds || spells($0, "ratios")
    }
  }

  /// "one in five", but "5 in 2019", "1 in 5 minutes".
  private func isSmallRatio(_ reading: Reading, _ bottom: Amount, _ start: Int) -> Bool {
    let after = bottom.pieces.upperBound
    guard !bottom.isScaled || bottom.isSpelled, reading.amount.value < DecimalNumber(10) else {
      return false
    }
    if !bottom.isSpelled, piece(start).count == 4 { return false }
    return !roles(after).contains(.timeSpan) && !isMark(after, "%") && keyword(after) != .percent
  }

  private func finishRatio(
    _ reading: inout Reading, bottom: DecimalNumber, end: Int, rule: String
  ) -> Int? {
    let exponent = min(reading.amount.value.exponent, bottom.exponent)
    guard exponent >= -18, reading.amount.value.exponent - exponent <= 18,
      bottom.exponent - exponent <= 18,
      let top = aligned(reading.amount.value, exponent), let base = aligned(bottom, exponent),
      let value = quotient(top, base)
    else { return nil }
    reading.amount.value = value
    reading.amount.mantissaExponent = value.exponent
    reading.amount.hasPoint = true
    reading.amount.isWord = true
    reading.pieces = reading.pieces.lowerBound..<end
    reading.unit = .none
    reading.unitPieces = 0..<0
    reading.kind = .ratio
    reading.rule = rule
    if rule == "one-in-n" { readShareNoun(&reading) }
    return end
  }

  private func aligned(_ value: DecimalNumber, _ exponent: Int) -> Int128? {
    var result = value.mantissa
    for _ in exponent..<max(exponent, value.exponent) {
      let (next, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = next
    }
    return result
  }
}

extension Amount {
  var isNegativeOrZero: Bool { value.isNegative || value.isZero }
}

// MARK: Neighbours

extension SentenceReader {
  /// Gives a bare number the unit of the number behind it: "5 and 6 kg", "eight or nine euros",
  /// "from 23 to 95 per cent"; and the sign before it: "$62 to 68".
  mutating func shareUnits() {
    guard readings.count > 1 else { return }
    for index in stride(from: readings.count - 2, through: 0, by: -1) {
      let next = readings[index + 1]
      guard let joint = joint(index), readings[index].kind != .ratio, next.kind != .ratio,
        (readings[index].kind == .multiple) == (next.kind == .multiple)
      else {
        continue
      }
      shareScale(index, joint)
      // "by a fifth to 600,000 barrels": a part has no unit of its own.
      let isPart = readings[index].amount.isWord && joint == .to
      let isBare =
        readings[index].unit == .none && readings[index].unitPieces.isEmpty && !isPart
      if isBare, next.unit != .none, next.kind != .multiple, !next.hasPrefixCurrency,
        mayShare(index, joint)
      {
        readings[index].hasSharedUnit = true
        readings[index].unit = next.unit
        readings[index].kind = next.kind
        readings[index].unitPieces = next.unitPieces
      } else if readings[index].unit.dimension == .currency, next.unit.dimension == .rate,
        joint != .comma, next.unit.name.hasPrefix(readings[index].unit.name + " per ")
      {
        readings[index].unit = next.unit
        readings[index].unitPieces = next.unitPieces
      } else if joint == .to || joint == .dash || joint == .and, next.unit == .none,
        readings[index].rule == "age", next.unitPieces.isEmpty
      {
        readings[index + 1].unit = readings[index].unit
        readings[index + 1].kind = readings[index].kind
      } else if joint == .to || joint == .dash, next.unit == .none,
        readings[index].hasPrefixCurrency, next.unitPieces.isEmpty, isLikeAmount(index)
      {
        readings[index + 1].unit = readings[index].unit
        readings[index + 1].kind = readings[index].kind
      }
    }
  }

  /// "3, 4 and 5 km" share their unit; "sales were 13,500, 40% more" and "300 and 40%" do not.
  private func mayShare(_ index: Int, _ joint: Joint) -> Bool {
    let (first, second) = (readings[index], readings[index + 1])
    switch joint {
    // "14,300 or 29.4 per cent" says one thing twice.
    case .or: return second.kind != .percent || first.amount.value.magnitude <= DecimalNumber(100)
    case .to, .dash: return true
    case .times: return second.unit.dimension == .length
    case .comma: return second.hasSharedUnit
    case .and:
      if followsBetween(first.pieces.lowerBound - 1) { return true }
      let (a, b) = (first.amount.value.magnitude, second.amount.value.magnitude)
      let isPercent = second.kind == .percent && DecimalNumber(100) < a
      return !isPercent && a < b.shifted(by: 2) && b < a.shifted(by: 2)
    }
  }

  enum Joint { case to, dash, and, or, comma, times }

  /// What stands between a reading and the next, where it is one word or mark.
  func joint(_ index: Int) -> Joint? {
    var place = readings[index].pieces.upperBound
    let end = readings[index + 1].pieces.lowerBound
    guard place < end, end - place <= 3 else { return nil }
    if isHyphen(place), piece(place).isJoined, end - place > 1 { place += 1 }
    var joint: Joint
    switch keyword(place) {
    case .to, .through, .until: joint = .to
    case .and: joint = .and
    case .or: joint = .or
    case .by where isNumber(place + 1): joint = .times
    default:
      if isDash(place), isMark(place, "—") == false {
        // "25 – 40", "15-20", but no minus sign: "5 -3".
        joint = .dash
      } else if isMark(place, ",") {
        joint = .comma
      } else if isMark(place, "×") || spells(place, "x") {
        joint = .times
      } else {
        return nil
      }
    }
    place += 1
    // "52, or 81 per cent" says one thing twice.
    if joint == .comma, keyword(place) == .and { place += 1 }
    // "between 2 and about 7"
    if joint != .comma, place + 1 == end, roles(place).contains(.about) || isMark(place, "~") {
      place += 1
    }
    return place == end ? joint : nil
  }

  /// "1 to 2 thousand": the scale belongs to both where the first is the smaller.
  private mutating func shareScale(_ index: Int, _ joint: Joint) {
    let next = readings[index + 1]
    guard joint == .to || joint == .dash || joint == .and || joint == .or, next.amount.isScaled,
      !readings[index].amount.isScaled, !readings[index].amount.isGrouped,
      !readings[index].amount.isFraction,
      readings[index].unit == .none || readings[index].hasPrefixCurrency
    else { return }
    let places = next.amount.scalePlaces
    guard places > 0 else { return }
    let shifted = readings[index].amount.value.shifted(by: places)
    guard shifted < next.amount.value else { return }
    readings[index].amount.value = shifted
    readings[index].amount.mantissaExponent += places
    readings[index].amount.isScaled = true
  }

  private func isLikeAmount(_ index: Int) -> Bool {
    let (low, high) = (readings[index].amount.value, readings[index + 1].amount.value)
    guard low < high, !low.isZero else { return false }
    return high.magnitude < low.magnitude.shifted(by: 2)
  }

  /// Makes one span of "15-20", "between 5 and 6", "3 to 5 years"; a change "from A to B" stays two.
  mutating func joinRanges() {
    guard readings.count > 1 else { return }
    var index = 0
    while index + 1 < readings.count {
      if let joint = joint(index), isRange(index, joint) {
        let high = readings[index + 1]
        var span = readings[index]
        if !(span.amount.value < high.amount.value), joint == .dash {
          markScore(index)
          index += 2
          continue
        }
        span.high = high.amount
        span.pieces = span.pieces.lowerBound..<high.pieces.upperBound
        span.unit = high.unit == .none ? span.unit : high.unit
        span.unitPieces = high.unitPieces.isEmpty ? span.unitPieces : high.unitPieces
        span.kind = high.unit == .none ? span.kind : high.kind
        span.rule = "range"
        readings[index] = span
        readings.remove(at: index + 1)
      }
      index += 1
    }
  }

  /// "2-1": two scores.
  private mutating func markScore(_ index: Int) {
    for place in [index, index + 1] {
      readings[place].kind = .score
      readings[place].rule = "game-score"
    }
  }

  private func isRange(_ index: Int, _ joint: Joint) -> Bool {
    let (first, second) = (readings[index], readings[index + 1])
    let isOneUnit =
      first.unit == second.unit
      || (second.unit == .none && joint == .dash && !first.unitPieces.isEmpty == false)
    guard isOneUnit, first.kind == second.kind || first.unit == second.unit,
      first.kind != .ratio, first.kind != .rank, first.kind != .multiple || joint != .and,
      (first.kind == .multiple) == (second.kind == .multiple),
      first.vague == nil, second.vague == nil
    else { return false }
    let before = first.pieces.lowerBound - 1
    switch joint {
    case .comma, .or, .times: return false
    case .and:
      return followsBetween(before) && !(second.amount.value < first.amount.value)
    case .dash:
      let dash = first.pieces.upperBound
      let isSymmetric = piece(dash).isJoined == piece(dash + 1).isJoined
      return isSymmetric && first.amount.isSpelled == second.amount.isSpelled
    case .to:
      if second.amount.value < first.amount.value || second.amount.value == first.amount.value {
        return false
      }
      if followsFrom(before) { return followsSpread(before) }
      if keyword(before) == .by { return false }
      let isBare = first.unitPieces.isEmpty && !first.hasPrefixCurrency && first.unit == .none
      let isChange = roles(before).contains(.up) || roles(before).contains(.down)
      // "dropped two metres to 14.2 metres from 19.2": an amount, an end and a start.
      let end = max(second.pieces.upperBound, second.unitPieces.upperBound)
      if isChange, keyword(end) == .from { return false }
      // "fell $788 to $12,828": an amount and an end.
      return !((isBare || first.hasPrefixCurrency) && isChange)
    }
  }

  private func followsBetween(_ index: Int) -> Bool {
    keyword(index) == .between || keyword(index - 1) == .between
  }

  private func followsFrom(_ index: Int) -> Bool {
    keyword(index) == .from || (keyword(index - 1) == .from && roles(index).contains(.about))
  }

  /// "range from", "anywhere from", "priced from", within a few words.
  private func followsSpread(_ index: Int) -> Bool {
    for back in 0..<5 where roles(index - back).contains(.spread) { return true }
    return !speaksOfChange()
  }
}

extension SentenceReader {
  /// A word of the sentence says that something changes, so that "from A to B" may be its ends.
  private func speaksOfChange() -> Bool {
    for index in pieces.indices
    where !roles(index).isDisjoint(with: [.up, .down, .travel, .multiple]) { return true }
    return false
  }

  /// "2,000.45 ± 0.01 pounds", "9.83e-3 +/- 1e-5": the second says how exact the first is.
  mutating func joinTolerances() {
    guard readings.count > 1 else { return }
    var index = 0
    while index + 1 < readings.count {
      let (first, second) = (readings[index], readings[index + 1])
      if first.pieces.upperBound < second.pieces.lowerBound,
        isPlusMinus(first.pieces.upperBound..<second.pieces.lowerBound)
      {
        if first.unit == .none {
          readings[index].unit = second.unit
          readings[index].kind = second.kind
          readings[index].unitPieces = second.unitPieces
        }
        readings[index].pieces = first.pieces.lowerBound..<second.pieces.upperBound
        readings[index].rule = "tolerance"
        readings.remove(at: index + 1)
      }
      index += 1
    }
  }

  private func isPlusMinus(_ between: Range<Int>) -> Bool {
    switch between.count {
    case 1: return piece(between.lowerBound).mark == 0xB1
    case 3:
      let first = between.lowerBound
      return isMark(first, "+") && isMark(first + 1, "/") && isMinus(first + 2)
    default: return false
    }
  }
}

extension Amount {
  /// The power of ten that scale words gave; 0 where there are none.
  var scalePlaces: Int { isScaled && !isFraction ? max(0, scaleExponent) : 0 }
}
