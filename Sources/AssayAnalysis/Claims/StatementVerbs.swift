// Words of change and of value: what opens a statement, and which way it goes.

private let losing = WordSet("lost lose loses")
/// How far behind a loss "down from" may stand, in tokens.
private let lossReach = 8

extension StatementReader {
  /// True where the token works as a verb: not "the rise", "a 5 % fall", "sharp drop of".
  func isVerb(_ index: Int) -> Bool {
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
  mutating func readChange(_ index: Int, _ cue: Cue, upcoming: Int?) -> Bool {
    let direction: Claim.Direction? =
      cue.contains(.up) ? .up : cue.contains(.down) ? .down : nil
    if cue.contains(.adverb) { return readAdverb(index, direction, upcoming: upcoming) }
    if cue.contains(.participle) || isVerb(index) {
      if followsQuantity(index), cue.contains(.noun) { return true }
      if losesMoney(index, cue, upcoming: upcoming) {
        open(index, direction: nil, isLevel: true)
        return true
      }
      readVerb(index, direction, isParticiple: cue.contains(.participle))
      return true
    }
    guard cue.contains(.noun) else { return false }
    if !text.cue(index + 1).isDisjoint(with: [.to, .from]), !current.slots.isEmpty,
      current.direction != direction
    {
      // "a 23 % crash, then a recovery to 273"
      open(index, direction: direction, isLevel: true)
      return true
    }
    // "Growth slowed", "the fall of prices eased": a noun alone says nothing of the numbers behind
    // the verb to come.
    let after = text.cue(index + 1)
    let leads =
      !after.isDisjoint(with: [.of, .to, .from]) && upcoming.map { $0 - index <= 5 } ?? false
    pending =
      leads && after.contains(.of) ? Pending(role: .by, direction: direction, cue: index) : nil
    guard leads else { return true }
    if current.verb == nil, current.slots.isEmpty || depth == 0 {
      if current.direction == nil { current.direction = direction }
      if current.verb == nil { current.verb = index }
      current.isLevel = true
    }
    return true
  }

  /// "lost £3.1m last year, down from £4.6m": what was lost in the year is a value of its own.
  func losesMoney(_ index: Int, _ cue: Cue, upcoming: Int?) -> Bool {
    guard let upcoming, upcoming == index + 1, cue.contains(.down), cue.contains(.verb),
      text.isAny(index, of: losing)
    else { return false }
    let place = text.quantities.partitioningIndex { $0.tokens.lowerBound >= upcoming }
    guard text.quantities.indices.contains(place), text.quantities[place].kind == .money else {
      return false
    }
    let end = text.end(of: text.quantities[place])
    return (end..<min(end + lossReach, sentence.tokens.upperBound)).contains { next in
      text.cue(next).contains(.adverb) && text.cue(next + 1).contains(.from)
    }
  }

  /// "a 5 % increase": the quantity has taken the noun already.
  func followsQuantity(_ index: Int) -> Bool {
    current.slots.last?.cue == index || statements.last?.slots.last?.cue == index
  }

  mutating func readVerb(_ index: Int, _ direction: Claim.Direction?, isParticiple: Bool) {
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
  mutating func readAdverb(
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
    if let last = current.slots.last, isRateBefore(index, last),
      leads || after.contains(.preposition) || !text.isWord(index + 1)
    {
      // "13.8 % up on the year"
      setLast(role: .rate, direction: direction, cue: index)
      return true
    }
    if after.contains(.to) || !leads { return false }
    if [
      "made", "make", "makes", "making", "set", "take", "took", "sign", "signed", "follow",
      "wrote", "write", "written", "writes", "put", "noted",
    ]
    .contains(text.lower(index - 1)) {
      return false
    }
    if current.verb == nil { current.verb = index }
    if current.direction == nil {
      current.direction = direction
      current.directionCue = index
    }
    pending = Pending(role: .by, direction: direction, cue: index)
    return true
  }

  /// A percentage that stands right before the word and has no role yet.
  private func isRateBefore(_ index: Int, _ slot: Statement.Slot) -> Bool {
    let quantity = text.quantities[slot.quantity]
    return text.end(of: quantity) == index && slot.role == .value && quantity.kind.isFraction
  }

  mutating func readLevel(_ index: Int, _ cue: Cue) {
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

  mutating func open(_ index: Int, direction: Claim.Direction?, isLevel: Bool) {
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
  func wished(by cue: Cue, in subject: Range<Int>) -> Claim.Direction? {
    guard !cue.isDisjoint(with: [.better, .worse]) else { return nil }
    let metrics = subject.map { text.cue($0) }.filter { $0.contains(.metric) }
    guard !metrics.isEmpty, metrics.allSatisfy({ $0.contains(.gainful) }) else { return nil }
    return cue.contains(.better) ? .up : .down
  }

  mutating func openEllipsis(at index: Int) {
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

  mutating func close(at index: Int) {
    current.tokens = current.tokens.lowerBound..<max(index, current.tokens.lowerBound)
    if !current.slots.isEmpty {
      settleRoles()
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

extension StatementReader {
  /// What only the whole clause tells: "profit was 310, down from 402" ends at 310; "earned $5 from
  /// 3 shops" starts nowhere, since nothing changes.
  private mutating func settleRoles() {
    let isChange =
      current.isMoving || current.slots.contains { $0.role == .by || $0.role == .rate }
    for index in current.slots.indices where current.slots[index].role == .from && !isChange {
      current.slots[index].role = .value
    }
    guard current.isLevel, isChange, !current.has(.to), let verb = current.verb,
      let cue = current.directionCue, cue > verb, text.cue(cue).contains(.adverb),
      let end = current.slots.firstIndex(where: { isLevelled($0, verb, cue) })
    else { return }
    current.slots[end].role = .to
  }

  /// The first figure behind "was", before "down from".
  private func isLevelled(_ slot: Statement.Slot, _ verb: Int, _ cue: Int) -> Bool {
    let quantity = text.quantities[slot.quantity]
    return slot.role == .value && !text.isTime(slot.quantity) && quantity.kind != .multiple
      && quantity.tokens.lowerBound > verb && quantity.tokens.lowerBound - verb <= 6
      && quantity.tokens.upperBound <= cue
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
