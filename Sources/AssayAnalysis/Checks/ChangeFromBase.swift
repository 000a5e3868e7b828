// Changes that give their rate and their start, and whose end stands before: "an average of $2.31 a gallon.
// The bill thus fell 15.7 % from the $2.74 of 2024", "put on 1.5 per cent, from $7,507 to $7,620".

private let fromWord = WordSet("from")

extension PartReader {
  /// Rates beside ends that the readers of statements leave apart; those judged already left out.
  func relateRatesApart(judged: [Relation]) -> [Relation] {
    let known = Set(judged.flatMap { $0.operands.compactMap(\.claim) })
    return changes.compactMap { relateBase($0, known) }
      + sentences.compactMap { relateAmount($0, known) }
      + sentences.indices.compactMap { relateConcluded($0, known) ?? relatePlanned($0, known) }
      + sentences.flatMap { sentence in
        sentence.compactMap { known.contains($0) ? nil : relateSpan($0, sentence) }
      }
  }

  // MARK: The end stands before

  private func relateBase(_ change: Change, _ known: Set<Int>) -> Relation? {
    guard change.rates.count == 1, let rate = change.rates.first, !known.contains(rate),
      quantity(rate).kind.isFraction, change.from.count == 1, let base = change.from.first,
      change.ends.isEmpty, change.by.isEmpty, change.cautions.isEmpty, base > rate,
      quantity(base).sentence == quantity(rate).sentence, !quantity(base).kind.isFraction,
      let direction = analysis.claims[rate].direction, let stated = percentIntervals(rate),
      let start = countedIntervals(base), start.lenient.isPositive
    else { return nil }
    let ends = ends(of: base, before: rate)
    let sums = ends.compactMap { end -> (end: Int, sum: ToldSum)? in
      rateSum(end, base, start, rate).map { (end, $0) }
    }
    guard let nearest = sums.first else { return nil }
    if let wrong = sums.first(where: {
      $0.sum.computed.strict.negated.overlaps(signed(stated.strict, direction))
    }),
      !sums.contains(where: { $0.sum.computed.lenient.overlaps(signed(stated.lenient, direction)) }
      ),
      quantity(wrong.end).sentence + 1 >= quantity(rate).sentence, isTellingRate(rate, ends.count)
    {
      return wrongWay(rate, wrong.end, base, direction)
    }
    let told = ToldResult(
      stated: rate, role: "rate", check: .percentChange,
      known: (signed(stated.strict, direction), signed(stated.lenient, direction)))
    var all = sums.map(\.sum)
    // The sentence right before gives one figure, and this one speaks of nothing else.
    let isOnly = ends.filter { quantity($0).sentence + 1 == quantity(rate).sentence }.count == 1
    all[0].isSure =
      isOnly && takesUpBy(rate) && quantity(nearest.end).sentence + 1 == quantity(rate).sentence
    return settle(told, all)
  }

  private func signed(_ interval: Interval, _ direction: Claim.Direction) -> Interval {
    direction == .up ? interval.magnitude : interval.magnitude.negated
  }

  /// The figures before a change that may be its end, the nearest first.
  private func ends(of base: Int, before rate: Int) -> [Int] {
    let field = field(before: rate) { index in
      isEnd(index, of: base) && analysis.claims[index].role != .from
        && analysis.claims[index].role != .by
    }
    return (field.former + field.paragraph).reversed()
  }

  /// An amount of the same, which may name what it is per where the base does not.
  private func isEnd(_ index: Int, of base: Int) -> Bool {
    let (end, start) = (quantity(index), quantity(base))
    switch end.kind {
    case .count, .money, .measure, .rate: break
    default: return false
    }
    guard let a = roughValue(index), let b = plainValue(base), !end.isPart, areNear(a, b) else {
      return false
    }
    if end.kind == .money, start.kind == .money {
      return haveSameUnit(end, start)
        && (perUnit(end) == perUnit(start) || perUnit(end).isEmpty || perUnit(start).isEmpty)
    }
    return areAlike(index, base) && perUnit(end) == perUnit(start)
  }

  private func takesUpBy(_ rate: Int) -> Bool {
    guard let tokens = sentence(of: rate)?.tokens else { return false }
    if takesUp(rate) { return true }
    return text.isAny(tokens.lowerBound, of: owners)
      && text.holds(tokens.lowerBound..<quantity(rate).tokens.lowerBound, anyOf: concluding)
  }

  private func rateSum(_ end: Int, _ base: Int, _ start: TwoIntervals, _ rate: Int) -> ToldSum? {
    guard let stop = countedIntervals(end), let a = quantity(base).middle,
      let b = quantity(end).middle,
      let exact = percentChange(from: Interval(a), to: Interval(b))?.low,
      let computed = combine(start, stop, { percentChange(from: $0, to: $1) })
    else { return nil }
    let shown = Sum.together([b, a])
    return ToldSum(
      operands: [operand("from", base), operand("to", end)],
      formula: "(\(shown[0]) − \(shown[1])) / \(shown[1])",
      result: Sum.rounded(exact, places: Sum.percentPlaces(beyond: quantity(rate))) + " %",
      computed: computed)
  }

  /// Three digits, or one figure to choose from.
  private func isTellingRate(_ rate: Int, _ readings: Int) -> Bool {
    guard let value = plainValue(rate)?.normalized else { return false }
    let digits = String(value.mantissa.magnitude).utf8.count
    return digits >= 3 || digits == 2 && readings == 1
  }

  private func wrongWay(
    _ rate: Int, _ end: Int, _ base: Int, _ direction: Claim.Direction
  ) -> Relation? {
    guard let cue = analysis.claims[rate].cue, let a = quantity(base).middle,
      let b = quantity(end).middle
    else { return nil }
    let shown = Sum.together([a, b])
    let word = operand("direction", words: cue)
    return Relation(
      check: Check.direction.id,
      operands: [word, operand("from", base), operand("to", end)],
      formula: "\(shown[1]) − \(shown[0])", verdict: .doubtful,
      explanation:
        "from \(shown[0]) to \(shown[1]) is a \(direction == .up ? "fall" : "rise"), stated “\(word.text)”",
      notes: [softened])
  }

  // MARK: The base stands beside, the end before

  /// "€248 a tonne on Thursday. At the start of July it had been €200, so it has gained 24 %": the sentence
  /// before gives one figure that can be the end.
  private func relateConcluded(_ place: Int, _ known: Set<Int>) -> Relation? {
    let sentence = sentences[place]
    guard let rate = sentence.first(where: { isRateOfChange($0) }), !known.contains(rate),
      let former = formerSentence(place)
    else { return nil }
    let figures = sentence.filter { $0 < rate && isValued($0) }
    guard figures.count == 1, let base = figures.first, analysis.claims[base].role != .from,
      text.holds(gap(base, rate), anyOf: concluding), isPast(base)
    else { return nil }
    let ends = sentences[former].filter { isEnd($0, of: base) }
    guard ends.count == 1 else { return nil }
    return judge(rate, from: base, to: ends[0])
  }

  /// "approved at a cost of $1.24 billion. The auditors now put the figure at $1.86 billion, 50 % more than
  /// was promised": the plan stands in the sentence before.
  private func relatePlanned(_ place: Int, _ known: Set<Int>) -> Relation? {
    let sentence = sentences[place]
    guard let rate = sentence.first(where: { isRateOfChange($0) && isThanPlanned($0) }),
      !known.contains(rate), let former = formerSentence(place)
    else { return nil }
    let figures = sentence.filter { $0 < rate && isValued($0) }
    let plans = sentences[former].filter { isValued($0) }
    guard figures.count == 1, plans.count == 1, isEnd(figures[0], of: plans[0]) else { return nil }
    return judge(rate, from: plans[0], to: figures[0])
  }

  private func judge(_ rate: Int, from base: Int, to end: Int) -> Relation? {
    guard let direction = analysis.claims[rate].direction, let stated = percentIntervals(rate),
      let start = countedIntervals(base), start.lenient.isPositive,
      var sum = rateSum(end, base, start, rate)
    else { return nil }
    sum.isSure = !isGuarded(rate)
    return settle(
      ToldResult(
        stated: rate, role: "rate", check: .percentChange,
        known: (signed(stated.strict, direction), signed(stated.lenient, direction))), [sum])
  }

  private func isRateOfChange(_ index: Int) -> Bool {
    quantity(index).exactValue != nil && analysis.claims[index].direction != nil
      && (quantity(index).kind == .percentChange
        || quantity(index).isPart && analysis.claims[index].role == .by)
  }

  private func isValued(_ index: Int) -> Bool {
    isPlainFigure(index) && !quantity(index).isCalendar && quantity(index).kind != .duration
      && !quantity(index).kind.isFraction && !quantity(index).isPart
  }

  /// "it had been €200", "It had 9.5 billion this year", "A year ago it was 80"
  private func isPast(_ base: Int) -> Bool {
    guard let tokens = sentence(of: base)?.tokens else { return false }
    let lead = tokens.lowerBound..<firstToken(of: base)
    return text.holds(lead, anyOf: pastWords) && text.holds(lead, anyOf: sameThing)
  }

  /// "50 % more than was promised"
  private func isThanPlanned(_ rate: Int) -> Bool {
    let end = text.end(of: quantity(rate))
    guard let than = (end..<end + 3).first(where: { text.lower($0) == "than" }) else {
      return false
    }
    return text.holds(than + 1..<than + 4, anyOf: plannedWords)
      && !text.isCounted(than + 1) && !text.isCounted(than + 2)
  }

  // MARK: Amounts

  /// "3.5 % higher than in 2025, when it stood at £259,300, adding £9,100": rate, start and amount in a row.
  private func relateAmount(_ sentence: Range<Int>, _ known: Set<Int>) -> Relation? {
    let figures = sentence.filter { !quantity($0).isCalendar }
    guard figures.count == 3, let stated = figures.last, !known.contains(stated) else { return nil }
    let (rate, base) = (figures[0], figures[1])
    guard quantity(rate).kind.isFraction, quantity(rate).kind != .percentagePoint,
      isPlainFigure(base), isPlainFigure(stated), areAlike(base, stated), isAmountOfChange(stated),
      analysis.claims[base].role == .from || isThan(rate, base), let share = percentIntervals(rate),
      let start = countedIntervals(base), let amount = countedIntervals(stated),
      let b = quantity(base).middle, let r = quantity(rate).exactValue,
      let product = combine(start, share, Interval.multiplying),
      let exact = DecimalNumber.multiplying(b, r), share.strict.isPositive
    else { return nil }
    let shown = Sum.together([b, exact.shifted(by: -2)])
    let sum = ToldSum(
      operands: [operand("from", base), operand("rate", rate)],
      formula: "\(operand("rate", rate).text) of \(shown[0])", result: shown[1],
      computed: (product.strict.shifted(by: -2), product.lenient.shifted(by: -2)), isSure: true)
    return settle(
      ToldResult(stated: stated, role: "by", check: .difference, known: amount), [sum])
  }

  /// "adding £9,100", "a rise of £9,100".
  private func isAmountOfChange(_ index: Int) -> Bool {
    let start = firstToken(of: index)
    if text.isAny(start - 1, of: adding) { return true }
    return text.cue(start - 1).contains(.of) && text.cue(start - 2).contains(.noun)
      && !text.cue(start - 2).isDisjoint(with: .direction)
  }

  /// "higher than in January, when it stood at"
  private func isThan(_ rate: Int, _ base: Int) -> Bool {
    let gap = gap(rate, base)
    return gap.count <= longestThan && gap.contains { text.cue($0).contains(.compare) }
      && !text.holds(gap, anyOf: unrealWords)
  }

  // MARK: Both ends as one span

  /// "put on 1.5 per cent, from $7,507 to $7,620": no verb tells the two apart, so they were read as a span.
  private func relateSpan(_ rate: Int, _ sentence: Range<Int>) -> Relation? {
    guard quantity(rate).kind == .percent || quantity(rate).kind == .percentChange,
      quantity(rate).exactValue != nil, sentence.contains(rate + 1),
      case .span(let low, let high) = quantity(rate + 1).value, !low.isZero, !low.isNegative,
      !quantity(rate + 1).kind.isFraction, quantity(rate + 1).kind != .duration, isBesideSpan(rate),
      let stated = percentIntervals(rate), let ends = spanIntervals(rate + 1, low, high),
      let change = combine(ends.0, ends.1, { percentChange(from: $0, to: $1) }),
      let exact = percentChange(from: Interval(low), to: Interval(high))?.low
    else { return nil }
    let shown = Sum.together([high, low])
    let sum = ToldSum(
      operands: [operand("ends", rate + 1)], formula: "(\(shown[0]) − \(shown[1])) / \(shown[1])",
      result: Sum.rounded(exact, places: Sum.percentPlaces(beyond: quantity(rate))) + " %",
      computed: (change.strict.magnitude, change.lenient.magnitude), isSure: true)
    return settle(
      ToldResult(
        stated: rate, role: "rate", check: .percentChange,
        known: (stated.strict.magnitude, stated.lenient.magnitude)), [sum])
  }

  /// "1.5 per cent from", "1.5 per cent, from": nothing but a comma, or a bracket, and "from".
  private func isBesideSpan(_ rate: Int) -> Bool {
    let before = firstToken(of: rate) - 1
    // "charged at 20 per cent, from £12,570 to £50,270", "a discount of 10 per cent, from 50 to 60 units"
    guard !text.cue(before).contains(.at), !text.cue(before).contains(.of),
      !text.cue(before).contains(.auxiliary), text.isWord(before)
    else { return false }
    let start = quantity(rate).tokens.upperBound
    let next = quantity(rate + 1).tokens.lowerBound
    let from = text.isAny(next, of: fromWord) ? next : next - 1
    guard text.isAny(from, of: fromWord), from - start <= 1 else { return false }
    return from == start || text.mark(start) == UInt8(ascii: ",")
      || text.mark(start) == UInt8(ascii: "(")
  }

  private func spanIntervals(
    _ span: Int, _ low: DecimalNumber, _ high: DecimalNumber
  ) -> (TwoIntervals, TwoIntervals)? {
    let unit = quantity(span).lastPlace.magnitude
    let half = DecimalNumber.multiplying(unit, DecimalNumber(mantissa: 5, exponent: -1)) ?? unit
    func around(_ value: DecimalNumber) -> TwoIntervals? {
      guard let a = DecimalNumber.subtracting(value, half),
        let b = DecimalNumber.adding(value, half),
        let c = DecimalNumber.subtracting(value, unit), let d = DecimalNumber.adding(value, unit)
      else { return nil }
      return (Interval(low: a, high: b), Interval(low: c, high: d))
    }
    guard let first = around(low), let second = around(high), first.lenient.isPositive else {
      return nil
    }
    return (first, second)
  }
}

private let pastWords = WordSet("had was were stood")
/// "Its rival had $220" is of something else than the sentence before.
private let sameThing = WordSet("it they that figure price total number rate")
private let plannedWords = WordSet(
  "promised planned expected budgeted forecast agreed estimated hoped")
private let adding = WordSet("adding saving")
/// How many tokens between a rate that compares and what it compares with.
private let longestThan = 14
private let owners = WordSet("its their it they")
private let concluding = WordSet("thus so therefore hence accordingly")
