// Changes told behind both of their figures: "sold for £214,000, having fetched £223,000 a year before:
// a fall of 4 per cent", "That is £350 more", "170 in the third, half as many".

/// A change that the words tell of two figures before it.
struct ToldChange {
  /// The claim that says by how much.
  let stated: Int
  let kind: ComparisonKind
  /// Nil where the words leave open which figure is the greater.
  let way: Claim.Direction?
  /// The first token of the phrase: "fall" of "fall of 4 per cent".
  let start: Int
  let form: Form

  enum Form {
    /// "a fall of", "up", "grown by".
    case change
    /// "more", "half as many".
    case comparison
    /// "more people": as often said of what comes on top.
    case addition
  }
}

/// What ties such a change to what was said before.
enum ToldTie {
  /// A mark right before it: ", a fall of".
  case aside
  /// "That is", "The rise of".
  case takenUp
  /// "so", "which means".
  case conclusion
  case none
}

private let conclusions = WordSet("so therefore thus hence meaning means")
/// What may stand between the mark, or the begin of the sentence, and the phrase.
private let bridges = WordSet(
  "a an the which is was that that's it this these makes making made or still some almost nearly "
    + "about by being only just has been had have over more less than roughly would be will equals all"
)
private let takingUp = WordSet("that this it the which")
private let articles = WordSet("the that this its")
private let lasting = WordSet("is was to at")
private let againWord = WordSet("again")
private let asWord = WordSet("as")
private let thanWord = WordSet("than")
private let thenWords = WordSet("then before now today")
/// Words of a value that nothing had: "12 fewer than planned".
private let unreal = WordSet(
  "planned expected target targets forecast forecasts usual budget budgeted hoped needed average "
    + "scheduled promised required normal")

private let lossNouns = WordSet("loss discount saving markdown shrinkage")
private let extraWords = WordSet("extra additional")
private let generalSubjects = WordSet(
  "it they that number total figure tally count audience amount sum size turnout crowd crowds output fleet"
)
/// How far back a subject may be named, in tokens.
private let subjectReach = 40

/// How many tokens may stand between the tie and the phrase.
private let longestBridge = 8
/// How many behind a word that compares may stand before "than".
private let longestNoun = 4

extension PartReader {
  /// The change that a claim tells of figures before it; nil where its words tell none.
  func toldChange(_ stated: Int) -> ToldChange? {
    guard let kind = toldKind(stated) else { return nil }
    let start = firstToken(of: stated)
    let end = text.end(of: quantity(stated))
    // "up 20 % from last October": the words name what it is counted from.
    if !text.cue(end).isDisjoint(with: [.from, .compare]) { return nil }
    if kind != .multiple {
      if let noun = changeNoun(before: start, of: stated) {
        return ToldChange(
          stated: stated, kind: kind, way: nounWay(noun), start: noun, form: .change)
      }
      let behind = text.cue(end)
      if behind.contains(.noun), let way = way(behind), text.cue(start - 1).contains(.determiner) {
        return ToldChange(stated: stated, kind: kind, way: way, start: start, form: .change)
      }
      let before = text.cue(start - 1)
      if before.contains(.adverb), let way = way(before),
        analysis.claims[stated].role == .by || analysis.claims[stated].role == .rate
      {
        return ToldChange(stated: stated, kind: kind, way: way, start: start - 1, form: .change)
      }
    }
    if kind == .amount, text.isAny(start - 1, of: extraWords),
      text.cue(start - 2).contains(.determiner)
    {
      return ToldChange(stated: stated, kind: kind, way: .up, start: start - 2, form: .change)
    }
    return likened(stated, kind, start, end) ?? concluded(stated, kind) ?? compared(
      stated, kind, start, end)
      ?? restated(stated, kind, start)
  }

  private func toldKind(_ index: Int) -> ComparisonKind? {
    let quantity = quantity(index)
    guard quantity.exactValue != nil else { return nil }
    switch quantity.kind {
    case .multiple: return .multiple
    case .percent, .percentChange: return .rate
    case .money, .count, .measure, .duration, .score, .percentagePoint:
      return quantity.isPart ? .rate : .amount
    default: return nil
    }
  }

  /// The first token of a number with the words that qualify it.
  func firstToken(of index: Int) -> Int {
    var start = quantity(index).tokens.lowerBound
    while start > 0, text.isQualifier(start - 1, of: analysis.claims[index].quantity) { start -= 1 }
    return start
  }

  /// "fall" in "a fall of", "makes the fall", "the fall is".
  private func changeNoun(before start: Int, of stated: Int) -> Int? {
    func isNoun(_ index: Int) -> Bool {
      text.cue(index).contains(.noun) && way(text.cue(index)) != nil
        || quantity(stated).kind.isFraction && text.isAny(index, of: lossNouns)
    }
    if text.cue(start - 1).contains(.of) { return isNoun(start - 2) ? start - 2 : nil }
    if isNoun(start - 1), text.isAny(start - 2, of: articles) { return start - 1 }
    return text.isAny(start - 1, of: lasting) && isNoun(start - 2)
      && text.isAny(start - 3, of: articles) ? start - 2 : nil
  }

  private func nounWay(_ noun: Int) -> Claim.Direction? {
    text.isAny(noun, of: lossNouns) ? .down : way(text.cue(noun))
  }

  private func way(_ cue: Cue) -> Claim.Direction? {
    cue.contains(.up) ? .up : cue.contains(.down) ? .down : nil
  }

  /// "half as many", "three times as high", with nothing named that it is compared with.
  private func likened(
    _ stated: Int, _ kind: ComparisonKind, _ start: Int, _ end: Int
  ) -> ToldChange? {
    guard kind != .amount, quantity(stated).isPart || kind == .multiple,
      text.isAny(end, of: asWord), text.isWord(end + 1), !text.isAny(end + 2, of: againWord),
      !text.holds(end + 2..<end + 2 + longestNoun, anyOf: asWord)
    else { return nil }
    return ToldChange(stated: stated, kind: .multiple, way: nil, start: start, form: .comparison)
  }

  /// "so the audience doubled": a verb with nothing named that it doubled from.
  private func concluded(_ stated: Int, _ kind: ComparisonKind) -> ToldChange? {
    guard kind == .multiple, quantity(stated).isWord, quantity(stated).tokens.count == 1,
      analysis.claims[stated].cue != nil
        || text.cue(quantity(stated).tokens.lowerBound).contains(.verb)
    else { return nil }
    let start = quantity(stated).tokens.lowerBound
    guard
      let so = (max(0, start - longestBridge)..<start).last(where: {
        text.isAny($0, of: conclusions)
      }), (so..<start).allSatisfy({ text.isWord($0) && !text.isCounted($0) }),
      isSameSubject(so + 1..<start, stated)
    else { return nil }
    return ToldChange(stated: stated, kind: kind, way: nil, start: so + 1, form: .change)
  }

  /// A noun that sums up any figures, or one that the words before name.
  private func isSameSubject(_ subject: Range<Int>, _ stated: Int) -> Bool {
    if subject.contains(where: { text.isAny($0, of: generalSubjects) }) { return true }
    guard let tokens = sentence(of: stated)?.tokens,
      let noun = subject.last(where: { text.cue($0).isEmpty && text.isWord($0) })
    else { return false }
    let word = text.lower(noun)
    let stem = word.hasSuffix("s") ? String(word.dropLast()) : word
    let from = max(0, tokens.lowerBound - subjectReach)
    return stem.utf8.count >= 3
      && (from..<subject.lowerBound).contains { text.isWord($0) && text.lower($0).hasPrefix(stem) }
  }

  /// "£350 more", "nine degrees warmer", "a fifth fewer".
  private func compared(
    _ stated: Int, _ kind: ComparisonKind, _ start: Int, _ end: Int
  ) -> ToldChange? {
    guard kind != .multiple, text.isWord(end) else { return nil }
    let way: Claim.Direction?
    if text.isAny(end, of: greaterWords) {
      way = .up
    } else if text.isAny(end, of: lesserWords) {
      way = .down
    } else if text.isAny(end, of: eitherWords) {
      way = nil
    } else if kind == .rate, text.cue(end).contains(.adverb), !text.isWord(end + 1) {
      way = self.way(text.cue(end))
    } else {
      return nil
    }
    // "70 % above the average": what it is compared with is named.
    if text.isWord(end + 1),
      text.cue(end + 1).contains(.of) || text.isAny(end, of: prepositionalWords)
    {
      return nil
    }
    var next = end + 1
    while next < end + 1 + longestNoun, text.isWord(next) {
      if text.isAny(next, of: thanWord) { return isTime(behind: next) ? told(.comparison) : nil }
      next += 1
    }
    func told(_ form: ToldChange.Form) -> ToldChange {
      ToldChange(stated: stated, kind: kind, way: way, start: start, form: form)
    }
    let isBare = !text.isWord(end + 1) || text.cue(end + 1).contains(.and)
    return told(isBare || !text.isWord(end + 2) ? .comparison : .addition)
  }

  /// "than a year ago", "than in 2019", "than then"; not "than on any day", "than planned".
  private func isTime(behind than: Int) -> Bool {
    let near = than + 1..<than + 5
    return near.contains { index in
      text.cue(index).contains(.period) || text.isAny(index, of: thenWords)
        || analysis.quantities.contains { $0.isDate && $0.tokens.contains(index) }
    } && !text.holds(near, anyOf: unreal) && !text.holds(near, anyOf: unrealWords)
  }

  /// "a tenth, or £93": the same change again; "have grown by £230 million".
  private func restated(_ stated: Int, _ kind: ComparisonKind, _ start: Int) -> ToldChange? {
    guard kind != .multiple else { return nil }
    if text.cue(start - 1).contains(.or), stated > 0,
      quantity(stated - 1).sentence == quantity(stated).sentence,
      start - text.end(of: quantity(stated - 1)) <= 2, !text.cue(start - 2).contains(.or),
      let first = toldKind(stated - 1), first != kind, first != .multiple,
      let noun = changeNoun(before: firstToken(of: stated - 1), of: stated - 1)
    {
      return ToldChange(
        stated: stated, kind: kind, way: nounWay(noun), start: noun, form: .change)
    }
    let way = way(text.cue(start - 2))
    guard text.cue(start - 1).contains(.by), text.cue(start - 2).contains(.verb),
      way != nil || kind == .amount,
      let so = (max(0, start - longestBridge)..<start - 2).last(where: {
        text.isAny($0, of: conclusions)
      })
    else { return nil }
    return ToldChange(stated: stated, kind: kind, way: way, start: so + 1, form: .change)
  }

  /// What ties a told change to what was said before it.
  func tie(of told: ToldChange) -> ToldTie {
    guard let tokens = sentence(of: told.stated)?.tokens else { return .none }
    var index = told.start - 1
    let end = max(tokens.lowerBound, told.start - 1 - longestBridge)
    while index >= end {
      if text.isAny(index, of: conclusions) { return .conclusion }
      guard text.isWord(index) else { return isSetOff(by: index) ? .aside : .none }
      guard text.isAny(index, of: bridges) else { return .none }
      index -= 1
    }
    let isFirst = index < tokens.lowerBound && text.isAny(tokens.lowerBound, of: takingUp)
    return isFirst ? .takenUp : .none
  }

  private func isSetOff(by index: Int) -> Bool {
    switch text.mark(index) {
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ";"): true
    default: ["–", "—", "-"].contains(text.lower(index))
    }
  }
}
