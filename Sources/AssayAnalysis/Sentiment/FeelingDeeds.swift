/// News told by what is done to what: "won a contract", "cut 50 jobs", "closed the plant".
struct FeelingDeed: Sendable {
  /// Verbs in their base form, and forms that are not regular; nouns of the deed too.
  let verbs: String
  let forms: String
  /// What it is done to, in the singular.
  let things: String
  /// In tenths, as in the word lists.
  let weight: Int

  /// At most 64: a word says by one bit each which deeds it can be part of.
  static let all: [FeelingDeed] = [
    FeelingDeed(
      verbs: "receive secure land obtain clinch award bag gain grant",
      forms: "win wins won winning get gets got",
      things: """
        order contract deal patent permit approval award tender certification certificate licence
        license customer framework mandate funding subsidy
        """, weight: 22),
    FeelingDeed(
      verbs: "sign ink conclude seal renew extend agree", forms: "signing",
      things: """
        order contract deal agreement partnership cooperation co-operation alliance letter
        memorandum
        """, weight: 17),
    FeelingDeed(
      verbs: "axe eliminate slash trim lose reduce dismiss shed reduction elimination",
      forms: "cut cuts cutting lay lays laid laying lost shedding dismissal dismissals",
      things: """
        job employee staff workforce worker personnel headcount position people person clerk
        """, weight: -22),
    FeelingDeed(
      verbs: "hire recruit create add", forms: "recruiting recruitment hiring",
      things: "job employee staff worker personnel people engineer developer", weight: 14),
    FeelingDeed(
      verbs: "close suspend halt discontinue shutter idle mothball closure suspension stoppage",
      forms: "shut shuts shutting stop stops stopped shutdown",
      things: """
        plant factory mill production store shop branch mine furnace site unit smelter refinery
        line route
        """, weight: -18),
    FeelingDeed(
      verbs: "open expand enlarge double launch modernise modernize upgrade increase strengthen",
      forms: "build builds built",
      things: """
        capacity store shop plant factory mill presence position foothold offering portfolio
        network
        """, weight: 14),
    FeelingDeed(
      verbs: "cancel postpone delay terminate scrap withdraw reject cancellation termination",
      forms: "cancelled cancelling canceled withdrew withdrawn",
      things: """
        order contract deal project delivery agreement investment offer flight
        """, weight: -20),
    FeelingDeed(
      verbs: "miss undershoot", forms: "below undershot",
      things: """
        forecast estimate expectation target consensus guidance
        """, weight: -22),
    FeelingDeed(
      verbs: "exceed top surpass outperform", forms: "beat beats beating beaten above",
      things: """
        forecast estimate expectation target consensus guidance
        """, weight: 22),
    FeelingDeed(
      verbs: "raise upgrade lift increase hike improve", forms: "",
      things: """
        outlook forecast guidance estimate rating target recommendation dividend
        """, weight: 22),
    FeelingDeed(
      verbs: "lower downgrade trim reduce slash withdraw decrease", forms: "cut cuts cutting",
      things: """
        outlook forecast guidance estimate rating target recommendation dividend
        """, weight: -22),
    FeelingDeed(
      verbs: "recall fine sue accuse suspect charge convict", forms: "suing",
      things: """
        pack product car vehicle batch fault defect cartel bribery fraud damage infringement
        violation
        """, weight: -20),
    FeelingDeed(
      verbs: "post report make record book suffer incur show", forms: "made making posting",
      things: "loss deficit impairment write-down writedown", weight: -18),
    FeelingDeed(
      verbs: "file seek enter", forms: "sought",
      things: "bankruptcy insolvency administration receivership", weight: -28),
    FeelingDeed(
      verbs: "choose select pick appoint name", forms: "chose chosen",
      things: "supplier partner contractor vendor provider platform", weight: 16),
    FeelingDeed(
      verbs: "begin start call threaten stage", forms: "began begun",
      things: "walkout strike stoppage lockout", weight: -18),
    FeelingDeed(
      verbs: "save free reduce", forms: "saving savings", things: "time money cost energy effort",
      weight: 15),
    FeelingDeed(
      verbs: "face expect begin start plan threaten", forms: "",
      things: """
        layoff lay-off redundancy closure bankruptcy shortage lawsuit delisting liquidation
        """, weight: -18),
    FeelingDeed(
      verbs: "steal drain hack freeze lock lose", forms: "stole stolen froze frozen lost",
      things: """
        wallet fund coin account withdrawal money saving password key token
        """, weight: -22),
    FeelingDeed(
      verbs: "keep break deliver", forms: "broke broken", things: "promise milestone deadline",
      weight: 0),
  ]
}

extension FeelingReader {
  /// How far from its verb a thing may stand, in tokens, behind it and (in the passive) before.
  private static let reachAhead = 7
  private static let reachBack = 8
  /// How far before a verb in the passive its "was" stands.
  private static let auxiliaryReach = 2

  /// The cues of all deeds; their words count no more by themselves.
  func deeds(_ items: inout [Item]) -> [FeelingCue] {
    var cues: [FeelingCue] = []
    for index in items.indices where items[index].entry.deeds != 0 && !items[index].isTaken {
      guard let thing = thing(of: index, items) else { continue }
      let bits = items[index].entry.deeds & items[thing].entry.things
      let weight = Double(lexicon.deedWeights[bits.trailingZeroBitCount]) / 10
      guard weight != 0 else { continue }
      let first = min(items[index].token, items[thing].token)
      let last = max(items[index].token, items[thing].token)
      cues.append(FeelingCue(tokens: first..<last + 1, weight: weight, rule: .deed))
      items[index].isTaken = true
      items[thing].isTaken = true
    }
    return cues
  }

  /// The first thing that is no name: "closed the mill", not "closed Mill Road".
  private func isThing(_ index: Int, of deeds: UInt64, _ items: [Item]) -> Bool {
    items[index].entry.things & deeds != 0 && !items[index].isTaken
      && (index == 0 || !words.tokens[items[index].token].shape.contains(.isCapitalised))
  }

  private func thing(of index: Int, _ items: [Item]) -> Int? {
    let deeds = items[index].entry.deeds
    if isPassive(index, items) {
      var place = index - 1
      while place >= 0, place >= index - Self.reachBack, !items[place].isBreak {
        if isThing(place, of: deeds, items) { return place }
        place -= 1
      }
    }
    var place = index + 1
    while place < items.count, place <= index + Self.reachAhead {
      let item = items[place]
      if item.isBreak || item.entry.roles.contains(.contrast) { return nil }
      if isThing(place, of: deeds, items) { return place }
      place += 1
    }
    return nil
  }

  /// "were cut", "has been closed".
  func isPassive(_ index: Int, _ items: [Item]) -> Bool {
    var place = index - 1
    while place >= 0, place >= index - Self.auxiliaryReach {
      if items[place].entry.roles.contains(.auxiliary) { return true }
      place -= 1
    }
    return false
  }
}
