// Rates, ages, times and scores.

extension SentenceReader {
  /// "per share", "a month", "/kWh": joins the unit of a reading with what it is for each of.
  func readPer(_ reading: inout Reading, isPercent: Bool = false) {
    var next = reading.pieces.upperBound
    while isHyphen(next), piece(next).isJoined || keyword(next + 1) == .a && isHyphen(next + 2) {
      next += 1
    }
    if keyword(next) == .of, let (name, end) = rateBehindOf(next) {
      finishPer(&reading, name: name, end: end, isPercent: isPercent)
      return
    }
    var isExplicit = true
    if keyword(next) == .per || isMark(next, "/") && piece(next + 1).kind == .word {
      next += 1
    } else if keyword(next) == .a || keyword(next) == .an {
      next += 1
      isExplicit = false
    } else {
      return
    }
    while isHyphen(next) { next += 1 }
    guard
      isNumber(next) || isMark(next, "$") || isMark(next, "€") || isMark(next, "£")
        || isWord(next) && (piece(next).count > 1 || isMark(next - 1, "/"))
    else { return }
    if isExplicit, let (name, end) = numberDenominator(at: next) {
      finishPer(&reading, name: name, end: end, isPercent: isPercent)
      return
    }
    guard let (name, end) = denominator(at: next, isExplicit: isExplicit) else { return }
    // "€98 million a year earlier"
    if !isExplicit, isLapseWord(end) { return }
    finishPer(&reading, name: name, end: end, isPercent: isPercent)
  }

  /// "2.4 billion gallons of jet fuel a year": the time behind what is measured.
  private func rateBehindOf(_ of: Int) -> (String, Int)? {
    for place in of + 2..<of + 6 {
      guard isWord(place - 1), !roles(place - 1).contains(.function) else { return nil }
      guard keyword(place) == .a || keyword(place) == .per else { continue }
      guard roles(place + 1).contains(.timeSpan), !isLapseWord(place + 2) else { return nil }
      return (string(place + 1).lowercased(), place + 2)
    }
    return nil
  }

  /// "per 100,000", "per $1,000": what the rate is for is a number itself.
  private func numberDenominator(at start: Int) -> (String, Int)? {
    let first = isMark(start, "$") || isMark(start, "€") || isMark(start, "£") ? start + 1 : start
    guard isNumber(first) || roles(first).contains(.scale), piece(first).count > 1 else {
      return nil
    }
    if roles(first).contains(.scale) { return (words(start..<first + 1), first + 1) }
    guard let amount = amount(at: first), !amount.isFraction, DecimalNumber(9) < amount.value else {
      return nil
    }
    return (words(start..<amount.pieces.upperBound), amount.pieces.upperBound)
  }

  private func finishPer(_ reading: inout Reading, name: String, end: Int, isPercent: Bool) {
    let base = reading.unit.name
    let start = reading.pieces.upperBound
    reading.unit = Unit(name: "\(base) per \(name)", dimension: .rate)
    if reading.kind != .money || isPercent { reading.kind = isPercent ? .percent : .rate }
    let isMoney = reading.kind == .money
    reading.unitPieces =
      reading.unitPieces.isEmpty ? start..<end : reading.unitPieces.lowerBound..<end
    if !isMoney, !isPercent { reading.pieces = reading.pieces.lowerBound..<end }
  }

  /// "earlier" in "a year earlier".
  private func isLapseWord(_ index: Int) -> Bool {
    spells(index, "earlier") || spells(index, "ago") || spells(index, "before")
      || spells(index, "later") || spells(index, "prior")
  }

  /// What stands behind "per": any noun; behind "a" only times and things that are priced.
  private func denominator(at start: Int, isExplicit: Bool) -> (String, Int)? {
    if keyword(start) == .annum { return ("year", start + 1) }
    if keyword(start) == .capita { return ("person", start + 1) }
    if let (id, end) = tableUnit(at: start), units.units[id].dimension != .currency {
      let unit = units.units[id]
      guard isExplicit || unit.dimension != .count || unit.name == "dozen" else { return nil }
      if !isExplicit, piece(start).count == 1 { return nil }
      return (unit.name, end)
    }
    if isExplicit {
      guard !roles(start).contains(.function) else { return nil }
      var end = start + 1
      if spells(start, "square") || spells(start, "cubic"), isWord(end) { end += 1 }
      return (words(start..<end).lowercased(), end)
    }
    let priced: [StaticString] = [
      "share", "head", "person", "piece", "night", "game", "unit", "ticket", "seat", "visit",
      "time",
      "session", "bottle", "plate", "block", "match", "piece", "vote", "household", "student",
      "patient", "pop", "go", "bag",
      "box",
      "copy", "kilo", "kilogram", "litre", "liter", "tonne", "ton", "pound", "ounce", "barrel",
    ]
    for name in priced where spells(start, name) { return (words(start..<start + 1), start + 1) }
    return nil
  }

  /// The text between two pieces, as written.
  func words(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last, piece(last).kind != .end else {
      return ""
    }
    let text = bytes[Int(piece(first).start)..<Int(piece(last).end)]
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: Ages

  /// "year-old", "years old", "months of age", "yo"; and "aged 18", "age 87".
  func readAge(_ reading: inout Reading) -> Bool {
    let start = reading.pieces.upperBound
    var next = start
    while isHyphen(next) { next += 1 }
    if spells(next, "yo") || spells(next, "y/o") {
      finishAge(&reading, span: "year", end: next + 1)
      return true
    }
    if roles(next).contains(.timeSpan), (3...8).contains(wordValue(next)) {
      let span = Unit.ageSpans[wordValue(next)] ?? "year"
      var after = next + 1
      while isHyphen(after) { after += 1 }
      if keyword(after) == .old || spells(after, "olds") {
        finishAge(&reading, span: span, end: after + 1)
        return true
      }
      if keyword(after) == .of, keyword(after + 1) == .age {
        finishAge(&reading, span: span, end: after + 2)
        return true
      }
      let before = reading.pieces.lowerBound - 1
      if keyword(before) == .of, keyword(before - 1) == .age {
        finishAge(&reading, span: span, end: next + 1)
        return true
      }
      return false
    }
    let before = reading.pieces.lowerBound - 1
    let isAge =
      keyword(before) == .aged || (keyword(before) == .age && !isCapitalisedName(before))
      || (keyword(before) == .of && keyword(before - 1) == .age)
    guard isAge, !reading.hasPrefixCurrency, !reading.amount.isScaled,
      reading.amount.value < DecimalNumber(150)
    else { return false }
    reading.unit = Unit(name: "year of age", dimension: .time, code: "a")
    reading.kind = .duration
    reading.rule = "age"
    return true
  }

  private func finishAge(_ reading: inout Reading, span: String, end: Int) {
    reading.unitPieces = reading.pieces.upperBound..<end
    reading.pieces = reading.pieces.lowerBound..<end
    reading.unit = Unit(name: "\(span) of age", dimension: .time)
    reading.kind = .duration
    reading.rule = "age"
  }

  // MARK: Times

  /// "three times", "3x", "4-fold", "78,000 times a minute".
  func readTimes(_ reading: inout Reading) -> Bool {
    var next = reading.pieces.upperBound
    if isHyphen(next), piece(next).isJoined { next += 1 }
    if keyword(next) == .fold || (spells(next, "x") && piece(next).isJoined && !isNumber(next + 1))
      || (isMark(next, "×") && piece(next).isJoined && !isNumber(next + 1))
    {
      reading.pieces = reading.pieces.lowerBound..<next + 1
      reading.kind = .multiple
      reading.rule = "times"
      return true
    }
    guard keyword(next) == .times else { return false }
    reading.unitPieces = next..<next + 1
    let after = next + 1
    let isComparison =
      keyword(after) == .as || keyword(after) == .more || keyword(after) == .the
      || keyword(after) == .less || keyword(after) == .higher || keyword(after) == .larger
      || keyword(after) == .greater || keyword(after) == .bigger || keyword(after) == .its
      || keyword(after) == .lower || keyword(after) == .smaller || keyword(after) == .what
      || piece(after).isAllCapitals || isValuation(after)
      || keyword(after) == .at && readings.last?.kind == .multiple
    reading.pieces = reading.pieces.lowerBound..<after
    if isComparison {
      reading.kind = .multiple
      reading.rule = "times"
      return true
    }
    reading.unit = Unit(name: "count", dimension: .count)
    reading.rule = "occurrences"
    readPer(&reading)
    return true
  }

  /// "21 times forward earnings", "2.4 times sales".
  private func isValuation(_ index: Int) -> Bool {
    let words: [StaticString] = [
      "earnings", "sales", "revenue", "revenues", "profit", "profits", "income", "cash", "book",
      "forward", "trailing", "expected", "oversubscribed", "annual", "next", "faster", "bigger",
      "slower", "cheaper", "stronger", "longer", "heavier", "brighter", "hotter",
    ]
    return spells(index, anyOf: words)
  }

  // MARK: Scores

  /// "67.1 on the MMLU benchmark", "scoring 67.1 MMLU".
  func readScoreName(_ reading: inout Reading) -> Bool {
    let start = reading.pieces.upperBound
    var before = reading.pieces.lowerBound - 1
    for _ in 0..<3
    where keyword(before) == .a || keyword(before) == .of || roles(before).contains(.about) {
      before -= 1
    }
    guard roles(before).contains(.scoring), !reading.amount.isScaled else { return false }
    var next = start
    if keyword(next) == .on || keyword(next) == .in {
      next += 1
    } else if next > start {
      return false
    }
    if keyword(next) == .the || keyword(next) == .a { next += 1 }
    guard isWord(next), piece(next).isCapitalised,
      piece(next).isAllCapitals || piece(next).shape.contains(.hasUppercaseInside)
        || keyword(next + 1) == .benchmark
    else { return false }
    reading.unit = Unit(name: "\(words(next..<next + 1)) point", dimension: .other)
    reading.unitPieces = next..<next + 1
    reading.kind = .score
    reading.rule = "score"
    return true
  }
}

extension Unit {
  fileprivate static let ageSpans: [Int: String] = [
    3: "hour", 4: "day", 5: "week", 6: "month", 8: "year",
  ]
}
