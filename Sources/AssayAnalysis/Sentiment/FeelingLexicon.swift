/// What a word can do to the feeling of a sentence.
struct FeelingRole: OptionSet, Sendable {
  let rawValue: UInt32

  static let negator = FeelingRole(rawValue: 1)
  static let booster = FeelingRole(rawValue: 2)
  static let damper = FeelingRole(rawValue: 4)
  static let rises = FeelingRole(rawValue: 8)
  static let falls = FeelingRole(rawValue: 16)
  static let goodWhenUp = FeelingRole(rawValue: 32)
  static let badWhenUp = FeelingRole(rawValue: 64)
  static let beginsPhrase = FeelingRole(rawValue: 128)
  /// but, however: what stands behind it counts more than what stands before.
  static let contrast = FeelingRole(rawValue: 256)
  /// although, despite: its clause counts less.
  static let concession = FeelingRole(rawValue: 512)
  /// if, could, would: what stands behind it is not the case.
  static let hedge = FeelingRole(rawValue: 1024)
  /// Ends a clause: and, or, which, because.
  static let clauseEnd = FeelingRole(rawValue: 2048)
  /// Makes a negation none: not only, not just.
  static let onlyness = FeelingRole(rawValue: 4096)

  /// was, been, being: makes a participle behind it passive.
  static let auxiliary = FeelingRole(rawValue: 8192)
  /// from, compared, against: holds an amount against another.
  static let compares = FeelingRole(rawValue: 16384)
  /// Words of companies and markets, which make a sentence news of business.
  static let business = FeelingRole(rawValue: 32768)
  /// Words of people who talk to each other.
  static let talk = FeelingRole(rawValue: 65536)
  /// Feels in talk; in news of business it only names a thing ("profit", "fair value").
  static let plainInBusiness = FeelingRole(rawValue: 131_072)

  /// Known by its valence in the list of VADER alone.
  static let onlyValence = FeelingRole(rawValue: 262_144)

  static let movement: FeelingRole = [.rises, .falls]
  static let measure: FeelingRole = [.goodWhenUp, .badWhenUp]
}

/// The feeling of one word, in tenths, and its roles.
struct FeelingEntry: Sendable {
  var weight: Int8 = 0
  /// In the list of VADER, in tenths.
  var valence: Int8 = 0
  var roles: FeelingRole = []
  /// The deeds that it can name, and those that can be done to it, as bits of `FeelingDeed.all`.
  var deeds: UInt64 = 0
  var things: UInt64 = 0

  var isEmpty: Bool { weight | valence == 0 && roles.isEmpty && deeds | things == 0 }

  /// Takes in what another knows: which of these is zero then says what neither has.
  mutating func formUnion(_ other: FeelingEntry) {
    weight |= other.weight
    valence |= other.valence
    roles.formUnion(other.roles)
    deeds |= other.deeds
    things |= other.things
  }
}

/// The lists of words and phrases, as tables looked up by key; a class, for every reader holds it.
final class FeelingLexicon: Sendable {
  struct Phrase: Sendable {
    var weight: Int8 = 0
    var isEnd = false
    var isStart = false
  }

  private let words: WordTable<FeelingEntry>
  /// Keys are chains of word keys; every beginning of a phrase is in it.
  private let phrases: WordTable<Phrase>

  /// By the place of a deed in `FeelingDeed.all`, in tenths.
  let deedWeights = FeelingDeed.all.map(\.weight)

  static let shared = FeelingLexicon()

  subscript(key: WordKey) -> FeelingEntry { words[key] }

  /// Asks memory for a word that will soon be looked up.
  func prefetch(_ key: WordKey) { words.prefetch(key) }

  func phrase(_ chain: WordKey) -> Phrase { phrases[chain] }

  private init() {
    var builder = Builder()
    builder.addForms()
    builder.addInflections()
    builder.addValences()
    builder.addRoles()
    builder.addPhrases()
    builder.addDeeds()
    words = builder.words
    phrases = builder.phrases
  }
}

private struct Builder {
  var words = WordTable(empty: FeelingEntry(), capacity: 20_000)
  var phrases = WordTable(empty: FeelingLexicon.Phrase(), capacity: 2_000)

  /// Irregular forms and bases first: an inflection never overrides them.
  mutating func addForms() {
    for (weight, list) in FeelingWords.forms { forEachWord(in: list) { set($0, weight) } }
    for lists in [FeelingWords.adjectives, FeelingWords.nouns, FeelingWords.verbs] {
      for (weight, list) in lists { forEachWord(in: list) { setIfNew($0, weight) } }
    }
  }

  mutating func addInflections() {
    add(FeelingWords.verbs, Inflection.verb)
    add(FeelingWords.nouns, Inflection.noun)
    add(FeelingWords.adjectives, Inflection.adjective)
    forEachWord(in: TurningWords.neutral) { words[$0].weight = 0 }
  }

  private mutating func add(_ lists: [(Int, String)], _ inflect: (String) -> [String]) {
    for (weight, list) in lists {
      for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        for form in inflect(String(word)) { setIfNew(WordKey(form), weight) }
      }
    }
  }

  private mutating func set(_ key: WordKey, _ weight: Int) {
    words[key].weight = Int8(clamping: weight)
  }

  private mutating func setIfNew(_ key: WordKey, _ weight: Int) {
    if words[key].weight == 0 { set(key, weight) }
  }

  mutating func addRoles() {
    let lists: [(FeelingRole, String)] = [
      (.negator, TurningWords.negators), (.booster, TurningWords.boosters),
      (.damper, TurningWords.dampers), (.rises, TurningWords.up), (.falls, TurningWords.down),
      (.goodWhenUp, TurningWords.goodWhenUp), (.badWhenUp, TurningWords.badWhenUp),
      (.contrast, "but however yet nevertheless nonetheless though"),
      (.concession, "although despite notwithstanding while whereas"),
      (.hedge, "if unless whether would could might may should"),
      (.clauseEnd, "and or because since which who when where as so then after before"),
      (.onlyness, "only just merely simply necessarily"),
      (.auxiliary, "is are was were be been being get gets got"),
      (.compares, "from compared versus vs against below above"),
      (.business, RegisterWords.business), (.talk, RegisterWords.talk),
      (.plainInBusiness, RegisterWords.plainInBusiness),
    ]
    for (role, list) in lists {
      forEachWord(in: list) { words[$0].roles.insert(role) }
    }
  }

  /// How much a word counts that only VADER's list has, beside one of our own.
  private static let valenceShare = 0.8

  mutating func addValences() {
    let plain = Set(keys(in: TurningWords.neutral))
    forEachValence { key, valence in
      words[key].valence = Int8(clamping: valence)
      guard words[key].weight == 0, !plain.contains(key) else { return }
      set(key, Int((Double(valence) * Self.valenceShare).rounded()))
      words[key].roles.insert(.onlyValence)
    }
  }

  private func keys(in list: String) -> [WordKey] {
    var keys: [WordKey] = []
    forEachWord(in: list) { keys.append($0) }
    return keys
  }

  mutating func addDeeds() {
    for (index, deed) in FeelingDeed.all.enumerated() {
      let bit: UInt64 = 1 << UInt64(index)
      forEachWord(in: deed.forms) { words[$0].deeds |= bit }
      for verb in deed.verbs.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        words[WordKey(String(verb))].deeds |= bit
        for form in Inflection.verb(String(verb)) { words[WordKey(form)].deeds |= bit }
      }
      for thing in deed.things.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        words[WordKey(String(thing))].things |= bit
        for form in Inflection.noun(String(thing)) { words[WordKey(form)].things |= bit }
      }
    }
  }

  mutating func addPhrases() {
    for (weight, list) in FeelingPhrases.list {
      for phrase in list.split(separator: ";") {
        addPhrase(phrase.split(whereSeparator: { $0 == " " || $0 == "\n" }), weight)
      }
    }
  }

  private mutating func addPhrase(_ pieces: [Substring], _ weight: Int) {
    guard pieces.count > 1, let first = pieces.first else { return }
    var chain = WordKey(String(first))
    words[chain].roles.insert(.beginsPhrase)
    for (index, piece) in pieces.dropFirst().enumerated() {
      chain = chain.followed(by: WordKey(String(piece)))
      if index == pieces.count - 2 {
        phrases[chain].isEnd = true
        phrases[chain].weight = Int8(clamping: weight)
      } else {
        phrases[chain].isStart = true
      }
    }
  }
}

/// Regular English inflections; a form that is no word does no harm, for no text has it.
private enum Inflection {
  static func verb(_ word: String) -> [String] {
    let stem = String(word.dropLast())
    if word.hasSuffix("e") { return [word + "s", word + "d", stem + "ing"] }
    if endsInConsonantAndY(word) { return [stem + "ies", stem + "ied", word + "ing"] }
    let plain = [plural(word), word + "ed", word + "ing"]
    guard word.utf8.count <= 6, let last = word.last else { return plain }
    return plain + ["\(word)\(last)ed", "\(word)\(last)ing"]
  }

  static func noun(_ word: String) -> [String] {
    endsInConsonantAndY(word) ? [word.dropLast() + "ies"] : [plural(word)]
  }

  static func adjective(_ word: String) -> [String] {
    let stem = String(word.dropLast())
    if word.hasSuffix("le") { return [stem + "y", word + "r", word + "st"] }
    if word.hasSuffix("ic") { return [word + "ally"] }
    if endsInConsonantAndY(word) { return [stem + "ily", stem + "ier", stem + "iest"] }
    guard word.utf8.count <= 6, let last = word.last else { return [word + "ly"] }
    if word.hasSuffix("e") { return [word + "ly", word + "r", word + "st"] }
    return [word + "ly", word + "er", word + "est", "\(word)\(last)er", "\(word)\(last)est"]
  }

  private static func plural(_ word: String) -> String {
    let needsVowel = ["s", "x", "z", "ch", "sh"].contains { word.hasSuffix($0) }
    return word + (needsVowel ? "es" : "s")
  }

  private static func endsInConsonantAndY(_ word: String) -> Bool {
    guard word.hasSuffix("y"), let before = word.dropLast().last else { return false }
    return !"aeiou".contains(before)
  }
}
