import AssayAnalysis
import Foundation

/// Another program that this one can use where the machine has it.
struct Tool: Sendable {
  private let path: String

  /// What came of running it.
  struct Outcome {
    let code: Int32
    let output: [UInt8]
  }

  /// Looks along the path that the environment gives; nil where there is none of the name.
  init?(_ name: String) {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let places = path.split(separator: ":").map { Files.join(String($0), name) }
    guard let place = places.first(where: { access($0, X_OK) == 0 && !Files.isFolder($0) })
    else { return nil }
    self.path = place
  }

  /// Runs it to its end. What it says on standard error is dropped.
  ///
  /// - Parameter input: what its standard input holds.
  /// - Throws: `Failure` where it cannot be run.
  func run(_ arguments: [String], input: [UInt8] = []) throws(Failure) -> Outcome {
    // Files rather than pipes: none of them can fill up while the other side waits.
    let folder = try TemporaryFolder(prefix: "assay-tool-")
    defer { folder.remove() }
    let (inputPath, outputPath) = (folder.path + "/input", folder.path + "/output")
    try Files.write(input, to: inputPath)
    try Files.write([], to: outputPath)
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = FileHandle(forReadingAtPath: inputPath)
    process.standardOutput = FileHandle(forWritingAtPath: outputPath)
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw Files.failure(path, "cannot be run")
    }
    process.waitUntilExit()
    return Outcome(code: process.terminationStatus, output: try Files.read(outputPath))
  }
}
