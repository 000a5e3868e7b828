/// What the words around a cue do to it: negation, strength, contrast, doubt.
extension FeelingReader {
  /// How many tokens a negation reaches over.
  static let negationReach = 4
  private static let negatedGood = -0.65
  private static let negatedBad = -0.4
  private static let boost = 1.3
  private static let damp = 0.65
  private static let beforeContrast = 0.6
  private static let behindContrast = 1.25
  private static let conceded = 0.4
  private static let hedged = 0.7
  private static let asked = 0.75
  private static let shouted = 1.25

  /// The cues with their weights after all turns.
  func turned(
    _ cues: [FeelingCue], _ items: [Item], _ sentence: Sentence,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [FeelingCue] {
    let frame = Frame(items, bytes, words)
    return cues.map { cue in
      var cue = cue
      let index = cue.tokens.lowerBound - sentence.tokens.lowerBound
      turnNearby(&cue, index, items)
      if let contrast = frame.contrast, contrast > 0 {
        cue.weight *= index < contrast ? Self.beforeContrast : Self.behindContrast
      }
      if let concession = frame.concession, concession.contains(index) {
        cue.weight *= Self.conceded
        cue.rule = .contrast
      }
      if frame.isQuestion { cue.weight *= Self.asked }
      if frame.mayShout, isShouted(cue, bytes) { cue.weight *= Self.shouted }
      cue.weight *= 1 + 0.1 * Double(frame.exclamations)
      return cue
    }
  }

  /// Negators, boosters, dampers and hedges before a cue in its clause.
  private func turnNearby(_ cue: inout FeelingCue, _ index: Int, _ items: [Item]) {
    var place = index - 1
    var factor = 1.0
    while place >= 0, place >= index - Self.negationReach {
      let item = items[place]
      let distance = index - place
      if item.isBreak || item.entry.roles.contains(.contrast) { break }
      if item.entry.roles.contains(.negator), !item.isTaken, !isOnly(place + 1, items) {
        if place > 0, items[place - 1].entry.roles.contains(.negator) { break }
        if isOutdone(by: place, index, items) {
          factor *= Self.boost
          break
        }
        factor *= cue.weight > 0 ? Self.negatedGood : Self.negatedBad
        cue.rule = .negated
        break
      }
      if distance == 1, !item.isTaken, Self.lessening.contains(item.key), cue.weight > 0 {
        factor *= Self.negatedGood
        cue.rule = .negated
        break
      }
      if distance <= 2, !item.isTaken {
        if item.entry.roles.contains(.booster) {
          factor *= Self.boost
          if cue.rule == .lexicon { cue.rule = .boosted }
        } else if item.entry.roles.contains(.damper) {
          factor *= Self.damp
          if cue.rule == .lexicon { cue.rule = .damped }
        }
      }
      if item.entry.roles.contains(.hedge) { factor *= Self.hedged }
      place -= 1
    }
    cue.weight *= factor
  }

  /// "never been stronger", "couldn't be happier", "never been so bored": what was never more so is
  /// more so now.
  func isOutdone(by negator: Int, _ index: Int, _ items: [Item]) -> Bool {
    let isNever = items[negator].key == Self.never
    guard index - negator >= 2, isNever || Self.cannot.contains(items[negator].key) else {
      return false
    }
    if Self.comparatives.contains(items[index].key) { return true }
    let before = items[index - 1].key
    return before == Self.more || isNever && Self.extents.contains(before)
  }

  private static let never = WordKey("never")
  private static let more = WordKey("more")
  private static let cannot = WordSet("couldn't couldn’t couldnt can't can’t cant")
  private static let extents = WordSet("so such this")
  private static let comparatives = WordSet(
    """
    better worse happier sadder prouder stronger weaker easier harder healthier brighter safer
    sweeter nicer angrier sicker richer poorer
    """)
  /// "the least helpful", "less useful".
  static let lessening = WordSet("least less")

  /// "not only", "not just".
  private func isOnly(_ index: Int, _ items: [Item]) -> Bool {
    index < items.count && items[index].entry.roles.contains(.onlyness)
  }

  private func isShouted(_ cue: FeelingCue, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let token = words.tokens[cue.tokens.lowerBound]
    return token.kind == .word && token.count > 2
      && token.shape.isSuperset(of: [.isCapitalised, .hasUppercaseInside])
      && !token.shape.contains(.hasLowercase)
  }

  /// What holds for a whole sentence.
  private struct Frame {
    /// Index of the last word of contrast that is not the first word.
    var contrast: Int?
    /// The clause that is conceded.
    var concession: Range<Int>?
    var isQuestion = false
    var exclamations = 0
    /// False where the whole sentence is in capitals.
    var mayShout = false

    init(_ items: [Item], _ bytes: UnsafeBufferPointer<UInt8>, _ words: TokenizedText) {
      for (index, item) in items.enumerated() {
        let roles = item.entry.roles
        let token = words.tokens[item.token]
        if roles.contains(.contrast), index > 1 { contrast = index }
        if roles.contains(.concession), concession == nil {
          let end = items[index...].firstIndex { $0.isBreak } ?? items.count
          concession = index..<end
        }
        if token.shape.contains(.hasLowercase) { mayShout = true }
        switch bytes[Int(token.start)] {
        case UInt8(ascii: "?"): isQuestion = true
        case UInt8(ascii: "!"): exclamations = min(3, exclamations + 1)
        default: break
        }
      }
    }
  }
}
