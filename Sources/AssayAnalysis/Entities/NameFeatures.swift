/// The features of the tokens of one sentence; the same in training and in reading.
struct NameFeatures {
  /// The sentence's tokens, with two edges before and behind them.
  private var forms: [NameForm] = []
  private var runs: [Run] = []
  private var runOfToken: [UInt8] = []
  private var style: UInt64 = 0
  private var isInformal = false
  private var domain: UInt64 = 0
  private(set) var count = 0

  /// Edges on each side.
  private static let margin = 2

  /// A sequence of capitalised words, small words between them included: "Bank of England".
  private struct Run {
    var tokens: Range<Int>
  }

  /// How a sentence uses capitals.
  private enum Style: UInt64 {
    case plain, title, capitals, lower
  }

  /// Of no sentence yet.
  init() {}

  /// Of every token of a sentence.
  init(
    _ sentence: Sentence, _ reading: NameReading, _ list: WordList, isInformal: Bool,
    domain: TextDomain, usesLists: Bool = true
  ) {
    self.isInformal = isInformal
    self.domain = domain.rawValue
    count = sentence.tokens.count
    forms.append(contentsOf: repeatElement(.edge, count: NameFeatures.margin))
    reading.text.text.bytes.withUnsafeBufferPointer { bytes in
      for index in sentence.tokens {
        forms.append(NameForm(reading.words[index], bytes, list, usesLists))
      }
    }
    forms.append(contentsOf: repeatElement(.edge, count: NameFeatures.margin))
    if usesLists { NameFeatures.markPhrases(&forms, sentence, reading, list) }
    style = NameFeatures.style(of: sentence, reading).rawValue
    markRuns(sentence, reading)
  }

  /// Reads a sentence for the tokens that are not plain; false where all are.
  mutating func read(
    _ sentence: Sentence, _ reading: NameReading, _ list: WordList, isInformal: Bool,
    domain: TextDomain
  ) -> Bool {
    let isTelling = reading.words.withUnsafeBufferPointer { words in
      sentence.tokens.contains { NameFeatures.isTelling(words[$0]) }
    }
    guard isTelling else { return false }
    self.isInformal = isInformal
    self.domain = domain.rawValue
    count = sentence.tokens.count
    readForms(sentence, reading, list)
    NameFeatures.markPhrases(&forms, sentence, reading, list)
    style = NameFeatures.style(of: sentence, reading).rawValue
    markRuns(sentence, reading)
    return true
  }

  /// No mark, no number and no word that the lists know as common and as no term.
  @inline(__always)
  private static func isTelling(_ word: NameWord) -> Bool {
    word.isCapitalised || word.isWord && !word.traits.contains(.plain)
  }

  /// The forms of telling tokens and of those that their features ask for; the others stay blank.
  private mutating func readForms(
    _ sentence: Sentence, _ reading: NameReading, _ list: WordList
  ) {
    forms.removeAll(keepingCapacity: true)
    forms.append(contentsOf: repeatElement(.edge, count: NameFeatures.margin))
    reading.text.text.bytes.withUnsafeBufferPointer { bytes in
      reading.words.withUnsafeBufferPointer { words in
        let end = sentence.tokens.upperBound
        var ahead = sentence.tokens.lowerBound
        var telling = -NameFeatures.reach
        for index in sentence.tokens {
          while ahead < end, ahead <= index + NameFeatures.margin + 1 {
            if NameFeatures.isTelling(words[ahead]) { telling = ahead }
            if words[ahead].isWord { list.prefetch(words[ahead].key) }
            ahead += 1
          }
          let isNear = index - telling < NameFeatures.reach
          forms.append(isNear ? NameForm(words[index], bytes, list, true) : .edge)
        }
      }
    }
    forms.append(contentsOf: repeatElement(.edge, count: NameFeatures.margin))
  }

  /// A word before a capital is not plain either, and asks for two more. Behind a telling token may
  /// stand the rest of a name of the lists, and behind that the tokens that its last word asks for.
  private static let reach = WordList.longestName + margin

  /// Marks the tokens of the names of two to four words that the lists hold.
  private static func markPhrases(
    _ forms: inout [NameForm], _ sentence: Sentence, _ reading: NameReading, _ list: WordList
  ) {
    var index = sentence.tokens.lowerBound
    while index < sentence.tokens.upperBound {
      let isTerm = forms[index - sentence.tokens.lowerBound + margin].lists & termStart != 0
      guard reading.words[index].isCapitalised || isTerm else {
        index += 1
        continue
      }
      var key = reading.words[index].key
      var found: (end: Int, lists: UInt64)?
      var next = index + 1
      while next < min(sentence.tokens.upperBound, index + WordList.longestName),
        !reading.words[next - 1].isPossessive
      {
        key = key.followed(by: reading.key(behindAnother: next))
        let lists = list[key].lists.rawValue
        if lists != 0 { found = (next + 1, UInt64(lists)) }
        next += 1
      }
      guard let found else {
        index += 1
        continue
      }
      for token in index..<found.end {
        let place = token - sentence.tokens.lowerBound + margin
        forms[place].phrase = found.lists << 1 | (token == index ? 1 : 0)
      }
      index = found.end
    }
  }

  private static let termStart = UInt64(WordTraits.Lists.termStart.rawValue)

  private static func style(of sentence: Sentence, _ reading: NameReading) -> Style {
    var (words, capitalised, capitals) = (0, 0, 0)
    for index in sentence.tokens {
      let word = reading.words[index]
      guard word.isWord, word.count > 3 || word.isCapitalised else { continue }
      words += 1
      if word.isCapitalised { capitalised += 1 }
      if word.isAllCapitals { capitals += 1 }
    }
    if capitalised == 0 { return .lower }
    if capitals * 3 > words * 2 { return .capitals }
    return capitalised * 4 > words * 3 && words > 2 ? .title : .plain
  }

  private mutating func markRuns(_ sentence: Sentence, _ reading: NameReading) {
    runs.removeAll(keepingCapacity: true)
    runOfToken.removeAll(keepingCapacity: true)
    runOfToken.append(contentsOf: repeatElement(0, count: sentence.tokens.count))
    var index = sentence.tokens.lowerBound
    let offset = sentence.tokens.lowerBound
    while index < sentence.tokens.upperBound {
      guard reading.words[index].isCapitalised, runs.count < 254 else {
        index += 1
        continue
      }
      let end = NameFeatures.endOfRun(index, sentence, reading)
      runs.append(Run(tokens: index - offset..<end - offset))
      for token in index..<end { runOfToken[token - offset] = UInt8(runs.count) }
      index = end
    }
  }

  /// Behind the last capitalised word that at most two small joints lead to.
  private static func endOfRun(_ start: Int, _ sentence: Sentence, _ reading: NameReading) -> Int {
    var end = start + 1
    var next = end
    var joints = 0
    while next < sentence.tokens.upperBound, !reading.words[next - 1].isPossessive {
      let word = reading.words[next]
      if word.isCapitalised {
        next += 1
        end = next
        joints = 0
      } else if joints < 2, word.traits.contains(.joint) || word.isJoined && word.count == 1 {
        joints += 1
        next += 1
      } else {
        break
      }
    }
    return end
  }
}

extension NameFeatures {
  /// Whether a text shows that people chat in it: an address by handle, a tag, a pasted link.
  static func isInformal(_ reading: NameReading) -> Bool {
    let bytes = reading.text.text.bytes
    return reading.words.indices.contains { index in
      let word = reading.words[index]
      switch bytes[Int(word.start)] {
      case UInt8(ascii: "@"): return true
      case UInt8(ascii: "#"):
        let next = index + 1
        return next < reading.words.count && reading.words[next].isJoined
          && reading.words[next].isWord
      case UInt8(ascii: "h"): return word.key == address || word.key == secureAddress
      default: return false
      }
    }
  }

  private static let address = WordKey("http")
  private static let secureAddress = WordKey("https")

  /// A common word in small letters, a number or a mark, in no list and beside no capital: it is in
  /// no name, so its features need not be looked at. More than half of a text's tokens are so.
  @inline(__always)
  func isPlain(at token: Int) -> Bool {
    let place = token + NameFeatures.margin
    let here = forms[place]
    return !here.isCapitalised && here.isCommon && here.phrase == 0
      && !forms[place - 1].isCapitalised && !forms[place + 1].isCapitalised
  }

  /// Hands out each feature of a token, in a fixed order.
  @inline(__always)
  func forEach(at token: Int, _ note: (FeatureHash) -> Void) {
    forms.withUnsafeBufferPointer { forms in
      let place = token + NameFeatures.margin
      let here = forms[place]
      let (before, after) = (forms[place - 1], forms[place + 1])
      noteForm(here, isFirst: token == 0, note)
      noteNeighbours(before, here, after, note)
      let (farBefore, farAfter) = (forms[place - 2], forms[place + 2])
      note(FeatureHash(1, farBefore.key))
      note(FeatureHash(2, farAfter.key))
      note(FeatureHash(3, farBefore.middle))
      note(FeatureHash(4, farAfter.middle))
      noteDomain(here, note)
      if isInformal { noteInformal(before, here, after, isFirst: token == 0, note) }
      if runOfToken[token] > 0 {
        noteRun(runs[Int(runOfToken[token]) - 1], token, forms, note)
      }
    }
  }

  func isCapitalised(at token: Int) -> Bool {
    forms[token + NameFeatures.margin].isCapitalised
  }

  /// Hands out the features that all capitalised tokens of the sentence have: what its uncommon
  /// words are about. The sum of their weights serves the whole sentence.
  @inline(__always)
  func forEachOfSentence(_ note: (FeatureHash) -> Void) {
    for form in forms where form.middle != 0 && !form.isCommon {
      note(FeatureHash(5, form.middle))
    }
  }

  /// The token's form in texts of this domain.
  @inline(__always)
  private func noteDomain(_ here: NameForm, _ note: (FeatureHash) -> Void) {
    note(FeatureHash(6, domain, here.shape))
    note(FeatureHash(7, domain, here.lists, here.isCapitalised ? 1 : 0))
    note(FeatureHash(8, domain, here.traits, here.isCapitalised ? 1 : 0))
    note(FeatureHash(9, domain, here.middle))
  }

  /// The token's own form.
  @inline(__always)
  private func noteForm(_ here: NameForm, isFirst: Bool, _ note: (FeatureHash) -> Void) {
    let place = style << 1 | (isFirst ? 1 : 0)
    note(FeatureHash(10, place))
    note(FeatureHash(11, here.key))
    note(FeatureHash(12, here.exact))
    note(FeatureHash(13, here.shape, place))
    note(FeatureHash(14, here.shape))
    note(FeatureHash(15, UInt64(here.prefix >> 8)))
    note(FeatureHash(16, UInt64(here.prefix)))
    note(FeatureHash(17, UInt64(here.suffix & 0xFFFF)))
    note(FeatureHash(18, UInt64(here.suffix & 0xFF_FFFF)))
    note(FeatureHash(19, UInt64(here.suffix)))
    note(FeatureHash(20, here.coarse, here.shape))
    note(FeatureHash(21, here.middle, here.isCapitalised ? 1 : 0))
    note(FeatureHash(22, here.fine, here.isCapitalised ? 1 : 0))
    note(FeatureHash(23, here.lists, here.isCapitalised ? 1 : 0, style))
    note(FeatureHash(24, here.traits, here.isCapitalised ? 1 : 0, place))
    note(FeatureHash(25, here.suffix & 0xFF_FFFF == 0 ? 0 : UInt64(here.suffix), here.shape))
    if here.phrase != 0 { note(FeatureHash(26, here.phrase)) }
    var left = here.lists
    while left != 0 {
      let bit = UInt64(left.trailingZeroBitCount)
      note(FeatureHash(27, bit, here.shape))
      left &= left - 1
    }
  }

  /// The tokens beside it, alone and together with it.
  @inline(__always)
  private func noteNeighbours(
    _ before: NameForm, _ here: NameForm, _ after: NameForm, _ note: (FeatureHash) -> Void
  ) {
    note(FeatureHash(30, before.key))
    note(FeatureHash(31, after.key))
    note(FeatureHash(32, before.shape, here.shape))
    note(FeatureHash(33, here.shape, after.shape))
    note(FeatureHash(34, before.shape, here.shape, after.shape))
    note(FeatureHash(35, before.middle))
    note(FeatureHash(36, after.middle))
    note(FeatureHash(37, before.coarse, here.coarse))
    note(FeatureHash(38, here.coarse, after.coarse))
    note(FeatureHash(39, before.coarse, here.coarse, after.coarse))
    note(FeatureHash(40, before.traits, before.isCapitalised ? 1 : 0))
    note(FeatureHash(41, after.traits, after.isCapitalised ? 1 : 0))
    note(FeatureHash(42, before.lists, here.lists))
    note(FeatureHash(43, here.lists, after.lists))
    note(FeatureHash(44, before.key, here.key))
    note(FeatureHash(45, here.key, after.key))
    note(FeatureHash(46, before.fine, here.shape))
    note(FeatureHash(47, after.fine, here.shape))
    note(FeatureHash(48, UInt64(before.suffix & 0xFF_FFFF), here.shape))
    note(FeatureHash(49, UInt64(after.suffix & 0xFF_FFFF), here.shape))
    if here.isPossessive { note(FeatureHash(50, 1)) }
    if before.isPossessive { note(FeatureHash(51, 1)) }
  }

  /// What differs where people write as they chat: their capitals and marks say less.
  @inline(__always)
  private func noteInformal(
    _ before: NameForm, _ here: NameForm, _ after: NameForm, isFirst: Bool,
    _ note: (FeatureHash) -> Void
  ) {
    note(FeatureHash(80, style << 1 | (isFirst ? 1 : 0)))
    note(FeatureHash(81, here.shape))
    note(FeatureHash(82, here.coarse, here.shape))
    note(FeatureHash(83, here.lists, here.isCapitalised ? 1 : 0))
    note(FeatureHash(84, here.traits, here.isCapitalised ? 1 : 0))
    note(FeatureHash(85, before.shape, here.shape))
    note(FeatureHash(86, here.shape, after.shape))
    note(FeatureHash(87, here.middle, here.isCapitalised ? 1 : 0))
    note(FeatureHash(88, here.key))
    note(FeatureHash(89, before.key))
    if here.phrase != 0 { note(FeatureHash(90, here.phrase)) }
  }

  /// The run of capitalised words that it stands in, and what stands around the run.
  @inline(__always)
  private func noteRun(
    _ run: Run, _ token: Int, _ forms: UnsafeBufferPointer<NameForm>,
    _ note: (FeatureHash) -> Void
  ) {
    let first = forms[run.tokens.lowerBound + NameFeatures.margin]
    let last = forms[run.tokens.upperBound - 1 + NameFeatures.margin]
    let before = forms[run.tokens.lowerBound - 1 + NameFeatures.margin]
    let after = forms[run.tokens.upperBound + NameFeatures.margin]
    let length = UInt64(min(run.tokens.count, 5))
    let place = UInt64(min(token - run.tokens.lowerBound, 2))
    let rest = UInt64(min(run.tokens.upperBound - 1 - token, 2))
    note(FeatureHash(60, length, place, style))
    note(FeatureHash(61, first.key, place))
    note(FeatureHash(62, last.key, rest))
    note(FeatureHash(63, last.middle, place))
    note(FeatureHash(64, first.lists, last.lists, length))
    note(FeatureHash(65, first.traits, last.traits))
    note(FeatureHash(66, before.key, place))
    note(FeatureHash(67, after.key, rest))
    note(FeatureHash(68, before.middle, length))
    note(FeatureHash(69, after.middle, length))
    note(FeatureHash(70, before.traits, place))
    note(FeatureHash(71, after.traits, rest))
    note(FeatureHash(72, first.coarse, last.coarse, length))
  }
}
