/// Words without the endings that sentences give them: "Libraries" and "library", "Albion's".
enum Stem {
  /// The key of some bytes as they are looked up: possessive and plural endings left out.
  static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> WordKey {
    let start = range.lowerBound
    var end = range.upperBound
    func ends(_ ending: StaticString) -> Bool {
      let count = ending.utf8CodeUnitCount
      guard end - start > count else { return false }
      return (0..<count).allSatisfy {
        bytes[end - count + $0].lowercasedASCII == ending.utf8Start[$0]
      }
    }
    if ends("'s") { end -= 2 } else if ends("’s") { end -= 4 } else if ends("'") { end -= 1 }
    if ends("ies"), end - start > 4 {
      end -= 3
    } else if ends("y"), end - start > 3 {
      end -= 1
    } else if ends("s"), end - start > 3, !ends("ss"), !ends("us") {
      end -= 1
    }
    return WordKey(bytes, start..<end)
  }

  static func key(_ word: String) -> WordKey {
    let bytes = Array(word.utf8)
    return bytes.withUnsafeBufferPointer { key($0, 0..<bytes.count) }
  }

  /// The stems of a line, split at all that is no letter, digit or apostrophe.
  static func keys(_ line: String) -> [WordKey] {
    let bytes = Array(line.utf8)
    return bytes.withUnsafeBufferPointer { keys($0, 0..<bytes.count) }
  }

  static func keys(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [WordKey] {
    var found: [WordKey] = []
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound {
      if index < range.upperBound, isPart(bytes[index]) { continue }
      if index > start { found.append(key(bytes, start..<index)) }
      start = index + 1
    }
    return found
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 || byte == UInt8(ascii: "'")
  }

  /// The stems of words that stand apart by white space.
  static func set(_ list: String) -> Set<WordKey> { Set(keys(list)) }
}

/// A part's tokens as stems, for looking up the labels and headings of tables.
struct StemmedText {
  /// By token; a key of nothing for marks.
  let keys: [WordKey]
  /// The stem before a first hyphen: "gas" of "gas-fired"; else that of the whole word.
  let heads: [WordKey]

  static let none = WordKey(value: 0)

  init(_ words: TokenizedText) {
    var keys = [WordKey](repeating: StemmedText.none, count: words.tokens.count)
    var heads = keys
    words.text.bytes.withUnsafeBufferPointer { bytes in
      for (index, token) in words.tokens.enumerated()
      where token.kind == .word || token.kind == .number {
        let range = Int(token.start)..<Int(token.end)
        keys[index] = Stem.key(bytes, range)
        heads[index] = keys[index]
        if token.shape.contains(.hasHyphen),
          let hyphen = range.first(where: { bytes[$0] == UInt8(ascii: "-") })
        {
          heads[index] = Stem.key(bytes, range.lowerBound..<hyphen)
        }
      }
    }
    self.keys = keys
    self.heads = heads
  }
}
