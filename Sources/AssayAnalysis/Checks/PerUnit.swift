extension Check {
  /// Flags a rate per thing that the total and the count beside it contradict.
  public static let perUnit = Check(
    id: "per-unit",
    summary: "Total and count against the rate per one",
    tier: 2,
    documentation: """
      ## What it examines

      A total, a count and a rate for one of those counted ("per home", "a share", "each") in one
      sentence: total / count must be the rate. Where several totals or counts stand there, one that
      fits is enough, and none that does not is held against the text. Averages ("375 a night on
      average"), what a rate makes "in all", and one rate by two spans ("$96 a month, or $1,152 a
      year") are held together the same way. What the rate is per may be counted in an earlier paragraph
      ("640 growers … an average of eight per grower"); "which makes", "a bill of" and "in all" give the
      product. Products of three figures ("12 lorries, four
      trips a day, six days"), of a price and a count ("1,200 tickets at £15, raising £18,000"), measures by
      the head ("litres a head") and speeds are looked at where the words call one of them the result.
      "12,000 miners across these subnets", behind "128 subnets",
      gives a derived rate.

      ## Why it matters

      The rate is what readers compare; it is worked out by hand and not again when a total changes.

      ## Example

      "$1.2 million for 400 homes, or $5,000 per home": 1,200,000 / 400 = 3,000.

      ## When to ignore it

      Where the rate leaves out a part of the total.
      """,
    run: relateRates)
}

func relateRates(_ input: CheckInput) -> [Relation] {
  input.readers.flatMap { reader in
    let rates = reader.sentences.flatMap { sentence -> [Relation] in
      guard sentence.count >= 3 else { return [] }
      return sentence.compactMap { relateRate($0, sentence, reader) }
    }
    let known = rates + reader.relateAverages(judged: rates)
    let near =
      known + reader.relateTriangles(judged: known) + reader.relatePeriods() + reader.relateSpeeds()
    let made = near + reader.relateProducts(judged: near)
    let told = made + reader.relatePerHeads(judged: made)
    return reader.index == 0 ? told + reader.deriveRates() : told
  }
}

private struct RatePerUnit {
  let total: Int
  let count: Int
  let verdict: Verdict
  let computed: Interval
}

private func relateRate(_ rate: Int, _ sentence: Range<Int>, _ reader: PartReader) -> Relation? {
  let quantity = reader.quantity(rate)
  guard let counted = thing(of: rate, reader), let stated = reader.intervals(rate),
    stated.lenient.isPositive
  else { return nil }
  let counts = sentence.filter { $0 != rate && isCount($0, of: counted, reader) }
  let totals = sentence.filter { index in
    let other = reader.quantity(index)
    return index != rate && other.unit.baseName == quantity.unit.baseName
      && reader.perUnit(other).isEmpty && isAmount(other) && thing(of: index, reader) == nil
  }
  var best: RatePerUnit?
  for total in totals {
    for count in counts where count != total {
      guard let whole = reader.intervals(total), let number = reader.countedIntervals(count),
        let computed = combine(whole, number, { Interval.dividing($0, by: $1) })
      else { continue }
      let verdict = compare(stated: stated, computed: computed)
      if verdict.goodness < best?.verdict.goodness ?? 9 {
        best = RatePerUnit(total: total, count: count, verdict: verdict, computed: computed.strict)
      }
    }
  }
  guard let best else { return nil }
  if best.verdict != .consistent {
    guard totals.count == 1, counts.count == 1,
      isStatedResult(rate, best, reader), !reader.isDenied(rate)
    else { return nil }
  }
  return relation(rate, best, reader)
}

private func isAmount(_ quantity: Quantity) -> Bool {
  quantity.kind == .money || quantity.kind == .measure || quantity.kind == .count
}

/// What one of the counted things is called: "home" in "per home"; "" for "each", which may be any.
private func thing(of rate: Int, _ reader: PartReader) -> String? {
  let quantity = reader.quantity(rate)
  let per = reader.perUnit(quantity)
  if !per.isEmpty { return per.split(separator: " ").last.map { $0.lowercased() } }
  guard quantity.kind == .money else { return nil }
  let next = reader.text.lower(reader.text.end(of: quantity))
  return next == "each" || next == "apiece" ? "" : nil
}

private func isCount(_ index: Int, of thing: String, _ reader: PartReader) -> Bool {
  let quantity = reader.quantity(index)
  guard quantity.kind == .count || quantity.kind == .measure || quantity.kind == .duration,
    let value = quantity.exactValue, DecimalNumber(1) < value
  else { return false }
  let noun = quantity.unit.name.lowercased()
  if thing.isEmpty { return quantity.kind == .count && quantity.unit.dimension == .count }
  let isPerson = thing == "person" || thing == "head" || thing == "capita"
  return noun == thing || noun.hasSuffix(" " + thing)
    || (isPerson && ["person", "people", "resident", "inhabitant"].contains(noun))
}

/// ", or $5,000 per home", "($5,000 per home)", "at $5,000 each": the words say that the rate
/// follows from the two.
private func isStatedResult(_ rate: Int, _ reading: RatePerUnit, _ reader: PartReader) -> Bool {
  let before = max(reading.total, reading.count)
  guard before + 1 == rate else { return false }
  let gap = reader.gap(before, rate)
  guard gap.count <= 6 else { return false }
  let isBracket = gap.contains { reader.text.mark($0) == UInt8(ascii: "(") }
  return isBracket
    || reader.holds(
      gap, anyOf: ["or", "i.e", "which", "making", "averaging", "is", "makes", "means"])
}

private func relation(_ rate: Int, _ reading: RatePerUnit, _ reader: PartReader) -> Relation? {
  guard let total = reader.quantity(reading.total).middle,
    let count = reader.quantity(reading.count).middle,
    let exact = DecimalNumber.quotient(total, count, isUp: false)
  else { return nil }
  let formula = "\(Sum.plain(total)) / \(Sum.plain(count))"
  let operand = reader.operand("rate", rate)
  let places = Sum.places(beyond: reader.quantity(rate))
  return Relation(
    check: Check.perUnit.id,
    operands: [
      operand, reader.operand("total", reading.total), reader.operand("count", reading.count),
    ],
    formula: formula, computed: reading.computed, exact: exact,
    stated: reader.intervals(rate)?.strict,
    verdict: reading.verdict,
    explanation: "\(formula) = \(Sum.rounded(exact, places: places)), stated \(operand.text)",
    notes: notes([], candidates: 1, verdict: reading.verdict))
}
