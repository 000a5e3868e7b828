/// The words around a name.
extension NameCues {
  func addBefore(_ run: NameRun, _ votes: inout [TypeVote]) {
    if run.hasTitle { votes.append(TypeVote(type: .person, weight: 1.1, rule: .title)) }
    let start = run.tokens.lowerBound
    guard start > sentence.tokens.lowerBound else { return }
    let before = reading.words[start - 1]
    let traits = before.traits
    if isComma(start - 1), start - 2 >= sentence.tokens.lowerBound {
      let title = reading.words[start - 2]
      if title.traits.contains(.personTitle), !title.isCapitalised {
        votes.append(TypeVote(type: .person, weight: 0.8, rule: .title))
      }
      return
    }
    if before.kind == .number, run.tokens.count == 1, reading.words[start].isAllCapitals,
      (3...6).contains(reading.words[start].count), !reading.words[start].isJoined
    {
      let isLedger = finder.statistics.isAboutLedgers
      votes.append(TypeVote(type: .token, weight: isLedger ? 1 : 0.3, rule: .countedUnit))
    }
    guard before.isWord else { return }
    if traits.contains(.personTitle), !before.isCapitalised {
      votes.append(TypeVote(type: .person, weight: 1, rule: .title))
    } else if let type = before.knowledge.nounType, !before.isCapitalised, !before.isPossessive {
      // "its obesity drug Retavir": no English word behind the noun is a name for certain.
      let isCoined = run.tokens.count == 1 && !finder.isCommon(reading.words[start])
      votes.append(TypeVote(type: type, weight: isCoined ? 1.2 : 0.8, rule: .nounBefore))
    } else if isScored(start) {
      votes.append(TypeVote(type: .metric, weight: 1.6, rule: .scored))
    } else if isWord(start - 1, "like"), let noun = word(at: start - 2)?.knowledge.nounType {
      votes.append(TypeVote(type: noun, weight: 0.8, rule: .nounBefore))
    } else if isWord(start - 1, "of"), let office = word(at: start - 2) {
      addOffice(office, &votes)
    } else if traits.contains(.placePreposition), run.tokens.count <= 3 {
      let isIn = isWord(start - 1, "in") || isWord(start - 1, "near")
      let weight: Float = isIn && isUncommon(run) ? 0.6 : isIn ? 0.4 : 0.2
      votes.append(TypeVote(type: .place, weight: weight, rule: .preposition))
    } else if NameCues.launchVerbs.contains(before.key) {
      votes.append(TypeVote(type: .product, weight: 0.6, rule: .launched))
    }
  }

  /// A word or two in small letters after their capitals, the last of them no English word.
  private func isUncommon(_ run: NameRun) -> Bool {
    let last = reading.words[run.tokens.upperBound - 1]
    return run.tokens.count <= 2 && !last.isAllCapitals && last.count > 3
      && last.shape.isDisjoint(with: [.hasUppercaseInside, .hasDigit])
      && last.traits.isDisjoint(with: [.nationality, .knownOrg, .firstName])
      && !finder.isCommon(last)
  }

  /// "founder of X", "shares of X", "city of X".
  private func addOffice(_ office: NameWord, _ votes: inout [TypeVote]) {
    guard !office.isCapitalised else { return }
    if office.traits.contains(.personTitle) {
      votes.append(TypeVote(type: .org, weight: 0.5, rule: .officeOf))
    } else if let type = office.knowledge.nounType, type == .org || type == .place {
      votes.append(TypeVote(type: type, weight: 0.5, rule: .officeOf))
    }
  }

  func addAfter(_ run: NameRun, _ votes: inout [TypeVote]) {
    let end = run.tokens.upperBound
    let last = reading.words[end - 1]
    guard let after = word(at: end) else { return }
    if isComma(end) {
      addAfterComma(end + 1, &votes)
      return
    }
    if last.isPossessive {
      addOwned(after, end, &votes)
      return
    }
    let traits = after.traits
    if let type = after.knowledge.nounType, after.isWord, !after.isCapitalised, !after.isJoined,
      type == .org || type == .person || !isPlural(after)
    {
      addNounAfter(type, isOwned: isOwned(run), &votes)
    }
    if after.knowledge.nounType == .subnet, isPlural(after) {
      votes.append(TypeVote(type: .network, weight: NameCues.decisive, rule: .nounAfter))
    }
    if traits.contains(.speechVerb) {
      votes.append(TypeVote(type: .person, weight: 0.35, rule: .speechVerb))
      votes.append(TypeVote(type: .org, weight: 0.1, rule: .speechVerb))
    } else if traits.contains(.orgVerb) || NameCues.moneyVerbs[after.key] && isMoney(end + 1) {
      let isUnlisted = run.tokens.count == 1 && finder.isUnlisted(last)
      votes.append(TypeVote(type: .org, weight: isUnlisted ? 0.9 : 0.5, rule: .companyVerb))
    } else if isAuxiliary(end), word(at: end + 1)?.traits.contains(.speechVerb) == true {
      votes.append(TypeVote(type: .person, weight: 0.35, rule: .speechVerb))
    } else if isWord(end, "who") {
      votes.append(TypeVote(type: .person, weight: 0.45, rule: .relativeWho))
    }
  }

  /// "Templar subnet" is a subnet; the founder or the shares of X belong to an organisation.
  private func addNounAfter(_ type: EntityType, isOwned: Bool, _ votes: inout [TypeVote]) {
    switch type {
    case .person: votes.append(TypeVote(type: .org, weight: 0.5, rule: .nounAfter))
    case .place: break
    case .technology, .agency: votes.append(TypeVote(type: type, weight: 0.3, rule: .nounAfter))
    case .product, .model, .metric, .event:
      let weight = isOwned ? NameCues.decisive : 0.45
      votes.append(TypeVote(type: type, weight: weight, rule: .nounAfter))
    case .subnet:
      votes.append(TypeVote(type: type, weight: NameCues.decisive, rule: .nounAfter))
    case .network where finder.statistics.isAboutTokens:
      votes.append(TypeVote(type: type, weight: NameCues.decisive, rule: .nounAfter))
    default: votes.append(TypeVote(type: type, weight: 0.7, rule: .nounAfter))
    }
  }

  /// "Nexora’s Claw agent": an owner stands before the name.
  func isOwned(_ run: NameRun) -> Bool {
    let before = run.tokens.lowerBound - 1
    return word(at: before).map { $0.isPossessive && $0.isCapitalised } ?? false
  }

  /// "Bittensor subnets" are its subnets; Bittensor is none.
  private func isPlural(_ word: NameWord) -> Bool {
    let bytes = reading.text.text.bytes
    let end = Int(word.end)
    return word.count > 3 && bytes[end - 1] == UInt8(ascii: "s")
      && bytes[end - 2] != UInt8(ascii: "s")
      && bytes[end - 2] != UInt8(ascii: "i")
  }

  /// More than the tagger ever says: no other kind of thing is spoken of so.
  static let decisive: Float = 3.2

  private func addOwned(_ after: NameWord, _ end: Int, _ votes: inout [TypeVote]) {
    let ownsToken = isWord(end, "native") && word(at: end + 1)?.knowledge.nounType == .token
    if ownsToken || after.isCapitalised && word(at: end + 1)?.knowledge.nounType == .subnet {
      votes.append(TypeVote(type: .network, weight: NameCues.decisive, rule: .nounAfter))
    }
    if after.isCapitalised || after.traits.contains(.personTitle) {
      let isProduct =
        after.isCapitalised
        && !after.traits.isDisjoint(with: [.modelFamily, .productFamily])
      votes.append(
        TypeVote(type: .org, weight: isProduct ? 0.6 : 0.2, rule: .ownedProduct))
    } else if after.knowledge.nounType == .org {
      votes.append(TypeVote(type: .org, weight: 0.4, rule: .nounAfter))
    }
  }

  private func addAfterComma(_ index: Int, _ votes: inout [TypeVote]) {
    guard let next = word(at: index) else { return }
    if isWord(index, "who") || isWord(index, "whose") {
      votes.append(TypeVote(type: .person, weight: 0.45, rule: .relativeWho))
    } else if next.kind == .number, next.count == 2, isComma(index + 1) {
      votes.append(TypeVote(type: .person, weight: 0.8, rule: .age))
    } else if next.traits.contains(.place), next.isCapitalised {
      votes.append(TypeVote(type: .place, weight: 0.4, rule: .preposition))
    } else if next.traits.contains(.personTitle), !next.isCapitalised {
      votes.append(TypeVote(type: .person, weight: 0.7, rule: .title))
    }
  }

  /// "Nexora opened in May. The company…": the next sentence says what the subject of this one is,
  /// which stands first or behind a clause: "Rather than wait, Nexora opened in May".
  func addTakenUp(_ run: NameRun, _ votes: inout [TypeVote]) {
    let next = sentence.tokens.upperBound
    let start = run.tokens.lowerBound
    let isSubject =
      start == sentence.tokens.lowerBound || isComma(start - 1) && isVerbal(run.tokens.upperBound)
    guard isSubject, next + 1 < reading.words.count,
      !votes.contains(where: { $0.rule == .apposition })
    else { return }
    let (article, noun) = (reading.words[next], reading.words[next + 1])
    guard article.isCapitalised, article.key == NameCues.article, !noun.isCapitalised,
      let type = noun.knowledge.nounType
    else { return }
    let isDecisive = type == .network && finder.statistics.isAboutLedgers
    votes.append(
      TypeVote(type: type, weight: isDecisive ? NameCues.decisive : 0.9, rule: .takenUp))
  }

  /// A word in small letters that is no joint: what a subject does.
  private func isVerbal(_ index: Int) -> Bool {
    guard let word = word(at: index), word.isWord, !word.isCapitalised else { return false }
    return word.traits.isDisjoint(with: [.joint, .placePreposition])
  }

  private static let article = WordKey("the")

  /// "Aethir — a decentralised GPU cloud platform", "X is a city in Y".
  func addApposition(_ run: NameRun, _ votes: inout [TypeVote]) {
    var index = run.tokens.upperBound
    guard let mark = word(at: index) else { return }
    let isLink = isWord(index, "is") || isWord(index, "was") || isWord(index, "are")
    guard isLink || mark.kind == .punctuation, !reading.words[index - 1].isPossessive else {
      return
    }
    index += 1
    if let noun = word(at: index), noun.isWord, !noun.isCapitalised, isWord(index + 1, "of"),
      let type = noun.knowledge.nounType, !isLink
    {
      votes.append(TypeVote(type: type, weight: 0.9, rule: .apposition))
      return
    }
    guard isWord(index, "a") || isWord(index, "an") || isWord(index, "the") || ownerNames(index)
    else { return }
    guard let type = headNoun(from: index + 1) else { return }
    // "Nexora, a cloud company", but hardly "said Nexora, the company grew"; "Harwick is a town".
    let isIndefinite = !isLink && (isWord(index, "a") || isWord(index, "an"))
    let isSure = isIndefinite || isLink && type == .place
    votes.append(TypeVote(type: type, weight: isSure ? 2.5 : 0.9, rule: .apposition))
  }

  /// The type of the last noun before the phrase ends: in "a designer AI agent that…", of "agent".
  private func headNoun(from start: Int) -> EntityType? {
    var found: EntityType?
    var index = start
    while let next = word(at: index), index < start + 10 {
      guard next.isWord, !next.isPossessive else { break }
      if next.traits.contains(.joint) || next.traits.contains(.placePreposition) { break }
      if NameCues.phraseEnds.contains(next.key) { break }
      if !next.isCapitalised {
        found = next.knowledge.nounType ?? (next.traits.contains(.personTitle) ? .person : nil)
      }
      index += 1
    }
    return found
  }

  /// "TAO, Bittensor’s native token": the owner stands in the place of the article.
  private func ownerNames(_ index: Int) -> Bool {
    guard let owner = word(at: index) else { return false }
    return owner.isPossessive && owner.isCapitalised
  }

  private func word(at index: Int) -> NameWord? {
    sentence.tokens.contains(index) ? reading.words[index] : nil
  }

  /// "scored 67.1 on", "tested on": what stands behind is what the score is of.
  private func isScored(_ start: Int) -> Bool {
    guard isWord(start - 1, "on"), let number = word(at: start - 2) else { return false }
    if NameCues.testWords[number.key] { return true }
    guard number.kind == .number || number.kind == .symbol else { return false }
    let first = max(sentence.tokens.lowerBound, start - NameCues.scoreReach)
    return (first..<start).contains { NameCues.scoreWords[reading.words[$0].key] }
  }

  /// Tokens before a name in which its score may be spoken of.
  private static let scoreReach = 14

  /// A number or a sign of a currency.
  private func isMoney(_ index: Int) -> Bool {
    guard let word = word(at: index) else { return false }
    return word.kind == .number || word.kind == .symbol
  }

  private func isAuxiliary(_ index: Int) -> Bool {
    isWord(index, "has") || isWord(index, "have") || isWord(index, "had")
  }

  private func isComma(_ index: Int) -> Bool {
    guard let mark = word(at: index) else { return false }
    return mark.count == 1 && reading.text.text.bytes[Int(mark.start)] == UInt8(ascii: ",")
  }

  private func isWord(_ index: Int, _ spelling: StaticString) -> Bool {
    guard let word = word(at: index), word.count == spelling.utf8CodeUnitCount else { return false }
    return spelling.withUTF8Buffer {
      $0.elementsEqual(reading.text.text.bytes[word.range.offsets])
    }
  }

  private static let scoreWords = WordTable(
    of: "score scores scored scoring accuracy achieved achieves reached reaches")
  private static let testWords = WordTable(of: "tested evaluated benchmarked scores scored")
  /// Companies and funds do this with money.
  private static let moneyVerbs = WordTable(
    of: "spent spends moved paid pays earned earns manages employs booked burned sold bought owes")

  private static let launchVerbs = WordSet(
    """
    launched launches unveiled unveils released releases introduced
    """)
  private static let phraseEnds = WordSet("that which who behind where whose when with by is was")
}
