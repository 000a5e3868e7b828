public import AssayAnalysis

extension Verdict {
  /// As a page says it.
  public var words: String {
    switch self {
    case .contradicted: "contradicted"
    case .doubtful: "doubtful"
    case .unsupported: "unsupported"
    case .needsReference: "needs a source"
    case .needsContext: "needs context"
    case .consistent: "consistent"
    case .derived: "computed"
    case .notCheckable: "not checkable"
    }
  }
}

/// The class and the words of a claim that may have no verdict.
enum VerdictMark {
  static func className(_ verdict: Verdict?) -> String {
    guard let verdict else { return "v-unchecked" }
    return switch verdict {
    case .contradicted: "v-contradicted"
    case .doubtful: "v-doubtful"
    case .unsupported: "v-unsupported"
    case .needsReference: "v-needs-reference"
    case .needsContext: "v-needs-context"
    case .consistent: "v-consistent"
    case .derived: "v-derived"
    case .notCheckable: "v-not-checkable"
    }
  }

  /// The class after another one. Most claims were not checked and have none: styles begin with
  /// what is said of those.
  static func appendClass(_ verdict: Verdict?, to html: inout HTMLWriter) {
    guard verdict != nil else { return }
    html.markup(" ")
    html.raw(className(verdict))
  }

  static func words(_ verdict: Verdict?) -> String { verdict?.words ?? "unchecked" }

  /// In the order that reports show them; nil is a claim that no check spoke of.
  static let all: [Verdict?] = [
    .contradicted, .doubtful, .unsupported, .consistent, .needsContext, .needsReference, .derived,
    .notCheckable, nil,
  ]
}

extension Polarity {
  /// The sign that stands beside the word, so that colour is not needed.
  var sign: String {
    switch self {
    case .positive: "+"
    case .negative: "−"
    case .neutral: "○"
    case .mixed: "±"
    }
  }
}

/// "1 claim", "1,480 claims".
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  groupedDigits(count) + " " + (count == 1 ? one : many ?? one + "s")
}

/// "12,480".
func groupedDigits(_ number: Int) -> String {
  let digits = String(number.magnitude)
  guard digits.utf8.count > 3 else { return String(number) }
  var text = number < 0 ? "−" : ""
  for (index, digit) in digits.unicodeScalars.enumerated() {
    if index > 0, (digits.utf8.count - index) % 3 == 0 { text.unicodeScalars.append(",") }
    text.unicodeScalars.append(digit)
  }
  return text
}

/// "12 April 2026".
func longDate(_ date: CalendarDate) -> String {
  "\(date.day) \(CalendarDate.monthNames[date.month - 1]) \(date.year)"
}

/// "12 Apr 2026, 10:14" for `2026-04-12T10:14:00Z`; text of another form as it is.
func shortTime(_ iso: String) -> String {
  guard let date = CalendarDate(iso: Substring(iso.utf8.prefix(10))) else { return iso }
  let clock = iso.utf8.dropFirst(11).prefix(5)
  let day = shortDate(date)
  return clock.count == 5 ? day + ", " + String(decoding: clock, as: UTF8.self) : day
}

/// "a, b and c".
func enumerated(_ words: [String]) -> String {
  guard let last = words.last else { return "" }
  return words.count == 1 ? last : words.dropLast().joined(separator: ", ") + " and " + last
}
