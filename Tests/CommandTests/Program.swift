import Foundation

/// The built program, run as a user runs it.
enum Program {
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String
  }

  /// - Parameters:
  ///   - folder: the folder to run it in.
  ///   - input: what standard input holds.
  static func run(_ arguments: [String], in folder: String, input: String = "") throws -> Outcome {
    let process = Process()
    process.executableURL = path
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    let outputFile = URL(filePath: folder).appending(path: ".stdout")
    let errorFile = URL(filePath: folder).appending(path: ".stderr")
    let inputFile = URL(filePath: folder).appending(path: ".stdin")
    // Files rather than pipes: none of them can fill up and block the program.
    for file in [outputFile, errorFile] { try Data().write(to: file) }
    try Data(input.utf8).write(to: inputFile)
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: try String(contentsOf: outputFile, encoding: .utf8),
      errors: try String(contentsOf: errorFile, encoding: .utf8))
  }

  /// What a line of the shell prints, where `assay` is this program.
  static func shell(_ command: String, in folder: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = URL(filePath: folder)
    let outputFile = URL(filePath: folder).appending(path: ".printed")
    try Data().write(to: outputFile)
    let output = try FileHandle(forWritingTo: outputFile)
    var environment = ProcessInfo.processInfo.environment
    let own = path.deletingLastPathComponent().path
    environment["PATH"] = own + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    return try String(contentsOf: outputFile, encoding: .utf8)
  }

  /// Beside the tests, where the build puts both.
  private static var path: URL {
    let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let beside = tests.deletingLastPathComponent().appending(path: "assay")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: ".build/debug/assay")
  }
}
