public import AssayAnalysis

/// Data files and front matter as values for templates.
extension TemplateValue {
  /// A YAML text's value: plain scalars that look like numbers or Booleans are such.
  public init(_ node: YAMLNode?) {
    guard let node else {
      self = [:]
      return
    }
    self = TemplateValue(yaml: node)
  }

  private init(yaml node: YAMLNode) {
    // The parser refuses what is deeper than a few levels.
    switch node.content {
    case .scalar(let scalar): self = TemplateValue(scalar)
    case .sequence(let items): self = .list(items.map { TemplateValue(yaml: $0) })
    case .mapping(let entries):
      let shape = TemplateShape(entries.map(\.key))
      self = shape.map(entries.map { TemplateValue(yaml: $0.value) })
    }
  }

  private init(_ scalar: YAMLNode.Scalar) {
    guard scalar.isPlain else {
      self = .string(scalar.text)
      return
    }
    if scalar.isNull {
      self = .nothing
    } else if scalar.text == "true" || scalar.text == "false" {
      self = .boolean(scalar.text == "true")
    } else {
      self = TemplateValue(numeral: scalar.text) ?? .string(scalar.text)
    }
  }

  /// A number in digits as JSON writes it; nil for all else, such as `007`, which is no number.
  init?(numeral text: String) {
    if let integer = Int(text), String(integer) == text {
      self = .integer(integer)
      return
    }
    let isDecimal =
      text.utf8.contains(UInt8(ascii: "."))
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
    guard isDecimal, let number = Double(text), number.isFinite else { return nil }
    self = .number(number)
  }

  /// A JSON text's value; nil where it nests deeper than templates can use.
  public init?(json value: JSONValue, depth: Int = 0) {
    guard depth < TemplateValue.deepestData else { return nil }
    switch value.kind {
    case .null: self = .nothing
    case .boolean: self = .boolean(value.boolean ?? false)
    case .number:
      self =
        value.integer.map { .integer($0) }
        ?? value.numeral.flatMap(Double.init).map { .number($0) } ?? .nothing
    case .string: self = .string(value.string ?? "")
    case .array:
      var items: [TemplateValue] = []
      for element in value.elements {
        guard let item = TemplateValue(json: element, depth: depth + 1) else { return nil }
        items.append(item)
      }
      self = .list(items)
    case .object:
      var names: [String] = []
      var values: [TemplateValue] = []
      for (key, member) in value.members {
        guard let name = key.string, !names.contains(name) else { continue }
        guard let value = TemplateValue(json: member, depth: depth + 1) else { return nil }
        names.append(name)
        values.append(value)
      }
      self = TemplateShape(names).map(values)
    }
  }

  private static let deepestData = 16

  /// Rows of a table as maps by the names of its columns.
  public init(table rows: [[String]]) {
    guard let head = rows.first else {
      self = .list([])
      return
    }
    var names: [String] = []
    for (index, name) in head.enumerated() {
      names.append(name.isEmpty || names.contains(name) ? "column\(index + 1)" : name)
    }
    let shape = TemplateShape(names)
    self = .list(
      rows.dropFirst().map { row in
        shape.map(
          names.indices.map { index in
            let cell = index < row.count ? row[index] : ""
            return TemplateValue(numeral: cell) ?? .string(cell)
          })
      })
  }
}
