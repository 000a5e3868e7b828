// Totals of what a paragraph told before: "$54.9m … $53.2m … $21.9m. That took revenue to $130m".

private let bringing = WordSet(
  "took takes taking brings brought bringing puts put putting lifts lifted")
private let subjects = WordSet("that this which it")
private let gathering = WordSet("altogether together combined")
private let totalWords = WordSet("total sum bill")

private let soWords = WordSet("so to")
private let farWords = WordSet("far date")
private let betweenWord = WordSet("between")
private let themWord = WordSet("them")
private let reaching = WordSet("to at")
private let toldWords = WordSet("told all")
private let allWords = WordSet("all in")
private let coming = WordSet("comes came adds added amounts amounted")
private let giving = WordSet("gives gave makes made means meant makes leaves left is was")
private let fromWords = WordSet("from for between")
private let bothWords = WordSet("both")
private let wholeWords = WordSet("all the")
private let articles = WordSet("the of")
/// "two", "three" and so on.
private let counts = ["two", "three", "four", "five", "six"].map { WordSet($0) }

/// How far before a total its cue may stand, in tokens.
private let cueReach = 9

/// How many figures may make up a total.
private let mostParts = 8

extension PartReader {
  /// Totals against the figures of their paragraph; those judged already left out.
  func relateTallies(judged: [Relation]) -> [Relation] {
    let known = Set(judged.compactMap { $0.operands.first?.claim })
    return sentences.flatMap { sentence in
      sentence.compactMap { total in
        guard !known.contains(total), isPlainFigure(total), isTally(total) else { return nil }
        return relateTally(total)
      }
    }
  }

  /// "That took revenue to", "all told, it cost", "in all", "the total comes to".
  private func isTally(_ total: Int) -> Bool {
    if isSummedUp(total) { return true }
    let (start, end) = (quantity(total).tokens.lowerBound, text.end(of: quantity(total)))
    if text.isAny(end, of: gathering) { return true }
    if text.isAny(end + 1, of: farWords), text.isAny(end, of: soWords) { return true }
    if text.isAny(end, of: betweenWord), text.isAny(end + 1, of: themWord) { return true }
    guard let tokens = sentence(of: total)?.tokens else { return false }
    if howMany(total) != nil || isGiven(total, tokens) { return true }
    for place in stride(from: start - 1, through: max(tokens.lowerBound, start - cueReach), by: -1)
    {
      if text.isCounted(place) { return false }
      if text.isAny(place, of: bringing) {
        return text.isAny(start - 1, of: reaching) && text.isAny(place - 1, of: subjects)
      }
      // "It all comes to"
      if text.isAny(place, of: coming), text.cue(start - 1).contains(.to) {
        return text.isAny(place - 1, of: toldWords) || text.isAny(place - 1, of: subjects)
      }
      if text.isAny(place, of: toldWords) { return text.isAny(place - 1, of: allWords) }
      if text.isAny(place, of: gathering) { return true }
      if text.isAny(place, of: totalWords), text.cue(place - 1).contains(.determiner) {
        return text.cue(place + 1).contains(.of) || text.cue(start - 1).contains(.to)
      }
    }
    return false
  }

  /// "That gives an income of £5.91m".
  private func isGiven(_ total: Int, _ tokens: Range<Int>) -> Bool {
    let start = firstToken(of: total)
    return text.isAny(tokens.lowerBound, of: subjects)
      && text.isAny(tokens.lowerBound + 1, of: giving)
      && text.cue(start - 1).contains(.of) && (0...cueReach).contains(start - tokens.lowerBound)
      && (tokens.lowerBound..<start).allSatisfy { text.isWord($0) && !text.isCounted($0) }
      && !text.isAny(start - 2, of: averaging)
  }

  /// "from all three", "between the two", "for both": how many parts the words say there are.
  private func howMany(_ total: Int) -> Int? {
    let end = text.end(of: quantity(total))
    guard text.isAny(end, of: fromWords) else { return nil }
    if text.isAny(end + 1, of: bothWords) { return text.isWord(end + 2) ? nil : 2 }
    guard text.isAny(end + 1, of: wholeWords) else { return nil }
    let place = text.isAny(end + 2, of: articles) ? end + 3 : end + 2
    // "in the three months to June"
    guard !text.isWord(place + 1) || text.isAny(place + 1, of: gathering) else { return nil }
    return counts.firstIndex { text.isAny(place, of: $0) }.map { $0 + 2 }
  }

  /// "1,800 larches, 950 pines and 640 oaks. That gives a total of 3,390 trees": counts of things that the
  /// total takes in.
  private func listBefore(_ total: Int) -> [Int] {
    guard quantity(total).kind == .count, let tokens = sentence(of: total)?.tokens,
      isGiven(total, tokens), text.isAny(firstToken(of: total) - 2, of: totalWords)
    else { return [] }
    let number = quantity(total).sentence
    return field(before: total) { index in
      isPlainFigure(index) && quantity(index).kind == .count && !isGuardedPart(index)
        && quantity(index).sentence + 1 == number
    }.paragraph
  }

  private func relateTally(_ total: Int) -> Relation? {
    let parts =
      field(before: total) { index in
        isPlainFigure(index) && areAlike(index, total) && !isGuardedPart(index)
          && analysis.claims[index].role != .from && analysis.claims[index].role != .by
      }.paragraph.nonEmpty ?? listBefore(total)
    guard parts.count >= 2, let stated = countedIntervals(total), let value = plainValue(total),
      !isGuardedPart(total)
    else { return nil }
    var close: [(parts: [Int], computed: TwoIntervals, verdict: Verdict)] = []
    for count in 2...min(mostParts, parts.count) {
      let some = Array(parts.suffix(count))
      guard let computed = sum(some.compactMap { countedIntervals($0) }),
        let sum = self.total(some.compactMap { plainValue($0) }), areClose(sum, value)
      else { continue }
      close.append((some, computed, compare(stated: stated, computed: computed)))
    }
    if let told = close.first(where: { $0.verdict == .consistent }) {
      guard let a = stated.strict.width, let b = told.computed.strict.width,
        let width = DecimalNumber.adding(a, b),
        isTelling(width: width, readings: close.count, beside: value)
      else { return nil }
      return sumRelation(total, of: told.parts, told.computed.strict, .consistent)
    }
    guard !close.contains(where: { $0.verdict == .consistent }) else { return nil }
    if let count = howMany(total), parts.count >= count,
      let sure = close.first(where: { $0.parts.count == count })
    {
      return sumRelation(total, of: sure.parts, sure.computed.strict, .doubtful)
    }
    let wrong = close.first { reading in
      let addends = reading.parts.compactMap { plainValue($0) }
      guard let digits = misprintDigits(addends, total: value) else { return false }
      return isTellingMisprint(digits: digits, readings: close.count)
    }
    return wrong.flatMap { sumRelation(total, of: $0.parts, $0.computed.strict, .doubtful) }
  }
}

extension Array {
  fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}
