import ArgumentParser

/// `assay completions SHELL`.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Prints a script that completes commands and options in a shell.",
    discussion: """
      EXAMPLES
        assay completions bash > ~/.local/share/bash-completion/completions/assay
        assay completions zsh > ~/.zfunc/_assay
        assay completions fish > ~/.config/fish/completions/assay.fish
      """)

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  func run() {
    Console.say(Assay.completionScript(for: shell.kind))
  }

  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish

    var kind: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }
}
