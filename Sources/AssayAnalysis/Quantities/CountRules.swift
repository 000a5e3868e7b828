// Rates, ages, times, scores and counted nouns.

extension SentenceReader {
  /// "per share", "a month", "/kWh": joins the unit of a reading with what it is for each of.
  func readPer(_ reading: inout Reading, isPercent: Bool = false) {
    var next = reading.pieces.upperBound
    while isHyphen(next), piece(next).isJoined { next += 1 }
    var isExplicit = true
    if keyword(next) == .per || isMark(next, "/") && piece(next + 1).kind == .word {
      next += 1
    } else if keyword(next) == .a || keyword(next) == .an {
      next += 1
      isExplicit = false
    } else {
      return
    }
    while isHyphen(next), piece(next).isJoined { next += 1 }
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

// MARK: Counted nouns

extension SentenceReader {
  /// "128 active subnets": the words behind the number up to a plural noun.
  func readCountedNoun(_ reading: inout Reading) {
    let start = reading.pieces.upperBound
    var next = start
    let isAttached = isHyphen(next) && piece(next).isJoined && piece(next + 1).isJoined
    if isAttached { next += 1 }
    if keyword(next) == .per || keyword(next) == .a {
      // "1,400 per match"
      reading.unit = Unit(name: "count", dimension: .count)
      readPer(&reading)
      if reading.unit.name == "count" { reading.unit = .none }
      return
    }
    if keyword(next) == .of, reading.amount.isSpelled || reading.amount.isPlainInteger {
      next = behindOf(next)
    } else if isNumber(next), let inner = amount(at: next),
      let (_, behind) = tableUnit(at: inner.pieces.upperBound)
    {
      // "eight million 250ml bottles"
      next = behind
    } else if keyword(next) == .more || keyword(next) == .fewer || keyword(next) == .most {
      next += 1
      if keyword(next) == .most { next += 1 }
    }
    guard let noun = nounPhrase(at: next, isOne: isOne(reading.amount), isAttached: isAttached)
    else {
      return
    }
    reading.unit = Unit(name: singular(noun), dimension: .count)
    reading.unitPieces = noun
    reading.kind = .count
    if isAttached { reading.pieces = reading.pieces.lowerBound..<noun.upperBound }
  }

  func isOne(_ amount: Amount) -> Bool { amount.value == DecimalNumber(1) && !amount.isScaled }

  /// "two of Johnson's deputies", "one of the largest cities": past "of" and an article.
  private func behindOf(_ of: Int) -> Int {
    var next = of + 1
    switch keyword(next) {
    case .the, .these, .those, .its, .his, .her, .their, .our, .my, .your: next += 1
    default: return next
    }
    if keyword(next) == .most { next += 1 }
    return next
  }

  /// The pieces of the noun that is counted; nil where none is in sight.
  private func nounPhrase(at start: Int, isOne: Bool, isAttached: Bool) -> Range<Int>? {
    var next = start
    var hasJoint = false
    while next < start + 7 {
      guard isWord(next), !piece(next).isOpaque else { break }
      if keyword(next) == .and, next > start, !hasJoint, isWord(next + 1),
        !roles(next + 1).contains(.function), !isPlural(next - 1)
      {
        hasJoint = true
        next += 1
        continue
      }
      if endsNounPhrase(next, isFirst: next == start) { break }
      if isPlural(next), !(isPossessive(next)) {
        var end = next + 1
        if isCompoundPlural(next), isWord(end), isPlural(end) { end += 1 }
        return isAttached ? start..<start + 1 : start..<end
      }
      next += 1
      if isHyphen(next), piece(next).isJoined, piece(next + 1).isJoined { next += 1 }
    }
    guard next > start, !hasJoint else { return nil }
    if isAttached || roles(start).contains(.attributive) {
      return isAttached ? start..<min(next, start + 1) : start..<start + 1
    }
    if isOne, !isPossessive(next - 1) { return start..<next }
    return nil
  }

  private func endsNounPhrase(_ index: Int, isFirst: Bool) -> Bool {
    let piece = piece(index)
    if piece.shape.contains(.hasDigit) || piece.isInName { return true }
    if roles(index).contains(.function) { return keyword(index) != .other }
    if roles(index).contains(.cardinal) || roles(index).contains(.scale) { return true }
    if !isFirst, roles(index).contains(.month) || roles(index).contains(.weekday) { return true }
    return isAdverb(piece)
  }

  private func isAdverb(_ piece: Piece) -> Bool {
    guard piece.count > 4, bytes[Int(piece.end) - 1].lowercasedASCII == UInt8(ascii: "y"),
      bytes[Int(piece.end) - 2].lowercasedASCII == UInt8(ascii: "l")
    else { return false }
    return ![
      "daily", "weekly", "monthly", "yearly", "early", "family", "friendly", "elderly", "supply",
      "assembly", "quarterly", "monopoly", "ally", "rally", "only", "likely", "deadly", "costly",
      "newly", "highly", "fully", "lively", "lonely", "anomaly", "butterfly",
    ].contains(
      String(decoding: bytes[Int(piece.start)..<Int(piece.end)], as: UTF8.self).lowercased())
  }

  private func isPossessive(_ index: Int) -> Bool {
    let piece = piece(index)
    guard piece.count > 2 else { return false }
    let before = bytes[Int(piece.end) - 2]
    return bytes[Int(piece.end) - 1] == UInt8(ascii: "s")
      && (before == UInt8(ascii: "'") || before == 0x99)
  }

  /// A plural that another plural may follow: "sports cars", "sales jobs".
  private func isCompoundPlural(_ index: Int) -> Bool {
    let nouns: [StaticString] = [
      "sports", "sales", "arms", "goods", "news", "customs", "systems", "savings", "securities",
      "operations", "communications", "human", "women", "men", "women's",
    ]
    for noun in nouns where spells(index, noun) { return true }
    return false
  }

  /// A word that looks like a plural noun.
  func isPlural(_ index: Int) -> Bool {
    let piece = piece(index)
    guard piece.kind == .word, !piece.isInName else { return false }
    let roles = roles(index)
    if roles.contains(.irregularPlural) { return true }
    guard !roles.contains(.function), piece.count > 2,
      bytes[Int(piece.end) - 1] == UInt8(ascii: "s")
        || bytes[Int(piece.end) - 1] == UInt8(ascii: "S")
    else { return false }
    let before = bytes[Int(piece.end) - 2].lowercasedASCII
    if before == UInt8(ascii: "s") || before == UInt8(ascii: "u") || before == UInt8(ascii: "i") {
      return false
    }
    if before == UInt8(ascii: "'") || before == 0x99 { return false }
    return piece.shape.contains(.hasLowercase)
  }
}

// MARK: Singular

extension SentenceReader {
  /// The phrase with its last word in the singular, articles and possessive marks taken out.
  private func singular(_ range: Range<Int>) -> String {
    var parts: [String] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if keyword(index) != .and, isWord(index) {
        var word = string(index)
        if index == range.upperBound - 1 { word = singularOf(word) }
        for ending in ["'s", "’s"] where word.hasSuffix(ending) { word.removeLast(2) }
        if isHyphen(index - 1), index > range.lowerBound, !parts.isEmpty {
          parts[parts.count - 1] += "-" + word
        } else {
          parts.append(word)
        }
      }
      index += 1
    }
    return parts.joined(separator: " ")
  }

  private func singularOf(_ word: String) -> String {
    let lower = word.lowercased()
    if let known = irregularSingulars[lower] { return known }
    guard lower.count > 3, lower.hasSuffix("s"), !lower.hasSuffix("ss") else { return word }
    if lower.hasSuffix("ies") {
      return lower.count > 4 ? String(word.dropLast(3)) + "y" : String(word.dropLast())
    }
    for ending in ["sses", "shes", "ches", "xes", "zzes", "oes"] where lower.hasSuffix(ending) {
      return lower.hasSuffix("shoes") ? String(word.dropLast()) : String(word.dropLast(2))
    }
    return String(word.dropLast())
  }
}

/// Plurals whose singular no rule gives.
let irregularSingulars: [String: String] = [
  "people": "people", "children": "child", "men": "man", "women": "woman", "feet": "foot",
  "teeth": "tooth", "mice": "mouse", "geese": "goose", "oxen": "ox", "species": "species",
  "series": "series", "aircraft": "aircraft", "fishermen": "fisherman", "policemen": "policeman",
  "movies": "movie", "ties": "tie", "lies": "lie", "buses": "bus", "viruses": "virus",
  "lives": "life", "wives": "wife", "knives": "knife", "wolves": "wolf", "leaves": "leaf",
  "shelves": "shelf", "halves": "half", "thieves": "thief", "loaves": "loaf",
  "analyses": "analysis",
  "crises": "crisis", "hypotheses": "hypothesis", "criteria": "criterion",
  "phenomena": "phenomenon",
  "bacteria": "bacterium", "alumni": "alumnus", "campuses": "campus", "bonuses": "bonus",
  "businessmen": "businessman", "gunmen": "gunman", "spokesmen": "spokesman", "cookies": "cookie",
  "zombies": "zombie", "rookies": "rookie", "selfies": "selfie", "calories": "calorie",
  "statuses": "status", "censuses": "census", "viri": "virus", "news": "news", "means": "means",
  "measles": "measles", "mumps": "mumps",
]
