/// Places where results are listed, and where a report was sent from.
extension NameCues {
  /// "Milwaukee 8 Cleveland 3", "Somerset 312 and 187": a town or county that scores is a team; a
  /// country stays one. "BRUSSELS -": a place that a report begins with.
  func addFixture(_ run: NameRun, _ votes: inout [TypeVote]) {
    guard isPlace(run.tokens) else { return }
    if isDateline(run.tokens) {
      votes.append(TypeVote(type: .place, weight: NameCues.decisive, rule: .dateline))
    } else if !isCountry(run.tokens), isScoring(run.tokens) {
      votes.append(TypeVote(type: .org, weight: NameCues.decisive, rule: .fixture))
    }
  }

  /// "South Korean" is of a people, not its country.
  func addPeople(_ run: NameRun, _ votes: inout [TypeVote]) {
    let lists = lists(run.tokens)
    guard lists.contains(.nationality), lists.isDisjoint(with: [.city, .country]) else { return }
    votes.append(TypeVote(type: .group, weight: 1.5, rule: .knownName))
  }

  private func lists(_ tokens: Range<Int>) -> WordTraits.Lists {
    WordList.builtIn[finder.key(of: tokens)].lists
  }

  private func isPlace(_ tokens: Range<Int>) -> Bool {
    !lists(tokens).isDisjoint(with: [.city, .country])
  }

  /// Of the list of countries and regions; those that are towns or teams as well are left to them.
  private func isCountry(_ tokens: Range<Int>) -> Bool {
    let lists = lists(tokens)
    return lists.contains(.country) && lists.isDisjoint(with: [.city, .team])
  }

  /// In capitals at the start of a report, with a date, a dash or an agency behind it.
  private func isDateline(_ tokens: Range<Int>) -> Bool {
    guard tokens.lowerBound == sentence.tokens.lowerBound,
      tokens.allSatisfy({ reading.words[$0].isAllCapitals }),
      sentence.tokens.contains(tokens.upperBound)
    else { return false }
    let next = reading.words[tokens.upperBound]
    if next.kind == .number { return next.count == 4 }
    return "-(".utf8.contains(reading.text.text.bytes[Int(next.start)])
      || next.shape.contains(.isNonASCII) && next.kind == .punctuation
  }

  /// A score stands behind the name, and nothing that is counted: "Chicago 12 people".
  private func isScoring(_ tokens: Range<Int>) -> Bool {
    let score = tokens.upperBound
    guard sentence.tokens.contains(score), begins(tokens.lowerBound) else { return false }
    let number = reading.words[score]
    guard number.kind == .number, number.count <= 3, !number.isJoined else { return false }
    guard sentence.tokens.contains(score + 1) else {
      return tokens.lowerBound > sentence.tokens.lowerBound
    }
    let next = reading.words[score + 1]
    if next.isWord {
      return next.isCapitalised && !next.traits.contains(.calendar) || isAnd(score + 1)
    }
    return next.kind == .number || next.kind == .punctuation && !isPercent(score + 1)
  }

  /// Behind nothing, a mark or another score.
  private func begins(_ index: Int) -> Bool {
    guard index > sentence.tokens.lowerBound else { return true }
    let before = reading.words[index - 1]
    return before.kind != .word && before.kind != .symbol || isVersus(before)
  }

  private func isVersus(_ word: NameWord) -> Bool { NameCues.versus[word.key] }
  private static let versus = WordTable(of: "v vs")

  /// "312 and 187": one number more.
  private func isAnd(_ index: Int) -> Bool {
    let word = reading.words[index]
    if isVersus(word) { return true }
    return NameCues.and[word.key] && sentence.tokens.contains(index + 1)
      && reading.words[index + 1].kind == .number
  }

  private static let and = WordTable(of: "and")

  private func isPercent(_ index: Int) -> Bool {
    reading.text.text.bytes[Int(reading.words[index].start)] == UInt8(ascii: "%")
  }
}
