import AssayAnalysis
import CSQLite

/// Reads reference rows from an SQLite file: every table that has the columns entity, metric, time,
/// value and unit. A table `about` with the columns key and value may name `source` and `retrieved`.
///
/// The file may come from a stranger. It is opened read-only and as if nothing could change it, so
/// that no journal beside it is read or written; triggers, views and functions in its schema are
/// switched off; lengths, steps and rows are bounded.
struct ReferenceDatabase {
  private let connection: OpaquePointer
  private let file: ContentFile

  /// The longest value, the most steps of the virtual machine for one query, the most rows.
  private static let longestValue: Int32 = 1 << 16
  private static let mostSteps: Int32 = 200_000_000
  private static let mostRows = 1_000_000

  /// All rows of a file, and what is wrong with it.
  static func read(_ file: ContentFile) -> ReferenceTable {
    func table(_ rows: [ReferenceTable.Row], _ message: String?) -> ReferenceTable {
      ReferenceTable(
        path: file.name, source: nil, retrieved: nil, rows: rows,
        diagnostics: message.map {
          [Diagnostic(.error, path: file.name, $0, rule: "reference")]
        } ?? [])
    }
    var connection: OpaquePointer?
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
    let status = sqlite3_open_v2(address(of: file.path), &connection, flags, nil)
    defer { sqlite3_close_v2(connection) }
    guard status == SQLITE_OK, let connection, assay_sqlite3_harden(connection) == SQLITE_OK else {
      return table([], "no SQLite database that can be opened")
    }
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, longestValue)
    sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_progress_handler(connection, mostSteps, { _ in 1 }, nil)
    return ReferenceDatabase(connection: connection, file: file).table()
  }

  /// `file:` with everything but plain characters in percent, so that no path is read as a setting.
  private static func address(of path: String) -> String {
    var address = "file:"
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x2F, 0x5F].contains(byte)
      if isPlain {
        address.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let (high, low) = (digits[Int(byte >> 4)], digits[Int(byte & 15)])
        address += "%" + String(decoding: [high, low], as: UTF8.self)
      }
    }
    return address + "?immutable=1"
  }

  private func table() -> ReferenceTable {
    var rows: [ReferenceTable.Row] = []
    var problems: [Diagnostic] = []
    var refused = 0
    let names = tables()
    for name in names {
      let query = "SELECT entity, metric, time, value, unit, rowid FROM \(quoted(name))"
      let isDone = select(query) { fields in
        guard rows.count < ReferenceDatabase.mostRows else { return false }
        let row = ReferenceTable.Row(
          entity: fields[0], metric: fields[1], time: fields[2], value: fields[3],
          unit: fields[4], line: Int(fields[5]) ?? 0)
        if let row { rows.append(row) } else { refused += 1 }
        return true
      }
      if !isDone { problems.append(problem("'\(name)' could not be read to its end")) }
    }
    if names.isEmpty {
      problems.append(problem("no table has the columns entity, metric, time, value and unit"))
    }
    if refused > 0 {
      problems.append(
        Diagnostic(
          .warning, path: file.name,
          "\(refused) rows left out: a row must have an entity, a metric and a value in digits",
          rule: "reference"))
    }
    let about = about()
    return ReferenceTable(
      path: file.name, source: about["source"], retrieved: about["retrieved"], rows: rows,
      diagnostics: problems)
  }

  private func problem(_ message: String) -> Diagnostic {
    Diagnostic(.error, path: file.name, message, rule: "reference")
  }

  /// The ordinary tables with all five columns.
  private func tables() -> [String] {
    var names: [String] = []
    _ = select(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ) { fields in
      names.append(fields[0])
      return names.count < 1000
    }
    let needed: Set<String> = ["entity", "metric", "time", "value", "unit"]
    return names.sorted().filter { name in
      var columns: Set<String> = []
      _ = select("SELECT name FROM pragma_table_info(\(literal(name)))") { fields in
        columns.insert(fields[0].lowercased())
        return true
      }
      return needed.isSubset(of: columns)
    }
  }

  private func about() -> [String: String] {
    var about: [String: String] = [:]
    _ = select("SELECT key, value FROM about LIMIT 100") { fields in
      about[fields[0].lowercased()] = fields[1]
      return true
    }
    return about
  }

  /// Calls `body` with the columns of each row as text until it gives false; false where SQLite
  /// stopped before the end.
  private func select(_ query: String, _ body: ([String]) -> Bool) -> Bool {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(connection, query, -1, &statement, nil) == SQLITE_OK else {
      return false
    }
    defer { sqlite3_finalize(statement) }
    let count = sqlite3_column_count(statement)
    var status = sqlite3_step(statement)
    while status == SQLITE_ROW {
      let fields = (0..<count).map { column in
        sqlite3_column_text(statement, column).map { String(cString: $0) } ?? ""
      }
      guard body(fields) else { return false }
      status = sqlite3_step(statement)
    }
    return status == SQLITE_DONE
  }

  private func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private func literal(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
