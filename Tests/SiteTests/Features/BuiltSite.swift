import AssayAnalysis
import AssaySite
import TestSupport

/// A small site, built in a folder of its own.
struct BuiltSite {
  /// The text of each file of the output, by path.
  let files: [String: String]
  let report: BuildReport

  /// - Parameter change: what flags of the command line would ask for.
  init(
    _ files: [String: String], _ change: (inout Publication) -> Void = { _ in }
  ) async throws {
    var publication = Publication(today: CalendarDate(iso: "2026-06-01"))
    change(&publication)
    (self.files, report) = try await withTemporaryFolder { folder in
      for (path, text) in files { try Files.write(Array(text.utf8), to: folder + "/" + path) }
      let site = try Site.open([folder], checks: Check.all.map(\.id))
      let report = try await Build(site, publication: publication).run()
      var made: [String: String] = [:]
      for entry in try Files.tree(site.output) where entry.kind == .file {
        let bytes = try Files.read(Files.join(site.output, entry.path))
        made[entry.path] = String(decoding: bytes, as: UTF8.self)
      }
      return (made, report)
    }
  }

  /// The text of a file; empty where the site has none of that path.
  subscript(path: String) -> String { files[path] ?? "" }

  var paths: [String] { files.keys.sorted() }
}

/// An article of some front matter and a text.
func article(_ matter: String, _ text: String = "Words.") -> String {
  "---\n\(matter)\n---\n\(text)\n"
}
