// "Only X fell", "five of the seven schools improved". Part of `table-cell`.

extension TableProse {
  /// "Only X posted a decline", "X was the only one to grow": no other row may have gone that way.
  func relateOnly(
    _ tokens: Range<Int>, _ named: [RowMention], _ model: TableModel
  ) -> Relation? {
    guard Set(named.map(\.row)).count == 1, let mention = named.first, model.onlySeries != nil,
      !reader.holds(tokens, anyOf: hypothetical)
    else { return nil }
    let start = mention.tokens.lowerBound
    let isBefore =
      text.lower(start - 1) == "only"
      || (text.lower(start - 1) == "the" && text.lower(start - 2) == "only")
    let isAfter =
      (mention.tokens.upperBound..<min(tokens.upperBound, mention.tokens.upperBound + 5))
      .contains {
        text.lower($0) == "only" && text.lower($0 - 1) == "the"
          && (text.lower($0 + 1) == "one" || model.kinds.contains(stem($0 + 1)))
      }
    guard isBefore || isAfter, !isDenied(tokens) else { return nil }
    let cues = (mention.tokens.upperBound..<tokens.upperBound).filter {
      !cue($0).isDisjoint(with: .direction) && !cue($0).contains(.transitive)
    }
    guard let word = cues.first, word - mention.tokens.upperBound <= 8,
      !tokens.contains(where: { narrowing.contains(stem($0)) || text.isCounted($0) })
    else { return nil }
    let isUp = cue(word).contains(.up)
    guard Set(cues.map { cue($0).contains(.up) }).count == 1,
      let own = model.latestPair(ofRow: mention.row), own.way != 0
    else { return nil }
    let others = model.items.filter { row in
      row != mention.row
        && (model.latestPair(ofRow: row).map { ($0.way > 0) == isUp && $0.way != 0 } ?? false)
    }
    let holds = (own.way > 0) == isUp && others.isEmpty
    let operand = reader.operand("direction", words: reader.analysis.words.tokens[word].range)
    let rows = ((own.way > 0) == isUp ? [mention.row] : []) + others
    let names = rows.prefix(3).map { "“\(model.table.rows[$0].label)”" }.joined(separator: ", ")
    return Relation(
      check: Check.tableCell.id,
      operands: [operand, cellOperand(own.from, "from"), cellOperand(own.to, "to")],
      formula: "rows that went \(isUp ? "up" : "down")", verdict: holds ? .consistent : .doubtful,
      explanation: "in the table \(names.isEmpty ? "no row" : names) went \(isUp ? "up" : "down"), "
        + "stated only “\(model.table.rows[mention.row].label)”",
      notes: [])
  }
}

private let hypothetical: Set<String> = [
  "if", "would", "could", "may", "might", "should", "expected",
]

// MARK: Some of the rows

extension TableProse {
  /// "five of the county's seven schools improved": how many rows went that way, where the words name all
  /// of them by what heads the labels.
  static func relateCounts(_ models: [TableModel], _ reader: PartReader) -> [Relation] {
    let counted = models.filter {
      $0.onlySeries != nil && $0.timeline.isEmpty && $0.items.count >= 3
    }
    guard !counted.isEmpty else { return [] }
    return reader.sentences.flatMap { run in
      run.compactMap { number in
        counted.lazy.compactMap { relateCount(number, run, $0, reader) }.first
      }
    }
  }

  /// "five of the seven schools", "of the seven schools, five": the part and the whole.
  private static func someAndAll(
    _ first: Int, _ run: Range<Int>, _ reader: PartReader
  ) -> (some: Int, all: Int)? {
    let (second, text) = (first + 1, reader.text)
    guard second < run.upperBound else { return nil }
    let end = text.end(of: reader.quantity(first))
    let gap = end..<max(end, reader.quantity(second).tokens.lowerBound)
    guard gap.count <= 4, let begin = gap.first else { return nil }
    if text.cue(begin).contains(.of) { return (first, second) }
    let start = reader.quantity(first).tokens.lowerBound
    let place = text.cue(start - 1).contains(.determiner) ? start - 2 : start - 1
    return text.cue(place).contains(.of) && gap.contains { text.mark($0) == UInt8(ascii: ",") }
      ? (second, first) : nil
  }

  private static func relateCount(
    _ number: Int, _ run: Range<Int>, _ model: TableModel, _ reader: PartReader
  ) -> Relation? {
    let text = reader.text
    guard let (number, whole) = someAndAll(number, run, reader),
      let some = reader.plainValue(number), let all = reader.plainValue(whole),
      reader.quantity(number).kind == .count, reader.quantity(whole).kind == .count,
      let sentence = reader.sentence(of: number)
    else { return nil }
    let last = reader.quantity(whole)
    let behind = text.end(of: reader.quantity(max(number, whole)))
    let noun =
      last.tokens.upperBound..<min(text.end(of: last) + 2, sentence.tokens.upperBound)
    let named = model.items.count { !RowIndex.isRest(model.table.rows[$0].label) }
    guard all == DecimalNumber(named) || all == DecimalNumber(model.items.count),
      noun.contains(where: { model.kinds.contains(Stem.key(text.lower($0))) })
    else { return nil }
    func way(_ index: Int) -> Bool? {
      let stem = Stem.key(text.lower(index))
      if !text.cue(index).isDisjoint(with: [.up, .better]) || growStems.contains(stem) {
        return true
      }
      return !text.cue(index).isDisjoint(with: [.down, .worse]) || fallStems.contains(stem)
        ? false : nil
    }
    let cues = (behind..<max(behind, sentence.tokens.upperBound)).filter { way($0) != nil }
    let tail = sentence.tokens.lowerBound..<sentence.tokens.upperBound
    guard let cue = cues.first, cue - behind <= 4, cues.count == 1,
      !text.cue(cue + 1).contains(.of), text.lower(cue + 1) != "in",
      !reader.holds(tail, anyOf: hypothetical),
      !tail.contains(where: { text.cue($0).contains(.negation) })
    else { return nil }
    let isUp = way(cue) ?? true
    let rows = model.items.filter { row in
      !RowIndex.isRest(model.table.rows[row].label)
        && (model.latestPair(ofRow: row).map { $0.way != 0 && ($0.way > 0) == isUp } ?? false)
    }
    let holds = some == DecimalNumber(rows.count)
    let operand = reader.operand("count", number)
    let way = isUp ? "up" : "down"
    return Relation(
      check: Check.tableCell.id,
      operands: [operand, reader.operand("all", whole)],
      formula: "rows that went \(way)", computed: Interval(DecimalNumber(rows.count)),
      stated: reader.intervals(number)?.strict, verdict: holds ? .consistent : .doubtful,
      explanation:
        "\(rows.count) of \(named) rows of the table went \(way), stated \(operand.text)",
      notes: holds ? [] : ["the sentence names as many rows as the table has"])
  }
}
