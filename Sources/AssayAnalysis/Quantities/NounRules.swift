// What is counted: the noun behind a number.

extension SentenceReader {
  /// "128 active subnets": the words behind the number up to a plural noun.
  func readCountedNoun(_ reading: inout Reading) {
    let start = reading.pieces.upperBound
    if reading.amount.isFraction, !reading.amount.isScaled, reading.amount.value < DecimalNumber(1)
    {
      readShareNoun(&reading)
      return
    }
    var next = start
    let isAttached = isHyphen(next) && piece(next).isJoined && piece(next + 1).isJoined
    if isAttached { next += 1 }
    let isSlashed = isMark(next, "/") && piece(next).isJoined && tableUnit(at: next + 1) != nil
    if keyword(next) == .per || keyword(next) == .a || isSlashed {
      readBareRate(&reading)
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
    // "a 1,500-strong force", "buy two, get one free"
    if spells(next, "strong") || spells(next, "free") {
      if isAttached { reading.pieces = reading.pieces.lowerBound..<next + 1 }
      return
    }
    guard let noun = nounPhrase(at: next, counting: reading, isAttached: isAttached) else { return }
    var name = singular(noun)
    // "the top three seeds" are three of another kind than three seeds.
    if keyword(reading.pieces.lowerBound - 1) == .top { name = "top " + name }
    reading.unit = Unit(name: name, dimension: .count)
    reading.unitPieces = noun
    reading.kind = .count
    if isAttached { reading.pieces = reading.pieces.lowerBound..<noun.upperBound }
  }

  /// "1,400 per match", and "20 per week" where the sentence has said of what.
  private func readBareRate(_ reading: inout Reading) {
    let counted = readings.last { $0.unit.dimension == .count && !$0.unitPieces.isEmpty }
    reading.unit = Unit(name: counted?.unit.name ?? "count", dimension: .count)
    readPer(&reading)
    if reading.unit.dimension == .count { reading.unit = .none }
  }

  /// "a third of the population", "half the condos", "one in five Germans": a share of something
  /// has that something behind a percent sign for its unit.
  func readShareNoun(_ reading: inout Reading) {
    var next = reading.pieces.upperBound
    if keyword(next) == .of { next += 1 }
    if keyword(next) == .all, keyword(next + 1) != .of { next += 1 }
    let isHyphened = isHyphen(reading.pieces.upperBound - 2) && isWord(next)
    let isLed =
      next > reading.pieces.upperBound || reading.kind == .ratio || isDeterminer(next) || isHyphened
    guard isLed else { return }
    next = pastDeterminer(next)
    while roles(next).contains(.counting) { next += 1 }
    if isNumber(next), let inner = amount(at: next) { next = inner.pieces.upperBound }
    guard
      let noun = collectiveNoun(at: next)
        ?? nounPhrase(at: next, counting: reading, isAttached: false) ?? sharedNoun(at: next)
    else { return }
    reading.unit = Unit(name: "% " + singular(noun), dimension: .fraction)
    reading.unitPieces = noun
  }

  /// "population" in "the US population lives in cities".
  private func collectiveNoun(at start: Int) -> Range<Int>? {
    for next in start..<start + 3 {
      guard isWord(next), !endsNounPhrase(next, isFirst: next == start), !isPlural(next) else {
        return nil
      }
      if roles(next).contains(.collective) { return start..<next + 1 }
    }
    return nil
  }

  private func isDeterminer(_ index: Int) -> Bool {
    switch keyword(index) {
    case .the, .these, .those, .its, .his, .her, .their, .our, .my, .your, .this, .that: true
    default: false
    }
  }

  private func pastDeterminer(_ index: Int) -> Int {
    guard isDeterminer(index) || keyword(index) == .a || keyword(index) == .an else {
      return index
    }
    return index + 1
  }

  /// The words of a noun that need not be a plural.
  private func sharedNoun(at start: Int) -> Range<Int>? {
    var next = start
    while next < start + 4, isWord(next), !piece(next).isOpaque,
      !endsNounPhrase(next, isFirst: next == start), !isClauseVerb(next, after: next > start)
    {
      next += 1
      if isPlural(next - 1), !isPossessive(next - 1), !isCompoundPlural(next - 1) { break }
      if roles(next - 1).contains(.collective) { break }
    }
    return next > start && !isPossessive(next - 1) ? start..<next : nil
  }

  /// "lives" in "the population lives", "said" and their like, where a noun stands before.
  private func isClauseVerb(_ index: Int, after hasNoun: Bool) -> Bool {
    hasNoun && (endsIn("ed", index) || roles(index).contains(.contest))
  }

  func isOne(_ amount: Amount) -> Bool { amount.value == DecimalNumber(1) && !amount.isScaled }

  /// "two of Johnson's deputies", "one of the largest cities": past "of" and an article.
  private func behindOf(_ of: Int) -> Int {
    var next = of + 1
    guard isDeterminer(next) else { return next }
    next += 1
    if keyword(next) == .most { next += 1 }
    return next
  }

  /// The pieces of the noun that is counted; nil where none is in sight.
  private func nounPhrase(
    at start: Int, counting reading: Reading, isAttached: Bool
  ) -> Range<Int>? {
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
      if isPlural(next), !isPossessive(next) {
        // "one coin costs": a verb.
        if isOne(reading.amount), start == reading.pieces.upperBound, !isCompoundPlural(next) {
          return next > start ? start..<next : nil
        }
        var end = next + 1
        if isCompoundPlural(next), isWord(end), isPlural(end) { end += 1 }
        return isAttached ? start..<start + 1 : start..<end
      }
      next += 1
      if isHyphen(next), piece(next).isJoined, piece(next + 1).isJoined { next += 1 }
    }
    guard next > start, !hasJoint else { return nil }
    if isAttached { return start..<min(next, start + 1) }
    if roles(start).contains(.attributive) {
      return start..<attributedEnd(start, end: next, before: reading.pieces.lowerBound - 1)
    }
    guard isOne(reading.amount), !isPossessive(next - 1) else { return nil }
    return start..<oneNounEnd(start, end: next)
  }

  /// "a three course meal": behind an article the singular noun goes along.
  private func attributedEnd(_ start: Int, end: Int, before: Int) -> Int {
    guard isDeterminer(before) || keyword(before) == .a || keyword(before) == .an,
      !roles(start).contains(.sizing)
    else { return start + 1 }
    var next = start + 1
    while next < min(end, start + 3), !isClauseVerb(next, after: true) { next += 1 }
    return next
  }

  /// "one woman" of "one woman wounded".
  private func oneNounEnd(_ start: Int, end: Int) -> Int {
    var next = start + 1
    while next < min(end, start + 4), !endsIn("ed", next) { next += 1 }
    return next
  }

  private func endsNounPhrase(_ index: Int, isFirst: Bool) -> Bool {
    let piece = piece(index)
    if piece.shape.contains(.hasDigit) || piece.isInName { return true }
    if isExactly(index, "US") || isExactly(index, "IT") { return false }
    if roles(index).contains(.function) { return keyword(index) != .other }
    if roles(index).contains(.cardinal) || roles(index).contains(.scale) { return true }
    if !isFirst, roles(index).contains(.month) || roles(index).contains(.weekday) { return true }
    return isAdverb(index)
  }

  /// Ends in "ly", and is none of the adjectives and nouns that do.
  private func isAdverb(_ index: Int) -> Bool {
    piece(index).count > 4 && endsIn("ly", index) && !roles(index).contains(.notAdverb)
  }

  /// The last two letters of a piece, letter case apart.
  func endsIn(_ ending: StaticString, _ index: Int) -> Bool {
    let piece = piece(index)
    guard piece.count > ending.utf8CodeUnitCount + 1 else { return false }
    return ending.withUTF8Buffer { letters in
      for (offset, letter) in letters.enumerated()
      where bytes[Int(piece.end) - letters.count + offset].lowercasedASCII != letter {
        return false
      }
      return true
    }
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
    roles(index).contains(.compoundPlural)
  }

  /// A word that looks like a plural noun.
  func isPlural(_ index: Int) -> Bool {
    let piece = piece(index)
    guard piece.kind == .word, !piece.isInName else { return false }
    let roles = roles(index)
    if roles.contains(.irregularPlural) { return true }
    guard roles.isDisjoint(with: [.function, .notPlural]), piece.count > 2,
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
  /// The phrase with its last word in the singular and its adjectives in their plain form, articles
  /// and possessive marks taken out.
  private func singular(_ range: Range<Int>) -> String {
    var parts: [String] = []
    for index in range where keyword(index) != .and && isWord(index) {
      let isLast = index == range.upperBound - 1
      if !isLast, roles(index).contains(.counting) { continue }
      var word = string(index)
      if isLast {
        word = isPlural(index) ? singularOf(word) : word
      } else {
        word = plainAdjectives[word.lowercased()] ?? word
      }
      for ending in ["'s", "’s"] where word.hasSuffix(ending) { word.removeLast(2) }
      if isHyphen(index - 1), index > range.lowerBound, !parts.isEmpty {
        parts[parts.count - 1] += "-" + word
      } else {
        parts.append(word)
      }
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
