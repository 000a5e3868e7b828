/// Finds a user name at the start of a pasted comment: `tao_swing_ the 23% crash…`.
struct PastedHandle {
  let name: String
  /// Where the words after the name begin.
  let wordsStart: Int
  /// True for `a_b` and `@a`, which hardly anything but a user name looks like.
  let isSure: Bool
  /// True for a form that things have too, such as CryptoKing: it counts only beside sure ones.
  let needsCompany: Bool

  private static let maximumBytes = 40

  /// - Parameter line: the comment's bytes in `bytes`.
  init?(in bytes: [UInt8], _ line: Range<Int>) {
    var end = line.lowerBound
    while end < line.upperBound, bytes[end] > 0x20, end - line.lowerBound <= Self.maximumBytes {
      end += 1
    }
    guard (3...Self.maximumBytes).contains(end - line.lowerBound) else { return nil }
    var token = bytes[line.lowerBound..<end]
    let isMention = token.first == UInt8(ascii: "@")
    if isMention { token.removeFirst() }
    while let last = token.last, last == UInt8(ascii: ":") || last == UInt8(ascii: ",") {
      token.removeLast()
    }
    // Without an underscore or an @, "GPT4 the model" is as likely as a name.
    guard let shape = Shape(token), shape != .plain || isMention else { return nil }
    var start = end
    while start < line.upperBound, bytes[start] <= 0x20 { start += 1 }
    let traits = LineTraits(bytes[start..<line.upperBound])
    guard traits.wordCount >= 3, let next = traits.words.first,
      isMention || !Self.verbs.contains(next)
    else { return nil }
    let isCut = isMention || token.endIndex < end
    guard isCut || shape == .underscored || traits.startsLower else { return nil }
    name = String(decoding: token, as: UTF8.self)
    wordsStart = start
    isSure = isMention || shape == .underscored
    needsCompany = !isSure && shape == .humped
  }

  enum Shape {
    /// `tao_swing_`
    case underscored
    /// `marco1987`
    case numbered
    /// `CryptoKing`
    case humped
    case plain

    /// Nil for what is no user name: other characters, or no letter.
    init?(_ token: ArraySlice<UInt8>) {
      var lower = 0
      var upper = 0
      var digits = 0
      var underscores = 0
      var humps = 0
      var trailingDigits = 0
      var previous = UInt8(0)
      for byte in token {
        trailingDigits = (48...57).contains(byte) ? trailingDigits + 1 : 0
        switch byte {
        case 97...122: lower += 1
        case 65...90:
          upper += 1
          if (97...122).contains(previous) { humps += 1 }
        case 48...57: digits += 1
        case UInt8(ascii: "_"): underscores += 1
        case UInt8(ascii: "."), UInt8(ascii: "-"): break
        case 0x80...: lower += 1
        default: return nil
        }
        previous = byte
      }
      guard lower + upper >= 2 else { return nil }
      let hasMarks = token.contains(UInt8(ascii: ".")) || token.contains(UInt8(ascii: "-"))
      if underscores > 0 {
        self = .underscored
      } else if hasMarks {
        self = .plain
      } else if trailingDigits >= 2, trailingDigits == digits, lower >= 3, upper <= 2 {
        self = .numbered
      } else if humps > 0, lower >= 4 {
        self = .humped
      } else {
        self = .plain
      }
    }
  }

  /// After these a word was the subject of its sentence: "snake_case is fine".
  private static let verbs: Set<String> = [
    "is", "are", "was", "were", "has", "had", "have", "will", "would", "can", "could", "should",
    "may", "might", "must", "does", "did", "isn't", "wasn't", "won't", "can't", "doesn't",
    "didn't", "of", "or", "vs", "said", "says", "wrote",
  ]
}
