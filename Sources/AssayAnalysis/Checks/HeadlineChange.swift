// What headlines, summaries and "TL;DR" lines say of the body's figures without giving them: bounds
// ("drops below 40,000") and changes ("up 65%"). Part of `same-quantity`.

extension Quantity {
  /// "below 40,000", "more than 200": the words name a line that the figure itself does not reach.
  var isBound: Bool {
    switch qualifier {
    case .under, .over: true
    case .exact, .about, .nearly, .atLeast, .upTo, .up, .down: false
    }
  }
}

// MARK: Bounds

/// A figure of the body that is near a headline's bound must lie on the side that the headline says.
func relateBound(_ figure: Headline.Figure, _ body: BodyFigures) -> Relation? {
  guard let bound = figure.quantity.exactValue, !bound.isNegative else { return nil }
  let reader = body.reader
  let near = body.sentences.joined().filter { index in
    guard isComparable(reader.quantity(index), figure.quantity), !reader.isDenied(index),
      let value = reader.plainValue(index), value != bound,
      let gap = DecimalNumber.subtracting(value, bound)?.magnitude,
      let reach = DecimalNumber.multiplying(bound, DecimalNumber(mantissa: 1, exponent: -1))
    else { return false }
    return gap <= reach
  }
  let isBelow = figure.quantity.qualifier == .under
  func holds(_ index: Int) -> Bool {
    guard let value = reader.plainValue(index) else { return false }
    return isBelow ? value < bound : bound < value
  }
  if let index = near.first(where: holds) { return relation(figure, index, .consistent, reader) }
  // The bound itself is told in the body, so what lies beyond it may be another time's.
  let missed = near.filter { isNear($0, bound, reader) }
  guard body.agreeing(exactly: bound, like: figure.quantity) == nil, let index = missed.first,
    Set(missed.compactMap { reader.plainValue($0) }).count == 1
  else { return nil }
  return boundRelation(figure, index, reader)
}

/// Of one kind and unit; a bare count may count anything.
private func isComparable(_ known: Quantity, _ stated: Quantity) -> Bool {
  if isSameKind(known, stated) { return true }
  return known.kind == .count && stated.kind == .count && stated.unit.dimension == .none
}

/// Within a twentieth of the bound: what missed it by so little is what the headline means.
private func isNear(_ index: Int, _ bound: DecimalNumber, _ reader: PartReader) -> Bool {
  guard let value = reader.plainValue(index),
    let gap = DecimalNumber.subtracting(value, bound)?.magnitude,
    let reach = DecimalNumber.multiplying(bound, DecimalNumber(mantissa: 5, exponent: -2))
  else { return false }
  return gap <= reach
}

private func boundRelation(
  _ figure: Headline.Figure, _ index: Int, _ reader: PartReader
) -> Relation {
  let known = reader.operand("body", index)
  let word = figure.quantity.qualifier == .under ? "below" : "above"
  return Relation(
    check: Check.sameQuantity.id, operands: [figure.operand, known],
    formula: "\(known.text) : \(figure.operand.text)", computed: reader.intervals(index)?.strict,
    stated: figure.quantity.interval(.strict), verdict: .doubtful,
    explanation: "\(known.text) in the body is not \(word) the \(figure.operand.text) of the "
      + figure.operand.role,
    notes: ["the body has no other figure near the \(figure.operand.role)'s"])
}

extension BodyFigures {
  /// The first figure of the body that is a number of the same kind.
  func agreeing(exactly value: DecimalNumber, like quantity: Quantity) -> Int? {
    sentences.joined().first {
      isComparable(reader.quantity($0), quantity) && reader.quantity($0).exactValue == value
    }
  }
}

// MARK: Changes

/// "daily transactions are up 65%" against the one sentence of the body that tells two values of it.
func relateHeadlineChange(_ figure: Headline.Figure, _ body: BodyFigures) -> Relation? {
  let reader = body.reader
  guard figure.quantity.kind == .percentChange, let changed = figure.changed,
    let stated = figure.quantity.interval(.lenient)?.magnitude
  else { return nil }
  let pairs = body.sentences.compactMap { run -> (from: Int, to: Int)? in
    guard let first = run.first,
      contentWords(of: reader.quantity(first).sentence, in: reader.analysis.words).contains(changed)
    else { return nil }
    let values = run.filter { index in
      let quantity = reader.quantity(index)
      return !quantity.isCalendar && quantity.kind != .duration && !quantity.kind.isFraction
        && !quantity.isPart && reader.plainValue(index) != nil && !reader.isDenied(index)
    }
    guard values.count == 2, reader.areAlike(values[0], values[1]),
      !reader.missesScale(values[0], values[1])
    else { return nil }
    let isBackward = reader.analysis.claims[values[1]].role == .from
    return isBackward ? (values[1], values[0]) : (values[0], values[1])
  }
  // "3.2 million transactions" rather than "51 cents per transaction".
  let counted = pairs.filter { pair in
    let unit = reader.quantity(pair.from).unit
    return unit.dimension == .count && stemKey(String(lastWord(of: unit.name))) == changed
  }
  let meant = counted.isEmpty ? pairs : counted
  guard meant.count == 1, let pair = meant.first, let from = reader.intervals(pair.from)?.strict,
    let to = reader.intervals(pair.to)?.strict, from.isPositive,
    let computed = percentChange(from: from, to: to), let low = computed.low,
    low.isNegative == (figure.quantity.direction == .down),
    reader.areNear(low, figure.quantity.exactValue ?? low)
  else { return nil }
  let holds = computed.magnitude.overlaps(stated)
  guard let a = reader.plainValue(pair.from), let b = reader.plainValue(pair.to) else { return nil }
  let shown = Sum.together([a, b])
  let formula = "(\(shown[1]) − \(shown[0])) / \(shown[0])"
  let exact = percentChange(from: Interval(a), to: Interval(b))?.low
  let result = exact.map {
    Sum.rounded($0, places: Sum.percentPlaces(beyond: figure.quantity))
  }
  return Relation(
    check: Check.sameQuantity.id,
    operands: [
      figure.operand, reader.operand("from", pair.from), reader.operand("to", pair.to),
    ],
    formula: formula, computed: computed, exact: exact, stated: figure.quantity.interval(.strict),
    verdict: holds ? .consistent : .doubtful,
    explanation: "\(formula) = \(result ?? "") % in the body, \(figure.operand.text) in the "
      + figure.operand.role,
    notes: holds
      ? [] : ["one sentence of the body tells two values of what the words say changed"])
}

/// "Toll to rise by £2" where one sentence of the body tells both ends, "from £8 to £10".
func relateHeadlineGap(_ figure: Headline.Figure, _ body: BodyFigures) -> Relation? {
  let reader = body.reader
  guard figure.quantity.kind == .money || figure.quantity.kind == .count,
    let stated = figure.quantity.exactValue
  else { return nil }
  for run in body.sentences {
    let alike = run.filter {
      isComparable(reader.quantity($0), figure.quantity) && reader.plainValue($0) != nil
    }
    guard alike.count == 2,
      reader.analysis.claims[alike[1]].role == .to
        || reader.analysis.claims[alike[1]].role == .from,
      let a = reader.plainValue(alike[0]), let b = reader.plainValue(alike[1]),
      let gap = DecimalNumber.subtracting(b, a)?.magnitude, gap == stated
    else { continue }
    let shown = Sum.together([max(a, b), min(a, b)])
    let formula = "\(shown[0]) − \(shown[1])"
    return Relation(
      check: Check.sameQuantity.id,
      operands: [
        figure.operand, reader.operand("from", alike[0]), reader.operand("to", alike[1]),
      ],
      formula: formula, computed: Interval(gap), stated: figure.quantity.interval(.strict),
      verdict: .consistent,
      explanation: "\(formula) = \(Sum.together([a, b, gap])[2]) in the body, "
        + "\(figure.operand.text) in the \(figure.operand.role)")
  }
  return nil
}

/// The stem of the noun before the word of change: "transactions" in "transactions are up 65%".
func changedStem(_ quantity: Quantity, in words: TokenizedText) -> WordKey? {
  guard words.sentences.indices.contains(quantity.sentence) else { return nil }
  let tokens = words.sentences[quantity.sentence].tokens
  let cues = CueLexicon.english.cues(of: words, in: [quantity.sentence]).cues
  let start = quantity.tokens.lowerBound
  guard
    let word = (max(tokens.lowerBound, start - changeReach)..<start).last(where: {
      !cues[$0].isDisjoint(with: .direction)
    })
  else { return nil }
  var noun = word - 1
  while noun >= tokens.lowerBound, words.tokens[noun].kind == .word,
    !cues[noun].isDisjoint(with: [.auxiliary, .level, .adverb])
  {
    noun -= 1
  }
  guard noun >= tokens.lowerBound, words.tokens[noun].kind == .word, words.tokens[noun].count >= 4
  else { return nil }
  return stemKey(words.tokens[noun], in: words)
}

/// How far before its figure the word of change may stand, in tokens.
private let changeReach = 4

// MARK: Short versions inside the text

/// Paragraphs that begin with "TL;DR": they tell the body in few words, as a summary does.
func shortVersions(_ input: CheckInput, _ reader: PartReader) -> [Headline] {
  let text = reader.analysis.words
  return input.article.blocks.indices.prefix(firstBlocks).compactMap { index in
    let block = input.article.blocks[index]
    guard case .paragraph = block.kind else { return nil }
    let begin = text.text.bytes[block.text.offsets.clamped(to: text.text.bytes.indices)].prefix(5)
    guard
      begin.map(\.lowercasedASCII).starts(with: "tl;dr".utf8)
        || begin.map(\.lowercasedASCII).starts(with: "tldr".utf8)
    else { return nil }
    let sentences = reader.sentences(ofBlock: index)
    return Headline(
      role: "summary",
      figures: sentences.flatMap { reader.quantities(inSentence: $0) }
        .filter { reader.quantity($0).kind.isFraction || reader.quantity($0).kind == .money }
        .map {
          Headline.Figure(
            quantity: reader.quantity($0), operand: reader.operand("summary", $0),
            changed: changedStem(reader.quantity($0), in: text))
        },
      words: sentences.reduce(into: []) { $0.formUnion(contentWords(of: $1, in: text)) },
      block: index)
  }
}

/// A short version stands at the begin.
private let firstBlocks = 8
