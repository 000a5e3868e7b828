// Shares told behind the clause that gives their part and whole: "Of 7,850 tickets sold, 1,570 went to
// children, or one in five", "645 of the 920 pupils passed. That gives a pass rate of 70.1 per cent".

private let pronouns = WordSet("them whom which these those")
private let anaphors = WordSet("them these those whom which")
/// Words that say a share again: ", or", ", which is", ", a turnout of".
private let opening = WordSet(
  "or a an the which that making giving gives meaning representing equal equivalent about just nearly almost "
    + "exactly roughly some around it they makes make up only more less over under well slightly fewer than for thus so"
)
private let closing = WordSet(
  "of at to is was than just about nearly almost exactly roughly around over under")
/// "an average of", "a fall of", "a swing of": no share of what stands before.
private let otherNouns = WordSet(
  "average swing margin lead majority discount premium deposit interest tax vat yield return fee "
    + "commission target goal limit threshold minimum maximum surcharge duty levy error chance risk bonus "
    + "markup markdown tip saving savings turnaround")
private let behindShare = WordSet(
  "in at on against compared across after when and but while during versus as who which better worse overall "
    + "full")
private let totals = WordSet("total whole lot all")
private let rates = WordSet("rate share proportion percentage turnout success ratio fraction")
private let thoseWord = WordSet("those")
private let askedWords = WordSet("who asked questioned polled surveyed that on in")
private let subjects = WordSet("it that this which they these")
private let samples = WordSet("survey poll sample study panel group class cohort field squad total")
private let approximators = WordSet("about some nearly almost just roughly around exactly that is")
private let inAll = WordSet("in")
private let equals = WordSet("is was makes equals means")
private let outWord = WordSet("out")
/// How many tokens between a whole and a part that is set off by commas.
private let longestSetOff = 6
private let negatives = WordSet("not n't without never no")

/// How many tokens may stand between a whole and its part: "Of the 140 jobs promised in the inquiry, 84".
private let wholeReach = 16
/// How many words between "of" and the whole: "of the county's 62,760".
private let ownerReach = 4
/// How many tokens between the part and its share.
private let shareReach = 24

extension PartReader {
  /// Shares behind the clause or the sentence that tells their part and whole; those judged already left
  /// out.
  func relateToldShares(judged: [Relation]) -> [Relation] {
    let known = Set(judged.compactMap { $0.operands.first?.claim })
    var found: [Relation] = []
    for (place, sentence) in sentences.enumerated() {
      for rate in sentence where !known.contains(rate) && isToldRate(rate) {
        guard isClosed(rate) || isOfFigure(rate, sentence) else { continue }
        if let relation = relateToldShare(rate, place) { found.append(relation) }
      }
    }
    return found
  }

  /// A share, even one that another is set against: "a pass rate of 70.1 per cent, against 66.3".
  private func isToldRate(_ rate: Int) -> Bool {
    if isShareRate(rate) { return true }
    return analysis.claims[rate].role == .to && quantity(rate).kind == .percent
      && quantity(rate).direction == nil && quantity(rate).exactValue != nil
  }

  private func relateToldShare(_ rate: Int, _ place: Int) -> Relation? {
    let pairs: [(part: Int, whole: Int)]
    if let own = ownPair(rate, sentences[place]) {
      pairs = [own]
    } else if isAside(rate) || isRightBehind(rate, sentences[place]) {
      pairs = asidePairs(rate, place)
    } else if isTakenUp(rate, place), let former = formerSentence(place) {
      pairs = tiedPairs(sentences[former])
    } else {
      return nil
    }
    guard let stated = shareIntervals(rate), !pairs.isEmpty else { return nil }
    let sums = pairs.compactMap { shareSum($0.part, $0.whole, rate) }
    var sure = sums
    if let last = sure.indices.last { sure[last].isSure = !isGuarded(rate) }
    return settle(
      ToldResult(stated: rate, role: "rate", check: .share, known: stated, reach: 11),
      sure.reversed())
  }

  private func shareSum(_ part: Int, _ whole: Int, _ rate: Int) -> ToldSum? {
    guard let a = countedIntervals(part), let b = countedIntervals(whole), b.lenient.isPositive,
      let k = quantity(part).middle, let n = quantity(whole).middle,
      let exact = DecimalNumber.quotient(k.shifted(by: 2), n, isUp: false),
      let ratio = combine(a, b, { Interval.dividing($0, by: $1) })
    else { return nil }
    let shown = Sum.together([k, n])
    let places = isOneIn(quantity(rate)) ? 1 : Sum.percentPlaces(beyond: quantity(rate))
    return ToldSum(
      operands: [operand("part", part), operand("whole", whole)],
      formula: "\(shown[0]) / \(shown[1])", result: Sum.rounded(exact, places: places) + " %",
      computed: (ratio.strict.shifted(by: 2), ratio.lenient.shifted(by: 2)))
  }

  // MARK: Where the share stands

  /// "7.5 % of the 18,000": the whole stands right behind.
  private func isOfFigure(_ rate: Int, _ sentence: Range<Int>) -> Bool {
    let whole = rate + 1
    return sentence.contains(whole) && isAmount(whole)
      && text.cue(quantity(rate).tokens.upperBound).contains(.of)
      && ofToken(before: whole) == quantity(rate).tokens.upperBound
  }

  /// "1,350 posts will go by next spring, 7.5 % of the 18,000"; "a third of the 615 beds, or 205, were empty".
  private func ownPair(_ rate: Int, _ sentence: Range<Int>) -> (part: Int, whole: Int)? {
    guard isOfFigure(rate, sentence) else { return nil }
    let whole = rate + 1
    let before = sentence.filter { $0 < rate && !isLapse($0) }
    if let part = before.last, before.count == 1, isAmount(part), isPart(part, of: whole),
      isAside(rate, isOpen: true) || isSaid(rate),
      quantity(rate).tokens.lowerBound - text.end(of: quantity(part)) <= shareReach
    {
      return (part, whole)
    }
    let behind = sentence.filter { $0 > whole && !isLapse($0) }
    guard before.isEmpty, let part = behind.first, isAmount(part), isPart(part, of: whole),
      isSetOff(part, behind: whole)
    else { return nil }
    return (part, whole)
  }

  /// "it was 3 % of", "which is 45 % of"
  private func isSaid(_ rate: Int) -> Bool {
    let start = firstToken(of: rate)
    return text.isAny(start - 1, of: equals) && text.isAny(start - 2, of: subjects)
  }

  /// ", or 205,", ", 500 in all,", ", 405 people,": a number between marks.
  private func isSetOff(_ part: Int, behind whole: Int) -> Bool {
    let (start, limit) = (text.end(of: quantity(whole)), firstToken(of: part))
    guard limit > start, limit - start <= longestSetOff,
      let mark = (start..<limit).last(where: { !text.isWord($0) }),
      text.mark(mark) == UInt8(ascii: ","),
      (mark + 1..<limit).allSatisfy({
        text.cue($0).contains(.or) || text.isAny($0, of: approximators)
      })
    else { return false }
    let end = text.end(of: quantity(part))
    let next = text.isAny(end, of: inAll) ? end + 2 : end
    return !text.isWord(next)
  }

  /// "27 missed out of 1,350 is 2 %".
  private func isRightBehind(_ rate: Int, _ sentence: Range<Int>) -> Bool {
    guard sentence.contains(rate - 1) else { return false }
    let start = text.end(of: quantity(rate - 1))
    let gap = start..<max(start, firstToken(of: rate))
    return (1...2).contains(gap.count) && text.isAny(gap.lowerBound, of: equals)
      && gap.allSatisfy { text.isWord($0) }
  }

  /// A mark or few words that go on behind it: not "62 % more", "62 % of the second".
  private func isClosed(_ rate: Int) -> Bool {
    let end = quantity(rate).tokens.upperBound
    guard text.isWord(end) else { return true }
    if text.cue(end).contains(.of) {
      return text.isAny(end + 1, of: totals) || isOfThose(rate)
        || text.cue(end + 1).contains(.determiner) && text.isAny(end + 2, of: totals)
    }
    return text.isAny(end, of: behindShare)
  }

  /// ", or 62 %", ", a turnout of 62 %", ", which is 62 %".
  private func isAside(_ rate: Int, isOpen: Bool = false) -> Bool {
    guard let lead = lead(to: rate) else { return false }
    guard let first = lead.first else {
      return isOpen || !text.isWord(text.end(of: quantity(rate))) || isOfThose(rate)
    }
    guard text.isAny(first, of: opening) else { return false }
    if lead.allSatisfy({ text.isAny($0, of: opening) || text.isAny($0, of: closing) }) {
      // ", about 62 % on Monday" may be of something else.
      return isOpen || text.cue(first).contains(.or)
        || lead.contains { text.isAny($0, of: linking) }
        || !text.isWord(text.end(of: quantity(rate)))
    }
    guard
      let last = lead.last(where: { !text.isQualifier($0, of: analysis.claims[rate].quantity) }),
      text.isAny(last, of: closing)
        || text.isAny(last, of: rates) && text.isAny(first, of: linking),
      text.cue(first).contains(.determiner) || text.isAny(first, of: linking)
    else { return false }
    return !lead.contains { index in
      text.isAny(index, of: otherNouns) || isChangeNoun(index)
    }
  }

  /// ", 86 % of those who replied"
  private func isOfThose(_ rate: Int) -> Bool {
    let end = quantity(rate).tokens.upperBound
    return text.cue(end).contains(.of) && text.isAny(end + 1, of: thoseWord)
      && text.isAny(end + 2, of: askedWords)
  }

  private func isChangeNoun(_ index: Int) -> Bool {
    text.cue(index).contains(.noun) && !text.cue(index).isDisjoint(with: .direction)
  }

  /// "That gives the town a pass rate of 70.1 per cent", "That is 45 per cent": the first share there.
  private func isTakenUp(_ rate: Int, _ place: Int) -> Bool {
    guard takesUp(rate), let tokens = sentence(of: rate)?.tokens,
      sentences[place].first(where: { !quantity($0).isCalendar }) == rate
    else { return false }
    let start = firstToken(of: rate)
    let before = tokens.lowerBound..<max(tokens.lowerBound, start)
    guard before.count <= longestTakingUp, isLedTo(rate), before.allSatisfy({ text.isWord($0) }),
      !before.contains(where: {
        text.isAny($0, of: otherNouns) || isChangeNoun($0) || text.isAny($0, of: negatives)
      })
    else { return false }
    return before.count <= 3 || text.holds(before, anyOf: rates)
  }

  /// "a pass rate of", "the share is", "That gives": what leads to a share stands right before it.
  private func isLedTo(_ rate: Int) -> Bool {
    let start = firstToken(of: rate)
    return text.isAny(start - 1, of: closing) || text.isAny(start - 1, of: resulting)
      || text.cue(start - 1).contains(.determiner) || text.cue(start - 1).contains(.modifier)
  }

  // MARK: Parts and wholes

  /// The pairs of the sentence that stand before a share, with no other amount behind them.
  private func asidePairs(_ rate: Int, _ place: Int) -> [(part: Int, whole: Int)] {
    let sentence = sentences[place]
    let before = sentence.lowerBound..<rate
    let pairs = tiedPairs(before).filter { pair in
      let last = max(pair.part, pair.whole)
      return quantity(rate).tokens.lowerBound - text.end(of: quantity(last)) <= shareReach
        && (last + 1..<rate).allSatisfy { isLapse($0) }
    }
    if !pairs.isEmpty { return pairs }
    // "Eighty-four of those hired live in the town, or 60 %"
    guard let part = before.last(where: { !isLapse($0) }), isAmount(part), isAnaphoric(part),
      !before.contains(where: { $0 != part && isAmount($0) }), let former = formerSentence(place),
      let whole = onlyWhole(sentences[former], of: part)
    else { return [] }
    return [(part, whole)]
  }

  /// "84 of those hired", "Of these, 84".
  private func isAnaphoric(_ part: Int) -> Bool {
    let end = text.end(of: quantity(part))
    if text.cue(end).contains(.of), text.isAny(end + 1, of: anaphors) { return true }
    guard let first = sentence(of: part)?.tokens.lowerBound else { return false }
    return text.cue(first).contains(.of) && text.isAny(first + 1, of: anaphors)
      && firstToken(of: part) - first <= wholeReach
  }

  private func isLapse(_ index: Int) -> Bool {
    quantity(index).isCalendar || quantity(index).kind == .duration || quantity(index).kind == .rank
      || plainValue(index) == DecimalNumber(1)
  }

  private func onlyWhole(_ sentence: Range<Int>, of part: Int) -> Int? {
    let wholes = sentence.filter { isAmount($0) && isPart(part, of: $0) }
    if wholes.count == 1 { return wholes[0] }
    return wholes.first { ofToken(before: $0).map(isOpening) ?? false }
  }

  /// Parts of a sentence with the wholes that its words tie them to.
  func tiedPairs(_ sentence: Range<Int>) -> [(part: Int, whole: Int)] {
    var pairs: [(part: Int, whole: Int)] = []
    for whole in sentence where isAmount(whole) {
      if let of = ofToken(before: whole) {
        if whole > sentence.lowerBound, isAmount(whole - 1), isPart(whole - 1, of: whole),
          isRightBefore(of, whole - 1)
        {
          pairs.append((whole - 1, whole))
        } else if isOpeningWhole(whole),
          let part = (whole + 1..<sentence.upperBound).first(where: { !isLapse($0) }),
          sentence.contains(part), isAmount(part), isPart(part, of: whole), isInReach(whole, part),
          !isOfOther(part)
        {
          pairs.append((part, whole))
        }
      } else if whole + 1 < sentence.upperBound, isAmount(whole + 1), isOfThem(whole + 1),
        gap(whole, whole + 1).count <= wholeReach
      {
        // "240 hectares (about 590 acres), with 96 of them"
        let isAside = whole > sentence.lowerBound && isAmount(whole - 1) && isInBrackets(whole)
        let told = isAside ? whole - 1 : whole
        if isPart(whole + 1, of: told) { pairs.append((whole + 1, told)) }
      }
    }
    return pairs
  }

  private func isInBrackets(_ index: Int) -> Bool {
    text.mark(firstToken(of: index) - 1) == UInt8(ascii: "(")
      && text.mark(text.end(of: quantity(index))) == UInt8(ascii: ")")
  }

  /// "84 of", "27 missed out of".
  private func isRightBefore(_ of: Int, _ part: Int) -> Bool {
    let end = text.end(of: quantity(part))
    if end == of { return true }
    guard text.isAny(of - 1, of: outWord) else { return false }
    return (0...2).contains(of - 1 - end) && (end..<of - 1).allSatisfy { text.isWord($0) }
  }

  private func isAmount(_ index: Int) -> Bool {
    let quantity = quantity(index)
    switch quantity.kind {
    case .count, .money, .measure:
      let isRough = quantity.qualifier == .about && quantity.exactValue != nil
      guard let value = isRough ? quantity.exactValue : plainValue(index) else { return false }
      return !quantity.isPart && !value.isNegative && !value.isZero && !isThingRate(index)
    default: return false
    }
  }

  private func isPart(_ part: Int, of whole: Int) -> Bool {
    guard let k = quantity(part).exactValue, let n = quantity(whole).exactValue, k <= n,
      DecimalNumber(1) < n
    else { return false }
    if areAlike(part, whole) || isBareCount(whole, part) { return true }
    return quantity(part).kind == .count && quantity(whole).kind == .count
      && quantity(whole).unit.dimension == .none
  }

  /// The "of" in "of the county's 62,760".
  private func ofToken(before whole: Int) -> Int? {
    let start = firstToken(of: whole)
    for place in stride(from: start - 1, through: max(0, start - 1 - ownerReach), by: -1) {
      guard text.isWord(place), !text.isCounted(place) else { return nil }
      if text.cue(place).contains(.of) { return place }
      if !text.cue(place).isDisjoint(with: [.preposition, .and, .or, .auxiliary, .compare]) {
        return nil
      }
    }
    return nil
  }

  /// "Of the 920 pupils" at the begin of a clause.
  private func isOpening(_ of: Int) -> Bool {
    if text.isAny(of - 1, of: outWord) { return !text.isWord(of - 2) && !text.isCounted(of - 2) }
    return isBegin(of)
  }

  private func isBegin(_ of: Int) -> Bool {
    !text.isCounted(of - 1) && !text.isWord(of - 1) || text.cue(of - 1).contains(.and)
      || text.cue(of - 1).contains(.contrast)
      || text.lower(of - 1) == "that"
  }

  /// "Of the 920 pupils who sat the exams," at the begin of a clause.
  func isOpeningWhole(_ whole: Int) -> Bool {
    guard let of = ofToken(before: whole) else { return false }
    // "A survey of 1,250 parents found 1,075 were content"
    if isOpening(of) || text.isAny(of - 1, of: samples) { return true }
    // "Of the crew of 23", "Of its total of 86"
    for place in stride(from: of - 1, through: max(0, of - ownerReach), by: -1) {
      guard text.isWord(place), !text.isCounted(place) else { return false }
      if text.cue(place).contains(.of) { return isOpening(place) }
    }
    return false
  }

  private func isInReach(_ whole: Int, _ part: Int) -> Bool {
    let gap = gap(whole, part)
    return gap.count <= wholeReach && !gap.contains { text.mark($0) == UInt8(ascii: ";") }
  }

  private func isOfThem(_ part: Int) -> Bool {
    let end = text.end(of: quantity(part))
    let start = quantity(part).tokens.lowerBound
    return text.cue(end).contains(.of) && text.isAny(end + 1, of: pronouns)
      || text.cue(start - 2).contains(.of) && text.isAny(start - 1, of: pronouns)
  }

  /// "Of the 920, 40 of the boys": a part of something else.
  private func isOfOther(_ part: Int) -> Bool {
    let end = text.end(of: quantity(part))
    return text.cue(end).contains(.of) && !text.isAny(end + 1, of: pronouns)
  }
}

// MARK: Wholes named by their words

/// How many sentences a named whole may stand away.
private let farthestWhole = 12
/// How many tokens between the name of a whole and its figure.
private let longestNaming = 8
private let mostNames = 4
private let ownerWords = WordSet(
  "the its their his her our total all this that annual overall gross combined")

extension PartReader {
  /// "Operating income was $260 million, equal to 15 % of revenue" under "Revenue came to $1,734 million":
  /// those judged already left out.
  func relateWordedWholes(judged: [Relation]) -> [Relation] {
    let known = Set(judged.compactMap { $0.operands.first?.claim })
    return sentences.flatMap { sentence in
      sentence.dropFirst().compactMap { rate in
        guard isShareRate(rate), !known.contains(rate), isAside(rate, isOpen: true),
          let part = sentence.last(where: { $0 < rate && isAmount($0) }),
          firstToken(of: rate) - text.end(of: quantity(part)) <= shareReach
        else { return nil }
        return relateWordedWhole(rate, part)
      }
    }
  }

  private func relateWordedWhole(_ rate: Int, _ part: Int) -> Relation? {
    guard let names = wholeNames(rate), let stated = shareIntervals(rate) else { return nil }
    let here = quantity(rate).sentence
    let wholes = analysis.claims.indices.filter { index in
      index != part && index != rate && abs(quantity(index).sentence - here) <= farthestWhole
        && isAmount(index) && isPart(part, of: index) && isNamed(index, names)
    }
    guard let first = wholes.first, wholes.allSatisfy({ plainValue($0) == plainValue(first) }),
      let whole = wholes.min(by: { distance($0, rate) < distance($1, rate) }),
      var sum = shareSum(part, whole, rate)
    else { return nil }
    // What stands far away may be told of another time.
    sum.isSure =
      !isGuarded(rate) && !isGuarded(part)
      && (distance(whole, rate) <= 1
        || ![whole, rate].contains { index in
          quantities(inSentence: quantity(index).sentence).contains { quantity($0).isCalendar }
        })
    return settle(
      ToldResult(stated: rate, role: "rate", check: .share, known: stated, reach: 11), [sum])
  }

  private func distance(_ one: Int, _ other: Int) -> Int {
    abs(quantity(one).sentence - quantity(other).sentence)
  }

  /// The words of what a share is of: "circulating supply", the last the noun.
  private func wholeNames(_ rate: Int) -> [String]? {
    let quantity = quantity(rate)
    if quantity.unit.isPartOf {
      return quantity.unit.name.dropFirst(2).split(separator: " ").map { singular(String($0)) }
    }
    var place = quantity.tokens.upperBound
    guard text.cue(place).contains(.of) else { return nil }
    var names: [String] = []
    place += 1
    while text.isWord(place), !text.isCounted(place),
      text.cue(place).isDisjoint(with: [.preposition, .and, .or, .auxiliary, .of])
    {
      if !text.isAny(place, of: ownerWords) { names.append(singular(text.lower(place))) }
      guard names.count <= mostNames else { return nil }
      place += 1
    }
    return names.isEmpty ? nil : names
  }

  private func singular(_ word: String) -> String {
    word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss")
      ? String(word.dropLast()) : word
  }

  /// Whether a figure is the first behind the words, which begin its clause: "The circulating supply is 252
  /// million tokens", "Revenue for the three months came to $1,734 million".
  private func isNamed(_ index: Int, _ names: [String]) -> Bool {
    let role = analysis.claims[index].role
    guard role != .from, role != .by, let tokens = sentence(of: index)?.tokens,
      let last = names.last
    else { return false }
    let end = firstToken(of: index)
    var start = tokens.lowerBound
    if let former = quantities(inSentence: quantity(index).sentence).last(where: {
      $0 < index && !isLapse($0) && !quantity($0).kind.isFraction
    }) {
      start = text.end(of: quantity(former))
    }
    guard start < end,
      let noun = (max(start, end - longestNaming)..<end).last(where: {
        text.isWord($0) && singular(text.lower($0)) == last
      }), noun - names.count + 1 >= start,
      zip(noun - names.count + 1...noun, names).allSatisfy({ singular(text.lower($0)) == $1 })
    else { return false }
    let before = stride(from: noun - names.count, through: start, by: -1)
    for place in before {
      guard text.isWord(place) else { break }
      if !text.cue(place).isDisjoint(with: [.preposition, .of, .negation]) { return false }
    }
    return !text.isAny(end - 1, of: byWords)
  }
}

private let byWords = WordSet("by per")

private let linking = WordSet(
  "or which making giving gives meaning representing equal equivalent for thus so")
/// How many tokens may stand before a share that takes up the sentence before.
private let longestTakingUp = 10
