/// Reads a moment as any of the sources writes it.
enum ImportTime {
  /// ISO 8601, `2005-02-24 04:03:37`, `Tue, 14 Jan 2014 17:31:03 +0000`, `Sat Nov 17 05:09:36 2018`,
  /// or seconds or milliseconds since 1970. Without a zone it is UTC. Nil where it is none, also for
  /// WordPress's `0000-00-00`.
  static func seconds(_ text: String?) -> Int? {
    guard let text else { return nil }
    let words = String(decoding: trimmedBlanks(Array(text.utf8)[...]), as: UTF8.self)
    if let time = Timestamp(iso: words) { return time.unixSeconds }
    if let number = Int(words.prefix { $0 != "." }) { return seconds(number) }
    if let date = CalendarDate(iso: words) { return date.dayNumber * 86_400 }
    let withoutZoneName =
      words.hasSuffix(" UTC") || words.hasSuffix(" GMT") ? String(words.dropLast(4)) : words
    return Timestamp(iso: withoutZoneName)?.unixSeconds ?? mailTime(words)
  }

  static func seconds(_ value: JSONValue?) -> Int? {
    guard let value, !value.isNull else { return nil }
    return seconds(value.numeral ?? value.string)
  }

  /// Milliseconds where seconds would lie after the year 5138.
  private static func seconds(_ number: Int) -> Int? {
    guard number > 0 else { return nil }
    let seconds = number >= 100_000_000_000 ? number / 1000 : number
    return Timestamp(unixSeconds: seconds)?.unixSeconds
  }

  /// RFC 5322's order or ctime's, whatever the punctuation: a month's name, a day, a year, a time.
  private static func mailTime(_ text: String) -> Int? {
    var month: Int?
    var day: Int?
    var year: Int?
    var clock: Int?
    var offset = 0
    for word in text.split(whereSeparator: { " ,@()".contains($0) }) {
      if let found = months.firstIndex(where: { word.lowercased().hasPrefix($0) }) {
        month = month ?? found + 1
      } else if let time = clockSeconds(word) {
        clock = clock ?? time
      } else if let zone = zoneSeconds(word) {
        offset = zone
      } else if let number = Int(word) {
        if number > 31 { year = year ?? number } else { day = day ?? number }
      }
    }
    guard let month, let day, let year, let clock,
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    let seconds = date.dayNumber * 86_400 + clock - offset
    return Timestamp(unixSeconds: seconds)?.unixSeconds
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `10:14`, `10:14:00`, `10:14AM`.
  private static func clockSeconds(_ word: Substring) -> Int? {
    let lower = word.lowercased()
    let isAfternoon = lower.hasSuffix("pm")
    let isMorning = lower.hasSuffix("am")
    let digits = isAfternoon || isMorning ? lower.dropLast(2) : lower[...]
    let parts = digits.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2 || parts.count == 3, let hours = parts[0], let minutes = parts[1],
      (0..<24).contains(hours), (0..<60).contains(minutes)
    else { return nil }
    let seconds = parts.count == 3 ? parts[2] ?? 60 : 0
    guard (0..<60).contains(seconds) else { return nil }
    let hour = isAfternoon ? hours % 12 + 12 : isMorning ? hours % 12 : hours
    return hour * 3600 + minutes * 60 + seconds
  }

  /// `+0200`, and the names that exports write.
  private static func zoneSeconds(_ word: Substring) -> Int? {
    if let zone = zones[String(word)] { return zone * 3600 }
    guard word.utf8.count == 5, let sign = word.first, sign == "+" || sign == "-",
      let number = Int(word.dropFirst())
    else { return nil }
    return (sign == "-" ? -1 : 1) * (number / 100 * 3600 + number % 100 * 60)
  }

  private static let zones = [
    "UTC": 0, "GMT": 0, "Z": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7, "WIB": 7, "CET": 1, "CEST": 2,
  ]
}
