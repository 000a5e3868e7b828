extension ReferenceTable {
  /// Reads JSON: a list of rows, or an object with `source`, `retrieved` and `rows`. A row is an
  /// object with the members entity, metric, time, value and unit; a value is a number or a text.
  public init(json source: SourceText) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue.parse(source.bytes)
    } catch {
      let place = UInt32(min(error.offset, source.bytes.count))
      let problem = Diagnostic(
        .error, in: source, at: SourceRange(start: place, end: place), "not JSON: \(error.message)",
        rule: "reference")
      self.init(path: source.path, source: nil, retrieved: nil, rows: [], diagnostics: [problem])
      return
    }
    let lines = LineIndex(source)
    var rows: [Row] = []
    var problems: [Diagnostic] = []
    for item in (value["rows"] ?? value).elements {
      let line = lines.location(of: Int(item.range.start)).line
      func text(_ value: JSONValue?) -> String { value?.string ?? value?.numeral ?? "" }
      let row = Row(
        entity: text(item["entity"]), metric: text(item["metric"]), time: text(item["time"]),
        value: text(item["value"]), unit: text(item["unit"]), line: line)
      if let row {
        rows.append(row)
      } else {
        problems.append(
          Diagnostic(
            .warning, path: source.path, line: line,
            "a row must have an entity, a metric and a value in digits", rule: "reference"))
      }
    }
    if rows.isEmpty, problems.isEmpty {
      problems.append(
        Diagnostic(
          .warning, path: source.path, "a reference without rows",
          hint: "write a list of objects with entity, metric, time, value and unit",
          rule: "reference"))
    }
    self.init(
      path: source.path, source: value["source"]?.string, retrieved: value["retrieved"]?.string,
      rows: rows, diagnostics: problems)
  }
}

extension ReferenceTable.Row {
  /// A row in words; nil where it names no entity or metric, or its value is no number.
  public init?(
    entity: String, metric: String, time: String, value: String, unit: String, line: Int
  ) {
    let digits = value.filter { $0 != "," && $0 != "_" && $0 != " " }
    guard !entity.isEmpty, !metric.isEmpty, let number = DecimalNumber(digits: digits) else {
      return nil
    }
    self.init(
      entity: entity, metric: metric, time: time, value: number, unit: unit, line: line)
  }
}
