// A rate, a count and their product, over sentences and paragraphs: "34 shelters … 1,190 beds, an average
// of 35 a house", "612,000 meals at £2.50 each, at a cost of £1.53m", "640 growers … 150,000 crowns each".

/// Words before a figure that make it what the ones before it come to.
private let results = WordSet(
  """
  makes making make comes come came amounts amounted brings brought bringing bring totals totalled
  totaled totalling totaling costs cost costing yields yielded yielding raises raised raising means
  meaning saves saved saving earns earned save adds add worth or
  """)
/// "a bill of", "at a cost of".
private let sums = WordSet("total bill cost sum revenue income value price outlay bonus saving")
private let equals = WordSet("is was makes means")
private let linking = WordSet(
  "to in about some nearly almost roughly around just of a an the at is for over up it them")
private let gathering = WordSet("all total altogether together told")
private let people: Set<Substring> = ["head", "person", "capita"]
private let peoples: Set<Substring> = [
  "person", "people", "resident", "inhabitant", "passenger", "visitor", "guest", "citizen",
]

private let kilos: Set<Substring> = ["kilo", "kilogram", "kg"]
private let prefixes = [("kilo", 3), ("mega", 6), ("giga", 9), ("tera", 12)]

/// How far behind the size of a group "in all" may stand, in tokens.
private let groupReach = 10

/// How far before a result the word that leads to it may stand, in tokens.
private let resultReach = 4

/// What a rate may be multiplied by.
private struct RateCount {
  let index: Int
  let tie: Tie
  /// How many of what the rate is per, one of it is.
  var scale = 1

  /// How the words tie it to the rate: it stands nearby; the sentence names it; the rate is per one of it.
  enum Tie: Int {
    case near
    case hinted
    case named
  }
}

/// How many figures back a count may stand that the words name.
private let farthestCount = 300

/// A count and a total that a rate may lead from and to, with how sure the words are of the count.
private struct Triangle {
  let rate: Int
  let total: Int
  let count: RateCount
  let reading: AverageReading
  /// Whether the total is the stated figure; the rate otherwise.
  let givesTotal: Bool
}

extension PartReader {
  /// Rates with counts and totals of their own paragraph and those before; what was judged already
  /// left out.
  func relateTriangles(judged: [Relation]) -> [Relation] {
    let known = Set(judged.flatMap { $0.operands.compactMap(\.claim) })
    var found: [Relation] = []
    for (place, sentence) in sentences.enumerated() {
      for rate in sentence where !known.contains(rate) && isMeasured(rate) {
        guard let nouns = rateNouns(rate) else { continue }
        if let relation = relateTriangle(rate, nouns, place) { found.append(relation) }
      }
    }
    return found
  }

  /// What a figure is a rate per: "bed" in "35 a bed"; nothing for "each" and averages; nil for no rate.
  private func rateNouns(_ rate: Int) -> [Substring]? {
    let quantity = quantity(rate)
    var nouns: [Substring] = []
    let per = perUnit(quantity)
    if !per.isEmpty { nouns.append(per) }
    let end = text.end(of: quantity)
    if let noun = nounBehind(end) { nouns.append(noun) }
    if !nouns.isEmpty || isRate(rate) { return nouns }
    let start = quantity.tokens.lowerBound
    let isAverage = (max(0, start - 4)..<start).contains { text.isAny($0, of: averaging) }
    return isAverage || isGroup(rate) ? [] : nil
  }

  /// "four ships with crews of 45": so many to each of what was counted right before.
  private func isGroup(_ rate: Int) -> Bool {
    let start = quantity(rate).tokens.lowerBound
    guard text.cue(start - 1).contains(.of), text.isWord(start - 2), rate > 0,
      text.lower(start - 2).hasSuffix("s"), quantity(rate - 1).kind == .count,
      quantity(rate - 1).sentence == quantity(rate).sentence
    else { return false }
    let gap = gap(rate - 1, rate)
    let end = text.end(of: quantity(rate))
    return gap.count <= 3 && gap.allSatisfy { text.isWord($0) }
      && text.holds(end..<end + groupReach, anyOf: gathering)
  }

  /// "a bed", "per donor", "to every employee", "for each of".
  private func nounBehind(_ end: Int) -> Substring? {
    var index = end
    if text.isAny(index, of: toward) {
      index += 1
      let isTo = text.lower(index - 1) == "to" && ["a", "an"].contains(text.lower(index))
      guard isTo || ["every", "each"].contains(text.lower(index)) else { return nil }
    }
    guard ["a", "an", "per", "every", "each"].contains(text.lower(index)), text.isWord(index + 1),
      text.cue(index + 1).isDisjoint(with: [.of, .and, .or, .preposition, .auxiliary, .determiner])
    else { return nil }
    return Substring(text.lower(index + 1))
  }

  // MARK: Readings

  private func relateTriangle(_ rate: Int, _ nouns: [Substring], _ place: Int) -> Relation? {
    let counts = counts(for: rate, nouns, place)
    guard !counts.isEmpty else { return nil }
    var triangles: [Triangle] = []
    for total in totals(of: rate, place) {
      for count in counts where count.index != total {
        if let triangle = triangle(rate, total, count) { triangles.append(triangle) }
      }
    }
    let fits = triangles.filter { $0.reading.verdict == .consistent }
    let sure = sureTriangle(triangles)
    if sure?.reading.verdict == .consistent { return sure.flatMap { relation($0) } }
    if let told = fits.first(where: { isTelling($0, readings: triangles.count) }) {
      return relation(told)
    }
    guard fits.isEmpty, let wrong = sure ?? misprinted(triangles),
      !isGuarded(wrong.rate) || quantity(wrong.rate).kind == .money, !isGuarded(wrong.total)
    else { return nil }
    return relation(wrong)
  }

  private func relation(_ triangle: Triangle) -> Relation? {
    triangle.givesTotal
      ? totalRelation(triangle.total, triangle.rate, triangle.reading)
      : averageRelation(triangle.rate, triangle.reading)
  }

  private func triangle(_ rate: Int, _ total: Int, _ count: RateCount) -> Triangle? {
    let givesTotal = total > rate
    let reading =
      givesTotal
      ? readTotal(total, rate, count.index, times: count.scale)
      : readAverage(rate, total, count.index, times: count.scale)
    return reading.map {
      Triangle(rate: rate, total: total, count: count, reading: $0, givesTotal: givesTotal)
    }
  }

  /// What the rate measures, of all: in its sentence, in the one before and in the next.
  private func totals(of rate: Int, _ place: Int) -> [Int] {
    let here = sentences[place]
    let number = quantity(rate).sentence
    var range = here
    if place > 0, isNext(sentences[place - 1], to: number - 1, as: rate) {
      range = sentences[place - 1].lowerBound..<range.upperBound
    }
    if place + 1 < sentences.count, isNext(sentences[place + 1], to: number + 1, as: rate) {
      range = range.lowerBound..<sentences[place + 1].upperBound
    }
    return range.filter {
      $0 != rate && isMeasured($0) && !isRate($0) && isTotalOf($0, rate)
    }
  }

  private func isNext(_ sentence: Range<Int>, to number: Int, as rate: Int) -> Bool {
    guard let first = sentence.first else { return false }
    return quantity(first).sentence == number && block(of: first) == block(of: rate)
  }

  private func isTotalOf(_ total: Int, _ rate: Int) -> Bool {
    let (whole, part) = (quantity(total), quantity(rate))
    if isTotal(total, of: rate) {
      guard part.unit.dimension == .count, whole.unit.dimension == .count else { return true }
      return lastWord(of: String(part.unit.baseName)) == lastWord(of: whole.unit.name)
    }
    // "5,120 hectares, an average of eight per grower"
    if part.kind == .rate, part.unit.baseName == "count" { return whole.kind == .measure }
    // "164 million … an average of €200,000": the scale is said, the currency is not.
    return part.kind == .money && whole.kind == .count && whole.unit.dimension == .none
      && isScaled(whole) && roughValue(total).map { DecimalNumber(1000) <= $0 } ?? false
  }

  /// Counts that the rate's noun names, or else its sentence, as far back as the text goes on; any of
  /// the sentence and the one before only where it names none. The nearest come first.
  private func counts(for rate: Int, _ nouns: [Substring], _ place: Int) -> [RateCount] {
    let sentence = sentences[place]
    let number = quantity(rate).sentence
    var counts: [RateCount] = []
    func add(_ index: Int) {
      guard isCount(index, of: rate) else { return }
      if let scale = nouns.lazy.compactMap({ self.scale(of: index, per: $0) }).first {
        counts.append(RateCount(index: index, tie: .named, scale: scale))
      } else if !sentence.contains(index), isNamed(index, inSentenceOf: rate) {
        counts.append(RateCount(index: index, tie: .hinted))
      } else if quantity(index).kind == .count,
        sentence.contains(index) || quantity(index).sentence + 1 == number
      {
        counts.append(RateCount(index: index, tie: .near))
      }
    }
    for index in sentence.lowerBound..<rate { add(index) }
    counts.reverse()
    for index in sentence where index > rate { add(index) }
    for index in stride(
      from: sentence.lowerBound - 1, through: max(0, sentence.lowerBound - farthestCount), by: -1)
    { add(index) }
    guard counts.contains(where: { $0.tie == .named }) else { return counts }
    // "450 of its 5,000 jobs": the part counts jobs too.
    return counts.filter { count in
      count.tie == .named
        || (analysis.claims[count.index].role == .part
          && counts.contains { $0.tie == .named && $0.index == count.index + 1 })
    }
  }

  private func isCount(_ index: Int, of rate: Int) -> Bool {
    let quantity = quantity(index)
    guard index != rate, isMeasured(index), !isThingRate(index), let value = roughValue(index),
      DecimalNumber(1) < value
    else { return false }
    switch quantity.kind {
    case .count, .measure, .duration: return true
    case .rate: return quantity.unit.baseName != "count"
    default: return false
    }
  }

  /// How many of what a rate is per, one of a count is; nil where it counts something else.
  private func scale(of count: Int, per noun: Substring) -> Int? {
    let unit = quantity(count).unit
    let name = unit.baseName
    let last = lastWord(of: String(name))
    if name == noun || last == noun { return 1 }
    if people.contains(noun), peoples.contains(last) { return 1 }
    guard quantity(count).kind == .measure || quantity(count).kind == .rate,
      let one = power(of: noun), let other = power(of: name), one.base == other.base,
      one.power < other.power
    else { return nil }
    return (one.power..<other.power).reduce(1) { scale, _ in scale * 10 }
  }

  /// A measure as a power of ten of what it is built from: 6 watt hours for "megawatt hour".
  private func power(of name: Substring) -> (base: Substring, power: Int)? {
    if kilos.contains(name) { return ("gram", 3) }
    if name == "metric ton" { return ("gram", 6) }
    for (prefix, power) in prefixes where name.hasPrefix(prefix) {
      return (name.dropFirst(prefix.utf8.count), power)
    }
    return nil
  }

  // MARK: Verdicts

  private func isTelling(_ triangle: Triangle, readings: Int) -> Bool {
    let stated = triangle.givesTotal ? triangle.total : triangle.rate
    // "1,648 volunteers, four to every employee"
    if triangle.count.tie == .named, isResult(triangle) { return true }
    guard let value = roughValue(stated), let width = intervals(stated)?.strict.width,
      let computed = triangle.reading.computed.width,
      let sum = DecimalNumber.adding(width, computed)
    else { return false }
    return isTelling(
      width: sum, readings: triangle.count.tie == .near ? readings : 1, beside: value)
  }

  /// The one that the words leave: the result is said to be one, and its count is the nearest that the
  /// rate's noun names, or the only one of its sentence.
  private func sureTriangle(_ triangles: [Triangle]) -> Triangle? {
    let told = triangles.filter { isResult($0) }
    guard let first = told.first, told.allSatisfy({ $0.total == first.total }) else { return nil }
    let number = quantity(first.rate).sentence
    let here = told.filter { quantity($0.count.index).sentence == number }
    let tied = told.filter { $0.count.tie != .near }
    // "7.1 million meals over 190 days, at £2.95 each": what each is one of is counted, no lapse.
    let counted = here.filter { quantity($0.count.index).kind == .count }
    let only = here.isEmpty && told.count == 1 && !told[0].givesTotal ? told.first : nil
    let near = here.count == 1 ? here.first : counted.count == 1 ? counted.first : only
    let isNamed = tied.contains { $0.count.tie == .named }
    guard let sure = isNamed ? tied.first : counted.count == 1 ? near : tied.first ?? near,
      isNearTotal(sure) || isOffByScale(sure)
    else {
      return nil
    }
    // What is named far away must be all that is.
    let isClose = number - quantity(sure.count.index).sentence <= 1
    return isClose || tied.count <= 1 ? sure : nil
  }

  private func misprinted(_ triangles: [Triangle]) -> Triangle? {
    let tied = triangles.filter { $0.count.tie != .near }
    let close = tied.filter {
      quantity($0.count.index).sentence == quantity($0.rate).sentence
    }
    let tried = close.isEmpty ? (tied.isEmpty ? triangles : tied) : close
    return tried.first { triangle in
      let stated = quantity(triangle.givesTotal ? triangle.total : triangle.rate)
      guard let digits = stated.misprintDigits(of: triangle.reading.computed) else { return false }
      // "240 cars each, 960 together": two digits that changed places, where the words say a result.
      if digits == 2 { return tried.count <= 2 && isResult(triangle) }
      // "710,000 meals at £2.95 each. The bill came to £21m"
      if !isNearTotal(triangle) {
        return isResult(triangle) && isTellingMisprint(digits: digits, readings: tried.count)
      }
      return isTellingMisprint(
        digits: digits, readings: isResult(triangle) ? tried.count / 2 : tried.count)
    }
  }

  /// A stated figure three times too large or too small is one of something else.
  private func isNearTotal(_ triangle: Triangle) -> Bool {
    guard let rate = roughValue(triangle.rate), let count = roughValue(triangle.count.index),
      let total = roughValue(triangle.total),
      let all = DecimalNumber.multiplying(count, DecimalNumber(triangle.count.scale)),
      let product = DecimalNumber.multiplying(rate, all)
    else { return false }
    return areNear(product, total)
  }

  /// "710,000 meals at £2.95 each. The bill came to £21m": the same digits, another scale.
  private func isOffByScale(_ triangle: Triangle) -> Bool {
    let stated = quantity(triangle.givesTotal ? triangle.total : triangle.rate)
    return stated.misprint(of: triangle.reading.computed) != nil
  }

  private func isResult(_ triangle: Triangle) -> Bool {
    let (rate, total, count) = (triangle.rate, triangle.total, triangle.count)
    let isHere = quantity(total).sentence == quantity(rate).sentence
    if triangle.givesTotal {
      // "at £31,000 and £42,000 a year, £73,000 in all" adds up.
      let others = (quantities(inSentence: quantity(rate).sentence)).filter {
        $0 < total && $0 != rate && $0 != count.index && isTotalOf($0, rate)
      }
      let isCalm = !others.contains { $0 > rate || count.tie == .near }
      return isCalm && (isHere ? isResult(total) : isTakenUp(total, rate))
    }
    let start = quantity(rate).tokens.lowerBound
    // "£20m, …, or £2,400 per farm", "5,120 hectares, an average of eight per grower"
    guard isHere else {
      return count.tie != .near && text.isAny(start - 1, of: equals) && isLargest(total, rate)
    }
    guard !(total + 1..<rate).contains(where: { isTotalOf($0, rate) && $0 != count.index }) else {
      return false
    }
    let nearest = count.index < rate ? max(total, count.index) : total
    let gap = gap(nearest, rate)
    return text.cue(start - 1).contains(.or)
      || (isBesideRate(nearest, rate)
        && (count.tie != .near || gap.contains { text.isWord($0) }))
  }

  /// Of the sentence before, only its largest figure can be what is shared out; and nothing before it.
  private func isLargest(_ total: Int, _ rate: Int) -> Bool {
    guard let value = roughValue(total), quantity(total).sentence < quantity(rate).sentence else {
      return false
    }
    let rivals = field(before: rate) { isMeasured($0) && isTotalOf($0, rate) }.paragraph
    return rivals.allSatisfy { (roughValue($0) ?? value) <= value }
  }

  /// "It would add 600 megawatts", "For the district that makes $5.0m": the sentence takes up the rate.
  private func isTakenUp(_ total: Int, _ rate: Int) -> Bool {
    guard total > rate, let tokens = sentence(of: total)?.tokens else { return false }
    let start = quantity(total).tokens.lowerBound
    let figures = quantities(inSentence: quantity(total).sentence)
    guard figures.first(where: { isTotalOf($0, rate) }) == total, start - tokens.lowerBound <= 8
    else { return false }
    let isPronoun =
      (tokens.lowerBound..<start).contains {
        text.isAny($0, of: takingUp) && text.isWord($0 + 1)
          && (text.isAny($0 + 1, of: results) || text.cue($0 + 1).contains(.auxiliary))
      }
      || text.cue(tokens.lowerBound).contains(.determiner)
        && text.isAny(tokens.lowerBound + 1, of: sums)
        && text.isAny(tokens.lowerBound + 2, of: results)
    return isPronoun && isResult(total)
  }

  /// "which comes to 1,152 crowns", "a bill of $28.3m", "63,800 in all".
  private func isResult(_ total: Int) -> Bool {
    let (start, end) = (quantity(total).tokens.lowerBound, text.end(of: quantity(total)))
    for place in end..<end + 3 where text.isAny(place, of: gathering) {
      return text.lower(place - 1) == "in" || text.lower(place - 1) == "all" || place == end
    }
    for place in stride(from: start - 1, through: max(0, start - resultReach), by: -1) {
      if text.isAny(place, of: results) { return true }
      if text.isAny(place, of: sums) { return text.cue(place + 1).contains(.of) }
      guard text.isAny(place, of: linking) else { return false }
    }
    return false
  }
}

private let toward = WordSet("to for")
private let takingUp = WordSet("it that this they which together")
