/// News of measures: "profit fell" is bad, "costs fell" is good, "losses widened" is bad.
extension FeelingReader {
  /// How far from a word of movement its measure may stand, in tokens.
  private static let reachBack = 10
  private static let reachAhead = 5
  /// The same for words such as "more", which mostly move nothing.
  private static let weakReach = 2
  /// A measure that moves, in the lexicon's units.
  private static let movementWeight = 2.0
  private static let bareMovementWeight = 1.2

  /// The cues of all movements; their words count no more by themselves.
  func movements(
    _ items: inout [Item], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [FeelingCue] {
    var cues: [FeelingCue] = []
    for index in items.indices {
      let roles = items[index].entry.roles
      guard !items[index].isTaken, !roles.isDisjoint(with: .movement),
        !isFollowed(index, by: Self.to, where: Self.weakMovements, items)
      else { continue }
      let sign = roles.contains(.rises) ? 1.0 : -1.0
      if let slowing = slowing(of: index, items) {
        let measure = measure(of: index, items) ?? index
        let isGood = measure == index || isGoodWhenUp(measure, items)
        let first = min(measure, index)
        cues.append(cue(items, first, slowing, isGood ? -1 : 1, weight: Self.bareMovementWeight))
        for place in [index, measure, slowing] { items[place].isTaken = true }
      } else if let measure = measure(of: index, items) {
        let isGood = isGoodWhenUp(measure, items)
        cues.append(
          cue(items, index, measure, isGood ? sign : -sign, weight: Self.movementWeight))
        items[index].isTaken = true
        items[measure].isTaken = true
      } else if isFollowedByNumber(index, items) {
        cues.append(cue(items, index, index, sign, weight: Self.bareMovementWeight))
        items[index].isTaken = true
      }
    }
    return cues
  }

  /// "growth slowed": the word that takes the pace out of a noun of growth.
  private func slowing(of index: Int, _ items: [Item]) -> Int? {
    guard Self.growth.contains(items[index].key) else { return nil }
    var place = index + 1
    while place < items.count, place <= index + Self.slowingReach, !items[place].isBreak {
      if Self.slowing.contains(items[place].key) { return place }
      place += 1
    }
    return nil
  }

  private static let slowingReach = 3
  private static let growth = WordSet("growth rise increase")
  private static let slowing = WordSet(
    """
    slowed slows slowing stalled stalls cooled cools eased eases decelerated decelerates faltered
    falters moderated faded fades
    """)

  private func cue(
    _ items: [Item], _ movement: Int, _ measure: Int, _ sign: Double, weight: Double,
    rule: FeelingCue.Rule = .movement
  ) -> FeelingCue {
    let first = min(items[movement].token, items[measure].token)
    let last = max(items[movement].token, items[measure].token)
    let own = abs(Double(items[movement].entry.weight)) / 10
    return FeelingCue(
      tokens: first..<last + 1, weight: sign * max(weight, own), rule: rule)
  }

  /// The measure that a movement moves: before it in its clause, or close behind it.
  private func measure(of index: Int, _ items: [Item]) -> Int? {
    let ahead = measureAhead(of: index, items)
    if let ahead, ahead == index + 1 || isNoun(before: index, items) { return ahead }
    if let ahead, ahead <= index + 3, isAttribute(index, items) { return ahead }
    let reach = isWeak(index, items) ? Self.weakReach : Self.reachBack
    var place = index - 1
    while place >= 0, place >= index - reach {
      if items[place].isBreak || items[place].entry.roles.contains(.contrast) { break }
      if isMeasure(items[place]), !isUnit(place, items) { return place }
      if !items[place].entry.roles.isDisjoint(with: .movement) { break }
      place -= 1
    }
    return ahead
  }

  private func measureAhead(of index: Int, _ items: [Item]) -> Int? {
    var place = index + 1
    let reach = isWeak(index, items) ? Self.weakReach : Self.reachAhead
    while place < items.count, place <= index + reach {
      let item = items[place]
      if item.isBreak || item.entry.roles.contains(.contrast) { return nil }
      if !item.entry.roles.isDisjoint(with: .movement) { return nil }
      if isMeasure(item) { return isUnit(place, items) ? nil : place }
      place += 1
    }
    return nil
  }

  /// "rising raw material prices": a participle before its noun.
  private func isAttribute(_ index: Int, _ items: [Item]) -> Bool {
    Self.participles.contains(items[index].key) && !isPassive(index, items)
  }

  private static let participles = WordSet(
    """
    rising falling growing shrinking soaring declining increasing decreasing lower higher increased
    reduced improved expanding
    """)

  /// Words such as "up" and "cut" surely move something in "up 5 %", "down by", "was cut", "lower
  /// than".
  private func isWeak(_ index: Int, _ items: [Item]) -> Bool {
    guard Self.weakMovements.contains(items[index].key) else { return false }
    guard index + 1 < items.count else { return true }
    let next = items[index + 1]
    if next.key == Self.than { return !Self.comparatives.contains(items[index].key) }
    if Self.extents.contains(next.key) || isPassive(index, items) { return false }
    return words.tokens[next.token].kind != .number
  }

  private static let than = WordKey("than")
  private static let comparatives = WordSet("lower higher smaller narrower")
  private static let extents = WordSet("by from clearly slightly sharply")

  /// A price is good news when it rises for who sells, and bad news where it is one of supplies.
  private func isGoodWhenUp(_ measure: Int, _ items: [Item]) -> Bool {
    guard items[measure].entry.roles.contains(.goodWhenUp) else { return false }
    guard measure > 0, Self.prices.contains(items[measure].key) else { return true }
    return !Self.supplies.contains(items[measure - 1].key)
  }

  private static let prices = WordSet("price prices rates")
  private static let supplies = WordSet(
    """
    material materials energy fuel food electricity gas consumer input commodity grain steel
    interest petrol ticket house wood cotton
    """)

  /// "demand remained low", "high costs": where a measure stands rather than where it goes.
  func levels(_ items: inout [Item]) -> [FeelingCue] {
    var cues: [FeelingCue] = []
    for index in items.indices where !items[index].isTaken {
      let isHigh = items[index].key == Self.high
      guard isHigh || items[index].key == Self.low, let measure = levelMeasure(index, items) else {
        continue
      }
      let sign = isHigh == isGoodWhenUp(measure, items) ? 1.0 : -1.0
      cues.append(cue(items, index, measure, sign, weight: Self.levelWeight, rule: .level))
      items[index].isTaken = true
      items[measure].isTaken = true
    }
    return cues
  }

  private func levelMeasure(_ index: Int, _ items: [Item]) -> Int? {
    if index + 1 < items.count, isMeasure(items[index + 1]),
      !Self.prices.contains(items[index + 1].key)
    {
      return index + 1
    }
    guard isPassive(index, items) || (index > 0 && Self.stays.contains(items[index - 1].key)) else {
      return nil
    }
    var place = index - 1
    while place >= 0, place >= index - Self.reachAhead - 2, !items[place].isBreak {
      if isMeasure(items[place]) { return place }
      place -= 1
    }
    return nil
  }

  private static let levelWeight = 1.6
  private static let high = WordKey("high")
  private static let low = WordKey("low")
  private static let stays = WordSet("remain remains remained stayed stays stay still very too")

  private func isMeasure(_ item: Item) -> Bool {
    !item.isTaken && !item.entry.roles.isDisjoint(with: .measure)
  }

  /// "to 1,800 TAO": a number's unit is not what moves.
  private func isUnit(_ index: Int, _ items: [Item]) -> Bool {
    index > 0 && words.tokens[items[index - 1].token].kind == .number
  }

  /// "a drop in profit", "the rise of costs": an article before the movement makes it a noun.
  private func isNoun(before index: Int, _ items: [Item]) -> Bool {
    guard index > 0 else { return false }
    return Self.articles.contains(items[index - 1].key)
  }

  private static let articles = WordSet("a an the this sharp to will")

  /// "crashed 23%", "surged past $340".
  private func isFollowedByNumber(_ index: Int, _ items: [Item]) -> Bool {
    if index > 1, Self.percent.contains(items[index - 1].key),
      words.tokens[items[index - 2].token].kind == .number
    {
      return true
    }
    guard !isWeak(index, items) else { return false }
    var place = index + 1
    while place < items.count, place <= index + 3 {
      if words.tokens[items[place].token].kind == .number { return true }
      if items[place].isBreak { return false }
      place += 1
    }
    return false
  }

  /// "the 23% crash": the extent stands before the noun.
  private static let percent = WordSet("% percent pct")

  /// "up to 5" moves nothing.
  private func isFollowed(
    _ index: Int, by key: WordKey, where movements: WordSet, _ items: [Item]
  ) -> Bool {
    index + 1 < items.count && items[index + 1].key == key
      && movements.contains(items[index].key)
  }

  private static let to = WordKey("to")

  /// Too common before numbers in other senses to be news by themselves.
  private static let weakMovements = WordSet(
    """
    up down more less fewer lower higher cut highest lowest smaller narrower
    """)
}
