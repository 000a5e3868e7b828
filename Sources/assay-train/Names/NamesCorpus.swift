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
    unmarked: [.work, .event, .people, .term], kinds: [:])
  static let emerging = NamesScheme(
    unmarked: [.event, .people],
    kinds: ["product": [.work], "creative-work": [.work]])
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
  let share: Share
  let domain: TextDomain

  /// Which texts of its files a corpus takes.
  enum Share {
    case all
    /// Every fifth: those that are measured on.
    case fifth
    /// All but every fifth.
    case rest

    func holds(_ number: Int) -> Bool {
      switch self {
      case .all: true
      case .fifth: number.isMultiple(of: 5)
      case .rest: !number.isMultiple(of: 5)
      }
    }
  }

  private init(
    _ name: String, _ files: [String], _ scheme: NamesScheme, _ domain: TextDomain,
    _ share: Share = .all
  ) {
    self.name = name
    self.files = files
    self.scheme = scheme
    self.share = share
    self.domain = domain
  }

  private static let fields: [(name: String, domain: TextDomain)] = [
    ("ai", .computing), ("politics", .politics), ("science", .science),
    ("literature", .literature), ("music", .music),
  ]

  /// The development parts are learnt from as well, but for every fifth of their texts.
  static let training =
    [
      NamesCorpus("wikigold", ["wikigold/train80"], .wikigold, .encyclopedia),
      NamesCorpus("btc", ["btc/a", "btc/b", "btc/g", "btc/h"], .broadTwitter, .tweets),
      NamesCorpus("btc", ["btc/e"], .broadTwitter, .tweets, .rest),
      NamesCorpus("wnut17", ["wnut17/train"], .emerging, .comments),
      NamesCorpus("wnut17", ["wnut17/dev"], .emerging, .comments, .rest),
    ] + fields.flatMap { [field($0, "train", .all), field($0, "dev", .rest)] }

  static let development =
    [
      NamesCorpus("btc", ["btc/e"], .broadTwitter, .tweets, .fifth),
      NamesCorpus("wnut17", ["wnut17/dev"], .emerging, .comments, .fifth),
    ] + fields.map { field($0, "dev", .fifth) }

  /// The domains of the corpora of a few hundred texts, which are seen more than once.
  static let small: Set<TextDomain> = Set(fields.map(\.domain))

  private static func field(
    _ field: (name: String, domain: TextDomain), _ part: String, _ share: Share
  ) -> NamesCorpus {
    let name = "crossner_\(field.name)"
    return NamesCorpus(name, ["\(name)/\(part)"], .crossner, field.domain, share)
  }

  /// The texts, read from the folder of corpora.
  func texts(in folder: String) throws -> [NamesText] {
    try files.flatMap { file in
      try TrainingFiles.lines("\(folder)/entities/\(file).jsonl").enumerated().filter {
        share.holds($0.offset)
      }.map { _, line in
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
