// One quantity in several units: "5 feet 2 inches", "3 dollars 50 cents", "6'2\"".

extension SentenceReader {
  /// Adds the smaller units that stand right behind a quantity to it.
  func readSmallerParts(_ reading: inout Reading) {
    if reading.unit.dimension == .currency {
      readCents(&reading)
      return
    }
    var last = reading.unit.name
    var ratio: Int128 = 1
    for _ in 0..<2 {
      guard let (part, name, end) = smallerPart(behind: reading, of: last),
        let steps = smallerUnits[last]?[name], part.value < DecimalNumber(Int(steps))
      else { return }
      ratio *= steps
      guard add(part, dividedBy: ratio, to: &reading, end: end) else { return }
      last = name
    }
  }

  /// The amount behind a reading with a unit that is a part of `unit`.
  private func smallerPart(
    behind reading: Reading, of unit: String
  ) -> (Amount, String, Int)? {
    guard let parts = smallerUnits[unit] else { return nil }
    var next = reading.pieces.upperBound
    if isMark(next, ","), unit == "foot" || unit == "yard" { next += 1 }
    if keyword(next) == .and { next += 1 }
    guard isNumber(next) || roles(next).contains(.cardinal), let part = amount(at: next),
      !part.isScaled, !part.isFraction
    else { return nil }
    let start = part.pieces.upperBound
    if keyword(start) == .in, parts["inch"] != nil {
      let hasPoint = isMark(start + 1, ".") && piece(start + 1).isJoined && isWord(start + 2)
      return (part, "inch", hasPoint ? start + 2 : start + 1)
    }
    guard let (id, end) = tableUnit(at: start) else { return nil }
    return (part, units.units[id].name, end)
  }

  private func add(
    _ part: Amount, dividedBy ratio: Int128, to reading: inout Reading, end: Int
  ) -> Bool {
    guard let unit = quotient(1, ratio),
      let extra = quotient(part.value.mantissa, ratio)?.shifted(by: part.value.exponent),
      let sum = DecimalNumber.adding(reading.amount.value, extra.normalized)
    else { return false }
    reading.amount.value = sum
    reading.amount.mantissaExponent = unit.exponent < -6 ? -1 : unit.exponent
    reading.amount.hasPoint = true
    reading.pieces = reading.pieces.lowerBound..<end
    reading.rule = "two-part-unit"
    return true
  }

  /// "3 dollars 50 cents", "$20 and 43c", "15 dollars 50".
  private func readCents(_ reading: inout Reading) {
    guard !reading.amount.hasPoint, !reading.amount.isScaled else { return }
    var next = reading.pieces.upperBound
    if keyword(next) == .and { next += 1 }
    guard isNumber(next) || roles(next).contains(.cardinal), let part = amount(at: next),
      !part.isScaled, !part.isFraction, !part.hasPoint, part.value < DecimalNumber(100)
    else { return }
    let behind = part.pieces.upperBound
    if isCent(behind) {
      _ = add(part, dividedBy: 100, to: &reading, end: behind + 1)
    } else if isBareCents(next, part), !reading.hasPrefixCurrency,
      isCurrencyWord(reading.pieces.upperBound - 1)
    {
      _ = add(part, dividedBy: 100, to: &reading, end: behind)
    }
  }

  private func isCent(_ index: Int) -> Bool {
    let words: [StaticString] = [
      "cents", "cent", "c", "pence", "penny", "p", "sen", "sens", "paise", "paisa", "kopecks",
      "kopiykas", "centavos", "centimes", "grosz", "bani", "stotinki", "qirsh", "piastres",
    ]
    return words.contains { spells(index, $0) } || piece(index).mark == 0xA2
  }

  /// "dollars" or "USD", no sign and no letter.
  private func isCurrencyWord(_ index: Int) -> Bool {
    isWord(index) && (piece(index).count > 3 || piece(index).isAllCapitals)
  }

  /// "15 dollars 50", "thirteen dollars forty five": two digits and nothing behind them.
  private func isBareCents(_ start: Int, _ part: Amount) -> Bool {
    guard !(part.value < DecimalNumber(10)), isWord(start - 1) else { return false }
    let after = part.pieces.upperBound
    return piece(after).kind == .end || isMark(after, ".") || isMark(after, ",")
      || keyword(after) == .more
  }

  /// "6'2\"" and "5'11": feet and inches; "10\"" and "27 \" long": inches.
  func readPrimes(_ reading: inout Reading) -> Bool {
    let next = reading.pieces.upperBound
    if isFootMark(next), piece(next).isJoined, isNumber(next - 1),
      let inches = plainInteger(next + 1, digits: 2), inches < 12,
      let feet = plainInteger(next - 1, digits: 2), feet > 1
    {
      let isMarked = isInchMark(next + 2) && piece(next + 2).isJoined
      // Without a mark for the inches only the height of people is written so.
      guard isMarked || piece(next + 1).isJoined && (2...8).contains(feet) else { return false }
      guard isMarked || !piece(next + 2).isJoined || isMark(next + 2, ",") || isMark(next + 2, ".")
      else { return false }
      reading.unit = units.find("foot")
      let part = Amount(
        value: DecimalNumber(inches), mantissaExponent: 0, pieces: next + 1..<next + 2)
      reading.unitPieces = next..<next + 1
      reading.kind = .measure
      return add(part, dividedBy: 12, to: &reading, end: isMarked ? next + 3 : next + 2)
    }
    guard isInchMark(next), isNumber(next - 1), !isInsideQuotes(next) else { return false }
    let sizes: [StaticString] = ["long", "wide", "tall", "high", "deep", "thick", "across", "x"]
    guard
      piece(next).isJoined && !piece(next + 1).isJoined
        || sizes.contains(where: { spells(next + 1, $0) })
    else { return false }
    reading.unit = units.find("inch")
    reading.unitPieces = next..<next + 1
    reading.pieces = reading.pieces.lowerBound..<next + 1
    reading.kind = .measure
    return true
  }

  private func isFootMark(_ index: Int) -> Bool {
    isMark(index, "'") || isMark(index, "’") || isMark(index, "′")
  }

  private func isInchMark(_ index: Int) -> Bool {
    isMark(index, "\"") || isMark(index, "″") || (isMark(index, "”") && isNumber(index - 1))
  }

  /// An odd number of quotation marks stands before: the one at hand closes them.
  private func isInsideQuotes(_ index: Int) -> Bool {
    if isMark(index, "″") { return false }
    var count = 0
    for place in 0..<index where isMark(place, "\"") || isMark(place, "“") || isMark(place, "”") {
      count += 1
    }
    return count % 2 == 1
  }

  /// "2 degrees below zero", "40 below zero".
  func readBelowZero(_ reading: inout Reading) {
    let next = reading.pieces.upperBound
    guard keyword(next) == .below, spells(next + 1, "zero"), !reading.amount.isScaled,
      reading.unit == .none || reading.unit == .degree || reading.unit.dimension == .temperature
    else { return }
    reading.amount.value = reading.amount.value.negated
    reading.pieces = reading.pieces.lowerBound..<next + 2
    if reading.unit == .none { reading.unit = .degree }
    reading.kind = .measure
  }
}

/// How many of a smaller unit make one of a larger, where people say both for one quantity.
private let smallerUnits: [String: [String: Int128]] = [
  "yard": ["foot": 3, "inch": 36],
  "foot": ["inch": 12],
  "stone": ["pound-mass": 14],
  "pound-mass": ["ounce": 16],
  "kilometre": ["metre": 1000],
  "metre": ["centimetre": 100],
  "hour": ["minute": 60],
  "minute": ["second": 60],
]
