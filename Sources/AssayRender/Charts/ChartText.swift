import AssayAnalysis

/// About how wide words are in the sans face of a chart, in pixels; on the safe side, since the
/// reader's font is not known here.
func textWidth(_ words: String, size: Double = 13) -> Double {
  words.unicodeScalars.reduce(0.0) { $0 + ems($1) } * size
}

/// Words cut to a width, with an ellipsis where something was cut.
func fitted(_ words: String, width: Double, size: Double = 13) -> String {
  if textWidth(words, size: size) <= width { return words }
  var (end, wide) = (words.startIndex, 0.0)
  for index in words.indices {
    wide = words[index].unicodeScalars.reduce(wide) { $0 + ems($1) }
    guard (wide + ems("…")) * size <= width else { break }
    end = words.index(after: index)
  }
  return words[..<end] + "…"
}

/// The width of a character in the height of its line.
private func ems(_ scalar: Unicode.Scalar) -> Double {
  scalar.isASCII ? asciiEms[Int(scalar.value)] : measuredEms(scalar)
}

/// Charts measure hundreds of thousands of letters.
private let asciiEms = (0..<128).map { measuredEms(Unicode.Scalar(UInt8($0))) }

private func measuredEms(_ scalar: Unicode.Scalar) -> Double {
  switch scalar {
  case "i", "j", "l", "I", ".", ",", ":", ";", "'", "’", "|", "!", "(", ")", "[", "]", " ": 0.32
  case "m", "w", "M", "W", "%", "→", "—": 0.92
  case "A"..."Z", "&": 0.7
  case "\u{1100}"..."\u{11FF}", "\u{2E80}"..."\u{D7FF}", "\u{1F000}"..."\u{1FFFF}": 1.1
  default: 0.57
  }
}

/// A number for a label: at most `decimals` places, thousands apart by a comma, a true minus.
func chartNumber(_ value: Double, decimals: Int = 1) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return "–" }
  let power = (0..<decimals).reduce(1.0) { result, _ in result * 10 }
  let scaled = Int((abs(value) * power).rounded())
  var bytes: [UInt8] = value < 0 && scaled != 0 ? Array("−".utf8) : []
  DecimalNumber(scaled / Int(power)).appendGrouped(to: &bytes)
  var (fraction, places) = (scaled % Int(power), decimals)
  while places > 0, fraction % 10 == 0 {
    fraction /= 10
    places -= 1
  }
  if places > 0 {
    bytes.append(UInt8(ascii: "."))
    let start = bytes.count
    appendInteger(fraction, to: &bytes)
    let missing = places - (bytes.count - start)
    bytes.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: missing), at: start)
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// A change in percent for a title: "23.5 %".
func percentText(from start: Double, to end: Double) -> String {
  guard start != 0 else { return "–" }
  return chartNumber(abs((end - start) / start) * 100) + "\u{A0}%"
}

/// Axis values share a scale word, so that ticks stay short: 1,200,000 is "1.2M".
func tickText(_ value: Double) -> String {
  switch abs(value) {
  case 1e12...: chartNumber(value / 1e12, decimals: 2) + "T"
  case 1e9...: chartNumber(value / 1e9, decimals: 2) + "B"
  case 1e6...: chartNumber(value / 1e6, decimals: 2) + "M"
  case 1e4...: chartNumber(value / 1e3, decimals: 1) + "k"
  default: chartNumber(value, decimals: 3)
  }
}

/// "10 Apr 2026".
func shortDate(_ date: CalendarDate, withYear: Bool = true) -> String {
  let month = CalendarDate.monthNames[date.month - 1].prefix(3)
  return "\(date.day) \(month)" + (withYear ? " \(date.year)" : "")
}
