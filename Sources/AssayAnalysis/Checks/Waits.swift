// Years that something has gone on, against the year it began in: "first won the ward in 1998 and had held
// it for 28 years", "a 28-year wait" over "for the first time since 1997". Part of `date-arithmetic`.

/// What one begins with, and what one goes on with from then.
private let stretches: [(begins: WordSet, goesOn: WordSet)] = [
  (WordSet("won took elected captured gained seized"), WordSet("held represented kept served")),
  (WordSet("bought acquired"), WordSet("owned kept")),
  (WordSet("opened founded started began launched"), WordSet("run ran")),
  (WordSet("joined"), WordSet("been served")),
  (WordSet("moved arrived came"), WordSet("lived")),
]
private let waitNouns = WordSet("wait drought absence exile hiatus run reign spell streak")
private let firstWords = WordSet("first last")
private let endingWords = WordSet("until till before when whereupon to")

/// How far apart the year and the stretch may stand, in tokens.
private let farthestStretch = 9
/// How many sentences behind a headline or a sentence its year may stand.
private let sentencesAhead = 4

extension PartReader {
  /// Stretches of years whose begin the words name as a year.
  func relateWaits(_ today: CalendarDate) -> [Relation] {
    analysis.claims.indices.compactMap { lapse in
      guard quantity(lapse).unit.name == "year", quantity(lapse).kind == .duration,
        let number = lapseCount(lapse, self), number >= leastYears, !isDenied(lapse)
      else { return nil }
      return relateHeld(lapse, number, today) ?? relateWait(lapse, number, today)
    }
  }

  /// "in 1998 and had held it for 28 years"
  private func relateHeld(_ lapse: Int, _ number: Int, _ today: CalendarDate) -> Relation? {
    let tokens = quantity(lapse).tokens
    guard lapse > 0, text.lower(tokens.lowerBound - 1) == "for", let date = year(lapse - 1),
      quantity(lapse - 1).sentence == quantity(lapse).sentence,
      let sentence = sentence(of: lapse)?.tokens, !hasOtherDate(lapse, lapse - 1),
      !text.isAny(text.end(of: quantity(lapse)), of: endingWords)
    else { return nil }
    let gap = gap(lapse - 1, lapse)
    let start = quantity(lapse - 1).tokens.lowerBound
    let former = max(sentence.lowerBound, start - farthestStretch)..<start
    guard gap.count <= farthestStretch, gap.contains(where: { text.cue($0).contains(.and) }),
      text.lower(start - 1) == "in",
      stretches.contains(where: { stretch in
        text.holds(former, anyOf: stretch.begins) && text.holds(gap, anyOf: stretch.goesOn)
      })
    else { return nil }
    return judge(lapse, number, date, lapse - 1, today)
  }

  /// "a 28-year wait", with "since 1997" in one of the next sentences and no other such year.
  private func relateWait(_ lapse: Int, _ number: Int, _ today: CalendarDate) -> Relation? {
    let end = quantity(lapse).tokens.upperBound
    guard text.isAny(end, of: waitNouns) || text.isAny(end + 1, of: waitNouns) else { return nil }
    let first = quantity(lapse).sentence
    guard !quantities(inSentence: first).contains(where: { quantity($0).isDate && year($0) == nil })
    else { return nil }
    let since = analysis.claims.indices.filter { index in
      (first...first + sentencesAhead).contains(quantity(index).sentence) && year(index) != nil
        && isFirstSince(quantity(index).tokens.lowerBound)
    }
    guard since.count == 1, let date = since.first.flatMap({ year($0) }) else { return nil }
    return judge(lapse, number, date, since[0], today)
  }

  /// "for the first time since 1997", "their first title since 1997"
  private func isFirstSince(_ start: Int) -> Bool {
    text.lower(start - 1) == "since" && text.holds(max(0, start - 5)..<start - 1, anyOf: firstWords)
  }

  private func judge(
    _ lapse: Int, _ number: Int, _ date: Period, _ start: Int, _ today: CalendarDate
  ) -> Relation? {
    let years = today.year - date.start.year
    guard years > 0, number <= 3 * years, years <= 3 * number else { return nil }
    let isFitting = (years - 1...years + 1).contains(number)
    let operand = operand("lapse", lapse)
    return Relation(
      check: Check.dateArithmetic.id, operands: [operand, self.operand("from", start)],
      formula: "\(today.year) − \(date.start.year)", computed: Interval(DecimalNumber(years)),
      stated: Interval(DecimalNumber(number)), verdict: isFitting ? .consistent : .doubtful,
      explanation: "\(date.start.year) is \(years) years before the document's date \(today.iso), "
        + "stated \(operand.text)",
      notes: ["the only year that the words give for the begin; one more or less fits too"])
  }

  /// A plain year; nil for other dates.
  private func year(_ index: Int) -> Period? {
    guard let period = datePeriod(index, self), period.precision == .year, !period.isYearInferred
    else { return nil }
    return period
  }

  private func hasOtherDate(_ lapse: Int, _ date: Int) -> Bool {
    quantities(inSentence: quantity(lapse).sentence).contains {
      $0 != date && quantity($0).isDate
    }
  }
}

/// Shorter stretches are told too loosely.
private let leastYears = 3
