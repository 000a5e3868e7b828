extension Check {
  /// Flags a sum that the text writes out and gets wrong.
  public static let arithmetic = Check(
    id: "arithmetic",
    summary: "Sums that the text writes out: a + b = c, a times b is c",
    tier: 1,
    documentation: """
      ## What it examines

      Two or more figures with signs or words of one kind between them, and the result behind "=", "is",
      "makes" and their like: "31 plus 18 is 49", "3.2 × 228 is 730", "4.6 / 5.3 is 87%",
      "(332 − 254) / 332 = 23.5 %". Whole numbers under 1,000 are taken as written, all others as the
      rounding of their last place allows. Behind "=" and "equals" a wrong result is contradicted; behind
      words that also mean other things it is doubtful.

      ## Why it matters

      Nothing is easier to check than a sum that is written out, and readers who argue do write them.

      ## Example

      "1,667 × 12 = 20,400": 1,667 × 12 is 20,004.

      ## When to ignore it

      Where the signs are no arithmetic, as in sizes, scores and relays.
      """,
    run: relateWrittenSums)
}

func relateWrittenSums(_ input: CheckInput) -> [Relation] {
  input.readers.flatMap { reader in
    reader.sentences.flatMap { sentence -> [Relation] in
      guard sentence.count >= 3 else { return [] }
      var found: [Relation] = []
      var first = sentence.lowerBound
      while first < sentence.upperBound {
        guard let sum = WrittenSum(first, sentence, reader) else {
          first += 1
          continue
        }
        if let relation = sum.relation(reader) { found.append(relation) }
        first = sum.result
      }
      return found
    }
  }
}

/// Figures with an operation between each two, and the result.
private struct WrittenSum {
  enum Operation: Hashable {
    case plus, minus, times, over

    var sign: String {
      switch self {
      case .plus: "+"
      case .minus: "−"
      case .times: "×"
      case .over: "/"
      }
    }

    /// Plus and minus may follow each other, and so may times and over, without brackets.
    var binds: Bool { self == .times || self == .over }
  }

  private let operands: [Int]
  private let operations: [Operation]
  /// Whether the first two stand in brackets.
  private let isBracketed: Bool
  let result: Int
  /// "=" and "equals"; other words may join what is no result.
  private let isPlain: Bool

  /// - Parameter first: the claim to begin at.
  init?(_ first: Int, _ sentence: Range<Int>, _ reader: PartReader) {
    guard reader.isOperand(first) else { return nil }
    let isOpen = reader.text.mark(reader.quantity(first).tokens.lowerBound - 1) == UInt8(ascii: "(")
    var operands = [first]
    var operations: [Operation] = []
    var next = first + 1
    while next < sentence.upperBound, let operation = reader.operation(before: next, isOpen: isOpen)
    {
      guard reader.isOperand(next) else { return nil }
      operations.append(operation)
      operands.append(next)
      next += 1
    }
    guard !operations.isEmpty, next < sentence.upperBound, reader.isOperand(next),
      let isPlain = reader.isResult(next), reader.isClosed(next)
    else { return nil }
    let isBracketed = isOpen && operations.count == 2 && operations[0].binds != operations[1].binds
    guard isBracketed || Set(operations.map(\.binds)).count == 1 else { return nil }
    self.operands = operands
    self.operations = operations
    self.isBracketed = isBracketed
    self.isPlain = isPlain
    result = next
  }

  func relation(_ reader: PartReader) -> Relation? {
    let stated = reader.quantity(result)
    guard let known = reader.resultIntervals(result), var computed = value(reader),
      var shown = exactValue(reader), haveFittingUnits(reader)
    else { return nil }
    let hasShares = operands.contains { reader.quantity($0).kind.isFraction }
    // What per cent in a product are of, the signs do not say.
    guard stated.kind.isFraction || !hasShares else { return nil }
    let isShare = stated.kind.isFraction && !hasShares
    if isShare {
      guard operations.contains(where: \.binds) else { return nil }
      computed = (computed.strict.shifted(by: 2), computed.lenient.shifted(by: 2))
      shown = shown.shifted(by: 2)
    }
    var verdict = compare(stated: known, computed: computed)
    if verdict != .consistent {
      guard !reader.isGuarded(result), reader.areNear(shown, stated.middle ?? shown) || isPlain
      else {
        return nil
      }
      if !isPlain, verdict == .contradicted { verdict = .doubtful }
    }
    let formula = formula(reader)
    let places = max(2, Sum.places(beyond: stated))
    let operand = reader.operand("result", result)
    return Relation(
      check: Check.arithmetic.id,
      operands: [operand]
        + operands.enumerated().map { reader.operand("\(ordinal($0.offset))", $0.element) },
      formula: formula, computed: computed.strict, stated: known.strict, verdict: verdict,
      explanation:
        "\(formula) = \(Sum.rounded(shown, places: places))\(isShare ? " %" : ""), stated \(operand.text)",
      notes: ["the text writes the sum out"])
  }

  private func ordinal(_ place: Int) -> String {
    place == 0 ? "first" : place == 1 ? "second" : "further"
  }

  private func value(_ reader: PartReader) -> TwoIntervals? {
    guard var value = reader.operandIntervals(operands[0]) else { return nil }
    for (operation, operand) in zip(operations, operands.dropFirst()) {
      guard let next = reader.operandIntervals(operand),
        let both = combine(value, next, { operation.apply($0, $1) })
      else { return nil }
      value = both
    }
    return value
  }

  /// The result of the numbers as they are written.
  private func exactValue(_ reader: PartReader) -> DecimalNumber? {
    let values = operands.compactMap { reader.operandValue($0) }.map { Interval($0) }
    guard values.count == operands.count, var value = values.first else { return nil }
    for (operation, next) in zip(operations, values.dropFirst()) {
      guard let result = operation.apply(value, next) else { return nil }
      value = result
    }
    return value.low
  }

  private func formula(_ reader: PartReader) -> String {
    var text = isBracketed ? "(" : ""
    for (place, operand) in operands.enumerated() {
      if place > 0 { text += " \(operations[place - 1].sign) " }
      text += reader.shownOperand(operand)
      if isBracketed, place == 1 { text += ")" }
    }
    return text
  }

  /// "a 4 x 100 is 48.3 seconds": a unit that no operand has is that of something else; sums are of
  /// one unit.
  private func haveFittingUnits(_ reader: PartReader) -> Bool {
    let stated = reader.quantity(result).unit
    let units = operands.map { reader.quantity($0).unit }
    let isBare = { (unit: Unit) in unit.dimension == .none || unit.dimension == .count }
    if !operations[0].binds, operations.count == 1 || !isBracketed {
      let named = (units + [stated]).filter { !isBare($0) }
      return named.allSatisfy { $0.baseName == named[0].baseName }
    }
    return isBare(stated) || reader.quantity(result).kind.isFraction
      || stated.baseName.hasPrefix("count")
      || units.contains { $0.dimension == stated.dimension || !isBare($0) }
      || stated.dimension == .currency
  }
}

extension WrittenSum.Operation {
  fileprivate func apply(_ first: Interval, _ second: Interval) -> Interval? {
    switch self {
    case .plus: Interval.adding(first, second)
    case .minus: Interval.subtracting(first, second)
    case .times: Interval.multiplying(first, second)
    case .over: Interval.dividing(first, by: second)
    }
  }
}

/// Words that lead to a result, and whether they can mean nothing else.
private let resultWords: [(words: [String], isPlain: Bool)] = [
  (["equals"], true), (["is"], false), (["are"], false), (["makes"], false), (["gives"], false),
  (["leaves"], false), (["comes", "to"], false), (["works", "out", "at"], false),
  (["works", "out", "to"], false), (["is", "equal", "to"], true),
]

private let approximations = WordSet(
  "about around roughly nearly almost just only exactly over under a")

extension PartReader {
  fileprivate func isOperand(_ index: Int) -> Bool {
    let quantity = quantity(index)
    guard quantity.exactValue != nil, !quantity.isPart else { return false }
    switch quantity.kind {
    case .date, .time, .rank, .ratio: return false
    default: return true
    }
  }

  /// The number of an operand, its sign apart.
  fileprivate func operandValue(_ index: Int) -> DecimalNumber? {
    guard let value = quantity(index).exactValue else { return nil }
    return value.magnitude
  }

  fileprivate func operandIntervals(_ index: Int) -> TwoIntervals? {
    guard let intervals = intervals(index), let value = quantity(index).exactValue else {
      return nil
    }
    if value.normalized.exponent >= 0, value.magnitude < DecimalNumber(1000),
      quantity(index).qualifier == .exact
    {
      let exact = Interval(value.magnitude)
      return (exact, exact)
    }
    return (intervals.strict.magnitude, intervals.lenient.magnitude)
  }

  /// A result below nought has its sign: "254 − 332 = −78".
  fileprivate func resultIntervals(_ index: Int) -> TwoIntervals? {
    let quantity = quantity(index)
    guard let known = operandIntervals(index), let value = quantity.exactValue, value.isNegative
    else { return operandIntervals(index) }
    return (known.strict.negated, known.lenient.negated)
  }

  fileprivate func shownOperand(_ index: Int) -> String {
    operandValue(index).map { Sum.plain($0) } ?? operand("", index).text
  }

  /// What stands between a figure and the one before it.
  fileprivate func operation(before index: Int, isOpen: Bool) -> WrittenSum.Operation? {
    let second = quantity(index)
    let start = text.end(of: quantity(index - 1))
    var gap = Array(start..<max(start, second.tokens.lowerBound))
    if isOpen, let first = gap.first, text.mark(first) == UInt8(ascii: ")") { gap.removeFirst() }
    if gap.isEmpty {
      // "20 minus 7" is read as 20 and −7, "212,000 times £3.10" as 212,000 times.
      if second.exactValue?.isNegative == true { return .minus }
      return text.lower(start - 1) == "times" ? .times : nil
    }
    let words = gap.map {
      text.isWord($0) ? text.lower($0) : text.words.text[text.words.tokens[$0].range]
    }
    switch words {
    case ["+"], ["plus"]: return .plus
    case ["-"], ["–"], ["−"], ["minus"], ["less"]: return isSpaced(gap[0]) ? .minus : nil
    case ["×"], ["x"], ["*"], ["times"], ["multiplied", "by"]: return .times
    case ["/"], ["÷"], ["divided", "by"], ["over"]: return .over
    default: return nil
    }
  }

  /// Whether blanks or brackets part a sign from the figures: "31-24" is a score.
  private func isSpaced(_ token: Int) -> Bool {
    text.isWord(token) || !text.words.tokens[token].shape.contains(.isJoined)
      || text.mark(token - 2) == UInt8(ascii: "(")
  }

  /// Whether a result stands behind "=" or "equals", or behind words that also mean other things; nil
  /// where it is none.
  fileprivate func isResult(_ index: Int) -> Bool? {
    let start = text.end(of: quantity(index - 1))
    var gap = Array(start..<max(start, quantity(index).tokens.lowerBound))
    if let first = gap.first, text.mark(first) == UInt8(ascii: ")") { gap.removeFirst() }
    while let last = gap.last, text.isAny(last, of: approximations), gap.count > 1 {
      gap.removeLast()
    }
    if gap.count == 1, !text.isWord(gap[0]) {
      return ["=", "≈"].contains(text.words.text[text.words.tokens[gap[0]].range]) ? true : nil
    }
    let words = gap.map { text.isWord($0) ? text.lower($0) : "" }
    return resultWords.first { $0.words == words }?.isPlain
  }

  /// Whether nothing goes on behind a result that makes it another: "= 20 × 3".
  fileprivate func isClosed(_ index: Int) -> Bool {
    let end = text.end(of: quantity(index))
    guard end < text.words.tokens.count, !text.isWord(end) else { return true }
    return !["+", "×", "*", "/", "÷", "-", "−"].contains(
      text.words.text[text.words.tokens[end].range])
  }
}
