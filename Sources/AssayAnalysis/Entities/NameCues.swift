/// What the words of a name and the words around it say of the thing it names.
struct NameCues {
  let reading: NameReading
  let finder: NameFinder
  let sentence: Sentence

  /// Every cue's vote on one name, in a fixed order.
  func votes(on run: NameRun) -> [TypeVote] {
    var votes: [TypeVote] = []
    // A term in small letters is no person, whatever stands beside it.
    let first = reading.words[run.tokens.lowerBound]
    guard first.isCapitalised || finder.hasSize(first) else { return [] }
    if run.tokens.count == 1 {
      addSingle(run, &votes)
    } else {
      addSeveral(run, &votes)
    }
    addSpelling(run, &votes)
    addBefore(run, &votes)
    addAfter(run, &votes)
    addApposition(run, &votes)
    addTakenUp(run, &votes)
    addCoined(run, &votes)
    addPeople(run, &votes)
    addFixture(run, &votes)
    addMeasures(run, &votes)
    return votes
  }
}

extension NameCues {
  private func word(_ index: Int) -> NameWord? {
    sentence.tokens.contains(index) ? reading.words[index] : nil
  }

  private func byte(_ index: Int) -> UInt8 {
    word(index).map { reading.text.text.bytes[Int($0.start)] } ?? 0
  }

  /// Fame of a name of one word.
  private func addSingle(_ run: NameRun, _ votes: inout [TypeVote]) {
    addFame(finder.fame(of: reading.words[run.tokens.lowerBound]), &votes)
  }

  func addFame(_ traits: NameTraits, _ votes: inout [TypeVote]) {
    let famous: [(NameTraits, EntityType, Float)] = [
      (.place, .place, 1), (.knownOrg, .org, 0.9), (.knownAgency, .agency, 1),
      (.knownToken, .token, NameCues.decisive), (.knownMetric, .metric, NameCues.decisive),
      (.modelFamily, .model, 0.8),
      (.productFamily, .product, 0.8), (.groupName, .group, 0.5), (.knownPerson, .person, 0.8),
    ]
    for (trait, type, weight) in famous where traits.contains(trait) {
      votes.append(TypeVote(type: type, weight: weight, rule: .knownName))
    }
    if traits.contains(.firstName), traits.isDisjoint(with: [.place, .knownOrg, .common]) {
      votes.append(TypeVote(type: .person, weight: 0.6, rule: .firstName))
    }
  }

  /// The telling words of a name of several.
  private func addSeveral(_ run: NameRun, _ votes: inout [TypeVote]) {
    let first = reading.words[run.tokens.lowerBound]
    let last = lastTelling(run)
    if finder.dottedEnd(run.tokens.lowerBound, before: sentence.tokens.upperBound)
      == run.tokens.upperBound
    {
      addFame(dottedTraits(run), &votes)
      return
    }
    let count = votes.count
    if let phrase = finder.phrase(at: run.tokens.lowerBound, sentence),
      phrase.count == run.tokens.count
    {
      votes.append(TypeVote(type: phrase.type, weight: 1.5, rule: .knownName))
    }
    let head = wordBeforeOf(run)
    let isThing = run.tokens.count == 2 && first.traits.contains(.weak)
    let telling: [(NameTraits, EntityType, Float)] = [
      (.lawEnding, .law, 1.2), (.agencyHead, .agency, 1.1), (.orgEnding, .org, 1.1),
      (.eventHead, .event, 1.15), (.placeEnding, .place, isThing ? 0.3 : 1),
      (.metricEnding, .metric, 1),
      (.productEnding, .product, 0.9),
    ]
    addVersion(run, first, &votes)
    addFund(run, last, &votes)
    let isVersion = reading.words[run.tokens.upperBound - 1].kind == .number
    for (trait, type, weight) in telling {
      // "Microsoft Office 2003" is no office.
      if isVersion, type == .agency || type == .org { continue }
      if let head {
        if head.traits.contains(trait), !NameCues.publications[head.key] {
          votes.append(TypeVote(type: type, weight: weight, rule: .headWord))
        }
      } else if last.traits.contains(trait) {
        votes.append(TypeVote(type: type, weight: weight, rule: .lastWord))
      }
    }
    if first.isAllCapitals, NameCues.vesselPrefixes.contains(first.key) {
      votes.append(TypeVote(type: .product, weight: NameCues.decisive, rule: .firstWord))
    }
    if last.traits.contains(.agencyHead), head == nil,
      !first.traits.isDisjoint(with: [.place, .nationality])
    {
      votes.append(TypeVote(type: .agency, weight: 0.5, rule: .lastWord))
    }
    if first.traits.contains(.agencyHead), head == nil {
      votes.append(TypeVote(type: .agency, weight: 0.5, rule: .firstWord))
    }
    if first.traits.contains(.placeStart) {
      votes.append(TypeVote(type: .place, weight: 0.5, rule: .firstWord))
    }
    if votes.count == count { addPerson(run, first, &votes) }
  }

  /// "Journal of Physics" is a work to some and a publisher to others.
  private static let publications = WordTable(of: "journal annals")

  /// Ships: "MV Arden Star".
  static let vesselPrefixes = WordSet("mv hms uss ss rms hmas hmcs rv fv")

  /// What the lists know of "U.S.", spelled with its points.
  private func dottedTraits(_ run: NameRun) -> NameTraits {
    reading.text.text.bytes.withUnsafeBufferPointer {
      finder.lexicon[WordKey($0, run.range.offsets)].traits
    }
  }

  /// The last word without a numeral behind it: "World War I", "Equality Act 2010".
  private func lastTelling(_ run: NameRun) -> NameWord {
    let last = reading.words[run.tokens.upperBound - 1]
    let isNumeral = last.kind == .number || last.count == 1
    return isNumeral ? reading.words[run.tokens.upperBound - 2] : last
  }

  private func wordBeforeOf(_ run: NameRun) -> NameWord? {
    for index in run.tokens.dropFirst() {
      let word = reading.words[index]
      if word.traits.contains(.joint), !word.isCapitalised, word.count <= 3 {
        return reading.words[index - 1]
      }
    }
    return nil
  }

  private func addPerson(_ run: NameRun, _ first: NameWord, _ votes: inout [TypeVote]) {
    guard run.tokens.count <= 6 else { return }
    let rest = run.tokens.dropFirst().map { reading.words[$0] }
    let hasDigits = rest.contains { $0.kind == .number || $0.shape.contains(.hasDigit) }
    guard !hasDigits, let last = rest.last else { return }
    if first.traits.contains(.firstName), last.traits.isDisjoint(with: .genericAcronym) {
      let isFamous = first.traits.contains(.place) || first.traits.contains(.knownOrg)
      votes.append(TypeVote(type: .person, weight: isFamous ? 0.6 : 1, rule: .firstName))
    } else if first.count == 1, last.count > 2, last.shape.contains(.hasLowercase) {
      // "P. Such": no English word needs the letter before it.
      let isSure = finder.isPoint(run.tokens.lowerBound + 1) && !last.traits.contains(.place)
      votes.append(TypeVote(type: .person, weight: isSure ? 0.95 : 0.7, rule: .initials))
    } else if run.tokens.count <= 3, !finder.isCommon(first), !finder.isCommon(last),
      first.traits.isDisjoint(with: [.nationality, .place, .knownOrg])
    {
      votes.append(TypeVote(type: .person, weight: 0.3, rule: .twoWords))
    }
  }

  /// "Covenant-72B", "Llama 2 70B", "H200", "OpenAI", "$TAO".
  private func addSpelling(_ run: NameRun, _ votes: inout [TypeVote]) {
    let last = reading.words[run.tokens.upperBound - 1]
    let bytes = reading.text.text.bytes
    let end = Int(last.end)
    let isSize = bytes[end - 1] == UInt8(ascii: "B") || finder.hasSize(last)
    if isSize, end >= 2, bytes[end - 2].isASCIIDigit, run.range.count > 3 {
      votes.append(TypeVote(type: .model, weight: 1.3, rule: .parameterCount))
    } else if finder.isOfModelFamily(last) {
      votes.append(TypeVote(type: .model, weight: NameCues.decisive, rule: .modelNumber))
    } else if last.shape.contains(.hasDigit) || last.kind == .number {
      addModelNumber(run, last, &votes)
    }
    if last.isWord, last.count > 3, !last.isAllCapitals, bytes[end - 1] == UInt8(ascii: "I"),
      bytes[end - 2] == UInt8(ascii: "A")
    {
      votes.append(TypeVote(type: .org, weight: 0.7, rule: .spelling))
    }
    if run.tokens.contains(where: { finder.isBenchmark(reading.words[$0]) }) {
      votes.append(TypeVote(type: .metric, weight: 1.3, rule: .spelling))
    }
    if run.tokens.count == 1, byte(run.tokens.lowerBound - 1) == UInt8(ascii: "$"), last.isJoined {
      votes.append(TypeVote(type: .token, weight: 1.3, rule: .ticker))
    }
  }

  private func addModelNumber(_ run: NameRun, _ last: NameWord, _ votes: inout [TypeVote]) {
    let first = reading.words[run.tokens.lowerBound]
    if first.traits.contains(.modelFamily) {
      votes.append(TypeVote(type: .model, weight: 1, rule: .modelNumber))
    } else if run.tokens.count > 1 {
      votes.append(TypeVote(type: .product, weight: 1, rule: .modelNumber))
    } else if last.isAllCapitals, last.count >= 4, !last.shape.contains(.hasHyphen) {
      let weight: Float = isOwned(run) ? 1 : 0.4
      votes.append(TypeVote(type: .product, weight: weight, rule: .modelNumber))
    }
  }
}
