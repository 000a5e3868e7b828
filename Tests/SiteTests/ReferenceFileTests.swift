import AssayAnalysis
import AssayRender
import CSQLite
import Testing
import TestSupport

@testable import AssaySite

@Suite struct ReferenceFileTests {
  private static let article = "On April 12, 2026, TAO's price was $265.\n"
  private static let gazetteer = "- id: tao\n  name: TAO\n  type: token\n"

  private func verdicts(in folder: String) async throws -> (CheckRun, [Finding]) {
    try Files.write(Array(Self.article.utf8), to: folder + "/content/a.md")
    try Files.write(Array(Self.gazetteer.utf8), to: folder + "/content/gazetteer.yml")
    let site = try Site.open([folder], checks: [])
    let run = try await CheckRun(site, publication: Publication())
    return (run, run.findings.filter { $0.check == "reference" })
  }

  @Test func `a claim is judged by rows in JSON`() async throws {
    try await withTemporaryFolder { folder in
      let rows = """
        {"source": "https://example.org", "retrieved": "2026-04-13", "rows": [
          {"entity": "tao", "metric": "price", "time": "2026-04-12", "value": 273, "unit": "dollar"},
          {"entity": "tao", "metric": "price", "time": "2026-04-11", "value": "many", "unit": "-"}
        ]}
        """
      try Files.write(Array(rows.utf8), to: folder + "/content/references/prices.json")
      let (run, found) = try await verdicts(in: folder)
      #expect(found.map(\.verdict) == [.contradicted])
      #expect(found.first?.notes.first == "source: https://example.org")
      #expect(run.diagnostics.map(\.line) == [3])
    }
  }

  @Test func `a claim is judged by rows in SQLite, and the file is left alone`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/content/references/prices.sqlite"
      try Files.write([], to: path)
      try execute(
        """
        CREATE TABLE prices (entity TEXT, metric TEXT, time TEXT, value REAL, unit TEXT);
        INSERT INTO prices VALUES ('tao', 'price', '2026-04-12', 265.4, 'dollar');
        CREATE TABLE about (key TEXT, value TEXT);
        INSERT INTO about VALUES ('source', 'https://example.org');
        CREATE TABLE other (a, b);
        CREATE VIEW trap AS SELECT 1 AS entity, 2 AS metric, 3 AS time, 4 AS value, 5 AS unit;
        """, in: path)
      let bytes = try Files.read(path)
      let (run, found) = try await verdicts(in: folder)
      #expect(found.map(\.verdict) == [.consistent])
      #expect(found.first?.notes.first == "source: https://example.org")
      #expect(run.diagnostics == [])
      #expect(try Files.read(path) == bytes)
      #expect(try Files.names(folder + "/content/references") == ["prices.sqlite"])
    }
  }

  @Test func `a file that is no database says so`() async throws {
    try await withTemporaryFolder { folder in
      try Files.write(
        Array("no database at all, but long enough".utf8),
        to: folder + "/content/references/prices.db")
      await #expect(throws: Failure.self) { try await verdicts(in: folder) }
    }
  }

  private func execute(_ statements: String, in path: String) throws {
    var connection: OpaquePointer?
    defer { sqlite3_close_v2(connection) }
    #expect(sqlite3_open(path, &connection) == SQLITE_OK)
    #expect(sqlite3_exec(connection, statements, nil, nil, nil) == SQLITE_OK)
  }
}
