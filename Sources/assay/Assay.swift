import ArgumentParser

@main
struct Assay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assay",
    abstract: "Reads articles and their comments, checks their numbers, and publishes a briefing.")
}
