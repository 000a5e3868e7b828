import ArgumentParser
import AssayAnalysis

/// How a linear model is fitted; each command has its own defaults for what differs.
struct LearningOptions: ParsableArguments {
  @Option(help: "Buckets of 64 bytes.")
  var buckets: Int?

  @Option(help: "Times that each text is seen.")
  var epochs = 10

  @Option var rate: Float = 0.05

  @Option(help: "Share of a text's features left out each time it is seen.")
  var dropout: Float?

  @Option(help: "How much of each weight is taken off after an epoch.")
  var decay: Float?

  @Option(help: "A feature that fewer texts have is left out.")
  var minimum: Int32?

  @Option(help: "The seed of all chance.")
  var seed: UInt64 = 1

  func trainer(decay: Float, minimumCount: Int32, dropout: Float) -> LinearTrainer {
    var trainer = LinearTrainer(classCount: SentimentTraining.classes.count)
    trainer.epochs = epochs
    trainer.rate = rate
    trainer.dropout = self.dropout ?? dropout
    trainer.decay = self.decay ?? decay
    trainer.minimumCount = minimum ?? minimumCount
    trainer.seed = seed
    return trainer
  }
}
