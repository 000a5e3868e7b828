// "The steepest fall was in X", "X had the most goals", "only X fell". Part of `table-cell`.

/// What a superlative ranks the rows by.
private enum Measure {
  /// The cells of a column.
  case column(Int)
  /// The change between the last two times: in parts of the older, or as an amount.
  case change(isRelative: Bool)
  /// How far one column is ahead of another; by how much they differ, whichever is ahead.
  case lead(Int, Int)
  case distance(Int, Int)
}

/// A superlative of a sentence.
private struct Superlative {
  let token: Int
  /// True for the largest, nil where the word does not say which end is meant: "best".
  let isMost: Bool?
  /// 1 is the first; 2 in "the second largest".
  let rank: Int
  /// The tokens of the noun behind it.
  let noun: Range<Int>
}

private let mostStems = Stem.set(
  "most highest largest biggest greatest busiest heaviest dearest longest")
private let leastStems = Stem.set("least lowest smallest fewest cheapest lightest shortest")
private let openStems = Stem.set("best strongest top worst weakest poorest")
private let steepStems = Stem.set(
  "steepest sharpest fastest quickest strongest largest biggest greatest")
private let marginStems = Stem.set("margin lead majority gap")

/// What the rows are ranked by, where an adjective says so: words of headings, and which end is meant.
private let adjectives: [(words: String, headings: String, isMost: Bool)] = [
  ("fullest", "full", true), ("emptiest", "full", false),
  ("longest", "km kilometres mi miles length distance long duration metres", true),
  ("shortest", "km kilometres mi miles length distance long duration metres", false),
  ("oldest", "age", true), ("youngest", "age", false),
  ("tallest", "height", true), ("highest", "height elevation altitude", true),
  ("hottest warmest", "temperature temp °c max high", true),
  ("coldest coolest", "temperature temp °c min low", false),
  ("wettest", "rain rainfall precipitation mm", true),
  ("driest", "rain rainfall precipitation mm", false), ("sunniest", "sun sunshine", true),
  ("heaviest", "weight kg tonnes", true), ("lightest", "weight kg tonnes", false),
  ("dearest priciest costliest", "price cost rent fee fare rate charge", true),
  ("cheapest", "price cost rent fee fare rate charge", false),
  ("richest", "income wealth gdp", true), ("poorest", "income wealth gdp", false),
  ("deepest", "depth deep", true), ("shallowest", "depth deep", false),
  ("hilliest", "climb climbing ascent", true), ("flattest", "climb climbing ascent", false),
]
private let adjectiveRows: [WordKey: (headings: Set<WordKey>, isMost: Bool)] = {
  var rows: [WordKey: (headings: Set<WordKey>, isMost: Bool)] = [:]
  for row in adjectives {
    for word in Stem.keys(row.words) { rows[word] = (Stem.set(row.headings), row.isMost) }
  }
  return rows
}()

let growStems = Stem.set(
  "rise increase gain growth improvement jump growing climb rising improving increasing improved")
let fallStems = Stem.set(
  "fall drop decline decrease reduction falling shrinking declining slump plunge dropping cut loss")
private let relativeStems = Stem.set("proportionate percentage relative proportional percent")
private let absoluteStems = Stem.set("absolute outright")
private let generalStems = Stem.set(
  "share number total figure source contributor rate line part portion score result segment category "
    + "item place list cohort group value amount section performer")
let narrowing = Stem.set(
  """
  since ever record yet history decade years far season never no not previous last half quarter if
  would could may per one among nearly almost joint its their his her expected forecast
  perhaps probably arguably
  """)
private let places: [(word: String, rank: Int)] = [
  ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5),
]

extension TableProse {
  func relateSuperlatives(
    _ sentence: Int, _ tokens: Range<Int>, _ named: [RowMention]
  ) -> [Relation] {
    guard let first = named.first else { return [] }
    let model = index.models[first.table]
    guard model.items.count >= 3, model.timeline.isEmpty,
      text.mark(tokens.upperBound - 1) != UInt8(ascii: "?")
    else { return [] }
    if let only = relateOnly(tokens, named, model) { return [only] }
    return tokens.compactMap { token -> Relation? in
      guard let saying = superlative(at: token, within: tokens, model) else { return nil }
      return relate(saying, tokens, named, model, sentence)
    }
  }

  // MARK: Reading

  private func superlative(
    at token: Int, within tokens: Range<Int>, _ model: TableModel
  ) -> Superlative? {
    var key = stem(token)
    var rank = 1
    if stems.heads[token] != key, let place = rankOf(stems.heads[token]) {
      // "the second-longest stage"
      rank = place
      key = hyphenTail(token).first ?? key
    }
    let adjective = adjectiveRows[key]
    let isMost = adjective?.isMost ?? mostStems.contains(key)
    let isKnown = adjective != nil || isMost || leastStems.contains(key)
    guard
      isKnown || openStems.contains(key) || steepStems.contains(key)
        || isHyphenated(token)
    else { return nil }
    let before = token - 1
    var article = before
    if rank == 1, let place = rankOf(before) {
      rank = place
      article = before - 1
    }
    guard article >= tokens.lowerBound,
      text.lower(article) == "the"
        || ownStems.contains(stem(article)) && marginStems.contains(stem(token + 1)),
      !(max(tokens.lowerBound, article - 3)..<article).contains(where: {
        oneOfStems.contains(stem($0))
      })
    else { return nil }
    var end = token + 1
    while end < tokens.upperBound, end - token <= 4, text.isWord(end),
      cue(end).isDisjoint(with: [.level, .preposition, .of, .at, .by, .to, .from, .compare]),
      !cue(end).contains(.contrast), text.lower(end) != "and", !comingStems.contains(stem(end))
    {
      end += 1
    }
    return Superlative(
      token: token, isMost: isKnown ? isMost : steepStems.contains(key) ? true : nil, rank: rank,
      noun: token + 1..<end)
  }

  private func rankOf(_ index: Int) -> Int? { rankOf(stem(index)) }

  private func rankOf(_ key: WordKey) -> Int? { placeRanks[key] }

  /// "fastest-growing", "most-improved".
  private func isHyphenated(_ token: Int) -> Bool {
    steepStems.contains(stems.heads[token]) && stems.heads[token] != stem(token)
  }

  // MARK: Judging

  private func relate(
    _ saying: Superlative, _ tokens: Range<Int>, _ named: [RowMention], _ model: TableModel,
    _ sentence: Int
  ) -> Relation? {
    let whole = clauseAround(saying.token, tokens, named)
    guard let mention = subject(of: saying, whole, named) else { return nil }
    let clause = upToComma(whole, behind: max(saying.noun.upperBound, mention.tokens.upperBound))
    guard
      !clause.contains(where: {
        isNarrowing($0, model) && !isMeasured($0, saying) && $0 != saying.token - 1
      }),
      scopeFits(clause, saying, model), !isDenied(clause)
    else { return nil }
    let measures = measures(of: saying, clause, mention, model, sentence)
    guard !measures.isEmpty else { return nil }
    let judged = measures.compactMap { judge($0, saying, mention, model) }
    guard let best = judged.first(where: \.holds) ?? judged.first else { return nil }
    // Where several columns can be meant, one that fits is enough.
    guard best.holds || judged.count == measures.count else { return nil }
    return relation(best, saying, mention, model, isSure: measures.count == 1)
  }

  /// The stretch between marks and words that join clauses: "and" before another row is one.
  private func clauseAround(
    _ token: Int, _ tokens: Range<Int>, _ named: [RowMention]
  ) -> Range<Int> {
    func isEdge(_ index: Int) -> Bool {
      let mark = text.mark(index)
      if mark == UInt8(ascii: ";") || mark == UInt8(ascii: ":")
        || turningStems.contains(stem(index))
      {
        return true
      }
      guard text.lower(index) == "and" else { return false }
      return named.contains { (index + 1...index + 2).contains($0.tokens.lowerBound) }
        && !named.contains { $0.tokens.upperBound == index }
    }
    var (low, high) = (token, token + 1)
    while low > tokens.lowerBound, !isEdge(low - 1) { low -= 1 }
    while high < tokens.upperBound, !isEdge(high) { high += 1 }
    return low..<high
  }

  private func upToComma(_ clause: Range<Int>, behind place: Int) -> Range<Int> {
    var end = place
    while end < clause.upperBound, text.mark(end) != UInt8(ascii: ","), text.lower(end) != "and" {
      end += 1
    }
    return clause.lowerBound..<max(clause.lowerBound, end)
  }

  /// "since", "in years": but "among the named specialties" are the table's rows.
  private func isNarrowing(_ index: Int, _ model: TableModel) -> Bool {
    guard narrowing.contains(stem(index)) else { return false }
    guard text.lower(index) == "among" else { return true }
    return !(index + 1...index + 4).contains { model.kinds.contains(stem($0)) }
  }

  /// A word that narrows ("last") may be one of the measure itself.
  private func isMeasured(_ index: Int, _ saying: Superlative) -> Bool {
    index == saying.token || saying.noun.contains(index)
  }

  func isDenied(_ clause: Range<Int>) -> Bool {
    clause.contains { cue($0).contains(.negation) }
  }

  /// The row that the superlative is said of: the only one of the clause, joined to it by few words.
  private func subject(
    of saying: Superlative, _ clause: Range<Int>, _ named: [RowMention]
  ) -> RowMention? {
    let here = named.filter { clause.contains($0.tokens.lowerBound) }
    let before = here.filter { $0.tokens.upperBound <= saying.token }
    let near = upToComma(clause, behind: saying.noun.upperBound)
    let behind = here.filter {
      saying.noun.upperBound <= $0.tokens.lowerBound && near.contains($0.tokens.lowerBound)
    }
    guard Set((before + behind).map(\.row)).count == 1, let mention = before.last ?? behind.first
    else { return nil }
    let (low, high) =
      mention.tokens.lowerBound < saying.token
      ? (behindAside(mention.tokens.upperBound, before: saying.token), saying.token)
      : (saying.noun.upperBound, mention.tokens.lowerBound)
    guard low <= high, high - low <= longestJoint else { return nil }
    let between = low..<high
    if mention.tokens.lowerBound > saying.token {
      // "The steepest fall was in X": a verb of being, and a place.
      guard between.contains(where: { cue($0).contains(.level) || isComing($0) }),
        (between.lowerBound..<between.upperBound).allSatisfy({ text.mark($0) == 0 })
      else { return nil }
    } else {
      // "X was the largest", "X had the most", "X provided 3.0 TWh, the least".
      let isElliptic = between.allSatisfy { cue($0).contains(.determiner) || rankOf($0) != nil }
      guard between.contains(where: { isSaying($0) }) || isElliptic,
        !between.contains(where: { cue($0).contains(.relative) })
      else { return nil }
    }
    return mention
  }

  /// "Steenkop, which lies in a rain shadow, is": the token behind an aside that begins at one.
  func behindAside(_ start: Int, before limit: Int) -> Int {
    guard text.mark(start) == UInt8(ascii: ","), start + 1 < limit,
      cue(start + 1).contains(.relative) || cue(start + 1).contains(.determiner)
    else { return start }
    let end = (start + 2..<min(limit, start + longestAside)).last {
      text.mark($0) == UInt8(ascii: ",")
    }
    return end.map { $0 + 1 } ?? start
  }

  private func isComing(_ index: Int) -> Bool { comingStems.contains(stem(index)) }

  private func isSaying(_ index: Int) -> Bool {
    cue(index).contains(.level) || cue(index).contains(.verb)
      || savingStems.contains(stem(index))
  }

  /// "of the four routes": the rows must be so many; "in the country" is another scope.
  private func scopeFits(_ clause: Range<Int>, _ saying: Superlative, _ model: TableModel) -> Bool {
    var index = saying.noun.upperBound
    guard index < clause.upperBound else { return true }
    if cue(index).contains(.of) {
      let next = cue(index + 1).contains(.determiner) ? index + 2 : index + 1
      if let number = reader.quantities(inSentence: sentence(at: index)).first(where: {
        reader.quantity($0).tokens.contains(next)
      }) {
        return rowCounts(model).contains { reader.plainValue(number) == DecimalNumber($0) }
      }
      return (index + 1..<min(clause.upperBound, index + 4)).contains {
        model.kinds.contains(stem($0)) || text.lower($0) == "all" || text.lower($0) == "any"
          || generalStems.contains(stem($0)) || model.lead.contains(stem($0))
          || wholeStems.contains(stem($0)) && model.table.rows.contains(where: \.isTotal)
      }
    }
    // "in Europe", "on the planet"; "in the table" is this one, and a place may be the row.
    while index < clause.upperBound, index - saying.noun.upperBound < 2 {
      if cue(index).contains(.level) || isComing(index) { return true }
      if text.lower(index) == "in" || text.lower(index) == "on" || text.lower(index) == "for" {
        return text.lower(index + 2) == "table" || text.lower(index + 1) == "absolute"
          || text.lower(index + 1) == "percentage" || text.lower(index + 1) == "proportionate"
          || text.lower(index + 1) == "relative"
          || text.lower(index + 2) == "division" || text.lower(index + 2) == "league"
          || model.kinds.contains(stem(min(index + 2, stems.keys.count - 1)))
      }
      index += 1
    }
    return true
  }

  /// How many rows the table has, with and without those of what is left over.
  func rowCounts(_ model: TableModel) -> [Int] {
    let named = model.items.count { !RowIndex.isRest(model.table.rows[$0].label) }
    return named == model.items.count ? [named] : [named, model.items.count]
  }

  private func sentence(at token: Int) -> Int {
    let sentences = reader.analysis.words.sentences
    return sentences.partitioningIndex { $0.tokens.upperBound > token }
  }

  // MARK: Measures

  private func measures(
    of saying: Superlative, _ clause: Range<Int>, _ mention: RowMention, _ model: TableModel,
    _ sentence: Int
  ) -> [Measure] {
    let noun = Array(saying.noun).flatMap { [stem($0)] } + [stem(saying.token)]
    let tail = hyphenTail(saying.token)
    let words = Set(noun + tail)
    if !words.isDisjoint(with: growStems) || !words.isDisjoint(with: fallStems) {
      guard model.onlySeries != nil else { return [] }
      let isRelative = clause.contains { relativeStems.contains(stem($0)) }
      let isAbsolute = clause.contains { absoluteStems.contains(stem($0)) }
      if isRelative, !isAbsolute { return [.change(isRelative: true)] }
      if isAbsolute, !isRelative { return [.change(isRelative: false)] }
      return [.change(isRelative: true), .change(isRelative: false)]
    }
    let numeric = model.numeric(mention.row)
    if saying.noun.contains(where: { marginStems.contains(stem($0)) }) {
      return leads(numeric, model)
    }
    if let adjective = adjectiveRows[hyphenTail(saying.token).first ?? stem(saying.token)] {
      let columns = numeric.filter { !model.columns[$0].stems.isDisjoint(with: adjective.headings) }
      if !columns.isEmpty { return columns.map { .column($0) } }
      guard mostStems.contains(stem(saying.token)) || leastStems.contains(stem(saying.token)) else {
        return []
      }
    }
    let named = numeric.filter { column in
      model.columns[column].readings.contains { reading in
        reading.allSatisfy { word in saying.noun.contains { stem($0) == word } }
      }
    }
    if !named.isEmpty { return named.map { .column($0) } }
    if saying.noun.contains(where: { rateStems.contains(stem($0)) }) {
      let rates = numeric.filter { model.columns[$0].isPercent && !model.columns[$0].isChange }
      if !rates.isEmpty { return rates.map { .column($0) } }
    }
    // "the largest cohort, with 231 pupils": the figure tells the column.
    let told = numbers(in: clauseOfFigure(clause, tokens: sentence), of: sentence)
    if let number = told.first, told.count == 1 {
      let row = model.table.rows[mention.row]
      let columns = numeric.filter {
        isSameKind(number, row.cells[$0], $0, model) && fits(number, row.cells[$0])
      }
      if columns.count == 1 { return [.column(columns[0])] }
    }
    guard isOfTable(saying, clause, model) else { return [] }
    return numeric.filter { !model.columns[$0].isChange }.map { .column($0) }
  }

  /// "her biggest margin": between the two columns that have the most.
  private func leads(_ columns: [Int], _ model: TableModel) -> [Measure] {
    let rivals = columns.filter {
      let column = model.columns[$0]
      return !column.isChange && !column.isPercent && column.time == nil
        && !column.stems.contains(totalStem)
    }
    func sum(_ column: Int) -> DecimalNumber {
      model.items.reduce(DecimalNumber.zero) { sum, row in
        let cells = model.table.rows[row].cells
        let value = cells.indices.contains(column) ? cells[column].value : nil
        return value.flatMap { DecimalNumber.adding(sum, $0) } ?? sum
      }
    }
    let sums = rivals.map { (column: $0, sum: sum($0)) }.sorted { $1.sum < $0.sum }
    guard sums.count >= 2 else { return [] }
    let (first, second) = (sums[0].column, sums[1].column)
    return [.lead(first, second), .lead(second, first), .distance(first, second)]
  }

  /// A clause and what a comma and "with" join to it.
  private func clauseOfFigure(_ clause: Range<Int>, tokens sentence: Int) -> Range<Int> {
    let end = reader.analysis.words.sentences[sentence].tokens.upperBound
    guard text.mark(clause.upperBound) == UInt8(ascii: ","),
      ["with", "at"].contains(text.lower(clause.upperBound + 1))
    else { return clause }
    return clause.lowerBound..<min(end, clause.upperBound + 5)
  }

  private func hyphenTail(_ token: Int) -> [WordKey] {
    guard stems.heads[token] != stem(token) else { return [] }
    let word = text.lower(token)
    return word.utf8.split(separator: UInt8(ascii: "-")).last.map {
      [Stem.key(String(decoding: $0, as: UTF8.self))]
    } ?? []
  }

  /// Whether the noun is one of the table's, or says nothing of its own.
  private func isOfTable(_ saying: Superlative, _ clause: Range<Int>, _ model: TableModel) -> Bool {
    guard let last = saying.noun.last else {
      // "the largest of the four routes", "3.0 TWh, the least".
      return saying.noun.upperBound >= clause.upperBound
        || cue(saying.noun.upperBound).contains(.of)
        || text.mark(saying.noun.upperBound) != 0
    }
    let key = stem(last)
    return generalStems.contains(key) || model.kinds.contains(key) || model.lead.contains(key)
      || model.columns.contains { $0.stems.contains(key) }
  }

  // MARK: Ranking

  private struct Ranked {
    let holds: Bool
    let own: DecimalNumber
    let extreme: DecimalNumber
    let best: Int
    let measure: Measure
  }

  private func judge(
    _ measure: Measure, _ saying: Superlative, _ mention: RowMention, _ model: TableModel
  ) -> Ranked? {
    let items = model.section(of: mention.row)
      .filter { !RowIndex.isRest(model.table.rows[$0].label) }
    var values: [(row: Int, value: DecimalNumber)] = items.compactMap { row in
      value(of: row, measure, model).map { (row, $0) }
    }
    guard values.count >= 3, values.count == items.count,
      let own = values.first(where: { $0.row == mention.row })?.value
    else { return nil }
    let isFall = isFall(saying)
    if case .change = measure, let isFall {
      values = values.map { ($0.row, isFall ? $0.value.negated : $0.value) }
    }
    let mine = isFall == true ? own.negated : own
    let isMost: [Bool] =
      {
        if case .change = measure {
          return [true]
        } else {
          return saying.isMost.map { [$0] } ?? [true, false]
        }
      }()
    for most in isMost {
      let sorted = values.sorted { most ? $1.value < $0.value : $0.value < $1.value }
      guard sorted.count >= saying.rank else { return nil }
      let wanted = sorted[saying.rank - 1]
      if wanted.value == mine || mine == sorted[saying.rank - 1].value {
        return Ranked(
          holds: true, own: own, extreme: own, best: mention.row, measure: measure)
      }
    }
    let most = isMost[0]
    let sorted = values.sorted { most ? $1.value < $0.value : $0.value < $1.value }
    let wanted = sorted[saying.rank - 1]
    let shown = isFall == true ? wanted.value.negated : wanted.value
    return Ranked(holds: false, own: own, extreme: shown, best: wanted.row, measure: measure)
  }

  private func isFall(_ saying: Superlative) -> Bool? {
    let words = Set(saying.noun.map { stem($0) } + hyphenTail(saying.token))
    if !words.isDisjoint(with: fallStems) { return true }
    return words.isDisjoint(with: growStems) ? nil : false
  }

  private func value(of row: Int, _ measure: Measure, _ model: TableModel) -> DecimalNumber? {
    switch measure {
    case .column(let column):
      let cells = model.table.rows[row].cells
      return cells.indices.contains(column) ? cells[column].value : nil
    case .change(let isRelative):
      guard let pair = model.latestPair(ofRow: row), let a = pair.from.value, let b = pair.to.value
      else { return nil }
      guard isRelative else { return DecimalNumber.subtracting(b, a) }
      guard !a.isZero, !a.isNegative else { return nil }
      return percentChange(from: Interval(a), to: Interval(b))?.low
    case .lead(let first, let second): return lead(first, second, ofRow: row, model)
    case .distance(let first, let second):
      return lead(first, second, ofRow: row, model)?.magnitude
    }
  }

  private func lead(
    _ first: Int, _ second: Int, ofRow row: Int, _ model: TableModel
  ) -> DecimalNumber? {
    let cells = model.table.rows[row].cells
    guard cells.indices.contains(max(first, second)), let a = cells[first].value,
      let b = cells[second].value
    else { return nil }
    return DecimalNumber.subtracting(a, b)
  }

  private func relation(
    _ ranked: Ranked, _ saying: Superlative, _ mention: RowMention, _ model: TableModel,
    isSure: Bool
  ) -> Relation {
    let tokens = reader.analysis.words.tokens
    let last = max(saying.token, saying.noun.upperBound - 1)
    let words = tokens[saying.rank > 1 ? saying.token - 1 : saying.token].range
      .union(tokens[last].range)
    let word = reader.operand("superlative", words: words)
    let (label, best) = (model.table.rows[mention.row].label, model.table.rows[ranked.best].label)
    let place: String
    let unit: String
    var operands = [word]
    switch ranked.measure {
    case .column(let column):
      place = heading(column, model)
      unit = ""
      operands.append(cellOperand(model.table.rows[mention.row].cells[column]))
      if !ranked.holds {
        operands.append(cellOperand(model.table.rows[ranked.best].cells[column], "extreme"))
      }
    case .lead(let first, let second), .distance(let first, let second):
      place = "\(heading(first, model)) − \(heading(second, model))"
      unit = ""
      for row in ranked.holds ? [mention.row] : [mention.row, ranked.best] {
        let cells = model.table.rows[row].cells
        operands += [cellOperand(cells[first]), cellOperand(cells[second])]
      }
    case .change(let isRelative):
      place = "change"
      unit = isRelative ? " %" : ""
      for (row, role) in [(mention.row, "cell"), (ranked.best, "extreme")] {
        guard let pair = model.latestPair(ofRow: row), role == "cell" || !ranked.holds else {
          continue
        }
        operands += [cellOperand(pair.from, role), cellOperand(pair.to, role)]
      }
    }
    func shown(_ number: DecimalNumber) -> String {
      unit.isEmpty ? Sum.plain(number) : Sum.rounded(number, places: 1) + unit
    }
    return Relation(
      check: Check.tableCell.id, operands: operands,
      formula: "\(word.text)(\(place)) = \(shown(ranked.extreme))",
      computed: Interval(ranked.extreme), stated: Interval(ranked.own),
      verdict: ranked.holds ? .consistent : verdict(isSure: isSure && mention.isWhole),
      explanation: "“\(label)” has \(shown(ranked.own)) under “\(place)”, the \(word.text) is "
        + "\(shown(ranked.extreme)) (“\(best)”)",
      notes: ranked.holds
        ? [] : ["the sentence names one row, and the superlative is said of it"])
  }
}

private let rateStems = Stem.set("rate percentage proportion")
private let placeRanks: [WordKey: Int] = Dictionary(
  uniqueKeysWithValues: places.map { (Stem.key($0.word), $0.rank) })
private let ownStems = Stem.set("her his its their")
private let totalStem = Stem.key("total")
/// The longest aside between a row and what is said of it, in tokens.
private let longestAside = 18

/// How many tokens may stand between a superlative and the row that it is said of.
private let longestJoint = 9

private let turningStems = Stem.set("while whilst but whereas although though yet")
private let oneOfStems = Stem.set(
  "one among not nearly almost joint of its their his her at than next")
private let comingStems = Stem.set("came come went go belonged belong fell")
private let savingStems = Stem.set(
  "has have had took take takes make made makes provide provided produce produced saw see post posted "
    + "show showed record recorded remain remained stay stayed score scored won win remain become became "
    + "keep kept enjoy suffered suffer drew draw")
