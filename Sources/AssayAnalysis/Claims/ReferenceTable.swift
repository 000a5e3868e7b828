/// Known values that claims are held against: the rows of one reference file.
///
/// A CSV with the columns `entity,metric,time,value,unit` in any order; `# source:` and
/// `# retrieved:` stand in its head.
public struct ReferenceTable: Sendable {
  /// The path as the user gave it.
  public let path: String
  public let source: String?
  /// As written, usually YYYY-MM-DD.
  public let retrieved: String?
  public let rows: [Row]
  public let diagnostics: [Diagnostic]
  /// Indices of rows by entity, in lower case.
  let rowsByEntity: [String: [Int]]

  /// One known value.
  public struct Row: Sendable, Hashable {
    /// An entity's id, name or alias.
    public let entity: String
    public let metric: String
    /// ISO 8601: "2026-04-10", "2026-04", "2026-Q1", "2026"; empty where the value has no time.
    public let time: String
    public let value: DecimalNumber
    /// A plain singular English name: "dollar", "percentage", "person".
    public let unit: String
    /// From 1.
    public let line: Int
  }

  /// Rows that were read already, from any kind of file.
  public init(
    path: String, source: String?, retrieved: String?, rows: [Row], diagnostics: [Diagnostic]
  ) {
    self.path = path
    self.source = source
    self.retrieved = retrieved
    self.rows = rows
    self.diagnostics = diagnostics
    var byEntity: [String: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      byEntity[row.entity.lowercased(), default: []].append(index)
    }
    rowsByEntity = byEntity
  }

  /// Reads a CSV; rows that cannot be read become diagnostics.
  public init(_ source: SourceText) {
    var reader = ReferenceReader(source: source)
    reader.read()
    self.init(
      path: source.path, source: reader.head["source"], retrieved: reader.head["retrieved"],
      rows: reader.rows, diagnostics: reader.diagnostics)
  }

  /// The rows about an entity, by its id, name or aliases.
  func rows(about entity: Entity) -> [Row] {
    var found: [Int] = []
    for name in [entity.id, entity.name.lowercased()] + entity.aliases.map({ $0.lowercased() }) {
      for index in rowsByEntity[name] ?? [] where !found.contains(index) { found.append(index) }
    }
    return found.sorted().map { rows[$0] }
  }
}

private struct ReferenceReader {
  let source: SourceText
  var head: [String: String] = [:]
  var rows: [ReferenceTable.Row] = []
  var diagnostics: [Diagnostic] = []
  private var columns: [String]?
  private static let needed = ["entity", "metric", "time", "value", "unit"]

  init(source: SourceText) { self.source = source }

  mutating func read() {
    let bytes = source.bytes
    var start = 0
    var line = 1
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      readLine(start..<end, line: line)
      start = end + 1
      line += 1
    }
  }

  private mutating func readLine(_ range: Range<Int>, line: Int) {
    let text = trimmed(String(decoding: source.bytes[range], as: UTF8.self))
    if text.isEmpty { return }
    if text.utf8.first == UInt8(ascii: "#") {
      let parts = text.dropFirst().split(separator: ":", maxSplits: 1)
      if parts.count == 2 {
        head[trimmed(String(parts[0])).lowercased()] = trimmed(String(parts[1]))
      }
      return
    }
    let fields = csvFields(text)
    guard let columns else {
      readHeader(fields, range)
      return
    }
    func field(_ name: String) -> String {
      guard let place = columns.firstIndex(of: name), place < fields.count else { return "" }
      return fields[place]
    }
    let digits = field("value").filter { $0 != "," && $0 != "_" && $0 != " " }
    guard let value = DecimalNumber(digits: digits) else {
      diagnostics.append(
        Diagnostic(
          .warning, in: source, at: SourceRange(range), "'\(field("value"))' is not a number",
          hint: "write plain digits, such as 1234.5", rule: "reference"))
      return
    }
    guard !field("entity").isEmpty, !field("metric").isEmpty else {
      diagnostics.append(
        Diagnostic(
          .warning, in: source, at: SourceRange(range), "row without an entity or a metric",
          rule: "reference"))
      return
    }
    rows.append(
      ReferenceTable.Row(
        entity: field("entity"), metric: field("metric"), time: field("time"), value: value,
        unit: field("unit"), line: line))
  }

  private mutating func readHeader(_ fields: [String], _ range: Range<Int>) {
    columns = fields.map { $0.lowercased() }
    let missing = Self.needed.filter { !fields.map { $0.lowercased() }.contains($0) }
    guard !missing.isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        .error, in: source, at: SourceRange(range),
        "column '\(missing.joined(separator: "', '"))' missing",
        hint: "the first row must be entity,metric,time,value,unit", rule: "reference"))
  }
}
