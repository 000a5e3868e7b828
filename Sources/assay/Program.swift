import ArgumentParser
import AssayAnalysis
@preconcurrency import Dispatch
import Glibc

/// Runs the command that the arguments name, and ends with the exit code of what came of it.
@main
enum Program {
  static func main() async {
    // A reader that has seen enough, such as `head`, is no reason to die of a signal.
    signal(SIGPIPE, SIG_IGN)
    let work = Task { await run(Array(CommandLine.arguments.dropFirst())) }
    let interrupts = stopping([SIGINT, SIGTERM, SIGHUP]) { work.cancel() }
    let code = await work.value
    interrupts.forEach { $0.cancel() }
    exit(code)
  }

  /// Parses the arguments here rather than in `ParsableCommand.main`: its exit codes are not ours.
  static func run(_ arguments: [String]) async -> Int32 {
    do {
      var command = try await Assay.asyncParseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return 0
    } catch let failure as Failure {
      Console.report(failure.diagnostics)
      return failure.kind.rawValue
    } catch is CancellationError {
      return interruptedCode
    } catch {
      return explain(error)
    }
  }

  /// What an unknown command or option was meant to be, where the parser does not tell.
  private static func hint(for message: String) -> String? {
    guard !message.contains("Did you mean") else { return nil }
    let arguments = CommandLine.arguments.dropFirst()
    let commands = Assay.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let first = arguments.first, !commands.contains(first), first != "help" else {
      return nil
    }
    let known = first.hasPrefix("-") ? ["--help", "--version"] : commands
    return suggestion(for: first, among: known).map { "Did you mean '\($0)'?" }
  }

  private static let interruptedCode: Int32 = 130

  private static func explain(_ error: any Error) -> Int32 {
    let message = Assay.fullMessage(for: error)
    guard Assay.exitCode(for: error) == .success else {
      Console.warn([message, hint(for: message)].compactMap { $0 }.joined(separator: "\n"))
      return Failure.Kind.usage.rawValue
    }
    Console.say(message)
    return 0
  }

  /// Calls `stop` on the first of these signals, so that what is half done can be swept up; a
  /// second one ends the program at once.
  private static func stopping(
    _ signals: [Int32], _ stop: @escaping @Sendable () -> Void
  ) -> [any DispatchSourceSignal] {
    signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        signal(number, SIG_DFL)
        stop()
      }
      source.resume()
      return source
    }
  }
}
