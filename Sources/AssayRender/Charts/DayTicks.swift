import AssayAnalysis

/// Ticks on an axis of days.
enum DayTicks {
  /// A tick: the day's number since 1970 and its words.
  struct Tick: Equatable {
    let day: Int
    let words: String
  }

  /// At most `count` round days between two: of the year, the month, or the day of the month.
  static func ticks(from first: Int, to last: Int, atMost count: Int) -> [Tick] {
    guard last >= first, count > 0 else { return [] }
    for step in [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] where last - first > 800 {
      let ticks = years(first, last, step)
      if ticks.count <= count { return ticks }
    }
    for step in [1, 2, 3, 6] where last - first > 45 {
      let ticks = months(first, last, step)
      if ticks.count <= count { return ticks }
    }
    if last - first > 45 { return years(first, last, 1) }
    for step in [1, 2, 5, 7, 14] {
      let ticks = stride(from: first, through: last, by: step).compactMap { day in
        CalendarDate(dayNumber: day).map { Tick(day: day, words: shortDate($0, withYear: false)) }
      }
      if ticks.count <= count { return ticks }
    }
    return []
  }

  private static func years(_ first: Int, _ last: Int, _ step: Int) -> [Tick] {
    guard let start = CalendarDate(dayNumber: first)?.year,
      let end = CalendarDate(dayNumber: last)?.year
    else { return [] }
    return stride(from: (start + step - 1) / step * step, through: end, by: step).compactMap {
      guard let day = CalendarDate(year: $0, month: 1, day: 1)?.dayNumber,
        (first...last).contains(day)
      else { return nil }
      return Tick(day: day, words: String($0))
    }
  }

  private static func months(_ first: Int, _ last: Int, _ step: Int) -> [Tick] {
    guard let start = CalendarDate(dayNumber: first) else { return [] }
    var ticks: [Tick] = []
    var month = start.year * 12 + start.month - 1
    while let date = CalendarDate(year: month / 12, month: month % 12 + 1, day: 1),
      date.dayNumber <= last
    {
      if date.dayNumber >= first, (date.month - 1) % step == 0 {
        let name = String(CalendarDate.monthNames[date.month - 1].prefix(3))
        let isNewYear = ticks.isEmpty || date.month == 1
        ticks.append(
          Tick(day: date.dayNumber, words: isNewYear ? "\(name) \(date.year)" : name))
      }
      month += 1
    }
    return ticks
  }
}
