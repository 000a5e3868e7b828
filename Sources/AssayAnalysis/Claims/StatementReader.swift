/// Reads one sentence from left to right and gives each of its quantities a role.
///
/// A verb opens a statement; prepositions give the roles: "from" and "compared to" the start, "to"
/// the end, "by" and the place right after the verb the change. Where clauses join without a verb
/// the statement is marked, so that no finding rests on a guess.
struct StatementReader {
  let text: ClauseText
  let sentence: Sentence
  var statements: [Statement] = []
  var current: Statement
  var pending: Pending?
  var suspended: Pending?
  var subjectStart: Int
  /// Words since the verb that are neither adverbs nor articles.
  var verbGap = 0
  var joint: Joint?
  var depth = 0

  /// A preposition that waits for its quantity.
  struct Pending {
    var role: Claim.Role
    var direction: Claim.Direction?
    var cue: Int?
    var gap = 0
    var endsInOf = false
    var isLoose = false
    var sign: Statement.Sign?
  }

  /// What ties the next quantity to the one before it.
  enum Joint { case or, and }

  init(text: ClauseText, sentence: Sentence) {
    self.text = text
    self.sentence = sentence
    current = Statement(start: sentence.tokens.lowerBound)
    subjectStart = sentence.tokens.lowerBound
  }

  /// The sentence's statements that hold quantities. `quantities` are those of the sentence.
  mutating func read(_ quantities: Range<Int>) -> [Statement] {
    var next = quantities.lowerBound
    var index = sentence.tokens.lowerBound
    while index < sentence.tokens.upperBound {
      while next < quantities.upperBound, text.quantities[next].tokens.lowerBound < index {
        next += 1
      }
      if next < quantities.upperBound, text.quantities[next].tokens.lowerBound == index {
        take(next, at: index)
        index = max(index + 1, text.quantities[next].tokens.upperBound)
        next += 1
        continue
      }
      let upcoming = next < quantities.upperBound ? text.quantities[next].tokens.lowerBound : nil
      if upcoming == nil || !text.isQualifier(index, of: next) {
        readToken(index, upcoming: upcoming)
      }
      index += 1
    }
    close(at: sentence.tokens.upperBound)
    return statements
  }
}

// MARK: Words

extension StatementReader {
  mutating func readToken(_ index: Int, upcoming: Int?) {
    guard text.isWord(index) else {
      readMark(index, upcoming: upcoming)
      return
    }
    let cue = text.cue(index)
    if cue.contains(.hedge), !text.isMayOfYear(index) { current.isHedged = true }
    if cue.contains(.contrast), !isComparison(index) {
      close(at: index)
      subjectStart = index + 1
      return
    }
    if !cue.isDisjoint(with: .direction) || cue.contains(.verb) {
      if readChange(index, cue, upcoming: upcoming) { return }
    }
    if cue.contains(.motion), !cue.contains(.level) {
      if text.cue(index + 1).contains(.adverb) { return }
      if cue.contains(.travel), text.cue(index + 1).contains(.from),
        upcoming.map({ $0 - index <= 3 }) ?? false
      {
        // "went from 12 wins to 27": a change whose direction the numbers tell.
        open(index, direction: nil, isLevel: false)
        return
      }
    }
    if cue.contains(.level), !text.cue(index - 1).contains(.determiner) {
      readLevel(index, cue)
      return
    }
    readLink(index, cue, upcoming: upcoming)
  }

  /// Commas, brackets and stronger marks.
  mutating func readMark(_ index: Int, upcoming: Int?) {
    switch text.mark(index) {
    case UInt8(ascii: ";"):
      close(at: index)
      subjectStart = index + 1
    case UInt8(ascii: "("), UInt8(ascii: "["):
      depth += 1
      suspended = pending
      pending = nil
    case UInt8(ascii: ")"), UInt8(ascii: "]"):
      depth = max(0, depth - 1)
      pending = suspended
      suspended = nil
      joint = nil
    case UInt8(ascii: ","), UInt8(ascii: ":"):
      if joint == nil, !current.slots.isEmpty, isEllipsis(after: index, upcoming, isComma: true) {
        openEllipsis(at: index)
      }
    default: break
    }
  }

  /// "from", "to", "by", "of", "compared", "or", "and" and the words between.
  mutating func readLink(_ index: Int, _ cue: Cue, upcoming: Int?) {
    if cue.contains(.compare) {
      readCompare(index)
    } else if cue.contains(.from) {
      let before = text.cue(index - 1)
      let isApart = ["apart", "aside", "away", "far"].contains(text.lower(index - 1))
      pending = before.contains(.range) || isApart ? nil : Pending(role: .from)
    } else if cue.contains(.to) {
      readTo(index)
    } else if cue.contains(.by) {
      pending = Pending(role: .by)
    } else if cue.contains(.at) {
      pending =
        current.has(.rate)
        ? Pending(role: .to, isLoose: !isBetweenFigures(index, upcoming: upcoming)) : nil
    } else if cue.contains(.of) {
      pending?.endsInOf = true
    } else if cue.contains(.or) {
      joint = .or
    } else if cue.contains(.and) {
      readAnd(index, upcoming: upcoming)
    } else if cue.contains(.relative) {
      subjectStart = index + 1
    } else if cue.contains(.preposition) {
      // "compared with 4 million"
      let isCompared = text.cue(index - 1).contains(.compare) && pending?.role == .from
      if isCompared, pending?.gap == 0 { return }
      pending = nil
      joint = nil
      verbGap += 1
    } else {
      readPlain(index, cue)
    }
  }

  /// "up 2.5 per cent at €1.64bn": nothing between the rate and what it came to.
  private func isBetweenFigures(_ index: Int, upcoming: Int?) -> Bool {
    guard let last = current.slots.last, last.role == .rate, upcoming == index + 1 else {
      return false
    }
    return text.end(of: text.quantities[last.quantity]) == index
  }

  /// "compared to 5 million", "2 million more than the 3 million".
  mutating func readCompare(_ index: Int) {
    guard text.lower(index) == "than" else {
      pending = Pending(role: .from)
      return
    }
    let word = text.lower(index - 1)
    let direction: Claim.Direction? =
      ["more", "higher", "above", "larger"].contains(word)
      ? .up : ["less", "lower", "fewer", "below", "smaller"].contains(word) ? .down : nil
    guard let direction, let last = current.slots.last, last.role == .value,
      text.end(of: text.quantities[last.quantity]) == index - 1
    else {
      pending = Pending(role: .from, isLoose: true)
      return
    }
    let isRate = text.quantities[last.quantity].kind.isFraction
    // "40 tonnes against 52 in May, 30 per cent less than planned": less than something else.
    if current.has(.from) { current.cautions.insert(.otherBase) }
    setLast(role: isRate ? .rate : .by, direction: direction, cue: index - 1)
    pending = Pending(role: .from)
  }

  mutating func readPlain(_ index: Int, _ cue: Cue) {
    if cue.contains(.loss) { pending?.sign = .loss }
    if cue.contains(.profit), !cue.contains(.loss) { pending?.sign = .profit }
    guard cue.isDisjoint(with: [.modifier, .determiner]) else { return }
    verbGap += 1
    joint = nil
    pending?.endsInOf = false
    // "from Wednesday's $64", "from last year's 5 million"
    if isPossessiveTime(index, cue) { return }
    pending?.gap += 1
    if let pending, pending.gap > 6 { self.pending = nil }
  }

  /// "year's" right before a figure, and the words that lead to it.
  private func isPossessiveTime(_ index: Int, _ cue: Cue) -> Bool {
    guard cue.contains(.period) else { return false }
    let last = text.cue(index + 1).contains(.period) ? index + 1 : index
    return text.isPossessive(last)
  }

  mutating func readTo(_ index: Int) {
    if let waiting = pending, waiting.role == .from, waiting.gap == 0,
      !text.cue(index - 1).contains(.from)
    {
      return
    }
    let before = text.lower(index - 1)
    let unrelated = [
      "close", "due", "according", "relative", "thanks", "prior", "next", "equal", "subject",
      "attributable", "related", "owing", "equivalent", "similar",
    ]
    if unrelated.contains(before) || text.cue(index - 1).contains(.metric) && current.verb == nil {
      pending = nil
      return
    }
    if before == "up", !text.cue(index - 2).contains(.motion), !text.cue(index - 2).contains(.verb)
    {
      pending = nil
      return
    }
    pending = isScore(at: index) ? nil : Pending(role: .to)
  }

  /// "up from £1,823, after councillors voted 31 to 24": two bare figures that no word of change leads
  /// to are a score, and no end of the change before.
  private func isScore(at to: Int) -> Bool {
    guard let last = current.slots.last, last.role != .from, last.role != .by else { return false }
    let first = text.quantities[last.quantity]
    guard first.kind == .count || first.kind == .score, first.unit.dimension == .none,
      text.end(of: first) == to, text.isCounted(to + 1)
    else { return false }
    let lead = first.tokens.lowerBound - 1
    return text.cue(lead).isDisjoint(with: [.up, .down, .motion, .from, .by])
  }

  mutating func readAnd(_ index: Int, upcoming: Int?) {
    joint = nil
    guard !current.slots.isEmpty else { return }
    if text.isCapitalised(index - 1), text.isCapitalised(index + 1) {
      return
    }
    if isEllipsis(after: index, upcoming, isComma: false) {
      openEllipsis(at: index)
    } else if let upcoming, upcoming - index <= 4,
      !(index + 1..<upcoming).contains(where: { isVerb($0) })
    {
      joint = .and
    }
  }

  /// Whether the words up to the next quantity name a new subject without a verb.
  func isEllipsis(after index: Int, _ upcoming: Int?, isComma: Bool) -> Bool {
    guard let upcoming, upcoming - index > 1, upcoming - index <= 12 else { return false }
    var hasNoun = false
    for place in index + 1..<upcoming {
      let cue = text.cue(place)
      if isVerb(place) || cue.contains(.contrast) || cue.contains(.compare) { return false }
      if !text.isWord(place) {
        if text.mark(place) != 0, text.mark(place) != UInt8(ascii: "'") { return false }
        continue
      }
      if isComma, !hasNoun,
        !cue.isDisjoint(with: [.determiner, .preposition, .or, .from, .to, .by])
      {
        return false
      }
      if cue.contains(.metric) || (!isComma && isContent(cue)) { hasNoun = true }
    }
    return hasNoun
  }

  func isContent(_ cue: Cue) -> Bool {
    cue.isDisjoint(with: [
      .determiner, .modifier, .preposition, .period, .from, .to, .by, .of, .at, .per, .up, .down,
      .and, .or, .compare, .currencyName,
    ])
  }

  /// "compared with 5 mn when" and "rather than" open no clause.
  func isComparison(_ index: Int) -> Bool {
    text.lower(index) == "yet" || text.lower(index) == "since" || text.lower(index) == "when"
  }
}
