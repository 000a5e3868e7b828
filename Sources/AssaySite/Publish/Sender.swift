import AssayAnalysis
import Glibc
import Subprocess

/// A program that does the sending: git, rsync or rclone, as it is installed here.
struct Sender: Sendable {
  let name: String
  /// Set for each run, over what the environment holds; nil takes a variable out.
  var environment: [String: String?] = [:]
  /// In a session of its own it ends its work even where this program's group is killed.
  var isDetached = false

  /// What came of one run.
  struct Result: Sendable {
    let code: Int32
    let output: [UInt8]
    /// What it said, without secrets.
    let errors: String

    var isSuccess: Bool { code == 0 }
    var text: String {
      String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline).joined(
        separator: "\n")
    }
  }

  /// Beyond this a list of files is not read.
  private static let maximumOutputBytes = 256 << 20
  private static let maximumErrorBytes = 1 << 20
  /// A shell's code for a program that it does not find.
  private static let notFoundCode: Int32 = 127

  /// The path of a program; nil where it is not installed.
  static func path(of name: String) -> String? {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return folders.split(separator: ":").map { Files.join(String($0), name) }
      .first { access($0, X_OK) == 0 }
  }

  /// Runs it to its end.
  ///
  /// - Throws: `Failure` where it is not installed or cannot be started.
  func run(_ arguments: [String], input: [UInt8] = []) async throws -> Result {
    guard Sender.path(of: name) != nil else { throw missing }
    var options = PlatformOptions()
    options.createSession = isDetached
    do {
      let result = try await Subprocess.run(
        .name(name), arguments: Arguments(arguments),
        environment: .inherit.updating(
          Dictionary(
            environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) },
            uniquingKeysWith: { first, _ in first })),
        platformOptions: options, input: .array(input),
        output: .bytes(limit: Sender.maximumOutputBytes),
        error: .string(limit: Sender.maximumErrorBytes))
      let code: Int32 =
        switch result.terminationStatus {
        case .exited(let code): code
        case .signaled(let signal): 128 + signal
        }
      return Result(
        code: code, output: result.standardOutput,
        errors: Secrets.removed(from: result.standardError))
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw Failure(
        .publishing,
        Diagnostic(
          .error, path: name,
          "could not be run: \(Secrets.removed(from: String(describing: error)))"
        ))
    }
  }

  /// Runs it and takes any other end than success for a failure.
  @discardableResult
  func demand(
    _ arguments: [String], input: [UInt8] = [], to purpose: String
  ) async throws -> Result {
    let result = try await run(arguments, input: input)
    guard result.isSuccess else { throw failure(result, to: purpose) }
    return result
  }

  func failure(_ result: Result, to purpose: String) -> Failure {
    let words = result.errors.split(whereSeparator: \.isNewline).suffix(8).joined(separator: "\n  ")
    return Failure(
      .publishing,
      Diagnostic(
        .error, path: name, "could not \(purpose) (exit \(result.code))",
        hint: words.isEmpty ? nil : words))
  }

  private var missing: Failure {
    Failure(
      .publishing,
      Diagnostic(
        .error, path: "", "'\(name)' is not installed",
        hint: "install it, for example with: apt-get install \(name); "
          + "'assay doctor publish' says what else is missing"))
  }
}
