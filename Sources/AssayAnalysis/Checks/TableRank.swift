// "X came second", "in third place", "bottom of the table": the rank of a row, by whichever column is
// meant. Part of `table-cell`.

private let ordinals: [WordKey: Int] = {
  var ranks: [WordKey: Int] = [:]
  for (offset, word) in Stem.keys(
    "first second third fourth fifth sixth seventh eighth ninth tenth"
  )
  .enumerated() {
    ranks[word] = offset + 1
  }
  return ranks
}()
private let arrivalStems = Stem.set(
  "came come comes finished finishes finish placed ranked ranks rank")
private let standingStems = Stem.set(
  "is was are were stands stood sits sat lies lay remains remained")
private let placeStems = Stem.set("place position spot")
private let softStems = Stem.set("a an the only still again just overall close distant now")
private let lowStems = Stem.set("bottom")
private let highStems = Stem.set("top head")
private let rankingStems = Stem.set("list table league ranking class pile rankings standings chart")
private let behindRankStems = Stem.set("with on at behind overall among ahead")

/// A rank that a sentence gives.
private struct RankTold {
  let tokens: Range<Int>
  /// From 1; nil for the last.
  let rank: Int?
}

extension TableProse {
  /// The ranks of a sentence that names one row: some column must give the row that rank.
  func relateRanks(_ tokens: Range<Int>, _ named: [RowMention]) -> [Relation] {
    guard let first = named.first else { return [] }
    let model = index.models[first.table]
    guard model.items.count >= 3, model.timeline.isEmpty,
      text.mark(tokens.upperBound - 1) != UInt8(ascii: "?")
    else { return [] }
    return tokens.compactMap { token in
      guard let told = rank(at: token, within: tokens, model),
        let mention = subject(of: told, within: tokens, named),
        !isOpenRank(mention.tokens.lowerBound..<upToMark(told.tokens.upperBound, tokens))
      else { return nil }
      return relate(told, mention, model)
    }
  }

  private func upToMark(_ start: Int, _ tokens: Range<Int>) -> Int {
    (start..<tokens.upperBound).first { text.mark($0) != 0 || cue($0).contains(.and) }
      ?? tokens.upperBound
  }

  /// Whether words of a clause or a date in it speak of another time than the table's, or deny it.
  private func isOpenRank(_ clause: Range<Int>) -> Bool {
    clause.contains { index in
      cue(index).contains(.negation) || openRankStems.contains(stem(index))
    }
      || reader.quantities(inSentence: sentence(at: clause.lowerBound)).contains {
        clause.contains(reader.quantity($0).tokens.lowerBound) && reader.quantity($0).isDate
          && !isOfTable(date: $0)
      }
  }

  private func sentence(at token: Int) -> Int {
    reader.analysis.words.sentences.partitioningIndex { $0.tokens.upperBound > token }
  }

  /// A year that heads a column is the table's own.
  private func isOfTable(date: Int) -> Bool {
    guard case .date(let period) = reader.quantity(date).value else { return false }
    let time = TableTime(period)
    return index.models.contains { model in
      model.columns.contains { $0.time?.mayBe(time) ?? false }
    }
  }

  // MARK: Reading

  private func rank(at token: Int, within tokens: Range<Int>, _ model: TableModel) -> RankTold? {
    let key = stem(token)
    if let rank = ordinals[key] { return ordinal(rank, at: token, within: tokens, model) }
    guard lowStems.contains(key) || highStems.contains(key),
      cue(token + 1).contains(.of), cue(token + 2).contains(.determiner),
      rankingStems.contains(stem(token + 3)) || isCountOfRows(token + 3, model),
      isTold(before: token, within: tokens, isArrival: false)
    else { return nil }
    return RankTold(tokens: token..<token + 1, rank: lowStems.contains(key) ? nil : 1)
  }

  private func ordinal(
    _ rank: Int, at token: Int, within tokens: Range<Int>, _ model: TableModel
  ) -> RankTold? {
    let told = RankTold(tokens: token..<token + 1, rank: rank)
    if placeStems.contains(stem(token + 1)) {
      var before = token - 1
      while before > tokens.lowerBound, softStems.contains(stem(before)) { before -= 1 }
      let isPlaced =
        cue(before).contains(.to) || placingStems.contains(stem(before))
        || takingStems.contains(stem(before))
      let next = token + 2
      let isEnd =
        next >= tokens.upperBound || text.mark(next) != 0
        || !cue(next).isDisjoint(with: [.preposition, .and])
      return isPlaced && isEnd ? RankTold(tokens: token..<next, rank: rank) : nil
    }
    let next = token + 1
    let isClosed = next >= tokens.upperBound || text.mark(next) != 0
    guard isTold(before: token, within: tokens, isArrival: rank == 1) else { return nil }
    if isClosed || behindRankStems.contains(stem(next)) { return told }
    if cue(next).contains(.of) {
      let number = cue(next + 1).contains(.determiner) ? next + 2 : next + 1
      return isCountOfRows(number, model) ? told : nil
    }
    let isIn = text.lower(next) == "in" && cue(next + 1).contains(.determiner)
    return isIn && rankingStems.contains(stem(next + 2)) ? told : nil
  }

  /// A verb of arriving or being right before, but for soft words.
  private func isTold(before token: Int, within tokens: Range<Int>, isArrival: Bool) -> Bool {
    var before = token - 1
    while before > tokens.lowerBound, softStems.contains(stem(before)) { before -= 1 }
    guard before >= tokens.lowerBound else { return false }
    return arrivalStems.contains(stem(before))
      || !isArrival && standingStems.contains(stem(before))
  }

  private func isCountOfRows(_ token: Int, _ model: TableModel) -> Bool {
    let number = reader.quantities(inSentence: sentence(at: token)).first {
      reader.quantity($0).tokens.contains(token)
    }
    guard let number else { return false }
    return rowCounts(model).contains { reader.plainValue(number) == DecimalNumber($0) }
  }

  /// The last row named before the rank, in its clause.
  private func subject(
    of told: RankTold, within tokens: Range<Int>, _ named: [RowMention]
  ) -> RowMention? {
    let before = named.filter { $0.tokens.upperBound <= told.tokens.lowerBound }
    guard let mention = before.last, mention.isWhole || mention.tokens.count == 1 else {
      return nil
    }
    let start = behindAside(mention.tokens.upperBound, before: told.tokens.lowerBound)
    let between = start..<max(start, told.tokens.lowerBound)
    guard between.count <= mostBetween,
      !between.contains(where: { index in
        text.mark(index) != 0 || cue(index).contains(.contrast) || cue(index).contains(.relative)
          || cue(index).contains(.and)
      })
    else { return nil }
    let saying = Saying(mention: mention, region: tokens, isOnly: true)
    return isOwner(saying) ? nil : mention
  }

  // MARK: Judging

  private func relate(_ told: RankTold, _ mention: RowMention, _ model: TableModel) -> Relation? {
    let items = model.section(of: mention.row)
      .filter { !RowIndex.isRest(model.table.rows[$0].label) }
    guard items.count >= 3, let place = items.firstIndex(of: mention.row),
      told.rank.map({ $0 <= items.count }) ?? true
    else { return nil }
    var orders: [(column: Int?, values: [DecimalNumber])] = [
      (nil, items.indices.map { DecimalNumber(-$0) })
    ]
    for column in model.columns.indices where model.columns[column].isNumeric {
      let values = items.compactMap { row -> DecimalNumber? in
        let cells = model.table.rows[row].cells
        return cells.indices.contains(column) ? cells[column].value : nil
      }
      // What has no number here may have any rank.
      guard values.count == items.count else { return nil }
      // What is the same for all ranks none.
      if Set(values).count > 1 { orders.append((column, values)) }
    }
    guard orders.count >= 2 else { return nil }
    // The order of the rows is told by the column that they are ordered by.
    let ordered = orders.dropFirst().last { order in
      zip(order.values, order.values.dropFirst()).allSatisfy { $1 <= $0 }
    }
    if model.onlySeries != nil {
      orders.append(
        (
          nil,
          items.map { row in
            guard let pair = model.latestPair(ofRow: row), let a = pair.from.value,
              let b = pair.to.value
            else { return .zero }
            return DecimalNumber.subtracting(b, a) ?? .zero
          }
        ))
    }
    let fitting = orders.first { order in
      let mine = order.values[place]
      let (above, below) = (
        order.values.count { mine < $0 }, order.values.count { $0 < mine }
      )
      let ties = order.values.count { $0 == mine } - 1
      let wanted = told.rank.map { $0 - 1 } ?? items.count - 1
      return (above...above + ties).contains(wanted) || (below...below + ties).contains(wanted)
    }
    let shown = ordered?.column ?? orders[1].column ?? 0
    return relation(
      told, mention, model, items, fitting.map { $0.column ?? shown }, else: shown)
  }

  private func relation(
    _ told: RankTold, _ mention: RowMention, _ model: TableModel, _ items: [Int], _ fitting: Int?,
    else other: Int
  ) -> Relation? {
    let column = fitting ?? other
    let row = model.table.rows[mention.row]
    guard row.cells.indices.contains(column), let own = row.cells[column].value else { return nil }
    let above = items.count { other in
      guard let value = model.table.rows[other].cells[column].value else { return false }
      return own < value
    }
    let tokens = reader.analysis.words.tokens
    let words = reader.operand(
      "rank",
      words: tokens[told.tokens.lowerBound].range.union(tokens[told.tokens.upperBound - 1].range))
    let place = heading(column, model)
    return Relation(
      check: Check.tableCell.id, operands: [words, cellOperand(row.cells[column])],
      formula: "rank of “\(row.label)” = \(above + 1)",
      computed: Interval(DecimalNumber(above + 1)),
      stated: told.rank.map { Interval(DecimalNumber($0)) },
      verdict: fitting == nil ? .doubtful : .consistent,
      explanation: "“\(row.label)” has \(Sum.plain(own))"
        + (place.isEmpty ? "" : " under “\(place)”")
        + ", \(above) of \(items.count) have more, stated “\(words.text)”",
      notes: fitting == nil ? ["no column gives the row that rank, from above or from below"] : [])
  }
}

/// Words by which a rank is of another time or set.
private let openRankStems = Stem.set(
  """
  if would could may might should expected forecast last previous ago year season then since before joint
  equal tied former once
  """)
private let takingStems = Stem.set(
  "take takes took taken taking claim claimed claims secure secured up")
private let placingStems = Stem.set("in into at from")
/// How many tokens may stand between a row and its rank.
private let mostBetween = 10
