/// Who wrote a pasted article and when, by the lines between its title and its first paragraph:
/// "By Marta Lindqvist, Transport correspondent", "Published 3 March 2026, 07:45".
struct PastedByline {
  private(set) var authors: [String] = []
  private(set) var date: CalendarDate?
  private(set) var updated: CalendarDate?
  /// The paragraphs that say nothing else.
  private(set) var paragraphs: Set<Int> = []

  /// Pages have a title, a summary, names, a date, a place and a picture there, rarely more.
  private static let maximumLines = 8

  init(_ page: PastedPage, in range: Range<Int>) {
    for index in range.dropFirst().prefix(PastedByline.maximumLines) {
      let traits = page.traits[index]
      if page.isProse(index) { break }
      guard traits.byteCount <= 160 else { continue }
      var pieces = page.text(index).split { "|·•".contains($0) }.map(PastedByline.words)
      pieces.removeAll { $0.isEmpty }
      if pieces.isEmpty { continue }
      if pieces.allSatisfy({ take($0) }) { paragraphs.insert(index) }
    }
  }

  /// Whether a piece of a line is a byline, a date or the time it takes to read.
  private mutating func take(_ words: [Substring]) -> Bool {
    if takeAuthors(words) || takeDate(words) { return true }
    return words.count <= 4 && words.last?.lowercased() == "read"
      && words.contains { $0.lowercased().hasPrefix("min") }
  }

  private static func words(_ piece: Substring) -> [Substring] {
    PastedFurniture.unmarked(String(piece)).split { $0.isWhitespace }.map { $0[...] }
  }
}

// MARK: Names

extension PastedByline {
  private mutating func takeAuthors(_ words: [Substring]) -> Bool {
    guard authors.isEmpty, let first = words.first,
      ["by", "by:"].contains(first.lowercased()), words.count >= 3
    else { return false }
    var names: [[Substring]] = [[]]
    for word in words.dropFirst() {
      if ["and", "&"].contains(word.lowercased()) {
        names.append([])
        continue
      }
      let isLast = word.hasSuffix(",")
      names[names.count - 1].append(isLast ? word.dropLast() : word)
      if isLast { names.append([]) }
    }
    let people = names.filter(PastedByline.isName)
    // What follows the names is what they do: "Transport correspondent".
    guard !people.isEmpty, names.first.map(PastedByline.isName) ?? false else { return false }
    authors = people.map { $0.joined(separator: " ") }
    return true
  }

  private static func isName(_ words: [Substring]) -> Bool {
    guard (2...4).contains(words.count) else { return false }
    return words.allSatisfy { word in
      let isParticle = ["de", "van", "von", "der", "da", "di", "bin", "al", "la"].contains(word)
      return (word.first?.isUppercase ?? false || isParticle)
        && word.allSatisfy { $0.isLetter || "-'’.".contains($0) }
    } && !words.contains { roles.contains($0.lowercased()) }
  }

  private static let roles: Set<String> = [
    "correspondent", "reporter", "editor", "staff", "writer", "columnist", "news", "desk",
  ]
}

// MARK: Dates

extension PastedByline {
  private mutating func takeDate(_ words: [Substring]) -> Bool {
    var words = words.map { $0.lowercased() }
    let isUpdate = words.contains { $0.hasPrefix("updated") || $0.hasPrefix("modified") }
    while let first = words.first, PastedByline.openings.contains(first.trimmed) {
      words.removeFirst()
    }
    guard let found = PastedByline.date(words[...]) else { return false }
    if isUpdate {
      updated = updated ?? found
    } else {
      date = date ?? found
    }
    return true
  }

  /// A date with nothing but a time behind it; nil where the order of its numbers is open.
  private static func date(_ words: ArraySlice<String>) -> CalendarDate? {
    var (day, month, year) = (nil as Int?, nil as Int?, nil as Int?)
    var date: CalendarDate?
    for word in words {
      let word = word.trimmed
      if date == nil, word.utf8.count >= 10, let iso = CalendarDate(iso: word.prefix(10)) {
        date = iso
      } else if month == nil, let number = self.month(word) {
        month = number
      } else if let number = Int(word.droppingOrdinal) {
        if year == nil, (1900...2200).contains(number) {
          year = number
        } else if day == nil, (1...31).contains(number) {
          day = number
        } else {
          return nil
        }
      } else if !isClock(word) {
        return nil
      }
    }
    guard let day, let month, let year else { return date }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func month(_ word: String) -> Int? {
    CalendarDate.monthNames.firstIndex { name in
      let name = name.lowercased()
      return word == name || word == name.prefix(3) || word == "sept" && name == "september"
    }.map { $0 + 1 }
  }

  /// "07:45", "7:45am", "pm", "GMT".
  private static func isClock(_ word: String) -> Bool {
    clockWords.contains(word)
      || word.contains(":") && word.allSatisfy { $0.isNumber || ":apmz.".contains($0) }
      || ["am", "pm"].contains { word.hasSuffix($0) && word.dropLast(2).allSatisfy(\.isNumber) }
  }

  private static let openings: Set<String> = [
    "published", "posted", "updated", "first", "last", "modified", "on", "at", "date", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu",
    "fri", "sat", "sun",
  ]

  private static let clockWords: Set<String> = [
    "at", "a.m", "p.m", "utc", "gmt", "bst", "cet", "cest", "et", "est", "edt", "pt", "pst", "pdt",
    "-", "–", "—",
  ]
}

extension String {
  /// Without the marks around a word of a date: "12," and "updated:".
  fileprivate var trimmed: String {
    String(drop { "(,".contains($0) }.reversed().drop { ",:.)".contains($0) }.reversed())
  }

  /// "3" of "3rd".
  fileprivate var droppingOrdinal: Substring {
    let digits = prefix { $0.isASCII && $0.isNumber }
    return ["st", "nd", "rd", "th"].contains(dropFirst(digits.count)) ? digits : self[...]
  }
}
