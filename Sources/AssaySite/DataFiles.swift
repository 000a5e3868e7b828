import AssayAnalysis
import AssayRender

extension Site {
  /// The site's data files as one value for templates: `data/teams/north.yml` is
  /// `site.data.teams.north`.
  func dataValue() -> (value: TemplateValue, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var root = DataFolder()
    for file in data {
      do throws(Failure) {
        let value = try read(file, &diagnostics)
        let parts = file.name.split(separator: "/").map { DataFolder.name(of: String($0)) }
        if !root.add(value, at: parts[...]) {
          diagnostics.append(
            Diagnostic(
              .error, path: file.path, "another data file has this name in templates",
              hint: "give one of them another name"))
        }
      } catch {
        diagnostics += error.diagnostics
      }
    }
    return (root.value, diagnostics)
  }

  private func read(
    _ file: ContentFile, _ diagnostics: inout [Diagnostic]
  ) throws(Failure) -> TemplateValue {
    let bytes = try Files.read(file.path, limit: configuration.maximumFileBytes)
    let (source, found) = try SourceText.decode(path: file.path, bytes: bytes)
    diagnostics += found
    let name = file.name.lowercased()
    if name.hasSuffix(".csv") {
      diagnostics += csvProblems(in: source)
      return TemplateValue(table: readCSV(source.bytes))
    }
    if name.hasSuffix(".json") { return try readJSON(source) }
    let (node, problems) = parseYAML(source)
    diagnostics += problems
    return TemplateValue(node)
  }

  private func readJSON(_ source: SourceText) throws(Failure) -> TemplateValue {
    do throws(JSONError) {
      if let value = TemplateValue(json: try JSONValue.parse(source.bytes)) { return value }
    } catch {
      let place = SourceRange(error.offset..<error.offset)
      throw Failure(.input, Diagnostic(.error, in: source, at: place, error.message, rule: "json"))
    }
    throw Failure(
      .input, Diagnostic(.error, path: source.path, "data nests at most 16 deep", rule: "json"))
  }
}

/// A folder of data, as a map of the names in it.
private struct DataFolder {
  private var values: [String: TemplateValue] = [:]
  private var folders: [String: DataFolder] = [:]

  /// The name of a file or folder as templates spell it: `north-sea.yml` is `north_sea`.
  static func name(of part: String) -> String {
    let stem = part.split(separator: ".").first ?? part[...]
    return String(stem.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  /// False where the name is taken.
  mutating func add(_ value: TemplateValue, at parts: ArraySlice<String>) -> Bool {
    guard let name = parts.first else { return false }
    if parts.count > 1 {
      return values[name] == nil
        && folders[name, default: DataFolder()].add(value, at: parts.dropFirst())
    }
    guard values[name] == nil, folders[name] == nil else { return false }
    values[name] = value
    return true
  }

  var value: TemplateValue {
    let names = (Array(values.keys) + folders.keys).sorted()
    return TemplateShape(names).map(
      names.map { values[$0] ?? folders[$0]?.value ?? .nothing })
  }
}
