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
  var dropout: Float = 0.4

  @Option(help: "How much of each weight is taken off after an epoch.")
  var decay: Float?

  @Option(help: "A feature that fewer texts have is left out.")
  var minimum: Int32?

  func trainer(decay: Float, minimumCount: Int32) -> LinearTrainer {
    var trainer = LinearTrainer(classCount: SentimentTraining.classes.count)
    trainer.epochs = epochs
    trainer.rate = rate
    trainer.dropout = dropout
    trainer.decay = self.decay ?? decay
    trainer.minimumCount = minimum ?? minimumCount
    return trainer
  }
}
