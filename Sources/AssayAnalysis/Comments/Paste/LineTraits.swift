/// What the look of a paragraph says about who wrote it: an author at a desk, or a reader below.
///
/// Only the first few hundred bytes and the last few are looked at.
struct LineTraits {
  /// Lower-case words, at most sixty; apostrophes are straight.
  let words: [String]
  /// The same words as written.
  let writtenWords: [String]
  let byteCount: Int
  let startsLower: Bool
  let startsUpper: Bool
  let startsWithQuote: Bool
  /// Whether it begins with a bullet or a number and a point.
  let isListItem: Bool
  /// The last character that is no quote mark or bracket.
  let lastCharacter: Unicode.Scalar
  /// Whether a colon follows the first word.
  let hasOpeningColon: Bool
  /// A sentence inside that begins in lower case: "to 273. the market".
  let hasLowerSentence: Bool

  private static let window = 600

  init(_ bytes: ArraySlice<UInt8>) {
    byteCount = bytes.count
    let text = String(decoding: bytes.prefix(LineTraits.window), as: UTF8.self)
    let scalars = Array(text.unicodeScalars)
    (words, writtenWords) = LineTraits.words(scalars)
    let first = scalars.first ?? " "
    let second = scalars.count > 1 ? scalars[1] : " "
    hasOpeningColon = scalars.drop { $0.properties.isAlphabetic }.first == ":"
    startsLower = first.properties.isLowercase && !second.properties.isUppercase
    startsUpper = first.properties.isUppercase
    startsWithQuote = ["\"", "“", "‘", "«", "„", "'"].contains(first)
    isListItem = LineTraits.isListItem(scalars)
    let tail = String(decoding: bytes.suffix(40), as: UTF8.self).unicodeScalars
    lastCharacter = tail.last { !["\"", "”", "’", ")", "]", "»", "*", "_"].contains($0) } ?? " "
    hasLowerSentence = LineTraits.hasLowerSentence(scalars)
  }

  var wordCount: Int { words.count }

  var endsSentence: Bool { [".", "!", "?", "…", "。"].contains(lastCharacter) }

  /// No end of a sentence after what is long enough to be one.
  var endsOpen: Bool {
    !endsSentence && ![":", ";", ","].contains(lastCharacter) && wordCount >= 6
  }

  private static func words(_ scalars: [Unicode.Scalar]) -> (lower: [String], written: [String]) {
    var written: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in scalars {
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil || scalar == "_" {
        word.append(scalar)
      } else if scalar == "'" || scalar == "’" {
        if !word.isEmpty { word.append("'") }
      } else if !word.isEmpty {
        written.append(String(word))
        word.removeAll()
        if written.count == 60 { break }
      }
    }
    if !word.isEmpty, written.count < 60 { written.append(String(word)) }
    return (written.map { $0.lowercased() }, written)
  }

  private static func isListItem(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let first = scalars.first else { return false }
    if ["-", "*", "+", "•", "–", "◦", "▪", "·"].contains(first) {
      return scalars.count > 1 && scalars[1].properties.isWhitespace
    }
    let digits = scalars.prefix { ("0"..."9").contains($0) }.count
    guard (1...3).contains(digits), scalars.count > digits + 1 else { return false }
    return [".", ")"].contains(scalars[digits]) && scalars[digits + 1].properties.isWhitespace
  }

  /// A full stop after a word of four letters or a number, then a lower-case word. Abbreviations
  /// are shorter, mostly.
  private static func hasLowerSentence(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.count > 8 else { return false }
    for index in 5..<scalars.count - 3
    where [".", "!", "?"].contains(scalars[index]) && scalars[index + 1] == " " {
      let before = scalars[(index - 4)..<index]
      let isWord = before.allSatisfy { $0.properties.isLowercase }
      let isNumber = ("0"..."9").contains(scalars[index - 1])
      let after = scalars[index + 2]
      if isWord || isNumber, after.properties.isLowercase,
        !scalars[index + 3].properties.isUppercase
      {
        return true
      }
    }
    return false
  }
}

extension LineTraits {
  /// Marks that edited prose does not bear.
  var isInformal: Bool {
    guard !isListItem, wordCount >= 3 else { return false }
    if startsLower || hasLowerSentence { return true }
    if writtenWords.contains(where: { LineTraits.informalWords.contains($0) }) { return true }
    return words.first.map { LineTraits.slang.contains($0) } ?? false
      || words.contains { LineTraits.slang.contains($0) }
  }

  /// Somebody speaks for themselves or to somebody, outside a quotation.
  var isPersonal: Bool {
    guard !startsWithQuote else { return false }
    return words.contains { LineTraits.persons.contains($0) } || praisesArticle
      || (lastCharacter == "!" || lastCharacter == "?")
  }

  private var praisesArticle: Bool {
    guard wordCount >= 2 else { return false }
    let opening = words.prefix(3)
    return opening.contains { LineTraits.praise.contains($0) }
      && words.prefix(8).contains { LineTraits.pieces.contains($0) }
  }

  /// Written so, in this case.
  private static let informalWords: Set<String> = [
    "i", "im", "i'm", "ive", "i've", "u", "ur", "dont", "cant", "wont", "didnt",
    "doesnt", "isnt", "wasnt", "thats", "youre", "theyre", "whats", "heres",
  ]

  private static let slang: Set<String> = [
    "lol", "lmao", "lmfao", "rofl", "bruh", "bro", "imo", "imho", "tbh", "smh", "wtf", "omg", "idk",
    "iirc", "afaik", "fwiw", "ngl", "tldr", "yolo", "fomo", "hodl", "wagmi", "ngmi", "gonna",
    "gotta", "wanna", "dunno", "yeah", "yep", "nope", "nah", "ugh", "meh", "haha", "hahaha", "hmm",
    "umm", "wow", "thx", "pls", "plz", "kinda", "sorta", "dude", "yall", "y'all", "btw", "jfc",
    "lfg", "gtfo", "stfu", "rekt", "cope", "copium",
  ]

  private static let persons: Set<String> = [
    "i", "i'm", "i've", "i'd", "i'll", "my", "me", "myself", "mine", "you", "your", "you're",
    "you've", "yours",
  ]

  private static let praise: Set<String> = [
    "great", "good", "nice", "interesting", "excellent", "thanks", "thank", "terrible", "awful",
    "brilliant", "solid", "fascinating", "wonderful", "amazing", "poor", "lazy", "best", "this",
    "another",
  ]

  private static let pieces: Set<String> = [
    "article", "read", "piece", "analysis", "post", "write", "writeup", "reporting", "summary",
    "story", "author", "sharing", "coverage", "journalism",
  ]
}
