extension Check {
  /// Flags shares of one whole that do not make up all of it.
  public static let hundredPercent = Check(
    id: "hundred-percent",
    summary: "Shares of one whole against 100 %",
    tier: 2,
    documentation: """
      ## What it examines

      Three or more percentages listed in one sentence, two of which the words call the last "the
      remaining" or "the rest", or one for and one against. Those that make up 100 % within their
      rounding are consistent. Only where the words say that the last is all the rest, and it is
      not, or where those for and those against are more than all, it is doubtful. The last of them may stand
      sentences behind the first ("and the EU has the other 14 per cent"); the items of a list that the
      words call whole are looked at too.

      ## Why it matters

      A survey's answers are copied one by one; the sum shows when one of them was copied wrongly.

      ## Example

      "52 % said yes, 31 % no and the remaining 27 % had no opinion": 52 + 31 + 27 = 110.

      ## When to ignore it

      Where one could give several answers, or a share is one of another share.
      """,
    run: relateHundreds)
}

func relateHundreds(_ input: CheckInput) -> [Relation] {
  input.readers.flatMap { reader in
    let lists = reader.sentences.compactMap { $0.count >= 2 ? relateHundred($0, reader) : nil }
    return lists + reader.relateHundredsApart(judged: lists)
  }
}

private func relateHundred(_ sentence: Range<Int>, _ reader: PartReader) -> Relation? {
  let shares = sentence.filter { index in
    (reader.quantity(index).kind == .percent || isBareShare(index, sentence, reader))
      && reader.plainValue(index) != nil && reader.quantity(index).direction == nil
      && isShare(index, reader)
  }
  guard let last = shares.last, shares.count >= 2 else { return nil }
  let hasRest = isRest(last, reader)
  let isClosed = isOther(last, shares, reader) || areOwned(shares, reader)
  let isVote = shares.count == 2 && areOpposed(shares[0], shares[1], reader)
  guard shares.count >= 3 || hasRest || isVote else { return nil }
  // One percentage that is no share of the whole makes the sum another one.
  guard !sentence.contains(where: { reader.quantity($0).kind.isFraction && !shares.contains($0) })
  else { return nil }
  let numbers = shares.compactMap { reader.intervals($0) }
  guard numbers.count == shares.count, let total = sum(numbers) else { return nil }
  let whole = Interval(DecimalNumber(100))
  let verdict = compare(stated: (whole, whole), computed: total)
  if verdict != .consistent {
    let isTooMuch = total.lenient.low.map { DecimalNumber(100) < $0 } ?? false
    guard hasRest || ((isVote || isClosed) && isTooMuch), isOneList(shares, reader),
      !reader.isDenied(last),
      let tokens = reader.sentence(of: last)?.tokens, !reader.holds(tokens, anyOf: fractions)
    else { return nil }
  }
  return relation(shares, last, total.strict, verdict, reader)
}

/// A share of its own: no end and no amount of a change.
private func isShare(_ index: Int, _ reader: PartReader) -> Bool {
  switch reader.analysis.claims[index].role {
  case .value, .rate, .part, .whole, .bound: return true
  case .from, .to, .by: return false
  }
}

/// Shares in words that a sum of percentages leaves out.
private let fractions: Set<String> = [
  "half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "majority", "most",
]

/// "64 % were for it and 46 % against": the words right behind each.
private func areOpposed(_ first: Int, _ second: Int, _ reader: PartReader) -> Bool {
  let end = reader.text.end(of: reader.quantity(second))
  let behind = end..<end + 6
  let pairs: [(Set<String>, Set<String>)] = [
    (["for", "favour", "favor", "favoured", "yes"], ["against", "no", "opposed"]),
    (["agreed", "approve", "approved"], ["disagreed", "disapprove", "disapproved"]),
  ]
  let gap = reader.gap(first, second)
  return pairs.contains { yes, no in
    (reader.holds(gap, anyOf: yes) && reader.holds(behind, anyOf: no))
      || (reader.holds(gap, anyOf: no) && reader.holds(behind, anyOf: yes)
        && !reader.holds(gap, anyOf: yes))
  }
}

/// "the remaining 27 %", "the rest, 27 %", "the other 27 %"; not "27 % of the remaining".
private func isRest(_ share: Int, _ reader: PartReader) -> Bool {
  let start = reader.quantity(share).tokens.lowerBound
  let words: Set<String> = ["remaining", "rest", "remainder", "others", "outstanding", "balance"]
  guard
    let place = (max(0, start - 3)..<start).last(where: { words.contains(reader.text.lower($0)) })
  else { return false }
  // "the rest, at 7 per cent" tells a rate; "the remaining 12 per cent of the votes" is of another whole.
  guard !reader.text.cue(start - 1).contains(.at), !isOfAnother(share, reader) else { return false }
  return (max(0, place - 2)..<place).allSatisfy { !reader.text.cue($0).contains(.of) }
}

/// "12 per cent of the postal votes"; not "of that", "of the total".
func isOfAnother(_ share: Int, _ reader: PartReader) -> Bool {
  let end = reader.text.end(of: reader.quantity(share))
  guard reader.text.cue(end).contains(.of) else { return false }
  return !reader.text.isAny(end + 1, of: wholes) && !reader.text.isAny(end + 2, of: wholes)
}

private let wholes = WordSet("it that them this those these total whole all lot sum")

/// "Norvind owns 50 per cent, the fund 30 and the town 20": the last stand bare.
private func isBareShare(_ index: Int, _ sentence: Range<Int>, _ reader: PartReader) -> Bool {
  let quantity = reader.quantity(index)
  guard quantity.kind == .count, quantity.unit.dimension == .none, index > sentence.lowerBound,
    reader.quantity(sentence.lowerBound).kind == .percent,
    sentence.allSatisfy({
      let kind = reader.quantity($0).kind
      return kind == .percent || (kind == .count && reader.quantity($0).unit.dimension == .none)
    }), areOwned([sentence.lowerBound], reader)
  else { return false }
  return !reader.text.isWord(reader.text.end(of: quantity))
    || reader.text.cue(reader.text.end(of: quantity)).contains(.and)
}

/// "owns 50 per cent of it": what one owns, no other does.
private func areOwned(_ shares: [Int], _ reader: PartReader) -> Bool {
  guard let first = shares.first else { return false }
  let start = reader.quantity(first).tokens.lowerBound
  return reader.text.holds(max(0, start - 3)..<start, anyOf: owning)
}

private let owning = WordSet("own owns owned hold holds held owning holding takes")

/// "58 % had a job, 27 % were carers and 25 % gave another reason": the last of a list behind "and",
/// with a word that takes in all the others.
private func isOther(_ share: Int, _ shares: [Int], _ reader: PartReader) -> Bool {
  guard shares.count >= 3, reader.holds(reader.gap(share - 1, share), anyOf: ["and"]) else {
    return false
  }
  let end = reader.text.end(of: reader.quantity(share))
  // "3 per cent did not say"
  let isSilent =
    reader.text.cue(end + 1).contains(.negation) && reader.text.isAny(end + 2, of: answering)
  // "and all other regions with 16 per cent"
  return isSilent || reader.text.holds(end..<end + 5, anyOf: otherWords)
    || reader.text.holds(reader.gap(share - 1, share), anyOf: allOthers)
}

private let allOthers = WordSet("other others everyone everybody elsewhere rest")
private let answering = WordSet("say answer know respond reply vote")

private let otherWords = WordSet(
  "other others another undecided neither unsure elsewhere none unknown abstained")

/// Whether each share stands for itself: none is said to be of another.
private func isOneList(_ shares: [Int], _ reader: PartReader) -> Bool {
  zip(shares, shares.dropFirst()).allSatisfy { first, second in
    let gap = reader.gap(first, second)
    return !gap.contains { index in
      reader.text.lower(index) == "of"
        && ["the", "which", "whom", "them", "these", "those"].contains(reader.text.lower(index + 1))
        && ["remaining", "them", "these", "those", "which", "whom"].contains {
          reader.text.lower(index + 1) == $0 || reader.text.lower(index + 2) == $0
        }
    }
  }
}

private func relation(
  _ shares: [Int], _ last: Int, _ total: Interval, _ verdict: Verdict, _ reader: PartReader
) -> Relation? {
  let values = shares.compactMap { reader.plainValue($0) }
  guard
    let sum = values.dropFirst().reduce(
      values.first,
      { total, next in
        total.flatMap { DecimalNumber.adding($0, next) }
      })
  else { return nil }
  let formula = values.map(Sum.plain).joined(separator: " + ")
  let others = shares.filter { $0 != last }.map { reader.operand("share", $0) }
  return Relation(
    check: Check.hundredPercent.id, operands: [reader.operand("share", last)] + others,
    formula: formula, computed: total, stated: Interval(DecimalNumber(100)), verdict: verdict,
    explanation: "\(formula) = \(Sum.plain(sum)), of 100",
    notes: notes([], candidates: 1, verdict: verdict))
}
