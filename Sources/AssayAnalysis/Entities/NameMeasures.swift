/// What is counted of a town, a company or a team, and so tells which of them a name is.
extension NameCues {
  /// "the population of Harwick", "Vantrell's revenue", "Marwood City signed a striker".
  func addMeasures(_ run: NameRun, _ votes: inout [TypeVote]) {
    let last = reading.words[run.tokens.upperBound - 1]
    if last.traits.isDisjoint(with: [.nationality, .groupName]), isPeopled(run.tokens, last) {
      votes.append(TypeVote(type: .place, weight: NameCues.peopled, rule: .population))
    }
    if hasAccounts(run.tokens, last) {
      // A person may have shares and sales as well; one whose name no list knows hardly has.
      let isUnlisted = run.tokens.count == 1 && finder.isUnlisted(last)
      votes.append(TypeVote(type: .org, weight: isUnlisted ? 1.8 : 0.4, rule: .accounts))
    }
    if run.tokens.count > 1, last.traits.contains(.placeEnding), hasPlayers(run.tokens) {
      // Its last word says that it is a place.
      votes.append(TypeVote(type: .org, weight: NameCues.decisive + 1, rule: .players))
    }
  }

  /// More than a tagger says that is not sure.
  private static let peopled: Float = 2.2

  private func isPeopled(_ tokens: Range<Int>, _ last: NameWord) -> Bool {
    let (start, end) = (tokens.lowerBound, tokens.upperBound)
    if has(NameCues.of, start - 1), has(NameCues.placeMeasures, start - 2) { return true }
    if last.isPossessive { return has(NameCues.placeMeasures, end) }
    if has(NameCues.have, end), has(NameCues.article, end + 1), has(NameCues.population, end + 2) {
      return true
    }
    if isComma(end), has(NameCues.population, end + 1) { return true }
    // "With a population of 48,200, Harwick".
    return isComma(start - 1) && known(start - 2)?.kind == .number && has(NameCues.of, start - 3)
      && has(NameCues.population, start - 4)
  }

  private func hasAccounts(_ tokens: Range<Int>, _ last: NameWord) -> Bool {
    let end = tokens.upperBound
    if last.isPossessive { return has(NameCues.ownAccounts, end) }
    return has(NameCues.reports, end) && isFollowed(by: NameCues.results, from: end + 1)
  }

  private func hasPlayers(_ tokens: Range<Int>) -> Bool {
    let (start, end) = (tokens.lowerBound, tokens.upperBound)
    if has(NameCues.of, start - 1), has(NameCues.followers, start - 2) { return true }
    if reading.words[end - 1].isPossessive { return has(NameCues.players, end) }
    return has(NameCues.signs, end) && isFollowed(by: NameCues.players, from: end + 1)
      || has(NameCues.players, end) || has(NameCues.followers, end)
  }

  /// Whether one of some words stands a few tokens behind a verb, in its clause.
  private func isFollowed(by words: WordSet, from start: Int) -> Bool {
    for index in start..<start + NameCues.objectReach {
      guard let next = known(index), next.kind != .punctuation else { return false }
      if words.contains(next.key) { return true }
    }
    return false
  }

  private static let objectReach = 6

  private func known(_ index: Int) -> NameWord? {
    sentence.tokens.contains(index) ? reading.words[index] : nil
  }

  private func has(_ words: WordSet, _ index: Int) -> Bool {
    guard let word = known(index), word.isWord else { return false }
    guard !word.isCapitalised || index == sentence.tokens.lowerBound else { return false }
    return words.contains(word.key)
  }

  private func isComma(_ index: Int) -> Bool {
    guard let mark = known(index) else { return false }
    return mark.count == 1 && reading.text.text.bytes[Int(mark.start)] == UInt8(ascii: ",")
  }

  private static let of = WordSet("of")
  private static let have = WordSet("has had")
  private static let article = WordSet("a an the")
  private static let population = WordSet("population")
  private static let placeMeasures = WordSet(
    """
    population residents inhabitants outskirts suburbs suburb streets townspeople mayor mayors
    """)
  private static let ownAccounts = WordSet(
    """
    revenue revenues profit profits sales earnings turnover shareholders shares dividend dividends
    margins workforce subsidiaries subsidiary
    """)
  private static let reports = WordSet("reported reports posted posts recorded booked")
  private static let results = WordSet(
    "profit profits revenue revenues loss losses sales earnings results turnover")
  private static let signs = WordSet("signed signs sold loaned fielded")
  private static let players = WordSet(
    """
    striker strikers midfielder midfielders defender defenders goalkeeper winger forward coach
    """)
  private static let followers = WordSet("fans supporters")
}
