// What a sentence says of a row's change between two columns of times. Part of `table-cell`.

/// Two cells of a row, the older first.
struct CellPair {
  let from: NumberTable.Cell
  let to: NumberTable.Cell
  /// Its columns.
  let columns: (from: Int, to: Int)

  /// 1 where the later cell is larger, -1 where it is smaller, 0 where they are one.
  var way: Int {
    guard let a = from.value, let b = to.value else { return 0 }
    return a < b ? 1 : b < a ? -1 : 0
  }
}

extension TableModel {
  /// The pairs of a row's cells that measure one thing at two times; neighbours first.
  func pairs(ofRow index: Int) -> [CellPair] {
    let cells = table.rows[index].cells
    var pairs: [CellPair] = []
    for columns in series {
      let known = columns.filter { cells.indices.contains($0) && cells[$0].value != nil }
      for distance in 1..<max(2, known.count) {
        for place in known.indices where place + distance < known.count {
          let (a, b) = (known[place], known[place + distance])
          pairs.append(CellPair(from: cells[a], to: cells[b], columns: (a, b)))
        }
      }
    }
    return pairs
  }

  /// The row's change between the last two times of the only series.
  func latestPair(ofRow index: Int) -> CellPair? {
    guard let columns = onlySeries, let last = columns.last else { return nil }
    return pairs(ofRow: index).first { $0.columns.to == last }
  }
}

extension TableProse {
  /// "shrank by 265", "up 24%", "jumped by 5.9 percentage points" against the row's cells.
  func relateChange(_ number: Int, _ saying: Saying) -> Relation? {
    let (model, row) = (model(saying), row(saying))
    let clause = clause(of: number, in: saying.region)
    if let told = changeCell(number, saying) { return told }
    let pairs = model.pairs(ofRow: saying.mention.row)
    guard !pairs.isEmpty else { return nil }
    let fitting = pairs.filter { fits(number, $0, model) }
    if let pair = fitting.first {
      return relateWay(number, fitting, saying)
        ?? relation(number, pair, .consistent, saying, isAmount: isAmount(number, pair, model))
    }
    guard let pair = model.latestPair(ofRow: saying.mention.row), saying.isOnly, !isDenied(number),
      !isOwner(saying), !isAddition(number), !isInTables(number),
      !isSetApart(clause, allowing: changeAllowed), isNear(number, pair, model),
      !isOfWriter(number),
      !isChangeOfOther(number, saying)
    else { return nil }
    let ends = ends(of: number)
    let isTied = ends.contains { fits($0, pair.to) || fits($0, pair.from) }
    guard
      isTied
        || (ends.isEmpty && model.onlySeries?.count == 2 && isOfMeasure(clause, number, saying))
    else { return nil }
    let isSure =
      isTied && saying.mention.isWhole && !isOpen(number) && row.cells.count > 2
      && ends.allSatisfy { end in
        pairs.contains { fits(end, $0.to) || fits(end, $0.from) }
      }
    return relation(
      number, pair, verdict(isSure: isSure), saying, isAmount: isAmount(number, pair, model))
  }

  /// The figure that a column of changes has for the row.
  private func changeCell(_ number: Int, _ saying: Saying) -> Relation? {
    let (model, row) = (model(saying), row(saying))
    let columns = model.numeric(saying.mention.row).filter { column in
      (model.columns[column].isChange || model.onlySeries == nil)
        && isSameKind(number, row.cells[column], column, model)
    }
    guard let column = columns.first(where: { fits(number, row.cells[$0]) }) else { return nil }
    let (operand, known) = (reader.operand("text", number), cellOperand(row.cells[column]))
    let name = name(row, column, model)
    return Relation(
      check: Check.tableCell.id, operands: [operand, known], formula: "cell \(name)",
      computed: row.cells[column].interval, stated: reader.intervals(number)?.strict,
      verdict: .consistent,
      explanation: "the table has \(known.text) under \(name), stated \(operand.text)")
  }

  /// Whether a figure of the sentence is a change of the row, though its words do not say so.
  func isChangeOfRow(_ number: Int, _ saying: Saying) -> Bool {
    let model = model(saying)
    return model.pairs(ofRow: saying.mention.row).contains { fits(number, $0, model) }
  }

  /// Whether another row changed by the figure: the sentence may speak of that.
  private func isChangeOfOther(_ number: Int, _ saying: Saying) -> Bool {
    let model = model(saying)
    return model.table.rows.indices.contains { row in
      row != saying.mention.row
        && model.pairs(ofRow: row).contains { fits(number, $0, model) }
    }
  }

  /// The values that the statement of a change gives with it.
  func ends(of number: Int) -> [Int] {
    let claims = reader.analysis.claims
    return reader.quantities(inSentence: reader.quantity(number).sentence).filter { other in
      other != number && claims[other].statement == claims[number].statement
        && [.from, .to, .value].contains(claims[other].role) && !reader.quantity(other).isCalendar
        && reader.quantity(other).exactValue != nil
    }
  }

  /// Whether the clause has a word of the table's heading or lead, or the figure its unit.
  private func isOfMeasure(_ clause: Range<Int>, _ number: Int, _ saying: Saying) -> Bool {
    let model = model(saying)
    let column = model.onlySeries?.last ?? 0
    if !reader.quantity(number).kind.isFraction,
      model.unitMatch(number, column, reader, stems) == 2
    {
      return true
    }
    if reader.quantity(number).kind == .percentagePoint, model.columns[column].isPercent {
      return true
    }
    return clause.contains {
      model.lead.contains(stem($0)) || model.kinds.contains(stem($0))
    }
  }

  // MARK: Arithmetic

  private func isAmount(_ number: Int, _ pair: CellPair, _ model: TableModel) -> Bool {
    let quantity = reader.quantity(number)
    return quantity.kind == .percentagePoint || !quantity.kind.isFraction
  }

  private func change(_ pair: CellPair, isAmount: Bool) -> Interval? {
    guard let a = pair.from.interval, let b = pair.to.interval else { return nil }
    return isAmount
      ? Interval.subtracting(b, a) : a.isPositive ? percentChange(from: a, to: b) : nil
  }

  func fits(_ number: Int, _ pair: CellPair, _ model: TableModel) -> Bool {
    guard let stated = reader.intervals(number)?.lenient.magnitude else { return false }
    let amount = isAmount(number, pair, model)
    let isPercent = model.columns[pair.columns.to].isPercent
    if reader.quantity(number).kind == .percentagePoint, !isPercent { return false }
    guard let computed = change(pair, isAmount: amount)?.magnitude else { return false }
    if amount {
      // "shrank by 265": cells are as exact as they are written.
      guard let a = pair.from.value, let b = pair.to.value,
        let gap = DecimalNumber.subtracting(b, a)?.magnitude, !gap.isZero
      else { return false }
      return [0, 3, 6, 9].contains { stated.overlaps(Interval(gap.shifted(by: $0))) }
    }
    if stated.overlaps(computed) { return true }
    // "up 5%" of a percentage is as often meant as points.
    return isPercent && change(pair, isAmount: true).map { stated.overlaps($0.magnitude) } ?? false
  }

  private func isDenied(_ number: Int) -> Bool {
    let claim = reader.analysis.claims[number]
    return claim.isNegated || claim.isHedged || claim.role == .bound
  }

  private func isNear(_ number: Int, _ pair: CellPair, _ model: TableModel) -> Bool {
    let amount = isAmount(number, pair, model)
    if amount, reader.quantity(number).kind != .percentagePoint,
      model.unitMatch(number, pair.columns.to, reader, stems) == 0
    {
      return false
    }
    guard let stated = reader.quantity(number).middle?.magnitude,
      let low = change(pair, isAmount: amount)?.magnitude.low, !low.isZero
    else { return false }
    return (amount ? [0, 3, 6, 9] : [0]).contains {
      reader.areNear(stated, low.shifted(by: $0)) || isSlip(stated, low)
    }
  }

  // MARK: Which way

  /// A word that says which way the row went, where the figure fits and the way does not.
  func relateWay(_ number: Int, _ column: Int, _ saying: Saying) -> Relation? {
    let model = model(saying)
    guard let series = model.onlySeries, series.last == column else { return nil }
    let pairs = model.pairs(ofRow: saying.mention.row).filter { $0.columns.to == column }
    return relateWay(number, pairs, saying)
  }

  private func relateWay(_ number: Int, _ pairs: [CellPair], _ saying: Saying) -> Relation? {
    let claim = reader.analysis.claims[number]
    let clause = clause(of: number, in: saying.region)
    guard let (direction, cue) = way(of: number, in: saying), claim.role != .from,
      !claim.isNegated, !claim.isHedged, !pairs.isEmpty, !isOwner(saying),
      claim.cautions.isDisjoint(with: [.rank, .depth, .negation, .crossedSign, .exchangeRate]),
      !isSetApart(clause, allowing: changeAllowed, beside: saying.mention),
      pairs.allSatisfy({ $0.way != 0 && ($0.way > 0) != (direction == .up) })
    else { return nil }
    // "rose to 64 from 60": what it came from must be the table's.
    let others = ends(of: number).filter {
      saying.region.contains(reader.quantity($0).tokens.lowerBound)
    }
    guard
      others.allSatisfy({ other in
        other == number
          || pairs.contains { fits(other, $0.from) || fits(other, $0.to) }
      }), let pair = pairs.first, let a = pair.from.value, let b = pair.to.value
    else { return nil }
    let word = reader.operand("direction", words: cue)
    let shown = Sum.together([a, b])
    let isSure = saying.mention.isWhole && model(saying).onlySeries?.count == 2
    return Relation(
      check: Check.tableCell.id,
      operands: [word, cellOperand(pair.from, "from"), cellOperand(pair.to, "to")],
      formula: "\(shown[1]) − \(shown[0])",
      computed: DecimalNumber.subtracting(b, a).map { Interval($0) },
      verdict: verdict(isSure: isSure),
      explanation: "“\(row(saying).label)” went from \(shown[0]) to \(shown[1]) in the table, "
        + "stated “\(word.text)”",
      notes: ["the figure is the row's, and the row went the other way"])
  }

  /// The word that says which way a figure went, in the stretch that is told of its row.
  private func way(
    of number: Int, in saying: Saying
  ) -> (direction: Claim.Direction, cue: TextRange)? {
    let claim = reader.analysis.claims[number]
    if let direction = claim.direction, let cue = claim.cue, isInside(cue, saying.region) {
      return (direction, cue)
    }
    let start = reader.quantity(number).tokens.lowerBound
    guard saying.mention.tokens.upperBound <= start else { return nil }
    let words = (saying.mention.tokens.upperBound..<start).filter {
      cue($0).contains(.verb) && !cue($0).isDisjoint(with: .direction)
    }
    guard words.count == 1, let word = words.first else { return nil }
    return (
      cue(word).contains(.up) ? .up : .down, reader.analysis.words.tokens[word].range
    )
  }

  private func isInside(_ words: TextRange, _ region: Range<Int>) -> Bool {
    region.contains { reader.analysis.words.tokens[$0].range == words }
  }

  private func relation(
    _ number: Int, _ pair: CellPair, _ verdict: Verdict, _ saying: Saying, isAmount: Bool
  ) -> Relation? {
    guard let a = pair.from.value, let b = pair.to.value,
      let computed = change(pair, isAmount: isAmount)
    else { return nil }
    let shown = Sum.together([a, b])
    let formula =
      isAmount
      ? "\(shown[1]) − \(shown[0])" : "(\(shown[1]) − \(shown[0])) / \(shown[0])"
    let places = Sum.percentPlaces(beyond: reader.quantity(number))
    let result =
      isAmount
      ? DecimalNumber.subtracting(b, a).map { Sum.plain($0) }
      : percentChange(from: Interval(a), to: Interval(b))?.low
        .map { Sum.rounded($0, places: places) + " %" }
    let operand = reader.operand(isAmount ? "by" : "rate", number)
    return Relation(
      check: Check.tableCell.id,
      operands: [operand, cellOperand(pair.from, "from"), cellOperand(pair.to, "to")],
      formula: formula, computed: computed, stated: reader.intervals(number)?.strict,
      verdict: verdict,
      explanation: "“\(row(saying).label)”: \(formula) = \(result ?? ""), stated \(operand.text)",
      notes: verdict == .consistent
        ? [] : ["the sentence names this row, and its two latest columns differ by another figure"])
  }
}

private let changeAllowed = Stem.set(
  "by last year previous earlier ago before more fewer less than only of about around")
