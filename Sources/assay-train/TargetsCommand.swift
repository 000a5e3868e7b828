import ArgumentParser
import AssayAnalysis

/// `assay-train targets`: how a sentence feels towards a thing that it mentions.
struct TargetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: "Train the model of how a sentence feels towards what it mentions.",
    discussion: """
      Learns from NewsMTSC. Prints the mean over five folds, parted by document, before it trains on
      all.

      EXAMPLE:
        assay-train targets --data data/sentiment -o Models
      """)

  @Option(help: "The folder with newsmtsc/.")
  var data: String

  @Option(name: .shortAndLong, help: "The folder to write targets.model to.")
  var output: String

  @OptionGroup var learning: LearningOptions

  private static let foldCount = 5

  func run() throws {
    let examples = try read()
    let trainer = learning.trainer(decay: 0.15, minimumCount: 2, dropout: 0.5)
    let buckets = learning.buckets ?? 9_000
    var sum: Float = 0
    for fold in 0..<TargetsCommand.foldCount {
      let train = examples.filter { $0.fold != fold }.map(\.example)
      let held = examples.filter { $0.fold == fold }.map(\.example)
      sum += trainer.fit(train.balanced).model(bucketCount: buckets).macroF1(held)
    }
    print("NewsMTSC, five folds, macro F1: \(sum / Float(TargetsCommand.foldCount))")
    let file = trainer.fit(examples.map(\.example).balanced).model(bucketCount: buckets)
    try TrainingFiles.write(file.bytes, to: output + "/targets.model")
    print(
      "targets.model: \(file.kept) features, \(file.bytes.count) bytes, \(file.dropped) left out")
  }

  private func read() throws -> [(fold: Int, example: LinearExample)] {
    try TrainingFiles.lines(data + "/newsmtsc/train.jsonl").flatMap { line in
      guard let text = line["text"]?.string, let id = line["id"]?.string else {
        return [(fold: Int, example: LinearExample)]()
      }
      let document = id.split(separator: "_").prefix(3).joined(separator: "_")
      let fold = Int(WordKey(document).value % UInt64(TargetsCommand.foldCount))
      return (line["targets"]?.elements ?? []).compactMap { target in
        guard let start = target["start"]?.integer, let end = target["end"]?.integer,
          let name = target["label"]?.string,
          let label = SentimentTraining.classes.firstIndex(of: name),
          let features = SentimentTraining.features(
            of: text, towards: byteRange(start, end, in: text))
        else { return nil }
        return (fold, LinearExample(features: features, label: label))
      }
    }
  }

  /// Offsets that count Unicode scalars, as bytes.
  private func byteRange(_ start: Int, _ end: Int, in text: String) -> Range<Int> {
    let scalars = Array(text.unicodeScalars)
    let low = scalars.prefix(start).reduce(0) { $0 + UTF8.width($1) }
    let high = scalars.prefix(end).reduce(0) { $0 + UTF8.width($1) }
    return low..<max(low, high)
  }
}
