// Lists in bullets whose items make up a whole: "- Fares: 41 per cent - Grants: 38 per cent …", or the
// figure of the paragraph that leads to the list.

private let partial = WordSet(
  "top main biggest largest leading some including among examples example such busiest most best worst first"
)
private let splitting = WordSet(
  "breakdown split divided shared follows divides distributed comprises consists total altogether all"
)

/// How many items such a list has at least, and at most.
private let itemCounts = 3...20

extension PartReader {
  /// Sums of the first figure of each item against 100 % or the paragraph before.
  func relateListSums(_ article: Document) -> [Relation] {
    guard index == 0 else { return [] }
    let blocks = article.blocks
    return blocks.indices.compactMap { list in
      guard case .list = blocks[list].kind, list > 0 else { return nil }
      return relateList(list, blocks)
    }
  }

  private func relateList(_ list: Int, _ blocks: [Block]) -> Relation? {
    var items: [Int] = []
    var place = list + 1
    var count = 0
    while place < blocks[list].end {
      guard case .item = blocks[place].kind, let figure = figure(of: place, blocks) else {
        return nil
      }
      items.append(figure)
      count += 1
      guard count <= itemCounts.upperBound else { return nil }
      place = max(place + 1, blocks[place].end)
    }
    guard itemCounts.contains(items.count), let first = items.first,
      let intro = leaf(before: list, blocks)
    else { return nil }
    let lead = lead(of: intro)
    guard !lead.contains(where: { text.isAny($0, of: partial) }) else { return nil }
    if items.allSatisfy({ quantity($0).kind == .percent }) {
      return relateHundred(items, lead)
    }
    guard items.allSatisfy({ areAlike($0, first) || areCounts($0, first) }) else { return nil }
    return relateTotal(items, intro, isAll: isAll(lead, items.count))
  }

  /// "came from four countries", "is split as follows": the words say that the list is whole.
  private func isAll(_ lead: Range<Int>, _ count: Int) -> Bool {
    text.holds(lead, anyOf: splitting)
      || analysis.quantities.indices.contains { index in
        lead.contains(quantity(index).tokens.lowerBound)
          && plainValue(index) == DecimalNumber(count)
      }
  }

  private func areCounts(_ one: Int, _ other: Int) -> Bool {
    quantity(one).kind == .count && quantity(other).kind == .count
  }

  /// The only amount of an item, or its first of several.
  private func figure(of item: Int, _ blocks: [Block]) -> Int? {
    let leaves = (item + 1..<max(item + 1, blocks[item].end)).filter { !blocks[$0].inlines.isEmpty }
    guard leaves.count == 1 else { return nil }
    let figures = sentences(ofBlock: leaves[0]).flatMap { quantities(inSentence: $0) }.filter {
      !quantity($0).isCalendar && quantity($0).kind != .rank
    }
    guard let first = figures.first, quantity(first).direction == nil, plainValue(first) != nil,
      !quantity(first).isPart
    else { return nil }
    return first
  }

  private func leaf(before list: Int, _ blocks: [Block]) -> Int? {
    guard blocks[list - 1].end == list, case .paragraph = blocks[list - 1].kind else { return nil }
    return list - 1
  }

  private func lead(of block: Int) -> Range<Int> {
    let sentences = sentences(ofBlock: block)
    guard let last = sentences.last else { return 0..<0 }
    return analysis.words.sentences[last].tokens
  }

  private func relateHundred(_ items: [Int], _ lead: Range<Int>) -> Relation? {
    guard let last = items.last, let total = sum(items.compactMap { intervals($0) }) else {
      return nil
    }
    let values = items.compactMap { plainValue($0) }
    guard values.count == items.count, let exact = self.total(values) else { return nil }
    let whole = Interval(DecimalNumber(100))
    let isAll = text.holds(lead, anyOf: splitting)
    let sum = ToldSum(
      operands: items.dropLast().map { operand("share", $0) },
      formula: values.map(Sum.plain).joined(separator: " + "), result: Sum.plain(exact),
      computed: total, isSure: isAll && exact <= DecimalNumber(130) && DecimalNumber(75) <= exact)
    return settle(
      ToldResult(stated: last, role: "share", check: .hundredPercent, known: (whole, whole)), [sum])
  }

  private func relateTotal(_ items: [Int], _ intro: Int, isAll: Bool) -> Relation? {
    guard let first = items.first, let computed = sum(items.compactMap { countedIntervals($0) }),
      let exact = total(items.compactMap { plainValue($0) })
    else { return nil }
    let wholes = sentences(ofBlock: intro).flatMap { quantities(inSentence: $0) }.filter { index in
      guard isPlainFigure(index), areAlike(index, first) || areCounts(index, first),
        let value = plainValue(index)
      else { return false }
      return items.allSatisfy { (plainValue($0) ?? value) < value }
    }
    if let whole = wholes.first(where: { index in
      countedIntervals(index).map { compare(stated: $0, computed: computed) == .consistent }
        ?? false
    }) {
      return sumRelation(whole, of: items, computed.strict, .consistent)
    }
    let values = items.compactMap { plainValue($0) }
    let close = wholes.filter { plainValue($0).map { areClose($0, exact) } ?? false }
    guard isAll, close.count == 1, let whole = close.first, let value = plainValue(whole),
      let digits = misprintDigits(values, total: value),
      isTellingMisprint(digits: digits, readings: 1)
    else { return nil }
    return sumRelation(whole, of: items, computed.strict, .doubtful)
  }
}
