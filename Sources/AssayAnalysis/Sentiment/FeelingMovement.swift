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
      if let measure = measure(of: index, items) {
        let isGood = items[measure].entry.roles.contains(.goodWhenUp)
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

  private func cue(
    _ items: [Item], _ movement: Int, _ measure: Int, _ sign: Double, weight: Double
  ) -> FeelingCue {
    let first = min(items[movement].token, items[measure].token)
    let last = max(items[movement].token, items[measure].token)
    let own = abs(Double(items[movement].entry.weight)) / 10
    return FeelingCue(
      tokens: first..<last + 1, weight: sign * max(weight, own), rule: .movement)
  }

  /// The measure that a movement moves: before it in its clause, or close behind it.
  private func measure(of index: Int, _ items: [Item]) -> Int? {
    let ahead = measureAhead(of: index, items)
    if let ahead, ahead == index + 1 || isNoun(before: index, items) { return ahead }
    let isWeak = Self.weakMovements.contains(items[index].key)
    let reach = isWeak ? Self.weakReach : Self.reachBack
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
    let isWeak = Self.weakMovements.contains(items[index].key)
    let reach = isWeak ? Self.weakReach : Self.reachAhead
    while place < items.count, place <= index + reach {
      let item = items[place]
      if item.isBreak || item.entry.roles.contains(.contrast) { return nil }
      if !item.entry.roles.isDisjoint(with: .movement) { return nil }
      if isMeasure(item) { return isUnit(place, items) ? nil : place }
      place += 1
    }
    return nil
  }

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

  private static let articles: Set<WordKey> = Set(
    ["a", "an", "the", "this", "sharp", "to", "will"].map { WordKey($0) })

  /// "crashed 23%", "surged past $340".
  private func isFollowedByNumber(_ index: Int, _ items: [Item]) -> Bool {
    guard !Self.weakMovements.contains(items[index].key) else { return false }
    var place = index + 1
    while place < items.count, place <= index + 3 {
      if words.tokens[items[place].token].kind == .number { return true }
      if items[place].isBreak { return false }
      place += 1
    }
    return false
  }

  /// "up to 5" moves nothing.
  private func isFollowed(
    _ index: Int, by key: WordKey, where movements: Set<WordKey>, _ items: [Item]
  ) -> Bool {
    index + 1 < items.count && items[index + 1].key == key
      && movements.contains(items[index].key)
  }

  private static let to = WordKey("to")

  /// Too common before numbers in other senses to be news by themselves.
  private static let weakMovements: Set<WordKey> = Set(
    ["up", "down", "more", "less", "fewer", "lower", "higher", "cut", "highest", "lowest"].map {
      WordKey($0)
    })
}
