/// A run of words at its place, with what its surroundings say of it.
struct FoundRun {
  let part: Int
  let sentence: Int
  let run: NameRun
  /// Index of its name in `NameRegister.names`.
  let name: Int
  /// The rule of its own strongest vote; nil where it has none.
  let rule: NameRule?
}

/// The distinct names of a document and all that was said of each.
struct NameRegister {
  struct Name {
    let key: WordKey
    let words: [WordKey]
    /// As first written.
    let spelling: String
    let traits: [NameTraits]
    var votes = NameVotes()
    var count = 0
    /// What its being coined weighs, in a text about ledgers.
    var coined: Float = 0
    /// Whether words around it speak for a type other than a network.
    var hasOtherCue = false
    /// True while every run of it stands where any word would have a capital.
    var isDoubtful = true
  }

  private(set) var names: [Name] = []
  private(set) var runs: [FoundRun] = []
  private var indices: [WordKey: Int] = [:]

  subscript(key: WordKey) -> Int? { indices[key] }

  mutating func note(
    _ run: NameRun, part: Int, sentence: Int, reading: NameReading, votes: [TypeVote]
  ) {
    let index = indices[run.key] ?? insert(run, reading)
    let isNew = names[index].count == 0
    for vote in votes where isNew || !vote.rule.isIntrinsic { names[index].add(vote) }
    names[index].count += 1
    if !run.isDoubtful { names[index].isDoubtful = false }
    let strongest = votes.max { $0.weight < $1.weight }
    runs.append(
      FoundRun(
        part: part, sentence: sentence, run: run, name: index, rule: strongest?.rule))
  }

  /// Notes a name that is only a part of a word.
  mutating func note(part key: WordKey, spelling: String, traits: NameTraits, votes: [TypeVote]) {
    guard indices[key] == nil else { return }
    indices[key] = names.count
    var name = Name(key: key, words: [key], spelling: spelling, traits: [traits])
    for vote in votes { name.add(vote) }
    name.count = 1
    name.isDoubtful = false
    names.append(name)
  }

  /// Once all is noted: a coined name that nothing else types names a network.
  mutating func settle() {
    for index in names.indices where names[index].coined > 0 && !names[index].hasOtherCue {
      names[index].votes.add(
        TypeVote(type: .network, weight: names[index].coined, rule: .coinedName))
    }
  }

  private mutating func insert(_ run: NameRun, _ reading: NameReading) -> Int {
    indices[run.key] = names.count
    names.append(
      Name(
        key: run.key, words: run.tokens.map { reading.words[$0].key },
        spelling: reading.text.text[run.range],
        traits: run.tokens.map { reading.words[$0].traits }))
    return names.count - 1
  }
}

extension NameRegister.Name {
  fileprivate mutating func add(_ vote: TypeVote) {
    if vote.rule == .coinedName {
      coined += vote.weight
    } else {
      votes.add(vote)
      if vote.rule.isFromContext, vote.type != .network { hasOtherCue = true }
    }
  }
}

/// A thing that a document names, under all of its names there.
struct NameCluster {
  /// Index in the gazetteer's entries; nil where the text alone knows it.
  let entry: Int?
  let type: EntityType
  let spelling: String
  let words: [WordKey]
  /// What the lists know of each word of its name; empty for the gazetteer's.
  let traits: [NameTraits]
  let rule: NameRule
  let confidence: Double
  /// Other names the text uses, in order of first use.
  var aliases: [String] = []
}
