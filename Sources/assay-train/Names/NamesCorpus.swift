import ArgumentParser
import AssayAnalysis

/// One text with the names that people marked in it.
struct NamesText {
  var text: [UInt8]
  var names: [Name]
  let scheme: NamesScheme

  struct Name {
    /// Bytes of the text.
    var range: Range<Int>
    /// The corpus' own type, and its coarse one.
    let type: String
    let coarse: String
  }
}

/// What a corpus marks, and what it leaves unmarked.
struct NamesScheme {
  /// Kinds that it does not mark: a token outside of its names may be one.
  let unmarked: [NameKind]
  /// What each of its types may be; others go by their coarse type.
  let kinds: [String: [NameKind]]
  /// Whether people chat in it.
  var isInformal = false

  func kinds(of name: NamesText.Name) -> [NameKind] {
    if let kinds = kinds[name.type] { return kinds }
    switch name.coarse {
    case "PER": return [.person]
    case "ORG": return [.organisation]
    case "LOC": return [.place]
    default: return [.work, .event, .people, .term]
    }
  }

  static let wikigold = NamesScheme(unmarked: [], kinds: [:])
  static let broadTwitter = NamesScheme(
    unmarked: [.work, .event, .people, .term], kinds: [:], isInformal: true)
  static let emerging = NamesScheme(
    unmarked: [.event, .people],
    kinds: ["product": [.work], "creative-work": [.work]], isInformal: true)
  static let crossner = NamesScheme(
    unmarked: [],
    kinds: [
      "field": [.term], "task": [.term], "algorithm": [.term], "metrics": [.term],
      "programlang": [.work], "product": [.work], "conference": [.event], "election": [.event],
      "event": [.event], "award": [.event], "discipline": [.term], "enzyme": [.term],
      "protein": [.term], "chemicalelement": [.term], "chemicalcompound": [.term],
      "theory": [.term], "academicjournal": [.work], "musicgenre": [.term],
      "literarygenre": [.term], "musicalinstrument": [.term], "song": [.work], "album": [.work],
      "book": [.work], "poem": [.work], "magazine": [.work],
    ])
}

/// The corpora of the data folder.
struct NamesCorpus {
  let name: String
  let files: [String]
  let scheme: NamesScheme

  static let training: [NamesCorpus] = [
    NamesCorpus(name: "wikigold", files: ["wikigold/train80"], scheme: .wikigold),
    NamesCorpus(
      name: "btc", files: ["btc/a", "btc/b", "btc/g", "btc/h"], scheme: .broadTwitter),
    NamesCorpus(name: "wnut17", files: ["wnut17/train"], scheme: .emerging),
    NamesCorpus(name: "crossner_ai", files: ["crossner_ai/train"], scheme: .crossner),
    NamesCorpus(name: "crossner_politics", files: ["crossner_politics/train"], scheme: .crossner),
    NamesCorpus(name: "crossner_science", files: ["crossner_science/train"], scheme: .crossner),
    NamesCorpus(
      name: "crossner_literature", files: ["crossner_literature/train"], scheme: .crossner),
    NamesCorpus(name: "crossner_music", files: ["crossner_music/train"], scheme: .crossner),
  ]

  static let development: [NamesCorpus] = [
    NamesCorpus(name: "btc", files: ["btc/e"], scheme: .broadTwitter),
    NamesCorpus(name: "wnut17", files: ["wnut17/dev"], scheme: .emerging),
    NamesCorpus(name: "crossner_ai", files: ["crossner_ai/dev"], scheme: .crossner),
    NamesCorpus(name: "crossner_politics", files: ["crossner_politics/dev"], scheme: .crossner),
    NamesCorpus(name: "crossner_science", files: ["crossner_science/dev"], scheme: .crossner),
    NamesCorpus(
      name: "crossner_literature", files: ["crossner_literature/dev"], scheme: .crossner),
    NamesCorpus(name: "crossner_music", files: ["crossner_music/dev"], scheme: .crossner),
  ]

  /// The texts, read from the folder of corpora.
  func texts(in folder: String) throws -> [NamesText] {
    try files.flatMap { file in
      try TrainingFiles.lines("\(folder)/entities/\(file).jsonl").map { line in
        guard let bytes = line["text"]?.stringBytes, let names = line["entities"]?.elements else {
          throw ValidationError("\(file): a line without 'text' or 'entities'")
        }
        let offsets = NamesCorpus.byteOffsets(bytes)
        let read = names.compactMap { name -> NamesText.Name? in
          guard let start = name["start"]?.integer, let end = name["end"]?.integer, start < end,
            end < offsets.count, let type = name["type"]?.string
          else { return nil }
          return NamesText.Name(
            range: offsets[start]..<offsets[end], type: type,
            coarse: name["coarse"]?.string ?? type)
        }
        return NamesText(text: bytes, names: read, scheme: scheme)
      }
    }
  }

  /// The byte at which each Unicode scalar begins, and the end.
  private static func byteOffsets(_ bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
  }
}
