/// What the words of a statement say against taking its numbers together.
func findCautions(_ statement: Statement, in text: ClauseText) -> Cautions {
  var found: Cautions = []
  let verb = statement.verb ?? statement.tokens.lowerBound
  for index in statement.tokens {
    let cue = text.cue(index)
    if cue.contains(.rank) || isNumberSign(index, in: text) { found.insert(.rank) }
    guard index > verb else { continue }
    if cue.contains(.depth), isDepth(index, in: text) { found.insert(.depth) }
    if cue.contains(.base) { found.insert(.otherBase) }
    if cue.contains(.range) { found.insert(.spread) }
  }
  for index in max(statement.tokens.lowerBound, verb - 3)..<max(verb, statement.tokens.lowerBound)
  where text.cue(index).contains(.negation) { found.insert(.negation) }
  if movesCurrency(statement, in: text) { found.insert(.exchangeRate) }
  if crossesSign(statement, in: text) { found.insert(.crossedSign) }
  if isSpread(statement, in: text) { found.insert(.spread) }
  for slot in statement.slots {
    let quantity = text.quantities[slot.quantity]
    if slot.isLoose, slot.role == .from || slot.role == .to { found.insert(.distance) }
    if isBroken(quantity, in: text) { found.insert(.brokenNumber) }
    if slot.role == .rate, isYearly(quantity, after: verb, in: text) { found.insert(.yearlyRate) }
    if text.cue(quantity.tokens.lowerBound - 1).contains(.minus) { found.insert(.crossedSign) }
  }
  return found
}

/// "under water", "three under par", "under the ice"; not "under the plan".
private func isDepth(_ index: Int, in text: ClauseText) -> Bool {
  text.lower(index) != "under"
    || text.isAny(index + 1, of: depths) || text.isAny(index + 2, of: depths)
}

private let depths = WordSet("water ground sea surface ice zero par earth bed")

/// "No. 5", "number 5": a rank, not a value.
private func isNumberSign(_ index: Int, in text: ClauseText) -> Bool {
  text.mark(index + 1) == UInt8(ascii: ".") && text.lower(index) == "no"
}

/// "the dollar fell to 118 yen": its price in the other is the inverse of the figure, or is not.
private func movesCurrency(_ statement: Statement, in text: ClauseText) -> Bool {
  let subject = statement.subject.isEmpty ? statement.tokens : statement.subject
  var namesCurrency = false
  for index in subject {
    let cue = text.cue(index)
    if cue.contains(.metric) { return false }
    if cue.contains(.currencyName), !isWinning(index, in: text) { namesCurrency = true }
  }
  return namesCurrency
}

/// "The Conservatives won 16": a verb, no currency.
private func isWinning(_ index: Int, in text: ClauseText) -> Bool {
  guard text.lower(index) == "won" else { return false }
  return text.isCounted(index + 1)
    || !text.cue(index + 1).isDisjoint(with: [.determiner, .modifier, .preposition])
}

/// "to a loss of 5 million from a profit of 3 million".
private func crossesSign(_ statement: Statement, in text: ClauseText) -> Bool {
  let ends = statement.slots.filter { $0.role == .from || $0.role == .to }
  let isLoss =
    statement.subject.contains { text.cue($0).contains(.loss) }
  let signs = ends.map { slot -> Statement.Sign in slot.sign ?? (isLoss ? .loss : .profit) }
  return signs.contains(.loss) && signs.contains(.profit)
}

/// "from 5 % in Asia to 2 % in Europe", "in all regions".
private func isSpread(_ statement: Statement, in text: ClauseText) -> Bool {
  func place(_ role: Claim.Role) -> String? {
    guard let slot = statement.slots.first(where: { $0.role == role }) else { return nil }
    let end = text.end(of: text.quantities[slot.quantity])
    guard ["in", "for", "among", "on", "at"].contains(text.lower(end)) else { return nil }
    let next = end + 1
    let isName = text.isCapitalised(next) && !text.cue(next).contains(.period)
    return isName ? text.lower(next) : nil
  }
  guard let from = place(.from), let to = place(.to) else { return false }
  return from != to
}

/// "EUR106 ,000": the rest of a number stands behind white space.
private func isBroken(_ quantity: Quantity, in text: ClauseText) -> Bool {
  let tokens = text.words.tokens
  let last = quantity.tokens.upperBound
  let mark = text.mark(last)
  if mark == UInt8(ascii: ",") || mark == UInt8(ascii: "."), last + 1 < tokens.count,
    !tokens[last].shape.contains(.isJoined), tokens[last + 1].shape.contains(.isJoined),
    tokens[last + 1].kind == .number
  {
    return true
  }
  let first = quantity.tokens.lowerBound
  let before = text.mark(first - 1)
  guard before == UInt8(ascii: ",") || before == UInt8(ascii: "."), first < tokens.count else {
    return false
  }
  return tokens[first].shape.contains(.isJoined) && !tokens[first - 1].shape.contains(.isJoined)
}

/// "5 % a year", "an average of 5 %".
private func isYearly(_ quantity: Quantity, after verb: Int, in text: ClauseText) -> Bool {
  if quantity.unit.name.range(ofWord: " per ") != nil { return true }
  let end = text.end(of: quantity)
  if text.cue(end).contains(.yearly) || text.cue(end + 1).contains(.yearly) { return true }
  if ["a", "per", "each", "every"].contains(text.lower(end)),
    ["year", "month", "quarter", "week", "day", "annum", "decade"].contains(text.lower(end + 1)),
    !["earlier", "ago", "before"].contains(text.lower(end + 2))
  {
    return true
  }
  let start = quantity.tokens.lowerBound
  return (min(start, max(0, verb + 1, start - 4))..<start).contains {
    let word = text.lower($0)
    return word == "average" || word == "annual" || word == "averaging" || word == "annualised"
      || word == "annualized" || word == "yearly"
  }
}
