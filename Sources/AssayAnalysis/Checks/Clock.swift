// Times of day: "from 9:40 to 11:15, an hour and a half".

private let minutesInDay = 24 * 60
/// Stretches in hours are told to the quarter.
private let quarter = 15
/// Stretches in minutes are told to the minute or two.
private let fewMinutes = 2
/// What stands between the two ends of a stretch.
private let laterWords = WordSet("later late afterwards after on")
private let clockLinks = WordSet("to until till and")
/// How many tokens may stand between two times of one stretch.
private let mostBetween = 9

extension PartReader {
  /// Stretches of hours or minutes against the two times of day in their sentence.
  func relateClocks() -> [Relation] {
    sentences.compactMap { sentence in
      let times = sentence.filter { quantity($0).kind == .time }
      let lapses = sentence.filter { isStretch($0) }
      guard times.count == 2, lapses.count == 1, let lapse = lapses.first else { return nil }
      return relateClock(lapse, times[0], times[1])
    }
  }

  private func isStretch(_ index: Int) -> Bool {
    let quantity = quantity(index)
    return quantity.kind == .duration && plainValue(index) != nil
      && (quantity.unit.name == "hour" || quantity.unit.name == "minute")
  }

  private func clock(_ index: Int) -> ClockTime? {
    guard case .clock(let time) = quantity(index).value else { return nil }
    return time
  }

  private func relateClock(_ lapse: Int, _ first: Int, _ second: Int) -> Relation? {
    guard let value = plainValue(lapse), let stated = minutes(value, quantity(lapse)),
      let one = clock(first), let other = clock(second), one.offset == other.offset,
      !isDenied(lapse)
    else { return nil }
    let between = gap(first, second)
    let isLater = second < lapse && isSetOff(gap(second, lapse)) && isLater(behind: lapse)
    guard isLater || between.count <= mostBetween && text.holds(between, anyOf: clockLinks) else {
      return nil
    }
    let passed = ((other.seconds - one.seconds) / 60 + minutesInDay) % minutesInDay
    let candidates =
      one.isHalfDayKnown && other.isHalfDayKnown
      ? [passed] : [passed, (passed + minutesInDay / 2) % minutesInDay]
    let slack = quantity(lapse).unit.name == "hour" ? quarter : fewMinutes
    let fitting = candidates.first { abs($0 - stated) <= slack }
    // What stands further off may be the length of something else.
    guard fitting != nil || second < lapse && isSetOff(gap(second, lapse)) else {
      return nil
    }
    let shown = fitting ?? candidates.min { abs($0 - stated) < abs($1 - stated) } ?? passed
    let operand = operand("lapse", lapse)
    return Relation(
      check: Check.dateArithmetic.id,
      operands: [operand, self.operand("from", first), self.operand("to", second)],
      formula: "\(shownClock(other)) − \(shownClock(one))",
      computed: Interval(DecimalNumber(shown)), stated: Interval(DecimalNumber(stated)),
      verdict: fitting == nil ? .doubtful : .consistent,
      explanation:
        "\(shownClock(one)) to \(shownClock(other)) is \(shown) minutes, stated \(operand.text)",
      notes: ["a time that may be morning or evening is tried as both"])
  }

  /// "at 2.20 pm … at 5.05 pm, two and three quarter hours later"
  private func isLater(behind lapse: Int) -> Bool {
    text.isAny(text.end(of: quantity(lapse)), of: laterWords)
  }

  /// Nothing but a mark, or a mark and "or", between; the time may have its day: "on Tuesday,".
  private func isSetOff(_ gap: Range<Int>) -> Bool {
    guard
      let first = gap.first(where: {
        !text.isWord($0) || text.cue($0).isDisjoint(with: [.period, .preposition, .adverb])
      }), !text.isWord(first), first - gap.lowerBound <= 3, gap.upperBound - first <= 2
    else { return false }
    return gap.upperBound - first == 1 || text.cue(first + 1).contains(.or)
  }

  private func minutes(_ value: DecimalNumber, _ quantity: Quantity) -> Int? {
    let factor = DecimalNumber(quantity.unit.name == "hour" ? 60 : 1)
    guard let minutes = DecimalNumber.multiplying(value, factor), minutes < DecimalNumber(10_000)
    else { return nil }
    return Int(Sum.rounded(minutes, places: 0).filter { $0 != "," })
  }

  private func shownClock(_ time: ClockTime) -> String {
    let (hour, minute) = (time.seconds / 3600, time.seconds / 60 % 60)
    return "\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
