/// A token as the number rules see it: hyphenated words are cut into their parts, and each word
/// carries its entry in the lexicon.
struct Piece {
  var start: UInt32
  var end: UInt32
  /// Index in `TokenizedText.tokens`.
  var token: Int32
  var kind: Kind
  /// The Unicode scalar of a mark, 0 for words and numbers.
  var mark: UInt32
  var shape: Token.Shape
  /// Index in `Lexicon.words`, 0 for none.
  var entry: UInt16
  /// Part of a name with digits ("Covenant-72B", "COVID-19"): no number stands in it.
  var isInName: Bool

  enum Kind: UInt8 { case word, number, mark, end }

  var isJoined: Bool { shape.contains(.isJoined) }
  var isCapitalised: Bool { shape.contains(.isCapitalised) }
  var isOpaque: Bool { shape.contains(.isOpaque) }
  /// Two capitals or more and no small letter: "TAO", "GPU".
  var isAllCapitals: Bool {
    kind == .word && end - start >= 2 && !shape.contains(.hasLowercase)
      && shape.contains(.isCapitalised) && !shape.contains(.hasDigit)
  }
  var count: Int { Int(end - start) }
  var range: TextRange { TextRange(start: start, end: end) }

  static let end = Piece(
    start: 0, end: 0, token: 0, kind: .end, mark: 0, shape: [], entry: 0, isInName: false)
}

/// Cuts the tokens of one sentence into pieces; true where one of them can begin a quantity.
struct PieceCutter {
  let lexicon: Lexicon

  func cut(
    _ range: Range<Int>, of tokens: UnsafeBufferPointer<Token>,
    bytes: UnsafeBufferPointer<UInt8>, into pieces: inout [Piece]
  ) -> Bool {
    pieces.removeAll(keepingCapacity: true)
    var hasStarter = false
    for index in range.clamped(to: tokens.indices) {
      let token = tokens[index]
      switch token.kind {
      case .number:
        hasStarter = true
        pieces.append(piece(token, index, kind: .number, mark: 0))
      case .word:
        if token.shape.contains(.hasHyphen) || token.shape.contains(.isJoined) {
          if cutWord(token, index, bytes, &pieces) { hasStarter = true }
        } else {
          var word = piece(token, index, kind: .word, mark: 0)
          word.entry = lexicon.find(bytes, Int(token.start), Int(token.end))
          if word.entry != 0,
            !lexicon.words[Int(word.entry)].roles.isDisjoint(with: .starters)
          {
            hasStarter = true
          } else if token.shape.contains(.hasDigit) {
            hasStarter = true
          }
          pieces.append(word)
        }
      case .punctuation, .symbol:
        let mark = scalar(bytes, Int(token.start), Int(token.end))
        if token.kind == .symbol, vulgarFraction(mark) != nil { hasStarter = true }
        pieces.append(piece(token, index, kind: .mark, mark: mark))
      case .blockEnd: break
      }
    }
    return hasStarter
  }

  private func piece(_ token: Token, _ index: Int, kind: Piece.Kind, mark: UInt32) -> Piece {
    Piece(
      start: token.start, end: token.end, token: Int32(index), kind: kind, mark: mark,
      shape: token.shape, entry: 0, isInName: false)
  }

  /// Cuts "72-billion-parameter" and "twenty-five" at their hyphens; a part that mixes digits and
  /// letters behind a name ("Covenant-72B") stays part of the name.
  private func cutWord(
    _ token: Token, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ pieces: inout [Piece]
  ) -> Bool {
    var hasStarter = false
    var start = Int(token.start)
    let end = Int(token.end)
    let first = pieces.count
    var place = start
    while place <= end {
      if place == end || bytes[place] == UInt8(ascii: "-") {
        appendPart(start..<place, of: token, index, bytes, &pieces)
        if place < end {
          var hyphen = piece(token, index, kind: .mark, mark: 0x2D)
          hyphen.start = UInt32(place)
          hyphen.end = UInt32(place + 1)
          hyphen.shape.insert(.isJoined)
          pieces.append(hyphen)
        }
        start = place + 1
      }
      place += 1
    }
    let leads = pieces[first].entry != 0 ? lexicon.words[Int(pieces[first].entry)] : nil
    let isName =
      pieces[first].kind == .word && !numberPrefixes.contains(leads?.keyword ?? .none)
      && !(leads?.roles.contains(.cardinal) ?? false) && !token.shape.contains(.isJoined)
    for part in first..<pieces.count {
      if isName, part > first,
        pieces[part].kind == .number
          || pieces[part].shape.contains(.hasDigit)
      {
        for inside in first..<pieces.count { pieces[inside].isInName = true }
      }
      let entry = Int(pieces[part].entry)
      if pieces[part].kind == .number
        || !lexicon.words[entry].roles.isDisjoint(with: .starters)
      {
        hasStarter = true
      }
    }
    return hasStarter
  }

  /// A part of a hyphenated word: digits are a number, digits and then letters two pieces.
  private func appendPart(
    _ range: Range<Int>, of token: Token, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>,
    _ pieces: inout [Piece]
  ) {
    guard !range.isEmpty else { return }
    var part = piece(token, index, kind: .word, mark: 0)
    part.start = UInt32(range.lowerBound)
    part.end = UInt32(range.upperBound)
    let isFirst = range.lowerBound == Int(token.start)
    if !isFirst { part.shape.insert(.isJoined) }
    part.shape.remove(.hasHyphen)
    if bytes[range.lowerBound].isASCIIDigit {
      var digits = range.lowerBound
      while digits < range.upperBound, bytes[digits].isASCIIDigit { digits += 1 }
      part.kind = .number
      part.end = UInt32(digits)
      pieces.append(part)
      guard digits < range.upperBound else { return }
      part.kind = .word
      part.start = UInt32(digits)
      part.end = UInt32(range.upperBound)
      part.shape.insert(.isJoined)
    }
    setShape(&part, bytes)
    part.entry = lexicon.find(bytes, Int(part.start), Int(part.end))
    pieces.append(part)
  }

  private func setShape(_ part: inout Piece, _ bytes: UnsafeBufferPointer<UInt8>) {
    part.shape.remove(.isCapitalised)
    part.shape.remove(.hasLowercase)
    part.shape.remove(.hasDigit)
    for place in Int(part.start)..<Int(part.end) {
      let byte = bytes[place]
      if byte.isASCIIUppercase {
        if place == Int(part.start) { part.shape.insert(.isCapitalised) }
      } else if byte.isASCIILetter {
        part.shape.insert(.hasLowercase)
      } else if byte.isASCIIDigit {
        part.shape.insert(.hasDigit)
      }
    }
  }
}

/// First parts of a hyphenated word that leave a number behind it a number.
private let numberPrefixes: Set<Keyword> = [
  .minus, .plus, .over, .under, .about, .around, .mid, .half, .up, .nearly, .almost, .near, .a,
]

/// The scalar at those bytes, which are one well-formed UTF-8 sequence.
func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
  switch end - start {
  case 1: UInt32(bytes[start])
  case 2: UInt32(bytes[start] & 0x1F) << 6 | UInt32(bytes[start + 1] & 0x3F)
  case 3:
    UInt32(bytes[start] & 0x0F) << 12 | UInt32(bytes[start + 1] & 0x3F) << 6
      | UInt32(bytes[start + 2] & 0x3F)
  case 4:
    UInt32(bytes[start] & 0x07) << 18 | UInt32(bytes[start + 1] & 0x3F) << 12
      | UInt32(bytes[start + 2] & 0x3F) << 6 | UInt32(bytes[start + 3] & 0x3F)
  default: 0
  }
}

/// Numerator and denominator of "½" and its like.
func vulgarFraction(_ mark: UInt32) -> (Int, Int)? {
  switch mark {
  case 0xBC: (1, 4)
  case 0xBD: (1, 2)
  case 0xBE: (3, 4)
  case 0x2150: (1, 7)
  case 0x2151: (1, 9)
  case 0x2152: (1, 10)
  case 0x2153: (1, 3)
  case 0x2154: (2, 3)
  case 0x2155: (1, 5)
  case 0x2156: (2, 5)
  case 0x2157: (3, 5)
  case 0x2158: (4, 5)
  case 0x2159: (1, 6)
  case 0x215A: (5, 6)
  case 0x215B: (1, 8)
  case 0x215C: (3, 8)
  case 0x215D: (5, 8)
  case 0x215E: (7, 8)
  default: nil
  }
}
