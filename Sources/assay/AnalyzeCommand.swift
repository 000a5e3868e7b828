import ArgumentParser
import AssayAnalysis
import AssayRender
import AssaySite
import Glibc

/// `assay analyze --jsonl`.
struct AnalyzeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Read one document a line, write one analysis a line.",
    discussion: """
      Each line of standard input is a JSON object:
        {"id": "a", "text": "TAO fell 23% from $332 to $254.", "format": "plain"}
      'format' is plain, markdown or paste; 'date' (YYYY-MM-DD) and 'targets'
      ([{"start": 0, "end": 3}], for sentiment towards words) may be left out.

      Each answer is one line: quantities, dates, entities, sentiment, relations and the worst
      verdict, with ranges in the text that came in. A line that cannot be read is answered
      with an "error"; it never ends the run.

      "quantities" are stated as numbers: each has a "value", or "low" and "high" for a range
      ("15-20") and for a vague number ("dozens"). "dates" holds dates and times of day, each
      with "iso" (a time that may be morning or evening is "ambiguous"), and stretches of time
      without a number ("in hours"). "implied" holds words that imply a number and state none
      ("doubled", "the largest ever"). All three have the same fields: unit, kind, qualifier
      (= ~ < > up down), role, and where the text says so metric and entity.

      EXAMPLES:
        assay analyze --jsonl < documents.jsonl > analyses.jsonl
        assay analyze --jsonl --gazetteer content/gazetteer.yml --offsets scalars < in.jsonl
      """)

  @Flag(help: "JSON Lines in and out. (The only form there is; it must be asked for.)")
  var jsonl = false

  @Option(help: "What ranges count: bytes of UTF-8, or Unicode scalars.")
  var offsets: Offsets = .bytes

  /// `AnalysisJSON.Offsets`, as the command line spells it.
  enum Offsets: String, ExpressibleByArgument, CaseIterable {
    case bytes, scalars
  }

  @Option(help: ArgumentHelp("Names to know, in YAML or JSON.", valueName: "file"))
  var gazetteer: String?

  @Option(help: ArgumentHelp("Tables in CSV to hold claims against.", valueName: "folder"))
  var references: String?

  func validate() throws {
    guard jsonl else { throw ValidationError("Say --jsonl: one JSON document a line, in and out.") }
  }

  func run() async throws {
    let options = AnalysisOptions(
      gazetteer: try gazetteer.map(read) ?? .empty,
      references: try references.map(readTables) ?? [])
    let lines = LineAnalysis(options: options, offsets: offsets == .bytes ? .bytes : .scalars)
    try await lines.run(
      read: { try Files.readSome(STDIN_FILENO) },
      write: { Files.writeAll(STDOUT_FILENO, $0) })
  }

  private func read(gazetteer path: String) throws -> Gazetteer {
    let (text, defects) = try SourceText.decode(path: path, bytes: try Files.read(path))
    let (gazetteer, diagnostics) = Gazetteer.read(text)
    try report(defects + diagnostics)
    return gazetteer
  }

  private func readTables(in folder: String) throws -> [ReferenceTable] {
    try Files.tree(folder).filter { $0.kind == .file && $0.path.hasSuffix(".csv") }.map { entry in
      let path = Files.join(folder, entry.path)
      let (text, defects) = try SourceText.decode(path: path, bytes: try Files.read(path))
      let table = ReferenceTable(text)
      try report(defects + table.diagnostics)
      return table
    }
  }

  private func report(_ diagnostics: [Diagnostic]) throws {
    if diagnostics.contains(where: { $0.severity == .error }) { throw Failure(.usage, diagnostics) }
    Console.report(diagnostics)
  }
}
