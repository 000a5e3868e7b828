/// What a thing does in its clause, told from the words beside it: who acts, who is acted upon, who
/// speaks, whose something is.
struct TargetRole {
  enum Kind: UInt64 {
    /// "Ann's plan", "his".
    case possessor = 1
    /// "Ann said", "according to Ann".
    case speaker
    /// "praised by Ann".
    case agent
    /// "Ann has praised".
    case subject
    /// "Ann was praised".
    case passiveSubject
    /// "of Ann", "despite Ann".
    case ofPreposition
    /// "praised Ann."
    case object
    /// "Ann praised", at the beginning of a clause.
    case beginning
    case inner
  }

  let kind: Kind
  /// Index of the first word behind the thing and its auxiliaries: a subject's verb.
  let verb: Int?
  let isPassive: Bool
  /// Items of the clause that holds the thing.
  let clause: Range<Int>

  /// An apposition is no longer: "Ann, the mayor of Harlow, said".
  private static let longestApposition = 10
  /// How far behind a thing a verb of speech still has it for its subject.
  private static let speechReach = 4

  init(of target: Range<Int>, in sentence: TargetSentence) {
    let items = sentence.reading.items
    let traits = sentence.traits
    let count = items.count
    var low = target.lowerBound
    while low > 0, !items[low - 1].isBreak, !traits[low - 1].grammar.contains(.clauseStart) {
      low -= 1
    }
    var high = target.upperBound
    while high < count, !items[high].isBreak, !traits[high].grammar.contains(.clauseStart) {
      high += 1
    }
    clause = low..<high
    var place = TargetRole.behindApposition(target.upperBound, items, sentence)
    while place < count, traits[place].grammar.contains(.adverb) { place += 1 }
    let start = place
    var passive = false
    var hasAuxiliary = false
    while place < count {
      let grammar = traits[place].grammar
      let isAuxiliary = grammar.contains(.auxiliary)
      guard isAuxiliary || hasAuxiliary && grammar.contains(.adverb) else { break }
      hasAuxiliary = hasAuxiliary || isAuxiliary
      passive = passive || grammar.contains(.passive)
      place += 1
    }
    isPassive = passive
    verb = place < count && items[place].isWord ? place : nil
    var before = target.lowerBound - 1
    while before >= 0, traits[before].grammar.contains(.title) { before -= 1 }
    kind = TargetRole.kind(
      target, sentence, before: before, verb: verb, hasAuxiliary: place > start && hasAuxiliary,
      isPassive: passive)
  }

  private static func behindApposition(
    _ end: Int, _ items: [FeelingReader.Item], _ sentence: TargetSentence
  ) -> Int {
    guard end < items.count, items[end].key == comma else { return end }
    let limit = min(items.count, end + 1 + longestApposition - 1)
    let close = (end + 1..<max(end + 1, limit)).first { items[$0].key == comma }
    return close.map { $0 + 1 } ?? end
  }

  private static let comma = WordKey(",")

  private static func kind(
    _ target: Range<Int>, _ sentence: TargetSentence, before: Int, verb: Int?, hasAuxiliary: Bool,
    isPassive: Bool
  ) -> Kind {
    let items = sentence.reading.items
    let traits = sentence.traits
    let end = target.upperBound
    func has(_ role: GrammarRole, _ index: Int) -> Bool {
      traits.indices.contains(index) && traits[index].grammar.contains(role)
    }
    if isPossessor(target, sentence) { return .possessor }
    let saysBehind = verb.map { $0 <= end + speechReach && has(.speech, $0) } ?? false
    let saysBefore = has(.speech, before) && !(verb != nil && hasAuxiliary)
    if saysBehind || saysBefore || has(.speech, end)
      || has(.to, before) && has(.according, before - 1)
    {
      return .speaker
    }
    if has(.by, target.lowerBound - 1) || has(.by, before) { return .agent }
    if hasAuxiliary { return isPassive ? .passiveSubject : .subject }
    if has(.preposition, before) { return .ofPreposition }
    if end >= items.count || !items[end].isWord { return .object }
    let isBeginning = before < 0 || items[before].isBreak || has(.clauseStart, before)
    return isBeginning ? .beginning : .inner
  }

  private static func isPossessor(_ target: Range<Int>, _ sentence: TargetSentence) -> Bool {
    guard let last = target.last else { return false }
    let traits = sentence.traits
    if traits[last].isPossessive { return true }
    if target.upperBound < traits.count, !sentence.reading.items[target.upperBound].isWord,
      traits[target.upperBound].isPossessive
    {
      return true
    }
    return target.count == 1 && traits[last].grammar.contains(.possessivePronoun)
  }
}
