extension Check {
  /// Flags a weekday that the date did not fall on, and days that no calendar has.
  public static let weekday = Check(
    id: "weekday",
    summary: "Weekday against its date; days that no calendar has",
    tier: 1,
    documentation: """
      ## What it examines

      A weekday written beside a date, and day numbers that their month does not have. Where the words
      leave the year out, the document's date gives it: a weekday that the day has neither in that year
      nor in the ones around it is flagged within two months of the document's date; further off, and
      where another of these years would fit, it is doubtful at most. A full date that names no weekday gets it as a derived fact.

      ## Why it matters

      Readers act on dates: an appointment on a Tuesday the 11th that is a Wednesday is missed.

      ## Example

      "on Thursday, October 30, 1989": that day was a Monday.

      ## When to ignore it

      In dates of another calendar, such as the Julian one before 1582 (later in some countries).
      """,
    run: relateWeekdays)
}

/// Before the Gregorian calendar was common, a weekday says nothing about a date in it.
let firstCertainYear = 1930

/// How far from the document's date a day without a year is surely of the year that is nearest, and how
/// far it hardly is of another.
private let nearDays = 60
private let farDays = 250

func relateWeekdays(_ input: CheckInput) -> [Relation] {
  input.readers.flatMap { reader in
    reader.analysis.quantities.indices.compactMap { relateWeekday($0, reader, today: input.date) }
      + findImpossibleDays(reader) + (reader.index == 0 ? reader.deriveWeekdays() : [])
  }
}

private func relateWeekday(_ index: Int, _ reader: PartReader, today: CalendarDate?) -> Relation? {
  let quantity = reader.analysis.quantities[index]
  guard case .date(let period) = quantity.value, let stated = period.statedWeekday,
    period.precision == .day, CalendarDate.weekdayNames.indices.contains(stated - 1)
  else { return nil }
  let day = period.start
  let verdict: Verdict
  if day.weekday == stated {
    verdict = .consistent
  } else if period.isYearInferred {
    guard let today, let found = reader.misfit(of: stated, index, day, today: today) else {
      return nil
    }
    verdict = found
  } else {
    guard day.year >= firstCertainYear else { return nil }
    verdict = .contradicted
  }
  let operand = Relation.Operand(
    role: "date", place: Place(part: reader.index, range: quantity.range),
    text: reader.analysis.words.text[quantity.range],
    claim: reader.analysis.claims.firstIndex { $0.quantity == index })
  return Relation(
    check: Check.weekday.id, operands: [operand], formula: "weekday(\(day.iso))",
    verdict: verdict,
    explanation:
      "\(day.iso) is a \(day.weekdayName), stated \(CalendarDate.weekdayNames[stated - 1])",
    notes: [
      period.isYearInferred
        ? "the year is read off the document's date" : "the words state the year"
    ])
}

/// How far from the document's date a day is news.
private let recentDays = 8

extension PartReader {
  /// What a weekday that does not fit an inferred year says: nothing in a story of other years, and
  /// little where the year before or after would fit it.
  fileprivate func misfit(
    of stated: Int, _ index: Int, _ day: CalendarDate, today: CalendarDate
  ) -> Verdict? {
    let distance = abs(day.dayNumber - today.dayNumber)
    guard distance <= farDays,
      !tellsOfOtherYears(index, than: today, isRecent: distance <= recentDays),
      analysis.words.sentences.indices.contains(analysis.quantities[index].sentence)
    else { return nil }
    let sentence = analysis.words.sentences[analysis.quantities[index].sentence]
    let years = min(day.year, today.year) - 1...max(day.year, today.year) + 1
    let neighbours = years.compactMap { CalendarDate(year: $0, month: day.month, day: day.day) }
    guard neighbours.contains(where: { $0.weekday == stated }) else {
      return distance <= nearDays ? .contradicted : .doubtful
    }
    guard distance <= nearDays else { return nil }
    return holds(sentence.tokens, anyOf: ["year", "annual", "anniversary"]) ? nil : .doubtful
  }

  /// Whether the paragraph up to a date, or its sentence, names a year that is not about the document's.
  ///
  /// A day of the week of the document is of no other year for what stands behind it: "on Sunday 28
  /// September, breaking the record that had stood since 2017".
  private func tellsOfOtherYears(
    _ index: Int, than today: CalendarDate, isRecent: Bool
  ) -> Bool {
    let all = analysis.words.sentences
    let here = analysis.quantities[index].sentence
    let start = analysis.quantities[index].tokens.lowerBound
    return analysis.quantities.contains { other in
      guard other.sentence <= here, all.indices.contains(other.sentence),
        !isRecent || other.tokens.lowerBound < start,
        all[other.sentence].block == all[here].block,
        case .date(let period) = other.value, !period.isYearInferred
      else { return false }
      return abs(period.start.year - today.year) > 1
    }
  }
}

/// "April 31", "February 30", "February 29, 2025": no calendar has them.
private func findImpossibleDays(_ reader: PartReader) -> [Relation] {
  let tokens = reader.analysis.words.tokens
  let lexicon = MonthLexicon.english
  var relations: [Relation] = []
  let bytes = reader.analysis.words.text.bytes
  for index in tokens.indices {
    guard tokens[index].kind == .word, tokens[index].shape.contains(.isCapitalised),
      let month = lexicon.month(of: tokens[index], in: bytes),
      let (day, end) = dayNumber(after: index, reader) ?? dayNumber(before: index, reader)
    else { continue }
    let year = statedYear(after: end, reader)
    let most = CalendarDate.dayCount(year: year ?? 2000, month: month)
    guard day > most, day <= 31 else { continue }
    let range = TextRange(
      start: min(tokens[index].start, tokens[max(0, index - 1)].start), end: tokens[end].end)
    let isBefore = end == index
    let words = isBefore ? range : TextRange(start: tokens[index].start, end: tokens[end].end)
    let name = CalendarDate.monthNames[month - 1]
    relations.append(
      Relation(
        check: Check.weekday.id, operands: [reader.operand("date", words: words)],
        formula: "days(\(name)\(year.map { " \($0)" } ?? ""))", verdict: .contradicted,
        explanation:
          "\(name)\(year.map { " \($0)" } ?? "") has \(most) days, stated \(day)",
        notes: ["the day does not exist in any year the words allow"]))
  }
  return relations
}

/// "April 31" with nothing that makes it another number: no decimals, no "31 people".
private func dayNumber(after month: Int, _ reader: PartReader) -> (Int, Int)? {
  let text = reader.text
  let place = month + 1
  guard let day = smallNumber(place, reader) else { return nil }
  // "June 31 people" is no date: a comma, a year or the sentence's end must follow.
  let mark = text.mark(place + 1)
  let isClosed =
    place + 1 >= text.words.tokens.count || mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".")
    || statedYear(after: place, reader) != nil
  return isClosed ? (day, place) : nil
}

/// "31 April" or "31st April".
private func dayNumber(before month: Int, _ reader: PartReader) -> (Int, Int)? {
  guard month > 0, let day = smallNumber(month - 1, reader),
    statedYear(after: month, reader) != nil
  else { return nil }
  return (day, month)
}

private func smallNumber(_ index: Int, _ reader: PartReader) -> Int? {
  let tokens = reader.analysis.words.tokens
  guard index >= 0, index < tokens.count, tokens[index].kind == .number, tokens[index].count == 2
  else { return nil }
  let mark = reader.text.mark(index + 1)
  let isPart =
    index + 1 < tokens.count && tokens[index + 1].shape.contains(.isJoined)
    && mark != UInt8(ascii: ",") && mark != UInt8(ascii: ".")
  guard !isPart else { return nil }
  return Int(reader.analysis.words.text[tokens[index].range])
}

private func statedYear(after index: Int, _ reader: PartReader) -> Int? {
  let tokens = reader.analysis.words.tokens
  let place = reader.text.mark(index + 1) == UInt8(ascii: ",") ? index + 2 : index + 1
  guard place < tokens.count, tokens[place].kind == .number, tokens[place].count == 4,
    let year = Int(reader.analysis.words.text[tokens[place].range]), (1900...2100).contains(year)
  else { return nil }
  return year
}

/// Months by name, looked up by bytes.
struct MonthLexicon: Sendable {
  static let english = MonthLexicon()
  private let months: WordTable<Int>

  init() {
    var months = WordTable<Int>(empty: 0)
    for (index, name) in CalendarDate.monthNames.enumerated() {
      months[WordKey(name)] = index + 1
    }
    self.months = months
  }

  /// 1 to 12; nil for another word.
  func month(of token: Token, in bytes: [UInt8]) -> Int? {
    guard token.count >= 3, token.count <= 9 else { return nil }
    let month = bytes.withUnsafeBufferPointer {
      months[WordKey($0, Int(token.start)..<Int(token.end))]
    }
    return month > 0 ? month : nil
  }
}
