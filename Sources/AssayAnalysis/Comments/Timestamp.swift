/// A moment to the second, as comments and front matter write it.
public struct Timestamp: Sendable, Hashable, Comparable {
  /// Since 1970-01-01T00:00:00Z, in seconds, without leap seconds.
  public let unixSeconds: Int
  /// The day as written, before the shift to UTC.
  public let writtenDate: CalendarDate

  /// Nil outside the years 1 to 9999.
  public init?(unixSeconds: Int) {
    let day = unixSeconds >= 0 ? unixSeconds / 86_400 : (unixSeconds - 86_399) / 86_400
    // Year 9999 ends on day 2,932,896; this also keeps the arithmetic far from overflow.
    guard (-719_162...2_932_896).contains(day), let date = CalendarDate(dayNumber: day) else {
      return nil
    }
    self.unixSeconds = unixSeconds
    writtenDate = date
  }

  /// Reads ISO 8601 with date and time: `2026-04-12T10:14:00Z`, `…T12:14+02:00`, `… 10:14:00.5Z`.
  /// A time without a zone is taken as UTC; fractions of a second are cut off.
  public init?(iso text: String) {
    var reader = DigitReader(bytes: Array(text.utf8))
    guard let year = reader.digits(4), reader.skip("-"), let month = reader.digits(2),
      reader.skip("-"), let day = reader.digits(2),
      let date = CalendarDate(year: year, month: month, day: day),
      reader.skip("T") || reader.skip("t") || reader.skip(" "),
      let hour = reader.digits(2), hour < 24, reader.skip(":"),
      let minute = reader.digits(2), minute < 60
    else { return nil }
    var second = 0
    if reader.skip(":") {
      guard let read = reader.digits(2), read <= 60 else { return nil }
      second = read
      if reader.skip(".") || reader.skip(","), !reader.skipDigits() { return nil }
    }
    guard let offset = reader.zone(), reader.isAtEnd else { return nil }
    unixSeconds = date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second - offset
    guard Timestamp(unixSeconds: unixSeconds) != nil else { return nil }
    writtenDate = date
  }

  /// `YYYY-MM-DDThh:mm:ssZ`.
  public var iso: String {
    let days = unixSeconds >= 0 ? unixSeconds / 86_400 : (unixSeconds - 86_399) / 86_400
    let date = CalendarDate(dayNumber: days) ?? writtenDate
    let seconds = unixSeconds - days * 86_400
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(padded)
    return "\(date.iso)T\(time.joined(separator: ":"))Z"
  }

  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.unixSeconds < right.unixSeconds
  }
}

private struct DigitReader {
  let bytes: [UInt8]
  var index = 0

  var isAtEnd: Bool { index == bytes.count }

  mutating func digits(_ count: Int) -> Int? {
    guard index + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[index..<index + count] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    index += count
    return value
  }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  mutating func skipDigits() -> Bool {
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    return index > start
  }

  /// The zone's distance from UTC in seconds; 0 where none is written.
  mutating func zone() -> Int? {
    if isAtEnd || skip("Z") || skip("z") { return 0 }
    _ = skip(" ")
    let isAhead = skip("+")
    guard isAhead || skip("-"), let hours = digits(2), hours < 24 else { return nil }
    _ = skip(":")
    let minutes = isAtEnd ? 0 : digits(2)
    guard let minutes, minutes < 60 else { return nil }
    return (isAhead ? 1 : -1) * (hours * 3600 + minutes * 60)
  }
}
