/// How much a finding about the input weighs.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  case error, warning, note

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}

/// A finding about the input, with the place and the words it speaks of.
///
/// It holds all that is needed to show it, so it outlives the text it was found in.
public struct Diagnostic: Sendable, Hashable {
  public let severity: Severity
  /// The path as the user gave it; empty where the finding is about no file.
  public let path: String
  /// The line, from 1; 0 where the finding is about the whole file.
  public let line: Int
  /// The column in Unicode scalars, from 1; 0 where the finding is about the whole line.
  public let column: Int
  /// How many scalars the caret line underlines, at least 1.
  public let length: Int
  /// Headline style, most specific word first, no full stop.
  public let message: String
  /// What to do about it.
  public let hint: String?
  /// The name of the check or the rule that found it, such as `percent-change`.
  public let rule: String?
  /// The line of the source, without its end.
  public let sourceLine: String?

  public init(
    _ severity: Severity, path: String, line: Int = 0, column: Int = 0, length: Int = 1,
    _ message: String, hint: String? = nil, rule: String? = nil, sourceLine: String? = nil
  ) {
    self.severity = severity
    self.path = path
    self.line = line
    self.column = column
    self.length = length
    self.message = message
    self.hint = hint
    self.rule = rule
    self.sourceLine = sourceLine
  }

  /// A finding about a range of a text: line, column and excerpt are worked out here.
  public init(
    _ severity: Severity, in source: SourceText, at range: SourceRange, _ message: String,
    hint: String? = nil, rule: String? = nil
  ) {
    let place = source.location(of: Int(range.start))
    let line = source.line(at: Int(range.start))
    let end = min(range.end, max(line.end, range.start))
    self.init(
      severity, path: source.path, line: place.line, column: place.column,
      length: max(1, source[SourceRange(start: range.start, end: end)].unicodeScalars.count),
      message, hint: hint, rule: rule, sourceLine: source[line])
  }
}

extension Diagnostic: Comparable {
  /// In order of place: path, line, column, then weight and words.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.path != right.path { return left.path < right.path }
    if left.line != right.line { return left.line < right.line }
    if left.column != right.column { return left.column < right.column }
    if left.severity != right.severity { return left.severity < right.severity }
    return left.message < right.message
  }
}

/// A reason to stop, with the diagnostics that say why.
public struct Failure: Error, Sendable, Hashable {
  /// What kind of stop it is; each has an exit code of its own.
  public enum Kind: Int32, Sendable, Hashable {
    /// Findings were made that the user asked to fail on.
    case findings = 1
    /// The command line or the configuration is wrong.
    case usage = 2
    /// Input could not be read, or output could not be built.
    case input = 3
    /// Publishing failed.
    case publishing = 4
  }

  public let kind: Kind
  public let diagnostics: [Diagnostic]

  public init(_ kind: Kind, _ diagnostics: [Diagnostic]) {
    self.kind = kind
    self.diagnostics = diagnostics
  }

  public init(_ kind: Kind, _ diagnostic: Diagnostic) {
    self.init(kind, [diagnostic])
  }
}
