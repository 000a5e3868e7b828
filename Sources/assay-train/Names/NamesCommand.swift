import ArgumentParser
import AssayAnalysis

/// `assay-train names`: the tagger of names.
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Train the tagger of names.",
    discussion: """
      EXAMPLE:
        assay-train names data -o Models
      """)

  @Argument(help: "The folder of corpora.")
  var data: String

  @Option(name: .shortAndLong, help: "The folder to write names.model to.")
  var output: String?

  @Option(help: "Corpora to leave out of training and to measure on instead, by commas.")
  var holdOut = ""

  @Option(help: "Times that each text is seen.")
  var epochs = 8

  @Option var rate: Float = 0.08
  @Option var dropout: Float = 0.5
  @Option var decay: Float = 0.02
  @Option(help: "A feature that fewer tokens have is left out.")
  var minimum: Int32 = 3

  @Option(help: "Buckets of 64 bytes, of four features each.")
  var buckets = 96_000

  @Option(help: "The folder that holds lists/ and newswire.txt.")
  var models = "Models"

  @Option(help: "Sentences in the manner of news agencies.")
  var wire = 3000

  @Option(help: "Share of the texts that are seen in capitals too.")
  var capitals: Float = 0.1
  @Option(help: "Times that the small corpora are seen.")
  var copies = 2
  @Option(help: "What is added to the score of every beginning, for recall.")
  var recall: Float = 0.9
  @Option var titles: Float = 0.05
  @Option var lower: Float = 0.05
  @Option var unlisted: Float = 0.1

  @Option(help: "The seed of all chance.")
  var seed: UInt64 = 1

  func run() throws {
    let heldOut = Set(holdOut.split(separator: ",").map(String.init))
    let corpora = NamesCorpus.training.filter { !heldOut.contains($0.name) }
    let texts = try self.texts(of: corpora)
    let counts = try DomainCounts(texts.map { ($0.text.text, $0.domain) })
    let samples = try self.samples(of: texts, counts)
    let index = FeatureIndex(minimum: minimum) { note in
      for sample in samples { sample.features.forEach { $0.forEach(note) } }
    }
    let examples = samples.map { $0.example(index) }
    print("\(examples.count) sentences, \(index.count) features")
    var trainer = SequenceTrainer(featureCount: index.count, seed: seed)
    trainer.epochs = epochs
    trainer.rate = rate
    trainer.dropout = dropout
    trainer.decay = decay
    trainer.fit(examples) { print($0) }
    let rows = trainer.weights.flatMap { lanes in
      (0..<SequenceModel.columnCount).map { lanes[$0] }
    }
    let file = ModelFile(
      features: index.features, weights: rows, columns: SequenceModel.columnCount,
      parameters: trainer.parameters(recall: recall) + counts.weights, bucketCount: buckets)
    print("\(file.bytes.count) bytes, \(file.kept) features kept, \(file.dropped) without a place")
    try measure(file, heldOut)
    if let output { try TrainingFiles.write(file.bytes, to: output + "/names.model") }
  }

  /// The corpora's texts, and texts in the manner of news agencies, with their domains.
  private func texts(of corpora: [NamesCorpus]) throws -> [(text: NamesText, domain: TextDomain)] {
    var texts: [(text: NamesText, domain: TextDomain)] = []
    for corpus in corpora {
      texts += try corpus.texts(in: data).map { ($0, corpus.domain) }
    }
    var newswire = try Newswire(folder: models, seed: seed)
    return texts + newswire.texts(wire).map { ($0, .newswire) }
  }

  /// The texts' sentences as they stand and as they would be written, some in other capitals, some
  /// without what lists say of their words.
  private func samples(
    of texts: [(text: NamesText, domain: TextDomain)], _ counts: DomainCounts
  ) throws -> [LabelledSample] {
    var generator = SeededGenerator(seed: seed)
    var samples: [LabelledSample] = []
    for (text, own) in texts {
      // As it would be told of a text that was not learnt from.
      let domain = try counts.domain(of: text.text, of: own)
      func add(_ text: NamesText, usesLists: Bool = true) throws {
        samples += try LabelledSample.samples(of: text, domain: domain, usesLists: usesLists)
      }
      guard own != .newswire else {
        try add(text, usesLists: generator.unit() > 0.4)
        continue
      }
      for _ in 0..<(NamesCorpus.small.contains(own) ? copies : 1) {
        try add(text)
        try add(text.detokenised)
      }
      let chance = generator.unit()
      if chance < capitals {
        try add(text.written(Casing.capitals))
      } else if chance < capitals + titles {
        try add(text.written(Casing.title))
      } else if chance < capitals + titles + lower {
        try add(text.written(Casing.lower))
      } else if chance < capitals + titles + lower + unlisted {
        try add(text, usesLists: false)
      }
    }
    return samples
  }

  private func measure(_ file: ModelFile, _ heldOut: Set<String>) throws {
    // Models are read where they lie on a boundary of 64 bytes; an array's lies on one of 16.
    try file.bytes.withUnsafeBytes { bytes in
      guard let model = SequenceModel(bytes) else { throw ValidationError("no model came of it") }
      for corpus in NamesCorpus.development {
        var texts = try corpus.texts(in: data)
        if heldOut.contains(corpus.name) {
          texts += try NamesCorpus.training.filter { $0.name == corpus.name }.flatMap {
            try $0.texts(in: data)
          }
        }
        print(corpus.name, try NamesScore(texts, model: model))
      }
      for corpus in NamesCorpus.training where heldOut.contains(corpus.name) {
        print(corpus.name, "held out", try NamesScore(try corpus.texts(in: data), model: model))
      }
    }
  }
}

/// Strict scores: the same bytes and the same coarse type.
private struct NamesScore: CustomStringConvertible {
  private var counts: [String: (right: Int, found: Int, marked: Int)] = [:]

  init(_ texts: [NamesText], model: SequenceModel) throws {
    for text in texts {
      let isMarked = { (coarse: String) in
        coarse != "MISC" || text.scheme.unmarked.count < 4
      }
      var marked: Set<Span> = []
      for name in text.names { marked.insert(Span(range: name.range, coarse: name.coarse)) }
      for span in marked { counts[span.coarse, default: (0, 0, 0)].marked += 1 }
      for name in try NameTagger.names(in: text.text, model: model) {
        let span = Span(range: name.range, coarse: name.kind.coarse)
        guard isMarked(span.coarse) else { continue }
        counts[span.coarse, default: (0, 0, 0)].found += 1
        if marked.contains(span) { counts[span.coarse, default: (0, 0, 0)].right += 1 }
      }
    }
  }

  private struct Span: Hashable {
    let range: Range<Int>
    let coarse: String
  }

  var description: String {
    let total = counts.values.reduce((0, 0, 0)) {
      ($0.0 + $1.right, $0.1 + $1.found, $0.2 + $1.marked)
    }
    let parts = counts.sorted { $0.key < $1.key }.map { "\($0.key) \(Self.figures($0.value))" }
    return "F1 \(Self.figures(total)) | " + parts.joined(separator: ", ")
  }

  private static func figures(_ count: (right: Int, found: Int, marked: Int)) -> String {
    let precision = 100 * Double(count.right) / Double(max(1, count.found))
    let recall = 100 * Double(count.right) / Double(max(1, count.marked))
    let both = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    func rounded(_ value: Double) -> String { String(Double(Int(value * 10 + 0.5)) / 10) }
    return "\(rounded(both)) (\(rounded(precision)) \(rounded(recall)))"
  }
}

/// A sentence with the labels that its tokens may have.
struct LabelledSample {
  let features: [[FeatureHash]]
  let allowed: [UInt16]

  static func samples(
    of text: NamesText, domain: TextDomain, usesLists: Bool
  ) throws -> [LabelledSample] {
    try NameSample.samples(
      of: text.text, domain: domain, usesLists: usesLists
    ).map { sample in
      LabelledSample(features: sample.features, allowed: allowed(sample, text))
    }
  }

  private static func allowed(_ sample: NameSample, _ text: NamesText) -> [UInt16] {
    var allowed = sample.tokens.indices.map { token in
      var labels = UInt16(1) << UInt16(SequenceModel.outside)
      if sample.isNationality[token], text.scheme.unmarked.contains(.people) {
        labels |= 1 << UInt16(NameKind.people.begins)
      }
      return isHandle(sample.tokens[token], text.text) ? 0x7FFF : labels
    }
    for name in text.names {
      let kinds = text.scheme.kinds(of: name)
      var isFirst = true
      for (token, range) in sample.tokens.enumerated()
      where range.lowerBound < name.range.upperBound && range.upperBound > name.range.lowerBound {
        guard allowed[token] != 0x7FFF else { continue }
        allowed[token] = kinds.reduce(0) {
          $0 | 1 << UInt16(isFirst ? $1.begins : $1.goesOn)
        }
        isFirst = false
      }
    }
    return allowed
  }

  /// "@name" or the "@" itself: what it is depends on the corpus.
  private static func isHandle(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    if text[range.lowerBound] == UInt8(ascii: "@") { return true }
    var before = range.lowerBound - 1
    if before >= 0, text[before] == 0x20 { before -= 1 }
    return before >= 0 && text[before] == UInt8(ascii: "@")
  }

  func example(_ index: FeatureIndex) -> SequenceExample {
    var numbers: [Int32] = []
    var starts: [Int32] = [0]
    for token in features {
      numbers += index.numbers(of: token)
      starts.append(Int32(numbers.count))
    }
    return SequenceExample(features: numbers, starts: starts, allowed: allowed)
  }
}
