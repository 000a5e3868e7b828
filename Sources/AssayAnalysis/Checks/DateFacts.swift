// What dates say of each other without a lapse: their order, what is to come, one event told twice, and
// the weekday of a date that has none.

/// How many sentences may lie between two dates that are told in order.
private let orderReach = 2
/// Weekdays are derived for so many dates; who lists more does not ask for them.
private let mostWeekdays = 5

extension PartReader {
  /// "On April 10 … By April 12": told in order.
  func relateSequences() -> [Relation] {
    let dates = analysis.claims.indices.filter { datePeriod($0, self)?.precision == .day }
    return zip(dates, dates.dropFirst()).compactMap { first, second in
      guard let one = datePeriod(first, self), let other = datePeriod(second, self),
        quantity(first).sentence != quantity(second).sentence,
        quantity(second).sentence - quantity(first).sentence <= orderReach,
        let tokens = sentence(of: second)?.tokens, isOneBlock(first, second),
        quantity(second).tokens.lowerBound == tokens.lowerBound + 1,
        text.cue(tokens.lowerBound).contains(.by), one.start < other.start,
        one.start.year == other.start.year
      else { return nil }
      return order(second, first, other, one)
    }
  }

  private func isOneBlock(_ first: Int, _ second: Int) -> Bool {
    sentence(of: first)?.block == sentence(of: second)?.block
  }

  private func order(_ later: Int, _ earlier: Int, _ end: Period, _ start: Period) -> Relation {
    let days = end.start.dayNumber - start.start.dayNumber
    return Relation(
      check: Check.dateOrder.id, operands: [operand("to", later), operand("from", earlier)],
      formula: "\(start.iso) ≤ \(end.iso)", computed: Interval(DecimalNumber(days)),
      verdict: .consistent,
      explanation: "\(end.iso) is \(days) \(days == 1 ? "day" : "days") after \(start.iso)",
      notes: ["the words tell the one after the other"])
  }

  /// "The upcoming halving, projected for December 14, 2026": after the document's date, or after the
  /// last date that it tells of.
  func relateUpcoming(_ today: CalendarDate?) -> [Relation] {
    analysis.claims.indices.compactMap { index in
      guard let period = datePeriod(index, self), !period.isYearInferred,
        period.precision == .day || period.precision == .month, isToCome(index)
      else { return nil }
      let told = analysis.claims.indices.filter { $0 != index && !isToCome($0) }
      let last = told.compactMap { other -> (index: Int, day: CalendarDate)? in
        guard let other = datePeriod(other, self).map({ (other, $0) }), !other.1.isYearInferred,
          other.1.precision == .day
        else { return nil }
        return (other.0, other.1.start)
      }.max { $0.day < $1.day }
      guard let now = today ?? last?.day, now < period.start else { return nil }
      let days = period.start.dayNumber - now.dayNumber
      let others = today == nil ? last.map { [operand("now", $0.index)] } ?? [] : []
      return Relation(
        check: Check.dateOrder.id, operands: [operand("date", index)] + others,
        formula: "\(now.iso) ≤ \(period.iso)", computed: Interval(DecimalNumber(days)),
        verdict: .consistent,
        explanation: "\(period.iso) lies ahead: \(days) days after "
          + (today == nil ? "the last date told, " : "the document's date ") + now.iso,
        notes: ["the words say that it is still to come"])
    }
  }

  /// "the December halving" behind "The halving, projected for December 14, 2026".
  func relateEvents() -> [Relation] {
    analysis.claims.indices.compactMap { index in
      guard let period = datePeriod(index, self), period.precision == .month, period.isYearInferred,
        text.lower(quantity(index).tokens.lowerBound - 1) == "the",
        text.isWord(quantity(index).tokens.upperBound)
      else { return nil }
      let noun = text.lower(quantity(index).tokens.upperBound)
      guard noun.utf8.count >= 4,
        let full = analysis.claims.indices.first(where: {
          $0 < index && names(noun, before: $0, inMonth: period.start.month)
        }), let day = datePeriod(full, self)
      else { return nil }
      return Relation(
        check: Check.dateOrder.id, operands: [operand("again", index), operand("date", full)],
        formula: "\(period.start.month) = \(day.start.month)", verdict: .consistent,
        explanation: "the \(noun) is dated \(day.iso), “\(operand("again", index).text)” here",
        notes: ["both places name the same event"])
    }
  }

  private func names(_ noun: String, before date: Int, inMonth month: Int) -> Bool {
    guard let period = datePeriod(date, self), period.precision == .day, !period.isYearInferred,
      period.start.month == month, let tokens = sentence(of: date)?.tokens
    else { return false }
    let start = quantity(date).tokens.lowerBound
    return (max(tokens.lowerBound, start - 8)..<start).contains { text.lower($0) == noun }
  }

  /// The weekday of each full date that names none, once; for the first few of them.
  func deriveWeekdays() -> [Relation] {
    var told: Set<String> = []
    return analysis.claims.indices.compactMap { index in
      guard let period = datePeriod(index, self), period.precision == .day,
        !period.isYearInferred, period.statedWeekday == nil,
        period.start.year >= firstCertainYear, told.count < mostWeekdays,
        told.insert(period.iso).inserted
      else { return nil }
      return Relation(
        check: Check.weekday.id, operands: [operand("date", index)],
        formula: "weekday(\(period.iso))", verdict: .derived,
        explanation: "\(period.iso) is a \(period.start.weekdayName)",
        notes: ["the text names no weekday: a fact computed, no claim held against it"])
    }
  }

  // MARK: Rates

  /// "128 active subnets. More than 12,000 miners contribute across these subnets": 93.75 for each.
  func deriveRates() -> [Relation] {
    passages.flatMap { passage -> [Relation] in
      guard !passage.before.isEmpty else { return [] }
      return passage.sentence.compactMap { derivedRate($0, passage) }
    }
  }

  private func derivedRate(_ total: Int, _ passage: Passage) -> Relation? {
    let quantity = quantity(total)
    guard quantity.kind == .count || quantity.kind == .money, !quantity.isPart,
      let sum = quantity.exactValue, let tokens = sentence(of: total)?.tokens
    else { return nil }
    let end = text.end(of: quantity)
    guard
      let link = (end..<min(end + 8, tokens.upperBound)).first(where: {
        text.isAny($0, of: spreading) && text.isAny($0 + 1, of: pointing)
      }), text.isWord(link + 2)
    else { return nil }
    let noun = text.lower(link + 2)
    let count = passage.before.last { index in
      let name = lastWord(of: self.quantity(index).unit.name)
      return self.quantity(index).kind == .count && self.quantity(index).unit.dimension == .count
        && (noun == name + "s" || noun == name + "es" || noun == name)
    }
    guard let count, let number = plainValue(count), number < sum, DecimalNumber(1) < number,
      let rate = DecimalNumber.quotient(sum, number, isUp: false)
    else { return nil }
    let formula = "\(Sum.plain(sum)) / \(Sum.plain(number))"
    return Relation(
      check: Check.perUnit.id, operands: [operand("total", total), operand("count", count)],
      formula: formula, computed: Interval(rate), verdict: .derived,
      explanation: "\(formula) = \(Sum.rounded(rate, places: 2)) for each",
      notes: ["the text states no such rate: a fact computed, no claim held against it"])
  }
}

private let spreading = WordSet("across among between over at in on for")
private let pointing = WordSet("these those")
