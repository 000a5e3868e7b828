/// How a document writes its words: the evidence that a capital makes a name.
struct NameStatistics {
  private struct Count {
    var capitalised: Int32 = 0
    var lower: Int32 = 0
  }

  private var counts: [WordKey: Count] = [:]
  /// Whether the document speaks of tokens or subnets: a network is then one of machines that share
  /// a ledger.
  private(set) var isAboutTokens = false
  private var ledgerWords: (plain: Int, other: Int, kinds: LedgerTopic) = (0, 0, [])
  private var wordCount = 0

  init(_ readings: [NameReading], layouts: [[SentenceLayout]]) {
    for (reading, layouts) in zip(readings, layouts) {
      for (sentence, layout) in zip(reading.text.sentences, layouts) where !layout.isTitle {
        note(sentence, layout, reading)
      }
    }
  }

  private mutating func note(
    _ sentence: Sentence, _ layout: SentenceLayout, _ reading: NameReading
  ) {
    for index in sentence.tokens {
      let word = reading.words[index]
      guard word.isWord, !word.shape.contains(.isOpaque) else { continue }
      wordCount += 1
      if !word.knowledge.topic.isEmpty { note(word.knowledge.topic) }
      if !isAboutTokens, let noun = word.knowledge.nounType, noun == .token || noun == .subnet {
        isAboutTokens = true
      }
      if word.isCapitalised {
        if !reading.isInitial(index, in: sentence) {
          counts[word.key, default: Count()].capitalised += 1
        }
      } else if !word.traits.contains(.common) {
        counts[word.key, default: Count()].lower += 1
      }
    }
  }

  private mutating func note(_ topic: LedgerTopic) {
    if topic == .plain { ledgerWords.plain += 1 } else { ledgerWords.other += 1 }
    ledgerWords.kinds.formUnion(topic)
  }

  /// Whether the document is about ledgers that machines share: what one coined word names there is
  /// most often such a network.
  var isAboutLedgers: Bool {
    let kinds = ledgerWords.kinds
    guard kinds.contains(.plain) || kinds.rawValue.nonzeroBitCount > 1 else { return false }
    return ledgerWords.plain * 2 + ledgerWords.other >= 2 + wordCount / 100
  }

  /// Capitalised somewhere inside a sentence.
  func isCapitalised(_ key: WordKey) -> Bool { (counts[key]?.capitalised ?? 0) > 0 }
  /// An uncommon word that the document also writes in lower case.
  func isLower(_ key: WordKey) -> Bool { (counts[key]?.lower ?? 0) > 0 }
  /// Capitalised inside sentences more often than written in lower case.
  func isName(_ key: WordKey) -> Bool {
    guard let count = counts[key] else { return false }
    return count.capitalised > count.lower
  }
}

/// How the capitals of one sentence are to be read.
struct SentenceLayout {
  /// A heading or a line in title case or in capitals: its capitals are no evidence.
  let isTitle: Bool

  init(_ sentence: Sentence, _ reading: NameReading) {
    var capitals = 0
    var lower = 0
    for index in sentence.tokens {
      let word = reading.words[index]
      guard word.isWord, !word.traits.contains(.titleSmall) else { continue }
      if word.isCapitalised { capitals += 1 } else { lower += 1 }
    }
    let isOpenEnded = reading.words[sentence.tokens.upperBound - 1].kind != .punctuation
    if lower == 0 {
      isTitle = capitals > 2 || capitals > 0 && isOpenEnded
    } else {
      isTitle = capitals > 6 && capitals > lower * 6
    }
  }

}

extension NameReading {
  /// Whether a word begins its sentence, or a quotation or clause that may begin with a capital.
  func isInitial(_ index: Int, in sentence: Sentence) -> Bool {
    guard index > sentence.tokens.lowerBound else { return true }
    let before = words[index - 1]
    guard before.kind == .punctuation else { return false }
    if index - 1 == sentence.tokens.lowerBound { return true }
    switch text.text.bytes[Int(before.start)] {
    case UInt8(ascii: "\""), UInt8(ascii: ":"), UInt8(ascii: "'"), UInt8(ascii: "("),
      UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "!"),
      UInt8(ascii: "."):
      return true
    case 0xE2:
      // “ ‘ … •
      let start = Int(before.start)
      return before.count == 3 && text.text.bytes[start + 1] == 0x80
        && [0x9C, 0x98, 0xA6, 0xA2].contains(text.text.bytes[start + 2])
    default:
      return false
    }
  }
}
