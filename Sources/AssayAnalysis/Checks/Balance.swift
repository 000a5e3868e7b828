// Stocks that come and go: "began May with 166 aircraft, took delivery of three and retired one, leaving it
// with 168", "opened 14 stores and closed five, ending the quarter with 612, up from 603".

private let incoming = WordSet(
  """
  opened opening added adding gained gaining bought buying hired hiring recruited recruiting received
  acquired acquiring joined joining built building took admitted enrolled welcomed launched launching
  signed born arrived arriving commissioned installed planted created delivered plus borrowed
  """)
private let outgoing = WordSet(
  """
  closed closing retired retiring sold selling lost losing left leaving shut shutting scrapped scrapping died
  cut dismissed resigned withdrew withdrawn removed removing dropped retire returned felled cancelled
  canceled demolished released discharged departed quit minus repaid
  """)
private let openings = WordSet(
  "openings arrivals additions births recruits joiners hires acquisitions deliveries")
private let closures = WordSet(
  "closures departures deaths leavers retirements disposals cancellations losses resignations")
private let beginning = WordSet("began begun begins started starts start had opened from entered")
private let ending = WordSet(
  "ending ended ends end leaving leaves left finished finishing finishes closing closed "
    + "now has have stands stood taking takes brings bringing brought took")

/// How many tokens before a flow its verb may stand.
private let verbReach = 4
/// How many before the begin and the end of a balance.
private let endReach = 7
/// How many flows a balance has at most.
private let mostFlows = 5

extension PartReader {
  /// Counts that the words say are left or reached, against what there was, what came and what went.
  func relateBalances(judged: [Relation]) -> [Relation] {
    let known = Set(judged.flatMap { $0.operands.compactMap(\.claim) })
    var found: [Relation] = []
    for (place, sentence) in sentences.enumerated() {
      if let net = sentence.first(where: { !known.contains($0) && isStock($0) && isNet($0) }),
        let relation = relateNet(net, sentence)
      {
        found.append(relation)
        continue
      }
      if let relation = sentence.lazy.compactMap({ self.relateSpan($0, sentence) }).first {
        found.append(relation)
        continue
      }
      for end in sentence where !known.contains(end) && isStock(end) && isEnd(end) {
        if let relation = relateBalance(end, place) {
          found.append(relation)
          break
        }
      }
    }
    return found
  }

  /// "31 births and 19 deaths, taking the number from 604 to 616": both ends were read as one span.
  private func relateSpan(_ span: Int, _ sentence: Range<Int>) -> Relation? {
    guard case .span(let low, let high) = quantity(span).value, quantity(span).kind == .count,
      holdsBefore(span, anyOf: ending)
    else { return nil }
    let flows = sentence.compactMap { index -> (index: Int, isIn: Bool)? in
      guard index < span, isStock(index), let isIn = flow(index) else { return nil }
      return (index, isIn)
    }
    guard flows.count == 2, flows[0].isIn != flows[1].isIn, let x = plainValue(flows[0].index),
      let y = plainValue(flows[1].index), let net = DecimalNumber.subtracting(max(x, y), min(x, y)),
      let gap = DecimalNumber.subtracting(high, low)
    else { return nil }
    let shown = Sum.together([max(x, y), min(x, y), net])
    let sum = ToldSum(
      operands: flows.map { operand($0.isIn ? "in" : "out", $0.index) },
      formula: "\(shown[0]) − \(shown[1])", result: shown[2],
      computed: (Interval(net), Interval(net)), isSure: true)
    return settle(
      ToldResult(
        stated: span, role: "ends", check: .partsWhole, known: (Interval(gap), Interval(gap))),
      [sum])
  }

  /// "a net gain of 84,000".
  private func isNet(_ index: Int) -> Bool {
    let start = firstToken(of: index)
    return text.cue(start - 1).contains(.of) && text.isAny(start - 3, of: netWord)
  }

  /// "added 112,000 contract customers but lost 28,000 prepaid ones, for a net gain of 84,000".
  private func relateNet(_ net: Int, _ sentence: Range<Int>) -> Relation? {
    let flows = sentence.compactMap { index -> (index: Int, isIn: Bool)? in
      guard index < net, isStock(index), let isIn = flow(index) else { return nil }
      return (index, isIn)
    }
    guard flows.count == 2, flows[0].isIn != flows[1].isIn, let known = countedIntervals(net),
      let a = countedIntervals(flows[0].index), let b = countedIntervals(flows[1].index),
      let x = plainValue(flows[0].index), let y = plainValue(flows[1].index),
      let exact = DecimalNumber.subtracting(max(x, y), min(x, y)),
      let computed = combine(a, b, { Interval.subtracting($0, $1)?.magnitude })
    else { return nil }
    let shown = Sum.together([max(x, y), min(x, y), exact])
    let sum = ToldSum(
      operands: flows.map { operand($0.isIn ? "in" : "out", $0.index) },
      formula: "\(shown[0]) − \(shown[1])", result: shown[2], computed: computed, isSure: true)
    return settle(ToldResult(stated: net, role: "by", check: .partsWhole, known: known), [sum])
  }

  private func isStock(_ index: Int) -> Bool {
    let quantity = quantity(index)
    guard quantity.kind == .count, let value = plainValue(index) else { return false }
    return !quantity.isPart && value.exponent >= 0 && DecimalNumber(1) <= value && !isRate(index)
  }

  /// "leaving it with 168", "ending the period with 612", "now has 40".
  private func isEnd(_ index: Int) -> Bool {
    let claim = analysis.claims[index]
    guard claim.role != .from else { return false }
    if claim.role == .to { return true }
    return holdsBefore(index, anyOf: ending)
  }

  private func isBegin(_ index: Int) -> Bool {
    if analysis.claims[index].role == .from { return isAtBegin(index) }
    return holdsBefore(index, anyOf: beginning)
      && text.isAny(quantity(index).tokens.lowerBound - 1, of: withWords)
  }

  /// "up from 603 at the start"; not "from 540 in 2020", "from 540 a year ago": of another time than what came
  /// and went.
  private func isAtBegin(_ index: Int) -> Bool {
    let end = text.end(of: quantity(index))
    return !text.isWord(end) || text.cue(end).contains(.to)
      || text.cue(end).contains(.at) && text.isAny(end + 2, of: begins)
  }

  private func holdsBefore(_ index: Int, anyOf words: WordSet) -> Bool {
    let start = quantity(index).tokens.lowerBound
    for place in stride(from: start - 1, through: max(0, start - endReach), by: -1) {
      // "opened 2024 with": a date may stand between.
      guard text.isWord(place) || text.isCounted(place) && text.mark(place) == 0 else {
        return false
      }
      if text.isAny(place, of: words) { return true }
    }
    return false
  }

  private func relateBalance(_ end: Int, _ place: Int) -> Relation? {
    var first = place
    var figures = Array(sentences[place])
    for _ in 0..<2 {
      guard let former = formerSentence(first) else { break }
      figures = Array(sentences[former]) + figures
      first = former
    }
    let stocks = figures.filter { isStock($0) && $0 != end }
    guard let begin = stocks.last(where: { isBegin($0) && areStocks($0, end) }) else { return nil }
    var flows: [(index: Int, isIn: Bool)] = []
    for index in stocks where index != begin {
      // What was told before the begin belongs to something else, unless it stands with the end.
      if index < begin, quantity(index).sentence != quantity(end).sentence { continue }
      guard let isIn = flow(index) else { continue }
      flows.append((index, isIn))
    }
    let ones = ones(from: begin, to: end)
    guard flows.count + ones.count >= 2, flows.count <= mostFlows,
      flows.contains(where: \.isIn) || ones.contains(true),
      flows.contains(where: { !$0.isIn }) || ones.contains(false), isWithinFlows(begin, end, flows),
      let known = countedIntervals(end),
      let sum = balance(begin, flows, ones)
    else { return nil }
    return settle(ToldResult(stated: end, role: "whole", check: .partsWhole, known: known), [sum])
  }

  private func areStocks(_ begin: Int, _ end: Int) -> Bool {
    guard areAlike(begin, end) || areCounts(begin, end), let a = plainValue(begin),
      let b = plainValue(end)
    else { return false }
    return areNear(a, b)
  }

  /// "166 aircraft" and "168 airplanes": one thing by two names, if the gap is small.
  private func areCounts(_ begin: Int, _ end: Int) -> Bool {
    quantity(begin).kind == .count && quantity(end).kind == .count
  }

  /// Another thing than the begin's is one by another name only where no more than twice what came and went
  /// lies between the two.
  private func isWithinFlows(_ begin: Int, _ end: Int, _ flows: [(index: Int, isIn: Bool)]) -> Bool
  {
    if analysis.claims[begin].role != .from,
      quantity(begin).unit == quantity(end).unit || quantity(end).unit.dimension == .none
    {
      return true
    }
    let named = quantity(begin).unit.dimension != .none && quantity(end).unit.dimension != .none
    guard let a = plainValue(begin), let b = plainValue(end),
      let gap = DecimalNumber.subtracting(a, b)?.magnitude,
      let all = total(flows.compactMap { plainValue($0.index) } + [DecimalNumber(1)]),
      let twice = DecimalNumber.multiplying(all, DecimalNumber(named ? 2 : 4))
    else { return false }
    return gap <= twice
  }

  /// Whether a count came; nil where the words do not say that it came or went.
  private func flow(_ index: Int) -> Bool? {
    let end = text.end(of: quantity(index))
    for place in [end - 1, end] {
      if text.isAny(place, of: openings) { return true }
      if text.isAny(place, of: closures) { return false }
    }
    let start = quantity(index).tokens.lowerBound
    for place in stride(from: start - 1, through: max(0, start - verbReach), by: -1) {
      guard text.isWord(place), !text.isCounted(place) else { return nil }
      if text.isAny(place, of: incoming) { return true }
      if text.isAny(place, of: outgoing) { return false }
    }
    return nil
  }

  /// "retired one 22-year-old Boeing": what came or went by one, which is no figure of the text.
  private func ones(from begin: Int, to end: Int) -> [Bool] {
    let tokens =
      text.end(
        of: quantity(begin))..<max(
        text.end(of: quantity(begin)), quantity(end).tokens.lowerBound)
    return tokens.compactMap { index in
      guard text.isAny(index + 1, of: oneWord), !text.isCounted(index + 1) else { return nil }
      return text.isAny(index, of: incoming) ? true : text.isAny(index, of: outgoing) ? false : nil
    }
  }

  private func balance(_ begin: Int, _ flows: [(index: Int, isIn: Bool)], _ ones: [Bool])
    -> ToldSum?
  {
    guard var computed = countedIntervals(begin), var value = plainValue(begin) else { return nil }
    var formula = Sum.plain(value)
    for flow in flows {
      guard let next = countedIntervals(flow.index), let number = plainValue(flow.index),
        let both = combine(computed, next, flow.isIn ? Interval.adding : Interval.subtracting),
        let sum = flow.isIn
          ? DecimalNumber.adding(value, number) : DecimalNumber.subtracting(value, number)
      else { return nil }
      (computed, value) = (both, sum)
      formula += (flow.isIn ? " + " : " − ") + Sum.plain(number)
    }
    for isIn in ones {
      let one = Interval(DecimalNumber(isIn ? 1 : -1))
      guard let both = combine(computed, (one, one), Interval.adding),
        let sum = DecimalNumber.adding(value, DecimalNumber(isIn ? 1 : -1))
      else { return nil }
      (computed, value) = (both, sum)
      formula += isIn ? " + 1" : " − 1"
    }
    return ToldSum(
      operands: [operand("from", begin)] + flows.map { operand($0.isIn ? "in" : "out", $0.index) },
      formula: formula, result: Sum.plain(value), computed: computed, isSure: true)
  }
}

private let begins = WordSet("start beginning outset")
private let oneWord = WordSet("one")
private let netWord = WordSet("net")
private let withWords = WordSet("with at from of")
