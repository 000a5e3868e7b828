/// Finds the time a page shows beside a comment: "2 hours ago", "3d", "April 12, 2026 at 10:14 am".
///
/// Such a time is kept as written: the page's clock and zone are not known.
enum PastedTime {
  /// The tokens of a short line, in lower case, without punctuation around them.
  static func tokens(_ line: String) -> [Substring] {
    line.lowercased().split { $0.isWhitespace || "·•|()[]–—,*".contains($0) }
      .map { word in
        // Pages set a note right after a time: "Oct 15Edited".
        let isGlued = word.count > 6 && word.hasSuffix("edited") && word.first?.isNumber ?? false
        var word = isGlued ? word.dropLast(6) : word
        while let last = word.last, ".:-".contains(last) { word.removeLast() }
        while let first = word.first, "-".contains(first) { word.removeFirst() }
        if word.first == "@", word.dropFirst().first?.isNumber ?? false { word.removeFirst() }
        return word
      }.filter { !$0.isEmpty }
  }

  /// One past the time that begins at a token; nil where none does.
  static func end(in tokens: ArraySlice<Substring>) -> Int? {
    guard let first = tokens.first else { return nil }
    let start = tokens.startIndex
    let rest = tokens.dropFirst()
    if first == "just", rest.first == "now" { return start + 2 }
    if let end = relativeEnd(first, rest) { return end }
    return absoluteEnd(tokens)
  }

  private static func relativeEnd(_ first: Substring, _ rest: ArraySlice<Substring>) -> Int? {
    let start = rest.startIndex
    if isCompact(first) { return rest.first == "ago" ? start + 1 : start }
    for opening in agoOpenings where first == opening[0] && rest.starts(with: opening.dropFirst()) {
      let amount = rest.dropFirst(opening.count - 1)
      return countEnd(amount)
    }
    guard let end = countEnd([first] + rest), let last = rest.dropFirst(end - 1).first,
      agoEndings.contains(last)
    else { return nil }
    return start + end
  }

  /// One past a count and its unit: "2 hours", "einer Stunde".
  private static func countEnd(_ tokens: ArraySlice<Substring>) -> Int? {
    guard let count = tokens.first, let unit = tokens.dropFirst().first, units.contains(unit),
      count.allSatisfy({ $0.isASCII && $0.isNumber }) || ones.contains(count)
    else { return nil }
    return tokens.startIndex + 2
  }

  /// `3h`, `2d`, `11mo`.
  private static func isCompact(_ token: Substring) -> Bool {
    let digits = token.prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(digits.count) else { return false }
    return ["s", "m", "h", "d", "w", "y", "mo", "hr", "hrs", "min", "mins", "yr", "wk"]
      .contains(token.dropFirst(digits.count))
  }

  /// A run of parts of a date; it needs a month with a day or a year, or a date in digits.
  private static func absoluteEnd(_ tokens: ArraySlice<Substring>) -> Int? {
    var (hasMonth, hasNumber, hasDate) = (false, false, false)
    var (hasWeekday, hasClock) = (false, false)
    var index = tokens.startIndex
    while index < tokens.endIndex {
      let token = tokens[index]
      if isMonth(token) {
        hasMonth = true
      } else if isDayOrYear(token) {
        hasNumber = true
      } else if isNumericDate(token) {
        hasDate = true
      } else if isClock(token) || (isDottedClock(token) && hasNumber && hasMonth) {
        hasClock = true
      } else if fillers.contains(token) {
        hasWeekday = hasWeekday || token.hasSuffix("day")
      } else {
        break
      }
      index += 1
    }
    // "yesterday at 10:14" has no date; "today" alone is a word like others.
    let isDay = ["yesterday", "today"].contains(tokens.first ?? "") && index == tokens.endIndex
    let isWeekday = hasWeekday && hasClock
    return hasDate || (hasMonth && hasNumber) || isDay || isWeekday ? index : nil
  }

  private static func isMonth(_ token: Substring) -> Bool {
    months.contains(String(token))
  }

  private static func isDayOrYear(_ token: Substring) -> Bool {
    var digits = token
    for suffix in ["st", "nd", "rd", "th"] where token.hasSuffix(suffix) {
      digits = token.dropLast(2)
    }
    // "Mar '24"
    if let mark = digits.first, mark == "'" || mark == "’", digits.utf8.count <= 5 {
      return digits.dropFirst().count == 2 && Int(digits.dropFirst()) != nil
    }
    guard let number = Int(digits) else { return false }
    return (1...31).contains(number) || (1990...2100).contains(number)
  }

  /// `2026-04-12`, `2026-04-12T10:14:00Z`, `12/04/2026`, `12.04.2026`.
  private static func isNumericDate(_ token: Substring) -> Bool {
    if token.utf8.count >= 10, CalendarDate(iso: token.prefix(10)) != nil { return true }
    let parts = token.split { "/.".contains($0) }
    return parts.count == 3 && parts.allSatisfy { Int($0) != nil }
      && [2, 4].contains(parts[2].utf8.count)
  }

  private static func isClock(_ token: Substring) -> Bool {
    var token = token
    for suffix in ["am", "pm", "z"] where token.hasSuffix(suffix) {
      token = token.dropLast(suffix.count)
    }
    let parts = token.split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count)
      && parts.allSatisfy { (1...2).contains($0.utf8.count) && Int($0) != nil }
  }

  /// "9.14", as British pages write it after a date.
  private static func isDottedClock(_ token: Substring) -> Bool {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]) else {
      return false
    }
    return parts[1].utf8.count == 2 && (0...23).contains(hour) && (0...59).contains(minute)
  }

  /// Units of English, German, French, Spanish, Italian, Portuguese, Dutch and Swedish pages.
  private static let units: Set<Substring> = [
    "second", "seconds", "sec", "secs", "minute", "minutes", "min", "mins", "hour", "hours", "hr",
    "hrs", "day", "days", "week", "weeks", "wk", "month", "months", "mo", "year", "years", "yr",
    "yrs",
    "sekunde", "sekunden", "minuten", "stunde", "stunden", "std", "tag", "tagen", "woche",
    "wochen", "monat", "monaten", "jahr", "jahren",
    "seconde", "secondes", "heure", "heures", "jour", "jours", "semaine", "semaines", "mois", "an",
    "ans",
    "segundos", "minuto", "minutos", "hora", "horas", "día", "días", "semana", "semanas", "mes",
    "meses", "año", "años",
    "secondi", "minuti", "ora", "ore", "giorno", "giorni", "settimana", "settimane", "mese",
    "mesi", "anno", "anni",
    "dia", "dias", "mês", "ano", "anos",
    "minuut", "uur", "uren", "dag", "dagen", "weken", "maand", "maanden", "jaar",
    "minut", "minuter", "timme", "timmar", "dagar", "vecka", "veckor", "månad", "månader", "år",
  ]

  private static let ones: Set<Substring> = [
    "a", "an", "one", "einer", "einem", "un", "une", "una", "uma", "um", "een", "en", "ett",
  ]

  /// What stands before the count where "ago" does not stand after it.
  private static let agoOpenings: [[Substring]] = [["vor"], ["il", "y", "a"], ["hace"], ["há"]]

  private static let agoEndings: Set<Substring> = ["ago", "fa", "geleden", "sedan", "atrás"]

  private static let fillers: Set<Substring> = [
    "at", "on", "am", "pm", "a.m", "p.m", "utc", "gmt", "est", "edt", "pst", "pdt", "cet", "cest",
    "bst", "et", "pt", "yesterday", "today", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri",
    "sat", "sun",
  ]

  private static let months: Set<String> = {
    let names = CalendarDate.monthNames.map { $0.lowercased() }
    let others = [
      "januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember",
      "janvier", "février", "mars", "avril", "juin", "juillet", "août", "septembre", "octobre",
      "novembre", "décembre",
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre", "noviembre", "diciembre",
    ]
    return Set(names + names.map { String($0.prefix(3)) } + ["sept"] + others)
  }()
}
