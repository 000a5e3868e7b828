/// A time of day, with its zone and its day where the words give them.
public struct ClockTime: Sendable, Hashable {
  /// Since midnight: 0 to 86,400, which is the midnight that ends the day.
  public let seconds: Int
  public let precision: Precision
  /// Minutes east of UTC; nil where no zone is named, and for one that the season shifts and the
  /// words leave open ("Eastern Time").
  public let offset: Int?
  /// False where the words fit morning and evening alike: "8 o'clock", read as 08:00.
  public let isHalfDayKnown: Bool
  /// The day that the words beside it name: "03:12 GMT on 4 March 2024".
  public let day: CalendarDate?

  public enum Precision: String, Sendable, Hashable, CaseIterable {
    case hour, minute, second
  }

  /// Nil for what no day has: more than 24 hours, 60 minutes.
  public init?(
    hour: Int, minute: Int = 0, second: Int = 0, precision: Precision, offset: Int? = nil,
    isHalfDayKnown: Bool = true, day: CalendarDate? = nil
  ) {
    guard (0...24).contains(hour), (0..<60).contains(minute), (0..<61).contains(second),
      hour < 24 || minute + second == 0
    else { return nil }
    seconds = hour * 3600 + minute * 60 + min(second, 59)
    self.precision = precision
    self.offset = offset
    self.isHalfDayKnown = isHalfDayKnown
    self.day = day
  }

  /// ISO 8601: "T20:00", "T14:05Z", "2024-03-04T03:12:30-05:00".
  public var iso: String {
    var text = (day?.iso ?? "") + "T" + twoDigits(seconds / 3600) + ":"
    text += twoDigits(seconds / 60 % 60)
    if precision == .second { text += ":" + twoDigits(seconds % 60) }
    guard let offset else { return text }
    if offset == 0 { return text + "Z" }
    let minutes = abs(offset)
    return text + (offset < 0 ? "-" : "+") + twoDigits(minutes / 60) + ":"
      + twoDigits(minutes % 60)
  }

  /// The same time on a day.
  func on(_ day: CalendarDate) -> ClockTime {
    ClockTime(self, day: day)
  }

  private init(_ time: ClockTime, day: CalendarDate) {
    seconds = time.seconds
    precision = time.precision
    offset = time.offset
    isHalfDayKnown = time.isHalfDayKnown
    self.day = day
  }
}

private func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}

/// Zones as texts name them, with their minutes east of UTC; the IANA time zone database is the
/// source. One that has a summer time and is named without it ("ET") has no offset, as has one whose
/// letters mean several ("IST": India, Israel, Ireland; "CST": Chicago, China).
enum TimeZoneNames {
  static let rows: [(name: StaticString, offset: Int?)] = [
    ("z", 0), ("utc", 0), ("gmt", 0), ("wet", 0), ("west", 60), ("bst", 60), ("cet", 60),
    ("cest", 120), ("eet", 120), ("eest", 180), ("msk", 180), ("est", -300), ("edt", -240),
    ("cst", nil), ("cdt", -300), ("mst", -420), ("mdt", -360), ("pst", -480), ("pdt", -420),
    ("akst", -540), ("akdt", -480), ("hst", -600), ("ist", nil), ("pkt", 300), ("sgt", 480),
    ("hkt", 480), ("jst", 540), ("kst", 540), ("aest", 600), ("aedt", 660), ("acst", 570),
    ("acdt", 630), ("awst", 480), ("nzst", 720), ("nzdt", 780), ("sast", 120), ("wat", 60),
    ("eat", 180), ("brt", -180), ("et", nil), ("ct", nil), ("mt", nil), ("pt", nil),
  ]
}
