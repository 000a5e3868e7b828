/// What the built-in word lists know of one word.
struct NameTraits: OptionSet, Sendable {
  let rawValue: UInt32

  static let common = NameTraits(rawValue: 1 << 0)
  static let firstName = NameTraits(rawValue: 1 << 1)
  /// Stands before a person's name: Mr, Dr, President, CEO.
  static let personTitle = NameTraits(rawValue: 1 << 2)
  static let place = NameTraits(rawValue: 1 << 3)
  static let knownOrg = NameTraits(rawValue: 1 << 4)
  static let knownAgency = NameTraits(rawValue: 1 << 5)
  /// Ends an organisation's name: Inc, Bank, Labs.
  static let orgEnding = NameTraits(rawValue: 1 << 6)
  /// Heads an agency's name: Bureau, Ministry, Congress.
  static let agencyHead = NameTraits(rawValue: 1 << 7)
  static let lawEnding = NameTraits(rawValue: 1 << 8)
  static let eventHead = NameTraits(rawValue: 1 << 9)
  /// Ends a place's name: River, Street, Island.
  static let placeEnding = NameTraits(rawValue: 1 << 10)
  /// Begins a place's name: Mount, Lake, San.
  static let placeStart = NameTraits(rawValue: 1 << 11)
  static let calendar = NameTraits(rawValue: 1 << 12)
  /// An adjective of a place or a people: no name by itself, but part of one.
  static let nationality = NameTraits(rawValue: 1 << 13)
  /// Letters that abbreviate no name: CEO, GPU, ETF.
  static let genericAcronym = NameTraits(rawValue: 1 << 14)
  static let speechVerb = NameTraits(rawValue: 1 << 15)
  /// What companies do: files, acquires, launches.
  static let orgVerb = NameTraits(rawValue: 1 << 16)
  /// Stands inside a name between capitals: of, de, van.
  static let joint = NameTraits(rawValue: 1 << 17)
  static let productFamily = NameTraits(rawValue: 1 << 18)
  static let modelFamily = NameTraits(rawValue: 1 << 19)
  static let knownToken = NameTraits(rawValue: 1 << 20)
  static let knownMetric = NameTraits(rawValue: 1 << 21)
  static let productEnding = NameTraits(rawValue: 1 << 22)
  /// Too weak in meaning to be a name's only word: The, New, North.
  static let weak = NameTraits(rawValue: 1 << 23)
  static let metricEnding = NameTraits(rawValue: 1 << 24)
  /// A preposition that a place stands behind: in, near, at, from.
  static let placePreposition = NameTraits(rawValue: 1 << 25)
  static let groupName = NameTraits(rawValue: 1 << 26)
  /// Left off an organisation's name in a second mention: Inc, AI, Group.
  static let designator = NameTraits(rawValue: 1 << 27)
  /// No part of the name behind it, also in capitals: Mr, President, CEO.
  static let honorific = NameTraits(rawValue: 1 << 28)
  static let knownPerson = NameTraits(rawValue: 1 << 29)
  /// Common, and no term, no people and no word that names hold: in small letters it is in no name.
  static let plain = NameTraits(rawValue: 1 << 30)
  /// Left in lower case by titles in title case.
  static let titleSmall = NameTraits(rawValue: 1 << 31)
}

/// Words of texts about ledgers that machines share: blockchains, their tokens and their users.
struct LedgerTopic: OptionSet, Sendable {
  let rawValue: UInt8

  /// Said of little else: "blockchain", "mainnet".
  static let plain = LedgerTopic(rawValue: 1)
  /// The others are said of other things too; two kinds of them together are seldom.
  static let decentral = LedgerTopic(rawValue: 2)
  static let subnet = LedgerTopic(rawValue: 4)
  static let validator = LedgerTopic(rawValue: 8)
  static let miner = LedgerTopic(rawValue: 16)
  static let issue = LedgerTopic(rawValue: 32)
}

/// What the word lists know of one word: its traits, and the type of thing it denotes as a common
/// noun ("subnet", "founder", "river").
struct WordKnowledge: Sendable {
  var traits: NameTraits = []
  /// Index in `EntityType.allCases` plus one; 0 is none.
  var noun: UInt8 = 0
  /// What it says of the text's subject.
  var topic: LedgerTopic = []

  var nounType: EntityType? {
    noun == 0 ? nil : EntityType.allCases[Int(noun) - 1]
  }
}

/// The built-in word lists, as one table; a class, for all that search for names hold it.
final class NameLexicon: Sendable {
  private let table: WordTable<WordKnowledge>
  /// Places and organisations of several words.
  let phrases: NameTrie

  static let shared = NameLexicon()

  subscript(key: WordKey) -> WordKnowledge { table[key] }

  /// Asks memory for a word that will soon be looked up.
  func prefetch(_ key: WordKey) { table.prefetch(key) }

  private init() {
    var table = WordTable(empty: WordKnowledge(), capacity: 12_000)
    for (traits, list) in NameLists.traits {
      forEachWord(in: list) { table[$0].traits.formUnion(traits) }
    }
    let words = WordList.builtIn
    forEachWord(in: CommonWords.list) { key in
      if NameForm.isPlain(words[key]) { table[key].traits.insert(.plain) }
    }
    forEachWord(in: NameLists.innerWords) { table[$0].traits.remove(.plain) }
    for (index, type) in EntityType.allCases.enumerated() {
      guard let list = NameLists.nouns[type] else { continue }
      forEachWord(in: list) { table[$0].noun = UInt8(index + 1) }
    }
    for (topic, list) in NameLists.ledgerTopics {
      forEachWord(in: list) { table[$0].topic.insert(topic) }
    }
    self.table = table
    self.phrases = NameTrie(phrases: NameLists.phrases)
  }
}

extension NameLexicon {
  /// True where a lower-case word of the lists, or a regular inflection of one, has this spelling.
  func isCommon(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    if table[WordKey(bytes, range)].traits.contains(.common) { return true }
    return NameLexicon.endings.contains { ending in
      isCommon(bytes, range, without: ending)
    }
  }

  private func isCommon(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, without ending: Ending
  ) -> Bool {
    let letters = ending.letters
    let count = letters.utf8CodeUnitCount
    guard range.count - count >= 3, ends(bytes, range, with: letters) else { return false }
    let stem = range.lowerBound..<range.upperBound - count
    func isKnown(_ key: WordKey) -> Bool { table[key].traits.contains(.common) }
    if isKnown(WordKey(bytes, stem)) { return true }
    if ending.restores != 0, isKnown(WordKey(bytes, stem).appending(ending.restores)) {
      return true
    }
    let isDoubled = stem.count > 3 && bytes[stem.upperBound - 1] == bytes[stem.upperBound - 2]
    return isDoubled && isKnown(WordKey(bytes, stem.lowerBound..<stem.upperBound - 1))
  }

  private func ends(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, with letters: StaticString
  ) -> Bool {
    let count = letters.utf8CodeUnitCount
    return letters.withUTF8Buffer { expected in
      (0..<count).allSatisfy { bytes[range.upperBound - count + $0] | 0x20 == expected[$0] }
    }
  }

  private struct Ending: Sendable {
    let letters: StaticString
    /// The letter that the base may have had in its place; 0 is none.
    let restores: UInt8

    init(_ letters: StaticString, _ restores: UInt8 = 0) {
      self.letters = letters
      self.restores = restores
    }
  }

  private static let endings: [Ending] = [
    Ending("ies", UInt8(ascii: "y")), Ending("es", UInt8(ascii: "e")), Ending("s"),
    Ending("ied", UInt8(ascii: "y")), Ending("ed", UInt8(ascii: "e")),
    Ending("ing", UInt8(ascii: "e")), Ending("ily", UInt8(ascii: "y")), Ending("ly"),
    Ending("er", UInt8(ascii: "e")), Ending("est", UInt8(ascii: "e")), Ending("ness"),
  ]
}

extension WordKey {
  /// The key of the same word with one more lower-case letter at its end.
  func appending(_ letter: UInt8) -> WordKey {
    WordKey(value: (value ^ UInt64(letter)) &* 0x0000_0100_0000_01B3)
  }
}
