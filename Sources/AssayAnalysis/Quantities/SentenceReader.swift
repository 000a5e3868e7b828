/// Reads the quantities of one sentence after the other.
///
/// The rules are in the extensions: amounts (`AmountRules`), units (`UnitRules`), what is no number
/// (`NonNumberRules`), ranges and ratios (`RangeRules`), words around (`ContextRules`), dates
/// (`DateRules`), times of day (`ClockRules`). Each looks a bounded number of pieces around, so time is linear in the text.
struct SentenceReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let lexicon: Lexicon
  let units: UnitTable
  var pieces: [Piece] = []
  /// Index in `TokenizedText.sentences`.
  var sentence = 0
  var readings: [Reading] = []
  var dates: [DateReading] = []
  var clocks: [ClockReading] = []
  /// The piece behind the last number that was part of a name; "Llama 2 70B" goes on there.
  var nameEnd = -1

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    lexicon = Lexicon.shared
    units = UnitTable.shared
  }
}

/// A quantity in the making.
struct Reading {
  var amount: Amount
  /// Set for "15-20".
  var high: Amount?
  /// Bounds of "dozens"; the amount is then a placeholder.
  var vague: (low: DecimalNumber?, high: DecimalNumber?)?
  /// Pieces of the words of the number: sign, currency, scale, per cent sign, unit of a table.
  var pieces: Range<Int>
  var unit: Unit = .none
  /// Pieces that name the unit, outside `pieces` or inside.
  var unitPieces: Range<Int> = 0..<0
  var hasPrefixCurrency = false
  var qualifier: Quantity.Qualifier = .exact
  var qualifierPieces: Range<Int> = 0..<0
  var direction: Quantity.Direction?
  var kind: Quantity.Kind = .count
  var rule = "digits"
  /// The unit is that of a number behind it.
  var hasSharedUnit = false
}

// MARK: Looking at pieces

extension SentenceReader {
  func piece(_ index: Int) -> Piece {
    index >= 0 && index < pieces.count ? pieces[index] : .end
  }

  func keyword(_ index: Int) -> Keyword {
    lexicon.words[Int(piece(index).entry)].keyword
  }

  func roles(_ index: Int) -> Lexicon.Roles {
    lexicon.words[Int(piece(index).entry)].roles
  }

  func wordValue(_ index: Int) -> Int {
    Int(lexicon.words[Int(piece(index).entry)].value)
  }

  func isMark(_ index: Int, _ character: Unicode.Scalar) -> Bool {
    piece(index).mark == character.value && piece(index).kind == .mark
  }

  func isHyphen(_ index: Int) -> Bool { isMark(index, "-") || isMark(index, "\u{2011}") }

  /// A hyphen or dash that can stand between the ends of a range.
  func isDash(_ index: Int) -> Bool {
    switch piece(index).mark {
    case 0x2D, 0x2010...0x2015, 0x7E: piece(index).kind == .mark
    default: false
    }
  }

  func isNumber(_ index: Int) -> Bool { piece(index).kind == .number }
  func isWord(_ index: Int) -> Bool { piece(index).kind == .word }

  /// The bytes of a piece are these, letter case apart.
  func spells(_ index: Int, _ word: StaticString) -> Bool {
    let piece = piece(index)
    guard piece.kind == .word, piece.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { expected in
      for offset in 0..<expected.count
      where bytes[Int(piece.start) + offset].lowercasedASCII != expected[offset] {
        return false
      }
      return true
    }
  }

  /// The bytes of a piece are one of these, letter case apart.
  func spells(_ index: Int, anyOf words: [StaticString]) -> Bool {
    isWord(index) && words.contains { spells(index, $0) }
  }

  /// The bytes of a piece are these, letter case included.
  func isExactly(_ index: Int, _ word: StaticString) -> Bool {
    let piece = piece(index)
    guard piece.kind != .end, piece.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { expected in
      for offset in 0..<expected.count where bytes[Int(piece.start) + offset] != expected[offset] {
        return false
      }
      return true
    }
  }

  func string(_ index: Int) -> String {
    let piece = piece(index)
    return String(decoding: bytes[Int(piece.start)..<Int(piece.end)], as: UTF8.self)
  }

  /// An integer of at most `digits` digits and nothing else; nil for other pieces.
  func plainInteger(_ index: Int, digits: Int = 9) -> Int? {
    let piece = piece(index)
    guard piece.kind == .number, piece.count <= digits else { return nil }
    var value = 0
    for place in Int(piece.start)..<Int(piece.end) {
      guard bytes[place].isASCIIDigit else { return nil }
      value = value * 10 + Int(bytes[place] - 0x30)
    }
    return value
  }
}
