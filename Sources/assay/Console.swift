import AssayAnalysis
import AssayRender
import AssaySite
import Glibc

/// What the program says: results on standard output, everything else on standard error. Both may
/// be closed; nothing here fails.
enum Console {
  /// A line of the result.
  static func say(_ text: String) { Files.writeAll(STDOUT_FILENO, Array((text + "\n").utf8)) }

  /// Bytes of the result.
  static func write(_ bytes: [UInt8]) { Files.writeAll(STDOUT_FILENO, bytes) }

  /// A line to the person at the terminal.
  static func warn(_ text: String) { Files.writeAll(STDERR_FILENO, Array((text + "\n").utf8)) }

  /// All diagnostics, in order.
  static func report(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    Files.writeAll(STDERR_FILENO, terminalText(diagnostics, isColored: isColored(STDERR_FILENO)))
  }

  /// True for a terminal, unless the environment asks for plain text (no-color.org).
  static func isColored(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
      && getenv("TERM").map { strcmp($0, "dumb") != 0 } ?? true
  }
}
