/// Reads one sentence from left to right and gives each of its quantities a role.
///
/// A verb opens a statement; prepositions give the roles: "from" and "compared to" the start, "to"
/// the end, "by" and the place right after the verb the change. Where clauses join without a verb
/// the statement is marked, so that no finding rests on a guess.
struct StatementReader {
  let text: ClauseText
  let sentence: Sentence
  private(set) var statements: [Statement] = []
  private var current: Statement
  private var pending: Pending?
  private var suspended: Pending?
  private var subjectStart: Int
  /// Words since the verb that are neither adverbs nor articles.
  private var verbGap = 0
  private var joint: Joint?
  private var depth = 0

  /// A preposition that waits for its quantity.
  private struct Pending {
    var role: Claim.Role
    var direction: Claim.Direction?
    var cue: Int?
    var gap = 0
    var endsInOf = false
    var isLoose = false
    var sign: Statement.Sign?
  }

  /// What ties the next quantity to the one before it.
  private enum Joint { case or, and }

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
  private mutating func readToken(_ index: Int, upcoming: Int?) {
    guard text.isWord(index) else {
      readMark(index, upcoming: upcoming)
      return
    }
    let cue = text.cue(index)
    if cue.contains(.hedge) { current.isHedged = true }
    if cue.contains(.contrast), !isComparison(index) {
      close(at: index)
      subjectStart = index + 1
      return
    }
    if !cue.isDisjoint(with: .direction) || cue.contains(.verb) {
      if readChange(index, cue, upcoming: upcoming) { return }
    }
    if cue.contains(.motion), !cue.contains(.level), text.cue(index + 1).contains(.adverb) {
      return
    }
    if cue.contains(.level), !text.cue(index - 1).contains(.determiner) {
      readLevel(index, cue)
      return
    }
    readLink(index, cue, upcoming: upcoming)
  }

  /// Commas, brackets and stronger marks.
  private mutating func readMark(_ index: Int, upcoming: Int?) {
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
  private mutating func readLink(_ index: Int, _ cue: Cue, upcoming: Int?) {
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
      pending = current.has(.rate) ? Pending(role: .to, isLoose: true) : nil
    } else if cue.contains(.of) {
      pending?.endsInOf = true
    } else if cue.contains(.or) {
      joint = .or
    } else if cue.contains(.and) {
      readAnd(index, upcoming: upcoming)
    } else if cue.contains(.relative) {
      subjectStart = index + 1
    } else if cue.contains(.preposition) {
      pending = nil
      joint = nil
      verbGap += 1
    } else {
      readPlain(index, cue)
    }
  }

  /// "compared to 5 million", "2 million more than the 3 million".
  private mutating func readCompare(_ index: Int) {
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
    setLast(role: isRate ? .rate : .by, direction: direction, cue: index - 1)
    pending = Pending(role: .from)
  }

  private mutating func readPlain(_ index: Int, _ cue: Cue) {
    if cue.contains(.loss) { pending?.sign = .loss }
    if cue.contains(.profit), !cue.contains(.loss) { pending?.sign = .profit }
    guard cue.isDisjoint(with: [.modifier, .determiner]) else { return }
    verbGap += 1
    joint = nil
    pending?.endsInOf = false
    pending?.gap += 1
    if let pending, pending.gap > 6 { self.pending = nil }
  }

  private mutating func readTo(_ index: Int) {
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
    pending = Pending(role: .to)
  }

  private mutating func readAnd(_ index: Int, upcoming: Int?) {
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
  private func isEllipsis(after index: Int, _ upcoming: Int?, isComma: Bool) -> Bool {
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

  private func isContent(_ cue: Cue) -> Bool {
    cue.isDisjoint(with: [
      .determiner, .modifier, .preposition, .period, .from, .to, .by, .of, .at, .per, .up, .down,
      .and, .or, .compare, .currencyName,
    ])
  }

  /// "compared with 5 mn when" and "rather than" open no clause.
  private func isComparison(_ index: Int) -> Bool {
    text.lower(index) == "yet" || text.lower(index) == "since" || text.lower(index) == "when"
  }
}

// MARK: Verbs

extension StatementReader {
  /// True where the token works as a verb: not "the rise", "a 5 % fall", "sharp drop of".
  private func isVerb(_ index: Int) -> Bool {
    let cue = text.cue(index)
    if cue.contains(.participle) { return true }
    if cue.contains(.level) { return !text.cue(index - 1).contains(.determiner) }
    guard cue.contains(.verb) else { return false }
    guard cue.contains(.noun) else { return !text.cue(index - 1).contains(.determiner) }
    let before = text.cue(index - 1)
    if before.contains(.determiner) || before.contains(.of) { return false }
    if text.cue(index + 1).contains(.of) { return false }
    if before.contains(.modifier), text.cue(index - 2).contains(.determiner) { return false }
    return true
  }

  /// Reads a word of change; false where it is none here.
  private mutating func readChange(_ index: Int, _ cue: Cue, upcoming: Int?) -> Bool {
    let direction: Claim.Direction? =
      cue.contains(.up) ? .up : cue.contains(.down) ? .down : nil
    if cue.contains(.adverb) { return readAdverb(index, direction, upcoming: upcoming) }
    if cue.contains(.participle) || isVerb(index) {
      if followsQuantity(index), cue.contains(.noun) { return true }
      readVerb(index, direction, isParticiple: cue.contains(.participle))
      return true
    }
    guard cue.contains(.noun) else { return false }
    if text.cue(index + 1).contains(.of) {
      pending = Pending(role: .by, direction: direction, cue: index)
    } else {
      pending = nil
    }
    if current.verb == nil, current.slots.isEmpty || depth == 0 {
      if current.direction == nil { current.direction = direction }
      if current.verb == nil { current.verb = index }
      current.isLevel = true
    }
    return true
  }

  /// "a 5 % increase": the quantity has taken the noun already.
  private func followsQuantity(_ index: Int) -> Bool {
    current.slots.last?.cue == index || statements.last?.slots.last?.cue == index
  }

  private mutating func readVerb(_ index: Int, _ direction: Claim.Direction?, isParticiple: Bool) {
    let isInfinitive = text.cue(index - 1).contains(.to)
    let lead = isInfinitive ? index - 2 : index - 1
    let follows =
      text.mark(lead) == UInt8(ascii: ",")
      || (current.slots.last.map { text.end(of: text.quantities[$0.quantity]) == lead + 1 } ?? false)
    if isParticiple || isInfinitive, follows, current.verb != nil, !current.has(.to),
      current.direction == direction, !current.slots.isEmpty
    {
      pending = nil
      verbGap = 0
      return
    }
    open(index, direction: direction, isLevel: false)
  }

  /// "up", "down", "higher", "lower" before a number or a preposition that leads to one.
  private mutating func readAdverb(
    _ index: Int, _ direction: Claim.Direction?, upcoming: Int?
  ) -> Bool {
    let after = text.cue(index + 1)
    let before = text.cue(index - 1)
    let isNear = upcoming.map { $0 - index <= 3 } ?? false
    let leads = !after.isDisjoint(with: [.from, .by]) || (isNear && !after.contains(.to))
    if before.contains(.verb), current.verb == index - 1 {
      // "rose up to", "cut down from": the verb has said it.
      return true
    }
    if before.contains(.motion) {
      open(index, direction: direction, isLevel: false)
      return true
    }
    if after.contains(.to) || !leads { return false }
    if ["made", "make", "makes", "making", "set", "take", "took", "sign", "signed", "follow"]
      .contains(text.lower(index - 1))
    {
      return false
    }
    if let last = current.slots.last,
      text.end(of: text.quantities[last.quantity]) == index, last.role == .value,
      text.quantities[last.quantity].kind.isFraction
    {
      // "13.8 % up on the year"
      setLast(role: .rate, direction: direction, cue: index)
      return true
    }
    if current.verb == nil { current.verb = index }
    if current.direction == nil { current.direction = direction }
    pending = Pending(role: .by, direction: direction, cue: index)
    return true
  }

  private mutating func readLevel(_ index: Int, _ cue: Cue) {
    let before = text.cue(index - 1)
    let isContinuing = current.direction != nil && !current.slots.isEmpty && !current.has(.to)
    let isParticiple = text.lower(index).hasSuffix("ing")
    if isContinuing, isParticiple || before.contains(.to) {
      if text.lower(index) != "representing", text.lower(index) != "posting" {
        pending = Pending(role: .to)
      } else {
        pending = nil
      }
      return
    }
    if isParticiple || before.contains(.to) {
      pending = nil
      return
    }
    open(index, direction: nil, isLevel: true)
  }

  private mutating func open(_ index: Int, direction: Claim.Direction?, isLevel: Bool) {
    var fresh = Statement(start: subjectStart)
    if current.verb == nil || current.slots.isEmpty {
      // "net sales of $1.2 billion increased": the subject's figure goes along.
      fresh.slots = current.slots.map { slot in
        var slot = slot
        slot.isLoose = true
        return slot
      }
      fresh.subject = current.tokens.lowerBound..<index
      fresh.isHedged = current.isHedged
    } else {
      let lastEnd = current.slots.last.map { text.quantities[$0.quantity].tokens.upperBound }
      let start = max(subjectStart, min(lastEnd ?? subjectStart, index))
      close(at: start)
      fresh = Statement(start: start)
      fresh.subject = start..<index
    }
    fresh.tokens = fresh.subject.lowerBound..<index
    fresh.verb = index
    fresh.direction = direction ?? wished(by: text.cue(index), in: fresh.subject)
    fresh.isLevel = isLevel
    current = fresh
    pending = nil
    joint = nil
    verbGap = 0
  }

  /// "profit improved": up, where the clause speaks of nothing but measures of which more is better.
  private func wished(by cue: Cue, in subject: Range<Int>) -> Claim.Direction? {
    guard !cue.isDisjoint(with: [.better, .worse]) else { return nil }
    let metrics = subject.map { text.cue($0) }.filter { $0.contains(.metric) }
    guard !metrics.isEmpty, metrics.allSatisfy({ $0.contains(.gainful) }) else { return nil }
    return cue.contains(.better) ? .up : .down
  }

  private mutating func openEllipsis(at index: Int) {
    let direction = current.direction
    let verb = current.verb
    close(at: index)
    subjectStart = index + 1
    current = Statement(start: index + 1)
    current.direction = direction
    current.verb = verb
    current.cautions.insert(.ellipsis)
    pending = nil
    joint = nil
    verbGap = 0
  }

  private mutating func close(at index: Int) {
    current.tokens = current.tokens.lowerBound..<max(index, current.tokens.lowerBound)
    if !current.slots.isEmpty {
      current.cautions.formUnion(findCautions(current, in: text))
      statements.append(current)
    }
    current = Statement(start: index)
    subjectStart = index
    pending = nil
    joint = nil
    verbGap = 0
  }
}

// MARK: Quantities

extension StatementReader {
  private mutating func take(_ index: Int, at place: Int) {
    let quantity = text.quantities[index]
    if quantity.isDate || isLapse(quantity) {
      takeTime(index, quantity)
      return
    }
    if quantity.kind == .multiple {
      takeMultiple(index, at: place)
      return
    }
    var slot = Statement.Slot(quantity: index, role: .value)
    if let joint, let last = current.slots.last {
      slot = joined(slot, to: last, quantity, joint)
    } else if let pending {
      slot = placed(slot, quantity, pending)
    } else if let verb = current.verb, !current.isLevel, depth == 0, verbGap == 0,
      !current.slots.contains(where: { text.quantities[$0.quantity].tokens.lowerBound > verb })
    {
      slot.role = quantity.kind.isFraction ? .rate : .by
    }
    if slot.role == .value || slot.role == .rate || slot.role == .by { takeNoun(&slot, quantity) }
    current.slots.append(slot)
    pending = nil
    joint = nil
    verbGap += 1
  }

  /// "doubled to 6.8 million": a number that is the verb as well.
  private mutating func takeMultiple(_ index: Int, at place: Int) {
    let cue = text.cue(place)
    if cue.contains(.verb) || cue.contains(.participle) {
      open(place, direction: cue.contains(.down) ? .down : .up, isLevel: false)
    }
    current.slots.append(
      Statement.Slot(
        quantity: index, role: current.isMoving ? .rate : .value, direction: current.direction,
        cue: current.verb))
    pending = nil
    joint = nil
    verbGap += 1
  }

  /// A date or a lapse of time fills no role but ends the wait of a preposition, unless it only
  /// qualifies the number behind it: "from last year's 5 million".
  private mutating func takeTime(_ index: Int, _ quantity: Quantity) {
    current.slots.append(Statement.Slot(quantity: index, role: .value))
    let end = text.end(of: quantity)
    let follows =
      index + 1 < text.quantities.count
      && text.quantities[index + 1].tokens.lowerBound == end
    if !follows { pending = nil }
    joint = nil
  }

  /// "a year earlier", "twelve months of", "the first nine months".
  private func isLapse(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .duration else { return false }
    guard let pending, pending.gap == 0, pending.role == .from || pending.role == .to else {
      return true
    }
    let after = text.cue(text.end(of: quantity))
    return after.contains(.period) || after.contains(.of) || !current.isMoving
  }

  private func placed(
    _ slot: Statement.Slot, _ quantity: Quantity, _ pending: Pending
  ) -> Statement.Slot {
    var slot = slot
    let isAppositive = pending.direction != nil
    slot.role = pending.role
    slot.direction = pending.direction
    slot.cue = pending.cue
    slot.sign = pending.sign
    slot.isLoose = pending.isLoose || (pending.gap > 0 && !pending.endsInOf)
    switch pending.role {
    case .by:
      slot.role = quantity.kind.isFraction ? .rate : .by
      if !isAppositive, current.direction == nil, !current.isMoving { slot.role = .value }
    case .to:
      if current.direction == nil, !current.isMoving { slot.role = .value }
    default: break
    }
    return slot
  }

  /// "$788 or 5.8%", "$422.5 million, or $6.44 a share", "5.3 % and 6.1 %".
  private mutating func joined(
    _ slot: Statement.Slot, to last: Statement.Slot, _ quantity: Quantity, _ joint: Joint
  ) -> Statement.Slot {
    var slot = slot
    let other = text.quantities[last.quantity]
    if joint == .and {
      if quantity.kind == other.kind {
        slot.role = last.role
        slot.direction = last.direction
        slot.cue = last.cue
        if last.role != .value { current.cautions.insert(.coordination) }
      }
      return slot
    }
    if last.role == .by, quantity.kind.isFraction {
      slot.role = .rate
      slot.direction = last.direction
      slot.cue = last.cue
    } else if last.role == .rate, !quantity.kind.isFraction {
      slot.role = .by
      slot.direction = last.direction
      slot.cue = last.cue
    }
    slot.isLoose = last.isLoose
    return slot
  }

  /// "a 64 percent increase", "a $5 million rise".
  private mutating func takeNoun(_ slot: inout Statement.Slot, _ quantity: Quantity) {
    guard quantity.kind != .count || quantity.unit.name.hasSuffix("point"), quantity.kind != .score
    else { return }
    let end = text.end(of: quantity)
    var place = end
    if !text.cue(place).contains(.noun), text.isWord(place),
      text.cue(place).contains(.modifier) || (quantity.kind.isFraction && text.cue(place).isEmpty)
    {
      place += 1
    }
    let cue = text.cue(place)
    guard cue.contains(.noun), !cue.isDisjoint(with: .direction) else { return }
    slot.role = quantity.kind.isFraction ? .rate : .by
    slot.direction = cue.contains(.up) ? .up : .down
    slot.cue = place
    if current.direction == nil { current.direction = slot.direction }
    if current.verb == nil {
      current.verb = place
      current.isLevel = true
    }
  }

  private mutating func setLast(role: Claim.Role, direction: Claim.Direction?, cue: Int) {
    guard let last = current.slots.indices.last else { return }
    current.slots[last].role = role
    current.slots[last].direction = direction
    current.slots[last].cue = cue
  }
}

extension Statement {
  /// Whether it says a change, even where it leaves open which way.
  var isMoving: Bool { direction != nil || (verb != nil && !isLevel) }
}

extension Quantity.Kind {
  /// Percentages of both kinds; points are amounts.
  var isFraction: Bool { self == .percent || self == .percentChange }
}
