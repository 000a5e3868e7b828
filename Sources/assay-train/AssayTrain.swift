import ArgumentParser

/// Trains the models that the program carries, with the very code that runs them.
@main
struct AssayTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assay-train",
    abstract: "Train the models of assay from a folder of corpora.",
    discussion: """
      The same data and seed give the same bytes. `make train DATA=folder` trains all models, puts
      their weights and cards into Models/, and builds the program anew.
      """,
    subcommands: [WordsCommand.self, NamesCommand.self, SentimentCommand.self, TargetsCommand.self])
}
