/// Words that lead from a figure to the same in another way.
private let links: Set<String> = ["representing", "which", "equalling", "equaling", "making"]

/// Words between the comma behind a part and its share.
private let shareWords = WordSet("or a of turnout share rate proportion just about almost nearly")

/// The most tokens between a part and a share that is told behind its verb.
private let longestTold = 9

/// "107 of the 951 respondents, or 11 %": a part, its whole, and the share that is stated for them.
///
/// All three hold indices in a part's quantities.
struct ShareReading {
  let part: Int
  let whole: Int
  /// Nil where the words state no percentage.
  let rate: Int?
  /// The words do not say that the one is part of the other: "18 wins in 38 matches (47 %)".
  var isLoose = false

  func mark(_ claims: inout [Claim]) {
    for (index, role) in [(part, Claim.Role.part), (whole, .whole), (rate ?? part, .rate)]
    where claims.indices.contains(index) && (rate != nil || role != .rate) {
      claims[index] = Claim(quantity: index, role: role, confidence: 0.3)
    }
  }
}

/// Finds shares among the quantities of one sentence. Only figures that stand side by side count,
/// with nothing between but "of the", "or", a comma or a bracket.
func readShares(_ quantities: Range<Int>, in text: ClauseText) -> [ShareReading] {
  guard quantities.count >= 2 else { return [] }
  // "in a poll of 800 people in June, 432 (54 %)": a date between does not part them.
  let figures = quantities.filter { !text.quantities[$0].isCalendar }
  var shares: [ShareReading] = []
  for place in figures.indices.dropLast() {
    let (first, second) = (figures[place], figures[place + 1])
    let third = place + 2 < figures.count ? figures[place + 2] : nil
    let before = place > 0 ? figures[place - 1] : nil
    let share =
      text.partOf(first, second, before: before, behind: third)
      ?? third.flatMap { text.share(of: first, second, $0) }
      ?? before.flatMap { text.share(ahead: $0, of: first, second) }
      ?? shares.last.flatMap { text.next(after: $0, first, second) }
    if let share { shares.append(share) }
  }
  return shares
}

extension ClauseText {
  /// "60 of 500 (12 %)", "12 %, or 60 of 500".
  fileprivate func partOf(
    _ first: Int, _ second: Int, before: Int?, behind: Int?
  ) -> ShareReading? {
    guard isPartOf(first, second) else { return nil }
    let next = behind.flatMap { isApposition(second, $0) ? $0 : nil }
    let last = before.flatMap { isApposition($0, first) || isExplained($0, first) ? $0 : nil }
    // "12 %, or 60 of 500, and 8 %" leaves no doubt; a rate on either side does.
    let rate = next != nil && last != nil ? nil : next ?? last
    let isLoose = rate == last && (before.map { isExplained($0, first) } ?? false)
    return ShareReading(
      part: first, whole: second, rate: rate.flatMap(fraction), isLoose: isLoose)
  }

  /// "Turnout was 61.5 %: 49,200 of the 80,000".
  private func isExplained(_ rate: Int, _ part: Int) -> Bool {
    let end = end(of: quantities[rate])
    guard let count = quantities[part].exactValue, DecimalNumber(100) <= count else { return false }
    return isFraction(rate) && mark(end) == UInt8(ascii: ":")
      && quantities[part].tokens.lowerBound == end + 1
  }

  /// "Turnout was 62 %: of 68,500 people on the roll, 42,470 voted".
  fileprivate func share(ahead rate: Int, of first: Int, _ second: Int) -> ShareReading? {
    guard isFraction(rate), mark(end(of: quantities[rate])) == UInt8(ascii: ":"),
      quantities[first].tokens.lowerBound - end(of: quantities[rate]) <= 4,
      isWholeAhead(first, second)
    else { return nil }
    return ShareReading(part: second, whole: first, rate: rate)
  }

  /// "Of the 1,240, 434 (35 %) were social housing and 248 (20 %) for first buyers": the next part
  /// of the same whole, with its share in brackets.
  fileprivate func next(after last: ShareReading, _ part: Int, _ rate: Int) -> ShareReading? {
    guard let known = last.rate, last.whole < last.part, last.part < known, known < part,
      !last.isLoose, isFraction(rate), isCount(part), hasBracket(part, rate),
      let small = quantities[part].exactValue, let large = quantities[last.whole].exactValue,
      small < large
    else { return nil }
    let between = end(of: quantities[known])..<quantities[part].tokens.lowerBound
    guard between.count <= 12, !between.contains(where: { mark($0) == UInt8(ascii: ";") }) else {
      return nil
    }
    return ShareReading(part: part, whole: last.whole, rate: rate)
  }

  /// Three figures of which one is the share of two others.
  fileprivate func share(of first: Int, _ second: Int, _ third: Int) -> ShareReading? {
    if isApposition(first, second), isFraction(second), isPartOf(second, third, counting: first) {
      return ShareReading(part: first, whole: third, rate: second)
    }
    if isFraction(third) {
      if isPolled(first, second), hasBracket(second, third) {
        return ShareReading(part: second, whole: first, rate: third, isLoose: true)
      }
      // "Of 212 flights, 37 were cancelled, or 17 %"
      guard
        isApposition(second, third)
          || ((isWholeAhead(first, second) || isPolled(first, second))
            && isToldAgain(third, behind: second))
      else { return nil }
      if isPolled(first, second), isToldAgain(third, behind: second) {
        return ShareReading(part: second, whole: first, rate: third, isLoose: true)
      }
      if isOfWhich(first, second) || isWholeAhead(first, second) {
        return ShareReading(part: second, whole: first, rate: third)
      }
      if isWithin(first, second) {
        return ShareReading(part: first, whole: second, rate: third, isLoose: true)
      }
      return nil
    }
    guard isFraction(first), isPartOf(first, second, counting: third),
      isApposition(second, third) || isNumberSetOff(third, behind: second)
    else { return nil }
    return ShareReading(part: third, whole: second, rate: first)
  }
}

extension ClauseText {
  fileprivate func isFraction(_ index: Int) -> Bool {
    guard quantities.indices.contains(index) else { return false }
    return quantities[index].kind.isFraction || isInWords(index)
  }

  /// "a quarter", "one in five".
  private func isInWords(_ index: Int) -> Bool {
    let quantity = quantities[index]
    guard quantity.kind == .ratio || quantity.isPart, let value = quantity.exactValue else {
      return false
    }
    return !value.isNegative && !value.isZero && value < DecimalNumber(1)
  }

  fileprivate func fraction(_ index: Int) -> Int? { isFraction(index) ? index : nil }

  /// "107 of the 951", "22 out of 36", "one in five". `counting` is the part where the first of the
  /// two is the rate: "107, or 11 %, of the 951".
  fileprivate func isPartOf(_ first: Int, _ second: Int, counting part: Int? = nil) -> Bool {
    let counted = part ?? first
    guard isCount(counted), isCount(second), part != nil || isCount(first),
      let small = quantities[counted].exactValue, let large = quantities[second].exactValue,
      small <= large, !large.isZero
    else { return false }
    var index = quantities[first].tokens.upperBound
    let limit = quantities[second].tokens.lowerBound
    guard limit > index, limit - index <= 6, !isAllBut(counted) else { return false }
    if mark(index) == UInt8(ascii: ","), part != nil { index += 1 }
    if mark(index) == UInt8(ascii: ")"), part != nil { index += 1 }
    if lower(index) == "out" { index += 1 }
    // "in" makes a share only of the two numbers themselves: "one in five".
    if lower(index) == "in" { return part == nil && limit == index + 1 }
    guard lower(index) == "of" else { return false }
    return (index + 1..<limit).allSatisfy {
      !cue($0).isDisjoint(with: [.determiner, .modifier])
        || ["all", "those", "to"].contains(lower($0)) || isOwner($0, before: limit)
    }
  }

  /// "all but 720 of the 15,000 seats": the part is what is left.
  private func isAllBut(_ part: Int) -> Bool {
    let start = quantities[part].tokens.lowerBound
    return lower(start - 1) == "but" && lower(start - 2) == "all"
  }

  /// "the county's" in "nine of the county's 36 practices".
  private func isOwner(_ index: Int, before limit: Int) -> Bool {
    func isPossessive(_ index: Int) -> Bool {
      let word = lower(index)
      return word.hasSuffix("'s") || word.hasSuffix("’s") || word.hasSuffix("s'")
        || word.hasSuffix("s’") || word == "s"
    }
    return isPossessive(index) || (index + 3 >= limit && isPossessive(limit - 1) && isWord(index))
  }

  /// "62 holes, of which 12, or 19 %": the part behind "of which", "of whom", "of them".
  fileprivate func isOfWhich(_ first: Int, _ second: Int) -> Bool {
    guard isCount(first), isCount(second), let large = quantities[first].exactValue,
      let small = quantities[second].exactValue, small <= large
    else { return false }
    let limit = quantities[second].tokens.lowerBound
    let start = end(of: quantities[first])
    guard limit > start, limit - start <= 12 else { return false }
    return lower(limit - 2) == "of" && ["which", "whom", "them"].contains(lower(limit - 1))
      && (start..<limit - 2).allSatisfy { isWord($0) || mark($0) == UInt8(ascii: ",") }
  }

  /// "In a poll of 800 people in June, 432 (54 %)": those asked and those who answered so.
  fileprivate func isPolled(_ first: Int, _ second: Int) -> Bool {
    guard isCount(first), isCount(second), let large = quantities[first].exactValue,
      let small = quantities[second].exactValue, small <= large,
      quantities[first].sentence == quantities[second].sentence
    else { return false }
    let start = quantities[first].tokens.lowerBound
    return lower(start - 1) == "of"
      && ["poll", "survey", "sample", "trial", "study"].contains(lower(start - 2))
  }

  /// Whether a bracket stands right behind a figure and its noun.
  fileprivate func hasBracket(_ first: Int, _ second: Int) -> Bool {
    let start = end(of: quantities[first])
    let limit = quantities[second].tokens.lowerBound
    guard limit > start, limit - start <= 3 else { return false }
    return mark(limit - 1) == UInt8(ascii: "(") && (start..<limit - 1).allSatisfy { isWord($0) }
  }

  /// "18 clean sheets in 38 matches": a count within another, each with its noun.
  fileprivate func isWithin(_ first: Int, _ second: Int) -> Bool {
    guard isCount(first), isCount(second), let small = quantities[first].exactValue,
      let large = quantities[second].exactValue, small <= large
    else { return false }
    let start = end(of: quantities[first])
    let limit = quantities[second].tokens.lowerBound
    guard limit > start, limit - start <= 3, (start..<limit).allSatisfy({ isWord($0) }) else {
      return false
    }
    return ["in", "from"].contains(lower(limit - 1))
  }

  /// "Of the 4,800 children, 2,448 (51 %)": the whole behind "of" at the start of a clause, the part
  /// right behind its comma.
  fileprivate func isWholeAhead(_ first: Int, _ second: Int) -> Bool {
    guard isCount(first), isCount(second), let large = quantities[first].exactValue,
      let small = quantities[second].exactValue, small <= large, DecimalNumber(1) < large
    else { return false }
    var index = quantities[first].tokens.lowerBound - 1
    let number = quantities[first].tokens.lowerBound
    while index > 0, number - index <= 4,
      cue(index).contains(.determiner) || lower(index) == "all" || isOwner(index, before: number)
    { index -= 1 }
    // "31 of his 60 fights, 18 of them": the 18 are of the 31.
    let isStart = !isCounted(index - 1) && (!isWord(index - 1) || lower(index - 1) == "that")
    guard lower(index) == "of", isStart else { return false }
    let start = end(of: quantities[first])
    let limit = quantities[second].tokens.lowerBound
    guard limit > start, limit - start <= 4 else { return false }
    let isOnly = ["only", "just"].contains(lower(limit - 1))
    return (mark(limit - 1) == UInt8(ascii: ",") || isOnly)
      && (start..<limit - 1).allSatisfy { isWord($0) || ($0 == limit - 2 && isOnly) }
  }

  /// Bare counts; not money, scores, ages or dates.
  private func isCount(_ index: Int) -> Bool {
    guard quantities.indices.contains(index) else { return false }
    let quantity = quantities[index]
    return quantity.kind == .count && quantity.exactValue?.isNegative == false && !quantity.isPart
  }

  /// "12 of the 60 schools, one in five, met it", "300 of the staff took part, 27 %, against 31 %": a
  /// share between commas.
  private func isSetOff(_ share: Int, from start: Int) -> Bool {
    let (limit, end) = (quantities[share].tokens.lowerBound, end(of: quantities[share]))
    guard isFraction(share), !isWord(end), mark(end) != UInt8(ascii: "("),
      mark(limit - 1) == UInt8(ascii: ","), limit - start <= 3
    else { return false }
    return (start..<limit - 1).allSatisfy { isWord($0) }
  }

  /// A few words, a comma and "or", "a turnout of" or nothing before a share that a mark follows.
  private func isToldAgain(_ share: Int, behind part: Int) -> Bool {
    let (start, limit) = (end(of: quantities[part]), quantities[share].tokens.lowerBound)
    guard limit - start >= 2, limit - start <= longestTold, !isWord(end(of: quantities[share])),
      let comma = (start..<limit).first(where: { !isWord($0) }), mark(comma) == UInt8(ascii: ",")
    else { return false }
    return (comma + 1..<limit).allSatisfy { isAny($0, of: shareWords) }
  }

  /// "Half of the 420 patients, 210, recovered".
  private func isNumberSetOff(_ part: Int, behind whole: Int) -> Bool {
    let (start, limit) = (end(of: quantities[whole]), quantities[part].tokens.lowerBound)
    return limit == start + 1 && mark(start) == UInt8(ascii: ",")
      && mark(end(of: quantities[part])) == UInt8(ascii: ",")
  }

  /// Whether the second figure says the first in another way: ", or 11 %", "(11 %)".
  fileprivate func isApposition(_ first: Int, _ second: Int) -> Bool {
    guard quantities.indices.contains(first), quantities.indices.contains(second) else {
      return false
    }
    let start = end(of: quantities[first])
    let limit = quantities[second].tokens.lowerBound
    guard limit > start, limit - start <= 6 else { return false }
    if isSetOff(second, from: start) { return true }
    var hasLink = false
    var hasWord = false
    for index in start..<limit {
      let byte = mark(index)
      if byte == UInt8(ascii: "(") || cue(index).contains(.or) || links.contains(lower(index)) {
        hasLink = true
      } else if hasLink, ["is", "was", "makes", "means"].contains(lower(index)) {
        continue
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
        || cue(index).contains(.modifier)
      {
        continue
      } else if isWord(index), !hasLink, !hasWord, cue(index).isEmpty {
        // One more noun of the whole: "107 of the 951 people asked (11 %)".
        hasWord = true
      } else {
        return false
      }
    }
    return hasLink
  }
}
