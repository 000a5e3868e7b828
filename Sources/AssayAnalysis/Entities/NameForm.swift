/// One token as the features of the tagger see it: its form and what is known of it.
struct NameForm {
  /// Without regard to case and to a possessive ending; digits as zeros.
  let key: UInt64
  /// With regard to case.
  let exact: UInt64
  /// Its kinds of characters in order, runs shortened: "Xx", "XX-0".
  let shape: UInt64
  /// Its first and last four letters in lower case.
  let prefix: UInt32
  let suffix: UInt32
  let coarse: UInt64
  let middle: UInt64
  let fine: UInt64
  /// The lists that hold the word by itself.
  let lists: UInt64
  /// Traits of the word lists that name no thing: titles, endings, verbs.
  let traits: UInt64
  /// The lists that hold the name of several words that it stands in, and whether it begins it.
  var phrase: UInt64 = 0
  let isCapitalised: Bool
  let isLower: Bool
  let isPossessive: Bool
  /// A mark, a number or a word that the lists know as common and as none that names hold.
  let isCommon: Bool

  /// What stands beyond the ends of a sentence.
  static let edge = NameForm(mark: 1)

  private init(mark: UInt64) {
    key = mark
    exact = mark
    shape = mark
    prefix = 0
    suffix = 0
    (coarse, middle, fine, lists, traits) = (0, 0, 0, 0, 0)
    (isCapitalised, isLower, isPossessive, isCommon) = (false, false, false, true)
  }

  init(
    _ word: NameWord, _ bytes: UnsafeBufferPointer<UInt8>, _ list: WordList, _ usesLists: Bool
  ) {
    let range = Int(word.start)..<Int(word.end)
    var exact: UInt64 = 0xCBF2_9CE4_8422_2325
    var shape: UInt64 = 0
    var last: UInt64 = 0
    var run = 0
    var prefix: UInt32 = 0
    var letters: UInt32 = 0
    for index in range {
      let byte = bytes[index]
      let kind = NameForm.kind(of: byte)
      let kept = kind == NameForm.digit ? UInt8(ascii: "0") : byte
      exact = (exact ^ UInt64(kept)) &* 0x0000_0100_0000_01B3
      run = kind == last ? run + 1 : 1
      last = kind
      // Four bits a character; a run counts twice at most, a word by its first fifteen.
      if run <= 2, shape >> 56 == 0 { shape = shape << 4 | kind }
      letters = letters << 8 | UInt32(byte.lowercasedASCII)
      if index - range.lowerBound < 4 { prefix = letters }
    }
    self.exact = exact
    self.shape = word.kind == .punctuation ? exact | 1 << 63 : shape
    key = word.kind == .number ? exact : word.key.value
    self.prefix = prefix
    suffix = letters
    let known = word.isWord ? list[word.key] : .none
    (coarse, middle, fine) = list.clusters(of: known)
    lists = usesLists ? UInt64(known.lists.rawValue) : 0
    traits =
      UInt64(word.traits.rawValue & NameForm.tellingTraits.rawValue)
      | UInt64(word.knowledge.noun) << 32
    isCapitalised = word.isCapitalised
    isLower = word.isWord && !word.isCapitalised
    isPossessive = word.isPossessive
    isCommon = !word.isWord || word.traits.contains(.plain)
  }

  /// Whether a common word is one that names neither begin with nor hold in small letters.
  static func isPlain(_ known: WordTraits) -> Bool {
    known.lists.isDisjoint(with: [.term, .termStart, .nationality])
  }

  private static let digit: UInt64 = 3

  /// Capital, small, digit, beyond ASCII, hyphen, apostrophe, other.
  @inline(__always)
  private static func kind(of byte: UInt8) -> UInt64 {
    if byte &- 0x61 < 26 { return 1 }
    if byte &- 0x41 < 26 { return 2 }
    if byte &- 0x30 < 10 { return digit }
    if byte >= 0x80 { return 4 }
    if byte == UInt8(ascii: "-") { return 5 }
    return byte == UInt8(ascii: "'") ? 6 : 7
  }

  /// The traits of word lists that say what stands beside or inside a name.
  private static let tellingTraits: NameTraits = [
    .common, .personTitle, .orgEnding, .agencyHead, .lawEnding, .eventHead, .placeEnding,
    .placeStart, .calendar, .genericAcronym, .speechVerb, .orgVerb, .joint, .productEnding, .weak,
    .metricEnding, .placePreposition, .designator, .honorific,
  ]
}
