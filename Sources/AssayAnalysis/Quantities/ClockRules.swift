// Times of day as words name them.

/// A time of day in the making.
struct ClockReading {
  var pieces: Range<Int>
  var hour: Int
  var minute = 0
  var second = 0
  var precision = ClockTime.Precision.minute
  var half: Half?
  /// The hours count to 24, so that no half of the day need be told.
  var isOnLongClock = false
  var offset: Int?
  var rule: String

  enum Half { case morning, afternoon }

  /// Nil where no day has such a time.
  var time: ClockTime? {
    var hour = hour
    if let half, (1...12).contains(hour) {
      hour = hour % 12 + (half == .afternoon ? 12 : 0)
    }
    return ClockTime(
      hour: hour, minute: minute, second: second, precision: precision, offset: offset,
      isHalfDayKnown: half != nil || isOnLongClock || hour == 0 || hour > 12)
  }
}

extension SentenceReader {
  /// The time of day that begins at a piece and the piece behind it; nil where none does. The time
  /// itself is nil where the digits are no quantity and no time either: "25:30 GMT", "Psalm 23:04".
  func clock(at index: Int) -> (ClockReading?, Int)? {
    if isWord(index) { return wordClock(at: index).map { ($0, $0.pieces.upperBound) } }
    guard isNumber(index) else { return nil }
    guard var found = digitClock(at: index) else { return nil }
    if let first = spanStart(found, at: index) { return (first, first.pieces.upperBound) }
    var end = found.reading.pieces.upperBound
    if let half = halfDay(at: end), !found.isRun {
      found.reading.half = half.half
      found.isCertain = true
      end = half.end
    } else if found.reading.hour == 12, found.reading.precision == .hour, isTwelve(end) {
      found.reading.hour = keyword(end) == .midnight ? 0 : 12
      found.reading.isOnLongClock = true
      found.isCertain = true
      end += 1
    } else if isOClock(end), found.reading.precision == .hour {
      found.isCertain = true
      end += 1
    } else if found.reading.precision == .hour {
      return nil
    }
    if let zone = zone(at: end, isCertain: found.isCertain || found.isColon) {
      found.reading.offset = zone.offset
      found.reading.isOnLongClock = found.reading.half == nil
      found.isCertain = true
      end = zone.end
    } else if isMilitary(index, end) {
      found.reading.isOnLongClock = true
      found.isCertain = true
      end += 1
    }
    guard found.isColon || found.isCertain else { return nil }
    guard found.isCertain || isClockByContext(found.reading, end), found.reading.time != nil else {
      return (nil, end)
    }
    found.reading.pieces = index..<end
    if found.reading.half == nil { found.reading.half = daytime(at: end) }
    return (found.reading, end)
  }

  /// The digits of a time alone.
  private struct DigitClock {
    var reading: ClockReading
    /// "14:05"; else "8", "7.30" or "0730".
    var isColon = false
    /// "0730", which is a time only in front of a zone.
    var isRun = false
    /// Something behind the digits makes them a time.
    var isCertain = false
  }

  /// "8", "14:05", "14:05:30", "7.30", "0730".
  private func digitClock(at index: Int) -> DigitClock? {
    guard let hour = plainInteger(index, digits: 4) else {
      return pointClock(at: index).map { DigitClock(reading: $0) }
    }
    var reading = ClockReading(pieces: index..<index + 1, hour: hour, rule: "clock-time")
    var next = index + 1
    if isMark(next, ":"), piece(next).isJoined, piece(next + 1).isJoined, hour < 100,
      let minute = plainInteger(next + 1, digits: 2), piece(next + 1).count == 2
    {
      reading.minute = minute
      next += 2
      if isMark(next, ":"), piece(next).isJoined, piece(next + 1).count >= 2,
        let second = leadingSeconds(next + 1)
      {
        reading.second = second
        reading.precision = .second
      }
      while isMark(next, ":"), piece(next).isJoined, isNumber(next + 1) { next += 2 }
      reading.pieces = index..<next
      reading.isOnLongClock = piece(index).count == 2 && hour < 10
      return DigitClock(reading: reading, isColon: true)
    }
    if piece(index).count == 4 {
      reading.hour = hour / 100
      reading.minute = hour % 100
      return DigitClock(reading: reading, isRun: true)
    }
    guard hour <= 24 else { return nil }
    reading.precision = .hour
    return DigitClock(reading: reading)
  }

  /// "T10:14:00Z", "T05:06+02:00", glued to a date.
  func stampClock(at index: Int) -> ClockReading? {
    var end = index
    while piece(end).kind != .end, piece(end).isJoined { end += 1 }
    let stamp = bytes[Int(piece(index).start)..<Int(piece(end - 1).end)]
    guard stamp.count >= 6, stamp.first == UInt8(ascii: "T") else { return nil }
    func number(_ place: Int) -> Int? {
      let start = stamp.startIndex + place
      guard start + 1 < stamp.endIndex, stamp[start].isASCIIDigit, stamp[start + 1].isASCIIDigit
      else { return nil }
      return Int(stamp[start] - 0x30) * 10 + Int(stamp[start + 1] - 0x30)
    }
    guard let hour = number(1), stamp[stamp.startIndex + 3] == UInt8(ascii: ":"),
      let minute = number(4)
    else { return nil }
    var reading = ClockReading(
      pieces: index..<end, hour: hour, minute: minute, isOnLongClock: true, rule: "iso-time")
    if stamp.count >= 9, stamp[stamp.startIndex + 6] == UInt8(ascii: ":"), let second = number(7) {
      reading.second = second
      reading.precision = .second
    }
    let sign = stamp.count - 6
    if stamp.last == UInt8(ascii: "Z") {
      reading.offset = 0
    } else if sign > 5, stamp[stamp.startIndex + sign + 3] == UInt8(ascii: ":"),
      let hours = number(sign + 1), let minutes = number(sign + 4)
    {
      let isWest = stamp[stamp.startIndex + sign] == UInt8(ascii: "-")
      reading.offset = (hours * 60 + minutes) * (isWest ? -1 : 1)
    }
    return reading
  }

  /// "30" or "30.5": whole seconds.
  private func leadingSeconds(_ index: Int) -> Int? {
    let piece = piece(index)
    guard piece.kind == .number, piece.count >= 2 else { return nil }
    let (tens, ones) = (bytes[Int(piece.start)], bytes[Int(piece.start) + 1])
    guard tens.isASCIIDigit, ones.isASCIIDigit else { return nil }
    return Int(tens - 0x30) * 10 + Int(ones - 0x30)
  }

  /// "7.30" in front of "pm".
  private func pointClock(at index: Int) -> ClockReading? {
    let piece = piece(index)
    guard piece.count == 4 || piece.count == 5, halfDay(at: index + 1) != nil else { return nil }
    let digits = bytes[Int(piece.start)..<Int(piece.end)]
    let point = digits.endIndex - 3
    guard digits[point] == UInt8(ascii: ".") else { return nil }
    var (hour, minute) = (0, 0)
    for place in digits.indices where place != point {
      guard digits[place].isASCIIDigit else { return nil }
      let digit = Int(digits[place] - 0x30)
      if place < point { hour = hour * 10 + digit } else { minute = minute * 10 + digit }
    }
    return ClockReading(pieces: index..<index + 1, hour: hour, minute: minute, rule: "clock-time")
  }

  /// The first end of "6 to 8 p.m.", "9-11am", "between 9 and 11 a.m.".
  private func spanStart(_ found: DigitClock, at index: Int) -> ClockReading? {
    var first = found.reading
    guard plainInteger(index, digits: 2) != nil || isMark(index + 1, ":"),
      (1...12).contains(first.hour)
    else { return nil }
    let joint = first.pieces.upperBound
    guard
      isDash(joint) || keyword(joint) == .to || keyword(joint) == .until
        || keyword(joint) == .and && keyword(index - 1) == .between,
      let last = digitClock(at: joint + 1)?.reading, (1...12).contains(last.hour),
      let half = halfDay(at: last.pieces.upperBound)
    else { return nil }
    // "11 to 1 p.m." begins before noon.
    let isAcross = (first.hour % 12, first.minute) > (last.hour % 12, last.minute)
    first.half = isAcross == (half.half == .afternoon) ? .morning : .afternoon
    return first
  }

  /// "a.m.", "PM", "p.m".
  private func halfDay(at index: Int) -> (half: ClockReading.Half, end: Int)? {
    if spells(index, "am") { return (.morning, index + 1) }
    if spells(index, "pm") { return (.afternoon, index + 1) }
    guard spells(index, "a") || spells(index, "p"), isMark(index + 1, "."), spells(index + 2, "m"),
      piece(index + 1).isJoined
    else { return nil }
    let end = isMark(index + 3, ".") && piece(index + 3).isJoined ? index + 4 : index + 3
    return (spells(index, "a") ? .morning : .afternoon, end)
  }

  /// "12 noon", "12 midnight".
  private func isTwelve(_ index: Int) -> Bool {
    switch keyword(index) {
    case .noon, .midday, .midnight: true
    default: false
    }
  }

  private func isOClock(_ index: Int) -> Bool {
    spells(index, "o'clock") || spells(index, "o’clock")
  }

  /// "0730 hours", "at 1430 hrs".
  private func isMilitary(_ index: Int, _ end: Int) -> Bool {
    guard piece(index).count == 4, end == index + 1,
      keyword(end) == .hours || spells(end, "hrs")
    else { return false }
    return bytes[Int(piece(index).start)] == UInt8(ascii: "0") || keyword(index - 1) == .at
  }

  /// "in the morning", "this afternoon", "at night" behind a time.
  private func daytime(at index: Int) -> ClockReading.Half? {
    var next = index
    switch keyword(next) {
    case .in: next += keyword(next + 1) == .the ? 2 : 1
    case .this: next += 1
    case .at, .on: next += 1
    default: break
    }
    if roles(next).contains(.weekday) { next += 1 }
    if spells(next, "morning") { return .morning }
    let later: [StaticString] = ["afternoon", "evening", "night", "tonight"]
    return spells(next, anyOf: later) ? .afternoon : nil
  }

  // MARK: Zones

  /// "GMT", "UTC+2", "Eastern Time", "local time" behind a time.
  private func zone(at index: Int, isCertain: Bool) -> (offset: Int?, end: Int)? {
    if isMark(index, "+"), piece(index).isJoined, isCertain, let found = zoneOffset(at: index) {
      return found
    }
    guard isWord(index), piece(index).count <= 8 else { return nil }
    if piece(index).count <= 4 {
      for row in TimeZoneNames.rows where spells(index, row.name) {
        let isWritten =
          piece(index).count == 1
          ? piece(index).isJoined
          : piece(index).isAllCapitals || spells(index, "gmt") || spells(index, "utc")
        guard isWritten, isCertain || row.offset != nil else { return nil }
        if row.offset == 0, let ahead = zoneOffset(at: index + 1) { return ahead }
        return (row.offset, index + 1)
      }
    }
    guard isCertain else { return nil }
    return longZone(at: index)
  }

  /// "Eastern", "Pacific Daylight Time", "local time", "London time".
  private func longZone(at index: Int) -> (offset: Int?, end: Int)? {
    if spells(index, "local") || piece(index).isCapitalised, spells(index + 1, "time") {
      return (regionOffset(index, shift: nil), index + 2)
    }
    guard let _ = regionHours(index) else { return nil }
    let isStandard = spells(index + 1, "standard")
    guard isStandard || spells(index + 1, "daylight") else { return (nil, index + 1) }
    let end = spells(index + 2, "time") ? index + 3 : index + 2
    return (regionOffset(index, shift: isStandard ? 0 : 60), end)
  }

  private func regionOffset(_ index: Int, shift: Int?) -> Int? {
    guard let shift, let hours = regionHours(index) else { return nil }
    return hours * 60 + shift
  }

  /// Hours east of UTC in winter.
  private func regionHours(_ index: Int) -> Int? {
    guard piece(index).isCapitalised else { return nil }
    let regions: [(StaticString, Int)] = [
      ("eastern", -5), ("central", -6), ("mountain", -7), ("pacific", -8),
    ]
    return regions.first { spells(index, $0.0) }?.1
  }

  /// "+2", "-05:00", "+0530".
  private func zoneOffset(at index: Int) -> (offset: Int?, end: Int)? {
    let isEast = isMark(index, "+")
    guard isEast || isHyphen(index) || isMark(index, "−"), piece(index).isJoined,
      piece(index + 1).isJoined, let digits = plainInteger(index + 1, digits: 4)
    else { return nil }
    var minutes = digits < 100 ? digits * 60 : digits / 100 * 60 + digits % 100
    var end = index + 2
    if isMark(end, ":"), piece(end).isJoined, let more = plainInteger(end + 1, digits: 2),
      more < 60, digits < 100
    {
      minutes += more
      end += 2
    }
    // The farthest are Baker Island and the Line Islands.
    guard minutes <= 14 * 60 else { return nil }
    return (isEast ? minutes : -minutes, end)
  }

  // MARK: Words

  /// "at noon", "half past nine", "quarter to ten", "eight o'clock", "nine p.m.".
  private func wordClock(at index: Int) -> ClockReading? {
    switch keyword(index) {
    case .noon, .midday, .midnight: return noon(at: index)
    case .half, .quarter: return isTimeAsked(at: index) ? pastHour(at: index) : nil
    default: break
    }
    guard roles(index).contains(.cardinal) else { return nil }
    if keyword(index - 1) == .at, let found = pastHour(at: index) { return found }
    let hour = wordValue(index)
    guard (1...12).contains(hour) else { return nil }
    var reading = ClockReading(
      pieces: index..<index + 2, hour: hour, precision: .hour, rule: "clock-words")
    if isOClock(index + 1) {
      reading.half = daytime(at: index + 2)
      return reading
    }
    guard let half = halfDay(at: index + 1) else { return nil }
    reading.pieces = index..<half.end
    reading.half = half.half
    return reading
  }

  /// "at half past nine", "about a quarter to ten", "or half past ten"; but "the first quarter to 8".
  private func isTimeAsked(at index: Int) -> Bool {
    let before = keyword(index - 1) == .a ? index - 2 : index - 1
    if asksForTime(before) || keyword(before) == .about { return true }
    guard let clock = clocks.last else { return false }
    return before - clock.pieces.upperBound <= 1
  }

  /// "noon", "midnight" behind a word that asks for a time.
  private func noon(at index: Int) -> ClockReading? {
    guard asksForTime(index - 1) else { return nil }
    return ClockReading(
      pieces: index..<index + 1, hour: keyword(index) == .midnight ? 0 : 12, precision: .hour,
      isOnLongClock: true,
      rule: "clock-words")
  }

  /// "half past nine", "quarter to ten", "twenty past three".
  private func pastHour(at index: Int) -> ClockReading? {
    let minutes: Int
    switch keyword(index) {
    case .half: minutes = 30
    case .quarter: minutes = 15
    default: minutes = wordValue(index)
    }
    let isPast = keyword(index + 1) == .past
    guard isPast || keyword(index + 1) == .to, minutes > 0, minutes <= 30, minutes % 5 == 0,
      isPast || minutes < 30
    else { return nil }
    let hour =
      roles(index + 2).contains(.cardinal)
      ? wordValue(index + 2) : plainInteger(index + 2, digits: 2)
    guard let hour, (1...12).contains(hour), !roles(index + 3).contains(.scale),
      keyword(index + 3) != .percent, !isMark(index + 3, "%"), !isPlural(index + 3)
    else { return nil }
    var reading = ClockReading(
      pieces: index..<index + 3, hour: isPast ? hour : (hour + 10) % 12 + 1,
      minute: isPast ? minutes : 60 - minutes, rule: "clock-words")
    if let half = halfDay(at: index + 3) {
      reading.half = half.half
      reading.pieces = index..<half.end
    } else {
      reading.half = daytime(at: index + 3)
    }
    return reading
  }

  // MARK: Words around

  /// Digits with a colon are a time behind "at", "until", a weekday or a date, and in front of what
  /// has one: "the 10:15 train".
  private func isClockByContext(_ reading: ClockReading, _ end: Int) -> Bool {
    let index = reading.pieces.lowerBound
    // "cut from 2:05:30 to 2:04:10" is how long a race took.
    if reading.precision == .second { return keyword(index - 1) == .at }
    if asksForTime(index - 1) { return true }
    let before = isMark(index - 1, ",") ? index - 2 : index - 1
    if roles(before).contains(.weekday) { return true }
    if let date = dates.last, date.pieces.upperBound == before + 1 { return true }
    if let clock = clocks.last, index - clock.pieces.upperBound == 1 { return true }
    if daytime(at: end) != nil { return true }
    let timed: [StaticString] = [
      "train", "flight", "bus", "ferry", "service", "departure", "showing", "kick-off", "kickoff",
      "news", "bulletin", "train's", "appointment", "slot", "start",
    ]
    return keyword(index - 1) == .the && spells(end, anyOf: timed)
  }

  private func asksForTime(_ index: Int) -> Bool {
    switch keyword(index) {
    case .at, .until, .from, .before, .after, .since, .between, .by, .around, .past, .to:
      true
    default: spells(index, "till")
    }
  }
}

// MARK: Days

/// A time of day with its place, before its day is known.
struct FoundClock {
  let reading: ClockReading
  let range: TextRange
  /// The words of the date beside it.
  let dayRange: TextRange?
  let sentence: Int
  let tokens: Range<Int>

  /// Nil where no day has such a time.
  func quantity(among dates: [Quantity]) -> Quantity? {
    guard var time = reading.time else { return nil }
    if let dayRange, case .date(let period)? = dates.first(where: { $0.range == dayRange })?.value,
      period.precision == .day
    {
      time = time.on(period.start)
    }
    return Quantity(
      range: range, value: .clock(time), unit: .none, kind: .time, lastPlace: DecimalNumber(1),
      sentence: sentence, tokens: tokens, rule: reading.rule)
  }
}

extension SentenceReader {
  /// The date right before or behind a time: "03:12 GMT on 4 March", "Tuesday at 8 p.m."
  func dayBeside(_ clock: ClockReading) -> DateReading? {
    dates.first { date in
      let gap =
        date.pieces.lowerBound >= clock.pieces.upperBound
        ? clock.pieces.upperBound..<date.pieces.lowerBound
        : date.pieces.upperBound..<max(date.pieces.upperBound, clock.pieces.lowerBound)
      guard gap.count <= 2 else { return false }
      return gap.allSatisfy { index in
        switch keyword(index) {
        case .on, .at, .of, .the: true
        default: isMark(index, ",")
        }
      }
    }
  }
}
