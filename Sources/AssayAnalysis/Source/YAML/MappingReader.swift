/// Reads the keys of a YAML mapping, each as the type its field asks for.
///
/// What breaks a field's rule becomes a diagnostic and reads as absent. `finish()` warns of the
/// keys nobody asked for:
///
///     var reader = MappingReader(node, in: source, of: "front matter")
///     let title = reader.string("title")
///     let date = reader.date("date")
///     let diagnostics = reader.finish()
public struct MappingReader {
  private let entries: [YAMLNode.Entry]
  private let subject: String
  /// Where the mapping stands.
  let range: SourceRange
  private var asked: [String] = []
  private var found: DiagnosticList

  /// - Parameters:
  ///   - node: what `parseYAML` gave; nil reads as a mapping without keys.
  ///   - subject: what the mapping is, for messages: "front matter".
  public init(_ node: YAMLNode?, in source: SourceText, of subject: String) {
    self.init(node, of: subject, found: DiagnosticList(source))
  }

  private init(_ node: YAMLNode?, of subject: String, found: DiagnosticList) {
    self.subject = subject
    self.found = found
    range = node?.range ?? SourceRange(0..<0)
    entries = node?.mapping ?? []
    if let node, node.mapping == nil, !node.isNull {
      report(node.range, "\(subject) must be a mapping of 'key: value' lines")
    }
  }

  /// Reads a list of mappings, such as a gazetteer; `read` leaves one out with nil.
  public static func readList<Value>(
    _ node: YAMLNode?, in source: SourceText, of subject: String,
    _ read: (inout MappingReader) -> Value?
  ) -> (values: [Value], diagnostics: [Diagnostic]) {
    var reader = MappingReader(nil, in: source, of: subject)
    guard let node, !node.isNull else { return ([], []) }
    let values = reader.list(node, subject: subject, read)
    return (values, reader.found.all)
  }

  /// All diagnostics, with a warning for each key that was not asked for.
  public mutating func finish() -> [Diagnostic] {
    let known = asked
    for entry in entries where !known.contains(entry.key) {
      found.add(
        .warning, entry.keyRange, "'\(entry.key)' is no key of \(subject)",
        hint: suggestion(for: entry.key, among: known).map { "did you mean '\($0)'?" }
          ?? (known.isEmpty ? nil : "keys are: \(known.joined(separator: ", "))"),
        rule: "unknown-key")
    }
    return found.all
  }

  /// Reports an error at a value, in the words of the rule it breaks.
  public mutating func report(_ range: SourceRange, _ message: String, hint: String? = nil) {
    found.add(.error, range, message, hint: hint, rule: "yaml")
  }

  /// All keys, for mappings whose keys are names of the author's own.
  public var keys: [String] { entries.map(\.key) }

  /// The value of a key as it stands; nil where it is absent or null.
  public mutating func node(_ key: String) -> YAMLNode? {
    if !asked.contains(key) { asked.append(key) }
    guard let node = entries.first(where: { $0.key == key })?.value, !node.isNull else {
      return nil
    }
    return node
  }
}

extension MappingReader {
  /// Text, whether quoted or not.
  public mutating func string(_ key: String) -> String? {
    scalar(key, rule: "'\(key)' must be text") { $0.text }
  }

  /// A whole number in digits, such as `-12`; not `012`, `1e3` or `"12"`.
  public mutating func integer(_ key: String, in bounds: ClosedRange<Int>? = nil) -> Int? {
    let limits = bounds.map { " from \($0.lowerBound) to \($0.upperBound)" } ?? ""
    return scalar(key, rule: "'\(key)' must be a whole number\(limits)") { scalar in
      guard scalar.isPlain, let value = Int(scalar.text), String(value) == scalar.text,
        bounds?.contains(value) ?? true
      else { return nil }
      return value
    }
  }

  /// `true` or `false`, unquoted; `yes`, `no`, `on` and `off` get a hint.
  public mutating func boolean(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    let word = node.scalar?.text.lowercased() ?? ""
    if let scalar = node.scalar, scalar.isPlain, ["true", "false"].contains(scalar.text) {
      return scalar.text == "true"
    }
    let isYes = ["yes", "on", "true", "y"].contains(word)
    let isNo = ["no", "off", "false", "n"].contains(word)
    report(
      node.range, "'\(key)' must be true or false",
      hint: isYes ? "write \(key): true" : isNo ? "write \(key): false" : nil)
    return nil
  }

  /// A day, `YYYY-MM-DD`. A time of day after it, as other generators write it, is left out.
  public mutating func date(_ key: String) -> CalendarDate? {
    scalar(key, rule: "'\(key)' must be YYYY-MM-DD") { scalar in
      let text = scalar.text
      if let date = CalendarDate(iso: text) { return date }
      guard text.utf8.count > 10, let time = Timestamp(iso: text) else { return nil }
      return time.writtenDate
    }
  }

  /// An exact number, such as `0.125`.
  public mutating func number(_ key: String) -> DecimalNumber? {
    scalar(key, rule: "'\(key)' must be a number in digits") { scalar in
      scalar.isPlain ? DecimalNumber(digits: scalar.text) : nil
    }
  }

  /// One of the words a type allows.
  public mutating func choice<Choice>(_ key: String, of type: Choice.Type) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    let words = Choice.allCases.map(\.rawValue)
    guard let node = node(key) else { return nil }
    if let text = node.scalar?.text, let choice = Choice(rawValue: text) { return choice }
    let near = node.scalar.flatMap { suggestion(for: $0.text, among: words) }
    report(
      node.range, "'\(key)' must be one of \(words.joined(separator: ", "))",
      hint: near.map { "did you mean '\($0)'?" })
    return nil
  }

  /// A list of texts; one text alone is a list of one.
  public mutating func strings(_ key: String) -> [String] {
    guard let node = node(key) else { return [] }
    if let scalar = node.scalar { return [scalar.text] }
    guard let items = node.sequence else {
      report(node.range, "'\(key)' must be a list of texts")
      return []
    }
    return items.compactMap { item in
      guard let scalar = item.scalar else {
        report(item.range, "each of '\(key)' must be text")
        return nil
      }
      return scalar.isNull ? nil : scalar.text
    }
  }

  /// A mapping under a key, read by `read`; its unknown keys are warned of too.
  public mutating func mapping<Value>(
    _ key: String, _ read: (inout MappingReader) -> Value
  ) -> Value? {
    guard let node = node(key) else { return nil }
    return nested(node, subject: "'\(key)'", read)
  }

  /// A list of mappings under a key, each read by `read`; nil leaves one out.
  public mutating func mappings<Value>(
    _ key: String, _ read: (inout MappingReader) -> Value?
  ) -> [Value] {
    guard let node = node(key) else { return [] }
    return list(node, subject: "'\(key)'", read)
  }

  private mutating func list<Value>(
    _ node: YAMLNode, subject: String, _ read: (inout MappingReader) -> Value?
  ) -> [Value] {
    guard let items = node.sequence else {
      report(node.range, "\(subject) must be a list")
      return []
    }
    return items.compactMap { nested($0, subject: "an entry of \(subject)", read) }
  }

  private mutating func nested<Value>(
    _ node: YAMLNode, subject: String, _ read: (inout MappingReader) -> Value
  ) -> Value {
    var reader = MappingReader(node, of: subject, found: found)
    let value = read(&reader)
    _ = reader.finish()
    found = reader.found
    return value
  }

  private mutating func scalar<Value>(
    _ key: String, rule: String, _ read: (YAMLNode.Scalar) -> Value?
  ) -> Value? {
    guard let node = node(key) else { return nil }
    if let scalar = node.scalar, let value = read(scalar) { return value }
    report(node.range, rule)
    return nil
  }
}
