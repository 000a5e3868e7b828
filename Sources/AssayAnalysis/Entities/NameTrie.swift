/// Names as sequences of words, matched longest first from any word of a text.
///
/// A step looks up one hash, whatever the number of names; a match costs at most as many steps as
/// the longest name has words, so a text is read in linear time.
struct NameTrie: Sendable {
  /// A name that a walk through the trie may end at.
  struct Name: Sendable {
    /// What the caller calls it: an index of an entity.
    let value: Int
    /// Its bytes as written.
    let spelling: [UInt8]
    let caseRule: CaseRule
  }

  /// How a name's capitals must agree with the text's.
  enum CaseRule: Sendable {
    case exact
    case any
  }

  struct Match {
    let tokenCount: Int
    let name: Int
  }

  private struct Step: Hashable {
    let node: Int32
    let key: WordKey
  }

  private(set) var names: [Name] = []
  private var steps: [Step: Int32] = [:]
  /// For each node the names that end there, in order of addition.
  private var endings: [[Int32]] = [[]]
  private var firstWords = WordFilter()

  /// More words than any name has; what is longer is not added.
  static let maximumWords = 16

  init() {}

  /// Adds the words of a name; false where it has none or too many.
  @discardableResult
  mutating func add(words: [WordKey], _ name: Name) -> Bool {
    guard let first = words.first, words.count <= NameTrie.maximumWords else { return false }
    firstWords.insert(first)
    var node: Int32 = 0
    for key in words {
      let step = Step(node: node, key: key)
      if let next = steps[step] {
        node = next
      } else {
        endings.append([])
        node = Int32(endings.count - 1)
        steps[step] = node
      }
    }
    endings[Int(node)].append(Int32(names.count))
    names.append(name)
    return true
  }

  /// The longest name that begins at a token, ends before another, and whose case rule holds.
  ///
  /// "Bittensor’s native token" gives "Bittensor" where that is a name: the owner is named first.
  func longestMatch(at index: Int, before end: Int, in reading: NameReading) -> Match? {
    let first = reading.words[index].key
    guard firstWords.mayHold(first) else { return nil }
    var node: Int32 = 0
    var best: Match?
    var place = index
    while place < end {
      let key = place == index ? first : reading.key(behindAnother: place)
      guard let next = steps[Step(node: node, key: key)] else { break }
      node = next
      place += 1
      let tokens = index..<place
      if let name = endings[Int(node)].first(where: { holds(names[Int($0)], tokens, reading) }) {
        best = Match(tokenCount: place - index, name: Int(name))
      }
      if best != nil, reading.words[place - 1].isPossessive { break }
    }
    return best
  }

  /// The value of a name of one word, given its key and its bytes as written.
  func value(of key: WordKey, spelling: ArraySlice<UInt8>) -> Int? {
    guard let node = steps[Step(node: 0, key: key)] else { return nil }
    let name = endings[Int(node)].first { index in
      let name = names[Int(index)]
      return name.caseRule == .any || name.spelling.elementsEqual(spelling)
    }
    return name.map { names[Int($0)].value }
  }

  private func holds(_ name: Name, _ tokens: Range<Int>, _ reading: NameReading) -> Bool {
    switch name.caseRule {
    case .any: true
    case .exact: reading.spells(name.spelling, tokens)
    }
  }
}

extension NameTrie {
  /// Names by type, a line each, matched in their exact spelling; `value` is the type's index.
  init(phrases: [(type: EntityType, list: String)]) {
    self.init()
    for (type, list) in phrases {
      guard let value = EntityType.allCases.firstIndex(of: type) else { continue }
      for line in list.split(separator: "\n") {
        add(Array(line.utf8), value: value, caseRule: .exact)
      }
    }
  }

  /// Adds a name as it is written.
  @discardableResult
  mutating func add(_ spelling: [UInt8], value: Int, caseRule: CaseRule) -> Bool {
    let name = Name(value: value, spelling: spelling, caseRule: caseRule)
    return add(words: NameReading.keys(of: spelling), name)
  }
}
