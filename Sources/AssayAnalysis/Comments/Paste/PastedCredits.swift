/// Lines that name an author and a time in a form that is sure only where it comes twice: an article
/// has one line like them, comments have one each.
///
/// "Comment posted by Old Salt, at 09:14 12 Mar", "by marlow » Mon Mar 04, 2024 10:14 am",
/// "Harold, Leeds, United Kingdom, 2 hours ago".
struct PastedCredits {
  private var found: [Int: PastedFurniture.Header] = [:]

  private static let maximumBytes = 140

  init(_ page: PastedPage, from first: Int) {
    var byForm: [Bool: [Int: PastedFurniture.Header]] = [:]
    for index in first..<max(first, page.paragraphs.count) where page.furniture[index] == nil {
      guard page.traits[index].byteCount <= Self.maximumBytes, page.traits[index].wordCount >= 3
      else {
        continue
      }
      let line = page.text(index)
      if let header = Self.afterBy(line) {
        byForm[true, default: [:]][index] = header
      } else if let header = Self.withPlace(line) {
        byForm[false, default: [:]][index] = header
      }
    }
    for lines in byForm.values where lines.count >= 2 { found.merge(lines) { first, _ in first } }
  }

  subscript(index: Int) -> PastedFurniture.Header? { found[index] }

  /// "by NAME" among the first words, and a time after it.
  private static func afterBy(_ line: String) -> PastedFurniture.Header? {
    let words = line.split(separator: " ")
    guard let by = words.prefix(3).firstIndex(where: { $0.lowercased() == "by" }),
      words[..<by].allSatisfy({ openings.contains($0.lowercased()) })
    else { return nil }
    var name: [Substring] = []
    var rest = words[(by + 1)...]
    while let word = rest.first, name.count < 3, !endings.contains(word.lowercased()),
      word.first.map({ $0.isLetter || $0.isNumber }) ?? false
    {
      rest.removeFirst()
      name.append(word.last == "," ? word.dropLast() : word)
      if word.last == "," { break }
    }
    let tokens = PastedTime.tokens(rest.joined(separator: " "))
    guard !name.isEmpty, let time = PastedFurniture.time(in: tokens) else { return nil }
    return header(name.joined(separator: " "), tokens[time].joined(separator: " "))
  }

  /// A name, one or two places, and a time, with commas between.
  private static func withPlace(_ line: String) -> PastedFurniture.Header? {
    let pieces = line.split(separator: ",").map { $0.drop { $0 == " " } }
    guard (3...4).contains(pieces.count), let name = pieces.first, let last = pieces.last,
      name.split(separator: " ").count <= 3,
      pieces[1..<pieces.count - 1].allSatisfy({ piece in
        (piece.first?.isUppercase ?? false) && !piece.contains { $0.isNumber }
      })
    else { return nil }
    let tokens = PastedTime.tokens(String(last))
    guard let end = PastedTime.end(in: tokens[...]), end == tokens.count else { return nil }
    return header(String(name), String(last))
  }

  private static func header(_ name: String, _ posted: String) -> PastedFurniture.Header? {
    guard name.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return nil }
    var header = PastedFurniture.Header()
    header.author = name
    header.posted = posted
    return header
  }

  private static let openings: Set<String> = ["comment", "posted", "submitted", "written", "post"]
  private static let endings: Set<String> = ["at", "on", "»", "|", "-", "–", "·", "•", "→"]
}
