// Claims that only a source outside the text can bear: superlatives, bounds, dates ahead, rivals' scores.

private let forward = WordSet("projected scheduled slated expected planned due set forecast")
private let upcoming = WordSet("upcoming forthcoming")
private let peers = WordSet(
  "competitive par comparable rivals rivalling rivaling matching outperforming outperforms beating "
    + "beats surpassing surpasses")

/// How many tokens a date may stand behind "upcoming", and a rival behind "competitive with".
private let reach = 10
/// How many words a superlative is shown with.
private let shownWords = 6

/// What the article states and no number in it can bear out, each once.
func relateUnsourced(_ input: CheckInput) -> [Relation] {
  guard let reader = input.readers.first else { return [] }
  return reader.analysis.claims.indices.compactMap { index in
    let quantity = reader.quantity(index)
    switch quantity.kind {
    case .rank: return reader.relateRank(index)
    case .date: return reader.isToCome(index) ? reader.relateAhead(index, today: input.date) : nil
    case .percent, .percentChange: return reader.relateBound(index)
    case .score: return reader.relatePeer(index, input)
    default: return nil
    }
  }
}

extension PartReader {
  /// "the largest language model ever trained": of which the text gives no list.
  fileprivate func relateRank(_ index: Int) -> Relation? {
    guard !analysis.claims[index].isNegated, let tokens = sentence(of: index)?.tokens else {
      return nil
    }
    let start = quantity(index).tokens.lowerBound
    let end = min(tokens.upperBound, start + shownWords)
    guard start < end else { return nil }
    let last = (start..<end).last { text.isWord($0) } ?? start
    let words = analysis.words.text[
      TextRange(start: analysis.words.tokens[start].start, end: analysis.words.tokens[last].end)]
    return unsourced(index, "needs a list in which “\(words)” stands first")
  }

  /// "up to 85%" that nobody is named for.
  fileprivate func relateBound(_ index: Int) -> Relation? {
    let claim = analysis.claims[index]
    guard quantity(index).qualifier == .upTo, claim.attribution == nil, !claim.isHedged,
      !quantity(index).isPart, quantity(index).exactValue != nil
    else { return nil }
    return unsourced(index, "needs a source for “up to \(operand("bound", index).text)”")
  }

  fileprivate func relateAhead(_ index: Int, today: CalendarDate?) -> Relation? {
    guard let period = datePeriod(index, self), !period.isYearInferred,
      today.map({ $0 < period.end }) ?? true
    else { return nil }
    let words = operand("value", index).text
    return unsourced(index, "needs a source for \(words), which is still to come")
  }

  /// Words right before a date put it ahead: "projected for", "the upcoming halving, …".
  func isToCome(_ index: Int) -> Bool {
    let start = quantity(index).tokens.lowerBound
    // A record is "set in" what is past.
    if text.isAny(start - 2, of: forward),
      !(text.lower(start - 2) == "set" && text.lower(start - 1) != "for"),
      !text.cue(start - 3).contains(.negation),
      text.lower(start - 3) != "originally", text.lower(start - 3) != "been"
    {
      return true
    }
    guard let tokens = sentence(of: index)?.tokens else { return false }
    return text.holds(
      max(tokens.lowerBound, start - reach)..<max(tokens.lowerBound, start), anyOf: upcoming)
  }

  /// "scored 67.1, in competitive range with Llama 2 70B": the other's score is not given.
  fileprivate func relatePeer(_ index: Int, _ input: CheckInput) -> Relation? {
    guard let tokens = sentence(of: index)?.tokens else { return nil }
    let end = text.end(of: quantity(index))
    guard
      let word = (end..<max(end, tokens.upperBound)).first(where: { text.isAny($0, of: peers) }),
      !quantities(inSentence: quantity(index).sentence).contains(where: {
        $0 > index && quantity($0).kind == .score
      }), let rival = mention(from: word, to: min(word + reach, tokens.upperBound))
    else { return nil }
    let entity = input.entities[rival]
    let metric = analysis.claims[index].metric ?? "score"
    return unsourced(
      index, "needs \(entity.name) \(metric)",
      NeededReference(
        entity: entity.name, metric: metric, time: "", unit: quantity(index).unit.name))
  }

  /// The last of the names in some tokens: "Meta's Llama 2 70B".
  private func mention(from first: Int, to end: Int) -> Int? {
    guard first < end else { return nil }
    let range = TextRange(
      start: analysis.words.tokens[first].start, end: analysis.words.tokens[end - 1].end)
    return analysis.mentions.last {
      range.contains($0.range)
    }?.entity
  }

  private func unsourced(
    _ index: Int, _ explanation: String, _ needed: NeededReference? = nil
  ) -> Relation {
    let operand = operand("value", index)
    return Relation(
      check: Check.reference.id, operands: [operand], formula: operand.text,
      stated: intervals(index)?.strict, verdict: .needsReference, explanation: explanation,
      notes: ["nothing in the text bears it out or speaks against it"], needed: needed)
  }
}
