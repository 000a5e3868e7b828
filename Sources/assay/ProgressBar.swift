import AssaySite
import Glibc

/// Runs some work and shows on a terminal how far it is, once it has taken a moment.
func withProgress<Result: Sendable>(
  _ work: (BuildProgress) async throws -> Result
) async rethrows -> Result {
  let progress = BuildProgress()
  guard isatty(STDERR_FILENO) == 1 else { return try await work(progress) }
  let bar = Task {
    try await Task.sleep(for: .milliseconds(300))
    while !Task.isCancelled {
      draw(progress)
      try await Task.sleep(for: .milliseconds(100))
    }
  }
  defer {
    bar.cancel()
    Files.writeAll(STDERR_FILENO, Array("\r\u{1B}[K".utf8))
  }
  return try await work(progress)
}

private func draw(_ progress: BuildProgress) {
  let (stage, finished, expected) = progress.now
  let width = 30
  let filled = expected > 0 ? min(width, finished * width / expected) : 0
  let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
  Files.writeAll(
    STDERR_FILENO, Array("\r\u{1B}[K\(stage.words) \(bar) \(finished) of \(expected)".utf8))
}
