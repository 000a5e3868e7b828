extension Gazetteer {
  /// Reads a gazetteer from CSV: a row an entry, its columns in any order.
  ///
  ///     id,name,type,aliases,case,links,relations,merge,in
  ///     bittensor,Bittensor,network,Bittensor network|the network,any,wikidata=Q124394461,native_token=tao,,
  ///
  /// Only `name` and `type` must be there. Several values of a field stand apart by `|`; a link or a
  /// relation is a kind, `=` and its target. A row that cannot be read becomes a diagnostic.
  static func read(
    csv source: SourceText
  ) -> (entries: [Entry], diagnostics: [Diagnostic]) {
    var columns: [String]?
    var entries: [Entry] = []
    var diagnostics: [Diagnostic] = []
    var start = 0
    while start < source.bytes.count {
      let end = source.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count
      let range = SourceRange(start..<end)
      let line = trimmed(String(decoding: source.bytes[start..<end], as: UTF8.self))
      start = end + 1
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let fields = csvFields(line)
      guard let known = columns else {
        columns = fields.map { $0.lowercased() }
        if let problem = problem(ofHeader: fields) {
          diagnostics.append(Diagnostic(.error, in: source, at: range, problem, rule: "gazetteer"))
          return ([], diagnostics)
        }
        continue
      }
      switch GazetteerRow(fields: fields, columns: known).entry {
      case .success(let entry): entries.append(entry)
      case .failure(let problem):
        diagnostics.append(
          Diagnostic(.error, in: source, at: range, problem.message, rule: "gazetteer"))
      }
    }
    return (entries, diagnostics)
  }

  private static let columnNames: Set<String> = [
    "id", "name", "type", "aliases", "case", "links", "relations", "merge", "in",
  ]

  private static func problem(ofHeader fields: [String]) -> String? {
    let names = fields.map { $0.lowercased() }
    if let other = names.first(where: { !columnNames.contains($0) }) {
      return "'\(other)' is no column of a gazetteer"
    }
    return names.contains("name") && names.contains("type")
      ? nil : "the first row must name the columns 'name' and 'type'"
  }
}

/// One row of a gazetteer in CSV.
private struct GazetteerRow {
  let fields: [String]
  let columns: [String]

  struct Problem: Error {
    let message: String
  }

  var entry: Result<Gazetteer.Entry, Problem> {
    let name = field("name")
    guard !name.isEmpty else { return .failure(Problem(message: "row without a name")) }
    let type = field("type")
    let isNothing = type == "none" || type == "handle"
    guard isNothing || EntityType(rawValue: type) != nil else {
      return .failure(Problem(message: "'\(type)' is no type of entity"))
    }
    let id = field("id")
    guard id.isEmpty || Gazetteer.isPlain(id) else {
      return .failure(Problem(message: Gazetteer.idRule))
    }
    let rule = field("case")
    guard rule.isEmpty || Gazetteer.CaseRule(rawValue: rule) != nil else {
      return .failure(Problem(message: "'case' must be exact or any, not '\(rule)'"))
    }
    return .success(
      Gazetteer.Entry(
        id: id.isEmpty ? slug(name) : id, name: name,
        type: EntityType(rawValue: type), aliases: values("aliases"),
        links: pairs("links").map { Entity.Link(kind: $0.kind, target: $0.target) },
        relations: pairs("relations").map { Entity.Relation(kind: $0.kind, target: $0.target) },
        caseRule: Gazetteer.CaseRule(rawValue: rule) ?? .automatic, merged: values("merge"),
        articles: values("in")))
  }

  private func field(_ name: String) -> String {
    guard let place = columns.firstIndex(of: name), place < fields.count else { return "" }
    return fields[place]
  }

  private func values(_ name: String) -> [String] {
    field(name).split(separator: "|").map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  private func pairs(_ name: String) -> [(kind: String, target: String)] {
    values(name).compactMap { pair in
      guard let mark = pair.firstIndex(of: "=") else { return nil }
      return (trimmed(String(pair[..<mark])), trimmed(String(pair[mark...].dropFirst())))
    }
  }
}
