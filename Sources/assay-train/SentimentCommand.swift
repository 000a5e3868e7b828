import ArgumentParser
import AssayAnalysis

/// `assay-train sentiment`: how a sentence or a comment feels.
struct SentimentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sentiment",
    abstract: "Train the model of how sentences and comments feel.",
    discussion: """
      Learns from GoEmotions and from those sentences of NewsMTSC that feel one way towards all
      their targets.

      EXAMPLE:
        assay-train sentiment --data data/sentiment -o Models
      """)

  @Option(help: "The folder with goemotions/ and newsmtsc/.")
  var data: String

  @Option(name: .shortAndLong, help: "The folder to write sentiment.model to.")
  var output: String

  @OptionGroup var learning: LearningOptions

  /// How much a sentence of news counts beside a comment.
  @Option var news: Float = 0.5

  func run() throws {
    let talk = try examples(data + "/goemotions/train.jsonl", weight: 1)
    let news = try newsExamples(data + "/newsmtsc/train.jsonl")
    let trainer = learning.trainer(decay: 0.02, minimumCount: 3, dropout: 0.4)
    let fit = trainer.fit((talk + news).balanced)
    let file = fit.model(bucketCount: learning.buckets ?? 10_000)
    try TrainingFiles.write(file.bytes, to: output + "/sentiment.model")
    print(
      "sentiment.model: \(file.kept) features, \(file.bytes.count) bytes, \(file.dropped) left out")
    let development = try examples(data + "/goemotions/dev.jsonl", weight: 1)
    print("GoEmotions dev, macro F1: \(file.macroF1(development))")
  }

  private func examples(_ path: String, weight: Float) throws -> [LinearExample] {
    try TrainingFiles.lines(path).compactMap { line in
      guard let text = line["text"]?.string, let name = line["label"]?.string,
        let label = SentimentTraining.classes.firstIndex(of: name)
      else { return nil }
      return LinearExample(
        features: SentimentTraining.features(of: text), label: label, weight: weight)
    }
  }

  private func newsExamples(_ path: String) throws -> [LinearExample] {
    try TrainingFiles.lines(path).compactMap { line in
      let names = Set(line["targets"]?.elements.compactMap { $0["label"]?.string } ?? [])
      guard let text = line["text"]?.string, names.count == 1, let name = names.first,
        let label = SentimentTraining.classes.firstIndex(of: name)
      else { return nil }
      return LinearExample(
        features: SentimentTraining.features(of: text), label: label, weight: news)
    }
  }
}
