/// The words that number rules know, found by their lower-cased bytes.
///
/// One open-addressing table, built once from the readable lists in `LexiconLists.swift`. A look-up
/// hashes the bytes of a token as they stand and allocates nothing.
struct Lexicon: Sendable {
  /// What a word can do in a number's neighbourhood. A word may have many roles.
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt64

    init(rawValue: UInt64) {
      self.rawValue = rawValue
    }

    /// "seven", "twenty", "hundred": `value` is the number.
    static let cardinal = Roles(rawValue: 1 << 0)
    /// "million", "bn": `value` is the power of ten.
    static let scale = Roles(rawValue: 1 << 1)
    /// "third", "fifth": `value` is the rank, and the denominator.
    static let ordinal = Roles(rawValue: 1 << 2)
    /// "thirds", "quarters": `value` is the denominator.
    static let fractions = Roles(rawValue: 1 << 3)
    /// "dozens", "thousands": `value` is the power of ten, 0 for dozens.
    static let vaguePlural = Roles(rawValue: 1 << 4)
    /// `value` is 1 to 12.
    static let month = Roles(rawValue: 1 << 5)
    /// `value` is 1 (Monday) to 7.
    static let weekday = Roles(rawValue: 1 << 6)
    /// "rose", "gain", "up".
    static let up = Roles(rawValue: 1 << 7)
    /// "fell", "loss", "down".
    static let down = Roles(rawValue: 1 << 8)
    /// Ends a run of words that could name what is counted.
    static let function = Roles(rawValue: 1 << 9)
    /// "doubled", "twice", "halved": `value` is the factor, -2 for a half.
    static let multiple = Roles(rawValue: 1 << 10)
    /// "section", "row", "flight": the number behind it is a name.
    static let numbersItself = Roles(rawValue: 1 << 11)
    /// "street", "avenue": the number before it is an address.
    static let street = Roles(rawValue: 1 << 12)
    /// A plural that does not end in s: "people", "children".
    static let irregularPlural = Roles(rawValue: 1 << 13)
    /// "about", "roughly" before a number.
    static let about = Roles(rawValue: 1 << 14)
    /// "year", "month": `value` is 1 second, 2 minute, 3 hour, 4 day, 5 week, 6 month, 7 quarter,
    /// 8 year, 9 decade, 10 century.
    static let timeSpan = Roles(rawValue: 1 << 15)
    /// "member", "page": a singular noun that counts in front of another noun.
    static let attributive = Roles(rawValue: 1 << 16)
    /// An adverb or particle that may stand between a verb of change and its number.
    static let filler = Roles(rawValue: 1 << 17)
    /// "beat", "win", "defeat": near it, "2-1" is a score.
    static let contest = Roles(rawValue: 1 << 18)
    /// "range", "varies": behind it, "from A to B" is a range.
    static let spread = Roles(rawValue: 1 << 19)
    /// "index", "Nasdaq": capitalised names whose own number belongs to them.
    static let numberedName = Roles(rawValue: 1 << 20)
    /// "largest", "highest".
    static let superlative = Roles(rawValue: 1 << 21)
    /// "in", "since", "by": a bare year or month behind it is a date.
    static let datePreposition = Roles(rawValue: 1 << 22)
    /// "scored", "rated".
    static let scoring = Roles(rawValue: 1 << 23)
    /// "yesterday", "hours", "last year": can be a date or a duration without a number.
    static let timeWord = Roles(rawValue: 1 << 24)
    /// Ends in s and is no plural: "gas", "overseas", "James".
    static let notPlural = Roles(rawValue: 1 << 25)
    /// Ends in "ly" and is no adverb: "daily", "family".
    static let notAdverb = Roles(rawValue: 1 << 26)
    /// A plural that another plural may follow: "sports cars".
    static let compoundPlural = Roles(rawValue: 1 << 27)
    /// "combined", "recorded": says how things were counted, not what they are.
    static let counting = Roles(rawValue: 1 << 28)
    /// "population", "workforce": a singular that a share may be of.
    static let collective = Roles(rawValue: 1 << 29)
    /// "went", "changed": leads from one value to another, so that "from A to B" is no range.
    static let travel = Roles(rawValue: 1 << 30)
    /// "page", "seat": measures the size of what stands behind it.
    static let sizing = Roles(rawValue: 1 << 31)
    /// Can begin a number that has no digit.
    static let starters: Roles = [
      .cardinal, .scale, .vaguePlural, .month, .weekday, .multiple, .fractions, .superlative,
      .ordinal, .timeWord,
    ]
  }

  struct Word: Sendable {
    var roles: Roles
    var keyword: Keyword
    var value: Int64
  }

  private var slots: [UInt16]
  private var keyBytes: [UInt8] = []
  private var keys: [Range<Int>] = [0..<0]
  private(set) var words: [Word] = [Word(roles: [], keyword: .none, value: 0)]

  static let shared = Lexicon()

  private init() {
    slots = [UInt16](repeating: 0, count: 8192)
    for keyword in Keyword.allCases where keyword != .none {
      let spelling = keyword.rawValue
      let id = index(adding: spelling)
      words[id].keyword = keyword
      if !Keyword.nouns.contains(keyword) { words[id].roles.insert(.function) }
    }
    for (roles, list) in lexiconLists { add(roles: roles, list: list) }
  }

  /// A list is words apart by white space; `word=7` gives a value, `word+=7` the same for words that
  /// other lists have too.
  private mutating func add(roles: Roles, list: String) {
    var value: Int64 = 0
    for entry in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = entry.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { value = Int64(parts[1]) ?? 0 } else { value = 0 }
      let id = index(adding: String(parts[0]))
      words[id].roles.formUnion(roles)
      if value != 0 || parts.count == 2 { words[id].value = value }
    }
  }

  private mutating func index(adding word: String) -> Int {
    let bytes = Array(word.utf8)
    let hash = bytes.withUnsafeBufferPointer { Lexicon.hash($0, 0, $0.count) }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if keyBytes[keys[Int(slots[slot])]].elementsEqual(bytes) { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    keys.append(keyBytes.count..<keyBytes.count + bytes.count)
    keyBytes.append(contentsOf: bytes)
    words.append(Word(roles: [], keyword: .none, value: 0))
    slots[slot] = UInt16(words.count - 1)
    return words.count - 1
  }

  /// The index in `words` of the word at those bytes; 0 where the lexicon has none.
  func find(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt16 {
    let count = end - start
    guard count > 0, count <= 24 else { return 0 }
    var slot = Int(truncatingIfNeeded: Lexicon.hash(bytes, start, end)) & (slots.count - 1)
    while slots[slot] != 0 {
      let key = keys[Int(slots[slot])]
      if key.count == count, matches(key, bytes, start) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }

  private func matches(
    _ key: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Bool {
    var place = start
    for index in key {
      if keyBytes[index] != bytes[place].lowercasedASCII { return false }
      place += 1
    }
    return true
  }

  /// FNV-1a over lower-cased ASCII, with the high bits folded in.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var hash = Hash()
    hash.add(bytes, start, end)
    return hash.folded
  }

  /// The same, of bytes that come one stretch after the other.
  struct Hash {
    private var value: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
      for index in start..<end {
        value = (value ^ UInt64(bytes[index].lowercasedASCII)) &* 0x100_0000_01b3
      }
    }

    @inline(__always)
    var folded: UInt64 { value ^ (value >> 32) }
  }
}

extension UInt8 {
  @inline(__always) var lowercasedASCII: UInt8 { isASCIIUppercase ? self | 0x20 : self }
}

/// The words that rules ask for by name.
enum Keyword: String, CaseIterable, Sendable {
  case none = ""
  case a, an, the, of, and, or, to, from, between, by, per, each, every, `in`, out, on, at, than
  case more, less, fewer, over, under, above, below, up, down, least, most, much, many, `as`, about
  case around, some, nearly, almost, approximately, roughly, estimated, average, averaged, averaging
  case averages, only, just, past, beyond, within, through, minus, negative, plus, point, points
  case half, quarter, quarters, third, dozen, dozens, hundred, couple, few, one, ones, another,
    other
  case this, that, these, those, his, her, its, their, our, my, your, no, not, any, which, who, age
  case aged, old, times, time, fold, every1, percent, cent, percentage, basis, first, second, last
  case next, early, late, mid, fiscal, year, years, month, day, days, week, hours, ago, later
  case today, yesterday, tomorrow, overnight, may, march, august, season, ratio, odds, number, top
  case excess, close, near, maximum, minimum, exceeding, exceeded, exceeds, exceed, surpassed
  case surpass, topped, `until`, `during`, since, before, after, equal, equals, higher, lower
  case greater, bigger, larger, smaller, with, was, were, been, `is`, are, had, has, plain, deg
  case degree, degrees, scored, scoring, benchmark, quarterly, annum, capita, now, ever, history
  case record, all, century, what, sub, shy, short, half1, end, beginning, `for`, against, upwards,
    same,
    nor, versus, vs, noon, midday, midnight

  /// Keywords that may stand in the name of what is counted.
  static let nouns: Set<Keyword> = [
    .point, .points, .half, .quarter, .quarters, .third, .dozen, .dozens, .hundred, .couple,
    .time, .times, .percent, .cent, .percentage, .basis, .second, .year, .years, .month, .day,
    .days, .week, .hours, .season, .ratio, .odds, .number, .top, .benchmark, .record, .history,
    .end, .old, .other, .short, .deg, .degree, .degrees, .early, .late, .fiscal, .maximum, .minimum,
    .century, .higher, .lower, .greater, .bigger, .larger, .smaller, .quarterly, .age, .first,
    .last, .next,
  ]
}
