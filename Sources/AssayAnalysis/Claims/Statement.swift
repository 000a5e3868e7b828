/// Quantities that one clause holds together, each in its role: "sales rose 5 % to 63 from 60".
struct Statement {
  struct Slot {
    /// Index in the part's quantities.
    let quantity: Int
    var role: Claim.Role
    /// The word that says which way, where it is not the statement's verb.
    var direction: Claim.Direction?
    var cue: Int?
    /// Words stand between the quantity and what gives it its role.
    var isLoose = false
    /// "a loss of": its sign is the other way round.
    var sign: Sign?

    func taking(_ role: Claim.Role) -> Slot {
      var slot = self
      slot.role = role
      return slot
    }
  }

  enum Sign { case loss, profit }

  /// The token that says that something changed or has a value; nil for a bare noun phrase.
  var verb: Int?
  var direction: Claim.Direction?
  /// The word that gave the direction, where the verb did not: "totalled 4.7, down from 5.1".
  var directionCue: Int?
  /// "was", "totalled": says a value, not a change.
  var isLevel = false
  /// The tokens before the verb, from the clause's begin.
  var subject: Range<Int>
  /// From the clause's begin to its end.
  var tokens: Range<Int>
  var slots: [Slot] = []
  var cautions: Cautions = []
  var isHedged = false

  init(start: Int) {
    subject = start..<start
    tokens = start..<start
  }

  func has(_ role: Claim.Role) -> Bool { slots.contains { $0.role == role } }
}

/// A part's words with its quantities, for the readers of one sentence: a class, for each of them
/// holds it.
final class ClauseText: Sendable {
  let words: TokenizedText
  let quantities: [Quantity]
  /// By token; filled where a sentence holds quantities.
  private let cues: [Cue]
  private let keys: [WordKey]

  init(words: TokenizedText, quantities: [Quantity]) {
    self.words = words
    self.quantities = quantities
    var sentences: [Int] = []
    for quantity in quantities where quantity.sentence != sentences.last {
      sentences.append(quantity.sentence)
    }
    (keys, cues) = CueLexicon.english.cues(of: words, in: sentences)
  }

  /// The key of a word; nil for any other token.
  func key(_ index: Int) -> WordKey? {
    guard isWord(index) else { return nil }
    if keys.indices.contains(index), keys[index] != .none { return keys[index] }
    let token = words.tokens[index]
    return words.text.bytes.withUnsafeBufferPointer { WordKey($0, token.range.offsets) }
  }

  func cue(_ index: Int) -> Cue {
    cues.indices.contains(index) ? cues[index] : []
  }

  /// The only byte of a mark, or 0.
  func mark(_ index: Int) -> UInt8 {
    guard index >= 0, index < words.tokens.count else { return 0 }
    let token = words.tokens[index]
    guard token.kind == .punctuation || token.kind == .symbol, token.count == 1 else { return 0 }
    return words.text.bytes[Int(token.start)]
  }

  func isWord(_ index: Int) -> Bool {
    index >= 0 && index < words.tokens.count && words.tokens[index].kind == .word
  }

  /// "year's", with either apostrophe.
  func isPossessive(_ index: Int) -> Bool {
    guard isWord(index) else { return false }
    let bytes = words.text.bytes[words.tokens[index].range.offsets].suffix(4)
    return bytes.suffix(2).elementsEqual("'s".utf8) || bytes.elementsEqual("’s".utf8)
  }

  func isCapitalised(_ index: Int) -> Bool {
    isWord(index) && words.tokens[index].shape.contains(.isCapitalised)
  }

  /// "in May", not "may": the month has its capital and stands behind another word.
  func isMayOfYear(_ index: Int) -> Bool {
    isCapitalised(index) && isWord(index - 1) && lower(index) == "may"
  }

  /// The word in lower case; for the few tokens whose spelling matters.
  func lower(_ index: Int) -> String {
    guard index >= 0, index < words.tokens.count else { return "" }
    let token = words.tokens[index]
    guard !token.shape.contains(.isNonASCII) else { return words.string(token).lowercased() }
    return words.text.bytes.withUnsafeBufferPointer { bytes in
      String(unsafeUninitializedCapacity: token.count) { word in
        for place in 0..<token.count {
          word[place] = bytes[Int(token.start) + place].lowercasedASCII
        }
        return token.count
      }
    }
  }

  /// The token belongs to a quantity or to the noun that is its unit.
  func isCounted(_ index: Int) -> Bool {
    guard index >= 0, index < words.tokens.count else { return false }
    let range = words.tokens[index].range
    var low = 0
    var high = quantities.count
    while low < high {
      let middle = (low + high) / 2
      if quantities[middle].range.start <= range.start { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return false }
    let quantity = quantities[low - 1]
    return range.start < quantity.range.end
      || (quantity.unitRange.start <= range.start && range.end <= quantity.unitRange.end)
  }

  /// "seems", "like", "without": no part of a name of something.
  func isFunctionWord(_ index: Int) -> Bool {
    let token = words.tokens[index]
    return words.text.bytes.withUnsafeBufferPointer { bytes in
      let entry = Lexicon.shared.find(bytes, Int(token.start), Int(token.end))
      return Lexicon.shared.words[Int(entry)].roles.contains(.function)
    }
  }

  /// A date, a time of day or a lapse of time.
  func isTime(_ quantity: Int) -> Bool {
    quantities[quantity].isCalendar || quantities[quantity].kind == .duration
  }

  /// Whether a token belongs to the words that qualify a quantity: "less than" compares nothing.
  func isQualifier(_ index: Int, of quantity: Int) -> Bool {
    let quantity = quantities[quantity]
    switch quantity.qualifier {
    case .exact, .up, .down: return false
    case .about, .nearly, .over, .atLeast, .under, .upTo:
      return quantity.qualifierRange.contains(words.tokens[index].range)
    }
  }

  /// The first token after a quantity and the noun that is its unit.
  func end(of quantity: Quantity) -> Int {
    var index = quantity.tokens.upperBound
    while index < words.tokens.count, words.tokens[index].start < quantity.unitRange.end {
      index += 1
    }
    return index
  }
}
