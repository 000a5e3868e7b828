// Digits that state no quantity: addresses, telephone numbers, versions, names.

extension SentenceReader {
  /// The piece behind something that holds digits and no quantity; nil where none begins here.
  func skipped(at index: Int) -> Int? {
    let piece = piece(index)
    switch piece.kind {
    case .word: return addressEnd(at: index)
    case .number: return telephoneEnd(at: index)
    case .mark:
      if piece.mark == 0x23, isNumber(index + 1) { return joinedEnd(index + 1) }
      if piece.mark == 0x40 || piece.mark == 0x23 { return joinedEnd(index) }
      if piece.mark == 0x3C, isHeart(index) { return index + 2 }
      if piece.mark == 0x2B, isNumber(index + 1) {
        return telephoneEnd(at: index + 1) ?? spacedTelephoneEnd(at: index + 1)
      }
      return nil
    case .end: return nil
    }
  }

  /// The end of the run of pieces without white space between them.
  private func joinedEnd(_ index: Int) -> Int {
    var end = index + 1
    while piece(end).kind != .end, piece(end).isJoined { end += 1 }
    return end
  }

  /// "<3" is a heart where nothing behind it makes it a bound.
  private func isHeart(_ index: Int) -> Bool {
    plainInteger(index + 1, digits: 1) == 3 && piece(index + 1).isJoined && !isNumber(index - 1)
      && !isMark(index + 2, "%") && !piece(index + 2).isJoined && tableUnit(at: index + 2) == nil
      && !roles(index + 2).contains(.scale)
  }

  /// "https://…", "www.…".
  private func addressEnd(at index: Int) -> Int? {
    if isMark(index + 1, ":"), isMark(index + 2, "/"), piece(index + 2).isJoined,
      isMark(index + 3, "/")
    {
      return joinedEnd(index)
    }
    if spells(index, "www"), isMark(index + 1, "."), piece(index + 1).isJoined {
      return joinedEnd(index)
    }
    return nil
  }

  /// Three groups of digits or more at hyphens, points or brackets; "555-1234".
  private func telephoneEnd(at index: Int) -> Int? {
    var next = index
    var groups = 1
    var digits = piece(index).count
    while isDash(next + 1) || isMark(next + 1, "/"), piece(next + 1).isJoined,
      isNumber(next + 2), piece(next + 2).isJoined, groups < 8
    {
      groups += 1
      digits += piece(next + 2).count
      next += 2
    }
    if groups >= 3 {
      if let _ = isoDate(at: index) { return nil }
      if let _ = slashDate(at: index) { return nil }
      return joinedEnd(next)
    }
    let isLocal =
      groups == 2 && piece(index).count == 3 && piece(next).count == 4 && isHyphen(index + 1)
      && piece(index - 1).kind != .mark
    return isLocal && tableUnit(at: next + 1) == nil && !isPlural(next + 1) ? next + 1 : nil
  }
}

extension SentenceReader {
  /// "44 20 7946 0958" behind its plus: a country's code and two groups of digits or more.
  private func spacedTelephoneEnd(at index: Int) -> Int? {
    guard let code = plainInteger(index, digits: 3), code > 0, piece(index).isJoined else {
      return nil
    }
    var next = index + 1
    var (groups, digits) = (0, 0)
    while groups < 6 {
      if groups > 0, isDash(next), piece(next).isJoined { next += 1 }
      let group = isMark(next, "(") && isMark(next + 2, ")") ? next + 1 : next
      guard plainInteger(group) != nil, piece(group).count >= 2 || group > next else { break }
      groups += 1
      digits += piece(group).count
      next = group > next ? group + 2 : group + 1
    }
    return groups >= 2 && digits >= 6 ? next : nil
  }
}

// MARK: Names

extension SentenceReader {
  /// A number that is read, and yet names something.
  func isNoNumber(_ reading: Reading, at index: Int) -> Bool {
    let amount = reading.amount
    let start = reading.pieces.lowerBound
    if isGluedToLetters(reading, at: index) { return true }
    if reading.hasPrefixCurrency { return false }
    if isShapeWord(amount) { return true }
    if isOne(amount), amount.isSpelled, isPronounOne(reading) { return true }
    if start == nameEnd, reading.kind == .count, !isPlural(reading.pieces.upperBound) {
      return true
    }
    switch reading.kind {
    case .count, .measure, .score: break
    default: return false
    }
    if isHyphen(reading.amount.pieces.upperBound),
      spells(reading.amount.pieces.upperBound + 1, "something")
        || spells(reading.amount.pieces.upperBound + 1, "somethings")
    {
      return true
    }
    if isCitation(start, amount) || isListNumber(start, amount) { return true }
    if isNamedBefore(reading) || isStreetNumber(reading) { return true }
    return isIdentifier(reading)
  }

  /// "4th", "5G", "3D", "1980s", "v2.1", "24703L202": letters right before or behind.
  private func isGluedToLetters(_ reading: Reading, at index: Int) -> Bool {
    let end = reading.pieces.upperBound
    if isWord(end), piece(end).isJoined, isNumber(end - 1) {
      return !spells(end, "ish") && !isStone(end)
    }
    // "1/3rd" and "12.5.3": digits go on behind a joint.
    if isMark(end, "/") || isMark(end, ".") || isMark(end, "_") || isMark(end, ":"),
      piece(end).isJoined, isNumber(end + 1) || piece(end + 1).shape.contains(.hasDigit),
      piece(end + 1).isJoined, isNumber(end - 1)
    {
      // "5,700/km2" is a rate.
      return !isMark(end, "/") || tableUnit(at: end + 1) == nil
    }
    let first = reading.pieces.lowerBound
    guard isNumber(index) || isMark(index, "."), first == index else { return false }
    let before = piece(first - 1)
    guard piece(first).isJoined else { return false }
    if before.kind == .word { return true }
    if before.kind == .mark, before.isJoined, isWord(first - 2) || isNumber(first - 2) {
      switch before.mark {
      case 0x2E, 0x5F, 0x2F, 0x3A, 0x40, 0x23: return true
      case 0x2D:
        let isBehindNumber = piece(first - 2).isJoined && isNumber(first - 3)
        return isWord(first - 2) && !isBehindNumber && !isNumberPrefix(first - 2)
      default: return false
      }
    }
    return before.mark == 0x23 || before.mark == 0x40 || before.mark == 0x5F
  }

  /// "14st 3lb": "st" behind a number that no "st" makes an ordinal of.
  func isStone(_ index: Int) -> Bool {
    guard spells(index, "st"), let number = plainInteger(index - 1, digits: 2) else { return false }
    return number % 10 != 1 || number == 11
  }

  private func isNumberPrefix(_ index: Int) -> Bool {
    switch keyword(index) {
    case .minus, .plus, .over, .under, .about, .around, .mid, .half, .up, .nearly, .almost, .near:
      return true
    default:
      return spells(index, "sub") || spells(index, "non") || roles(index).contains(.cardinal)
        || roles(index).contains(.scale)
    }
  }

  /// "three-wheeled", "two-sided": the number is part of an adjective.
  private func isShapeWord(_ amount: Amount) -> Bool {
    let hyphen = amount.pieces.upperBound
    let word = piece(hyphen + 1)
    guard isHyphen(hyphen), piece(hyphen).isJoined, word.isJoined, word.kind == .word,
      word.count > 4
    else { return false }
    return bytes[Int(word.end) - 1] == UInt8(ascii: "d")
      && bytes[Int(word.end) - 2] == UInt8(ascii: "e")
  }

  /// "[12]"
  private func isCitation(_ start: Int, _ amount: Amount) -> Bool {
    amount.isPlainInteger && isMark(start - 1, "[")
      && (isMark(amount.pieces.upperBound, "]") || isMark(amount.pieces.upperBound, ","))
  }

  /// "1." and "2)" that stand alone or before a capital at the head of a sentence.
  private func isListNumber(_ start: Int, _ amount: Amount) -> Bool {
    let end = amount.pieces.upperBound
    guard amount.isPlainInteger, amount.value < DecimalNumber(100) else { return false }
    // "Asia Pacific (1)", "four (4)": a note, or the same said twice.
    if isMark(start - 1, "("), isMark(end, ")"), start > 1, !isMark(start - 2, "|") { return true }
    guard start == 0 else { return false }
    guard isMark(end, ")") || isMark(end, ".") else { return false }
    return piece(end + 1).kind != .end || pieces.count == 2
  }

  /// The words before the number make it a name: "Section 427", "S&P 500", "Llama 2", "No. 5".
  private func isNamedBefore(_ reading: Reading) -> Bool {
    let amount = reading.amount
    let isLetterScaled =
      amount.isScaled && isNumber(amount.pieces.lowerBound) && amount.pieces.count == 2
    guard
      amount.isPlainInteger || isLetterScaled || (amount.isSpelled && amount.pieces.count == 1)
        || amount.hasPoint && !amount.isScaled && !amount.isFraction
    else { return false }
    let last = reading.pieces.lowerBound - 1
    let hasNoun = !reading.unitPieces.isEmpty
    if isMark(last, "."), piece(last).isJoined, isNumberedShort(last - 1) { return true }
    guard isWord(last) else { return false }
    let roles = roles(last)
    if isSpan(at: reading.pieces.upperBound),
      roles.isDisjoint(with: [.numbersItself, .numberedName])
    {
      // "Suns 112-104", "CI 12–41%"
      return false
    }
    if amount.hasPoint, isNumberedInParts(last) { return true }
    if roles.contains(.numbersItself), !amount.hasPoint, keyword(last) != .no {
      let isSpan = keyword(last) == .year || keyword(last) == .day || keyword(last) == .month
      return !(isSpan && hasNoun)
    }
    if isIndexLetters(last) { return !amount.hasPoint }
    return isNameWord(last, reading, hasNoun: hasNoun)
  }

  /// "No.", "Fig.", "Eq.": the abbreviation whose point stands behind it.
  private func isNumberedShort(_ index: Int) -> Bool {
    let short: [StaticString] = [
      "no", "nos", "nr", "fig", "figs", "sec", "secs", "eq", "eqs", "ch", "vol", "vols", "art",
      "arts", "par", "para", "paras", "pp", "tab", "app", "ref", "refs", "cl",
    ]
    return spells(index, anyOf: short)
  }

  /// "section 3.2", "version 2.1": what is numbered in parts.
  private func isNumberedInParts(_ index: Int) -> Bool {
    let names: [StaticString] = [
      "section", "sections", "figure", "figures", "table", "tables", "chapter", "chapters",
      "version", "versions", "clause", "clauses", "paragraph", "paragraphs", "article", "rule",
      "appendix", "equation", "exhibit", "item", "theorem", "lemma", "release", "firmware",
    ]
    return spells(index, anyOf: names)
  }

  /// The end of "1-3" in "pages 1-3" and of "3, 4 and 5" in "sections 3, 4 and 5".
  func namedListEnd(_ reading: Reading) -> Int {
    let start = reading.amount.pieces.upperBound
    let name = reading.pieces.lowerBound - 1
    guard roles(name).contains(.numbersItself) || isMark(name, ".") else { return start }
    let isInParts = isNumberedInParts(name)
    var end = start
    while end - start < 40 {
      let isJoint =
        isDash(end) && piece(end).isJoined
        || isPlural(name) && (isMark(end, ",") || keyword(end) == .and || keyword(end) == .to)
      let next = isMark(end, ",") && keyword(end + 1) == .and ? end + 2 : end + 1
      let isNumbered =
        plainInteger(next, digits: 3) != nil
        || isInParts && isNumber(next) && piece(next).count <= 5
      guard isJoint, isNumbered, tableUnit(at: next + 1) == nil, !isMark(next + 1, "%"),
        !isPlural(next + 1)
      else { break }
      end = next + 1
    }
    return end
  }

  /// A dash and another number stand right behind.
  private func isSpan(at dash: Int) -> Bool {
    isDash(dash) && piece(dash).isJoined && piece(dash + 1).isJoined && isNumber(dash + 1)
  }

  /// "S&P", and "S P" where the sign was lost.
  private func isIndexLetters(_ last: Int) -> Bool {
    spells(last, "sp")
      || spells(last, "p")
        && (spells(last - 1, "s") || (isMark(last - 1, "&") && spells(last - 2, "s")))
  }

  private func isNameWord(_ last: Int, _ reading: Reading, hasNoun: Bool) -> Bool {
    let word = piece(last)
    let amount = reading.amount
    let looksNamed = word.isCapitalised || word.shape.contains(.hasUppercaseInside)
    let roles = roles(last)
    if amount.hasPoint { return looksNamed && !hasNoun && isVersion(reading, of: last) }
    if roles.contains(.numberedName), looksNamed || roles.isDisjoint(with: .function) {
      if word.isCapitalised || isLowerName(last) { return true }
    }
    guard looksNamed else { return isProperNumberWord(reading) }
    if roles.contains(.function) || roles.contains(.month) || roles.contains(.weekday) {
      return false
    }
    if roles.contains(.up) || roles.contains(.down) || roles.contains(.about) { return false }
    if reading.kind == .measure { return last > 0 && !hasNoun }
    if last == 0 { return !hasNoun && !amount.isScaled }
    if isGapped(reading, behind: last) { return false }
    if keyword(reading.unitPieces.lowerBound) == .times, hasNoun { return false }
    if hasNoun {
      // "In Texas 40 people died", and headings: "Fire Kills 12 People".
      let noun = piece(reading.unitPieces.lowerBound)
      if noun.isCapitalised || keyword(last - 1) == .in || keyword(last - 1) == .at { return false }
    }
    return true
  }

  /// "Labour won 412 and the Conservatives 121": the verb of the number before counts for this one.
  private func isGapped(_ reading: Reading, behind last: Int) -> Bool {
    let end = reading.pieces.upperBound
    guard let before = readings.last, before.kind == .count, reading.kind == .count,
      !isWord(end) || keyword(end) == .and, !isHyphen(end)
    else { return false }
    var first = last
    while first > last - 4, isCapitalisedName(first - 1) { first -= 1 }
    if keyword(first - 1) == .the { first -= 1 }
    guard keyword(first - 1) == .and || isMark(first - 1, ",") || isMark(first - 1, ";"),
      first > before.pieces.upperBound
    else { return false }
    let verb = before.pieces.lowerBound - 1
    let verbs: [StaticString] = [
      "won", "got", "took", "had", "has", "have", "lost", "sold", "held", "holds", "made", "cut",
      "built", "sent", "shut", "gave", "with", "employs", "wins", "takes", "gets",
    ]
    return endsIn("ed", verb) || spells(verb, anyOf: verbs)
      || isGappedBefore(before)
  }

  /// The number before stands behind a name itself: "Labour won 412, the Conservatives 121 and the
  /// Liberal Democrats 72".
  private func isGappedBefore(_ before: Reading) -> Bool {
    readings.count > 1 && piece(before.pieces.lowerBound - 1).isCapitalised
      && before.unit == .none
  }

  /// "on Python 3.11", "upgraded to Ubuntu 22.04": a name behind a word that things run on, and a
  /// number in parts that nothing is counted by.
  private func isVersion(_ reading: Reading, of name: Int) -> Bool {
    guard reading.kind == .count, reading.unit == .none, reading.amount.value < DecimalNumber(100)
    else { return false }
    switch keyword(name - 1) {
    case .on, .with, .under:
      return roles(reading.pieces.upperBound).contains(.function)
        || !isWord(reading.pieces.upperBound)
    default: break
    }
    let words: [StaticString] = [
      "using", "requires", "require", "supports", "support", "via", "runs", "running", "installed",
      "install", "version",
    ]
    if spells(name - 1, anyOf: words) { return true }
    let moves: [StaticString] = [
      "upgrade", "upgraded", "migrate", "migrated", "update", "updated",
    ]
    return keyword(name - 1) == .to && spells(name - 2, anyOf: moves)
  }

  private func isLowerName(_ index: Int) -> Bool {
    let names: [StaticString] = [
      "nasdaq", "iphone", "stoxx", "llama", "gpt", "qwen", "claude", "gemini", "gemma", "mistral",
    ]
    return spells(index, anyOf: names)
  }

  /// "the Six Nations": a number word in capitals amid a sentence, before a capital.
  private func isProperNumberWord(_ reading: Reading) -> Bool {
    let first = reading.pieces.lowerBound
    return first > 0 && reading.amount.isSpelled && reading.amount.pieces.count == 1
      && piece(first).isCapitalised && isCapitalisedName(first + 1)
  }

  /// "123 Random Street", "PA 23456".
  private func isStreetNumber(_ reading: Reading) -> Bool {
    guard reading.amount.isPlainInteger else { return false }
    var next = reading.amount.pieces.upperBound
    if spells(next, "zip") { return true }
    for _ in 0..<3 {
      guard isCapitalisedName(next) else { return false }
      next += 1
      if roles(next).contains(.street), isCapitalisedName(next) { return true }
    }
    return false
  }

  /// Leading zeros, or more digits in a row than people count.
  private func isIdentifier(_ reading: Reading) -> Bool {
    let amount = reading.amount
    guard amount.isPlainInteger, isNumber(amount.pieces.lowerBound) else { return false }
    let digits = piece(amount.pieces.lowerBound)
    if digits.count > 18 { return true }
    return digits.count > 1 && bytes[Int(digits.start)] == 0x30
  }

  /// "one" as a pronoun: "the one", "no one", "one another"; a number before a noun or "of the".
  private func isPronounOne(_ reading: Reading) -> Bool {
    let first = reading.amount.pieces.lowerBound
    guard reading.amount.pieces.count == 1 else { return false }
    let next = reading.pieces.upperBound
    switch keyword(first - 1) {
    case .that, .this:
      return reading.kind == .count && (reading.unitPieces.isEmpty || keyword(next) != .of)
    case .no, .the, .which, .each, .every, .any, .another, .these, .those, .other:
      return reading.kind == .count
    default: break
    }
    let modals: [StaticString] = [
      "can", "could", "should", "would", "must", "might", "if", "when", "how", "does", "as",
      "until",
    ]
    if reading.kind == .count, keyword(next) != .of,
      spells(first - 1, anyOf: modals)
    {
      return true
    }
    if spells(first - 1, "name") || spells(first - 1, "someone") || keyword(next) == .another {
      return true
    }
    if reading.kind != .count { return keyword(first - 1) == .last && reading.kind == .measure }
    // "until one tries": a verb, for one of them is no plural.
    if isPlural(next), keyword(next) != .of { return true }
    // "one more than the 18"
    switch keyword(next) {
    case .more, .fewer, .less: if keyword(next + 1) == .than { return false }
    default: break
    }
    return reading.unitPieces.isEmpty || keyword(first + 1) == .other
  }
}
