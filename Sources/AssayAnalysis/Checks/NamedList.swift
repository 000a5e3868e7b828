// "Ties together three services, Lumina+, SportNow and KidsBox": a number of things and their names. Part of
// `list-length`.

/// Words by which a list of names is not all of them, or the number counts something else.
private let openWords = WordSet(
  "including like such among notably especially particularly mainly led by least about some other others "
    + "more first last inc ltd corp jr sr llc plc")
/// How many tokens may stand between two names of a list: "Lumina+ without ads,".
private let longestName = 6
private let mostNames = 12

extension PartReader {
  /// Numbers with the names of what they count right behind.
  func relateNamedLists() -> [Relation] {
    analysis.claims.indices.compactMap { index -> Relation? in
      let quantity = quantity(index)
      guard quantity.kind == .count, quantity.unit.dimension == .count,
        let stated = plainValue(index), DecimalNumber(1) < stated,
        stated < DecimalNumber(mostNames),
        !isDenied(index), let tokens = sentence(of: index)?.tokens
      else { return nil }
      let mark = text.end(of: quantity)
      guard mark < tokens.upperBound, opens(mark), !isPartOf(index),
        let names = names(from: mark + 1, to: tokens.upperBound), names.count >= 2
      else { return nil }
      let holds = stated == DecimalNumber(names.count)
      let operand = operand("stated", index)
      let words = analysis.words.tokens[names[0]].range.union(
        analysis.words.tokens[names[names.count - 1]].range)
      return Relation(
        check: Check.listLength.id, operands: [operand, self.operand("list", words: words)],
        formula: "names = \(names.count)", computed: Interval(DecimalNumber(names.count)),
        stated: Interval(stated), verdict: holds ? .consistent : .doubtful,
        explanation: "\(names.count) names follow, stated \(operand.text)",
        notes: ["the names stand right behind the number and what it counts"])
    }
  }

  private func opens(_ index: Int) -> Bool {
    text.mark(index) == UInt8(ascii: ",") || text.mark(index) == UInt8(ascii: ":")
  }

  /// "four of the services", "the other four services".
  private func isPartOf(_ index: Int) -> Bool {
    let start = quantity(index).tokens.lowerBound
    let place = text.cue(start - 1).contains(.determiner) ? start - 2 : start - 1
    return text.holds(max(0, start - 3)..<start, anyOf: openWords) || text.cue(place).contains(.of)
      || text.cue(quantity(index).tokens.upperBound).contains(.of)
  }

  /// Where the names of a list begin, up to the one behind "and"; nil where something else is listed.
  private func names(from start: Int, to end: Int) -> [Int]? {
    var names: [Int] = []
    var index = start
    while index < end, names.count < mostNames {
      let name = text.lower(index) == "the" ? index + 1 : index
      guard text.isCapitalised(name), let stop = stop(behind: name, to: end) else { return nil }
      names.append(name)
      if names.count >= 2, text.cue(index - 1).contains(.and) {
        // The list ends here: no name goes on behind a comma and "and".
        return stop + 1 < end && text.isCapitalised(stop + 1) ? nil : names
      }
      guard stop < end else { return nil }
      if text.cue(stop).contains(.and) {
        index = stop + 1
      } else if text.mark(stop) == UInt8(ascii: ",") {
        index = text.cue(stop + 1).contains(.and) ? stop + 2 : stop + 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// The comma, "and" or end behind a name and the few words that belong to it.
  private func stop(behind name: Int, to end: Int) -> Int? {
    var index = name + 1
    while index < end, index - name <= longestName {
      if text.isAny(index, of: openWords) || text.words.tokens[index].kind == .number { return nil }
      let mark = text.mark(index)
      if mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: ";")
        || text.cue(index).contains(.and)
      {
        return index
      }
      index += 1
    }
    return index >= end ? end : nil
  }
}
